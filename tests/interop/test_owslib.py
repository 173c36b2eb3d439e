"""OWSLib's ``Features`` client finds, describes and reads every collection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from owslib.ogcapi.features import Features
from running_server import COLLECTIONS, RunningServer


@pytest.fixture(scope="module")
def client(server: RunningServer) -> Features:
    return Features(server.url)


def test_landing_page_and_collections(client: Features):
    assert client.feature_collections() == list(COLLECTIONS)
    assert {"self", "service-desc", "conformance", "data"} <= {link["rel"] for link in client.links}


def test_api_description(client: Features):
    assert client.api()["openapi"].startswith("3.0")


def test_conformance_has_what_the_client_needs(client: Features):
    declared = client.conformance()["conformsTo"]
    for part in ("core", "oas30", "geojson"):
        assert f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}" in declared


def test_collection_is_described(client: Features, collection: str):
    described = client.collection(collection)
    assert described["id"] == collection
    assert described["title"] and described["description"]
    west, south, east, north = described["extent"]["spatial"]["bbox"][0]
    assert -180 <= west < east <= 180 and -90 <= south < north <= 90


def test_queryables_name_real_properties(client: Features, collection: str, declared: dict[str, dict]):
    queryables = client.collection_queryables(collection)["properties"]
    for name in declared.keys() & queryables.keys():
        assert queryables[name]["title"], name
    assert {"country", "country_a"} & set(queryables)


def test_pages_hold_every_feature_once(client: Features, collection: str, features: list[dict]):
    found: list[str] = []
    while True:
        page = client.collection_items(collection, limit=500, offset=len(found))
        assert page["numberMatched"] == len(features)
        assert page["numberReturned"] == len(page["features"])
        found += [f["id"] for f in page["features"]]
        if not page["features"] or len(found) >= len(features):
            break
    assert found == [f["id"] for f in features]


def test_single_items_are_those_of_the_list(client: Features, collection: str, features: list[dict]):
    for listed in (features[0], features[len(features) // 2], features[-1]):
        item = client.collection_item(collection, listed["id"])
        assert item["id"] == listed["id"]
        assert item["properties"] == listed["properties"]
        assert item["geometry"] == listed["geometry"]


def test_the_five_criteria(client: Features):
    def ids(**criteria: str) -> set[str]:
        answer = client.collection_items("programmes", limit=1000, skipGeometry="true", **criteria)
        assert answer["numberMatched"] == len(answer["features"])
        return {f["id"] for f in answer["features"]}

    everything = ids()
    narrowed = [
        ids(title="*sicil*"),
        ids(country="IT"),
        ids(nuts3="ITG1"),
        ids(topic="PO2"),
        ids(scope=_a_scope(client)),
    ]
    for found in narrowed:
        assert set() < found < everything
    assert ids(country="IT", title="*sicil*", nuts3="ITG1") == narrowed[0] & narrowed[1] & narrowed[2]


def _a_scope(client: Features) -> str:
    """A scope that some programme asks for."""
    entries = client.collection_items("cooperation", limit=1000, skipGeometry="true")["features"]
    return next(scope for entry in entries for scope in entry["properties"]["scopes"] or [])


def test_bbox(client: Features, collection: str, features: list[dict]):
    answer = client.collection_items(collection, bbox=[12.4, 35.4, 15.7, 38.9], limit=1000)
    assert 0 < answer["numberMatched"] < len(features)


def test_a_posted_filter_is_kept_on_the_way_to_the_last_page(client: Features, published: dict[str, list[dict]]):
    wanted = {f["id"] for f in published["nuts3"] if f["properties"]["country"] == "IT"}
    cql = {"op": "=", "args": [{"property": "country"}, "IT"]}
    page = client.collection_items("nuts3", cql=cql, limit=40, skipGeometry="true")
    found = [f["id"] for f in page["features"]]
    while following := [link["href"] for link in page["links"] if link["rel"] == "next"]:
        page = httpx.get(following[0], timeout=60).json()
        found += [f["id"] for f in page["features"]]
    assert len(found) == len(set(found)) and set(found) == wanted


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ({"filter": "name LIKE 'A%' AND country = 'DE'"}, lambda p: p["name"].startswith("A") and p["country"] == "DE"),
        ({"name": "Amberg, Kreisfreie Stadt"}, lambda p: p["name"] == "Amberg, Kreisfreie Stadt"),
        ({"datetime_": "2027-12-31T00:00:00Z/.."}, lambda p: p["period_end"] >= "2027-12-31"),
        ({"datetime_": "../2020-12-31"}, lambda p: p["period_start"] <= "2020-12-31"),
        ({"sortby": ("name", "desc"), "country": "MT"}, lambda p: p["country"] == "MT"),
    ],
    ids=lambda part: next(iter(part)) if isinstance(part, dict) else "",
)
def test_queries_as_the_client_writes_them(
    client: Features, published: dict[str, list[dict]], arguments: dict[str, Any], meant: Callable[[dict], bool]
):
    answer = client.collection_items("nuts3", limit=10_000, skipGeometry="true", **arguments)
    found = [f["id"] for f in answer["features"]]
    assert sorted(found) == sorted(f["id"] for f in published["nuts3"] if meant(f["properties"]))
    if "sortby" in arguments:
        names = [f["properties"]["name"] for f in answer["features"]]
        assert names == sorted(names, reverse=True)


def test_schema_is_read(client: Features, collection: str, declared: dict[str, dict]):
    assert set(client.collection_schema(collection)["properties"]) == {*declared, "geometry"}


def test_unknown_collection_is_a_clear_error(client: Features):
    with pytest.raises(RuntimeError, match="programme"):
        client.collection_items("programms")
