"""Cells of spreadsheets, as the XML of a sheet has them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from enum import IntEnum

Value = str | int | float | bool | date | None

#: Most UTF-16 code units of a text in a cell.
LONGEST = 32_767
#: First characters that spreadsheets take for a formula when somebody edits the cell, also in their full width. As the
#: content of a file they are text; a mark in the style keeps them so (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: What needs another form: markup, what XML 1.0 cannot hold, a line end that readers change, and what spreadsheets
#: would take for an escaped character (``_x0041_``).
_SPECIAL = re.compile("[&<>\\x00-\\x08\\x0b-\\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", "_": "_x005F_"}
#: What stands for a character that a file cannot hold.
_REPLACEMENT = "\ufffd"
#: Days are counted from here; before March of 1900 spreadsheets count a day that there was not.
_DAY_ZERO, _FIRST_DAY = date(1899, 12, 30).toordinal(), date(1900, 3, 1).toordinal()


class Style(IntEnum):
    """How a cell is shown."""

    PLAIN = 0
    HEADING = 1
    DAY = 2  #: as the user's system writes days
    GROUPED = 3  #: a whole number with separators for thousands
    QUOTED = 4  #: text that would be a formula if it were typed


def style_number(style: Style, *, marked: bool) -> int:
    """The number of a style in the file."""
    return style + len(Style) * marked


def column_letters(number: int) -> str:
    """The name of a column, from 0: A … Z, AA …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def units(text: str) -> int:
    """Length of a text as spreadsheets count it."""
    return len(text) + sum(c > "\uffff" for c in text)


class Cells:
    """Writes the rows of one sheet. Equal texts are encoded once.

    :param letters: names of the columns
    :param styles: how the numbers of each column are shown
    """

    def __init__(self, letters: Sequence[str], styles: Sequence[Style]) -> None:
        self._columns = list(zip(letters, styles, strict=True))
        self._texts: tuple[dict[str, str], dict[str, str]] = ({}, {})

    def heading(self, texts: Sequence[str]) -> str:
        """The first row."""
        style = style_number(Style.HEADING, marked=False)
        cells = "".join(
            f'<c r="{letters}1" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_encoded(text)}</t></is></c>'
            for (letters, _), text in zip(self._columns, texts, strict=True)
        )
        return f'<row r="1">{cells}</row>'

    def row(self, number: int, values: Sequence[Value], *, marked: bool) -> str:
        """A row.

        :param number: from 1
        :param marked: whether it is shown in another colour
        """
        texts, plain = self._texts[marked], style_number(Style.PLAIN, marked=marked)
        written = [f'<row r="{number}" s="{plain}" customFormat="1">' if marked else f'<row r="{number}">']
        for (letters, style), value in zip(self._columns, values, strict=True):
            if value is None:
                continue
            if isinstance(value, str):
                rest = texts.get(value)
                if rest is None:
                    rest = texts[value] = _text(value, marked)
            else:
                rest = _number(value, style, marked)
            written.append(f'<c r="{letters}{number}"{rest}')
        written.append("</row>")
        return "".join(written)


def _text(text: str, marked: bool) -> str:
    style = style_number(Style.QUOTED if text.startswith(_FORMULA) else Style.PLAIN, marked=marked)
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{_encoded(text)}</t></is></c>'


def _number(value: int | float | bool | date, style: Style, marked: bool) -> str:
    if isinstance(value, bool):
        return f' s="{style_number(Style.PLAIN, marked=marked)}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        if value.toordinal() < _FIRST_DAY:
            return _text(value.isoformat(), marked)
        day = value.toordinal() - _DAY_ZERO
        return f' s="{style_number(Style.DAY, marked=marked)}"><v>{day}</v></c>'
    if not math.isfinite(value):
        return _text(str(value), marked)
    return f' s="{style_number(style, marked=marked)}"><v>{value}</v></c>'


def _encoded(text: str) -> str:
    return _SPECIAL.sub(lambda match: _WRITTEN.get(match[0], _REPLACEMENT), text) if _SPECIAL.search(text) else text
