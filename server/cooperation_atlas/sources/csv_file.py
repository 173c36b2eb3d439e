"""A CSV file as numbered records of cells: decoding, line ends and quotes, every problem with its row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from .files import Unreadable, read_whole
from .findings import Finding

#: Size limit of a table in bytes: over a hundred times the largest one that there is.
MOST_BYTES = 64 << 20

_LINE_END = re.compile(rb"\r\n|\r|\n")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def records(path: Path, file: str, findings: list[Finding]) -> Iterator[tuple[int, list[str]]]:
    """The records of a file with their numbers, as a spreadsheet counts them; the header is number 1.

    A broken quote ends the file, since nothing after it can be trusted.

    :param file: path as shown to people
    :param findings: findings are added here
    """
    text = _text(path, file, findings)
    if text is None:
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    while True:
        number += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            findings.append(
                Finding(file, f"cannot be read as CSV: {_reason(error)}; the rows from here on are not read", number)
            )
            return
        yield number, record


def _text(path: Path, file: str, findings: list[Finding]) -> str | None:
    """The decoded file; each row that is not UTF-8 is a finding, since one wrong editor may have touched several."""
    try:
        data = read_whole(path, MOST_BYTES)
    except Unreadable as error:
        findings.append(Finding(file, str(error)))
        return None
    # Text of Latin letters in UTF-16 has a NUL beside each of them.
    if data.startswith(_UTF16) or data[:4].count(0) == 2:
        findings.append(Finding(file, "the file is UTF-16, not UTF-8; save it again as UTF-8"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        for number, line in enumerate(_LINE_END.split(data), start=1):
            try:
                line.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                nearby = line[max(0, error.start - 12) : error.end + 12].decode("latin-1").strip()
                reason = f"byte 0x{line[error.start]:02x} is not UTF-8 (near '{nearby}' if read as Latin-1)"
                findings.append(Finding(file, reason, row=number))
        return None


def _reason(error: csv.Error) -> str:
    if "field larger than field limit" in str(error):
        return f"a cell has more than {csv.field_size_limit()} characters; is a closing quote missing?"
    if "unexpected end of data" in str(error):
        return f"{error}; the quote that opens a cell of this row is never closed"
    return str(error)
