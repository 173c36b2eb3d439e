"""Evaluates expressions over a table: a visitor that knows the operators of ``nodes.OPERATORS`` and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import reduce

import numpy as np
import shapely

from ...model.errors import InvalidValue, nearest
from ...model.fields import Field, FieldType
from ..crs import CRS84, Crs, offered
from ..table import Mask, Table
from ..text import fold
from . import arrays, spatial, temporal
from .arithmetic import compute
from .comparison import between, compare, is_in
from .like import like
from .nodes import (
    ARITHMETIC,
    ARRAYS,
    COMPARISONS,
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
from .parse import Expression
from .values import Array, Number, Operand, Shape, Text, Truth

GEOMETRY = "geometry"  #: name of the geometry in filters, as in queryables

Codes = Callable[[str], Collection[str] | None]


def evaluate(expression: Expression, table: Table, filter_crs: str = CRS84, codes: Codes | None = None) -> Mask:
    """The rows for which the expression is true; not those for which it is false or unknown.

    :param filter_crs: URI of the CRS of the geometry literals
    :param codes: the codes of a code list by its id. Where given, a coded property that is compared (by =, <>, IN or an
        array function) with a text that is no code of its list is an error, not an empty answer. LIKE and the order
        comparisons are never restricted.
    :raises InvalidValue: naming the nearest property, function or code
    """
    return _Visitor(expression, table, offered(filter_crs, "filter-crs"), codes).truth(expression.root).true


class _Visitor:
    def __init__(self, expression: Expression, table: Table, crs: Crs, codes: Codes | None) -> None:
        self._expression = expression
        self._table = table
        self._rows = len(table)
        self._crs = crs
        self._codes = codes
        self._vertices = 0

    def truth(self, node: Node) -> Truth:
        """The value of a node that must be a predicate."""
        value = self.value(node)
        if isinstance(value, Truth):
            return value
        raise invalid(f"{value.label} stands where a predicate is needed: it is neither true nor false.")

    def value(self, node: Node) -> Operand:
        """The value of any node."""
        match node:
            case Call():
                return self._call(node)
            case Property():
                return self._property(node)
            case Literal(value):
                return self._literal(value)
            case Instant(kind, text):
                return temporal.instant(kind, text)
            case Interval(start, end):
                return temporal.interval(self.value(start), self.value(end))
            case Items(items):
                return arrays.array([self.value(item) for item in items], self._rows)
            case Geometry(document):
                return self._geometry(document)

    def _literal(self, value: str | float | bool) -> Operand:
        if isinstance(value, bool):
            return Truth.of(value, True, self._rows)
        if isinstance(value, str):
            return Text(f"the text '{value[:40]}'", literal=value)
        return Number(f"the number {value:g}", np.float64(value))

    def _geometry(self, document: dict[str, object]) -> Shape:
        shape = spatial.literal(document, self._crs)
        self._vertices += int(shapely.count_coordinates(shape.literal))
        if self._vertices > spatial.MAX_VERTICES:
            raise invalid(f"has geometries of more than {spatial.MAX_VERTICES:,} vertices.")
        return shape

    def _property(self, node: Property) -> Operand:
        if node.name == GEOMETRY:
            absent = shapely.is_missing(self._table.geometries().shapes)
            return Shape("property 'geometry'", absent=absent)
        column = self._table.columns.get(node.name)
        if column is None:
            names = [*self._table.columns, GEOMETRY]
            where = self._expression.where(node)
            reason = f"collection '{self._table.collection.id}' has no property '{node.name}', {where}."
            if self._expression.source and f'"{node.name}"' in self._expression.source:
                reason += " Text stands in single quotes."
            raise invalid(reason, nearest(node.name, names))
        label = f"property '{node.name}' ({column.field.type})"
        match column.field.type:
            case FieldType.STRING:
                return Text(label, column=column)
            case FieldType.ARRAY:
                return Array(label, column=column, kinds=frozenset({"text"}))
            case FieldType.DATE:
                return temporal.days(column)
            case FieldType.BOOLEAN:
                return Truth(column.numbers == 1, column.numbers == 0, label)
            case FieldType.INTEGER | FieldType.NUMBER:
                return Number(label, column.numbers)

    def _call(self, node: Call) -> Operand:
        op = node.op
        if op in ("and", "or"):
            return reduce(Truth.__and__ if op == "and" else Truth.__or__, map(self.truth, node.args))
        if op == "not":
            return ~self.truth(node.args[0])
        if op == "isnull":
            return Truth.of(self.value(node.args[0]).missing(), True, self._rows)
        if op == "in":
            return self._in(node)
        args = [self.value(arg) for arg in node.args]
        if op in ("casei", "accenti"):
            return self._transformed(op, args[0])
        if op == "like":
            return like(args[0], args[1], self._rows)
        if op == "between":
            return between(args[0], args[1], args[2], self._rows)
        left, right = args
        if op in ARITHMETIC:
            return compute(op, left, right)
        if op in SPATIAL:
            return spatial.relate(op, left, right, self._table, self._crs)
        if op in ("=", "<>") or op in ARRAYS:
            self._check_codes(left, right)
        if op in COMPARISONS:
            return compare(op, left, right, self._rows)
        if op in ARRAYS:
            return arrays.relate(op, left, right, self._rows)
        return temporal.relate(op, left, right, self._rows)

    def _in(self, node: Call) -> Truth:
        value, listed = self.value(node.args[0]), node.args[1]
        assert isinstance(listed, Items)
        items = [self.value(item) for item in listed.items]
        for item in items:
            self._check_codes(value, item)
        return is_in(value, items, self._rows)

    @staticmethod
    def _transformed(op: str, operand: Operand) -> Text:
        if not isinstance(operand, Text):
            raise invalid(f"{op.upper()} takes text; {operand.label} is none.")
        casei, accenti = operand.casei or op == "casei", operand.accenti or op == "accenti"
        return Text(operand.label, operand.literal, operand.column, casei, accenti)

    def _check_codes(self, left: Operand, right: Operand) -> None:
        for coded, other in ((left, right), (right, left)):
            if isinstance(coded, Text | Array) and coded.column is not None and not _has_column(other):
                self._check_code(coded.column.field, coded, other)

    def _check_code(self, field: Field, coded: Operand, other: Operand) -> None:
        known = self._codes(field.codelist) if self._codes and field.codelist else None
        if known is None:
            return
        if isinstance(other, Text) and other.literal is not None:
            written, allowed = [other.literal], known
            if any(isinstance(o, Text) and (o.casei or o.accenti) for o in (coded, other)):
                written, allowed = [fold(other.literal)], {fold(code) for code in known}
        elif isinstance(other, Array) and isinstance(other.sets, frozenset):
            written, allowed = sorted(value for kind, value in other.sets if kind == "text"), known
        else:
            return
        for text in written:
            if text not in allowed:
                raise _unknown_code(field, text, known)


def _has_column(operand: Operand) -> bool:
    return getattr(operand, "column", None) is not None


def _unknown_code(field: Field, text: str, known: Collection[str]) -> InvalidValue:
    alike = nearest(text, known) or (sorted(known) if len(known) <= 12 else ())
    return invalid(f"'{text[:40]}' is no value of '{field.name}' (code list '{field.codelist}').", alike)
