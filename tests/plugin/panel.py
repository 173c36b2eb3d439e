"""What the tests of the panel share: a map without a window, keys and clicks, and waiting for what they bring about."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import waiting
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow, QTreeView, QWidget

#: Seconds within which anything must have happened.
LIMIT = 20.0


class Interface:
    """As much of QGIS's interface as the panel uses."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas


@contextmanager
def errors_in_slots_fail() -> Iterator[None]:
    """An exception in a slot, which Python cannot pass on to the caller, fails the test."""
    raised: list[str] = []
    before = sys.excepthook
    sys.excepthook = lambda *error: raised.append("".join(traceback.format_exception(*error)))
    try:
        yield
    finally:
        sys.excepthook = before
    assert not raised, "\n".join(raised)


def wait_until(what: Callable[[], Any], limit: float = LIMIT) -> None:
    """Lets QGIS work until ``what`` is true."""
    waiting.wait_until(what, limit, lambda: QTest.qWait(10))


@contextmanager
def connected(url: str) -> Iterator[Any]:
    """What the panel works with, connected to a server; settings and project are empty before and afterwards."""
    from cooperation_search.context import Context

    QgsSettings().remove("cooperation_search")
    made = Context()
    made.use_server(url)
    yield made
    made.close()
    QgsSettings().remove("cooperation_search")
    QgsProject.instance().clear()


@contextmanager
def opened(context: Any) -> Iterator[Any]:
    """The panel in a window, filled by its server; no error in a slot passes unseen."""
    from cooperation_search.gui.dock import CooperationDock

    window = QMainWindow()
    dock = CooperationDock(Interface(QgsMapCanvas()), context)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.show()
    with errors_in_slots_fail():
        wait_until(lambda: dock.results.model.rowCount() and not dock.criteria.country.model.is_empty())
        yield dock
        dock.close_down()
        window.close()


@contextmanager
def with_everything(url: str) -> Iterator[Any]:
    """The panel of a server, with all programmes as results; it begins with fewer."""
    with connected(url) as context, opened(context) as dock:
        dock.reset()
        wait_until(lambda: not dock.live.is_busy())
        yield dock


@contextmanager
def layer_loader(url: str, folder: Path) -> Iterator[Any]:
    """What loads layers from a server, into an empty project with a file of its own."""
    from cooperation_search.context import Context
    from cooperation_search.layers.loader import LayerLoader

    project = QgsProject.instance()
    project.clear()
    project.setFileName(str(folder / "project.qgz"))
    context = Context()
    context.use_server(url)
    loader = LayerLoader(context)
    yield loader
    loader.close()
    context.close()
    project.clear()


def loading(dock: Any) -> bool:
    """Whether the panel is loading layers: then it shows its progress."""
    return not dock.map_panel.progress.isHidden()


def press(widget: QWidget, *keys: Any) -> None:
    """Presses keys one after the other; a text is typed."""
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """A click with the left button, in the middle where no place is given."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center())


def tick(view: QTreeView, index: QModelIndex) -> None:
    """Clicks the check box of a choice."""
    view.scrollTo(index)
    place = view.visualRect(index)
    click(view.viewport(), QPoint(place.left() + 8, place.center().y()))


def shown(view: QTreeView, parent: QModelIndex | None = None) -> list[str]:
    """The lines of a tree that can be seen, from top to bottom."""
    parent = parent or QModelIndex()
    lines = []
    for row in range(view.model().rowCount(parent)):
        index = view.model().index(row, 0, parent)
        lines.append(index.data())
        if view.isExpanded(index):
            lines += shown(view, index)
    return lines
