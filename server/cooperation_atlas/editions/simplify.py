"""Fewer vertices for areas that share borders, so that they still share them: no gaps, no overlaps, no area lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

#: What an area may gain or lose of its size; one that would lose more keeps more of its vertices.
TOLERATED = 0.2
#: The tolerance of small areas is that of all divided by these, and so is the grid of their vertices.
_FINER = (1.0, 2.0, 4.0, 10.0, 20.0, 100.0)


@dataclass(frozen=True)
class Grid:
    """How coarse a picture is, in units of its plane.

    :param tolerance: a vertex goes where its triangle is smaller than the square of it
    :param step: coordinates are multiples of it
    :param smallest: islands and lakes below this area are not drawn, unless it is the largest part of their area
    :param finer_steps: whether small areas have finer steps, or all are on one grid
    """

    tolerance: float
    step: float
    smallest: float
    finer_steps: bool = True


def simplified(areas: Sequence[BaseGeometry] | np.ndarray, grid: Grid) -> np.ndarray:
    """Polygons of a clean coverage, simplified together, as a clean coverage.

    Vertices are removed by Visvalingam and Whyatt's rule, then rounded. Where that makes an area invalid, lets it cross
    a neighbour, or changes its size too much, it and its borders keep more vertices on a finer grid.

    :param areas: in a plane, edge-matched
    """
    if not len(areas):
        return np.empty(0, dtype=object)
    whole = np.array([_without_islets(area, grid.smallest) for area in areas], dtype=object)
    vertices = _Vertices(whole)
    step = [grid.step / (finer if grid.finer_steps else 1.0) for finer in _FINER]
    kept: list[np.ndarray] = []
    sizes = shapely.area(whole)
    level = np.zeros(len(whole), dtype=int)
    while True:
        for finer in _FINER[len(kept) : level.max() + 1]:
            kept.append(vertices.marked(shapely.coverage_simplify(whole, grid.tolerance / finer)))
        shapes = vertices.polygons(level, kept, step)
        bad = ~shapely.is_valid(shapes) | (np.abs(shapely.area(shapes) / sizes - 1) > TOLERATED)
        if not bad.any():
            bad |= ~shapely.is_empty(shapely.coverage_invalid_edges(shapes))
        bad &= level < len(_FINER) - 1
        if not bad.any():
            return shapes
        level[bad] += 1


class _Vertices:
    """The vertices of polygons, each once, whatever number of borders it is on."""

    def __init__(self, areas: np.ndarray) -> None:
        self._rings, self._ring_parts, self._part_areas = _rings_of(areas)
        coordinates = shapely.get_coordinates(self._rings)
        self._places, self._ids = np.unique(coordinates, axis=0, return_inverse=True)
        self._ids = self._ids.reshape(-1)
        self._ring_of = np.repeat(np.arange(len(self._rings)), shapely.get_num_coordinates(self._rings))
        self._area_of = self._part_areas[self._ring_parts[self._ring_of]]
        self._index = {place: number for number, place in enumerate(map(tuple, self._places.tolist()))}

    def marked(self, areas: np.ndarray) -> np.ndarray:
        """Whether each vertex is one of those polygons."""
        found = np.zeros(len(self._places), dtype=bool)
        found[[self._index[place] for place in map(tuple, shapely.get_coordinates(areas).tolist())]] = True
        return found

    def polygons(self, level: np.ndarray, kept: Sequence[np.ndarray], step: Sequence[float]) -> np.ndarray:
        """The polygons with the vertices that one of their areas keeps at its level."""
        chosen = np.zeros(len(self._places), dtype=bool)
        steps = np.full(len(self._places), step[0])
        levels = level[self._area_of]
        for number, of_level in enumerate(kept):
            ids = self._ids[levels == number]
            chosen[ids[of_level[ids]]] = True
            steps[ids] = step[number]
        places = np.round(np.round(self._places / steps[:, None]) * steps[:, None], 9)
        stays = chosen[self._ids]
        ids, rings = self._ids[stays], self._ring_of[stays]
        drawn = places[ids]
        # The last vertex of a ring is its first; whichever was removed, the ring is closed anew.
        fresh = np.ones(len(ids), dtype=bool)
        fresh[1:] = (rings[1:] != rings[:-1]) | (drawn[1:] != drawn[:-1]).any(axis=1)
        drawn, rings = drawn[fresh], rings[fresh]
        by_area: dict[int, dict[int, list[np.ndarray]]] = {}
        for ring, points in enumerate(np.split(drawn, np.flatnonzero(np.diff(rings)) + 1)):
            if len(points) > 1 and (points[0] != points[-1]).any():
                points = np.vstack((points, points[:1]))
            part = int(self._ring_parts[ring])
            if len(points) >= 4:
                by_area.setdefault(int(self._part_areas[part]), {}).setdefault(part, []).append(points)
        shapes = [_polygon(by_area.get(number, {})) for number in range(len(level))]
        return np.array([*shapes, None], dtype=object)[:-1]


def _rings_of(areas: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The rings of areas, the part that each is of, and the area that each part is of."""
    parts, part_areas = shapely.get_parts(areas, return_index=True)
    rings, ring_parts = shapely.get_rings(parts, return_index=True)
    return rings, ring_parts, part_areas


def _polygon(parts: dict[int, list[np.ndarray]]) -> BaseGeometry:
    polygons = [shapely.Polygon(rings[0], rings[1:]) for rings in parts.values()]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def _without_islets(area: BaseGeometry, smallest: float) -> BaseGeometry:
    """The area with its largest part, and those others that are not too small to be seen."""
    parts = shapely.get_parts(area)
    sizes = shapely.area(parts)
    seen = parts[(sizes >= smallest) | (sizes == sizes.max())]
    return seen[0] if len(seen) == 1 else shapely.multipolygons(seen)


def projected(shapes: Sequence[BaseGeometry] | np.ndarray, plane: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """Shapes in another plane.

    :param plane: takes and gives (n, 2) arrays
    """
    moved: np.ndarray = shapely.transform(np.array([*shapes, None], dtype=object)[:-1], plane)
    return moved
