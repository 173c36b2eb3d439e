"""The areas of a distribution on the map: one load at a time, the newest wins."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...api.distribution import Question
from ...api.errors import ApiError
from ...context import Context
from ...layers.asked.job import Loaded
from ...layers.distribution.job import DistributionJob
from ...layers.distribution.origin import DISTRIBUTIONS
from ...layers.live import extent_of
from ..first_look import at_first, look_at


class DistributionOnMap(QObject):
    """Loads areas and brings them into view."""

    #: Something to say about the map, in words.
    told = pyqtSignal(str)

    def __init__(self, context: Context, canvas: Optional[QgsMapCanvas], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._canvas = canvas
        self._layer = ""
        self._place = ""
        self.job: Optional[DistributionJob] = None
        #: QGIS itself shows everything of the first layers of a project, in the turn of the event loop after they came.
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._look_at_areas)

    def load(self, question: Question, place: str, title: str) -> None:
        """Puts the areas of a question on the map.

        :param place: name of the dimension of places
        :param title: name of the layer
        """
        if self.job is not None:
            self.job.cancel()
        self._place = place
        self.told.emit(self.tr("Loading the areas…"))
        job = DistributionJob(self._context, question, place, title, self)
        self.job = job
        before = DISTRIBUTIONS.same(QgsProject.instance(), question, place, self._context.client.url)
        job.finished.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._on_ended(job))
        job.start(before)

    def stop(self) -> None:
        """Ends loading."""
        self._look.stop()
        if self.job is not None:
            self.job.cancel()

    def _on_loaded(self, loaded: Loaded) -> None:
        text = self.tr("On the map: {count} areas with a number, edition {edition}.")
        kept = self.tr("Kept in memory: opening the project fetches them again.")
        self.told.emit(f"{text.format(count=loaded.count, edition=loaded.edition)} {kept}")
        self._layer = loaded.layers.get(self._place, "")
        self._context.mapped.emit()
        self._look.start()

    def _look_at_areas(self) -> None:
        layer = QgsProject.instance().mapLayer(self._layer)
        if layer is None or self._canvas is None:
            return
        look_at(self._canvas, layer, at_first(extent_of(layer)))

    def _on_failed(self, error: ApiError) -> None:
        self.told.emit(error.text)

    def _on_ended(self, job: DistributionJob) -> None:
        if self.job is job:
            self.job = None
