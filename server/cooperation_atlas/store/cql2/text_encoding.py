"""Reads CQL2 text (OGC 21-065r2, requirements class "CQL2 Text") by the grammar in ``cql2.lark``."""

from __future__ import annotations

import logging
import math
import re
from importlib.resources import files
from typing import Any

from lark import Lark, Transformer, UnexpectedToken, logger

from . import limits
from .expression import Expression
from .lexer import Cql2Lexer, Word
from .mistakes import Mistake, in_words
from .nodes import Call, Geometry, Instant, Interval, Items, Literal, Node, Property, invalid
from .operators import FUNCTIONS, call, unknown
from .syntax_errors import explained
from .table_parser import TableParser

#: Characters that the published grammar has nowhere, not even in text literals.
_NO_CHARACTER = re.compile("[\0-\x06\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"''|\\(.)", re.DOTALL)
#: What an escape stands for (/req/cql2-text/escaping). Others, as ``\%``, keep the backslash: LIKE reads them.
_ESCAPES = {
    "''": "'", r"\'": "'", r"\\": "\\", r"\a": "\a", r"\b": "\b", r"\t": "\t", r"\n": "\n", r"\v": "\v", r"\f": "\f",
    r"\r": "\r",
}  # fmt: skip
#: GeoJSON's names of the types of geometries.
_TYPES = {
    "POINT": "Point", "LINESTRING": "LineString", "POLYGON": "Polygon", "MULTIPOINT": "MultiPoint",
    "MULTILINESTRING": "MultiLineString", "MULTIPOLYGON": "MultiPolygon", "GEOMETRYCOLLECTION": "GeometryCollection",
}  # fmt: skip
#: What may be called in text: `isNull`, for one, is an operator there.
_CALLED = frozenset(name.lower() for name in FUNCTIONS)


def parse_text(text: str) -> Expression:
    """Reads CQL2 text. Keywords and function names may be in any case, property names may not.

    :raises InvalidValue: naming the place, what stands there and what could stand there
    """
    if len(text) > limits.MAX_CHARACTERS:
        raise invalid(f"is longer than {limits.MAX_CHARACTERS:,} characters.")
    if wrong := _NO_CHARACTER.search(text):
        raise invalid(
            f"has the character U+{ord(wrong[0]):04X} {in_words(text, wrong.start())}, which CQL2 does not allow."
        )
    if not text.strip():
        raise invalid("is empty.")
    try:
        root: Any = _PARSER.parse(text)
    except UnexpectedToken as error:
        mistake = explained(error, text)
    except Mistake as error:
        mistake = error
    else:
        limits.check(root)
        return Expression(root, text)
    raise mistake.of(text) from None


class _Nodes(Transformer[Word, Any]):
    """Makes the node of each rule of the grammar from its words and the nodes of its parts, as they stand there."""

    # --- operators

    def disjunction(self, parts: list[Any]) -> Node:
        return Call("or", tuple(parts[::2]), parts[1].start_pos)

    def conjunction(self, parts: list[Any]) -> Node:
        return Call("and", tuple(parts[::2]), parts[1].start_pos)

    def negation(self, parts: list[Any]) -> Node:
        return Call("not", (parts[1],), parts[0].start_pos)

    def binary(self, parts: list[Any]) -> Node:
        left, op, right = parts
        return Call("<>" if op == "!=" else op.value.lower(), (left, right), op.start_pos)

    def like(self, parts: list[Any]) -> Node:
        return _perhaps_not(parts, Call("like", (parts[0], parts[-1]), parts[-2].start_pos))

    def between(self, parts: list[Any]) -> Node:
        return _perhaps_not(parts, Call("between", (parts[0], parts[-3], parts[-1]), parts[-4].start_pos))

    def in_list(self, parts: list[Any]) -> Node:
        return _perhaps_not(parts, Call("in", (parts[0], Items(tuple(parts[-2]))), parts[-4].start_pos))

    def is_null(self, parts: list[Any]) -> Node:
        test = Call("isnull", (parts[0],), parts[1].start_pos)
        return Call("not", (test,), parts[2].start_pos) if len(parts) == 4 else test

    def minus(self, parts: list[Any]) -> Node:
        sign, operand = parts
        if isinstance(operand, Literal) and isinstance(operand.value, float):
            return Literal(-operand.value)
        return Call("*", (Literal(-1.0), operand), sign.start_pos)

    def plus(self, parts: list[Any]) -> Node:
        return self.number(parts[1:])

    # --- operands

    def text(self, parts: list[Word]) -> Node:
        return Literal(_text(parts[0]))

    def number(self, parts: list[Word]) -> Node:
        number = float(parts[0])
        if math.isinf(number):
            raise Mistake("the number", parts[0].start_pos, "is too great")
        return Literal(number)

    def boolean(self, parts: list[Word]) -> Node:
        return Literal(parts[0].type == "TRUE")

    def property_name(self, parts: list[Word]) -> Node:
        return Property(parts[0].value, parts[0].start_pos)

    def quoted_name(self, parts: list[Word]) -> Node:
        return Property(parts[0].value[1:-1].replace('""', '"'), parts[0].start_pos)

    def group(self, parts: list[Any]) -> Any:
        return parts[1]

    def empty_array(self, parts: list[Any]) -> Node:
        return Items(())

    def array(self, parts: list[Any]) -> Node:
        return Items((*parts[1], parts[3]))

    def one_member(self, parts: list[Any]) -> Node:
        return Items((parts[1],))

    # --- functions

    def call(self, parts: list[Any]) -> Node:
        name, args = parts[0], parts[2] if len(parts) == 4 else ()
        if name.lower() in _CALLED:
            return call(name.value, tuple(args), name.start_pos, FUNCTIONS)
        raise unknown(name.value, name.start_pos, FUNCTIONS)

    def instant(self, parts: list[Word]) -> Node:
        return Instant(parts[0].lower(), _text(parts[2]), parts[0].start_pos)

    def interval(self, parts: list[Any]) -> Node:
        return Interval(parts[2], parts[4], parts[0].start_pos)

    def bbox(self, parts: list[Any]) -> Node:
        return Geometry({"bbox": parts[2]}, parts[0].start_pos)

    def signed_number(self, parts: list[Word]) -> float:
        return float("".join(parts))

    # --- lists, as long as they were read

    def expressions(self, parts: list[Any]) -> list[Any]:
        return parts

    array_operands = signed_numbers = geometry_literals = points_list = polygons = expressions

    def longer(self, parts: list[Any]) -> list[Any]:
        parts[0].append(parts[2])
        return parts[0]  # type: ignore[no-any-return]

    # --- geometries

    def points(self, parts: list[Word]) -> list[list[float]]:
        return [[float(number) for number in point.split()] for point in parts[1].value.split(",")]

    def point_lists(self, parts: list[Any]) -> Any:
        return parts[1]

    def point(self, parts: list[Any]) -> Node:
        return _geometry(parts[0], _one(*parts))

    def geometry(self, parts: list[Any]) -> Node:
        return _geometry(*parts)

    def multi_point(self, parts: list[Any]) -> Node:
        return _geometry(parts[0], [_one(parts[0], points) for points in parts[1]])

    def multi_polygon(self, parts: list[Any]) -> Node:
        return _geometry(parts[0], parts[2])

    def geometry_collection(self, parts: list[Any]) -> Node:
        geometries = [part.document for part in parts[2]]
        return Geometry({"type": "GeometryCollection", "geometries": geometries}, parts[0].start_pos)

    def empty_geometry(self, parts: list[Word]) -> Node:
        type_ = next(type_ for name, type_ in _TYPES.items() if parts[0].upper().startswith(name))
        members = "geometries" if type_ == "GeometryCollection" else "coordinates"
        return Geometry({"type": type_, members: []}, parts[0].start_pos)


def _perhaps_not(parts: list[Any], test: Call) -> Call:
    """The predicate, under the NOT that may follow its first operand."""
    after = parts[1]
    return Call("not", (test,), after.start_pos) if after.type == "NOT" else test


def _text(word: Word) -> str:
    """The text between quotes, without its escapes."""
    text: str = word.value[1:-1]
    if "\\" in text or "''" in text:
        text = _ESCAPE.sub(lambda escape: _ESCAPES.get(escape[0], escape[0]), text)
    return text


def _geometry(tag: Word, coordinates: Any) -> Geometry:
    return Geometry({"type": _TYPES[tag.type], "coordinates": coordinates}, tag.start_pos)


def _one(tag: Word, points: list[list[float]]) -> list[float]:
    if len(points) != 1:
        raise Mistake(tag.type, tag.start_pos, f"takes one position in brackets, not {len(points)}")
    return points[0]


# Pygeofilter, which pygeoapi imports, has lark report every terminal that is only a part of others.
logger.setLevel(logging.WARNING)
_PARSER = Lark(
    files(__package__).joinpath("cql2.lark").read_text("utf-8"),
    parser="lalr",
    lexer=Cql2Lexer,
    transformer=_Nodes(),
    keep_all_tokens=True,
    maybe_placeholders=False,
    start="boolean_expression",
    _plugins={"LALR_Parser": TableParser},
)
