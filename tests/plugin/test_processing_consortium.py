"""Consortia as an algorithm: the sets that the server finds, or what to loosen."""

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


class Heard(QgsProcessingFeedback):
    """Keeps what is said."""

    def __init__(self) -> None:
        super().__init__(False)
        self.said: list[str] = []

    def pushInfo(self, text: str) -> None:
        self.said.append(text)

    pushWarning = pushInfo


def run(provider: CooperationAtlasProvider, **parameters: Any) -> tuple[QgsVectorLayer, int, str]:
    algorithm = provider.algorithm("consortium").create()
    context, heard = QgsProcessingContext(), Heard()
    context.setProject(QgsProject.instance())
    parameters = {"OUTPUT": "memory:", "PROGRAMME": SICILY, **parameters}
    valid, text = algorithm.checkParameterValues(parameters, context)
    assert valid, text
    results, good = algorithm.run(parameters, context, heard, {}, False)
    assert good
    layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    return context.takeResultLayer(layer.id()), results["COUNT"], "\n".join(heard.said)


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
    made, count, said = run(provider, SERVER=server.url, **given)
    answer = server.json("/consortium", f="json", programme=SICILY, skipGeometry="true", **query)
    expected = [(each["properties"]["set"], each["properties"]["cci"]) for each in answer["features"]]
    assert [(each["set"], each["cci"]) for each in made.getFeatures()] == expected != []
    assert count == len(answer["sets"]) and all(each.hasGeometry() for each in made.getFeatures())
    for each in answer["sets"]:
        assert all(member["title"] in said for member in each["members"])


def test_where_there_is_none_it_says_what_to_loosen(provider: CooperationAtlasProvider, server: RunningServer):
    made, count, said = run(provider, SERVER=server.url, PRESET="", PARTNERS=4, COUNTRIES=4, OTHER="country=MT")
    answer = server.json("/consortium", f="json", programme=SICILY, partners=4, countries=4, country="MT", sets=3)
    assert made.featureCount() == count == len(answer["sets"]) == 0
    assert answer["loosened"] and "No set meets all rules." in said
    for each in answer["loosened"]:
        assert each["text"].rstrip(".") in said


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"PROGRAMME": ""}, "programme"), ({"PRESET": "i3-9"}, "i3-"), ({"CATEGORIES": "XX:1"}, "XX"),
        ({"PARTNERS": 9, "PARTNERS_MOST": 3}, "partners"), ({"WITH": "2021XX"}, "2021XX"),
    ],
)  # fmt: skip
def test_mistakes(provider: CooperationAtlasProvider, server: RunningServer, given: dict, words: str):
    with pytest.raises(QgsProcessingException, match=words):
        run(provider, SERVER=server.url, **given)


def test_the_output_carries_rights_edition_and_style(
    provider: CooperationAtlasProvider, server: RunningServer, tmp_path: Path
):
    edition = server.json("/healthz")["edition"]["id"]
    for place in ("memory:", str(tmp_path / "sets.gpkg")):
        made, _, _ = run(provider, SERVER=server.url, OUTPUT=place)
        about = made.metadata()
        assert any("EuroGeographics" in right for right in about.rights()) and about.licenses()
        assert any(edition in line for line in about.history()) and "/consortium?" in about.identifier()
        assert "partner" in [category.value() for category in made.renderer().categories()]
