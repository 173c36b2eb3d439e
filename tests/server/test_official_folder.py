"""Official tables are exchanged together: a kill at any point leaves the old ones or the new ones."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from made_official import row, write

from cooperation_atlas.editions.fingerprint import source_files
from cooperation_atlas.settings import Settings
from cooperation_atlas.sources.official.importing import Origin, prepared
from cooperation_atlas.sources.tables import read

FIRST, LATER = dt.date(2023, 9, 14), dt.date(2023, 10, 23)


class Killed(BaseException):
    """Stands for the end of the process."""


def imported(data: Path, path: Path, day: dt.date, number: int = 0) -> None:
    with prepared("hgyj-gyin", Origin(path, path.name, day), data) as ready:
        ready.publish()


def seen(data: Path) -> list[Any]:
    """All official rows as an edition reads them."""
    sources = read(data, samples=False)
    assert [f for f in sources.findings if "official" in f.file] == []
    return [[row.raw for row in t.rows] for name, t in sources.tables.items() if name.startswith("official_")]


def killing(monkeypatch: pytest.MonkeyPatch, at: int) -> Callable[[], int]:
    """From the ``at``-th call on that changes the disk, nothing happens any more; the result counts the calls."""
    calls = 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls >= at:
                raise Killed
            return real(*args, **options)

        return call

    for name in ("rename", "replace", "mkdir", "rmdir", "fsync"):
        monkeypatch.setattr(os, name, counted(getattr(os, name)))
    monkeypatch.setattr(shutil, "rmtree", counted(shutil.rmtree))
    return lambda: calls


@pytest.mark.parametrize("had_one_before", [True, False])
def test_a_kill_leaves_old_or_new_tables(data: Path, tmp_path: Path, had_one_before: bool) -> None:
    first, second = (write(tmp_path, [row(eu=eu), row("2021EL16FFPR001", eu=eu)], f"{eu}.csv") for eu in ("1", "2"))
    if had_one_before:
        imported(data, first, FIRST)
    start = shutil.copytree(data, tmp_path / "start")
    old = seen(data)
    imported(data, second, LATER)
    new = seen(data)
    assert old != new
    outcomes = []
    for at in range(1, 100):
        shutil.rmtree(data)
        shutil.copytree(start, data)
        with pytest.MonkeyPatch.context() as patch:
            count = killing(patch, at)
            with suppress(Killed):
                imported(data, second, LATER)
            finished = count() < at
        outcomes.append(seen(data) == new)
        assert seen(data) in (old, new)
        # Whoever comes next finishes what was begun.
        imported(data, second, LATER)
        assert seen(data)[:-1] == new[:-1]
        assert not [path for path in (data / "official").iterdir() if path.name.startswith(".")]
        if finished:
            break
    assert finished and outcomes == sorted(outcomes), "once new, never old again"
    assert len(outcomes) > 10


def test_tables_that_wait_count_for_the_fingerprint(data: Path, settings: Settings, tmp_path: Path) -> None:
    imported(data, write(tmp_path, [row()]), FIRST)
    official = data / "official"
    os.mkdir(official / ".next")
    os.rename(official / "funds.csv", official / ".next" / "funds.csv")
    assert official / ".next" / "funds.csv" in source_files(settings)
    assert len(read(data).rows("official_funds")) == 1


def test_nothing_is_left_where_nothing_is_published(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, [row()])
    with prepared("hgyj-gyin", Origin(path, path.name, FIRST), data) as ready:
        assert (ready.folder / "programmes.csv").exists()
    assert not (data / "official").exists()


@pytest.mark.parametrize("harm", ["missing", "cut off", "other columns"])
def test_an_extract_needs_the_rows_of_earlier_imports(data: Path, tmp_path: Path, harm: str) -> None:
    path = write(tmp_path, [row()])
    imported(data, path, FIRST)
    kept = data / "official" / "rows.csv.gz"
    before = kept.read_bytes()
    match harm:
        case "missing":
            kept.unlink()
        case "cut off":
            kept.write_bytes(before[:-10])
        case _:
            import gzip

            kept.write_bytes(gzip.compress(b"a,b\n1,2\n"))
    with pytest.raises(Exception, match=r"rows\.csv\.gz .*Import the whole table again with --complete"):
        imported(data, path, LATER)
    with prepared("hgyj-gyin", Origin(path, path.name, LATER), data, complete=True, rows=1) as ready:
        ready.publish()
    assert len(seen(data)[0]) == 1
