"""Algorithm: search programmes."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ..api.search import PROGRAMMES
from ..layers.fields import qgs_fields
from .base import AtlasAlgorithm


class SearchProgrammes(AtlasAlgorithm):
    """Programmes that meet the criteria, with their areas."""

    def name(self) -> str:
        """Id of the algorithm."""
        return "search_programmes"

    def displayName(self) -> str:
        """Name for people."""
        return self.tr("Search programmes")

    def shortHelpString(self) -> str:
        """Help beside the dialog."""
        return self.tr(
            "Searches the cohesion programmes of a Cooperation Atlas server. Empty criteria find everything; "
            "several codes in one criterion, separated by commas, are alternatives; different criteria must all be "
            "met. The output has one multipolygon per programme (EPSG:4326), the union of its area. Topics, scopes "
            "and counts whose basis is 'sample' rest on made-up entries and state no fact."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        self.add_search()
        self.add_server()
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", self.tr("Programmes"), polygon))
        self.addOutput(QgsProcessingOutputNumber("COUNT", self.tr("Number of programmes")))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        server = self.server(parameters, context, feedback)
        columns = server.columns(PROGRAMMES)
        search = self.search(parameters, context, server)
        features = server.features(PROGRAMMES, columns, search.to_params(PROGRAMMES))
        id_ = self.write(parameters, context, qgs_fields(columns), features)
        self.remember(id_, server, PROGRAMMES, search)
        return {"OUTPUT": id_, "COUNT": len(features)}
