"""The user's own features over programmes and areas, by the server's process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from cooperation_search.processing import pieces as pieces_module
from cooperation_search.processing.pieces import Pieces
from cooperation_search.processing.provider import CooperationAtlasProvider
from cooperation_search.theme import themed_icon
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from running_server import RunningServer

SQUARE = "POLYGON((12.5 37.2, 14 37.2, 14 38, 12.5 38, 12.5 37.2))"
BOW = "POLYGON((12.5 37.2, 14 38, 14 37.2, 12.5 38, 12.5 37.2))"
CATANIA, SEA, WEST = "POINT(15.05 37.5)", "POINT(-40 30)", "POINT(12.6 37.9)"


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

    def pushWarning(self, text: str) -> None:
        self.said.append(text)


def layer_of(kind: str, *shapes: str | None, crs: str = "EPSG:4326") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=name:string", "mine", "memory")
    move = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    features = []
    for number, wkt in enumerate(shapes):
        feature = QgsFeature(layer.fields())
        feature["name"] = f"mine {number}"
        if wkt is not None:
            geometry = QgsGeometry.fromWkt(wkt)
            if crs:
                geometry.transform(move)
            feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def run(provider: CooperationAtlasProvider, **parameters: Any) -> tuple[QgsVectorLayer, dict[str, Any], list[str]]:
    algorithm = provider.algorithm("overlay").create()
    context, heard = QgsProcessingContext(), Heard()
    context.setProject(QgsProject.instance())
    parameters = {"OUTPUT": "memory:", "FIELD": "name", "OVER": 1, **parameters}
    valid, text = algorithm.checkParameterValues(parameters, context)
    if not valid:
        raise QgsProcessingException(text)
    results, good = algorithm.run(parameters, context, heard, {}, False)
    assert good
    layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    return context.takeResultLayer(layer.id()), results, heard.said


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
    made, results, said = run(provider, SERVER=server.url, INPUT=layer_of("Polygon", SQUARE, crs=crs))
    square = json.loads(QgsGeometry.fromWkt(SQUARE).asJson(7))
    expected = {each["area"]: each for each in executed(server, features=square, collection="nuts3")}
    found = {each["area"]: each for each in made.getFeatures()}
    assert results["COUNT"] == made.featureCount() == len(expected) > 1 and not said
    for code, pair in found.items():
        assert pair["feature"] == 1 and pair["feature_name"] == "mine 0" and pair.hasGeometry()
        assert pair["relation"] == expected[code]["relation"] and pair["name"] == expected[code]["name"]
        if crs == "EPSG:4326":
            assert pair["share_of_feature"] == pytest.approx(expected[code]["share_of_feature"], abs=0.001)


def test_programmes_with_criteria_and_what_is_near(provider: CooperationAtlasProvider, server: RunningServer):
    place = {"type": "Point", "coordinates": [15.05, 37.5]}
    given = {"INPUT": layer_of("Point", CATANIA, SEA), "OVER": 0, "SERVER": server.url}
    made, results, _ = run(provider, **given, TOPIC="PO2", PERIOD="2021-2027", DISTANCE=150)
    expected = executed(
        server, features=place, collection="programmes", topic="PO2", period="2021-2027", distance_km=150
    )
    assert {each["area"] for each in made.getFeatures()} == {each["area"] for each in expected}
    assert {each["relation"] for each in made.getFeatures()} == {each["relation"] for each in expected} >= {"within"}
    assert results["ALONE"] == 1 and {each["feature"] for each in made.getFeatures()} == {1}
    without, _, _ = run(provider, **given, SCOPE="cross_border", SAMPLES=False)
    assert without.featureCount() == len(
        executed(server, features=place, collection="programmes", scope="cross_border", exclude="samples")
    )


def test_pieces_join_to_the_same(
    provider: CooperationAtlasProvider, server: RunningServer, monkeypatch: pytest.MonkeyPatch
):
    shapes = [f"POINT({9 + n * 0.4} {45 + n % 5 * 0.5})" for n in range(25)]
    layer = layer_of("Point", *shapes, None, CATANIA)
    whole, _, _ = run(provider, SERVER=server.url, INPUT=layer)
    monkeypatch.setattr(pieces_module, "FEATURES", 4)
    monkeypatch.setattr("cooperation_search.processing.overlay._MOST", 3)
    parts, results, _ = run(provider, SERVER=server.url, INPUT=layer)

    def told(made: QgsVectorLayer) -> list[tuple]:
        return sorted((each["feature"], each["feature_name"], each["area"]) for each in made.getFeatures())

    assert told(parts) == told(whole) and len(told(whole)) > 20
    assert (27, "mine 26", "ITG17") in told(parts) and results["ALONE"] >= 1


@pytest.mark.parametrize("repair", [True, False])
def test_invalid_geometries_never_stop_it(provider: CooperationAtlasProvider, server: RunningServer, repair: bool):
    layer = layer_of("Polygon", BOW, SQUARE)
    made, results, said = run(provider, SERVER=server.url, INPUT=layer, INVALID=0 if repair else 1)
    assert results["INVALID_COUNT"] == 1 and "1" in said[0]
    assert {each["feature"] for each in made.getFeatures()} == ({1, 2} if repair else {2})


def test_what_cannot_be_sent_is_counted(
    provider: CooperationAtlasProvider, server: RunningServer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pieces_module, "VERTICES", 50)
    big = QgsGeometry.fromWkt(CATANIA).buffer(0.1, 40).asWkt()
    made, results, said = run(provider, SERVER=server.url, INPUT=layer_of("Polygon", big, SQUARE))
    assert {each["feature"] for each in made.getFeatures()} == {2} and results["ALONE"] == 1
    assert any("too large" in text and "1" in text for text in said)
    nothing, results, said = run(provider, SERVER=server.url, INPUT=layer_of("Point", "POINT(500 20)", None))
    assert nothing.featureCount() == 0 and results["ALONE"] == 2 and any("placed" in text for text in said)


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
    edition = server.json("/healthz")["edition"]["id"]
    for place in ("memory:", str(tmp_path / "pairs.gpkg")):
        made, _, _ = run(provider, SERVER=server.url, INPUT=layer_of("Polygon", SQUARE), OUTPUT=place)
        about = made.metadata()
        assert any("EuroGeographics" in right for right in about.rights()) and about.licenses()
        assert any(edition in line for line in about.history())
        assert [c.value() for c in made.renderer().categories()][:2] == ["equals", "within"]


def test_mistakes(provider: CooperationAtlasProvider, server: RunningServer):
    with pytest.raises(QgsProcessingException, match="CRS"):
        run(provider, SERVER=server.url, INPUT=layer_of("Point", CATANIA, crs=""))
    with pytest.raises(QgsProcessingException, match="PO99"):
        run(provider, SERVER=server.url, INPUT=layer_of("Point", CATANIA), TOPIC="PO99")
    with pytest.raises(QgsProcessingException):
        run(provider, SERVER="http://127.0.0.1:9", INPUT=layer_of("Point", CATANIA))
