"""Partner sheets: a page for each partner, on which nothing is cut and every figure is the server's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.comparison import Comparison
from cooperation_search.api.partners import Asker, Question, Wish
from cooperation_search.layers.asked.job import AskedJob
from cooperation_search.layers.partners.inquiry import PartnersInquiry
from cooperation_search.layouts.map_sheet import NothingToPrint
from cooperation_search.layouts.pairs import Pairs, pairs_of
from cooperation_search.layouts.partner_map import PARTNER
from cooperation_search.layouts.partner_sheet import partner_sheets
from faulty import outcome
from panel import connected, opened, wait_until
from paper import assert_in_order, placed, texts
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutObject,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from running_server import RunningServer

SICILY, MARTINIQUE, NATIONAL = "2021IT16RFPR016", "2021FR16FFPR008", "2021ES05SFPR002"
BARS = (("track", "possible"), ("track", "known"), ("possible", "known"))


@pytest.fixture
def context(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    with connected(server.url) as made:
        yield made


@pytest.fixture
def project(context: Any) -> QgsProject:
    return QgsProject.instance()


@pytest.fixture(scope="module")
def comparison(server: RunningServer) -> Comparison:
    return Comparison.read(server.json("/partners/schema", f="json", nulls="implied"))


@pytest.fixture
def load(context: Any, comparison: Comparison) -> Callable[..., Pairs]:
    def loaded(cci: str, limit: int = 3) -> Pairs:
        job = AskedJob(
            context, PartnersInquiry(Question(Asker(cci, f"Programme {cci}"), Wish(most=(("limit", limit),)))), context
        )
        job.start()
        made = pairs_of(QgsProject.instance(), outcome(job, 60).group, comparison)
        assert made is not None
        return made

    return loaded


def pages(layout: QgsPrintLayout) -> Iterator[Any]:
    """The feature of each page, while the layout shows it."""
    atlas = layout.atlas()
    assert atlas.beginRender()
    atlas.updateFeatures()
    for number in range(atlas.count()):
        assert atlas.seekTo(number)
        layout.refresh()
        yield layout.reportContext().feature()
    atlas.endRender()


def seen(layout: QgsPrintLayout, name: str) -> bool:
    """Whether an item is drawn on the page at hand."""
    item = layout.itemById(name)
    key = QgsLayoutObject.DataDefinedProperty.Opacity
    return bool(item.dataDefinedProperties().valueAsDouble(key, item.createExpressionContext(), 100)[0])


@pytest.mark.parametrize(("cci", "limit"), [(SICILY, 10), (MARTINIQUE, 4), (NATIONAL, 4)])
def test_nothing_is_cut_on_any_page(project: QgsProject, load: Any, server: RunningServer, cci: str, limit: int):
    made = load(cci, limit)
    layout = partner_sheets(project, made)
    seen = []
    for partner in pages(layout):
        assert_in_order(layout, BARS)
        seen.append(partner["cci"])
        said = " ".join(texts(layout).split())
        for text in (partner["title"], partner["cci"], partner["country_name"], made.edition, made.asker):
            assert " ".join(str(text).split()) in said
        assert f"{server.url}/partners/{cci}/{partner['cci']}" in said
        for sentence in (*str(partner["for_you"]).split(".; "), *str(partner["for_them"]).split(".; ")):
            assert sentence in said
        assert ("SAMPLE" in layout.itemById("samples").currentText() if layout.itemById("samples") else False) == (
            partner["entries_basis"] == "sample"
        )
    answer = server.json("/partners", f="json", programme=cci, limit=limit)
    assert seen == [each["id"] for each in answer["features"]]


def test_bars_are_as_long_as_what_is_known_and_what_may_be(project: QgsProject, load: Any):
    made = load(SICILY, 6)
    layout = partner_sheets(project, made)
    some_do_not_apply = False
    for partner in pages(layout):
        places = placed(layout)
        for name in ("score", *(part.name for part in made.parts)):
            low, high = partner[f"{name}_low"], partner[f"{name}_high"]
            track, known, possible = (places[f"{name} {part}"] for part in ("track", "known", "possible"))
            applies = isinstance(low, float)
            some_do_not_apply = some_do_not_apply or not applies
            assert seen(layout, f"{name} possible") is applies
            assert ("does not apply" in layout.itemById(f"{name} figures").currentText()) is not applies
            if applies:
                assert possible.width() == pytest.approx(max(0.4, high * track.width()), abs=0.1)
                assert known.width() == pytest.approx(max(0.4, low * track.width()), abs=0.1)
                assert known.left() == pytest.approx(track.left(), abs=0.1)
                shown = seen(layout, f"{name} known")
                assert shown is (low > 0 or high == 0)
    assert some_do_not_apply


@pytest.mark.parametrize("cci", [SICILY, MARTINIQUE])
def test_the_map_shows_both_and_no_other_partner(project: QgsProject, load: Any, cci: str):
    made = load(cci, 4)
    layout = partner_sheets(project, made)
    item: QgsLayoutItemMap = layout.itemById("map")
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), item.crs(), project)
    points = {
        each["cci"]: to_map.transform(each.geometry().pointOnSurface().asPoint()) for each in made.areas.getFeatures()
    }
    own = to_map.transform(next(made.own.getFeatures()).geometry().pointOnSurface().asPoint())
    for partner in pages(layout):
        extent: QgsRectangle = item.extent()
        assert extent.contains(own) and extent.contains(points[partner["cci"]])
        image = QgsLayoutExporter(layout).renderRegionToImage(placed(layout)["map"], dpi=150)

        def drawn(point: Any, image: Any = image, extent: Any = extent) -> bool:
            x = int((point.x() - extent.xMinimum()) / extent.width() * image.width())
            y = int((extent.yMaximum() - point.y()) / extent.height() * image.height())
            near = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
            return any(QColor(image.pixel(*p)) == QColor(PARTNER) for p in near if image.valid(*p))

        for other, point in points.items():
            if extent.contains(point) and cci == SICILY:
                assert drawn(point) is (other == partner["cci"]), other


def test_one_pair_and_a_chosen_order(project: QgsProject, load: Any, tmp_path: Path):
    made = load(SICILY, 12)
    ranked = [each["cci"] for each in made.areas.getFeatures()]
    assert len(list(pages(partner_sheets(project, made)))) == 10
    one = partner_sheets(project, made, [ranked[4]])
    assert [each["cci"] for each in pages(one)] == [ranked[4]]
    with pytest.raises(NothingToPrint):
        partner_sheets(project, made, ["2021XX"])
    names = [each.name() for each in project.layoutManager().printLayouts()]
    assert len(names) == len(set(names)) == 2 and made.asker in names[0]
    for layout, count in ((one, 1), (partner_sheets(project, made, ranked[:3]), 3)):
        file = tmp_path / f"{count}.pdf"
        result, error = QgsLayoutExporter.exportToPdf(layout.atlas(), str(file), QgsLayoutExporter.PdfExportSettings())
        assert result == QgsLayoutExporter.ExportResult.Success, error
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", file.read_bytes())) == count


def test_a_need_without_a_programme(project: QgsProject, load: Any):
    made = load(SICILY, 2)
    alone = replace(made, own=None, asker="Topic: water", cci="")
    layout = partner_sheets(project, alone)
    for partner in pages(layout):
        assert_in_order(layout, BARS)
        assert "Your area" not in texts(layout) and f"/partners/{partner['cci']}" not in texts(layout)


def test_text_of_the_data_is_no_expression(project: QgsProject, load: Any):
    made = load(SICILY, 1)
    index = made.areas.fields().lookupField("title")
    feature = next(made.areas.getFeatures())
    made.areas.dataProvider().changeAttributeValues({feature.id(): {index: "Danger [% 1 + 1 %] and 'quotes'"}})
    strange = replace(made, asker="It's [% 1 + 1 %]")
    layout = partner_sheets(project, strange)
    for _ in pages(layout):
        assert_in_order(layout, BARS)
        assert "'quotes'" in texts(layout) and "Danger 2" not in texts(layout) and "It's 2" not in texts(layout)


def test_from_the_list_of_partners(context: Any, project: QgsProject):
    shown: list[QgsPrintLayout] = []
    designer = type("Designer", (), {"setAtlasPreviewEnabled": lambda _self, on: shown.append(on)})()

    class Interface:
        def openLayoutDesigner(self, layout: QgsPrintLayout) -> Any:
            shown.append(layout)
            return designer

    with opened(context) as dock:
        dock.partners_tab.find(SICILY, "Sicilia")
        ranked = dock.partners.ranked
        wait_until(lambda: ranked.answer is not None and ranked.model.rowCount())
        context.iface = Interface()
        try:
            # They are not on the map yet.
            ranked.sheets.prepare()
            assert ranked.sheets.one.isEnabled() and not ranked.sheets.chosen.isVisible()
            ranked.sheets.one.trigger()
            wait_until(lambda: len(shown) == 2)
            groups = [node.name() for node in project.layerTreeRoot().children()]
            assert groups == ["Partners of Sicilia"] and shown[1] is True
            first = ranked.answer.found[0]
            assert [each["cci"] for each in pages(shown[0])] == [first.cci] and first.title[:40] in shown[0].name()
            # Now they are.
            for row in (0, 2):
                index = ranked.model.index(row)
                ranked.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
            ranked.sheets.prepare()
            assert ranked.sheets.chosen.isVisible() and "2" in ranked.sheets.chosen.text()
            ranked.sheets.chosen.trigger()
            assert len(shown) == 4, "made at once"
            assert [each["cci"] for each in pages(shown[2])] == [ranked.answer.found[row].cci for row in (0, 2)]
            ranked.sheets.best.trigger()
            assert len(list(pages(shown[4]))) == 10
            assert [node.name() for node in project.layerTreeRoot().children()] == groups
            assert shown[4].name() in ranked.remarks.told.text()
        finally:
            context.iface = None
