"""Faults of the NUTS files: table, geometry and import; every one is a finding with its place."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import small_data

from cooperation_atlas.editions.validate import validate
from cooperation_atlas.model.errors import AtlasError
from cooperation_atlas.sources import packed_geojson
from cooperation_atlas.sources.findings import Severity
from cooperation_atlas.sources.nuts import load_regions
from cooperation_atlas.sources.nuts_files import geometry_path, read_regions, write_version
from cooperation_atlas.sources.nuts_geometry import read_geometry

TABLE, SHAPES = "nuts/regions.csv", "nuts/nuts-2021.geojson.gz"


def found(data: Path, path: str) -> list[str]:
    """The findings of a file, without its name."""
    place = f"data/{path}"
    return [str(f).removeprefix(place) for f in validate(data).findings if f.file == place]


def row_of(data: Path, code: str, version: str) -> int:
    """The number of the row of a region."""
    rows = csv.DictReader(io.StringIO((data / TABLE).read_text("utf-8")))
    return next(n for n, row in enumerate(rows, 2) if (row["nuts_code"], row["nuts_version"]) == (code, version))


# Each case: region of 2021, column, value put there, and what is said of it.
ROWS = {
    "a parent that is the region": ("ITG11", "parent", "ITG11", "ITG11 leads back to ITG11 itself (nearest: ITG1)"),
    "parents in a circle": ("ITG1", "parent", "ITG11", "ITG11 leads back to ITG1 itself (nearest: ITG)"),
    "a parent that is not there": ("ITG11", "parent", "ITG7", "ITG7 is not a region of NUTS 2021"),
    "a parent two levels up": ("ITG11", "parent", "ITG", "ITG is not one level above ITG11 (nearest: ITG1)"),
    "a parent below": ("ITG1", "parent", "ITG2D", "ITG2D is not one level above ITG1 (nearest: ITG)"),
    "a parent abroad": ("ITG11", "parent", "EL30", "EL30 is in another country than ITG11"),
    "no parent": ("ITG11", "parent", "", "a region above ITG11 is required (nearest: ITG1)"),
    "a parent of a country": ("IT", "parent", "EL", "EL cannot be above IT, which is a country"),
    "a level that does not fit": ("ITG11", "level", "2", "2 is not the level of ITG11 (nearest: 3)"),
    "text for a level": ("ITG11", "level", "three", "three is not the level of ITG11 (nearest: 3)"),
    "Arabic digits for a level": ("ITG11", "level", "٣", "٣ contains digits other than 0 to 9 (nearest: 3)"),
    "a country that does not fit": ("ITG11", "country", "EL", "EL is not the country of ITG11 (nearest: IT)"),
    "a code in small letters": ("NO081", "nuts_code", "no081", "no081 is not a NUTS code"),
    "a class that is none": ("ITG11", "urban", "urban", "urban is not one of predominantly_urban, intermediate"),
    "text for an area": ("ITG11", "area_km2", "large", "large is not a number such as 1234.5"),
    "an area of nothing": ("ITG11", "area_km2", "0.00", "0.00 is no area"),
    "a name with a direction mark": ("ITG11", "name_latn", "Tra\u200fpani", "U+200F RIGHT-TO-LEFT MARK"),
    "a version that is hidden": ("ITG11", "nuts_version", "20\u200b21", "U+200B ZERO WIDTH SPACE"),
}


@pytest.mark.parametrize("case", ROWS)
def test_a_row(data: Path, case: str) -> None:
    code, column, value, reason = ROWS[case]
    number = row_of(data, code, "2021")
    rows = list(csv.reader(io.StringIO((data / TABLE).read_text("utf-8"))))
    rows[number - 1][rows[0].index(column)] = value
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    (data / TABLE).write_text(text.getvalue(), "utf-8")
    [told] = [f for f in found(data, TABLE) if f.startswith(f" row {number} {column}: ")]
    assert reason in told


def test_a_short_row_an_extra_cell_and_a_row_twice(data: Path) -> None:
    last = (data / TABLE).read_text("utf-8").splitlines()[-1]
    short = small_data.append(data, TABLE, "ITG12,2021,3")
    small_data.append(data, TABLE, f"{last},")
    twice = small_data.append(data, TABLE, last)
    assert found(data, TABLE) == [
        f" row {short}: 3 cells, but the header has 14",
        f" row {short + 1}: 15 cells, but the header has 14",
        f" row {twice} nuts_code: NO081, 2021 is already in row {short - 1}; nuts_code + nuts_version may occur only "
        "once",
    ]


def test_a_row_that_is_missing_or_too_many(data: Path) -> None:
    lines = (data / TABLE).read_text("utf-8").splitlines(keepends=True)
    gone = [line for line in lines if not line.startswith("NO081,2021")]
    (data / TABLE).write_text("".join(gone) + "ITG13,2021,3,ITG1,IT,Agrigento,Agrigento,,,,,,,9000.00\n", "utf-8")
    told = found(data, TABLE)
    assert len(told) == 3  # what was above NO081 has nothing inside it any more
    assert any("ITG13 has no regions inside it and no geometry" in f for f in told)
    assert any("a row for NO081 of NUTS 2021 is missing" in f for f in told)


def test_rows_of_a_version_without_geometry_are_told(data: Path) -> None:
    row = small_data.append(data, TABLE, "IT,2013,0,,IT,Italia,Italia,,,,,,,9000.00")
    [told] = [f for f in validate(data).findings if f.row == row]
    assert told.severity is Severity.WARNING
    assert "2013 has no geometry in data/nuts/nuts-2013.geojson.gz" in told.reason


def test_files_that_are_not_read_are_told(data: Path) -> None:
    for name in ("nuts-2024.geojson", "nuts-٢٠٢٤.geojson.gz", "nuts-24.geojson.gz"):
        (data / "nuts" / name).write_bytes(b"")
    told = [f for f in validate(data).findings if "is not read" in f.reason]
    assert [f.severity for f in told] == [Severity.WARNING] * 3


# --- geometry -----------------------------------------------------------------------------------------------------

RING = [[13, 40], [14, 40], [14, 41], [13, 41], [13, 40]]


def _polygon(ring: list[Any]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [ring]}


# Each case: the geometry put in the place of that of ITG2D, and what is said of it.
GEOMETRIES: dict[str, tuple[Any, str]] = {
    "a point": ({"type": "Point", "coordinates": [13, 40]}, "is 'Point', not a polygon"),
    "a line": ({"type": "LineString", "coordinates": RING}, "is 'LineString', not a polygon"),
    "a collection": ({"type": "GeometryCollection", "geometries": [_polygon(RING)]}, "is 'GeometryCollection', not"),
    "nothing": (None, "is empty"),
    "a text": ("POLYGON EMPTY", "is None, not a polygon"),
    "no coordinates": ({"type": "Polygon"}, "cannot be read"),
    "an empty polygon": ({"type": "Polygon", "coordinates": []}, "is empty"),
    "text for numbers": (_polygon([["a", 40], *RING[1:]]), "cannot be read"),
    "a number for a ring": ({"type": "Polygon", "coordinates": [7]}, "cannot be read"),
    "a ring that is open": (_polygon(RING[:-1]), "cannot be read"),
    "a ring of two points": (_polygon([RING[0], RING[1], RING[0]]), "is not valid: Too few points"),
    "a bow": (_polygon([RING[0], RING[2], RING[1], RING[3], RING[0]]), "is not valid: Self-intersection"),
    "beyond the world": (_polygon([[x * 100, y] for x, y in RING]), "lies outside longitude"),
    "metres": (_polygon([[x * 1e5, y * 1e5] for x, y in RING]), "lies outside longitude"),
    "latitude first, far north": (_polygon([[0, 91], [1, 91], [1, 92], [0, 91]]), "lies outside longitude"),
    "over its neighbour": (_polygon([[10.5, 40], [12, 40], [12, 41], [10.5, 41], [10.5, 40]]), "overlaps or misses"),
}


def rewrite(data: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the document in the geometry file of 2021."""
    document = json.loads(gzip.decompress((data / SHAPES).read_bytes()))
    change(document)
    (data / SHAPES).write_bytes(gzip.compress(json.dumps(document).encode()))


