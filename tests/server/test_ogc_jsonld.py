"""JSON-LD: a processor reads the documents, with nothing to fetch and nothing lost but the wrapping."""

from __future__ import annotations

import json
from typing import Any

import pytest
from feature_documents import BASE, feature_document, list_document
from made_store import records
from pyld import jsonld as processor

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS, Collection
from cooperation_atlas.ogc.formats import jsonld
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.open import open_store

SCHEMA_ORG = "https://schema.org/"
GEOJSON = "https://purl.org/geojson/vocab#"


@pytest.fixture(scope="module")
def store(small_edition: EditionFolder) -> Store:
    return open_store(small_edition.folder)


def refused(url: str, _: dict[str, Any]) -> dict[str, Any]:
    raise AssertionError(f"{url} would have to be fetched")


def expanded(document: bytes) -> dict[str, Any]:
    (node,) = processor.expand(json.loads(document), {"documentLoader": refused})
    return node


def of_collection(store: Store, collection: Collection, **parameters: str) -> bytes:
    return jsonld.write_list(list_document(store, collection, "jsonld", parameters))


def plain(value: Any) -> Any:
    """A property value as it was before expansion: absent, one value or several."""
    found = [v.get("@value", v.get("@id")) for v in value or ()]
    return None if not found else found[0] if len(found) == 1 else found


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=COLLECTIONS.keys())
def test_every_property_is_a_statement_about_the_feature(store: Store, collection: Collection) -> None:
    node = expanded(of_collection(store, collection))
    facts = records(store, collection.id)
    features = {feature["@id"]: feature for feature in node[f"{GEOJSON}features"]}
    here = f"{BASE}/collections/{collection.id}"
    assert set(features) == {f"{here}/items/{id_}" for id_ in facts}
    terms = {"title": "name", "name": "name", "url": "url", "summary": "description"}
    for id_, properties in facts.items():
        feature = features[f"{here}/items/{id_}"]
        assert feature["@type"] == [f"{GEOJSON}Feature"]
        for name, value in properties.items():
            if name == "id":
                continue
            iri = f"{SCHEMA_ORG}{terms[name]}" if name in terms else f"{here}/schema#{name}"
            if name in ("title", "name") and {"title", "name"} <= set(properties):
                assert value in [v["@value"] for v in feature[iri]]
                continue
            shown = plain(feature.get(iri))
            assert shown == (value[0] if isinstance(value, list) and len(value) == 1 else value), (id_, name)


def test_geometry_stays_geojson(store: Store) -> None:
    node = expanded(of_collection(store, COLLECTIONS["nuts3"], nuts3="ITG11"))
    (literal,) = node[f"{GEOJSON}features"][0][f"{GEOJSON}geometry"]
    assert literal["@type"] == "@json"
    assert literal["@value"]["type"] == "MultiPolygon"
    assert len(node[f"{GEOJSON}bbox"][0]["@list"]) == 4


def test_addresses_are_resources(store: Store) -> None:
    node = expanded(of_collection(store, COLLECTIONS["programmes"], cci="2021IT16RFPR001"))
    assert node[f"{SCHEMA_ORG}license"] == [{"@id": "https://creativecommons.org/licenses/by/4.0/"}]
    assert node[f"{GEOJSON}features"][0][f"{SCHEMA_ORG}url"] == [{"@id": "https://example.org/sicilia"}]
    links = {link["@id"]: link for link in node[f"{BASE}/collections/programmes/schema#links"]}
    schema = links[f"{BASE}/collections/programmes/schema"]
    assert schema[f"{SCHEMA_ORG}encodingFormat"] == [{"@value": "application/schema+json"}]
    assert schema[f"{BASE}/collections/programmes/schema#rel"] == [{"@value": "describedby"}]


def test_one_feature_alone(store: Store) -> None:
    collection = COLLECTIONS["programme-areas"]
    id_ = "2021IT16RFPR001.ITG1"
    node = expanded(jsonld.write_feature(feature_document(store, collection, "jsonld", id_)))
    assert node["@id"] == f"{BASE}/collections/programme-areas/items/{id_}"
    assert node[f"{BASE}/collections/programme-areas/schema#nuts_code"] == [{"@value": "ITG1"}]


def test_properties_asked_for_are_those_that_are_told(store: Store) -> None:
    document = json.loads(of_collection(store, COLLECTIONS["cooperation"], properties="id,kind"))
    assert [list(feature["properties"]) for feature in document["features"]] == [["sample", "kind"]] * 3


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=COLLECTIONS.keys())
def test_no_property_hides_behind_a_term_of_the_wrapping(collection: Collection) -> None:
    """A property called ``type`` or ``links`` would be read as the one of the document."""
    wrapping = {"type", "geometry", "bbox", "properties", "features", "links", "geojson", "schema", "@base", "@vocab"}
    assert not wrapping & set(collection.by_name)
    assert wrapping <= set(jsonld.context(BASE, collection))
