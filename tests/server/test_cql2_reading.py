"""CQL2 text and JSON as nodes: precedence, places, what is written in several ways, and how much is too much."""

from __future__ import annotations

import re
import sqlite3
import tracemalloc

import orjson
import pytest
from cql2_sample import ROWS, TABLE
from cql2_written import as_json, as_text, expressions
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.cql2 import parse_json, parse_text
from cooperation_atlas.store.cql2.limits import MAX_DEPTH
from cooperation_atlas.store.cql2.nodes import Call, Node, children
from cooperation_atlas.store.memory.cql2.evaluate import evaluate


def read(text: str) -> Node:
    return parse_text(text).root


# --- one expression, written in several ways


@given(expressions)
@settings(max_examples=500, deadline=None)
def test_what_is_written_is_read(node: Node):
    assert read(as_text(node)) == node
    assert read(as_text(node, full=True)) == node
    assert parse_json(orjson.dumps(as_json(node))).root == node


#: Each pair is one expression.
SAME = [
    ("aa=1 OR bb=2 AND cc=3", "aa = 1 OR (bb = 2 AND cc = 3)"),
    ("aa=1 AND bb=2 OR cc=3", "(aa = 1 AND bb = 2) OR cc = 3"),
    ("NOT a AND b", "(NOT a) AND b"),
    ("NOT a = b", "NOT (a = b)"),
    ("NOT NOT a", "NOT (NOT a)"),
    ("a - b - c = 0", "((a - b) - c) = 0"),
    ("a / b * c = 0", "((a / b) * c) = 0"),
    ("a + b * c ^ d = 0", "a + (b * (c ^ d)) = 0"),
    ("-a ^ 2 = 1", "(-a) ^ 2 = 1"),
    ("a = -b * 2", "a = (-1 * b) * 2"),
    ("a - -1 = +1", "a - (-1) = 1"),
    ("a + 1 BETWEEN b AND c AND d", "((a + 1) BETWEEN b AND c) AND d"),
    ("a NOT BETWEEN 1 AND 2", "NOT (a BETWEEN 1 AND 2)"),
    ("a NOT LIKE 'x'", "NOT (a LIKE 'x')"),
    ("a NOT IN (1)", "NOT (a IN (1))"),
    ("a IS NOT NULL", "NOT (a IS NULL)"),
    ("a != 1", "a <> 1"),
    ("((a)) = (1)", "a = 1"),
    ("A_CONTAINS(a, 'x')", "A_CONTAINS(a, ('x'))"),
    ("A_CONTAINS((a), b)", "A_CONTAINS(((a)), b)"),
    ("S_WITHIN(a, MULTIPOINT(1 2, 3 4))", "S_WITHIN(a, MULTIPOINT((1 2), (3 4)))"),
    ("S_WITHIN(a, POINTZ(1 2 3))", "S_WITHIN(a, point Z(1.0 +2 3e0))"),
    ("casei(a)=Date('2024-01-01')", "CASEI (a) = DATE ( '2024-01-01' )"),
    ("a.b:c = \"x\"", '"a.b:c" = x'),
    (r"a = 'it\'s'", "a = 'it''s'"),
    ("date = 1 AND point > z", '"date" = 1 AND "point" > "z"'),
    ("a\x85=\u16801\u205fAND\u3000b\x0b", "a = 1 AND b"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "same"), SAME)
def test_precedence_and_spellings(text: str, same: str):
    assert read(text) == read(same)


def test_what_is_joined_by_one_operator_is_flat():
    assert read("a AND b AND c") == Call("and", (read("a"), read("b"), read("c")), 0)
    assert read("a AND (b AND c)") == Call("and", (read("a"), read("b AND c")), 0)
    assert read(" OR ".join(["a"] * 900)) == Call("or", (read("a"),) * 900, 0)


# --- precedence, by SQLite: a text means the same there

_operands = st.integers(-9, 9).map(lambda n: f"{n}.0") | st.sampled_from(["-(1.0 + 2.0)", "(2.0 - 5.0 - 1.0)"])
_sums = st.builds(
    lambda first, more: first + "".join(f" {op} {operand}" for op, operand in more),
    _operands,
    st.lists(st.tuples(st.sampled_from("+-*"), _operands), max_size=4),
)
_predicates = st.one_of(
    st.builds(lambda a, op, b: f"{a} {op} {b}", _sums, st.sampled_from(["=", "<>", "<", ">", "<=", ">=", "!="]), _sums),
    st.builds(lambda a, no, b, c: f"{a} {no} BETWEEN {b} AND {c}", _sums, st.sampled_from(["", "NOT"]), _sums, _sums),
    st.builds(lambda a, no, b, c: f"{a} {no} IN ({b}, {c})", _sums, st.sampled_from(["", "NOT"]), _sums, _sums),
    st.builds(lambda a, no: f"{a} IS {no} NULL", _sums, st.sampled_from(["", "NOT"])),
)
_conditions = st.lists(
    st.tuples(st.sampled_from(["AND", "OR"]), st.sampled_from(["", "", "NOT", "NOT NOT"]), _predicates),
    min_size=1,
    max_size=6,
).map(lambda parts: " ".join(f"{op} {no} {text}" for op, no, text in parts).partition(" ")[2])