def _feature(document: dict[str, Any], code: str) -> dict[str, Any]:
    return next(feature for feature in document["features"] if feature["id"] == code)


@pytest.mark.parametrize("case", GEOMETRIES)
def test_a_geometry(data: Path, case: str) -> None:
    geometry, reason = GEOMETRIES[case]
    rewrite(data, lambda document: _feature(document, "ITG2D").update(geometry=geometry))
    told = [f for f in found(data, SHAPES) if "ITG2D: the" in f]
    assert len(told) == 1
    assert reason in told[0]


def test_all_geometries_are_told_at_once(data: Path) -> None:
    def change(document: dict[str, Any]) -> None:
        _feature(document, "ITG2D")["geometry"] = None
        _feature(document, "NO081")["geometry"] = {"type": "Point", "coordinates": [0, 0]}
        _feature(document, "EL301")["id"] = 7
        document["features"] += [_feature(document, "ITG11"), None]

    rewrite(data, change)
    assert len(found(data, SHAPES)) == 5


DOCUMENTS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "is not JSON"),
    "no gzip": (lambda b: gzip.decompress(b), "is not whole gzip"),
    "cut off": (lambda b: b[: len(b) // 2], "is not whole gzip"),
    "a byte turned": (lambda b: b[:60] + bytes([b[60] ^ 255]) + b[61:], "damaged"),
    "checksum turned": (lambda b: b[:-8] + b"\0\0\0\0" + b[-4:], "is not whole gzip"),
    "something behind": (lambda b: b + b"tail", "is not whole gzip"),
    "JSON cut off": (lambda b: gzip.compress(gzip.decompress(b)[:-9]), "is not JSON"),
    "not a number": (lambda b: gzip.compress(gzip.decompress(b).replace(b"40", b"NaN")), "is not JSON"),
    "a number without end": (lambda b: gzip.compress(gzip.decompress(b).replace(b"40", b"1e999", 1)), "is not JSON"),
    "not UTF-8": (lambda b: gzip.compress(gzip.decompress(b).replace(b"nuts-", b"nuts\xff", 1)), "is not JSON"),
    "nested without end": (lambda _: gzip.compress(b"[" * 100_000 + b"]" * 100_000), "is not JSON"),
    "another document": (lambda _: gzip.compress(b'{"type": "Topology"}'), "is not a GeoJSON FeatureCollection"),
    "a list": (lambda _: gzip.compress(b"[1, 2]"), "is not a GeoJSON FeatureCollection"),
    "another CRS": (
        lambda b: gzip.compress(
            gzip.decompress(b).replace(b"{", b'{"crs":{"type":"name","properties":{"name":"EPSG:3035"}},', 1)
        ),
        "the CRS of the file is EPSG:3035, not CRS84",
    ),
}


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_document(data: Path, case: str) -> None:
    break_it, reason = DOCUMENTS[case]
    (data / SHAPES).write_bytes(break_it((data / SHAPES).read_bytes()))
    [told] = found(data, SHAPES)
    assert reason in told
    with pytest.raises(AtlasError, match="nuts-2021"):
        load_regions("2021", data)


def test_a_file_that_unpacks_without_end(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_geojson, "_MOST", 1 << 20)
    (data / SHAPES).write_bytes(gzip.compress(bytes(2 << 20)))
    assert found(data, SHAPES) == [": the file unpacks to more than 1 MB; import a smaller scale"]


# --- an import that does not come to its end ----------------------------------------------------------------------


def contents(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (data / "nuts").iterdir()}


def test_a_full_disk_changes_nothing(data: Path) -> None:
    before = contents(data)
    rows, shapes = [row.raw for row in read_regions(data).rows], read_geometry(data, "2021")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))  # no file may grow beyond: writing fails half way
    try:
        with pytest.raises(AtlasError, match=r"nuts cannot be written to: .*\. Nothing was changed\."):
            write_version(data, "2024", [row | {"nuts_version": "2024"} for row in rows], shapes)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert contents(data) == before


