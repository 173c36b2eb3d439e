"""One selection for table and map, in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.gui.results.selection import MapSelection
from panel import wait_until
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer, edit
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def layers(qgis_app: Any) -> Iterator[tuple[QgsVectorLayer, QgsVectorLayer]]:
    made = []
    for field, values in (("cci", ["A", "B", "C"]), ("programmes", ["A; B", "B", None])):
        layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326&field={field}:string", field, "memory")
        for value in values:
            feature = QgsFeature(layer.fields())
            feature.setAttributes([value])
            feature.setGeometry(QgsGeometry.fromWkt("Polygon((0 0, 1 0, 1 1, 0 0))"))
            layer.dataProvider().addFeature(feature)
        QgsProject.instance().addMapLayer(layer)
        made.append(layer)
    yield made[0], made[1]
    QgsProject.instance().clear()


@pytest.fixture
def selection(layers: tuple[QgsVectorLayer, QgsVectorLayer]) -> Iterator[MapSelection]:
    made = MapSelection(QgsMapCanvas())
    made.set_layers(layers[0].id(), layers[1].id())
    yield made
    made.stop()


def values(layer: QgsVectorLayer) -> list[str]:
    return sorted(feature[0] for feature in layer.selectedFeatures())


def test_rows_select_programmes_and_their_areas(selection: MapSelection, layers: Any):
    told: list[list[str]] = []
    selection.selected.connect(told.append)
    selection.select(["B"])
    assert values(layers[0]) == ["B"] and values(layers[1]) == ["A; B", "B"]
    assert told == [], "what the table selects is not told back to it"
    selection.select([])
    assert layers[0].selectedFeatureCount() == layers[1].selectedFeatureCount() == 0


def test_features_select_rows(selection: MapSelection, layers: Any):
    told: list[list[str]] = []
    selection.selected.connect(told.append)
    layers[0].selectByExpression("cci IN ('A', 'C')")
    layers[1].selectByExpression("programmes = 'A; B'")
    layers[1].selectByExpression("programmes IS NULL")
    assert told == [["A", "C"], ["A", "B"], []]
    layers[0].selectAll()
    assert layers[1].selectedFeatureCount() == 0, "an earlier selection does not stay beside it"


def test_layers_that_are_removed_are_forgotten(selection: MapSelection, layers: Any):
    QgsProject.instance().removeMapLayer(layers[0].id())
    selection.select(["B"])
    assert values(layers[1]) == ["A; B", "B"]
    QgsProject.instance().clear()
    selection.select(["B"])


def test_after_stop_nothing_is_told(layers: Any):
    selection = MapSelection(None)
    selection.set_layers(layers[0].id(), layers[1].id())
    told: list[list[str]] = []
    selection.selected.connect(told.append)
    selection.stop()
    layers[0].selectAll()
    assert told == []


@pytest.fixture
def large(qgis_app: Any) -> Iterator[QgsVectorLayer]:
    """As many features as are read in a task."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=cci:string", "large", "memory")
    made = []
    for number in range(400):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"P{number}"])
        feature.setGeometry(QgsGeometry.fromWkt("Polygon((0 0, 1 0, 1 1, 0 0))"))
        made.append(feature)
    layer.dataProvider().addFeatures(made)
    QgsProject.instance().addMapLayer(layer)
    yield layer
    QgsProject.instance().clear()


@pytest.fixture
def on_large(large: QgsVectorLayer) -> Iterator[MapSelection]:
    made = MapSelection(QgsMapCanvas())
    made.set_layers(large.id())
    yield made
    made.stop()


def test_a_large_layer_is_read_in_a_task_and_the_newest_selection_counts(on_large: MapSelection, large: Any):
    on_large.select(["P1", "P2"])
    assert large.selectedFeatureCount() == 0, "the window waited"
    on_large.select(["P3"])
    wait_until(lambda: values(large) == ["P3"])
    on_large.select([f"P{number}" for number in range(400)])
    assert large.selectedFeatureCount() == 400, "what was read once is read no more"


def test_a_selection_on_its_way_ends_with_the_layers(on_large: MapSelection, large: Any):
    on_large.select(["P1"])
    on_large.set_layers()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    QTest.qWait(50)
    assert large.selectedFeatureCount() == 0


def test_the_map_is_read_in_a_task_as_well(on_large: MapSelection, large: Any):
    told: list[list[str]] = []
    on_large.selected.connect(told.append)
    large.selectByExpression("cci IN ('P7', 'P8')")
    wait_until(lambda: told == [["P7", "P8"]])
    on_large.select([])
    wait_until(lambda: large.selectedFeatureCount() == 0)
    large.selectAll()
    assert len(told[-1]) == 400
    large.removeSelection()
    assert told[-1] == []


def test_features_that_changed_are_read_again(on_large: MapSelection, large: Any):
    on_large.select(["P1"])
    wait_until(lambda: large.selectedFeatureCount() == 1)
    with edit(large):
        large.changeAttributeValue(large.selectedFeatureIds()[0], 0, "Q")
    on_large.select(["P1"])
    wait_until(lambda: large.selectedFeatureCount() == 0)
    on_large.select(["Q"])
    wait_until(lambda: values(large) == ["Q"])
