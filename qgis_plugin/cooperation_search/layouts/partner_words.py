"""What a partner sheet says, as expressions on the fields of a partner: a page of an atlas evaluates them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Mapping, Sequence

from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsVectorLayer

from ..api.texts import tr
from ..settings import language
from .text import fit

#: Between two sentences where a field joins them; every sentence ends with a full stop.
_BETWEEN = "'.; '"


@dataclass(frozen=True)
class Block:
    """A heading, and a text below it.

    :param expression: gives the text for a partner
    """

    id: str
    title: str
    expression: str


def sentences(name: str) -> str:
    """The sentences of a field, one to a line."""
    column = QgsExpression.quotedColumnRef(name)
    return f"coalesce('• ' || replace({column}, {_BETWEEN}, '.\\n• '), '')"


def facts(layer: QgsVectorLayer) -> str:
    """What both have in common, what is not known, and the entries that meet; a line for each that there is."""
    yes = QgsExpression.quotedString(tr("Layouts", "yes"))
    samples = QgsExpression.quotedString(f" ({tr('Layouts', 'SAMPLE entries: made up, not facts')})")
    shown = {
        "shared_objectives_text": "{}",
        "shared_strategies_text": "{}",
        "shared_funds_text": "{}",
        "land_border": f"CASE WHEN {{}} THEN {yes} END",
        "sea_km": figure("{}", 0) + " || ' km'",
        "distance_km": figure("{}", 0) + " || ' km'",
        "entries_text": f"{{}} || CASE WHEN \"entries_basis\" = 'sample' THEN {samples} ELSE '' END",
        "not_known_text": "{}",
    }
    return _lines(layer, shown)


def sources(layer: QgsVectorLayer) -> str:
    """Where the facts of the partner come from, and of which day they are."""
    date = (
        f'CASE WHEN "source_date" IS NOT NULL THEN {QgsExpression.quotedString(title_of(layer, "source_date") + ": ")}'
    )
    return f'concat("sources_text", \'\\n\' || {date} || "source_date" END)'


def interval(name: str) -> str:
    """An interval in figures."""
    low, high = (f'"{name}_{end}"' for end in ("low", "high"))
    none = QgsExpression.quotedString(tr("Layouts", "does not apply"))
    return (
        f"CASE WHEN {low} IS NULL THEN {none} WHEN {low} = {high} THEN {figure(low)} "
        f"ELSE {figure(low)} || '–' || {figure(high)} END"
    )


def figure(expression: str, decimals: int = 2) -> str:
    """A number as people write it in the user's language."""
    return f"format_number({expression}, {decimals}, {QgsExpression.quotedString(language()[:2])})"


def words_of(name: str, words: Mapping[str, str]) -> str:
    """The word for the code in a field."""
    pairs = ", ".join(QgsExpression.quotedString(text) for pair in words.items() for text in pair)
    return f'coalesce(map_get(map({pairs}), "{name}"), "{name}", \'\')' if pairs else f"coalesce(\"{name}\", '')"


def values(layer: QgsVectorLayer, expression: str, features: Iterable[object]) -> List[str]:
    """The texts that an expression gives for features."""
    prepared = QgsExpression(expression)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    prepared.prepare(context)
    found: List[str] = []
    for feature in features:
        context.setFeature(feature)
        value = prepared.evaluate(context)
        found.append("" if value is None or str(value) == "NULL" else str(value))
    return found


def height(texts: Sequence[str], width: float, points: float, bold: bool = False) -> float:
    """The room that the longest of some texts takes in millimetres."""
    return max((fit(text, width, 10_000, (points,), bold).height for text in texts), default=0.0)


def title_of(layer: QgsVectorLayer, name: str) -> str:
    """What a field is called; a field of words as the field of the codes beside it."""
    fields = layer.fields()
    index = fields.lookupField(name[: -len("_text")] if name.endswith("_text") else name)
    return layer.attributeAlias(index) or name if index >= 0 else name


def _lines(layer: QgsVectorLayer, shown: Mapping[str, str]) -> str:
    lines: List[str] = []
    for name, template in shown.items():
        index = layer.fields().lookupField(name)
        if index >= 0:
            title = QgsExpression.quotedString(f"{title_of(layer, name)}: ")
            column = QgsExpression.quotedColumnRef(name)
            value = template.format(column)
            lines.append(f"CASE WHEN {column} IS NOT NULL THEN {title} || ({value}) END")
    return f"array_to_string(array_filter(array({', '.join(lines)}), @element IS NOT NULL), '\\n')" if lines else "''"
