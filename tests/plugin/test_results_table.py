"""The table as the user wants it: columns, filter, selected on top, what rows say and what their menu does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.api.answers import Feature
from cooperation_search.api.presentation import FOUND_IN, Presentation
from cooperation_search.api.search import Search
from cooperation_search.gui.results.found import FoundList
from cooperation_search.gui.results.model import ResultModel
from cooperation_search.gui.results.table import ResultTable
from cooperation_search.gui.results.values import cell, day
from cooperation_search.settings import Settings
from panel import loading, wait_until, with_everything
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QGuiApplication
from running_server import RunningServer

NAMES = ("Beta", "Äpfel", "Delta", "Gamma")


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    with with_everything(server.url) as made:
        yield made


@pytest.fixture
def table(qgis_app: Any) -> ResultTable:
    model = ResultModel(lambda _list, code: code)
    model.set_features(
        [Feature(name, {"title": name, "country": "IT", "n_needs": place}) for place, name in enumerate(NAMES)]
    )
    made = ResultTable(model)
    made.kept = model
    return made


def rows(table: ResultTable) -> list[str]:
    return [table.model().index(row, 0).data(ResultModel.ID_ROLE) for row in range(table.model().rowCount())]


@pytest.mark.parametrize("order", (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder))
@pytest.mark.parametrize("column", ("title", "n_needs", ""))
def test_selected_rows_come_first_in_every_order(table: ResultTable, column: str, order: Qt.SortOrder):
    table.sortByColumn(table.source.place(column) if column else -1, order)
    before = rows(table)
    table.select(["Gamma", "Äpfel"])
    table.set_on_top(True)
    chosen = [name for name in before if name in ("Gamma", "Äpfel")]
    assert rows(table) == [*chosen, *(name for name in before if name not in chosen)]
    table.set_on_top(False)
    assert rows(table) == before and set(table.selected_ids()) == {"Gamma", "Äpfel"}


def test_sorting_asks_for_each_cell_once(table: ResultTable):
    asked: list[str] = []

    def found_by(feature: Feature) -> str:
        asked.append(feature.id)
        return feature.id[-1]

    table.source.found_by = found_by
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        asked.clear()
        table.sortByColumn(table.source.place(FOUND_IN), order)
        assert sorted(asked) == sorted(NAMES)
        # Those that are alike stay in the order of the server.
        backwards = order == Qt.SortOrder.DescendingOrder
        assert rows(table) == sorted(NAMES, key=lambda name: name[-1], reverse=backwards)


def test_a_filter_takes_words_without_accents_in_one_column_or_all(table: ResultTable):
    table.order.set_filter("apf")
    assert rows(table) == ["Äpfel"]
    table.order.set_filter("it ta")
    assert set(rows(table)) == {"Beta", "Delta"}
    table.order.set_filter("it", table.source.place("title"))
    assert rows(table) == []
    table.order.set_filter("")
    assert len(rows(table)) == len(NAMES)


def test_ranked_rows_go_back_to_their_column(table: ResultTable):
    table.set_ranked(True)
    assert rows(table) == list(NAMES)
    table.set_ranked(False)
    assert rows(table) == ["Äpfel", "Beta", "Delta", "Gamma"]


def test_columns_are_remembered_as_the_user_left_them(dock: Any, server: RunningServer):
    found: FoundList = dock.results.found
    table, header = found.table, found.table.horizontalHeader()
    found.table.columns.show_column("funds", False)
    found.table.columns.show_column("managing_authority", True)
    place = found.model.place("period")
    header.resizeSection(place, 222)
    header.moveSection(header.visualIndex(place), 1)
    table.columns._keep()
    assert not table.isColumnHidden(found.model.place("managing_authority"))
    wait_until(
        lambda: any(found.model.feature(row).text("managing_authority") for row in range(found.model.rowCount()))
    )
    again = FoundList(dock._context, lambda _list, code: code, "again", "programmes")
    again.set_presentation(Presentation.read(server.json("/collections/programmes/schema", f="json")))
    columns, other = again.model, again.table
    assert other.columnWidth(columns.place("period")) == 222
    visual = other.horizontalHeader().visualIndex
    assert visual(columns.place("period")) < visual(columns.place("country"))
    assert other.isColumnHidden(columns.place("funds"))
    assert not other.isColumnHidden(columns.place("managing_authority"))
    other.columns.reset()
    assert columns.place("managing_authority") < 0 and not other.isColumnHidden(columns.place("funds"))


@pytest.mark.parametrize("damaged", ([1], [["title"]], [["title", "wide", True]], [["title", -5, True]], ["x", None]))
def test_damaged_memory_is_no_memory(dock: Any, damaged: list):
    Settings().set_json("table/programmes", damaged)
    made = FoundList(dock._context, lambda _list, code: code, "again", "programmes")
    assert made.table.columnWidth(0) > 20 and not made.table.isColumnHidden(0)


def test_period_is_seen_in_a_panel_of_420_pixels(dock: Any):
    dock.window().resize(420, 800)
    dock.pages.show_page(dock.results)
    table, place = dock.results.table, dock.results.model.place("period")
    wait_until(lambda: table.isVisible())
    right = table.columnViewportPosition(place) + table.columnWidth(place)
    assert table.columnViewportPosition(place) > 0 and right <= table.viewport().width()


def test_topics_are_words_and_days_and_numbers_those_of_the_user(server: RunningServer):
    shown = Presentation.read(server.json("/collections/programmes/schema", f="json"))
    words = {"RSO1.1": "Research"}
    feature = Feature("x", {"topics": ["RSO1.1"], "funds": ["ERDF"], "eu_amount": 1234567.0, "adopted": "2022-12-08"})
    text = {name: cell(feature, shown[name], lambda _l, code: words.get(code, code)) for name in feature.properties}
    assert text["topics"] == "Research" and text["funds"] == "ERDF"
    before = QLocale()
    try:
        for locale, number, date in (("de_DE", "1.234.567", "08.12.2022"), ("en_GB", "1,234,567", "08/12/2022")):
            QLocale.setDefault(QLocale(locale))
            assert cell(feature, shown["eu_amount"], lambda _l, code: code).startswith(number)
            assert day("2022-12-08") == date and day("no date") == "no date"
    finally:
        QLocale.setDefault(before)


def test_each_row_says_by_what_it_was_found(dock: Any, server: RunningServer):
    model = dock.results.model

    def found(search: Search) -> dict[str, str]:
        came: list[Any] = []
        dock.results.entries.search.listed.connect(lambda _page, of: came.append(of))
        dock.criteria.set_search(search)
        dock.live.run()
        wait_until(lambda: came and came[-1] == search)
        place = model.place("matched_in_text")
        assert not dock.results.table.isColumnHidden(place)
        return {model.feature(row).id: model.index(row, place).data() for row in range(model.rowCount())}

    rows = found(Search.of(topic=("RSO1.4",)))
    entries = {e["properties"]["cci"] for e in server.features("cooperation", topic="RSO1.4", skipGeometry="true")}
    facts = {p["id"] for p in server.features("programmes", topic="RSO1.4", exclude="samples", skipGeometry="true")}
    objectives = {p["id"]: p["properties"]["objectives"] or [] for p in server.features("programmes")}
    assert {"stated objective", "objective, by mapping", "entry [SAMPLE]"} <= {
        t for x in rows.values() for t in x.split("; ")
    }
    for cci, text in rows.items():
        assert ("entry" in text) == (cci in entries)
        assert ("stated" in text) == ("RSO1.4" in objectives[cci])
        assert ("mapping" in text) <= (cci in facts)
    assert set(found(Search.of(scope=("cross_border",), topic=("RSO2.6",))).values()) == {"entry [SAMPLE]"}
    assert all("Sicil" in text for text in found(Search(title="sicilia")).values())
    dock.reset()
    wait_until(lambda: not dock.live.is_busy())
    assert dock.results.table.isColumnHidden(model.place("matched_in_text"))


def test_the_menu_of_a_row_copies_opens_finds_and_shows(dock: Any):
    dock.criteria.set_search(Search.of(country=("MT",)))
    wait_until(lambda: not dock.live.is_busy())
    dock.pages.show_page(dock.results)
    found = dock.results.found
    found.table.selectRow(0)
    cci = found.table.selected_ids()[0]

    def act(text: str) -> None:
        menu = found.menu.menu()
        next(action for action in menu.actions() if action.text() == text).trigger()

    act("Copy the CCI")
    assert QGuiApplication.clipboard().text() == cci
    act("Copy the row")
    assert QGuiApplication.clipboard().text().endswith(cci)
    feature = found.model.feature(found.model.row_of(cci))
    assert found.menu.address(feature).endswith(f"/collections/programmes/items/{cci}?f=html")
    asked: list[str] = []
    dock._context.partners_requested.connect(lambda which, _title: asked.append(which))
    act("Find partners")
    assert asked == [cci]
    act("Show on the map")
    wait_until(lambda: not loading(dock) and found.menu.on_map(cci))
    # Of either period.
    layers = [x for x in QgsProject.instance().mapLayers().values() if "cci" in x.fields().names()]
    wait_until(lambda: [f["cci"] for layer in layers for f in layer.selectedFeatures()] == [cci])
    names = [action.text() for action in found.menu.menu().actions()]
    assert {"Zoom to it", "Let it flash", "Select on the map"} < set(names) and "Show on the map" not in names
