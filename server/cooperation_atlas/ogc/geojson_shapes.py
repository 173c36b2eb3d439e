"""Shapes that a client sends as GeoJSON (RFC 7946), read strictly: what is wrong is said with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from ..model.errors import InvalidValue, nearest
from ..store.crs import CRS84, Crs
from ..store.overlay import to_degrees
from ..store.shapes import has_empty_part

#: Most features, vertices of all of them, and parts of all of them.
MOST_FEATURES, MOST_VERTICES, MOST_PARTS = 1000, 50_000, 5000
KINDS = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
#: What a client calls the document.
PLACE = "features"
#: Names that older GeoJSON has for the CRS of RFC 7946.
_CRS84_NAMES = {"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", CRS84}
#: What GEOS says of an invalid geometry: the reason, and the place in x and y.
_REASON = re.compile(r"(?P<reason>[^\[]*)\[(?P<x>\S+) (?P<y>\S+)\]")
#: What it says of GeoJSON that it cannot read: its own names of errors, and the reason.
_UNREADABLE = re.compile(r"\w+: (?:Error parsing JSON: '\[[^\]]*\] )?(?P<reason>.*?)[.']*")
#: Half of the extent of the largest plane, EPSG:3857, in metres.
_PLANE = 20_037_508.4


@dataclass(frozen=True)
class SentShape:
    """A feature of a client.

    :param id: as the client has it, ``None`` where it has none
    :param shape: valid, x first
    :param repaired: whether it was made valid here
    """

    id: str | None
    shape: BaseGeometry
    repaired: bool = False


def read_shapes(content: bytes, crs: Crs, repair: bool) -> list[SentShape]:
    """The shapes of a Feature, a FeatureCollection or a geometry.

    :param crs: of the coordinates, which have its axis order
    :param repair: whether to mend shapes that are not valid
    :raises InvalidValue: naming the place
    """
    document = orjson.loads(content)
    if not isinstance(document, dict):
        raise InvalidValue(PLACE, "is not a GeoJSON object.")
    _check_crs(document, crs)
    found, vertices, parts = [], 0, 0
    for place, feature in _features(document):
        one = _shape(place, feature, crs, repair)
        found.append(one)
        vertices += int(shapely.get_num_coordinates(one.shape))
        parts += int(shapely.get_num_geometries(one.shape))
        if vertices > MOST_VERTICES or parts > MOST_PARTS:
            many = f"{MOST_VERTICES:,} vertices" if vertices > MOST_VERTICES else f"{MOST_PARTS:,} parts"
            raise InvalidValue(PLACE, f"has more than {many}. Simplify it, or send it in several requests.")
    return found


def _features(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each feature with its place; a geometry alone as a feature."""
    match document.get("type"):
        case "FeatureCollection":
            features = document.get("features")
            if not isinstance(features, list):
                raise InvalidValue(f"{PLACE}.features", "is not a list of features.")
            if not features:
                raise InvalidValue(f"{PLACE}.features", "is empty. Send at least one feature.")
            if len(features) > MOST_FEATURES:
                reason = f"has {len(features):,} features; at most {MOST_FEATURES:,} are possible. Send them in parts."
                raise InvalidValue(f"{PLACE}.features", reason)
            for number, feature in enumerate(features):
                place = f"{PLACE}.features[{number}]"
                if not isinstance(feature, dict) or feature.get("type") != "Feature":
                    raise InvalidValue(place, "is not a GeoJSON Feature.")
                yield place, feature
        case "Feature":
            yield PLACE, document
        case kind if kind in KINDS or kind == "GeometryCollection":
            yield "", {"geometry": document}
        case kind:
            names = ("FeatureCollection", "Feature", *KINDS)
            shown = "has no type" if kind is None else f"'{str(kind)[:40]}' is no type of GeoJSON"
            raise InvalidValue(f"{PLACE}.type", f"{shown}.", nearest(str(kind), names) or names)


def _check_crs(document: Mapping[str, Any], crs: Crs) -> None:
    """Refuse the member ``crs`` of older GeoJSON, where it says more than RFC 7946 does."""
    if "crs" not in document:
        return
    named = document["crs"]
    name = named.get("properties", {}).get("name") if isinstance(named, dict) else None
    if name in _CRS84_NAMES and crs.uri == CRS84:
        return
    reason = "is a member of older GeoJSON, in which the order of the axes is not certain. Leave it out, name the CRS "
    raise InvalidValue(f"{PLACE}.crs", f"{reason}by the input crs, and write coordinates in its axis order.")


