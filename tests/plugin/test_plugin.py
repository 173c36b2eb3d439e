"""The plugin in a window: what it adds, and that nothing of it stays after it was unloaded."""

from __future__ import annotations

import gc
import re
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from typing import Any
from weakref import ref

import cooperation_search
import pytest
from cooperation_search.api.search import Search
from cooperation_search.help import page
from cooperation_search.layers import origin
from cooperation_search.layers.export.words import Words
from cooperation_search.plugin import CooperationSearchPlugin
from faulty import Faulty, outcome, spin
from panel import wait_until
from qgis.core import Qgis, QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from running_server import RunningServer
from window import Window

FOLDER = Path(cooperation_search.__file__).parent
sys.path.insert(0, str(FOLDER.parent))

import translations  # noqa: E402


@pytest.fixture
def window(qgis_app: Any, server: RunningServer) -> Iterator[Window]:
    QgsProject.instance().clear()
    QgsSettings().setValue("cooperation_search/server/url", server.url)
    made = Window()
    made.main.show()
    yield made
    QgsProject.instance().clear()
    made.main.close()
    made.main.deleteLater()


@pytest.fixture
def plugin(window: Window) -> Iterator[CooperationSearchPlugin]:
    made = cooperation_search.classFactory(window)
    made.initGui()
    yield made
    made.unload()


def settle() -> None:
    """Lets everything happen that was put off, deletions among it."""
    spin(0.2)
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        spin(0.02)


def inventory(window: Window) -> dict[str, Any]:
    """Everything that a plugin could leave behind."""
    project = QgsProject.instance()
    signals = ("layersAdded", "layersRemoved", "layersWillBeRemoved", "cleared", "readProject", "crsChanged")
    return {
        "menu": len(window.menu),
        "toolbar": len(window.toolbar),
        "layer actions": len(window.layer_actions),
        "docks": len(window.main.findChildren(QDockWidget)),
        "children of the window": len(window.main.findChildren(QObject)),
        # Not what Qt itself keeps: a gesture for every scroll area that ever was, and timers about to fire once.
        "children of the application": Counter(
            kind
            for o in QgsApplication.instance().findChildren(QObject)
            if (kind := o.metaObject().className()) not in ("QPanGesture", "QSingleShotTimer")
        ),
        "items on the map": len(window.canvas.scene().items()),
        "map tool": window.canvas.mapTool(),
        "locator filters": len(window.locator.filters()),
        "providers": [p.id() for p in QgsApplication.processingRegistry().providers()],
        "tasks": QgsApplication.taskManager().count(),
        "threads": threading.active_count(),
        "connections": {s: project.receivers(getattr(project, s)) for s in signals},
        "connections of the map": window.canvas.receivers(window.canvas.mapToolSet),
        "timers": sum(1 for o in gc.get_objects() if isinstance(o, QTimer)),
    }


def test_adds_its_parts(plugin: CooperationSearchPlugin, window: Window):
    (dock,) = window.main.findChildren(QDockWidget, "CooperationSearchDock")
    (show,) = window.toolbar
    assert show.isCheckable() and not show.icon().isNull()
    show.trigger()
    assert dock.isVisible() == show.isChecked()
    show.trigger()
    assert dock.isVisible() == show.isChecked()
    assert [f.prefix() for f in window.locator.filters()] == ["coop"]
    assert QgsApplication.processingRegistry().providerById("cooperation_atlas") is not None
    assert len(window.layer_actions) == 3


@pytest.mark.parametrize(
    ("language", "name"), [("en_GB", "en"), ("xx", "en"), ("../x", "en"), ("C", "en"), ("it", "it"), ("de_AT", "de")]
)
def test_help(language: str, name: str):
    assert page(language).name == f"{name}.html" and page(language).exists()


@pytest.mark.parametrize("language", ["en", *translations.LANGUAGES])
def test_help_is_whole_in_every_language(language: str):
    text, english = (page(name).read_text(encoding="utf-8") for name in (language, "en"))
    assert f'<html lang="{language}">' in text and text.count("<h2>") == english.count("<h2>")
    assert text.count("<li>") == english.count("<li>") and "help.css" in text
    assert not re.search(r"(?:src|href)=\"(?!help\.css)", text), "nothing is loaded from elsewhere"


