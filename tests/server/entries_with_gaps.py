"""The repository's data with cooperation entries as they may come from programmes: some real, many with gaps.

Every second sample is made a real entry, and of all entries about a third of what they say is left out.
"""

from __future__ import annotations

import csv
import random
import shutil
from pathlib import Path

#: Cells that may be empty, and properties that may have no value.
_CELLS = ("status", "open_from", "open_to")


def write(data: Path, folder: Path) -> Path:
    """A copy of ``data`` in ``folder`` with such entries; the same ones each time."""
    shutil.copytree(data, folder)
    chance = random.Random(8)
    cooperation = folder / "cooperation"
    names, samples = _read(cooperation / "samples.csv")
    value_names, values = _read(cooperation / "sample_values.csv")
    real = {sample["id"]: sample["id"].replace("SAMPLE-", "TEST-") for sample in samples[::2]}
    for entry in samples:
        if entry["id"] in real:
            entry |= {"id": real[entry["id"]], "source": "Made for a test", "summary": f"Test {entry['id']}"}
        entry |= {name: "" for name in _CELLS if chance.random() < 1 / 3}
    gone = {(v["id"], v["property"]) for v in values}
    gone = {pair for pair in sorted(gone) if chance.random() < 1 / 3}
    values = [v | {"id": real.get(v["id"], v["id"])} for v in values if (v["id"], v["property"]) not in gone]
    made = set(real.values())
    _write(cooperation / "entries.csv", names, [e for e in samples if e["id"] in made])
    _write(cooperation / "samples.csv", names, [e for e in samples if e["id"] not in made])
    _write(cooperation / "entry_values.csv", value_names, [v for v in values if v["id"] in made])
    _write(cooperation / "sample_values.csv", value_names, [v for v in values if v["id"] not in made])
    return folder


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), list(reader)


def _write(path: Path, names: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
