"""A window that offers plugins what QGIS's does, as far as this plugin uses it; everything added can be counted."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsLocator, QgsMapLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow


class Window:
    """Stands in for ``iface``. Unknown names are an error, so that no call is swallowed."""

    def __init__(self) -> None:
        self.main = QMainWindow()
        self.main.resize(1200, 800)
        self.canvas = QgsMapCanvas(self.main)
        self.main.setCentralWidget(self.canvas)
        self.bar = QgsMessageBar(self.main)
        self.locator = QgsLocator()
        self.menu: list[tuple[str, QAction]] = []
        self.toolbar: list[QAction] = []
        self.layer_actions: list[QAction] = []
        self.with_action: list[tuple[QAction, QgsMapLayer]] = []
        self.active: QgsMapLayer | None = None

    def mainWindow(self) -> QMainWindow:
        return self.main

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def activeLayer(self) -> QgsMapLayer | None:
        return self.active

    def addDockWidget(self, area: Any, dock: QDockWidget) -> None:
        self.main.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self.main.removeDockWidget(dock)

    def addPluginToWebMenu(self, name: str, action: QAction) -> None:
        self.menu.append((name, action))

    def removePluginWebMenu(self, name: str, action: QAction) -> None:
        self.menu.remove((name, action))

    def addWebToolBarIcon(self, action: QAction) -> None:
        self.toolbar.append(action)

    def removeWebToolBarIcon(self, action: QAction) -> None:
        self.toolbar.remove(action)

    def registerLocatorFilter(self, given: Any) -> None:
        self.locator.registerFilter(given)

    def deregisterLocatorFilter(self, given: Any) -> None:
        self.locator.deregisterFilter(given)

    def addCustomActionForLayerType(self, action: QAction, menu: str, kind: Any, all_layers: bool) -> None:
        self.layer_actions.append(action)

    def addCustomActionForLayer(self, action: QAction, layer: QgsMapLayer) -> None:
        self.with_action.append((action, layer))

    def removeCustomActionForLayerType(self, action: QAction) -> bool:
        self.layer_actions.remove(action)
        return True
