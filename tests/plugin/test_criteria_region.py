"""Criterion "NUTS III region": the tree, clicks on the map, and regions below a layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.api.answers import Feature
from cooperation_search.api.search import NUTS3, Search
from cooperation_search.context import Context
from cooperation_search.gui.criteria.region import RegionCriterion
from cooperation_search.gui.criteria.region_data import RegionData, choices_of, counts_of
from cooperation_search.gui.criteria.region_layer import buffered
from panel import click, errors_in_slots_fail, press, shown, wait_until
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from running_server import RunningServer

WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")
#: Two layers of the same places: Palermo and Catania, in longitude and latitude, and in a projection of their own.
PLACES = {"ITG12": QgsPointXY(13.35, 37.95), "ITG17": QgsPointXY(15.0, 37.55)}


@pytest.fixture
def canvas(qgis_app: Any) -> Iterator[QgsMapCanvas]:
    made = QgsMapCanvas()
    made.resize(500, 500)
    yield made
    made.close()


@pytest.fixture
def region(canvas: QgsMapCanvas, server: RunningServer) -> Iterator[RegionCriterion]:
    context = Context()
    context.use_server(server.url)
    data = RegionData(context)
    made = RegionCriterion(data, canvas)
    made.resize(300, 400)
    made.show()
    made.show_tree(NUTS3)
    with errors_in_slots_fail():
        wait_until(lambda: not made.model.is_empty())
        yield made
        made.stop()
    data.stop()
    context.close()
    made.close()
    QgsProject.instance().clear()


def look_at(canvas: QgsMapCanvas, crs: str, extent: QgsRectangle) -> None:
    """Shows an extent (WGS 84) on the map; clicks are only right after all of this."""
    system = QgsCoordinateReferenceSystem(crs)
    canvas.show()
    QApplication.processEvents()
    canvas.setDestinationCrs(system)
    # Something is on the map, or picking would go to Europe first.
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "something", "memory")
    QgsProject.instance().addMapLayer(layer, False)
    canvas.setLayers([layer])
    transform = QgsCoordinateTransform(WGS84, system, QgsProject.instance())
    canvas.setExtent(transform.transformBoundingBox(extent))
    canvas.refresh()
    canvas.waitWhileRendering()
    QApplication.processEvents()


def click_at(canvas: QgsMapCanvas, place: QgsPointXY) -> None:
    """Clicks a place given in longitude and latitude."""
    transform = QgsCoordinateTransform(WGS84, canvas.mapSettings().destinationCrs(), QgsProject.instance())
    pixel = canvas.mapSettings().mapToPixel().transform(transform.transform(place))
    click(canvas.viewport(), QPoint(round(pixel.x()), round(pixel.y())))
    QApplication.processEvents()


def layer_of(places: list[QgsPointXY], crs: str) -> QgsVectorLayer:
    """A point layer in the project."""
    layer = QgsVectorLayer(f"Point?crs={crs}", "My places", "memory")
    transform = QgsCoordinateTransform(WGS84, layer.crs(), QgsProject.instance())
    for place in places:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(transform.transform(place)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_tree_of_four_levels_found_by_name_and_code(region: RegionCriterion):
    press(region.box.search, "sicil")
    assert shown(region.box.view) == ["Italy (IT)", "Isole (ITG)", "Sicilia (ITG1)"]
    press(region.box.search, Qt.Key.Key_Return)
    assert region.values() == {"nuts3": ("ITG1",)} and region.summary() == "Sicilia"
    region.box.search.clear()
    press(region.box.search, "itg12", Qt.Key.Key_Return)
    nuts = region.values()["nuts3"]
    assert "ITG11" in nuts and "ITG12" not in nuts and "ITG1" not in nuts, "without Palermo, the rest of Sicily stays"


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:3035"])
def test_clicks_on_the_map_choose_and_take_back(region: RegionCriterion, canvas: QgsMapCanvas, crs: str):
    look_at(canvas, crs, QgsRectangle(12.0, 36.5, 16.0, 38.5))
    click(region.pick)
    wait_until(lambda: region._boundaries is not None)
    click_at(canvas, PLACES["ITG12"])
    assert region.values() == {"nuts3": ("ITG12",)}
    click_at(canvas, PLACES["ITG17"])
    assert region.values() == {"nuts3": ("ITG12", "ITG17")}
    click_at(canvas, PLACES["ITG12"])
    assert region.values() == {"nuts3": ("ITG17",)}
    click_at(canvas, QgsPointXY(12.3, 36.7))
    assert region.values() == {"nuts3": ("ITG17",)} and region.note.text(), "the sea is no region, and it says so"


def test_a_click_can_choose_the_region_around(region: RegionCriterion, canvas: QgsMapCanvas):
    look_at(canvas, "EPSG:3857", QgsRectangle(12.0, 36.5, 16.0, 38.5))
    region.level.setCurrentIndex(region.level.findData(2))
    click(region.pick)
    wait_until(lambda: region._boundaries is not None)
    click_at(canvas, PLACES["ITG12"])
    assert region.values() == {"nuts3": ("ITG1",)} and region.note.text() == "Sicilia"


def test_picking_ends_with_escape_and_with_another_tool(region: RegionCriterion, canvas: QgsMapCanvas):
    look_at(canvas, "EPSG:3857", QgsRectangle(12.0, 36.5, 16.0, 38.5))
    before = canvas.mapTool()
    click(region.pick)
    assert canvas.mapTool() is not before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not region.pick.isChecked() and canvas.mapTool() is None
    click(region.pick)
    items = len(canvas.scene().items())
    region.stop()
    assert canvas.mapTool() is None and len(canvas.scene().items()) == items - 2, "the outlines are gone"


def test_after_picking_the_map_has_its_tool_again(region: RegionCriterion, canvas: QgsMapCanvas):
    pan, identify = QgsMapToolPan(canvas), QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    for end in (lambda: QTest.keyClick(canvas, Qt.Key.Key_Escape), lambda: click(region.pick)):
        click(region.pick)
        assert canvas.mapTool() is region._tool
        end()
        assert canvas.mapTool() is pan and pan.isActive()
    # Another one is not taken away again.
    click(region.pick)
    canvas.setMapTool(identify)
    assert canvas.mapTool() is identify and not pan.isActive() and not region.pick.isChecked()


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3035"])
def test_on_an_empty_map_picking_shows_europe_and_all_boundaries(
    region: RegionCriterion, canvas: QgsMapCanvas, crs: str
):
    look_at(canvas, crs, QgsRectangle(12.0, 36.5, 12.1, 36.6))
    canvas.setLayers([])
    click(region.pick)
    to_map = QgsCoordinateTransform(WGS84, QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    for place in (QgsPointXY(-9.1, 38.7), QgsPointXY(24.9, 60.2)):
        assert canvas.extent().contains(to_map.transform(place)), "Lisbon and Helsinki are in view"
    wait_until(lambda: region._boundaries is not None)
    assert region._tool._all.asGeometry().constGet().partCount() > 1514
    click(region.pick)
    assert region._tool._all.asGeometry().isEmpty()


def test_on_a_map_with_layers_picking_leaves_the_view(region: RegionCriterion, canvas: QgsMapCanvas):
    look_at(canvas, "EPSG:3857", QgsRectangle(12.0, 36.5, 16.0, 38.5))
    before = canvas.extent()
    click(region.pick)
    wait_until(lambda: region._boundaries is not None)
    assert canvas.extent() == before and region._tool._all.asGeometry().isEmpty()


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32633"])
def test_regions_below_a_layer_of_any_crs(region: RegionCriterion, crs: str):
    layer = layer_of(list(PLACES.values()), crs)
    click(region.from_layer)
    region.form.layers.setLayer(layer)
    click(region.form.find)
    wait_until(lambda: region.values()["nuts3"])
    assert region.values() == {"nuts3": ("ITG12", "ITG17")}


def test_selected_features_only_and_a_distance(region: RegionCriterion):
    layer = layer_of(list(PLACES.values()), "EPSG:3857")
    click(region.from_layer)
    region.form.layers.setLayer(layer)
    assert not region.form.selected_only.isEnabled()
    layer.selectByIds([2])
    region.form.selected_only.setChecked(True)
    click(region.form.find)
    wait_until(lambda: region.values()["nuts3"])
    assert region.values() == {"nuts3": ("ITG17",)}
    region.form.distance.setValue(60.0)
    click(region.form.find)
    wait_until(lambda: len(region.values()["nuts3"]) > 1)
    # Within 60 km of Catania: Messina, Enna, Siracusa, Ragusa and Calabria's Reggio, but not Palermo.
    assert {"ITG13", "ITG16", "ITG17", "ITG18", "ITG19"} <= set(region.values()["nuts3"])
    assert "ITG12" not in region.values()["nuts3"]


@pytest.mark.parametrize("latitude", [0.0, 28.0, 69.0])
def test_the_distance_is_right_at_every_latitude(qgis_app: Any, latitude: float):
    around = buffered(
        QgsGeometry.fromPointXY(QgsPointXY(20.0, latitude)), 50.0, QgsProject.instance().transformContext()
    )
    height = around.boundingBox().height() * 111.2
    assert height == pytest.approx(100.0, rel=0.01)


def bow_tie_over_sicily() -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "mine", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((13 37, 15 38, 15 37, 13 38, 13 37))"))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_an_invalid_geometry_touches_what_lies_below_it(region: RegionCriterion):
    region.form.layer_chosen.emit(bow_tie_over_sicily(), None, 0.0)
    wait_until(lambda: region.model.chosen())
    assert any(code.startswith("ITG1") for code in region.model.chosen())


def test_a_layer_without_crs_asks_for_one(region: RegionCriterion):
    layer = bow_tie_over_sicily()
    layer.setCrs(QgsCoordinateReferenceSystem())
    region.form.layer_chosen.emit(layer, None, 0.0)
    assert region.crs_dialog is not None and not region.model.chosen()
    region.crs_dialog.reject()
    assert "CRS" in region.note.text()
    region.form.layer_chosen.emit(layer, None, 0.0)
    region.crs_dialog.setCrs(WGS84)
    region.crs_dialog.accept()
    wait_until(lambda: region.model.chosen())
    assert layer.crs() == WGS84


def test_a_removed_layer_is_no_trouble(region: RegionCriterion):
    layer = layer_of(list(PLACES.values()), "EPSG:4326")
    click(region.from_layer)
    region.form.layers.setLayer(layer)
    QgsProject.instance().removeMapLayer(layer)
    QApplication.processEvents()
    assert not region.form.find.isEnabled()


def test_another_nuts_version_has_another_tree(region: RegionCriterion):
    region.show_tree(Search.of(period=("2014-2020",)).areas_collection())
    wait_until(lambda: region.model.label("UKI") != "UKI")


def test_counts_go_up_and_down_the_hierarchy():
    codes = ["IT", "ITG", "ITG1", "ITG12", "ITG17", "ITC", "FR"]
    counts = counts_of([["IT"], ["ITG1"], ["ITG12", "ITG17"], ["FR"]], codes)
    assert counts == {"IT": 3, "ITG": 3, "ITG1": 3, "ITG12": 3, "ITG17": 3, "ITC": 1, "FR": 1}


def test_tree_is_made_from_the_areas():
    area = Feature(
        "ITG12", {"name": "Palermo", "country": "IT", "nuts1": "ITG", "nuts1_name": "Isole", "nuts2": "ITG1"}
    )
    assert [(c.code, c.label, c.parent) for c in choices_of([area])] == [
        ("IT", "IT", None), ("ITG", "Isole", "IT"), ("ITG1", "ITG1", "ITG"), ("ITG12", "Palermo", "ITG1"),
    ]  # fmt: skip
