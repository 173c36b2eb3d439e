"""How shapes of a client lie to features: pure geometry, in the plane of the CRS that the shapes come in.

Edges are straight in that plane, as a map in the CRS draws them. Whatever is narrower than a metre counts as the line
between two shapes that meet: coordinates are rounded to 0.1 m, so that two areas that share a border would otherwise
overlap in slivers. Areas are measured in EPSG:3035, which is equal-area everywhere; lengths and distances are geodesic.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from ..editions.borders import GEOD
from ..model.overlay import Relation
from .crs import CRS84, OFFERED, Crs

_EQUAL_AREA = OFFERED["http://www.opengis.net/def/crs/EPSG/0/3035"]
#: Width in metres below which a shared piece is no area but the line between two shapes, and the share of a narrow
#: shape's own width that stands in its place.
NARROW, _NARROW_SHARE = 1.0, 0.01
#: Longest edge that is measured as one, in degrees and in metres: longer ones bend in another CRS.
_STEP = {True: 0.1, False: 10_000.0}
_KM = 1000.0


@dataclass(frozen=True, slots=True)
class Meeting:
    """A shape and a feature that meet, or are near each other.

    :param shape: number of the shape, from 0
    :param id: id of the feature
    :param distance_km: 0 where they meet
    :param shared_km2: area that both share, where the shape has one
    :param shared_km: length of a line that lies in the feature
    :param share_of_shape: share of the area of the shape, of its length, or of its points: 0 to 1
    :param share_of_feature: share of the area of the feature; ``None`` for lines and points, which have none
    """

    shape: int
    id: str
    relation: Relation
    distance_km: float = 0.0
    shared_km2: float | None = None
    shared_km: float | None = None
    share_of_shape: float = 0.0
    share_of_feature: float | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """What a shape shares with one feature: see ``Meeting``."""

    relation: Relation
    km2: float | None
    km: float | None
    of_shape: float
    of_feature: float | None


class Measured:
    """A shape, and what it shares with features.

    :param shape: of points, lines or polygons alone, x first, in the plane of ``crs``
    """

    def __init__(self, shape: BaseGeometry, crs: Crs) -> None:
        self.shape = shape
        self._in_degrees, self._in_metres = to_degrees(crs), _to_metres(crs)
        self.dimension = int(shapely.get_dimensions(shape))
        match self.dimension:
            case 2:
                self.area, self._around = (float(one[0]) for one in _size(self._in_metres(np.array([shape]))))
            case 1:
                self.length = float(_lengths(self._in_degrees(np.array([shape])))[0])
            case _:
                self.points = int(shapely.get_num_geometries(shape))
        shapely.prepare(shape)

    @property
    def size(self) -> float:
        """Area in m², length in m or number of points; 0 for what is smaller than coordinates can tell."""
        match self.dimension:
            case 2:
                return self.area
            case 1:
                return self.length
            case _:
                return self.points

    def shared(self, features: np.ndarray) -> list[Shared]:
        """What is shared with each of the features, all of which meet the shape or nearly do."""
        touching = shapely.touches(self.shape, features) | ~shapely.intersects(self.shape, features)
        match self.dimension:
            case 2:
                return self._areas(features, touching)
            case 1:
                return self._lines(features, touching)
            case _:
                return [
                    self._points(feature, bool(one)) for feature, one in zip(features.tolist(), touching, strict=True)
                ]

    def _areas(self, features: np.ndarray, touching: np.ndarray) -> list[Shared]:
        width = 2 * self.area / self._around
        narrow = min(NARROW, width * _NARROW_SHARE)
        own, around = _size(self._in_metres(features))
        common = self._common(features, touching, own, narrow)
        found = []
        for shared, area, outline in zip(common.tolist(), own.tolist(), around.tolist(), strict=True):
            inside = _missing(self.area - shared, self._around) < narrow
            whole = _missing(area - shared, outline) < narrow
            shares = min(shared / self.area, 1.0), min(shared / area, 1.0)
            found.append(Shared(_relation(shared, inside, whole), shared / _KM**2, None, *shares))
        return found

    def _common(self, features: np.ndarray, touching: np.ndarray, own: np.ndarray, narrow: float) -> np.ndarray:
        """The area shared with each feature in m², without what is narrower than ``narrow`` metres.

        A feature that lies in the shape as a whole, or has all of it, needs no intersection.
        """
        common = np.zeros(len(features))
        held = shapely.contains_properly(self.shape, features)
        common[held] = own[held]
        holding = shapely.covered_by(self.shape, features) & ~held
        common[holding] = self.area
        cut = np.flatnonzero(~(touching | held | holding))
        pieces, of = shapely.get_parts(shapely.intersection(features[cut], self.shape), return_index=True)
        pieces, of_piece = shapely.get_parts(pieces, return_index=True)
        flat = shapely.get_dimensions(pieces) == 2
        areas, around = _size(self._in_metres(pieces[flat]))
        wide = 2 * areas >= narrow * around
        np.add.at(common, cut[of[of_piece[flat][wide]]], areas[wide])
        return common

    def _lines(self, features: np.ndarray, touching: np.ndarray) -> list[Shared]:
        narrow = min(NARROW, self.length * _NARROW_SHARE)
        lengths = np.zeros(len(features))
        cut = np.flatnonzero(~touching)
        lengths[cut] = _lengths(self._in_degrees(shapely.intersection(features[cut], self.shape)))
        found = []
        for length in lengths.tolist():
            shared = length if length >= narrow else 0.0
            relation = _relation(shared, self.length - shared < narrow, False)
            found.append(Shared(relation, None, shared / _KM, min(shared / self.length, 1.0), None))
        return found

    def _points(self, feature: BaseGeometry, touching: bool) -> Shared:
        if touching:
            return Shared(Relation.TOUCHES, None, None, 0.0, None)
        met = int(np.count_nonzero(shapely.intersects(feature, shapely.get_parts(self.shape))))
        return Shared(_relation(met, met == self.points, False), None, None, met / self.points, None)


def _relation(shared: float, inside: bool, whole: bool) -> Relation:
    """The relation by what is shared, whether it is all of the shape, and whether it is all of the feature."""
    if not shared:
        return Relation.TOUCHES
    if inside:
        return Relation.EQUALS if whole else Relation.WITHIN
    return Relation.CONTAINS if whole else Relation.OVERLAPS


def _missing(area: float, around: float) -> float:
    """Width in metres of a strip of that area along an outline."""
    return 2 * max(area, 0.0) / around


def _size(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Areas and outlines of polygons in metres."""
    return shapely.area(shapes), shapely.length(shapes)


