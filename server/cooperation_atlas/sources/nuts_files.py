"""The committed form of NUTS boundaries: one attribute table and one compressed GeoJSON file a version.

`data/nuts/regions.csv` holds every region of every version. ``data/nuts/nuts-<version>.geojson.gz`` holds the
geometry of the regions without children only (normally NUTS level 3), in CRS84 rounded to 6 decimals. Every
higher region is the union of its children, so no two levels can disagree on a border.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from ..model.attribution import BOUNDARIES_NOTICE
from ..model.errors import AtlasError
from .files import listed, locked
from .findings import BadSources, has_errors
from .schema import REGIONS
from .tables import Source, read_table, repeated_keys, shown

COLUMNS = tuple(column.name for column in REGIONS.columns)
DECIMALS = 6
#: A NUTS code: country, then a character for each level.
CODE = re.compile(r"[A-Z]{2}[0-9A-Z]{0,3}")
#: A NUTS version: the year of the classification.
VERSION = re.compile(r"(?:19|20)[0-9]{2}")
_GEOMETRY_NAME = re.compile(rf"nuts-({VERSION.pattern})\.geojson\.gz")
#: Endings of drafts that an import has not yet put in their places.
_DRAFT = ".importing"


def table_path(data: Path) -> Path:
    """Path of the attribute table of all versions."""
    return data / REGIONS.path


def geometry_path(data: Path, version: str) -> Path:
    """Path of the geometry file of one version."""
    return data / "nuts" / f"nuts-{version}.geojson.gz"


def geometry_file(data: Path, version: str) -> str:
    """The geometry file of one version as shown to people."""
    return shown(data, f"nuts/{geometry_path(data, version).name}")


def available_versions(data: Path) -> list[str]:
    """NUTS versions (years) that have a geometry file, oldest first."""
    names = (path.name for path in listed(data / "nuts", "nuts-*.geojson.gz"))
    return sorted(match[1] for name in names if (match := _GEOMETRY_NAME.fullmatch(name)))


def read_regions(data: Path) -> Source:
    """The attribute table of all versions.

    :raises BadSources: with all findings, when it cannot be read, a cell has no value or a region occurs twice
    """
    source, findings = read_table(data, REGIONS)
    findings += repeated_keys(source)
    if has_errors(findings):
        raise BadSources(findings)
    return source


def interrupted_imports(data: Path) -> Iterator[str]:
    """Versions whose import was killed after it had replaced the table, but not yet the geometry."""
    for draft in listed(data / "nuts", f".nuts-*{_DRAFT}"):
        match = _GEOMETRY_NAME.fullmatch(draft.name.removeprefix(".").removesuffix(_DRAFT))
        if match and not _draft(table_path(data)).exists():
            yield match[1]


def write_version(
    data: Path,
    version: str,
    rows: Iterable[Mapping[str, str]],
    geometry: Mapping[str, BaseGeometry],
) -> Path:
    """Write one version into the committed form and return the path of its geometry file.

    Rows of other versions stay as they are. Both files are complete on the disk before the first of them replaces the
    old one; the same input gives the same bytes.

    :raises AtlasError: when the existing table cannot be read, or the files cannot be written; nothing is
        changed then
    """
    path = geometry_path(data, version)
    # No time stamp and no file name in the gzip header: it must depend on the content alone.
    packed = gzip.compress(_feature_collection(version, geometry), compresslevel=9, mtime=0)
    with ExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Only one import at a time, or the rows of one would be lost to the other.
            stack.enter_context(locked(path.parent))
        except OSError as error:
            raise _cannot_write(path.parent, error) from error
        kept: list[Mapping[str, str]] = []
        if table_path(data).exists():
            kept = [row.raw for row in read_regions(data).rows if row.raw["nuts_version"] != version]
        ordered = sorted([*kept, *rows], key=lambda row: (row["nuts_version"], int(row["level"]), row["nuts_code"]))
        # The table goes first: rows without geometry do no harm to the other versions.
        contents = {table_path(data): _csv_bytes(ordered), path: packed}
        _write_drafts(contents)
        for place in contents:
            os.replace(_draft(place), place)
    return path


def _feature_collection(version: str, geometry: Mapping[str, BaseGeometry]) -> bytes:
    head = {"type": "FeatureCollection", "name": f"nuts-{version}", "attribution": BOUNDARIES_NOTICE}
    lines = []
    for code in sorted(geometry):
        properties = orjson.dumps({"nuts_code": code, "nuts_version": version}).decode()
        shape = shapely.to_geojson(geometry[code])
        lines.append(f'{{"type":"Feature","id":"{code}","properties":{properties},"geometry":{shape}}}')
    # One feature a line, so that a change of one region shows as a change of one line.
    return f'{orjson.dumps(head).decode()[:-1]},"features":[\n{",\n".join(lines)}\n]}}\n'.encode()


def _csv_bytes(rows: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}{_DRAFT}")


def _write_drafts(contents: Mapping[Path, bytes]) -> None:
    """Write all files beside their places, whole and down to the disk, or none."""
    try:
        for path, content in contents.items():
            with _draft(path).open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
    except OSError as error:
        for path in contents:
            with suppress(OSError):
                _draft(path).unlink()
        raise _cannot_write(next(iter(contents)).parent, error) from error


def _cannot_write(folder: Path, error: OSError) -> AtlasError:
    return AtlasError(f"{folder} cannot be written to: {error.strerror or error}. Nothing was changed.")
