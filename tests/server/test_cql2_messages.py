"""What a mistake in CQL2 is answered with: what stands where, what could stand there, and the slip it looks like."""

from __future__ import annotations

import pytest

from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.cql2 import parse_json, parse_text

VALUE = "Expected a value (property, text in single quotes, number, function)."
COMPARISON = (
    "Expected a comparison (=, <>, <, <=, >, >=, LIKE, BETWEEN, IN, IS NULL), an arithmetic operator, AND, OR or the "
    "end of the filter."
)
OPERATOR = "Expected an arithmetic operator, AND, OR or the end of the filter."
CHAIN = "Comparisons are not chained; join them with AND, as in 1 < x AND x < 5."
LIST = "IN takes a list in brackets with at least one value, as in country IN ('IT', 'FR')."
INSTANTS = "Put dates and times in quotes: DATE('2024-01-31'), TIMESTAMP('2024-01-31T12:00:00Z')."
IS = "IS only tests for NULL, as in country IS NOT NULL; compare other values with =."
POSITION = "A position is two or three numbers."

MESSAGES = [
    # Signs of comparison
    ("country == 'IT'", f"unexpected '=' at character 10. {VALUE} Write = instead of ==."),
    ("x =< 5", f"unexpected '<' at character 4. {VALUE} Write <= instead of =<."),
    ("x => 5", f"unexpected '>' at character 4. {VALUE} Write >= instead of =>."),
    ("x < > 5", f"unexpected '>' at character 5. {VALUE} Write <> without a space."),
    ("x !== 5", f"unexpected '=' at character 5. {VALUE} Write <> instead of !==."),
    ("!x", f"unexpected character ! at character 1. {VALUE} Write NOT for negation and <> for 'not equal'."),
    ("1 < x < 5", f"unexpected '<' at character 7. {OPERATOR} {CHAIN}"),
    ("x IN (1) = true", f"unexpected '=' at character 10. Expected AND, OR or the end of the filter. {CHAIN}"),
    ("= 5", f"unexpected '=' at character 1. {VALUE} A value is missing before it."),
    ("x NOT = 5", "unexpected '=' at character 7. Expected LIKE, BETWEEN or IN. Write <> for 'not equal'."),
    # Quotes
    ("country = 'IT", "the quote at character 11 is not closed. A quote in a text is doubled: 'it''s'."),
    ('"country = 5', "the quote at character 1 is not closed."),
    ("title = 'it's so'", f"unexpected name s at character 13. {OPERATOR} A quote in a text is doubled: 'it''s'."),
    (
        "country = ‘IT’",
        f"unexpected character ‘ at character 11. {VALUE} Use straight single quotes for text, as in 'IT'.",
    ),
    # Brackets
    ("(country = 'IT'", "the bracket at character 1 is not closed."),
    ("((x = 1) AND (y = 2)", "the bracket at character 1 is not closed."),
    ("(x = 1) AND (y = (2)", "the bracket at character 13 is not closed."),
    ("x = 1)", "the bracket at character 6 matches no opening bracket."),
    ("(x = )", f"unexpected ')' at character 6. {VALUE}"),
    ("x IN [1, 2]", "unexpected character [ at character 6. Expected '('. Lists go in round brackets."),
    # Operators that are missing, or nearly right
    ("country IT", f"unexpected name IT at character 9. {COMPARISON} An operator is missing before it, as in "
     "country = 'IT'."),
    ("country 'IT'", f"unexpected text 'IT' at character 9. {COMPARISON} An operator is missing before it, as in "
     "country = 'IT'."),
    ("x = 1 y = 2", f"unexpected name y at character 7. {OPERATOR} AND or OR is missing before it."),
    ("x = 1 ANDD y = 2", f"unexpected name ANDD at character 7. {OPERATOR} Did you mean AND?"),
    ("x LIK 'a'", f"unexpected name LIK at character 3. {COMPARISON} Did you mean LIKE?"),
    ("x ILIKE 'a'", f"unexpected name ILIKE at character 3. {COMPARISON} To ignore case, write "
     "CASEI(title) LIKE CASEI('%text%')."),
    ("x = 1 && y = 2", f"unexpected character & at character 7. {OPERATOR} Join conditions with AND."),
    ("x = 1 || y = 2", f"unexpected character | at character 7. {OPERATOR} Join conditions with OR."),
    ("2 ^ 3 ^ 4 = x", f"unexpected '^' at character 7. {COMPARISON} Brackets say which power comes first, as in "
     "(2 ^ 3) ^ 2."),
    # Values that are missing
    ("country =", f"ends too early at character 10. {VALUE}"),
    ("x = 1 AND", f"ends too early at character 10. {VALUE}"),
    ("x = 1 AND   ", f"ends too early at character 10. {VALUE}"),
    ("x = 1 AND OR y = 2", f"unexpected OR at character 11. {VALUE} A value is missing before it; a property of this "
     'name is written "OR".'),
    ("like = 1", f'unexpected like at character 1. {VALUE} A value is missing before it; a property of this name is '
     'written "like".'),
    ("CASEI(x,)", f"unexpected ')' at character 9. {VALUE} A value is missing after the comma."),
    # LIKE, IN, IS, BETWEEN
    ("title LIKE %reg%", f"unexpected '%' at character 12. {VALUE} A pattern is text in single quotes, as in "
     "title LIKE '%text%'."),
    ("x IN 'a'", f"unexpected text 'a' at character 6. Expected '('. {LIST}"),
    ("x IN ()", f"unexpected ')' at character 7. {VALUE} {LIST}"),
    ("x IN ('a' 'b')", "unexpected text 'b' at character 11. Expected a comparison (=, <>, <, <=, >, >=, LIKE, "
     "BETWEEN, IN, IS NULL), an arithmetic operator, AND, OR, a comma or ')'. A comma is missing before it."),
    ("x IS 'a'", f"unexpected text 'a' at character 6. Expected NULL or NOT NULL. {IS}"),
    ("x IS NOT true", f"unexpected true at character 10. Expected NULL. {IS}"),
    ("x NOT IS NULL", "unexpected IS at character 7. Expected LIKE, BETWEEN or IN. Write IS NOT NULL."),
    ("x = NULL", "NULL at character 5 cannot be compared. Use IS NULL or IS NOT NULL."),
    ("x BETWEEN 1, 2", "unexpected ',' at character 12. Expected an arithmetic operator or AND."),
    # Numbers, dates
    ("x = 5abc", f"unexpected name abc at character 6. {OPERATOR} A name cannot begin with a digit; text goes in "
     "single quotes."),
    ("x > 2024-01-31T12:00:00Z", f"unexpected name T12:00:00Z at character 15. {OPERATOR} {INSTANTS}"),
    ("x > DATE '2024-01-31'", f"unexpected text '2024-01-31' at character 10. {OPERATOR} DATE takes one text: "
     "DATE('2024-01-31')."),
    ("x > DATE(2024-01-31)", "unexpected number 2024 at character 10. Expected text in single quotes. DATE takes one "
     "text: DATE('2024-01-31')."),
    ("x > DATE('2024-01-31', 'y')", "unexpected ',' at character 22. Expected ')'. DATE takes one text: "
     "DATE('2024-01-31')."),
    ("T_AFTER(x, INTERVAL('2024-01-31'))", "unexpected ')' at character 33. Expected a comparison"),
    # Geometries
    ("S_WITHIN(g, POINT(1, 2))", f"the coordinates at character 19 cannot be read. {POSITION} A point is written "
     "POINT(7.5 46.9)."),
    ("S_WITHIN(g, LINESTRING(1 2, 3 x))", f"the coordinates at character 31 cannot be read. {POSITION} A line is "
     "written LINESTRING(7.5 46.9, 8.5 47.4)."),
    ("S_WITHIN(g, POLYGON(1 2, 3 4))", "unexpected number 1 at character 21. Expected '('. A polygon is written "
     "POLYGON((7 46, 8 46, 8 47, 7 46))."),
    ("S_WITHIN(g, POINT M (1 2 3))", "unexpected name M at character 19."),
    ("S_WITHIN(g, POINT(1 2, 3 4))", "POINT at character 13 takes one position in brackets, not 2."),
    ("S_WITHIN(g, BBOX(1, 2, 3, x))", "unexpected name x at character 27. Expected a number. BBOX takes four finite "
     "numbers, or six with heights: BBOX(5.9, 45.8, 10.5, 47.8)."),
    # Functions
    ("S_INTERSECT(g, POINT(1 2))", "there is no function or operator 'S_INTERSECT' at character 1. Did you mean "
     "S_INTERSECTS"),
    ("CASEI(x, y) = 'a'", "CASEI at character 1 takes 1 argument, not 2."),
    ("x = 1 AND S_WITHIN(g)", "S_WITHIN at character 11 takes 2 arguments, not 1."),
    ("isNull(x)", "there is no function or operator 'isNull' at character 1."),
    # Other languages
    ("x = 1; DROP TABLE y", f"unexpected character ; at character 6. {OPERATOR} A filter is one expression, without "
     "';'."),
    ("SELECT x", f"unexpected name x at character 8. {COMPARISON}"),
    ("x = $1", f"unexpected character $ at character 5. {VALUE}"),
    ('{"op": "="}', f"unexpected character {{ at character 1. {VALUE} For CQL2 JSON, add filter-lang=cql2-json."),
    # Places in several lines, and what cannot be shown
    ("x = 1 AND\n  y == 2", f"unexpected '=' at line 2, character 6. {VALUE}"),
    ("x = 1\nAND (y\n= 2", "the bracket at line 2, character 5 is not closed."),
    ("x = 1 \ufeff", rf"unexpected name \ufeff at character 7. {OPERATOR}"),
    ("x = \u200b1", f"unexpected character U+200B at character 5. {VALUE}"),
    ("x = 'a\x1fb'", "has the character U+001F at character 7, which CQL2 does not allow."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MESSAGES, ids=[repr(text) for text, _ in MESSAGES])
def test_messages(text: str, message: str):
    with pytest.raises(InvalidValue) as caught:
        parse_text(text)
    assert str(caught.value).startswith(f"filter: {message}")


JSON_MESSAGES = [
    ({"op": "=", "args": [1, None]}, "null at /args/1 cannot be compared. Use the operator isNull (IS NULL)."),
    ({"op": "likes", "args": []}, "there is no function or operator 'likes' at the root. Did you mean like"),
    ({"op": "not", "args": [{"op": "like", "args": ["x"]}]}, "LIKE at /args/0 takes 2 arguments, not 1."),
    ({"op": "=", "args": [{"a": 1}, 1]}, "the object at /args/0 is not CQL2: it has 'a'."),
    ({"op": "=", "args": [{"interval": ["..", {"date": 5}]}, 1]}, "DATE at /args/0/interval/1 takes one text."),
    ({"op": "in", "args": [1, [1, {"timestamp": 1}]]}, "TIMESTAMP at /args/1/1 takes one text."),
]  # fmt: skip


@pytest.mark.parametrize(("document", "message"), JSON_MESSAGES)
def test_json_messages(document: object, message: str):
    with pytest.raises(InvalidValue) as caught:
        parse_json(document)
    assert str(caught.value).startswith(f"filter: {message}")
