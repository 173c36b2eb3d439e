"""A page on which maps, texts, legend and scale bar are put at places in millimetres."""

from __future__ import annotations

from typing import Any, Dict, Optional, Sequence

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from .text import fit, font

#: Whatever QGIS's theme: paper is white.
INK, GREY, FRAME = "#1a1a1a", "#595959", "#8c8c8c"
WARNING, ON_WARNING = "#ffe08a", "#3d2c00"
_FRAME_WIDTH = 0.2
#: Around a text on a coloured ground.
_EDGE = 1.0


class Sheet:
    """A print layout of A4 pages while it is put together.

    :param title: its name; a number is added where the project has one of that name
    """

    def __init__(self, project: QgsProject, title: str, landscape: bool) -> None:
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        self._landscape = landscape
        self._size(self.layout.pageCollection().page(0))
        names = {each.name() for each in project.layoutManager().layouts()}
        number = 1
        name = title
        while name in names:
            number += 1
            name = f"{title} ({number})"
        self.layout.setName(name)
        #: Top of each page in millimetres.
        self.top = 0.0

    def add_page(self) -> None:
        """Adds a page; what is added from here on is put on it."""
        page = QgsLayoutItemPage(self.layout)
        self._size(page)
        pages = self.layout.pageCollection()
        pages.addPage(page)
        self.top = page.pagePos().y() if hasattr(page, "pagePos") else page.pos().y()

    def fitting(
        self, id_: str, text: str, room: QRectF, sizes: Sequence[float], bold: bool = False, colour: str = INK
    ) -> float:
        """Adds a text at the top of its room, in the largest size that fits; where it ends."""
        fitted = fit(text, room.width(), room.height(), sizes, bold)
        self.text_item(id_, literal(fitted.text), _high(room, fitted.height), fitted.points, bold, colour)
        return room.top() + fitted.height

    def standing(self, id_: str, text: str, room: QRectF, sizes: Sequence[float], colour: str = INK) -> float:
        """Adds a text at the bottom of its room, in the largest size that fits; where it begins."""
        fitted = fit(text, room.width(), room.height(), sizes)
        top = room.bottom() - fitted.height
        self.text_item(
            id_,
            literal(fitted.text),
            QRectF(room.left(), top, room.width(), fitted.height),
            fitted.points,
            False,
            colour,
        )
        return top

    def warning(self, id_: str, text: str, room: QRectF) -> float:
        """Adds a text that nobody overlooks; where it ends."""
        fitted = fit(text, room.width() - 2 * _EDGE, room.height() - 2 * _EDGE, (9, 8, 7, 6), True)
        box = QRectF(room.left(), room.top(), fitted.width + 2 * _EDGE, fitted.height + 2 * _EDGE)
        self.text_item(id_, literal(fitted.text), box, fitted.points, True, ON_WARNING, WARNING)
        return box.bottom()

    def text_item(
        self,
        id_: str,
        text: str,
        room: QRectF,
        points: float,
        bold: bool = False,
        colour: str = INK,
        background: str = "",
    ) -> QgsLayoutItemLabel:
        """Adds a text as it stands."""
        item = QgsLayoutItemLabel(self.layout)
        item.setId(id_)
        _set_text_format(item, points, bold, colour)
        item.setText(text)
        margin = _EDGE if background else 0.0
        item.setMarginX(margin)
        item.setMarginY(margin)
        item.setHAlign(Qt.AlignmentFlag.AlignLeft)
        item.setVAlign(Qt.AlignmentFlag.AlignTop)
        if background:
            item.setBackgroundEnabled(True)
            item.setBackgroundColor(QColor(background))
        self._put(item, room)
        return item

    def map(
        self,
        id_: str,
        room: QRectF,
        layers: Sequence[QgsMapLayer],
        crs: QgsCoordinateReferenceSystem,
        extent: QgsRectangle,
        styles: Optional[Dict[str, str]] = None,
    ) -> QgsLayoutItemMap:
        """Adds a map that keeps its layers, whatever is loaded later.

        :param extent: in ``crs``; more is shown where the frame has another shape
        :param styles: XML of the styles by id of the layer, in place of those that the layers have
        """
        item = QgsLayoutItemMap(self.layout)
        item.setId(id_)
        item.setCrs(crs)
        self._put(item, room)
        item.setKeepLayerSet(True)
        item.setLayers(list(layers))
        if styles:
            item.setKeepLayerStyles(True)
            item.setLayerStyleOverrides(styles)
        item.zoomToExtent(extent)
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(FRAME))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(_FRAME_WIDTH))
        item.setBackgroundColor(QColor("#ffffff"))
        return item

    def scale_bar(self, id_: str, room: QRectF, linked: QgsLayoutItemMap) -> QgsLayoutItemScaleBar:
        """Adds a scale bar in kilometres that is not wider than its room."""
        item = QgsLayoutItemScaleBar(self.layout)
        item.setId(id_)
        item.setStyle("Single Box")
        item.setLinkedMap(linked)
        item.setUnits(_kilometres())
        item.setUnitLabel("km")
        item.setMapUnitsPerScaleBarUnit(1)
        item.setHeight(1.5)
        item.setNumberOfSegmentsLeft(0)
        item.setNumberOfSegments(2)
        _set_text_format(item, 7, False, INK)
        # Its numbers reach beyond the bar.
        item.setSegmentSizeMode(_fit_width())
        item.setMinimumBarWidth(room.width() * 0.35)
        item.setMaximumBarWidth(room.width() * 0.75)
        item.update()
        self._put(item, room)
        return item

    def box(self, id_: str, room: QRectF, symbol: QgsFillSymbol) -> QgsLayoutItemShape:
        """Adds a rectangle."""
        item = QgsLayoutItemShape(self.layout)
        item.setId(id_)
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        item.setSymbol(symbol)
        self._put(item, room)
        return item

    def add(self, item: Any, room: QRectF) -> None:
        """Adds an item that was made elsewhere."""
        self._put(item, room)

    def _put(self, item: Any, room: QRectF) -> None:
        self.layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(room.left(), room.top() + self.top))
        item.attemptResize(QgsLayoutSize(room.width(), room.height()))

    def _size(self, page: QgsLayoutItemPage) -> None:
        names = QgsLayoutItemPage.Orientation
        page.setPageSize("A4", names.Landscape if self._landscape else names.Portrait)


