"""One selection for table and map: rows select features and flash, features select rows."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterator, List, Optional, Set, Tuple

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...layers import tree
from ...layers.changes import ids_shown
from ...layers.fields import ID
from .members import Members, ReadMembers, is_quick, read_now

#: Fields with the id of a programme, or those of the programmes of an area. The text is preferred to the list, which a
#: live layer does not have in every version of QGIS.
PROGRAMMES = ("cci", "programmes_text", "programmes")
#: The field with the id of a cooperation entry.
ENTRIES = (ID,)
#: Features that flash when they are selected; more of them tell nothing, and each flash is drawn many times.
_MOST_FLASHES = 200


class MapSelection(QObject):
    """Follows layers of the search that was loaded last.

    :param fields: those that hold the ids of what is selected; a layer's first of them counts
    """

    #: Features (a list of ids, of programmes a list of CCI) were selected on the map.
    selected = pyqtSignal(list)

    def __init__(
        self,
        canvas: Optional[QgsMapCanvas],
        parent: Optional[QObject] = None,
        fields: Tuple[str, ...] = PROGRAMMES,
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._canvas = canvas
        self._layers: Dict[str, str] = {}
        self._busy = False
        #: Who is in the layers, by their ids, as far as they were read.
        self._members: Dict[str, Members] = {}
        #: What waits until they are.
        self._steps: List[Callable[[], None]] = []
        self._task: Optional[ReadMembers] = None
        QgsProject.instance().layersWillBeRemoved.connect(self._on_removed)

    def set_layers(self, *layer_ids: str) -> None:
        """Follows these layers and no others; the first one with something selected is zoomed to."""
        self.release()
        for layer_id in layer_ids:
            layer = self._layer(layer_id)
            names = layer.fields().names() if layer is not None else []
            field = next((name for name in self._fields if name in names), "")
            if layer is not None and field:
                self._layers[layer_id] = field
                layer.selectionChanged.connect(self._on_selection)
                for signal in _outdating(layer):
                    signal.connect(self._outdate)

    def release(self) -> None:
        """Follows no layer any more; a selection that is still on its way to them is given up."""
        self._give_up()
        self._members.clear()
        for layer_id in self._layers:
            layer = self._layer(layer_id)
            if layer is not None:
                layer.selectionChanged.disconnect(self._on_selection)
                for signal in _outdating(layer):
                    signal.disconnect(self._outdate)
        self._layers.clear()

    def renew(self, *_what: object) -> None:
        """Layers hold something else: what was known of their features is void."""
        self._members.clear()

    def stop(self) -> None:
        """Disconnects from the layers and the project."""
        self.release()
        QgsProject.instance().layersWillBeRemoved.disconnect(self._on_removed)

    def shows(self, id_: str) -> bool:
        """Whether a feature is on the map."""
        for layer, field in self._followed():
            members = self._members.get(layer.id())
            if members is None and layer.providerType() == "OAPIF":
                # A menu that opens does not wait for the server.
                if id_ in ids_shown(layer):
                    return True
            elif id_ in (members or read_now(layer, field)):
                return True
        return False

    def flash(self, ids: List[str]) -> None:
        """Lets features flash on the map."""
        self._when_read(lambda: self._flash(ids))

    def select(self, ids: List[str]) -> None:
        """Selects features on the map, of programmes their areas as well; a few of them flash.

        Large and live layers are read in a task first; a newer selection takes the place of one that waits for it.
        """
        self._give_up()
        self._when_read(lambda: self._select(ids))

    def zoom(self) -> None:
        """Zooms to the selection on the map."""
        self._when_read(self._zoom)

    def _select(self, ids: List[str]) -> None:
        self._busy = True
        try:
            for layer, _field in self._followed():
                chosen = self._members[layer.id()].features(ids)
                layer.selectByIds(chosen)
                if 0 < len(chosen) <= _MOST_FLASHES and self._canvas is not None:
                    self._canvas.flashFeatureIds(layer, chosen)
        finally:
            self._busy = False

    def _flash(self, ids: List[str]) -> None:
        for layer, _field in self._followed():
            if self._canvas is not None:
                self._canvas.flashFeatureIds(layer, self._members[layer.id()].features(ids))

    def _zoom(self) -> None:
        first = next((layer for layer, _field in self._followed() if layer.selectedFeatureCount()), None)
        if first is not None and self._canvas is not None:
            tree.show(QgsProject.instance(), first)
            self._canvas.zoomToSelected(first)

    def _when_read(self, step: Callable[[], None]) -> None:
        """Does something once it is known who is in the layers: at once where it is."""
        self._steps.append(step)
        if self._task is not None:
            return
        unread = {layer: field for layer, field in self._followed() if layer.id() not in self._members}
        for layer in [each for each in unread if is_quick(each)]:
            self._members[layer.id()] = read_now(layer, unread.pop(layer))
        if unread:
            self._read(unread, None, self._on_read)
        else:
            self._go_on()

    def _on_read(self, found: Dict[str, Members]) -> None:
        self._task = None
        self._members.update(found)
        if all(layer.id() in self._members for layer, _field in self._followed()):
            self._go_on()
            return
        # A layer changed meanwhile.
        steps, self._steps = self._steps, []
        for step in steps:
            self._when_read(step)

    def _go_on(self) -> None:
        steps, self._steps = self._steps, []
        for step in steps:
            step()

    def _read(
        self, fields: Dict[QgsVectorLayer, str], only: Optional[List[int]], then: Callable[[Dict[str, Members]], None]
    ) -> None:
        task = self._task = ReadMembers(fields, only)
        task.read.connect(then)
        task.taskTerminated.connect(lambda: self._on_terminated(task))
        QgsApplication.taskManager().addTask(task)

    def _on_terminated(self, task: ReadMembers) -> None:
        """Also where the user cancelled it among QGIS's background tasks."""
        if self._task is task:
            self._task = None
            self._steps.clear()

    def _give_up(self) -> None:
        """What was to be selected, zoomed to or told is void."""
        self._steps.clear()
        task, self._task = self._task, None
        if task is not None:
            task.read.disconnect()
            task.cancel()

    def _on_selection(self, *_what: object) -> None:
        if self._busy:
            return
        layer = self.sender()
        field = self._layers.get(layer.id(), "") if isinstance(layer, QgsVectorLayer) else ""
        if not field:
            return
        self._give_up()
        layer_id, features = layer.id(), list(layer.selectedFeatureIds())
        self._clear_but(layer_id)
        if is_quick(layer) and layer_id not in self._members:
            self._members[layer_id] = read_now(layer, field)
        if not features or layer_id in self._members:
            self.selected.emit(sorted(self._members[layer_id].ids(features)) if features else [])
        else:
            self._read({layer: field}, features, lambda found: self._on_selected(found[layer_id].ids(features)))

    def _on_selected(self, ids: Set[str]) -> None:
        self._task = None
        self.selected.emit(sorted(ids))

    def _clear_but(self, kept_id: str) -> None:
        """Clears the selection of the other layer, which would look as if it belonged to the new one."""
        self._busy = True
        try:
            for layer_id in self._layers:
                layer = self._layer(layer_id)
                if layer is not None and layer_id != kept_id:
                    layer.removeSelection()
        finally:
            self._busy = False

    def _outdate(self, *_what: object) -> None:
        layer = self.sender()
        if isinstance(layer, QgsVectorLayer):
            self._members.pop(layer.id(), None)

    def _on_removed(self, layer_ids: List[str]) -> None:
        for layer_id in layer_ids:
            self._layers.pop(layer_id, None)
            self._members.pop(layer_id, None)

    def _followed(self) -> Iterator[Tuple[QgsVectorLayer, str]]:
        """The layers that are there, each with the field that counts."""
        for layer_id, field in self._layers.items():
            layer = self._layer(layer_id)
            if layer is not None:
                yield layer, field

    @staticmethod
    def _layer(layer_id: str) -> Optional[QgsVectorLayer]:
        layer = QgsProject.instance().mapLayer(layer_id)
        return layer if isinstance(layer, QgsVectorLayer) else None


def _outdating(layer: QgsVectorLayer) -> Tuple[Any, ...]:
    """Signals of a layer after which other features may have other ids."""
    changed = (layer.featureAdded, layer.featuresDeleted, layer.attributeValueChanged)
    return (layer.dataChanged, layer.subsetStringChanged, layer.afterRollBack, layer.afterCommitChanges, *changed)
