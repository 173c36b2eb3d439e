"""What a search of the page "Find a partner" finds: one page of results, and all of them on the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..model.collections import PROGRAMMES
from ..model.criteria import CRITERIA, Match
from ..ogc.parameter_names import parameters_named
from ..store.budget import Budget
from ..store.contract import Store
from ..store.query import Query
from .drawn_map import DrawnMap
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
    :param query: the search, where it is no one's partners
    :param drawn: the map of all partners, without its texts
    :param countries: number of partners by country
    :param topics: number of partners by topic that they state, or for which they have an entry; broader topics too
    """

    cards: Sequence[Card]
    matched: int
    unknown: int
    query: Query | None = None
    drawn: DrawnMap | None = None
    notes: Sequence[str] = ()
    offset: int = 0
    countries: Mapping[str, int] = field(default_factory=dict)
    topics: Mapping[str, int] = field(default_factory=dict)


def search_results(found: FindRequest, store: Store, budget: Budget | None) -> Results:
    """The programmes or entries that meet a search; programmes with open entries first.

    :raises OverBudget: where that costs more than ``budget``
    """
    query = replace(found.query(store), limit=PAGE, offset=found.offset)
    with parameters_named():
        if found.collection is PROGRAMMES and query.words is None:
            query = replace(query, lead=_with_open_entries(found, store, budget))
        page = store.search(query, budget)
    cards = programme_cards if found.collection is PROGRAMMES else entry_cards
    return Results(
        cards(page, found, store),
        page.matched,
        page.unknown if query.criteria else 0,
        query=query,
        notes=page.notes,
        offset=found.offset,
    )


def _with_open_entries(found: FindRequest, store: Store, budget: Budget | None) -> tuple[str, ...]:
    """The programmes that match and have an entry that is open today."""
    if _OPEN in found.given:
        return ()
    opened = replace(found.query(store, open="today"), limit=_ALL, offset=0, include_unknown=False)
    return tuple(store.search(opened, budget).ids)
