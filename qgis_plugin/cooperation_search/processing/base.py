"""What the algorithms share: name, help, the parameters of the server and of a search."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..api.search import Search
from ..settings import Settings
from .blocking import Server

CRS = "EPSG:4326"
PERIODS = ("2021-2027", "2014-2020")
#: Name of a parameter → attribute of a search.
_CODES = {
    "COUNTRY": "countries",
    "NUTS": "nuts",
    "TOPIC": "topics",
    "SCOPE": "scopes",
    "PERIOD": "periods",
    "FUND": "funds",
    "KIND": "kinds",
    "STRATEGY": "strategies",
}


class AtlasAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that asks a Cooperation Atlas server."""

    def createInstance(self) -> AtlasAlgorithm:
        """A new algorithm of the same kind."""
        return type(self)()

    def tr(self, text: str) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate("Processing", text)

    def helpUrl(self) -> str:
        """No page of its own: the help is in the dialog."""
        return ""

    def add_server(self) -> None:
        """Adds the parameters of the server."""
        settings = Settings()
        url = QgsProcessingParameterString("SERVER", self.tr("Server"), settings.url)
        self.addParameter(self.advanced(url))
        auth = QgsProcessingParameterAuthConfig("AUTH", self.tr("Authentication"), settings.authcfg, True)
        self.addParameter(self.advanced(auth))

    def add_search(self) -> None:
        """Adds the parameters of a search; lists are codes separated by commas, as models can pass them on."""
        texts = [
            ("TITLE", self.tr("Programme title (part of it; * stands for any text)")),
            ("COUNTRY", self.tr("Country (codes such as IT, EL)")),
            ("NUTS", self.tr("NUTS region (codes of any level, such as ITG1)")),
            ("TOPIC", self.tr("Topic of cooperation actions (codes such as PO2, RSO1.1)")),
            ("SCOPE", self.tr("Scope of partnership needed (codes)")),
            ("PERIOD", self.tr("Period (2014-2020, 2021-2027)")),
            ("FUND", self.tr("Fund (codes such as ERDF)")),
            ("KIND", self.tr("Offers or needs (offer, need)")),
            ("STRATEGY", self.tr("Macro-regional or sea-basin strategy (codes such as EUSALP)")),
        ]
        for name, text in texts:
            self.addParameter(QgsProcessingParameterString(name, text, "", False, True))
        samples = QgsProcessingParameterBoolean("SAMPLES", self.tr("Show what rests on sample entries"), True)
        self.addParameter(samples)

    def add_period(self) -> None:
        """Adds the choice of a period, which decides the NUTS version."""
        options = [self.tr("2021-2027 (NUTS 2021)"), self.tr("2014-2020 (NUTS 2016)")]
        self.addParameter(QgsProcessingParameterEnum("PERIOD", self.tr("Period"), options, False, 0))

    def advanced(self, parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
        """Marks a parameter as one that few people need."""
        if Qgis.QGIS_VERSION_INT >= 33600:
            flag = Qgis.ProcessingParameterFlag.Advanced
        else:
            flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
        parameter.setFlags(parameter.flags() | flag)
        return parameter

    def server(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Server:
        """The server that the parameters name."""
        url = self.parameterAsString(parameters, "SERVER", context)
        return Server(url, self.parameterAsString(parameters, "AUTH", context), feedback)

    def search(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Search:
        """The search that the parameters describe."""
        values = {
            attribute: codes(self.parameterAsString(parameters, name, context)) for name, attribute in _CODES.items()
        }
        title = self.parameterAsString(parameters, "TITLE", context)
        samples = self.parameterAsBool(parameters, "SAMPLES", context)
        return Search().with_values(title=title, show_samples=samples, **values)

    def period(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> str:
        """The period chosen by ``add_period``."""
        return PERIODS[self.parameterAsEnum(parameters, "PERIOD", context)]

    def write(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        fields: QgsFields,
        features: List[QgsFeature],
    ) -> Tuple[str, int]:
        """Writes features of multipolygons to the output; its id and their number."""
        kind = Qgis.WkbType.MultiPolygon if Qgis.QGIS_VERSION_INT >= 33000 else QgsWkbTypes.Type.MultiPolygon
        crs = QgsCoordinateReferenceSystem(CRS)
        sink, id_ = self.parameterAsSink(parameters, "OUTPUT", context, fields, kind, crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        # Files are complete when the sink is gone.
        del sink
        return id_, len(features)


def codes(text: str) -> Tuple[str, ...]:
    """Codes separated by commas, semicolons or blanks."""
    return tuple(part for part in text.replace(";", ",").replace(" ", ",").split(",") if part)
