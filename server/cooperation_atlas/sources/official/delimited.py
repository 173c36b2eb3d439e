"""Rows of CSV: commas, semicolons or tabs; UTF-8 with or without its mark."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import count
from operator import itemgetter
from typing import IO, Any

from .dataset import COLUMNS
from .reading import Record, Report, normal, positions

_EVERY = 2000
_CHUNK = 1 << 16
#: What bytes that are not UTF-8 are decoded to, so that their row is known.
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_BOUNDS = (",", ";", "\t", "|")


def records(file: IO[bytes], head: bytes, report: Report, step: Callable[[], None]) -> Iterator[Record]:
    """The rows of a CSV file.

    :param head: its beginning
    """
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[:4].count(0) >= 2:
        report.add("the file is UTF-16, not UTF-8; save it again as UTF-8")
        return
    if not head.strip():
        report.add("the file is empty; a header is required", 1)
        return
    tail = _LastByte(file)
    text = io.TextIOWrapper(io.BufferedReader(tail, _CHUNK), "utf-8-sig", errors="surrogateescape", newline="")
    first = head.decode("utf-8", "replace").lstrip("\ufeff").splitlines()[0]
    reader = csv.reader(text, delimiter=max(_BOUNDS, key=lambda mark: _known(first, mark)), strict=True)
    number = 1
    try:
        names = next(reader)
        places = positions(names, report)
        if places is None:
            return
        used = itemgetter(*places)
        for number in count(2):
            cells = next(reader, None)
            if cells is None:
                break
            if number % _EVERY == 0:
                step()
            whole = "\x1f".join(cells)
            if len(cells) != len(names):
                if whole.strip():
                    report.add(_wrong_length(cells, names, tail), number)
            elif not whole.isascii() and (found := _NOT_UTF8.search(whole)):
                _not_utf8(names, cells, found[0], number, report)
            else:
                yield Record(number, used(cells), whole)
            if report.is_enough:
                return
    except csv.Error as error:
        report.add(f"cannot be read as CSV: {_reason(error)}; the rows from here on are not read", number)
        return
    if tail.last not in (b"\n", b"\r", b""):
        report.add("the last row has no line end: the file may be cut off", number - 1, warning=True)


class _LastByte(io.RawIOBase):
    """A stream that remembers the last byte read from it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.last = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes."""
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self.last = data[-1:] or self.last
        return len(data)


def _known(header: str, mark: str) -> int:
    """How many known columns a header line has that is separated by ``mark``."""
    return sum(normal(name.strip('"')) in COLUMNS for name in header.split(mark))


def _wrong_length(cells: list[str], names: list[str], tail: _LastByte) -> str:
    reason = f"{len(cells)} cells, but the header has {len(names)}"
    return reason if tail.last == b"\n" else f"{reason}; the file is cut off here: get it again"


def _not_utf8(names: list[str], cells: list[str], found: str, number: int, report: Report) -> None:
    place = next(i for i, cell in enumerate(cells) if _NOT_UTF8.search(cell))
    byte = ord(found) - 0xDC00
    report.add(f"byte 0x{byte:02x} is not UTF-8; save the file again as UTF-8", number, names[place])


def _reason(error: csv.Error) -> str:
    if "unexpected end of data" in str(error):
        return "the quote that opens a cell is never closed, or the file is cut off"
    if "field larger than field limit" in str(error):
        return f"a cell has more than {csv.field_size_limit()} characters; is a closing quote missing?"
    return str(error)
