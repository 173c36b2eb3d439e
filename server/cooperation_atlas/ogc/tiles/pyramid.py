"""The geometries of a collection at every tile matrix: simplified once, cut for each tile."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ...store.budget import Budget
from .grid import Tile, unit

#: Outlines are simplified by so many units of a tile: half a pixel where 4,096 of them are drawn on 512.
_TOLERANCE = 4
#: What a vertex costs to be simplified, and to be cut, rounded and written (``store.budget``).
_SIMPLIFIED, _CUT = 5, 50
#: Types of geometry of shapely.
_POLYGONS = (3, 6)


@dataclass(frozen=True)
class _Level:
    """Simplified geometries, and the number of vertices of each."""

    shapes: np.ndarray
    tree: shapely.STRtree
    vertices: np.ndarray


class Pyramid:
    """Areas of a collection.

    :param ids: of its features
    :param shapes: their geometries in EPSG:3857, ``None`` where there is none
    """

    def __init__(self, ids: Sequence[str], shapes: np.ndarray) -> None:
        self.ids = ids
        self.row_of = {id_: row for row, id_ in enumerate(ids)}
        known = [row for row, shape in enumerate(shapes) if shape is not None]
        # A country's area stands in many programmes: equal ones are worked on once.
        first: dict[bytes, int] = {}
        self._own = np.full(len(shapes), -1)
        for row, written in zip(known, shapely.to_wkb(shapes[known]), strict=True):
            self._own[row] = first.setdefault(written, len(first))
        places = {own: row for row, own in reversed([*enumerate(self._own.tolist())])}
        self._shapes = shapes[[places[own] for own in range(len(first))]]
        self._vertices = int(shapely.get_num_coordinates(self._shapes).sum())
        self._levels: dict[int, _Level] = {}
        self._lock = threading.Lock()

    def cut(self, tile: Tile, wanted: np.ndarray | None, budget: Budget | None) -> list[tuple[int, shapely.Geometry]]:
        """The rows with an area in a tile, and the area in its units: whole numbers, y down, outer rings first.

        :param wanted: one boolean a row, ``None`` for all
        :raises OverBudget: where it costs more than ``budget``
        """
        level = self._level(tile.zoom, budget)
        box = shapely.box(*tile.box)
        near = level.tree.query(box, predicate="intersects")
        rows = np.flatnonzero(np.isin(self._own, near) if wanted is None else np.isin(self._own, near) & wanted)
        used = np.unique(self._own[rows])
        if budget:
            # Each of them is cut once, and written for every feature that has it.
            cost = _CUT * float(level.vertices[self._own[rows]].sum())
            budget.spend(cost, f"the {len(rows)} features of tile {tile.zoom}/{tile.row}/{tile.column}", "tileMatrix")
        areas = dict(zip(used.tolist(), _in_units(level.shapes[used], tile, box), strict=True))
        return [(row, area) for row in rows.tolist() if (area := areas[self._own[row]]) is not None]

    def _level(self, zoom: int, budget: Budget | None) -> _Level:
        if zoom not in self._levels:
            if budget:
                budget.spend(_SIMPLIFIED * self._vertices, "simplifying the areas of a tile matrix", "tileMatrix")
            with self._lock:
                if zoom not in self._levels:
                    shapes = shapely.simplify(self._shapes, _TOLERANCE * unit(zoom))
                    vertices = shapely.get_num_coordinates(shapes)
                    self._levels[zoom] = _Level(shapes, shapely.STRtree(shapes), vertices)
        return self._levels[zoom]


def _in_units(shapes: np.ndarray, tile: Tile, box: shapely.Polygon) -> list[shapely.Geometry | None]:
    """What lies in the box, in units of the tile; ``None`` where that is nothing."""
    west, north = tile.corner

    def units(xy: np.ndarray) -> np.ndarray:
        return np.column_stack(((xy[:, 0] - west) / tile.unit, (north - xy[:, 1]) / tile.unit))

    inside = shapely.covers(box, shapes)
    cut = shapes.copy()
    cut[~inside] = shapely.intersection(shapes[~inside], box)
    areas = shapely.set_precision(shapely.transform(cut, units), 1)
    made: list[shapely.Geometry | None] = []
    for area, shape, whole in zip(areas, shapes, inside, strict=True):
        if shapely.get_type_id(area) not in _POLYGONS:
            parts = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
            area = shapely.multipolygons(parts)
        if not area.is_empty:
            made.append(area)
        else:  # no area is lost: what is smaller than a unit is drawn as one
            made.append(_dot(shape, units) if whole else None)
    return [None if area is None else shapely.orient_polygons(area) for area in made]


def _dot(shape: shapely.Geometry, units: object) -> shapely.Geometry:
    """A square of one unit at an area that is smaller."""
    x, y = np.floor(shapely.get_coordinates(shapely.transform(shapely.centroid(shape), units))[0])
    return shapely.box(x, y, x + 1, y + 1)
