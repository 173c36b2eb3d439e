"""Reading of the source tables: UTF-8 CSV files with a header, read once, typed, with every problem located."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..model.errors import AtlasError, nearest
from .findings import Finding, Severity
from .schema import CODELISTS, SAMPLE_TABLES, TABLES, BadValue, Table, Value, parse


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    :param number: as a spreadsheet counts rows; the header is row 1
    :param values: typed; ``None`` for an empty cell and for one that cannot be read
    :param raw: as in the file
    """

    number: int
    values: dict[str, Value | None]
    raw: dict[str, str]

    def text(self, column: str) -> str | None:
        """The value of a text column."""
        value = self.values[column]
        return value if value is None else str(value)

    def date(self, column: str) -> dt.date | None:
        """The value of a date column."""
        value = self.values[column]
        return value if isinstance(value, dt.date) else None

    def number_of(self, column: str) -> float | None:
        """The value of a number column."""
        value = self.values[column]
        return float(value) if isinstance(value, int | float) else None


@dataclass(frozen=True, slots=True)
class Source:
    """A source table as read.

    :param file: path as shown to people
    :param whole: false where the file, or its end, could not be read; what refers to it cannot be checked then
    """

    schema: Table
    file: str
    rows: tuple[Row, ...]
    whole: bool = True


@dataclass(frozen=True)
class Sources:
    """All source tables, and what was found while reading them."""

    folder: Path
    tables: dict[str, Source]
    findings: tuple[Finding, ...] = field(default=())

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of a table, by its name in the schema."""
        return self.tables[name].rows

    @cached_property
    def codes(self) -> dict[str, dict[str, Row]]:
        """Code list id to code to row, in the order of the file, which is the order shown to people."""
        return {
            id_: {code: row for row in self.rows(table.name) if (code := row.text("code"))}
            for id_, table in CODELISTS.items()
        }


def shown(folder: Path, path: str) -> str:
    """A path below the data folder as shown to people: ``data/programmes/areas.csv``."""
    return f"{folder.name}/{path}"


def read(folder: Path, *, samples: bool = True) -> Sources:
    """All source tables below ``folder``; without ``samples`` those of the sample entries stay empty.

    :raises AtlasError: when the folder does not exist; everything else becomes a finding
    """
    if not folder.is_dir():
        raise AtlasError(f"There is no data folder {folder}. Set COOPERATION_ATLAS_DATA, or start where data/ lies.")
    tables: dict[str, Source] = {}
    findings: list[Finding] = []
    for table in TABLES.values():
        file = shown(folder, table.path)
        tables[table.name] = Source(table, file, ())
        if samples or table not in SAMPLE_TABLES:
            before = len(findings)
            rows = tuple(_rows(table, folder / table.path, file, findings))
            # What concerns a cell names its column and leaves the row there; all else loses rows.
            lost = any(f.column is None or f.row == 1 for f in findings[before:] if f.severity is Severity.ERROR)
            tables[table.name] = Source(table, file, rows, not lost)
    known = {table.path for table in TABLES.values()}
    for part in sorted({Path(path).parent.as_posix() for path in known}):
        for stray in sorted((folder / part).glob("*.csv")):
            path = stray.relative_to(folder).as_posix()
            if path not in known:
                reason = "no such table is known, its rows are not read"
                findings.append(
                    Finding(shown(folder, path), reason, nearest=nearest(path, known, 1), severity=Severity.WARNING)
                )
    return Sources(folder, tables, tuple(findings))


def _rows(table: Table, path: Path, file: str, findings: list[Finding]) -> Iterator[Row]:
    text = _text(path, file, findings)
    if text is None:
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records = _records(reader, file, findings)
    header = next(records, None)
    if header is None:
        findings.append(Finding(file, "the file is empty, not even a header", row=1))
        return
    names = header[1]
    if len(names) == 1 and len(table.columns) > 1 and (";" in names[0] or "\t" in names[0]):
        reason = "the columns are separated by semicolons or tabs, not by commas; the rows are not read"
        findings.append(Finding(file, reason, row=1))
        return
    if not _header_fits(table, names, file, findings):
        return
    for number, cells in records:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            findings.append(Finding(file, f"{len(cells)} cells, but the header has {len(names)}", row=number))
            continue
        yield _row(table, number, dict(zip(names, cells, strict=True)), file, findings)


def _text(path: Path, file: str, findings: list[Finding]) -> str | None:
    """The decoded file; each row that is not UTF-8 is a finding, since one wrong editor may have touched several."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        findings.append(Finding(file, "the file is missing"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        for number, line in enumerate(data.split(b"\n"), start=1):
            try:
                line.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                found = line[max(0, error.start - 12) : error.end + 12].decode("latin-1").strip()
                reason = f"byte 0x{line[error.start]:02x} is not UTF-8 (near '{found}' if read as Latin-1)"
                findings.append(Finding(file, reason, row=number))
        return None


def _records(reader: Iterator[list[str]], file: str, findings: list[Finding]) -> Iterator[tuple[int, list[str]]]:
    """Numbered records; a broken quote ends the file, since nothing after it can be trusted."""
    number = 0
    while True:
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            findings.append(
                Finding(file, f"cannot be read as CSV: {error}; the rows from here on are not read", row=number)
            )
            return


def _header_fits(table: Table, names: list[str], file: str, findings: list[Finding]) -> bool:
    known = {c.name for c in table.columns}
    ok = True
    for column in table.columns:
        if column.name not in names:
            close = nearest(column.name, [n for n in names if n not in known], 1)
            findings.append(Finding(file, "the column is missing", row=1, column=column.name, nearest=close))
            ok = False
    for name in names:
        if names.count(name) > 1:
            findings.append(Finding(file, "the column occurs twice", row=1, column=name))
            ok = False
        elif name not in known:
            close = nearest(name, known - set(names), 1)
            reason = "no such column is known, its values are not used"
            findings.append(Finding(file, reason, 1, name, nearest=close, severity=Severity.WARNING))
    return ok


def _row(table: Table, number: int, raw: dict[str, str], file: str, findings: list[Finding]) -> Row:
    values: dict[str, Value | None] = {}
    for column in table.columns:
        cell = raw[column.name]
        values[column.name] = None
        if cell != cell.strip():
            reason = f"'{cell}' has spaces at its ends"
            findings.append(Finding(file, reason, number, column.name, cell, nearest=(cell.strip(),)))
        elif cell == "":
            if column.required:
                findings.append(Finding(file, "the cell is empty, but a value is required", number, column.name))
        elif any(ord(c) < 32 for c in cell) or "\ufffd" in cell:
            reason = "the text holds a control or replacement character, a sign of a wrong encoding or a broken line"
            findings.append(Finding(file, reason, number, column.name, cell))
        else:
            try:
                values[column.name] = parse(column, cell)
            except BadValue as error:
                findings.append(Finding(file, str(error), number, column.name, cell))
            if mended := _decoded_twice(cell):
                reason = f"{cell} looks like UTF-8 that was read as Windows-1252 and saved again"
                findings.append(Finding(file, reason, number, column.name, cell, (mended,), severity=Severity.WARNING))
    return Row(number, values, raw)


def _decoded_twice(cell: str) -> str | None:
    """The text meant by one such as ``SociÃ©tÃ©``; ``None`` for any other."""
    if cell.isascii():
        return None
    try:
        return cell.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
