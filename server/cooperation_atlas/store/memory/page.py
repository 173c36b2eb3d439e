"""A page of rows of a table (``store.contract.Page``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from ..crs import CRS84, OFFERED
from ..query import Query
from .computed import ComputedProperties
from .feature_encoder import FeatureEncoder
from .table import FeatureTable, Rows


class MemoryPage:
    """Rows of a table that match a query.

    :param rows: the rows of this page, in the order of the query
    :param matched: number of rows that match, on all pages
    :param computed: the computed properties for this search
    :param unknown: counts the rows of which it is not known whether they match
    """

    def __init__(
        self,
        table: FeatureTable,
        encoder: FeatureEncoder,
        query: Query,
        rows: Rows,
        matched: int,
        computed: ComputedProperties,
        hints: tuple[str, ...] = (),
        notes: tuple[str, ...] = (),
        unknown: Callable[[], int] = lambda: 0,
    ) -> None:
        self.query = query
        self.matched = matched
        self.hints = hints
        self.notes = notes
        self._table = table
        self._encoder = encoder
        self._rows = rows
        self._numbers: list[int] = rows.tolist()
        self._computed = computed
        self._unknown = unknown

    def __len__(self) -> int:
        return len(self._rows)

    @cached_property
    def unknown(self) -> int:
        """Number of rows of which it is not known whether they match, counted when first asked for."""
        return self._unknown()

    @cached_property
    def ids(self) -> list[str]:
        """Ids of the features on this page."""
        return [self._table.ids[row] for row in self._numbers]

    def cells(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The values of the named properties by feature.

        :raises InvalidValue: for a name that is no property of the collection
        """
        computed = {field.name for field in self._table.collection.computed}.intersection(names)
        stored = {name: self._table.column(name).values for name in names if name not in computed}
        counted = self._computed.counted(computed)
        return self._cells(names, stored | counted, len(counted) < len(computed))

    def _cells(self, names: Sequence[str], stored: dict[str, Sequence[Any]], has_computed: bool) -> Iterator[Any]:
        for row in self._numbers:
            values = self._computed.values(row) if has_computed else {}
            yield tuple(stored[name][row] if name in stored else values[name] for name in names)

    def features(
        self, crs: str = CRS84, names: Sequence[str] | None = None, *, geometry: bool = True
    ) -> Sequence[bytes]:
        """Each feature as a GeoJSON object."""
        if crs == CRS84 and names is None and geometry:
            return self._encoder.whole(self._numbers, self._computed)
        return self._encoder.selected(self._numbers, self._computed, crs, names, geometry)

    def bounds(self, crs: str = CRS84) -> tuple[float, float, float, float] | None:
        """The box around the features in the axis order of the CRS; ``None`` where none of them has a geometry."""
        bounds = self._table.geometries(crs).bounds[self._rows]
        bounds = bounds[~np.isnan(bounds[:, 0])]
        if not len(bounds):
            return None
        west, south = bounds[:, :2].min(axis=0)
        east, north = bounds[:, 2:].max(axis=0)
        corners = (south, west, north, east) if OFFERED[crs].swapped else (west, south, east, north)
        a, b, c, d = (round(float(value), OFFERED[crs].decimals) for value in corners)
        return a, b, c, d
