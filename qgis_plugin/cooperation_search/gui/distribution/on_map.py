"""The areas of a distribution on the map."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ...api.distribution import Question
from ...context import Context
from ...layers.asked.job import Loaded
from ...layers.distribution.job import DistributionJob
from ...layers.distribution.origin import DISTRIBUTIONS
from ..on_map import OnMap


class DistributionOnMap(OnMap):
    """Loads areas and brings them into view."""

    def __init__(self, context: Context, canvas: Optional[QgsMapCanvas], parent: Optional[QObject] = None) -> None:
        super().__init__(context, canvas, parent)
        self._layer = ""

    def load(self, question: Question, place: str, title: str) -> None:
        """Puts the areas of a question on the map.

        :param place: name of the dimension of places
        :param title: name of the layer
        """
        self.told.emit(self.tr("Loading the areas…"))
        before = DISTRIBUTIONS.same(QgsProject.instance(), question, place, self._context.client.url)
        self._start(DistributionJob(self._context, question, place, title, self), before)

    def _said(self, loaded: Loaded) -> str:
        text = self.tr("On the map: {count} areas with a number, edition {edition}.")
        kept = self.tr("Kept in memory: opening the project fetches them again.")
        return f"{text.format(count=loaded.count, edition=loaded.edition)} {kept}"

    def _came(self, loaded: Loaded) -> None:
        self._layer = next(iter(loaded.layers.values()))

    def _seen(self) -> Optional[QgsVectorLayer]:
        return QgsProject.instance().mapLayer(self._layer)
