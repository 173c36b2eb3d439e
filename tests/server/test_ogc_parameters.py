"""Parameters of a URL into a query: what is taken, and that what is not names its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.criteria import criteria_of
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.ogc.limits import DEFAULT_ITEMS, MAXIMUM_ITEMS
from cooperation_atlas.ogc.parameter_values import split
from cooperation_atlas.ogc.parameters import FACETS, ITEM, ITEMS, names_of
from cooperation_atlas.ogc.requests import ItemsRequest, parse_facets, parse_item, parse_items
from cooperation_atlas.store.crs import CRS84
from cooperation_atlas.store.query import Box, Query

PROGRAMMES = COLLECTIONS["programmes"]
LAEA = "http://www.opengis.net/def/crs/EPSG/0/3035"


def query(**parameters: str) -> Query:
    return parse_items(PROGRAMMES, [(name.replace("__", "-"), value) for name, value in parameters.items()]).query


def test_nothing_asked_is_the_first_page_of_everything() -> None:
    assert parse_items(PROGRAMMES, []) == ItemsRequest(Query("programmes", limit=DEFAULT_ITEMS))


def test_everything_at_once() -> None:
    asked = parse_items(
        PROGRAMMES,
        [
            ("country", "IT,EL"), ("title", "*a\\,b*"), ("n_offers", "2"), ("objectives_complete", "true"),
            ("period_start", "2021-01-01T00:00:00Z"), ("q", "sicilia"), ("bbox", "1,2,3,4"), ("bbox-crs", LAEA),
            ("crs", LAEA), ("datetime", "2021-01-01/.."), ("sortby", "-title,+cci, period"), ("limit", "7"),
            ("offset", "14"), ("properties", "cci,title"), ("skipGeometry", "true"), ("resulttype", "hits"),
            ("f", "json"), ("lang", "fr"),
        ],
    )  # fmt: skip
    assert asked == ItemsRequest(
        query=Query(
            "programmes",
            criteria=(("title", ("*a,b*",)), ("country", ("IT", "EL"))),
            equals=(("period_start", ("2021-01-01",)), ("objectives_complete", (True,)), ("n_offers", (2,))),
            words="sicilia",
            box=Box((1, 2, 3, 4), LAEA),
            interval=("2021-01-01", None),
            sortby=(("title", True), ("cci", False), ("period", False)),
            offset=14,
            limit=7,
        ),
        crs=LAEA,
        properties=("cci", "title"),
        skip_geometry=True,
        hits=True,
    )


@pytest.mark.parametrize(
    ("name", "text", "part", "expected"),
    [
        ("limit", "999999", "limit", MAXIMUM_ITEMS),
        ("bbox", "-10, 20 ,30,40.5", "box", Box((-10, 20, 30, 40.5))),
        ("bbox", "1,2,0,3,4,9", "box", Box((1, 2, 3, 4))),
        ("bbox", "170,-10,-170,10", "box", Box((170, -10, -170, 10))),
        ("bbox", "1e1,.5,+20,2.", "box", Box((10, 0.5, 20, 2))),
        ("datetime", "2024-02-29", "interval", ("2024-02-29", "2024-02-29")),
        ("datetime", "2024-02-29t12:30:00.5+02:00", "interval", ("2024-02-29", "2024-02-29")),
        ("datetime", "2024-02-29T12:30:00 02:00", "interval", ("2024-02-29", "2024-02-29")),
        ("datetime", "/2024-01-01", "interval", (None, "2024-01-01")),
        ("datetime", "2024-01-01/", "interval", ("2024-01-01", None)),
        ("datetime", "../..", "interval", (None, None)),
        ("sortby", " title", "sortby", (("title", False),)),
        ("q", " Sicilia ", "words", " Sicilia "),
        ("eu_amount", "1e3", "equals", (("eu_amount", (1000.0,)),)),
        ("funds", "ERDF,ESF+,ERDF", "equals", (("funds", ("ERDF", "ESF+")),)),
    ],
)
def test_what_is_taken(name: str, text: str, part: str, expected: Any) -> None:
    found = parse_items(PROGRAMMES, [(name, text)]).query
    assert getattr(found, part) == expected


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("n_offers", "2.5", "n_offers: '2.5' is not a whole number"),
        ("n_offers", "٢", "not a whole number"),
        ("n_offers", "9" * 25, "not a whole number"),
        ("eu_amount", "nan", "not a finite number"),
        ("eu_amount", "1_000", "not a number"),
        ("objectives_complete", "yes", "objectives_complete: 'yes' is not one of true, false"),
        ("period_start", "2021", "period_start: '2021' is neither a date"),
        ("country", ",IT", "country: has an empty value"),
        ("title", " ", "title: has an empty value"),
        ("title", ",".join(f"{n}*" for n in range(101)), "title: has 101 values; the limit is 100"),
        ("q", "  ", "q: is empty"),
        ("q", "a\x00b", "q: has a control character"),
        ("q\x00", "a", "is not a parameter of the items of 'programmes'"),
        ("bbox-crs", LAEA, "bbox-crs: is given without bbox"),
        ("filter-lang", "cql2-text", "filter-lang: is given without filter"),
        ("filter-crs", CRS84, "filter-crs: is given without filter"),
        ("filter-lang", "cql-text", "filter-lang: 'cql-text' is not one of cql2-text, cql2-json"),
        ("filter", " ", "filter: is empty"),
        ("filter", "a" * 30000, "filter: has 30000 characters"),
        ("contry", "IT", r"contry: is not a parameter .* Did you mean country"),
        ("sample", "true", "sample: is not a parameter"),
    ],
)
def test_what_is_not_names_its_place(name: str, text: str, message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        parse_items(PROGRAMMES, [(name, text)])


def test_given_twice_is_refused() -> None:
    with pytest.raises(InvalidValue, match="country: is given twice; join the values with a comma"):
        parse_items(PROGRAMMES, [("country", "IT"), ("country", "EL")])


def test_a_body_is_a_filter_of_its_own() -> None:
    body = b'{"op":"=","args":[{"property":"country"},"IT"]}'
    assert parse_items(PROGRAMMES, [], body).query.filter is not None
    for parameters, message in (
        ([("filter", "country = 'IT'")], "filter: is given both in the URL and in the body"),
        ([("filter-lang", "cql2-text")], "filter-lang: is cql2-text, but a body is CQL2 JSON"),
    ):
        with pytest.raises(InvalidValue, match=message):
            parse_items(PROGRAMMES, parameters, body)


def test_one_feature_takes_only_how_to_show_it() -> None:
    asked = parse_item(PROGRAMMES, [("crs", LAEA), ("properties", "cci"), ("skipGeometry", "true")])
    assert (asked.crs, asked.properties, asked.skip_geometry) == (LAEA, ("cci",), True)
    for name in ("limit", "country", "title", "bbox"):
        with pytest.raises(InvalidValue, match=f"{name}: is not a parameter of a feature of 'programmes'"):
            parse_item(PROGRAMMES, [(name, "1")])


def test_facets_take_the_filters_and_what_to_count() -> None:
    request = parse_facets(PROGRAMMES, [("country", "IT"), ("facets", "topic,scope")])
    assert (request.query.criteria, request.criteria) == ((("country", ("IT",)),), ("topic", "scope"))
    assert parse_facets(PROGRAMMES, []).criteria == ()
    for name in ("limit", "offset", "sortby", "properties"):
        with pytest.raises(InvalidValue, match=f"{name}: is not a parameter of the facets"):
            parse_facets(PROGRAMMES, [(name, "1")])


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=str)
def test_names_are_told_once_and_no_property_hides_behind_a_parameter(collection: Any) -> None:
    """A property called ``limit`` could never be asked for."""
    for reserved in (ITEMS, FACETS, ITEM):
        names = names_of(collection, reserved)
        assert len(names) == len(set(names))
        assert not set(reserved) & set(collection.by_name)
        assert set(criteria_of(collection)) <= set(names)


@given(st.lists(st.text("ab,*+ é", min_size=1).map(str.strip).filter(bool), min_size=1, unique=True))
def test_values_survive_being_written_as_a_list(values: list[str]) -> None:
    assert split("title", ",".join(value.replace(",", "\\,") for value in values)) == values


@given(
    st.lists(
        st.tuples(st.sampled_from([*ITEMS, "country", "n_offers", "title", "x"]), st.text(max_size=12)), max_size=4
    )
)
def test_whatever_is_given_is_a_query_or_an_error_with_a_place(parameters: list[tuple[str, str]]) -> None:
    try:
        asked = parse_items(PROGRAMMES, parameters)
    except InvalidValue as error:
        assert error.place
        assert error.reason.endswith(".")
    else:
        assert 1 <= asked.query.limit <= MAXIMUM_ITEMS
