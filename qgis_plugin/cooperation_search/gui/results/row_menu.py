"""The context menu of a row: what can be done with a feature on the map, on the clipboard, and elsewhere."""

from __future__ import annotations

from typing import Callable, List

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QPoint, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QGuiApplication
from qgis.PyQt.QtWidgets import QMenu

from ...api.answers import Feature
from ...api.search import PROGRAMMES
from ...context import Context
from .table import ResultTable


class RowMenu(QObject):
    """Belongs to a table; the map is asked through signals.

    :param collection: whose features are in the rows
    """

    #: These features (ids) are to be zoomed to, to flash, or to be selected on the map.
    zoom_requested = pyqtSignal(list)
    flash_requested = pyqtSignal(list)
    select_requested = pyqtSignal(list)
    #: The search is to be loaded, and these features shown.
    map_requested = pyqtSignal(list)
    #: The facts of this programme (a CCI) are wanted.
    programme_requested = pyqtSignal(str)

    def __init__(self, context: Context, table: ResultTable, collection: str) -> None:
        super().__init__(table)
        self._context, self._table, self._collection = context, table, collection
        #: Says whether a feature is on the map.
        self.on_map: Callable[[str], bool] = lambda id_: False
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._ask)

    def menu(self) -> QMenu:
        """The menu for the rows that are selected; it has nothing where none is."""
        menu = QMenu(self._table)
        ids = self._table.selected_ids()
        if not ids:
            return menu
        current = self._table.currentIndex().data(self._table.source.ID_ROLE)
        feature = self._table.source.feature(self._table.source.row_of(str(current) if current in ids else ids[0]))
        self._add_map(menu, ids, self.on_map(feature.id))
        menu.addSeparator()
        cci = feature.text("cci")
        if self._collection != PROGRAMMES:
            self._add(menu, "", self.tr("Show the programme"), lambda: self.programme_requested.emit(cci))
        title = feature.text("title")
        self._add(
            menu, "/mActionFilter2.svg", self.tr("Find partners"), lambda: self._context.find_partners(cci, title)
        )
        menu.addSeparator()
        rows = self.tr("Copy the row") if len(ids) == 1 else self.tr("Copy the rows")
        self._add(menu, "/mActionEditCopy.svg", rows, lambda: _copy(self._table.as_text()))
        self._add(menu, "", self.tr("Copy the CCI"), lambda: _copy(cci))
        self._add(
            menu,
            "/mActionOpenTableVisible.svg",
            self.tr("Open its page in the browser"),
            lambda: QDesktopServices.openUrl(QUrl(self.address(feature))),
        )
        return menu

    def address(self, feature: Feature) -> str:
        """The page of a feature on the server."""
        return f"{self._context.client.url}/collections/{self._collection}/items/{feature.id}?f=html"

    def _add_map(self, menu: QMenu, ids: List[str], there: bool) -> None:
        if not there:
            self._add(menu, "/mActionMapTips.svg", self.tr("Show on the map"), lambda: self.map_requested.emit(ids))
            return
        self._add(menu, "/mActionZoomToSelected.svg", self.tr("Zoom to it"), lambda: self.zoom_requested.emit(ids))
        self._add(menu, "", self.tr("Let it flash"), lambda: self.flash_requested.emit(ids))
        self._add(
            menu, "/mActionSelectRectangle.svg", self.tr("Select on the map"), lambda: self.select_requested.emit(ids)
        )

    def _add(self, menu: QMenu, icon: str, text: str, act: Callable[[], object]) -> None:
        action = menu.addAction(text)
        if icon:
            action.setIcon(QgsApplication.getThemeIcon(icon))
        action.triggered.connect(lambda _checked=False: act())

    def _ask(self, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        if not menu.isEmpty():
            menu.popup(self._table.viewport().mapToGlobal(at))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
