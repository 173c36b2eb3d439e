"""A specialist's day, step by step; each says what it means: panel, map and server agree."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from typing import Any

from panel import click, loading, press, tick
from qgis.core import QgsApplication, QgsLayoutExporter, QgsLayoutItemLabel, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDockWidget
from qgis.utils import iface, plugins
from story_files import EXPECTED
from story_steps import (
    SCRATCH,
    Condition,
    Outside,
    asked,
    choose,
    does,
    drawn,
    paused,
    picture,
    pixel,
    says,
    settled,
    told,
)

PROJECT = str(SCRATCH / "day.qgz")
PALERMO, CATANIA = (13.35, 37.95), (14.9, 37.55)
Steps = Iterator[Condition]


def dock() -> Any:
    """The panel."""
    return plugins["cooperation_search"]._dock


def layers() -> dict[str, QgsVectorLayer]:
    """The layers of the search on the map, by collection."""
    from cooperation_search.layers import origin

    made = {layer: origin.read(layer) for layer in QgsProject.instance().mapLayers().values()}
    return {about.collection: layer for layer, about in made.items() if about is not None}


def story() -> Steps:
    """The whole day."""
    yield lambda: "cooperation_search" in plugins
    for part in (start, connect, search, own, entries, on_the_map, styles, selecting, regions, printed, exported,
                 reopened, new_edition, looks):  # fmt: skip
        told.append(f"{part.__name__}: {part.__doc__}")
        yield from part()


def start() -> Steps:
    """The panel opens though no server answers: it says so, and what to do."""
    window = iface.mainWindow()
    # No welcome page, and of QGIS's own panels only the layers: what is left fits the screen.
    iface.newProject(False)
    iface.messageBar().clearWidgets()
    for other in window.findChildren(QDockWidget):
        other.setVisible(other is window.findChild(QDockWidget, "Layers"))
    window.showNormal()
    window.setGeometry(QGuiApplication.primaryScreen().geometry())
    # There is no window manager that would make it active.
    QApplication.setActiveWindow(window)
    yield paused(1)
    action = plugins["cooperation_search"]._actions[0]
    bars = [w for w in action.associatedWidgets() if w.metaObject().className() == "QToolBar"]
    button = bars[0].widgetForAction(action)
    does("open the panel without a server")
    click(button)
    yield lambda: dock().isVisible() and not dock().results.state.isHidden() and not dock().live.is_busy()
    window.resizeDocks([window.findChild(QDockWidget, "Layers"), dock()], [290, 430], Qt.Orientation.Horizontal)
    yield paused(1.5)
    says(f"the panel says why: {dock().connection.message.text()}", dock().connection.message.text())
    says("it lists nothing", dock().results.model.rowCount() == 0)
    click(dock().footer.load)
    yield lambda: not loading(dock())
    yield paused(1)
    says("loading says why there is nothing", dock().map_panel.note.text() and not QgsProject.instance().mapLayers())
    picture("01-no-server")
    click(dock().map_section.header)


def connect() -> Steps:
    """The server is started, its address typed, Test pressed: lists, header and results are filled."""
    Outside.wish("start")
    yield lambda: Outside.came("start")
    if not dock().server.is_open():
        click(dock().server.header)
    edit = dock().connection.url.lineEdit()
    edit.selectAll()
    does("connect")
    press(edit, Outside.came("start"), Qt.Key.Key_Return)
    click(dock().connection.test)
    yield lambda: dock().connection.message.text().count("\n") > 2 and settled(dock()) > 0
    yield paused(0.5)
    says("it starts with the current period", dock().live.search.values("period") == ("2021-2027",))
    says("panel and server count the same", settled(dock()) == asked(dock(), "programmes")["count"])
    says("the lists are filled", not dock().criteria.country.model.is_empty())
    says("the old error is gone", not dock().map_panel.note.text())
    picture("02-connect")
    click(dock().server.header)


def search() -> Steps:
    """Suggestions while typing; then five criteria, after each of which panel and server agree."""
    dock().pages.show_page(dock().criteria)
    dock().criteria.title.edit.setFocus()
    does("type three letters of a title")
    press(dock().criteria.title.edit, "ile-de")
    yield dock().criteria.title.edit.completer().popup().isVisible
    yield paused(0.7)
    picture("03-title-suggestions")
    dock().criteria.title.edit.completer().popup().hide()
    dock().criteria.title.edit.clear()
    yield lambda: settled(dock()) > 100
    click(dock().criteria.section(dock().criteria.country).header)
    box = dock().criteria.country.box
    for name in ("ital", "franc", "spai", "greec"):
        press(box.search, name, Qt.Key.Key_Return)
        box.search.clear()
    yield from agreed("four countries")
    click(dock().criteria.section(dock().criteria.country).header)
    click(dock().criteria.section(dock().criteria.topic).header)
    box = dock().criteria.topic.box
    for topic in ("PO2", "PO4"):
        tick(box.view, box.filter.mapFromSource(box.model.index_of(topic)))
    yield from agreed("two topics")
    picture("04-criteria")
    click(dock().criteria.section(dock().criteria.topic).header)
    click(dock().criteria.section(dock().criteria.scope).header)
    box = dock().criteria.scope.box
    for scope in ("cross_border", "transnational", "interregional", "open"):
        tick(box.view, box.filter.mapFromSource(box.model.index_of(scope)))
    yield from agreed("four scopes")
    click(dock().criteria.section(dock().criteria.scope).header)
    click(dock().criteria.section(dock().criteria.more).header)
    yield paused(0.3)
    box = dock().criteria.more.parts["fund"].box
    tick(box.view, box.filter.mapFromSource(box.model.index_of("ERDF")))
    yield from agreed("one fund")
    click(dock().criteria.section(dock().criteria.more).header)
    chosen = {name for name, values in dock().live.search.criteria if values}
    says("five criteria are chosen", {"period", "country", "topic", "scope", "fund"} <= chosen)
    does("Search")
    click(dock().footer.search)
    yield lambda: dock().results.table.isVisible() and settled(dock())
    rows = [dock().results.model.feature(row) for row in range(dock().results.model.rowCount())]
    says("the rows are those of the server", {f.id for f in rows} == set(asked(dock(), "programmes")["ids"]))
    does("select a row, facts below it")
    dock().results.table.select([rows[0].id])
    yield dock().results.detail.banner.isVisible
    yield paused(0.7)
    says("samples are said to be samples", dock().results.detail.banner.isVisible())
    picture("05-results")


def agreed(what: str) -> Steps:
    """The counts follow a change, and are those of the server."""
    does(f"count: {what}")
    yield lambda: settled(dock()) > 0
    there = asked(dock(), "programmes")["count"]
    says(f"{what}: panel and server find {there}", settled(dock()) == there)


def own() -> Steps:
    """Whom the person works for: own programmes are marked, "Abroad only" leaves the own country out."""
    dock().pages.show_page(dock().criteria)
    yield paused(0.3)
    click(dock().own.button)
    yield lambda: dock().own.dialog is not None and dock().own.dialog.note.isHidden()
    dialog = dock().own.dialog
    press(dialog.search, "italy")
    yield paused(0.3)
    picture("06-own-dialog")
    press(dialog.search, Qt.Key.Key_Return)
    press(dialog.view, Qt.Key.Key_Return)
    yield lambda: dock().own.own.country == "IT"
    everywhere = settled(dock())
    does("abroad only")
    click(dock().own.abroad)
    yield lambda: 0 < settled(dock()) < everywhere
    there = asked(dock(), "programmes")
    says("without the own country the server finds as many", settled(dock()) == there["count"])
    says("no programme of the own country", not any(f["properties"]["country"] == "IT" for f in there["features"]))
    yield paused(0.5)
    picture("07-abroad-only")
    click(dock().own.abroad)
    yield lambda: settled(dock()) == everywhere


def entries() -> Steps:
    """Offers and needs in their own view."""
    click(dock().footer.search)
    yield lambda: settled(dock()) > 0
    dock().results.show_view(dock().results.entries)
    yield lambda: dock().results.entries.model.rowCount() > 0
    there = asked(dock(), "cooperation")["count"]
    says(f"the server has {there} entries as well", dock().results.entries.model.rowCount() == there)
    does("select an entry")
    dock().results.entries.table.selectRow(0)
    yield dock().results.entries.detail.isVisible
    yield paused(0.7)
    picture("08-entries")
    dock().results.show_view(dock().results.splitter)


def on_the_map() -> Steps:
    """One click: programmes, areas and entries, in a GeoPackage beside the project."""
    QgsProject.instance().write(PROJECT)
    if not dock().map_section.is_open():
        click(dock().map_section.header)
    choose(dock().map_panel.storage, "geopackage")
    if not dock().map_panel.entries.isChecked():
        click(dock().map_panel.entries, QPoint(8, dock().map_panel.entries.height() // 2))
    does("load on the map, GeoPackage")
    click(dock().footer.load)
    yield lambda: len(layers()) == 3 and not loading(dock())
    yield paused(2)
    yield drawn
    for collection, layer in layers().items():
        there = asked(dock(), collection)["count"]
        says(f"{layer.name()}: {there} on the map and on the server", layer.featureCount() == there)
    areas = layers()["nuts3"]
    lists = {f["nuts_code"]: set(str(f["matching_text"] or f["matching"]).split("; ")) for f in areas.getFeatures()}
    right = all(f["n_matching"] == len(lists[f["nuts_code"]]) for f in areas.getFeatures())
    says("each area counts the programmes it lists", right)
    found = {dock().results.model.feature(row).id for row in range(dock().results.model.rowCount())}
    says("areas list what the panel found", set().union(*lists.values()) == found)
    picture("09-map")


def styles() -> Steps:
    """Every style has a legend that says something, and the map is drawn in it."""
    box = dock().map_panel.style_box
    for number in range(box.count()):
        style = box.itemData(number)
        does(f"style: {box.itemText(number)}")
        choose(box, style)
        yield drawn
        yield paused(0.8)
        yield drawn
        words = [item.label() for item in layers()["nuts3"].renderer().legendSymbolItems()]
        says(f"{box.itemText(number)}: {'; '.join(words)[:120]}", any(words) or len(words) == 1)
        picture(f"10-style-{style}")
    choose(box, "programmes")
    yield drawn


def selecting() -> Steps:
    """A row selects on the map, and a click on the map selects rows."""
    table = dock().results.table
    programmes, areas = layers()["programmes"], layers()["nuts3"]
    table.setFocus()
    index = table.model().index(1, 0)
    table.scrollTo(index)
    does("select a row, its areas on the map")
    click(table.viewport(), table.visualRect(index).center())
    yield lambda: programmes.selectedFeatureCount() == 1
    says("the programme of the row is selected", programmes.selectedFeatures()[0]["cci"] == table.selected_ids()[0])
    yield paused(1)
    picture("11-row-to-map")
    table.setFocus()
    does("select all rows")
    table.selectAll()
    yield lambda: areas.selectedFeatureCount() == areas.featureCount()
    iface.setActiveLayer(areas)
    iface.actionSelect().trigger()
    yield paused(0.5)
    first = next(areas.getFeatures())
    wanted = set(str(first["matching_text"] or first["matching"]).split("; "))
    place = first.geometry().pointOnSurface().asPoint()
    iface.mapCanvas().zoomToFeatureIds(areas, [first.id()])
    yield drawn
    does("click on an area")
    click(iface.mapCanvas().viewport(), pixel(place.x(), place.y()))
    yield lambda: areas.selectedFeatureCount() == 1 and set(table.selected_ids()) == wanted
    says("the rows of its programmes are selected", set(table.selected_ids()) == wanted)
    yield paused(1)
    picture("12-map-to-rows")


def regions() -> Steps:
    """Regions picked by clicks on the map; Escape ends it."""
    dock().run(dock().live.search.with_values(country=(), topic=(), scope=(), fund=()))
    yield lambda: settled(dock()) > 100
    dock().pages.show_page(dock().criteria)
    region = dock().criteria.region
    click(dock().criteria.section(region).header)
    yield lambda: not region.model.is_empty()
    does("pick on the map")
    click(region.pick)
    yield lambda: region._boundaries is not None
    iface.mapCanvas().zoomToFeatureExtent(region_extent())
    yield paused(1)
    yield drawn
    for place in (PALERMO, CATANIA):
        click(iface.mapCanvas().viewport(), pixel(*place))
        yield paused(0.3)
    says("two regions of Sicily are chosen", [c[:4] for c in dock().live.search.values("nuts3")] == ["ITG1", "ITG1"])
    yield lambda: settled(dock()) > 0
    says("panel and server agree", settled(dock()) == asked(dock(), "programmes")["count"])
    yield paused(1)
    picture("13-regions-on-the-map")
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Escape)
    says("Escape ends picking", not region.pick.isChecked())
    click(dock().criteria.section(region).header)


def region_extent() -> Any:
    """Sicily, in the CRS of the map."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsRectangle

    crs = iface.mapCanvas().mapSettings().destinationCrs()
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance())
    return to_map.transformBoundingBox(QgsRectangle(12.0, 36.5, 16.0, 38.5))


