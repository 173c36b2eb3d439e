"""Random expressions of CQL2 as nodes, and how they are written as text and as JSON: for the tests of reading.

The text has as few brackets as the published grammar allows, or brackets around every part.
"""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from cooperation_atlas.store.cql2.nodes import Call, Geometry, Instant, Interval, Items, Literal, Node, Property
from cooperation_atlas.store.cql2.operators import ARITHMETIC, ARRAYS, COMPARISONS, SPATIAL, TEMPORAL_ANY

#: How tightly an operator holds its operands, as the rules of the published grammar are nested.
OR, AND, NOT, PREDICATE, SUM, PRODUCT, POWER, FACTOR = range(1, 9)
_ARITHMETIC = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "%": PRODUCT, "div": PRODUCT, "^": POWER}
_KEYWORDS = {"and", "or", "not", "like", "between", "in", "is", "null", "true", "false", "div"}
_PLAIN_NAME = re.compile("[A-Za-z_:][A-Za-z0-9_.:]*")


def as_text(node: Node, least: int = OR, *, full: bool = False) -> str:
    """An expression as CQL2 text.

    :param least: how tightly it must hold together where it stands
    :param full: with brackets around every operator
    """

    def within(part: Node, tight: int) -> str:
        return as_text(part, tight, full=full)

    def chosen(text: str, tight: int) -> str:
        return f"({text})" if full or tight < least else text

    match node:
        case Literal(bool() as value):
            return str(value).upper()
        case Literal(str() as value):
            return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
        case Literal(value):
            return repr(value) if value >= 0 else chosen(repr(value), FACTOR)
        case Property(name):
            plain = _PLAIN_NAME.fullmatch(name) and name.lower() not in _KEYWORDS
            return name if plain else '"' + name.replace('"', '""') + '"'
        case Instant(kind, text):
            return f"{kind.upper()}('{text}')"
        case Interval(start, end):
            return f"INTERVAL({within(start, OR)}, {within(end, OR)})"
        case Items(items):
            return "(" + ", ".join(within(item, OR) for item in items) + ")"
        case Geometry(document):
            return _wkt(document)
        case Call("or" | "and" as op, args):
            tight = OR if op == "or" else AND
            return chosen(f" {op.upper()} ".join(within(arg, tight + 1) for arg in args), tight)
        case Call("not", (arg,)):
            return chosen(f"NOT {within(arg, NOT)}", NOT)
        case Call("isnull", (arg,)):
            return chosen(f"{within(arg, SUM)} IS NULL", PREDICATE)
        case Call("between", (value, lower, upper)):
            return chosen(f"{within(value, SUM)} BETWEEN {within(lower, SUM)} AND {within(upper, SUM)}", PREDICATE)
        case Call("in", (value, Items() as items)):
            return chosen(f"{within(value, SUM)} IN {within(items, OR)}", PREDICATE)
        case Call(op, (left, right)) if op == "like" or op in COMPARISONS:
            return chosen(f"{within(left, SUM)} {op.upper()} {within(right, SUM)}", PREDICATE)
        case Call("^", (left, right)):
            return chosen(f"{within(left, FACTOR)} ^ {within(right, FACTOR)}", POWER)
        case Call(op, (left, right)) if op in ARITHMETIC:
            tight = _ARITHMETIC[op]
            return chosen(f"{within(left, tight)} {op} {within(right, tight + 1)}", tight)
        case Call(op, args):
            return f"{op.upper()}({', '.join(within(arg, OR) for arg in args)})"


def _wkt(document: dict[str, Any]) -> str:
    def points(coordinates: list[list[float]]) -> str:
        return "(" + ", ".join(" ".join(map(repr, point)) for point in coordinates) + ")"

    match document:
        case {"bbox": numbers}:
            return f"BBOX({', '.join(map(repr, numbers))})"
        case {"type": "Point", "coordinates": point}:
            return f"POINT{points([point])}"
        case {"type": "LineString" | "MultiPoint" as type_, "coordinates": line}:
            return f"{type_.upper()} {points(line)}"
        case {"type": "Polygon" | "MultiLineString" as type_, "coordinates": lines}:
            return f"{type_.upper()}({', '.join(map(points, lines))})"
        case {"type": "MultiPolygon", "coordinates": polygons}:
            return f"MULTIPOLYGON({', '.join(f'({", ".join(map(points, lines))})' for lines in polygons)})"
        case {"geometries": geometries}:
            return f"GEOMETRYCOLLECTION({', '.join(map(_wkt, geometries))})"
    raise ValueError(document)


