"""Partners on the map: loads their group, and keeps list and map selection together."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...api.errors import ApiError
from ...api.partners import Question
from ...context import Context
from ...layers.asked.job import Loaded
from ...layers.live import extent_of
from ...layers.partners.job import PartnersJob
from ...layers.partners.origin import AREAS, LINES, OWN, PARTNERS
from ..first_look import at_first, look_at
from ..results.selection import MapSelection


class PartnersOnMap(QObject):
    """One load at a time; the newest wins."""

    #: Something to say about the map, in words.
    told = pyqtSignal(str)
    #: Why partners are not on the map.
    failed = pyqtSignal(str)
    #: Partners were selected on the map: a list of CCI.
    selected = pyqtSignal(list)

    def __init__(self, context: Context, canvas: Optional[QgsMapCanvas], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._canvas = canvas
        self.job: Optional[PartnersJob] = None
        self.selection = MapSelection(canvas, self)
        self.selection.selected.connect(self.selected)
        #: QGIS itself shows everything of the first layers of a project, in the turn of the event loop after they came.
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._look_at_partners)
        QgsProject.instance().readProject.connect(self.follow)
        self.follow()

    def load(self, question: Question) -> None:
        """Puts the partners of a question on the map."""
        if self.job is not None:
            self.job.cancel()
        self.told.emit(self.tr("Loading the partners…"))
        job = PartnersJob(self._context, question, self)
        self.job = job
        job.finished.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._on_ended(job))
        job.start()

    def follow(self, *_what: object) -> None:
        """Shares the selection with the group of partners that the project has on top."""
        layers = PARTNERS.latest(QgsProject.instance())
        ids = [layers[role].id() if role in layers else "" for role in (AREAS, LINES)]
        self.selection.set_layers(*ids)

    def stop(self) -> None:
        """Ends loading and disconnects from the project."""
        self._look.stop()
        if self.job is not None:
            self.job.cancel()
        self.selection.stop()
        QgsProject.instance().readProject.disconnect(self.follow)

    def _on_loaded(self, loaded: Loaded) -> None:
        text = self.tr("On the map: {count} partners, edition {edition}.")
        if loaded.offline:
            text = self.tr(
                "The server cannot be reached: {count} partners of its last known answer, edition {edition}."
            )
        text = text.format(count=loaded.count, edition=loaded.edition)
        kept = self.tr("Kept in memory: opening the project fetches them again.")
        self.told.emit(f"{text} {kept}")
        self.follow()
        self._context.mapped.emit()
        self._look.start()

    def _look_at_partners(self) -> None:
        """Brings partners and asker into view."""
        layers = PARTNERS.latest(QgsProject.instance())
        shown = [layers[role] for role in (AREAS, OWN) if role in layers]
        if not shown or self._canvas is None:
            return
        extent = QgsRectangle()
        for layer in shown:
            extent.combineExtentWith(extent_of(layer))
        # Europe first, unless the asker itself lies elsewhere.
        first: QgsVectorLayer = shown[-1]
        seen = at_first(extent)
        look_at(self._canvas, first, seen if seen.intersects(extent_of(first)) else extent)

    def _on_failed(self, error: ApiError) -> None:
        self.failed.emit(error.text)

    def _on_ended(self, job: PartnersJob) -> None:
        if self.job is job:
            self.job = None

    def select(self, ccis: List[str]) -> None:
        """Selects partners on the map."""
        self.selection.select(ccis)

    def zoom(self) -> None:
        """Zooms to the selected partners."""
        self.selection.zoom()
