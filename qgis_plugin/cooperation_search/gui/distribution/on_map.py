"""The areas of a distribution on the map."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...api.distribution import Question
from ...context import Context
from ...layers.asked.job import AskedJob, Loaded
from ...layers.distribution.inquiry import DistributionInquiry
from ...layers.distribution.origin import DISTRIBUTIONS
from ..on_map import Following, OnMap


class DistributionOnMap(QObject):
    """Loads areas and brings them into view."""

    #: Something to say about the map, in words.
    told = pyqtSignal(str)

    def __init__(self, context: Context, canvas: Optional[QgsMapCanvas], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._layer = ""
        following = Following(
            self.tr("Loading the areas…"),
            self.tr("On the map: {count} areas with a number, edition {edition}."),
            self.tr("The server cannot be reached: {count} areas of its last known answer, edition {edition}."),
            self._on_loaded,
            self._seen,
        )
        self._loads = OnMap(context, canvas, following, self)
        self._loads.told.connect(self.told)
        self._loads.failed.connect(self.told)

    @property
    def job(self) -> Optional[AskedJob]:
        """The load under way."""
        return self._loads.job

    def load(self, question: Question, place: str, title: str) -> None:
        """Puts the areas of a question on the map.

        :param place: name of the dimension of places
        :param title: name of the layer
        """
        before = DISTRIBUTIONS.same(QgsProject.instance(), question, place, self._context.client.url)
        self._loads.load(DistributionInquiry(question, place, title, self._context.settings), before)

    def stop(self) -> None:
        """Ends loading."""
        self._loads.stop()

    def _on_loaded(self, loaded: Loaded) -> None:
        self._layer = next(iter(loaded.layers.values()))

    def _seen(self) -> Optional[QgsVectorLayer]:
        return QgsProject.instance().mapLayer(self._layer)