@given(_conditions)
@settings(max_examples=300, deadline=None)
def test_precedence_is_that_of_sql(text: str):
    with sqlite3.connect(":memory:") as database:
        [(expected,)] = database.execute(f"SELECT {text}")
    database.close()
    assert evaluate(parse_text(text), TABLE).tolist() == [bool(expected)] * ROWS


# --- places


def test_every_node_knows_its_place():
    text = "a = 1 AND\n  NOT b IN (c, CASEI(d)) OR S_WITHIN(geometry, POINT(1 2))"
    places: dict[str, int | str] = {}
    level = [read(text)]
    while level:
        for node in level:
            if hasattr(node, "place"):
                places[getattr(node, "name", None) or getattr(node, "op", None) or type(node).__name__] = node.place
        level = [child for node in level for child in children(node)]
    assert {name: text[place:][:4] for name, place in places.items()} == {
        "or": "OR S", "and": "AND\n", "=": "= 1 ", "a": "a = ", "not": "NOT ", "in": "IN (", "b": "b IN", "c": "c, C",
        "casei": "CASE", "d": "d)) ", "s_within": "S_WI", "geometry": "geom", "Geometry": "POIN",
    }  # fmt: skip


def test_places_in_json_are_pointers():
    root = parse_json({"op": "not", "args": [{"op": "in", "args": [{"property": "a"}, [{"property": "b"}]]}]}).root
    inner = root.args[0]
    assert [root.place, inner.place, inner.args[0].place, inner.args[1].items[0].place] == [
        "", "/args/0", "/args/0/args/0", "/args/0/args/1/0",
    ]  # fmt: skip


@given(expressions, st.data())
@settings(max_examples=300, deadline=None)
def test_an_error_names_a_place_of_the_text(node: Node, data: st.DataObject):
    text = as_text(node)
    at = data.draw(st.integers(0, len(text)))
    text = (
        text[:at]
        + data.draw(st.sampled_from(["", "(", ")", "'", " AND ", " = ", ",", "é", "1", "🙂", "\n"]))
        + text[data.draw(st.integers(at, min(at + 3, len(text)))) :]
    )
    try:
        read(text)
    except InvalidValue as error:
        message = error.reason.replace(text, "")
        named = re.search(r"at (?:line (\d+), )?character (\d+)", message)
        assert named or "is empty" in message, message
        if named:
            lines = text.split("\n")
            assert 1 <= int(named[1] or 1) <= len(lines)
            assert 1 <= int(named[2]) <= len(lines[int(named[1] or 1) - 1]) + 1
        assert not re.search(r"\$END|[LR]PAR\b|COMPARISON|QUOTED_NAME|POSITIONS|EMPTY_GEOMETRY|UNKNOWN", message)


# --- any text


@pytest.mark.slow
@given(st.binary(max_size=80))
@settings(max_examples=2_000, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes):
    for text in (data.decode("latin-1"), data.decode("utf-8", "surrogateescape"), data.decode("utf-16", "replace")):
        try:
            parse_text(text)
        except InvalidValue as error:
            assert error.place == "filter"


# --- limits


def test_depth_is_that_of_the_nodes_in_both_encodings():
    for count, allowed in ((MAX_DEPTH - 2, True), (MAX_DEPTH + 1, False)):
        document: object = {"op": "=", "args": [1, 1]}
        for _ in range(count):
            document = {"op": "not", "args": [document]}
        for parse in (lambda: parse_text("NOT " * count + "1 = 1"), lambda document=document: parse_json(document)):  # noqa: B023
            if allowed:
                parse()
            else:
                with pytest.raises(InvalidValue, match=f"more than {MAX_DEPTH} levels"):
                    parse()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a" + " + 1" * 1_001, "operator at character 4003 is one too many; a filter may have 1,000"),
        ("a = 1" + " AND (a = 1)" * 1_001, "is one too many"),
        ("(" * 51, "bracket at character 51 is nested too deeply; the limit is 50"),
        ("CASEI(a)," * 1_001, "unexpected ','"),
        ("a IN (" + "(1)," * 1_000, "bracket at character 4003 is one too many"),
        ("a IN (" + "1," * 20_001, "comma at character 40008 is one too many; a filter may have 20,000"),
        (" OR ".join(["S_TOUCHES(g, POINT(1 2))"] * 51), "more than 50 spatial predicates"),
        ("x" * 100_001, "longer than 100,000 characters"),
    ],
)
def test_too_much_is_refused_where_it_begins(text: str, message: str):
    with pytest.raises(InvalidValue, match=message):
        parse_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "a IN (" + "1," * 19_999 + "1)",
        "S_TOUCHES(g, LINESTRING(" + ",".join(["1.25 2.5"] * 10_000) + "))",
        "a = '" + "\\\\" * 49_000 + "'",
        "a = '" + "''" * 49_000,
        "1" * 99_999 + "x",
        "S_TOUCHES(g, POINT(" + "1" * 90_000 + "x",
        "-" * 99_000,
        "A" * 99_000 + "(" + " " * 900 + "x",
        " " * 99_999 + "'",
        ("A" + " " * 99) * 900,
    ],
    ids=range(10),
)
def test_the_longest_texts_take_little_memory(text: str):
    tracemalloc.start()
    try:
        parse_text(text)
    except InvalidValue as error:
        assert len(str(error)) < 1_000
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 20_000_000
