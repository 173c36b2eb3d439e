"""Opens what the story exported with programs that others use: GDAL, openpyxl, a reader of CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

#: Written by the story: name of a file → what must be in it.
EXPECTED = "exported.json"


@dataclass(frozen=True)
class Finding:
    """What was found in a file."""

    is_good: bool
    text: str


def look_at(folder: Path) -> list[Finding]:
    """Compares the files of the story with what the panel and the server had said."""
    expected = folder / EXPECTED
    if not expected.exists():
        return [Finding(False, "nothing was exported")]
    readers: dict[str, Callable[[Path], list[str]]] = {".gpkg": by_gdal, ".xlsx": by_openpyxl, ".csv": by_csv}
    findings = []
    for name, ids in json.loads(expected.read_text(encoding="utf-8")).items():
        path = folder / name
        read = sorted(readers[path.suffix](path))
        findings.append(Finding(read == sorted(ids), f"{name}: {len(read)} rows with the ids of the server"))
    return findings


def by_gdal(path: Path) -> list[str]:
    """The ids in a GeoPackage; each of its features has a geometry that GDAL reads."""
    import pyogrio

    about, _fids, geometries, columns = pyogrio.raw.read(path)
    if any(geometry is None for geometry in geometries):
        return ["a feature without a geometry"]
    names = [name.lower() for name in about["fields"]]
    return [str(value) for value in columns[names.index("cci")]]


def by_openpyxl(path: Path) -> list[str]:
    """The ids in the first sheet of a workbook, in the column that looks like them."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    return _column(rows[0], rows[1:])


def by_csv(path: Path) -> list[str]:
    """The ids in a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        text = file.read()
    sign = max(",;\t", key=text.split("\n", 1)[0].count)
    rows = list(csv.reader(text.splitlines(), delimiter=sign))
    return _column(rows[0], rows[1:])


def _column(heads: Sequence[object], rows: Iterable[Sequence[object]]) -> list[str]:
    """The column of CCI, which is called so in codes and in words."""
    place = next(number for number, head in enumerate(heads) if "cci" in str(head).lower())
    return [str(row[place]) for row in rows]
