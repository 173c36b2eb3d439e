"""Keeps sheets and reports true while the project and its layers change."""

from __future__ import annotations

from typing import List

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ..layers.loader import LayerLoader
from ..layouts import country_report, kept


class KeptSheets(QObject):
    """Follows the project and the refreshes of layers."""

    def __init__(self, loader: LayerLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._loader = loader
        QgsProject.instance().readProject.connect(self._opened)
        QgsProject.instance().layersWillBeRemoved.connect(self._removed)
        loader.refreshed.connect(self.renew)

    def stop(self) -> None:
        """Follows nothing any more."""
        QgsProject.instance().readProject.disconnect(self._opened)
        QgsProject.instance().layersWillBeRemoved.disconnect(self._removed)
        self._loader.refreshed.disconnect(self.renew)

    def renew(self, *_what: object) -> None:
        """Brings what sheets and reports say up to date with their layers."""
        kept.renew_words(QgsProject.instance())
        country_report.renew(QgsProject.instance())

    def _opened(self, *_what: object) -> None:
        kept.renew_legends(QgsProject.instance())
        country_report.renew(QgsProject.instance())

    def _removed(self, ids: List[str]) -> None:
        kept.follow(QgsProject.instance(), ids)
