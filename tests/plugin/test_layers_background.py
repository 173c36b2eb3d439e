"""Land at the bottom of the project: one layer, from the server, on and off, and kept with the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cooperation_search
import pytest
from cooperation_search.api.search import Search
from cooperation_search.layers import origin
from cooperation_search.layers.background import layer_of
from cooperation_search.plugin import CooperationSearchPlugin
from panel import errors_in_slots_fail, wait_until
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
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


def test_a_server_without_land_is_no_failure(plugin: CooperationSearchPlugin, monkeypatch: pytest.MonkeyPatch):
    from cooperation_search.api import resources

    monkeypatch.setattr(resources, "land", lambda: resources.Resource("/no-such-land", {}, bytes))
    said: list[str] = []
    plugin._dock.map_work.background.failed.connect(said.append)
    load(plugin, country=["MT"])
    wait_until(lambda: plugin._dock.map_work.background.is_idle)
    assert land() is None and said == []
