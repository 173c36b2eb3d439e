"""GeoJSON geometry to QGIS geometry by way of WKB.

Most of a page is coordinates. They are cut out before the rest is read as JSON and go straight from text to WKB,
which takes a third of the time, and never holds Python's lock for long: the window stays alive meanwhile.
"""

from __future__ import annotations

import struct
import sys
from array import array
from itertools import chain
from typing import Any, List, Optional, Tuple

from qgis.core import Qgis, QgsGeometry, QgsWkbTypes

from ..api.reading import malformed

#: QGIS's type for the geometry of all layers; it moved in 3.30.
MULTIPOLYGON = Qgis.WkbType.MultiPolygon if Qgis.QGIS_VERSION_INT >= 33000 else QgsWkbTypes.Type.MultiPolygon
_POLYGON, _MULTIPOLYGON = 3, 6
_ORDER = 1 if sys.byteorder == "little" else 0
_HEAD, _COUNT = struct.Struct("=BII"), struct.Struct("=I")
#: How geometry begins in compact JSON. It cannot stand inside of a text: there the quotes would be escaped.
_BEGIN = b'"geometry":{"type":"'
_NAME = len(b'"geometry":')
_KINDS = (b'Polygon","coordinates":[[[', b'MultiPolygon","coordinates":[[[[')


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
    """A GeoJSON Polygon or MultiPolygon as a MultiPolygon in the same coordinates; ``None`` for no geometry.

    :raises ApiError: (malformed) for another type, or coordinates that are none
    """
    if geometry is None:
        return None
    try:
        kind, polygons = geometry["type"], geometry["coordinates"]
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
