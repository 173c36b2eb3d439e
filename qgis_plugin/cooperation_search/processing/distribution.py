"""Algorithm: distribution."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ..api.distribution import Distribution, Question, areas_body
from ..api.distribution import distribution as answer_to
from ..api.search import COOPERATION, NUTS3, NUTS3_2016, PROGRAMMES
from ..layers.distribution.inquiry import columns_of
from ..layers.fields import REAL, TEXT, WHOLE, Column, qgs_fields
from ..layers.geometry import AREAS
from ..layers.pages import build
from .base import TABLE, AtlasAlgorithm
from .codes import codes
from .output import DistributionOutput

COLLECTIONS = (PROGRAMMES, COOPERATION, NUTS3, NUTS3_2016)


class DistributionOfSearch(AtlasAlgorithm):
    """The features of a search, counted by one or two properties; on the map where one of them is a place."""

    def name(self) -> str:
        """Id of the algorithm."""
        return "distribution"

    def displayName(self) -> str:
        """Name for people."""
        return self.tr("Distribution of a search")

    def shortHelpString(self) -> str:
        """Help beside the dialog."""
        return self.tr(
            "Counts the results of a search by one or two dimensions, such as country, nuts2, topic, scope, fund, "
            "objective, category or strategy. If one of them is a place (country, nuts1, nuts2, nuts3, borders_on, "
            "sought_country), the output has its areas, styled as a choropleth; otherwise it is a table without "
            "geometry. Each share is a range: its upper end also counts features for which the value is not known. A "
            "feature can have several values, so shares need not add up to 1."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        options = [
            self.tr("Programmes"),
            self.tr("Offers and needs"),
            self.tr("NUTS III areas (NUTS 2021)"),
            self.tr("NUTS III areas (NUTS 2016)"),
        ]
        self.addParameter(QgsProcessingParameterEnum("COLLECTION", self.tr("What is counted"), options, False, 0))
        by = self.tr("Count by one or two dimensions, such as country,fund")
        self.addParameter(QgsProcessingParameterString("BY", by, "country"))
        self.add_search()
        self.add_server()
        any_kind = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", self.tr("Distribution"), any_kind))
        self.addOutput(QgsProcessingOutputNumber("COUNT", self.tr("Number of features found")))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        server = self.server(parameters, context, feedback)
        collection = COLLECTIONS[self.parameterAsEnum(parameters, "COLLECTION", context)]
        by = codes(self.parameterAsString(parameters, "BY", context))
        question = Question(self.search(parameters, context, server), by, collection)
        found: Distribution = server.get(answer_to(question))
        server.note(found.edition, found.attribution)
        for note in found.notes:
            feedback.pushInfo(note)
        place = found.place.name if found.place is not None else ""
        if place:
            body = server.get(areas_body(question))
            columns = server.built(lambda: columns_of(body, place))
            page = server.built(lambda: build("distribution", 0, body, columns))
            server.note(page.edition, page.attribution)
            features = page.features
        else:
            columns, features = self._table(found)
        id_ = self.write(parameters, context, qgs_fields(columns), features, geometry=AREAS if place else TABLE)
        output = DistributionOutput(
            server.url,
            server.edition,
            server.attribution,
            found.samples and question.search.show_samples,
            question.to_url(server.url),
            place,
        )
        self.keep(id_, self.displayName(), output)
        return {"OUTPUT": id_, "COUNT": found.matched}

    def _table(self, found: Distribution) -> Tuple[Tuple[Column, ...], List[QgsFeature]]:
        """The rows of a distribution in which nothing is a place."""
        columns: List[Column] = []
        for one in found.dimensions:
            columns += [Column(one.name, TEXT, one.title), Column(f"{one.name}_text", TEXT, one.title)]
        columns.append(Column("count", WHOLE, self.tr("Count")))
        rows: List[List[Any]] = []
        if len(found.dimensions) == 1:
            columns += [
                Column("unknown", WHOLE, self.tr("Not known")),
                Column("share_low", REAL, self.tr("Share, at least")),
                Column("share_high", REAL, self.tr("Share, at most")),
            ]
            rows = [[v.code, v.label, v.count, v.unknown, v.low, v.high] for v in found.dimensions[0].values]
        else:
            first, second = ({value.code: value.label for value in one.values} for one in found.dimensions)
            rows = [[a, first.get(a, a), b, second.get(b, b), count] for (a, b), count in found.cells.items()]
        features: List[QgsFeature] = []
        for row in rows:
            feature = QgsFeature()
            feature.setAttributes(row)
            features.append(feature)
        return tuple(columns), features
