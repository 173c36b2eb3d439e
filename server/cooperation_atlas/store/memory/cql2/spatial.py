"""Geometry literals and spatial predicates (OGC 21-065r2, requirements class "Spatial Functions")."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import orjson
import shapely

from ....model.errors import InvalidValue
from ...crs import CRS84, Crs
from ...query import Box
from ...shapes import has_empty_part
from ..geometry import GeometrySet
from ..table import FeatureTable
from .values import Operand, Shape, Truth
from .work import Work

MAX_VERTICES = 10_000  #: of all literals of a filter

_TURN = 500_000  # pairs of vertices that are compared before the budget is asked again
_CROSSINGS = 40  # pairs of vertices that are compared in one step, where all lines cross
_ROW = 10  # steps for each row besides

#: The predicate with its operands exchanged.
_EXCHANGED = {"s_contains": "s_within", "s_within": "s_contains"}
_OF_SHAPELY = {
    "s_intersects": shapely.intersects,
    "s_equals": shapely.equals,
    "s_disjoint": shapely.disjoint,
    "s_touches": shapely.touches,
    "s_within": shapely.within,
    "s_overlaps": shapely.overlaps,
    "s_crosses": shapely.crosses,
    "s_contains": shapely.contains,
}
#: What a geometry is to itself.
_REFLEXIVE = {"s_intersects", "s_equals", "s_within", "s_contains"}


def literal(document: dict[str, Any], crs: Crs, work: Work) -> Shape:
    """A geometry literal, x first.

    :param document: GeoJSON geometry or ``{"bbox": [...]}``, in the axis order of ``crs``
    :raises InvalidValue: where it is malformed, not valid as a simple feature, or outside the range of degrees
    """
    shape = _box(document["bbox"], crs, work) if "type" not in document else _geojson(document, crs, work)
    x, y = shapely.get_coordinates(shape).T
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise work.error("has coordinates that are not finite numbers")
    if crs.geographic and (abs(x).max() > 180 or abs(y).max() > 90):
        order = "latitude, longitude" if crs.swapped else "longitude, latitude"
        raise work.error(f"lies outside ±180° and ±90°; the axis order of {crs.uri} is {order}")
    if not shapely.is_valid(shape):
        raise work.error(f"is not valid: {shapely.is_valid_reason(shape)}")
    return Shape(f"a {shape.geom_type} literal", shape)


def _geojson(document: dict[str, Any], crs: Crs, work: Work) -> shapely.Geometry:
    if has_empty_part(document):
        raise work.error("has no coordinates, or a part without any")
    try:
        shape = shapely.from_geojson(orjson.dumps(document))
    except (shapely.errors.GEOSException, orjson.JSONEncodeError) as error:
        raise work.error(f"cannot be read: {str(error).strip().rstrip('.')}") from None
    if shape is None or shapely.is_empty(shape):
        raise work.error("has no coordinates")
    if shapely.count_coordinates(shape) > MAX_VERTICES:
        raise work.error(f"has more than {MAX_VERTICES:,} vertices")
    shape = shapely.force_2d(shape)
    return shapely.transform(shape, lambda xy: xy[:, ::-1]) if crs.swapped else shape


def _box(values: Any, crs: Crs, work: Work) -> shapely.Geometry:
    numbers = values if isinstance(values, list | tuple) else []
    if len(numbers) not in (4, 6) or not all(_is_finite(v) for v in numbers):
        raise work.error("takes four finite numbers, or six with heights")
    if len(numbers) == 6:  # the data has no heights
        numbers = [numbers[i] for i in (0, 1, 3, 4)]
    try:
        boxes = Box(tuple(float(v) for v in numbers), crs.uri).polygons()  # type: ignore[arg-type]
    except InvalidValue as error:
        raise work.error(f"is not a box: {error.reason.rstrip('.')}") from None
    shapes = [_exact(box) for box in boxes]
    return shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)


def _is_finite(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300


def _exact(box: shapely.Polygon) -> shapely.Geometry:
    """The box, as a point or line where it has no area."""
    west, south, east, north = box.bounds
    if west == east and south == north:
        return shapely.Point(west, south)
    if west == east or south == north:
        return shapely.LineString([(west, south), (east, north)])
    return box


def relate(op: str, left: Operand, right: Operand, table: FeatureTable, crs: Crs, work: Work) -> Truth:
    """A spatial predicate, in the plane of ``crs``.

    :raises InvalidValue: for operands that are no geometries
    """
    for operand in (left, right):
        if not isinstance(operand, Shape):
            raise work.error(f"takes geometries, not {operand.label}", nearest=["geometry"])
    assert isinstance(left, Shape) and isinstance(right, Shape)
    work.spend_at_once(6)
    if left.literal is not None and right.literal is not None:
        return Truth.of(bool(_OF_SHAPELY[op](left.literal, right.literal)), True)
    known = ~(left.absent if left.literal is None else right.absent)
    if left.literal is None and right.literal is None:
        return Truth.of(op in _REFLEXIVE, known)  # a collection has one geometry
    if left.literal is not None:
        op, left, right = _EXCHANGED.get(op, op), right, left
    # Degrees of every geographic CRS are the same here; one index serves them all.
    geometries = table.geometries(CRS84 if crs.geographic else crs.uri)
    if op == "s_disjoint":
        return ~Truth.among(_held("s_intersects", geometries, right.literal, work), known)
    return Truth.among(_held(op, geometries, right.literal, work), known)


def _held(op: str, geometries: GeometrySet, literal: shapely.Geometry, work: Work) -> np.ndarray:
    """The rows for which the predicate holds, tested a few at a time.

    How long a row takes lies between the sum and the product of both numbers of vertices, depending on how the lines
    cross; so the budget must have the product to begin with, and the time it took is paid.
    """
    # From the literal to the rows, as only the literal is prepared.
    test = _OF_SHAPELY[_EXCHANGED.get(op, op)]
    shapely.prepare(literal)
    rows = geometries.tree.query(literal)
    crossings = geometries.vertices[rows] * shapely.count_coordinates(literal)
    before = np.cumsum(crossings)
    turns = [slice(None)]
    if len(rows) and before[-1] > _TURN:
        ends = [*np.flatnonzero(np.diff(before // _TURN)) + 1, len(rows)]
        turns = [slice(start, end) for start, end in pairwise([0, *ends])]
    matches = []
    for turn in turns:
        candidates = rows[turn]
        most = _ROW * len(candidates) + float(crossings[turn].sum()) / _CROSSINGS
        matches.append(candidates[work.pay(most, partial(test, literal, geometries.shapes[candidates]))])
    return np.concatenate(matches)
