"""Distributions as an algorithm: areas where a dimension is a place, else a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from algorithms import Ran, assert_credited, run
from cooperation_search.processing.provider import CooperationAtlasProvider
from qgis.core import QgsProcessingException
from running_server import RunningServer


def distribution(provider: CooperationAtlasProvider, server: RunningServer, **parameters: Any) -> Ran:
    return run(provider, "distribution", SERVER=server.url, **parameters)


def asked(server: RunningServer, by: str, **query: Any) -> dict[str, Any]:
    return server.json("/collections/programmes/distribution", f="json", by=by, **query)


@pytest.mark.parametrize(("by", "places"), [("country", True), ("nuts2,fund", True), ("fund", False), ("topic", False)])
def test_numbers_are_those_of_the_server(
    provider: CooperationAtlasProvider, server: RunningServer, by: str, places: bool
):
    ran = distribution(provider, server, BY=by, PERIOD="2021-2027", TOPIC="PO2")
    expected = asked(server, by, period="2021-2027", topic="PO2")
    first = expected["dimensions"][0]
    counts = {value["code"]: value["count"] for value in first["values"]}
    assert ran.results["COUNT"] == expected["numberMatched"] and ran.layer.isSpatial() is places
    found = {each[first["name"]]: each["count"] for each in ran.features()}
    assert found and all(counts[code] == number for code, number in found.items())
    assert {code for code, number in counts.items() if number} <= set(found) or places
    assert all(each.hasGeometry() for each in ran.features()) is places


def test_two_dimensions_without_a_place_are_cells(provider: CooperationAtlasProvider, server: RunningServer):
    made = distribution(provider, server, BY="fund, topic", COUNTRY="gr", SAMPLES=False).features()
    cells = asked(server, "fund,topic", country="EL", exclude="samples")["cells"]
    expected = {(each["fund"], each["topic"]): each["count"] for each in cells}
    assert {(each["fund"], each["topic"]): each["count"] for each in made} == expected != {}
    assert all(each["topic_text"] and each["fund_text"] for each in made)


@pytest.mark.parametrize(("by", "words"), [("colour", "colour"), ("country,fund,topic", "by"), ("countri", "country")])
def test_mistakes(provider: CooperationAtlasProvider, server: RunningServer, by: str, words: str):
    with pytest.raises(QgsProcessingException, match=words):
        distribution(provider, server, BY=by)


def test_outputs_carry_rights_edition_and_style(
    provider: CooperationAtlasProvider, server: RunningServer, tmp_path: Path
):
    for by in ("country", "fund"):
        for place in ("memory:", str(tmp_path / f"{by}.gpkg")):
            layer = distribution(provider, server, BY=by, OUTPUT=place, TOPIC="PO2").layer
            assert_credited(layer, server)
            assert "/distribution?" in layer.metadata().identifier()
            if by == "country":
                assert len(layer.renderer().ranges()) >= 3
    assert_credited(distribution(provider, server, BY="fund", SAMPLES=False).layer, server, samples=False)
