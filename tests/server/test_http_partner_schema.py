"""The schema of partners: everything that a client needs to offer the comparison, and that answers agree with."""

from __future__ import annotations

import pytest
from http_client import SICILY, get, page, refusal
from jsonschema import Draft202012Validator
from running_server import RunningServer

from cooperation_atlas.model.partner_parts import PARTS, POTENTIAL
from cooperation_atlas.model.partners import PARTNERS

SCHEMA = "/partners/schema"


def comparison(server: RunningServer, **query: object) -> dict[str, list[dict[str, object]]]:
    return page(server, SCHEMA, **query)["x-atlas-comparison"]


def test_partners_are_valid_against_their_schema(server: RunningServer):
    schema = page(server, SCHEMA)
    found = page(server, "/partners", programme=SICILY)
    assert list(schema["properties"]) == [*PARTNERS.by_name, "geometry"]
    for feature in found["features"]:
        assert not list(Draft202012Validator(schema).iter_errors(feature["properties"]))
    (described,) = (link["href"] for link in found["links"] if link["rel"] == "describedby")
    assert described.endswith(SCHEMA)


def test_each_preset_is_what_its_weights_are(server: RunningServer):
    for preset in comparison(server)["presets"]:
        weights = ",".join(f"{name}:{weight}" for name, weight in preset["weights"].items())
        by_name = page(server, "/partners", programme=SICILY, preset=preset["name"], skipGeometry="true")
        by_weight = page(server, "/partners", programme=SICILY, weights=weights, skipGeometry="true")
        assert by_name["features"] == by_weight["features"] != []


def test_parts_orders_tiers_and_defaults_are_those_of_answers(server: RunningServer):
    said = comparison(server)
    assert [part["name"] for part in said["parts"]] == list(PARTS)
    assert [part["name"] for part in said["parts"] if part["basis"] == "potential"] == list(POTENTIAL)
    for order in said["orders"]:
        page(server, "/partners", programme=SICILY, sortby=order["name"])
    given = page(server, "/partners", programme=SICILY, skipGeometry="true", **said["defaults"])
    assert given["features"] == page(server, "/partners", programme=SICILY, skipGeometry="true")["features"]
    all_ = page(server, "/partners", programme=SICILY, skipGeometry="true", limit=said["most"]["limit"])
    assert {one["properties"]["tier"] for one in all_["features"]} <= {tier["name"] for tier in said["tiers"]}
    refusal(get(server, "/partners", programme=SICILY, limit=said["most"]["limit"] + 1))


@pytest.mark.parametrize("language", ("de", "es", "fr", "it", "pl"))
def test_its_titles_are_in_the_language_asked_for(server: RunningServer, language: str):
    english, other = comparison(server), comparison(server, lang=language)
    for name in ("parts", "presets", "need", "orders", "tiers"):
        pairs = list(zip(english[name], other[name], strict=True))
        assert [one["name"] for one, _ in pairs] == [one["name"] for _, one in pairs]
        assert any(one["title"] != translated["title"] for one, translated in pairs)


def test_an_unknown_value_of_nulls_is_refused(server: RunningServer):
    assert refusal(get(server, SCHEMA, nulls="some"))["parameter"] == "nulls"
