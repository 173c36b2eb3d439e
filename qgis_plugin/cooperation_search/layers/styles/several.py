"""What has several of the values: all that were chosen are the strongest, two of three a pattern of their colours."""

from __future__ import annotations

from itertools import combinations
from typing import List, Mapping, Sequence, Tuple

from qgis.core import (
    QgsExpression,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsVectorLayer,
)

from ...api.answers import Code
from ...api.texts import tr
from . import palette

#: Value of the expression for what has all of the values chosen.
ALL = "#all"
#: Values of the expression for two, three, and more values.
_NUMBERS = ("#2", "#3", "#4")
#: With more values there would be more patterns than anyone tells apart.
_MOST_FOR_PATTERNS = 3


def expression(belonging: str, shown: Sequence[Code], chosen: Sequence[str]) -> str:
    """The value by which a record is classified.

    :param belonging: an expression for the shown codes that it has
    :param chosen: the codes among the shown ones that the user chose
    """
    whens = []
    if len(chosen) > 1:
        whens.append(f"WHEN {_has(chosen)} THEN '{ALL}'")
    whens.append("WHEN array_length(@found) = 1 THEN array_first(@found)")
    whens += [f"WHEN {_has(pair)} THEN {_literal('+'.join(pair))}" for pair in _pairs(shown, chosen)]
    whens.append("WHEN array_length(@found) > 3 THEN '#4'")
    whens.append("WHEN array_length(@found) > 1 THEN '#' || to_string(array_length(@found))")
    return f"with_variable('found', {belonging}, CASE {' '.join(whens)} END)"


def best(layer: QgsVectorLayer, chosen: Sequence[str]) -> List[QgsRendererCategory]:
    """The category of the best match, which comes first; none where a single value was chosen."""
    if len(chosen) < 2:
        return []
    symbol = palette.fill(layer, palette.BEST)
    if palette.is_programmes(layer):
        symbol.symbolLayer(0).setStrokeWidth(0.6)
    return [QgsRendererCategory(ALL, symbol, tr("Styles", "All of them (best match)"))]


def others(
    layer: QgsVectorLayer, shown: Sequence[Code], chosen: Sequence[str], colours: Mapping[str, str], language: str
) -> List[QgsRendererCategory]:
    """The categories of several values, but not all of those chosen.

    :param colours: by shown code
    """
    if chosen and len(shown) <= _MOST_FOR_PATTERNS:
        labels = {code.code: code.text(language) for code in shown}
        return [
            QgsRendererCategory("+".join(pair), _striped(layer, *(colours[c] for c in pair)), _both(labels, pair))
            for pair in _pairs(shown, chosen)
        ]
    words = (tr("Styles", "Two of them"), tr("Styles", "Three of them"), tr("Styles", "Four or more of them"))
    # Where all were chosen, all of them are the best match.
    highest = len(shown) - (1 if len(chosen) == len(shown) else 0)
    found = [
        QgsRendererCategory(value, palette.fill(layer, colour), text)
        for value, colour, text in zip(_NUMBERS, palette.SEVERAL, words)
    ]
    return found[: max(0, highest - 1)]


def _pairs(shown: Sequence[Code], chosen: Sequence[str]) -> List[Tuple[str, str]]:
    """Pairs that are shown as patterns: of few values, and not all of those chosen."""
    if not chosen or len(shown) > _MOST_FOR_PATTERNS:
        return []
    pairs = combinations([code.code for code in shown], 2)
    return [pair for pair in pairs if len(chosen) < 2 or not set(chosen) <= set(pair)]


def _both(labels: Mapping[str, str], pair: Tuple[str, str]) -> str:
    return " + ".join(labels[code] for code in pair)


def _has(codes: Sequence[str]) -> str:
    return " AND ".join(f"array_contains(@found, {_literal(code)})" for code in codes)


def _striped(layer: QgsVectorLayer, first: str, second: str) -> QgsFillSymbol:
    """Both colours, in stripes as wide as the gaps between them; on the line of a programme, in dashes."""
    symbol = palette.fill(layer, first)
    if palette.is_programmes(layer):
        symbol.appendSymbolLayer(palette.dashes(second))
        return symbol
    lines = QgsLinePatternFillSymbolLayer.create({"angle": "45", "distance": "2"})
    lines.setSubSymbol(QgsLineSymbol.createSimple({"color": second, "width": "1"}))
    symbol.appendSymbolLayer(lines)
    symbol.appendSymbolLayer(
        QgsSimpleFillSymbolLayer.create({"style": "no", "outline_color": "#4d4d4d", "outline_width": "0.1"})
    )
    return symbol


def _literal(value: str) -> str:
    return str(QgsExpression.quotedValue(value))
