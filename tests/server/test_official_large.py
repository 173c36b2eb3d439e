"""A table as large as the true one: memory is bounded, whatever the number of rows."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import made_official
import pytest
from conftest import environment, settings_for

ROWS = 150_000
#: ``ru_maxrss`` would be that of the process that started this one, where it was larger: exec does not reset it.
IMPORT = (
    "import sys; from cooperation_atlas.cli import cli; cli.main(sys.argv[1:], standalone_mode=False); "
    "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
)


def peak(data: Path, path: Path, rows: int) -> int:
    """Most kilobytes in memory while a whole table is imported, and then read again as an extract."""
    found = 0
    for options in (["--complete", "--rows", str(rows)], []):
        arguments = [sys.executable, "-c", IMPORT, "import-official", "hgyj-gyin", str(path), "--yes", *options]
        env = environment(settings_for(data, data.parent / "editions"))
        done = subprocess.run(arguments, capture_output=True, text=True, env=env, check=False, timeout=500)
        assert done.returncode == 0, done.stderr
        assert f"{rows:,} rows read" in done.stderr
        found = max(found, int(done.stdout))
    return found


@pytest.mark.slow
def test_memory_does_not_grow_with_the_rows(data: Path, tmp_path: Path) -> None:
    peaks = []
    for rows in (ROWS // 10, ROWS):
        path = tmp_path / f"{rows}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, made_official.COLUMNS, quoting=csv.QUOTE_ALL)
            writer.writeheader()
            writer.writerows(made_official.many(rows))
        peaks.append(peak(data, path, rows))
    small, large = peaks
    assert large < 300_000, "kilobytes"
    assert large - small < 100_000, f"ten times the rows took {large - small} KB more"
