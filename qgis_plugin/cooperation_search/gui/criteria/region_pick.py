"""Picking NUTS regions by clicking on the map."""

from typing import List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

#: CRS of the server's coordinates.
WGS84 = "EPSG:4326"


class RegionPickTool(QgsMapTool):
    """A click says where, Escape ends; the regions chosen so far are outlined on the map."""

    #: Longitude and latitude (WGS 84) of a click.
    picked = pyqtSignal(QgsPointXY)
    #: Escape was pressed.
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._band: Optional[QgsRubberBand] = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        # The colour set for things selected on the map, lighter inside so that the map shows through.
        colour = QColor(canvas.selectionColor())
        self._band.setStrokeColor(colour)
        self._band.setWidth(2)
        colour.setAlpha(60)
        self._band.setFillColor(colour)

    def show_regions(self, areas: List[QgsGeometry]) -> None:
        """Outlines these areas, WGS 84."""
        if self._band is None:
            return
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        for area in areas:
            self._band.addGeometry(area, QgsCoordinateReferenceSystem(WGS84))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: D102, N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        source = self.canvas().mapSettings().destinationCrs()
        point = event.mapPoint()
        if source.isValid():
            transform = QgsCoordinateTransform(source, QgsCoordinateReferenceSystem(WGS84), QgsProject.instance())
            try:
                point = transform.transform(point)
            except QgsCsException:
                # Outside of what the map's projection can show: there is no region either.
                return
        self.picked.emit(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def remove(self) -> None:
        """Takes tool and outlines off the map for good."""
        canvas = self.canvas()
        if canvas is not None:
            canvas.unsetMapTool(self)
            if self._band is not None:
                canvas.scene().removeItem(self._band)
        self._band = None
