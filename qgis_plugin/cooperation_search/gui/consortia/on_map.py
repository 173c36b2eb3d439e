"""Consortia on the map: loads their group, turns to a set, and selects its members."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...api.consortium import ConsortiumQuestion
from ...api.errors import ApiError
from ...context import Context
from ...layers.asked.job import Loaded
from ...layers.consortia.job import ConsortiumJob
from ...layers.consortia.origin import CONSORTIA
from ...layers.live import extent_of
from ..first_look import at_first, look_at
from ..results.selection import MapSelection


class ConsortiaOnMap(QObject):
    """One load at a time; the newest wins."""

    #: Something to say about the map, in words.
    told = pyqtSignal(str)

    def __init__(self, context: Context, canvas: Optional[QgsMapCanvas], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._canvas = canvas
        self._shown = 1
        self.job: Optional[ConsortiumJob] = None
        self.selection = MapSelection(canvas, self)
        #: QGIS itself shows everything of the first layers of a project, in the turn of the event loop after they came.
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._look_at_set)

    def load(self, question: ConsortiumQuestion, number: int) -> None:
        """Puts the sets of a question on the map, of which one is seen."""
        if self.job is not None:
            self.job.cancel()
        self._shown = number
        self.told.emit(self.tr("Loading the consortia…"))
        job = ConsortiumJob(self._context, question, number, self)
        self.job = job
        job.finished.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._on_ended(job))
        job.start()

    def turn_to(self, number: int) -> None:
        """Shows another set of the group."""
        self._shown = number
        layer = CONSORTIA.latest(QgsProject.instance()).get(number)
        node = QgsProject.instance().layerTreeRoot().findLayer(layer.id()) if layer is not None else None
        if node is not None:
            node.setItemVisibilityChecked(True)
            self.selection.set_layers(layer.id())

    def select(self, ccis: List[str]) -> None:
        """Selects members on the map."""
        self.selection.select(ccis)

    def zoom(self) -> None:
        """Zooms to the selected members."""
        self.selection.zoom()

    def stop(self) -> None:
        """Ends loading and disconnects from the project."""
        self._look.stop()
        if self.job is not None:
            self.job.cancel()
        self.selection.stop()

    def _on_loaded(self, loaded: Loaded) -> None:
        text = self.tr("On the map: {count} sets, edition {edition}. One is seen at a time.")
        if loaded.offline:
            text = self.tr("The server cannot be reached: {count} sets of its last known answer, edition {edition}.")
        kept = self.tr("Kept in memory: opening the project fetches them again.")
        self.told.emit(f"{text.format(count=loaded.count, edition=loaded.edition)} {kept}")
        self.turn_to(self._shown)
        self._context.mapped.emit()
        self._look.start()

    def _look_at_set(self) -> None:
        """Brings the set into view."""
        layer = CONSORTIA.latest(QgsProject.instance()).get(self._shown)
        if layer is None or self._canvas is None:
            return
        look_at(self._canvas, layer, at_first(extent_of(layer)))

    def _on_failed(self, error: ApiError) -> None:
        self.told.emit(error.text)

    def _on_ended(self, job: ConsortiumJob) -> None:
        if self.job is job:
            self.job = None
