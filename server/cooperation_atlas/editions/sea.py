"""Distances across the sea: the shortest geodesic between areas, and whether it crosses the land of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from pyproj import Transformer
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from .borders import GEOD

_KM = 1000.0
#: Shortest length of a degree of latitude, in km.
_DEGREE = 110.5
#: Pairs that are worked on at once: bounds the memory.
_AT_ONCE = 1000
#: Pieces of a line of shortest distance, so that it follows the geodesic (within 20 m at 150 km).
_PIECES = 8
#: Degrees (about 100 m): what a line crosses of others' land must be longer, or it only grazes their shore.
_GRAZING = 1e-3
_TO_SPACE = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)


@dataclass(frozen=True)
class Crossings:
    """Pairs of areas that are near each other across the sea.

    :param pairs: their positions, the smaller one first, an array of two columns
    :param km: shortest geodesic distance between the shapes, in km
    :param lines: these shortest lines, in degrees
    """

    pairs: np.ndarray
    km: np.ndarray
    lines: np.ndarray


def crossings(areas: Sequence[BaseGeometry], has_shoreline: np.ndarray, most_km: float) -> Crossings:
    """Pairs of areas with a shoreline that do not touch and are at most ``most_km`` apart.

    :param areas: (Multi)Polygons in degrees, longitude first
    :param has_shoreline: one boolean an area
    """
    outlines = shapely.boundary(np.asarray(areas, dtype=object))
    pairs = _candidates(outlines, np.flatnonzero(has_shoreline), most_km)
    parts = [pairs[at : at + _AT_ONCE].T for at in range(0, len(pairs), _AT_ONCE)]
    ends = [shortest_ends(outlines[a], outlines[b]) for a, b in parts]
    start, end = np.concatenate([np.empty((0, 2, 2)), *ends]).transpose(1, 2, 0)
    azimuth, _, metres = GEOD.inv(*start, *end)
    near = metres <= most_km * _KM
    return Crossings(pairs[near], metres[near] / _KM, _geodesics(start[:, near], azimuth[near], metres[near]))


def cross_land(found: Crossings, areas: Sequence[BaseGeometry], own: np.ndarray) -> np.ndarray:
    """Whether each line of shortest distance crosses the land of an area that is neither of its two.

    :param areas: everything that is known to be land, in degrees
    :param own: for each of ``areas``, the position of that area in the pairs; -1 where it is in none
    """
    shapes = np.asarray(areas, dtype=object)
    tree, crossed = STRtree(shapes), np.zeros(len(found.lines), dtype=bool)

    def of_others(line: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        between = ~(own[other][:, None] == found.pairs[line]).any(axis=1)
        return line[between], other[between]

    # Most lines have a vertex on such land: only the others are cut with it, which takes much longer. The ends stay
    # out, which lie on a shore.
    places = shapely.get_coordinates(found.lines).reshape(-1, _PIECES + 1, 2)[:, 1:-1]
    within, there = tree.query(shapely.points(places.reshape(-1, 2)), predicate="within")
    crossed[of_others(within // places.shape[1], there)[0]] = True
    open_ = np.flatnonzero(~crossed)
    rest, other = tree.query(found.lines[open_], predicate="intersects")
    line, other = of_others(open_[rest], other)
    crossed[line[shapely.length(shapely.intersection(shapes[other], found.lines[line])) > _GRAZING]] = True
    return crossed


def _candidates(outlines: np.ndarray, chosen: np.ndarray, most_km: float) -> np.ndarray:
    """Pairs of ``chosen`` that do not touch and may be near enough."""
    west, south, east, north = shapely.bounds(outlines[chosen]).T
    high = most_km / _DEGREE
    furthest = np.minimum(np.maximum(np.abs(south), np.abs(north)) + high, 89)
    wide = high / np.cos(np.radians(furthest))
    around = shapely.box(west - wide, south - high, east + wide, north + high)
    a, b = chosen[STRtree(outlines[chosen]).query(around, predicate="intersects")]
    pairs = np.unique(np.sort(np.column_stack([a, b])[a != b], axis=1), axis=0)
    shapely.prepare(outlines[chosen])
    degrees = shapely.distance(outlines[pairs[:, 0]], outlines[pairs[:, 1]])
    # A degree of longitude is shortest at the highest latitude of the two.
    highest = np.abs(shapely.bounds(outlines)[:, [1, 3]]).max(axis=1)[pairs].max(axis=1)
    least = degrees * _DEGREE * np.cos(np.radians(highest))
    return np.asarray(pairs[(degrees > 0) & (least <= most_km)])


def shortest_ends(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Ends of the shortest line between each shape of ``a`` and that of ``b``: longitude and latitude by pair and end.

    :param a: shapes in degrees that do not meet those of ``b``, as many as these

    Each pair is measured in a plane of its own around the middle of the shortest line in degrees: distances there are
    true from the middle, and within 0.05 % of the truth for 300 km around.
    """
    shapely.prepare(a)
    middle = shapely.get_coordinates(shapely.shortest_line(a, b)).reshape(-1, 2, 2).mean(axis=1)
    planes = [_in_plane(shapes, middle) for shapes in (a, b)]
    shapely.prepare(planes[0])
    x, y = shapely.get_coordinates(shapely.shortest_line(*planes)).T
    away, azimuth = np.hypot(x, y), np.degrees(np.arctan2(x, y))
    x, y = np.repeat(middle, 2, axis=0).T
    longitude, latitude, _ = GEOD.fwd(x, y, azimuth, away)
    return np.column_stack([longitude, latitude]).reshape(-1, 2, 2)


def _in_plane(shapes: np.ndarray, middle: np.ndarray) -> np.ndarray:
    """Each shape in a plane that touches the ellipsoid at its own point: metres east and north.

    Directions are those of the tangent plane, distances from the point those of the chord, which is shorter than the
    geodesic by 0.01 % at 300 km.
    """
    counts = shapely.get_num_coordinates(shapes)
    longitude, latitude = np.radians(middle).T
    east = np.column_stack([-np.sin(longitude), np.cos(longitude), np.zeros(len(middle))])
    up = np.column_stack([np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)])
    axes = np.repeat(np.stack([east, np.cross(up, east)], axis=1), counts, axis=0)
    origin = np.repeat(_in_space(middle), counts, axis=0)

    def projected(places: np.ndarray) -> np.ndarray:
        chord = _in_space(places) - origin
        plane = np.einsum("nij,nj->ni", axes, chord)
        flat, away = np.hypot(*plane.T), np.linalg.norm(chord, axis=1)
        return np.asarray(plane * np.divide(away, flat, out=np.ones_like(flat), where=flat > 0)[:, None])

    return np.asarray(shapely.transform(shapes, projected))


def _in_space(places: np.ndarray) -> np.ndarray:
    """Geocentric coordinates in metres of places on the ellipsoid."""
    x, y = places.T
    return np.column_stack(_TO_SPACE.transform(x, y, np.zeros(len(places))))


def _geodesics(start: np.ndarray, azimuth: np.ndarray, metres: np.ndarray) -> np.ndarray:
    steps = np.linspace(0, 1, _PIECES + 1)
    x, y, towards = (np.repeat(values, len(steps)) for values in (*start, azimuth))
    longitude, latitude, _ = GEOD.fwd(x, y, towards, np.outer(metres, steps).ravel())
    return np.asarray(shapely.linestrings(np.stack([longitude, latitude], axis=1).reshape(-1, len(steps), 2)))
