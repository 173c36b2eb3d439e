"""Offers and needs on the map: one point for each entry in its programme's area, flagged, selected with the list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.layers import origin
from cooperation_search.layers.export.options import GPKG, Options
from cooperation_search.layers.export.task import ExportTask
from cooperation_search.layers.export.words import Words
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.layers.styles.entries import is_points
from faulty import outcome
from panel import click, connected, layer_loader, loading, opened, wait_until
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsPointDisplacementRenderer,
    QgsProject,
    QgsVectorLayer,
)
from running_server import RunningServer

AUSTRIA = Search.of(country=["AT"], period=["2021-2027"])


@pytest.fixture
def loader(qgis_app: Any, server: RunningServer, tmp_path: Path) -> Iterator[LayerLoader]:
    with layer_loader(server.url, tmp_path) as made:
        yield made


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    with connected(server.url) as context, opened(context) as made:
        yield made


def entries_layer(layer_id: str) -> QgsVectorLayer:
    layer = QgsProject.instance().mapLayer(layer_id)
    assert isinstance(layer, QgsVectorLayer) and is_points(layer)
    return layer


@pytest.mark.parametrize("kind", ("memory", "geopackage", "live"))
def test_each_entry_is_a_point_in_its_programmes_area(loader: LayerLoader, server: RunningServer, kind: str):
    loaded = outcome(loader.load(AUSTRIA, kind=kind, with_entries=True), 60)
    layer = entries_layer(loaded.entries_id)
    expected = {e["id"]: e for e in server.features("cooperation", country="AT", period="2021-2027")}
    found = {feature["id"]: feature for feature in layer.getFeatures()}
    assert set(found) == set(expected) and len(found) > 1
    programmes = QgsProject.instance().mapLayer(loaded.programmes_id)
    areas = {f["cci"]: f.geometry() for f in programmes.getFeatures()}
    for feature in found.values():
        assert QgsGeometry(areas[feature["cci"]]).contains(feature.geometry())
    assert "with sample entries" in layer.name() and origin.read(layer).samples
    names = [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert names[0] == layer.name(), "points are drawn above all else"


def test_samples_are_named_in_legend_and_tips_and_every_entry_has_a_class(loader: LayerLoader):
    layer = entries_layer(outcome(loader.load(AUSTRIA, with_entries=True), 60).entries_id)
    renderer = layer.renderer()
    assert isinstance(renderer, QgsPointDisplacementRenderer)
    labels = {each.value(): each.label() for each in renderer.embeddedRenderer().categories()}
    assert labels and all(label.endswith("(sample)") for label in labels.values())
    expression = QgsExpression(renderer.embeddedRenderer().classAttribute())
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    for feature in layer.getFeatures():
        context.setFeature(feature)
        assert expression.evaluate(context) in labels
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        assert "SAMPLE" in tip and feature["summary"] in tip and feature["title"].replace("&", "&amp;") in tip


def test_without_samples_no_entry_is_one_and_the_layer_is_there(loader: LayerLoader, server: RunningServer):
    without = Search.of(country=["AT"], period=["2021-2027"], show_samples=False)
    layer = entries_layer(outcome(loader.load(without, with_entries=True), 60).entries_id)
    real = server.features("cooperation", country="AT", period="2021-2027", exclude="samples")
    assert {each["id"] for each in layer.getFeatures()} == {each["id"] for each in real}
    assert "sample" not in layer.name()


@pytest.mark.parametrize("kind", ("memory", "live"))
def test_a_refresh_keeps_them(loader: LayerLoader, kind: str):
    loaded = outcome(loader.load(AUSTRIA, kind=kind, with_entries=True), 60)
    layer = entries_layer(loaded.entries_id)
    before = layer.featureCount()
    layer.dataProvider().deleteFeatures([next(layer.getFeatures()).id()])
    again = outcome(loader.refresh(loaded.group_id), 60)
    assert len(again.changes["cooperation"].new) == 1 and layer.featureCount() == before
    assert origin.read(layer).kind == "memory" and again.entries_id == loaded.entries_id


def test_they_are_exported_as_points(loader: LayerLoader, tmp_path: Path):
    layer = entries_layer(outcome(loader.load(AUSTRIA, with_entries=True), 60).entries_id)
    path = tmp_path / "entries.gpkg"
    assert ExportTask(layer, Options(path, GPKG), Words({}, {})).run()
    written = QgsVectorLayer(str(path), "entries", "ogr")
    assert is_points(written) and written.featureCount() == layer.featureCount()


def test_list_and_map_share_the_selection(dock: Any):
    dock.criteria.set_search(AUSTRIA)
    view = dock.results.entries
    wait_until(lambda: not dock.live.is_busy() and view.on_map.isEnabled())
    dock.pages.show_page(dock.results)
    dock.results.show_view(view)
    click(view.on_map)
    wait_until(lambda: not loading(dock) and len(QgsProject.instance().mapLayers()) == 3)
    layers = origin.layers_of(QgsProject.instance(), origin.latest_group(QgsProject.instance()))
    points = origin.entries_among(layers)
    view.table.selectRow(0)
    wait_until(lambda: [f["id"] for f in points.selectedFeatures()] == view.table.selected_ids())
    dock.results.show_view(dock.results.splitter)
    other = next(f for f in points.getFeatures() if f["id"] not in view.table.selected_ids())
    points.selectByIds([other.id()])
    assert view.table.selected_ids() == [other["id"]] and dock.results.views.currentWidget() is view


def test_export_loads_them_first(dock: Any):
    dock.criteria.set_search(AUSTRIA)
    view = dock.results.entries
    wait_until(lambda: not dock.live.is_busy() and view.export.isEnabled())
    view.export_requested.emit()
    wait_until(lambda: dock.map_work.exporting.dialog is not None)
    assert "Offers and needs" in dock.map_work.exporting.dialog.windowTitle()
    assert len(QgsProject.instance().mapLayers()) == 3
    dock.map_work.exporting.dialog.reject()
