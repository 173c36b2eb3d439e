"""Consortia as an algorithm: the sets that the server finds, or what to loosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from algorithms import SICILY, Ran, assert_credited, run
from cooperation_search.processing.provider import CooperationAtlasProvider
from qgis.core import QgsProcessingException
from running_server import RunningServer


def consortium(provider: CooperationAtlasProvider, server: RunningServer, **parameters: Any) -> Ran:
    return run(provider, "consortium", **{"SERVER": server.url, "PROGRAMME": SICILY, **parameters})


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({}, {"preset": "i3-1", "sets": 3}),
        ({"PRESET": "i3-2a", "SETS": 2}, {"preset": "i3-2a", "sets": 2}),
        (
            {"PRESET": "", "PARTNERS": 4, "COUNTRIES": 3, "CATEGORIES": "LD:2", "SETS": 1, "OTHER": "country=EL,ES,MT"},
            {"partners": 4, "countries": 3, "categories": "LD:2", "sets": 1, "country": "EL,ES,MT"},
        ),
    ],
)
def test_sets_are_those_of_the_server(
    provider: CooperationAtlasProvider, server: RunningServer, given: dict, query: dict
):
    ran = consortium(provider, server, **given)
    answer = server.json("/consortium", f="json", programme=SICILY, skipGeometry="true", **query)
    expected = [(each["properties"]["set"], each["properties"]["cci"]) for each in answer["features"]]
    assert [(each["set"], each["cci"]) for each in ran.features()] == expected != []
    assert ran.results["COUNT"] == len(answer["sets"]) and all(each.hasGeometry() for each in ran.features())
    for each, said in zip(answer["sets"], (text for text in ran.heard.infos if text.startswith("Set ")), strict=True):
        assert all(member["title"] in said for member in each["members"])


def test_where_there_is_none_it_says_what_to_loosen(provider: CooperationAtlasProvider, server: RunningServer):
    ran = consortium(provider, server, PRESET="", PARTNERS=4, COUNTRIES=4, OTHER="country=MT")
    answer = server.json("/consortium", f="json", programme=SICILY, partners=4, countries=4, country="MT", sets=3)
    assert ran.layer.featureCount() == ran.results["COUNT"] == len(answer["sets"]) == 0
    assert answer["loosened"] and ran.heard.warnings == ["No set meets all rules."]
    for each in answer["loosened"]:
        assert any(each["text"].rstrip(".") in said for said in ran.heard.infos)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"PROGRAMME": ""}, "programme"), ({"PRESET": "i3-9"}, "i3-"), ({"CATEGORIES": "XX:1"}, "XX"),
        ({"PARTNERS": 9, "PARTNERS_MOST": 3}, "partners"), ({"WITH": "2021XX"}, "2021XX"),
    ],
)  # fmt: skip
def test_mistakes(provider: CooperationAtlasProvider, server: RunningServer, given: dict, words: str):
    with pytest.raises(QgsProcessingException, match=words):
        consortium(provider, server, **given)


def test_the_output_carries_rights_edition_and_style(
    provider: CooperationAtlasProvider, server: RunningServer, tmp_path: Path
):
    for place in ("memory:", str(tmp_path / "sets.gpkg")):
        layer = consortium(provider, server, OUTPUT=place).layer
        assert_credited(layer, server)
        assert "/consortium?" in layer.metadata().identifier()
        assert "partner" in [category.value() for category in layer.renderer().categories()]
    assert_credited(consortium(provider, server, SAMPLES=False).layer, server, samples=False)
