"""The further criteria, all of which the table of criteria declares."""

from __future__ import annotations

from typing import Any

import pytest
from cooperation_search.api.criteria import Criteria, Criterion
from cooperation_search.api.search import Search
from cooperation_search.gui.criteria.choices import Choice
from cooperation_search.gui.criteria.more import ELSEWHERE, MoreCriteria
from panel import press, shown
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QLabel
from running_server import RunningServer


@pytest.fixture
def more(qgis_app: Any, server: RunningServer, criteria: Criteria) -> MoreCriteria:
    made = MoreCriteria()
    made.set_criteria(criteria)
    lists = criteria.codelists(each.name for each in criteria)
    made.set_lists(
        {id_: [Choice(i["code"], i["label"]) for i in server.json(f"/codelists/{id_}")["items"]] for id_ in lists}
    )
    made.set_counts(server.json("/collections/programmes/facets")["facets"])
    made.resize(300, 700)
    made.show()
    return made


def test_an_entry_that_is_both_is_no_third_choice(more: MoreCriteria):
    assert shown(more.parts["kind"].box.view) == ["Offer", "Need"]


def test_choices_by_keys(more: MoreCriteria):
    press(more.parts["fund"].box.view, Qt.Key.Key_Home, Qt.Key.Key_Space)
    press(more.parts["kind"].box.view, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert more.values()["fund"] == ("ERDF",) and more.values()["kind"] == ("need",)
    assert more.summary() == "Need; European Regional Development Fund"


def test_samples_are_shown_until_somebody_says_otherwise(more: MoreCriteria):
    assert more.values()["show_samples"] is True
    press(more.samples.check, Qt.Key.Key_Space)
    assert more.values()["show_samples"] is False and more.summary() == "no samples"


def test_a_search_is_shown_and_cleared(more: MoreCriteria):
    values = {name: part.model.codes()[:1] for name, part in more.parts.items() if name != "open"}
    search = Search.of(**values, open="2026-05-31", include_unknown=True, show_samples=False)
    more.set_search(search)
    assert Search.of(**more.values()) == search
    more.clear()
    assert Search.of(**more.values()) == Search()


def test_every_criterion_of_the_server_has_a_widget_and_a_title(more: MoreCriteria, criteria: Criteria):
    titles = [label.text() for label in more.findChildren(QLabel)]
    for each in criteria:
        if each.name not in ELSEWHERE:
            assert each.title in titles and each.name in more.parts
            assert not each.codelist or more.parts[each.name].model.codes()
    # One below the other, and so by keys as well.
    assert [title for title in titles if title] == [each.title for each in criteria if each.name not in ELSEWHERE]


def test_what_a_search_asks_is_kept_until_the_criteria_come(qgis_app: Any, criteria: Criteria):
    more = MoreCriteria()
    search = Search.of(fund=["ERDF"], colour=["red"], open="today")
    more.set_search(search)
    assert Search.of(**more.values()) == search and "Fund: ERDF" in more.summary()
    more.set_criteria(criteria)
    assert Search.of(**more.values()) == search and more.parts["fund"].model.chosen() == ["ERDF"]
    assert "colour: red" in more.summary() and "open today" in more.summary()
    more.clear()
    assert Search.of(**more.values()) == Search() and more.summary() == ""


@pytest.mark.parametrize(("match", "values"), [("boolean", ["true"]), ("words", ["a, b", "c"]), ("new", ["7"])])
def test_a_criterion_without_a_list_has_a_widget_that_fits(qgis_app: Any, match: str, values: list[str]):
    more = MoreCriteria()
    more.set_criteria(Criteria([Criterion("colour", "Colour", match=match, level="entry")]))
    search = Search.of(colour=values)
    more.set_search(search)
    assert Search.of(**more.values()) == search and values[-1] in more.summary().replace("yes", "true")
    more.clear()
    assert Search.of(**more.values()) == Search()


def test_open_today_and_on_a_day(more: MoreCriteria):
    open_ = more.parts["open"]
    open_.choice.setCurrentIndex(1)
    assert more.values()["open"] == ("today",) and "open today" in more.summary()
    open_.choice.setCurrentIndex(2)
    open_.day.setDate(QDate(2026, 5, 31))
    assert more.values()["open"] == ("2026-05-31",) and "2026-05-31" in more.summary()
    more.clear()
    assert more.values()["open"] == () and more.summary() == ""


def test_what_is_not_known_is_found_when_it_is_wanted(more: MoreCriteria):
    press(more.unknown.check, Qt.Key.Key_Space)
    assert more.values()["include_unknown"] is True and more.summary() == "with unknown"
