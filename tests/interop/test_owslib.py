"""OWSLib's ``Features`` client finds, describes and reads every collection."""

from __future__ import annotations

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
    assert "country" in queryables


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


def test_unknown_collection_is_a_clear_error(client: Features):
    with pytest.raises(RuntimeError, match="programme"):
        client.collection_items("programms")
