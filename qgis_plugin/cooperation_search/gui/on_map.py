"""Layers that answer a question, brought onto the map and into view: one load at a time, the newest wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Dict, Optional

from qgis.core import QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..api.errors import ApiError
from ..context import Context
from ..layers.asked.inquiry import Inquiry
from ..layers.asked.job import AskedJob, Loaded
from ..layers.live import extent_of
from .first_look import at_first, look_at


def first_extent(layer: QgsVectorLayer) -> QgsRectangle:
    """What of a layer is looked at first, in its coordinates."""
    return at_first(extent_of(layer))


@dataclass(frozen=True)
class Following:
    """What a kind of question says and does about its layers.

    :param loading: said when a load begins
    :param loaded: said of what came, with ``{count}`` and ``{edition}``
    :param last_known: the same where the server could not be reached and these are its last known answers
    :param came: follows the layers that came
    :param seen: the layer that is brought into view
    :param extent: what of that layer is looked at, in its coordinates
    """

    loading: str
    loaded: str
    last_known: str
    came: Callable[[Loaded], None]
    seen: Callable[[], Optional[QgsVectorLayer]]
    extent: Callable[[QgsVectorLayer], QgsRectangle] = first_extent


class OnMap(QObject):
    """Follows the loads of one kind of question."""

    #: Something to say about the map, in words.
    told = pyqtSignal(str)
    #: Why the layers are not on the map.
    failed = pyqtSignal(str)

    def __init__(self, context: Context, canvas: Optional[QgsMapCanvas], following: Following, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._canvas = canvas
        self._following = following
        self.job: Optional[AskedJob] = None
        #: QGIS itself shows everything of the first layers of a project, in the turn of the event loop after they came.
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._look_at_it)

    def load(self, inquiry: Inquiry, refilled: Optional[Dict[Any, QgsVectorLayer]] = None) -> None:
        """Begins a load in place of the one under way."""
        if self.job is not None:
            self.job.cancel()
        self.told.emit(self._following.loading)
        job = self.job = AskedJob(self._context, inquiry, self)
        job.finished.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._on_ended(job))
        job.start(refilled)

    def stop(self) -> None:
        """Ends loading."""
        self._look.stop()
        if self.job is not None:
            self.job.cancel()

    def _on_loaded(self, loaded: Loaded) -> None:
        text = self._following.last_known if loaded.offline else self._following.loaded
        kept = self.tr("Kept in memory: opening the project fetches them again.")
        self.told.emit(f"{text.format(count=loaded.count, edition=loaded.edition)} {kept}")
        self._following.came(loaded)
        self._context.mapped.emit()
        self._look.start()

    def _look_at_it(self) -> None:
        layer = self._following.seen()
        if layer is not None and self._canvas is not None:
            look_at(self._canvas, layer, self._following.extent(layer))

    def _on_failed(self, error: ApiError) -> None:
        self.failed.emit(error.text)

    def _on_ended(self, job: AskedJob) -> None:
        if self.job is job:
            self.job = None
