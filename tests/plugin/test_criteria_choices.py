"""The tree of choices under every criterion: ticks, counts, greyed choices, search, and keys alone."""

from __future__ import annotations

from typing import Any

import pytest
from cooperation_search.gui.criteria.choice_box import ChoiceBox
from cooperation_search.gui.criteria.choices import Choice, ChoiceModel
from panel import press, shown, tick
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester

CHOICES = [
    Choice("PO1", "Smarter Europe"),
    Choice("A", "Research", "PO1"),
    Choice("B", "Digitisation", "PO1"),
    Choice("PO2", "Greener Europe"),
    Choice("C", "Énergie", "PO2", "What it is", ("Traditional fuels",)),
    Choice("JTF", "Just transition"),
]
CHECKED = Qt.CheckState.Checked
PARTLY = Qt.CheckState.PartiallyChecked
UNCHECKED = Qt.CheckState.Unchecked


@pytest.fixture
def model(qgis_app: Any) -> ChoiceModel:
    made = ChoiceModel()
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_choices(CHOICES)
    return made


@pytest.fixture
def box(model: ChoiceModel) -> ChoiceBox:
    made = ChoiceBox(model, "Topic")
    made.tester = QAbstractItemModelTester(made.filter, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.resize(300, 250)
    made.show()
    return made


def state(model: ChoiceModel, code: str) -> Any:
    return Qt.CheckState(model.data(model.index_of(code), Qt.ItemDataRole.CheckStateRole))


def test_a_choice_stands_for_what_is_below(model: ChoiceModel):
    model.toggle("A")
    assert model.chosen() == ["A"] and state(model, "PO1") == PARTLY and state(model, "B") == UNCHECKED
    model.toggle("PO1")
    assert model.chosen() == ["PO1"] and state(model, "A") == CHECKED
    model.toggle("B")
    assert model.chosen() == ["A"], "its other branches stay chosen"


def test_all_below_stand_together_for_the_one_above(model: ChoiceModel):
    model.add_chosen(["A", "B", "JTF"])
    assert model.chosen() == ["PO1", "JTF"]


def test_codes_that_are_not_listed_yet_are_kept(model: ChoiceModel):
    model.set_choices([])
    model.set_chosen(["C", "PO9"])
    model.set_choices(CHOICES)
    assert model.chosen() == ["C", "PO9"] and state(model, "PO2") == PARTLY
    assert model.label("PO9") == "PO9"


def test_choices_that_would_give_nothing_are_greyed_but_can_be_taken_back(model: ChoiceModel):
    model.set_chosen(["C"])
    model.set_counts({"PO1": 3, "A": 3, "JTF": 0})
    enabled = {code: bool(model.flags(model.index_of(code)) & Qt.ItemFlag.ItemIsEnabled) for code in model.codes()}
    assert enabled == {"PO1": True, "A": True, "B": False, "PO2": True, "C": True, "JTF": False}
    assert model.data(model.index_of("PO1").siblingAtColumn(1)) == "3"
    model.set_counts(None)
    assert model.flags(model.index_of("JTF")) & Qt.ItemFlag.ItemIsEnabled


def test_a_list_in_a_circle_is_shown_flat(model: ChoiceModel):
    model.set_choices([Choice("X", "X", "X"), Choice("Y", "Y", "nowhere")])
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["X", "Y"]


def test_search_is_blind_to_accents_and_capitals(box: ChoiceBox):
    press(box.search, "ENERG")
    assert shown(box.view) == ["Greener Europe", "Énergie"]
    press(box.search, "xyz")
    assert shown(box.view) == [] and "xyz" in box.nothing.text() and box.nothing.isVisible()


def test_a_match_is_one_line_with_the_rest_below_it(box: ChoiceBox):
    press(box.search, "smarter")
    assert shown(box.view) == ["Smarter Europe"]
    box.view.expandAll()
    assert shown(box.view) == ["Smarter Europe", "Research", "Digitisation"]


def test_keys_alone(box: ChoiceBox):
    box.search.setFocus()
    press(box.search, "research", Qt.Key.Key_Return)
    assert box.model.chosen() == ["A"]
    box.search.clear()
    press(box.search, Qt.Key.Key_Down)
    press(box.view, Qt.Key.Key_End, Qt.Key.Key_Space)
    assert box.model.chosen() == ["A", "JTF"]
    press(box.view, Qt.Key.Key_Space)
    assert box.model.chosen() == ["A"]


def test_enter_does_not_tick_a_greyed_match(box: ChoiceBox):
    box.model.set_counts({"PO1": 1})
    press(box.search, "just", Qt.Key.Key_Return)
    assert box.model.chosen() == []


def test_clicks(box: ChoiceBox):
    tick(box.view, box.filter.index(1, 0))
    assert box.model.chosen() == ["PO2"]
    tick(box.view, box.filter.index(1, 0))
    assert box.model.chosen() == []


def test_screen_readers_hear_label_and_count(model: ChoiceModel):
    model.set_counts({"PO1": 3})
    heard = model.data(model.index_of("PO1"), Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Smarter Europe") and "3" in heard
    assert "What it is" in model.data(model.index_of("C"), Qt.ItemDataRole.ToolTipRole)


def test_counts_say_of_how_many_it_is_not_known(model: ChoiceModel):
    code = model.codes()[0]
    model.set_counts({code: 12}, {code: 3})
    index = model.index_of(code)
    assert index.siblingAtColumn(1).data() == "12 + 3"
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "programmes: 12, and 3 unknown" in index.data(role)
    model.set_counts({code: 12})
    assert index.siblingAtColumn(1).data() == "12" and "unknown" not in index.data(Qt.ItemDataRole.ToolTipRole)
    model.set_counts({}, {code: 3})
    assert model.flags(index) & Qt.ItemFlag.ItemIsEnabled, "what is not known is not nothing"
