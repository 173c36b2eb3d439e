"""GeoJSON documents joined from fragments: the same as when they are built as objects."""

from __future__ import annotations

import json
from typing import Any

import made_store
import numpy as np
import pytest
import shapely

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.formats.geojson import bounds, collection_bytes, document_bytes, document_members
from cooperation_atlas.ogc.parameters import parse_item, parse_items
from cooperation_atlas.store.crs import CRS84, OFFERED
from cooperation_atlas.store.memory.load import load_edition
from cooperation_atlas.store.memory.memory_store import MemoryStore

LAEA = "http://www.opengis.net/def/crs/EPSG/0/3035"
WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326"
FACTS = {"id": "abc", "created": "2026-01-02T03:04:05Z", "samples": True}


@pytest.fixture(scope="module")
def small(small_edition: EditionFolder) -> MemoryStore:
    return load_edition(small_edition.folder)


def answer(store: MemoryStore, collection: str, *parameters: tuple[str, str]) -> dict[str, Any]:
    asked = parse_items(COLLECTIONS[collection], parameters)
    found: dict[str, Any] = json.loads(collection_bytes(store.search(asked.query), asked, [{"rel": "self"}], FACTS))
    return found


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("crs", OFFERED)
def test_features_are_what_the_table_says(small: MemoryStore, collection: str, crs: str) -> None:
    table = small.table(collection)
    document = answer(small, collection, ("crs", crs), ("sortby", table.collection.id_field))
    assert [feature["id"] for feature in document["features"]] == list(table.ids)
    for row, feature in enumerate(document["features"]):
        assert feature["type"] == "Feature"
        nothing = {field.name: None for field in table.collection.answered}
        assert feature["properties"].keys() == table.collection.by_name.keys()
        assert nothing | feature["properties"] == nothing | made_store.stored(table, row) | {
            name: feature["properties"][name] for name in nothing
        }
        (fragment,) = table.geometries(crs).fragments([row])
        assert feature["geometry"] == json.loads(fragment)


def test_the_document_says_what_it_is(small: MemoryStore) -> None:
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


def test_a_count_has_no_features_and_no_box(small: MemoryStore) -> None:
    document = answer(small, "nuts3", ("resulttype", "hits"))
    assert (document["numberMatched"], document["numberReturned"], document["features"]) == (5, 0, [])
    assert "bbox" not in document


def test_without_geometry(small: MemoryStore) -> None:
    document = answer(small, "nuts3", ("skipGeometry", "true"))
    assert all(feature["geometry"] is None for feature in document["features"])
    assert "bbox" not in document


def test_named_properties_in_the_order_of_the_collection(small: MemoryStore) -> None:
    document = answer(small, "nuts3", ("properties", "country,name"), ("crs", LAEA))
    assert all(list(feature["properties"]) == ["name", "country"] for feature in document["features"])
    assert all(feature["id"] for feature in document["features"])


def test_the_same_answer_twice(small: MemoryStore) -> None:
    """Fragments are kept; joining them into one document must not change them."""
    assert answer(small, "programmes") == answer(small, "programmes")
    assert answer(small, "programmes", ("limit", "1")) == answer(small, "programmes", ("limit", "1"))


def test_one_feature_alone(small: MemoryStore) -> None:
    collection = COLLECTIONS["nuts3"]
    page = small.one("nuts3", "ITG11")
    document = json.loads(document_bytes(page, parse_item(collection, []), {"links": [], "edition": "abc"}))
    assert list(document) == ["type", "id", "geometry", "properties", "links", "edition"]
    assert document["properties"]["name"] == "Trapani"


@pytest.mark.parametrize(
    ("crs", "expected"),
    [(CRS84, [10, 40, 12.5, 41]), (WGS84, [40, 10, 41, 12.5]), (LAEA, None)],
)
def test_the_box_has_the_axis_order_of_the_system(crs: str, expected: list[float] | None) -> None:
    shapes = [shapely.box(10, 40, 11, 41), None, shapely.box(12, 40, 12.5, 41)]
    table = made_store.table("nuts3", [{"nuts_code": f"{n}"} for n in range(3)], shapes)
    found = bounds(table, [0, 1, 2], crs)
    assert found is not None
    if expected:
        assert found == expected
    else:
        north_first = np.array(found).reshape(2, 2)
        assert (north_first[:, 0] < 2.1e6).all()
        assert (north_first[:, 1] > 4.2e6).all()
    assert bounds(table, [1], crs) is None
    assert bounds(table, [], crs) is None
