"""The choices that the page "Find a partner" offers: each with the number of results that it gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..ogc.parameter_names import parameters_named
from ..store.budget import Budget
from ..store.codelists import Code, CodeList
from ..store.contract import Store
from .find_request import FindRequest

#: The criteria that the form offers with all their codes.
OFFERED = ("country", "topic", "scope")
#: Colours of the key categories; the page has a class for each (``key-1`` …), as QGIS has colours.
COLOURS = 7
#: Narrower topics among the key categories: those that give most. The list of topics has all of them.
NARROWER = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A code that can be chosen.

    :param count: results with it, ``None`` where that is not counted
    :param chosen: whether the search has it
    :param depth: how many codes lie above it
    """

    code: str
    text: str
    count: int | None
    chosen: bool
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Category:
    """A key category: a broad topic, or one below that which is chosen.

    :param colour: number of its colour, from 1
    :param value: value of the criterion that chooses it, or leaves it out where it is chosen
    """

    choice: Choice
    colour: int
    value: str | None


def chosen_codes(found: FindRequest, name: str) -> list[str]:
    """The codes of a criterion that the search has."""
    return [code for code in found.given.get(name, "").split(",") if code]


def counts_of(found: FindRequest, store: Store, budget: Budget | None) -> dict[str, Mapping[str, int]]:
    """How many results each code would give, the rest of the search unchanged."""
    with parameters_named():
        facets = store.facets(found.query(store), OFFERED, budget).facets
    return {facet.criterion: facet.counts for facet in facets}


def choices(
    found: FindRequest, codes: CodeList, name: str, counts: Mapping[str, int], language: str, first: Iterable[str] = ()
) -> list[Choice]:
    """All codes of a criterion, without those that give nothing and are not chosen.

    :param counts: results by code, as far as they are counted
    :param first: codes that come before all others
    """
    chosen = set(chosen_codes(found, name))
    made = [
        Choice(code.code, code.label_in(language), counts.get(code.code), code.code in chosen, _depth(codes, code))
        for code in codes
        if counts.get(code.code) != 0 or code.code in chosen
    ]
    leading = set(first)
    return sorted(made, key=lambda one: one.code not in leading)


def _depth(codes: CodeList, code: Code) -> int:
    return len(codes.ancestors(code.code)) - 1


def _opened_codes(found: FindRequest, codes: CodeList, among: Iterable[str] | None = None) -> list[Code]:
    """The broad topics; where one of them is chosen, or one below it, those below it follow it.

    :param among: the narrower topics that are offered beside those chosen, ``None`` for all
    """
    chosen = chosen_codes(found, "topic")
    opened = {max(codes.ancestors(code), key=lambda c: len(codes.descendants(c)), default="") for code in chosen}
    offered = None if among is None else {*among, *chosen}
    return [
        code
        for code in codes
        if code.parent is None or (code.parent in opened and (offered is None or code.code in offered))
    ]


def categories(found: FindRequest, codes: CodeList, counts: Mapping[str, int], language: str) -> list[Category]:
    """The key categories that are counted and give something.

    :param counts: results by topic; of partners, those that state it
    """
    chosen = chosen_codes(found, "topic")
    below = (code.code for code in _opened_codes(found, codes) if code.parent is not None and counts.get(code.code))
    most = sorted(below, key=lambda code: -counts[code])[:NARROWER]
    made: list[Category] = []
    colour = 0
    for code in _opened_codes(found, codes, most):
        if code.parent is None:
            colour = colour % COLOURS + 1
        count = counts.get(code.code)
        is_chosen = code.code in chosen
        if not count and not is_chosen:
            continue
        choice = Choice(code.code, code.label_in(language), count, is_chosen, _depth(codes, code))
        made.append(Category(choice, colour, code.parent if is_chosen else code.code))
    return made
