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


def values(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """The rows of a sheet."""
    return list(sheet.iter_rows(values_only=True))


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