def test_help_in_the_menu(plugin: CooperationSearchPlugin, window: Window, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []
    monkeypatch.setattr(
        "cooperation_search.plugin.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile())
    )
    (action,) = [a for _, a in window.menu if a.text() == "Help"]
    action.trigger()
    assert opened and Path(opened[0]).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_ten_times_on_and_off_leaves_nothing(window: Window):
    plugin = cooperation_search.classFactory(window)
    plugin.initGui()
    plugin.unload()
    del plugin
    settle()
    before = inventory(window)
    for _ in range(10):
        plugin = cooperation_search.classFactory(window)
        plugin.initGui()
        spin(0.05)
        gone = ref(plugin)
        plugin.unload()
        del plugin
        settle()
        assert gone() is None, "something still holds the plugin"
    assert inventory(window) == before


def test_unloaded_in_the_middle_of_everything(window: Window, server: RunningServer):
    plugin = cooperation_search.classFactory(window)
    plugin.initGui()
    plugin._context.loader.load(Search())
    spin(0.1)
    plugin.unload()
    settle()
    assert not QgsProject.instance().mapLayers() and not window.main.findChildren(QDockWidget)
    assert spin(10, lambda: QgsApplication.taskManager().count() == 0)


def test_unload_without_a_window(qgis_app: Any):
    """As qgis_process does: only the algorithms, and unloading does not mind."""
    plugin = CooperationSearchPlugin(None)
    plugin.initProcessing()
    assert QgsApplication.processingRegistry().providerById("cooperation_atlas") is not None
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("cooperation_atlas") is None


def test_works_without_the_processing_plugin(plugin: CooperationSearchPlugin):
    assert not any(name == "processing" or name.startswith("processing.") for name in sys.modules)


def test_layer_menu(plugin: CooperationSearchPlugin, window: Window, server: RunningServer):
    search = Search.of(nuts3=["ITG1"], period=["2021-2027"])
    loaded = outcome(plugin._context.loader.load(search, kind="memory"))
    layer = QgsProject.instance().mapLayer(loaded.programmes_id)
    actions = {a.text(): a for a, with_it in window.with_action if with_it is layer}
    assert len(actions) == 3
    window.active = layer
    wanted: list[Search] = []
    plugin._context.search_requested.connect(wanted.append)
    actions["Edit cooperation search…"].trigger()
    assert wanted == [search]
    layer.dataProvider().deleteFeatures([next(layer.getFeatures()).id()])
    actions["Refresh cooperation search"].trigger()
    assert spin(15, lambda: window.bar.currentItem() is not None)
    item = window.bar.currentItem()
    assert item.level() == Qgis.MessageLevel.Success and "1 new, 0 changed, 0 gone" in item.text()
    window.active = None
    actions["Refresh cooperation search"].trigger()
    assert len(origin.layers_of(QgsProject.instance(), loaded.group_id)) == 2


class StartingWindow(Window):
    """QGIS while it starts: no event loop of its own runs yet."""

    class Signals(QObject):
        initializationCompleted = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.signals = self.Signals()
        self.initializationCompleted = self.signals.initializationCompleted


def test_nothing_is_asked_of_a_server_while_qgis_starts(qgis_app: Any, server: RunningServer):
    """A password dialog would hold up the start."""
    proxy = Faulty(server.url)
    QgsSettings().setValue("cooperation_search/server/url", proxy.url)
    window = StartingWindow()
    window.main.show()
    plugin = cooperation_search.classFactory(window)
    plugin.initGui()
    try:
        QTest.qWait(300)
        assert plugin._dock.isVisible() and proxy.asked == []
        window.initializationCompleted.emit()
        wait_until(lambda: plugin._dock.link_up.info is not None)
        assert proxy.asked
    finally:
        plugin.unload()
        proxy.stop()
        window.main.close()


def test_export_from_the_layer_menu(plugin: CooperationSearchPlugin, window: Window, tmp_path: Path):
    loaded = outcome(plugin._context.loader.load(Search.of(nuts3=["ITG1"]), kind="memory"))
    window.active = layer = QgsProject.instance().mapLayer(loaded.programmes_id)
    export = next(a for a in window.layer_actions if a.text().startswith("Export"))
    exporting = plugin._menu.exporting

    def ask() -> Any:
        export.trigger()
        assert spin(10, lambda: exporting.dialog is not None)
        return exporting.dialog

    ask().reject()
    assert window.bar.currentItem() is None and exporting.dialog is None
    layer.selectByIds([next(layer.getFeatures()).id()])
    dialog = ask()
    dialog.format.setCurrentIndex(dialog.format.findData(".csv"))
    dialog.file.setFilePath(str(tmp_path / "one"))
    dialog.selected.setChecked(True)
    dialog.accept()
    assert spin(10, lambda: window.bar.currentItem() is not None)
    assert window.bar.currentItem().level() == Qgis.MessageLevel.Success
    assert "1 selected" in window.bar.currentItem().text()
    assert len((tmp_path / "one.csv").read_text(encoding="utf-8").strip().splitlines()) == 2
    dialog = ask()
    (tmp_path / "gone").mkdir()
    dialog.file.setFilePath(str(tmp_path / "gone" / "x.gpkg"))
    dialog.options_chosen.disconnect()
    options = dialog.options()
    dialog.accept()
    (tmp_path / "gone").rmdir()
    exporting.write(layer, options, Words({}, {}))
    assert spin(10, lambda: window.bar.currentItem().level() == Qgis.MessageLevel.Critical)


def metadata() -> Any:
    parser = ConfigParser()
    parser.optionxform = str
    assert parser.read(FOLDER / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_metadata():
    general = metadata()
    required = "name description version qgisMinimumVersion author email about tracker repository"
    assert all(general[name].strip() for name in required.split())
    assert general["qgisMinimumVersion"] == "3.22" and general["qgisMaximumVersion"] == "4.99"
    assert "/" not in general["author"] and re.fullmatch(r"\S+@\S+\.\S+", general["email"])
    assert (FOLDER / general["icon"]).exists() and (FOLDER / "LICENSE").read_text().lstrip().startswith("GNU GENERAL")
    assert general["license"] == "GPL-2.0-or-later" and re.fullmatch(r"\d+\.\d+\.\d+", general["version"])


@pytest.mark.parametrize("name", ["icon.svg", "icon_dark.svg"])
def test_icons_are_drawn(qgis_app: Any, name: str):
    image = QIcon(str(FOLDER / "icons" / name)).pixmap(32, 32).toImage()
    colours = {image.pixel(x, y) for x in range(32) for y in range(32)}
    assert len(colours) > 20


def test_modules_are_small_and_import_no_strangers():
    allowed = {"qgis", "cooperation_search", *sys.stdlib_module_names}
    for path in FOLDER.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") < 350, path
        found = set(re.findall(r"^\s*(?:from|import) ([a-zA-Z_]\w*)", text, re.MULTILINE))
        assert found <= allowed, f"{path}: {found - allowed}"
        assert not re.search(r"\b(?:PyQt[56]|exec|eval|pickle)\b(?!_)", re.sub(r"\.exec\(|qgis\.PyQt", "", text)), path
