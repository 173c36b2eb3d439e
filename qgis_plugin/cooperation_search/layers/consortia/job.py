"""One load of consortia onto the map: a group with a layer for each set, of which one is seen at a time."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import QgsApplication, QgsFeature, QgsLayerTreeGroup, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...api import consortium as api
from ...api import partners as of_partners
from ...api.call import Call
from ...api.comparison import Comparison
from ...api.consortium import ConsortiumQuestion
from ...api.errors import ApiError, ErrorKind
from ...api.texts import tr
from ...context import Context
from .. import geometry
from ..fetch import Fetched
from ..fields import TEXT, WHOLE, Column, columns
from ..pages import Built, build
from ..sink import Filler, Turns, memory_layer
from ..styles import consortia as styles
from . import origin, tips

_GROUP = "cooperation_search/consortium_group"


@dataclass(frozen=True)
class LoadedConsortia:
    """Consortia that are on the map.

    :param layers: ids of the layers by number of the set
    :param count: number of sets
    :param offline: True when the server could not be reached and these are its last known answers
    """

    group: str
    layers: Dict[int, str]
    count: int
    edition: str
    offline: bool


class _Builder(QgsTask):
    """Builds the features of an answer in a thread."""

    made = pyqtSignal(object)
    broken = pyqtSignal(object)

    def __init__(self, body: bytes, of_members: Tuple[Column, ...]) -> None:
        super().__init__(tr("Layers", "Consortia on the map"), QgsTask.Flag.CanCancel)
        self._body = body
        self._columns = of_members

    def run(self) -> bool:
        """Does it (called by QGIS in a thread)."""
        try:
            made = build("consortium", 0, self._body, self._columns)
        except ApiError as error:
            self.broken.emit(error)
            return False
        except Exception as error:  # noqa: BLE001 (a thread must not die without a word)
            message = tr("Layers", "The server's answer could not be read.")
            self.broken.emit(ApiError(ErrorKind.MALFORMED, message, f"{type(error).__name__}: {error}"))
            return False
        if not self.isCanceled():
            self.made.emit(made)
        return True


class ConsortiumJob(QObject):
    """One load under way. Emits ``finished`` or ``failed`` once, nothing after ``cancel()``; ``ended`` always, last."""

    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    ended = pyqtSignal()

    def __init__(self, context: Context, question: ConsortiumQuestion, shown: int, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._question = question
        self._shown = shown
        self._group = uuid.uuid4().hex
        self._refilled: Dict[int, QgsVectorLayer] = {}
        self._came: Dict[str, Any] = {}
        self._layers: Dict[int, QgsVectorLayer] = {}
        self._built: Optional[Built] = None
        self._busy: List[QObject] = []
        self._filling = 0
        self._offline = False
        self._over = False
        QgsProject.instance().cleared.connect(self._project_closed)

    def start(self, refilled: Optional[Dict[int, QgsVectorLayer]] = None) -> None:
        """Begins.

        :param refilled: layers of a group, by number, that get the features; a new group is made without them
        """
        self._refilled = dict(refilled or {})
        if self._refilled:
            self._group = origin.read(next(iter(self._refilled.values()))).group
        self._follow("comparison", self._context.client.get(of_partners.schema()))
        self._follow("members", self._context.client.get(api.consortium_body(self._question)))

    def cancel(self) -> None:
        """Ends it; nothing of it stays."""
        if not self._over:
            self._end()

    def _follow(self, name: str, call: Call) -> None:
        def came(result: Any) -> None:
            self._offline = self._offline or call.offline
            self._came[name] = result
            if len(self._came) == 2 and not self._over:
                self._build()

        call.finished.connect(came)
        call.failed.connect(self._fail)
        self._busy.append(call)

    def _build(self) -> None:
        self._busy.clear()
        task = _Builder(self._came["members"], columns_of(self._came["comparison"]))
        task.made.connect(self._on_built)
        task.broken.connect(self._fail)
        task.taskTerminated.connect(self._terminated)
        self._busy.append(task)
        QgsApplication.taskManager().addTask(task)

    def _on_built(self, built: Built) -> None:
        if self._over:
            return
        self._busy.clear()
        self._built = built
        by_set: Dict[int, List[QgsFeature]] = {}
        for feature in built.features:
            by_set.setdefault(int(feature["set"]), []).append(feature)
        if not by_set:
            self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "There is no set to show.")))
            return
        for number in by_set:
            layer = self._refilled.get(number)
            if layer is None and self._refilled:
                continue  # The user took this one out of the group.
            if layer is None:
                layer = memory_layer(_name(number, built.samples), Fetched(built.columns, geometry.AREAS))
            else:
                layer.dataProvider().truncate()
            self._layers[number] = layer
        self._filling = len(self._layers)
        for number, layer in self._layers.items():
            filler = Filler(layer, by_set[number], self._filled, self)
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
        """Styles and describes the layers, one thing in each turn of the event loop."""
        steps: List[Callable[[], None]] = []
        for number, layer in self._layers.items():
            steps.append(partial(self._write_origin, number, layer))
            if not self._refilled:
                steps += [partial(styles.apply, layer), partial(tips.set_tip, layer, self._came["comparison"])]
        turns = Turns([*steps, self._show], self)
        self._busy.append(turns)
        turns.start()

    def _write_origin(self, number: int, layer: QgsVectorLayer) -> None:
        server, built = self._context.client.url, self._built
        kept = origin.ConsortiumOrigin(
            self._group, number, self._question, server, built.edition, built.attribution, built.samples
        )
        origin.write(layer, kept, layer.name(), self._title())

    def _title(self) -> str:
        asker = self._question.asker
        return tr("Layers", "Consortia of {}").format(asker.title or asker.cci or tr("Layers", "a need"))

    def _show(self) -> None:
        layers, self._layers = self._layers, {}
        if self._refilled:
            for layer in layers.values():
                layer.triggerRepaint()
        else:
            self._add(layers)
        ids = {number: layer.id() for number, layer in layers.items()}
        loaded = LoadedConsortia(self._group, ids, len(ids), self._built.edition, self._offline)
        self._end(lambda: self.finished.emit(loaded))

    def _add(self, layers: Dict[int, QgsVectorLayer]) -> None:
        """A group at the top in place of that of the same asker; its sets are seen one at a time."""
        project = QgsProject.instance()
        replaced = origin.of_asker(project, self._question, self._context.client.url)
        nodes = [project.layerTreeRoot().findLayer(layer.id()) for layer in replaced]
        groups = [node.parent() for node in nodes if node is not None and node.parent().customProperty(_GROUP)]
        group = QgsLayerTreeGroup(self._title())
        group.setCustomProperty(_GROUP, self._group)
        project.addMapLayers(list(layers.values()), False)
        for number, layer in sorted(layers.items()):
            group.addLayer(layer).setItemVisibilityChecked(number == self._shown)
        group.setIsMutuallyExclusive(True, sorted(layers).index(self._shown) if self._shown in layers else 0)
        project.layerTreeRoot().insertChildNode(0, group)
        project.removeMapLayers([layer.id() for layer in replaced])
        for before in groups[:1]:
            if not before.children():
                before.parent().removeChildNode(before)

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
        self._layers.clear()
        if tell is not None:
            tell()
        self.ended.emit()
        self.deleteLater()


def columns_of(comparison: Comparison) -> Tuple[Column, ...]:
    """The columns of members: what a set says of them, and those of partners."""
    of_set = (
        Column("id", TEXT, tr("Consortia", "Id")),
        Column("set", WHOLE, tr("Consortia", "Set")),
        Column("rank_in_set", WHOLE, tr("Consortia", "Rank in the set")),
        Column("role", TEXT, tr("Consortia", "Role")),
        Column("stands_for", TEXT, tr("Consortia", "Stands for")),
        Column("stands_for_category", TEXT, tr("Consortia", "Category of that region")),
    )
    own = {column.name for column in of_set} | {"rank"}
    return (*of_set, *(column for column in columns(comparison.schema) if column.name not in own))


def _name(number: int, samples: bool) -> str:
    name = tr("Consortia", "Set {}").format(number)
    return tr("Layers", "{} (with sample entries)").format(name) if samples else name
