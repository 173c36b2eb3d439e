"""The table of results: model, order, selection, copying."""

from __future__ import annotations

from typing import Any

import pytest
from cooperation_search.api.answers import Feature
from cooperation_search.api.presentation import Presentation, usual
from cooperation_search.gui.results.model import ResultModel
from cooperation_search.gui.results.table import ResultTable
from panel import click, press
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest
from running_server import RunningServer

LABELS = {("countries", "IT"): "Italy", ("countries", "AT"): "Austria", ("scopes", "open"): "Open to all"}


def programme(cci: str, title: str, **more: Any) -> Feature:
    return Feature(cci, {"cci": cci, "title": title, "period": "2021-2027", **more})


FOUND = [
    programme("B", "Österreich", country="AT", n_regions=35, n_offers=2, n_needs=1, counts_basis="sample"),
    programme("A", "Abruzzo", country="IT", n_regions=4, scopes=["open"], scopes_basis="sample", topics=["PO1", "PO2"]),
    programme("C", "Puglia", country="IT", n_offers=10),
]


@pytest.fixture
def model(qgis_app: Any) -> ResultModel:
    made = ResultModel(lambda list_id, code: LABELS.get((list_id, code), code))
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_features(FOUND)
    return made


@pytest.fixture
def table(model: ResultModel) -> ResultTable:
    made = ResultTable(model)
    made.tester = QAbstractItemModelTester(made.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.resize(700, 200)
    made.show()
    return made


def column(table: ResultTable, key: str) -> list[str]:
    place = table.model().sourceModel().place(key)
    return [table.model().index(row, place).data() for row in range(table.model().rowCount())]


def test_cells_say_words_and_leave_unknown_values_empty(model: ResultModel):
    row = [model.index(0, number).data() for number in range(model.columnCount())]
    assert row == ["Österreich", "Austria", "2021-2027", "", "", "", "1", "2", ""]
    unknown = model.index(1, model.place("n_offers"))
    assert unknown.data() == "" and "not known" in unknown.data(Qt.ItemDataRole.ToolTipRole)


def test_what_rests_on_samples_is_marked_in_its_cell(model: ResultModel):
    marked = {
        (row, model.columns[number].name)
        for row in range(3)
        for number in range(model.columnCount())
        if model.index(row, number).data(Qt.ItemDataRole.DecorationRole) is not None
    }
    assert marked == {(0, "n_offers"), (0, "n_needs"), (1, "scopes")}
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "SAMPLE" in model.index(1, model.place("scopes")).data(role)


def test_a_click_on_a_header_sorts_by_word_or_by_number(table: ResultTable, model: ResultModel):
    assert column(table, "title") == ["Abruzzo", "Österreich", "Puglia"], "accents do not go last"
    header = table.horizontalHeader()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    x = header.sectionViewportPosition(model.place("n_offers")) + 5
    click(header.viewport(), QPoint(x, header.height() // 2))
    first = column(table, "n_offers")
    click(header.viewport(), QPoint(x, header.height() // 2))
    assert sorted([first, column(table, "n_offers")]) == [["", "2", "10"], ["10", "2", ""]]


def test_columns_are_those_of_the_server(table: ResultTable, model: ResultModel, server: RunningServer):
    schema = server.json("/collections/programmes/schema", f="json")
    how = schema["x-atlas-presentation"]
    table.columns.show_found_in(True)
    model.set_presentation(Presentation.read(schema))
    assert [column.name for column in model.columns] == [*how["columns"], "matched_in_text"]
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert titles[:-1] == [schema["properties"][name]["title"] for name in how["columns"]]
    assert not table.isColumnHidden(model.place("matched_in_text"))
    header = table.horizontalHeader()
    assert [header.logicalIndex(n) for n in range(3)] == [0, model.place("matched_in_text"), 1]


def test_a_server_that_adds_a_column_and_moves_others(table: ResultTable, model: ResultModel):
    properties = {
        "title": {"type": "string", "title": "Titel"},
        "completeness": {"type": ["number", "null"], "title": "Known", "description": "How much is known."},
    }
    how = {"noun": {"one": "a", "other": "b"}, "name": "title", "columns": ["completeness", "title"], "groups": []}
    model.set_presentation(Presentation.read({"properties": properties, "x-atlas-presentation": how}))
    model.set_features([Feature("X", {"title": "Beta", "completeness": 0.5}), Feature("Y", {"title": "Alpha"})])
    assert column(table, "completeness") == ["", "0.50"] and model.columnCount() == 3
    assert "How much is known." in model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_a_server_that_does_not_say_how_has_the_usual_columns(server: RunningServer):
    schema = server.json("/collections/programmes/schema", f="json")
    del schema["x-atlas-presentation"]
    for declared in schema["properties"].values():
        for member in [name for name in declared if name.startswith("x-atlas")]:
            del declared[member]
    assert Presentation.read(schema).columns == usual().columns
    assert {"title", "topics"} < set(Presentation.read(schema).properties)


def test_selecting_by_keys_tells_who_listens(table: ResultTable):
    told: list[list[str]] = []
    current: list[str] = []
    table.selected.connect(told.append)
    table.current.connect(current.append)
    press(table, Qt.Key.Key_Home, Qt.Key.Key_Down)
    assert told[-1] == ["B"] and current[-1] == "B"


def test_selecting_for_the_map_is_not_told_back(table: ResultTable):
    told: list[list[str]] = []
    table.selected.connect(told.append)
    table.select(["C", "A", "not among them"])
    assert table.selected_ids() == ["A", "C"] and told == []


def test_rows_are_copied_as_text(table: ResultTable):
    table.select(["A"])
    table.setFocus()
    press(table, Qt.Key.Key_Home)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Abruzzo\tItaly\t2021-2027\t\tPO1, PO2\tOpen to all\t")


def test_results_that_were_selected_stay_selected(table: ResultTable, model: ResultModel):
    table.select(["C"])
    kept = table.selected_ids()
    model.set_features(FOUND[1:])
    table.select(kept)
    assert table.selected_ids() == ["C"]


def test_results_of_words_are_ranked_and_say_where_they_were_found(qgis_app: Any):
    model = ResultModel(lambda _list, code: code)
    table = ResultTable(model)
    found = [Feature(i, {"cci": i, "title": i, "matched_in_text": f"Region: {i}"}) for i in ("B", "C", "A")]
    model.set_features(found)
    assert column(table, "title") == ["A", "B", "C"] and table.isColumnHidden(model.place("matched_in_text"))
    table.set_ranked(True)
    table.columns.show_found_in(True)
    assert column(table, "title") == ["B", "C", "A"] and not table.isColumnHidden(model.place("matched_in_text"))
    assert column(table, "matched_in_text")[0] == "Region: B" and model.found_in("B") == "Region: B"
    assert table.horizontalHeader().visualIndex(model.place("matched_in_text")) == 1
    table.set_ranked(False)
    assert column(table, "title") == ["A", "B", "C"]
