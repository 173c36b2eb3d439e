"""One selection for table and map, in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.gui.results.selection import MapSelection
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas


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
