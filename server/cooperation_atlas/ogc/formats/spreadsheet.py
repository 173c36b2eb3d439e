"""Spreadsheets (Office Open XML, ISO/IEC 29500): sheets of typed cells as one file, which XlsxWriter writes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .sheet_cells import Cells, Formats, Style, Value, formats, units

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Most rows of a sheet, the heading included.
MOST_ROWS = 1_048_576
#: Longest name of a sheet, and what must not stand in it.
_LONGEST_NAME, _NOT_IN_NAMES = 31, "[]:*?/\\"
#: Rows that the width of a column is made from, and its least and greatest, in characters.
_MEASURED, _NARROWEST, _WIDEST = 200, 9, 59


@dataclass(frozen=True)
class Sheet:
    """A sheet with one heading row, which stays in sight.

    :param name: as long as it may be and as the file format wants it (``sheet_names``)
    :param headings: of the columns
    :param styles: how the numbers of each column are shown
    :param rows: the cells; ``None`` for an empty one
    :param marked: numbers of the rows that are shown in another colour
    :param frozen: columns that stay in sight
    """

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]
    styles: Sequence[Style] = ()
    marked: frozenset[int] = frozenset()
    frozen: int = 0


def sheet_names(texts: Sequence[str]) -> list[str]:
    """The texts as names of sheets: short enough, without forbidden characters, each different from the others."""
    names: list[str] = []
    for text in texts:
        clean = "".join(" " if c in _NOT_IN_NAMES else c for c in text).strip("' ") or "1"
        name, number = _shortened(clean, _LONGEST_NAME), 1
        while name.casefold() in (other.casefold() for other in names):
            number += 1
            name = f"{_shortened(clean, _LONGEST_NAME - len(str(number)) - 1)} {number}"
        names.append(name)
    return names


def _shortened(name: str, longest: int) -> str:
    name = name[:longest]
    while units(name) > longest:
        name = name[:-1]
    return name.rstrip("' ")


def workbook(sheets: Sequence[Sheet], title: str, created: str) -> bytes:
    """The file: the same bytes for the same content.

    :param title: of the document
    :param created: when the content was made (RFC 3339)
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    # In memory no part goes through a temporary file. It takes 5 to 17 KB a feature, whose number the budget bounds.
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime.fromisoformat(created).astimezone(UTC)})
    styles = formats(book)
    for sheet in sheets:
        _add(book, sheet, styles)
    book.close()
    return out.getvalue()


def _add(book: Workbook, sheet: Sheet, styles: Formats) -> None:
    if len(sheet.rows) >= MOST_ROWS:
        raise ValueError(f"A sheet has at most {MOST_ROWS} rows, not {len(sheet.rows) + 1}.")
    written = book.add_worksheet(sheet.name)
    for column, width in enumerate(_widths(sheet)):
        written.set_column(column, column, width)
    written.freeze_panes(1, sheet.frozen)
    written.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    cells = Cells(written, styles, sheet.styles or [Style.PLAIN] * len(sheet.headings))
    cells.heading(sheet.headings)
    for number, row in enumerate(sheet.rows):
        cells.row(number + 1, row, marked=number in sheet.marked)


def _widths(sheet: Sheet) -> Iterator[int]:
    longest = [len(heading) for heading in sheet.headings]
    for row in sheet.rows[:_MEASURED]:
        lengths = (len(str(value)) if value is not None else 0 for value in row)
        longest = [max(pair) for pair in zip(longest, lengths, strict=True)]
    return (min(max(most + 2, _NARROWEST), _WIDEST) for most in longest)
