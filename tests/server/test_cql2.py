"""CQL2 operator by operator, on a table small enough to work each answer out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from cql2_answers import ALL, ANSWERS
from cql2_sample import CODES, TABLE

from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.cql2 import CONFORMANCE, parse_json, parse_text
from cooperation_atlas.store.memory.cql2.evaluate import evaluate

EPSG = "http://www.opengis.net/def/crs/EPSG/0/"


def rows(text: str, **options: object) -> set[int]:
    return set(np.flatnonzero(evaluate(parse_text(text), TABLE, **options)).tolist())


@pytest.mark.parametrize(("text", "expected"), ANSWERS, ids=[text for text, _ in ANSWERS])
def test_answers(text, expected):
    assert rows(text) == expected


JSON_ANSWERS = [
    ({"op": "=", "args": [{"property": "country"}, "IT"]}, {0, 5}),
    ({"op": "isNull", "args": [{"property": "country"}]}, {8, 9}),
    ({"op": "in", "args": [{"property": "n_programmes"}, [1, 2]]}, {1, 2}),
    ({"op": "between", "args": [{"property": "n_programmes"}, 1, 2]}, {1, 2}),
    ({"op": "like", "args": [{"op": "casei", "args": [{"property": "title"}]}, "%interreg%"]}, {0, 6}),
    ({"op": "a_containedBy", "args": [{"property": "topics"}, ["RSO1.1", "RSO1.2"]]}, {0, 1, 2, 8}),
    ({"op": "a_overlaps", "args": [{"property": "topics"}, []]}, set()),
    ({"op": "=", "args": [{"property": "open_from"}, {"date": "2024-01-01"}]}, {0, 5, 8}),
    (
        {"op": "t_metBy", "args": [{"interval": [{"property": "open_from"}, {"property": "open_to"}]},
                                   {"interval": ["..", "2024-06-30"]}]},
        {7},
    ),
    (
        {"op": "and", "args": [
            {"op": "s_intersects", "args": [{"property": "geometry"}, {"bbox": [0.9, 0.9, 1, 1]}]},
            {"op": "not", "args": [{"property": "sample"}]},
            {"op": ">", "args": [{"op": "+", "args": [{"property": "n_programmes"}, 1]}, 0]},
        ]},
        {1},
    ),
    (
        {"op": "s_within", "args": [{"property": "geometry"}, {
            "type": "Polygon", "coordinates": [[[-1, -1], [2, -1], [2, 2], [-1, 2], [-1, -1]]]}]},
        {0, 1, 2, 5},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("document", "expected"), JSON_ANSWERS, ids=str)
def test_json(document, expected):
    assert set(np.flatnonzero(evaluate(parse_json(document), TABLE)).tolist()) == expected


def test_json_is_read_from_text_and_bytes():
    for document in ('{"op": "=", "args": [{"property": "country"}, "IT"]}', b"true"):
        assert evaluate(parse_json(document), TABLE).any()


@pytest.mark.parametrize(
    ("crs", "point"),
    [
        (EPSG + "4326", "POINT(10.5 12.5)"),
        (EPSG + "4258", "POINT(10.5 12.5)"),
        (EPSG + "3857", "POINT(1391493.63 1175377.0)"),
        (EPSG + "3035", "POINT(-864421.9 4563949.3)"),
    ],
)
def test_filter_crs_and_its_axis_order(crs, point):
    """(12.5 E, 10.5 N) lies in row 3; coordinates of EPSG:3857 and 3035 as PROJ gives them."""
    from pyproj import Transformer

    if crs.endswith(("3857", "3035")):
        x, y = Transformer.from_crs("OGC:CRS84", crs.rsplit("/", 1)[1]).transform(12.5, 10.5)
        point = f"POINT({x} {y})"
    assert rows(f"S_INTERSECTS(geometry, {point})", filter_crs=crs) == {3}


def test_filter_crs_that_is_not_offered():
    with pytest.raises(InvalidValue, match=r"CRS of the filter: '.*/4326x' is not offered.*EPSG/0/4326"):
        rows("true", filter_crs=EPSG + "4326x")


CODED = [
    # As with any other text, but a hint names it.
    ("country = 'XX'", set(), "'XX' is no value of country (code list countries). Did you mean DE, EL, ES, FR"),
    ("country <> 'XX'", ALL - {8, 9}, "'XX' is no value of country"),
    ("NOT country = 'XX'", ALL - {8, 9}, "'XX' is no value of country"),
    ("'Fr' = country", set(), "Did you mean FR?"),
    ("country IN ('IT', 'GR')", {0, 5}, "'GR' is no value"),
    ("country NOT IN ('IT', 'GR')", {1, 2, 3, 4, 6, 7}, "'GR' is no value"),
    ("CASEI(country) = CASEI('gr')", set(), "'gr' is no value"),
    ("A_CONTAINS(topics, ('RSO1.1', 'RSO1.9'))", set(), "'RSO1.9' is no value of topics"),
    ("A_OVERLAPS(topics, ('ESO4.1', 'RSO1.9'))", {5, 9}, "'RSO1.9' is no value of topics"),
    ("A_OVERLAPS(('ESO4.1', 'RSO1.9'), topics)", {5, 9}, "'RSO1.9' is no value of topics"),
    ("topics <> ('RSO1.9', 'RSO1.1')", {0, 1, 2, 4, 5, 6, 8, 9}, "'RSO1.9' is no value of topics"),
    # Known values, and comparisons that a text need not be a value for.
    ("country = 'IT'", {0, 5}, None),
    ("CASEI(country) = CASEI('it')", {0, 5}, None),
    ("CASEI(country) = 'it'", {0, 5}, None),
    ("country IN ('IT', 'UK')", {0, 5}, None),
    ("country LIKE 'X%'", set(), None),
    ("(CASEI(country) LIKE CASEI('%xx%'))", set(), None),
    ("country < 'XX'", ALL - {8, 9}, None),
    ("country > 'XX'", set(), None),
    ("country BETWEEN 'DX' AND 'FX'", {1, 2, 6}, None),
    ("title = 'XX'", set(), None),
    ("country = title", set(), None),
]


@pytest.mark.parametrize(("text", "expected", "note"), CODED, ids=[text for text, _, _ in CODED])
def test_values_outside_a_code_list_are_compared_and_noted(text, expected, note):
    hints: list[str] = []
    assert rows(text, codes=CODES.get, hints=hints) == expected
    assert rows(text) == expected, "code lists change no answer"
    assert len(hints) == (note is not None)
    assert not note or note in hints[0]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "title LIKE 'interreg'",
            "LIKE at character 7: 'interreg' has neither % nor _, so only this whole text matches.",
        ),
        ("CASEI(title) LIKE CASEI('é')", "LIKE at character 14: '\\xe9' has neither % nor _"),
        ("title LIKE '%interreg%'", None),
        ("title LIKE '_nterreg'", None),
        ("title LIKE ''", None),
    ],
)
def test_a_pattern_without_wildcards_makes_a_hint(text: str, hint: str | None):
    hints: list[str] = []
    rows(text, hints=hints)
    assert len(hints) == (hint is not None)
    assert hint is None or hints[0].startswith(hint)


def test_hints_are_few_short_and_fit_for_a_header():
    hints: list[str] = []
    listed = ", ".join(f"'X{n}é\r\nSet-Cookie: a=b {'x' * 500}'" for n in range(100))
    assert rows(f"country IN ({listed})", codes=CODES.get, hints=hints) == set()
    assert 1 <= len(hints) <= 5
    for hint in hints:
        assert hint.isascii() and hint.isprintable() and len(hint) < 300
    again: list[str] = []
    assert rows(" OR ".join(["country = 'XX'"] * 20), codes=CODES.get, hints=again) == set()
    assert len(again) == 1


def test_the_table_is_not_changed():
    before = [list(column.values) for column in TABLE.columns.values()]
    mask = evaluate(parse_text("CASEI(country) = 'it' AND sample AND n_programmes + 1 > 0"), TABLE)
    mask[:] = True
    assert rows("sample") == {0, 3, 5, 8}
    assert [list(column.values) for column in TABLE.columns.values()] == before


def test_conformance_classes_are_those_of_the_standard():
    assert len(set(CONFORMANCE)) == 13
    assert all(uri.startswith("http://www.opengis.net/spec/cql2/1.0/conf/") for uri in CONFORMANCE)
    assert not any(uri.endswith("/functions") for uri in CONFORMANCE)
