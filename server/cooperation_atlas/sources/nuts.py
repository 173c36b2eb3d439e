"""Loading of the NUTS regions of one version, all levels, with geometry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
from shapely.geometry.base import BaseGeometry

from .findings import BadSources, Finding
from .nuts_files import COLUMNS, geometry_file, read_regions
from .nuts_geometry import read_geometry, unusable
from .nuts_rows import check_rows
from .nuts_topology import union
from .regions import Regions
from .row import Row
from .tables import Source

# CRS84 is WGS 84 in the order longitude, latitude; GDAL and geopandas keep that order under this code.
CRS = "EPSG:4326"


def load_regions(version: str, data: Path) -> Regions:
    """All regions of one NUTS version, sorted by level and code.

    :param version: a year, such as ``2021``
    :param data: folder of the source tables (it holds ``nuts/``)
    :raises BadSources: with all findings, when the version is not there, its table or geometry cannot be used, or
        the two do not belong together
    """
    findings: list[Finding] = []
    leaves: dict[str, BaseGeometry] | None = None
    try:
        leaves = read_geometry(data, version)
    except BadSources as error:
        findings += error.findings
    try:
        source = read_regions(data)
    except BadSources as error:
        raise BadSources([*findings, *error.findings]) from error
    rows = [row for row in source.rows if row.raw["nuts_version"] == version]
    if not rows and leaves is not None:
        findings.append(Finding(source.file, f"no rows of NUTS version {version}; import that version again"))
    findings += check_rows(rows, source.file)
    if not findings and leaves is not None:
        findings += _strays(rows, leaves, source, geometry_file(data, version))
    if findings or leaves is None:
        raise BadSources(findings)
    rows.sort(key=lambda row: (int(row.raw["level"]), row.raw["nuts_code"]))
    shapes = _united(rows, leaves)
    findings += (
        Finding(geometry_file(data, version), f"{code}: {reason}", value=code)
        for code, shape in shapes.items()
        if (reason := unusable(shape))
    )
    if findings:
        raise BadSources(findings)
    codes = [row.raw["nuts_code"] for row in rows]
    columns = pd.DataFrame({name: _column(rows, name) for name in COLUMNS}).set_axis(codes)
    geometry = np.asarray([shapes[code] for code in codes], dtype=object)
    return Regions(version, geopandas.GeoDataFrame(columns, geometry=geometry, crs=CRS))


def _strays(rows: Sequence[Row], leaves: Mapping[str, BaseGeometry], source: Source, file: str) -> Iterator[Finding]:
    """Regions that are in the table or in the geometry only."""
    codes = {row.raw["nuts_code"] for row in rows}
    parents = {row.raw["parent"] for row in rows}
    version = rows[0].raw["nuts_version"]
    for row in rows:
        code = row.raw["nuts_code"]
        if code not in parents and code not in leaves:
            reason = f"{code} has no regions inside it and no geometry in {file}; import NUTS {version} again"
            yield Finding(source.file, reason, row.number, "nuts_code", code)
    for code in leaves:
        if code not in codes:
            reason = f"a row for {code} of NUTS {version} is missing: it is in {file}; import that version again"
            yield Finding(source.file, reason, value=code)
        elif code in parents:
            yield Finding(file, f"{code}: {source.file} has regions inside it; only these have a geometry here")


def _united(rows: Sequence[Row], leaves: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The geometry of all regions; ``rows`` are sorted by level."""
    children: dict[str, list[str]] = {}
    for row in rows:
        children.setdefault(row.raw["parent"], []).append(row.raw["nuts_code"])
    shapes = dict(leaves)
    for row in reversed(rows):
        code = row.raw["nuts_code"]
        if code in children:
            shapes[code] = union(shapes[child] for child in children[code])
    return shapes


def _column(rows: Sequence[Row], name: str) -> pd.Series:
    values = [row.raw[name] for row in rows]
    if name == "level":
        return pd.Series([int(value) for value in values], dtype="int64")
    if name == "area_km2":
        return pd.Series([float(value) for value in values], dtype="float64")
    return pd.Series([value or None for value in values], dtype=object)
