"""The source tables: UTF-8 CSV files with a header, read once, typed, with every problem located."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..model.errors import AtlasError, nearest
from .cells import read_cell
from .characters import cleaned
from .csv_file import records
from .declarations import SourceTable, Value
from .files import listed
from .findings import Finding, Severity
from .joined import joined
from .official.folder import located
from .row import Row
from .schema import CODELISTS, REGIONS, SAMPLE_TABLES, TABLES

#: Findings after which the rest of a table is not read: nobody reads more, and a wrong file can cause millions.
_ENOUGH = 1000
#: Limit of columns in a table: ten times those of the widest one that there is.
_COLUMNS = 150


@dataclass(frozen=True, slots=True)
class Source:
    """A source table as read.

    :param file: path as shown to people
    :param complete: false where the file, or its end, could not be read: references to it cannot be checked then
    """

    schema: SourceTable
    file: str
    rows: tuple[Row, ...]
    complete: bool = True


@dataclass(frozen=True)
class Sources:
    """All source tables, and the findings of reading them."""

    folder: Path
    tables: dict[str, Source]
    findings: tuple[Finding, ...] = field(default=())

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of a table, by its name in the schema, together with those of its official counterpart."""
        return self._joined.get(name) or self.tables[name].rows

    @cached_property
    def _joined(self) -> dict[str, tuple[Row, ...]]:
        return joined({name: table.rows for name, table in self.tables.items()})

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
        raise AtlasError(
            f"There is no data folder {folder}. Set COOPERATION_ATLAS_DATA, or start in the folder that contains data/."
        )
    tables: dict[str, Source] = {}
    findings: list[Finding] = []
    for table in TABLES.values():
        tables[table.name] = Source(table, shown(folder, table.path), ())
        if samples or table not in SAMPLE_TABLES:
            tables[table.name], in_table = read_table(folder, table)
            findings += in_table
    return Sources(folder, tables, (*findings, *_strays(folder)))


def read_table(folder: Path, table: SourceTable) -> tuple[Source, list[Finding]]:
    """One table below the data folder, and the findings of reading it; ``repeated_keys`` checks its keys."""
    return read_file(table, located(folder, table.path), shown(folder, table.path))


def read_file(table: SourceTable, path: Path, file: str) -> tuple[Source, list[Finding]]:
    """A table from a file elsewhere, and the findings of reading it.

    :param file: path as shown to people
    """
    findings: list[Finding] = []
    if table.optional and not os.path.lexists(path):
        return Source(table, file, ()), findings
    rows = tuple(_rows(table, path, file, findings))
    # What concerns a cell names its column and leaves the row there; all else loses rows.
    lost = any(f.column is None or f.row == 1 for f in findings if f.severity is Severity.ERROR)
    return Source(table, file, rows, not lost), findings


def repeated_keys(source: Source) -> Iterator[Finding]:
    """A finding for each row whose key stands in an earlier row."""
    key = source.schema.key
    seen: dict[tuple[str, ...], int] = {}
    for row in source.rows:
        values = tuple(row.raw[column] for column in key)
        if values in seen:
            text = ", ".join(v or "(empty)" for v in values)
            reason = f"{text} is already in row {seen[values]}; {' + '.join(key)} may occur only once"
            yield Finding(source.file, reason, row.number, key[0], values[0])
        seen.setdefault(values, row.number)


def _strays(folder: Path) -> Iterator[Finding]:
    known = {table.path for table in (*TABLES.values(), REGIONS)}  # the regions are read by ``sources.nuts``
    for part in sorted({Path(path).parent.as_posix() for path in known}):
        for stray in listed(folder / part, "*.csv"):
            path = stray.relative_to(folder).as_posix()
            if path not in known:
                reason = "there is no such table; its rows are not read"
                yield Finding(shown(folder, path), reason, nearest=nearest(path, known, 1), severity=Severity.WARNING)


def _rows(table: SourceTable, path: Path, file: str, findings: list[Finding]) -> Iterator[Row]:
    numbered = records(path, file, findings)
    header = next(numbered, None)
    if header is None:
        if not findings:
            findings.append(Finding(file, "the file is empty; a header is required", row=1))
        return
    names = header[1]
    if len(names) == 1 and len(table.columns) > 1 and (";" in names[0] or "\t" in names[0]):
        reason = "the columns are separated by semicolons or tabs, not by commas; the rows are not read"
        findings.append(Finding(file, reason, row=1))
        return
    if len(names) > _COLUMNS:
        findings.append(Finding(file, f"the header has {len(names)} columns, more than {_COLUMNS}", row=1))
        return
    if not _header_fits(table, names, file, findings):
        return
    for number, cells in numbered:
        if len(findings) > _ENOUGH:
            reason = f"more than {_ENOUGH} findings; the rows from here on are not read"
            findings.append(Finding(file, reason, row=number))
            return
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            findings.append(Finding(file, f"{len(cells)} cells, but the header has {len(names)}", row=number))
            continue
        yield _row(table, number, dict(zip(names, cells, strict=True)), file, findings)


def _header_fits(table: SourceTable, names: list[str], file: str, findings: list[Finding]) -> bool:
    known = {c.name for c in table.columns}
    ok = True
    for column in table.columns:
        if column.name not in names and not column.optional:
            others = {cleaned(n): n for n in names if n not in known}
            close = (others[column.name],) if column.name in others else nearest(column.name, others.values(), 1)
            findings.append(Finding(file, "the column is missing", row=1, column=column.name, nearest=close))
            ok = False
    for position, name in enumerate(names, start=1):
        if names.count(name) > 1 and name.strip():
            if names.index(name) + 1 == position:
                findings.append(Finding(file, "the column occurs twice", row=1, column=name))
            ok = False
        elif name not in known:
            close = nearest(cleaned(name), known - set(names), 1)
            reason = "the table has no such column; its values are not used"
            column_name = name if name.strip() else f"(column {position}, without a name)"
            findings.append(Finding(file, reason, 1, column_name, nearest=close, severity=Severity.WARNING))
    return ok


def _row(table: SourceTable, number: int, raw: dict[str, str], file: str, findings: list[Finding]) -> Row:
    values: dict[str, Value | None] = {}
    for column in table.columns:
        cell = raw.setdefault(column.name, "")  # an optional column may be missing
        values[column.name], problems = read_cell(column, cell)
        findings += (
            Finding(file, p.reason, number, column.name, cell or None, p.nearest, p.severity) for p in problems
        )
    return Row(number, values, raw, file)
