"""Entries in the context menu of the layers that come from a search: refresh, edit the search, export."""

from __future__ import annotations

from typing import Any, List

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ..api.errors import ApiError
from ..context import Context
from ..layers import origin
from ..layers.changes import Changes
from ..layers.load_job import LoadedSearch
from ..layers.loader import LayerLoader
from .exporting import Exporting


class LayerMenu(QObject):
    """Adds the entries to every layer of the plugin, now and later."""

    def __init__(self, context: Context, loader: LayerLoader, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._loader = loader
        self._iface: Any = context.iface
        self.refresh = QAction(icon, self.tr("Refresh cooperation search"), self)
        self.edit = QAction(icon, self.tr("Edit cooperation search…"), self)
        self.refresh.triggered.connect(self._refresh)
        self.edit.triggered.connect(self._edit)
        self.export = QAction(icon, self.tr("Export cooperation results…"), self)
        self.export.triggered.connect(self._export)
        self.exporting = Exporting(context, self)
        self.exporting.written.connect(self._written)
        self.exporting.failed.connect(self._not_written)
        self._actions: List[QAction] = [self.refresh, self.edit, self.export]
        for action in self._actions:
            self._iface.addCustomActionForLayerType(action, "", Qgis.LayerType.Vector if _new() else _vector(), False)
        QgsProject.instance().layersAdded.connect(self._added)
        QgsProject.instance().readProject.connect(self._read)
        self._read()

    def close(self) -> None:
        """Takes the entries away."""
        QgsProject.instance().layersAdded.disconnect(self._added)
        QgsProject.instance().readProject.disconnect(self._read)
        for action in self._actions:
            self._iface.removeCustomActionForLayerType(action)
            action.deleteLater()
        self._actions = []

    def _read(self, _document: Any = None) -> None:
        self._added(list(QgsProject.instance().mapLayers().values()))

    def _added(self, layers: List[Any]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and origin.read(layer) is not None:
                for action in self._actions:
                    self._iface.addCustomActionForLayer(action, layer)

    def _origin(self) -> Any:
        return origin.read(self._iface.activeLayer())

    def _edit(self) -> None:
        source = self._origin()
        if source is not None:
            self._context.ask_for(source.search)

    def _refresh(self) -> None:
        source = self._origin()
        if source is None:
            return
        job = self._loader.refresh(source.group)
        job.finished.connect(self._refreshed)
        job.failed.connect(self._failed)

    def _export(self) -> None:
        layer = self._iface.activeLayer()
        if origin.read(layer) is not None:
            self.exporting.ask(layer, self._iface.mainWindow())

    def _written(self, text: str) -> None:
        title = self.tr("Export cooperation results")
        self._iface.messageBar().pushMessage(title, text, Qgis.MessageLevel.Success, 8)

    def _not_written(self, text: str) -> None:
        title = self.tr("Export cooperation results")
        self._iface.messageBar().pushMessage(title, text, Qgis.MessageLevel.Critical, 0)

    def _refreshed(self, loaded: LoadedSearch) -> None:
        level = Qgis.MessageLevel.Warning if loaded.offline else Qgis.MessageLevel.Success
        text = self.words(loaded.changes or {})
        if loaded.offline:
            text = self.tr("The server cannot be reached; these are its last known answers.") + " " + text
        self._iface.messageBar().pushMessage(self.tr("Cooperation search"), text, level, 8)

    def _failed(self, error: ApiError) -> None:
        self._iface.messageBar().pushMessage(self.tr("Cooperation search"), error.text, Qgis.MessageLevel.Critical, 0)

    def words(self, changes: dict) -> str:
        """What changed, for the message bar."""
        new, changed, gone = (
            [i for c in changes.values() for i in getattr(c, name)] for name in Changes.__dataclass_fields__
        )
        if not (new or changed or gone):
            return self.tr("Nothing changed since this search was loaded.")
        text = self.tr("{0} new, {1} changed, {2} gone.").format(len(new), len(changed), len(gone))
        shown = ", ".join((*new, *changed, *gone)[:8])
        return f"{text} {shown}{'…' if len(new) + len(changed) + len(gone) > 8 else ''}"


def _new() -> bool:
    return Qgis.QGIS_VERSION_INT >= 33000


def _vector() -> Any:
    from qgis.core import QgsMapLayerType

    return QgsMapLayerType.VectorLayer
