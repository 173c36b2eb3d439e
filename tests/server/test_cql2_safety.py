"""What a client may send as a filter: anything. It gets rows or an InvalidValue, soon, and the process lives on."""

from __future__ import annotations

import string
import threading
import time
from typing import Any

import pytest
from cql2_answers import ANSWERS
from cql2_sample import ROWS, TABLE
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.cql2 import parse_json, parse_text
from cooperation_atlas.store.memory.cql2.evaluate import evaluate


def answer(text: str) -> list[bool] | InvalidValue:
    try:
        return evaluate(parse_text(text), TABLE).tolist()
    except InvalidValue as error:
        assert error.place == "filter"
        assert str(error)
        return error


INJECTIONS = [
    "country = 'IT'; DROP TABLE programmes",
    "country = 'IT' -- comment",
    "country = 'IT' UNION SELECT * FROM programmes",
    "country = (SELECT 1)",
    "pg_sleep(10) = 1",
    "__import__('os').system('id')",
    "eval('1') = 1",
    "country.__class__ = 'x'",
    "title = '' OR 1=1 --",
    "country = $1",
    "country = ?",
    "{{7*7}} = 49",
    "country = 'IT'/*x*/",
    "country = \"IT' OR '1'='1\"",
    "load_extension('x')",
    "\\",
    "%00",
    "country=%27IT%27",
]


@pytest.mark.parametrize("text", INJECTIONS)
def test_injections_are_refused(text):
    assert isinstance(answer(text), InvalidValue)


def test_texts_are_only_texts():
    assert answer("title = 'it''s a \"test\"; DROP TABLE programmes --'") == [row == 5 for row in range(ROWS)]
    assert answer("title = ''' OR 1=1 --'") == [False] * ROWS
    assert answer("title LIKE '%.*%'") == [False] * ROWS
    assert answer("title = '__import__(''os'')'") == [False] * ROWS


DEEP = {
    "brackets": "(" * 3_000 + "true" + ")" * 3_000,
    "brackets within bounds around a mistake": "(" * 40 + "n_programmes == 1" + ")" * 40,
    "brackets that are not closed": "(" * 45 + "n_programmes",
    "functions": "CASEI(" * 3_000 + "title" + ")" * 3_000 + " = 'x'",
    "functions and brackets": "CASEI((" * 20 + "title ==" + "))" * 20,
    "arrays": "A_CONTAINS(topics, " + "(" * 30 + "'a', 'b'" + ", 'c')" * 29 + ")" * 2,
    "wkt": "S_INTERSECTS(geometry, POLYGON(" + "(" * 40 + "1 2" + ")" * 42,
    "wkt within bounds": "S_INTERSECTS(geometry, MULTIPOLYGON(((1 2, 3 4, x)))) AND (" * 20 + "x" + ")" * 20,
    "collections": "S_INTERSECTS(geometry, " + "GEOMETRYCOLLECTION(" * 200 + "POINT(1 2)" + ")" * 201,
    "not": "NOT " * 5_000 + "true",
    "not at the bound": "NOT " * 50 + "true",
    "minus": "-" * 5_000 + "n_programmes = 1",
    "plus": "n_programmes" + " + 1" * 5_000 + " = 1",
    "plus at the bound": "n_programmes" + " + 1" * 48 + " = 48",
    "equals": "n_programmes" + " = 1" * 5_000,
    "power": "n_programmes" + " ^ 2" * 2_000 + " = 1",
    "and": "true" + " AND true" * 50_000,
    "and at the bound": "sample" + " AND sample" * 990,
    "or of comparisons at the bound": " OR ".join(["n_programmes = 1"] * 490),
    "chains between brackets at the bounds": ("NOT " * 45 + "(") * 45 + "true" + ")" * 45,
    "quotes": "'" * 9_999,
    "double quotes": '"' * 9_999,
    "long text": "title = '" + "x" * 90_000 + "'",
    "too long": "title = '" + "x" * 200_000 + "'",
    "long list": "n_programmes IN (" + ",".join(map(str, range(15_000))) + ")",
    "long list of texts": "country IN (" + ",".join(["'IT'"] * 15_000) + ")",
    "too long a list of properties": "country IN (" + ",".join(["title"] * 9_000) + ")",
    "many vertices": "S_INTERSECTS(geometry, LINESTRING(" + ",".join(f"{i % 90} {i % 80}" for i in range(9_000)) + "))",
    "many negative coordinates": "S_INTERSECTS(geometry, LINESTRING("
    + ",".join(f"-{i % 90} -{i % 80}" for i in range(5_000))
    + "))",
    "operators in a point": "POINT(" + "NOT " * 20_000 + "true) = 1",
    "signs in a point": "POINT(1" + "-1" * 20_000 + ") = 1",
    "sums in a point": "POINT(1" + " - 1" * 20_000 + ") = 1",
    "many shapes": " OR ".join(["S_TOUCHES(geometry, BBOX(0,0,1,1))"] * 100),
    "like that could go back and forth": "title LIKE '" + "%i" * 2_000 + "'",
    "like on a long text": "'" + "a" * 30_000 + "' LIKE '" + "%a" * 2_000 + "%b'",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=list(DEEP))
