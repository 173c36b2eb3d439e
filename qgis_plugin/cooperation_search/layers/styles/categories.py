"""Categorised styles. A record can have several values: then it is shown as several, never as one of them."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRequest,
    QgsRendererCategory,
    QgsVectorLayer,
)

from ...api.answers import Code, CodeList
from ...api.criteria import SCOPE, TOPIC
from ...api.search import Search
from ...api.texts import tr
from .. import matching
from ..fields import SEPARATOR, is_list
from . import palette, several
from .present import values

#: The scope that answers to every other.
_OPEN = "open"


def by_topic(layer: QgsVectorLayer, topics: CodeList, language: str, search: Search) -> QgsCategorizedSymbolRenderer:
    """By topic: the topics chosen in the search, or all topics at the top of the hierarchy."""
    codes = topics.by_code
    chosen = [codes[c] for c in search.values(TOPIC) if c in codes]
    shown = chosen or list(topics.children(None))
    name = matching.column(layer, matching.TOPICS, "topics")
    rest = tr("Styles", "None of them known")
    if chosen and name == "topics":
        # A programme's own topics are not all by which a search finds it.
        rest = (
            tr("Styles", "By the mapping of an objective, or not known")
            if search.include_unknown
            else tr("Styles", "By the mapping of an objective")
        )
    rest = _rest(rest, chosen, name, search)
    return by_list(layer, name, shown, belonging(topics, shown), language, rest, chosen=[c.code for c in chosen])


def by_scope(layer: QgsVectorLayer, scopes: CodeList, language: str, search: Search) -> QgsCategorizedSymbolRenderer:
    """By scope of partnership: those chosen in the search and "open", which answers every scope; or all."""
    codes = scopes.by_code
    chosen = [codes[c] for c in search.values(SCOPE) if c in codes]
    asked = [code.code for code in chosen]
    if chosen and _OPEN in codes and codes[_OPEN] not in chosen:
        chosen.append(codes[_OPEN])
    shown = chosen or list(scopes.items)
    name = matching.column(layer, matching.SCOPES, "scopes")
    rest = _rest(tr("Styles", "None of them known"), chosen, matching.SCOPES, search)
    return by_list(layer, name, shown, {c.code: c.code for c in shown}, language, rest, chosen=asked)


def by_country(layer: QgsVectorLayer, countries: CodeList, language: str) -> QgsCategorizedSymbolRenderer:
    """By country, in the order of their names; only those that the layer has, each in the same colour everywhere."""
    present = values(layer, "country")
    colours = {c.code: palette.category(i) for i, c in enumerate(countries.items)}
    shown = sorted((c for c in countries.items if c.code in present), key=lambda c: c.text(language))
    categories = [QgsRendererCategory(c.code, palette.fill(layer, colours[c.code]), c.text(language)) for c in shown]
    return categorised(layer, '"country"', categories)


def by_kind(layer: QgsVectorLayer, kinds: CodeList, language: str) -> QgsCategorizedSymbolRenderer:
    """Offers, needs, both, or neither, of the entries found; of all of them where the server does not say which."""
    labels = {c.code: c.text(language) for c in kinds.items}
    offers = QgsExpression.quotedColumnRef(matching.column(layer, matching.OFFERS, "n_offers"))
    needs = QgsExpression.quotedColumnRef(matching.column(layer, matching.NEEDS, "n_needs"))
    expression = (
        f"CASE WHEN coalesce({offers}, 0) > 0 AND coalesce({needs}, 0) > 0 THEN 'both' "
        f"WHEN coalesce({offers}, 0) > 0 THEN 'offer' WHEN coalesce({needs}, 0) > 0 THEN 'need' END"
    )
    name = matching.column(layer, matching.KINDS)
    if name:
        has = {kind: f"array_contains(@kinds, '{kind}')" for kind in ("offer", "need", "both")}
        expression = (
            f"with_variable('kinds', coalesce({list_expression(layer, name)}, array()), "
            f"CASE WHEN {has['both']} OR ({has['offer']} AND {has['need']}) THEN 'both' "
            f"WHEN {has['offer']} THEN 'offer' WHEN {has['need']} THEN 'need' END)"
        )
    colours = {"offer": palette.OFFER, "need": palette.NEED, "both": palette.BOTH}
    categories = [
        QgsRendererCategory(code, palette.fill(layer, colour), labels.get(code, code))
        for code, colour in colours.items()
    ]
    categories.append(unknown(layer, tr("Styles", "No cooperation entry known")))
    return categorised(layer, expression, categories)


def list_expression(layer: QgsVectorLayer, name: str) -> str:
    """An expression that gives the values of a list field as an array, whatever form the layer has it in.

    Layers made here hold text joined by ``; ``. QGIS's own provider has a true list, or the JSON text of one.
    """
    computed = matching.list_text(layer, name)
    if computed:
        return computed
    column = QgsExpression.quotedColumnRef(name)
    field = layer.fields().field(layer.fields().lookupField(name))
    if is_list(field):
        return column
    if layer.providerType() == "OAPIF":
        return f"string_to_array(regexp_replace({column}, '[\\\\[\\\\]\" ]', ''), ',')"
    return f"string_to_array({column}, '{SEPARATOR}')"


def by_list(
    layer: QgsVectorLayer,
    name: str,
    shown: List[Code],
    belongs: Mapping[str, str],
    language: str,
    rest: str,
    colours: Optional[Mapping[str, str]] = None,
    chosen: Sequence[str] = (),
) -> QgsCategorizedSymbolRenderer:
    """By the values of a list, of which a record can have several.

    :param name: the field
    :param belongs: the shown code for each that it stands for
    :param rest: words for what has none of them; no category without words
    :param colours: by shown code, in place of the usual ones
    :param chosen: those of the shown codes that the user chose: what has all of them is the best match
    """
    pairs = ", ".join(f"{literal(code)}, {literal(above)}" for code, above in belongs.items())
    # The categories that a record belongs to: each value's own, without duplicates and without strangers.
    found = (
        f"array_remove_all(array_distinct(array_foreach({list_expression(layer, name)}, "
        f"coalesce(map_get(map({pairs}), @element), ''))), '')"
    )
    used = {c.code: (colours or {}).get(c.code) or palette.category(i) for i, c in enumerate(shown)}
    categories = [
        *several.best(layer, chosen),
        *(QgsRendererCategory(c.code, palette.fill(layer, used[c.code]), c.text(language)) for c in shown),
        *several.others(layer, shown, chosen, used, language),
    ]
    if rest:
        categories.append(unknown(layer, rest))
    return categorised(layer, several.expression(found, shown, chosen), categories)


def _rest(text: str, chosen: Sequence[Code], name: str, search: Search) -> str:
    """The words for what has none of the values; empty where a search for them finds nothing like that."""
    complete = name.endswith((matching.TOPICS, matching.SCOPES))
    return "" if chosen and complete and not search.include_unknown else text


def belonging(codelist: CodeList, shown: Sequence[Code]) -> Dict[str, str]:
    """For every code the shown one that it is, or that it lies below."""
    parents = {item.code: item.parent for item in codelist.items}
    targets = {code.code for code in shown}
    belongs: Dict[str, str] = {}
    for code in parents:
        above: Optional[str] = code
        steps = 0
        while above is not None and above not in targets and steps < len(parents):
            above, steps = parents.get(above), steps + 1
        if above in targets:
            belongs[code] = str(above)
    return belongs


def unknown(layer: QgsVectorLayer, text: str) -> QgsRendererCategory:
    """The category of everything else; it comes last."""
    return QgsRendererCategory(None, palette.fill(layer, None), text)


def categorised(
    layer: QgsVectorLayer, expression: str, categories: List[QgsRendererCategory]
) -> QgsCategorizedSymbolRenderer:
    """A renderer that draws small programmes on top of large ones."""
    renderer = QgsCategorizedSymbolRenderer(expression, categories)
    small_on_top(layer, renderer)
    return renderer


def small_on_top(layer: QgsVectorLayer, renderer: object) -> None:
    """Programmes with many regions are drawn first, so that they do not hide those with few."""
    if palette.is_programmes(layer):
        clause = QgsFeatureRequest.OrderByClause('"n_regions"', False)
        renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
        renderer.setOrderByEnabled(True)


def literal(value: str) -> str:
    """A text in an expression."""
    return str(QgsExpression.quotedValue(value))
