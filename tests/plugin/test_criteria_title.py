"""Criterion "Programme title": typing, suggestions from the real server, stale answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.api.client import Client
from cooperation_search.api.search import Search
from cooperation_search.gui.criteria.title import PAUSE, TitleCriterion
from panel import press, wait_until
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from running_server import RunningServer


@pytest.fixture
def title(qgis_app: Any) -> Iterator[TitleCriterion]:
    made = TitleCriterion()
    made.resize(300, 40)
    made.show()
    # Suggestions only pop up where somebody is typing; other tests may have left the focus elsewhere.
    QApplication.setActiveWindow(made)
    made.edit.setFocus()
    wait_until(made.edit.hasFocus)
    yield made
    made.edit.completer().popup().hide()
    made.close()


def test_typing_changes_the_search_and_asks_for_suggestions_once(title: TitleCriterion):
    asked: list[str] = []
    title.suggestions_requested.connect(asked.append)
    press(title.edit, "  sicilia   fesr ")
    assert title.values() == {"title": "sicilia fesr"}
    wait_until(lambda: asked)
    assert asked == ["sicilia   fesr"]


def test_suggestions_of_the_server_are_blind_to_accents(title: TitleCriterion, server: RunningServer):
    client = Client(server.url)

    def suggest(text: str) -> None:
        call = client.suggest(text)
        call.finished.connect(lambda page: title.show_suggestions(text, [f.text("title") for f in page.features]))

    title.suggestions_requested.connect(suggest)
    press(title.edit, "ile-de-fr")
    wait_until(lambda: title.suggestions.stringList())
    # Best first; further down are programmes in whose area the region lies.
    assert "le-de-france" in title.suggestions.stringList()[0].lower()
    client.close()


def test_a_picked_suggestion_becomes_the_title(title: TitleCriterion):
    press(title.edit, "pug")
    title._ask()
    title.show_suggestions("pug", ["PR Puglia FESR-FSE+ 2021-2027", "POR Puglia"])
    popup = title.edit.completer().popup()
    wait_until(popup.isVisible)
    press(popup, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert title.values() == {"title": "PR Puglia FESR-FSE+ 2021-2027"}


def test_enter_asks_for_the_results_and_for_no_suggestions(title: TitleCriterion):
    submitted: list[bool] = []
    asked: list[str] = []
    title.submitted.connect(lambda: submitted.append(True))
    title.suggestions_requested.connect(asked.append)
    press(title.edit, "puglia", Qt.Key.Key_Return)
    QTest.qWait(PAUSE + 100)
    assert submitted == [True] and asked == [] and title.values() == {"title": "puglia"}


def test_an_answer_to_an_earlier_text_is_dropped(title: TitleCriterion):
    press(title.edit, "pug")
    title._ask()
    press(title.edit, "l")
    title.show_suggestions("pug", ["Puglia"])
    assert title.suggestions.stringList() == []


def test_a_search_is_shown_and_cleared(title: TitleCriterion):
    changes: list[bool] = []
    title.changed.connect(lambda: changes.append(True))
    title.set_search(Search(title="Bay*n"))
    assert title.edit.text() == "Bay*n" == title.summary() and len(changes) == 1
    title.clear()
    assert title.values() == {"title": ""} and title.edit.text() == "" and len(changes) == 2


def test_a_pasted_link_is_no_text(title: TitleCriterion):
    pasted: list[str] = []
    title.link_pasted.connect(pasted.append)
    title.edit.setText("http://host/collections/programmes/items?country=IT")
    assert pasted == ["http://host/collections/programmes/items?country=IT"]
    assert title.edit.text() == "" and title.values() == {"title": ""}
