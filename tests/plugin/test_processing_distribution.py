"""Distributions as an algorithm: areas where a dimension is a place, else a table."""

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


@pytest.fixture(scope="module")
def provider(qgis_app: Any) -> Iterator[CooperationAtlasProvider]:
    made = CooperationAtlasProvider(themed_icon())
    assert QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


def run(provider: CooperationAtlasProvider, **parameters: Any) -> tuple[QgsVectorLayer, int]:
    algorithm = provider.algorithm("distribution").create()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"OUTPUT": "memory:", **parameters}
    valid, text = algorithm.checkParameterValues(parameters, context)
    assert valid, text
    results, good = algorithm.run(parameters, context, QgsProcessingFeedback(), {}, False)
    assert good
    layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    return context.takeResultLayer(layer.id()), results["COUNT"]


def asked(server: RunningServer, by: str, **query: Any) -> dict[str, Any]:
    return server.json("/collections/programmes/distribution", f="json", by=by, **query)


@pytest.mark.parametrize(("by", "places"), [("country", True), ("nuts2,fund", True), ("fund", False), ("topic", False)])
def test_numbers_are_those_of_the_server(
    provider: CooperationAtlasProvider, server: RunningServer, by: str, places: bool
):
    made, count = run(provider, SERVER=server.url, BY=by, PERIOD="2021-2027", TOPIC="PO2")
    expected = asked(server, by, period="2021-2027", topic="PO2")
    first = expected["dimensions"][0]
    counts = {value["code"]: value["count"] for value in first["values"]}
    assert count == expected["numberMatched"] and made.isSpatial() is places
    found = {each[first["name"]]: each["count"] for each in made.getFeatures()}
    assert found and all(counts[code] == number for code, number in found.items())
    assert {code for code, number in counts.items() if number} <= set(found) or places
    assert all(each.hasGeometry() for each in made.getFeatures()) is places


def test_two_dimensions_without_a_place_are_cells(provider: CooperationAtlasProvider, server: RunningServer):
    made, _ = run(provider, SERVER=server.url, BY="fund, topic", COUNTRY="gr", SAMPLES=False)
    cells = asked(server, "fund,topic", country="EL", exclude="samples")["cells"]
    expected = {(each["fund"], each["topic"]): each["count"] for each in cells}
    assert {(each["fund"], each["topic"]): each["count"] for each in made.getFeatures()} == expected != {}
    assert all(each["topic_text"] and each["fund_text"] for each in made.getFeatures())


@pytest.mark.parametrize(("by", "words"), [("colour", "colour"), ("country,fund,topic", "by"), ("countri", "country")])
def test_mistakes(provider: CooperationAtlasProvider, server: RunningServer, by: str, words: str):
    with pytest.raises(QgsProcessingException, match=words):
        run(provider, SERVER=server.url, BY=by)


def test_outputs_carry_rights_edition_and_style(
    provider: CooperationAtlasProvider, server: RunningServer, tmp_path: Path
):
    edition = server.json("/healthz")["edition"]["id"]
    for by in ("country", "fund"):
        for place in ("memory:", str(tmp_path / f"{by}.gpkg")):
            made, _ = run(provider, SERVER=server.url, BY=by, OUTPUT=place)
            about = made.metadata()
            assert any("EuroGeographics" in right for right in about.rights()) and about.licenses()
            assert any(edition in line for line in about.history()) and "/distribution?" in about.identifier()
            if by == "country":
                assert len(made.renderer().ranges()) >= 3