def as_json(node: Node) -> Any:
    """An expression as CQL2 JSON."""
    match node:
        case Literal(value):
            return value
        case Property(name):
            return {"property": name}
        case Instant(kind, text):
            return {kind: text}
        case Interval(start, end):
            return {"interval": [as_json(start), as_json(end)]}
        case Items(items):
            return [as_json(item) for item in items]
        case Geometry(document):
            return document
        case Call(op, args):
            return {"op": op, "args": [as_json(arg) for arg in args]}


# --- random expressions

numbers = st.floats(allow_nan=False, allow_infinity=False)
#: All characters that the published grammar allows in a text.
characters = st.characters(exclude_categories=["Cs"], exclude_characters=[*map(chr, range(32)), "\ufffe", "\uffff"])
texts = st.text(characters | st.sampled_from("\t\n\v\f\r'\\"), max_size=12)
names = st.sampled_from(["country", "n_programmes", "landsat:scene_id", "a.b", "date", "point", "and", "Null"]) | texts
properties = names.map(lambda name: Property(name, 0))
instants = st.sampled_from(["date", "timestamp"]).flatmap(
    lambda kind: st.sampled_from(["2024-01-31", "2024-01-31T12:00:00Z"]).map(lambda text: Instant(kind, text, 0))
)
points = st.lists(numbers, min_size=2, max_size=3)
lines = st.lists(points, min_size=1, max_size=3)
line_lists = st.lists(lines, min_size=1, max_size=2)
shapes = st.one_of(
    *(
        coordinates.map(lambda c, type_=type_: {"type": type_, "coordinates": c})
        for type_, coordinates in {
            "Point": points, "LineString": lines, "MultiPoint": lines, "Polygon": line_lists,
            "MultiLineString": line_lists, "MultiPolygon": st.lists(line_lists, min_size=1, max_size=2),
        }.items()
    )
)  # fmt: skip
collections = st.lists(shapes, min_size=1, max_size=2).map(lambda g: {"type": "GeometryCollection", "geometries": g})
boxes = st.lists(numbers, min_size=4, max_size=4).map(lambda bbox: {"bbox": bbox})
geometries = (shapes | collections | boxes).map(lambda document: Geometry(document, 0))
literals = (texts | numbers | st.booleans()).map(Literal)


def calls(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Operators, functions and arrays of some parts."""

    def call(ops: tuple[str, ...], *args: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        return st.builds(lambda op, args: Call(op, args, 0), st.sampled_from(ops), st.tuples(*args))

    def members(least: int) -> st.SearchStrategy[Items]:
        return st.lists(inner, min_size=least, max_size=3).map(lambda items: Items(tuple(items)))

    arrays = members(2) | st.just(Items(()))
    return st.one_of(
        st.builds(
            lambda op, args: Call(op, tuple(args), 0),
            st.sampled_from(["and", "or"]),
            st.lists(inner, min_size=2, max_size=4),
        ),
        call(("not", "isnull", "casei", "accenti"), inner),
        call((*COMPARISONS, *ARITHMETIC, *SPATIAL, *TEMPORAL_ANY, "like"), inner, inner),
        call(ARITHMETIC, inner, inner),
        call(("between",), inner, inner, inner),
        call(("in",), inner, members(1)),
        call(ARRAYS, members(0) | properties, members(0) | properties),
        st.builds(lambda start, end: Interval(start, end, 0), inner, inner),
        arrays,
    )


expressions = st.recursive(properties | literals | instants | geometries, calls, max_leaves=12)
