"""What is known of the programmes of one period and of their areas, as arrays: one row a programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

#: The radius of the Earth in kilometres (IUGG mean).
EARTH = 6371.0088


@dataclass(frozen=True, eq=False)
class Lists:
    """Codes that are stated, and whether a list is complete, so that absence says something.

    :param codes: the codes, one a column
    :param stated: one row a programme
    :param complete: one a programme
    """

    codes: tuple[str, ...]
    stated: np.ndarray
    complete: np.ndarray

    @cached_property
    def possible(self) -> np.ndarray:
        """What is stated, and where a list is not complete everything else."""
        possible: np.ndarray = self.stated | ~self.complete[:, None]
        return possible

    @classmethod
    def of(cls, codes: Sequence[str], stated: Sequence[Sequence[str]], complete: Sequence[bool]) -> Lists:
        """From the codes that each programme states; others than ``codes`` are left aside."""
        place = {code: column for column, code in enumerate(codes)}
        matrix = np.zeros((len(stated), len(codes)), dtype=bool)
        for row, listed in enumerate(stated):
            matrix[row, [place[code] for code in listed if code in place]] = True
        return cls(tuple(codes), matrix, np.asarray(complete, dtype=bool))


@dataclass(frozen=True, eq=False)
class Shares:
    """How an area divides among classes. What is missing to 1 belongs to classes that no source states.

    :param name: of the classification
    :param codes: the classes, one a column
    :param known: one row a programme, whose sum is at most 1
    """

    name: str
    codes: tuple[str, ...]
    known: np.ndarray

    @cached_property
    def possible(self) -> np.ndarray:
        """The most of each class: what is known and all that is not."""
        return self.known + np.maximum(0.0, 1.0 - self.known.sum(axis=1))[:, None]


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
class Incidence:
    """Which rows belong to which, as lists one after the other (compressed sparse rows).

    :param starts: where the list of each row begins, and one more for the end
    :param members: the lists
    """

    starts: np.ndarray
    members: np.ndarray

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> Incidence:
        """From one list a row."""
        starts = np.cumsum([0, *map(len, lists)])
        return cls(starts, np.fromiter((m for listed in lists for m in listed), np.int64, int(starts[-1])))

    def row(self, number: int) -> np.ndarray:
        """The list of a row."""
        return self.members[self.starts[number] : self.starts[number + 1]]

    def rows(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The lists of several rows: the places in ``numbers``, each as often as its list is long; and the members."""
        counts = self.starts[numbers + 1] - self.starts[numbers]
        places = np.repeat(np.arange(len(numbers)), counts)
        first = np.repeat(self.starts[numbers] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        return places, self.members[first + np.arange(len(places))]

    @cached_property
    def counts(self) -> np.ndarray:
        """Length of each list."""
        return np.diff(self.starts)


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
    open_from: str | None
    open_to: str | None
    sample: bool


@dataclass(frozen=True, eq=False)
class Facts:
    """The programmes of one period.

    :param country: number in ``countries``
    :param national: whether the programme is for a whole country
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
    :param centre: unit vectors to the middles of the areas; NaN where there is no area
    """

    period: str
    ids: tuple[str, ...]
    titles: tuple[str, ...]
    countries: tuple[str, ...]
    country: np.ndarray
    national: np.ndarray
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

    def km_to(self, asker: int, rows: slice = slice(None)) -> np.ndarray:
        """Kilometres from the middle of the asker's area to those of the others, as the crow flies."""
        cosine = np.clip(self.centre[rows] @ self.centre[asker], -1.0, 1.0)
        distances: np.ndarray = EARTH * np.arccos(cosine)
        return distances
