"""Filters as pygeoapi hands them to providers, turned into CQL2 JSON (OGC 21-065r2) again.

pygeoapi reads CQL2 with pygeofilter, and providers get its tree, not what the client wrote. Some of it no longer says
which of two things was meant; that is refused, with what to write instead. Nothing is evaluated by pygeofilter: its
evaluators run code and build SQL from what clients send.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from pygeofilter import ast, values  # type: ignore[import-untyped]

from ...model.errors import InvalidValue

_SPATIAL = {
    ast.GeometryIntersects: "s_intersects",
    ast.GeometryEquals: "s_equals",
    ast.GeometryDisjoint: "s_disjoint",
    ast.GeometryTouches: "s_touches",
    ast.GeometryWithin: "s_within",
    ast.GeometryOverlaps: "s_overlaps",
    ast.GeometryCrosses: "s_crosses",
    ast.GeometryContains: "s_contains",
}
_TEMPORAL = {
    ast.TimeDisjoint: "t_disjoint",
    ast.TimeAfter: "t_after",
    ast.TimeBefore: "t_before",
    ast.TimeBegins: "t_starts",
    ast.TimeBegunBy: "t_startedby",
    ast.TimeContains: "t_contains",
    ast.TimeDuring: "t_during",
    ast.TimeEndedBy: "t_finishedby",
    ast.TimeEnds: "t_finishes",
    ast.TimeEquals: "t_equals",
    ast.TimeMeets: "t_meets",
    ast.TimeMetBy: "t_metby",
    ast.TimeOverlappedBy: "t_overlappedby",
}
_ARRAYS = {
    ast.ArrayEquals: "a_equals",
    ast.ArrayContains: "a_contains",
    ast.ArrayContainedBy: "a_containedby",
    ast.ArrayOverlaps: "a_overlaps",
}
#: Operators of two arguments.
_BINARY = _SPATIAL | _TEMPORAL | _ARRAYS
#: pygeofilter's names of functions.
_FUNCTIONS = {"lower": "casei", "casei": "casei", "accenti": "accenti"}


def cql2_json(node: Any) -> Any:
    """A node of pygeofilter as CQL2 JSON.

    :raises InvalidValue: for what CQL2 does not have, and for what pygeofilter makes of different things alike
    """
    if isinstance(node, bool | int | float | str):
        return node
    for type_, convert in _CONVERTERS.items():
        if isinstance(node, type_):
            return convert(node)
    raise _refused(f"{type(node).__name__} is not part of CQL2.")


def _refused(reason: str) -> InvalidValue:
    return InvalidValue("filter", reason)


def _call(operator: str, *arguments: Any) -> dict[str, Any]:
    return {"op": operator, "args": [cql2_json(argument) for argument in arguments]}


def _negated(negated: bool, document: dict[str, Any]) -> dict[str, Any]:
    return {"op": "not", "args": [document]} if negated else document


def _and(node: Any) -> dict[str, Any]:
    if isinstance(node.lhs, ast.Or):
        # `a OR b AND c` without brackets comes out as `(a OR b) AND c`.
        raise _refused("pygeofilter reads AND and OR from left to right. Write the OR behind: c AND (a OR b).")
    return _call("and", node.lhs, node.rhs)


def _between(node: Any) -> dict[str, Any]:
    if all(isinstance(end, str) and len(end) == 1 for end in (node.low, node.high)):
        # The JSON form with two texts comes out as the first two characters of one of them.
        raise _refused("pygeofilter misreads BETWEEN with texts. Write two comparisons: >= and <=.")
    return _negated(node.not_, _call("between", node.lhs, node.low, node.high))


def _like(node: Any) -> dict[str, Any]:
    # In the JSON form, the pattern stays as the client wrote it.
    pattern = node.pattern if isinstance(node.pattern, dict) else cql2_json(node.pattern)
    return _negated(node.not_, {"op": "like", "args": [cql2_json(node.lhs), pattern]})


def _in(node: Any) -> dict[str, Any]:
    items = [cql2_json(item) for item in node.sub_nodes]
    return _negated(node.not_, {"op": "in", "args": [cql2_json(node.lhs), items]})


def _overlaps(_: Any) -> dict[str, Any]:
    raise _refused("pygeofilter takes T_INTERSECTS for T_OVERLAPS. Write NOT with T_DISJOINT for the first.")


def _function(node: Any) -> dict[str, Any]:
    if node.name.lower() not in _FUNCTIONS:
        raise _refused(f"there is no function '{node.name}' here.")
    return _call(_FUNCTIONS[node.name.lower()], *node.arguments)


def _geometry(node: Any) -> dict[str, Any]:
    return {name: part for name, part in dict(node.geometry).items() if name in ("type", "coordinates", "geometries")}


def _envelope(_: Any) -> dict[str, Any]:
    raise _refused("pygeofilter has two orders of the numbers of a box. Write a polygon, or use the parameter bbox.")


def _interval(node: Any) -> dict[str, Any]:
    ends = ((next(iter(cql2_json(end).values())) if end else "..") for end in (node.start, node.end))
    return {"interval": list(ends)}


def _timestamp(node: datetime) -> dict[str, str]:
    moment = node.astimezone(UTC) if node.tzinfo else node.replace(tzinfo=UTC)
    return {"timestamp": moment.isoformat().replace("+00:00", "Z")}


#: By type; a type stands before those that it derives from.
_CONVERTERS: dict[type, Callable[[Any], Any]] = {
    ast.And: _and,
    ast.Or: lambda node: _call("or", node.lhs, node.rhs),
    ast.Not: lambda node: _call("not", node.sub_node),
    ast.Comparison: lambda node: _call(node.op.value, node.lhs, node.rhs),
    ast.Between: _between,
    ast.Like: _like,
    ast.In: _in,
    ast.IsNull: lambda node: _negated(node.not_, _call("isNull", node.lhs)),
    ast.TimeOverlaps: _overlaps,
    **dict.fromkeys(_BINARY, lambda node: _call(_BINARY[type(node)], node.lhs, node.rhs)),
    ast.Arithmetic: lambda node: _call(node.op.value, node.lhs, node.rhs),
    ast.Function: _function,
    ast.Attribute: lambda node: {"property": node.name},
    values.Geometry: _geometry,
    values.Envelope: _envelope,
    values.Interval: _interval,
    datetime: _timestamp,
    date: lambda node: {"date": node.isoformat()},
    list: lambda node: [cql2_json(item) for item in node],
}
