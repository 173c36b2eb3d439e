"""Layers of GeoJSON, GeoPackage and shapefile, also zipped: plain values and geometry, row by row."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyogrio
import pyproj
import pyproj.exceptions
from pyogrio import raw
from pyogrio.errors import DataLayerError, DataSourceError

from .files import Unreadable, check_regular
from .findings import BadSources, Finding, Severity

DRIVERS = ("GeoJSON", "GPKG", "ESRI Shapefile")
#: What GDAL and its bindings raise for files that are damaged or not what they seem.
_DAMAGED = (DataSourceError, DataLayerError, ValueError, OverflowError, RecursionError, MemoryError)
#: The member of old GeoJSON that names the CRS, near the beginning of the file.
_CRS_MEMBER = re.compile(rb'"crs"\s*:\s*\{[^{}]*\{[^{}]*"name"\s*:\s*"([^"]*)"')
_HEAD = 1 << 16


@dataclass(frozen=True)
class Layer:
    """A layer as read.

    :param place: file, and layer where the file has several, as shown to people
    :param fields: names of the fields by their names in capitals
    :param crs: authority and code, or WKT; ``None`` where the file does not say
    :param columns: values of each field
    :param geometry: WKB, parallel to the values of a column
    """

    place: str
    fields: dict[str, str]
    crs: str | None
    columns: dict[str, list[Any]]
    geometry: list[bytes | None]

    def rows(self) -> Iterator[tuple[dict[str, Any], bytes | None]]:
        """Values by the name of the field in capitals, and the geometry, of each feature."""
        columns = {upper: self.columns[name] for upper, name in self.fields.items()}
        for number, geometry in enumerate(self.geometry):
            yield {name: values[number] for name, values in columns.items()}, geometry


def read_layers(path: Path, needed: str, findings: list[Finding]) -> list[Layer]:
    """The layers of a file; of several, those that have the field ``needed``.

    :param findings: warnings of GDAL are added here
    :raises BadSources: when it is not a regular file, of another format, or damaged
    """
    try:
        check_regular(path)
    except Unreadable as error:
        raise BadSources([Finding(str(path), str(error))]) from error
    source = f"/vsizip/{path.absolute()}" if path.suffix.lower() == ".zip" else str(path)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            layers = list(_read(path, source, needed))
    except UnboundLocalError as error:  # a slip of pyogrio 0.13, where a CRS cannot be written as WKT
        raise BadSources([Finding(str(path), "the CRS of the file cannot be read")]) from error
    except _DAMAGED as error:
        raise BadSources(
            [Finding(str(path), f"cannot be read as GeoJSON, GeoPackage or shapefile: {error}")]
        ) from error
    messages = dict.fromkeys(str(warning.message) for warning in caught)
    findings += (Finding(path.name, message, severity=Severity.WARNING) for message in messages)
    return layers


def _read(path: Path, source: str, needed: str) -> Iterator[Layer]:
    names = [str(name) for name, _ in pyogrio.list_layers(source)]
    for name in names:
        info = pyogrio.read_info(source, layer=name)
        if info["driver"] not in DRIVERS:
            raise DataSourceError(f"its format is {info['driver']}")
        if info["driver"] == "GeoJSON":
            _check_crs_member(path)
        fields = {str(field).upper(): str(field) for field in info["fields"]}
        if len(names) > 1 and needed not in fields:
            continue
        meta, _, geometry, data = raw.read(source, layer=name)
        columns = {str(field): values.tolist() for field, values in zip(meta["fields"], data, strict=True)}
        place = path.name if len(names) == 1 else f"{path.name} layer {name}"
        # A layer without any geometry has no list of them.
        shapes = [None] * (len(data[0]) if data else 0) if geometry is None else list(geometry)
        yield Layer(place, fields, meta["crs"], columns, shapes)


def _check_crs_member(path: Path) -> None:
    """GDAL silently reads a CRS that it does not know as degrees."""
    with path.open("rb") as file:  # found to be a regular file by ``read_layers``
        member = _CRS_MEMBER.search(file.read(_HEAD))
    if member is None:
        return
    name = member[1].decode("utf-8", "replace")
    try:
        pyproj.CRS.from_user_input(name)
    except pyproj.exceptions.CRSError as error:
        raise BadSources([Finding(path.name, f"the CRS {name} is not known", value=name)]) from error
