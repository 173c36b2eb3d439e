"""Instants, intervals and their relations (OGC 21-065r2, requirements class "Temporal Functions").

Choices where the standard leaves them open ("type casts ... system dependent"):

- A date is a day. Days among themselves are compared as days.
- Where a day meets a timestamp, the day stands for its first instant, 00:00:00 UTC; the day that *ends* an interval
  counts to its last microsecond, as intervals are closed at both ends.
- An interval one end of which is NULL is unknown, not open: open is written ``..``.
- A text literal is read as a date or a timestamp where it meets one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from ...cql2.nodes import invalid
from ...cql2.operators import TEMPORAL_INTERVALS
from ..table import PropertyColumn
from .values import Operand, Text, Time, Truth
from .work import Work

_DAY = 86_400_000_000
_OPEN = 2**62  # later than any year that a date can hold
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: RFC 3339, 5.6: letters in any case, a space for the T, any number of decimals, a leap second.
_TIMESTAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})", re.ASCII)
_SHOWN = 40  # characters of a literal in a message

#: Instants of the columns of timestamps, made on first use; gone with the column.
_instants: WeakKeyDictionary[PropertyColumn, np.ndarray] = WeakKeyDictionary()


def instant(kind: str, text: str) -> Time:
    """The instant of a literal.

    :param kind: ``date``, ``timestamp`` or ``either``
    :raises InvalidValue: where ``text`` is not RFC 3339 ``full-date`` or ``date-time``, or no day of the calendar
    """
    try:
        if kind != "timestamp" and _DATE.fullmatch(text):
            at = date.fromisoformat(text).toordinal() * _DAY
            return Time(f"the date '{text}'", at, at, True, True, True)
        if kind != "date" and (read := _TIMESTAMP.fullmatch(text)):
            at = _microsecond(*read.groups(""))
            return Time(f"the timestamp '{text[:_SHOWN]}'", at, at, True, True, False)
    except (ValueError, OverflowError):
        raise invalid(f"'{text[:_SHOWN]}' is not in the calendar, or no time of day.") from None
    wanted = {
        "date": "a date such as 2021-01-31",
        "timestamp": "a timestamp such as 2021-01-31T12:00:00Z",
        "either": "a date such as 2021-01-31 or a timestamp such as 2021-01-31T12:00:00Z",
    }
    raise invalid(f"'{text[:_SHOWN]}' is not {wanted[kind]}.")


def _microsecond(day: str, minute: str, second: str, fraction: str, offset: str) -> int:
    """The microsecond of a timestamp, from 0001-01-01T00:00:00Z less a day; what is finer is cut off."""
    leap = second == "60"
    read = datetime.fromisoformat(f"{day}T{minute}:{'59' if leap else second}{fraction[:7]}{offset.upper()}")
    utc = read.astimezone(UTC)
    if leap and (utc.hour, utc.minute) != (23, 59):
        raise ValueError("a leap second ends a day of UTC")
    seconds = (utc.hour * 60 + utc.minute) * 60 + utc.second + leap
    return utc.toordinal() * _DAY + seconds * 1_000_000 + utc.microsecond


def days(column: PropertyColumn) -> Time:
    """A date property."""
    known = column.present
    at = np.where(known, column.numbers, 0).astype(np.int64) * _DAY
    return Time(f"property '{column.field.name}' (date)", at, at, known, True, True)


def timestamps(column: PropertyColumn) -> Time:
    """A property of RFC 3339 timestamps."""
    if column not in _instants:
        read = (0 if value is None else instant("timestamp", value).start for value in column.values)
        _instants[column] = np.fromiter(read, np.int64, len(column.values))
    at = _instants[column]
    return Time(f"property '{column.field.name}' (timestamp)", at, at, column.present, True, False)


def to_time(operand: Operand) -> Time:
    """The operand as an instant or interval; a text literal is read as one.

    :raises InvalidValue: for any other type
    """
    if isinstance(operand, Time):
        return operand
    if isinstance(operand, Text) and operand.literal is not None and not (operand.casei or operand.accenti):
        return instant("either", operand.literal)
    raise invalid(f"{operand.label} is no date, timestamp or interval.")


def interval(start: Operand, end: Operand) -> Time:
    """``INTERVAL(start, end)``.

    :raises InvalidValue: for other than instants or ``..``, and where a literal ends before it starts
    """
    first, last = _end(start, -_OPEN), _end(end, _OPEN)
    if not (first.instant and last.instant):
        raise invalid("INTERVAL takes instants, not intervals.")
    in_days = all(t.days for t in (first, last) if t.label != "..")
    until = last.end if in_days or not last.days else last.end + _DAY - 1
    if isinstance(first.start, int) and isinstance(until, int) and first.start > until:
        raise invalid(f"the interval ends before it starts: {first.label}, {last.label}.")
    return Time("an interval", first.start, until, np.logical_and(first.known, last.known), False, in_days)


def _end(operand: Operand, bound: int) -> Time:
    if isinstance(operand, Text) and operand.literal == "..":
        return Time("..", bound, bound, True, True, False)
    return to_time(operand)


def aligned(left: Time, right: Time) -> tuple[Time, Time]:
    """Both at the same granularity: days become timestamps where the other is one."""
    if left.days == right.days:
        return left, right
    return _as_timestamps(left), _as_timestamps(right)


def _as_timestamps(time: Time) -> Time:
    if not time.days:
        return time
    if time.instant:
        return replace(time, days=False)
    return replace(time, days=False, end=np.where(np.equal(time.end, _OPEN), _OPEN, time.end + _DAY - 1))


Test = Callable[[Any, Any, Any, Any], Any]

#: By start and end of the first (a, b) and of the second (c, d) operand; as OWL-Time defines them.
_RELATIONS: dict[str, Test] = {
    "t_after": lambda a, b, c, d: a > d,
    "t_before": lambda a, b, c, d: b < c,
    "t_disjoint": lambda a, b, c, d: (a > d) | (b < c),
    "t_equals": lambda a, b, c, d: (a == c) & (b == d),
    "t_intersects": lambda a, b, c, d: (a <= d) & (b >= c),
    "t_contains": lambda a, b, c, d: (a < c) & (b > d),
    "t_during": lambda a, b, c, d: (a > c) & (b < d),
    "t_finishedby": lambda a, b, c, d: (a < c) & (b == d),
    "t_finishes": lambda a, b, c, d: (a > c) & (b == d),
    "t_meets": lambda a, b, c, d: b == c,
    "t_metby": lambda a, b, c, d: a == d,
    "t_overlappedby": lambda a, b, c, d: (a > c) & (a < d) & (b > d),
    "t_overlaps": lambda a, b, c, d: (a < c) & (b > c) & (b < d),
    "t_startedby": lambda a, b, c, d: (a == c) & (b > d),
    "t_starts": lambda a, b, c, d: (a == c) & (b < d),
}


def relate(op: str, left: Operand, right: Operand, work: Work) -> Truth:
    """A temporal predicate.

    :raises InvalidValue: for operands that are no times, and for instants where only intervals are allowed
    """
    first, second = to_time(left), to_time(right)
    if op in TEMPORAL_INTERVALS:
        for time in (first, second):
            if time.instant:
                raise invalid(f"{op.upper()} takes intervals, and {time.label} is an instant; write INTERVAL(…, …).")
    work.spend_at_once(8)
    a, b = aligned(first, second)
    test = _RELATIONS[op](*(np.asarray(v) for v in (a.start, a.end, b.start, b.end)))
    return Truth.of(test, np.logical_and(a.known, b.known))
