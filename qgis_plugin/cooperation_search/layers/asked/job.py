"""One load of layers that answer a question: all of it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...api.call import Call
from ...api.errors import ApiError, ErrorKind
from ...api.texts import tr
from ...context import Context
from ..fetch import Fetched
from ..fields import qgs_fields
from ..load import Load
from ..sink import describe_fields, memory_layer
from .builder import Builder, Made, MadeLayers
from .inquiry import Inquiry
from .origin import Asked


@dataclass(frozen=True)
class Loaded:
    """Layers that are on the map.

    :param layers: their ids by role
    :param count: of what they show, as the kind of question counts
    :param offline: True when the server could not be reached and these are its last known answers
    """

    group: str
    layers: Dict[Any, str]
    count: int
    edition: str
    offline: bool


class AskedJob(Load):
    """One load under way: of new layers, or of those of a group, which are filled again."""

    def __init__(self, context: Context, inquiry: Inquiry, parent: QObject) -> None:
        super().__init__(context, parent)
        self._inquiry = inquiry
        self._refilled: Dict[Any, QgsVectorLayer] = {}
        #: Answers of the server by the name under which they were wanted.
        self._came: Dict[str, Any] = {}
        self._awaited: List[str] = []
        self._made: Optional[MadeLayers] = None
        self._offline = False
        QgsProject.instance().layersWillBeRemoved.connect(self._on_removed)

    def start(self, refilled: Optional[Dict[Any, QgsVectorLayer]] = None) -> None:
        """Begins.

        :param refilled: layers of a group, by role, that get the features; new ones are made without them
        """
        self._refilled = dict(refilled or {})
        if self._refilled:
            self._group = self._inquiry.kind.read(next(iter(self._refilled.values()))).group
        wanted = self._inquiry.wanted()
        self._awaited = list(wanted)
        for name, resource in wanted.items():
            call = self._context.client.get(resource)
            self._follow(call, partial(self._on_answer, name, call))

    def _on_answer(self, name: str, call: Call, result: Any) -> None:
        self._offline = self._offline or call.offline
        self._came[name] = result
        self._awaited.remove(name)
        if not self._awaited and not self._over:
            self._build()

    def _build(self) -> None:
        self._busy.clear()
        task = Builder(self._inquiry.description, partial(self._inquiry.build, self._came))
        task.built.connect(self._on_built)
        task.broken.connect(self._fail)
        self._run(task)

    def _on_built(self, made: MadeLayers) -> None:
        if self._over:
            return
        self._busy.clear()
        self._made = made
        why = self._inquiry.nothing(made)
        if why:
            self._fail(ApiError(ErrorKind.CANCELLED, why))
            return
        for role, each in made.layers.items():
            layer = self._refilled.get(role)
            if layer is None and self._refilled:
                continue  # The user took this one out of the group.
            if layer is None:
                name = self._inquiry.name(role, made.samples)
                layer = memory_layer(name, Fetched(each.columns, each.geometry))
            else:
                layer.dataProvider().truncate()
                _fit(layer, each)
            self._layers[role] = layer
        # The answer may have nothing any more for the layers that the user kept.
        self._fill({role: made.layers[role].features for role in self._layers}, self._dress)

    def _dress(self) -> None:
        """Describes and styles the layers, one thing in each turn of the event loop."""
        steps: List[Callable[[], object]] = []
        for role, layer in self._layers.items():
            steps.append(partial(self._write_origin, role, layer))
            if role not in self._refilled or self._inquiry.is_restyled:
                steps += self._inquiry.looks(role, layer, self._came)
        self._take_turns([*steps, self._show])

    def _write_origin(self, role: Any, layer: QgsVectorLayer) -> None:
        inquiry, server, made = self._inquiry, self._context.client.url, self._made
        kept = Asked(self._group, role, inquiry.question, server, made.edition, made.attribution, made.samples)
        inquiry.kind.write(layer, kept, layer.name(), inquiry.title())

    def _show(self) -> None:
        layers, self._layers = self._layers, {}
        if self._refilled:
            for layer in layers.values():
                layer.triggerRepaint()
        else:
            self._inquiry.add(QgsProject.instance(), layers)
        ids = {role: layer.id() for role, layer in layers.items()}
        count = self._inquiry.count(self._made)
        self._succeed(Loaded(self._group, ids, count, self._made.edition, self._offline))

    def _on_removed(self, ids: List[str]) -> None:
        if any(layer.id() in ids for layer in self._refilled.values()):
            message = tr("Layers", "A layer was removed while it was being filled.")
            self._fail(ApiError(ErrorKind.CANCELLED, message))

    def _clear(self) -> None:
        QgsProject.instance().layersWillBeRemoved.disconnect(self._on_removed)
        super()._clear()


def _fit(layer: QgsVectorLayer, made: Made) -> None:
    """Brings a layer and the features for it to the same fields, which an earlier edition may have had otherwise."""
    names = layer.fields().names()
    missing = tuple(column for column in made.columns if column.name not in names)
    if missing:
        layer.dataProvider().addAttributes(list(qgs_fields(missing)))
        layer.updateFields()
        describe_fields(layer, Fetched(missing, made.geometry))
    wanted = layer.fields().names()
    if not made.features or made.features[0].fields().names() == wanted:
        return
    for feature in made.features:
        values = _values(feature, wanted)
        feature.setFields(layer.fields(), True)
        feature.setAttributes(values)


def _values(feature: QgsFeature, wanted: List[str]) -> List[Any]:
    had = feature.fields().names()
    return [feature[name] if name in had else None for name in wanted]
