"""The whole panel against the real server: counts, results, keys alone, map, and leaving nothing behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.gui.dock import CooperationDock
from cooperation_search.settings import Settings
from faulty import Faulty, outcome
from panel import Interface, click, connected, errors_in_slots_fail, loading, press, tick, wait_until
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QMainWindow, QTextBrowser, QWidget
from running_server import RunningServer, free_port


@pytest.fixture
def canvas(qgis_app: Any) -> QgsMapCanvas:
    made = QgsMapCanvas()
    made.resize(400, 400)
    return made


@pytest.fixture
def context(qgis_app: Any, server: RunningServer) -> Iterator[Context]:
    with connected(server.url) as made:
        yield made


@pytest.fixture
def dock(context: Context, canvas: QgsMapCanvas) -> Iterator[CooperationDock]:
    window = QMainWindow()
    made = CooperationDock(Interface(canvas), context)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    window.resize(400, 900)
    window.show()
    QApplication.setActiveWindow(window)
    with errors_in_slots_fail():
        ready(made)
        # The tests begin with all programmes; the panel does not.
        made.reset()
        wait_until(lambda: not made.live.is_busy())
        yield made
        made.close_down()
        window.close()


def ready(dock: CooperationDock) -> None:
    """Waits for lists, counts and results."""
    wait_until(lambda: dock.results.model.rowCount() and not dock.criteria.country.model.is_empty())


def counted(dock: CooperationDock, number: int) -> None:
    # Of others it may not be known.
    wait_until(lambda: dock.footer.count.text().split(", and ")[0] == f"Programmes found: {number}")


def matched(server: RunningServer, **query: object) -> int:
    return int(server.json("/collections/programmes/items", resulttype="hits", **query)["numberMatched"])


def test_counts_and_results_follow_every_choice(dock: CooperationDock, server: RunningServer):
    counted(dock, matched(server))
    dock.criteria.section(dock.criteria.country).set_open(True)
    box = dock.criteria.country.box
    tick(box.view, box.filter.mapFromSource(box.model.index_of("IT")))
    counted(dock, matched(server, country="IT"))
    wait_until(lambda: dock.results.model.rowCount() == matched(server, country="IT"))
    topics = dock.criteria.topic.model
    in_topic = matched(server, country="IT", topic="PO2")
    assert topics.data(topics.index_of("PO2").siblingAtColumn(1)).split(" + ")[0] == str(in_topic)
    assert dock.criteria.section(dock.criteria.country).summary.text() == "Italy"


def test_quick_changes_end_in_the_counts_of_the_last(dock: CooperationDock, server: RunningServer):
    seen: list[int] = []
    dock.live.counted.connect(lambda facets: seen.append(facets.met))
    for code in ("AT", "DE", "FR", "PL"):
        dock.criteria.country.model.set_chosen([code])
        QTest.qWait(40)
    counted(dock, matched(server, country="PL"))
    assert seen == [matched(server, country="PL")], "the pause is waited for, and stale answers are dropped"


def test_status_is_looked_for_through_the_entries(dock: CooperationDock, server: RunningServer):
    entries = server.features("cooperation", status="planned", country="IT", skipGeometry="true")
    dock.criteria.set_search(Search.of(country=("IT",), status=("planned",)))
    counted(dock, len({entry["properties"]["cci"] for entry in entries}))


def test_without_samples_nothing_rests_on_them(dock: CooperationDock, server: RunningServer):
    dock.criteria.set_search(Search.of(scope=("open",)))
    counted(dock, matched(server, scope="open"))
    dock.criteria.section(dock.criteria.more).set_open(True)
    press(dock.criteria.more.samples.check, Qt.Key.Key_Space)
    basis = "scopes_basis IS NULL OR scopes_basis <> 'sample'"
    counted(dock, matched(server, **{"scope": "open", "filter": basis, "filter-lang": "cql2-text"}))
    wait_until(lambda: not dock.live.is_busy())
    bases = [dock.results.model.feature(row).properties["scopes_basis"] for row in range(dock.results.model.rowCount())]
    assert "sample" not in bases


def test_a_status_that_no_entry_has_finds_nothing(dock: CooperationDock):
    dock.criteria.set_search(Search.of(country=("AT",), status=("completed",), title="no such title"))
    wait_until(lambda: not dock.live.is_busy())
    assert dock.footer.count.text().startswith("Programmes found: 0") and dock.results.model.rowCount() == 0


def test_search_is_remembered_and_reset_takes_all_back(dock: CooperationDock):
    dock.criteria.set_search(Search.of(country=("IT",)))
    click(dock.footer.search)
    wait_until(lambda: dock.history.searches())
    assert dock.history.searches()[0].search == Search.of(country=("IT",))
    click(dock.bar.reset)
    assert dock.live.search == Search()


def test_keys_alone_from_the_title_to_the_results(dock: CooperationDock, server: RunningServer):
    dock.criteria.title.edit.setFocus()
    press(QApplication.focusWidget(), "sicilia")
    counted(dock, matched(server, q="sicilia"))
    dock.criteria.title.edit.completer().popup().hide()
    visited = tab_until(dock.footer.search)
    assert dock.criteria.section(dock.criteria.country).header in visited
    assert dock.criteria.section(dock.criteria.topic).header in visited
    press(dock.footer.search, Qt.Key.Key_Space)
    assert dock.results.isVisible()
    wait_until(dock.results.table.hasFocus)
    press(dock.results.table, Qt.Key.Key_Home, Qt.Key.Key_Down)
    chosen = dock.results.table.selected_ids()
    wait_until(lambda: chosen[0] in dock.results.detail.page.toPlainText())


def tab_until(target: QWidget) -> list[QWidget]:
    """Presses Tab until a widget has the focus; the widgets on the way."""
    visited: list[QWidget] = []
    while QApplication.focusWidget() is not target:
        focused = QApplication.focusWidget()
        assert focused is not None and focused not in visited, f"Tab does not reach it: {visited}"
        visited.append(focused)
        press(focused, Qt.Key.Key_Tab)
    return visited


def test_everything_that_takes_keys_has_a_name(dock: CooperationDock):
    for section, _criterion in dock.criteria._sections:
        section.set_open(True)
    dock.server.set_open(True)
    dock.map_section.set_open(True)
    nameless = []
    for widget in dock.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        own = type(widget).__module__.startswith("cooperation_search") or not widget.objectName().startswith("qt_")
        inside = isinstance(widget.parent(), QTextBrowser) or widget.focusProxy() is not None
        text = widget.accessibleName() or widget.toolTip() or getattr(widget, "text", lambda: "")()
        if takes_keys and own and not inside and not text:
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    # QGIS's own widgets and the tabs name their parts themselves.
    expected = (
        "QTabBar",
        "QScrollArea",
        "CriteriaPage",
        "QComboBox in QgsAuth",
        "QLineEdit in QComboBox",
        "QTabWidget",
    )
    assert [each for each in nameless if not each.startswith(expected)] == []


def test_link_is_the_same_search_on_the_server(dock: CooperationDock, server: RunningServer):
    dock.criteria.set_search(Search.of(country=("IT",), topic=("PO2",)))
    dock.bar.copy_link()
    link = QGuiApplication.clipboard().text()
    counted(dock, server.json(link.removeprefix(server.url) + "&resulttype=hits")["numberMatched"])


def test_narrow_has_tabs_and_wide_has_both(dock: CooperationDock):
    window = dock.window()
    window.resize(300, 800)
    QTest.qWait(50)
    assert dock.width() <= 300 and dock.pages.splitter.isHidden()
    for widget in dock.findChildren(QWidget):
        if widget.isVisible() and widget.parent() is dock.widget():
            assert widget.geometry().right() <= dock.width(), f"{widget} is cut off"
    window.resize(1400, 800)
    QTest.qWait(50)
    assert not dock.pages.splitter.isHidden() and dock.criteria.isVisible() and dock.results.isVisible()
    window.resize(300, 800)
    QTest.qWait(50)
    assert dock.width() <= 300 and dock.pages.splitter.isHidden() and dock.criteria.isVisible()


def test_load_select_and_restyle_on_the_map(dock: CooperationDock, canvas: QgsMapCanvas):
    dock.criteria.set_search(Search.of(country=("AT",), period=("2021-2027",)))
    counted(dock, dock_count := 3)
    click(dock.footer.load)
    wait_until(lambda: not loading(dock))
    layers = {layer.fields().names().count("cci"): layer for layer in QgsProject.instance().mapLayers().values()}
    programmes, areas = layers[1], layers[0]
    assert programmes.featureCount() == dock_count and areas.featureCount() == 35
    dock.results.table.selectRow(0)
    cci = dock.results.table.selected_ids()
    wait_until(lambda: programmes.selectedFeatureCount() == 1)
    assert [feature["cci"] for feature in programmes.selectedFeatures()] == cci
    programmes.selectByExpression("true")
    assert len(dock.results.table.selected_ids()) == dock_count
    before = areas.renderer().type(), areas.renderer().dump()
    dock.map_panel.style_box.setCurrentIndex(dock.map_panel.style_box.findData("country"))
    dock.map_panel.style_box.activated[int].emit(dock.map_panel.style_box.currentIndex())
    assert (areas.renderer().type(), areas.renderer().dump()) != before


def test_the_classes_of_numbers_are_chosen(dock: CooperationDock, canvas: QgsMapCanvas):
    panel, settings = dock.map_panel, Settings()

    def choose(box: QComboBox, value: str) -> None:
        box.setCurrentIndex(box.findData(value))
        box.activated[int].emit(box.currentIndex())

    choose(panel.style_box, "programmes")
    click(dock.footer.load)
    wait_until(lambda: not loading(dock))
    areas = next(x for x in QgsProject.instance().mapLayers().values() if "nuts_code" in x.fields().names())
    legends = {}
    for place in range(panel.classes.count()):
        choose(panel.classes, panel.classes.itemData(place))
        legends[settings.classes] = [item.label() for item in areas.renderer().legendSymbolItems()]
    assert len(legends) == 4 and legends["quantiles"] != legends["equal"]
    choose(panel.style_box, "country")
    assert panel.classes.isHidden() and panel.classes_label.isHidden()
    choose(panel.style_box, "programmes")
    assert not panel.classes.isHidden()
    choose(panel.classes, "quantiles")


def test_clearing_the_map_selection_leaves_the_page_where_it_is(dock: CooperationDock):
    dock.criteria.set_search(Search.of(country=("MT",)))
    click(dock.footer.load)
    wait_until(lambda: not loading(dock))
    layer = next(x for x in QgsProject.instance().mapLayers().values() if "cci" in x.fields().names())
    layer.selectByIds([next(layer.getFeatures()).id()])
    assert dock.pages.tabs.currentWidget() is dock.results and dock.results.table.selected_ids()
    dock.pages.show_page(dock.criteria)
    layer.removeSelection()
    assert dock.pages.tabs.currentWidget() is dock.criteria and not dock.results.table.selected_ids()


def test_the_map_tool_ends_with_the_panel(dock: CooperationDock, canvas: QgsMapCanvas):
    dock.criteria.section(dock.criteria.region).set_open(True)
    click(dock.criteria.region.pick)
    assert canvas.mapTool() is not None
    dock.close()
    assert canvas.mapTool() is None and not dock.criteria.region.pick.isChecked()


def test_live_layers_share_the_selection_too(dock: CooperationDock):
    dock.map_panel.storage.setCurrentIndex(dock.map_panel.storage.findData("live"))
    dock.map_panel.storage.activated[int].emit(dock.map_panel.storage.currentIndex())
    dock.criteria.set_search(Search.of(country=("AT",), period=("2021-2027",)))
    counted(dock, 3)
    click(dock.footer.load)
    wait_until(lambda: not loading(dock) and len(QgsProject.instance().mapLayers()) == 2)
    layers = {"cci" in layer.fields().names(): layer for layer in QgsProject.instance().mapLayers().values()}
    assert {layer.dataProvider().name() for layer in layers.values()} == {"OAPIF"}
    area = next(feature for feature in layers[False].getFeatures() if feature["nuts_code"] == "AT130")
    layers[False].selectByIds([area.id()])
    wait_until(dock.results.table.selected_ids)
    assert set(dock.results.table.selected_ids()) <= set(area["programmes_text"].split("; "))
    wait_until(lambda: not dock.live.is_busy())
    dock.results.table.select([])
    dock.results.table.selectRow(0)
    wait_until(lambda: layers[True].selectedFeatureCount() == 1)


def test_without_the_server_the_last_answers_stay_and_it_says_so(dock: CooperationDock, context: Context):
    proxy = Faulty(context.client.url)
    try:
        context.use_server(proxy.url)
        ready(dock)
        wait_until(lambda: not dock.live.is_busy())
        assert not dock.offline.isVisible()
        rows = dock.results.model.rowCount()
    finally:
        proxy.stop()
    click(dock.footer.search)
    wait_until(dock.offline.isVisible)
    wait_until(lambda: not dock.live.is_busy())
    assert dock.results.model.rowCount() == rows > 0


def test_what_was_loaded_is_exported_with_its_sources(dock: CooperationDock, tmp_path: Path):
    dock.map_work.export(0)
    assert "Load" in dock.map_panel.note.text()
    dock.criteria.set_search(Search.of(country=("AT",)))
    click(dock.footer.load)
    wait_until(lambda: not loading(dock))
    for suffix in (".csv", ".gpkg", ".xlsx"):
        dock.map_work.export(0)
        wait_until(lambda: dock.map_work.exporting.dialog is not None)
        dialog = dock.map_work.exporting.dialog
        assert dialog.all.isChecked()
        dialog.format.setCurrentIndex(dialog.format.findData(suffix))
        dialog.file.setFilePath(str(tmp_path / "programmes"))
        dialog.accept()
        path = tmp_path / f"programmes{suffix}"
        wait_until(lambda path=path: str(path) in dock.map_panel.note.text())
        assert path.exists() and "Written" in dock.map_panel.note.text()
    text = (tmp_path / "programmes.csv").read_text(encoding="utf-8")
    assert len(text.splitlines()) >= 6 and "Edition" in text.splitlines()[0] and "Sources" in text.splitlines()[0]


def test_a_region_in_the_details_is_shown_on_the_map(dock: CooperationDock, canvas: QgsMapCanvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    dock.results.detail.region_clicked.emit("ITG1", "2021")
    wait_until(lambda: canvas.extent().contains(QgsPointXY(14.0, 37.5)) and canvas.extent().width() < 12)
    dock.results.detail.region_clicked.emit("PL", "2016")
    wait_until(lambda: canvas.extent().contains(QgsPointXY(19.0, 52.0)))


def test_enter_on_a_row_zooms_to_it(dock: CooperationDock, canvas: QgsMapCanvas):
    dock.criteria.set_search(Search.of(country=("AT",)))
    click(dock.footer.load)
    wait_until(lambda: not loading(dock))
    canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    dock.pages.show_page(dock.results)
    dock.results.table.selectRow(0)
    press(dock.results.table, Qt.Key.Key_Return)
    wait_until(lambda: canvas.extent().width() > 1.1)


def test_loading_can_be_cancelled(dock: CooperationDock):
    click(dock.footer.load)
    wait_until(dock.map_panel.cancel.isVisible)
    click(dock.map_panel.cancel)
    assert not loading(dock) and "ancelled" in dock.map_panel.note.text()
    QTest.qWait(300)
    assert QgsProject.instance().mapLayers() == {}


def test_dead_server_is_said(dock: CooperationDock, context: Context, server: RunningServer):
    context.use_server(f"http://127.0.0.1:{free_port()}")
    wait_until(lambda: dock.footer.count.text() == "No answer")
    assert dock.results.state.button.text() and dock.connection.message.text()
    context.use_server(server.url)
    ready(dock)


def test_a_server_that_hangs_freezes_nothing(dock: CooperationDock, context: Context, server: RunningServer):
    hanging = Faulty(server.url)
    hanging.fault = lambda path: "hang"
    context.use_server(hanging.url)
    wait_until(lambda: hanging.asked)
    # The request is on its way; clicks and keys arrive meanwhile.
    section = dock.criteria.section(dock.criteria.country)
    click(section.header)
    dock.criteria.title.edit.setFocus()
    press(dock.criteria.title.edit, "green")
    assert section.is_open() and dock.live.search.title == "green" and dock.live.is_busy()
    hanging.stop()
    wait_until(lambda: dock.footer.count.text() == "No answer")
    context.use_server(server.url)
    ready(dock)


def test_ten_panels_leave_nothing_behind(context: Context, canvas: QgsMapCanvas):
    project = QgsProject.instance()

    def once() -> None:
        made = CooperationDock(Interface(canvas), context)
        made.show()
        ready(made)
        made.criteria.section(made.criteria.region).set_open(True)
        made.criteria.region.pick.setChecked(True)
        made.close_down()
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    once()
    gc.collect()
    before = measured(canvas, context, project)
    for _ in range(10):
        once()
    gc.collect()
    QTest.qWait(50)
    assert measured(canvas, context, project) == before
    assert canvas.mapTool() is None


def measured(canvas: QgsMapCanvas, context: Context, project: QgsProject) -> dict[str, int]:
    """What a panel could leave behind, counted."""
    return {
        "rubber bands": len(canvas.scene().items()),
        "windows": sum(isinstance(w, CooperationDock) for w in QApplication.topLevelWidgets()),
        "search wanted": context.receivers(context.search_requested),
        "client changed": context.receivers(context.client_changed),
        "layers removed": project.receivers(project.layersWillBeRemoved),
        "layers gone": project.receivers(project.layersRemoved),
        "project read": project.receivers(project.readProject),
        "timers": sum(timer.isActive() for timer in context.findChildren(QTimer)),
        "children": len(context.findChildren(QObject)),
    }


def test_a_pasted_link_is_shown_run_and_what_it_cannot_show_is_named(dock: CooperationDock, server: RunningServer):
    ready(dock)
    search = Search.of(title="*sicil*", country=("IT",), exclude_country=("MT",), show_samples=False)
    dock.criteria.title.edit.setText(search.to_url(server.url, "nuts3", bbox="1,2,3,4"))
    assert dock.live.search == search and dock.criteria.search() == search
    assert "bbox=1,2,3,4" in dock.footer.remark.text()
    wait_until(lambda: not dock.live.is_busy())
    assert dock.results.model.rowCount() == matched(server, title="*sicil*", country="IT", exclude="samples")


def test_the_panel_follows_layers_that_were_refreshed_to_another_edition(dock: CooperationDock):
    ready(dock)
    loaded = outcome(dock.map_work._loader.load(Search.of(country=("MT",)), kind="memory"))
    info = dock.link_up.info
    dock.link_up.info = replace(info, edition=replace(info.edition, id="an older one"))
    outcome(dock.map_work._loader.refresh(loaded.group_id))
    wait_until(lambda: dock.link_up.info == info)
    ready(dock)
    QgsProject.instance().clear()


def test_what_the_server_says_of_a_name_goes_with_the_search(dock: CooperationDock):
    ready(dock)
    dock.run(Search(title="Limburg"))
    wait_until(lambda: "Limburg names several regions" in dock.footer.remark.text())
    dock.run(Search.of(country=("MT",)))
    wait_until(lambda: not dock.live.is_busy())
    assert dock.footer.remark.text() == ""


def test_the_panel_starts_with_the_current_period_and_shows_it(context: Context, canvas: QgsMapCanvas):
    made = CooperationDock(Interface(canvas), context)
    assert made.live.search == made.criteria.search() == Search.of(period=("2021-2027",))
    made.show()
    ready(made)
    section = made.criteria.section(made.criteria.period)
    assert section.summary.text() == "2021-2027" and section.clear_button.isVisibleTo(made)
    section.clear_button.click()
    assert made.live.search == Search()
    made.close_down()
    made.close()
