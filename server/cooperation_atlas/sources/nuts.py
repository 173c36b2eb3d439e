"""NUTS regions of one version, all levels, with geometry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
from shapely.geometry.base import BaseGeometry

from ..model.errors import AtlasError, nearest, suggestion
from .findings import BadSources, Finding
from .nuts_files import COLUMNS, available_versions, geometry_file, read_regions
from .nuts_geometry import read_geometry
from .nuts_rows import check_rows
from .nuts_topology import union
from .tables import Row, Source

__all__ = ["available_versions", "descendants", "dissolve", "load_regions"]

# CRS84 is WGS 84 in the order longitude, latitude; GDAL and geopandas keep that order under this code.
CRS = "EPSG:4326"


def load_regions(version: str, data_dir: Path) -> geopandas.GeoDataFrame:
    """All regions of one NUTS version (a year, e.g. "2021"), sorted by level and code.

    `data_dir` is the folder of the source tables (it holds `nuts/`). Columns are those of `regions.csv` plus
    `geometry`: (Multi)Polygon in degrees, longitude first, 6 decimals, exterior rings counter-clockwise.
    Neighbours share every border vertex and each region is exactly the union of its children. `level` is int,
    `area_km2` float (km², from ETRS89-LAEA, EPSG:3035), everything else text; unknown values are None.

    Use `parent`, not the code, to climb the hierarchy: in NUTS 2016 the parent of UKN10 is UKN0.

    :raises BadSources: with all findings, when the version is not there, its table or geometry cannot be used, or
        the two do not belong together
    """
    findings: list[Finding] = []
    leaves: dict[str, BaseGeometry] | None = None
    try:
        leaves = read_geometry(data_dir, version)
    except BadSources as error:
        findings += error.findings
    try:
        source = read_regions(data_dir)
    except BadSources as error:
        raise BadSources([*findings, *error.findings]) from error
    rows = [row for row in source.rows if row.raw["nuts_version"] == version]
    if not rows and leaves is not None:
        findings.append(Finding(source.file, f"no rows of NUTS version {version}; import that version again"))
    findings += check_rows(rows, source.file)
    if not findings and leaves is not None:
        findings += _strays(rows, leaves, source, geometry_file(data_dir, version))
    if findings or leaves is None:
        raise BadSources(findings)
    rows.sort(key=lambda row: (int(row.raw["level"]), row.raw["nuts_code"]))
    frame = pd.DataFrame({name: _column(rows, name) for name in COLUMNS})
    shapes = _united(rows, leaves)
    geometry = np.asarray([shapes[code] for code in frame["nuts_code"]], dtype=object)
    return geopandas.GeoDataFrame(frame, geometry=geometry, crs=CRS)


def descendants(regions: pd.DataFrame, code: str) -> list[str]:
    """NUTS codes inside `code`, itself first, at every level, from the `parent` column of one version.

    :raises AtlasError: for a code that is not in that version
    """
    parents = _parents(regions)
    _check(parents, [code])
    inside = [code]
    known = {code}
    # Rows are sorted by level, so a parent is always met before its children.
    for child, parent in parents.items():
        if parent in known:
            known.add(child)
            inside.append(child)
    return inside


def dissolve(regions: geopandas.GeoDataFrame, codes: Iterable[str]) -> BaseGeometry:
    """Clean union of regions of one version, of any mix of levels: (Multi)Polygon in degrees, no slivers.

    A code that lies inside another one adds nothing.

    :raises AtlasError: for a code that is not in that version (naming the nearest) and for an empty list
    """
    parents = _parents(regions)
    wanted = set(codes)
    if not wanted:
        raise AtlasError("No NUTS code was given to unite.")
    _check(parents, wanted)
    outermost = sorted(code for code in wanted if not wanted.intersection(_ancestors(parents, code)))
    shapes = regions.set_index("nuts_code").geometry.loc[outermost].to_numpy()
    return shapes[0] if len(shapes) == 1 else union(shapes)


def _strays(rows: Sequence[Row], leaves: Mapping[str, BaseGeometry], source: Source, file: str) -> Iterator[Finding]:
    """Regions that are in the table or in the geometry only."""
    codes = {row.raw["nuts_code"] for row in rows}
    above = {row.raw["parent"] for row in rows}
    version = rows[0].raw["nuts_version"]
    for row in rows:
        code = row.raw["nuts_code"]
        if code not in above and code not in leaves:
            reason = f"{code} has no regions inside it and no geometry in {file}; import NUTS {version} again"
            yield Finding(source.file, reason, row.number, "nuts_code", code)
    for code in leaves:
        if code not in codes:
            reason = f"a row for {code} of NUTS {version} is missing: it is in {file}; import that version again"
            yield Finding(source.file, reason, value=code)
        elif code in above:
            yield Finding(file, f"{code}: {source.file} has regions inside it; only these have a geometry here")


def _united(rows: Sequence[Row], leaves: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The geometry of all regions; ``rows`` are sorted by level."""
    children: dict[str, list[str]] = {}
    for row in rows:
        if row.raw["parent"]:
            children.setdefault(row.raw["parent"], []).append(row.raw["nuts_code"])
    shapes = dict(leaves)
    for row in reversed(rows):
        code = row.raw["nuts_code"]
        if code in children:
            shapes[code] = union(shapes[child] for child in children[code])
    return shapes


def _ancestors(parents: dict[str, str | None], code: str) -> list[str]:
    found = []
    above = parents[code]
    while above is not None:
        found.append(above)
        above = parents[above]
    return found


def _parents(regions: pd.DataFrame) -> dict[str, str | None]:
    return dict(zip(regions["nuts_code"], regions["parent"], strict=True))


def _check(parents: dict[str, str | None], codes: Iterable[str]) -> None:
    for code in sorted(codes):
        if code not in parents:
            raise AtlasError(f"{code} is not a code of this NUTS version.{suggestion(nearest(code, parents, 3))}")


def _column(rows: Sequence[Row], name: str) -> pd.Series:
    values = [row.raw[name] for row in rows]
    if name == "level":
        return pd.Series([int(value) for value in values], dtype="int64")
    if name == "area_km2":
        return pd.Series([float(value) for value in values], dtype="float64")
    return pd.Series([value or None for value in values], dtype=object)
