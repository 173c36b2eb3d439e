"""The committed form of NUTS boundaries: one attribute table and one compressed GeoJSON file a version.

`data/nuts/regions.csv` holds every region of every version. `data/nuts/nuts-<version>.geojson.gz` holds the
geometry of the regions without children only (normally NUTS level 3), in CRS84 rounded to 6 decimals. Every
higher region is the union of its children, so no two levels can disagree on a border.
"""

import csv
import gzip
import io
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import orjson
import shapely
from shapely.geometry.base import BaseGeometry

COLUMNS = (
    "nuts_code",
    "nuts_version",
    "level",
    "parent",
    "country",
    "name_latn",
    "name_national",
    "urban",
    "coast",
    "mountain",
    "border",
    "island",
    "area_km2",
)
DECIMALS = 6
NOTICE = "© EuroGeographics for the administrative boundaries"
_GEOMETRY_NAME = re.compile(r"nuts-(\d{4})\.geojson\.gz")


class NutsError(ValueError):
    """A problem with NUTS data that names the place and, where there is one, the nearest valid choice."""


def table_path(data_dir: Path) -> Path:
    """Path of the attribute table of all versions."""
    return data_dir / "nuts" / "regions.csv"


def geometry_path(data_dir: Path, version: str) -> Path:
    """Path of the geometry file of one version."""
    return data_dir / "nuts" / f"nuts-{version}.geojson.gz"


def available_versions(data_dir: Path) -> list[str]:
    """NUTS versions (years) that have a geometry file, oldest first."""
    names = (path.name for path in (data_dir / "nuts").glob("nuts-*.geojson.gz"))
    return sorted(match[1] for name in names if (match := _GEOMETRY_NAME.fullmatch(name)))


def read_table(data_dir: Path) -> list[dict[str, str]]:
    """Rows of the attribute table, as text.

    Raises NutsError when the table is absent, is not UTF-8 or lacks a column.
    """
    path = table_path(data_dir)
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise NutsError(f"{path} row 1: columns missing: {', '.join(missing)}")
            return list(reader)
    except FileNotFoundError as error:
        raise NutsError(f"{path} does not exist; data/nuts/README.md says how it is made") from error
    except UnicodeDecodeError as error:
        raise NutsError(f"{path} is not UTF-8: {error.reason} at byte {error.start}") from error


def read_geometry(data_dir: Path, version: str) -> dict[str, BaseGeometry]:
    """Geometry by NUTS code of the regions without children, CRS84 degrees.

    Raises NutsError when the version is not there or the file is damaged.
    """
    path = geometry_path(data_dir, version)
    try:
        text = gzip.decompress(path.read_bytes())
        features = orjson.loads(text)["features"]
        codes = [feature["id"] for feature in features]
        parts = shapely.get_parts(shapely.from_geojson(text))
    except FileNotFoundError as error:
        known = ", ".join(available_versions(data_dir)) or "none"
        raise NutsError(f"NUTS version {version!r} is not in {path.parent}; versions there: {known}") from error
    except (OSError, EOFError, KeyError, TypeError, ValueError, shapely.errors.GEOSException) as error:
        raise NutsError(f"{path} is damaged ({error}); make or import it again") from error
    return dict(zip(codes, parts, strict=True))


def write_version(
    data_dir: Path,
    version: str,
    rows: Iterable[Mapping[str, str]],
    geometry: Mapping[str, BaseGeometry],
) -> Path:
    """Write one version into the committed form and return the path of its geometry file.

    Rows of other versions stay as they are. Both files are replaced whole, never half written; the same input
    gives the same bytes.
    """
    kept: list[Mapping[str, str]] = []
    if table_path(data_dir).exists():
        kept = [row for row in read_table(data_dir) if row["nuts_version"] != version]
    ordered = sorted([*kept, *rows], key=lambda row: (row["nuts_version"], int(row["level"]), row["nuts_code"]))
    path = geometry_path(data_dir, version)
    path.parent.mkdir(parents=True, exist_ok=True)
    # No time stamp and no file name in the gzip header: it must depend on the content alone.
    _replace(path, gzip.compress(_feature_collection(version, geometry), compresslevel=9, mtime=0))
    _replace(table_path(data_dir), _csv_bytes(ordered))
    return path


def _feature_collection(version: str, geometry: Mapping[str, BaseGeometry]) -> bytes:
    head = {"type": "FeatureCollection", "name": f"nuts-{version}", "attribution": NOTICE}
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


def _replace(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
