"""GeoJSON documents joined from fragments: the same as when they are built as objects."""

from __future__ import annotations

import json
from typing import Any

import made_store
import pytest

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.formats.geojson import collection_bytes, document_bytes, document_members, numbered_escapes
from cooperation_atlas.ogc.requests import parse_item, parse_items
from cooperation_atlas.ogc.search import search
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.crs import OFFERED
from cooperation_atlas.store.open import open_store
from cooperation_atlas.store.query import Query

LAEA = "http://www.opengis.net/def/crs/EPSG/0/3035"
FACTS = {"id": "abc", "created": "2026-01-02T03:04:05Z", "samples": True}


@pytest.fixture(scope="module")
def small(small_edition: EditionFolder) -> Store:
    return open_store(small_edition.folder)


def answer(store: Store, collection: str, *parameters: tuple[str, str]) -> dict[str, Any]:
    asked = parse_items(COLLECTIONS[collection], parameters)
    found: dict[str, Any] = json.loads(collection_bytes(search(store, asked), asked, [{"rel": "self"}], FACTS, {}))
    return found


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("crs", OFFERED)
def test_features_are_what_the_store_holds(small: Store, collection: str, crs: str) -> None:
    declared = COLLECTIONS[collection]
    facts = made_store.records(small, collection)
    document = answer(small, collection, ("crs", crs), ("sortby", declared.id_field))
    assert [feature["id"] for feature in document["features"]] == list(facts)
    for feature, stored in zip(document["features"], facts.values(), strict=True):
        assert feature["type"] == "Feature"
        nothing = {field.name: None for field in declared.computed}
        assert feature["properties"].keys() == declared.by_name.keys()
        assert nothing | feature["properties"] == nothing | stored | {
            name: feature["properties"][name] for name in nothing
        }
        (alone,) = small.one(collection, feature["id"]).features(crs)
        assert feature["geometry"] == json.loads(alone)["geometry"]


def test_the_document_says_what_it_is(small: Store) -> None:
    document = answer(small, "nuts3", ("limit", "2"), ("offset", "1"))
    assert document["type"] == "FeatureCollection"
    assert (document["numberMatched"], document["numberReturned"], len(document["features"])) == (5, 2, 2)
    assert document["edition"] == "abc"
    assert document["timeStamp"] == FACTS["created"]
    assert "EuroGeographics" in document["attribution"]
    assert "made up" in document["samples"]
    assert document["links"] == [{"rel": "self"}]


def test_only_an_edition_with_samples_speaks_of_them() -> None:
    assert "samples" not in document_members({"id": "abc", "samples": False})


def test_a_count_has_no_features_and_no_box(small: Store) -> None:
    document = answer(small, "nuts3", ("resulttype", "hits"))
    assert (document["numberMatched"], document["numberReturned"], document["features"]) == (5, 0, [])
    assert "bbox" not in document


def test_without_geometry(small: Store) -> None:
    document = answer(small, "nuts3", ("skipGeometry", "true"))
    assert all(feature["geometry"] is None for feature in document["features"])
    assert "bbox" not in document


def test_named_properties_in_the_order_of_the_collection(small: Store) -> None:
    document = answer(small, "nuts3", ("properties", "country,name"), ("crs", LAEA))
    assert all(list(feature["properties"]) == ["name", "country"] for feature in document["features"])
    assert all(feature["id"] for feature in document["features"])


def test_the_same_answer_twice(small: Store) -> None:
    """Fragments are kept; joining them into one document must not change them."""
    assert answer(small, "programmes") == answer(small, "programmes")
    assert answer(small, "programmes", ("limit", "1")) == answer(small, "programmes", ("limit", "1"))


def test_one_feature_alone(small: Store) -> None:
    collection = COLLECTIONS["nuts3"]
    page = small.one("nuts3", "ITG11")
    document = json.loads(document_bytes(page, parse_item(collection, []), {"links": [], "edition": "abc"}))
    assert list(document) == ["type", "id", "geometry", "properties", "links", "edition"]
    assert document["properties"]["name"] == "Trapani"


@pytest.mark.parametrize("text", ['Zürich "<&>"', "\\", '\\"', '"\\\\"', "a\nb\t", "", "plain"])
def test_marks_are_escaped_by_their_numbers(text: str) -> None:
    """QGIS 3.44.10 and older drop those that are escaped by a backslash."""
    written = numbered_escapes(json.dumps({"name": text}).encode())
    assert json.loads(written) == {"name": text}
    assert b'\\"' not in written
    assert b"\\\\" not in written


def test_features_of_a_store_that_is_opened_so_have_none_escaped_by_a_backslash(real_edition: EditionFolder) -> None:
    """Computed properties, too: with words, ``matched_in_text`` repeats titles."""
    store = open_store(real_edition.folder, numbered_escapes)
    plain = open_store(real_edition.folder)
    for query in (Query("programmes", limit=1000), Query("programmes", words="pro", limit=1000)):
        written, expected = (list(each.search(query).features()) for each in (store, plain))
        assert any(b'\\"' in feature for feature in expected), "the edition has texts with marks"
        assert not any(b'\\"' in feature or b"\\\\" in feature for feature in written)
        assert [json.loads(feature) for feature in written] == [json.loads(feature) for feature in expected]
