"""Picking NUTS regions by clicking on the map."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

#: CRS of the server's coordinates.
WGS84 = "EPSG:4326"
#: The Union's European part, longitude and latitude.
EUROPE = QgsRectangle(-11.0, 34.0, 33.0, 71.0)


class RegionPickTool(QgsMapTool):
    """A click picks a place, Escape ends; the regions chosen so far are outlined on the map."""

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
        self._all: Optional[QgsRubberBand] = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self._all.setStrokeColor(QColor(120, 120, 120))
        self._all.setWidth(1)
        self._all_shown = False
        self._before: Optional[QgsMapTool] = None
        # Another tool was taken: the one before is not to come back.
        self.deactivated.connect(self._forget)

    def begin(self) -> None:
        """Becomes the tool of the map."""
        before = self.canvas().mapTool()
        self.canvas().setMapTool(self)
        self._before = before

    def end(self) -> None:
        """Gives the map back to the tool before, without which dragging would do nothing."""
        before, self._before = self._before, None
        self.canvas().unsetMapTool(self)
        if before is not None and not sip.isdeleted(before):
            self.canvas().setMapTool(before)

    def _forget(self) -> None:
        self._before = None

    def show_regions(self, areas: List[QgsGeometry]) -> None:
        """Outlines these areas, WGS 84."""
        if self._band is None:
            return
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        for area in areas:
            self._band.addGeometry(area, QgsCoordinateReferenceSystem(WGS84))

    def is_map_empty(self) -> bool:
        """Whether the map shows nothing that one could aim at."""
        return not self.canvas().layers()

    def show_europe(self) -> None:
        """Brings the Union's European part into view."""
        canvas = self.canvas()
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(WGS84), canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        try:
            canvas.setExtent(transform.transformBoundingBox(EUROPE))
        except QgsCsException:
            # The map's projection is one of another part of the world.
            return
        canvas.refresh()

    def show_boundaries(self, lines: QgsGeometry) -> None:
        """Draws all boundaries, WGS 84, on a map that is empty; none takes them away."""
        if self._all is None or lines.isNull() is not self._all_shown:
            return
        self._all_shown = not lines.isNull()
        self._all.reset(QgsWkbTypes.GeometryType.LineGeometry)
        if self._all_shown:
            self._all.setToGeometry(lines, QgsCoordinateReferenceSystem(WGS84))

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
        """Removes tool and outlines from the map."""
        canvas = self.canvas()
        if canvas is not None:
            canvas.unsetMapTool(self)
            for band in (self._band, self._all):
                if band is not None:
                    canvas.scene().removeItem(band)
        self._band = self._all = None
