"""What is new, changed and gone since a layer was made, and bringing the layer to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Dict, Optional, Tuple

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, Qt

from ..api.errors import ApiError, ErrorKind
from ..api.search import Search
from ..api.texts import tr
from . import matching
from .fetch import Fetched
from .fields import ID, qgs_fields
from .ids import id_column, ids, ids_filter

#: What a live layer showed when it was loaded, which it does not hold itself: a mark of each record by id.
_MARKS = "cooperation_search/marks"


@dataclass(frozen=True)
class Changes:
    """Ids of the records that differ from what the layer held before."""

    new: Tuple[str, ...] = ()
    changed: Tuple[str, ...] = ()
    gone: Tuple[str, ...] = ()


class Update:
    """The differences between a layer and what the server says now.

    :param layer: a layer made by this plugin; a live layer is reloaded, and compared by the marks kept in it
    """

    def __init__(self, layer: QgsVectorLayer, fetched: Fetched, search: Search) -> None:
        self._layer = layer
        self._search = search
        self._live = layer.providerType() == "OAPIF"
        self._names = [c.name for c in fetched.columns]
        self._id = self._names.index(id_column(self._names))
        self._fetched = fetched
        self._now = {str(f.attribute(self._id)): f for f in fetched.features()}
        self._before: Dict[str, QgsFeature] = {}
        if not self._live:
            id_index = layer.fields().lookupField(self._names[self._id])
            self._before = {str(f.attribute(id_index)): f for f in layer.dataProvider().getFeatures()}
        self.changes = self._compare()

    def apply(self) -> None:
        """Writes the differences into the layer.

        :raises ApiError: where the layer cannot be written
        """
        provider = self._layer.dataProvider()
        if self._live:
            if self._layer.subsetString() and self._names[self._id] != ID:
                # Lines are filtered by their areas, which stay.
                self._layer.setSubsetString(ids_filter(self._layer.fields().names(), ids(self._fetched)))
            matching.compute(self._layer, self._fetched, self._search)
            mark(self._layer, self._fetched)
            provider.reloadData()
            return
        missing = [f for f in qgs_fields(self._fetched.columns) if self._layer.fields().lookupField(f.name()) < 0]
        if missing:
            provider.addAttributes(missing)
            self._layer.updateFields()
        renewed = {*self.changes.changed, *self.changes.gone}
        old = [self._before[i].id() for i in renewed]
        added = [self._for_layer(self._now[i]) for i in (*self.changes.new, *self.changes.changed)]
        written = (not old or provider.deleteFeatures(old)) and (not added or provider.addFeatures(added)[0])
        if not written:
            raise ApiError(ErrorKind.CANCELLED, tr("Layers", "The layer could not be written."), self._layer.name())
        self._layer.updateExtents()

    def _compare(self) -> Changes:
        if self._live:
            return self._compare_marks()
        new = tuple(i for i in self._now if i not in self._before)
        gone = tuple(i for i in self._before if i not in self._now)
        changed = tuple(i for i, f in self._now.items() if i in self._before and self._differs(f, self._before[i]))
        return Changes(new, changed, gone)

    def _compare_marks(self) -> Changes:
        before, now = _kept(self._layer), _marks(self._fetched)
        if before is None:
            # Loaded by an earlier version of the plugin.
            return Changes()
        new = tuple(i for i in now if i not in before)
        gone = tuple(i for i in before if i not in now)
        return Changes(new, tuple(i for i, m in now.items() if before.get(i, m) != m), gone)

    def _differs(self, now: QgsFeature, before: QgsFeature) -> bool:
        fields = self._layer.fields()
        for position, name in enumerate(self._names):
            index = fields.lookupField(name)
            if index < 0 or _plain(now.attribute(position)) != _plain(before.attribute(index)):
                return True
        return not now.geometry().equals(before.geometry()) if now.hasGeometry() else before.hasGeometry()

    def _for_layer(self, feature: QgsFeature) -> QgsFeature:
        made = QgsFeature(self._layer.fields())
        for position, name in enumerate(self._names):
            made.setAttribute(self._layer.fields().lookupField(name), feature.attribute(position))
        made.setGeometry(feature.geometry())
        return made


def _plain(value: Any) -> Any:
    """A value that compares: providers say NULL in different ways."""
    return None if value is None or str(value) == "NULL" else value


def mark(layer: QgsVectorLayer, fetched: Fetched) -> None:
    """Keeps in a live layer what its records were when they were fetched, so that a refresh can tell what changed."""
    layer.setCustomProperty(_MARKS, json.dumps(_marks(fetched)))


def ids_shown(layer: QgsVectorLayer) -> Tuple[str, ...]:
    """The ids of the records that a live layer showed when it was loaded or refreshed."""
    return tuple(_kept(layer) or ())


def _kept(layer: QgsVectorLayer) -> Optional[Dict[str, str]]:
    try:
        kept = json.loads(str(layer.customProperty(_MARKS) or ""))
    except ValueError:
        return None
    return kept if isinstance(kept, dict) else None


def _marks(fetched: Fetched) -> Dict[str, str]:
    names = [c.name for c in fetched.columns]
    id_ = names.index(id_column(names))
    return {
        str(f.attribute(id_)): blake2b("\x1f".join(map(_text, f.attributes())).encode(), digest_size=6).hexdigest()
        for f in fetched.features()
    }


def _text(value: Any) -> str:
    """A value as text that is the same in every version of QGIS."""
    return value.toString(Qt.DateFormat.ISODate) if isinstance(value, QDate) else str(_plain(value))
