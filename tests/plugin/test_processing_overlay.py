"""The user's own features over programmes and areas, by the server's process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from algorithms import BOW_TIE, SQUARE, Ran, assert_credited, layer_of, run
from cooperation_search.processing import pieces as pieces_module
from cooperation_search.processing.pieces import Pieces
from cooperation_search.processing.provider import CooperationAtlasProvider
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProcessingException, QgsVectorLayer
from running_server import RunningServer, free_port

CATANIA, SEA = "POINT(15.05 37.5)", "POINT(-40 30)"


def overlay(provider: CooperationAtlasProvider, server: RunningServer, layer: QgsVectorLayer, **parameters: Any) -> Ran:
    given = {"SERVER": server.url, "INPUT": layer, "FIELD": "name", "OVER": 1}
    return run(provider, "overlay", **{**given, **parameters})


def executed(server: RunningServer, **inputs: Any) -> list[dict[str, Any]]:
    """What the process answers to a plain request."""
    request = Request(
        f"{server.url}/processes/overlay/execution",
        json.dumps({"inputs": inputs}).encode(),
        {"Content-Type": "application/json"},
    )
    with urlopen(request, timeout=60) as answer:
        return [each["properties"] for each in json.load(answer)["features"]]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3035", "EPSG:32633"])
def test_pairs_are_those_of_the_server(provider: CooperationAtlasProvider, server: RunningServer, crs: str):
    ran = overlay(provider, server, layer_of("Polygon", SQUARE, crs=crs))
    square = json.loads(QgsGeometry.fromWkt(SQUARE).asJson(7))
    expected = {each["area"]: each for each in executed(server, features=square, collection="nuts3")}
    found = {each["area"]: each for each in ran.features()}
    assert ran.results["COUNT"] == ran.layer.featureCount() == len(expected) > 1 and not ran.heard.warnings
    for code, pair in found.items():
        assert pair["feature"] == 1 and pair["feature_name"] == "mine 0" and pair.hasGeometry()
        assert pair["relation"] == expected[code]["relation"] and pair["name"] == expected[code]["name"]
        if crs == "EPSG:4326":
            assert pair["share_of_feature"] == pytest.approx(expected[code]["share_of_feature"], abs=0.001)


def test_programmes_with_criteria_and_what_is_near(provider: CooperationAtlasProvider, server: RunningServer):
    place = {"type": "Point", "coordinates": [15.05, 37.5]}
    layer = layer_of("Point", CATANIA, SEA)
    ran = overlay(provider, server, layer, OVER=0, TOPIC="PO2", PERIOD="2021-2027", DISTANCE=150)
    expected = executed(
        server, features=place, collection="programmes", topic="PO2", period="2021-2027", distance_km=150
    )
    assert {each["area"] for each in ran.features()} == {each["area"] for each in expected}
    assert {each["relation"] for each in ran.features()} == {each["relation"] for each in expected} >= {"within"}
    assert ran.results["ALONE"] == 1 and {each["feature"] for each in ran.features()} == {1}


def test_samples_count_or_not(provider: CooperationAtlasProvider, server: RunningServer):
    asked = {
        "features": {"type": "Point", "coordinates": [15.05, 37.5]},
        "collection": "programmes",
        "scope": "cross_border",
    }
    with_, without = (
        {each["area"] for each in overlay(provider, server, layer_of("Point", CATANIA), **given).features()}
        for given in ({"OVER": 0, "SCOPE": "cross_border"}, {"OVER": 0, "SCOPE": "cross_border", "SAMPLES": False})
    )
    assert with_ == {each["area"] for each in executed(server, **asked)}
    assert without == {each["area"] for each in executed(server, **asked, exclude="samples")}
    assert without < with_


def test_pieces_join_to_the_same(
    provider: CooperationAtlasProvider, server: RunningServer, monkeypatch: pytest.MonkeyPatch
):
    shapes = [f"POINT({9 + n * 0.4} {45 + n % 5 * 0.5})" for n in range(25)]
    layer = layer_of("Point", *shapes, None, CATANIA)
    whole = overlay(provider, server, layer)
    monkeypatch.setattr(pieces_module, "FEATURES", 4)
    monkeypatch.setattr("cooperation_search.processing.overlay._MOST", 3)
    parts = overlay(provider, server, layer)

    def told(ran: Ran) -> list[tuple]:
        return sorted((each["feature"], each["feature_name"], each["area"]) for each in ran.features())

    assert told(parts) == told(whole) and len(told(whole)) > 20
    assert (27, "mine 26", "ITG17") in told(parts) and parts.results["ALONE"] == whole.results["ALONE"] >= 1


@pytest.mark.parametrize("repair", [True, False])
def test_invalid_geometries_never_stop_it(provider: CooperationAtlasProvider, server: RunningServer, repair: bool):
    ran = overlay(provider, server, layer_of("Polygon", BOW_TIE, SQUARE), INVALID=0 if repair else 1)
    assert {each["feature"] for each in ran.features()} == ({1, 2} if repair else {2})
    done = "Repaired copies were used." if repair else "They were left out."
    assert ran.heard.warnings == [f"Invalid geometries: 1. {done}"] and ran.results["INVALID_COUNT"] == 1


def test_what_cannot_be_sent_is_counted(
    provider: CooperationAtlasProvider, server: RunningServer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pieces_module, "VERTICES", 50)
    big = QgsGeometry.fromWkt(CATANIA).buffer(0.1, 40).asWkt()
    ran = overlay(provider, server, layer_of("Polygon", big, SQUARE))
    assert {each["feature"] for each in ran.features()} == {2} and ran.results["ALONE"] == 1
    assert [text.partition(".")[0] for text in ran.heard.warnings] == ["Features too large for the server: 1"]
    nowhere = overlay(provider, server, layer_of("Point", "POINT(500 20)", None))
    assert nowhere.layer.featureCount() == 0 and nowhere.results["ALONE"] == 2
    assert nowhere.heard.warnings == ["Features that cannot be placed on the map: 1."]


def test_shapes_are_made_plain(qgis_app: Any):
    made = Pieces()
    for number, wkt in enumerate(
        (
            "PointZ(1 2 3)", "CircularString(0 0, 1 1, 2 0)",
            "GeometryCollection(Point(1 1), Polygon((0 0,1 0,1 1,0 0)))",
            "CurvePolygon(CircularString(0 0, 1 1, 2 0, 1 -1, 0 0))", "MultiPointM((1 1 1), (2 2 2))",
        )
    ):  # fmt: skip
        made.add(number, QgsGeometry.fromWkt(wkt))
    (piece,) = made
    types = [feature["geometry"]["type"] for feature in piece.document()["features"]]
    assert types[0] == "Point" and types[1] == "LineString" and types[2] in ("Polygon", "MultiPolygon")
    assert types[3] == "Polygon" and types[4] == "MultiPoint" and piece.numbers == (0, 1, 2, 3, 4)
    assert len(json.dumps(piece.document()["features"][0]["geometry"]["coordinates"])) < 20
    one, other = piece.halves()
    assert one.numbers + other.numbers == piece.numbers


def test_outputs_carry_rights_edition_and_style(
    provider: CooperationAtlasProvider, server: RunningServer, tmp_path: Path
):
    for place in ("memory:", str(tmp_path / "pairs.gpkg")):
        layer = overlay(provider, server, layer_of("Polygon", SQUARE), OUTPUT=place).layer
        assert_credited(layer, server)
        assert [c.value() for c in layer.renderer().categories()][:2] == ["equals", "within"]
    assert_credited(overlay(provider, server, layer_of("Polygon", SQUARE), SAMPLES=False).layer, server, samples=False)


@pytest.mark.parametrize("checked", [True, False])
def test_a_layer_without_crs_asks_for_one(provider: CooperationAtlasProvider, server: RunningServer, checked: bool):
    """Also in models, where nobody checks the values before: degrees must not be taken for granted."""
    layer = layer_of("Point", CATANIA, crs="")
    with pytest.raises(QgsProcessingException, match="Choose it in “CRS of my layer”"):
        overlay(provider, server, layer, checked=checked)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    (made,) = overlay(provider, server, layer, checked=checked, CRS=degrees).features()
    assert made["area"] == "ITG17"


def test_mistakes(provider: CooperationAtlasProvider, server: RunningServer):
    layer = layer_of("Point", CATANIA)
    with pytest.raises(QgsProcessingException, match="PO99"):
        overlay(provider, server, layer, TOPIC="PO99")
    with pytest.raises(QgsProcessingException, match="cannot be reached"):
        overlay(provider, server, layer, SERVER=f"http://127.0.0.1:{free_port()}")
