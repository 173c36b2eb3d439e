"""The views of the results: tabs that parts of the panel add."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from panel import connected, opened
from qgis.PyQt.QtWidgets import QLabel
from running_server import RunningServer


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    with connected(server.url) as context, opened(context) as made:
        yield made


def test_a_part_adds_a_view_names_it_and_shows_it(dock: Any):
    view, seen = QLabel("more"), []
    dock.results.add_view(view, "More")
    dock.results.view_shown.connect(seen.append)
    dock.results.show_view(view)
    dock.results.name_view(view, "More (3)")
    views = dock.results.views
    assert views.currentWidget() is view and seen == [view]
    assert views.tabText(views.indexOf(view)) == "More (3)"
    dock.results.show_one(dock.results.model.feature(0).id)
    assert views.currentWidget() is dock.results.splitter, "facts of a programme are in the first view"
