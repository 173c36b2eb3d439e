"""The style by category of region, in which hatching says that a category was not read in a source."""

from __future__ import annotations

from typing import List

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ...api.answers import Code, CodeList
from ...api.texts import tr
from . import palette
from .categories import by_list, categorised, literal, unknown
from .graduated import by_outline
from .present import values

CATEGORY, BASIS = "category_of_region", "category_of_region_basis"
CATEGORIES, CATEGORIES_BASIS = "categories_of_region", "categories_basis"
#: Value of the basis where there is no category, because the area lies outside the Union.
_OUTSIDE = "outside_union"
_STATED = "stated"


def by_category(layer: QgsVectorLayer, categories: CodeList, language: str) -> QgsFeatureRenderer:
    """Areas by their own category; programmes by those of their regions, dashed where these follow from the area."""
    is_programmes = palette.is_programmes(layer)
    if layer.fields().lookupField(CATEGORIES if is_programmes else CATEGORY) < 0:
        return by_outline(layer)
    if is_programmes:
        return _programmes(layer, categories, language)
    present = values(layer, CATEGORY)
    shown = [code for code in categories.items if code.code in present]
    bases = values(layer, BASIS)
    hatched = bool(bases - {_STATED, _OUTSIDE})
    listed: List[QgsRendererCategory] = []
    for code in shown:
        colour = palette.category_of_region(categories.items.index(code))
        listed.append(QgsRendererCategory(code.code, palette.fill(layer, colour), code.text(language)))
        if hatched:
            words = tr("Styles", "{}, not read in a source").format(code.text(language))
            listed.append(QgsRendererCategory(f"{code.code}#", palette.hatched(colour), words))
    if _OUTSIDE in bases:
        listed.append(
            QgsRendererCategory(_OUTSIDE, palette.fill(layer, palette.OUTSIDE), tr("Styles", "No category: not EU"))
        )
    listed.append(unknown(layer, tr("Styles", "Not known")))
    return QgsCategorizedSymbolRenderer(_expression(layer, hatched), listed)


def _expression(layer: QgsVectorLayer, hatched: bool) -> str:
    """The category, marked where it was not read; the basis where there is none."""
    plain = f'"{CATEGORY}"'
    if BASIS not in layer.fields().names():
        return plain
    marked = f"\"{CATEGORY}\" || CASE WHEN \"{BASIS}\" IN ({literal(_STATED)}) THEN '' ELSE '#' END"
    return (
        f'CASE WHEN "{CATEGORY}" IS NOT NULL THEN {marked if hatched else plain} '
        f'WHEN "{BASIS}" = {literal(_OUTSIDE)} THEN {literal(_OUTSIDE)} END'
    )


def _programmes(layer: QgsVectorLayer, categories: CodeList, language: str) -> QgsFeatureRenderer:
    """Only the categories proper: the parts of a fund that amounts are given by are none."""
    shown: List[Code] = [code for code in categories.items if "-" not in code.code]
    colours = {code.code: palette.category_of_region(categories.items.index(code)) for code in shown}
    belongs = {code.code: code.code for code in shown}
    made = by_list(layer, CATEGORIES, shown, belongs, language, tr("Styles", "Not known"), colours)
    listed = made.categories()
    if CATEGORIES_BASIS in layer.fields().names():
        dashed = QgsProperty.fromExpression(
            f"CASE WHEN \"{CATEGORIES_BASIS}\" IN ({literal(_STATED)}) THEN 'solid' ELSE 'dash' END"
        )
        for category in listed:
            symbol = category.symbol().clone()
            symbol.symbolLayer(0).setDataDefinedProperty(_stroke_style(), dashed)
            category.setSymbol(symbol)
    return categorised(layer, made.classAttribute(), listed)


def _stroke_style() -> object:
    """The property of a symbol layer; its enumeration got a scope of its own in Qt 6."""
    scope = getattr(QgsSymbolLayer, "Property", QgsSymbolLayer)
    return getattr(scope, "StrokeStyle", None) or scope.PropertyStrokeStyle
