"""Sets of partners found by trying all of them: the plain meaning of the rules, to compare the solver with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from cooperation_atlas.matching.consortia.model import UNITS, Candidates
from cooperation_atlas.matching.consortia.rules import Rule, Term, Terms
from cooperation_atlas.matching.facts import Facts

#: A region, and its category or an empty text.
Where = tuple[str, str]


def places(facts: Facts, row: int) -> list[Where]:
    """The regions of a programme, area by area."""
    classes = facts.places.categories
    found = set()
    for area in facts.covers.row(row):
        categories = [code for code, has in zip(classes.codes, classes.of_area[area], strict=True) if has]
        found.add((facts.areas[area][:4], categories[0] if categories else ""))
    return sorted(found)


def meets(facts: Facts, rows: Sequence[int], terms: Terms, candidates: Candidates) -> bool:
    """Whether the members can stand for regions so that all rules are met."""
    if len(rows) > terms.most or (candidates.asker is not None and candidates.asker not in rows):
        return False
    return any(
        all(_met(facts, rows, term, where, candidates, unknown=terms.unknown) for term in terms.terms)
        for where in product(*(places(facts, row) for row in rows))
    )


def _met(
    facts: Facts, rows: Sequence[int], term: Term, where: Sequence[Where], candidates: Candidates, *, unknown: bool
) -> bool:
    countries = [facts.countries[facts.country[row]] for row in rows]
    areas = [frozenset(facts.covers.row(row).tolist()) for row in rows]
    match term.rule:
        case Rule.PARTNERS:
            return len(rows) >= term.number
        case Rule.REGIONS:
            return len({region for region, _ in where}) >= term.number
        case Rule.COUNTRIES:
            return len(set(countries)) >= term.number
        case Rule.CATEGORIES | Rule.COORDINATOR:
            return sum(c in term.codes or (unknown and not c) for _, c in where) >= term.number
        case Rule.OBJECTIVE:
            (code,) = term.codes
            column = facts.objectives.codes.index(code)
            stated = facts.objectives.stated[list(rows), column]
            complete = facts.objectives.complete[list(rows)]
            return sum(s or (unknown and not c) for s, c in zip(stated, complete, strict=True)) >= term.number
        case Rule.WITH:
            return any(facts.ids[row] in term.codes for row in rows)
        case Rule.PER_COUNTRY:
            return all(countries.count(country) <= term.number for country in countries)
        case Rule.PER_AREA:
            return all(areas.count(area) <= term.number for area in areas)
        case _:
            return all(candidates.open[term.rule][list(candidates.rows).index(row)] for row in rows)


def total(rows: Sequence[int], candidates: Candidates) -> int:
    """The sum of a set, in the units in which sums are compared."""
    value: Mapping[int, float] = dict(zip(candidates.rows.tolist(), candidates.value.tolist(), strict=True))
    return sum(round(value[row] * UNITS) for row in rows if row != candidates.asker)


def every_set(facts: Facts, terms: Terms, candidates: Candidates) -> Iterator[tuple[int, ...]]:
    """All sets that meet the rules."""
    rows = candidates.rows.tolist()
    for size in range(1, terms.most + 1):
        for chosen in combinations(rows, size):
            if meets(facts, chosen, terms, candidates):
                yield chosen
