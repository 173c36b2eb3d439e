"""Partners on the map: loads their group, and keeps list and map selection together."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...api.partners import Question
from ...context import Context
from ...layers.asked.job import AskedJob
from ...layers.live import extent_of
from ...layers.partners.inquiry import PartnersInquiry
from ...layers.partners.origin import AREAS, LINES, OWN, PARTNERS
from ..first_look import at_first
from ..on_map import Following, OnMap
from ..results.selection import MapSelection


class PartnersOnMap(QObject):
    """Loads partners, and shares the selection with those that are there."""

    #: Something to say about the map, in words.
    told = pyqtSignal(str)
    #: Why partners are not on the map.
    failed = pyqtSignal(str)
    #: Partners were selected on the map: a list of CCI.
    selected = pyqtSignal(list)

    def __init__(self, context: Context, canvas: Optional[QgsMapCanvas], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        following = Following(
            self.tr("Loading the partners…"),
            self.tr("On the map: {count} partners, edition {edition}."),
            self.tr("The server cannot be reached: {count} partners of its last known answer, edition {edition}."),
            self.follow,
            self._seen,
            self._extent,
        )
        self._loads = OnMap(context, canvas, following, self)
        self._loads.told.connect(self.told)
        self._loads.failed.connect(self.failed)
        self.selection = MapSelection(canvas, self)
        self.selection.selected.connect(self.selected)
        QgsProject.instance().readProject.connect(self.follow)
        self.follow()

    @property
    def job(self) -> Optional[AskedJob]:
        """The load under way."""
        return self._loads.job

    def load(self, question: Question) -> None:
        """Puts the partners of a question on the map."""
        self._loads.load(PartnersInquiry(question))

    def follow(self, *_what: object) -> None:
        """Shares the selection with the group of partners that the project has on top."""
        layers = PARTNERS.latest(QgsProject.instance())
        ids = [layers[role].id() if role in layers else "" for role in (AREAS, LINES)]
        self.selection.set_layers(*ids)

    def stop(self) -> None:
        """Ends loading and disconnects from the project."""
        self._loads.stop()
        self.selection.stop()
        QgsProject.instance().readProject.disconnect(self.follow)

    def select(self, ccis: List[str]) -> None:
        """Selects partners on the map."""
        self.selection.select(ccis)

    def zoom(self) -> None:
        """Zooms to the selected partners."""
        self.selection.zoom()

    @staticmethod
    def _areas() -> List[QgsVectorLayer]:
        """Partners and asker, as far as they are there."""
        layers = PARTNERS.latest(QgsProject.instance())
        return [layers[role] for role in (AREAS, OWN) if role in layers]

    def _seen(self) -> Optional[QgsVectorLayer]:
        return next(reversed(self._areas()), None)

    def _extent(self, layer: QgsVectorLayer) -> QgsRectangle:
        extent = QgsRectangle()
        for each in self._areas():
            extent.combineExtentWith(extent_of(each))
        # Europe first, unless the asker itself lies elsewhere.
        seen = at_first(extent)
        return seen if seen.intersects(extent_of(layer)) else extent
