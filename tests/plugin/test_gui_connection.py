"""The connection: test, history, authentication, and whoever answers there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.context import Context
from cooperation_search.gui.dock import CooperationDock
from faulty import Faulty
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
    wait_until(lambda: dock.connection.said.text() and "…" not in dock.connection.said.text())
    return str(dock.connection.said.text())


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
    ask(dock, other)
    addresses = [dock.connection.url.itemText(row) for row in range(dock.connection.url.count())]
    assert addresses == [other, server.url] and dock._context.client.url == other


def test_nobody_answers(dock: CooperationDock):
    address = f"http://127.0.0.1:{free_port()}"
    assert "reach" in ask(dock, address).lower()
    wait_until(lambda: dock.found.text() == "No answer")


def test_what_is_no_address(dock: CooperationDock):
    before = dock._context.client.url
    assert ask(dock, "ftp://example.org")
    assert dock._context.client.url == before and "ftp://example.org" in dock.remark.text()


@pytest.mark.parametrize("fault", ["html", "foreign", "malformed", "500"])
def test_somebody_else_answers(dock: CooperationDock, server: RunningServer, fault: str):
    other = Faulty(server.url)
    other.fault = lambda path: fault
    try:
        said = ask(dock, other.url)
        assert said and "Edition" not in said
        wait_until(lambda: dock.found.text() == "No answer")
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
    wait_until(lambda: dock.found.text() == "No answer")
    dock.pages.show_page(dock.results)
    press(dock.results.state.button, Qt.Key.Key_Space)
    assert dock.server.is_open()
