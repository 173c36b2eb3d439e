"""One load of partners onto the map: all of it, or nothing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...api import partners as api
from ...api import resources
from ...api.call import Call
from ...api.comparison import Comparison
from ...api.errors import ApiError, ErrorKind
from ...api.needs import own_area
from ...api.partners import Question
from ...api.resources import Resource
from ...api.texts import tr
from ...context import Context
from ..fetch import Fetched
from ..sink import Filler, Turns, memory_layer
from ..styles import partners as styles
from . import origin, tips, tree
from .features import MadePartners, PartnersBuilder
from .origin import AREAS, ROLES

#: What is awaited before features can be built.
_COMPARISON, _SCHEMA, _PARTNERS, _OWN = "comparison", "schema", "partners", "own"
#: Areas of a need that are drawn.
_MOST_AREAS = 1000
#: Longest name of a group in the layer tree.
_LONGEST_NAME = 80


@dataclass(frozen=True)
class LoadedPartners:
    """Partners that are on the map.

    :param layers: ids of the layers by role
    :param offline: True when the server could not be reached and these are its last known answers
    """

    group: str
    layers: Dict[str, str]
    count: int
    edition: str
    offline: bool


class PartnersJob(QObject):
    """One load under way. Emits ``finished`` or ``failed`` once, nothing after ``cancel()``; ``ended`` always, last."""

    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    ended = pyqtSignal()

    def __init__(self, context: Context, question: Question, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._question = question
        self._group = uuid.uuid4().hex
        self._refilled: Dict[str, QgsVectorLayer] = {}
        self._came: Dict[str, Any] = {}
        self._awaited: List[str] = []
        self._layers: Dict[str, QgsVectorLayer] = {}
        self._made: Optional[MadePartners] = None
        self._busy: List[QObject] = []
        self._filling = 0
        self._offline = False
        self._over = False
        QgsProject.instance().cleared.connect(self._project_closed)

    def start(self, refilled: Optional[Dict[str, QgsVectorLayer]] = None) -> None:
        """Begins.

        :param refilled: layers of a group, by role, that get the features; a new group is made without them
        """
        self._refilled = dict(refilled or {})
        if self._refilled:
            self._group = origin.read(next(iter(self._refilled.values()))).group
        wanted: Dict[str, Resource] = {_COMPARISON: api.schema(), _PARTNERS: api.partners_body(self._question)}
        own = own_area(self._question.asker)
        if own is not None:
            collection, params = own
            wanted[_SCHEMA] = resources.schema(collection)
            wanted[_OWN] = resources.features_body(collection, params, _MOST_AREAS)
        self._awaited = list(wanted)
        for name, resource in wanted.items():
            self._follow(name, self._context.client.get(resource))

    def cancel(self) -> None:
        """Ends it; nothing of it stays."""
        if not self._over:
            self._end()

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
        comparison: Comparison = self._came[_COMPARISON]
        bodies = (self._came[_PARTNERS], self._came.get(_OWN))
        task = PartnersBuilder((comparison.schema, self._came.get(_SCHEMA)), bodies, self._question.asker.key)
        task.made.connect(self._built)
        task.broken.connect(self._fail)
        task.taskTerminated.connect(self._terminated)
        self._busy.append(task)
        QgsApplication.taskManager().addTask(task)

    def _built(self, made: MadePartners) -> None:
        if self._over:
            return
        self._busy.clear()
        self._made = made
        if not made.layers[AREAS].features:
            self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "There are no partners to show.")))
            return
        for role, each in made.layers.items():
            layer = self._refilled.get(role)
            if layer is None and self._refilled:
                continue  # The user took this one out of the group.
            if layer is None:
                layer = memory_layer(styles.layer_name(role, made.samples), Fetched(each.columns, each.geometry))
            else:
                layer.dataProvider().truncate()
            self._layers[role] = layer
        self._filling = len(self._layers)
        for role, layer in self._layers.items():
            filler = Filler(layer, self._fitted(layer, made.layers[role].features), self._filled, self)
            self._busy.append(filler)
            filler.start()

    @staticmethod
    def _fitted(layer: QgsVectorLayer, features: List[Any]) -> List[Any]:
        """Features with the fields of a layer, which an earlier edition may have had otherwise."""
        names = layer.fields().names()
        if not features or features[0].fields().names() == names:
            return features
        for feature in features:
            had = feature.fields().names()
            values = [feature[name] if name in had else None for name in names]
            feature.setFields(layer.fields(), True)
            feature.setAttributes(values)
        return features

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
        """Styles and describes the layers, one thing in each turn of the event loop."""
        comparison: Comparison = self._came[_COMPARISON]
        steps: List[Callable[[], None]] = []
        for role, layer in self._layers.items():
            steps.append(partial(self._write_origin, role, layer))
            if not self._refilled:
                steps += [
                    partial(styles.apply, layer, role, comparison),
                    partial(tips.set_tip, layer, role, comparison),
                ]
        turns = Turns([*steps, self._show], self)
        self._busy.append(turns)
        turns.start()

    def _write_origin(self, role: str, layer: QgsVectorLayer) -> None:
        server, edition = self._context.client.url, self._made.edition
        kept = origin.PartnersOrigin(
            self._group, role, self._question, server, edition, self._made.attribution, self._made.samples
        )
        origin.write(layer, kept, layer.name(), self._title())

    def _title(self) -> str:
        asker = self._question.asker
        if asker.cci:
            return tr("Layers", "Partners of {}").format(asker.title or asker.cci)
        return tr("Layers", "Partners for: {}").format(asker.title or asker.key)

    def _show(self) -> None:
        layers, self._layers = self._layers, {}
        if self._refilled:
            for layer in layers.values():
                layer.triggerRepaint()
        else:
            ordered = [layers[role] for role in ROLES if role in layers]
            before = origin.of_asker(QgsProject.instance(), self._question, self._context.client.url)
            tree.add(QgsProject.instance(), self._group, self._title()[:_LONGEST_NAME], ordered, before)
        ids = {role: layer.id() for role, layer in layers.items()}
        count = len(self._made.layers[AREAS].features)
        loaded = LoadedPartners(self._group, ids, count, self._made.edition, self._offline)
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
