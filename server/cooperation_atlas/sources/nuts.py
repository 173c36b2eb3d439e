"""NUTS regions of one version, all levels, with geometry."""

import difflib
from collections.abc import Iterable
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
from shapely.geometry.base import BaseGeometry

from cooperation_atlas.sources.nuts_files import (
    COLUMNS,
    NutsError,
    available_versions,
    read_geometry,
    read_table,
    table_path,
)
from cooperation_atlas.sources.nuts_topology import union

__all__ = ["NutsError", "available_versions", "descendants", "dissolve", "load_regions"]

# CRS84 is WGS 84 in the order longitude, latitude; GDAL and geopandas keep that order under this code.
CRS = "EPSG:4326"


def load_regions(version: str, data_dir: Path) -> geopandas.GeoDataFrame:
    """All regions of one NUTS version (a year, e.g. "2021"), sorted by level and code.

    `data_dir` is the folder of the source tables (it holds `nuts/`). Columns are those of `regions.csv` plus
    `geometry`: (Multi)Polygon in degrees, longitude first, 6 decimals, exterior rings counter-clockwise.
    Neighbours share every border vertex and each region is exactly the union of its children. `level` is int,
    `area_km2` float (km², from ETRS89-LAEA, EPSG:3035), everything else text; unknown values are None.

    Use `parent`, not the code, to climb the hierarchy: in NUTS 2016 the parent of UKN10 is UKN0.

    Raises NutsError when the version is not there, or table and geometry do not belong together.
    """
    leaves = read_geometry(data_dir, version)
    rows = [row for row in read_table(data_dir) if row["nuts_version"] == version]
    place = table_path(data_dir)
    if not rows:
        raise NutsError(f"{place} has no rows of NUTS version {version}; import that version again")
    rows.sort(key=lambda row: (int(row["level"]), row["nuts_code"]))
    children: dict[str, list[str]] = {}
    for row in rows:
        if row["parent"]:
            children.setdefault(row["parent"], []).append(row["nuts_code"])
    codes = {row["nuts_code"] for row in rows}
    strays = sorted((children.keys() - codes) | (leaves.keys() ^ (codes - children.keys())))
    if strays:
        raise NutsError(
            f"{place} and the geometry of NUTS version {version} do not belong together "
            f"(first difference: {strays[0]}); import that version again"
        )
    shapes: dict[str, BaseGeometry] = dict(leaves)
    for row in reversed(rows):
        code = row["nuts_code"]
        if code in children:
            shapes[code] = union(shapes[child] for child in children[code])
    frame = pd.DataFrame({name: _column(rows, name) for name in COLUMNS})
    geometry = np.asarray([shapes[code] for code in frame["nuts_code"]], dtype=object)
    return geopandas.GeoDataFrame(frame, geometry=geometry, crs=CRS)


def descendants(regions: pd.DataFrame, code: str) -> list[str]:
    """NUTS codes inside `code`, itself first, at every level, from the `parent` column of one version.

    Raises NutsError for a code that is not in that version.
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

    A code that lies inside another one adds nothing. Raises NutsError for a code that is not in that version
    (naming the nearest) and for an empty list.
    """
    parents = _parents(regions)
    wanted = set(codes)
    if not wanted:
        raise NutsError("no NUTS code was given to unite")
    _check(parents, wanted)
    outermost = sorted(code for code in wanted if not wanted.intersection(_ancestors(parents, code)))
    shapes = regions.set_index("nuts_code").geometry.loc[outermost].to_numpy()
    return shapes[0] if len(shapes) == 1 else union(shapes)


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
            near = difflib.get_close_matches(code, parents, n=3, cutoff=0.5)
            hint = f"; nearest: {', '.join(near)}" if near else ""
            raise NutsError(f"{code} is not a code of this NUTS version{hint}")


def _column(rows: list[dict[str, str]], name: str) -> pd.Series:
    values = [row[name] for row in rows]
    if name == "level":
        return pd.Series([int(value) for value in values], dtype="int64")
    if name == "area_km2":
        return pd.Series([float(value) for value in values], dtype="float64")
    return pd.Series([value or None for value in values], dtype=object)
