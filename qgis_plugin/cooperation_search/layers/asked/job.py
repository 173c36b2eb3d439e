"""One load of layers that answer a question: all of it, or nothing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, ClassVar, Dict, Iterable, List, Optional

from qgis.core import QgsApplication, QgsFeature, QgsLayerTreeGroup, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...api.call import Call
from ...api.errors import ApiError, ErrorKind
from ...api.resources import Resource
from ...api.texts import tr
from ...context import Context
from .. import tree
from ..fetch import Fetched
from ..fields import qgs_fields
from ..sink import Filler, Turns, describe_fields, memory_layer
from .builder import Builder, Made, MadeLayers
from .origin import Asked, Kind


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


class AskedJob(QObject):
    """One load under way. Emits ``finished`` or ``failed`` once, nothing after ``cancel()``; ``ended`` always, last.

    A kind of question says what it asks the server, how that becomes layers, and where these go.
    """

    kind: ClassVar[Kind]

    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    ended = pyqtSignal()

    def __init__(self, context: Context, question: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._question = question
        self._group = uuid.uuid4().hex
        self._refilled: Dict[Any, QgsVectorLayer] = {}
        #: Answers of the server by the name under which they were wanted.
        self._came: Dict[str, Any] = {}
        self._awaited: List[str] = []
        self._layers: Dict[Any, QgsVectorLayer] = {}
        self._made: Optional[MadeLayers] = None
        self._busy: List[Any] = []
        self._filling = 0
        self._offline = False
        self._over = False
        QgsProject.instance().cleared.connect(self._project_closed)

    @classmethod
    def again(cls, context: Context, made: Asked, layers: Dict[Any, QgsVectorLayer], parent: QObject) -> AskedJob:
        """A load of what the layers of a group were made from."""
        return cls(context, made.question, parent)

    def start(self, refilled: Optional[Dict[Any, QgsVectorLayer]] = None) -> None:
        """Begins.

        :param refilled: layers of a group, by role, that get the features; new ones are made without them
        """
        self._refilled = dict(refilled or {})
        if self._refilled:
            self._group = self.kind.read(next(iter(self._refilled.values()))).group
        wanted = self._wanted()
        self._awaited = list(wanted)
        for name, resource in wanted.items():
            self._follow(name, self._context.client.get(resource))

    def cancel(self) -> None:
        """Ends it; nothing of it stays."""
        if not self._over:
            self._end()

    # What a kind of question says.

    def _wanted(self) -> Dict[str, Resource]:
        """What is asked of the server, by name."""
        raise NotImplementedError

    def _builder(self) -> Builder:
        """Makes layers' worth of what came."""
        raise NotImplementedError

    def _nothing(self, made: MadeLayers) -> str:
        """Why there is nothing to show; empty where there is something."""
        raise NotImplementedError

    def _name(self, role: Any, samples: bool) -> str:
        """Of a new layer."""
        raise NotImplementedError

    def _title(self) -> str:
        """Of the answer as a whole."""
        raise NotImplementedError

    def _dressing(self, role: Any, layer: QgsVectorLayer) -> List[Callable[[], object]]:
        """What gives a layer its looks, in steps; only new layers need what the user may have changed since."""
        raise NotImplementedError

    def _add(self, project: QgsProject, layers: Dict[Any, QgsVectorLayer]) -> None:
        """Brings new layers into the project."""
        raise NotImplementedError

    def _count(self, made: MadeLayers) -> int:
        """How many the answer shows."""
        raise NotImplementedError

    def _put(self, project: QgsProject, title: str, layers: Iterable[QgsVectorLayer]) -> QgsLayerTreeGroup:
        """Adds layers, from top to bottom, as one group: in place of that of the same asker, where there is one."""
        replaced = self.kind.of_asker(project, self._question, self._context.client.url)
        gone = self.kind.groups(project)[replaced].values() if replaced else ()
        return tree.put(project, (f"{self.kind.key}_group", self._group), title, layers, replaced, gone)

    # The load.

    def _follow(self, name: str, call: Call) -> None:
        def came(result: Any) -> None:
            self._offline = self._offline or call.offline
            self._came[name] = result
            self._awaited.remove(name)
            if not self._awaited and not self._over:
                self._build()

        call.finished.connect(came)
        call.failed.connect(self._fail)
        self._busy.append(call)

    def _build(self) -> None:
        self._busy.clear()
        task = self._builder()
        task.made.connect(self._built)
        task.broken.connect(self._fail)
        task.taskTerminated.connect(self._terminated)
        self._busy.append(task)
        QgsApplication.taskManager().addTask(task)

    def _built(self, made: MadeLayers) -> None:
        if self._over:
            return
        self._busy.clear()
        self._made = made
        why = self._nothing(made)
        if why:
            self._fail(ApiError(ErrorKind.CANCELLED, why))
            return
        for role, each in made.layers.items():
            layer = self._refilled.get(role)
            if layer is None and self._refilled:
                continue  # The user took this one out of the group.
            if layer is None:
                layer = memory_layer(self._name(role, made.samples), Fetched(each.columns, each.geometry))
            else:
                layer.dataProvider().truncate()
                _fit(layer, each)
            self._layers[role] = layer
        self._filling = len(self._layers)
        if not self._layers:
            self._dress()  # The answer has nothing any more for the layers that the user kept.
        for role, layer in self._layers.items():
            filler = Filler(layer, made.layers[role].features, self._filled, self)
            self._busy.append(filler)
            filler.start()

    def _filled(self, error: str) -> None:
        if self._over:
            return
        if error:
            self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "The layer could not be made."), error))
            return
        self._filling -= 1
        if self._filling == 0:
            self._dress()

    def _dress(self) -> None:
        """Describes and styles the layers, one thing in each turn of the event loop."""
        steps: List[Callable[[], object]] = []
        for role, layer in self._layers.items():
            steps += [partial(self._write_origin, role, layer), *self._dressing(role, layer)]
        turns = Turns([*steps, self._show], self)
        self._busy.append(turns)
        turns.start()

    def _write_origin(self, role: Any, layer: QgsVectorLayer) -> None:
        server, made = self._context.client.url, self._made
        kept = Asked(self._group, role, self._question, server, made.edition, made.attribution, made.samples)
        self.kind.write(layer, kept, layer.name(), self._title())

    def _show(self) -> None:
        layers, self._layers = self._layers, {}
        if self._refilled:
            for layer in layers.values():
                layer.triggerRepaint()
        else:
            self._add(QgsProject.instance(), layers)
        ids = {role: layer.id() for role, layer in layers.items()}
        loaded = Loaded(self._group, ids, self._count(self._made), self._made.edition, self._offline)
        self._end(lambda: self.finished.emit(loaded))

    def _terminated(self) -> None:
        self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "Loading was cancelled.")))

    def _project_closed(self) -> None:
        self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "The project was closed while the search was loading.")))

    def _fail(self, error: ApiError) -> None:
        if not self._over:
            self._end(lambda: self.failed.emit(error))

    def _end(self, tell: Optional[Callable[[], None]] = None) -> None:
        self._over = True
        QgsProject.instance().cleared.disconnect(self._project_closed)
        for each in self._busy:
            each.cancel()
        self._busy.clear()
        # Layers that never reached the project go.
        self._layers.clear()
        if tell is not None:
            tell()
        self.ended.emit()
        self.deleteLater()


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
