"""The NUTS III areas of an edition as TopoJSON: every border once, at about a seventh of the vertices of the edition.

https://github.com/topojson/topojson-specification (version 1.0.0). Our own arcs, since the vertices of a clean coverage
are known to be equal on both sides of a border: libraries have to find that out, which takes them minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import orjson
import shapely

from ..model.attribution import BOUNDARIES_NOTICE
from ..model.drawing import TOPOLOGY_OBJECT, drawing_name
from ..sources.regions import Regions
from .simplify import Grid, simplified

#: In degrees: vertices on a grid of about 250 m. Islands below some 8 km² go where their area has a larger one.
STEP = 0.0025
_AREAS = Grid(tolerance=0.07, step=STEP, smallest=1e-3, finer_steps=False)

_Point = tuple[int, int]
#: The arcs of a ring; ``~n`` is the arc ``n`` from its end.
_Ring = list[int]


def topology(regions: Regions) -> tuple[str, str]:
    """Name and content of the drawing of a NUTS version."""
    codes = list(regions.nuts3.index)
    shapes = simplified([regions.geometry[code] for code in codes], _AREAS)
    shapes = shapely.orient_polygons(shapes, exterior_cw=False)
    origin = shapely.total_bounds(shapes)[:2] if len(codes) else np.zeros(2)
    areas = [_rings(shape, origin) for shape in shapes]
    arcs = _Arcs([ring for area in areas for part in area for ring in part])
    geometries = []
    for (code, row), area in zip(regions.nuts3.iterrows(), areas, strict=True):
        parts = [[arcs.of(ring) for ring in part] for part in area]
        geometries.append(
            {
                "type": "MultiPolygon" if len(parts) > 1 else "Polygon",
                "id": code,
                "properties": {"nuts_code": code, "name": row["name_latn"], "country": row["country"]},
                "arcs": parts if len(parts) > 1 else parts[0],
            }
        )
    document = {
        "type": "Topology",
        "title": f"NUTS III areas, version {regions.version}",
        "attribution": BOUNDARIES_NOTICE,
        "bbox": np.round(shapely.total_bounds(shapes), 6).tolist() if len(codes) else None,
        "transform": {"scale": [STEP, STEP], "translate": np.round(origin, 6).tolist()},
        "objects": {TOPOLOGY_OBJECT: {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [_steps(arc) for arc in arcs.lines],
    }
    return drawing_name("topology", regions.version, "json"), orjson.dumps(document).decode()


def _rings(shape: Any, origin: np.ndarray) -> list[list[list[_Point]]]:
    """The rings of the parts of a shape in steps from the origin, without their last vertex, which is the first."""

    def ring(line: Any) -> list[_Point]:
        steps = np.round((shapely.get_coordinates(line)[:-1] - origin) / STEP).astype(int)
        return [(x, y) for x, y in steps.tolist()]

    return [[ring(one) for one in (part.exterior, *part.interiors)] for part in shapely.get_parts(shape)]


def _steps(arc: Sequence[_Point]) -> list[list[int]]:
    """The first vertex, then each from the one before."""
    return [list(arc[0]), *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(arc))]


class _Arcs:
    """The lines that rings are made of: each is between two places where more than two areas or borders meet."""

    def __init__(self, rings: Sequence[list[_Point]]) -> None:
        self.lines: list[list[_Point]] = []
        self._numbers: dict[tuple[_Point, ...], int] = {}
        around: dict[_Point, frozenset[_Point]] = {}
        self._ends: set[_Point] = set()
        for ring in rings:
            for before, point, after in zip((ring[-1], *ring[:-1]), ring, (*ring[1:], ring[0]), strict=True):
                if around.setdefault(point, frozenset((before, after))) != {before, after}:
                    self._ends.add(point)

    def of(self, ring: list[_Point]) -> _Ring:
        """The arcs of a ring, in its direction."""
        ends = [number for number, point in enumerate(ring) if point in self._ends]
        # A ring on its own, or one around a single area, begins where all rings with these vertices do.
        start = ends[0] if ends else ring.index(min(ring))
        turned = [*ring[start:], *ring[: start + 1]]
        cuts = [number for number, point in enumerate(turned) if point in self._ends] if ends else [0, len(ring)]
        return [self._number(tuple(turned[a : b + 1])) for a, b in pairwise(cuts)]

    def _number(self, line: tuple[_Point, ...]) -> int:
        if line in self._numbers:
            return self._numbers[line]
        number = len(self.lines)
        self.lines.append(list(line))
        self._numbers[line] = number
        self._numbers.setdefault(line[::-1], ~number)
        return number