def test_deep_and_long_filters_are_answered_soon(text):
    """On a stack of 512 KB, smaller than that of any worker, so that a crash would show here first."""
    results: list[Any] = []
    worked: list[float] = []

    def work() -> None:
        results.append(answer(text))
        worked.append(time.thread_time())

    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        thread.join(timeout=120)
    finally:
        threading.stack_size(before)
    assert results, "no answer, or an error that is not InvalidValue"
    # Of the processor, whatever else the machine is busy with.
    assert worked[0] < 5


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("not at the bound", ROWS),
        ("plus at the bound", 1),
        ("and at the bound", 4),
        ("or of comparisons at the bound", 1),
        ("long list", 8),
        ("long list of texts", 2),
        ("long text", 0),
        ("many negative coordinates", 3),
    ],
)
def test_filters_within_the_bounds_are_answered(name, rows):
    result = answer(DEEP[name])
    assert not isinstance(result, InvalidValue), result
    assert sum(result) == rows


def nested(op: str, depth: int) -> dict[str, Any]:
    document: Any = True
    for _ in range(depth):
        document = {"op": op, "args": [document]}
    return document


DEEP_JSON: dict[str, Any] = {
    "operators": nested("not", 900),
    "operators as text": b'{"op":"not","args":[' * 40_000 + b"true" + b"]}" * 40_000,
    "arrays": b"[" * 500_000,
    "many operands": {"op": "and", "args": [True] * 100_000},
    "many members": {"op": "in", "args": [{"property": "country"}, ["IT"] * 100_000]},
    "many operators": {"op": "and", "args": [{"op": "not", "args": [True]}] * 5_000},
    "long text": b'{"op":"=","args":["' + b"x" * 2_000_000 + b'", "x"]}',
    "many vertices": {
        "op": "s_touches",
        "args": [
            {"property": "geometry"},
            {"type": "LineString", "coordinates": [[i % 90, i % 80] for i in range(20_000)]},
        ],
    },
    "coordinates": {
        "op": "s_touches",
        "args": [{"property": "geometry"}, {"type": "Point", "coordinates": nested("x", 400)}],
    },
}


@pytest.mark.parametrize("document", DEEP_JSON.values(), ids=list(DEEP_JSON))
def test_deep_and_long_json_is_refused(document):
    with pytest.raises(InvalidValue):
        evaluate(parse_json(document), TABLE)


@given(st.text(max_size=60))
@settings(max_examples=1_000, deadline=None)
def test_any_text_gives_rows_or_an_error(text):
    answer(text)


TOKENS = [
    "country", "title", "n_programmes", "sample", "topics", "open_from", "geometry", '"', "'", "'IT'", "1", "-2.5",
    "true", "=", "<>", "<", ">=", "+", "-", "*", "/", "%", "^", "div", "(", ")", ",", "AND", "OR", "NOT", "IN", "LIKE",
    "BETWEEN", "IS", "NULL", "CASEI(", "ACCENTI(", "DATE('2024-01-01')", "TIMESTAMP(", "INTERVAL('..',",
    "BBOX(1,2,3,4)", "POINT(1 2)", "POLYGON((", "EMPTY", "Z", "S_WITHIN(", "T_AFTER(", "A_CONTAINS(",
    "\n", ";", "é", "😀", "\\",
]  # fmt: skip


@pytest.mark.slow
@given(st.lists(st.sampled_from(TOKENS), max_size=15), st.booleans())
@settings(max_examples=3_000, deadline=None)
def test_any_words_give_rows_or_an_error(tokens, closed):
    text = " ".join(tokens)
    answer(text + ")" * text.count("(") if closed else text)


@pytest.mark.slow
@given(st.sampled_from([text for text, _ in ANSWERS]), st.data())
@settings(max_examples=2_000, deadline=None)
def test_a_damaged_filter_gives_rows_or_an_error(text, data):
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 6))
    put = data.draw(st.text(string.ascii_letters + string.digits + "()'\",.%=<>-+*/^ \\\né", max_size=3))
    answer(text[:at] + put + text[at + cut :])


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.sampled_from(["country", "geometry", "IT", ".."]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["op", "args", "property", "date", "timestamp", "interval", "bbox", "type", "coordinates"]),
            inner,
            max_size=3,
        )
        | st.builds(
            lambda op, args: {"op": op, "args": args},
            st.sampled_from(["and", "or", "not", "=", "<", "in", "like", "between", "isNull", "casei", "+", "s_within",
                             "t_after", "t_during", "a_contains", "x"]),
            st.lists(inner, max_size=3),
        )
        | st.builds(lambda name: {"property": name}, st.sampled_from(["country", "topics", "geometry", "open_from"]))
        | st.builds(
            lambda kind, coordinates: {"type": kind, "coordinates": coordinates},
            st.sampled_from(["Point", "LineString", "Polygon", "MultiPoint", "GeometryCollection", "Feature"]),
            inner,
        )
    ),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.slow
@given(json_values)
@settings(max_examples=3_000, deadline=None)
def test_any_json_gives_rows_or_an_error(document):
    try:
        result = evaluate(parse_json(document), TABLE)
    except InvalidValue as error:
        assert error.place == "filter"
    else:
        assert result.shape == (ROWS,)
