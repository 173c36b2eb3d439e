"""Criterion "Scope of partnership needed", with the real server's list."""

from __future__ import annotations

from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.gui.criteria.choices import Choice
from cooperation_search.gui.criteria.scope import ScopeCriterion
from panel import press, shown
from qgis.PyQt.QtCore import Qt
from running_server import RunningServer


@pytest.fixture
def scope(qgis_app: Any, server: RunningServer) -> ScopeCriterion:
    made = ScopeCriterion()
    items = server.json("/codelists/scopes")["items"]
    made.set_lists({"scopes": [Choice(item["code"], item["label"]) for item in items]})
    made.set_counts(server.json("/collections/programmes/facets", facets="scope")["facets"])
    made.resize(300, 250)
    made.show()
    return made


def test_all_scopes_are_shown_without_scrolling(scope: ScopeCriterion):
    lines = shown(scope.box.view)
    assert lines[0] == "Cross-border" and len(lines) == 6
    assert not scope.box.search.isVisible()
    assert not scope.box.view.verticalScrollBar().isVisible()


def test_keys_alone(scope: ScopeCriterion):
    scope.setFocus()
    view = scope.box.view
    press(view, Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert scope.values() == {"scope": ("cross_border", "transnational")}
    assert scope.summary() == "Cross-border, Transnational"


def test_a_search_is_shown_and_cleared(scope: ScopeCriterion):
    scope.set_search(Search.of(scope=("open",)))
    assert scope.values() == {"scope": ("open",)}
    scope.clear()
    assert scope.values() == {"scope": ()}
