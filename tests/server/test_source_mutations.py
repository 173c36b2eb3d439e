"""Tables changed at random: validation finds something, or the edition is built and holds what the tables say."""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import small_data
from conftest import settings_for
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cooperation_atlas.editions.build import InvalidSources, build
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.sources.declarations import SourceTable as Schema
from cooperation_atlas.sources.schema import TABLES

#: What slips into cells: of other encodings, scripts, programs and tables.
JUNK = (
    "", " ", "\0", "\t", "\n", "\r", '"', "'", "\u200e", "\u202e", "\u2066", "\u200b", "\ufeff", "\ufffd", "\xa0",
    "\x1b[31m", "٣", "１", "²", "-1", "0", "1e999", "NaN", "inf", "9" * 400, "x" * 10_001, "2026-02-30", "٢٠٢٦-٠١-٠١",
    "0001-01-01", "9999-12-31", "yes", "true", "=1+1", "<script>", "DROP TABLE", "IT", "EL30", "PO1", "RSO1.1", "ERDF",
    "2021", "2016", "2021IT16RFPR001", "SAMPLE-0001", "IT-1", "topics", "scopes", "exact", "http://", "https://[::1",
    "a@b.eu", "é", "e\u0301", "\U0001f600", "\U000e0001", "한국",
)  # fmt: skip
SourceTable = list[list[str]]


def _cells(table: SourceTable, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    row = draw(st.sampled_from(table))
    if row:
        at = draw(st.integers(0, len(row) - 1))
        junk = draw(st.sampled_from(JUNK))
        row[at] = draw(st.sampled_from([junk, row[at] + junk, junk + row[at], row[at][:1] + junk + row[at][1:]]))


def _swap_cells(table: SourceTable, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    row = draw(st.sampled_from(table))
    if len(row) > 1:
        at = draw(st.integers(0, len(row) - 2))
        row[at], row[at + 1] = row[at + 1], row[at]


def _from_another_row(table: SourceTable, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    one, other = draw(st.sampled_from(table)), draw(st.sampled_from(table))
    if one and other:
        at = draw(st.integers(0, min(len(one), len(other)) - 1))
        one[at] = other[at]


def _lose_cell(table: SourceTable, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    row = draw(st.sampled_from(table))
    if row:
        del row[draw(st.integers(0, len(row) - 1))]


def _gain_cell(table: SourceTable, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    row = draw(st.sampled_from(table))
    row.insert(draw(st.integers(0, len(row))), draw(st.sampled_from(JUNK)))


def _lose_row(table: SourceTable, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    del table[draw(st.integers(0, len(table) - 1))]


def _repeat_row(table: SourceTable, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    table.insert(draw(st.integers(0, len(table))), list(draw(st.sampled_from(table))))


def _lose_column(table: SourceTable, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    at = draw(st.integers(0, len(table[0]) - 1 if table[0] else 0))
    for row in table:
        del row[at : at + 1]


def _repeat_column(table: SourceTable, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    at = draw(st.integers(0, len(table[0]) - 1 if table[0] else 0))
    for row in table:
        row[at:at] = row[at : at + 1]


def _lose_all_rows(table: SourceTable, _: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    del table[1:]


ON_TABLES = (
    _cells, _cells, _cells, _swap_cells, _from_another_row, _lose_cell, _gain_cell, _lose_row, _repeat_row,
    _lose_column, _repeat_column, _lose_all_rows,
)  # fmt: skip


def _as_bytes(table: SourceTable) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue().encode()


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table of the small folder and what became of its bytes."""
    path = draw(st.sampled_from(sorted(small_data.TABLES)))
    table = list(csv.reader(io.StringIO(small_data.TABLES[path])))
    for _ in range(draw(st.integers(0, 2))):
        if table:
            draw(st.sampled_from(ON_TABLES))(table, draw)
    content = bytearray(_as_bytes(table))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(content)))
        match draw(st.sampled_from(["insert", "delete", "cut", "turn", "quote"])):
            case "insert":
                content[at:at] = draw(st.binary(min_size=1, max_size=3))
            case "delete":
                del content[at : at + draw(st.integers(1, 4))]
            case "cut":
                del content[at:]
            case "turn" if at < len(content):
                content[at] ^= 1 << draw(st.integers(0, 7))
            case "quote":
                content[at:at] = b'"'
    whole = bytes(content)
    match draw(st.sampled_from(["", "", "", "crlf", "cr", "mark", "utf-16", "latin-1"])):
        case "crlf":
            whole = whole.replace(b"\n", b"\r\n")
        case "cr":
            whole = whole.replace(b"\n", b"\r")
        case "mark":
            whole = b"\xef\xbb\xbf" + whole
        case "utf-16":
            whole = whole.decode("utf-8", "ignore").encode("utf-16")
        case "latin-1":
            whole = whole.decode("utf-8", "ignore").encode("latin-1", "ignore")
    return path, whole


def _meaning(content: bytes, schema: Schema) -> list[tuple[str, ...]]:
    """The known columns of a table as a plain reader sees them: rows sorted, without empty ones."""
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    names = [column.name for column in schema.columns]
    return sorted(tuple(row[name] for name in names) for row in rows if any(c.strip() for c in row.values()))


def _kept(edition: EditionFolder, schema: Schema) -> list[tuple[str, ...]]:
    """The rows of a table as the edition holds them, in the same form."""
    listed = ", ".join(f'CAST("{column.name}" AS TEXT)' for column in schema.columns)
    with sqlite3.connect(f"file:{edition.geopackage}?mode=ro", uri=True) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [schema.name]).fetchall():
            return []  # tables of samples without rows are left out
        rows = connection.execute(f'SELECT {listed} FROM "{schema.name}"').fetchall()
    return sorted(tuple("" if value is None else value for value in row) for row in rows)


@pytest.mark.slow
@settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(mutation=mutations())
def test_a_changed_table_is_refused_with_its_place_or_taken_as_it_stands(
    small_data_folder: Path, tmp_path_factory: pytest.TempPathFactory, mutation: tuple[str, bytes]
) -> None:
    path, content = mutation
    folder = tmp_path_factory.mktemp("mutated")
    data = Path(shutil.copytree(small_data_folder, folder / "data"))
    (data / path).write_bytes(content)
    try:
        edition = build(settings_for(data, folder / "editions"))
    except InvalidSources as error:
        assert error.findings
        for finding in error.findings:
            assert finding.file and finding.reason
            assert str(finding).isprintable()
            assert len(str(finding)) < 2000
    else:
        schema = next(table for table in TABLES.values() if table.path == path)
        if schema.codelist is None and all(column.kind in {"text", "code", "date"} for column in schema.columns):
            assert _kept(edition, schema) == _meaning(content, schema)
    finally:
        shutil.rmtree(folder)


def test_marks_line_ends_and_empty_rows_change_nothing(
    data: Path, small_edition: EditionFolder, tmp_path: Path
) -> None:
    for number, path in enumerate(sorted(small_data.TABLES)):
        content = (data / path).read_bytes()
        forms = (
            b"\xef\xbb\xbf" + content,
            content.replace(b"\n", b"\r\n"),
            content.replace(b"\n", b"\r"),
            content + b"\n\n,\n",
        )
        (data / path).write_bytes(forms[number % len(forms)])
    assert build(settings_for(data, tmp_path / "editions")).id == small_edition.id