def literal(text: str) -> str:
    """A text as it stands: what QGIS would take for an expression is none."""
    return text.replace("[%", "[ %")


def text_format(points: float, bold: bool = False, colour: str = INK) -> QgsTextFormat:
    """A format with the font of the sheets."""
    made = QgsTextFormat()
    made.setFont(font(points, bold))
    made.setSize(points)
    made.setSizeUnit(_points())
    made.setColor(QColor(colour))
    return made


def _high(room: QRectF, height: float) -> QRectF:
    return QRectF(room.left(), room.top(), room.width(), height)


def _set_text_format(item: Any, points: float, bold: bool, colour: str) -> None:
    if hasattr(item, "setTextFormat"):
        item.setTextFormat(text_format(points, bold, colour))
    else:
        # Labels before QGIS 3.24.
        item.setFont(font(points, bold))
        item.setFontColor(QColor(colour))


def _points() -> Any:
    """QGIS's name for points; it moved in 3.30."""
    return Qgis.RenderUnit.Points if Qgis.QGIS_VERSION_INT >= 33000 else QgsUnitTypes.RenderUnit.RenderPoints


def _kilometres() -> Any:
    """QGIS's name for kilometres; it moved in 3.30."""
    new = Qgis.QGIS_VERSION_INT >= 33000
    return Qgis.DistanceUnit.Kilometers if new else QgsUnitTypes.DistanceUnit.DistanceKilometers


def _fit_width() -> Any:
    """QGIS's name for bars as wide as their room; it moved in 3.40."""
    from qgis.core import QgsScaleBarSettings

    if hasattr(Qgis, "ScaleBarSegmentSizeMode"):
        return Qgis.ScaleBarSegmentSizeMode.FitWidth
    return QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth
