"""Cells of a table: their typed values, and what is wrong with those that cannot be read."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from .characters import cleaned, foreign_digits, hidden, named, only_spaces, with_plain_digits
from .declarations import Kind, SourceColumn, Value
from .findings import Severity

#: Limit of characters in a cell: over ten times the longest text that there is.
LONGEST = 10_000
#: Numbers of more digits before the point are slips: the whole budget of the Union has thirteen, in euro.
_DIGITS = 15

_BOOLEANS = {"yes": True, "true": True, "no": False, "false": False}
_URL = re.compile(r"https?://[^\s/\"<>\\^`{|}]+\.[^\s\"<>\\^`{|}]+|https?://localhost[^\s\"<>\\^`{|}]*")
_MAILBOX = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[A-Za-z]{2,}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_LANGUAGE = re.compile(r"[a-z]{2}")
#: What a code is made of: no comma, which separates codes in a request, and nothing that an address must escape.
_CODE = re.compile(r"[\w.+:-]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell.

    :param reason: starting with the value where there is one
    :param nearest: valid values to replace it
    """

    reason: str
    nearest: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR


class BadValue(ValueError):
    """A value that is not valid in its column."""

    def __init__(self, reason: str, *nearest: str) -> None:
        self.nearest = nearest
        super().__init__(reason)


def read_cell(column: SourceColumn, cell: str) -> tuple[Value | None, list[Problem]]:
    """The typed value of a cell, ``None`` for an empty one and for one that cannot be read, and its problems."""
    if cell == "":
        empty = Problem("the cell is empty, but a value is required")
        return None, [empty] if column.required else []
    if problem := _unusable(cell):
        return None, [problem]
    try:
        return _parse(column, cell), _doubts(column, cell)
    except BadValue as error:
        return None, [Problem(str(error), error.nearest)]


def _unusable(cell: str) -> Problem | None:
    """What makes a cell unusable in any column."""
    if len(cell) > LONGEST:
        return Problem(f"the cell has {len(cell)} characters; the limit is {LONGEST}; is a closing quote missing?")
    if cell != cell.strip():
        stripped = cell.strip()
        return Problem(f"'{cell}' starts or ends with spaces", (stripped,) if stripped else ())
    if "\ufffd" in cell:
        return Problem(
            "the text contains a control or replacement character: its encoding is wrong, or a line is broken"
        )
    invisible = hidden(cell)
    if "\n" in invisible or "\r" in invisible:
        return Problem("the cell contains a line break; is a closing quote missing?")
    if invisible and not only_spaces(invisible):
        names = ", ".join(named(c) for c in invisible)
        return Problem(f"{cell} contains {names}, which is invisible; remove it", (cleaned(cell),))
    return None


def _doubts(column: SourceColumn, cell: str) -> list[Problem]:
    """What may be intended, but is more often a mistake."""
    doubts = []
    if spaces := hidden(cell):
        names = ", ".join(named(c) for c in spaces)
        doubts.append(Problem(f"{cell} contains {names} instead of a plain space", (cleaned(cell),), Severity.WARNING))
    if (composed := unicodedata.normalize("NFC", cell)) != cell:
        reason = f"{cell} is not in the composed form of Unicode (NFC): a search may miss it"
        doubts.append(Problem(reason, (composed,), Severity.WARNING))
    if foreign_digits(cell):
        reason = f"{cell} contains digits other than 0 to 9"
        doubts.append(Problem(reason, (with_plain_digits(cell),), Severity.WARNING))
    if column.kind is Kind.TEXT and cell.count('"') % 2:
        doubts.append(Problem(f"{cell} contains an unpaired quotation mark", severity=Severity.WARNING))
    if mended := _decoded_twice(cell):
        reason = f"{cell} looks like UTF-8 that was read as Windows-1252 and saved again"
        doubts.append(Problem(reason, (mended,), Severity.WARNING))
    return doubts


def _parse(column: SourceColumn, raw: str) -> Value:
    match column.kind:
        case Kind.CODE:
            _check_code(raw)
        case Kind.NUMBER:
            if not _NUMBER.fullmatch(raw):
                raise BadValue(f"{raw} is not a number such as 1234.5", *_plain(raw, _NUMBER))
            if len(raw.partition(".")[0]) > _DIGITS:
                raise BadValue(f"{raw} has more than {_DIGITS} digits before the point")
            return float(raw)
        case Kind.DATE:
            day = _day(raw)
            if day is None:
                raise BadValue(f"{raw} is not a date as YYYY-MM-DD", *_plain(raw, _DAY))
            return day
        case Kind.BOOLEAN:
            if raw.casefold() not in _BOOLEANS:
                raise BadValue(f"{raw} is not yes or no")
            return _BOOLEANS[raw.casefold()]
        case Kind.URL:
            if not _is_url(raw):
                raise BadValue(f"{raw} is not an http or https URL")
        case Kind.CONTACT:
            if not _is_url(raw) and not _MAILBOX.fullmatch(raw):
                raise BadValue(f"{raw} is not a web page or a mailbox")
        case Kind.LANGUAGE:
            if not _LANGUAGE.fullmatch(raw):
                raise BadValue(f"{raw} is not a language code of two letters (ISO 639-1)")
    return raw


def _day(raw: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(raw) if _DAY.fullmatch(raw) else None
    except ValueError:  # 30 February
        return None


def _check_code(raw: str) -> None:
    if foreign_digits(raw):
        raise BadValue(f"{raw} contains digits other than 0 to 9", with_plain_digits(raw))
    if unicodedata.normalize("NFC", raw) != raw:
        raise BadValue(f"{raw} is not in the composed form of Unicode (NFC)", unicodedata.normalize("NFC", raw))
    if not _CODE.fullmatch(raw):
        raise BadValue(f"{raw} is not a code: codes consist of letters, digits and . + - _ :")


def _is_url(raw: str) -> bool:
    if not _URL.fullmatch(raw):
        return False
    try:
        return bool(urlsplit(raw).hostname) and urlsplit(raw).port != 0
    except ValueError:  # the port or the IPv6 address is not valid
        return False


def _plain(raw: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The value with digits 0 to 9, if that makes it valid."""
    mended = with_plain_digits(raw)
    return (mended,) if mended != raw and pattern.fullmatch(mended) else ()


def _decoded_twice(cell: str) -> str | None:
    """The text meant by one such as ``SociÃ©tÃ©``; ``None`` for any other."""
    if cell.isascii():
        return None
    try:
        return cell.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
