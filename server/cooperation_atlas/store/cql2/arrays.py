"""Array literals and predicates (OGC 21-065r2, requirements class "Array Functions"): arrays are sets."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import shapely

from ..table import Column
from .nodes import invalid
from .values import Array, Number, Operand, Shape, Text, Time, Truth

_EXCHANGED = {"a_contains": "a_containedby", "a_containedby": "a_contains"}
_TESTS: dict[str, Callable[[frozenset[Any], frozenset[Any]], bool]] = {
    "a_equals": operator.eq,
    "a_contains": operator.ge,
    "a_containedby": operator.le,
    "a_overlaps": lambda a, b: not a.isdisjoint(b),
}


def array(members: Sequence[Operand], rows: int) -> Array:
    """An array of operands: the same for all rows where all of them are literals, else by row.

    NULL among its members makes the array of that row unknown.
    """
    parts = [_keys(member) for member in members]
    kinds = frozenset(kind for kind, _ in parts)
    if not any(isinstance(keys, list) for _, keys in parts):
        return Array("an array", frozenset((kind, key) for kind, key in parts), kinds=kinds)
    columns = [keys if isinstance(keys, list) else [keys] * rows for _, keys in parts]
    names = [kind for kind, _ in parts]
    sets = [None if None in row else frozenset(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
    return Array("an array", sets, kinds=kinds)


def _keys(member: Operand) -> tuple[str, Any]:
    """The kind of a member, and what tells it apart: one value, or a list by row with None for NULL."""
    if isinstance(member, Text):
        return "text", member.value if member.literal is not None else member.values
    if isinstance(member, Number):
        return "number", _listed(member.values, ~np.isnan(member.values))
    if isinstance(member, Time):
        start, end, known = (np.asarray(v) for v in (member.start, member.end, member.known))
        if not (start.ndim or end.ndim):
            return "time", (int(start), int(end))
        pairs = zip(*(np.broadcast_to(v, max(start.size, end.size)) for v in (start, end, known)), strict=True)
        return "time", [(int(a), int(b)) if k else None for a, b, k in pairs]
    if isinstance(member, Array) and isinstance(member.sets, frozenset):
        return "array", member.sets
    if isinstance(member, Shape) and member.literal is not None:
        return "geometry", shapely.to_wkb(shapely.normalize(member.literal))
    if isinstance(member, Truth):
        if member.true.all() or member.false.all():
            return "boolean", bool(member.true.all())
        return "boolean", _listed(member.true, ~member.missing())
    raise invalid(f"{member.label} cannot be a member of an array.")


def _listed(values: Any, known: Any) -> Any:
    if np.ndim(values) == 0:
        return values.item() if known else None
    return [v if k else None for v, k in zip(values.tolist(), known, strict=True)]


def relate(op: str, left: Operand, right: Operand, rows: int) -> Truth:
    """An array predicate.

    :raises InvalidValue: for operands that are no arrays, or whose members are of other types
    """
    for operand in (left, right):
        if not isinstance(operand, Array):
            raise invalid(f"{op.upper()} takes arrays; {operand.label} is none.")
    assert isinstance(left, Array) and isinstance(right, Array)
    if left.kinds and right.kinds and (left.column or right.column) and not left.kinds | right.kinds <= {"text"}:
        raise invalid(f"{op.upper()} compares {left.label} with {right.label}: the members must all be text.")
    if right.column is not None and isinstance(left.sets, frozenset):
        op, left, right = _EXCHANGED.get(op, op), right, left
    if left.column is not None and isinstance(right.sets, frozenset):
        return _by_postings(op, left.column, {value for _, value in right.sets}, rows)
    test = _TESTS[op]
    if isinstance(left.sets, frozenset) and isinstance(right.sets, frozenset):
        return Truth.of(test(left.sets, right.sets), True, rows)
    pairs = list(zip(_spread(left, rows), _spread(right, rows), strict=True))
    known = np.fromiter((a is not None and b is not None for a, b in pairs), bool, rows)
    truth = np.fromiter((a is not None and b is not None and test(a, b) for a, b in pairs), bool, rows)
    return Truth.of(truth, known, rows)


def _spread(operand: Array, rows: int) -> Sequence[frozenset[Any] | None]:
    return [operand.sets] * rows if isinstance(operand.sets, frozenset) else operand.by_row


def _by_postings(op: str, column: Column, members: set[str], rows: int) -> Truth:
    """A property against a literal, over the index of the column."""
    known = column.present
    if op == "a_overlaps":
        return Truth.of(_any_of(column, members, rows), known, rows)
    within = ~_any_of(column, column.postings.keys() - members, rows)
    if op == "a_containedby":
        return Truth.of(within, known, rows)
    holds = np.ones(rows, dtype=bool)
    for member in members:
        holds &= _any_of(column, {member}, rows)
    return Truth.of(holds & within if op == "a_equals" else holds, known, rows)


def _any_of(column: Column, members: Any, rows: int) -> Any:
    found = np.zeros(rows, dtype=bool)
    for member in members:
        if member in column.postings:
            found[column.postings[member]] = True
    return found
