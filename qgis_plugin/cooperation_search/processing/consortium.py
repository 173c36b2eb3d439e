"""Algorithm: consortium."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..api import partners as of_partners
from ..api.comparison import Comparison
from ..api.consortium import Consortia, ConsortiumQuestion, consortium_body
from ..api.reading import parse
from ..layers.consortia.inquiry import columns_of
from ..layers.fields import qgs_fields
from ..layers.pages import build
from .asking import AskingAlgorithm
from .output import ConsortiumOutput
from .server import Server

#: Rules that are numbers: parameter of the server, and whether few people need it.
_NUMBERS = (
    ("partners", False),
    ("regions", False),
    ("countries", False),
    ("partners_most", True),
    ("per_country", True),
)
#: Rules that are texts.
_TEXTS = ("preset", "categories", "coordinator_category", "with", "without")


class FindConsortium(AskingAlgorithm):
    """The best sets of partners under the rules of a call."""

    def name(self) -> str:
        """Id of the algorithm."""
        return "consortium"

    def displayName(self) -> str:
        """Name for people."""
        return self.tr("Find a consortium")

    def shortHelpString(self) -> str:
        """Help beside the dialog."""
        return self.tr(
            "Finds the best sets of partners for a programme or a need under the rules of a call. The rules are "
            "those of a preset of the server (such as i3-1), unless you give numbers of your own. The output has the "
            "members of all sets with their areas; the column set numbers the sets, and role says who seeks partners "
            "and who could coordinate. If no set meets all rules, the log says which rule to loosen and what that "
            "would give. Check the call itself: rules change from one call to the next."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        self.add_asker()
        titles = {
            "preset": self.tr("Rules of a call, such as i3-1"),
            "partners": self.tr("Minimum number of members"),
            "regions": self.tr("Minimum number of NUTS 2 regions"),
            "countries": self.tr("Minimum number of countries"),
            "partners_most": self.tr("Maximum number of members"),
            "per_country": self.tr("Maximum number of members from one country"),
            "categories": self.tr("Minimum number of members by category of region, such as LD:1,MD:1"),
            "coordinator_category": self.tr("Categories of region that the coordinator can be from"),
            "with": self.tr("Programmes that must be members (CCI)"),
            "without": self.tr("Programmes that must not be members (CCI)"),
        }
        self.addParameter(QgsProcessingParameterString("PRESET", titles["preset"], "i3-1", False, True))
        whole = QgsProcessingParameterNumber.Type.Integer
        for name, rare in _NUMBERS:
            number = QgsProcessingParameterNumber(name.upper(), titles[name], whole, None, True, 1, 100)
            self.addParameter(self.advanced(number) if rare else number)
        for name in _TEXTS[1:]:
            text = QgsProcessingParameterString(name.upper(), titles[name], "", False, True)
            self.addParameter(self.advanced(text))
        sets = QgsProcessingParameterNumber("SETS", self.tr("Number of sets"), whole, 3, False, 1, 10)
        self.addParameter(sets)
        unknown = self.tr("Also find sets that may meet the rules (not known)")
        self.addParameter(self.advanced(QgsProcessingParameterBoolean("UNKNOWN", unknown, False)))
        self.add_candidates()
        self.add_server()
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", self.tr("Members"), polygon))
        self.addOutput(QgsProcessingOutputNumber("COUNT", self.tr("Number of sets found")))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        server = self.server(parameters, context, feedback)
        question = self._question(parameters, context, server)
        comparison: Comparison = server.get(of_partners.schema())
        body = server.get(consortium_body(question))
        columns = columns_of(comparison)
        found = server.built(lambda: Consortia.read(parse(body), question))
        built = server.built(lambda: build("consortium", 0, body, columns))
        self._tell(found, feedback)
        id_ = self.write(parameters, context, qgs_fields(columns), built.features)
        output = ConsortiumOutput(
            server.url, built.edition, built.attribution, built.samples, question.to_url(server.url), comparison
        )
        self.keep(id_, self.displayName(), output)
        return {"OUTPUT": id_, "COUNT": len(found.sets)}

    def _question(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, server: Server
    ) -> ConsortiumQuestion:
        rules: List[Tuple[str, str]] = []
        for name in _TEXTS:
            text = self.parameterAsString(parameters, name.upper(), context).strip()
            if text:
                rules.append((name, text.replace(" ", "")))
        for name in (*(name for name, _ in _NUMBERS), "sets"):
            if name == "sets" or parameters.get(name.upper()) is not None:
                rules.append((name, str(self.parameterAsInt(parameters, name.upper(), context))))
        if self.parameterAsBool(parameters, "UNKNOWN", context):
            rules.append(("include", "unknown"))
        samples = self.parameterAsBool(parameters, "SAMPLES", context)
        return ConsortiumQuestion(self.asker(parameters, context, server), tuple(rules), samples)

    def _tell(self, found: Consortia, feedback: QgsProcessingFeedback) -> None:
        for note in found.notes:
            feedback.pushInfo(note)
        for each in found.sets:
            titles = ", ".join(f"{member.title} ({member.country})" for member in each.members)
            text = self.tr("Set {0}: {1}")
            feedback.pushInfo(text.format(each.number, titles))
        if not found.sets:
            feedback.pushWarning(self.tr("No set meets all rules."))
        for loosened in found.loosened:
            text = self.tr("Loosened: {0}. That gives: {1}")
            feedback.pushInfo(text.format(loosened.text.rstrip("."), ", ".join(loosened.members)))
