"""Import of GISCO's own NUTS files: GeoJSON, GeoPackage and shapefile, any year, scale and CRS."""

import difflib
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import fiona
import fiona.errors
import numpy as np
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from cooperation_atlas.sources.nuts_files import NutsError, read_table, table_path
from cooperation_atlas.sources.nuts_gisco import GiscoRegion, Progress, commit, typology

DRIVERS = ("GeoJSON", "GPKG", "ESRI Shapefile")
_REQUIRED = ("NUTS_ID", "LEVL_CODE", "CNTR_CODE", "NAME_LATN", "NUTS_NAME")
_TYPES = ("URBN_TYPE", "COAST_TYPE", "MOUNT_TYPE")
_CODE = re.compile(r"[A-Z]{2}[0-9A-Z]{0,3}")
_VERSION = re.compile(r"(?:19|20)\d\d")
_VERSION_IN_NAME = re.compile(r"NUTS_[A-Z]{2}_\d\dM_(\d{4})_", re.IGNORECASE)
_EVERY = 100

Reproject = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class ImportReport:
    """What an import read and wrote; `findings` are things to know, not errors."""

    version: str
    files: list[Path]
    source_crs: list[str]
    path: Path
    counts: dict[int, int]
    findings: list[str]


def import_gisco(paths: list[Path], version: str, data_dir: Path, progress: Progress | None = None) -> ImportReport:
    """Read GISCO NUTS region files of one year and store them in the committed form under `data_dir/nuts`.

    `paths` are GeoJSON, GeoPackage or shapefile (also zipped), with all levels in one file or one file a
    level; all four levels must be there. Any CRS is turned into CRS84. `version` is the year of the
    classification. An earlier import of the same version is replaced, but for the border and island classes,
    which GISCO's files do not have and which do not depend on scale; other versions are untouched.
    `progress` is called as (step, done, total). Afterwards `load_regions(version, data_dir)` works.

    Raises NutsError, naming file, layer, row and field, for a file that cannot be read, lacks a field or a
    CRS, belongs to another year, or holds a wrong or repeated code; nothing is written then.
    """
    if not _VERSION.fullmatch(version):
        raise NutsError(f"{version!r} is not a NUTS version; give its year, e.g. 2024")
    if not paths:
        raise NutsError("no file to import was given")
    regions: list[GiscoRegion] = []
    systems: set[str] = set()
    findings: list[str] = []
    for path in paths:
        _check_year(path, version)
        regions += _read_file(path, version, systems, findings, progress)
    report = commit(_with_kept_classes(regions, version, data_dir), version, data_dir, progress)
    return ImportReport(version, list(paths), sorted(systems), report.path, report.counts, findings + report.findings)


def _with_kept_classes(regions: list[GiscoRegion], version: str, data_dir: Path) -> list[GiscoRegion]:
    if not table_path(data_dir).exists():
        return regions
    known = {row["nuts_code"]: row for row in read_table(data_dir) if row["nuts_version"] == version}
    return [
        replace(region, border=known[region.code]["border"], island=known[region.code]["island"])
        if region.code in known
        else region
        for region in regions
    ]


def _check_year(path: Path, version: str) -> None:
    named = _VERSION_IN_NAME.search(path.name)
    if named and named[1] != version:
        raise NutsError(f"{path}: the name says NUTS {named[1]}, but the version asked for is {version}")


def _read_file(
    path: Path, version: str, systems: set[str], findings: list[str], progress: Progress | None
) -> list[GiscoRegion]:
    if not path.exists():
        raise NutsError(f"{path} does not exist{_nearest_file(path)}")
    source = f"zip://{path}" if path.suffix.lower() == ".zip" else str(path)
    regions: list[GiscoRegion] = []
    try:
        layers = fiona.listlayers(source)
        for layer in layers:
            with fiona.open(source, layer=layer, enabled_drivers=list(DRIVERS)) as collection:
                place = path.name if len(layers) == 1 else f"{path.name} layer {layer}"
                if len(layers) > 1 and "NUTS_ID" not in _upper(collection.schema["properties"]):
                    continue
                systems.add(_crs_name(collection.crs_wkt, place))
                regions += _read_layer(collection, place, version, findings, progress)
    except (fiona.errors.FionaError, UnicodeDecodeError) as error:
        raise NutsError(f"{path} cannot be read as GeoJSON, GeoPackage or shapefile: {error}") from error
    if not regions:
        raise NutsError(f"{path} holds no region: no layer with a field NUTS_ID has features")
    return regions