def printed() -> Steps:
    """A print layout by one click: it says what was searched, what was found, and whose the data are; then a PDF."""
    does("print layout")
    click(dock().map_panel.print_layout)
    yield lambda: QgsProject.instance().layoutManager().layouts()
    for window in designers():
        window.setGeometry(QGuiApplication.primaryScreen().geometry())
    yield paused(2)
    for designer in iface.openLayoutDesigners():
        designer.view().zoomFull()
    yield paused(3)
    picture("14-layout")
    layout = QgsProject.instance().layoutManager().layouts()[0]
    texts = {item.id(): item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)}
    says(f"title: {texts['title']}", "Italy" in texts["title"])
    says(f"numbers: {texts['numbers']}", str(layers()["programmes"].featureCount()) in texts["numbers"])
    says("samples are named", texts.get("samples"))
    says("sources and edition are named", "EuroGeographics" in texts["credits"])
    path = SCRATCH / "map.pdf"
    result = QgsLayoutExporter(layout).exportToPdf(str(path), QgsLayoutExporter.PdfExportSettings())
    says("the PDF is written", result == QgsLayoutExporter.ExportResult.Success and path.stat().st_size > 20_000)
    shutil.copy(path, os.environ["STORY_PICTURES"])
    for window in designers():
        window.close()
    yield paused(0.5)


