"""Key categories: the broad topics as one-click searches, with their numbers and the colours of the topic style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.api.answers import CodeList
from cooperation_search.layers.styles.palette import category
from panel import click, wait_until, with_everything
from running_server import RunningServer


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    with with_everything(server.url) as made:
        wait_until(lambda: made.categories.buttons)
        yield made


def test_one_click_lists_what_there_is(dock: Any, server: RunningServer):
    top = {code.code: code.label for code in CodeList.read(server.json("/codelists/topics", f="json")).children(None)}
    buttons = dock.categories.buttons
    assert list(buttons) == list(top)
    for place, (code, button) in enumerate(buttons.items()):
        number = server.json("/collections/programmes/items", topic=code, resulttype="hits")["numberMatched"]
        wait_until(lambda button=button, number=number: button.text().endswith(f"({number})"))
        assert button.icon().pixmap(4, 4).toImage().pixelColor(1, 1).name() == category(place)
        assert button.text() == f"{top[code]} ({number})" and button.toolTip() == f"{code}: {button.text()}"
    click(buttons["PO2"])
    assert dock.live.search.values("topic") == ("PO2",) and dock.results.isVisible()
    wait_until(lambda: not dock.live.is_busy())
    assert buttons["PO2"].text().endswith(f"({dock.results.model.rowCount()})") and buttons["PO2"].isChecked()
    dock.pages.show_page(dock.criteria)
    click(buttons["PO2"])
    assert dock.live.search.is_empty() and dock.criteria.isVisible()


def test_they_fit_into_a_narrow_panel(dock: Any):
    dock.window().resize(300, 800)
    wait_until(lambda: dock.width() <= 300)
    for button in dock.categories.buttons.values():
        assert button.geometry().right() <= dock.categories.width()
        words, number = button.shown().split(" (")
        assert button.text().startswith(words.rstrip("…")) and button.text().endswith(number), "the number is never cut"
        assert button.fontMetrics().horizontalAdvance(button.shown()) < button.width()
    assert any("…" in button.shown() for button in dock.categories.buttons.values())
