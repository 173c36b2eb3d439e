"""One selection for table and map: rows select features and flash, features select rows."""

from __future__ import annotations

from typing import Dict, List, Optional, Set

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...layers.fields import split

#: Fields with the id of a programme, or those of the programmes of an area. The text is preferred to the list, which a
#: live layer does not have in every version of QGIS.
_CCI = "cci"
_FIELDS = (_CCI, "programmes_text", "programmes")


class MapSelection(QObject):
    """Follows the two layers of the search that was loaded last."""

    #: Programmes (a list of CCI) were selected on the map.
    selected = pyqtSignal(list)

    def __init__(self, canvas: Optional[QgsMapCanvas], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._layers: Dict[str, str] = {}
        self._busy = False
        QgsProject.instance().layersWillBeRemoved.connect(self._on_removed)

    def set_layers(self, programmes_id: str, areas_id: str) -> None:
        """Follows these layers and no others."""
        self.release()
        for layer_id in (programmes_id, areas_id):
            layer = self._layer(layer_id)
            names = layer.fields().names() if layer is not None else []
            field = next((name for name in _FIELDS if name in names), "")
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

    def select(self, ccis: List[str]) -> None:
        """Selects the programmes and their areas on the map; the programmes flash."""
        self._busy = True
        try:
            for layer_id, field in self._layers.items():
                layer = self._layer(layer_id)
                if layer is None:
                    continue
                ids = _ids(layer, field, set(ccis))
                layer.selectByIds(ids)
                if ids and self._canvas is not None:
                    self._canvas.flashFeatureIds(layer, ids)
        finally:
            self._busy = False

    def zoom(self) -> None:
        """Zooms to the selection on the map."""
        for layer_id, field in self._layers.items():
            layer = self._layer(layer_id)
            if field == _CCI and layer is not None and layer.selectedFeatureCount() and self._canvas is not None:
                self._canvas.zoomToSelected(layer)

    def _on_selection(self, *_what: object) -> None:
        if self._busy:
            return
        layer = self.sender()
        field = self._layers.get(layer.id(), "") if isinstance(layer, QgsVectorLayer) else ""
        if not field:
            return
        ccis: Set[str] = set()
        for feature in layer.selectedFeatures():
            ccis.update(split(feature[field]))
        self._clear_but(layer.id())
        self.selected.emit(sorted(ccis))

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

    @staticmethod
    def _layer(layer_id: str) -> Optional[QgsVectorLayer]:
        layer = QgsProject.instance().mapLayer(layer_id)
        return layer if isinstance(layer, QgsVectorLayer) else None


def _ids(layer: QgsVectorLayer, field: str, ccis: Set[str]) -> List[int]:
    """Ids of the features that have one of these programmes."""
    if not ccis:
        return []
    request = QgsFeatureRequest().setSubsetOfAttributes([field], layer.fields())
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return [f.id() for f in layer.getFeatures(request) if not ccis.isdisjoint(split(f[field]))]
