"""The operators and functions of CQL2, and how many arguments each takes."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.errors import nearest
from .mistakes import Mistake
from .nodes import Call, Items, Node, Place, Property

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

_SHOWN = 80  # characters of a name in a message


def call(name: str, args: tuple[Node, ...], place: Place, choices: Iterable[str]) -> Call:
    """An operator or function with its arguments.

    :param name: as written; standard spellings differ by encoding (``t_metBy`` and ``isNull`` in JSON, any case in
        text)
    :param choices: the names that the encoding knows
    :raises Mistake: for an unknown name, and for too few or too many arguments
    """
    op = name.lower()
    if op not in OPERATORS:
        raise unknown(name, place, choices)
    least, most = OPERATORS[op]
    if len(args) < least or (most is not None and len(args) > most):
        number = f"{least}" if most == least else f"at least {least}"
        plural = "" if least == 1 else "s"
        raise Mistake(name.upper(), place, f"takes {number} argument{plural}, not {len(args)}")
    if op in ARRAYS:
        # ('a') is an array of one here, though it reads as a text in brackets; JSON may leave out the array.
        args = tuple(arg if isinstance(arg, Items | Property) else Items((arg,)) for arg in args)
    if op == "in" and not isinstance(args[1], Items):
        raise Mistake("IN", place, "takes a list in brackets")
    return Call(op, args, place)


def unknown(name: str, place: Place, choices: Iterable[str]) -> Mistake:
    """The mistake of a name that no function or operator has."""
    choices = tuple(choices)
    alike = nearest(name[:_SHOWN], choices) or choices
    return Mistake(f"there is no function or operator '{name[:_SHOWN]}'", place, choices=alike)
