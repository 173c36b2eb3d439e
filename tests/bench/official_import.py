"""Time and memory of ``import-official``, as `python tests/bench/official_import.py [ROWS]`, by default 150,000 rows.

Each import runs in a process of its own, into a copy of the repository's tables: the whole table, then the same as an
extract on top of it.
"""

from __future__ import annotations

import csv
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests" / "server"))


def main(rows: int) -> None:
    """Make the table, import it twice, print the figures."""
    import made_official

    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        path = folder / "table.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, made_official.COLUMNS, quoting=csv.QUOTE_ALL)
            writer.writeheader()
            writer.writerows(made_official.many(rows))
        for part in ("codelists", "programmes"):
            shutil.copytree(REPOSITORY / "data" / part, folder / "data" / part)
        environment = os.environ | {"COOPERATION_ATLAS_DATA": str(folder / "data")}
        print(f"{rows:,} rows, {path.stat().st_size / 2**20:.0f} MB, load {os.getloadavg()[0]:.1f}")
        for what, options in (("whole table", ["--complete", "--rows", str(rows)]), ("extract", [])):
            command = [
                Path(sys.executable).with_name("cooperation-atlas"),
                "import-official",
                "hgyj-gyin",
                path,
                "--yes",
            ]
            begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([*command, *options], env=environment, check=True, capture_output=True)
            seconds = time.perf_counter() - begun
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(f"{what}: {seconds:.1f} s, {processor:.1f} s of a processor, {after.ru_maxrss // 1024} MB at most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 150_000)
