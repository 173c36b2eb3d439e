"""The connection: test, history, authentication, and whoever answers there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from cooperation_search.context import Context
from cooperation_search.gui.dock import CooperationDock
from faulty import Faulty, send
from panel import click, errors_in_slots_fail, press, wait_until
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from running_server import RunningServer, free_port


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[CooperationDock]:
    QgsSettings().remove("cooperation_search")
    context = Context()
    context.use_server(server.url)
    made = CooperationDock(None, context)
    made.resize(320, 800)
    # The tests count all programmes; the panel starts with the current period.
    made.reset()
    made.live.stop()
    made.show()
    made.server.set_open(True)
    with errors_in_slots_fail():
        yield made
        made.close_down()
        made.close()
    context.close()
    QgsSettings().remove("cooperation_search")


def ask(dock: CooperationDock, address: str) -> str:
    """Types an address, presses "Test", and returns what is said then."""
    dock.connection.url.lineEdit().selectAll()
    press(dock.connection.url.lineEdit(), address)
    click(dock.connection.test)
    wait_until(lambda: dock.connection.message.text() and "…" not in dock.connection.message.text())
    return str(dock.connection.message.text())


def test_the_default_is_the_local_server(qgis_app: Any):
    QgsSettings().remove("cooperation_search")
    assert Context().settings.url == "http://127.0.0.1:5000"


def test_who_answers(dock: CooperationDock, server: RunningServer):
    said = ask(dock, server.url)
    health = server.json("/healthz")["edition"]
    assert health["id"] in said and str(health["counts"]["programmes"]) in said
    assert "CC" in said or "icence" in said
    assert str(health["counts"]["programmes"]) in dock.server.summary.text()


def test_addresses_are_remembered(dock: CooperationDock, server: RunningServer):
    other = server.url.replace("127.0.0.1", "localhost")
    wait_until(lambda: dock.link_up.info is not None)
    ask(dock, other)
    addresses = [dock.connection.url.itemText(row) for row in range(dock.connection.url.count())]
    assert addresses == [other, server.url] and dock._context.client.url == other


def test_nobody_answers(dock: CooperationDock):
    address = f"http://127.0.0.1:{free_port()}"
    assert "reach" in ask(dock, address).lower()
    wait_until(lambda: dock.footer.count.text() == "No answer")


def test_addresses_where_nobody_answers_are_not_remembered(dock: CooperationDock, server: RunningServer):
    wait_until(lambda: dock.link_up.info is not None)
    ask(dock, f"http://127.0.0.1:{free_port()}")
    assert [url for url, _ in dock._context.settings.servers] == [server.url]
    ask(dock, server.url)
    addresses = [dock.connection.url.itemText(row) for row in range(dock.connection.url.count())]
    assert addresses == [server.url]


def test_an_address_copied_from_the_server_is_cut_to_the_service(dock: CooperationDock, server: RunningServer):
    ask(dock, f"{server.url}/collections/programmes/items?f=json&country=IT")
    assert dock._context.client.url == server.url == dock.connection.url.currentText()


@contextmanager
def stopped_and_started(server: RunningServer) -> Iterator[tuple[str, Any]]:
    """An address where nobody answers until the function beside it is called."""
    started: list[Faulty] = []
    port = free_port()
    yield f"http://127.0.0.1:{port}", lambda: started.append(Faulty(server.url, port))
    for each in started:
        each.stop()


def filled(dock: CooperationDock) -> bool:
    """Lists, header and results are there."""
    programmes = dock.server.summary.text().rpartition(" ")[2]
    lists = not dock.criteria.country.model.is_empty() and not dock.criteria.topic.model.is_empty()
    return lists and programmes.isdigit() and dock.results.model.rowCount() == int(programmes)


def test_a_server_started_after_qgis_fills_everything_with_one_test(dock: CooperationDock, server: RunningServer):
    with stopped_and_started(server) as (address, start):
        ask(dock, address)
        wait_until(lambda: dock.footer.count.text() == "No answer")
        assert dock.results.model.rowCount() == 0
        start()
        click(dock.connection.test)
        wait_until(lambda: filled(dock))
        assert "Edition" in dock.connection.message.text()
        assert dock.footer.count.text().startswith("Programmes found")


def test_a_server_started_after_qgis_fills_everything_with_one_search(dock: CooperationDock, server: RunningServer):
    with stopped_and_started(server) as (address, start):
        ask(dock, address)
        wait_until(lambda: dock.footer.count.text() == "No answer")
        start()
        click(dock.footer.search)
        wait_until(lambda: filled(dock))
        assert "Edition" in dock.connection.message.text()


def test_old_errors_go_when_the_server_answers(dock: CooperationDock, server: RunningServer):
    with stopped_and_started(server) as (address, start):
        ask(dock, address)
        wait_until(lambda: dock.footer.count.text() == "No answer")
        dock.criteria.section(dock.criteria.region).set_open(True)
        dock.map_work.load(dock.live.search)
        wait_until(lambda: dock.criteria.region.note.text() and dock.map_panel.note.text())
        start()
        click(dock.connection.test)
        wait_until(lambda: filled(dock))
        assert not dock.criteria.region.note.text() and not dock.map_panel.note.text()
        wait_until(lambda: not dock.criteria.region.model.is_empty())


def test_a_plain_pygeoapi_is_named_with_what_works_on_it(dock: CooperationDock):
    other = PlainPygeoapi("")
    try:
        said = ask(dock, other.url)
        assert "pygeoapi 0.24.0" in said and "lakes, roads" in said and "Add WFS / OGC API" in said
        wait_until(lambda: dock.footer.count.text() == "No answer")
        assert not [path for path, _ in other.asked if "facets" in path or "codelists" in path]
    finally:
        other.stop()


class PlainPygeoapi(Faulty):
    """As much of pygeoapi as the panel asks for."""

    def answer(self, handler: Any) -> None:
        self.asked.append((handler.path, {}))
        links = [{"rel": "data", "href": f"{self.url}/collections"}]
        answers = {
            "/": {"title": "Data of somewhere", "links": links},
            "/collections": {
                "links": links,
                "collections": [{"id": "lakes", "links": []}, {"id": "roads", "links": []}],
            },
        }
        found = answers.get(handler.path.partition("?")[0])
        headers = {"X-Powered-By": "pygeoapi 0.24.0"}
        send(handler, 200 if found else 404, json.dumps(found or {"code": "NotFound"}).encode(), headers)


def test_what_is_no_address(dock: CooperationDock):
    # An answer to the first question, which may still be on its way, takes back what was said before it.
    wait_until(lambda: dock.link_up.info is not None)
    before = dock._context.client.url
    assert ask(dock, "ftp://example.org")
    assert dock._context.client.url == before and "ftp://example.org" in dock.footer.remark.text()


@pytest.mark.parametrize("fault", ["html", "foreign", "malformed", "500"])
def test_somebody_else_answers(dock: CooperationDock, server: RunningServer, fault: str):
    other = Faulty(server.url)
    other.fault = lambda path: fault
    try:
        said = ask(dock, other.url)
        assert said and "Edition" not in said
        wait_until(lambda: dock.footer.count.text() == "No answer")
        dock.pages.show_page(dock.results)
        assert dock.results.state.isVisible() and dock.results.state.advice.text()
    finally:
        other.stop()


def test_a_server_with_other_collections_is_named_as_such(dock: CooperationDock, server: RunningServer):
    other = Faulty(server.url)
    other.fault = lambda path: "foreign" if path.startswith("/collections?") else None
    try:
        assert "not a Cooperation Atlas" in ask(dock, other.url)
    finally:
        other.stop()


def test_the_state_offers_the_connection(dock: CooperationDock):
    dock.server.set_open(False)
    ask(dock, f"http://127.0.0.1:{free_port()}")
    wait_until(lambda: dock.footer.count.text() == "No answer")
    dock.pages.show_page(dock.results)
    press(dock.results.state.button, Qt.Key.Key_Space)
    assert dock.server.is_open()
