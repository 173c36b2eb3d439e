"""The view "Offers and needs": the same entries as the server's pages and files, samples flagged in every row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

import pytest
from cooperation_search.api.search import Search
from panel import connected, opened, press, wait_until
from qgis.PyQt.QtCore import Qt
from running_server import RunningServer

SEARCHES = (
    Search(),
    Search.of(country=("IT", "MT"), scope=("cross_border",)),
    Search.of(topic=("PO2",), kind=("need",), period=("2021-2027",)),
    Search.of(sought_country=("EL",), include_unknown=True),
    Search(title="sicilia"),
    Search(show_samples=False),
)


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    with connected(server.url) as context, opened(context) as made:
        yield made


def entries_of(dock: Any, search: Search) -> set[str]:
    """The entries listed for a search, once they are those of the search."""
    view = dock.results.entries
    came: list[Any] = []
    view.search.listed.connect(lambda page, of: came.append(of))
    dock.criteria.set_search(search)
    dock.live.run()
    wait_until(lambda: came and came[-1] == search)
    return {view.model.feature(row).id for row in range(view.model.rowCount())}


@pytest.mark.parametrize("search", SEARCHES, ids=str)
def test_rows_number_and_files_of_the_server_are_the_same_entries(dock: Any, server: RunningServer, search: Search):
    listed = entries_of(dock, search)
    with urlopen(search.to_url(server.url, "cooperation", f="csv", limit="1000")) as answer:
        rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8-sig")))
    assert listed == {row["id"] for row in rows}
    views = dock.results.views
    assert views.tabText(views.indexOf(dock.results.entries)) == f"Offers and needs ({len(listed)})"
    assert server.json(search.to_url("", "cooperation", resulttype="hits"))["numberMatched"] == len(listed)


def test_each_entry_belongs_to_a_programme_that_is_found(dock: Any, server: RunningServer):
    entries_of(dock, Search.of(topic=("RSO2.6",), scope=("cross_border",)))
    found = {dock.results.model.feature(row).id for row in range(dock.results.model.rowCount())}
    view = dock.results.entries
    assert found == {view.model.feature(row).properties["cci"] for row in range(view.model.rowCount())} != set()


def test_every_row_of_a_sample_is_flagged_in_words(dock: Any):
    entries_of(dock, Search())
    model = dock.results.entries.model
    assert model.rowCount()
    for row in range(model.rowCount()):
        name = model.index(row, model.place("summary"))
        flagged = name.data().startswith("[SAMPLE] ") and name.data(Qt.ItemDataRole.DecorationRole) is not None
        assert flagged == model.feature(row).properties["sample"]
        assert ("SAMPLE" in name.data(Qt.ItemDataRole.AccessibleTextRole)) == flagged


def test_the_current_entry_is_shown_in_full_and_leads_to_its_programme(dock: Any):
    entries_of(dock, Search.of(country=("IT",)))
    view = dock.results.entries
    dock.pages.show_page(dock.results)
    dock.results.show_view(view)
    press(view.table, Qt.Key.Key_Home, Qt.Key.Key_Down)
    entry = view.model.feature(view.model.row_of(view.table.selected_ids()[0]))
    wait_until(lambda: entry.properties["cci"] in view.detail.page.toPlainText())
    assert entry.properties["summary"] in view.detail.header.text() and view.detail.banner.isVisible()
    view.detail.programme_clicked.emit(entry.properties["cci"])
    assert dock.results.views.currentWidget() is dock.results.splitter
    wait_until(lambda: entry.properties["cci"] in dock.results.detail.page.toPlainText())


def test_without_any_entry_it_says_why(dock: Any):
    assert entries_of(dock, Search(title="nowhere")) == set()
    state = dock.results.entries.found.state
    assert "No offer or need" in state.title.text() and state.button.text() == "Reset the search"
