"""“I work for …”: kept in profile and project, own rows marked, partners sought abroad and across the border."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.gui.dock import CooperationDock
from cooperation_search.own import Own
from cooperation_search.settings import Settings
from faulty import Faulty, spin
from panel import click, connected, press, wait_until, with_everything
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from running_server import RunningServer

SICILY = Own("2021IT16RFPR016", "IT")


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    with with_everything(server.url) as made:
        yield made


def test_a_programme_is_found_by_words_and_kept(dock: Any):
    told: list[Own] = []
    dock.own.changed.connect(told.append)
    click(dock.own.button)
    dialog = dock.own.dialog
    wait_until(lambda: dialog.model.rowCount() > 500)
    press(dialog.search, "sicilia 2021-2027 erdf")
    assert dialog.filter.rowCount() >= 1
    dialog.search.clear()
    press(dialog.search, SICILY.programme)
    assert dialog.filter.rowCount() == 1
    press(dialog.search, Qt.Key.Key_Return)
    press(dialog.search, Qt.Key.Key_Return)
    wait_until(lambda: told)
    assert told == [SICILY] and Own.read(Settings()) == SICILY
    wait_until(lambda: "Sicil" in dock.own.button.text())


def test_the_project_comes_before_the_profile(dock: Any, tmp_path: Path):
    project, path = QgsProject.instance(), str(tmp_path / "own.qgz")
    dock.own.work_for(Own("", "MT"))
    assert project.write(path)
    project.clear()
    dock.own.work_for(SICILY)
    assert project.read(path) and dock.own.own == Own("", "MT") == Own.read(Settings())
    project.clear()
    assert dock.own.own == SICILY == Own.read(Settings()), "a new project says nothing"


def test_a_closed_panel_asks_nothing_when_a_project_names_the_programme(
    qgis_app: Any, server: RunningServer, tmp_path: Path
):
    proxy = Faulty(server.url)
    project, path = QgsProject.instance(), str(tmp_path / "own.qgz")
    with connected(proxy.url) as context:
        dock = CooperationDock(None, context)
        try:
            dock.own.work_for(SICILY)
            assert project.write(path)
            context.settings.work_for("", "")
            project.clear()
            assert dock.own.own == Own() and project.read(path) and dock.own.own == SICILY
            assert not spin(0.3, lambda: bool(proxy.asked))
            dock.show()
            wait_until(lambda: "Sicil" in dock.own.button.text())
        finally:
            dock.close_down()
            dock.deleteLater()
            proxy.stop()


def test_own_entries_and_programmes_are_marked_in_words_and_by_a_sign(dock: Any):
    dock.own.work_for(Own("", "IT"))
    wait_until(lambda: dock.results.entries.model.rowCount())
    for model, name in ((dock.results.model, "title"), (dock.results.entries.model, "summary")):
        for row in range(model.rowCount()):
            cell = model.index(row, model.place(name))
            is_own = model.feature(row).properties["country"] == "IT"
            assert cell.data().startswith("★") == is_own == bool(cell.data(Qt.ItemDataRole.FontRole) is not None)
            assert ("you work for" in cell.data(Qt.ItemDataRole.AccessibleTextRole)) == is_own


def test_abroad_only_is_one_click_and_follows_another_country(dock: Any):
    dock.own.work_for(SICILY)
    dock.own.abroad.click()
    assert dock.live.search == Search.of(exclude_country=["IT"]) and dock.own.abroad.isChecked()
    dock.own.work_for(Own("", "MT"))
    assert dock.live.search == Search.of(exclude_country=["MT"]) and dock.own.abroad.isChecked()
    dock.reset()
    assert not dock.own.abroad.isChecked()
    dock.own.work_for(Own())
    assert not dock.own.abroad.isVisibleTo(dock.own)


@pytest.mark.parametrize("own", (SICILY, Own("", "AT"), Own("2021DE16RFPR009", "DE")), ids=str)
def test_across_the_border_are_the_areas_that_the_pairs_of_neighbours_name(dock: Any, server: RunningServer, own: Own):
    place = {"country": own.country}
    if own.programme:
        programme = server.features("programmes", cci=own.programme, skipGeometry="true")[0]["properties"]
        place = {"nuts3": ",".join(programme["nuts_codes"])}
    pairs = server.features("neighbours", across_border="true", nuts_version="2021", skipGeometry="true", **place)
    expected = {
        pair["properties"][f"nuts_code_{side}"]
        for pair in pairs
        for side in "ab"
        if pair["properties"][f"country_{side}"] != own.country
    }
    dock.own.work_for(own)
    dock.own.border.click()
    wait_until(lambda: set(dock.live.search.values("nuts3")) == expected)
    assert expected and dock.own.border.isChecked()
    dock.own.border.click()
    assert dock.live.search == Search()


def test_a_programme_without_neighbours_abroad_says_so(dock: Any):
    said: list[str] = []
    dock.own.said.connect(said.append)
    # Saxony-Anhalt has no border abroad.
    dock.own.work_for(Own("2021DE16FFPR004", "DE"))
    dock.own.border.click()
    wait_until(lambda: said)
    assert "No area abroad" in said[0] and not dock.own.border.isChecked() and dock.live.search == Search()
