"""What earlier imports left: the rows as they were read, the programmes, the codes added and the list of imports."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ...model.errors import AtlasError
from ..findings import BadSources, has_errors
from ..row import Row
from ..schema import TABLES
from ..tables import read_table
from .facts import Programme
from .folder import located
from .state import KEPT
from .words import NewCode

#: The rows as they were read. Not a table of the edition, and compressed: from it the tables follow.
ROWS = "rows.csv.gz"
_LOST = "Import the whole table again with --complete, or remove data/official/ and import the extracts again."


@dataclass(frozen=True, slots=True)
class KnownProgramme:
    """A programme of the official tables.

    :param read_on: day of the table in which it was read
    :param complete_on: day of the whole table from which everything on it was taken; empty for extracts
    """

    cci: str
    title: str
    status: str
    version: str
    adopted: str
    read_on: str
    complete_on: str


def programmes(data: Path) -> dict[str, KnownProgramme]:
    """The programmes of earlier imports by CCI."""
    return {
        row.raw["cci"]: KnownProgramme(
            *(row.raw[name] for name in (
                "cci", "title", "programme_status", "version", "adopted", "source_date", "complete_on",
            ))
        )
        for row in _rows(data, "programmes")
    }  # fmt: skip


def codes(data: Path) -> dict[tuple[str, str], tuple[NewCode, str]]:
    """The codes that earlier imports added, each with the day of its table."""
    names = ("codelist", "code", "parent", "label", "definition")
    found = {}
    for row in _rows(data, "codes"):
        new = NewCode(*(row.raw[name] for name in names))
        found[new.codelist, new.code] = (new, row.raw["source_date"])
    return found


def imports(data: Path) -> list[dict[str, str]]:
    """The list of imports."""
    return [row.raw for row in _rows(data, "imports")]


def rows(data: Path) -> Iterator[tuple[Any, ...]]:
    """The rows that were read, in the order of ``KEPT``.

    :raises AtlasError: where they are lost or damaged
    """
    path = located(data, f"official/{ROWS}")
    if not path.exists():
        if programmes(data):
            raise AtlasError(f"{path} is missing: without it an extract cannot be joined to what is known. {_LOST}")
        return
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            if tuple(next(reader, ())) != KEPT:
                raise AtlasError(f"{path} has other columns than this version writes. {_LOST}")
            for *about, eu, total, adopted, read_on in reader:
                yield (*about, int(eu) if eu else None, int(total) if total else None, adopted, read_on)
    except (EOFError, OSError, zlib.error, ValueError, csv.Error) as error:
        raise AtlasError(f"{path} is damaged ({error}). {_LOST}") from error


def write_rows(path: Path, kept: Iterable[tuple[Any, ...]]) -> None:
    """Write the rows, equal bytes for equal rows."""
    with (
        path.open("wb") as file,
        gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0, compresslevel=5) as packed,
        io.TextIOWrapper(packed, "utf-8", newline="") as text,
    ):
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(KEPT)
        writer.writerows(kept)


def merged(
    old: dict[str, KnownProgramme], new: Iterable[Programme], read_on: str, *, complete: bool
) -> dict[str, KnownProgramme]:
    """The programmes after an import.

    Of an old and a new row the one of the later adoption stands, or of the later table. A newer version that an extract
    brings ends completeness: it may have objectives of which the extract has no row.
    """
    found = {} if complete else dict(old)
    for programme in new:
        known = found.get(programme.cci)
        read = KnownProgramme(
            programme.cci, programme.title, programme.status, programme.version, programme.adopted, read_on,
            read_on if complete else "",
        )  # fmt: skip
        if known is None:
            found[read.cci] = read
        elif (read.adopted, read.read_on) >= (known.adopted, known.read_on):
            same = (read.version, read.adopted) == (known.version, known.adopted)
            found[read.cci] = replace(read, complete_on=known.complete_on if same else "")
    return dict(sorted(found.items()))


def _rows(data: Path, name: str) -> tuple[Row, ...]:
    source, findings = read_table(data, TABLES[f"official_{name}"])
    if has_errors(findings):
        raise BadSources(findings)
    return source.rows
