"""What a search of the page "Find a partner" finds: one page of results, and all of them on the map."""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..model.collections import COOPERATION, NUTS3, NUTS3_2016, PROGRAMMES, Collection
from ..model.criteria import CRITERIA, Match, criteria_of
from ..model.dimensions import dimensions_of
from ..model.periods import CURRENT_PERIOD
from ..ogc.parameter_names import parameters_named
from ..ogc.query_parameters import query_of
from ..ogc.requests import alternatives_of
from ..ogc.search import chosen_query
from ..store.budget import Budget
from ..store.contract import Store
from ..store.query import Query
from .find_cards import Card, entry_cards, programme_cards
from .find_request import PAGE, FindRequest

#: Most programmes that are put first because of their open entries: as many as there can be.
_ALL = 100_000
#: On areas ``q`` searches their own names; there, the words of a programme are a criterion.
_WORDS = next(c.name for c in CRITERIA.values() if c.match is Match.WORDS)
_OPEN = "open"


@dataclass(frozen=True)
class Results:
    """What was found.

    :param matched: results on all pages; where what is not known is included, with those
    :param unknown: results of which it is not known whether they match: among ``matched`` where the search includes
        them, else beside it
    :param shades: number of results by NUTS III area, of all that match
    :param version: NUTS version of these areas
    :param lines: from the area of who asks to those of partners: code, code, how well they fit
    :param own: areas of who asks
    :param countries: number of partners by country
    """

    cards: Sequence[Card]
    matched: int
    unknown: int
    shades: Mapping[str, int]
    version: str
    notes: Sequence[str] = ()
    lines: Sequence[tuple[object, object, float]] = ()
    own: Several[str] = ()
    offset: int = 0
    countries: Mapping[str, int] = field(default_factory=dict)


def areas_of_search(found: FindRequest) -> Collection:
    """The areas that the map of a search shows: of its period; where it is about both, of the current one."""
    return next((c for c in (NUTS3, NUTS3_2016) if c.period and c.period.code == found.period), NUTS3)


def search_results(found: FindRequest, store: Store, budget: Budget | None) -> Results:
    """The programmes or entries that meet a search; programmes with open entries first.

    :raises OverBudget: where that costs more than ``budget``
    """
    query = replace(found.query(store), limit=PAGE, offset=found.offset)
    with parameters_named():
        if found.collection is PROGRAMMES and query.words is None:
            query = replace(query, lead=_with_open_entries(found, store, budget))
        page = store.search(query, budget)
        shades = shades_of(found, store, budget)
    cards = programme_cards if found.collection is PROGRAMMES else entry_cards
    areas = areas_of_search(found)
    return Results(
        cards(page, found, store),
        page.matched,
        page.unknown if query.criteria else 0,
        shades,
        areas.period.nuts_version if areas.period else "",
        notes=page.notes,
        offset=found.offset,
    )


def _with_open_entries(found: FindRequest, store: Store, budget: Budget | None) -> tuple[str, ...]:
    """The programmes that match and have an entry that is open today."""
    if _OPEN in found.given:
        return ()
    opened = replace(found.query(store, open="today"), limit=_ALL, offset=0, include_unknown=False)
    return tuple(store.search(opened, budget).ids)


def shades_of(found: FindRequest, store: Store, budget: Budget | None) -> dict[str, int]:
    """The number of programmes or entries that match, by NUTS III area."""
    areas = areas_of_search(found)
    if found.collection is COOPERATION:
        query = replace(found.query(store, period=(areas.period or CURRENT_PERIOD).code), limit=0, offset=0)
        distribution = store.distribution(query, [dimensions_of(COOPERATION)[NUTS3.id]], budget)
        return {value.code: value.count for value in distribution.breakdowns[0].values if value.count}
    offered = criteria_of(areas)
    parameters = {
        _WORDS if name == "q" else name: value
        for name, value in found.search().items()
        if name in ("q", "include") or name in offered
    }
    query = query_of(areas, parameters, None, found.day)
    query = replace(chosen_query(store, query, alternatives_of(areas, parameters)), limit=_ALL)
    return {code: count for code, count in _counted(store, query, budget) if count}


def _counted(store: Store, query: Query, budget: Budget | None) -> Sequence[tuple[str, int]]:
    return [(code, count or 0) for code, count in store.search(query, budget).cells(("nuts_code", "n_matching"))]
