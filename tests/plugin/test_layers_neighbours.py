"""Lines between neighbours: a third layer of a search, with a style of its own, beside areas that stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.gui.map_panel import MapPanel
from cooperation_search.layers import origin
from cooperation_search.layers.export.options import GPKG, Options
from cooperation_search.layers.export.task import ExportTask
from cooperation_search.layers.export.words import Words
from cooperation_search.layers.load_job import LoadedSearch
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.layers.styles.lines import is_lines
from faulty import outcome
from panel import layer_loader
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)
from running_server import RunningServer
from test_layers_styles import shown

DENMARK = Search.of(country=["DK"], period=["2021-2027"])
KINDS = ("memory", "geopackage", "live")
LABELS = {"land": "Shared border", "point": "Touch in a point", "sea": "By sea"}


@pytest.fixture
def loader(qgis_app: Any, server: RunningServer, tmp_path: Path) -> Iterator[LayerLoader]:
    with layer_loader(server.url, tmp_path) as made:
        yield made


def lines_of(loaded: LoadedSearch) -> Any:
    layers = origin.layers_of(QgsProject.instance(), loaded.group_id)
    assert [origin.read(layer).collection for layer in layers] == ["programmes", "nuts3", "neighbours"]
    return layers[2]


@pytest.mark.parametrize("kind", KINDS)
def test_lines_of_a_search(loader: LayerLoader, server: RunningServer, kind: str):
    loaded = outcome(loader.load(DENMARK, kind=kind, with_neighbours=True), 60)
    layer = lines_of(loaded)
    expected = server.features("neighbours", country="DK", across_border="true", nuts_version="2021")
    found = list(layer.getFeatures())
    assert is_lines(layer) and layer.isValid() and len(expected) > 20
    pairs = {(f["nuts_code_a"], f["nuts_code_b"]) for f in found}
    assert pairs == {(f["properties"]["nuts_code_a"], f["properties"]["nuts_code_b"]) for f in expected}
    assert all(f.hasGeometry() and f.geometry().constGet().nCoordinates() == 2 for f in found)
    for feature, label in shown(layer):
        assert label == LABELS[feature["neighbour_kind"]]
    areas = QgsProject.instance().mapLayer(loaded.areas_id)
    assert not is_lines(areas) and all(label for _, label in shown(areas))
    assert not layer.labelsEnabled()


def test_lines_of_a_region(loader: LayerLoader, server: RunningServer):
    search = Search.of(nuts3=["DK01"], period=["2014-2020"])
    for kind in ("memory", "live"):
        loaded = outcome(loader.load(search, kind=kind, with_neighbours=True), 60)
        layer = origin.layers_of(QgsProject.instance(), loaded.group_id)[2]
        expected = server.features("neighbours", nuts3="DK01", across_border="true", nuts_version="2016")
        assert layer.featureCount() in (-1, len(expected)) and len(list(layer.getFeatures())) == len(expected) > 0
        assert origin.read(layer).url == search.to_url(server.url, "neighbours")


@pytest.mark.parametrize("kind", ["memory", "live"])
def test_lines_begin_or_end_in_an_area_found(loader: LayerLoader, server: RunningServer, kind: str):
    loaded = outcome(
        loader.load(Search.of(borders_on=["HU"], fund=["ERDF"], period=["2021-2027"]), kind=kind, with_neighbours=True),
        60,
    )
    areas = {f["nuts_code"] for f in QgsProject.instance().mapLayer(loaded.areas_id).getFeatures()}
    expected = {
        f["id"]
        for f in server.features("neighbours", across_border="true", nuts_version="2021")
        if areas & set(f["properties"]["nuts_codes"])
    }
    found = [(f["nuts_code_a"], f["nuts_code_b"]) for f in lines_of(loaded).getFeatures()]
    assert len(found) == len(expected) > 10 and all(areas & set(pair) for pair in found)


@pytest.mark.parametrize("kind", KINDS)
def test_refresh_keeps_the_lines(loader: LayerLoader, kind: str):
    loaded = outcome(loader.load(DENMARK, kind=kind, with_neighbours=True), 60)
    count = len(list(lines_of(loaded).getFeatures()))
    again = outcome(loader.refresh(loaded.group_id), 60)
    assert isinstance(again, LoadedSearch) and len(again.changes) == 3
    assert [(c.new, c.changed, c.gone) for c in again.changes.values()] == [((), (), ())] * 3
    assert len(list(lines_of(loaded).getFeatures())) == count
    QgsProject.instance().removeMapLayer(lines_of(loaded).id())
    assert isinstance(outcome(loader.refresh(loaded.group_id), 60), LoadedSearch), "the lines can be left out later"


def test_lines_lie_between_programmes_and_areas(loader: LayerLoader):
    loaded = outcome(loader.load(DENMARK, kind="memory", with_neighbours=True), 60)
    order = [node.layerId() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert order == [loaded.programmes_id, lines_of(loaded).id(), loaded.areas_id]


def test_the_tip_of_a_line_says_what_it_is(loader: LayerLoader):
    layer = lines_of(outcome(loader.load(DENMARK, kind="memory", with_neighbours=True), 60))
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        assert feature["name"] in tip and LABELS[feature["neighbour_kind"]] in tip and "[%" not in tip


def test_only_what_the_server_has_is_offered(qgis_app: Any):
    QgsSettings().remove("cooperation_search")
    panel = MapPanel(Context().settings)
    assert panel.neighbours.isHidden() and not panel.with_neighbours()
    panel.set_collections(["programmes", "neighbours"])
    assert not panel.neighbours.isHidden() and not panel.with_neighbours()
    panel.neighbours.setChecked(True)
    assert panel.with_neighbours() and MapPanel(Context().settings).neighbours.isChecked()
    panel.set_collections(["programmes"])
    assert not panel.with_neighbours()
    QgsSettings().remove("cooperation_search")


@pytest.mark.parametrize("kind", ["memory", "live"])
def test_lines_are_exported_as_lines(loader: LayerLoader, kind: str, tmp_path: Path):
    layer = lines_of(outcome(loader.load(DENMARK, kind=kind, with_neighbours=True), 60))
    path = tmp_path / "lines.gpkg"
    task = ExportTask(layer, Options(path, GPKG), Words({}, {}))
    task.run()
    assert task.error == ""
    written = QgsVectorLayer(str(path), "lines", "ogr")
    assert is_lines(written) and written.featureCount() == len(list(layer.getFeatures())) > 0
    assert {f["neighbour_kind"] for f in written.getFeatures()} <= set(LABELS)
    assert all(f.geometry().constGet().nCoordinates() == 2 for f in written.getFeatures())
