"""From a request to the store: texts with commas, the first features of a list, and errors that name parameters."""

from __future__ import annotations

import made_store
import pytest

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.ogc.parameter_names import PARAMETERS, parameters_named
from cooperation_atlas.ogc.parameters import FACETS, ITEMS
from cooperation_atlas.ogc.query_string import parameters_of
from cooperation_atlas.ogc.requests import parse_facets, parse_items
from cooperation_atlas.ogc.search import count_facets, search
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.query import Part

PROGRAMMES = COLLECTIONS["programmes"]
TITLES = {"A": "Islands", "B": "Islands, two of them", "C": "two of them"}


@pytest.fixture
def store() -> Store:
    records = [{"cci": cci, "title": title, "managing_authority": f"{title}, A"} for cci, title in TITLES.items()]
    return made_store.store(records, [made_store.AREAS[3]] * 4)


def ids(store: Store, query: str, *, typical_first: bool = False) -> list[str]:
    request = parse_items(PROGRAMMES, parameters_of(query.replace(" ", "%20")))
    return list(search(store, request, typical_first=typical_first).ids)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("title=Islands, two of them", ["A", "B", "C"]),
        ("title=Islands%2C two of them", ["B"]),
        ("title=Islands\\, two of them", ["B"]),
        ("title=Islands%2Ctwo of them", ["A", "C"]),
        ("title=Islands%2Cnowhere", ["A"]),
        ("managing_authority=Islands%2C A", ["A"]),
        ("managing_authority=Islands%2C two of them%2C A", ["B"]),
        ("managing_authority=Islands%2C nowhere", []),
    ],
)
def test_an_encoded_comma_belongs_to_the_text_if_a_feature_has_it_so(
    store: Store, query: str, expected: list[str]
) -> None:
    assert ids(store, query) == expected
    request = parse_facets(PROGRAMMES, parameters_of(query.replace(" ", "%20")))
    assert count_facets(store, request)[0] == len(expected)


def test_titles_are_those_of_programmes_on_every_collection(store: Store) -> None:
    """No area has a programme, but a programme has the title: it is one text there, too."""
    request = parse_items(COLLECTIONS["nuts3"], parameters_of("title=Islands%2C%20two%20of%20them"))
    assert search(store, request).query.criteria == (("title", ("Islands, two of them",)),)


def test_a_list_that_asks_for_nothing_begins_with_features_that_show_every_property() -> None:
    records = [
        {"cci": "A", "title": "a"},
        {"cci": "B", "title": "b", "url": "https://example.org"},
        {"cci": "C", "title": "c", "country": "IT", "funds": ["ERDF"]},
    ]
    store = made_store.store(records, [made_store.AREAS[3]] * 4)
    representatives = list(store.representatives("programmes"))
    assert representatives == ["C", "B"]
    every = ids(store, "limit=1000")
    assert every == sorted(every)
    typical = ids(store, "limit=1000", typical_first=True)
    assert typical == representatives + [id_ for id_ in every if id_ not in representatives]
    pages = [ids(store, f"limit=1&offset={at}", typical_first=True) for at in range(4)]
    assert [id_ for page in pages for id_ in page] == typical
    for query in ("sortby=cci", "country=IT,UK", "q=island", "bbox=-180,-90,180,90", "filter=cci IS NOT NULL"):
        assert ids(store, query, typical_first=True) == ids(store, query), query


def test_every_part_of_a_query_has_its_parameter() -> None:
    assert set(PARAMETERS) == set(Part)
    assert set(PARAMETERS.values()) <= {*ITEMS, *FACETS, "by"}  # of distributions
    for part, parameter in PARAMETERS.items():
        with pytest.raises(InvalidValue, match=f"^{parameter}: is wrong"), parameters_named():
            raise InvalidValue(part, "is wrong.")
    with pytest.raises(InvalidValue, match=r"^country: is wrong"), parameters_named():
        raise InvalidValue("country", "is wrong.")


@pytest.mark.parametrize(
    ("collection", "query", "parameter"),
    [
        ("programmes", "q=…", "q"),
        ("programmes", "programme=…", "programme"),
        ("programmes", "bbox=0,2,1,1", "bbox"),
        ("cooperation", "datetime=2021-01-01/2020-01-01", "datetime"),
        ("programmes", "filter=nothing = 1", "filter"),
        ("programmes", "country=GR", "country"),
    ],
)
def test_errors_name_the_parameter(collection: str, query: str, parameter: str) -> None:
    store, given = made_store.store(), parameters_of(query.replace(" ", "%20"))
    with pytest.raises(InvalidValue, match=f"^{parameter}: ") as caught:
        search(store, parse_items(COLLECTIONS[collection], given))
    assert caught.value.place == parameter
