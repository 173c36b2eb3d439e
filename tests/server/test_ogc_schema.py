"""JSON Schemas of features and queryables, and OpenAPI's of the criteria."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from made_store import records

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS, Collection
from cooperation_atlas.model.criteria import criteria_of
from cooperation_atlas.model.fields import FieldType, array, date, number, string
from cooperation_atlas.ogc.parameter_values import MAXIMUM_TEXTS
from cooperation_atlas.ogc.schema import (
    CRITERIA_MEMBER,
    Nulls,
    criteria_schema,
    described_criteria,
    feature_schema,
    property_schema,
    queryables_schema,
)
from cooperation_atlas.store.codelists import Code, CodeList, CodeLists
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.open import open_store

LISTS = CodeLists({"funds": CodeList("funds", [Code("ERDF", "Fund"), Code("JTF", "Other fund")])})
EVERY = pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=COLLECTIONS.keys())


@pytest.fixture(scope="module")
def store(small_edition: EditionFolder) -> Store:
    return open_store(small_edition.folder)


def test_properties_by_type() -> None:
    assert property_schema(string("a", "A", "What.", "funds"), LISTS) == {
        "title": "A", "description": "What.", "x-ogc-codelistId": "funds", "type": "string", "enum": ["ERDF", "JTF"],
    }  # fmt: skip
    several = property_schema(array("a", "A", "What.", "funds")[0], LISTS)
    assert (several["type"], several["items"]) == ("array", {"type": "string", "enum": ["ERDF", "JTF"]})
    assert property_schema(date("a", "A", ""), LISTS)["format"] == "date"
    assert property_schema(number("a", "A", "", "km2"), LISTS)["x-ogc-unit"] == "km2"
    assert "x-ogc-unit" not in property_schema(number("a", "A", "", "EUR"), LISTS), "no unit of UCUM"
    assert property_schema(string("a", "A", "", format="uri"), LISTS)["format"] == "uri"


@EVERY
def test_schemas_are_schemas(store: Store, collection: Collection) -> None:
    for make in (feature_schema, queryables_schema):
        document = make(collection, store.codelists, "https://atlas.example/schema")
        Draft202012Validator.check_schema(document)
        assert document["$id"] == "https://atlas.example/schema"
        fields = collection.fields if make is feature_schema else collection.stored
        assert list(document["properties"]) == [*(field.name for field in fields), "geometry"]
        for name, told in document["properties"].items():
            assert told["title"], name
            assert told["description"], name


@EVERY
def test_every_feature_is_valid(store: Store, collection: Collection) -> None:
    """As it is answered, with null for what is not known, and without it where null is implied."""
    facts = records(store, collection.id)
    assert facts
    for nulls in Nulls:
        document = feature_schema(collection, store.codelists, "https://atlas.example/schema", nulls)
        validator = Draft202012Validator(document, format_checker=Draft202012Validator.FORMAT_CHECKER)
        for properties in facts.values():
            shown = properties
            if nulls is Nulls.IMPLIED:
                shown = {name: value for name, value in properties.items() if value is not None}
            assert [error.message for error in validator.iter_errors(shown)] == []


@EVERY
def test_one_type_alone_where_null_is_implied(store: Store, collection: Collection) -> None:
    allowed = feature_schema(collection, store.codelists, "https://atlas.example/schema")
    implied = feature_schema(collection, store.codelists, "https://atlas.example/schema", Nulls.IMPLIED)
    assert implied["$id"] == "https://atlas.example/schema?nulls=implied"
    assert list(implied["properties"]) == list(allowed["properties"])
    for name, told in implied["properties"].items():
        if name == collection.id_field:
            assert told == allowed["properties"][name], "an id is never absent"
        elif name != "geometry":
            assert allowed["properties"][name]["type"] == [told["type"], "null"]
            assert None not in told.get("enum", [])


@EVERY
def test_roles(store: Store, collection: Collection) -> None:
    properties = feature_schema(collection, store.codelists, "x")["properties"]
    roles = {name: told["x-ogc-role"] for name, told in properties.items() if "x-ogc-role" in told}
    expected = {collection.id_field: "id", "geometry": "primary-geometry"}
    if collection.time_fields:
        expected |= dict(zip(collection.time_fields, ("primary-interval-start", "primary-interval-end"), strict=True))
    assert roles == expected
    places = [told["x-ogc-propertySeq"] for told in properties.values() if "x-ogc-propertySeq" in told]
    assert places == list(range(1, len(collection.fields) + 1))


@EVERY
def test_every_code_list_that_a_property_names_exists(store: Store, collection: Collection) -> None:
    for field in collection.fields:
        assert field.codelist is None or field.codelist in store.codelists, field.name
        assert field.twin_of is None or collection.by_name[field.twin_of].type is FieldType.ARRAY


@EVERY
def test_criteria_are_lists_of_codes(store: Store, collection: Collection) -> None:
    found: dict[str, dict[str, Any]] = criteria_schema(collection, store.codelists)
    assert list(found) == list(criteria_of(collection))
    assert found["country"]["items"]["enum"] == list(store.codelists["countries"].codes)
    if collection.is_of_programmes:
        assert "enum" not in found["title"]["items"]
        assert found["title"]["maxItems"] == MAXIMUM_TEXTS
    json.dumps(found)


@EVERY
def test_a_client_learns_the_criteria_from_the_queryables(store: Store, collection: Collection) -> None:
    criteria = queryables_schema(collection, store.codelists, "https://atlas.example/schema")[CRITERIA_MEMBER]
    assert list(criteria) == list(criteria_of(collection))
    queryables = {field.name for field in collection.stored}
    for name, each in criteria.items():
        Draft202012Validator.check_schema(each)
        assert each["title"] and each["description"] and each["x-atlas-match"] and each["x-atlas-level"], name
        assert each.get("x-ogc-codelistId") in (None, *store.codelists), name
        assert each.get("x-atlas-property") in (None, *queryables), name


def test_how_criteria_are_described(store: Store) -> None:
    criteria = described_criteria(COLLECTIONS["programmes"], store.codelists)
    assert (criteria["kind"]["x-atlas-property"], criteria["kind"]["x-ogc-codelistId"]) == ("kinds", "kinds")
    assert criteria["kind"]["x-atlas-also"] == {"offer": ["both"], "need": ["both"]}
    assert criteria["scope"]["x-atlas-also"] == {"*": ["open"]}
    assert criteria["exclude_country"]["x-atlas-excludes"] is True
    assert "x-atlas-property" not in criteria["mode"] and "x-atlas-property" not in criteria["open"]
    entries = described_criteria(COLLECTIONS["cooperation"], store.codelists)
    assert entries["mode"]["x-atlas-property"] == "modes"
    assert "x-atlas-property" not in described_criteria(COLLECTIONS["nuts3"], store.codelists)["fund"]
