"""Builds expressions from the JSON form of CQL2, taking nothing that is not known."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from ...model.errors import InvalidValue, nearest
from .nodes import (
    ARRAYS,
    FUNCTIONS,
    OPERATORS,
    SPATIAL,
    Call,
    Geometry,
    Instant,
    Interval,
    Items,
    Literal,
    Node,
    Property,
    invalid,
)
from .tokens import find_name

MAX_DEPTH = 100  #: nodes within nodes; the evaluator is recursive
MAX_CALLS = 1_000  #: operators and functions in all
MAX_SPATIAL = 50  #: spatial predicates in all; each may ask every geometry
MAX_ITEMS = 20_000  #: members of arrays and lists, and operands, in all

_SHOWN = 80  # characters of a name in a message
_GEOMETRIES = {
    "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection",
}  # fmt: skip


class Builder:
    """Builds one expression.

    :param text: the CQL2 text that the JSON form comes from, for places in messages; ``None`` for JSON
    :param pieces: JSON forms of the pieces that placeholders stand for
    """

    def __init__(self, text: str | None = None, pieces: list[Any] | None = None) -> None:
        self._text = text
        self._pieces = pieces or []
        self._calls = self._spatial = self._items = 0

    def build(self, document: Any, path: str = "$", depth: int = 0) -> Node:
        """The node for a JSON value.

        :raises InvalidValue: for what is no CQL2, or too much of it
        """
        if depth > MAX_DEPTH:
            raise invalid(f"is nested more than {MAX_DEPTH} levels deep.")
        if isinstance(document, list | tuple):
            self._count(document)
            return Items(tuple(self._member(item, path, i, depth) for i, item in enumerate(document)))
        if isinstance(document, Mapping):
            return self._object(document, path, depth)
        return self._scalar(document, path)

    def _member(self, item: Any, path: str, index: int, depth: int) -> Node:
        # Lists are long, and nearly always of texts and numbers.
        if isinstance(item, str):
            return Literal(item)
        if isinstance(item, int | float) and not isinstance(item, bool):
            return self._scalar(item, path)
        return self.build(item, f"{path}[{index}]", depth + 1)

    def _scalar(self, value: Any, path: str) -> Node:
        if value is None:
            raise invalid("NULL is no value that can be compared; use IS NULL or IS NOT NULL.")
        if isinstance(value, bool | str):
            return Literal(value)
        if isinstance(value, int | float):
            try:
                number = float(value)
            except OverflowError:
                number = math.inf
            if math.isfinite(number):
                return Literal(number)
            raise invalid(f"holds a number that is too great or none{self._at(path)}.")
        raise invalid(f"holds a value of an unknown kind{self._at(path)}.")

    def _object(self, document: Mapping[str, Any], path: str, depth: int) -> Node:
        if "op" in document:
            return self._call(document, path, depth)
        if "property" in document:
            name = document["property"]
            if not isinstance(name, str):
                raise invalid(f"a property name must be text{self._at(path)}.")
            if name[:1] == "\0" and self._text is not None:
                return self.build(self._pieces[int(name[1:])], path, depth + 1)
            return Property(name, path)
        for kind in ("date", "timestamp"):
            if kind in document:
                value = self.build(document[kind], f"{path}.{kind}", depth + 1)
                if isinstance(value, Literal) and isinstance(value.value, str):
                    return Instant(kind, value.value)
                raise invalid(f"{kind.upper()} takes one text{self._at(path)}.")
        if "interval" in document:
            return self._interval(document["interval"], path, depth)
        if "bbox" in document and "type" not in document:
            return Geometry({"bbox": document["bbox"]})
        shape = document.get("type")
        if isinstance(shape, str) and shape in _GEOMETRIES:
            return Geometry(dict(document))
        raise invalid(f"holds an object that is no CQL2{self._at(path)}: it has {_members(document)}.")

    def _interval(self, ends: Any, path: str, depth: int) -> Node:
        if not isinstance(ends, list | tuple) or len(ends) != 2:
            raise invalid(f"INTERVAL takes two values: start and end{self._at(path)}.")
        start, end = (self.build(e, f"{path}.interval[{i}]", depth + 1) for i, e in enumerate(ends))
        return Interval(start, end)

    def _call(self, document: Mapping[str, Any], path: str, depth: int) -> Node:
        name, args = document["op"], document.get("args")
        if not isinstance(name, str) or not isinstance(args, list | tuple):
            raise invalid(f"an operator needs a text 'op' and an array 'args'{self._at(path)}.")
        # Standard spellings differ by encoding: t_metBy, isNull in JSON; any case in text.
        op = name.lower()
        if op not in OPERATORS:
            raise self._unknown(name, path)
        least, most = OPERATORS[op]
        if len(args) < least or (most is not None and len(args) > most):
            wanted = f"{least}" if most == least else f"at least {least}"
            raise invalid(f"{name.upper()} takes {wanted} arguments, not {len(args)}{self._at(path)}.")
        self._count(args)
        self._calls += 1
        self._spatial += op in SPATIAL
        if self._calls > MAX_CALLS or self._spatial > MAX_SPATIAL:
            raise invalid(f"has more than {MAX_CALLS:,} operators or {MAX_SPATIAL} spatial predicates.")
        nodes = tuple(self.build(arg, f"{path}.args[{i}]", depth + 1) for i, arg in enumerate(args))
        if op in ARRAYS:
            # ('a') is an array of one here, though it reads as a bracketed text.
            nodes = tuple(n if isinstance(n, Items | Property) else Items((n,)) for n in nodes)
        if op == "in" and not isinstance(nodes[1], Items):
            raise invalid(f"IN takes a list in brackets{self._at(path)}.")
        return Call(op, nodes, path)

    def _unknown(self, name: str, path: str) -> InvalidValue:
        choices = FUNCTIONS if self._text is not None else tuple("isNull" if o == "isnull" else o for o in OPERATORS)
        found = find_name(self._text, name) if self._text is not None else ""
        at = f" at {found}" if found else self._at(path)
        alike = nearest(name[:_SHOWN], choices)
        return invalid(f"there is no function or operator '{name[:_SHOWN]}'{at}.", alike or choices)

    def _count(self, members: Sequence[Any]) -> None:
        self._items += len(members)
        if self._items > MAX_ITEMS:
            raise invalid(f"has more than {MAX_ITEMS:,} members of lists and operands.")

    def _at(self, path: str) -> str:
        """The JSON path, in words; the path in the JSON form of text would help no one."""
        return f" at {path}" if self._text is None else ""


def _members(document: Mapping[str, Any]) -> str:
    names = [str(name)[:40] for name in list(document)[:5]]
    return ", ".join(f"'{name}'" for name in names) if names else "no members"
