"""Queryables, schemas and code lists: true types, words for people, the values that are allowed."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

import pytest
from http_client import follow, get, ids, items, page, refusal
from jsonschema import Draft202012Validator
from running_server import RunningServer

PYTHON = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list}


def properties(server: RunningServer, collection: str, document: str) -> dict[str, dict[str, Any]]:
    found = page(server, f"/collections/{collection}/{document}")["properties"]
    for declared in found.values():
        kinds = declared.get("type")
        if isinstance(kinds, list):  # what may be absent
            assert kinds[1:] == ["null"]
            declared["type"] = kinds[0]
    return {name: declared for name, declared in found.items() if name != "geometry"}


@pytest.mark.parametrize("document", ["schema", "queryables"])
def test_documents_are_json_schemas_under_their_own_address(server: RunningServer, collection: str, document: str):
    answer = get(server, f"/collections/{collection}/{document}")
    assert answer.headers["content-type"] == "application/schema+json"
    schema = answer.json()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{server.url}/collections/{collection}/{document}"
    assert schema["type"] == "object"
    assert schema["title"] and schema["description"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["geometry"]["x-ogc-role"] == "primary-geometry"
    assert schema["properties"]["geometry"]["format"].startswith("geometry-")


@pytest.mark.parametrize("document", ["schema", "queryables"])
def test_each_property_has_type_title_and_description(server: RunningServer, collection: str, document: str):
    for name, declared in properties(server, collection, document).items():
        assert declared["type"] in PYTHON, name
        assert declared["title"] and declared["description"], name
        if declared["type"] == "array":
            assert declared["items"]["type"] == "string", name
            assert properties(server, collection, document)[f"{name}_text"]["type"] == "string", name


def test_every_feature_is_valid_against_the_schema_of_its_collection(
    server: RunningServer, collection: str, features: list[dict]
):
    schema = page(server, f"/collections/{collection}/schema")
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for feature in features:
        told = {**feature["properties"], "geometry": feature["geometry"]}
        assert [error.message for error in validator.iter_errors(told)] == [], feature["id"]


def test_clients_that_follow_the_links_find_one_type_for_each_property(server: RunningServer, collection: str):
    """QGIS 3.44 and GDAL take a property with two types for text, by their sources."""
    links = page(server, f"/collections/{collection}")["links"]
    found = [link["href"] for link in links if link["type"] == "application/schema+json" and "schema" in link["rel"]]
    found += [
        link["href"] for link in links if link["rel"] == "describedby" and link["type"] == "application/schema+json"
    ]
    assert len(found) == 2
    for href in found:
        for name, declared in follow(href).json()["properties"].items():
            assert name == "geometry" or declared["type"] in PYTHON, name


@pytest.mark.parametrize(("given", "nearest"), [("none", None), ("Implied", "implied"), ("", None)])
def test_what_to_say_of_nulls_is_one_of_two(server: RunningServer, given: str, nearest: str | None):
    problem = refusal(get(server, "/collections/nuts3/schema", nulls=given))
    assert problem["parameter"] == "nulls"
    assert nearest is None or nearest in problem["nearest"]


def test_addresses_say_that_they_are(server: RunningServer, collection: str, features: list[dict], declared: dict):
    found = set()
    for name, told in declared.items():
        values = [v for f in features if isinstance(v := f["properties"][name], str)]
        addresses = bool(values) and all(urlsplit(v).scheme in ("http", "https") for v in values)
        assert addresses == (told.get("format") == "uri"), name
        found |= {name} if addresses else set()
    assert ("url" in found) == (collection == "programmes")


def test_units_are_those_of_ucum(server: RunningServer, collection: str, declared: dict[str, dict]):
    assert {told["x-ogc-unit"] for told in declared.values() if "x-ogc-unit" in told} <= {"km", "km2"}


def test_schema_names_exactly_what_features_have(
    server: RunningServer, collection: str, features: list[dict], declared: dict[str, dict]
):
    assert list(features[0]["properties"]) == list(declared)
    roles = {d.get("x-ogc-role"): name for name, d in declared.items() if "x-ogc-role" in d}
    assert features[0]["id"] == features[0]["properties"][roles["id"]]


def test_values_have_the_declared_types_and_codes(collection: str, features: list[dict], declared: dict[str, dict]):
    for feature in features:
        for name, value in feature["properties"].items():
            if value is None:
                continue
            told = declared[name]
            assert isinstance(value, PYTHON[told["type"]]), (feature["id"], name, value)
            assert told["type"] == "boolean" or not isinstance(value, bool), (feature["id"], name)
            if told.get("format") == "date":
                assert dt.date.fromisoformat(value).isoformat() == value
            if told["type"] == "array":
                assert value and all(isinstance(v, str) for v in value), "an empty list is absent"
                assert len(set(value)) == len(value), (feature["id"], name)
                assert set(value) <= set(told["items"].get("enum", value)), (feature["id"], name)
            else:
                assert value in told.get("enum", [value]), (feature["id"], name, value)


def test_text_twins_are_there_exactly_where_arrays_are(features: list[dict], declared: dict[str, dict]):
    arrays = [name for name, told in declared.items() if told["type"] == "array"]
    for feature in features:
        told = feature["properties"]
        for name in arrays:
            assert (told[name] is None) == (told[f"{name}_text"] is None), (feature["id"], name)
            if told[name] is not None:
                assert len(told[name]) <= told[f"{name}_text"].count("; ") + 1


def test_enums_are_the_code_lists(server: RunningServer, collection: str):
    for name, declared in properties(server, collection, "queryables").items():
        if "x-ogc-codelistId" in declared:
            codes = [c["code"] for c in page(server, f"/codelists/{declared['x-ogc-codelistId']}")["items"]]
            assert declared.get("enum", declared.get("items", {}).get("enum")) == codes, name


def test_every_queryable_is_a_parameter(server: RunningServer, collection: str):
    """19-079r2, /req/queryables-query-parameters: each queryable can be asked for by its name."""
    one = page(server, items(collection), limit=1, offset=1)["features"][0]
    for name in properties(server, collection, "queryables"):
        value = one["properties"][name]
        # On areas, `period` is the criterion: an area is found by it where a programme of that period covers it.
        if value is None or (
            collection.startswith("nuts3") and name == "period" and not one["properties"]["programmes"]
        ):
            continue
        text = str(value[0] if isinstance(value, list) else value).replace(",", "\\,")
        asked = text.lower() if isinstance(value, bool) else text
        assert one["id"] in ids(server, collection, **{name: asked}), name


def test_every_queryable_can_be_named_in_a_filter(server: RunningServer, collection: str):
    for name in properties(server, collection, "queryables"):
        present = page(server, items(collection), filter=f"{name} IS NOT NULL", resulttype="hits")["numberMatched"]
        absent = page(server, items(collection), filter=f"{name} IS NULL", resulttype="hits")["numberMatched"]
        assert present + absent == page(server, items(collection), resulttype="hits")["numberMatched"], name


def test_code_lists_have_labels(server: RunningServer):
    listed = page(server, "/codelists")["codelists"]
    assert {"countries", "topics", "scopes", "periods", "funds", "kinds", "strategies", "statuses", "objectives"} <= {
        each["id"] for each in listed
    }
    for each in listed:
        codes = page(server, each["href"].removeprefix(server.url))["items"]
        assert len(codes) == each["count"] > 0
        known = {c["code"] for c in codes}
        assert len(known) == len(codes)
        for code in codes:
            assert code["label"] and code["labels"]["en"] == code["label"], code
            assert code.get("parent") is None or code["parent"] in known


@pytest.mark.parametrize("path", ["", "/schema", "/queryables", "/items", "/facets"])
def test_what_a_collection_links_to_exists(server: RunningServer, collection: str, path: str):
    links = page(server, f"/collections/{collection}")["links"]
    here = f"{server.url}/collections/{collection}{path}"
    found = [link for link in links if link["href"].split("?")[0] == here]
    assert found
    for link in found:
        answer = get(server, link["href"].removeprefix(server.url))
        assert answer.status_code == 200
        assert answer.headers["content-type"].split(";")[0] == link["type"].split(";")[0]
