"""Algorithm: find partners."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..api import partners as api
from ..api import resources
from ..api.comparison import Comparison
from ..api.needs import own_area
from ..api.partners import SEEKS, Question, Wish
from ..layers.asked.builder import Made, MadeLayers
from ..layers.fields import qgs_fields
from ..layers.geometry import wkb_type
from ..layers.partners.features import build_partners
from ..layers.partners.origin import AREAS, LINES, OWN
from ..layers.styles import partners as styles
from .asking import AskingAlgorithm
from .base import CRS
from .output import PartnersOutput
from .server import Server

#: Orders as the server names them, in the order of the choice.
ORDERS = ("score", "upper", "unusual", SEEKS)
#: Areas of a need that are drawn.
_MOST_AREAS = 1000
_NUMBERS = ("LIMIT", "PER_COUNTRY", "PER_AREA")
#: Parameter of the output → what it holds.
_OUTPUTS = (("OUTPUT", AREAS), ("LINES", LINES), ("OWN", OWN))


class FindPartners(AskingAlgorithm):
    """Programmes in other countries that suit a programme, or a need, with the reasons."""

    def name(self) -> str:
        """Id of the algorithm."""
        return "findpartners"

    def displayName(self) -> str:
        """Name for people."""
        return self.tr("Find partners")

    def shortHelpString(self) -> str:
        """Help beside the dialog."""
        return self.tr(
            "Ranks the programmes of other countries that suit a programme (its CCI), a described need (topics, "
            "regions, country, scope), or both. Each partner has the two ends of its score and of every part of it: "
            "the lower end is what is known, the upper end what may be as long as facts are missing; empty means "
            "that a part does not apply. for_you and for_them give the reasons for both sides. Weights are written "
            "as theme:3,border:1; parts that are not named then count nothing. The outputs are the areas of the "
            "partners, lines from the own area to theirs, and the own area, in the styles of the panel. Entries "
            "whose basis is 'sample' are made up."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        self.add_asker()
        orders = [
            self.tr("By known and possible fit"),
            self.tr("By possible fit"),
            self.tr("Unusual: alike, but far away"),
            self.tr("Who seeks a partner like this one"),
        ]
        self.addParameter(QgsProcessingParameterEnum("ORDER", self.tr("Order"), orders, False, 0))
        preset = self.tr("Weights by name: default, neighbours, learn, complement")
        self.addParameter(QgsProcessingParameterString("PRESET", preset, "", False, True))
        weights = self.tr("Weights of your own, such as theme:3,border:1")
        self.addParameter(QgsProcessingParameterString("WEIGHTS", weights, "", False, True))
        whole = QgsProcessingParameterNumber.Type.Integer
        for name, title, default in (
            ("LIMIT", self.tr("Most partners"), 10),
            ("PER_COUNTRY", self.tr("Most partners of one country"), None),
            ("PER_AREA", self.tr("Most partners of the same area"), None),
        ):
            number = QgsProcessingParameterNumber(name, title, whole, default, default is None, 1, 100)
            self.addParameter(number if name == "LIMIT" else self.advanced(number))
        self.add_candidates()
        self.add_server()
        polygon, line = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorLine
        for name, title, kind in (
            ("OUTPUT", self.tr("Partner programmes"), polygon),
            ("LINES", self.tr("Lines to partners"), line),
            ("OWN", self.tr("Own area"), polygon),
        ):
            # In models, outputs that nobody wants are left out.
            optional = name != "OUTPUT"
            sink = QgsProcessingParameterFeatureSink(name, title, kind, None, optional, not optional or name == "LINES")
            self.addParameter(sink)
        self.addOutput(QgsProcessingOutputNumber("COUNT", self.tr("Number of partners")))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        server = self.server(parameters, context, feedback)
        question = self._question(parameters, context, server)
        comparison: Comparison = server.get(api.schema())
        asker = question.asker
        # Programmes have theirs, and so have regions and countries that a need names.
        own = own_area(asker)
        schema = server.get(resources.schema(own[0])) if own is not None else None
        area = server.get(resources.features_body(*own, _MOST_AREAS)) if own is not None else None
        body = server.get(api.partners_body(question))
        made = server.built(lambda: build_partners((comparison.schema, schema), (body, area), asker.key))
        feedback.setProgress(80)
        results: Dict[str, Any] = {"COUNT": len(made.layers[AREAS].features)}
        for name, role in _OUTPUTS:
            id_ = self._write(parameters, context, name, made.layers.get(role), made)
            if id_:
                results[name] = id_
                output = PartnersOutput(
                    server.url, made.edition, made.attribution, made.samples, role, question, comparison
                )
                self.keep(id_, styles.layer_name(role, made.samples), output)
        return results

    def _question(self, parameters: Dict[str, Any], context: QgsProcessingContext, server: Server) -> Question:
        weights = self.parameterAsString(parameters, "WEIGHTS", context).strip()
        # As they were written: the server says what is wrong with them, and what would be right.
        asker = self.asker(parameters, context, server, (("weights", weights),) if weights else ())
        order = ORDERS[self.parameterAsEnum(parameters, "ORDER", context)]
        if order == SEEKS and not asker.sought:
            text = self.tr("“Who seeks a partner like this one” needs a programme, or a country and no other need.")
            raise QgsProcessingException(text)
        numbers = {
            name.lower(): self.parameterAsInt(parameters, name, context)
            for name in _NUMBERS
            if name == "LIMIT" or parameters.get(name) is not None
        }
        wish = Wish(
            order=order,
            preset=self.parameterAsString(parameters, "PRESET", context).strip(),
            most=tuple(numbers.items()),
            show_samples=self.parameterAsBool(parameters, "SAMPLES", context),
        )
        return Question(asker, wish)

    def _write(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        name: str,
        layer: Optional[Made],
        all_: MadeLayers,
    ) -> str:
        """Writes a layer's worth of features; the id of the output, empty where it is not wanted."""
        columns = layer.columns if layer else all_.layers[AREAS].columns
        kind = wkb_type(layer.geometry if layer else ("MultiLineString" if name == "LINES" else "MultiPolygon"))
        crs = QgsCoordinateReferenceSystem(CRS)
        sink, id_ = self.parameterAsSink(parameters, name, context, qgs_fields(columns), kind, crs)
        if sink is None:
            if name == "OUTPUT" or parameters.get(name):
                raise QgsProcessingException(self.invalidSinkError(parameters, name))
            return ""
        features: List[QgsFeature] = layer.features if layer else []
        if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, name))
        # Files are complete when the sink is gone.
        del sink
        return str(id_)
