"""What the algorithms share: name, help, the parameters of the server and of a search."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

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

from ..api.criteria import CRITERIA, REGIONS
from ..api.search import Search
from ..layers.styles import CODELISTS
from ..settings import Settings
from .blocking import Server
from .codes import codes, places
from .output import Output

CRS = "EPSG:4326"
PERIODS = ("2021-2027", "2014-2020")
#: What dialogs show in place of a line for text.
_WRAPPER = "cooperation_search.gui.processing_codes.CodesWrapper"
#: Lists whose codes are places, which others write differently.
_PLACES = frozenset(("countries", REGIONS))


class AtlasAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that asks a Cooperation Atlas server."""

    def __init__(self) -> None:
        super().__init__()
        self._output: Optional[Tuple[str, Output]] = None

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
        """Adds the parameters of a search; values are codes separated by commas, as models can pass them on."""
        title = self.tr("Programme in words (with * for any text: the whole title)")
        self.addParameter(QgsProcessingParameterString("TITLE", title, "", False, True))
        for each in CRITERIA:
            self.add_codes(each.processing, each.name(), each.codelist, optional=True)
        day = self.tr("Open on (today, or a day such as 2026-05-31)")
        self.addParameter(QgsProcessingParameterString("OPEN", day, "", False, True))
        unknown = self.tr("Find what is not known to miss the criteria as well")
        self.addParameter(QgsProcessingParameterBoolean("UNKNOWN", unknown, False))
        samples = QgsProcessingParameterBoolean("SAMPLES", self.tr("Show what rests on sample entries"), True)
        self.addParameter(samples)

    def add_codes(self, name: str, text: str, list_id: str, optional: bool) -> None:
        """Adds a parameter for codes, which dialogs let choose from a list of the server."""
        parameter = QgsProcessingParameterString(name, text, "" if optional else None, False, optional)
        # The name of a class, and not the class: it needs a window, and this runs in qgis_process as well.
        parameter.setMetadata({"widget_wrapper": {"class": _WRAPPER, "codelist": list_id}})
        self.addParameter(parameter)

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
        values: Dict[str, Any] = {}
        for each in CRITERIA:
            text = self.parameterAsString(parameters, each.processing, context)
            values[each.attribute] = places(text) if each.codelist in _PLACES else codes(text)
        values["title"] = self.parameterAsString(parameters, "TITLE", context)
        values["open_on"] = self.parameterAsString(parameters, "OPEN", context).strip()
        values["include_unknown"] = self.parameterAsBool(parameters, "UNKNOWN", context)
        values["show_samples"] = self.parameterAsBool(parameters, "SAMPLES", context)
        return Search().with_values(**values)

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

    def remember(self, id_: str, server: Server, collection: str = "", search: Optional[Search] = None) -> None:
        """Keeps what the layer of an output is to carry until it is made."""
        lists = server.codelists(CODELISTS) if collection else {}
        made = Output(server.url, server.edition, server.attribution, server.samples, collection, search or Search())
        made.codelists = lists
        self._output = (id_, made)

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """Gives the layer of the output its rights, edition and style (called by QGIS in the window's thread)."""
        if self._output is not None:
            id_, output = self._output
            output.dress(id_, self.displayName(), context, feedback)
            feedback.pushInfo(self.tr("Edition {0}. {1}").format(output.edition, output.attribution))
        return {}
