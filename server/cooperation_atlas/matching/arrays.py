"""The arrays of the comparison: what each programme states, how its area divides, and which areas it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

#: What is no size, so that nothing is divided by 0.
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of one programme.

    :param stated: whether each code is
    :param possible: whether it may be
    :param complete: whether a code that is not stated is known not to be one
    """

    stated: np.ndarray
    possible: np.ndarray
    complete: bool


@dataclass(frozen=True, eq=False)
class Lists:
    """Codes that are stated, and whether a list is complete, so that absence says something.

    :param codes: the codes, one a column
    :param stated: one row a programme
    :param complete: one a programme
    :param excluded: codes of which something else says that they are not in the list, unless they are stated
    """

    codes: tuple[str, ...]
    stated: np.ndarray
    complete: np.ndarray
    excluded: np.ndarray | None = None

    @cached_property
    def possible(self) -> np.ndarray:
        """What is stated, and where a list is not complete everything else that is not excluded."""
        unknown = np.broadcast_to(~self.complete[:, None], self.stated.shape)
        if self.excluded is not None:
            unknown = unknown & ~self.excluded
        possible: np.ndarray = self.stated | unknown
        return possible

    @classmethod
    def of(
        cls,
        codes: Sequence[str],
        stated: Sequence[Sequence[str]],
        complete: Sequence[bool],
        excluded: np.ndarray | None = None,
    ) -> Lists:
        """From the codes that each programme states; others than ``codes`` are left aside."""
        place = {code: column for column, code in enumerate(codes)}
        matrix = np.zeros((len(stated), len(codes)), dtype=bool)
        for row, listed in enumerate(stated):
            matrix[row, [place[code] for code in listed if code in place]] = True
        return cls(tuple(codes), matrix, np.asarray(complete, dtype=bool), excluded)

    def row(self, number: int) -> Listed:
        """The list of one programme."""
        return Listed(self.stated[number], self.possible[number], bool(self.complete[number]))


@dataclass(frozen=True, slots=True)
class Divided:
    """How one area divides among the classes of a classification.

    :param known: share of each class, whose sum is at most 1
    """

    known: np.ndarray

    @property
    def possible(self) -> np.ndarray:
        """The most of each class: what is known and all that is not."""
        most: np.ndarray = self.known + max(0.0, 1.0 - float(self.known.sum()))
        return most


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

    def row(self, number: int) -> Divided:
        """How the area of one programme divides."""
        return Divided(self.known[number])


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

    def sums(self, values: np.ndarray) -> np.ndarray:
        """For each row the sum of a value of its members."""
        rows = np.repeat(np.arange(len(self.counts)), self.counts)
        return np.bincount(rows, values[self.members], len(self.counts))


@dataclass(frozen=True, eq=False)
class Classes:
    """The classes of NUTS III areas.

    :param name: of the classification
    :param codes: the classes, one a column
    :param of_area: whether each area belongs to each class; one of which that is not known belongs to none
    :param size: what each area counts
    """

    name: str
    codes: tuple[str, ...]
    of_area: np.ndarray
    size: np.ndarray

    @classmethod
    def of(cls, name: str, codes: Sequence[str], stated: Sequence[Sequence[str]], size: np.ndarray) -> Classes:
        """From the classes that are stated of each area; others than ``codes`` are left aside."""
        columns = [[code in found for found in stated] for code in codes]
        return cls(name, tuple(codes), np.array(columns, dtype=bool).reshape(len(codes), len(stated)).T, size)

    def shares(self, covers: Incidence) -> Shares:
        """How the areas of each row divide among the classes."""
        whole = np.maximum(covers.sums(self.size), _NOTHING)
        sums = [covers.sums(self.size * self.of_area[:, column]) for column in range(len(self.codes))]
        known = np.stack(sums, axis=1) if sums else np.zeros((len(whole), 0))
        return Shares(self.name, self.codes, known / whole[:, None])

    def within(self, areas: np.ndarray) -> Divided:
        """How a choice of areas divides among the classes."""
        size = self.size[areas]
        return Divided(size @ self.of_area[areas] / max(float(size.sum()), _NOTHING))
