"""The plugin: puts panel, layers, Processing and locator into QGIS, and takes them out again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTranslator, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction

from .context import Context
from .gui.layer_menu import LayerMenu
from .help import page
from .layers.loader import LayerLoader
from .layers.memory import MemoryLayers
from .settings import language
from .theme import menu_title, themed_icon

FOLDER = Path(__file__).parent


class CooperationSearchPlugin(QObject):
    """What QGIS loads."""

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self._iface = iface
        self._translator: Optional[QTranslator] = None
        self._context: Optional[Context] = None
        self._actions: List[QAction] = []
        self._dock: Any = None
        self._loader: Optional[LayerLoader] = None
        self._menu: Optional[LayerMenu] = None
        self._memory: Optional[MemoryLayers] = None
        self._locator: Any = None
        self._provider: Any = None

    def initGui(self) -> None:
        """Adds everything to QGIS's window."""
        self._translate()
        self.initProcessing()
        self._context = Context(self._iface, self)
        icon = themed_icon()
        self._loader = LayerLoader(self._context, self)
        self._menu = LayerMenu(self._context, self._loader, icon, self)
        self._memory = MemoryLayers(self._context, self._loader, self)
        self._context.loader = self._loader
        self._add_panel(icon)
        self._add_locator()

    def initProcessing(self) -> None:
        """Adds the algorithms; also called alone, by qgis_process."""
        if self._provider is not None:
            return
        # The registry is a part of QGIS itself, so this works with the Processing plugin switched off.
        from .processing.provider import CooperationAtlasProvider

        self._provider = CooperationAtlasProvider(themed_icon())
        QgsApplication.processingRegistry().addProvider(self._provider)

    def unload(self) -> None:
        """Takes everything out of QGIS's window."""
        if self._locator is not None:
            self._iface.deregisterLocatorFilter(self._locator)
            self._locator = None
        if self._dock is not None:
            self._dock.close_down()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        for action in self._actions[:1]:
            self._iface.removeWebToolBarIcon(action)
        for action in self._actions:
            self._iface.removePluginWebMenu(menu_title(), action)
            action.deleteLater()
        self._actions = []
        for part in (self._menu, self._memory, self._loader, self._context):
            if part is not None:
                part.close()
                part.deleteLater()
        self._menu = self._memory = self._loader = self._context = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _add_panel(self, icon: QIcon) -> None:
        from .gui.dock import CooperationDock

        self._dock = CooperationDock(self._iface, self._context)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        action = self._dock.toggleViewAction()
        show = QAction(icon, self.tr("Cooperation search"), self)
        show.setCheckable(True)
        show.setObjectName("CooperationSearchAction")
        show.setToolTip(self.tr("Find partners for cohesion programmes"))
        show.setChecked(action.isChecked())
        show.triggered.connect(self._dock.setUserVisible)
        self._dock.visibilityChanged.connect(show.setChecked)
        self._iface.addWebToolBarIcon(show)
        explain = QAction(self.tr("Help"), self)
        explain.triggered.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(page(language())))))
        self._actions += [show, explain]
        for each in self._actions:
            self._iface.addPluginToWebMenu(menu_title(), each)

    def _add_locator(self) -> None:
        from .locator import CooperationLocatorFilter

        self._locator = CooperationLocatorFilter(self._context)
        self._iface.registerLocatorFilter(self._locator)

    def _translate(self) -> None:
        path = FOLDER / "i18n" / f"cooperation_search_{language()[:2]}.qm"
        translator = QTranslator()
        if path.exists() and translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
