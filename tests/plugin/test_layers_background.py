"""Land at the bottom of the project: one layer, from the server, on and off, and kept with the project."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import cooperation_search
import pytest
from cooperation_search.api import resources
from cooperation_search.api.search import Search
from cooperation_search.layers import background, origin
from cooperation_search.layers.background import layer_of
from cooperation_search.plugin import CooperationSearchPlugin
from cooperation_search.settings import cache_folder
from panel import errors_in_slots_fail, wait_until
from qgis.core import QgsApplication, QgsProject, QgsSettings, QgsVectorLayer
from running_server import RunningServer
from window import Window


@pytest.fixture
def plugin(qgis_app: Any, server: RunningServer) -> Iterator[CooperationSearchPlugin]:
    QgsProject.instance().clear()
    QgsSettings().remove("cooperation_search")
    QgsSettings().setValue("cooperation_search/server/url", server.url)
    window = Window()
    window.main.show()
    made = cooperation_search.classFactory(window)
    made.initGui()
    with errors_in_slots_fail():
        yield made
    made.unload()
    QgsProject.instance().clear()
    QgsSettings().remove("cooperation_search")
    window.main.close()
    window.main.deleteLater()


def load(plugin: CooperationSearchPlugin, **criteria: Any) -> None:
    work = plugin._dock.map_work
    work.load(Search.of(**criteria))
    wait_until(lambda: work._job is None)


def land() -> QgsVectorLayer | None:
    return layer_of(QgsProject.instance())


def test_one_layer_below_everything(plugin: CooperationSearchPlugin, server: RunningServer):
    load(plugin, country=["IT"])
    wait_until(lambda: land() is not None)
    load(plugin, country=["MT"])
    root = QgsProject.instance().layerTreeRoot()
    assert root.children()[-1].layerId() == land().id() == root.layerOrder()[-1].id()
    assert sum(layer.customProperty("cooperation_search/background") is not None for layer in root.layerOrder()) == 1
    assert land().featureCount() == len(server.json("/land")["features"])
    assert land().metadata().rights() == sorted({f["properties"]["source"] for f in server.json("/land")["features"]})
    # It is of no search: selections, exports and refreshes leave it alone.
    assert origin.read(land()) is None and land().readOnly()


def test_on_and_off(plugin: CooperationSearchPlugin):
    box = plugin._dock.map_panel.background
    assert box.isChecked()
    load(plugin, country=["MT"])
    wait_until(lambda: land() is not None)
    box.setChecked(False)
    assert land() is None
    load(plugin, country=["IT"])
    wait_until(lambda: plugin._dock.map_work.background.is_idle)
    assert land() is None and not plugin._context.settings.with_background
    box.setChecked(True)
    wait_until(lambda: land() is not None)


def test_a_saved_project_has_it_again(plugin: CooperationSearchPlugin, tmp_path: Path):
    load(plugin, country=["MT"])
    wait_until(lambda: land() is not None)
    count = land().featureCount()
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "land.qgz"))
    project.clear()
    assert land() is None
    assert project.read(str(tmp_path / "land.qgz"))
    assert land().isValid() and land().featureCount() == count


def test_a_server_without_land_is_no_failure_until_it_is_asked_for(
    plugin: CooperationSearchPlugin, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(resources, "land", lambda: resources.Resource("/no-such-land", {}, bytes))
    background = plugin._dock.map_work.background
    said: list[str] = []
    background.failed.connect(said.append)
    load(plugin, country=["MT"])
    wait_until(lambda: background.is_idle)
    assert land() is None and said == []
    box = plugin._dock.map_panel.background
    box.setChecked(False)
    box.setChecked(True)
    wait_until(lambda: background.is_idle)
    assert land() is None and len(said) == 1 and "404" in said[0]


@pytest.fixture
def held(plugin: CooperationSearchPlugin, monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A search is on the map, and the file of the land is being made until the event is set."""
    go = Event()
    run = background.LandFile.run
    monkeypatch.setattr(background.LandFile, "run", lambda task: go.wait(30) and run(task))
    load(plugin, country=["MT"])
    wait_until(lambda: plugin._dock.map_work.background._task is not None)
    yield go
    go.set()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


@pytest.mark.parametrize("how", ["hidden", "another project", "stopped"])
def test_land_that_is_not_wanted_any_more_does_not_come(plugin: CooperationSearchPlugin, held: Event, how: str):
    if how == "hidden":
        plugin._dock.map_panel.background.setChecked(False)
    elif how == "another project":
        QgsProject.instance().clear()
    else:
        QgsApplication.taskManager().cancelAll()
    held.set()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    wait_until(lambda: plugin._dock.map_work.background.is_idle)
    assert land() is None
    plugin._dock.map_panel.background.setChecked(True)
    load(plugin, country=["IT"])
    wait_until(lambda: land() is not None)


def files() -> set[Path]:
    return set(cache_folder().parent.glob("cooperation_search_land_*.gpkg"))


def test_few_files_are_kept_and_a_lost_one_is_made_again(plugin: CooperationSearchPlugin):
    for path in files():
        path.unlink()
    cache_folder().mkdir(parents=True, exist_ok=True)
    for number in range(6):
        made = cache_folder().parent / f"cooperation_search_land_{number}.gpkg"
        made.write_bytes(b"")
        os.utime(made, (number, number))
    load(plugin, country=["MT"])
    wait_until(lambda: land() is not None)
    (newest,) = (path for path in files() if path.stat().st_size)
    assert {path.stem[-1] for path in files() - {newest}} == {"4", "5"}
    count = land().featureCount()
    land().setDataSource(f"{newest}.gone", "lost", "ogr")
    assert not land().isValid()
    load(plugin, country=["IT"])
    wait_until(lambda: land() is not None and land().isValid())
    assert land().featureCount() == count
    assert (
        sum(
            layer.customProperty("cooperation_search/background") is not None
            for layer in QgsProject.instance().mapLayers().values()
        )
        == 1
    )
