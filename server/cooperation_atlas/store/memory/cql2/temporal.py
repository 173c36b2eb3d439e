"""Intervals and temporal relations (OGC 21-065r2, requirements class "Temporal Functions").

Choices where the standard leaves them open ("type casts ... system dependent"), beside those of ``instants``:

- Days among themselves are compared as days.
- Where a day meets a timestamp, the day that *ends* an interval counts to its last microsecond, as intervals are closed
  at both ends; any other stands for its first.
- An interval one end of which is NULL is unknown, not open: open is written ``..``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from ...cql2.operators import TEMPORAL_INTERVALS
from .instants import DAY, to_time
from .values import Operand, Text, Time, Truth
from .work import Work

_OPEN = 2**62  # later than any year that a date can hold


def interval(start: Operand, end: Operand, work: Work) -> Time:
    """``INTERVAL(start, end)``.

    :raises InvalidValue: for other than instants or ``..``, and where a literal ends before it starts
    """
    first, last = _end(start, -_OPEN, work), _end(end, _OPEN, work)
    if not (first.instant and last.instant):
        raise work.error("takes instants, not intervals")
    in_days = all(t.days for t in (first, last) if t.label != "..")
    until = last.end if in_days or not last.days else last.end + DAY - 1
    if isinstance(first.start, int) and isinstance(until, int) and first.start > until:
        raise work.error(f"ends before it starts: {first.label}, {last.label}")
    return Time("an interval", first.start, until, np.logical_and(first.known, last.known), False, in_days)


def _end(operand: Operand, bound: int, work: Work) -> Time:
    if isinstance(operand, Text) and operand.literal == "..":
        return Time("..", bound, bound, True, True, False)
    return to_time(operand, work)


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
    return replace(time, days=False, end=np.where(np.equal(time.end, _OPEN), _OPEN, time.end + DAY - 1))


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
    first, second = to_time(left, work), to_time(right, work)
    if op in TEMPORAL_INTERVALS:
        for time in (first, second):
            if time.instant:
                raise work.error(f"takes intervals, and {time.label} is an instant", "Write INTERVAL(…, …).")
    work.spend_at_once(8)
    a, b = aligned(first, second)
    test = _RELATIONS[op](*(np.asarray(v) for v in (a.start, a.end, b.start, b.end)))
    return Truth.of(test, np.logical_and(a.known, b.known))
