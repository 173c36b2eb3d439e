"""What GISCO's NUTS attributes mean, and how its features become rows and geometry of the committed form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from ..model.errors import AtlasError
from .findings import BadSources, Finding, Severity
from .nuts_files import write_version
from .nuts_topology import clean_coverage

#: Called with the name of a step, what is done of it, and the total.
Progress = Callable[[str, int, int], None]

# Classes of Eurostat's Methodological manual on territorial typologies, 2018 edition (urban-rural, coastal,
# mountain regions); 0 and NULL say that a region was not classified. The manual splits mountain regions by
# surface and population, but the codes 1 to 3 of 2016 and 2021 do not agree with the documented split when
# held against Eurostat's own list of classes, and 2024 has only the mark 1: so they are one class here.
_CLASSES: dict[str, dict[int, str]] = {
    "URBN_TYPE": {1: "predominantly_urban", 2: "intermediate", 3: "predominantly_rural"},
    "COAST_TYPE": {1: "coastal", 2: "coastal", 3: "non_coastal"},
    "MOUNT_TYPE": {1: "mountain", 2: "mountain", 3: "mountain", 4: "non_mountain"},
}
# From 2024 on, GISCO only marks coastal and mountain regions; NULL may be "not" or "not known".
_CLASSES_2024 = _CLASSES | {"COAST_TYPE": {1: "coastal"}, "MOUNT_TYPE": {1: "mountain"}}
#: What the classes of COAST_TYPE say of a shoreline: 1 has one, in 2 most people live near the sea, 3 is neither. The
#: mark of 2024 is that of both coastal classes and does not say.
_SHORELINE = {"1": "yes", "2": "no", "3": "no"}
_FIRST_WITH_MARKS = 2024

# A parent and the union of its children differ by generalisation, by no more than this share of its area.
_AREA_TOLERANCE = 0.005


@dataclass(frozen=True)
class GiscoRegion:
    """One feature of a GISCO NUTS file; ``place`` says where it was read (file, layer and row)."""

    code: str
    level: int
    country: str
    name_latn: str
    name_national: str
    urban: str
    coast: str
    mountain: str
    geometry: BaseGeometry
    place: str
    shoreline: str = ""
    border: str = ""
    island: str = ""


@dataclass(frozen=True)
class CommitReport:
    """What was written: the geometry file, the number of regions by level, and warnings about the source."""

    path: Path
    counts: dict[int, int]
    findings: list[Finding]


def typology(field: str, value: object, version: str, place: str) -> str:
    """Class name of a GISCO type code (MOUNT_TYPE, URBN_TYPE, COAST_TYPE); empty where not classified.

    :raises BadSources: for a code outside the classes of that version
    """
    classes = (_CLASSES_2024 if int(version) >= _FIRST_WITH_MARKS else _CLASSES)[field]
    if value is None or value != value or value in ("", 0, "0"):
        return ""
    code = str(value).removesuffix(".0")
    name = next((name for known, name in classes.items() if code == str(known)), None)
    if name is None:
        listed = ", ".join(f"{known} ({name})" for known, name in classes.items())
        reason = f"{value!r} is not a class of NUTS {version}; known: {listed}, 0 or empty"
        raise BadSources([Finding(place, reason, column=field, value=str(value))])
    return name


def shoreline(value: object, version: str) -> str:
    """Whether a region has a shoreline, by its COAST_TYPE: ``yes``, ``no``, or empty where the version does not say."""
    return "" if int(version) >= _FIRST_WITH_MARKS else _SHORELINE.get(str(value).removesuffix(".0"), "")


def commit(
    regions: Iterable[GiscoRegion], version: str, data: Path, progress: Progress = lambda _step, _done, _total: None
) -> CommitReport:
    """Check the hierarchy, clean the borders and write one version into the committed form.

    :param regions: their geometry in degrees, longitude first
    :raises AtlasError: for duplicate codes, a missing level or parent, or polygons that cannot be cleaned; nothing is
        written then
    """
    progress("check hierarchy", 0, 4)
    by_code = _by_code(regions)
    counts = {level: sum(region.level == level for region in by_code.values()) for level in range(4)}
    empty = [str(level) for level, count in counts.items() if not count]
    if empty:
        raise AtlasError(
            f"No region of NUTS level {', '.join(empty)} is in the files. Give the files of all levels 0 to 3."
        )
    findings: list[Finding] = []
    parents = _parents(by_code, findings)
    progress("clean borders", 1, 4)
    leaves = sorted(by_code.keys() - set(parents.values()))
    findings += (
        _warning(
            by_code[code], f"{code} (level {by_code[code].level}) has no regions inside it; its own geometry is kept"
        )
        for code in leaves
        if by_code[code].level < 3
    )
    shapes = clean_coverage({code: by_code[code].geometry for code in leaves})
    progress("measure areas", 2, 4)
    areas = _areas(shapes, parents, by_code)
    findings += _area_findings(by_code, parents, areas)
    rows = [_row(region, version, parents[code], areas[code]) for code, region in by_code.items()]
    progress("write", 3, 4)
    path = write_version(data, version, rows, shapes)
    progress("done", 4, 4)
    return CommitReport(path, counts, findings)


def _by_code(regions: Iterable[GiscoRegion]) -> dict[str, GiscoRegion]:
    by_code: dict[str, GiscoRegion] = {}
    wrong = []
    for region in regions:
        if region.code in by_code:
            reason = f"{region.code} was already read in {by_code[region.code].place}"
            wrong.append(Finding(region.place, reason, column="NUTS_ID", value=region.code))
        by_code.setdefault(region.code, region)
    if wrong:
        raise BadSources(wrong)
    return by_code


def _parents(by_code: Mapping[str, GiscoRegion], findings: list[Finding]) -> dict[str, str]:
    parents: dict[str, str] = {}
    wrong = []
    for code, region in by_code.items():
        parent = _parent(region, by_code)
        if parent is None:
            reason = (
                f"{code} has no parent: no region {code[:-1]} of level {region.level - 1} in the files, and none lies "
                "around it"
            )
            wrong.append(Finding(region.place, reason, column="NUTS_ID", value=code))
        elif parent and parent != code[:-1]:
            findings.append(_warning(region, f"{code} lies in {parent}; there is no region {code[:-1]}"))
        parents[code] = parent or ""
    if wrong:
        raise BadSources(wrong)
    return parents


def _parent(region: GiscoRegion, by_code: Mapping[str, GiscoRegion]) -> str | None:
    """Code of the region one level up, "" at level 0: by code, else (UKN10 in NUTS 2016) by position."""
    if region.level == 0:
        return ""
    by_prefix = by_code.get(region.code[:-1])
    if by_prefix is not None and by_prefix.level == region.level - 1:
        return by_prefix.code
    point = region.geometry.representative_point()
    around = [
        other.code
        for other in by_code.values()
        if other.level == region.level - 1 and other.country == region.country and other.geometry.contains(point)
    ]
    return around[0] if len(around) == 1 else None


def _areas(
    shapes: Mapping[str, BaseGeometry], parents: Mapping[str, str], by_code: Mapping[str, GiscoRegion]
) -> dict[str, float]:
    """Area in km² by code, measured in ETRS89-LAEA (EPSG:3035); a parent is the sum of its children."""
    to_equal_area = pyproj.Transformer.from_crs("OGC:CRS84", "EPSG:3035", always_xy=True)
    flat = shapely.transform(
        np.asarray(list(shapes.values()), dtype=object), to_equal_area.transform, interleaved=False
    )
    areas = dict(zip(shapes, (shapely.area(flat) / 1e6).tolist(), strict=True))
    for code in sorted(by_code, key=lambda code: -by_code[code].level):
        if parents[code]:
            areas[parents[code]] = areas.get(parents[code], 0.0) + areas[code]
    return areas


def _area_findings(
    by_code: Mapping[str, GiscoRegion], parents: Mapping[str, str], areas: Mapping[str, float]
) -> Iterator[Finding]:
    """Regions whose own polygon is not the union of those inside them."""
    for code in sorted(set(parents.values()) - {""}):
        children = [by_code[child].geometry for child, parent in parents.items() if parent == code]
        whole = by_code[code].geometry.area
        gap = abs(sum(child.area for child in children) - whole) / whole
        if gap > _AREA_TOLERANCE:
            reason = (
                f"{code}: the file's own polygon and its {len(children)} parts differ by {gap:.1%} of the area; the "
                f"parts are kept ({areas[code]:.0f} km²)"
            )
            yield _warning(by_code[code], reason)


def _warning(region: GiscoRegion, reason: str) -> Finding:
    return Finding(region.place, reason, value=region.code, severity=Severity.WARNING)


def _row(region: GiscoRegion, version: str, parent: str, area: float) -> dict[str, str]:
    # The typologies are defined for NUTS 3; a class that a file gives to a country is a slip.
    classified = region.level == 3
    return {
        "nuts_code": region.code,
        "nuts_version": version,
        "level": str(region.level),
        "parent": parent,
        "country": region.country,
        "name_latn": " ".join(region.name_latn.split()),
        "name_national": " ".join(region.name_national.split()),
        "urban": region.urban if classified else "",
        "coast": region.coast if classified else "",
        "shoreline": region.shoreline if classified else "",
        "mountain": region.mountain if classified else "",
        "border": region.border if classified else "",
        "island": region.island if classified else "",
        "area_km2": f"{area:.2f}",
    }
