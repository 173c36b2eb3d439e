"""Find partners as an algorithm: alone, in a model, and with qgis_process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.processing.provider import CooperationAtlasProvider
from cooperation_search.theme import themed_icon
from qgis.core import (
    QgsApplication,
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
    QgsProject,
    QgsVectorLayer,
)
from running_server import RunningServer

SICILY = "2021IT16RFPR016"


@pytest.fixture(scope="module")
def provider(qgis_app: Any) -> Iterator[CooperationAtlasProvider]:
    made = CooperationAtlasProvider(themed_icon())
    assert QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


def run(provider: CooperationAtlasProvider, **parameters: Any) -> dict[str, Any]:
    """The outputs by name: layers and numbers."""
    algorithm = provider.algorithm("findpartners").create()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"OUTPUT": "memory:", "LINES": "memory:", "OWN": "memory:", **parameters}
    parameters = {name: value for name, value in parameters.items() if value is not None}
    valid, text = algorithm.checkParameterValues(parameters, context)
    assert valid, text
    results, good = algorithm.run(parameters, context, QgsProcessingFeedback(), {}, False)
    assert good
    layers = {name: QgsProcessingUtils.mapLayerFromString(str(value), context) for name, value in results.items()}
    return {name: context.takeResultLayer(layer.id()) if layer else results[name] for name, layer in layers.items()}


def test_it_is_what_the_server_answers(provider: CooperationAtlasProvider, server: RunningServer):
    made = run(provider, SERVER=server.url, PROGRAMME=SICILY, LIMIT=7, PRESET="learn", PER_COUNTRY=2)
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
    made = run(provider, SERVER=server.url, **{"PROGRAMME": SICILY, **given})
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
        run(provider, SERVER=server.url, **given)


def test_outputs_carry_rights_edition_and_styles(
    provider: CooperationAtlasProvider, server: RunningServer, tmp_path: Path
):
    files = {name: str(tmp_path / f"{name}.gpkg") for name in ("OUTPUT", "LINES", "OWN")}
    edition = server.json("/healthz")["edition"]["id"]
    for places in ({}, files):
        made = run(provider, SERVER=server.url, PROGRAMME=SICILY, **places)
        for name in files:
            about = made[name].metadata()
            assert any("EuroGeographics" in right for right in about.rights()) and about.licenses()
            assert any(edition in line for line in about.history())
        assert len(made["OUTPUT"].renderer().categories()) >= 3
        assert made["LINES"].renderer().type() == "categorizedSymbol"
        assert "SAMPLES" in made["OUTPUT"].mapTipTemplate()
    for file in files.values():
        assert QgsVectorLayer(file, "later", "ogr").metadata().rights()


def test_outputs_that_nobody_wants_are_not_made(provider: CooperationAtlasProvider, server: RunningServer):
    made = run(provider, SERVER=server.url, PROGRAMME=SICILY, LINES=None, OWN=None)
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
