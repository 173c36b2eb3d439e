"""The automatic history and the saved searches, their menus and their windows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.cql2 import cql2
from cooperation_search.api.criteria import Criteria
from cooperation_search.api.errors import ApiError
from cooperation_search.api.links import read_link
from cooperation_search.api.search import Search
from cooperation_search.api.wording import Wording
from cooperation_search.gui.searches import bar as bar_module
from cooperation_search.gui.searches.bar import SearchBar
from cooperation_search.gui.searches.history import MOST, History
from cooperation_search.gui.searches.manage import ManageDialog, SaveDialog
from cooperation_search.gui.searches.saved import SavedSearches
from cooperation_search.gui.searches.store import ProfileStore, ProjectStore
from cooperation_search.settings import Settings
from panel import press, wait_until
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication

ITALY = Search.of(country=("IT",), fund=("ERDF",))
SPAIN = Search.of(country=("ES",))


@pytest.fixture(autouse=True)
def fresh(qgis_app: Any) -> Iterator[None]:
    QgsSettings().remove("cooperation_search")
    QgsProject.instance().clear()
    yield
    QgsSettings().remove("cooperation_search")
    QgsProject.instance().clear()


@pytest.fixture
def history() -> History:
    return History(ProfileStore(Settings(), "history"))


@pytest.fixture
def saved() -> SavedSearches:
    return SavedSearches(ProfileStore(Settings(), "saved"), ProjectStore("saved"))


@pytest.fixture
def bar(history: History, saved: SavedSearches, criteria: Criteria) -> SearchBar:
    link = ITALY.to_url("http://127.0.0.1:5000", "programmes")
    return SearchBar(history, saved, lambda: ITALY, lambda: link, Wording(criteria))


def test_history_keeps_each_search_once_newest_first(history: History):
    for search, found in ((ITALY, 10), (SPAIN, 5), (ITALY, 11), (Search(), 595)):
        history.add(search, found)
    assert [(past.search, past.matched) for past in history.searches()] == [(ITALY, 11), (SPAIN, 5)]
    again = History(ProfileStore(Settings(), "history"))
    assert [past.search for past in again.searches()] == [ITALY, SPAIN], "it is kept in the profile"


def test_one_search_can_be_forgotten(bar: SearchBar, history: History):
    for search in (ITALY, SPAIN):
        history.add(search, 1)
    menu = bar.history.menu()
    menu.aboutToShow.emit()
    one = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert [action.text() for action in one.actions()] == [bar.words(SPAIN), bar.words(ITALY)]
    one.actions()[0].trigger()
    assert [past.search for past in history.searches()] == [ITALY]


def test_history_keeps_the_last_fifty(history: History):
    for number in range(MOST + 10):
        history.add(Search(title=f"word {number}"), number)
    titles = [past.search.title for past in history.searches()]
    assert len(titles) == MOST == 50 and titles[0] == "word 59" and titles[-1] == "word 10"


def test_a_damaged_entry_costs_no_other(history: History):
    history.add(ITALY, 1)
    settings = Settings()
    settings.set_json("history", [*settings.json_list("history"), {"search": {"countries": 7}}, "nothing"])
    assert [past.search for past in history.searches()] == [ITALY]


def test_save_rename_delete(saved: SavedSearches):
    saved.save("  Green   Italy ", ITALY)
    saved.save("Spain", SPAIN)
    saved.save("Green Italy", SPAIN)
    green, spain = saved.searches()
    assert (green.name, green.search, spain.name) == ("Green Italy", SPAIN, "Spain")
    saved.rename(spain, "España")
    with pytest.raises(ValueError, match="España"):
        saved.rename(green, "España")
    with pytest.raises(ValueError):
        saved.save("   ", ITALY)
    saved.delete(green)
    assert [each.name for each in saved.searches()] == ["España"]


def test_searches_in_the_project_go_with_it(saved: SavedSearches, tmp_path: Path):
    saved.save("Ours", ITALY, in_project=True)
    saved.save("Mine", SPAIN)
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert [each.name for each in saved.searches()] == ["Mine"]
    assert QgsProject.instance().read(path)
    assert [(each.name, each.in_project) for each in saved.searches()] == [("Ours", True), ("Mine", False)]


def test_export_and_import(saved: SavedSearches, tmp_path: Path):
    saved.save("Ours", ITALY, in_project=True)
    saved.save("Mine", SPAIN)
    path = str(tmp_path / "searches.json")
    assert saved.export(path) == 2
    assert saved.import_(path) == 2
    assert [each.name for each in saved.searches()] == ["Ours", "Mine", "Mine (2)", "Ours"]


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"searches": []}', '{"cooperation_search": 1, "searches": [{"name": "x", "search": {"nuts": 1}}]}',
     '{"cooperation_search": 1, "searches": [{"search": {}}]}'],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_refused_as_a_whole(saved: SavedSearches, tmp_path: Path, content: str):
    path = tmp_path / "other.json"
    path.write_text(content)
    with pytest.raises(ApiError):
        saved.import_(str(path))
    assert saved.searches() == []


def test_menus_run_searches(bar: SearchBar, history: History, saved: SavedSearches):
    wanted: list[Search] = []
    bar.search_chosen.connect(wanted.append)
    history.add(SPAIN, 5)
    saved.save("Green & Italy", ITALY)
    for button in (bar.history, bar.saved):
        button.menu().aboutToShow.emit()
        button.menu().actions()[0].trigger()
    assert wanted == [SPAIN, ITALY]
    assert "5" in bar.history.menu().actions()[0].text()


def test_link_and_cql2_are_copied(bar: SearchBar, criteria: Criteria):
    bar.copy.menu().aboutToShow.emit()
    link, filter_, _line, _paste = bar.copy.menu().actions()
    link.trigger()
    assert QGuiApplication.clipboard().text().endswith("/collections/programmes/items?country=IT&fund=ERDF")
    filter_.trigger()
    assert QGuiApplication.clipboard().text() == cql2(ITALY, criteria, {}).text


def test_a_search_that_cql2_cannot_say_is_not_copied_and_the_hint_says_why(
    history: History, saved: SavedSearches, criteria: Criteria
):
    words = Search(title="sicilia")
    bar = SearchBar(history, saved, lambda: words, lambda: "", Wording(criteria))
    bar.copy.menu().aboutToShow.emit()
    filter_ = bar.copy.menu().actions()[1]
    assert not filter_.isEnabled() and "words" in filter_.toolTip()


def test_a_copied_link_is_pasted(bar: SearchBar):
    pasted: list[str] = []
    bar.pasted.connect(pasted.append)
    QGuiApplication.clipboard().setText("no link")
    bar.copy.menu().aboutToShow.emit()
    assert not bar.copy.menu().actions()[3].isEnabled()
    bar.copy_link()
    bar.copy.menu().aboutToShow.emit()
    bar.copy.menu().actions()[3].trigger()
    assert [read_link(text).search for text in pasted] == [ITALY]


def test_help_is_there(bar: SearchBar, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []
    monkeypatch.setattr(bar_module.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    bar.help.click()
    assert Path(opened[0]).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_save_window_says_what_is_wrong_with_a_name(saved: SavedSearches):
    dialog = SaveDialog(saved, ITALY, "Country: Italy")
    dialog.accept()
    assert dialog.note.text() and dialog.result() == 0
    press(dialog.name, "Green")
    dialog.in_project.setChecked(True)
    dialog.accept()
    assert [(each.name, each.in_project) for each in saved.searches()] == [("Green", True)]


def test_manage_window_by_keys(saved: SavedSearches, tmp_path: Path):
    saved.save("A", ITALY)
    saved.save("B", SPAIN)
    dialog = ManageDialog(saved, Wording())
    dialog.show()
    wanted: list[Search] = []
    dialog.search_chosen.connect(wanted.append)
    dialog.list.setCurrentRow(1)
    dialog.rename.click()
    dialog.list.currentItem().setText("C")
    wait_until(lambda: [each.name for each in saved.searches()] == ["A", "C"])
    dialog.import_file(str(tmp_path / "missing.json"))
    assert dialog.note.text()
    dialog.export_file(str(tmp_path / "out.json"))
    assert len(json.loads((tmp_path / "out.json").read_text())["searches"]) == 2
    dialog.export_file(str(tmp_path / "bare"))
    assert (tmp_path / "bare.json").exists(), "a missing suffix is added"
    for bad, said in ((tmp_path / "missing" / "x.json", "no folder"), (Path("/proc/x.json"), "could not be written")):
        dialog.export_file(str(bad))
        assert said in dialog.note.text() and "Errno" not in dialog.note.text()
    dialog.list.setCurrentRow(0)
    dialog.delete.click()
    wait_until(lambda: dialog.list.count() == 1)
    press(dialog.list, Qt.Key.Key_Return)
    wait_until(lambda: wanted)
    assert wanted == [SPAIN] and not dialog.isVisible()
