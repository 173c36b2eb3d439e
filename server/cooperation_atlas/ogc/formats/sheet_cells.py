"""Cells of spreadsheets: which values they hold, how each is shown, and how XlsxWriter is told."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from .wording import FORMULA

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Value = str | int | float | bool | date | None

#: Most UTF-16 code units of a text in a cell.
LONGEST = 32_767
#: What no XML file can hold, and what stands for it.
_UNWRITABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
#: Before March of 1900 spreadsheets count a day that there was not.
_FIRST_DAY = date(1900, 3, 1)


class Style(Enum):
    """How a cell is shown, in the words of XlsxWriter."""

    PLAIN = ()
    HEADING = (("bold", True), ("bg_color", "#E4E9F0"))
    DAY = (("num_format", 14),)  #: as the user's system writes days
    GROUPED = (("num_format", 3),)  #: a whole number with separators for thousands
    #: Text that would be a formula if it were typed: in a file it is none, and the mark keeps it so when it is edited.
    QUOTED = (("quote_prefix", True),)


#: What is added for a row that is shown in another colour.
_MARK = ("bg_color", "#FFF4CC")
#: The formats of each style in a workbook: plain, and marked.
Formats = dict[Style, tuple["Format", "Format"]]


def formats(book: Workbook) -> Formats:
    """Every style in a workbook."""
    return {
        style: (book.add_format(dict(style.value)), book.add_format(dict((_MARK, *style.value)))) for style in Style
    }


def units(text: str) -> int:
    """Length of a text as spreadsheets count it."""
    return len(text) + sum(c > "\uffff" for c in text)


class Cells:
    """Writes the rows of one sheet.

    :param styles: how the numbers of each column are shown
    """

    def __init__(self, sheet: Worksheet, formats: Formats, styles: Sequence[Style]) -> None:
        self._sheet = sheet
        self._heading, self._plain = formats[Style.HEADING][False], formats[Style.PLAIN]
        self._days, self._quoted = formats[Style.DAY], formats[Style.QUOTED]
        self._numbers = [formats[style] for style in styles]

    def heading(self, texts: Sequence[str]) -> None:
        """The first row."""
        for column, text in enumerate(texts):
            self._sheet.write_string(0, column, _writable(text), self._heading)

    def row(self, row: int, values: Sequence[Value], *, marked: bool) -> None:
        """A row; what is absent has no cell.

        :param row: from 0, which is the heading's
        :param marked: whether it is shown in another colour
        """
        if marked:
            self._sheet.set_row(row, None, self._plain[True])
        for column, value in enumerate(values):
            match value:
                case None:
                    pass
                case str():
                    self._text(row, column, value, marked)
                case bool():
                    self._sheet.write_boolean(row, column, value, self._plain[marked])
                case date():
                    self._day(row, column, value, marked)
                case _:
                    self._number(row, column, value, marked)

    def _text(self, row: int, column: int, value: str, marked: bool) -> None:
        style = (self._quoted if value.startswith(FORMULA) else self._plain)[marked]
        text = _writable(value)
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter would take it for markup of its own and write it as it is, but not in pieces.
            self._sheet.write_rich_string(row, column, *text[:2], text[2:], style)
        else:
            self._sheet.write_string(row, column, text, style)

    def _day(self, row: int, column: int, value: date, marked: bool) -> None:
        if value < _FIRST_DAY:
            self._text(row, column, value.isoformat(), marked)
        else:
            self._sheet.write_datetime(row, column, value, self._days[marked])

    def _number(self, row: int, column: int, value: float, marked: bool) -> None:
        if math.isfinite(value):
            number = _Exact(value) if isinstance(value, float) else value
            self._sheet.write_number(row, column, number, self._numbers[column][marked])
        else:
            self._text(row, column, str(value), marked)


class _Exact(float):
    """A number with all its digits: XlsxWriter formats numbers to 16, and some need 17."""

    def __format__(self, _: str) -> str:
        return repr(float(self))


def _writable(text: str) -> str:
    return _UNWRITABLE.sub(_REPLACEMENT, text)
