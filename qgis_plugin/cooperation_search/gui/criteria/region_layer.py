"""Regions from a layer of the user: those that its features touch, with an optional distance around them."""

from __future__ import annotations

from typing import List, Optional, Set

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayerProxyModel,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from .boundaries import Boundaries
from .region_pick import WGS84

#: Segments of a quarter circle of a buffer.
_SEGMENTS = 12
#: Largest distance around features, km.
_FARTHEST = 1000.0


class LayerRegionsTask(QgsTask):
    """Finds the regions that features of a layer touch, in a thread of its own.

    :param only: ids of the features that count, None: all
    :param km: distance around each feature, kilometres
    """

    #: Codes of the NUTS III areas (a set), or None where it was not possible.
    done = pyqtSignal(object)

    def __init__(
        self, layer: QgsVectorLayer, boundaries: Boundaries, only: Optional[List[int]], km: float, description: str
    ) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._source = QgsVectorLayerFeatureSource(layer)
        self._crs = layer.crs()
        self._context = QgsProject.instance().transformContext()
        self._boundaries = boundaries
        self._only = only
        self._km = km
        self._count = max(1, len(only) if only is not None else layer.featureCount())
        self.codes: Set[str] = set()
        #: Features that cannot be brought to longitude and latitude.
        self.unplaced = 0

    def run(self) -> bool:  # noqa: D102
        request = QgsFeatureRequest().setSubsetOfAttributes([])
        if self._only is not None:
            request.setFilterFids(self._only)
        to_wgs84 = QgsCoordinateTransform(self._crs, QgsCoordinateReferenceSystem(WGS84), self._context)
        for number, feature in enumerate(self._source.getFeatures(request)):
            if self.isCanceled():
                return False
            if feature.hasGeometry():
                try:
                    self.codes |= self._boundaries.touching(self._placed(feature.geometry(), to_wgs84))
                except QgsCsException:
                    self.unplaced += 1
            self.setProgress(100 * number / self._count)
        return True

    def finished(self, result: bool) -> None:  # noqa: D102
        self.done.emit(self.codes if result else None)

    def _placed(self, geometry: QgsGeometry, to_wgs84: QgsCoordinateTransform) -> QgsGeometry:
        """The geometry in WGS 84 with the distance around it."""
        # An invalid one would touch nothing, without a word.
        geometry = QgsGeometry(geometry) if geometry.isGeosValid() else geometry.makeValid()
        geometry.transform(to_wgs84)
        return buffered(geometry, self._km, self._context) if self._km > 0 else geometry


def buffered(geometry: QgsGeometry, km: float, context: QgsCoordinateTransformContext) -> QgsGeometry:
    """A WGS 84 geometry with a distance in kilometres around it, WGS 84.

    It is measured in an equal-area projection centred on the geometry itself, so that the distance is right in Lapland,
    on the Canaries and on La Réunion alike.

    :raises QgsCsException: where the geometry has no place in longitude and latitude
    """
    centre = geometry.boundingBox().center()
    local = QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={centre.y():.6f} +lon_0={centre.x():.6f} +datum=WGS84 +units=m +no_defs"
    )
    there = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), local, context)
    around = QgsGeometry(geometry)
    around.transform(there)
    around = around.buffer(km * 1000.0, _SEGMENTS)
    around.transform(there, Qgis.TransformDirection.Reverse)
    return around


class LayerRegionsForm(QWidget):
    """Which layer, which of its features, how far around them."""

    #: Layer, ids of features (None: all), distance in km.
    layer_chosen = pyqtSignal(object, object, float)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.layers = QgsMapLayerComboBox(self)
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.HasGeometry)
        self.layers.setAccessibleName(self.tr("Layer"))
        self.layers.setMinimumWidth(80)
        self.selected_only = QCheckBox(self.tr("Selected features only"), self)
        self.distance = QDoubleSpinBox(self)
        self.distance.setRange(0.0, _FARTHEST)
        self.distance.setDecimals(1)
        self.distance.setSuffix(self.tr(" km"))
        self.distance.setAccessibleName(self.tr("Distance around the features in kilometres"))
        self.find = QPushButton(self.tr("Choose the regions"), self)
        self.find.setToolTip(self.tr("Adds the NUTS III regions that the features touch to those already chosen"))
        self.find.clicked.connect(self._ask)
        self.layers.layerChanged.connect(self._on_layer)
        # Older versions of QGIS do not say that the last layer of the list is gone.
        QgsProject.instance().layersRemoved.connect(self._on_removed)
        self._listening = True
        around = QHBoxLayout()
        label = QLabel(self.tr("Distance around them"), self)
        label.setBuddy(self.distance)
        label.setWordWrap(True)
        around.addWidget(label, 1)
        around.addWidget(self.distance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 0, 4)
        layout.setSpacing(3)
        layout.addWidget(self.layers)
        layout.addWidget(self.selected_only)
        layout.addLayout(around)
        layout.addWidget(self.find)
        self._watched: Optional[QgsVectorLayer] = None
        self._on_layer(self.layers.currentLayer())

    def _on_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        self._stop_watching()
        self._watched = layer
        if layer is not None:
            layer.selectionChanged.connect(self._on_selection)
        self._on_selection()

    def _on_removed(self, *_what: object) -> None:
        self._on_layer(self.layers.currentLayer())

    def stop(self) -> None:
        """Disconnects from the layer and the project."""
        self._stop_watching()
        if self._listening:
            QgsProject.instance().layersRemoved.disconnect(self._on_removed)
            self._listening = False

    def _stop_watching(self) -> None:
        if self._watched is not None:
            try:
                self._watched.selectionChanged.disconnect(self._on_selection)
            except (RuntimeError, TypeError):
                # The layer was deleted, and its connections with it.
                self._watched = None
        self._watched = None

    def _on_selection(self, *_what: object) -> None:
        layer = self.layers.currentLayer()
        self.find.setEnabled(layer is not None)
        count = 0 if layer is None else layer.selectedFeatureCount()
        self.selected_only.setEnabled(count > 0)
        if not count:
            self.selected_only.setChecked(False)

    def _ask(self) -> None:
        layer = self.layers.currentLayer()
        if layer is not None:
            only = list(layer.selectedFeatureIds()) if self.selected_only.isChecked() else None
            self.layer_chosen.emit(layer, only, self.distance.value())