def designers() -> list[Any]:
    """The windows with layouts that are open."""
    return [each.window() for each in iface.openLayoutDesigners()]


def exported() -> Steps:
    """Each format, through the dialog; `story.py` opens the files with other programs."""
    expected = {}
    for suffix, place in ((".gpkg", 0), (".xlsx", 0), (".csv", 0)):
        name = f"programmes{suffix}"
        dock().map_work.export(place)
        yield lambda: dock().map_work.exporting.dialog is not None
        dialog: QDialog = dock().map_work.exporting.dialog
        dialog.format.setCurrentIndex(dialog.format.findData(suffix))
        dialog.file.setFilePath(str(SCRATCH / name))
        yield paused(0.3)
        if suffix == ".xlsx":
            picture("15-export")
        does(f"export {suffix}")
        dialog.accept()
        yield lambda name=name: name in dock().map_panel.note.text()
        says(dock().map_panel.note.text().replace(str(SCRATCH), "…"), (SCRATCH / name).exists())
        expected[name] = sorted(f["cci"] for f in layers()["programmes"].getFeatures())
    (SCRATCH / EXPECTED).write_text(json.dumps(expected), encoding="utf-8")


def reopened() -> Steps:
    """Saved and opened again: layers, styles, searches and the own country come back."""
    dock().saved.save("A day's search", dock().live.search, in_project=True)
    counts = {collection: layer.featureCount() for collection, layer in layers().items()}
    style = layers()["nuts3"].customProperty("cooperation_search/style")
    QgsProject.instance().write(PROJECT)
    iface.newProject(False)
    yield lambda: not QgsProject.instance().mapLayers()
    says("a new project has no saved search", not dock().saved.searches())
    does("open the project")
    iface.addProject(PROJECT)
    yield lambda: len(layers()) == 3
    yield paused(1.5)
    yield drawn
    again = {collection: layer.featureCount() for collection, layer in layers().items()}
    says(f"the layers have their features: {again}", again == counts)
    says("and their style", layers()["nuts3"].customProperty("cooperation_search/style") == style)
    says("the saved search came with the project", [s.name for s in dock().saved.searches()] == ["A day's search"])
    dock().run(dock().saved.searches()[0].search)
    yield lambda: settled(dock()) > 0
    yield paused(0.5)
    picture("16-reopened")


