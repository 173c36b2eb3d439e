"""Geometries of a table in one CRS: spatial index and pre-encoded GeoJSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import orjson
import shapely
from shapely import STRtree

from ..crs import Crs
from .encoded import Encoded


class Grid:
    """Bounds in whole steps of a grid, which are compared with a box in a fraction of the time that exact ones take.

    :param bounds: lowest and highest x and y by row; NaN where there is no geometry
    """

    STEPS = 0xFFFF

    def __init__(self, bounds: np.ndarray) -> None:
        known = bounds[~np.isnan(bounds[:, 0])]
        self._origin = known[:, :2].min(axis=0) if len(known) else np.zeros(2)
        size = (known[:, 2:].max(axis=0) - self._origin) / self.STEPS if len(known) else np.ones(2)
        self._step = np.where(size > 0, size, 1.0)
        self._sides = [np.nan_to_num(self._places(bounds[:, side], side % 2)).astype(np.uint16) for side in range(4)]

    def _places(self, values: np.ndarray, axis: int) -> np.ndarray:
        """Steps from the origin, -1 below and one more than there are above."""
        steps = np.floor((values - self._origin[axis]) / self._step[axis])
        return np.asarray(np.clip(steps, -1, self.STEPS + 1))

    def compared(self, box: tuple[float, float, float, float]) -> tuple[np.ndarray, np.ndarray]:
        """Rows whose bounds certainly lie in the box, and rows whose bounds may meet it.

        Where a row and a side of the box are on the same step, it is not certain.
        """
        west, south, east, north = (int(self._places(np.array(v), i % 2)) for i, v in enumerate(box))
        left, low, right, high = self._sides
        inside = (left > west) & (right < east) & (low > south) & (high < north)
        near = (left <= east) & (right >= west) & (low <= north) & (high >= south)
        return inside, near


class GeometrySet:
    """The geometries of a table in one CRS.

    :param source: geometries by row in CRS84, ``None`` where there is none
    :param shared: gives for each row the row whose geometry it repeats, so that equal ones are worked on once
    """

    def __init__(self, source: np.ndarray, shared: Callable[[], np.ndarray], crs: Crs) -> None:
        self.crs = crs
        self._source = source
        self._shared_now = shared

    @cached_property
    def _shared(self) -> np.ndarray:
        return self._shared_now()

    @cached_property
    def shapes(self) -> np.ndarray:
        """Geometries by row, x first."""
        if self.crs.geographic:
            return self._source
        own = np.unique(self._shared)
        shapes = np.full(len(self._source), None, dtype=object)
        shapes[own] = shapely.transform(self._source[own], self.crs.from_crs84)
        return np.asarray(shapes[self._shared])

    @cached_property
    def bounds(self) -> np.ndarray:
        """Lowest and highest x and y by row (min x, min y, max x, max y); NaN where there is no geometry."""
        # By column, so that comparing one side of all rows reads memory in one go.
        return np.asfortranarray(shapely.bounds(self.shapes))

    @cached_property
    def vertices(self) -> np.ndarray:
        """How many vertices each row has; 0 where there is no geometry."""
        return np.asarray(shapely.get_num_coordinates(self.shapes))

    @cached_property
    def tree(self) -> STRtree:
        """Spatial index over the rows."""
        return STRtree(self.shapes)

    @cached_property
    def absent(self) -> np.ndarray:
        """Where there is no geometry."""
        return np.isnan(self.bounds[:, 0])

    @cached_property
    def _grid(self) -> Grid:
        return Grid(self.bounds)

    def meeting(self, box: shapely.Polygon) -> np.ndarray:
        """One boolean a row: whether its geometry intersects a box (x first, in this CRS).

        A geometry whose bounds lie in the box needs no closer look, so that only those on its edges get one.
        """
        mask, near = self._grid.compared(box.bounds)
        edge = np.flatnonzero(near & ~mask & ~self.absent)
        shapely.prepare(box)
        mask[edge] = shapely.intersects(box, self.shapes[edge])
        return np.asarray(mask & ~self.absent)

    @cached_property
    def fragments(self) -> Encoded:
        """GeoJSON geometry objects by row, in the axis order of the CRS, ``null`` where there is none."""
        return Encoded(len(self._source), self._encode)

    def _encode(self, rows: Sequence[int]) -> list[bytes]:
        own, places = np.unique(self._shared[list(rows)], return_inverse=True)
        encoded = encode(self.shapes[own], self.crs)
        return [encoded[place] for place in places]


def encode(shapes: np.ndarray, crs: Crs) -> list[bytes]:
    """Geometries in a CRS, x first, as GeoJSON in its axis order; ``null`` where there is none."""

    def written(xy: np.ndarray) -> np.ndarray:
        return np.round(xy[:, ::-1] if crs.swapped else xy, crs.decimals)

    return [b"null" if shape is None else geojson(shape) for shape in shapely.transform(shapes, written)]


def geojson(shape: shapely.Polygon | shapely.MultiPolygon | shapely.LineString) -> bytes:
    """A geometry as GeoJSON, each number in the fewest digits that give it back.

    GEOS's own writer sometimes writes 16 digits for a number that has six.
    """
    document = {"type": shape.geom_type, "coordinates": _coordinates(shape)}
    return orjson.dumps(document, option=orjson.OPT_SERIALIZE_NUMPY)


def _coordinates(shape: shapely.Polygon | shapely.MultiPolygon | shapely.LineString) -> Any:
    if shape.geom_type == "LineString":
        return shapely.get_coordinates(shape)
    polygons = [
        [shapely.get_coordinates(ring) for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in shapely.get_parts(shape)
    ]
    return polygons if shape.geom_type == "MultiPolygon" else polygons[0]
