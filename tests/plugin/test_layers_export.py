"""Export: all columns, those of the sources, and where the rows come from."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.layers.export import ExportError, export
from cooperation_search.layers.loader import LayerLoader
from faulty import outcome
from qgis.core import (
    QgsExpression,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)
from running_server import RunningServer


@pytest.fixture
def layers(qgis_app: Any, server: RunningServer) -> Iterator[list[QgsVectorLayer]]:
    QgsProject.instance().clear()
    context = Context()
    context.use_server(server.url)
    loader = LayerLoader(context)
    loaded = outcome(loader.load(Search().with_values(nuts=["ITG1"]), kind="memory"))
    yield [QgsProject.instance().mapLayer(i) for i in (loaded.programmes_id, loaded.areas_id)]
    loader.close()
    context.close()
    QgsProject.instance().clear()


def test_csv(layers: list[QgsVectorLayer], tmp_path: Path):
    path = tmp_path / "programmes.csv"
    export(layers[0], str(path))
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    expected = {f["cci"]: f for f in layers[0].getFeatures()}
    assert {r["cci"] for r in rows} == set(expected)
    for row in rows:
        assert row["title"] == expected[row["cci"]]["title"]
        assert row["sources"] and row["source_date"]
        assert "EuroGeographics" in row["attribution"] and row["edition"] and row["search_url"].startswith("http")


def test_geopackage(layers: list[QgsVectorLayer], tmp_path: Path):
    path = tmp_path / "areas.gpkg"
    export(layers[1], str(path))
    written = QgsVectorLayer(str(path), "areas", "ogr")
    assert written.featureCount() == layers[1].featureCount() == 9
    names = [f.name() for f in layers[1].fields()]
    assert {*names, "edition", "attribution", "search_url"} <= {f.name() for f in written.fields()}
    assert all(f.hasGeometry() for f in written.getFeatures())
    types = {f.name(): f.typeName() for f in written.fields()}
    assert types["period_start"] == "Date" and types["n_programmes"] == "Integer64"


def test_xlsx(layers: list[QgsVectorLayer], tmp_path: Path):
    path = tmp_path / "programmes.xlsx"
    export(layers[0], str(path))
    with zipfile.ZipFile(path) as book:
        text = book.read("xl/sharedStrings.xml").decode()
    assert "source_date" in text and all(f["cci"] in text for f in layers[0].getFeatures())


def test_selected_only(layers: list[QgsVectorLayer], tmp_path: Path):
    layers[0].selectByExpression("\"period\" = '2021-2027'")
    chosen = layers[0].selectedFeatureCount()
    assert 0 < chosen < layers[0].featureCount()
    export(layers[0], str(tmp_path / "few.csv"), selected_only=True)
    assert len((tmp_path / "few.csv").read_text(encoding="utf-8").strip().splitlines()) == chosen + 1


@pytest.mark.parametrize("name", ["x.docx", "x", "missing/folder/x.csv"])
def test_what_cannot_be_written(layers: list[QgsVectorLayer], tmp_path: Path, name: str):
    with pytest.raises(ExportError) as caught:
        export(layers[0], str(tmp_path / name))
    assert str(caught.value)
    assert not (tmp_path / name).exists()


def test_attribution_reaches_print_layouts(layers: list[QgsVectorLayer]):
    project = QgsProject.instance()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("credits")
    # The project owns the layout; what Python owned would go in the wrong order.
    assert project.layoutManager().addLayout(layout)
    item = QgsLayoutItemMap(layout)
    item.setId("Map 1")
    item.setLayers(layers)
    layout.addLayoutItem(item)
    credits_ = QgsExpression("array_to_string(map_credits('Map 1'))").evaluate(layout.createExpressionContext())
    assert "EuroGeographics" in str(credits_)
    project.layoutManager().removeLayout(layout)
