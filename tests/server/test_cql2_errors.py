"""What a filter is refused for: with the place, the reason and what is nearest."""

from __future__ import annotations

import pytest
from cql2_sample import TABLE

from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.cql2 import parse_json, parse_text
from cooperation_atlas.store.memory.cql2.evaluate import evaluate

ERRORS = [
    # Names
    ("contry = 'IT'", "no property 'contry', at character 1. Did you mean country"),
    ("country = 'IT' AND\n  contry = 1", "line 2, character 3"),
    ("S_INTERSECTS(geom, POINT(1 2))", "no property 'geom'.*Did you mean geometry"),
    ('country = "IT"', "Text goes in single quotes"),
    ('"nuts-code" = \'x\'', "no property 'nuts-code'.*nuts_code"),
    ("Country = 'IT'", "Did you mean country"),
    ("country = Xyzzyx", r"no property 'Xyzzyx', at character 11\. If it is text, write 'Xyzzyx'\."),
    ("S_DWITHIN(geometry, POINT(1 2), 3)", "no function or operator 'S_DWITHIN'.*S_WITHIN"),
    ("foo(country) = 1", "no function or operator 'foo'.*CASEI, ACCENTI"),
    ("country = 'x' OR now() > 1", "'now' at character 18"),
    # Syntax
    ("", "is empty"),
    ("country ==", "character 10"),
    ("country = 'IT' AND", "ends too early"),
    ("country = 'IT", "quote at character 11 is not closed"),
    ("(country = 'IT'", "bracket at character 1 is not closed"),
    ("country = 'IT')", "bracket at character 15 matches no opening bracket"),
    ("country = ‘IT’", "character 11"),
    ("(é = 1 AND ((n_programmes) == 5))", "unexpected '=' at character 29\\. .*Write = instead of =="),
    ("country IN ()", "at least one value"),
    ("title ILIKE 'x'", "character 7"),
    ("country = 'IT'\0", r"U\+0000 at character 15"),
    ("country = '\ud800'", r"U\+D800 at character 12"),
    # Types
    ("country > 5", r"> at character 9 cannot compare property 'country' \(string\) with the number 5\."),
    ("n_programmes = '5'", "cannot compare"),
    ("n_programmes = true", "cannot compare"),
    ("sample = 1", "cannot compare"),
    ("open_from > 'soon'", "has 'soon', which is not a date"),
    ("open_from > 5", "needs a date, timestamp or interval"),
    ("open_from = country", "needs a date, timestamp or interval"),
    ("topics = 'RSO1.1'", r"A_CONTAINS\(topics, \('RSO1.1'\)\)"),
    ("topics LIKE 'R%'", "topics_text"),
    ("topics < ('a')", "cannot compare"),
    ("geometry = 'x'", "S_EQUALS"),
    ("country", "needs a predicate, and .* is neither true nor false"),
    ("5", "needs a predicate, and .* is neither true nor false"),
    ("country AND true", "needs a predicate, and .* is neither true nor false"),
    ("NOT n_programmes", "needs a predicate, and .* is neither true nor false"),
    ("n_programmes LIKE '5'", "LIKE at character .* takes text, not property"),
    ("title LIKE country", "LIKE at character 7 takes a text literal as its pattern"),
    ("title LIKE 5", "LIKE at character 7 takes a text literal as its pattern"),
    ("country + 1 = 2", "takes numbers"),
    ("CASEI(n_programmes) = '5'", "CASEI at character 1 takes text"),
    ("n_programmes BETWEEN 'a' AND 'b'", "cannot compare"),
    ("n_programmes IN (1, 'x')", "cannot compare"),
    ("country = NULL", r"NULL at character 11 cannot be compared\. Use IS NULL"),
    ("n_programmes = 1e400", "too great"),
    # Times
    ("open_from = DATE('2024-02-30')", "not in the calendar"),
    ("open_from = DATE('20240101')", "not a date"),
    ("open_from = DATE('2024-01-01T00:00:00Z')", "not a date"),
    ("open_from = TIMESTAMP('2024-01-01')", "timestamp"),
    ("updated = TIMESTAMP('2024-01-01T12:00:00')", "'2024-01-01T12:00:00', which is not a timestamp such as"),
    ("updated = TIMESTAMP('2024-01-01T12:00Z')", "is not a timestamp"),
    ("T_AFTER(updated, INTERVAL('2024-01-01T12:00:00', '..'))", "is not a date .* or a timestamp"),
    ("T_AFTER(updated, INTERVAL('..', '2024-01-01T12:00:00+24:00'))", "not in the calendar, or not a time of day"),
    ("T_AFTER(updated, INTERVAL('2024-01-01',))", r"unexpected '\)' at character 40"),
    ("T_AFTER(updated, INTERVAL('2024-01-01' '..'))", "unexpected text '..' at character 40"),
    ("T_AFTER(updated, INTERVAL(5, '..'))", "needs a date, timestamp or interval"),
    ("updated = TIMESTAMP('2024-01-01T12:00:60Z')", "not in the calendar, or not a time of day"),
    ("updated = TIMESTAMP('2024-01-01T24:00:00Z')", "not in the calendar, or not a time of day"),
    ("updated = TIMESTAMP('2024-01-01T12:00:00+24:00')", "not in the calendar, or not a time of day"),
    ("updated = TIMESTAMP('0001-01-01T00:00:00+01:00')", "not in the calendar"),
    ("updated = 5", "needs a date, timestamp or interval"),
    ("updated LIKE '2024%'", "LIKE at character .* takes text, not property"),
    ("open_from = DATE('2024-01-01', 'x')", "takes one text"),
    ("T_DURING(open_from, INTERVAL('2024-01-01','2024-12-31'))", "T_DURING at character 1 takes intervals"),
    ("T_AFTER(country, DATE('2024-01-01'))", "needs a date, timestamp or interval"),
    ("T_AFTER(open_from, INTERVAL('2024-12-31','2024-01-01'))", "ends before it starts"),
    ("T_AFTER(open_from, INTERVAL('2024-12-31'))", "takes two values"),
    ("T_AFTER(open_from, INTERVAL('2024-12-31', 5))", "needs a date, timestamp or interval"),
    ("open_from = INTERVAL('2024-12-31', '..')", "T_EQUALS"),
    # Geometries
    ("S_INTERSECTS(country, POINT(1 2))", "takes geometries"),
    ("S_INTERSECTS(geometry, 'POINT(1 2)')", "takes geometries"),
    ("S_INTERSECTS(geometry, POINT(90 180))", "±90"),
    ("S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 1,1 0,0 0)))", "not valid: Self-intersection"),
    ("S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 1)))", "cannot be read"),
    ("S_INTERSECTS(geometry, LINESTRING(0 0))", "LINESTRING at character 24 cannot be read"),
    ("S_INTERSECTS(geometry, POINT EMPTY)", "filter"),
    ("S_INTERSECTS(geometry, POINT(1 x))", "coordinates at character 32 cannot be read"),
    ("S_INTERSECTS(geometry, POINT(1 2)", "bracket at character 13 is not closed"),
    ("S_INTERSECTS(geometry, POLYGON((1 2, 3 4)", "bracket at character 31 is not closed"),
    ("S_INTERSECTS(geometry, POINT('a' 2))", "coordinates at character 30 cannot be read"),
    ("S_INTERSECTS(geometry, POLYGON EMPTY)", "no coordinates"),
    ("S_INTERSECTS(geometry, POINT(1e999 2))", "filter"),
    ("S_INTERSECTS(geometry, BBOX(1, 2, 3))", "four finite numbers"),
    ("S_INTERSECTS(geometry, BBOX(1, 2, 3, 1e400))", "four finite numbers"),
    ("S_INTERSECTS(geometry, BBOX(1, 2, 3, 1))", "lies above"),
    ("S_INTERSECTS(geometry, BBOX(n_programmes, 2, 3, 4))", "four finite numbers"),
    ("S_INTERSECTS(geometry)", "S_INTERSECTS at character 1 takes 2 arguments, not 1"),
    # Arrays
    ("A_CONTAINS(country, ('IT'))", "A_CONTAINS at character 1 takes arrays, not property 'country'"),
    ("A_CONTAINS(topics, (1))", "must all be text"),
    ("A_CONTAINS(topics, 5)", "must all be text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), ERRORS, ids=[repr(text) for text, _ in ERRORS])
def test_errors(text, message):
    with pytest.raises(InvalidValue, match=message) as caught:
        evaluate(parse_text(text), TABLE)
    assert caught.value.place == "filter"


GEOMETRY = {"property": "geometry"}
JSON_ERRORS = [
    (
        {"op": "and", "args": [True, {"op": "=", "args": [{"property": "contry"}, 1]}]},
        "'contry', at /args/1/args/0",
    ),
    ({"op": "foo", "args": []}, "'foo' at the root"),
    ({"op": "="}, "'args'"),
    ({"op": "=", "args": [1]}, "= at the root takes 2 arguments, not 1"),
    ({"op": "=", "args": [{"property": 1}, 1]}, "property name at /args/0 must be text"),
    ({"op": "=", "args": [{"property": "\0000"}, 1]}, "no property"),
    ({"op": "=", "args": [{"casei": "x"}, "x"]}, "not CQL2"),
    ({"op": "=", "args": [None, 1]}, "IS NULL"),
    ({"op": "=", "args": [10**400, 1]}, "too great"),
    ({"op": "=", "args": [float("nan"), 1]}, "too great, or not a number"),
    ({"op": "in", "args": [{"property": "country"}, "IT"]}, "list in brackets"),
    ({"op": "s_equals", "args": [GEOMETRY, {"type": "Point", "coordinates": [1, "x"]}]}, "cannot be read"),
    ({"op": "s_equals", "args": [GEOMETRY, {"type": "Point", "coordinates": [None, 1]}]}, "cannot be read"),
    ({"op": "s_intersects", "args": [{"property": "geometry"}, {"type": "Point"}]}, "cannot be read"),
    ({"op": "s_equals", "args": [GEOMETRY, {"type": "Point", "coordinates": [10**40, 1]}]}, "filter"),
    ({"op": "s_intersects", "args": [{"property": "geometry"}, {"type": "Feature", "geometry": None}]}, "not CQL2"),
    ({"op": "s_intersects", "args": [{"property": "geometry"}, {"bbox": "1,2,3,4"}]}, "four finite numbers"),
    ({"op": "t_after", "args": [{"property": "open_from"}, {"interval": "x"}]}, "takes two values"),
    ({"op": "=", "args": [{"property": "open_from"}, {"date": 5}]}, "takes one text"),
    ([1, 2], "needs a predicate, and .* is neither true nor false"),
    ({}, "not CQL2"),
    ("{", "not JSON"),
    (b"\xff", "not JSON"),
    ("null", "IS NULL"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "message"), JSON_ERRORS, ids=[str(d)[:60] for d, _ in JSON_ERRORS])
def test_json_errors(document, message):
    with pytest.raises(InvalidValue, match=message):
        evaluate(parse_json(document), TABLE)


LONG = "x" * 50_000


@pytest.mark.parametrize(
    "read",
    [
        lambda: parse_text(f"{LONG} = 1"),
        lambda: parse_text(f"{LONG}(title) = 1"),
        lambda: parse_text(f"title = 1 {LONG}"),
        lambda: parse_text(f"topics = '{LONG}'"),
        lambda: parse_text(f"open_from = DATE('{LONG}')"),
        lambda: parse_text(f"updated > '2024-01-01T00:00:00.{'0' * 50_000}z' AND title > updated"),
        lambda: parse_text(f"country > 5 AND \"{LONG}\" = '{LONG}'"),
        lambda: parse_json({"op": LONG, "args": []}),
        lambda: parse_json({LONG: LONG}),
        lambda: parse_json({"type": LONG, "coordinates": []}),
        lambda: parse_json(
            {"op": "s_equals", "args": [{"property": "geometry"}, {"type": "Point", "coordinates": LONG}]}
        ),
        lambda: parse_json(f'{{"op": "{LONG}'),
    ],
)
def test_messages_are_short_however_long_the_filter_is(read):
    with pytest.raises(InvalidValue) as caught:
        evaluate(read(), TABLE)
    assert len(str(caught.value)) < 1_500
