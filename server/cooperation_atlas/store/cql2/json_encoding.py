"""Reads CQL2 JSON (OGC 21-065r2, requirements class "CQL2 JSON")."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import orjson

from . import limits
from .expression import Expression
from .mistakes import Mistake
from .nodes import Geometry, Instant, Interval, Items, Literal, Node, Property, invalid
from .operators import OPERATORS, call

_GEOMETRIES = {
    "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection",
}  # fmt: skip
_NAMES = tuple("isNull" if op == "isnull" else op for op in OPERATORS)


def parse_json(document: Mapping[str, Any] | bool | str | bytes) -> Expression:
    """Reads CQL2 JSON, decoded or as text.

    :raises InvalidValue: naming the place (JSON pointer), or the operators that exist
    """
    if isinstance(document, str | bytes):
        if len(document) > limits.MAX_BYTES:
            raise invalid(f"is longer than {limits.MAX_BYTES:,} bytes.")
        try:
            document = orjson.loads(document if isinstance(document, bytes) else str(document))  # no subclass of str
        except orjson.JSONDecodeError as error:
            raise invalid(f"is not JSON: {error.msg}, line {error.lineno}, character {error.colno}.") from None
    try:
        root = _node(document, "", 0)
    except Mistake as mistake:
        raise mistake.of(None) from None
    limits.check(root)
    return Expression(root)


def _node(document: Any, place: str, depth: int) -> Node:
    """The node for a JSON value.

    :param place: JSON pointer to the value
    :param depth: values that it stands in
    :raises Mistake: for what is not CQL2
    """
    if depth > limits.MAX_DEPTH:
        raise invalid(f"is nested more than {limits.MAX_DEPTH} levels deep.")
    if isinstance(document, list | tuple):
        return Items(tuple(_member(item, place, index, depth) for index, item in enumerate(document)))
    if isinstance(document, Mapping):
        return _object(document, place, depth)
    return _scalar(document, place)


def _member(item: Any, place: str, index: int, depth: int) -> Node:
    # Lists are long, and nearly always of texts and numbers.
    if isinstance(item, str):
        return Literal(item)
    return _node(item, f"{place}/{index}", depth + 1)


def _scalar(value: Any, place: str) -> Node:
    if value is None:
        raise Mistake("null", place, "cannot be compared", hint="Use the operator isNull (IS NULL).")
    if isinstance(value, bool | str):
        return Literal(value)
    if isinstance(value, int | float):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return Literal(number)
        raise Mistake("the number", place, "is too great, or not a number")
    raise Mistake("the value", place, "is of an unknown kind")


def _object(document: Mapping[str, Any], place: str, depth: int) -> Node:
    if "op" in document:
        name, args = document["op"], document.get("args")
        if not isinstance(name, str) or not isinstance(args, list | tuple):
            raise Mistake("the operator", place, "needs a text 'op' and an array 'args'")
        operands = tuple(_node(arg, f"{place}/args/{index}", depth + 1) for index, arg in enumerate(args))
        return call(name, operands, place, _NAMES)
    if "property" in document:
        if isinstance(document["property"], str):
            return Property(document["property"], place)
        raise Mistake("the property name", place, "must be text")
    for kind in ("date", "timestamp"):
        if kind in document:
            if isinstance(document[kind], str):
                return Instant(kind, document[kind], place)
            raise Mistake(kind.upper(), place, "takes one text")
    if "interval" in document:
        ends = document["interval"]
        if not isinstance(ends, list | tuple) or len(ends) != 2:
            raise Mistake("INTERVAL", place, "takes two values: start and end")
        start, end = (_node(value, f"{place}/interval/{index}", depth + 1) for index, value in enumerate(ends))
        return Interval(start, end, place)
    if "bbox" in document and "type" not in document:
        return Geometry({"bbox": document["bbox"]}, place)
    type_ = document.get("type")
    if isinstance(type_, str) and type_ in _GEOMETRIES:
        return Geometry(dict(document), place)
    raise Mistake("the object", place, f"is not CQL2: it has {_members(document)}")


def _members(document: Mapping[str, Any]) -> str:
    names = [str(name)[:40] for name in list(document)[:5]]
    return ", ".join(f"'{name}'" for name in names) if names else "no members"
