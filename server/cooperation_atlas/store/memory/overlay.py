"""Shapes of a client over the rows of a table: which rows each of them meets, or is near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...editions.borders import GEOD
from ...editions.sea import shortest_ends
from ...model.errors import InvalidValue
from ...model.overlay import Relation
from ..budget import Budget
from ..crs import CRS84, Crs
from ..overlay import Measured, Meeting, to_degrees, vertices_measured
from .table import FeatureTable, Mask

_KM = 1000.0
#: Steps (``store.budget``) for a shape, for a vertex that is measured, and for one of a shape that is looked at from a
#: feature to find the place nearest to it.
_SHAPE, _MEASURED, _NEAREST = 3000, 5, 20
#: Pairs of vertices that are compared in one step, where all lines cross, and before the budget is asked again.
_CROSSINGS, _TURN = 40, 5_000_000
#: Distance in the plane of a CRS, in degrees and in metres, below which two shapes meet: what rounding can move.
_ROUNDING = {True: 1e-5, False: 1.0}
#: Shortest length of a degree of latitude, in km.
_DEGREE = 110.5
#: The part of a query that shapes belong to, for messages.
PLACE = "features"


def meetings(
    table: FeatureTable,
    matching: Mask | None,
    shapes: Sequence[BaseGeometry],
    crs: Crs,
    distance_km: float,
    budget: Budget | None,
) -> Iterator[Meeting]:
    """The meetings of each shape, with the closest relation first.

    :param matching: the rows that count, ``None`` for all
    :raises OverBudget: where it costs more
    """
    search = _Search(table, matching, crs, budget or Budget(float("inf")))
    for number, shape in enumerate(shapes):
        found = [*search.meeting(number, shape), *search.near(number, shape, distance_km)]
        order = list(Relation)
        yield from sorted(
            found, key=lambda one: (order.index(one.relation), one.distance_km, -one.share_of_shape, one.id)
        )


class _Search:
    """Rows with the same geometry are looked at once."""

    def __init__(self, table: FeatureTable, matching: Mask | None, crs: Crs, budget: Budget) -> None:
        self._ids = table.ids
        self._crs = crs
        self._budget = budget
        # Degrees of every geographic CRS are the same here; one index serves them all.
        self._plane = table.geometries(CRS84 if crs.geographic else crs.uri)
        self._globe = table.geometries(CRS84)
        self._degrees = to_degrees(crs)
        chosen = np.arange(len(table)) if matching is None else np.flatnonzero(matching)
        chosen = chosen[~self._plane.absent[chosen]]
        self._rows_of: dict[int, list[int]] = {}
        for row, shared in zip(chosen.tolist(), table.shared[chosen].tolist(), strict=True):
            self._rows_of.setdefault(shared, []).append(row)
        self._distinct = np.array(sorted(self._rows_of), dtype=np.int64)
        self._met: set[int] = set()

    def meeting(self, number: int, shape: BaseGeometry) -> Iterator[Meeting]:
        """The rows that a shape meets.

        :raises InvalidValue: for a shape of no size
        """
        what = f"laying feature {number + 1} over the areas"
        own = vertices_measured(np.array([shape]), self._crs)
        measured = self._budget.pay(_SHAPE + own * _MEASURED, what, partial(Measured, shape, self._crs), PLACE)
        if not measured.size > 0:
            none = "area" if measured.dimension == 2 else "length"
            raise InvalidValue(PLACE, f"feature {number + 1} is so small that its {none} is 0. Send it as a point.")
        rounding = _ROUNDING[self._crs.geographic]
        west, south, east, north = shapely.bounds(shape)
        box = shapely.box(west - rounding, south - rounding, east + rounding, north + rounding)
        rows = np.intersect1d(self._plane.tree.query(box), self._distinct)
        self._met = set()
        vertices = self._plane.vertices[rows]
        crossings = vertices * shapely.get_num_coordinates(shape)
        for turn in _turns(crossings):
            most = float(vertices[turn].sum()) * _MEASURED + float(crossings[turn].sum()) / _CROSSINGS
            find = partial(self._meeting, number, measured, rows[turn], rounding)
            yield from self._budget.pay(most, what, find, PLACE)

    def _meeting(self, number: int, measured: Measured, rows: np.ndarray, rounding: float) -> list[Meeting]:
        met = rows[shapely.dwithin(measured.shape, self._plane.shapes[rows], rounding)]
        self._met.update(met.tolist())
        found = []
        for row, shared in zip(met.tolist(), measured.shared(self._plane.shapes[met]), strict=True):
            for each in self._rows_of[row]:
                shares = shared.km2, shared.km, shared.of_shape, shared.of_feature
                found.append(Meeting(number, self._ids[each], shared.relation, 0.0, *shares))
        return found

    def near(self, number: int, shape: BaseGeometry, km: float) -> Iterator[Meeting]:
        """The rows that a shape does not meet, but that are at most ``km`` away."""
        if not km:
            return
        what = f"looking around feature {number + 1}"
        (on_globe,) = self._degrees(np.array([shape]))
        rows = self._around(on_globe, km)
        own = float(shapely.get_num_coordinates(on_globe))
        vertices = self._globe.vertices[rows]
        for turn in _turns((vertices + own) * _NEAREST * _CROSSINGS):
            most = float((vertices[turn] + own).sum()) * _NEAREST
            yield from self._budget.pay(most, what, partial(self._near, number, on_globe, rows[turn], km), PLACE)

    def _around(self, shape: BaseGeometry, km: float) -> np.ndarray:
        """Distinct rows that a shape in degrees does not meet, but that may be near it."""
        west, south, east, north = shapely.bounds(shape)
        high = km / _DEGREE
        wide = high / np.cos(np.radians(min(max(abs(south), abs(north)) + high, 89)))
        box = shapely.box(west - wide, south - high, east + wide, north + high)
        found = np.intersect1d(self._globe.tree.query(box), self._distinct)
        found = np.array([row for row in found.tolist() if row not in self._met], dtype=np.int64)
        shapely.prepare(shape)
        return np.asarray(found[shapely.dwithin(shape, self._globe.shapes[found], wide)])

    def _near(self, number: int, shape: BaseGeometry, rows: np.ndarray, km: float) -> list[Meeting]:
        ends = shortest_ends(self._globe.shapes[rows], np.full(len(rows), shape, dtype=object))
        metres = GEOD.inv(*ends[:, 0].T, *ends[:, 1].T)[2]
        none = 0.0 if shapely.get_dimensions(shape) == 2 else None
        return [
            Meeting(number, self._ids[each], Relation.NEAR, away / _KM, share_of_feature=none)
            for row, away in zip(rows.tolist(), metres.tolist(), strict=True)
            if away <= km * _KM
            for each in self._rows_of[row]
        ]


def _turns(costs: np.ndarray) -> Iterator[slice]:
    """Runs of positions that together cost about ``_TURN``, so that the budget is asked between them."""
    before = np.cumsum(costs) // _TURN
    ends = [0, *(np.flatnonzero(np.diff(before)) + 1).tolist(), len(costs)]
    return (slice(start, end) for start, end in pairwise(ends) if end > start)