def _read_layer(
    collection: Any, place: str, version: str, findings: list[str], progress: Progress | None
) -> Iterator[GiscoRegion]:
    fields = _upper(collection.schema["properties"])
    for name in _REQUIRED:
        if name not in fields:
            near = difflib.get_close_matches(name, fields, n=1, cutoff=0.4)
            hint = f"nearest field: {fields[near[0]]}" if near else f"fields: {', '.join(fields.values()) or 'none'}"
            raise NutsError(f"{place}: field {name} is missing; {hint}")
    reproject = _to_degrees(collection.crs_wkt)
    total = len(collection)
    for row, feature in enumerate(collection, start=1):
        if progress and (row % _EVERY == 0 or row == total):
            progress(f"read {place}", row, total)
        here = f"{place} row {row}"
        values = {name: feature.properties[fields[name]] for name in (*_REQUIRED, *_TYPES) if name in fields}
        shape = _polygon(feature.geometry, here, findings)
        yield _region(values, _in_degrees(shape, reproject, here), here, version)


def _region(values: Mapping[str, Any], geometry: BaseGeometry, place: str, version: str) -> GiscoRegion:
    code = _text(values, "NUTS_ID", place)
    if not _CODE.fullmatch(code):
        raise NutsError(f"{place} NUTS_ID: {code!r} is not a NUTS code (two letters, then 0 to 3 letters or digits)")
    level = len(code) - 2
    if str(values["LEVL_CODE"]).removesuffix(".0") != str(level):
        raise NutsError(f"{place} LEVL_CODE: {values['LEVL_CODE']!r} is not the level of {code}, which is {level}")
    country = _text(values, "CNTR_CODE", place)
    if country != code[:2]:
        raise NutsError(f"{place} CNTR_CODE: {country!r} is not the country of {code}, which is {code[:2]}")
    kinds = {name: typology(name, values.get(name), version, place) for name in _TYPES}
    return GiscoRegion(
        code=code,
        level=level,
        country=country,
        name_latn=_text(values, "NAME_LATN", place),
        name_national=_text(values, "NUTS_NAME", place),
        urban=kinds["URBN_TYPE"],
        coast=kinds["COAST_TYPE"],
        mountain=kinds["MOUNT_TYPE"],
        geometry=geometry,
        place=place,
    )


def _text(values: Mapping[str, Any], field: str, place: str) -> str:
    value = values[field]
    if not isinstance(value, str) or not value.strip():
        raise NutsError(f"{place} {field}: {value!r} is not a text")
    if "\ufffd" in value:
        raise NutsError(f"{place} {field}: {value!r} has broken letters; the file's encoding is not what it says")
    return value.strip()


def _polygon(geometry: Any, place: str, findings: list[str]) -> BaseGeometry:
    if geometry is None:
        raise NutsError(f"{place} geometry: is empty")
    shape = shapely.force_2d(shapely.geometry.shape(geometry))
    if shape.geom_type not in ("Polygon", "MultiPolygon"):
        raise NutsError(f"{place} geometry: is a {shape.geom_type}; import the region files (NUTS_RG_…)")
    if not shape.is_valid:
        findings.append(f"{place} geometry: repaired ({shapely.is_valid_reason(shape)})")
        shape = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    if shape.is_empty:
        raise NutsError(f"{place} geometry: is empty")
    return shape


def _in_degrees(shape: BaseGeometry, reproject: Reproject | None, place: str) -> BaseGeometry:
    if reproject is not None:
        shape = shapely.transform(shape, reproject)
    west, south, east, north = shape.bounds
    if not (all(map(math.isfinite, shape.bounds)) and -180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise NutsError(f"{place} geometry: {shape.bounds} is outside the world; is the CRS of the file right?")
    return shape


def _crs_name(wkt: str, place: str) -> str:
    if not wkt:
        raise NutsError(f"{place}: no CRS; a shapefile needs its .prj beside it (GISCO has the EPSG code in the name)")
    return str(pyproj.CRS.from_wkt(wkt).to_string())


def _to_degrees(wkt: str) -> Reproject | None:
    """Point transformation into CRS84; None where the coordinates are that already."""
    system = pyproj.CRS.from_wkt(wkt)
    if system.equals(pyproj.CRS.from_epsg(4326), ignore_axis_order=True):
        return None
    transform = pyproj.Transformer.from_crs(system, "OGC:CRS84", always_xy=True).transform
    return lambda points: np.column_stack(transform(points[:, 0], points[:, 1]))


def _upper(names: Mapping[str, Any]) -> dict[str, str]:
    return {name.upper(): name for name in names}


def _nearest_file(path: Path) -> str:
    names = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, names, n=1)
    return f"; nearest: {path.parent / near[0]}" if near else ""
