"""Memory layers and the project file; GeoPackages without a project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cooperation_search
import pytest
from cooperation_search.api.errors import ApiError
from cooperation_search.api.search import Search
from cooperation_search.gui.dock import CooperationDock
from cooperation_search.layers.load_job import LoadedSearch
from cooperation_search.plugin import CooperationSearchPlugin
from faulty import outcome, spin
from panel import errors_in_slots_fail, loading, wait_until
from qgis.core import Qgis, QgsProject, QgsSettings
from running_server import RunningServer, free_port
from window import Window

SICILY = Search.of(nuts3=["ITG1"], period=["2021-2027"])


@pytest.fixture
def window(qgis_app: Any, server: RunningServer) -> Iterator[Window]:
    QgsProject.instance().clear()
    QgsSettings().remove("cooperation_search")
    QgsSettings().setValue("cooperation_search/server/url", server.url)
    made = Window()
    made.main.show()
    yield made
    QgsProject.instance().clear()
    QgsSettings().remove("cooperation_search")
    made.main.close()
    made.main.deleteLater()


@pytest.fixture
def plugin(window: Window) -> Iterator[CooperationSearchPlugin]:
    made = cooperation_search.classFactory(window)
    made.initGui()
    with errors_in_slots_fail():
        yield made
    made.unload()


def load(plugin: CooperationSearchPlugin, kind: str, **more: Any) -> LoadedSearch:
    loaded = outcome(plugin._context.loader.load(SICILY, kind=kind, **more))
    assert isinstance(loaded, LoadedSearch), loaded
    return loaded


def counts() -> list[int]:
    return sorted(layer.featureCount() for layer in QgsProject.instance().mapLayers().values())


def test_saving_says_that_memory_layers_will_be_empty_once(
    plugin: CooperationSearchPlugin, window: Window, tmp_path: Path
):
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "p.qgz")) and window.bar.currentItem() is None
    load(plugin, "memory")
    assert project.write(str(tmp_path / "p.qgz"))
    item = window.bar.currentItem()
    assert item.level() == Qgis.MessageLevel.Warning and "saved empty" in item.text()
    window.bar.clearWidgets()
    assert project.write(str(tmp_path / "p.qgz")) and window.bar.currentItem() is None


def test_saving_says_nothing_where_files_hold_the_features(
    plugin: CooperationSearchPlugin, window: Window, tmp_path: Path
):
    load(plugin, "geopackage", place=tmp_path / "x.gpkg")
    assert QgsProject.instance().write(str(tmp_path / "p.qgz")) and window.bar.currentItem() is None


def test_opening_fetches_the_features_again(plugin: CooperationSearchPlugin, window: Window, tmp_path: Path):
    load(plugin, "memory")
    before = counts()
    assert before[0] > 0
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    window.bar.clearWidgets()
    assert project.read(str(tmp_path / "p.qgz"))
    assert counts() == [0, 0]
    assert spin(20, lambda: counts() == before)
    assert spin(5, lambda: window.bar.currentItem() is not None)
    assert window.bar.currentItem().level() == Qgis.MessageLevel.Success


@pytest.mark.parametrize("away", ["dead", "another"])
def test_opening_says_why_layers_stay_empty(
    plugin: CooperationSearchPlugin, window: Window, server: RunningServer, tmp_path: Path, away: str
):
    load(plugin, "memory")
    project = QgsProject.instance()
    path = tmp_path / "p.qgs"
    assert project.write(str(path))
    project.clear()
    window.bar.clearWidgets()
    dead = f"http://127.0.0.1:{free_port()}"
    if away == "dead":
        path.write_text(path.read_text(encoding="utf-8").replace(server.url, dead), encoding="utf-8")
    plugin._context.use_server(dead)
    assert project.read(str(path))
    assert spin(20, lambda: window.bar.currentItem() is not None)
    item = window.bar.currentItem()
    assert "empty" in item.text() and "Refresh" in item.text()
    assert "cannot be reached" in item.text() if away == "dead" else server.url in item.text()


@pytest.fixture
def dock(plugin: CooperationSearchPlugin) -> CooperationDock:
    plugin._context.settings.layer_kind = "geopackage"
    made = plugin._dock
    wait_until(lambda: made.link_up.info is not None)
    return made


def test_without_a_project_it_is_asked_where_a_geopackage_goes(dock: CooperationDock, tmp_path: Path):
    dock.map_work.load(SICILY)
    dialog = dock.map_work.place_dialog
    assert dialog is not None and not loading(dock)
    dialog.reject()
    assert "nothing was loaded" in dock.map_panel.note.text()
    dock.map_work.load(SICILY)
    dock.map_work.place_dialog.fileSelected.emit(str(tmp_path / "sicily"))
    wait_until(lambda: str(tmp_path / "sicily.gpkg") in dock.map_panel.note.text())
    assert (tmp_path / "sicily.gpkg").exists() and counts()[0] > 0


def test_with_a_project_it_says_where_the_geopackage_is(dock: CooperationDock, tmp_path: Path):
    assert QgsProject.instance().write(str(tmp_path / "p.qgz"))
    dock.map_work.load(SICILY)
    wait_until(lambda: str(tmp_path) in dock.map_panel.note.text())
    (path,) = tmp_path.glob("*.gpkg")
    assert str(path) in dock.map_panel.note.text()


@pytest.mark.parametrize(
    ("place", "said"),
    [("missing/x.gpkg", "no folder"), ("there.gpkg", "already"), ("/proc/x.gpkg", "could not be written")],
)
def test_where_a_geopackage_cannot_be_made_it_is_said_in_words(
    plugin: CooperationSearchPlugin, tmp_path: Path, place: str, said: str
):
    (tmp_path / "there.gpkg").write_bytes(b"of somebody")
    error = outcome(plugin._context.loader.load(SICILY, kind="geopackage", place=tmp_path / place))
    assert isinstance(error, ApiError) and said in error.text, error
    assert not any(word in error.text.lower() for word in ("sqlite", "ogr", "gdal"))
    assert (tmp_path / "there.gpkg").read_bytes() == b"of somebody" and not QgsProject.instance().mapLayers()
