"""One selection for table and map: rows select features and flash, features select rows."""

from __future__ import annotations

from typing import Dict, Iterator, List, Optional, Set, Tuple

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...layers.fields import ID, split

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
        QgsProject.instance().layersWillBeRemoved.connect(self._on_removed)

    def set_layers(self, *layer_ids: str) -> None:
        """Follows these layers and no others; the first one is zoomed to."""
        self.release()
        for layer_id in layer_ids:
            layer = self._layer(layer_id)
            names = layer.fields().names() if layer is not None else []
            field = next((name for name in self._fields if name in names), "")
            if layer is not None and field:
                self._layers[layer_id] = field
                layer.selectionChanged.connect(self._on_selection)

    def release(self) -> None:
        """Follows no layer any more."""
        for layer_id in self._layers:
            layer = self._layer(layer_id)
            if layer is not None:
                layer.selectionChanged.disconnect(self._on_selection)
        self._layers.clear()

    def stop(self) -> None:
        """Disconnects from the layers and the project."""
        self.release()
        QgsProject.instance().layersWillBeRemoved.disconnect(self._on_removed)

    def shows(self, id_: str) -> bool:
        """Whether a feature is on the map."""
        return any(_ids(layer, field, {id_}) for layer, field in self._followed())

    def flash(self, ids: List[str]) -> None:
        """Lets features flash on the map."""
        for layer, field in self._followed():
            if self._canvas is not None:
                self._canvas.flashFeatureIds(layer, _ids(layer, field, set(ids)))

    def select(self, ids: List[str]) -> None:
        """Selects features on the map, of programmes their areas as well; a few of them flash."""
        self._busy = True
        try:
            for layer, field in self._followed():
                chosen = _ids(layer, field, set(ids))
                layer.selectByIds(chosen)
                if 0 < len(chosen) <= _MOST_FLASHES and self._canvas is not None:
                    self._canvas.flashFeatureIds(layer, chosen)
        finally:
            self._busy = False

    def zoom(self) -> None:
        """Zooms to the selection on the map."""
        first = next(self._followed(), None)
        if first is not None and first[0].selectedFeatureCount() and self._canvas is not None:
            self._canvas.zoomToSelected(first[0])

    def _on_selection(self, *_what: object) -> None:
        if self._busy:
            return
        layer = self.sender()
        field = self._layers.get(layer.id(), "") if isinstance(layer, QgsVectorLayer) else ""
        if not field:
            return
        ids: Set[str] = set()
        for feature in layer.selectedFeatures():
            ids.update(split(feature[field]))
        self._clear_but(layer.id())
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

    def _on_removed(self, layer_ids: List[str]) -> None:
        for layer_id in layer_ids:
            self._layers.pop(layer_id, None)

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


def _ids(layer: QgsVectorLayer, field: str, wanted: Set[str]) -> List[int]:
    """QGIS's ids of the features that have one of these ids."""
    if not wanted:
        return []
    request = QgsFeatureRequest().setSubsetOfAttributes([field], layer.fields())
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    place = layer.fields().lookupField(field)
    return [f.id() for f in layer.getFeatures(request) if not wanted.isdisjoint(split(f.attribute(place)))]
