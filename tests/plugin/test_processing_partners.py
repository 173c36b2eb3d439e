"""Find partners as an algorithm: alone, in a model, and with qgis_process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from algorithms import SICILY, assert_credited, run
from cooperation_search.processing.provider import CooperationAtlasProvider
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)
from running_server import RunningServer

OUTPUTS = ("OUTPUT", "LINES", "OWN")


def partners(provider: CooperationAtlasProvider, server: RunningServer, **parameters: Any) -> dict[str, Any]:
    """The outputs by name: layers and numbers."""
    places = dict.fromkeys(OUTPUTS, "memory:")
    return run(provider, "findpartners", **{"SERVER": server.url, **places, **parameters}).results


def test_it_is_what_the_server_answers(provider: CooperationAtlasProvider, server: RunningServer):
    made = partners(provider, server, PROGRAMME=SICILY, LIMIT=7, PRESET="learn", PER_COUNTRY=2)
    answer = server.json("/partners", f="json", programme=SICILY, limit=7, preset="learn", per_country=2)
    expected = {each["id"]: each["properties"] for each in answer["features"]}
    found = {each["cci"]: each for each in made["OUTPUT"].getFeatures()}
    assert list(found) == list(expected) and made["COUNT"] == len(expected) == 7
    for cci, partner in found.items():
        assert partner["score_low"] == expected[cci]["score_low"] and partner["tier"] == expected[cci]["tier"]
        assert partner["for_you"] == "; ".join(expected[cci]["for_you"]) and partner.hasGeometry()
    lines = list(made["LINES"].getFeatures())
    assert {line["cci"] for line in lines} == set(expected)
    assert [each["cci"] for each in made["OWN"].getFeatures()] == [SICILY]


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({"ORDER": 2}, {"programme": SICILY, "sortby": "unusual"}),
        ({"ORDER": 3}, {"seeks": SICILY}),
        ({"WEIGHTS": "border:2,theme:1"}, {"programme": SICILY, "weights": "border:2,theme:1"}),
        ({"OTHER": "fund=ESF+\ncountry=ES,PT"}, {"programme": SICILY, "fund": "ESF+", "country": "ES,PT"}),
        ({"SAMPLES": False}, {"programme": SICILY, "exclude": "samples"}),
        ({"PROGRAMME": "", "NEED_COUNTRY": "gr", "ORDER": 3}, {"seeks": "EL"}),
        ({"PROGRAMME": "", "NEED_TOPIC": "PO2", "NEED_NUTS3": "gr30"}, {"need_topic": "PO2", "need_nuts3": "EL30"}),
    ],
)
def test_every_way_to_ask(provider: CooperationAtlasProvider, server: RunningServer, given: dict, query: dict):
    made = partners(provider, server, **{"PROGRAMME": SICILY, **given})
    expected = [each["id"] for each in server.json("/partners", f="json", **query)["features"]]
    assert [each["cci"] for each in made["OUTPUT"].getFeatures()] == expected != []
    if given.get("ORDER") != 3:
        assert made["LINES"].featureCount() == len(expected) and made["OWN"].featureCount() >= 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "programme"), ({"PROGRAMME": "2021IT16RFPR999"}, "2021IT16RFPR019"),
        ({"PROGRAMME": SICILY, "WEIGHTS": "theme:-1"}, "theme"), ({"PROGRAMME": SICILY, "WEIGHTS": "them:1"}, "theme"),
        ({"PROGRAMME": SICILY, "WEIGHTS": "theme:0"}, "weights"), ({"PROGRAMME": SICILY, "PRESET": "lern"}, "learn"),
        ({"ORDER": 3, "NEED_TOPIC": "PO2"}, "a country"), ({"PROGRAMME": SICILY, "OTHER": "colour=red"}, "colour"),
        ({"NEED_TOPIC": "PO99"}, "PO99"),
    ],
)  # fmt: skip
def test_mistakes(provider: CooperationAtlasProvider, server: RunningServer, given: dict, words: str):
    with pytest.raises(QgsProcessingException, match=words):
        partners(provider, server, **given)


def test_outputs_carry_rights_edition_and_styles(
    provider: CooperationAtlasProvider, server: RunningServer, tmp_path: Path
):
    files = {name: str(tmp_path / f"{name}.gpkg") for name in OUTPUTS}
    for places in ({}, files):
        made = partners(provider, server, PROGRAMME=SICILY, **places)
        for name in OUTPUTS:
            assert_credited(made[name], server)
        assert len(made["OUTPUT"].renderer().categories()) >= 3
        assert made["LINES"].renderer().type() == "categorizedSymbol"
        assert "SAMPLES" in made["OUTPUT"].mapTipTemplate()
    without = partners(provider, server, PROGRAMME=SICILY, SAMPLES=False)
    for name in OUTPUTS:
        assert_credited(without[name], server, samples=False)


def test_outputs_that_nobody_wants_are_not_made(provider: CooperationAtlasProvider, server: RunningServer):
    made = run(provider, "findpartners", SERVER=server.url, PROGRAMME=SICILY).results
    assert set(made) == {"OUTPUT", "COUNT"}


def test_in_a_model(provider: CooperationAtlasProvider, server: RunningServer):
    """A model that finds partners of a programme and passes their areas on to another algorithm."""
    model = QgsProcessingModelAlgorithm("partners", "tests")
    model.addModelParameter(QgsProcessingParameterString("who"), QgsProcessingModelParameter("who"))
    source = QgsProcessingModelChildParameterSource
    find = QgsProcessingModelChildAlgorithm("cooperation_atlas:findpartners")
    find.setChildId("find")
    find.addParameterSources("SERVER", [source.fromStaticValue(server.url)])
    find.addParameterSources("PROGRAMME", [source.fromModelParameter("who")])
    find.addParameterSources("LIMIT", [source.fromStaticValue(4)])
    model.addChildAlgorithm(find)
    at = QgsProcessingModelChildAlgorithm("cooperation_atlas:programmes_at_features")
    at.setChildId("at")
    at.addParameterSources("SERVER", [source.fromStaticValue(server.url)])
    at.addParameterSources("INPUT", [source.fromChildOutput("find", "OUTPUT")])
    wanted = QgsProcessingModelOutput("places")
    wanted.setChildId("at")
    wanted.setChildOutputName("OUTPUT")
    at.setModelOutputs({"places": wanted})
    model.addChildAlgorithm(at)
    context = QgsProcessingContext()
    results, good = model.run({"who": SICILY, "at:places": "memory:"}, context, QgsProcessingFeedback(), {}, False)
    assert good
    found = list(QgsProcessingUtils.mapLayerFromString(results["at:places"], context).getFeatures())
    assert [each["cci"] for each in found] == [
        each["id"] for each in server.json("/partners", f="json", programme=SICILY, limit=4)["features"]
    ]
    assert all(each["n_programmes"] >= 1 for each in found)
