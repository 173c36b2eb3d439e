"""Array literals and predicates (OGC 21-065r2, requirements class "Array Functions"): arrays are sets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

import numpy as np
import shapely

from ..table import PropertyColumn
from .values import Array, Number, Operand, Shape, Text, Time, Truth
from .work import Work

_EXCHANGED = {"a_contains": "a_containedby", "a_containedby": "a_contains"}
_MEMBER = 40  # steps for a member: it is made and hashed
_BY_ROW = 15  # and for what it is in each row

Members = frozenset[Any]


def array(members: Iterable[Operand], work: Work) -> Array:
    """An array of operands; NULL among its members makes the array of that row unknown."""
    fixed: set[Any] = set()
    varying: list[tuple[str, Any]] = []
    known: Any = True
    kinds: set[str] = set()
    count = 0
    for member in members:
        count += 1
        work.spend(_MEMBER)
        kind, key, present = _key(member, work)
        kinds.add(kind)
        if isinstance(key, list | np.ndarray):
            work.spend_by_row(_BY_ROW)
            varying.append((kind, key))
        else:
            fixed.add((kind, key))
        known = known & np.asarray(present)
    label = f"an array of {count:,} members" if count != 1 else "an array of one member"
    return Array(label, frozenset(fixed), tuple(varying), known, kinds=frozenset(kinds))


def _key(member: Operand, work: Work) -> tuple[str, Any, Any]:
    """The kind of a member, what tells it apart (one value, or a list or array by row), and where it is known."""
    if isinstance(member, Text):
        if member.column is None:
            return "text", member.value, True
        values = member.values
        return "text", values if isinstance(values, list) else list(values), member.column.present
    if isinstance(member, Number):
        return "number", _plain(member.values), ~np.isnan(member.values)
    if isinstance(member, Time):
        if not (np.ndim(member.start) or np.ndim(member.end)):
            return "time", (int(member.start), int(member.end)), member.known
        ends = (np.broadcast_to(end, work.rows).tolist() for end in (member.start, member.end))
        return "time", list(zip(*ends, strict=True)), member.known
    if isinstance(member, Truth):
        return "boolean", _plain(member.true), ~np.asarray(member.missing())
    if isinstance(member, Array) and member.is_fixed:
        return "array", member.fixed, member.known
    if isinstance(member, Shape) and member.literal is not None:
        return "geometry", shapely.to_wkb(shapely.normalize(member.literal)), True
    raise work.error(f"has {member.label} in an array; arrays hold text, numbers, dates, booleans and literals")


def _plain(values: Any) -> Any:
    """The array, or the one value as Python has it."""
    return values if np.ndim(values) else np.asarray(values).item()


def relate(op: str, left: Operand, right: Operand, work: Work) -> Truth:
    """An array predicate.

    :raises InvalidValue: for operands that are no arrays, or whose members are of other types
    """
    for operand in (left, right):
        if not isinstance(operand, Array):
            raise work.error(f"takes arrays, not {operand.label}")
    assert isinstance(left, Array) and isinstance(right, Array)
    if left.kinds and right.kinds and (left.column or right.column) and not left.kinds | right.kinds <= {"text"}:
        raise work.error(f"compares {left.label} with {right.label}; the members must all be text")
    if right.column is not None and left.is_fixed:
        op, left, right = _EXCHANGED.get(op, op), right, left
    known = np.logical_and(left.known, right.known)
    if left.column is not None and right.is_fixed:
        return Truth.of(_by_postings(op, left.column, {value for _, value in right.fixed}, work), known)
    test = _test(op, left.fixed, right.fixed)
    if left.is_fixed and right.is_fixed:
        return Truth.of(test(frozenset(), frozenset()), known)
    work.spend(sum(_members(side, work) for side in (left, right)))
    pairs = zip(left.by_row(work.rows), right.by_row(work.rows), strict=True)
    return Truth.of(np.fromiter((test(a, b) for a, b in pairs), bool, work.rows), known)


def _members(side: Array, work: Work) -> float:
    """The steps for the members of an operand, row by row."""
    if side.column is not None:
        return work.rows * 5 + 3 * sum(len(rows) for rows in side.column.postings.values())
    return work.rows * (5 + 3 * len(side.varying))


def _test(op: str, left: Members, right: Members) -> Callable[[Members, Members], bool]:
    """Compares two sets of which ``left`` and ``right`` are the parts that all rows have.

    The common part is compared once, not row by row: a test costs as much as the members of the row.
    """
    if op == "a_overlaps":
        overlap = not left.isdisjoint(right)
        return lambda a, b: overlap or not (a.isdisjoint(right) and b.isdisjoint(left) and a.isdisjoint(b))
    left_only, right_only = left - right, right - left

    def contains(a: Members, b: Members) -> bool:
        return len(right_only) <= len(a) and right_only <= a and all(m in left or m in a for m in b)

    def contained(a: Members, b: Members) -> bool:
        return len(left_only) <= len(b) and left_only <= b and all(m in right or m in b for m in a)

    if op == "a_contains":
        return contains
    return contained if op == "a_containedby" else lambda a, b: contains(a, b) and contained(a, b)


def _by_postings(op: str, column: PropertyColumn, members: set[str], work: Work) -> Any:
    """Where a property holds against a literal, over the index of the column."""
    present, others = members & column.postings.keys(), column.postings.keys() - members
    if op == "a_overlaps":
        return _any_of(column, present, work)
    if op in ("a_contains", "a_equals") and len(present) < len(members):
        return False
    matches = True if op == "a_contains" else ~_any_of(column, others, work)
    if op != "a_containedby":
        for member in present:
            matches = matches & _any_of(column, (member,), work)
    return matches


def _any_of(column: PropertyColumn, members: Collection[str], work: Work) -> Any:
    work.spend_at_once(2)
    work.spend(10 * len(members))
    matches = np.zeros(work.rows, dtype=bool)
    for member in members:
        matches[column.postings[member]] = True
    return matches
