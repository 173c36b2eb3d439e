"""The further criteria, all of which the table of criteria declares."""

from __future__ import annotations

from typing import Any

import pytest
from cooperation_search.api.criteria import CRITERIA
from cooperation_search.api.search import Search
from cooperation_search.gui.criteria.choices import Choice
from cooperation_search.gui.criteria.more import ELSEWHERE, MoreCriteria
from panel import press, shown
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QLabel
from running_server import RunningServer

LISTS = {each.codelist for each in CRITERIA if each.attribute not in ELSEWHERE}


@pytest.fixture
def more(qgis_app: Any, server: RunningServer) -> MoreCriteria:
    made = MoreCriteria()
    made.set_lists(
        {id_: [Choice(i["code"], i["label"]) for i in server.json(f"/codelists/{id_}")["items"]] for id_ in LISTS}
    )
    made.set_counts(server.json("/collections/programmes/facets")["facets"])
    made.resize(300, 700)
    made.show()
    return made


def test_an_entry_that_is_both_is_no_third_choice(more: MoreCriteria):
    assert shown(more.lists["kinds"].box.view) == ["Offer", "Need"]


def test_choices_by_keys(more: MoreCriteria):
    press(more.lists["funds"].box.view, Qt.Key.Key_Home, Qt.Key.Key_Space)
    press(more.lists["kinds"].box.view, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert more.values()["funds"] == ("ERDF",) and more.values()["kinds"] == ("need",)
    assert more.summary() == "Need; European Regional Development Fund"


def test_samples_are_shown_until_somebody_says_otherwise(more: MoreCriteria):
    assert more.values()["show_samples"] is True
    press(more.samples.check, Qt.Key.Key_Space)
    assert more.values()["show_samples"] is False and more.summary() == "no samples"


def test_a_search_is_shown_and_cleared(more: MoreCriteria):
    values = {
        each.attribute: (each_code(more, each.attribute),) for each in CRITERIA if each.attribute not in ELSEWHERE
    }
    search = Search(**values, open_on="2026-05-31", include_unknown=True, show_samples=False)
    more.set_search(search)
    assert Search().with_values(**more.values()) == search
    more.clear()
    assert Search().with_values(**more.values()) == Search()


def each_code(more: MoreCriteria, attribute: str) -> str:
    """The first code of a list."""
    return more.lists[attribute].model.codes()[0]


def test_every_criterion_of_the_table_has_a_list_and_a_name(more: MoreCriteria):
    names = [label.text() for label in more.findChildren(QLabel)]
    for each in CRITERIA:
        if each.attribute not in ELSEWHERE:
            assert each.name() in names and more.lists[each.attribute].model.codes()


def test_open_today_and_on_a_day(more: MoreCriteria):
    more.open_on.choice.setCurrentIndex(1)
    assert more.values()["open_on"] == "today" and "open today" in more.summary()
    more.open_on.choice.setCurrentIndex(2)
    more.open_on.day.setDate(QDate(2026, 5, 31))
    assert more.values()["open_on"] == "2026-05-31" and "2026-05-31" in more.summary()
    more.clear()
    assert more.values()["open_on"] == "" and more.summary() == ""


def test_what_is_not_known_is_found_when_it_is_wanted(more: MoreCriteria):
    press(more.unknown.check, Qt.Key.Key_Space)
    assert more.values()["include_unknown"] is True and more.summary() == "with unknown"
