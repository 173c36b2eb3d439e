"""Algorithm: regions of programmes."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ..layers.fields import qgs_fields
from .base import AtlasAlgorithm


class RegionsOfProgrammes(AtlasAlgorithm):
    """NUTS III areas covered by programmes that meet the criteria."""

    def name(self) -> str:
        """Id of the algorithm."""
        return "regions_of_programmes"

    def displayName(self) -> str:
        """Name for people."""
        return self.tr("Regions of programmes")

    def shortHelpString(self) -> str:
        """Help beside the dialog."""
        return self.tr(
            "Finds the NUTS III areas covered by at least one programme that meets all criteria, with all the "
            "programmes that cover them and their topics and scopes; n_matching and the columns beside it say which "
            "of these programmes meet the criteria. The areas are those of NUTS 2016 if only the period 2014-2020 is "
            "searched, and otherwise those of NUTS 2021 with the programmes of 2021-2027. Country, NUTS region and "
            "strategy describe the area itself."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        self.add_search()
        self.add_server()
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", self.tr("NUTS III areas"), polygon))
        self.addOutput(QgsProcessingOutputNumber("COUNT", self.tr("Number of areas")))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        server = self.server(parameters, context, feedback)
        search = self.search(parameters, context, server)
        collection = search.areas_collection()
        columns = server.columns(collection)
        features = server.features(collection, columns, search.to_params(collection))
        id_ = self.write(parameters, context, qgs_fields(columns), features)
        self.remember(id_, server, collection, search)
        return {"OUTPUT": id_, "COUNT": len(features)}
