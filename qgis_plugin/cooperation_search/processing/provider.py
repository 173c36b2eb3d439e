"""The provider "Cooperation Atlas"."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .at_features import ProgrammesAtFeatures
from .consortium import FindConsortium
from .distribution import DistributionOfSearch
from .neighbours import NeighbouringRegions
from .overlay import Overlay
from .partners import FindPartners
from .regions import RegionsOfProgrammes
from .search import SearchProgrammes


class CooperationAtlasProvider(QgsProcessingProvider):
    """Holds the algorithms of the plugin."""

    def __init__(self, icon: QIcon) -> None:
        super().__init__()
        self._icon = icon

    def id(self) -> str:
        """Id, the first part of the ids of the algorithms."""
        return "cooperation_atlas"

    def name(self) -> str:
        """Name for people."""
        return QCoreApplication.translate("Processing", "Cooperation Atlas")

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return self._icon

    def loadAlgorithms(self) -> None:
        """Adds the algorithms (called by QGIS)."""
        for algorithm in (
            SearchProgrammes,
            RegionsOfProgrammes,
            ProgrammesAtFeatures,
            NeighbouringRegions,
            FindPartners,
            FindConsortium,
            DistributionOfSearch,
            Overlay,
        ):
            self.addAlgorithm(algorithm())