KILLED_IMPORT = """
import os, signal, sys
from pathlib import Path
from cooperation_atlas.sources import nuts_files
from cooperation_atlas.sources.nuts_geometry import read_geometry

data, moment = Path(sys.argv[1]), int(sys.argv[2])
calls = 0

def dying(real):
    def call(*given):
        global calls
        calls += 1
        if calls == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)
    return call

nuts_files.os.fsync, nuts_files.os.replace = dying(os.fsync), dying(os.replace)
rows = [r.raw for r in nuts_files.read_regions(data).rows if r.raw["nuts_version"] == "2021"]
shapes = read_geometry(data, "2021")
nuts_files.write_version(data, sys.argv[3], [r | {"nuts_version": sys.argv[3]} for r in rows], shapes)
"""


@pytest.mark.parametrize("version", ["2021", "2024"])
@pytest.mark.parametrize("moment", [1, 2, 3, 4])
def test_an_import_killed_at_any_moment_is_whole_undone_or_told(data: Path, moment: int, version: str) -> None:
    command = [sys.executable, "-c", KILLED_IMPORT, str(data), str(moment), version]
    assert subprocess.run(command, timeout=60).returncode == -signal.SIGKILL
    errors = [f for f in validate(data).findings if f.severity is Severity.ERROR]
    half = moment == 4  # the table is in its place, the geometry is not
    assert [("was interrupted" in f.reason) for f in errors] == [True] * half
    subprocess.run([*command[:-2], "0", version], check=True, timeout=60)
    assert validate(data).findings == []
    assert not list((data / "nuts").glob(".*importing"))
    assert geometry_path(data, version).exists()


def test_two_imports_at_once_lose_no_rows(data: Path) -> None:
    script = [sys.executable, "-c", KILLED_IMPORT, str(data), "0"]
    running = [subprocess.Popen([*script, version]) for version in ("2010", "2013", "2024")]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert {row.raw["nuts_version"] for row in read_regions(data).rows} == {"2010", "2013", "2016", "2021", "2024"}


def test_an_import_into_a_broken_table_changes_nothing(data: Path) -> None:
    shapes = read_geometry(data, "2021")
    rows = [row.raw for row in read_regions(data).rows]
    small_data.append(data, TABLE, "short")
    before = contents(data)
    with pytest.raises(AtlasError, match=r"regions\.csv row \d+: 1 cells, but the header has 14"):
        write_version(data, "2024", rows, shapes)
    assert contents(data) == before


def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "nuts").write_bytes(b"")
    with pytest.raises(AtlasError, match=r"nuts cannot be written to"):
        write_version(tmp_path, "2024", [], {})
    assert os.listdir(tmp_path) == ["nuts"]
