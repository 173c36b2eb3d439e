"""Distribution in the panel: numbers are the server's, charts are drawn and saved, areas are coloured on the map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.distribution import Distribution, Question, shown_values
from cooperation_search.api.errors import ApiError
from cooperation_search.api.search import COOPERATION, Search
from cooperation_search.gui.distribution.drawing import Colours
from cooperation_search.layers.asked.job import AskedJob, Loaded
from cooperation_search.layers.distribution.inquiry import DistributionInquiry
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.layers.memory import MemoryLayers
from faulty import disk_full_after, outcome
from panel import click, connected, opened, wait_until
from qgis.core import QgsGraduatedSymbolRenderer, QgsProject
from qgis.PyQt.QtGui import QImage, QPainter
from running_server import RunningServer


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    with connected(server.url) as context, opened(context) as made:
        made.window().resize(420, 900)
        yield made


def shown(dock: Any, *by: str) -> Distribution:
    """The view in front, with a distribution."""
    page = dock.distribution
    dock.pages.show_page(dock.results)
    dock.results.show_view(page)
    if by:
        page.choose(*by)
    wait_until(
        lambda: page.told is not None and tuple(one.name for one in page.told.dimensions) == (by or ("country",))
    )
    return page.told


def answered(server: RunningServer, by: str, collection: str = "programmes", **query: object) -> dict[str, Any]:
    return server.json(f"/collections/{collection}/distribution", **{"by": by, "period": "2021-2027", **query})


def test_the_view_shows_the_numbers_of_the_server(dock: Any, server: RunningServer):
    told = shown(dock)
    found = answered(server, "country")
    assert told.matched == found["numberMatched"]
    assert {v.code: v.count for v in told.dimensions[0].values} == {
        v["code"]: v["count"] for v in found["dimensions"][0]["values"]
    }
    assert dock.distribution.first.findData("topic") >= 0 and dock.distribution.second.findData("scope") >= 0
    assert dock.distribution.body.currentWidget() is dock.distribution.area
    assert str(told.matched) in dock.distribution.drawing().lines[0]


def test_two_dimensions_and_the_search(dock: Any, server: RunningServer):
    told = shown(dock, "country", "topic")
    cells = answered(server, "country,topic")["cells"]
    assert told.cells == {(cell["country"], cell["topic"]): cell["count"] for cell in cells}
    dock.run(dock.live.search.with_values(country=["IT", "MT"]))
    dock.results.show_view(dock.distribution)
    wait_until(lambda: {pair[0] for pair in dock.distribution.told.cells} == {"IT", "MT"})
    assert dock.distribution.told.matched == answered(server, "country", country="IT,MT")["numberMatched"]


def test_what_is_not_known_is_said(dock: Any, server: RunningServer):
    shown(dock, "topic")
    (topic,) = answered(server, "topic")["dimensions"]
    (line,) = [each for each in dock.distribution.drawing().lines if "not known for" in each]
    assert str(topic["unknown"]) in line and str(topic["stated"]) in line
    assert any("do not add up" in each for each in dock.distribution.drawing().lines)
    assert any("Sample entries count" in each for each in dock.distribution.drawing().below)


def test_offers_and_needs_are_counted_too(dock: Any, server: RunningServer):
    shown(dock, "scope")
    counted = dock.distribution.counted
    counted.setCurrentIndex(counted.findData(COOPERATION))
    counted.activated[int].emit(counted.currentIndex())
    found = answered(server, "scope", COOPERATION)
    wait_until(lambda: dock.distribution.told.matched == found["numberMatched"])
    assert {v.code: v.count for v in shown_values(dock.distribution.told.dimensions[0])} == {
        v["code"]: v["count"] for v in found["dimensions"][0]["values"] if v["count"]
    }


@pytest.mark.parametrize("by", [("country",), ("topic",), ("country", "fund"), ("fund", "topic")])
@pytest.mark.parametrize("ending", ["png", "svg"])
def test_charts_are_saved_as_pictures(dock: Any, tmp_path: Path, by: tuple[str, ...], ending: str):
    shown(dock, *by)
    path = tmp_path / f"chart.{ending}"
    dock.distribution.save_picture(path)
    assert path.stat().st_size > 2000 and "Written" in dock.distribution.note.text()
    image = QImage(str(path))
    assert not image.isNull() and image.width() >= 700
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 2, "bars are drawn"


def test_a_table_has_the_numbers_of_the_server(dock: Any, server: RunningServer, tmp_path: Path):
    shown(dock, "country", "fund")
    path = tmp_path / "table.csv"
    dock.distribution.save_table(path)
    wait_until(path.exists)
    lines = path.read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(answered(server, "country,fund")["cells"])
    dock.distribution.save_table(tmp_path / "nowhere" / "table.csv")
    assert "There is no folder" in dock.distribution.note.text()
    dock.distribution.save_picture(tmp_path / "nowhere" / "chart.png")
    assert "There is no folder" in dock.distribution.note.text()


@pytest.mark.parametrize("by", [("country",), ("nuts2",), ("topic", "country")])
def test_areas_are_coloured_on_the_map(dock: Any, server: RunningServer, by: tuple[str, ...]):
    shown(dock, *by)
    assert dock.distribution.map.isEnabled()
    click(dock.distribution.map)
    wait_until(lambda: QgsProject.instance().mapLayers() and dock.distribution.on_map.job is None, 60)
    (layer,) = QgsProject.instance().mapLayers().values()
    place = next(name for name in by if name in ("country", "nuts2"))
    counts = {feature[place]: feature["count"] for feature in layer.getFeatures()}
    found = server.json(
        "/collections/programmes/distribution", by=",".join(by), period="2021-2027", f="geojson", skipGeometry="true"
    )
    expected = {one["id"]: one["properties"]["count"] for one in found["features"]}
    assert counts.items() <= expected.items()
    assert {code for code, count in expected.items() if count} <= set(counts)
    renderer = layer.renderer()
    assert isinstance(renderer, QgsGraduatedSymbolRenderer)
    for count in counts.values():
        assert renderer.rangeForValue(count) is not None, count
    assert layer.metadata().rights() and layer.metadata().links()
    assert QgsProject.instance().layerTreeRoot().children()[0].layer() is layer


def test_the_same_question_fills_its_layer_again(dock: Any):
    shown(dock)
    for _ in range(2):
        click(dock.distribution.map)
        wait_until(lambda: QgsProject.instance().mapLayers() and dock.distribution.on_map.job is None, 60)
    assert len(QgsProject.instance().mapLayers()) == 1


def test_a_project_that_is_opened_again_fetches_its_areas(qgis_app: Any, server: RunningServer, tmp_path: Path):
    project = QgsProject.instance()
    project.clear()
    with connected(server.url) as context:
        loader = LayerLoader(context)
        memory = MemoryLayers(context, loader, context)
        question = Question(Search.of(period=["2021-2027"]), ("nuts1",))
        job = AskedJob(
            context, DistributionInquiry(question, "nuts1", "Programmes by NUTS I area", context.settings), context
        )
        job.start()
        loaded = outcome(job, 60)
        assert isinstance(loaded, Loaded), loaded
        (layer,) = project.mapLayers().values()
        before, style = layer.featureCount(), layer.renderer().dump()
        project.addMapLayer(layer.clone())
        path = str(tmp_path / "distribution.qgz")
        assert project.write(path)
        project.clear()
        assert project.read(path)
        wait_until(lambda: [each.featureCount() for each in project.mapLayers().values()] == [before, before])
        assert all(each.renderer().dump() == style for each in project.mapLayers().values())
        memory.close()
        loader.close()


def test_a_closed_project_leaves_nothing_behind(qgis_app: Any, server: RunningServer):
    with connected(server.url) as context:
        job = AskedJob(context, DistributionInquiry(Question(Search()), "country", "x", context.settings), context)
        failed: list[Any] = []
        job.failed.connect(failed.append)
        job.start()
        QgsProject.instance().clear()
        assert failed and not QgsProject.instance().mapLayers()


def test_what_has_no_places_is_not_offered_for_the_map(dock: Any):
    shown(dock, "topic")
    assert not dock.distribution.map.isEnabled()


def test_a_hidden_view_asks_nothing(dock: Any):
    assert dock.distribution.told is None and dock.distribution.question is None
    dock.run(dock.live.search.with_values(country=["IT"]))
    assert dock.distribution.question is None


def test_a_chart_draws_in_any_width(dock: Any):
    for by in (("topic",), ("country", "topic")):
        shown(dock, *by)
        drawing = dock.distribution.drawing()
        for width in (240, 420, 1200):
            size = drawing.size(dock.font(), float(width))
            image = QImage(size.toSize(), QImage.Format.Format_ARGB32)
            painter = QPainter(image)
            drawing.draw(painter, dock.font(), float(width), Colours.of_paper())
            painter.end()
            assert size.width() >= 240 and size.height() > 50


def test_a_question_is_kept():
    question = Question(Search.of(country=["IT"]), ("nuts2", "topic"), COOPERATION)
    assert Question.from_dict(json.loads(json.dumps(question.to_dict()))) == question
    for damaged in ("", {}, [], {"search": {}, "by": 1, "collection": "x"}):
        with pytest.raises(ApiError):
            Question.from_dict(damaged)


@pytest.mark.parametrize("ending", ["png", "svg", "csv"])
def test_a_full_disk_is_told_and_leaves_what_was_there(dock: Any, tmp_path: Path, ending: str):
    shown(dock)
    save = dock.distribution.save_table if ending == "csv" else dock.distribution.save_picture
    path = tmp_path / f"chart.{ending}"
    path.write_text("before")
    with disk_full_after(200):
        save(path)
        wait_until(lambda: dock.distribution.note.text())
    assert "could not be written" in dock.distribution.note.text() and str(path) in dock.distribution.note.text()
    assert path.read_text() == "before" and list(tmp_path.iterdir()) == [path]
