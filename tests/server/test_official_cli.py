"""``import-official`` as people use it: its own process, what it says, exit status, and what an edition then serves."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import made_official
import made_store
import pytest
from conftest import Command, environment
from made_official import row, write

from cooperation_atlas.editions.layout import current
from cooperation_atlas.settings import Settings
from cooperation_atlas.store.memory.load import load_edition


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path, [row(objective="RSO2.1", code="048"), *made_official.left_out()])


def test_a_dry_run_says_what_would_change_and_writes_nothing(command: Command, settings: Settings, path: Path) -> None:
    done = command("import-official", "hgyj-gyin", str(path), "--dry-run")
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [
        "5 rows read, of 1 programmes.",
        "Rows left out, since no collection holds them: 2 Home Affairs (AMIF, BMVI, ISF), 1 Interreg, "
        "1 maritime (EMFAF).",
        "programmes: 1 added, 0 changed, 0 gone",
        "  + 2021IT16RFPR001 Programme FPR001",
        "objectives of programmes: 1 added, 0 changed, 0 gone",
        "  + 2021IT16RFPR001 RSO2.1",
        "planned amounts: 1 added, 0 changed, 0 gone",
        "  + 2021IT16RFPR001 RSO2.1 ERDF 100.00 euro",
        "Nothing was written (--dry-run).",
    ]
    assert not (settings.data / "official").exists()


def test_nobody_to_ask_writes_nothing(command: Command, settings: Settings, path: Path) -> None:
    done = command("import-official", "hgyj-gyin", str(path))
    assert done.returncode == 1
    assert "nobody can be asked here. Say --yes to write" in done.stderr
    assert not (settings.data / "official").exists()


@pytest.mark.parametrize("answer", ["y", "n"])
def test_a_person_is_asked(settings: Settings, path: Path, answer: str) -> None:
    own, other = pty.openpty()
    os.write(own, f"{answer}\n".encode())
    code = "from cooperation_atlas.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "import-official", "hgyj-gyin", str(path)],
        stdin=other, capture_output=True, text=True, env=environment(settings), check=False, timeout=120,
    )  # fmt: skip
    os.close(own)
    os.close(other)
    assert done.returncode == 0, done.stderr
    assert "Write this?" in done.stderr
    assert (settings.data / "official" / "programmes.csv").exists() == (answer == "y")


def test_a_written_import_is_in_the_next_edition(command: Command, settings: Settings, tmp_path: Path) -> None:
    path = write(tmp_path, [row(objective="RSO2.1", code="048"), row("2021IT16RFPR077", programme_title_short="New")])
    done = command("import-official", "hgyj-gyin", str(path), "--yes", "--date", "2023-10-23")
    assert done.returncode == 0, done.stderr
    assert "Next: cooperation-atlas validate, then build." in done.stderr
    assert command("validate").stdout.splitlines() == [
        "warning: data/official/programmes.csv row 3 cci: 2021IT16RFPR077 has no area in data/programmes/areas.csv: it "
        "will not be on the map",
        "0 errors, 1 warning",
    ]
    assert command("build").returncode == 0
    store = load_edition(current(settings.editions).folder)
    records = made_store.records(store, "programmes")
    assert records["2021IT16RFPR001"]["objectives"] == ["RSO1.1", "RSO1.2", "RSO2.1"]
    assert records["2021IT16RFPR077"]["title"] == "New"


def test_findings_are_shown_and_nothing_is_imported(command: Command, settings: Settings, tmp_path: Path) -> None:
    path = write(tmp_path, [row(), row(code="048", eu="-1")])
    done = command("import-official", "hgyj-gyin", str(path), "--yes")
    assert done.returncode == 1
    assert "table.csv row 3 eu_amount: -1 is negative; planned amounts are not\n" in done.stderr
    assert "Error: 1 error, 0 warnings; nothing was imported." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (settings.data / "official").exists()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--complete"], "A whole table needs the number of its rows (--rows)"),
        (["--complete", "--rows", "4"], "the file has 5 rows, but should have 4"),
        (["--date", "23.10.2023"], "'23.10.2023' is not a day as YYYY-MM-DD"),
        (["--date", "2999-01-01"], "lies in the future"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    command: Command, settings: Settings, path: Path, options: list[str], expected: str
) -> None:
    done = command("import-official", "hgyj-gyin", str(path), "--yes", *options)
    assert done.returncode != 0
    assert expected in done.stderr
    assert not (settings.data / "official").exists()
