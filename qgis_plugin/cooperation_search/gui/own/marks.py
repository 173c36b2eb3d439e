"""Keeps the marks of what is the user's own on the map."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ...context import Context
from ...layers import origin, tree
from ...layers.styles.own import mark
from ...own import Own


class OwnMarks(QObject):
    """Marks the own programme and entries in the layers of all searches, when another one is chosen."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        context.own_changed.connect(self.renew)

    def stop(self) -> None:
        """Follows no more changes."""
        self._context.own_changed.disconnect(self.renew)

    def renew(self, own: Own) -> None:
        """Marks what is the user's own now, and nothing else."""
        project = QgsProject.instance()
        layers = [layer for layer in project.mapLayers().values() if origin.read(layer) is not None]
        with tree.legends_kept(project, layers):
            for layer in layers:
                mark(layer, own)
