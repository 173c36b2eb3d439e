"""Comparisons: = <> < > <= >=, BETWEEN, IN (OGC 21-065r2, "Basic CQL2" and "Advanced Comparison Operators")."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Iterable, Iterator
from math import inf
from typing import Any

import numpy as np

from .arrays import relate as relate_arrays
from .instants import to_time
from .temporal import aligned
from .values import Array, Number, Operand, Shape, Text, Time, Truth
from .work import Work

_TESTS: dict[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_MEMBER = 40  # for a member of a list: it is read and hashed
_EXCHANGED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def compare(op: str, left: Operand, right: Operand, work: Work) -> Truth:
    """``left op right``; unknown where either is NULL.

    Both must be of one type (21-065r2, /req/basic-cql2/binary-comparison-predicate). Text is ordered by code points,
    false comes before true, arrays are equal as sets and have no order.

    :raises InvalidValue: where the types differ or have no order
    """
    if isinstance(left, Time) or isinstance(right, Time):
        return _times(op, to_time(left, work), to_time(right, work), work)
    if isinstance(left, Text) and isinstance(right, Text):
        return _texts(op, left, right, work)
    if isinstance(left, Array) and isinstance(right, Array) and op in ("=", "<>"):
        equal = relate_arrays("a_equals", left, right, work)
        return equal if op == "=" else ~equal
    a, b = _number(left), _number(right)
    if isinstance(left, Truth) == isinstance(right, Truth) and a is not None and b is not None:
        work.spend_at_once(6)
        with np.errstate(invalid="ignore"):
            return Truth.of(_TESTS[op](a, b), ~(np.isnan(a) | np.isnan(b)))
    raise work.error(f"cannot compare {left.label} with {right.label}", _hint(left, right))


def _hint(left: Operand, right: Operand) -> str:
    """How what was probably meant is written."""
    for a, b in ((left, right), (right, left)):
        if isinstance(a, Array) and a.column is not None and isinstance(b, Text):
            name = a.column.field.name
            return f"It is an array; write A_CONTAINS({name}, ('{(b.literal or '…')[:40]}')) or use '{name}_text'."
        if isinstance(a, Shape):
            return "Geometries are compared by S_EQUALS."
    return ""


def _number(operand: Operand) -> Any:
    if isinstance(operand, Number):
        return operand.values
    if isinstance(operand, Truth):
        return np.where(operand.true, 1.0, np.where(operand.false, 0.0, np.nan))
    return None


def _times(op: str, left: Time, right: Time, work: Work) -> Truth:
    for time in (left, right):
        if not time.instant:
            raise work.error("compares no intervals", "Use T_EQUALS, T_BEFORE or another T_ function.")
    work.spend_at_once(6)
    a, b = aligned(left, right)
    return Truth.of(_TESTS[op](np.asarray(a.start), np.asarray(b.start)), np.logical_and(a.known, b.known))


def _texts(op: str, left: Text, right: Text, work: Work) -> Truth:
    if left.column is None and right.column is None:
        return Truth.of(_TESTS[op](left.value, right.value), True)
    if left.column is None:
        op, left, right = _EXCHANGED.get(op, op), right, left
    assert left.column is not None
    work.spend_at_once(4)
    if right.column is not None:
        both = left.column.present & right.column.present
        test = _TESTS[op]
        work.spend_by_row(2)
        pairs = zip(left.values, right.values, strict=True)
        matches = np.fromiter((a is not None and b is not None and test(a, b) for a, b in pairs), bool, work.rows)
        return Truth.of(matches, both)
    if op in ("=", "<>"):
        equal = _equal_to_any(left, {right.value}, work)
        return equal if op == "=" else ~equal
    test, value = _TESTS[op], right.value
    work.spend_by_row()
    matches = np.fromiter((v is not None and test(v, value) for v in left.values), bool, work.rows)
    return Truth.of(matches, left.column.present)


def _equal_to_any(text: Text, values: Collection[str], work: Work) -> Truth:
    """Where a text property, transformed, is one of ``values``."""
    assert text.column is not None
    if text.casei or text.accenti:
        work.spend_by_row()
        matches = np.fromiter((v in values for v in text.values), bool, work.rows)
        return Truth.of(matches, text.column.present)
    index = text.column.postings
    hits = [index[value] for value in values if value in index]
    return Truth.among(np.concatenate(hits) if hits else np.empty(0, np.int64), text.column.present)


def between(value: Operand, lower: Operand, upper: Operand, work: Work) -> Truth:
    """``value BETWEEN lower AND upper``, both included; also for text and dates, which the standard permits."""
    return compare(">=", value, lower, work) & compare("<=", value, upper, work)


def is_in(value: Operand, items: Iterable[Operand], work: Work) -> Truth:
    """``value IN (items)``: equal to one of them; unknown where none is equal and one of them is NULL.

    Literals of the value's type are compared all at once, as a set.

    :raises InvalidValue: where an item is of another type, or the list is empty
    """
    texts: set[str] = set()
    numbers: set[float] = set()
    matches: Truth | None = None
    for item in items:
        work.spend(_MEMBER)
        if isinstance(value, Text) and isinstance(item, Text) and item.column is None:
            texts.add(item.value)
        elif isinstance(value, Number) and isinstance(item, Number) and np.ndim(item.values) == 0 and item.values < inf:
            numbers.add(float(item.values))
        elif isinstance(value, Time) and value.instant and (start := _literal_instant(item, work)) is not None:
            numbers.add(start)
        else:
            equal = compare("=", value, item, work)
            matches = equal if matches is None else matches | equal
    for equal in _among(value, texts, numbers, work):
        matches = equal if matches is None else matches | equal
    if matches is None:
        raise work.error("needs at least one value in its list")
    return matches


def _literal_instant(item: Operand, work: Work) -> int | None:
    """The microsecond at which a literal of any granularity begins; days and timestamps are compared by it."""
    if isinstance(item, Text | Time):
        time = to_time(item, work)
        if time.instant and np.ndim(time.start) == 0:
            return int(time.start)
    return None


def _among(value: Operand, texts: set[str], numbers: set[float], work: Work) -> Iterator[Truth]:
    """Where the value is one of the literals."""
    if isinstance(value, Text) and texts:
        work.spend_at_once(4)
        yield Truth.of(value.value in texts, True) if value.column is None else _equal_to_any(value, texts, work)
    if isinstance(value, Number) and numbers:
        work.spend(15 * len(numbers))
        work.spend_by_row()
        yield Truth.of(np.isin(value.values, list(numbers)), ~np.isnan(value.values))
    if isinstance(value, Time) and numbers:
        work.spend(15 * len(numbers))
        work.spend_by_row()
        yield Truth.of(np.isin(value.start, list(numbers)), value.known)
