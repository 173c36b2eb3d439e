"""Typed operands: what a node of an expression comes to on a table, by row or the same for all rows.

NULL is part of every type. Predicates have three values (OGC 21-065r2, "truth table"): a ``Truth`` holds where it is
true and where it is false; where it is neither, it is unknown, and stays so under NOT.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import shapely

from ....model.fields import Field
from ...text import fold, unaccent
from ..table import Mask, PropertyColumn


@dataclass(frozen=True)
class Truth:
    """A predicate, or a boolean property or literal; by row, or one value for all rows.

    :param true: where it is true
    :param false: where it is false
    """

    true: Any  # mask or np.bool_
    false: Any
    label: str = "a predicate"

    @classmethod
    def of(cls, test: Any, known: Any, label: str = "a predicate") -> Truth:
        """True and false by ``test`` where ``known``; either may be one value for all rows."""
        test, known = np.asarray(test, dtype=bool), np.asarray(known, dtype=bool)
        return cls(test & known, ~test & known, label)

    @classmethod
    def among(cls, rows: np.ndarray, known: Mask) -> Truth:
        """True in the ``rows``, false in the others that are ``known``."""
        true = np.zeros(len(known), dtype=bool)
        true[rows] = True
        true &= known
        return cls(true, known & ~true)

    def __invert__(self) -> Truth:
        return Truth(self.false, self.true)

    def __and__(self, other: Truth) -> Truth:
        return Truth(self.true & other.true, self.false | other.false)

    def __or__(self, other: Truth) -> Truth:
        return Truth(self.true | other.true, self.false & other.false)

    def missing(self) -> Any:
        """Where it is unknown."""
        return ~(self.true | self.false)


#: Texts of a column without case or accents, made on first use; gone with the column.
_transformed: WeakKeyDictionary[PropertyColumn, dict[tuple[bool, bool], list[str | None]]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Text:
    """A text property or literal, perhaps under CASEI and ACCENTI.

    CASEI is Unicode full case folding; ACCENTI writes in ASCII (see ``store.text``). Both together are ``fold``, in
    whichever order they are nested.
    """

    label: str
    literal: str | None = None
    column: PropertyColumn | None = None
    casei: bool = False
    accenti: bool = False

    @property
    def field(self) -> Field | None:
        """The declaration, where it is a property."""
        return self.column.field if self.column is not None else None

    @property
    def transform(self) -> Callable[[str], str]:
        """What CASEI and ACCENTI do to a text."""
        if self.casei:
            return fold if self.accenti else str.casefold
        return unaccent if self.accenti else str

    @cached_property
    def value(self) -> str:
        """The literal, transformed."""
        return self.transform(self.literal or "")

    @cached_property
    def values(self) -> Sequence[str | None]:
        """The texts by row, transformed."""
        column = self.column
        if column is None:
            raise TypeError("a literal has no rows")
        if not (self.casei or self.accenti):
            return column.values
        known = _transformed.setdefault(column, {})
        key = (self.casei, self.accenti)
        if key not in known:
            transform = self.transform
            both = self.casei and self.accenti
            known[key] = column.folded if both else [None if v is None else transform(v) for v in column.values]
        return known[key]

    def missing(self) -> Any:
        """Where there is no text."""
        return ~self.column.present if self.column is not None else False


@dataclass(frozen=True)
class Number:
    """A number; NaN where there is none."""

    label: str
    values: Any  # array or np.float64

    def missing(self) -> Any:
        """Where there is no number."""
        return np.isnan(self.values)


@dataclass(frozen=True)
class Time:
    """An instant or a closed interval, in microseconds of the proleptic Gregorian calendar, UTC.

    :param start: first instant
    :param end: last instant; ``start`` again for an instant
    :param known: where all its parts are
    :param instant: False for an interval, even one of a single day
    :param days: True where it is made of days; they then stand for their first instants
    """

    label: str
    start: Any  # array of int64 or int
    end: Any
    known: Any
    instant: bool
    days: bool

    def missing(self) -> Any:
        """Where a part of it is missing."""
        return ~np.asarray(self.known)


@dataclass(frozen=True)
class Array:
    """A set of values (21-065r2, array functions: without order), each as a pair of kind and value.

    What is the same in all rows is kept once, however many rows there are.

    :param fixed: members that all rows have
    :param varying: further members that differ by row: the kind of each and its values, anything where one is missing
    :param known: where no member is missing
    :param column: the column, where it is a property; it then has no other members
    :param kinds: kinds of its members
    """

    label: str
    fixed: frozenset[Any] = frozenset()
    varying: tuple[tuple[str, Any], ...] = ()
    known: Any = True
    column: PropertyColumn | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_fixed(self) -> bool:
        """Whether it is the same in all rows."""
        return self.column is None and not self.varying

    def by_row(self, rows: int) -> Iterator[frozenset[Any]]:
        """The members besides the fixed ones, row by row; anything where a value is missing."""
        if self.column is not None:
            return (frozenset(("text", member) for member in v or ()) for v in self.column.values)
        if self.varying:
            kinds, values = zip(*self.varying, strict=True)
            return (frozenset(zip(kinds, row, strict=True)) for row in zip(*values, strict=True))
        return repeat(frozenset(), rows)

    def missing(self) -> Any:
        """Where there is no array."""
        return ~np.asarray(self.known)


@dataclass(frozen=True)
class Shape:
    """The geometry of the rows (``literal`` is None), or a geometry literal, x first."""

    label: str
    literal: shapely.Geometry | None = None
    absent: Any = False

    def missing(self) -> Any:
        """Where there is no geometry."""
        return self.absent


Operand = Truth | Text | Number | Time | Array | Shape
