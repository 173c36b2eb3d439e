"""Import of GISCO's own NUTS files: GeoJSON, GeoPackage and shapefile, any year, scale and CRS."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyproj
import pyproj.exceptions

from ..model.errors import AtlasError, nearest
from .characters import hidden, named
from .findings import BadSources, Finding
from .nuts_files import CODE, VERSION, read_regions, table_path
from .nuts_gisco import GiscoRegion, Progress, commit, typology
from .nuts_layers import Layer, read_layers
from .nuts_polygons import Reproject, polygon, to_degrees

_REQUIRED = ("NUTS_ID", "LEVL_CODE", "CNTR_CODE", "NAME_LATN", "NUTS_NAME")
_TYPES = ("URBN_TYPE", "COAST_TYPE", "MOUNT_TYPE")
_VERSION_IN_NAME = re.compile(r"NUTS_[A-Z]{2}_[0-9]{2}M_([0-9]{4})_", re.IGNORECASE)
_EVERY = 100
#: Findings after which a file is not read on.
_ENOUGH = 100


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

    :raises BadSources: with all findings, each naming file, layer, row and field, for files that cannot be read, lack
        a field or a CRS, or hold wrong or repeated codes or polygons that cannot be used; nothing is written then
    :raises AtlasError: for a version that is none, or files of another year
    """
    if not VERSION.fullmatch(version):
        raise AtlasError(f"{version!r} is not a NUTS version. Give its year, e.g. 2024.")
    if not paths:
        raise AtlasError("No file to import was given.")
    regions: list[GiscoRegion] = []
    systems: set[str] = set()
    notes: list[str] = []
    wrong: list[Finding] = []
    for path in paths:
        _check_year(path, version)
        regions += _read_file(path, version, systems, notes, wrong, progress)
    if wrong:
        raise BadSources(wrong)
    report = commit(_with_kept_classes(regions, version, data_dir), version, data_dir, progress)
    return ImportReport(version, list(paths), sorted(systems), report.path, report.counts, notes + report.findings)


def _with_kept_classes(regions: list[GiscoRegion], version: str, data_dir: Path) -> list[GiscoRegion]:
    if not table_path(data_dir).exists():
        return regions
    rows = read_regions(data_dir).rows
    known = {row.raw["nuts_code"]: row.raw for row in rows if row.raw["nuts_version"] == version}
    return [
        replace(region, border=known[region.code]["border"], island=known[region.code]["island"])
        if region.code in known
        else region
        for region in regions
    ]


def _check_year(path: Path, version: str) -> None:
    named_year = _VERSION_IN_NAME.search(path.name)
    if named_year and named_year[1] != version:
        raise AtlasError(f"{path}: the name says NUTS {named_year[1]}, but the version asked for is {version}.")


def _read_file(
    path: Path, version: str, systems: set[str], notes: list[str], wrong: list[Finding], progress: Progress | None
) -> list[GiscoRegion]:
    """The regions of a file; what is wrong with it, or with single regions, is added to ``wrong``."""
    if not path.exists() and not path.is_symlink():
        wrong.append(Finding(str(path), "the file is missing", nearest=_nearest_files(path)))
        return []
    before = len(wrong)
    regions: list[GiscoRegion] = []
    try:
        for layer in read_layers(path, "NUTS_ID", notes):
            regions += _read_layer(layer, version, systems, notes, wrong, progress)
    except BadSources as error:
        wrong += error.findings
    if not regions and len(wrong) == before:
        wrong.append(Finding(str(path), "holds no region: no layer with a field NUTS_ID has features"))
    return regions


def _read_layer(
    layer: Layer, version: str, systems: set[str], notes: list[str], wrong: list[Finding], progress: Progress | None
) -> Iterator[GiscoRegion]:
    place, total = layer.place, len(layer.geometry)
    _check_fields(layer.fields, place)
    reproject = _system(layer.crs, place, systems)
    for row, (values, geometry) in enumerate(layer.rows(), start=1):
        if progress and (row % _EVERY == 0 or row == total):
            progress(f"read {place}", row, total)
        try:
            yield _region(values, geometry, reproject, version, f"{place} row {row}", notes)
        except BadSources as error:
            wrong += error.findings
            if len(wrong) > _ENOUGH:
                reason = f"more than {_ENOUGH} findings; the features from here on are not read"
                raise BadSources([Finding(place, reason, row)]) from error


def _check_fields(fields: Mapping[str, str], place: str) -> None:
    wrong = []
    for name in _REQUIRED:
        if name not in fields:
            near = tuple(fields[match] for match in nearest(name, fields, 1))
            hint = f"nearest field: {near[0]}" if near else f"fields: {', '.join(fields.values()) or 'none'}"
            wrong.append(Finding(place, f"field {name} is missing; {hint}", nearest=near))
    if wrong:
        raise BadSources(wrong)


def _region(
    values: Mapping[str, Any],
    geometry: bytes | None,
    reproject: Reproject | None,
    version: str,
    place: str,
    notes: list[str],
) -> GiscoRegion:
    code = _text(values, "NUTS_ID", place)
    if not CODE.fullmatch(code):
        raise _wrong(place, "NUTS_ID", code, "is not a NUTS code (two letters, then 0 to 3 letters or digits)")
    level = len(code) - 2
    if str(values["LEVL_CODE"]).removesuffix(".0") != str(level):
        raise _wrong(place, "LEVL_CODE", values["LEVL_CODE"], f"is not the level of {code}, which is {level}")
    country = _text(values, "CNTR_CODE", place)
    if country != code[:2]:
        raise _wrong(place, "CNTR_CODE", country, f"is not the country of {code}, which is {code[:2]}")
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
        geometry=polygon(geometry, reproject, place, notes),
        place=place,
    )


def _text(values: Mapping[str, Any], field: str, place: str) -> str:
    value = values[field]
    if not isinstance(value, str) or not value.strip():
        raise _wrong(place, field, value, "is not a text")
    if "\ufffd" in value:
        raise _wrong(place, field, value, "has broken letters; the file's encoding is not what it says")
    text = " ".join(value.split())
    if found := hidden(text):
        raise _wrong(place, field, value, f"holds {', '.join(map(named, found))}, which cannot be seen")
    return text


def _wrong(place: str, field: str, value: object, reason: str) -> BadSources:
    return BadSources(
        [Finding(place, f"{value!r} {reason}", column=field, value=None if value is None else str(value))]
    )


def _system(crs: str | None, place: str, systems: set[str]) -> Reproject | None:
    """The way from the CRS of a layer to degrees; its name is added to ``systems``."""
    if not crs:
        reason = "no CRS; a shapefile needs its .prj beside it (GISCO has the EPSG code in the name)"
        raise BadSources([Finding(place, reason)])
    try:
        system = pyproj.CRS.from_user_input(crs)
        reproject = to_degrees(system)
    except pyproj.exceptions.ProjError as error:
        raise BadSources([Finding(place, f"the CRS cannot be turned into degrees: {error}")]) from error
    systems.add(str(system.to_string()))
    return reproject


def _nearest_files(path: Path) -> tuple[str, ...]:
    names = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    return tuple(str(path.parent / name) for name in nearest(path.name, names, 1))
