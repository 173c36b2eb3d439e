"""The map sheet of a search: whole, in order, and true to what the map shows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.layers import origin
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.layers.overseas import PLACES, is_overseas, places_of
from cooperation_search.layouts.extent import views_of
from cooperation_search.layouts.kept import follow, renew_legends, renew_words
from cooperation_search.layouts.legend import labels_of
from cooperation_search.layouts.map_sheet import NothingToPrint, map_sheet
from cooperation_search.layouts.text import fit, wrap
from faulty import outcome
from panel import connected, opened, wait_until
from paper import assert_in_order, placed, texts
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication
from running_server import RunningServer

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "qgis_plugin"))

import translations

LAEA = QgsCoordinateReferenceSystem("EPSG:3035")
ALL = Search.of(period=["2021-2027"])
SICILY = Search.of(nuts3=["ITG1"], period=["2021-2027"])
OUTERMOST = Search.of(nuts3=["FRY"], period=["2021-2027"])
IBERIA = Search.of(
    country=["ES", "PT"], topic=["PO1", "PO2", "RSO4.6", "RSO2.7"], scope=["cross_border", "transnational"]
)
MANY = Search.of(
    country=["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT"],
    topic=["RSO1.1", "RSO1.2", "RSO1.3", "RSO1.4", "RSO2.1", "RSO2.2", "RSO2.3", "RSO2.4", "RSO2.5", "RSO2.6",
           "RSO2.7", "RSO2.8", "RSO3.1", "RSO3.2", "RSO4.1", "RSO4.2", "RSO4.3", "RSO4.4", "RSO4.5", "RSO4.6"],
)  # fmt: skip


@pytest.fixture
def project(qgis_app: Any, tmp_path: Path) -> Iterator[QgsProject]:
    made = QgsProject.instance()
    made.clear()
    made.setFileName(str(tmp_path / "project.qgz"))
    made.setCrs(LAEA)
    yield made
    made.clear()


@pytest.fixture
def context(project: QgsProject, server: RunningServer) -> Iterator[Context]:
    with connected(server.url) as made:
        yield made


@pytest.fixture
def loader(context: Context) -> Iterator[LayerLoader]:
    made = LayerLoader(context)
    yield made
    made.close()


def loaded(loader: LayerLoader, search: Search, style: str = "programmes", kind: str = "memory", **more: Any) -> str:
    return str(outcome(loader.load(search, style=style, kind=kind, **more)).group_id)


def legend(layout: QgsPrintLayout) -> QgsLayoutItemLegend:
    return next(item for item in layout.items() if isinstance(item, QgsLayoutItemLegend))


def maps(layout: QgsPrintLayout) -> dict[str, QgsLayoutItemMap]:
    return {item.id(): item for item in layout.items() if isinstance(item, QgsLayoutItemMap)}


@pytest.mark.parametrize("style", ["programmes", "topic", "country"])
@pytest.mark.parametrize("search", [ALL, SICILY, OUTERMOST, IBERIA, MANY], ids=["all", "one", "far", "long", "longest"])
def test_nothing_is_cut_and_nothing_overlaps(loader: LayerLoader, project: QgsProject, search: Search, style: str):
    layout = map_sheet(project, loaded(loader, search, style))
    assert_in_order(layout)
    assert layout in project.layoutManager().printLayouts()


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pl"])
def test_nothing_is_cut_in_any_language(loader: LayerLoader, project: QgsProject, language: str):
    translator = QTranslator()
    path = Path(project.absolutePath()) / "texts.qm"
    path.write_bytes(translations.compiled(translations.with_subclasses(translations.read(language))))
    assert translator.load(str(path))
    QCoreApplication.installTranslator(translator)
    try:
        layout = map_sheet(project, loaded(loader, IBERIA, "topic", with_neighbours=True))
        assert_in_order(layout)
    finally:
        QCoreApplication.removeTranslator(translator)


def test_it_says_what_it_shows_and_where_it_comes_from(loader: LayerLoader, project: QgsProject, server: RunningServer):
    search = Search.of(country=["IT"], topic=["RSO1.4"], period=["2021-2027"])
    group = loaded(loader, search)
    said = texts(map_sheet(project, group))
    source = origin.read(origin.layers_of(project, group)[0])
    assert source is not None
    assert "Italy" in said and source.edition in said and search.to_url(server.url, "programmes") in said
    for sentence in source.attribution.split(". "):
        assert sentence.strip(".") in said
    for name in ("programmes", search.areas_collection()):
        assert f"{len(server.features(name, country='IT', topic='RSO1.4', period='2021-2027'))}" in said
    assert ("SAMPLE" in said) == any(origin.read(layer).samples for layer in origin.layers_of(project, group))


def test_the_address_is_that_of_the_programmes(loader: LayerLoader, project: QgsProject, server: RunningServer):
    group = loaded(loader, SICILY, with_entries=True, with_neighbours=True)
    layout = map_sheet(project, group)
    assert_in_order(layout)
    assert SICILY.to_url(server.url, "programmes") in texts(layout) and len(maps(layout)["map"].layers()) == 4


def test_samples_are_flagged_and_can_be_left_out(loader: LayerLoader, project: QgsProject):
    assert "SAMPLE" in texts(map_sheet(project, loaded(loader, Search.of(scope=["cross_border"]))))
    without = Search.of(country=["IT"], show_samples=False)
    assert "SAMPLE" not in texts(map_sheet(project, loaded(loader, without)))


@pytest.mark.parametrize("style", ["programmes", "topic", "country", "scope"])
def test_the_legend_has_every_class_of_both_layers(loader: LayerLoader, project: QgsProject, style: str):
    group = loaded(loader, ALL, style)
    made = legend(map_sheet(project, group))
    shown = [" ".join(label.split()) for label in labels_of(made)]
    for layer in origin.layers_of(project, group):
        for item in layer.renderer().legendSymbolItems():
            assert " ".join(item.label().split()) in shown or not item.label()
    assert made.linkedMap().id() == "map"


def test_a_style_chosen_later_changes_neither_map_nor_legend(loader: LayerLoader, project: QgsProject):
    group = loaded(loader, SICILY, "programmes")
    layout = map_sheet(project, group)
    before = labels_of(legend(layout))
    for layer in origin.layers_of(project, group):
        renderer = layer.renderer().clone()
        for index in range(len(getattr(renderer, "ranges", list)())):
            renderer.updateRangeLabel(index, "something else")
        layer.setRenderer(renderer)
    assert labels_of(legend(layout)) == before


def test_it_is_the_same_in_a_project_that_is_opened_again(loader: LayerLoader, project: QgsProject, tmp_path: Path):
    opened_again = project.readProject.connect(lambda _document: renew_legends(project))
    layout = map_sheet(project, loaded(loader, IBERIA, "topic", kind="geopackage"))
    name, before, classes = layout.name(), placed(layout), labels_of(legend(layout))
    programmes = next(layer for layer in project.mapLayers().values() if layer.fields().lookupField("cci") >= 0)
    # Another style since: the sheet keeps its own.
    programmes.setRenderer(programmes.renderer().defaultRenderer(programmes.geometryType()))
    assert project.write(str(tmp_path / "kept.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "kept.qgz"))
    project.readProject.disconnect(opened_again)
    again = project.layoutManager().layoutByName(name)
    after = placed(again)
    # A scale bar is as wide as its numbers need.
    assert before.pop("scale bar").adjusted(0, 0, 0.1, 0.1).contains(after.pop("scale bar"))
    assert {k: v.toRect() for k, v in after.items()} == {k: v.toRect() for k, v in before.items()}
    assert labels_of(legend(again)) == classes
    assert all(len(item.layers()) == 2 for item in maps(again).values())


@pytest.mark.parametrize("kind", ["memory", "live"])
def test_overseas_areas_have_frames_of_their_own(loader: LayerLoader, project: QgsProject, kind: str):
    group = loaded(loader, Search.of(country=["ES", "FR", "PT"], period=["2021-2027"]), kind=kind)
    layout = map_sheet(project, group)
    found = {place.label() for place in PLACES}
    assert all(name in texts(layout) for name in found)
    frames = maps(layout)
    assert len(frames) == 1 + len(PLACES)
    assert frames["map"].crs() == LAEA
    # The continent, at a scale at which it fills the paper.
    degrees = QgsCoordinateTransform(LAEA, QgsCoordinateReferenceSystem("EPSG:4326"), project)
    west = degrees.transformBoundingBox(frames["map"].extent())
    assert west.contains(QgsRectangle(-9.4, 36.1, 8.2, 51.0)) and west.xMaximum() < 60
    assert {frames[f"map {n + 1}"].crs().authid() for n in range(len(PLACES))} == {place.crs for place in PLACES}


def test_without_overseas_areas_there_are_no_frames(loader: LayerLoader, project: QgsProject):
    layout = map_sheet(project, loaded(loader, SICILY))
    assert set(maps(layout)) == {"map"}


def test_overseas_areas_alone_are_the_map(loader: LayerLoader, project: QgsProject):
    layout = map_sheet(project, loaded(loader, Search.of(nuts3=["FRY4"])))
    assert set(maps(layout)) == {"map"} and maps(layout)["map"].crs().authid() == "EPSG:2975"


def test_every_place_holds_its_areas(server: RunningServer):
    codes = set()
    for country in ("FR", "ES", "PT"):
        for feature in server.features("nuts3", country=country):
            code = feature["id"]
            if not is_overseas(code):
                west = min(x for part in _rings(feature) for x, _ in part)
                assert -12 < west < 60, code
                continue
            codes.add(code)
            boxes = [place.extent() for place in places_of([code])]
            points = [point for ring in _rings(feature) for point in ring]
            inside = [
                p
                for p in points
                if any(b.xMinimum() <= p[0] <= b.xMaximum() and b.yMinimum() <= p[1] <= b.yMaximum() for b in boxes)
            ]
            assert len(inside) >= 0.9 * len(points), code
    assert all(any(code.startswith(place.prefix) for code in codes) for place in PLACES)
    assert all(QgsCoordinateReferenceSystem(place.crs).isValid() for place in PLACES)


def _rings(feature: dict[str, Any]) -> list[list[tuple[float, float]]]:
    polygons = feature["geometry"]["coordinates"]
    if feature["geometry"]["type"] == "Polygon":
        polygons = [polygons]
    return [ring for polygon in polygons for ring in polygon]


def test_it_shows_what_the_user_looks_at(loader: LayerLoader, project: QgsProject):
    group = loaded(loader, ALL)
    areas = origin.layers_of(project, group)[1]
    whole = views_of(areas, None, LAEA)
    assert whole.overseas and whole.crs == LAEA
    closer = QgsRectangle(4_400_000, 1_500_000, 4_900_000, 1_900_000)
    assert views_of(areas, closer, LAEA).main == closer and not views_of(areas, closer, LAEA).overseas
    wider = QgsRectangle(whole.main)
    wider.scale(3)
    assert views_of(areas, wider, LAEA).main == whole.main
    # Where nothing was found, there is nothing to print.
    assert views_of(areas, QgsRectangle(9_000_000, 8_000_000, 9_100_000, 8_100_000), LAEA).main == whole.main
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    assert views_of(areas, QgsRectangle(-180, -90, 180, 90), degrees).crs == LAEA
    island = views_of(areas, QgsRectangle(55.2, -21.4, 55.8, -20.9), degrees)
    assert island.crs.authid() == "EPSG:2975" and not island.overseas


def test_layers_that_are_switched_off_are_not_drawn(loader: LayerLoader, project: QgsProject):
    group = loaded(loader, SICILY)
    programmes, areas = origin.layers_of(project, group)
    project.layerTreeRoot().findLayer(programmes.id()).setItemVisibilityChecked(False)
    own = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    metadata = own.metadata()
    metadata.setRights(["© Somebody"])
    own.setMetadata(metadata)
    project.addMapLayer(own)
    layout = map_sheet(project, group)
    assert {layer.id() for layer in maps(layout)["map"].layers()} == {areas.id(), own.id()}
    assert "© Somebody" in texts(layout)
    project.layerTreeRoot().findLayer(areas.id()).setItemVisibilityChecked(False)
    assert areas in maps(map_sheet(project, group))["map"].layers()


def test_another_search_on_the_map_is_not_drawn(loader: LayerLoader, project: QgsProject):
    other = loaded(loader, IBERIA)
    group = loaded(loader, SICILY)
    drawn = set(maps(map_sheet(project, group))["map"].layers())
    assert drawn == set(origin.layers_of(project, group))
    assert not drawn & set(origin.layers_of(project, other))


def test_a_search_that_found_nothing(loader: LayerLoader, project: QgsProject):
    layout = map_sheet(project, loaded(loader, Search.of(country=["MT"], nuts3=["FI1"])))
    assert_in_order(layout)


def test_names_differ_and_nothing_is_made_of_nothing(loader: LayerLoader, project: QgsProject):
    group = loaded(loader, SICILY)
    assert map_sheet(project, group).name() != map_sheet(project, group).name()
    with pytest.raises(NothingToPrint):
        map_sheet(project, "unknown")


def test_a_group_that_the_user_named_is_the_title(loader: LayerLoader, project: QgsProject):
    group = loaded(loader, SICILY)
    project.layerTreeRoot().children()[0].setName("Our neighbours [% 1 + 1 %]")
    layout = map_sheet(project, group)
    assert "Our neighbours" in layout.itemById("title").currentText() and "ITG1" in texts(layout)
    assert "2" not in layout.itemById("title").currentText()


def test_paper_is_white_in_a_dark_theme(loader: LayerLoader, project: QgsProject):
    group = loaded(loader, SICILY)

    def drawn() -> Any:
        return QgsLayoutExporter(map_sheet(project, group)).renderPageToImage(0, dpi=50)

    light = drawn()
    before = QApplication.palette()
    dark = QPalette(QColor("#202020"))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        dark.setColor(role, QColor("#ffffff"))
    QApplication.setPalette(dark)
    try:
        assert drawn() == light
    finally:
        QApplication.setPalette(before)


def test_it_becomes_a_pdf_and_a_picture(loader: LayerLoader, project: QgsProject, tmp_path: Path):
    layout = map_sheet(project, loaded(loader, SICILY, "country"))
    exporter = QgsLayoutExporter(layout)
    good = QgsLayoutExporter.ExportResult.Success
    assert exporter.exportToPdf(str(tmp_path / "a.pdf"), QgsLayoutExporter.PdfExportSettings()) == good
    assert exporter.exportToImage(str(tmp_path / "a.png"), QgsLayoutExporter.ImageExportSettings()) == good
    assert (tmp_path / "a.pdf").read_bytes()[:5] == b"%PDF-" and (tmp_path / "a.png").stat().st_size > 20_000


def test_one_click_in_the_panel(context: Context, project: QgsProject):
    shown: list[QgsPrintLayout] = []
    with opened(context) as dock:
        dock.map_section.set_open(True)
        dock.map_panel.print_layout.click()
        assert dock.map_panel.note.text() == "Load the search on the map first."
        dock.map_work._iface = type(
            "Interface", (), {"openLayoutDesigner": lambda _self, layout: shown.append(layout)}
        )()
        dock.run(SICILY)
        dock.map_work.load(SICILY)
        wait_until(lambda: len(project.mapLayers()) == 2)
        dock.map_panel.print_layout.click()
    assert [layout.name() for layout in shown] == [each.name() for each in project.layoutManager().printLayouts()]


def test_text_is_wrapped_whole_or_cut_with_an_ellipsis():
    text = "Words that are of some length and https://example.org/with?a=long,address&and=more/of/it " * 3
    fitted = fit(text, 60, 40, (9, 8, 7))
    assert (
        fitted.whole and fitted.height <= 40 and fitted.text.replace("\n", "").replace(" ", "") == text.replace(" ", "")
    )
    cut = fit(text, 60, 8, (9, 8))
    assert not cut.whole and cut.text.endswith("…") and cut.height <= 8
    assert all(len(line) < 60 for line in wrap("x" * 400, 40, 8))


def test_sheets_follow_a_search_that_is_loaded_again(loader: LayerLoader, project: QgsProject):
    group = loaded(loader, SICILY, "country")
    layout = map_sheet(project, group)
    labels, places = labels_of(legend(layout)), placed(layout)
    project.layersWillBeRemoved.connect(lambda ids: follow(project, ids))
    again = loaded(loader, SICILY, "programmes")
    assert again != group and not origin.layers_of(project, group)
    now = {layer.id() for layer in origin.layers_of(project, again)}
    assert {layer.id() for layer in maps(layout)["map"].layers()} == now
    assert set(maps(layout)["map"].layerStyleOverrides()) == now
    assert labels_of(legend(layout)) == labels and placed(layout) == places


def test_edition_and_numbers_on_sheets_are_those_of_their_layers(loader: LayerLoader, project: QgsProject):
    group = loaded(loader, SICILY)
    layout = map_sheet(project, group)
    programmes = origin.layers_of(project, group)[0]
    count = programmes.featureCount()
    edition = origin.read(programmes).edition
    programmes.dataProvider().deleteFeatures([next(programmes.getFeatures()).id()])
    for layer in origin.layers_of(project, group):
        layer.setCustomProperty("cooperation_search/edition", "another")
    renew_words(project)
    assert "another" in texts(layout) and edition not in texts(layout)
    assert f"Programmes: {count - 1}." in texts(layout)


@pytest.mark.parametrize("kept_one", [0, 1])
def test_a_group_of_which_a_layer_was_taken_out(loader: LayerLoader, project: QgsProject, kept_one: int):
    group = loaded(loader, SICILY)
    project.removeMapLayer(origin.layers_of(project, group)[1 - kept_one].id())
    assert_in_order(map_sheet(project, group))
