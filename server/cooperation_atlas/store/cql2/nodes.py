"""The parts of a CQL2 expression (OGC 21-065r2), free of any table: what was asked, not yet what it means there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...model.errors import InvalidValue


def invalid(reason: str, nearest: Iterable[str] = ()) -> InvalidValue:
    """The error for anything wrong with a filter; ``reason`` says where."""
    return InvalidValue("filter", reason, nearest)


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, number or boolean as written."""

    value: str | float | bool


@dataclass(frozen=True, slots=True)
class Property:
    """A property by name; ``path`` is its place in the JSON form."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Instant:
    """``DATE('...')`` or ``TIMESTAMP('...')``; ``kind`` is ``date`` or ``timestamp``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Interval:
    """``INTERVAL(start, end)``; an end that is not bounded is the text ``..``."""

    start: Node
    end: Node


@dataclass(frozen=True, slots=True)
class Items:
    """An array, or the list of ``IN``."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Geometry:
    """A GeoJSON geometry or ``{"bbox": [...]}``, its coordinates in the axis order of ``filter-crs``."""

    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """An operator or function with its arguments; ``op`` is one of ``OPERATORS``."""

    op: str
    args: tuple[Node, ...]
    path: str


Node = Literal | Property | Instant | Interval | Items | Geometry | Call

COMPARISONS = ("=", "<>", "<", ">", "<=", ">=")
ARITHMETIC = ("+", "-", "*", "/", "%", "div", "^")
SPATIAL = (
    "s_intersects", "s_equals", "s_disjoint", "s_touches", "s_within", "s_overlaps", "s_crosses", "s_contains",
)  # fmt: skip
#: For instants and intervals (21-065r2, table "standardized temporal comparison functions that support both").
TEMPORAL_ANY = ("t_after", "t_before", "t_disjoint", "t_equals", "t_intersects")
#: For intervals only; an instant is a client error.
TEMPORAL_INTERVALS = (
    "t_contains", "t_during", "t_finishedby", "t_finishes", "t_meets", "t_metby", "t_overlappedby", "t_overlaps",
    "t_startedby", "t_starts",
)  # fmt: skip
ARRAYS = ("a_equals", "a_contains", "a_containedby", "a_overlaps")

#: Every operator and function there is, with the least and the greatest number of arguments.
OPERATORS: dict[str, tuple[int, int | None]] = {
    "and": (2, None),
    "or": (2, None),
    "not": (1, 1),
    "isnull": (1, 1),
    "like": (2, 2),
    "between": (3, 3),
    "in": (2, 2),
    "casei": (1, 1),
    "accenti": (1, 1),
    **dict.fromkeys((*COMPARISONS, *ARITHMETIC, *SPATIAL, *TEMPORAL_ANY, *TEMPORAL_INTERVALS, *ARRAYS), (2, 2)),
}

#: What stands in CQL2 text as ``NAME(...)``, as people write it.
FUNCTIONS = tuple(
    name.upper()
    for name in (
        "casei", "accenti", *SPATIAL, *TEMPORAL_ANY, *TEMPORAL_INTERVALS, *ARRAYS,
        "date", "timestamp", "interval", "bbox",
    )
)  # fmt: skip
