"""The mark of what is the user's own, over whatever style a layer has, and in its legend.

A programme gets a wide outline, an entry a ring. The mark can be taken off and put on again without touching the rest
of a style, which the user may have changed.
"""

from __future__ import annotations

from typing import Optional, Union

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMarkerSymbol,
    QgsPointDisplacementRenderer,
    QgsProperty,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from ...api.texts import tr
from ...own import Own
from . import palette
from .categories import categorised, literal, small_on_top
from .entries import is_points

#: Value and class that no record has: they stand for the mark in the legend.
_VALUE, _CLASS = "#own", (-4_000_000.0, -3_999_999.0)
#: Begins the expressions of marks, so that they are known again.
_SIGN = f"CASE WHEN '{_VALUE}' = '{_VALUE}' AND "
#: Classifies records that all have the same symbol.
_ALIKE = "NULL"
_COLOUR, _WIDTH, _RING = "#e6007e", "0.9", "6"


def mark(layer: QgsVectorLayer, own: Own) -> None:
    """Marks the own records of a layer of programmes or entries; without an own programme or country, none."""
    points = is_points(layer)
    if not points and not palette.is_programmes(layer):
        return
    renderer = layer.renderer().clone()
    condition = _condition(own)
    label = _words(points, own) if own else ""
    inner = renderer
    if isinstance(renderer, QgsPointDisplacementRenderer):
        inner = renderer.embeddedRenderer().clone()
    inner = _marked(layer, inner, condition, label, points)
    if inner is None:
        return
    if isinstance(renderer, QgsPointDisplacementRenderer):
        renderer.setEmbeddedRenderer(inner)
        inner = renderer
    layer.setRenderer(inner)
    layer.triggerRepaint()
    layer.emitStyleChanged()


def _condition(own: Own) -> str:
    if own.programme:
        return f"attribute($currentfeature, 'cci') = {literal(own.programme)}"
    return f"attribute($currentfeature, 'country') = {literal(own.country)}" if own.country else ""


def _words(points: bool, own: Own) -> str:
    if points:
        return tr("Styles", "Ringed: my entries") if own.programme else tr("Styles", "Ringed: entries of my country")
    if own.programme:
        return tr("Styles", "My programme")
    return tr("Styles", "Programmes of my country")


def _marked(
    layer: QgsVectorLayer, renderer: QgsFeatureRenderer, condition: str, label: str, points: bool
) -> Optional[QgsFeatureRenderer]:
    """A renderer with the marks; ``None`` for one of a kind that is not of this plugin."""

    def symbol(given: QgsSymbol) -> QgsSymbol:
        return _symbol(given, condition, points)

    if isinstance(renderer, QgsSingleSymbolRenderer) and label:
        # A single symbol has no legend to say it in.
        rest = QgsRendererCategory(None, renderer.symbol().clone(), tr("Styles", "Other programmes"))
        renderer = categorised(layer, _ALIKE, [rest])
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for place in reversed(range(len(renderer.categories()))):
            if renderer.categories()[place].value() == _VALUE:
                renderer.deleteCategory(place)
        for place, category in enumerate(renderer.categories()):
            renderer.updateCategorySymbol(place, symbol(category.symbol()))
        if label:
            renderer.addCategory(QgsRendererCategory(_VALUE, _sign(points), label))
        elif renderer.classAttribute() == _ALIKE:
            # Held: the symbol goes with its category.
            (alike,) = renderer.categories()
            single = QgsSingleSymbolRenderer(alike.symbol().clone())
            small_on_top(layer, single)
            return single
        return renderer
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        for place in reversed(range(len(renderer.ranges()))):
            if renderer.ranges()[place].lowerValue() == _CLASS[0]:
                renderer.deleteClass(place)
        for place, each in enumerate(renderer.ranges()):
            renderer.updateRangeSymbol(place, symbol(each.symbol()))
        if label:
            renderer.addClassRange(QgsRendererRange(*_CLASS, _sign(points), label))
        return renderer
    return None


def _symbol(given: QgsSymbol, condition: str, points: bool) -> QgsSymbol:
    """A symbol with the mark of the own records in place of the one that it may have."""
    made = given.clone()
    for place in reversed(range(made.symbolLayerCount())):
        if _is_mark(made.symbolLayer(place)):
            made.deleteSymbolLayer(place)
    if not condition:
        return made
    over = _over(points)
    shown = f"{_SIGN}coalesce({condition}, false) THEN 'solid' ELSE 'no' END"
    # Legends, which draw no record, show the symbol without it.
    over.setStrokeStyle(Qt.PenStyle.NoPen)
    over.setDataDefinedProperty(_stroke_style(), QgsProperty.fromExpression(shown))
    made.appendSymbolLayer(over)
    return made


def _is_mark(layer: QgsSymbolLayer) -> bool:
    return layer.dataDefinedProperties().property(_stroke_style()).expressionString().startswith(_SIGN)


def _over(points: bool) -> Union[QgsSimpleMarkerSymbolLayer, QgsSimpleFillSymbolLayer]:
    """A ring around an entry, an outline of a programme."""
    if points:
        ring = {"name": "circle", "size": _RING, "color": "0,0,0,0", "outline_color": _COLOUR, "outline_width": "0.6"}
        return QgsSimpleMarkerSymbolLayer.create(ring)
    return QgsSimpleFillSymbolLayer.create({"style": "no", "outline_color": _COLOUR, "outline_width": _WIDTH})


def _sign(points: bool) -> QgsSymbol:
    """What the legend shows."""
    symbol: QgsSymbol = QgsMarkerSymbol() if points else QgsFillSymbol()
    symbol.changeSymbolLayer(0, _over(points))
    return symbol


def _stroke_style() -> object:
    """The property of a symbol layer; its enumeration got a scope of its own in Qt 6."""
    scope = getattr(QgsSymbolLayer, "Property", QgsSymbolLayer)
    return getattr(scope, "StrokeStyle", None) or scope.PropertyStrokeStyle
