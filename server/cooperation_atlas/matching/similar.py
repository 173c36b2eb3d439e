"""Areas that are alike: NUTS III areas compared by typologies, category of region and size.

The rules are those of partners (``docs/partners.md``): each part is an interval, what is not known is [0, 1], and
whether a part applies depends on the area that asks alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .arrays import Shares
from .facts import Facts, kilometres
from .interval import Interval
from .scale import alike_in_size
from .score import order_of, ranked, score, spread
from .territory import chance_of, structure

#: The parts, each with its weight in ``numbers.csv``.
PARTS = ("structure", "category", "size")
_WEIGHT = "similar_{}"
#: Categories of region in their order (Reg. (EU) 2021/1060 Art. 108).
_LADDER = ("LD", "TR", "MD")


@dataclass(frozen=True, slots=True)
class Alike:
    """An area that is compared with the one that asks.

    :param row: its place among the areas of the period
    :param parts: both ends of each part; ``None`` where it does not apply
    :param same: typologies with the class that both have, the rarest class first
    :param other: typologies with the class of the one that asks and of this one, where they differ
    :param not_known: typologies of which one class is not known
    """

    row: int
    low: float
    high: float
    parts: Mapping[str, tuple[float, float] | None]
    km: float | None
    same: tuple[tuple[str, str], ...]
    other: tuple[tuple[str, str, str], ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """Which of the areas are asked for.

    :param candidates: the areas to choose from; ``None`` for all
    :param abroad: only areas of other countries
    """

    limit: int
    per_country: int
    abroad: bool = False
    nearest: float | None = None
    farthest: float | None = None
    candidates: np.ndarray | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The areas that are alike, best first, and the number of those to choose from."""

    areas: Sequence[Alike]
    matched: int


class SimilarAreas:
    """Compares the NUTS III areas of one period.

    :param outside: areas that are known to have no category of region, since they are outside the Union
    """

    def __init__(self, facts: Facts, numbers: Mapping[str, float], outside: np.ndarray) -> None:
        self.facts = facts
        self._numbers = numbers
        self._outside = outside
        self._typologies = tuple(
            Shares(one.name, one.codes, one.of_area.astype(float)) for one in facts.places.typologies
        )

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Row by NUTS code."""
        return {code: row for row, code in enumerate(self.facts.areas)}

    def like(self, row: int, choice: Choice) -> Found:
        """The areas that are most like one of them."""
        intervals = {"structure": self._structure(row), "category": self._category(row), "size": self._size(row)}
        scored = score(intervals, {name: self._numbers[_WEIGHT.format(name)] for name in PARTS})
        km = self._km(row)
        allowed = self._allowed(row, km, choice)
        order = ranked(order_of(scored, self._numbers["order_upper"]), -np.nan_to_num(km, nan=np.inf))
        each_once = np.arange(len(order))
        rows = spread(order[allowed[order]], self.facts.places.country, each_once, choice.per_country, 1)
        chosen = [
            self._alike(row, each, float(scored.low[each]), float(scored.high[each]), intervals, km)
            for each in rows[: choice.limit].tolist()
        ]
        return Found(chosen, int(np.count_nonzero(allowed)))

    def _structure(self, row: int) -> Interval:
        """Likeness of the typologies beyond what chance gives."""
        own = [shares.row(row) for shares in self._typologies]
        return structure(self._typologies, self.facts.weights, self._chance, own, applies=True)

    @cached_property
    def _chance(self) -> float:
        return chance_of(self._typologies, self.facts.weights)

    @cached_property
    def _categories(self) -> np.ndarray:
        """Place of each area's category on the ladder; -1 where it is not known, or where there is none."""
        places = np.full(len(self.facts.areas), -1)
        classes = self.facts.places.categories
        for place, code in enumerate(_LADDER):
            if code in classes.codes:
                places[classes.of_area[:, classes.codes.index(code)]] = place
        return places

    def _category(self, row: int) -> Interval:
        """The same category, or the next one. Outside the Union there is none, so that it does not apply there."""
        own, known = self._categories[row], self._categories >= 0
        steps = np.abs(self._categories - own)
        alike = np.select([steps == 0, steps == 1], [1.0, self._numbers["similar_next_category"]], 0.0)
        low = np.where(known & (own >= 0), alike, 0.0)
        high = np.where(known & (own >= 0), alike, 1.0)
        return Interval(low, np.where(self._outside, 0.0, high), applies=not self._outside[row])

    def _size(self, row: int) -> Interval:
        """The root of the smaller by the larger area in square kilometres."""
        km2 = self.facts.places.km2
        return Interval.known(alike_in_size(km2, float(km2[row])))

    def _km(self, row: int) -> np.ndarray:
        """Kilometres as the crow flies from middle to middle; NaN where there is no geometry."""
        middle = self.facts.places.middle
        placed = middle.any(axis=1)
        distances: np.ndarray = np.where(placed & placed[row], kilometres(middle, middle[row]), np.nan)
        return distances

    def _allowed(self, row: int, km: np.ndarray, choice: Choice) -> np.ndarray:
        country = self.facts.places.country
        allowed = np.ones(len(country), dtype=bool) if choice.candidates is None else choice.candidates.copy()
        allowed[row] = False
        if choice.abroad:
            allowed &= country != country[row]
        if choice.nearest is not None:
            allowed &= km >= choice.nearest
        if choice.farthest is not None:
            allowed &= km <= choice.farthest
        return allowed

    def _alike(
        self, own: int, row: int, low: float, high: float, intervals: Mapping[str, Interval], km: np.ndarray
    ) -> Alike:
        parts = {
            name: (float(one.low[row]), float(one.high[row])) if one.applies else None
            for name, one in intervals.items()
        }
        classes = list(self._classes(own, row))
        same = sorted(((weight, name, a) for name, a, b, weight in classes if a and a == b), key=lambda one: -one[0])
        return Alike(
            row=row,
            low=low,
            high=high,
            parts=parts,
            km=None if np.isnan(km[row]) else float(km[row]),
            same=tuple((name, code) for _, name, code in same),
            other=tuple((name, a, b) for name, a, b, _ in classes if a and b and a != b),
            not_known=tuple(name for name, a, b, _ in classes if not (a and b)),
        )

    def _classes(self, own: int, row: int) -> Iterator[tuple[str, str | None, str | None, float]]:
        """Each typology with the classes of two areas, and the weight of the first."""
        for shares, weights in zip(self._typologies, self.facts.weights, strict=True):
            a, b = (_class_of(shares, one) for one in (own, row))
            weight = float(weights[a]) if a is not None else 0.0
            yield (
                shares.name,
                None if a is None else shares.codes[a],
                None if b is None else shares.codes[b],
                weight,
            )


def _class_of(shares: Shares, row: int) -> int | None:
    places = np.flatnonzero(shares.known[row])
    return int(places[0]) if len(places) else None
