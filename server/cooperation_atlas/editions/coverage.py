"""How much is known: by country, period and list of facts, from which sources, and how old they are.

Worked out when an edition is built, and held by it as two tables; ``cooperation-atlas coverage`` prints the same from
the source tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model.completeness import CATEGORIES, KNOWN_LISTS, SHARES, Known, KnownList
from ..model.fields import date, integer, string
from ..sources.schema import TABLES
from ..sources.schema_regions import CATEGORIES_OF_REGION
from ..sources.tables import Sources
from .region_categories import DERIVED

#: The source of categories that follow from the area of a programme.
FROM_AREA = "nuts/categories_of_region.csv, by the area of the programme"


@dataclass(frozen=True, slots=True)
class CoverageCount:
    """Of the programmes of a country and period, how many have a list that is known, partial, unknown.

    :param list: code of ``known_lists``
    """

    country: str
    period: str
    list: str
    known: int
    partial: int
    unknown: int

    @property
    def programmes(self) -> int:
        """All of them."""
        return self.known + self.partial + self.unknown


@dataclass(frozen=True, slots=True)
class CoverageSource:
    """A source of a list of facts, on a day.

    :param source_date: the day it was issued or read, ISO 8601
    :param programmes: how many programmes of the country and period have facts of the list from it
    """

    country: str
    period: str
    list: str
    source: str
    source_date: str
    programmes: int


@dataclass(frozen=True, slots=True)
class MissingProgramme:
    """A programme that is known to exist, but whose CCI no source gave."""

    country: str
    title: str
    funds: tuple[str, ...]
    nuts_codes: tuple[str, ...]
    evidence: str
    source: str
    source_date: str


@dataclass(frozen=True)
class Coverage:
    """How much an edition knows.

    :param counts: by country, period and list
    """

    counts: tuple[CoverageCount, ...] = ()
    sources: tuple[CoverageSource, ...] = ()
    missing: tuple[MissingProgramme, ...] = ()


#: That of a store without programmes.
NOTHING_COUNTED = Coverage()


@dataclass(slots=True)
class Sum:
    """Counts of several lists, countries or periods together."""

    states: dict[str, dict[Known, int]] = field(default_factory=dict)

    def add(self, count: CoverageCount) -> None:
        """Add the programmes of a count."""
        states = self.states.setdefault(count.list, dict.fromkeys(Known, 0))
        for known, number in zip(Known, (count.known, count.partial, count.unknown), strict=True):
            states[known] += number

    @property
    def programmes(self) -> int:
        """The number of programmes: each is counted in every list."""
        return max((sum(states.values()) for states in self.states.values()), default=0)

    @property
    def completeness(self) -> float:
        """The mean of the completeness of the programmes, not rounded."""
        weights = {one.code: one.weight for one in KNOWN_LISTS}
        worth = sum(
            weights[code] * SHARES[known] * number
            for code, states in self.states.items()
            for known, number in states.items()
        )
        return worth / (self.programmes * sum(weights.values())) if self.programmes else 0.0


def sums(counts: Iterable[CoverageCount], *by: str) -> dict[tuple[str, ...], Sum]:
    """The counts, added up by some of their properties, in their order."""
    found: dict[tuple[str, ...], Sum] = {}
    for count in counts:
        found.setdefault(tuple(getattr(count, name) for name in by), Sum()).add(count)
    return found


def coverage(sources: Sources, programmes: Iterable[Mapping[str, Any]]) -> Coverage:
    """How much the tables know.

    :param programmes: the features of all programmes
    """
    every = sorted(programmes, key=lambda programme: programme["cci"])
    places = {programme["cci"]: (programme["country"], programme["period"]) for programme in every}
    missing = missing_of(row.raw for row in sources.rows("programmes_missing"))
    return Coverage(tuple(_counts(every)), tuple(_sources(sources, every, places)), missing)


def _counts(programmes: Iterable[Mapping[str, Any]]) -> Iterable[CoverageCount]:
    found: dict[tuple[str, str, str], dict[Known, int]] = {}
    for programme in programmes:
        for one in KNOWN_LISTS:
            key = (programme["country"], programme["period"], one.code)
            found.setdefault(key, dict.fromkeys(Known, 0))[one.judged(programme)] += 1
    return (CoverageCount(*key, *found[key].values()) for key in _ordered(found))


def _sources(
    sources: Sources, programmes: Iterable[Mapping[str, Any]], places: Mapping[str, tuple[str, str]]
) -> Iterable[CoverageSource]:
    found: dict[tuple[str, str, str, str, str], set[str]] = {}
    for one in KNOWN_LISTS:
        for row in sources.rows(table_of(one)):
            if place := places.get(row.raw["cci"]):
                key = (*place, one.code, row.raw["source"], row.raw["source_date"])
                found.setdefault(key, set()).add(row.raw["cci"])
    read = max((row.raw["source_date"] for row in sources.rows(CATEGORIES_OF_REGION.name)), default="")
    for programme in programmes:
        if programme["categories_basis"] == DERIVED:
            key = (*places[programme["cci"]], CATEGORIES.code, FROM_AREA, read)
            found.setdefault(key, set()).add(programme["cci"])
    return (CoverageSource(*row) for row in ((*key, len(found[key])) for key in _ordered(found)))


def _ordered(keys: Iterable[tuple[str, ...]]) -> list[Any]:
    """Keys by country, newest period first, and in the order of the lists."""
    order = [one.code for one in KNOWN_LISTS]
    by_list = sorted(keys, key=lambda key: (order.index(key[2]), key[3:]))
    return sorted(sorted(by_list, key=lambda key: key[1], reverse=True), key=lambda key: key[0])


def missing_of(rows: Iterable[Mapping[str, Any]]) -> tuple[MissingProgramme, ...]:
    """The programmes that are missing altogether.

    :param rows: values by column of ``programmes/missing.csv``, which has a row for each fund and region
    """
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault((row["country"], row["title"]), []).append(row)
    return tuple(_merged(country, title, own) for (country, title), own in found.items())


def _merged(country: str, title: str, rows: list[Mapping[str, Any]]) -> MissingProgramme:
    def all_of(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row[name] for row in rows))

    evidence, source = ("; ".join(all_of(name)) for name in ("evidence", "source"))
    day = max(row["source_date"] for row in rows)
    return MissingProgramme(country, title, all_of("fund"), all_of("nuts_code"), evidence, source, day)


def table_of(one: KnownList) -> str:
    """The name of the source table in which a list is filled."""
    return next(table.name for table in TABLES.values() if table.path == one.table)


#: Columns of the tables of an edition.
_PLACE = (
    string("country", "Country", "NUTS country code."),
    string("period", "Period", "Programming period."),
    string("list", "List", "Code of the code list known_lists."),
)
COUNT_FIELDS = (
    *_PLACE,
    integer("known", "Known", "Programmes of which the whole list is known."),
    integer("partial", "Partial", "Programmes of which something of it is known."),
    integer("unknown", "Unknown", "Programmes of which nothing of it is known."),
)
SOURCE_FIELDS = (
    *_PLACE,
    string("source", "Source", "Where facts of the list were read."),
    date("source_date", "Source date", "The day on which it was issued or read."),
    integer("programmes", "Programmes", "Programmes with facts of the list from it."),
)
