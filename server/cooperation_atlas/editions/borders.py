"""Borders of the areas of a clean coverage: which share a line or only a point, and which have an edge of their own.

The areas of a NUTS version share every vertex of their borders (``sources.regions``), so that equal edges are found by
their vertices, without any tolerance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from ..sources.nuts_files import DECIMALS

#: Geodesics on the ellipsoid of WGS 84.
GEOD = Geod(ellps="WGS84")
_KM = 1000.0
#: From the south-west corner of the world to the origin, in degrees.
_CORNER = np.array([180.0, 90.0])


@dataclass(frozen=True)
class Borders:
    """The borders of areas; pairs are of their positions, the smaller one first, in ascending order.

    :param line: pairs that share at least one edge, an array of two columns
    :param km: geodesic length of what each of these pairs shares, in km
    :param point: pairs that share vertices but no edge
    :param outer: for each area, whether it has an edge that it shares with no other: to the sea, or to land outside
    """

    line: np.ndarray
    km: np.ndarray
    point: np.ndarray
    outer: np.ndarray


@dataclass(frozen=True)
class _Edges:
    """Edges of all rings of all areas.

    :param owner: position of the area of each edge
    :param ends: numbers of the two vertices of each edge, the smaller one first
    :param vertex: the number of each vertex of each ring, with ``area`` the position of its area
    :param places: coordinates of the vertices in degrees, by their number
    """

    owner: np.ndarray
    ends: np.ndarray
    vertex: np.ndarray
    area: np.ndarray
    places: np.ndarray

    @cached_property
    def twins(self) -> tuple[np.ndarray, np.ndarray]:
        """Two parallel arrays: positions of equal edges of two areas."""
        keys = _paired(self.ends, len(self.places))
        order = np.argsort(keys, kind="stable")
        same = np.flatnonzero(keys[order][1:] == keys[order][:-1])
        return order[same], order[same + 1]


def borders(areas: Sequence[BaseGeometry]) -> Borders:
    """The borders of areas that make up a clean coverage.

    :param areas: (Multi)Polygons in degrees, longitude first
    """
    edges, count = _edges(areas), len(areas)
    first, second = edges.twins
    owners = np.sort(np.column_stack([edges.owner[first], edges.owner[second]]), axis=1)
    line, place = np.unique(_paired(owners, count), return_inverse=True)
    start, end = edges.places[edges.ends[first]].transpose(1, 2, 0)
    km = np.bincount(place, GEOD.inv(*start, *end)[2] / _KM, len(line))
    outer, alone = np.zeros(count, dtype=bool), np.ones(len(edges.owner), dtype=bool)
    alone[first] = alone[second] = False
    outer[edges.owner[alone]] = True
    point = np.setdiff1d(_touching(edges, count), line)
    return Borders(_apart(line, count), km, _apart(point, count), outer)


def _edges(areas: Sequence[BaseGeometry]) -> _Edges:
    polygons, polygon_area = shapely.get_parts(np.asarray(areas, dtype=object), return_index=True)
    rings, ring_polygon = shapely.get_rings(polygons, return_index=True)
    places, ring = shapely.get_coordinates(rings, return_index=True)
    # Degrees from the south-west corner of the world as whole steps of the grid, both in one number.
    steps = np.round((places + _CORNER) * 10**DECIMALS).astype(np.int64)
    _, seen, vertex = np.unique(_paired(steps, 10 ** (DECIMALS + 3)), return_index=True, return_inverse=True)
    area, within = polygon_area[ring_polygon[ring]], ring[1:] == ring[:-1]
    ends = np.sort(np.column_stack([vertex[:-1][within], vertex[1:][within]]), axis=1)
    return _Edges(area[:-1][within], ends, vertex, area, places[seen])


def _touching(edges: _Edges, count: int) -> np.ndarray:
    """Numbers of the pairs of areas that share a vertex."""
    pairs = _apart(np.unique(_paired(np.column_stack([edges.vertex, edges.area]), count)), count)
    found = [np.empty(0, dtype=np.int64)]
    # The areas of a vertex stand in a row, in ascending order: compare each with the next, the one after it …
    for step in range(1, len(pairs)):
        same = pairs[step:, 0] == pairs[:-step, 0]
        if not same.any():
            break
        found.append(_paired(np.column_stack([pairs[:-step, 1][same], pairs[step:, 1][same]]), count))
    return np.unique(np.concatenate(found))


def _paired(pairs: np.ndarray, count: int) -> np.ndarray:
    """One number for each pair of numbers below ``count``."""
    return np.asarray(pairs[:, 0].astype(np.int64) * count + pairs[:, 1])


def _apart(numbers: np.ndarray, count: int) -> np.ndarray:
    return np.column_stack(np.divmod(numbers, count))
