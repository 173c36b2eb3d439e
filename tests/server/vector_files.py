"""Reads files for GIS programs as GDAL does, and what they hold as GeoJSON has it."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyogrio
import shapely
from shapely.geometry import mapping, shape

from cooperation_atlas.model.collections import Collection
from cooperation_atlas.model.fields import FieldType
from cooperation_atlas.store.crs import CRS84, OFFERED


@dataclass(frozen=True)
class VectorFile:
    """A file with one layer of features.

    :param info: what GDAL says of the layer
    :param features: properties as they stand, ``geometry`` among them as WKB with x first
    """

    info: Mapping[str, Any]
    features: list[dict[str, Any]]


def read(data: bytes) -> VectorFile:
    """The first layer of a file."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "File .* has GPKG application_id")  # in memory it has no name
        return _read(data)


def _read(data: bytes) -> VectorFile:
    meta, _, geometry, columns = pyogrio.raw.read(io.BytesIO(data), layer=0, datetime_as_string=True)
    names = [str(name) for name in meta["fields"]]
    number = len(columns[0]) if len(columns) else 0
    shapes = [None] * number if geometry is None else list(geometry)
    rows = zip(*(map(_plain, column) for column in columns), strict=True)
    features = [{**dict(zip(names, row, strict=True)), "geometry": wkb} for row, wkb in zip(rows, shapes, strict=True)]
    return VectorFile(pyogrio.read_info(io.BytesIO(data), layer=0), features)


def _plain(value: Any) -> Any:
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else str(value)
    if isinstance(value, np.generic):
        value = value.item()
    return None if value is None or value != value else value


def wanted(collection: Collection, feature: Mapping[str, Any], f: str, crs: str = CRS84) -> dict[str, Any]:
    """What a file holds of a feature of GeoJSON: arrays as JSON, polygons as one of several, x first."""
    properties = {name: _cell(collection.by_name[name].type, value, f) for name, value in feature["properties"].items()}
    return {**properties, "geometry": _wkb(feature["geometry"], swapped=OFFERED[crs].swapped)}


def _cell(type_: FieldType, value: Any, f: str) -> Any:
    if value is not None and type_ is FieldType.ARRAY:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # FlatGeobuf has no days, only moments.
    return f"{value}T00:00:00" if value is not None and type_ is FieldType.DATE and f == "fgb" else value


def _wkb(geometry: Mapping[str, Any] | None, *, swapped: bool) -> bytes | None:
    if geometry is None:
        return None
    found = shape(geometry)
    if found.geom_type == "Polygon":
        found = shape({"type": "MultiPolygon", "coordinates": [mapping(found)["coordinates"]]})
    if swapped:
        found = shapely.transform(found, lambda xy: xy[:, ::-1])
    return bytes(shapely.to_wkb(found, byte_order=1, output_dimension=2))
