"""Layers that answer a question, brought onto the map and into view: one load at a time, the newest wins."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..api.errors import ApiError
from ..context import Context
from ..layers.asked.job import AskedJob, Loaded
from ..layers.live import extent_of
from .first_look import at_first, look_at


class OnMap(QObject):
    """Follows a load. A kind of question starts it, and says what came and what of it is looked at."""

    #: Something to say about the map, in words.
    told = pyqtSignal(str)

    def __init__(self, context: Context, canvas: Optional[QgsMapCanvas], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._canvas = canvas
        self.job: Optional[AskedJob] = None
        #: QGIS itself shows everything of the first layers of a project, in the turn of the event loop after they came.
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._look_at_it)

    def stop(self) -> None:
        """Ends loading."""
        self._look.stop()
        if self.job is not None:
            self.job.cancel()

    def _start(self, job: AskedJob, refilled: Optional[Dict[Any, QgsVectorLayer]] = None) -> None:
        """Begins a load in place of the one under way."""
        if self.job is not None:
            self.job.cancel()
        self.job = job
        job.finished.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._on_ended(job))
        job.start(refilled)

    def _said(self, loaded: Loaded) -> str:
        """What came, in words."""
        raise NotImplementedError

    def _came(self, loaded: Loaded) -> None:
        """Follows the layers that came."""
        raise NotImplementedError

    def _seen(self) -> Optional[QgsVectorLayer]:
        """The layer that is brought into view."""
        raise NotImplementedError

    def _extent(self, layer: QgsVectorLayer) -> QgsRectangle:
        """What is looked at, in the coordinates of the layer."""
        return at_first(extent_of(layer))

    def _on_loaded(self, loaded: Loaded) -> None:
        self.told.emit(self._said(loaded))
        self._came(loaded)
        self._context.mapped.emit()
        self._look.start()

    def _look_at_it(self) -> None:
        layer = self._seen()
        if layer is not None and self._canvas is not None:
            look_at(self._canvas, layer, self._extent(layer))

    def _on_failed(self, error: ApiError) -> None:
        self.told.emit(error.text)

    def _on_ended(self, job: AskedJob) -> None:
        if self.job is job:
            self.job = None
