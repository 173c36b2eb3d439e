"""A legend that fits its room: long labels in several lines, smaller letters and more columns where it is full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Optional, Sequence

from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerStyle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from .sheet import INK, Sheet, text_format
from .text import font, wrap

#: Parts of a renderer in the XML of a style that have a label.
_LABELLED = ("category", "range", "rule")
_SYMBOL = (5.0, 3.0)
#: Between symbol and label, between columns, and around all of it.
_GAP, _BETWEEN, _AROUND = 2.0, 3.0, 0.5
_DOTS = 300


@dataclass(frozen=True)
class Shape:
    """How a legend is set.

    :param width: of the legend in millimetres
    :param split: the classes of a layer may go on in the next column
    """

    width: float
    columns: int
    points: float
    split: bool = False

    @property
    def column(self) -> float:
        """Width of a column."""
        return (self.width - 2 * _AROUND - (self.columns - 1) * _BETWEEN) / self.columns


#: From the most comfortable to the most crowded.
BESIDE_A_MAP = (
    Shape(58, 1, 8), Shape(72, 1, 7.5), Shape(72, 1, 6.5), Shape(90, 2, 7), Shape(90, 2, 7, True), Shape(100, 2, 6),
    Shape(104, 2, 6, True), Shape(116, 3, 5.5, True),
)  # fmt: skip
ON_A_PAGE = tuple(Shape(270, columns, points, True) for columns, points in ((3, 8), (4, 7), (5, 6), (6, 5), (8, 4)))


@dataclass(frozen=True)
class Setting:
    """A legend that was tried.

    :param styles: XML by id of the layer, with the labels broken into lines
    """

    shape: Shape
    width: float
    height: float
    styles: Dict[str, str]


class Legend:
    """The legend of some layers on a sheet. First ``measure``, then ``place``."""

    def __init__(self, sheet: Sheet, layers: Sequence[QgsVectorLayer]) -> None:
        self._sheet = sheet
        self._layers = list(layers)
        self._item = QgsLayoutItemLegend(sheet.layout)
        self._item.setId("legend")
        self._item.setAutoUpdateModel(False)
        root = self._item.model().rootGroup()
        root.clear()
        for layer in self._layers:
            root.addLayer(layer)

    def measure(self, shapes: Iterable[Shape], height: float) -> Optional[Setting]:
        """The first shape in which all fits into ``height`` millimetres; ``None`` where none does."""
        for shape in shapes:
            made = self._try(shape)
            if made.width <= shape.width and made.height <= height:
                return made
        return None

    def most_crowded(self, shapes: Sequence[Shape]) -> Setting:
        """The last shape, whether it fits or not."""
        return self._try(shapes[-1])

    def place(self, setting: Setting, room: QRectF, linked: QgsLayoutItemMap) -> QgsLayoutItemLegend:
        """Puts it on the sheet, as it was measured.

        :param linked: a map with the styles of the setting
        """
        self._dress(setting.shape, setting.styles)
        self._item.setLinkedMap(linked)
        self._item.setLegendFilterByMapEnabled(False)
        # Its size is known; QGIS would work it out again only when it is drawn.
        self._item.setResizeToContents(False)
        self._sheet.add(self._item, QRectF(room.left(), room.top(), setting.width, min(setting.height, room.height())))
        return self._item

    def _try(self, shape: Shape) -> Setting:
        room = shape.column - _SYMBOL[0] - 2 * _GAP
        styles = {layer.id(): wrapped_style(layer, room, shape.points) for layer in self._layers}
        self._dress(shape, styles)
        context = QgsLayoutUtils.createRenderContextForLayout(self._sheet.layout, None, _DOTS)
        size = QgsLegendRenderer(self._item.model(), self._item.legendSettings()).minimumSize(context)
        return Setting(shape, size.width(), size.height(), styles)

    def _dress(self, shape: Shape, styles: Dict[str, str]) -> None:
        item = self._item
        for name in ("Title", "Group", "Subgroup", "SymbolLabel"):
            _set_format(item, name, shape.points, bold=name != "SymbolLabel")
        item.setTitle("")
        item.setColumnCount(shape.columns)
        item.setSplitLayer(shape.split)
        item.setEqualColumnWidth(shape.columns > 1)
        item.setColumnSpace(_BETWEEN)
        item.setBoxSpace(_AROUND)
        item.setSymbolWidth(_SYMBOL[0])
        item.setSymbolHeight(_SYMBOL[1] * shape.points / 8)
        item.setBackgroundEnabled(False)
        for name, top in (("Subgroup", 2.0), ("Symbol", 0.9 * shape.points / 8)):
            item.setStyleMargin(_component(name), _side("Top"), top)
        item.setStyleMargin(_component("SymbolLabel"), _side("Left"), _GAP)
        model = item.model()
        model.setLayerStyleOverrides(styles)
        for node in model.rootGroup().findLayers():
            name = "\n".join(wrap(node.layer().name(), shape.column - _GAP, shape.points, bold=True))
            node.setCustomProperty("legend/title-label", name)
            model.refreshLayerLegend(node)


def wrapped_style(layer: QgsVectorLayer, width: float, points: float) -> str:
    """The XML of a layer's style with the labels of its classes broken into lines of at most ``width`` millimetres.

    The layer itself stays as it is: a legend that had labels of its own would keep them when the classes change.
    """
    style = QgsMapLayerStyle()
    style.readFromLayer(layer)
    document = QDomDocument()
    document.setContent(style.xmlData())
    for name in _LABELLED:
        found = document.elementsByTagName(name)
        for at in range(found.count()):
            element = found.at(at).toElement()
            if element.hasAttribute("label"):
                element.setAttribute("label", "\n".join(wrap(element.attribute("label"), width, points)))
    return str(document.toString())


def without_labels(styles: Dict[str, str]) -> Dict[str, str]:
    """The same styles for small frames, in which names of areas would cover the areas."""
    made: Dict[str, str] = {}
    for id_, style in styles.items():
        document = QDomDocument()
        document.setContent(style)
        document.documentElement().setAttribute("labelsEnabled", "0")
        made[id_] = str(document.toString())
    return made


def labels_of(legend: QgsLayoutItemLegend) -> List[str]:
    """The labels of all classes, as they stand in a legend."""
    model = legend.model()
    nodes = [each for node in model.rootGroup().findLayers() for each in model.layerLegendNodes(node)]
    return [str(each.data(0) or "") for each in nodes]


def _set_format(item: QgsLayoutItemLegend, name: str, points: float, bold: bool) -> None:
    style = item.rstyle(_component(name))
    if hasattr(style, "setTextFormat"):
        style.setTextFormat(text_format(points, bold))
    else:
        # Before QGIS 3.30.
        style.setFont(font(points, bold))
        item.setFontColor(QColor(INK))


def _component(name: str) -> Any:
    return getattr(getattr(QgsLegendStyle, "Style", QgsLegendStyle), name)


def _side(name: str) -> Any:
    return getattr(getattr(QgsLegendStyle, "Side", QgsLegendStyle), name)
