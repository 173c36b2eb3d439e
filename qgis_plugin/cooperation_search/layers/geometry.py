"""GeoJSON geometry to QGIS geometry by way of WKB.

Most of a page is coordinates. They are cut out before the rest is read as JSON and go straight from text to WKB,
which takes a third of the time, and never holds Python's lock for long: the window stays alive meanwhile.
"""

from __future__ import annotations

import struct
import sys
from array import array
from itertools import chain
from typing import Any, Iterable, List, Optional, Tuple

from qgis.core import Qgis, QgsGeometry, QgsWkbTypes

from ..api.reading import malformed

#: Geometry of a layer: areas, lines between them, or points in them.
AREAS, LINES, POINTS = "MultiPolygon", "MultiLineString", "Point"
_LINE, _POLYGON, _MULTILINE, _MULTIPOLYGON = 2, 3, 5, 6
_ORDER = 1 if sys.byteorder == "little" else 0
_HEAD, _COUNT = struct.Struct("=BII"), struct.Struct("=I")
#: How geometry begins in compact JSON. It cannot stand inside of a text: there the quotes would be escaped.
_BEGIN = b'"geometry":{"type":"'
_NAME = len(b'"geometry":')
_KINDS = (b'Polygon","coordinates":[[[', b'MultiPolygon","coordinates":[[[[')


def wkb_type(geometry: str) -> Any:
    """QGIS's type for the geometry of a layer; the names moved in 3.30."""
    return getattr(Qgis.WkbType if Qgis.QGIS_VERSION_INT >= 33000 else QgsWkbTypes.Type, geometry)


#: QGIS's type for layers of areas.
MULTIPOLYGON = wkb_type(AREAS)


def of_geometries(geometries: Iterable[QgsGeometry]) -> str:
    """``LINES`` or ``POINTS`` where the first geometry that there is is one, else ``AREAS``."""
    first = next((each for each in geometries if not each.isNull()), None)
    if first is None:
        return AREAS
    kind = QgsWkbTypes.flatType(first.wkbType())
    if kind == wkb_type(POINTS):
        return POINTS
    return LINES if kind in map(wkb_type, ("LineString", LINES)) else AREAS


def of_schema(schema: Any) -> str:
    """The geometry of the features of a collection, from its ``/schema``: ``LINES``, or else ``AREAS``."""
    described = schema.get("properties", {}) if isinstance(schema, dict) else {}
    forms = (str(each.get("format", "")) for each in described.values() if isinstance(each, dict))
    return LINES if any(form.startswith("geometry") and "linestring" in form for form in forms) else AREAS


def middle(areas: QgsGeometry) -> QgsGeometry:
    """A point inside of the largest of some areas: where a record is shown that belongs to all of them."""
    largest = max(areas.asGeometryCollection(), key=lambda each: each.area(), default=areas)
    return largest.pointOnSurface()


def cut_out(page: bytes) -> Tuple[bytes, List[bytes]]:
    """A page with numbers in the place of its geometries, and these as they stood there.

    Geometry in another form (with blanks, or with further members) stays where it is.
    """
    parts: List[bytes] = []
    geometries: List[bytes] = []
    at = 0
    while True:
        begin = page.find(_BEGIN, at)
        end = page.find(b"}", begin)
        if begin < 0 or end < 0:
            break
        text = page[begin + len(_BEGIN) : end]
        if text.startswith(_KINDS) and text.endswith(b"]]]"):
            parts += (page[at : begin + _NAME], b"%d" % len(geometries))
            geometries.append(text)
        else:
            parts.append(page[at : end + 1])
        at = end + 1
    parts.append(page[at:])
    return b"".join(parts), geometries


def from_text(text: bytes) -> QgsGeometry:
    """The MultiPolygon of a geometry that was cut out.

    :raises ApiError: (malformed) for coordinates that are none
    """
    kind, _, numbers = text.partition(b'","coordinates":')
    polygons = [numbers[3:-3]] if kind == b"Polygon" else numbers[4:-4].split(b"]]],[[[")
    try:
        parts: List[bytes] = [_HEAD.pack(_ORDER, _MULTIPOLYGON, len(polygons))]
        for polygon in polygons:
            rings = polygon.split(b"]],[[")
            parts.append(_HEAD.pack(_ORDER, _POLYGON, len(rings)))
            for ring in rings:
                _add_ring(parts, array("d", map(float, ring.replace(b"],[", b",").split(b","))), ring.count(b"],[") + 1)
    except ValueError as error:
        raise malformed(f"geometry.coordinates: {error}") from error
    return _geometry(parts)


def from_json(geometry: Any) -> Optional[QgsGeometry]:
    """GeoJSON areas as a MultiPolygon in the same coordinates, lines as a MultiLineString; ``None`` for no geometry.

    :raises ApiError: (malformed) for another type, or coordinates that are none
    """
    if geometry is None:
        return None
    try:
        kind, polygons = geometry["type"], geometry["coordinates"]
        if kind in ("LineString", "MultiLineString"):
            return _lines([polygons] if kind == "LineString" else polygons)
        if kind == "Polygon":
            polygons = [polygons]
        elif kind != "MultiPolygon":
            raise malformed(f"geometry.type: {str(kind)[:40]}")
        parts: List[bytes] = [_HEAD.pack(_ORDER, _MULTIPOLYGON, len(polygons))]
        for polygon in polygons:
            parts.append(_HEAD.pack(_ORDER, _POLYGON, len(polygon)))
            for ring in polygon:
                _add_ring(parts, array("d", chain.from_iterable(ring)), len(ring))
    except (KeyError, TypeError, struct.error) as error:
        raise malformed(f"geometry: {error}") from error
    return _geometry(parts)


def _lines(lines: Any) -> QgsGeometry:
    parts: List[bytes] = [_HEAD.pack(_ORDER, _MULTILINE, len(lines))]
    for line in lines:
        parts.append(struct.pack("=BI", _ORDER, _LINE))
        _add_ring(parts, array("d", chain.from_iterable(line)), len(line))
    return _geometry(parts)


def _add_ring(parts: List[bytes], numbers: array, points: int) -> None:
    if len(numbers) != 2 * points:
        raise malformed("geometry.coordinates: x and y")
    parts += (_COUNT.pack(points), numbers.tobytes())


def _geometry(parts: List[bytes]) -> QgsGeometry:
    made = QgsGeometry()
    made.fromWkb(b"".join(parts))
    if made.isNull():
        raise malformed("geometry.coordinates")
    return made
