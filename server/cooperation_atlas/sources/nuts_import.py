"""Import of GISCO's own NUTS files: GeoJSON, GeoPackage and shapefile, any year, scale and CRS."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyproj
import pyproj.exceptions

from ..model.errors import AtlasError, nearest
from .characters import hidden, named
from .findings import BadSources, Finding, Severity, has_errors
from .nuts_files import CODE, VERSION, read_regions, table_path
from .nuts_gisco import GiscoRegion, Progress, commit, shoreline, typology
from .nuts_layers import Layer, read_layers
from .nuts_polygons import Reproject, polygon, to_degrees

_REQUIRED = ("NUTS_ID", "LEVL_CODE", "CNTR_CODE", "NAME_LATN", "NUTS_NAME")
_TYPES = ("URBN_TYPE", "COAST_TYPE", "MOUNT_TYPE")
_VERSION_IN_NAME = re.compile(r"NUTS_[A-Z]{2}_[0-9]{2}M_([0-9]{4})_", re.IGNORECASE)
_EVERY = 100
#: Errors after which a file is not read any further.
_ENOUGH = 100


@dataclass(frozen=True)
class ImportReport:
    """What an import wrote, and from which coordinate reference systems; all ``findings`` are warnings."""

    version: str
    source_crs: list[str]
    path: Path
    counts: dict[int, int]
    findings: list[Finding]


def import_gisco(
    paths: Sequence[Path], version: str, data: Path, progress: Progress = lambda _step, _done, _total: None
) -> ImportReport:
    """Read GISCO's NUTS region files of one year and store them in the committed form under ``data/nuts``.

    An earlier import of the same version is replaced, but for the border and island classes, which GISCO's files do
    not have and which do not depend on scale; other versions are untouched. Then ``load_regions`` reads the version.

    :param paths: GeoJSON, GeoPackage or shapefile (also zipped) in any CRS, with all levels in one file or one file a
        level; all four levels must be there
    :param version: year of the classification
    :raises BadSources: with all findings, each naming file, layer, row and field, for files that cannot be read, lack
        a field or a CRS, or hold wrong or repeated codes or polygons that cannot be used; nothing is written then
    :raises AtlasError: for a version that is not a year, or files of another year
    """
    if not VERSION.fullmatch(version):
        raise AtlasError(f"{version!r} is not a NUTS version. Give its year, e.g. 2024.")
    if not paths:
        raise AtlasError("No file to import was given.")
    reading = _Reading(version, progress)
    regions: list[GiscoRegion] = []
    for path in paths:
        _check_year(path, version)
        regions += reading.file(path)
    if has_errors(reading.findings):
        raise BadSources(reading.findings)
    report = commit(_with_kept_classes(regions, version, data), version, data, progress)
    findings = [*reading.findings, *report.findings]
    return ImportReport(version, sorted(reading.systems), report.path, report.counts, findings)


def _with_kept_classes(regions: list[GiscoRegion], version: str, data: Path) -> list[GiscoRegion]:
    if not table_path(data).exists():
        return regions
    rows = read_regions(data).rows
    known = {row.raw["nuts_code"]: row.raw for row in rows if row.raw["nuts_version"] == version}
    return [
        replace(region, border=known[region.code]["border"], island=known[region.code]["island"])
        if region.code in known
        else region
        for region in regions
    ]


def _check_year(path: Path, version: str) -> None:
    match = _VERSION_IN_NAME.search(path.name)
    if match and match[1] != version:
        raise AtlasError(f"{path}: the file's name says NUTS {match[1]}, but NUTS {version} is being imported.")


@dataclass
class _Reading:
    """The reading of the files of one import: what is wrong or doubtful in them is collected in ``findings``.

    :param systems: names of the coordinate reference systems that were met
    """

    version: str
    progress: Progress
    systems: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    @property
    def _errors(self) -> int:
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    def file(self, path: Path) -> list[GiscoRegion]:
        """The regions of a file that can be used."""
        if not path.exists() and not path.is_symlink():
            self.findings.append(Finding(str(path), "the file is missing", nearest=_nearest_files(path)))
            return []
        errors_before = self._errors
        regions: list[GiscoRegion] = []
        try:
            for layer in read_layers(path, "NUTS_ID", self.findings):
                regions += self._layer(layer)
        except BadSources as error:
            self.findings += error.findings
        if not regions and self._errors == errors_before:
            self.findings.append(Finding(str(path), "holds no region: no layer with a field NUTS_ID has features"))
        return regions

    def _layer(self, layer: Layer) -> Iterator[GiscoRegion]:
        place, total = layer.place, len(layer.geometry)
        _check_fields(layer.fields, place)
        reproject = self._system(layer.crs, place)
        for row, (values, geometry) in enumerate(layer.rows(), start=1):
            if row % _EVERY == 0 or row == total:
                self.progress(f"read {place}", row, total)
            try:
                yield self._region(values, geometry, reproject, f"{place} row {row}")
            except BadSources as error:
                self.findings += error.findings
                if self._errors > _ENOUGH:
                    reason = f"more than {_ENOUGH} findings; the features from here on are not read"
                    raise BadSources([Finding(place, reason, row)]) from error

    def _region(
        self, values: Mapping[str, Any], geometry: bytes | None, reproject: Reproject | None, place: str
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
        urban, coast, mountain = (typology(name, values.get(name), self.version, place) for name in _TYPES)
        return GiscoRegion(
            code=code,
            level=level,
            country=country,
            name_latn=_text(values, "NAME_LATN", place),
            name_national=_text(values, "NUTS_NAME", place),
            urban=urban,
            coast=coast,
            mountain=mountain,
            shoreline=shoreline(values.get("COAST_TYPE"), self.version),
            geometry=polygon(geometry, reproject, place, self.findings),
            place=place,
        )

    def _system(self, crs: str | None, place: str) -> Reproject | None:
        """The way from the CRS of a layer to degrees."""
        if not crs:
            reason = "no CRS; a shapefile needs its .prj beside it (GISCO has the EPSG code in the name)"
            raise BadSources([Finding(place, reason)])
        try:
            system = pyproj.CRS.from_user_input(crs)
            reproject = to_degrees(system)
        except pyproj.exceptions.ProjError as error:
            raise BadSources([Finding(place, f"the CRS cannot be turned into degrees: {error}")]) from error
        self.systems.add(str(system.to_string()))
        return reproject


def _check_fields(fields: Mapping[str, str], place: str) -> None:
    wrong = []
    for name in _REQUIRED:
        if name not in fields:
            near = tuple(fields[match] for match in nearest(name, fields, 1))
            hint = f"nearest field: {near[0]}" if near else f"fields: {', '.join(fields.values()) or 'none'}"
            wrong.append(Finding(place, f"field {name} is missing; {hint}", nearest=near))
    if wrong:
        raise BadSources(wrong)


def _text(values: Mapping[str, Any], name: str, place: str) -> str:
    value = values[name]
    if not isinstance(value, str) or not value.strip():
        raise _wrong(place, name, value, "is not a text")
    if "\ufffd" in value:
        raise _wrong(place, name, value, "has broken letters; the file's encoding is not what it says")
    text = " ".join(value.split())
    if invisible := hidden(text):
        raise _wrong(place, name, value, f"holds {', '.join(map(named, invisible))}, which cannot be seen")
    return text


def _wrong(place: str, name: str, value: object, reason: str) -> BadSources:
    return BadSources([Finding(place, f"{value!r} {reason}", column=name, value=None if value is None else str(value))])


def _nearest_files(path: Path) -> tuple[str, ...]:
    names = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    return tuple(str(path.parent / name) for name in nearest(path.name, names, 1))
