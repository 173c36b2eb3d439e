"""The parts of a CQL2 expression (OGC 21-065r2), free of any table: what was written, not yet what it means there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ...model.errors import InvalidValue
from ..query import Part

#: Where a node stands: an offset in CQL2 text, or a JSON pointer (RFC 6901) in CQL2 JSON.
Place = int | str


def invalid(reason: str, nearest: Iterable[str] = ()) -> InvalidValue:
    """The error for anything wrong with a filter; ``reason`` says where."""
    return InvalidValue(Part.FILTER, reason, nearest)


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, number or boolean as written."""

    value: str | float | bool


@dataclass(frozen=True, slots=True)
class Property:
    """A property by name."""

    name: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Instant:
    """``DATE('...')`` or ``TIMESTAMP('...')``; ``kind`` is ``date`` or ``timestamp``."""

    kind: str
    text: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Interval:
    """``INTERVAL(start, end)``; an end that is not bounded is the text ``..``."""

    start: Node
    end: Node
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Items:
    """An array, or the list of ``IN``."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Geometry:
    """A GeoJSON geometry or ``{"bbox": [...]}``, its coordinates in the axis order of ``filter-crs``."""

    document: dict[str, Any]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """An operator or function with its arguments; ``op`` is one of ``operators.OPERATORS``."""

    op: str
    args: tuple[Node, ...]
    place: Place = field(compare=False)


Node = Literal | Property | Instant | Interval | Items | Geometry | Call
#: Nodes of which a message says what is wrong with them.
Placed = Instant | Interval | Geometry | Call


def children(node: Node) -> tuple[Node, ...]:
    """The nodes that a node is made of."""
    match node:
        case Call():
            return node.args
        case Items():
            return node.items
        case Interval():
            return (node.start, node.end)
        case _:
            return ()
