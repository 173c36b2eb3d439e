"""Who asks: a programme, a described need, or a programme with a need that narrows what it seeks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from .arrays import Divided, Listed
from .facts import NO_TOPICS, Entry, Facts, Topics
from .need import Need

#: Length of the NUTS code of a country.
_COUNTRY = 2


@dataclass(frozen=True, eq=False)
class Area:
    """The area of who asks.

    :param numbers: of its NUTS III areas
    :param centre: unit vector to its middle, NaN where it has none
    """

    numbers: np.ndarray
    territories: Divided
    typologies: tuple[Divided, ...]
    categories: Divided
    centre: np.ndarray


@dataclass(frozen=True, eq=False)
class Asker:
    """What is known of who asks, as far as it is compared.

    :param row: of the programme in the facts, ``None`` for a described need
    :param countries: numbers of its countries, none where they are not known
    :param national: whether it is for a whole country
    :param lead: number of the directorate-general that leads the programme, ``None`` for a need
    :param sectors: sectors that its title names, ``None`` for a need
    :param size: number of NUTS III areas that its scale is judged by, with ``km2``
    :param objectives: ``None`` where it is a need, as ``funds``
    :param wanted: columns of the objectives of each topic and objective that are needed; ``None`` where a need does not
        say what it is about
    :param entries: its own entries, which count where no need describes what entries of a partner must be
    """

    row: int | None
    countries: np.ndarray
    national: bool
    lead: int | None
    food_aid: bool
    sectors: np.ndarray | None
    area: Area
    size: int
    km2: float
    objectives: Listed | None = None
    funds: Listed | None = None
    wanted: tuple[np.ndarray, ...] | None = None
    topics: Topics = NO_TOPICS
    entries: tuple[Entry, ...] = ()
    need: Need | None = None

    @property
    def is_placed(self) -> bool:
        """Whether parts that compare areas apply: to every programme, and to a need that names an area."""
        return self.row is not None or len(self.area.numbers) > 0

    @property
    def faces_entries(self) -> bool:
        """Whether entries of partners face the need, and not the programme's own entries."""
        return self.need is not None and (self.row is None or self.need.faces_entries)


def programme(facts: Facts, row: int) -> Asker:
    """A programme that asks."""
    return Asker(
        row=row,
        countries=facts.country[row : row + 1],
        national=bool(facts.national[row]),
        lead=int(facts.lead[row]),
        food_aid=bool(facts.food_aid[row]),
        sectors=facts.sectors[row],
        area=Area(
            numbers=facts.covers.row(row),
            territories=facts.territories.row(row),
            typologies=tuple(shares.row(row) for shares in facts.typologies),
            categories=facts.categories.row(row),
            centre=facts.centre[row],
        ),
        size=int(facts.covers.counts[row]),
        km2=float(facts.km2[row]),
        objectives=facts.objectives.row(row),
        funds=facts.funds.row(row),
        topics=facts.topics[row] if facts.topics else NO_TOPICS,
        entries=facts.entries_of.get(row, ()),
    )


def described(facts: Facts, need: Need) -> Asker:
    """A need without a programme. Its regions must be of the period (``Facts.areas_in``)."""
    areas = _areas(facts, need)
    number = {code: place for place, code in enumerate(facts.countries)}
    stated = [number.get(code, -1) for code in need.countries]
    return Asker(
        row=None,
        countries=np.unique(np.concatenate([np.array(stated, np.int64), facts.places.country[areas]])),
        lead=None,
        national=any(len(code) == _COUNTRY for code in need.regions),
        food_aid=False,
        sectors=None,
        area=_area(facts, areas),
        size=len(areas),
        km2=float(facts.places.km2[areas].sum()),
        wanted=_wanted(facts, need),
        topics=_topics(facts, need),
        need=need,
    )


def narrowed(facts: Facts, row: int, need: Need) -> Asker:
    """A programme that seeks partners for a need: where it says nothing, the programme's own facts count.

    A need that names regions is for these parts of the programme's area. Level, size and sector stay those of the
    programme.
    """
    asker = replace(programme(facts, row), need=need)
    if need.has_theme:
        asker = replace(asker, wanted=_wanted(facts, need), topics=_topics(facts, need))
    if need.regions:
        areas = np.intersect1d(_areas(facts, need), facts.covers.row(row))
        asker = replace(asker, area=_area(facts, areas))
    return asker


def _areas(facts: Facts, need: Need) -> np.ndarray:
    found = [facts.areas_in(code) for code in need.regions]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)


def _wanted(facts: Facts, need: Need) -> tuple[np.ndarray, ...] | None:
    if not need.has_theme:
        return None
    known = facts.vocabulary
    found: Iterable[tuple[int, ...]] = (
        *(known.of_topic.get(code, ()) for code in need.topics),
        *(known.of_objective.get(code, ()) for code in need.objectives),
    )
    return tuple(np.array(columns, dtype=np.int64) for columns in found)


def _topics(facts: Facts, need: Need) -> Topics:
    """What entries of partners are compared with: the topics, and those of the objectives."""
    known = facts.vocabulary
    own = frozenset(need.topics).union(*(known.topics.get(code, ()) for code in need.objectives))
    return Topics(own, known.with_broader(own), complete=True)


def _area(facts: Facts, numbers: np.ndarray) -> Area:
    places = facts.places
    centre = np.maximum(places.km2[numbers], 1e-9) @ places.middle[numbers]
    length = float(np.linalg.norm(centre))
    return Area(
        numbers=numbers,
        territories=places.territories.within(numbers),
        typologies=tuple(classes.within(numbers) for classes in places.typologies),
        categories=places.categories.within(numbers),
        centre=centre / length if length > 0 else np.full(3, np.nan),
    )
