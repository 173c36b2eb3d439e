"""What is new, changed and gone since a layer was made, and bringing the layer to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import islice
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Tuple

from qgis.core import QgsFeature, QgsFeatureSink, QgsFields, QgsVectorLayer, QgsVectorLayerFeatureSource
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
#: Records compared between two turns of the event loop.
_CHUNK = 50


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
        names = [c.name for c in fetched.columns]
        self._id = id_column(names)
        self._fetched = fetched
        self._places = [(place, layer.fields().lookupField(name)) for place, name in enumerate(names)]
        self._names = names
        self._now: Dict[str, QgsFeature] = {}
        self._before: Dict[str, QgsFeature] = {}
        # Of a file, QGIS lets only four be read at a time: opened here, a fifth layer would wait for ever.
        self._source = None if self._live else QgsVectorLayerFeatureSource(layer)
        self._kept = _kept(layer) if self._live else None
        self._marks: Dict[str, str] = {}
        #: Columns that the layer lacks, and all that it has then.
        there = layer.dataProvider().fields()
        wanted = [] if self._live else qgs_fields(fetched.columns)
        self._missing = [field for field in wanted if there.lookupField(field.name()) < 0]
        self._fields = QgsFields(there)
        for field in self._missing:
            self._fields.append(field)
        #: What differs, once all pieces of ``compare`` are done.
        self.changes = Changes()

    def compare(self) -> Iterator[Callable[[], object]]:
        """Finds the differences, a little in each step.

        Nothing is asked of the layer, which its user may remove meanwhile.
        """
        id_ = self._names.index(self._id)
        features = self._fetched.features()
        if self._live:
            for chunk in _chunks(features):
                yield partial(self._mark, id_, chunk)
            yield self._compare_marks
            return
        self._now = {str(f.attribute(id_)): f for f in features}
        own = self._places[id_][1]
        for chunk in _chunks(self._source.getFeatures()):
            self._before.update({str(f.attribute(own)): f for f in chunk})
            yield _nothing
        changed: List[str] = []
        for ids_ in _chunks(i for i in self._now if i in self._before):
            changed += [i for i in ids_ if self._differs(self._now[i], self._before[i])]
            yield _nothing
        new = tuple(i for i in self._now if i not in self._before)
        self.changes = Changes(new, tuple(changed), tuple(i for i in self._before if i not in self._now))

    def write(self) -> Iterator[Callable[[], object]]:
        """Writes the differences into the layer, a little in each step: each record is the old one or the new one.

        The steps raise an ``ApiError`` where the layer cannot be written, and must not be taken once it was removed.
        """
        yield self._begin
        if self._live:
            return
        for gone in _chunks(self.changes.gone):
            yield partial(self._replace, gone, ())
        for changed in _chunks(self.changes.changed):
            yield partial(self._replace, changed, changed)
        for new in _chunks(self.changes.new):
            yield partial(self._replace, (), new)
        yield self._end

    def _begin(self) -> None:
        provider = self._layer.dataProvider()
        if self._live:
            if self._layer.subsetString() and self._id != ID:
                # Lines are filtered by their areas, which stay.
                self._layer.setSubsetString(ids_filter(self._layer.fields().names(), ids(self._fetched)))
            matching.compute(self._layer, self._fetched, self._search)
            _keep(self._layer, self._marks)
            provider.reloadData()
            return
        if self._missing:
            provider.addAttributes(self._missing)
            self._layer.updateFields()

    def _replace(self, old: Iterable[str], new: Iterable[str]) -> None:
        provider = self._layer.dataProvider()
        stored = [self._before[i].id() for i in old]
        added = self._for_layer([self._now[i] for i in new])
        written = not stored or provider.deleteFeatures(stored)
        written = written and (not added or provider.addFeatures(added, QgsFeatureSink.Flag.FastInsert)[0])
        if not written:
            raise ApiError(ErrorKind.CANCELLED, tr("Layers", "The layer could not be written."), self._layer.name())

    def _end(self) -> None:
        self._layer.updateExtents()

    def _mark(self, id_: int, features: Iterable[QgsFeature]) -> None:
        self._marks.update(_marks(features, id_))

    def _compare_marks(self) -> None:
        before, now = self._kept, self._marks
        if before is None:
            # Loaded by an earlier version of the plugin.
            return
        new = tuple(i for i in now if i not in before)
        gone = tuple(i for i in before if i not in now)
        self.changes = Changes(new, tuple(i for i, m in now.items() if before.get(i, m) != m), gone)

    def _differs(self, now: QgsFeature, before: QgsFeature) -> bool:
        theirs, ours = now.attributes(), before.attributes()
        for place, index in self._places:
            if index < 0 or _plain(theirs[place]) != _plain(ours[index]):
                return True
        return not now.geometry().equals(before.geometry()) if now.hasGeometry() else before.hasGeometry()

    def _for_layer(self, features: List[QgsFeature]) -> List[QgsFeature]:
        """Features with the fields of the layer, which has more of them than the server: a key, say."""
        fields = self._fields
        places = [fields.lookupField(name) for name in self._names]
        made = []
        for feature in features:
            values: List[Any] = [None] * fields.count()
            for place, value in zip(places, feature.attributes()):
                values[place] = value
            each = QgsFeature(fields)
            each.setAttributes(values)
            each.setGeometry(feature.geometry())
            made.append(each)
        return made


def _nothing() -> None:
    """A step after which the window gets its turn."""


def _chunks(items: Iterable[Any]) -> Iterator[List[Any]]:
    """A little of it at a time."""
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def _plain(value: Any) -> Any:
    """A value that compares: providers say NULL in different ways."""
    return None if value is None or str(value) == "NULL" else value


def mark(layer: QgsVectorLayer, fetched: Fetched) -> None:
    """Keeps in a live layer what its records were when they were fetched, so that a refresh can tell what changed."""
    names = [c.name for c in fetched.columns]
    _keep(layer, _marks(fetched.features(), names.index(id_column(names))))


def _keep(layer: QgsVectorLayer, marks: Dict[str, str]) -> None:
    layer.setCustomProperty(_MARKS, json.dumps(marks))


def ids_shown(layer: QgsVectorLayer) -> Tuple[str, ...]:
    """The ids of the records that a live layer showed when it was loaded or refreshed."""
    return tuple(_kept(layer) or ())


def _kept(layer: QgsVectorLayer) -> Optional[Dict[str, str]]:
    try:
        kept = json.loads(str(layer.customProperty(_MARKS) or ""))
    except ValueError:
        return None
    return kept if isinstance(kept, dict) else None


def _marks(features: Iterable[QgsFeature], id_: int) -> Dict[str, str]:
    return {
        str(f.attribute(id_)): blake2b("\x1f".join(map(_text, f.attributes())).encode(), digest_size=6).hexdigest()
        for f in features
    }


def _text(value: Any) -> str:
    """A value as text that is the same in every version of QGIS."""
    return value.toString(Qt.DateFormat.ISODate) if isinstance(value, QDate) else str(_plain(value))
