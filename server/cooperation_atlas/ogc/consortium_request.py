"""Requests for consortia, read strictly from their query parameters: who asks as for partners, and rules of a set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..matching.consortia.rules import (
    MOST_MEMBERS,
    MOST_SETS,
    NUMBERS,
    Rule,
    Term,
    Terms,
    categories_of,
    number_of,
    terms_of,
)
from ..matching.tables import Call, Tables
from ..model.consortium import CONSORTIUM
from ..model.errors import InvalidValue, nearest
from ..model.partner_need import NEED
from ..store.codelists import CodeLists
from ..store.query import Query
from .parameter_values import split, whole
from .parameters import LABELS, Parameters, excluded, unique
from .partner_request import PROGRAMME, PartnersRequest, filters_of_candidates, parse_partners, weights_of
from .requests import shown_properties

#: The preset of the rules; that of the weights has another name here, since ``preset`` names a call.
PRESET, WEIGHTS_PRESET = "preset", "weights_preset"
#: Programmes that must be members, and those that must not.
WITH, WITHOUT = "with", "without"
#: How many sets there are where nothing is said.
USUAL_SETS = 3
#: Code list of the categories of region.
CATEGORIES = "categories_of_region"
#: Parameters that ``/partners`` has, too, with the same meaning.
_SHARED = (PROGRAMME, *NEED, "crs", "skipGeometry", LABELS)
#: All parameters beside the filters on candidates.
OWN = (
    "f", "lang", "exclude", *_SHARED, "weights", WEIGHTS_PRESET, "properties", PRESET, *NUMBERS, "categories",
    "coordinator_category", WITH, WITHOUT, "sets", "differ",
)  # fmt: skip


@dataclass(frozen=True)
class ConsortiumRequest:
    """A request for the best sets of partners.

    :param partners: who asks, how partners are compared, and what they must be
    :param preset: of the rules, where one is asked for
    :param terms: the rules; ``None`` where none is given
    :param without: CCIs of programmes that must not be members
    :param differ: in how many members each set differs from all better ones
    """

    partners: PartnersRequest
    preset: str | None
    terms: Terms | None
    without: tuple[str, ...]
    sets: int
    differ: int

    @property
    def given(self) -> tuple[str, ...]:
        """CCIs of the members that are given."""
        return tuple(code for term in (self.terms.of(Rule.WITH) if self.terms else ()) for code in term.codes)


def parse_consortium(
    given: Parameters, tables: Tables, codelists: CodeLists, today: date | None = None
) -> ConsortiumRequest:
    """The request for consortia.

    :raises InvalidValue: for anything that is not understood, and for rules that contradict each other
    """
    filters = filters_of_candidates()
    parameters = unique(given, (*OWN, *filters), "'/consortium'")
    excluded(parameters)
    preset = _preset(parameters.get(PRESET), tables.calls)
    rules = {**(tables.calls[preset].rules if preset else {}), **parameters}
    terms = _terms(rules, {name for name in parameters if name in filters}, codelists, tables)
    sets = whole("sets", parameters.get("sets", str(USUAL_SETS)), 1, MOST_SETS)
    differ = whole("differ", parameters.get("differ", "1"), 1, MOST_MEMBERS)
    without = tuple(split(WITHOUT, parameters[WITHOUT])) if WITHOUT in parameters else ()
    for cci in (
        (parameters.get(PROGRAMME), *(code for term in terms.of(Rule.WITH) for code in term.codes)) if terms else ()
    ):
        if cci in without:
            raise InvalidValue(WITHOUT, f"names '{cci}', which must be a member: leave it out here.")
    return ConsortiumRequest(
        partners=_partners(parameters, filters, tables, codelists, today),
        preset=preset,
        terms=terms,
        without=without,
        sets=sets,
        differ=differ,
    )


def terms_of_call(call: Call, tables: Tables, codelists: CodeLists) -> Terms | None:
    """The rules of a preset, for whoever seeks partners.

    :raises InvalidValue: for a category that is none
    """
    return _terms({**call.rules, PROGRAMME: ""}, (), codelists, tables)


def _preset(name: str | None, calls: Mapping[str, Call]) -> str | None:
    if name is not None and name not in calls:
        raise InvalidValue(PRESET, f"'{name}' is not one of {', '.join(calls)}.", nearest(name, calls))
    return name


def _terms(rules: Mapping[str, str], filters: Iterable[str], codelists: CodeLists, tables: Tables) -> Terms | None:
    numbers = {name: number_of(name, rules[name]) for name in NUMBERS if name in rules}
    covered = numbers.pop("covered_by", None)
    named = [*_categories(rules, codelists), *_covered(rules, covered, codelists)]
    if WITH in rules:
        members = split(WITH, rules[WITH])
        if rules.get(PROGRAMME) in members:
            raise InvalidValue(
                WITH, f"names '{rules[PROGRAMME]}', the programme that asks: leave it out, it is a member anyway."
            )
        named += [Term(Rule.WITH, 1, (cci,)) for cci in members]
    if "need_scope" in rules:
        named.append(Term(Rule.SCOPE, 1, (rules["need_scope"],)))
    if [name for name in filters if name != "include"]:
        named.append(Term(Rule.FILTERS))
    usual = {name: int(tables.numbers[name]) for name in ("per_country", "per_area")}
    terms = terms_of(usual | numbers, named, asker=PROGRAMME in rules, unknown=rules.get("include") == "unknown")
    if terms is None:
        others = ("per_country", "per_area", "covered_by", WITH, WITHOUT)
        if extra := [name for name in others if name in rules]:
            raise InvalidValue(
                extra[0], "is given without a rule on the set. Say how many members it has, too: partners=3."
            )
    return terms


def _categories(rules: Mapping[str, str], codelists: CodeLists) -> list[Term]:
    terms = list(categories_of(split("categories", rules["categories"]))) if "categories" in rules else []
    if "coordinator_category" in rules:
        codes = tuple(split("coordinator_category", rules["coordinator_category"]))
        terms.append(Term(Rule.COORDINATOR, 1, codes))
    for term in terms:
        for code in term.codes:
            codelists.list(CATEGORIES).check(code, term.rule)
    return terms


def _covered(rules: Mapping[str, str], covered: int | None, codelists: CodeLists) -> list[Term]:
    """What is needed, as a rule: so many members must state it."""
    if covered is None:
        return []
    named = {Rule.TOPIC: "topics", Rule.OBJECTIVE: "objectives"}
    terms = [
        Term(rule, covered, (codelists.list(codes).check(code, rule),))
        for rule, codes in named.items()
        if rule in rules
        for code in split(rule, rules[rule])
    ]
    if not terms:
        raise InvalidValue("covered_by", "is given without need_topic or need_objective: say what members must state.")
    return terms


def _partners(
    parameters: Mapping[str, str], filters: Iterable[str], tables: Tables, codelists: CodeLists, today: date | None
) -> PartnersRequest:
    """The part of the request that is one for partners."""
    names = {*_SHARED, *filters}
    parsed = parse_partners(
        [(name, text) for name, text in parameters.items() if name in names], tables, codelists, today
    )
    properties = shown_properties(CONSORTIUM, parameters.get("properties"))
    return replace(
        parsed,
        weights=weights_of(parameters, tables, WEIGHTS_PRESET),
        shown=replace(parsed.shown, query=Query(CONSORTIUM.id), properties=properties),
    )
