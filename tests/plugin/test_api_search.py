"""Searches: parameters, links, CQL2 and their form in files."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from cooperation_search.api.errors import ApiError, ErrorKind
from cooperation_search.api.search import Search, describe, title_pattern
from running_server import RunningServer

FULL = Search().with_values(
    title="Sicilia, ERDF", countries=["IT", "EL"], nuts=["ITG1"], topics=["PO2"], scopes=["cross_border"],
    periods=["2021-2027"], kinds=["offer"], funds=["ERDF"], strategies=["EUSAIR"], statuses=["planned"],
    show_samples=False,
)  # fmt: skip


def test_dict_and_back():
    assert Search.from_dict(json.loads(json.dumps(FULL.to_dict()))) == FULL
    assert Search.from_dict({}) == Search()
    assert Search().to_dict() == {"version": 1}


@pytest.mark.parametrize(
    ("damaged", "place"),
    [
        ([], "JSON object"), ({"version": 2}, "newer"), ({"colour": "red"}, "colour"), ({"topics": "PO1"}, "topics"),
        ({"topics": [1]}, "topics"), ({"title": ["x"]}, "title"), ({"show_samples": "no"}, "show_samples"),
        ({"version": "1"}, "version"), ({"title": "x" * 501}, "title"),
    ],
)  # fmt: skip
def test_damaged_dict(damaged: object, place: str):
    with pytest.raises(ApiError, match=place) as caught:
        Search.from_dict(damaged)
    assert caught.value.kind is ErrorKind.MALFORMED


def test_values_keep_order_without_duplicates():
    assert Search().with_values(countries=["IT", "EL", "IT"]).countries == ("IT", "EL")


def test_parameters_of_each_collection():
    programmes, entries = FULL.to_params("programmes"), FULL.to_params("cooperation")
    assert programmes["title"] == r"*Sicilia\, ERDF*"
    assert programmes["country"] == "IT,EL"
    assert programmes["status"] == entries["status"] == "planned"
    assert "sample" not in programmes and entries["sample"] == "false"
    assert Search().to_params("nuts3") == {}


def test_link():
    link = urlsplit(FULL.to_url("http://host/base/", "programmes", f="html"))
    assert link.path == "/base/collections/programmes/items"
    assert parse_qs(link.query)["country"] == ["IT,EL"] and parse_qs(link.query)["f"] == ["html"]
    assert Search().to_url("http://host", "nuts3") == "http://host/collections/nuts3/items"


@pytest.mark.parametrize(
    ("periods", "collection"),
    [((), "nuts3"), (("2021-2027",), "nuts3"), (("2014-2020",), "nuts3-2016"), (("2014-2020", "2021-2027"), "nuts3")],
)
def test_one_nuts_version_on_the_map(periods: tuple[str, ...], collection: str):
    assert Search().with_values(periods=periods).areas_collection() == collection


def test_title_patterns():
    assert title_pattern("  two   words ") == "*two words*"
    assert title_pattern("ERDF*2021") == "ERDF*2021"


def test_words():
    assert describe(Search()) == "All programmes"
    assert "Country: Italy" in describe(Search().with_values(countries=["IT"]), lambda a, c: {"IT": "Italy"}[c])


@pytest.mark.parametrize(
    "values",
    [
        {"title": "sicilia"}, {"title": "O'Brien"}, {"countries": ["IT", "EL"]}, {"topics": ["RSO1.1"]},
        {"scopes": ["cross_border"]}, {"kinds": ["offer"]}, {"funds": ["ERDF"]}, {"strategies": ["EUSAIR"]},
        {"periods": ["2014-2020"]}, {"topics": ["PO1"], "show_samples": False}, {"nuts": ["ITG12"]}, {"nuts": ["SI"]},
        {"countries": ["SK"], "kinds": ["need"], "show_samples": False},
    ],
)  # fmt: skip
def test_server_takes_every_search(server: RunningServer, values: dict):
    search = Search().with_values(**values)
    for collection in ("programmes", "nuts3", "nuts3-2016", "countries", "cooperation"):
        page = server.json(f"/collections/{collection}/items", f="json", limit=1, **search.to_params(collection))
        assert page["numberMatched"] >= 0


@pytest.mark.parametrize(
    "values",
    [
        {"title": "sicilia"}, {"countries": ["IT", "EL"]}, {"scopes": ["cross_border"]}, {"kinds": ["offer"]},
        {"funds": ["ERDF"]}, {"strategies": ["EUSAIR"]}, {"countries": ["IT"], "periods": ["2014-2020"]},
        {"scopes": ["open"], "show_samples": False},
    ],
)  # fmt: skip
def test_cql2_finds_the_same(server: RunningServer, values: dict):
    search = Search().with_values(**values)
    by_parameters = {
        f["id"] for f in server.features("programmes", skipGeometry="true", **search.to_params("programmes"))
    }
    text = {"filter": search.to_cql2(), "filter-lang": "cql2-text", "skipGeometry": "true"}
    assert {f["id"] for f in server.features("programmes", **text)} == by_parameters
    assert by_parameters or not search.show_samples


def test_search_without_samples_finds_none(server: RunningServer):
    search = Search().with_values(scopes=["cross_border"], show_samples=False)
    found = server.features("programmes", skipGeometry="true", **search.to_params("programmes"))
    assert all(f["properties"]["scopes_basis"] != "sample" for f in found)
