"""QGIS, without our plugin, opens what the service gives as files and tiles."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from qgis.core import (
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from running_server import RunningServer

NUTS3 = "/collections/nuts3/items"


def opened(server: RunningServer, folder: Path, form: str) -> QgsVectorLayer:
    """The NUTS III areas of Italy as a file of a format."""
    path = folder / f"nuts3.{form}"
    with urlopen(f"{server.url}{NUTS3}?country=IT&limit=1000&f={form}", timeout=60) as answer:
        path.write_bytes(answer.read())
    found = QgsVectorLayer(str(path), form, "ogr")
    assert found.isValid(), found.error().summary()
    return found


@pytest.fixture(params=["gpkg", "fgb"])
def layer(qgis_app: Any, server: RunningServer, tmp_path: Path, request: pytest.FixtureRequest) -> QgsVectorLayer:
    """The NUTS III areas of Italy in each format of files."""
    return opened(server, tmp_path, request.param)


def test_the_features_are_those_of_geojson(server: RunningServer, layer: QgsVectorLayer):
    wanted = {each["id"]: each["properties"] for each in server.features("nuts3", country="IT")}
    found = {each["nuts_code"]: each for each in layer.getFeatures()}
    assert set(found) == set(wanted) and wanted
    for id_, feature in found.items():
        assert feature["name"] == wanted[id_]["name"]
        assert feature["n_programmes"] == wanted[id_]["n_programmes"]
        assert not feature.geometry().isEmpty()
    assert layer.crs().authid() == "EPSG:4326"


def test_a_geopackage_brings_its_style(qgis_app: Any, server: RunningServer, tmp_path: Path):
    layer = opened(server, tmp_path, "gpkg")
    renderer = layer.renderer()
    assert renderer.type() == "RuleRenderer"
    rules = renderer.rootRule().children()
    assert len(rules) > 1 and all(rule.symbol() is not None for rule in rules)
    drawn = [rule for rule in rules if "BETWEEN" in rule.filterExpression()]
    for rule in drawn:
        assert layer.selectByExpression(rule.filterExpression()) is None and layer.selectedFeatureCount() > 0


def test_tiles_are_a_layer_of_vector_tiles(qgis_app: Any, server: RunningServer):
    template = f"{server.url}/collections/nuts3/tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}"
    tiles = QgsVectorTileLayer(f"type=xyz&url={template}&zmin=0&zmax=7", "tiles")
    assert tiles.isValid()
    settings = QgsMapSettings()
    settings.setLayers([tiles])
    settings.setDestinationCrs(tiles.crs())
    settings.setExtent(QgsRectangle(1.3e6, 4.3e6, 1.8e6, 4.7e6))  # Sicily
    settings.setOutputSize(QSize(256, 256))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    shown = {picture.pixelColor(x, y).name() for x in range(0, 256, 4) for y in range(0, 256, 4)}
    assert shown - {"#ffffff"}, "nothing was drawn"
