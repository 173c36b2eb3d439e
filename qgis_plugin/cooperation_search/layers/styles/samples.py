"""Hatching of what rests on sample entries, in each style that shows what entries say; named in the legend."""

from __future__ import annotations

from typing import List, Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsGraduatedSymbolRenderer,
    QgsProperty,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSimpleFillSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ...api.answers import CodeList
from ...api.criteria import SCOPE, TOPIC
from ...api.search import Search
from ...api.texts import tr
from .. import matching
from . import palette
from .categories import belonging, list_expression, literal
from .present import values

_SAMPLE = "sample"
#: Topics of a record that only sample entries have.
SAMPLE_TOPICS = "sample_topics"
#: A value and a class that no record has: they stand for the hatching in the legend.
_VALUE, _CLASS = "#sample", (-2_000_000.0, -1_999_999.0)


def hatch(layer: QgsVectorLayer, style: str, search: Search, codelists: Mapping[str, CodeList]) -> None:
    """Hatches the records of a styled layer whose colour rests on samples. Without any, nothing changes.

    Facts, such as a country or a category of region, do not rest on samples, whatever else a record has.
    """
    condition = _condition(layer, style, search, codelists)
    if not condition:
        return
    renderer = layer.renderer().clone()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for place, category in enumerate(renderer.categories()):
            if not isinstance(category.value(), str):
                # What has none of the values rests on nothing.
                continue
            renderer.updateCategorySymbol(place, _hatched(layer, category.symbol(), condition))
        renderer.addCategory(QgsRendererCategory(_VALUE, _sign(layer), _words(layer)))
    elif isinstance(renderer, QgsGraduatedSymbolRenderer):
        for place, each in enumerate(renderer.ranges()):
            if each.upperValue() < 1:
                continue
            renderer.updateRangeSymbol(place, _hatched(layer, each.symbol(), condition))
        renderer.addClassRange(QgsRendererRange(*_CLASS, _sign(layer), _words(layer)))
    else:
        return
    layer.setRenderer(renderer)


def _condition(layer: QgsVectorLayer, style: str, search: Search, codelists: Mapping[str, CodeList]) -> str:
    """An expression that is true for a record whose colour rests on samples; empty where there is none."""
    found = []
    if style == "topic" or (style == "programmes" and search.values(TOPIC)):
        found += _topics(layer, search, codelists["topics"])
    if style == "scope" or (style == "programmes" and search.values(SCOPE)):
        found += _basis(layer, "scopes_basis")
    if style in ("kind", "balance"):
        found += _basis(layer, "counts_basis")
    return f"coalesce({' OR '.join(found)}, false)" if found else ""


def _topics(layer: QgsVectorLayer, search: Search, topics: CodeList) -> List[str]:
    """A topic that is shown is one that only samples have."""
    if _SAMPLE not in values(layer, "topics_basis") or layer.fields().lookupField(SAMPLE_TOPICS) < 0:
        return []
    name = matching.column(layer, matching.TOPICS, "topics")
    shown = _listed(layer, name)
    chosen = [topics.by_code[code] for code in search.values(TOPIC) if code in topics.by_code]
    if chosen and name == "topics":
        # All topics of the record, not only those that the search found.
        shown = f"array({', '.join(map(literal, belonging(topics, chosen)))})"
    return [f"array_intersect({_listed(layer, SAMPLE_TOPICS)}, {shown})"]


def _listed(layer: QgsVectorLayer, name: str) -> str:
    by_column = list_expression(layer, name)
    return f"coalesce({by_column.replace(QgsExpression.quotedColumnRef(name), _value(name))}, array())"


def _value(name: str) -> str:
    """The value of a column; of none where a legend draws a symbol without a feature."""
    return f"attribute($currentfeature, {literal(name)})"


def _basis(layer: QgsVectorLayer, name: str) -> List[str]:
    return [f"{_value(name)} = '{_SAMPLE}'"] if _SAMPLE in values(layer, name) else []


def _words(layer: QgsVectorLayer) -> str:
    if palette.is_programmes(layer):
        return tr("Styles", "Dashed white: rests on sample entries")
    return tr("Styles", "Hatched: rests on sample entries")


def _hatched(layer: QgsVectorLayer, symbol: QgsSymbol, condition: str) -> QgsSymbol:
    """A symbol with hatching that only records on samples have; legends, which draw no record, show it without."""
    marked = symbol.clone()
    over = _over(layer, False)
    style = "StrokeStyle" if palette.is_programmes(layer) else "FillStyle"
    shown = f"CASE WHEN {condition} THEN {literal(_shown(layer))} ELSE 'no' END"
    over.setDataDefinedProperty(_property(style), QgsProperty.fromExpression(shown))
    marked.appendSymbolLayer(over)
    return marked


def _sign(layer: QgsVectorLayer) -> QgsSymbol:
    """What the legend shows."""
    symbol = palette.fill(layer, "#636363" if palette.is_programmes(layer) else "#ffffff")
    symbol.appendSymbolLayer(_over(layer, True))
    return symbol


def _shown(layer: QgsVectorLayer) -> str:
    """The style of the line, or of the fill, where there is hatching. What is not known has lines the other way."""
    return "dash" if palette.is_programmes(layer) else "f_diagonal"


def _over(layer: QgsVectorLayer, shown: bool) -> QgsSimpleFillSymbolLayer:
    style = _shown(layer) if shown else "no"
    if palette.is_programmes(layer):
        return palette.dashes("#ffffff", style)
    return QgsSimpleFillSymbolLayer.create({"color": "#1a1a1a", "style": style, "outline_style": "no"})


def _property(name: str) -> object:
    """The property of a symbol layer; its enumeration got a scope of its own in Qt 6."""
    scope = getattr(QgsSymbolLayer, "Property", QgsSymbolLayer)
    return getattr(scope, name, None) or getattr(scope, f"Property{name}")
