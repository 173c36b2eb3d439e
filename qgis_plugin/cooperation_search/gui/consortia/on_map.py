"""Consortia on the map: loads their group, turns to a set, and selects its members."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...api.consortium import ConsortiumQuestion
from ...context import Context
from ...layers.asked.job import Loaded
from ...layers.consortia.inquiry import ConsortiumInquiry
from ...layers.consortia.origin import CONSORTIA
from ..on_map import Following, OnMap
from ..results.selection import MapSelection


class ConsortiaOnMap(QObject):
    """Loads sets, of which one is seen."""

    #: Something to say about the map, in words.
    told = pyqtSignal(str)

    def __init__(self, context: Context, canvas: Optional[QgsMapCanvas], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        following = Following(
            self.tr("Loading the consortia…"),
            self.tr("On the map: {count} sets, edition {edition}. One is seen at a time."),
            self.tr("The server cannot be reached: {count} sets of its last known answer, edition {edition}."),
            self._on_loaded,
            self._seen,
        )
        self._loads = OnMap(context, canvas, following, self)
        self._loads.told.connect(self.told)
        self._loads.failed.connect(self.told)
        self._shown = 1
        self.selection = MapSelection(canvas, self)

    def load(self, question: ConsortiumQuestion, number: int) -> None:
        """Puts the sets of a question on the map, of which one is seen."""
        self._shown = number
        self._loads.load(ConsortiumInquiry(question, number))

    def turn_to(self, number: int) -> None:
        """Shows another set of the group."""
        self._shown = number
        layer = self._seen()
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
        """Ends loading and lets go of the map."""
        self._loads.stop()
        self.selection.stop()

    def _on_loaded(self, _loaded: Loaded) -> None:
        self.turn_to(self._shown)

    def _seen(self) -> Optional[QgsVectorLayer]:
        return CONSORTIA.latest(QgsProject.instance()).get(self._shown)
