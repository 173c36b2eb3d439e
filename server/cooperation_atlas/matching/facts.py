"""What is known of the programmes of one period and of their areas, as arrays: one row a programme."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from .arrays import Classes, Incidence, Lists, Shares

#: The radius of the Earth in kilometres (IUGG mean).
EARTH = 6371.0088
#: Sorts after every NUTS code that begins with what stands before it.
_LAST = "\uffff"
#: Length of the code of a NUTS 2 region, with which that of a NUTS III area begins.
_NUTS2 = 4


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Two NUTS III areas that are neighbours.

    :param kind: ``land``, ``point`` (they meet in a point) or ``sea``
    :param km: distance by sea; 0 for the others
    """

    a: str
    b: str
    kind: str
    km: float = 0.0


@dataclass(frozen=True, eq=False)
class Links:
    """Neighbours among the areas: for each area those that it reaches abroad.

    :param of: numbers of the links of each area
    :param target: area that a link leads to
    :param strength: 1 for a land border, less for others
    :param km: distance by sea
    :param by_sea: whether it leads over the sea
    """

    of: Incidence
    target: np.ndarray
    strength: np.ndarray
    km: np.ndarray
    by_sea: np.ndarray


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics that a programme states.

    :param broader: with all topics above them
    :param complete: whether a topic that is not among them is known not to be one
    """

    own: frozenset[str] = frozenset()
    broader: frozenset[str] = frozenset()
    complete: bool = False


#: Those of a programme of which none is known.
NO_TOPICS = Topics()


@dataclass(frozen=True)
class Vocabulary:
    """How topics and objectives belong together. Columns are those of ``Facts.objectives``.

    :param of_topic: columns of the objectives that belong to each topic, or to one below it
    :param of_objective: columns of each objective and of those below it
    :param topics: topics that each objective belongs to
    :param above: each topic with all above it
    """

    of_topic: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    of_objective: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    topics: Mapping[str, frozenset[str]] = field(default_factory=dict)
    above: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def with_broader(self, topics: Iterable[str]) -> frozenset[str]:
        """Topics, and all above them."""
        own = frozenset(topics)
        return own.union(*(self.above.get(topic, ()) for topic in own))


@dataclass(frozen=True, slots=True)
class Entry:
    """A cooperation entry, as far as it is compared.

    :param topics: with all topics above them in ``broader``
    """

    id: str
    row: int
    offers: bool
    needs: bool
    topics: frozenset[str]
    broader: frozenset[str]
    scopes: frozenset[str]
    countries: frozenset[str]
    partner_types: frozenset[str]
    open_from: str | None
    open_to: str | None
    sample: bool


@dataclass(frozen=True, eq=False)
class Places:
    """The NUTS III areas of the period, one row an area: what a need is made of that names some of them.

    :param country: number in ``Facts.countries``
    :param middle: unit vectors to the middles of the areas, zeros where there is none
    :param projects: of territorial cooperation in 2014-2020, NaN where none is known
    """

    country: np.ndarray
    km2: np.ndarray
    middle: np.ndarray
    projects: np.ndarray
    territories: Classes
    typologies: tuple[Classes, ...]
    categories: Classes


@dataclass(frozen=True, eq=False)
class Facts:
    """The programmes of one period.

    :param country: number in ``countries``
    :param national: whether the programme is for a whole country
    :param lead: number of the directorate-general that leads it, as its code says
    :param technical: whether its code says that it is for technical assistance
    :param food_aid: whether its title says that it is for food aid
    :param sectors: sectors that the title names, one column each
    :param areas: NUTS III codes
    :param covers: areas of each programme
    :param covered_by: programmes of each area
    :param km2: size of each programme's area
    :param territories: share of the area inside each strategy or territory
    :param typologies: how the areas divide among Eurostat's classes
    :param categories: how they divide among the categories of region
    :param weights: for each typology, how much each class counts: the rarer, the more
    :param chance: likeness of two programmes that is to be expected
    :param rarity: of each objective
    :param topics: stated topics of each programme, without those of entries, and all above them in ``broader``
    :param places: what is known of each area
    :param vocabulary: how topics and objectives belong together
    :param centre: unit vectors to the middles of the areas; NaN where there is no area
    """

    period: str
    ids: tuple[str, ...]
    titles: tuple[str, ...]
    countries: tuple[str, ...]
    country: np.ndarray
    national: np.ndarray
    lead: np.ndarray
    technical: np.ndarray
    food_aid: np.ndarray
    sectors: np.ndarray
    objectives: Lists
    funds: Lists
    areas: tuple[str, ...]
    area_names: tuple[str, ...]
    covers: Incidence
    covered_by: Incidence
    km2: np.ndarray
    territories: Shares
    typologies: tuple[Shares, ...]
    categories: Shares
    weights: tuple[np.ndarray, ...]
    chance: float
    rarity: np.ndarray
    links: Links
    centre: np.ndarray
    places: Places
    vocabulary: Vocabulary = Vocabulary()
    topics: tuple[Topics, ...] = ()
    entries: tuple[Entry, ...] = ()

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Row by CCI."""
        return {id_: row for row, id_ in enumerate(self.ids)}

    @cached_property
    def same_area(self) -> np.ndarray:
        """A number that programmes with the same NUTS III areas share."""
        numbers: dict[bytes, int] = {}
        keys = (np.sort(self.covers.row(row)).tobytes() or self.ids[row].encode() for row in range(len(self)))
        return np.fromiter((numbers.setdefault(key, len(numbers)) for key in keys), np.int64, len(self))

    @cached_property
    def entries_of(self) -> dict[int, tuple[Entry, ...]]:
        """Entries by row."""
        by_row: dict[int, list[Entry]] = {}
        for entry in self.entries:
            by_row.setdefault(entry.row, []).append(entry)
        return {row: tuple(entries) for row, entries in by_row.items()}

    @cached_property
    def regions_of(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The NUTS 2 regions of each programme's area, each with its category of region; empty where not known."""
        categories = self.places.categories
        known = [""] * len(self.areas)
        for area, column in np.argwhere(categories.of_area).tolist():
            known[area] = known[area] or categories.codes[column]
        regions = [(code[:_NUTS2], category) for code, category in zip(self.areas, known, strict=True)]
        covered = (self.covers.row(row).tolist() for row in range(len(self)))
        return tuple(tuple(sorted({regions[area] for area in areas})) for areas in covered)

    def areas_in(self, code: str) -> np.ndarray:
        """The NUTS III areas of a region: a NUTS code of any level; none where the period has no such region."""
        first, last = (bisect_left(self._in_order[1], text) for text in (code, code + _LAST))
        return self._in_order[0][first:last]

    @cached_property
    def _in_order(self) -> tuple[np.ndarray, list[str]]:
        order = np.array(sorted(range(len(self.areas)), key=self.areas.__getitem__), dtype=np.int64)
        return order, [self.areas[number] for number in order.tolist()]

    def km_from(self, centre: np.ndarray, rows: slice = slice(None)) -> np.ndarray:
        """Kilometres from a place, a unit vector, to the middles of the areas of programmes, as the crow flies."""
        return kilometres(self.centre[rows], centre)


def kilometres(places: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Kilometres from each of some places to another, all unit vectors, as the crow flies."""
    distances: np.ndarray = EARTH * np.arccos(np.clip(places @ place, -1.0, 1.0))
    return distances
