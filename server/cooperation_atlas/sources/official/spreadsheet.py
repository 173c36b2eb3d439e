"""Rows of a spreadsheet (XLSX): its first sheet, read row by row."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from .reading import MOST_UNPACKED, Record, Report, positions

_EVERY = 1000
_DAMAGED = (zipfile.BadZipFile, ParseError, KeyError, ValueError, EOFError, OSError)


def records(file: IO[bytes], report: Report, step: Callable[[], None]) -> Iterator[Record]:
    """The rows of the first sheet."""
    import openpyxl

    number = 1
    try:
        with zipfile.ZipFile(file) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                report.add(f"the spreadsheet holds more than {MOST_UNPACKED >> 30} GB; save it as CSV")
                return
        file.seek(0)
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True)
        names = [_text(value) for value in next(rows, ())]
        while names and not names[-1]:
            names.pop()
        if not names:
            report.add("the first sheet is empty; a header is required", 1)
            return
        places = positions(names, report)
        if places is None:
            return
        used = itemgetter(*places)
        for number, values in enumerate(rows, start=2):
            if number % _EVERY == 0:
                step()
            cells = [_text(value) for value in values[: len(names)]]
            cells += [""] * (len(names) - len(cells))
            if whole := "\x1f".join(cells).strip("\x1f"):
                yield Record(number, used(cells), whole)
            if report.is_enough:
                return
    except _DAMAGED as error:
        report.add(f"the spreadsheet is cut off or damaged ({error}); get it again", number)


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case dt.datetime():
            return value.date().isoformat()
        case _:
            return str(value)