def _shape(place: str, feature: Mapping[str, Any], crs: Crs, repair: bool) -> SentShape:
    geometry = feature.get("geometry")
    there = f"{place}.geometry" if place else PLACE
    if geometry is None:
        raise InvalidValue(there, "is missing or null. Leave out features without a geometry.")
    if not isinstance(geometry, dict):
        raise InvalidValue(there, "is not a GeoJSON geometry.")
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        raise InvalidValue(there, "is a GeometryCollection. Send its geometries as features of their own.")
    if kind not in KINDS:
        raise InvalidValue(f"{there}.type", f"'{str(kind)[:40]}' is no type of a geometry.", nearest(str(kind), KINDS))
    shape = _read(there, geometry)
    _check_extent(there, shape, crs)
    if crs.swapped:
        shape = shapely.transform(shape, lambda xy: xy[:, ::-1])
    valid = _valid(there, shape, crs, repair)
    id_ = feature.get("id")
    known = isinstance(id_, str | int | float) and not isinstance(id_, bool)
    return SentShape(str(id_)[:200] if known else None, valid, valid is not shape)


def _read(place: str, geometry: Mapping[str, Any]) -> BaseGeometry:
    if has_empty_part(geometry):
        raise InvalidValue(place, "has no coordinates, or a part without any. Leave such parts out.")
    try:
        shape = shapely.from_geojson(orjson.dumps({name: geometry.get(name) for name in ("type", "coordinates")}))
    except (shapely.errors.GEOSException, orjson.JSONEncodeError) as error:
        told = " ".join(str(error).split())
        found = _UNREADABLE.fullmatch(told)
        raise InvalidValue(place, f"cannot be read: {(found['reason'] if found else told)[:200]}.") from None
    if shape is None or shapely.is_empty(shape):
        raise InvalidValue(place, "has no coordinates.")
    if shapely.get_num_coordinates(shape) > MOST_VERTICES:
        reason = f"has more than {MOST_VERTICES:,} vertices. Simplify it, or send it in several requests."
        raise InvalidValue(place, reason)
    flat = shapely.force_2d(shape)
    if not np.isfinite(shapely.get_coordinates(flat)).all():
        raise InvalidValue(place, "has coordinates that are no finite numbers.")
    return flat


def _check_extent(place: str, shape: BaseGeometry, crs: Crs) -> None:
    """Refuse coordinates that cannot be of this CRS, in its axis order."""
    first, second, to_first, to_second = shapely.bounds(shape).tolist()
    if not crs.geographic:
        farthest = max(map(abs, (first, second, to_first, to_second)))
        if farthest > _PLANE or not _on_globe(shapely.box(*_xy(crs, first, second, to_first, to_second)), crs):
            raise InvalidValue(place, f"has coordinates that are none of EPSG:{crs.code}, which are metres.")
        return
    west, south, east, north = _xy(crs, first, second, to_first, to_second)
    if max(abs(west), abs(east)) > 180 or max(abs(south), abs(north)) > 90:
        order = "latitude, longitude" if crs.swapped else "longitude, latitude"
        reason = f"lies outside ±180° and ±90°. Coordinates of this CRS are degrees, in the order {order}; "
        advice = "a shape across the antimeridian is cut there in two (RFC 7946, 3.1.9)."
        raise InvalidValue(place, f"{reason}{advice}")
    if east - west > 180:
        reason = f"is {east - west:.0f}° wide, more than half of the globe. A shape across the antimeridian is cut "
        raise InvalidValue(place, f"{reason}there into two features (RFC 7946, 3.1.9).")


def _on_globe(box: BaseGeometry, crs: Crs) -> bool:
    """Whether all places on the edges of a box are places on the globe."""
    edges = to_degrees(crs)(np.array([box.boundary]))
    return bool(np.isfinite(shapely.get_coordinates(edges)).all())


def _xy(crs: Crs, *ends: float) -> tuple[float, ...]:
    a, b, c, d = ends
    return (b, a, d, c) if crs.swapped else (a, b, c, d)


def _valid(place: str, shape: BaseGeometry, crs: Crs, repair: bool) -> BaseGeometry:
    """The shape, made valid where that is wanted.

    :raises InvalidValue: for what is not valid, with the place where it is not
    """
    if shapely.is_valid(shape):
        return shape
    reason = _reason(shape, crs)
    if not repair:
        advice = "Mend it (in QGIS: Fix geometries), or ask with repair=true."
        raise InvalidValue(place, f"is not valid: {reason}. {advice}")
    dimension = shapely.get_dimensions(shape)
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(shape)))
    kept = parts[shapely.get_dimensions(parts) == dimension]
    if not len(kept):
        raise InvalidValue(place, f"is not valid: {reason}. Nothing of its kind is left when it is repaired.")
    return _JOINED[dimension](kept) if len(kept) > 1 else kept[0]


_JOINED: Mapping[int, Callable[[np.ndarray], BaseGeometry]] = {
    0: shapely.multipoints,
    1: shapely.multilinestrings,
    2: shapely.multipolygons,
}


def _reason(shape: BaseGeometry, crs: Crs) -> str:
    """Why a shape is not valid, with the place in the axis order of the CRS."""
    told = str(shapely.is_valid_reason(shape))
    found = _REASON.fullmatch(told)
    if found is None:
        return told
    x, y = found["x"], found["y"]
    return f"{found['reason'].strip()} at {f'{y}, {x}' if crs.swapped else f'{x}, {y}'}"
