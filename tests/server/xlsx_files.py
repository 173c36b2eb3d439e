"""XLSX files as openpyxl reads them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

#: What XLSX holds, sheet by sheet.
TABLE, COLUMNS, CODES, ABOUT = range(4)


@dataclass
class Book:
    """A file.

    :param headings: of the columns of features
    :param names: of the properties, in the order of the columns
    :param rows: values by property
    """

    book: openpyxl.Workbook
    headings: list[str]
    names: list[str]
    rows: list[dict[str, Any]]

    @property
    def sheet(self) -> Worksheet:
        """The sheet of the features."""
        return self.book.worksheets[TABLE]

    @property
    def about(self) -> dict[str, Any]:
        """What the file says of itself."""
        return dict(values(self.book.worksheets[ABOUT])[1:])


def read(data: bytes) -> Book:
    """The file, whose features are named by the properties that its sheet of columns gives."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    headings, *rows = values(book.worksheets[TABLE])
    described = {row[0]: row[1] for row in values(book.worksheets[COLUMNS])[1:]}
    names = [described[heading] or heading for heading in headings]
    return Book(book, headings, names, [dict(zip(names, map(_plain, row), strict=True)) for row in rows])


def read_cells(data: bytes) -> dict[str, Any]:
    """The first sheet of a file by the names of its cells."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return {cell.coordinate: _unescaped(cell.value) for row in sheet for cell in row}


def values(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """The rows of a sheet."""
    return [tuple(map(_unescaped, row)) for row in sheet.iter_rows(values_only=True)]


def _unescaped(value: Any) -> Any:
    """A text with its carriage returns, which openpyxl leaves as they are in the file (ISO/IEC 29500-1, 22.9.2.19)."""
    return value.replace("_x000D_", "\r") if isinstance(value, str) else value


def _plain(value: Any) -> Any:
    """A day as JSON has it."""
    return value.date().isoformat() if isinstance(value, datetime) else value


def cell_of(value: Any) -> Any:
    """What a cell holds of a JSON value."""
    match value:
        case list():
            return "; ".join(value)
        case date():
            return value.isoformat()
        case _:
            return value
