"""Evaluates expressions over a table: a visitor that knows the operators of CQL2 and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

import numpy as np
import shapely

from ....model.errors import InvalidValue, nearest
from ....model.fields import NOT_SEARCHABLE, FieldType
from ...budget import Budget
from ...cql2.expression import Expression, Part
from ...cql2.nodes import (
    Call,
    Geometry,
    Instant,
    Interval,
    Items,
    Literal,
    Node,
    Placed,
    Property,
    invalid,
)
from ...cql2.operators import ARITHMETIC, ARRAYS, COMPARISONS, SPATIAL
from ...crs import CRS84, Crs, offered
from ...query import Part as QueryPart
from ..table import FeatureTable, Mask
from . import arrays, spatial, temporal
from .arithmetic import compute
from .comparison import between, compare, is_in
from .hints import Codes, Hints
from .instants import days, instant, timestamps
from .like import like
from .values import Array, Number, Operand, Shape, Text, Truth
from .work import Work

GEOMETRY = "geometry"  #: name of the geometry in filters, as in queryables

_NODE = 10  # steps to look at any node
_GEOMETRY, _VERTEX = 400, 5  # steps to read and check a geometry literal, and each of its vertices


def evaluate(
    expression: Expression,
    table: FeatureTable,
    filter_crs: str = CRS84,
    codes: Codes | None = None,
    budget: Budget | None = None,
    hints: list[str] | None = None,
) -> Mask:
    """The rows for which the expression is true; not those for which it is false or unknown.

    :param filter_crs: URI of the CRS of the geometry literals
    :param codes: the codes of a code list by its id, for the hints
    :param budget: what pays for the work; one of the greatest size by default
    :param hints: takes a line for each text that is compared (by =, <>, IN or an array function) with a coded property
        and is no code of its list, and for each pattern of LIKE without wildcards; both are compared all the same
    :raises InvalidValue: naming the nearest property or function
    :raises OverBudget: naming the part that is too costly
    """
    visitor = _Visitor(
        expression, table, offered(filter_crs, QueryPart.FILTER_CRS), budget or Budget(), Hints(codes, hints)
    )
    return np.array(np.broadcast_to(visitor.truth(expression.root, visitor.work).true, len(table)))


class _Visitor:
    def __init__(self, expression: Expression, table: FeatureTable, crs: Crs, budget: Budget, hints: Hints) -> None:
        self._expression = expression
        self._table = table
        self._crs = crs
        self._hints = hints
        self.work = Work(len(table), budget, "the filter")
        self._vertices = 0

    def truth(self, node: Node, work: Work) -> Truth:
        """The value of a node that must be a predicate.

        :param work: that of the operator it stands in
        """
        value = self.value(node, work)
        if isinstance(value, Truth):
            return value
        raise work.error(f"needs a predicate, and {value.label} is neither true nor false")

    def value(self, node: Node, work: Work) -> Operand:
        """The value of any node."""
        match node:
            case Call():
                return self._call(node)
            case Property():
                return self._property(node, work)
            case Literal(value):
                return self._literal(value)
            case Instant(kind, text):
                return instant(kind, text, self._work(node))
            case Interval(start, end):
                work = self._work(node)
                return temporal.interval(self.value(start, work), self.value(end, work), work)
            case Items(items):
                return arrays.array((self.value(item, work) for item in items), work)
            case Geometry(document):
                return self._geometry(document, self._work(node))

    def _work(self, node: Placed) -> Work:
        """The work of one part of the filter, which errors name."""
        return replace(self.work, part=Part(self._expression, node))

    def _literal(self, value: str | float | bool) -> Operand:
        if isinstance(value, bool):
            return Truth.of(value, True, f"the boolean {str(value).upper()}")
        if isinstance(value, str):
            return Text(f"the text '{value[:40]}'", literal=value)
        return Number(f"the number {value:g}", np.float64(value))

    def _geometry(self, document: dict[str, object], work: Work) -> Shape:
        shape = spatial.literal(document, self._crs, work)
        vertices = int(shapely.count_coordinates(shape.literal))
        self._vertices += vertices
        if self._vertices > spatial.MAX_VERTICES:
            raise work.error(f"is one geometry too many; a filter may have {spatial.MAX_VERTICES:,} vertices")
        work.spend(_GEOMETRY + _VERTEX * vertices)
        return shape

    def _property(self, node: Property, work: Work) -> Operand:
        if node.name == GEOMETRY:
            absent = shapely.is_missing(self._table.geometries().shapes)
            return Shape("property 'geometry'", absent=absent)
        column = self._table.columns.get(node.name)
        if column is None:
            raise self._unknown(node)
        work.spend_at_once(4)
        label = f"property '{node.name}' ({column.field.type})"
        match column.field.type:
            case FieldType.STRING:
                return Text(label, column=column)
            case FieldType.ARRAY:
                return Array(label, known=column.present, column=column, kinds=frozenset({"text"}))
            case FieldType.DATE:
                return days(column)
            case FieldType.TIMESTAMP:
                return timestamps(column)
            case FieldType.BOOLEAN:
                return Truth(column.numbers == 1, column.numbers == 0, label)
            case FieldType.INTEGER | FieldType.NUMBER:
                return Number(label, column.numbers)

    def _unknown(self, node: Property) -> InvalidValue:
        collection = self._table.collection
        if node.name in collection.by_name:
            return invalid(f"'{node.name}' {NOT_SEARCHABLE}")
        name, at = node.name[:80], self._expression.at(node.place)
        reason = f"collection '{collection.id}' has no property '{name}', {at}."
        alike = nearest(name, [*self._table.columns, GEOMETRY])
        if self._expression.is_quoted(node.place):
            reason += f" Text goes in single quotes: '{name}'."
        elif self._expression.source is not None and not alike:
            reason += f" If it is text, write '{name}'."
        return invalid(reason, alike)

    def _call(self, node: Call) -> Operand:
        op = node.op
        work = self._work(node)
        work.spend(_NODE)
        if op in ("and", "or"):
            work.spend_at_once(2 * len(node.args))
            parts = (self.truth(arg, work) for arg in node.args)
            return reduce(Truth.__and__ if op == "and" else Truth.__or__, parts)
        if op == "not":
            return ~self.truth(node.args[0], work)
        if op == "isnull":
            work.spend_at_once(3)
            return Truth.of(self.value(node.args[0], work).missing(), True)
        if op == "in":
            return self._in(node, work)
        args = [self.value(arg, work) for arg in node.args]
        if op in ("casei", "accenti"):
            return self._transformed(op, args[0], work)
        if op == "like":
            self._hints.pattern(args[1], work)
            return like(args[0], args[1], work)
        if op == "between":
            return between(args[0], args[1], args[2], work)
        left, right = args
        if op in ARITHMETIC:
            return compute(op, left, right, work)
        if op in SPATIAL:
            return spatial.relate(op, left, right, self._table, self._crs, work)
        if op in ("=", "<>") or op in ARRAYS:
            self._hints.comparison(left, right, work)
        if op in COMPARISONS:
            return compare(op, left, right, work)
        if op in ARRAYS:
            return arrays.relate(op, left, right, work)
        return temporal.relate(op, left, right, work)

    def _in(self, node: Call, work: Work) -> Truth:
        value, listed = self.value(node.args[0], work), node.args[1]
        assert isinstance(listed, Items)

        def items() -> Iterator[Operand]:
            for item in listed.items:
                operand = self.value(item, work)
                self._hints.comparison(value, operand, work)
                yield operand

        return is_in(value, items(), work)

    @staticmethod
    def _transformed(op: str, operand: Operand, work: Work) -> Text:
        if not isinstance(operand, Text):
            raise work.error(f"takes text, not {operand.label}")
        work.spend(len(operand.literal or ""))
        casei, accenti = operand.casei or op == "casei", operand.accenti or op == "accenti"
        return Text(operand.label, operand.literal, operand.column, casei, accenti)
