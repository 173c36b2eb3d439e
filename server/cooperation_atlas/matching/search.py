"""The partner search of one edition: the facts of each period, read when they are first asked for and then kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from threading import Lock

from ..model.collections import PROGRAMMES, areas_of
from ..model.errors import InvalidValue, NotFound
from ..model.periods import PERIODS
from ..store.budget import FEWER, Budget
from ..store.contract import Store
from ..store.query import Query
from .asker import Asker
from .matcher import Matcher
from .read import EVERY, read_facts, read_neighbours, read_outside
from .similar import SimilarAreas
from .tables import Tables

#: Steps (``store.budget``) of reading the facts of a programme or of an area.
_READING = 2_000
#: Steps of comparing the asker with one programme, of the whole comparison whatever their number, and of the reasons
#: for one partner.
_COMPARING, _COMPARISON, _REASONS = 20, 6_000, 1_700
#: Steps for looking for a topic that is needed in a list, and for comparing a need with an entry.
_WANTED, _ENTRY = 2, 50
#: What costs too much, in error messages: where in the request it is asked for, and what to do.
_PLACE = "programme"
_TOO_MANY = "The edition has too many programmes for one request: tell whoever runs the service."
_SIMPLER = "Ask for fewer topics and objectives."


class PartnerSearch:
    """Compares the programmes of an edition.

    :param source: the search of the same edition with its sample entries, whose facts are taken without them
    """

    def __init__(self, store: Store, tables: Tables, source: PartnerSearch | None = None) -> None:
        self.tables = tables
        self._store = store
        self._source = source
        self._matchers: dict[str, Matcher] = {}
        self._similar: dict[str, SimilarAreas] = {}
        self._lock = Lock()

    @cached_property
    def periods(self) -> Mapping[str, str]:
        """Period of each programme by its CCI, as far as its areas are published."""
        compared = [
            period.code
            for period in PERIODS.values()
            if (areas := areas_of(period.nuts_version)) is not None and areas.id in self._store.counts
        ]
        every = self._store.search(Query(PROGRAMMES.id, limit=EVERY)).cells(("cci", "period"))
        return {cci: period for cci, period in every if period in compared}

    def period_of(self, cci: str) -> str:
        """The period of a programme.

        :raises NotFound: naming the nearest programmes
        """
        if cci not in self.periods:
            try:
                self._store.one(PROGRAMMES.id, cci)
            except NotFound as missing:
                raise NotFound(f"programme '{cci}'", missing.nearest) from None
            raise NotFound(f"area in this edition for the period of the programme '{cci}'")
        return self.periods[cci]

    def period_named(self, cci: str, place: str) -> str:
        """The period of a programme that a request names.

        :param place: the parameter that names it
        :raises InvalidValue: naming the nearest programmes
        """
        try:
            return self.period_of(cci)
        except NotFound as missing:
            raise InvalidValue(place, f"there is no {missing.what}.", missing.nearest) from None

    def matcher(self, period: str, budget: Budget | None = None) -> Matcher:
        """The matcher of a period.

        :param budget: pays for reading the facts, where that was not done yet
        :raises OverBudget: where it does not suffice
        """
        if period not in self._matchers:
            if budget is not None:
                budget.spend(_READING * len(self.periods), "reading the facts of all programmes", _PLACE, _TOO_MANY)
            with self._lock:  # two requests need not do it both
                if period not in self._matchers:
                    self._matchers[period] = self._made(period)
        return self._matchers[period]

    def similar(self, period: str, budget: Budget | None = None) -> SimilarAreas:
        """What compares the NUTS III areas of a period.

        :param budget: pays for reading the facts, where that was not done yet
        :raises OverBudget: where it does not suffice
        """
        if self._source is not None:  # samples say nothing of areas
            return self._source.similar(period, budget)
        if period not in self._similar:
            facts = self.matcher(period, budget).facts
            outside = read_outside(self._store, PERIODS[period], facts.areas)
            self._similar[period] = SimilarAreas(facts, self.tables.numbers, outside)
        return self._similar[period]

    def _made(self, period: str) -> Matcher:
        if self._source is not None:
            facts = self._source.matcher(period).facts
            return Matcher(replace(facts, entries=tuple(e for e in facts.entries if not e.sample)), self.tables)
        neighbours = read_neighbours(self._store, PERIODS[period])
        return Matcher(read_facts(self._store, PERIODS[period], self.tables, neighbours), self.tables)


def pay_comparison(matcher: Matcher, limit: int, budget: Budget | None, asker: Asker | None = None) -> None:
    """Pay for comparing one programme with all of its period, and for the reasons of so many partners.

    :param asker: where a need may ask: each topic is looked for in every list, and each entry is compared
    """
    if budget is not None:
        count = len(matcher.facts)
        if asker is not None and asker.need is not None:
            wanted, entries = len(asker.wanted or ()), len(matcher.facts.entries)
            cost = _WANTED * wanted * count + _ENTRY * entries
            budget.spend(cost, f"a need of {wanted} topics", "need_topic", _SIMPLER)
        budget.spend(_COMPARISON + _COMPARING * count, f"comparing {count} programmes", _PLACE, _TOO_MANY)
        pay_reasons(min(limit, count), "partners", budget, "limit")


def pay_reasons(count: int, of: str, budget: Budget | None, place: str) -> None:
    """Pay for the reasons of so many programmes.

    :param of: what they are called, in words
    :param place: the parameter that says how many there are
    """
    if budget is not None:
        budget.spend(_REASONS * count, f"reasons for {count} {of}", place, FEWER)