def to_degrees(crs: Crs) -> Callable[[np.ndarray], np.ndarray]:
    """Transforms shapes of a CRS to longitude and latitude; long edges get further vertices first."""
    if crs.geographic:
        return lambda shapes: _finer(shapes, _STEP[True])
    transformer = Transformer.from_crs(crs.crs, OFFERED[CRS84].crs, always_xy=True)

    def transformed(shapes: np.ndarray) -> np.ndarray:
        finer = _finer(shapes, _STEP[False])
        return np.asarray(shapely.transform(finer, lambda xy: np.column_stack(transformer.transform(*xy.T))))

    return transformed


def _finer(shapes: np.ndarray, step: float) -> np.ndarray:
    """The shapes with further vertices on edges longer than ``step``.

    GEOS fails on a line from a place to itself, such as the edges of the box around a point: it stays as it is.
    """
    found, long = np.array(shapes, dtype=object), shapely.length(shapes) > step
    found[long] = shapely.segmentize(found[long], step)
    return found


def _to_metres(crs: Crs) -> Callable[[np.ndarray], np.ndarray]:
    """Transforms shapes of a CRS to EPSG:3035, in which areas are true."""
    if crs is _EQUAL_AREA:
        return lambda shapes: shapes
    degrees = to_degrees(crs)
    return lambda shapes: np.asarray(shapely.transform(degrees(shapes), _EQUAL_AREA.from_crs84))


def vertices_measured(shapes: np.ndarray, crs: Crs) -> float:
    """How many vertices the shapes have when they are measured: long edges get further ones."""
    return float(np.sum(shapely.get_num_coordinates(shapes)) + np.sum(shapely.length(shapes)) / _STEP[crs.geographic])


def _lengths(shapes: np.ndarray) -> np.ndarray:
    """Geodesic lengths in metres of what is a line in each shape, in degrees."""
    parts, of = shapely.get_parts(shapes, return_index=True)
    lines, of_part = shapely.get_parts(parts, return_index=True)
    chosen = shapely.get_dimensions(lines) == 1
    lines, of = lines[chosen], of[of_part[chosen]]
    places, line = shapely.get_coordinates(lines, return_index=True)
    lengths = np.zeros(len(shapes))
    if len(places) > 1:
        following = line[1:] == line[:-1]
        (x, y), (to_x, to_y) = places[:-1][following].T, places[1:][following].T
        np.add.at(lengths, of[line[1:][following]], GEOD.inv(x, y, to_x, to_y)[2])
    return lengths
