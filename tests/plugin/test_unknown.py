"""Of how many programmes it is not known whether they meet a search: counts, lists and rows of the panel."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cooperation_search.api.answers import Facets
from cooperation_search.api.search import START, Search
from cooperation_search.context import Context
from cooperation_search.gui.dock import CooperationDock
from faulty import WithOneMore, outcome
from panel import Interface, connected, errors_in_slots_fail, opened, wait_until
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMainWindow
from running_server import RunningServer

#: Of some programmes it is known, of others not.
ERDF = Search.of(fund=["ERDF"], category=["LD"], period=["2021-2027"])


class Older(WithOneMore):
    """A server of an earlier version, which does not say of how many it is not known."""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        if urlsplit(handler.path).path != "/collections/programmes/facets":
            self.asked.append((handler.path, {}))
            self._pass_on(handler, None)
            return
        self.asked.append((handler.path, {}))
        document = self._real(handler.path)
        document.pop("numberUnknown", None)
        document.pop("unknown", None)
        self._send(handler, document)


@pytest.fixture
def context(qgis_app: Any, server: RunningServer) -> Iterator[Context]:
    with connected(server.url) as made:
        yield made


@pytest.fixture
def dock(context: Context) -> Iterator[CooperationDock]:
    with opened(context) as made:
        yield made


def settled(dock: CooperationDock, search: Search) -> None:
    dock.run(search)
    wait_until(lambda: dock.live.search == search and not dock.live.is_busy())


def matched(server: RunningServer, **query: str) -> int:
    return int(server.json("/collections/programmes/items", f="json", limit=1, **query)["numberMatched"])


def test_both_numbers_of_a_search(dock: CooperationDock, server: RunningServer):
    asked = {"fund": "ERDF", "category": "LD", "period": "2021-2027"}
    met = matched(server, **asked)
    every = matched(server, **asked, include="unknown")
    assert 0 < met < every, "the data no longer proves anything"
    settled(dock, ERDF)
    assert dock.footer.count.text() == f"Programmes found: {met}, and {every - met} unknown"
    assert dock.results.model.rowCount() == met and "no source says" in dock.footer.count.toolTip()
    settled(dock, ERDF.with_values(include_unknown=True))
    assert dock.footer.count.text() == f"Programmes found: {met}, and {every - met} unknown"
    model = dock.results.model
    assert model.rowCount() == every
    slanted = [row for row in range(every) if model.index(row, 0).data(Qt.ItemDataRole.FontRole) is not None]
    assert len(slanted) == every - met
    assert "May match" in model.index(slanted[0], 0).data(Qt.ItemDataRole.ToolTipRole)


def test_both_numbers_of_a_choice(dock: CooperationDock, server: RunningServer):
    settled(dock, START)
    index = dock.criteria.more.parts["fund"].model.index_of("ERDF")
    met = matched(server, fund="ERDF", period="2021-2027")
    unknown = matched(server, fund="ERDF", period="2021-2027", include="unknown") - met
    assert unknown > 0 and index.siblingAtColumn(1).data() == f"{met} + {unknown}"


def test_where_everything_is_known_nothing_is_said(dock: CooperationDock, server: RunningServer):
    settled(dock, START)
    assert dock.footer.count.text() == f"Programmes found: {matched(server, period='2021-2027')}"
    assert not dock.footer.count.toolTip()


def test_new_facts_are_unknown_too(dock: CooperationDock, context: Context, server: RunningServer):
    """Every criterion of programmes that the server describes: the numbers are those of its lists."""
    for criterion in context_criteria(context):
        codes = server.json(f"/codelists/{criterion.codelist}", f="json")["items"] if criterion.codelist else []
        for code in [c["code"] for c in codes][:2]:
            search = Search.of(**{criterion.name: [code]})
            facets = outcome(context.client.facets(search.with_values(include_unknown=True)))
            assert facets.met == matched(server, **{criterion.name: code})
            assert facets.matched == matched(server, include="unknown", **{criterion.name: code})


def context_criteria(context: Context) -> list[Any]:
    return [each for each in outcome(context.client.criteria()) if each.codelist]


def test_an_older_server_has_one_number(context: Context, server: RunningServer):
    older = Older(server.url)
    context.use_server(older.url)
    made = CooperationDock(Interface(QgsMapCanvas()), context)
    window = QMainWindow()
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    window.show()
    with errors_in_slots_fail():
        wait_until(lambda: made.results.model.rowCount() and not made.criteria.country.model.is_empty())
        settled(made, ERDF)
        met = matched(server, fund="ERDF", category="LD", period="2021-2027")
        assert made.footer.count.text() == f"Programmes found: {met}"
        index = made.criteria.more.parts["fund"].model.index_of("ERDF")
        assert "+" not in index.siblingAtColumn(1).data()
        facets = [parse_qs(urlsplit(path).query) for path, _ in older.asked if "/facets" in path]
        assert sum("include" in query for query in facets) == 1, "it is asked for both only once"
        made.close_down()
        window.close()
    older.stop()


def test_facets_without_unknown():
    answer = {"collection": "programmes", "edition": "e", "numberMatched": 5, "facets": {"fund": {"ERDF": 4}}}
    plain = Facets.read(answer)
    assert (plain.met, plain.unknown, plain.met_counts()) == (5, None, {"fund": {"ERDF": 4}})
    both = Facets.read({**answer, "numberUnknown": 2, "unknown": {"fund": {"ERDF": 1}}})
    assert (both.met, both.unknown, both.met_counts()) == (3, 2, {"fund": {"ERDF": 3}})
