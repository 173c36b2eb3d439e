"""The map of a partner sheet: the area of the one who asks, and that of the partner of the page."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterable, List, Optional, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLayoutObject,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsVectorLayer,
)

from ..layers.background import layer_of
from ..settings import PREFIX
from .extent import EUROPE, EUROPE_CRS, WGS84

OWN, PARTNER = "#e69f00", "#2c7fb8"
#: Land around both, in metres.
_AROUND = 60_000


def own_symbol() -> QgsFillSymbol:
    """Hatched, so that it is told from the partner in black and white, too."""
    symbol = QgsFillSymbol.createSimple({"color": "#fbe6bf", "outline_color": "#9c6500", "outline_width": "0.4"})
    lines = QgsLinePatternFillSymbolLayer.create({"angle": "45", "distance": "1.4"})
    lines.setSubSymbol(QgsLineSymbol.createSimple({"color": OWN, "width": "0.35"}))
    symbol.appendSymbolLayer(lines)
    return symbol


def partner_symbol() -> QgsFillSymbol:
    """Full."""
    return QgsFillSymbol.createSimple({"color": PARTNER, "outline_color": "#1c4966", "outline_width": "0.3"})


def styles(areas: QgsVectorLayer, own: Optional[QgsVectorLayer], lines: Optional[QgsVectorLayer]) -> Dict[str, str]:
    """The styles of the layers on the sheet, by id: of partners and lines that of the page only."""
    current = "\"cci\" = attribute(@atlas_feature, 'cci')"
    made = {areas.id(): _style(areas, partner_symbol(), current)}
    if own is not None:
        made[own.id()] = _style(own, own_symbol(), "")
    if lines is not None:
        symbol = QgsLineSymbol.createSimple({"line_color": "#1a1a1a", "line_width": "0.35", "line_style": "dash"})
        made[lines.id()] = _style(lines, symbol, current)
    return made


def crs_for(project: QgsProject, own: Optional[QgsVectorLayer]) -> QgsCoordinateReferenceSystem:
    """The project's CRS where it is one of a plane, else EPSG:3035; far from Europe a plane around the own area."""
    extent = own.extent() if own is not None else QgsRectangle(EUROPE)
    if not extent.intersects(EUROPE) and not extent.isEmpty():
        centre = extent.center()
        made = QgsCoordinateReferenceSystem.fromProj(
            f"+proj=laea +lat_0={centre.y():.1f} +lon_0={centre.x():.1f} +datum=WGS84 +units=m"
        )
        if made.isValid():
            return made
    own_crs = project.crs()
    return own_crs if own_crs.isValid() and not own_crs.isGeographic() else QgsCoordinateReferenceSystem(EUROPE_CRS)


def follow(item: QgsLayoutItemMap, own: Optional[QgsVectorLayer], chosen: Iterable[QgsFeature]) -> None:
    """Lets a map show both areas of each page; of programmes with overseas areas, what they have in Europe.

    :param chosen: the partners, of which each has a page
    """
    crs = item.crs()
    beside = None if own is None or own.extent().isEmpty() else _box(_in_europe(own.extent()), crs)
    boxes: Dict[str, List[float]] = {}
    for each in chosen:
        box = _box(_in_europe(each.geometry()), crs)
        if beside is not None:
            box.combineExtentWith(beside)
        box.grow(_AROUND)
        boxes[str(each["cci"])] = [round(x) for x in (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())]
    table = QgsExpression.quotedString(json.dumps(boxes))
    for place, name in enumerate(("MapXMin", "MapYMin", "MapXMax", "MapYMax")):
        define(item, name, f'array_get(map_get(from_json({table}), "cci"), {place})')


def first_extent(areas: QgsVectorLayer, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """What the map shows before a page is chosen."""
    return _box(_in_europe(areas.extent()), crs)


def define(item: Any, name: str, expression: str) -> None:
    """Lets a property of an item follow an expression."""
    key = getattr(QgsLayoutObject.DataDefinedProperty, name)
    item.dataDefinedProperties().setProperty(key, QgsProperty.fromExpression(expression))


def _in_europe(shape: Union[QgsRectangle, QgsGeometry]) -> QgsRectangle:
    """The box of what lies in Europe; of all, where nothing does."""
    if isinstance(shape, QgsRectangle):
        return shape.intersect(EUROPE) if shape.intersects(EUROPE) else shape
    part = shape.clipped(EUROPE)
    return (shape if part.isNull() or part.isEmpty() else part).boundingBox()


def _box(degrees: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), crs, QgsProject.instance())
    try:
        return transform.transformBoundingBox(degrees)
    except QgsCsException:
        # The project's CRS cannot show this place.
        return transform.transformBoundingBox(EUROPE)


def _style(layer: QgsVectorLayer, symbol: QgsSymbol, rule: str) -> str:
    """The XML of a style with one symbol for the features that meet a rule, and without labels."""
    empty = QgsVectorLayer(layer.source(), "", layer.providerType()) if layer.providerType() != "memory" else None
    made = empty if empty is not None and empty.isValid() else layer.clone()
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, rule))
    made.setRenderer(QgsRuleBasedRenderer(root))
    made.setLabelsEnabled(False)
    style = QgsMapLayerStyle()
    style.readFromLayer(made)
    return str(style.xmlData())


def drawn(project: QgsProject, own: List[QgsVectorLayer]) -> List[Any]:
    """The layers of a sheet with what lies below them in the project: background maps, and no results of searches."""
    root = project.layerTreeRoot()
    visible = {node.layerId() for node in root.findLayers() if node.isVisible()}
    land = layer_of(project)
    below = [layer for layer in root.layerOrder() if layer.id() in visible and (layer == land or not _is_ours(layer))]
    return [*own, *below]


def _is_ours(layer: QgsMapLayer) -> bool:
    """Whether a layer shows what this plugin was asked for."""
    return any(key.startswith(f"{PREFIX}/") for key in layer.customPropertyKeys())
