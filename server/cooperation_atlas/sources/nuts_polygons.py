"""Polygons of GISCO's features: checked, repaired where that is safe, and turned into degrees."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pyproj
import pyproj.exceptions
import shapely
from shapely.geometry.base import BaseGeometry

from .findings import BadSources, Finding, Severity

Reproject = Callable[[np.ndarray], np.ndarray]

_POLYGONS = ("Polygon", "MultiPolygon")
#: Degrees, about 100 m: the smallest region of today, Melilla, is fifty times as wide.
_LEAST_WIDTH = 1e-3


def polygon(geometry: bytes | None, reproject: Reproject | None, place: str, findings: list[Finding]) -> BaseGeometry:
    """A valid (Multi)Polygon in degrees, longitude first.

    :param geometry: WKB
    :param reproject: into degrees; ``None`` where the coordinates are that already
    :param place: file, layer and row, for messages
    :param findings: a warning is added here where the polygon was repaired
    :raises BadSources: where it is not a polygon or lies outside the world
    """
    if geometry is None:
        raise _wrong(place, "is empty")
    try:
        with np.errstate(invalid="ignore"):  # coordinates that are not numbers are reported below
            shape = shapely.force_2d(shapely.from_wkb(geometry))
        if shape.geom_type not in _POLYGONS:
            raise _wrong(place, f"is a {shape.geom_type}; import the region files (NUTS_RG_…)")
        if not np.isfinite(shapely.get_coordinates(shape)).all():
            raise _wrong(place, "has a coordinate that is not a number")
        if not shape.is_valid:
            reason = f"repaired ({shapely.is_valid_reason(shape)})"
            findings.append(Finding(place, reason, column="geometry", severity=Severity.WARNING))
            shape = shapely.make_valid(shape, method="structure", keep_collapsed=False)
        if shape.is_empty or shape.geom_type not in _POLYGONS:
            raise _wrong(place, "is empty")
        return _in_degrees(shape, reproject, place)
    except (shapely.errors.ShapelyError, pyproj.exceptions.ProjError, ValueError, TypeError, IndexError) as error:
        raise _wrong(place, f"cannot be read: {error}") from error


def to_degrees(system: pyproj.CRS) -> Reproject | None:
    """Point transformation into CRS84; ``None`` where the coordinates are that already.

    :raises pyproj.exceptions.ProjError: when there is no way from that CRS to degrees
    """
    if system.equals(pyproj.CRS.from_epsg(4326), ignore_axis_order=True):
        return None
    transform = pyproj.Transformer.from_crs(system, "OGC:CRS84", always_xy=True).transform
    return lambda points: np.column_stack(transform(points[:, 0], points[:, 1]))


def _in_degrees(shape: BaseGeometry, reproject: Reproject | None, place: str) -> BaseGeometry:
    if reproject is not None:
        shape = shapely.transform(shape, reproject)
    west, south, east, north = shape.bounds
    if not (all(map(math.isfinite, shape.bounds)) and -180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise _wrong(place, f"{shape.bounds} is outside the world; is the CRS of the file right?")
    if max(east - west, north - south) < _LEAST_WIDTH:
        raise _wrong(place, "is less than 100 m wide; is the CRS of the file right?")
    return shape


def _wrong(place: str, reason: str) -> BadSources:
    return BadSources([Finding(place, reason, column="geometry")])
