"""A server that offers one more criterion: panel, links, CQL2, layers and Processing have it without new code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.api.links import read_link
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.gui.dock import CooperationDock
from cooperation_search.layers import origin
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.locator import CooperationLocatorFilter
from cooperation_search.processing.search import SearchProgrammes
from faulty import WithOneMore, outcome
from panel import connected, opened, press, shown, tick, wait_until
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QLabel
from running_server import RunningServer

RED = Search.of(country=["MT"], colour=["red"], period=["2021-2027"])


@pytest.fixture
def later(server: RunningServer) -> Iterator[WithOneMore]:
    made = WithOneMore(server.url)
    yield made
    made.stop()


@pytest.fixture
def context(qgis_app: Any, later: WithOneMore) -> Iterator[Context]:
    with connected(later.url) as made:
        yield made


@pytest.fixture
def dock(context: Context) -> Iterator[CooperationDock]:
    with opened(context) as made:
        yield made


def test_it_is_in_the_panel(dock: CooperationDock, context: Context, later: WithOneMore):
    more = dock.criteria.more
    dock.criteria.section(more).set_open(True)
    assert "Colour" in [label.text() for label in more.findChildren(QLabel)]
    view = more.parts["colour"].box.view
    assert shown(view) == ["Red", "Blue"] and view.model().index(0, 1).data() == "7"
    tick(view, view.model().index(0, 0))
    assert dock.live.search.values("colour") == ("red",) and "Red" in more.summary()
    wait_until(lambda: not dock.live.is_busy())
    for part in ("facets", "items"):
        assert later.asked_for(f"/collections/programmes/{part}")[-1] == "red"
    press(dock.footer.search, Qt.Key.Key_Space)
    wait_until(lambda: dock.history.searches())
    assert dock.history.searches()[0].search == dock.live.search
    assert "Colour: Red" in dock.lists.wording.describe(dock.live.search)
    dock.bar.copy_cql2()
    assert "A_OVERLAPS(funds, ('red'))" in QGuiApplication.clipboard().text()


def test_it_is_in_links_of_panel_and_locator(dock: CooperationDock, context: Context, later: WithOneMore):
    link = RED.to_url(later.url, "programmes")
    assert read_link(link).unknown == ("colour=red",), "before the server has described it"
    dock.paste(link)
    assert dock.live.search == RED and not dock.footer.remark.text()
    assert dock.criteria.more.parts["colour"].model.chosen() == ["red"] and dock.link() == link
    wanted: list[Search] = []
    context.search_requested.connect(wanted.append)
    found: list[Any] = []
    locator = CooperationLocatorFilter(context)
    locator.resultFetched.connect(lambda result: found.append((result.displayString, result.description)))
    locator.fetchResults(link, None, None)
    assert found == [("Open the search: Country: MT; Period: 2021-2027; Colour: red", "")]


def test_it_is_in_the_layers(context: Context, later: WithOneMore):
    loader = LayerLoader(context)
    loaded = outcome(loader.load(RED, kind="memory"), 60)
    layer = QgsProject.instance().mapLayer(loaded.programmes_id)
    assert origin.search_of(layer) == RED and "Colour: Red" in layer.metadata().abstract()
    assert set(later.asked_for("/collections/programmes/items")) == {"red"}
    loader.close()


def run(server: WithOneMore, other: str) -> None:
    algorithm = SearchProgrammes().create()
    given = {"SERVER": server.url, "COUNTRY": "MT", "OTHER": other, "SAMPLES": True, "OUTPUT": "memory:"}
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    _results, good = algorithm.run(given, context, QgsProcessingFeedback(), {}, False)
    assert good


def test_it_is_in_processing(qgis_app: Any, later: WithOneMore):
    run(later, "\n colour = red, blue \n")
    assert later.asked_for("/collections/programmes/items") == ["red,blue"]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("colours=red", "no criterion “colours”. It has: colour"), ("colour", "name=value"), ("colour=,", "name=value"),
        ("colour=red\ncolour=blue", "twice"), ("country=IT", "twice"),
    ],
)  # fmt: skip
def test_mistakes_in_other_criteria(qgis_app: Any, later: WithOneMore, other: str, reason: str):
    with pytest.raises(QgsProcessingException, match=reason):
        run(later, other)
    assert not later.asked_for("/collections/programmes/items")


def test_lists_are_fetched_once_for_all(dock: CooperationDock, context: Context, later: WithOneMore):
    loader = LayerLoader(context)
    outcome(loader.load(RED, kind="memory"), 60)
    loader.close()
    run(later, "colour=red")
    asked = [path.partition("?")[0] for path, _ in later.asked]
    for path in ("/codelists/colours", "/collections/programmes/queryables", "/collections/programmes/schema"):
        assert asked.count(path) == 1, path
