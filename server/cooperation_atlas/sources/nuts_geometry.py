"""Reading of the geometry of one NUTS version: every polygon that cannot be used is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from .files import Unreadable
from .findings import BadSources, Finding
from .nuts_files import CODE, available_versions, geometry_file, geometry_path
from .packed_geojson import read_packed

#: What mends a damaged file.
AGAIN = "import that version again"
_POLYGONS = ("Polygon", "MultiPolygon")


def read_geometry(data: Path, version: str) -> dict[str, BaseGeometry]:
    """Geometry by NUTS code of the regions without children: valid polygons of a clean coverage, CRS84 degrees.

    :raises BadSources: with all findings, when the version is not there, or the file or some of its polygons are
        damaged
    """
    file = geometry_file(data, version)
    try:
        document = _document(geometry_path(data, version), data)
    except Unreadable as error:
        raise BadSources([Finding(file, str(error))]) from error
    findings: list[Finding] = []
    texts = dict(_polygons(document["features"], file, findings))
    shapes = dict(zip(texts, shapely.from_geojson(list(texts.values()), on_invalid="ignore"), strict=True))
    findings += (
        Finding(file, f"{code}: {reason}", value=code)
        for code, shape in shapes.items()
        if (reason := _unread(shape, texts[code]) or unusable(shape))
    )
    if not findings:
        findings += _neighbours(shapes, file)
    if findings:
        raise BadSources(findings)
    return shapes


def _document(path: Path, data: Path) -> dict[str, Any]:
    try:
        return read_packed(path, AGAIN)
    except Unreadable as error:
        if not isinstance(error.__cause__, FileNotFoundError) or path.is_symlink():
            raise
        known = ", ".join(available_versions(data)) or "none"
        raise Unreadable(
            f"{error}; NUTS versions there: {known}. 'cooperation-atlas import-nuts' makes it from GISCO's files"
        ) from error


def _polygons(features: list[Any], file: str, findings: list[Finding]) -> Iterator[tuple[str, bytes]]:
    """Code and GeoJSON text of each feature that has both."""
    seen: dict[str, int] = {}
    for number, feature in enumerate(features, start=1):
        code = feature.get("id") if isinstance(feature, dict) else None
        if not isinstance(code, str) or not CODE.fullmatch(code):
            reason = f"feature {number}: the id {code!r} is not a NUTS code"
            findings.append(Finding(file, reason, value=None if code is None else str(code)))
            continue
        if code in seen:
            reason = f"{code}: feature {number} has the same code as feature {seen[code]}"
            findings.append(Finding(file, reason, value=code))
            continue
        seen[code] = number
        geometry = feature.get("geometry")
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if kind in _POLYGONS:
            yield code, orjson.dumps(geometry)
        else:
            reason = "is empty" if geometry is None else f"is {kind!r}, not a polygon"
            findings.append(Finding(file, f"{code}: the geometry of feature {number} {reason}", value=code))


def unusable(shape: BaseGeometry) -> str | None:
    """Why a polygon cannot be used; ``None`` for one that can."""
    if shape.is_empty:
        return "the geometry is empty"
    if not np.isfinite(shapely.get_coordinates(shape)).all():
        return "the geometry has a coordinate that is not a number"
    if not shape.is_valid:
        return f"the geometry is not valid: {shapely.is_valid_reason(shape)}"
    west, south, east, north = shape.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        return "the geometry lies outside longitude -180 to 180 and latitude -90 to 90"
    return None


def _unread(shape: BaseGeometry | None, text: bytes) -> str | None:
    """Why GeoJSON could not be turned into a shape; ``None`` where it could."""
    if shape is not None:
        return None
    try:
        shapely.from_geojson(text)
    except shapely.errors.GEOSException as error:
        return f"the geometry cannot be read: {error}"
    return "the geometry cannot be read: it is not GeoJSON"


def _neighbours(shapes: Mapping[str, BaseGeometry], file: str) -> Iterator[Finding]:
    """Borders that do not match: the unions of such regions would have slivers, or not be valid at all."""
    edges = shapely.coverage_invalid_edges(np.asarray(list(shapes.values()), dtype=object))
    for code, wrong in zip(shapes, edges, strict=True):
        if not shapely.is_empty(wrong):
            x, y = shapely.get_coordinates(wrong)[0]
            reason = f"{code}: the border overlaps or misses that of a neighbour at {x:g} {y:g}; import it again"
            yield Finding(file, reason, value=code)