def new_edition() -> Steps:
    """A new edition is published: refreshing tells what changed, and layer and panel follow."""
    programmes = layers()["programmes"]
    before = dock().link_up.info.edition.id
    feature = next(programmes.getFeatures())
    cci, title = feature["cci"], feature["title"]
    Outside.wish("edition", cci)
    yield lambda: Outside.came("edition")
    says(f"a new edition is published: {Outside.came('edition')[-40:]}", "failed" not in Outside.came("edition"))
    yield lambda: asked(dock(), "programmes")["edition"] == Outside.came("edition")
    iface.messageBar().clearWidgets()
    iface.setActiveLayer(programmes)
    does("refresh after a new edition")
    plugins["cooperation_search"]._menu.refresh.trigger()
    yield lambda: iface.messageBar().currentItem() is not None
    words = iface.messageBar().currentItem().text()
    says(f"QGIS says what changed: {words}", cci in words)
    now = {f["cci"]: f["title"] for f in programmes.getFeatures()}
    says(f"the layer says {now[cci]}", now[cci] == title + os.environ["STORY_RENAMED"])
    yield lambda: dock().link_up.info and dock().link_up.info.edition.id != before and settled(dock()) > 0
    says("the panel shows the new edition", dock().link_up.info.edition.id != before)
    yield paused(1)
    picture("17-new-edition")


def looks() -> Steps:
    """A wide panel, a narrow one, and the dark theme."""
    window = iface.mainWindow()
    window.resizeDocks([dock()], [1050], Qt.Orientation.Horizontal)
    yield paused(1.5)
    says("criteria and results side by side", not dock().pages.splitter.isHidden())
    picture("18-wide")
    window.resizeDocks([dock()], [300], Qt.Orientation.Horizontal)
    yield paused(1.5)
    says(f"300 pixels are enough ({dock().width()})", dock().width() <= 300)
    dock().pages.show_page(dock().criteria)
    yield paused(0.5)
    picture("19-narrow")
    QgsApplication.setUITheme("Night Mapping")
    window.resizeDocks([dock()], [430], Qt.Orientation.Horizontal)
    yield paused(2)
    click(dock().footer.search)
    yield paused(1)
    picture("20-dark")
