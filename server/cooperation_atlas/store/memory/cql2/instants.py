"""Instants: literals of dates and timestamps (RFC 3339), and properties of these types.

A date is a day, and stands for its first instant, 00:00:00 UTC, where it meets a timestamp. A text literal is read as a
date or a timestamp where it meets one.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from weakref import WeakKeyDictionary

import numpy as np

from ..table import PropertyColumn
from .values import Number, Operand, Text, Time
from .work import Work

DAY = 86_400_000_000  #: microseconds

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: RFC 3339, 5.6: letters in any case, a space for the T, any number of decimals, a leap second.
_TIMESTAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})", re.ASCII)
_FORMS = {
    "date": "a date such as 2021-01-31",
    "timestamp": "a timestamp such as 2021-01-31T12:00:00Z",
    "either": "a date such as 2021-01-31 or a timestamp such as 2021-01-31T12:00:00Z",
}
_SHOWN = 40  # characters of a literal in a message

#: Instants of the columns of timestamps, made on first use; gone with the column.
_instants: WeakKeyDictionary[PropertyColumn, np.ndarray] = WeakKeyDictionary()


def instant(kind: str, text: str, work: Work) -> Time:
    """The instant of a literal.

    :param kind: ``date``, ``timestamp`` or ``either``
    :raises InvalidValue: where ``text`` is not RFC 3339 ``full-date`` or ``date-time``, or not a day of the calendar
    """
    shown = text[:_SHOWN]
    try:
        if kind != "timestamp" and _DATE.fullmatch(text):
            at = date.fromisoformat(text).toordinal() * DAY
            return Time(f"the date '{text}'", at, at, True, True, True)
        if kind != "date" and _TIMESTAMP.fullmatch(text):
            at = _microsecond(text)
            return Time(f"the timestamp '{shown}'", at, at, True, True, False)
    except (ValueError, OverflowError):
        raise work.error(f"has '{shown}', which is not in the calendar, or not a time of day") from None
    raise work.error(f"has '{shown}', which is not {_FORMS[kind]}")


def _microsecond(timestamp: str) -> int:
    """The microsecond of a timestamp, from 0001-01-01T00:00:00Z less a day; what is finer is cut off.

    :raises ValueError: for what is not in the calendar
    """
    read = _TIMESTAMP.fullmatch(timestamp)
    if read is None:
        raise ValueError(f"'{timestamp[:_SHOWN]}' is not {_FORMS['timestamp']}")
    day, minute, second, fraction, offset = read.groups("")
    leap = second == "60"
    local = datetime.fromisoformat(f"{day}T{minute}:{'59' if leap else second}{fraction[:7]}{offset.upper()}")
    utc = local.astimezone(UTC)
    if leap and (utc.hour, utc.minute) != (23, 59):
        raise ValueError("a leap second ends a day of UTC")
    seconds = (utc.hour * 60 + utc.minute) * 60 + utc.second + leap
    return utc.toordinal() * DAY + seconds * 1_000_000 + utc.microsecond


def days(column: PropertyColumn) -> Time:
    """A date property."""
    known = column.present
    at = np.where(known, column.numbers, 0).astype(np.int64) * DAY
    return Time(f"property '{column.field.name}' (date)", at, at, known, True, True)


def timestamps(column: PropertyColumn) -> Time:
    """A property of RFC 3339 timestamps."""
    if column not in _instants:
        instants = (0 if value is None else _microsecond(value) for value in column.values)
        _instants[column] = np.fromiter(instants, np.int64, len(column.values))
    at = _instants[column]
    return Time(f"property '{column.field.name}' (timestamp)", at, at, column.present, True, False)


def to_time(operand: Operand, work: Work) -> Time:
    """The operand as an instant or interval; a text literal is read as one.

    :raises InvalidValue: for any other type
    """
    if isinstance(operand, Time):
        return operand
    if isinstance(operand, Text) and operand.literal is not None and not (operand.casei or operand.accenti):
        return instant("either", operand.literal, work)
    hint = "Dates are written DATE('2021-01-31')." if isinstance(operand, Number) else ""
    raise work.error(f"needs a date, timestamp or interval, not {operand.label}", hint)
