"""Algorithm: find partners."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
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
from ..layers import geometry
from ..layers.asked.builder import Made
from ..layers.fields import qgs_fields
from ..layers.partners.features import build_partners
from ..layers.partners.origin import AREAS, LINES, OWN
from ..layers.styles import partners as styles
from .asking import AskingAlgorithm
from .output import PartnersOutput
from .server import Server

#: Orders as the server names them, in the order of the choice.
ORDERS = ("score", "upper", "unusual", SEEKS)
#: Areas of a need that are drawn.
_MOST_AREAS = 1000
_NUMBERS = ("LIMIT", "PER_COUNTRY", "PER_AREA")
#: Parameter of the output, what it holds, and its geometry.
_OUTPUTS = (("OUTPUT", AREAS, geometry.AREAS), ("LINES", LINES, geometry.LINES), ("OWN", OWN, geometry.AREAS))


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
            "Ranks the programmes of other countries that suit a programme (given by its CCI), a need that you "
            "describe (topics, regions, country, scope), or both. The score of each partner, and every part of it, "
            "is a range: the lower end is what is known, the upper end what is possible while facts are missing. An "
            "empty part does not apply. for_you and for_them give the reasons for each side. Write weights as "
            "theme:3,border:1; parts that you leave out then do not count. The outputs are the areas of the "
            "partners, lines to them from your own area, and your own area, styled as in the panel. Entries whose "
            "basis is 'sample' are made up."
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
        preset = self.tr("Preset of weights: default, neighbours, learn or complement")
        self.addParameter(QgsProcessingParameterString("PRESET", preset, "", False, True))
        weights = self.tr("Your own weights, such as theme:3,border:1")
        self.addParameter(QgsProcessingParameterString("WEIGHTS", weights, "", False, True))
        whole = QgsProcessingParameterNumber.Type.Integer
        for name, title, default in (
            ("LIMIT", self.tr("Maximum number of partners"), 10),
            ("PER_COUNTRY", self.tr("Maximum number of partners from one country"), None),
            ("PER_AREA", self.tr("Maximum number of partners from the same area"), None),
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
        for name, role, kind in _OUTPUTS:
            if name != "OUTPUT" and not parameters.get(name):
                continue
            # A need that names no place has no own area, and no lines begin in it.
            layer = made.layers.get(role) or Made(made.layers[AREAS].columns, [], kind)
            fields = qgs_fields(layer.columns)
            id_ = self.write(parameters, context, fields, layer.features, name, layer.geometry)
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
