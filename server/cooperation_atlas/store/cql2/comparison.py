"""Comparisons: = <> < > <= >=, BETWEEN, IN (OGC 21-065r2, "Basic CQL2" and "Advanced Comparison Operators")."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .arrays import relate as relate_arrays
from .nodes import invalid
from .temporal import aligned, to_time
from .values import Array, Number, Operand, Shape, Text, Time, Truth

_TESTS: dict[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_EXCHANGED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def compare(op: str, left: Operand, right: Operand, rows: int) -> Truth:
    """``left op right``; unknown where either is NULL.

    Both must be of one type (21-065r2, /req/basic-cql2/binary-comparison-predicate). Text is ordered by code points,
    false comes before true, arrays are equal as sets and have no order.

    :raises InvalidValue: where the types differ or have no order
    """
    if isinstance(left, Time) or isinstance(right, Time):
        return _times(op, to_time(left), to_time(right), rows)
    if isinstance(left, Text) and isinstance(right, Text):
        return _texts(op, left, right, rows)
    if isinstance(left, Array) and isinstance(right, Array) and op in ("=", "<>"):
        equal = relate_arrays("a_equals", left, right, rows)
        return equal if op == "=" else ~equal
    a, b = _number(left), _number(right)
    if isinstance(left, Truth) == isinstance(right, Truth) and a is not None and b is not None:
        with np.errstate(invalid="ignore"):
            return Truth.of(_TESTS[op](a, b), ~(np.isnan(a) | np.isnan(b)), rows)
    raise invalid(f"{left.label} cannot be compared with {right.label} by {op}.{_hint(left, right)}")


def _hint(left: Operand, right: Operand) -> str:
    """How what was probably meant is written."""
    for a, b in ((left, right), (right, left)):
        if isinstance(a, Array) and a.column is not None and isinstance(b, Text):
            name = a.column.field.name
            return f" It is an array; write A_CONTAINS({name}, ('{b.literal or '…'}')) or use '{name}_text'."
        if isinstance(a, Shape):
            return " Geometries are compared by S_EQUALS."
    return ""


def _number(operand: Operand) -> Any:
    if isinstance(operand, Number):
        return operand.values
    if isinstance(operand, Truth):
        return np.where(operand.true, 1.0, np.where(operand.false, 0.0, np.nan))
    return None


def _times(op: str, left: Time, right: Time, rows: int) -> Truth:
    for time in (left, right):
        if not time.instant:
            raise invalid(f"intervals are not compared by {op}; use T_EQUALS, T_BEFORE or another T_ function.")
    a, b = aligned(left, right)
    return Truth.of(_TESTS[op](np.asarray(a.start), np.asarray(b.start)), np.logical_and(a.known, b.known), rows)


def _texts(op: str, left: Text, right: Text, rows: int) -> Truth:
    if left.column is None and right.column is None:
        return Truth.of(_TESTS[op](left.value, right.value), True, rows)
    if left.column is None:
        op, left, right = _EXCHANGED.get(op, op), right, left
    assert left.column is not None
    if right.column is not None:
        both = left.column.present & right.column.present
        test = _TESTS[op]
        pairs = zip(left.values, right.values, strict=True)
        found = np.fromiter((a is not None and b is not None and test(a, b) for a, b in pairs), bool, rows)
        return Truth.of(found, both, rows)
    if op in ("=", "<>"):
        equal = equal_to_any(left, {right.value}, rows)
        return equal if op == "=" else ~equal
    test, value = _TESTS[op], right.value
    found = np.fromiter((v is not None and test(v, value) for v in left.values), bool, rows)
    return Truth.of(found, left.column.present, rows)


def equal_to_any(text: Text, values: set[str], rows: int) -> Truth:
    """Where a text property, transformed, is one of ``values``."""
    assert text.column is not None
    if text.casei or text.accenti:
        found = np.fromiter((v in values for v in text.values), bool, rows)
        return Truth.of(found, text.column.present, rows)
    index = text.column.postings
    hits = [index[value] for value in values if value in index]
    return Truth.among(np.concatenate(hits) if hits else np.empty(0, np.int64), text.column.present)


def between(value: Operand, lower: Operand, upper: Operand, rows: int) -> Truth:
    """``value BETWEEN lower AND upper``, both included; also for text and dates, which the standard permits."""
    return compare(">=", value, lower, rows) & compare("<=", value, upper, rows)


def is_in(value: Operand, items: Sequence[Operand], rows: int) -> Truth:
    """``value IN (items)``: equal to one of them; unknown where none is equal and one of them is NULL.

    :raises InvalidValue: where an item is of another type, or the list is empty
    """
    if not items:
        raise invalid("the list of IN is empty.")
    if isinstance(value, Text) and value.column is not None and all(_is_literal_text(item) for item in items):
        return equal_to_any(value, {item.value for item in items if isinstance(item, Text)}, rows)
    if isinstance(value, Number) and all(isinstance(i, Number) and np.ndim(i.values) == 0 for i in items):
        wanted = np.array([i.values for i in items if isinstance(i, Number)])
        if not np.isnan(wanted).any():
            return Truth.of(np.isin(value.values, wanted), ~np.isnan(value.values), rows)
    found = compare("=", value, items[0], rows)
    for item in items[1:]:
        found = found | compare("=", value, item, rows)
    return found


def _is_literal_text(operand: Operand) -> bool:
    return isinstance(operand, Text) and operand.literal is not None
