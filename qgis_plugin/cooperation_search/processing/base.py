"""What the algorithms share: name, help, the parameters of the server and of a search."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Dict, List, Optional, Set, Tuple

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
)
from qgis.PyQt.QtCore import QCoreApplication

from ..api.criteria import KNOWN, NUTS, NUTS_CODE, OPEN, Criteria, Criterion
from ..api.links import split
from ..api.search import NUTS3, NUTS3_2016, Search
from ..layers.geometry import AREAS, wkb_type
from ..layers.styles import CODELISTS
from ..settings import Settings
from .codes import codes, places
from .output import Output, SearchOutput
from .server import Server

CRS = "EPSG:4326"
#: Geometry of an output that has none.
TABLE = "NoGeometry"
#: What dialogs show in place of a line for text.
_WRAPPER = "cooperation_search.gui.processing_codes.CodesWrapper"
#: Criteria with a parameter of their own for codes.
CODED = tuple(name for name in KNOWN if name != OPEN)


class AtlasAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that asks a Cooperation Atlas server."""

    def __init__(self) -> None:
        super().__init__()
        self._outputs: List[Tuple[str, str, Output]] = []

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
        for name in CODED:
            self.add_codes(name, Criteria()[name].title, optional=True)
        day = self.tr("Open on (today, or a day such as 2026-05-31)")
        self.addParameter(QgsProcessingParameterString("OPEN", day, "", False, True))
        unknown = self.tr("Also find programmes that may meet the criteria (not known)")
        self.addParameter(QgsProcessingParameterBoolean("UNKNOWN", unknown, False))
        self.add_samples()
        # Parameters of algorithms are fixed, the criteria of a server are not.
        text = self.tr("Other criteria of the server, one name=value,value a line")
        self.addParameter(self.advanced(QgsProcessingParameterString("OTHER", text, "", True, True)))

    def add_codes(self, criterion: str, text: str, optional: bool, name: str = "") -> None:
        """Adds a parameter for values of a criterion, which dialogs let choose from a list of the server.

        :param name: of the parameter, where it is not that of the criterion
        """
        name = name or parameter_name(criterion)
        parameter = QgsProcessingParameterString(name, text, "" if optional else None, False, optional)
        # The name of a class, and not the class: it needs a window, and this runs in qgis_process as well.
        parameter.setMetadata({"widget_wrapper": {"class": _WRAPPER, "criterion": criterion}})
        self.addParameter(parameter)

    def add_samples(self) -> None:
        """Adds the switch for what rests on sample entries."""
        samples = QgsProcessingParameterBoolean("SAMPLES", self.tr("Include results based on sample entries"), True)
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

    def search(self, parameters: Dict[str, Any], context: QgsProcessingContext, server: Server) -> Search:
        """The search that the parameters describe.

        :raises QgsProcessingException: for a criterion that the server does not have
        """
        criteria = server.criteria()
        values: Dict[str, Any] = {}
        for name in CODED:
            text = self.parameterAsString(parameters, parameter_name(name), context)
            if codes(text):
                values[name] = _values(self._criterion(criteria, name), text)
        values.update(self.others(criteria, self.parameterAsString(parameters, "OTHER", context), set(values)))
        day = self.parameterAsString(parameters, "OPEN", context).strip()
        if day:
            values[OPEN] = [day]
        values["title"] = self.parameterAsString(parameters, "TITLE", context)
        values["include_unknown"] = self.parameterAsBool(parameters, "UNKNOWN", context)
        values["show_samples"] = self.parameterAsBool(parameters, "SAMPLES", context)
        return Search.of(**values)

    def others(self, criteria: Criteria, text: str, given: Set[str]) -> Dict[str, Any]:
        """The values of the lines ``name=value,value``."""
        values: Dict[str, Any] = {}
        for line in filter(None, (part.strip() for part in text.splitlines())):
            name, equals, value = (part.strip() for part in line.partition("="))
            if not (equals and split(value)):
                example = self.tr("“{}” is not a criterion: write name=value, such as fund=ERDF,ESF.")
                raise QgsProcessingException(example.format(line))
            if name in values or name in given:
                raise QgsProcessingException(self.tr("The criterion “{}” is given twice.").format(name))
            values[name] = _values(self._criterion(criteria, name), value)
        return values

    def _criterion(self, criteria: Criteria, name: str) -> Criterion:
        if name in criteria:
            return criteria[name]
        names = [each.name for each in criteria]
        text = self.tr("The server has no criterion “{0}”. It has: {1}.")
        raise QgsProcessingException(text.format(name, ", ".join(get_close_matches(name, names) or names)))

    def view(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Search:
        """A search for everything, with or without what rests on sample entries."""
        return Search.of(show_samples=self.parameterAsBool(parameters, "SAMPLES", context))

    def areas_of_period(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> str:
        """The collection of NUTS III areas for the period chosen by ``add_period``."""
        return (NUTS3, NUTS3_2016)[self.parameterAsEnum(parameters, "PERIOD", context)]

    def write(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        fields: QgsFields,
        features: List[QgsFeature],
        name: str = "OUTPUT",
        geometry: str = AREAS,
    ) -> str:
        """Writes features to an output.

        :param name: of its parameter
        :param geometry: of the features; ``TABLE`` where they have none
        :returns: the id of the output
        """
        crs = QgsCoordinateReferenceSystem() if geometry == TABLE else QgsCoordinateReferenceSystem(CRS)
        sink, id_ = self.sink(parameters, context, fields, wkb_type(geometry), crs, name)
        self.put(sink, features, parameters, name)
        # Files are complete when the sink is gone.
        del sink
        return id_

    def sink(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        fields: QgsFields,
        kind: Any,
        crs: QgsCoordinateReferenceSystem,
        name: str = "OUTPUT",
    ) -> Tuple[QgsFeatureSink, str]:
        """What takes the features of an output, and the id of the output.

        :param kind: QGIS's type of the geometry
        """
        sink, id_ = self.parameterAsSink(parameters, name, context, fields, kind, crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, name))
        return sink, str(id_)

    def put(
        self, sink: QgsFeatureSink, features: List[QgsFeature], parameters: Dict[str, Any], name: str = "OUTPUT"
    ) -> None:
        """Hands features to the sink of an output."""
        if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, name))

    def remember(self, id_: str, server: Server, collection: str = "", search: Optional[Search] = None) -> None:
        """Keeps what the layer of an output is to carry until it is made."""
        made = Output(server.url, server.edition, server.attribution, server.samples)
        if collection:
            made = SearchOutput(
                server.url,
                server.edition,
                server.attribution,
                server.samples,
                collection,
                search or Search(),
                server.codelists(CODELISTS),
            )
        self.keep(id_, self.displayName(), made)

    def keep(self, id_: str, title: str, output: Output) -> None:
        """Keeps what the layer of an output is to carry until it is made.

        :param title: of its metadata
        """
        self._outputs.append((id_, title, output))

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """Gives the layers of the outputs their rights, edition and style (called by QGIS in the window's thread)."""
        for id_, title, output in self._outputs:
            output.dress(id_, title, context, feedback)
        if self._outputs:
            output = self._outputs[0][2]
            feedback.pushInfo(self.tr("Edition {0}. {1}").format(output.edition, output.attribution))
        return {}


def parameter_name(criterion: str) -> str:
    """The name of the parameter for a criterion."""
    return "NUTS" if criterion == NUTS else criterion.upper()


def _values(criterion: Criterion, text: str) -> Tuple[str, ...]:
    """The values that a text gives for a criterion: codes as others write them, too; any other text as it stands."""
    if criterion.match == NUTS_CODE or criterion.codelist == "countries":
        return places(text)
    return codes(text) if criterion.codelist else tuple(split(text))
