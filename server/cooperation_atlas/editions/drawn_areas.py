"""The NUTS III areas of an edition as they are drawn on pages: one SVG file for each NUTS version.

Its paths have the codes of the areas as ids, so that pages refer to them (``<use href="…#ITG12">``) and browsers keep
them. The frame is that of ``model.drawing``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
import orjson
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from ..model.attribution import BOUNDARIES_NOTICE
from ..model.drawing import EUROPE, EUROPE_CRS, HEIGHT, INSETS, WIDTH, Inset, drawing_name
from ..sources.land import Land
from ..sources.regions import SMALLEST, Regions
from .simplify import Grid, projected, simplified

_AREAS = Grid(tolerance=3.5, step=1.0, smallest=6.0)
_LAND = Grid(tolerance=8.0, step=1.0, smallest=60.0)
#: Part of a frame that stays empty on each side, and the height of the name in it, in units of the map.
_MARGIN, _NAME = 10, 44
#: Takes and gives (n, 2) arrays: degrees to units of the map.
_Plane = Callable[[np.ndarray], np.ndarray]


def drawn(regions: Regions, land: Sequence[Land]) -> Iterator[tuple[str, str]]:
    """Name and content of each drawing of a NUTS version."""
    codes = list(regions.nuts3.index)
    countries = dict(regions.nuts3["country"])
    shapes = np.array([*(regions.geometry[code] for code in codes), None], dtype=object)[:-1]
    areas, seen = _areas(codes, shapes)
    outside = _land_outside(land, shapes)
    around = simplified(_pieces_in(outside, _of_europe, (0, 0, WIDTH, HEIGHT)), _LAND)
    overseas: list[BaseGeometry] = []
    for inset in seen:
        plane, _ = _of_inset(inset, areas_of(inset, codes, shapes))
        overseas += simplified(_pieces_in(outside, plane, inset.frame), _LAND).tolist()
    paths = (f'<path id="{code}" d="{_path([areas[code]])}"/>' for code in codes)
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">',
        f"<title>NUTS III areas, version {regions.version}</title>",
        f"<desc>{BOUNDARIES_NOTICE}</desc>",
        # Pages name all of these, whatever there is in them.
        f'<path id="land" d="{_path(around)}"/>',
        f'<path id="land-in-frames" d="{_path(overseas)}"/>',
        '<g id="areas">',
        *paths,
        "</g>",
        f'<path id="borders" d="{_lines(_borders(areas, countries))}"/>',
        "</svg>\n",
    )
    yield drawing_name("areas", regions.version, "svg"), "\n".join(lines)
    sizes: Counter[str] = Counter()
    for code, shape in areas.items():
        sizes[countries[code]] += shape.area
    places = {
        "insets": [inset.id for inset in seen],
        "countries": [code for code, _ in sizes.most_common()],
        "points": _points(areas, regions),
    }
    yield drawing_name("places", regions.version, "json"), orjson.dumps(places).decode()


def _areas(codes: Sequence[str], shapes: np.ndarray) -> tuple[dict[str, BaseGeometry], list[Inset]]:
    """The areas in units of the map, by code, and the insets that some of them are in."""
    insets = [inset for inset in INSETS if any(code.startswith(inset.prefix) for code in codes)]
    overseas = tuple(inset.prefix for inset in insets)
    near = [number for number, code in enumerate(codes) if not code.startswith(overseas)]
    found = dict(zip((codes[n] for n in near), simplified(projected(shapes[near], _of_europe), _AREAS), strict=True))
    for inset in insets:
        there = areas_of(inset, codes, shapes)
        _, placed = _of_inset(inset, there)
        found |= dict(zip(there, simplified(placed, _AREAS), strict=True))
    return found, insets


def areas_of(inset: Inset, codes: Sequence[str], shapes: np.ndarray) -> dict[str, BaseGeometry]:
    """The areas of an inset by code, in degrees, without their parts outside its box."""
    box = shapely.box(*inset.box)
    found = {}
    for code, shape in zip(codes, shapes, strict=True):
        if code.startswith(inset.prefix):
            inside = [part for part in shapely.get_parts(shape) if part.intersects(box)]
            found[code] = shapely.multipolygons(inside) if inside else shape
    return found


def _of_europe(degrees: np.ndarray) -> np.ndarray:
    west, _, east, north = EUROPE
    metres = _metres(EUROPE_CRS)(degrees)
    return np.column_stack((metres[:, 0] - west, north - metres[:, 1])) * (WIDTH / (east - west))


def _of_inset(inset: Inset, areas: dict[str, BaseGeometry]) -> tuple[_Plane, np.ndarray]:
    """The plane of an inset, in which its areas fill the frame below the name, and its areas there."""
    metres = _metres(inset.crs)
    grid = projected(list(areas.values()), metres)
    west, south, east, north = shapely.total_bounds(grid)
    x, y, width, height = inset.frame
    width, height = width - 2 * _MARGIN, height - 2 * _MARGIN - _NAME
    scale = min(width / (east - west), height / (north - south))
    left = x + _MARGIN + (width - scale * (east - west)) / 2
    top = y + _MARGIN + _NAME + (height - scale * (north - south)) / 2

    def plane(degrees: np.ndarray) -> np.ndarray:
        xy = metres(degrees)
        return np.column_stack((left + (xy[:, 0] - west) * scale, top + (north - xy[:, 1]) * scale))

    return plane, projected(list(areas.values()), plane)


@cache
def _metres(crs: str) -> _Plane:
    transformer = Transformer.from_crs("OGC:CRS84", crs, always_xy=True)
    return lambda degrees: np.column_stack(transformer.transform(degrees[:, 0], degrees[:, 1]))


def _land_outside(land: Sequence[Land], areas: np.ndarray) -> list[BaseGeometry]:
    """The pieces of land that are not covered by areas, in degrees."""
    pieces = shapely.get_parts(np.array([*(one.geometry for one in land), None], dtype=object)[:-1])
    # A point of each is enough: where the outlines of both sources differ, it is by little.
    within, _ = shapely.STRtree(areas).query(shapely.point_on_surface(pieces), predicate="within")
    _, around = shapely.STRtree(pieces).query(shapely.point_on_surface(areas), predicate="within")
    return list(np.delete(pieces, np.union1d(within, around)))


def _pieces_in(land: Sequence[BaseGeometry], plane: _Plane, frame: tuple[int, int, int, int]) -> list[BaseGeometry]:
    """Land that lies in a frame, in units of the map, as one polygon for each piece of sea or border around it."""
    x, y, width, height = frame
    window = shapely.box(x, y, x + width, y + height)
    found = []
    for piece in land:
        moved = shapely.transform(piece, plane)
        # Far from its middle a projection folds the world: what cannot be drawn there is not near the frame.
        if np.isfinite(shapely.get_coordinates(moved)).all() and moved.intersects(window) and moved.is_valid:
            found.append(moved.intersection(window))
    joined = shapely.union_all(found)
    return [part for part in shapely.get_parts(joined) if part.geom_type == "Polygon"]


def _borders(areas: dict[str, BaseGeometry], countries: dict[str, str]) -> list[np.ndarray]:
    """The lines between two countries."""
    sides: dict[tuple[tuple[float, ...], tuple[float, ...]], set[str]] = {}
    for code, shape in areas.items():
        for ring in shapely.get_rings(shapely.get_parts(shape)):
            points = [tuple(point) for point in shapely.get_coordinates(ring).tolist()]
            for a, b in pairwise(points):
                sides.setdefault((a, b) if a < b else (b, a), set()).add(countries[code])
    shared = [shapely.LineString(side) for side, found in sides.items() if len(found) > 1]
    merged = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(shared))) if shared else []
    return [shapely.get_coordinates(line) for line in merged]


def _points(areas: dict[str, BaseGeometry], regions: Regions) -> dict[str, list[int]]:
    """A point inside each area, and for each region the one of its areas that is nearest to the middle of all."""
    largest = {code: max(shapely.get_parts(shape), key=lambda part: part.area) for code, shape in areas.items()}
    at = {
        code: np.round(shapely.get_coordinates(shapely.maximum_inscribed_circle(part, 1.0))[0])
        for code, part in largest.items()
    }
    found = {code: point.astype(int).tolist() for code, point in at.items()}
    for code in regions.frame.index[regions.frame["level"] < SMALLEST]:
        inside = [one for one in sorted(regions.covered([code])) if one in at]
        if inside:
            # Places overseas do not draw the middle of their country to them.
            middle = np.median([at[one] for one in inside], axis=0)
            nearest = min(inside, key=lambda one: float(np.abs(at[one] - middle).sum()))
            found[code] = found[nearest]
    return found


def _path(shapes: Sequence[BaseGeometry] | np.ndarray) -> str:
    """Polygons as the data of one path, in relative coordinates."""
    rings = shapely.get_rings(shapely.get_parts(np.array([*shapes, None], dtype=object)[:-1]))
    return "".join(f"{_moves(shapely.get_coordinates(ring)[:-1])}z" for ring in rings)


def _lines(lines: Sequence[np.ndarray]) -> str:
    return "".join(map(_moves, lines))


def _moves(points: np.ndarray) -> str:
    """A line in the fewest characters: where it starts, then each step from the vertex before."""
    steps = np.round(np.diff(points, axis=0), 6)
    numbers = [*map(_number, points[0]), "l", *map(_number, steps.reshape(-1))]
    text = "M" + " ".join(numbers).replace(" l ", "l")
    return text.replace(" -", "-")


def _number(value: float) -> str:
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
