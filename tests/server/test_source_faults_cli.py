"""Faults of the sources as people meet them: the installed command, its messages and its exit status."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import small_data
from conftest import environment

from cooperation_atlas.settings import Settings

SCRIPT = Path(sys.executable).with_name("cooperation-atlas")
CONFIG = Path(__file__).resolve().parents[2] / "config" / "pygeoapi.yml"
MATCHING = CONFIG.parent / "matching"
AREAS = "programmes/areas.csv"


def run(settings: Settings, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The console script, which must come to its end within a minute."""
    own = {"COOPERATION_ATLAS_CONFIG": str(CONFIG), "COOPERATION_ATLAS_MATCHING": str(MATCHING)} | variables
    return subprocess.run(
        [SCRIPT, *arguments], env=environment(settings) | own, capture_output=True, text=True, timeout=60
    )


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _short_row(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "2021IT16RFPR001,ITG1\n", "utf-8")


# Each case: the file, what becomes of it, and the line that says so.
FAULTS: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a pipe": (AREAS, _pipe, "data/programmes/areas.csv: the path is a named pipe (FIFO), not a regular file"),
    "a pipe of regions": ("nuts/regions.csv", _pipe, "data/nuts/regions.csv: the path is a named pipe (FIFO)"),
    "a folder": (AREAS, lambda p: (p.unlink(), p.mkdir()), "data/programmes/areas.csv: the path is a folder"),
    "NUL": (
        AREAS,
        lambda p: p.write_bytes(p.read_bytes().replace(b"EL30,2021", b"EL\x0030,2021")),
        "data/programmes/areas.csv row 5 nuts_code: EL<U+0000>30 contains U+0000, which is invisible; remove it "
        "(nearest: EL30)",
    ),
    "a short row": (AREAS, _short_row, "data/programmes/areas.csv row 10: 2 cells, but the header has 7"),
    "broken gzip": (
        "nuts/nuts-2021.geojson.gz",
        lambda p: p.write_bytes(p.read_bytes()[:-20]),
        "data/nuts/nuts-2021.geojson.gz: the file is damaged: it is not whole gzip",
    ),
    "a point for a polygon": (
        "nuts/nuts-2021.geojson.gz",
        lambda p: p.write_bytes(
            gzip.compress(gzip.decompress(p.read_bytes()).replace(b'"type":"Polygon"', b'"type":"Point"', 1))
        ),
        "data/nuts/nuts-2021.geojson.gz: EL301: the geometry of feature 1 is 'Point', not a polygon",
    ),
    "a parent cycle": (
        "nuts/regions.csv",
        lambda p: p.write_text(p.read_text("utf-8").replace("ITG1,2021,2,ITG,", "ITG1,2021,2,ITG11,"), "utf-8"),
        "parent: ITG11 leads back to ITG1 itself (nearest: ITG)",
    ),
}


@pytest.mark.parametrize(("case", "command"), [*((case, "validate") for case in FAULTS), ("a pipe", "build")])
def test_a_fault_is_a_message(settings: Settings, case: str, command: str) -> None:
    path, break_it, message = FAULTS[case]
    break_it(settings.data / path)
    done = run(settings, command)
    told = done.stdout + done.stderr
    assert done.returncode == 1
    assert message in told
    assert "Traceback" not in told
    assert told.replace("\n", "").isprintable()
    if command == "build":
        assert "nothing was built" in done.stderr
        assert not settings.editions.exists()


def test_all_faults_are_told_at_once(settings: Settings) -> None:
    for path, break_it, _ in (FAULTS["NUL"], FAULTS["broken gzip"], FAULTS["a parent cycle"]):
        break_it(settings.data / path)
    small_data.change(settings.data, "programmes/amounts.csv", "1000.5", "١٠٠٠")
    done = run(settings, "validate")
    for message in (FAULTS["NUL"][2], FAULTS["broken gzip"][2], FAULTS["a parent cycle"][2], "(nearest: 1000)"):
        assert message in done.stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "conf/pygeoapi.yml: the file is missing; set COOPERATION_ATLAS_CONFIG, or start where config/ lies"),
        ("", "conf/pygeoapi.yml: holds no configuration: the sections server, logging and metadata are expected"),
        ("server: [1\n", "conf/pygeoapi.yml row 2: cannot be read as YAML"),
        ("server: {}\nserver: {}\n", "conf/pygeoapi.yml row 2: server is already in row 1"),
        ("server: ${NOT_SET_ANYWHERE}\n", "conf/pygeoapi.yml: Could not find the 'NOT_SET_ANYWHERE' environment"),
        ("[" * 3000, "conf/pygeoapi.yml: cannot be read as YAML"),
        (
            CONFIG.read_text("utf-8").replace("max_items: 20000", "max_items: many"),
            "conf/pygeoapi.yml row 18 server.limits.max_items: 'many' is not of type 'integer'",
        ),
    ],
)
def test_a_configuration_that_is_missing_or_broken(
    settings: Settings, tmp_path: Path, content: str | None, message: str
) -> None:
    config = tmp_path / "conf" / "pygeoapi.yml"
    config.parent.mkdir()
    if content is not None:
        config.write_text(content, "utf-8")
    done = run(settings, "validate", COOPERATION_ATLAS_CONFIG=str(config))
    assert (done.returncode, done.stderr) == (1, "")
    assert message in done.stdout
    if content is None:
        done = run(settings, "build", COOPERATION_ATLAS_CONFIG=str(config))
        assert done.returncode == 1
        assert message in done.stderr
        assert not settings.editions.exists()


def test_a_data_folder_that_is_missing_or_a_file(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "nowhere", tmp_path / "file"):
        done = run(settings, "validate", COOPERATION_ATLAS_DATA=str(place))
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            f"Error: There is no data folder {place}. Set COOPERATION_ATLAS_DATA, or start in the folder that contains "
            "data/.\n"
        )


def test_a_report_on_a_full_disk(settings: Settings) -> None:
    done = run(settings, "validate", "-o", "/dev/full")
    assert (done.returncode, done.stderr) == (1, "Error: /dev/full cannot be written: No space left on device.\n")


@pytest.mark.parametrize(
    ("name", "break_it", "message"),
    [
        ("regions.geojson", os.mkfifo, "regions.geojson: the path is a named pipe (FIFO), not a regular file"),
        ("regions.gpkg", lambda p: p.write_bytes(b"SQLite format 3\0" + bytes(90)), "regions.gpkg: cannot be read as"),
        ("regions.shp", lambda p: p.write_bytes(bytes(99)), "regions.shp: cannot be read as"),
        ("regions.zip", lambda p: p.write_bytes(b"PK\3\4" + bytes(40)), "regions.zip: cannot be read as"),
    ],
)
def test_an_import_of_what_cannot_be_read(
    settings: Settings, tmp_path: Path, name: str, break_it: Callable[[Path], object], message: str
) -> None:
    before = {path.name: path.read_bytes() for path in (settings.data / "nuts").iterdir()}
    break_it(tmp_path / name)
    done = run(settings, "import-nuts", "2024", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (1, "")
    assert message in done.stderr
    assert done.stderr.endswith("Error: 1 error, 0 warnings; nothing was imported.\n")
    assert "Traceback" not in done.stderr
    assert {path.name: path.read_bytes() for path in (settings.data / "nuts").iterdir()} == before
