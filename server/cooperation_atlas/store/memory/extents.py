"""Extents of a collection in space and time."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .table import FeatureTable


def spatial_extent(table: FeatureTable, everything: Iterable[FeatureTable]) -> tuple[float, float, float, float]:
    """West, south, east, north in CRS84.

    :param everything: all tables of the edition. A collection without geometries (``cooperation`` where samples are
        off) has their extent: that is where its features will lie
    """
    bounds = table.geometries().bounds
    if not np.isfinite(bounds).any():
        bounds = np.concatenate([other.geometries().bounds for other in everything])
    low, high = np.nanmin(bounds[:, :2], axis=0), np.nanmax(bounds[:, 2:], axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def temporal_extent(table: FeatureTable) -> tuple[str | None, str | None] | None:
    """First and last day of the features that state one; an end that one of them leaves open is open."""
    if table.collection.time_fields is None:
        return None
    begin, end = (table.columns[name].values for name in table.collection.time_fields)
    stated = [days for days in zip(begin, end, strict=True) if any(days)]
    if not stated:
        return None
    begins, ends = zip(*stated, strict=True)
    return min(begins) if all(begins) else None, max(ends) if all(ends) else None
