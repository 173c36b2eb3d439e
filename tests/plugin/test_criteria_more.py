"""The further criteria: period, offers or needs, fund, strategy, status, samples."""

from __future__ import annotations

from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.gui.criteria.choices import Choice
from cooperation_search.gui.criteria.more import MoreCriteria
from panel import press, shown
from qgis.PyQt.QtCore import Qt
from running_server import RunningServer

LISTS = ("periods", "kinds", "funds", "strategies", "statuses")


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
    assert shown(more.kind.box.view) == ["Offer", "Need"]


def test_choices_by_keys(more: MoreCriteria):
    press(more.period.box.view, Qt.Key.Key_Home, Qt.Key.Key_Space)
    press(more.kind.box.view, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert more.values()["periods"] == ("2014-2020",) and more.values()["kinds"] == ("need",)
    assert more.summary() == "2014-2020; Need"


def test_samples_are_shown_until_somebody_says_otherwise(more: MoreCriteria):
    assert more.values()["show_samples"] is True
    press(more.sample.check, Qt.Key.Key_Space)
    assert more.values()["show_samples"] is False and more.summary() == "no samples"


def test_a_search_is_shown_and_cleared(more: MoreCriteria):
    search = Search(
        periods=("2021-2027",), funds=("ERDF",), strategies=("EUSAIR",), statuses=("planned",), show_samples=False
    )
    more.set_search(search)
    assert Search().with_values(**more.values()) == search
    more.clear()
    assert Search().with_values(**more.values()) == Search()
