"""The styles of partners: areas by tier, lines as wide as the score, and the area of the asker."""

from __future__ import annotations

from typing import List

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...api.comparison import Comparison
from ...api.texts import tr
from ..partners.origin import AREAS, LINES, OWN
from . import palette
from .labels import label

#: The middle of the interval of the score, by which partners are ordered.
_MIDDLE = '("score_low" + "score_high") / 2'
#: Width of a line at the lower and at the upper score, millimetres; scores beyond them are rare.
_THIN, _THICK = 0.3, 2.2
_LOWER, _UPPER = 0.2, 0.8
#: Opacity of the areas of partners, which may lie over each other: 0 to 255.
_OPACITY = 165
_OWN = "#e69f00"


def layer_name(role: str, samples: bool) -> str:
    """Name of a layer in the tree."""
    names = {
        LINES: tr("Layers", "Lines to partners (width: score)"),
        OWN: tr("Layers", "Own area"),
        AREAS: tr("Layers", "Partner programmes"),
    }
    name = names[role]
    return tr("Layers", "{} (with sample entries)").format(name) if samples and role != OWN else name


def apply(layer: QgsVectorLayer, role: str, comparison: Comparison) -> None:
    """Gives a layer of partners its style and labels."""
    if role == OWN:
        layer.setRenderer(QgsSingleSymbolRenderer(_own()))
        # Of a need there may be many areas, whose names would hide the rest.
        name = next((n for n in ("title", "name", "country_name") if n in layer.fields().names()), "")
        if name and (name == "title" or layer.featureCount() == 1):
            label(layer, f'"{name}"', 10, bold=True)
        return
    categories: List[QgsRendererCategory] = []
    for place, tier in enumerate(comparison.tiers):
        if role == LINES:
            symbol = palette.line(
                tier_colour(place, len(comparison.tiers)), _THICK * (1 - place / (len(comparison.tiers) + 1))
            )
            width = QgsProperty.fromExpression(f"scale_linear({_MIDDLE}, {_LOWER}, {_UPPER}, {_THIN}, {_THICK})")
            symbol.symbolLayer(0).setDataDefinedProperty(_stroke_width(), width)
        else:
            symbol = translucent(tier_colour(place, len(comparison.tiers)))
        categories.append(QgsRendererCategory(tier.name, symbol, _of_tier(tier.title)))
    renderer = QgsCategorizedSymbolRenderer("tier", categories)
    # Small areas, and the best lines, lie on top.
    clause = QgsFeatureRequest.OrderByClause("$area" if role == AREAS else _MIDDLE, role != AREAS)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    if role == AREAS:
        label(layer, '"rank" || \'. \' || "title"', 9)
    layer.triggerRepaint()


def tier_colour(place: int, of: int) -> str:
    """The colour of a tier: the best are the darkest."""
    colours = list(reversed(palette.SEQUENCE[1:]))
    return colours[min(len(colours) - 1, place * len(colours) // max(1, of))]


def _of_tier(title: str) -> str:
    return title[:1].upper() + title[1:]


def translucent(colour: str) -> QgsFillSymbol:
    """A symbol for an area that others may lie over."""
    fill = QColor(colour)
    encoded = f"{fill.red()},{fill.green()},{fill.blue()},{_OPACITY}"
    return QgsFillSymbol.createSimple({"color": encoded, "outline_color": "#333333", "outline_width": "0.2"})


def _own() -> QgsFillSymbol:
    """Hatched in a colour that no tier has, so that it is told apart in print without colours as well."""
    return QgsFillSymbol.createSimple(
        {"color": _OWN, "style": "f_diagonal", "outline_color": _OWN, "outline_width": "0.7"}
    )


def _stroke_width() -> object:
    """The property of a symbol layer; its enumeration got a scope of its own in Qt 6."""
    scope = getattr(QgsSymbolLayer, "Property", QgsSymbolLayer)
    return getattr(scope, "StrokeWidth", None) or scope.PropertyStrokeWidth
