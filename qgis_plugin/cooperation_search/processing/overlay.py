"""Algorithm: the user's own features over programmes or areas."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..api.reading import Reader, parse
from ..api.search import NUTS3, NUTS3_2016, PROGRAMMES, Search
from ..layers.fields import REAL, TEXT, WHOLE, Column, qgs_fields
from .output import OverlayOutput
from .own_layer import OwnLayerAlgorithm
from .pieces import Piece, Pieces
from .placed import Placed
from .server import Server

#: The process of the server, and what features can be laid over.
PROCESS = "overlay"
OVER = (PROGRAMMES, NUTS3, NUTS3_2016)
#: Most pairs of one answer, and most kilometres of a distance, as the server has them.
_MOST, _FARTHEST = 5000, 500.0
#: Columns of a pair that come from the server, with their kind.
_PAIR = (
    ("relation", TEXT), ("area", TEXT), ("name", TEXT), ("country", TEXT), ("country_name", TEXT),
    ("distance_km", REAL), ("shared_km2", REAL), ("shared_km", REAL), ("share_of_feature", REAL),
    ("share_of_area", REAL),
)  # fmt: skip


class Overlay(OwnLayerAlgorithm):
    """What the user's features lie in, touch or are near, with shares of area and length."""

    def name(self) -> str:
        """Id of the algorithm."""
        return "overlay"

    def displayName(self) -> str:
        """Name for people."""
        return self.tr("Overlay with programmes or areas")

    def shortHelpString(self) -> str:
        """Help beside the dialog."""
        return self.tr(
            "Overlays a layer of your own (points, lines or polygons, in any CRS) on the areas of programmes or on "
            "NUTS III areas. Each output feature stands for a pair of your feature and an area. It has the geometry "
            "of the area, the number and name of your feature, how your feature lies to the area (equals, within, "
            "contains, overlaps, touches, near), the distance, what they share in km² or km, and the share of each "
            "that this is. The server does the work: the coordinates of your features are sent to it, but not their "
            "attributes. The criteria choose the programmes or areas."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        self.add_own_layer()
        field = self.tr("Field that names my features")
        self.addParameter(QgsProcessingParameterField("FIELD", field, None, "INPUT", optional=True))
        over = [
            self.tr("Programmes"),
            self.tr("NUTS III areas (NUTS 2021)"),
            self.tr("NUTS III areas (NUTS 2016)"),
        ]
        self.addParameter(QgsProcessingParameterEnum("OVER", self.tr("Over"), over, False, 0))
        number = QgsProcessingParameterNumber.Type.Double
        text = self.tr("Also find what is near: within a distance in km")
        self.addParameter(QgsProcessingParameterNumber("DISTANCE", text, number, 0.0, False, 0.0, _FARTHEST))
        self.add_invalid(self.tr("Leave them out"))
        self.add_search()
        self.add_server()
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", self.tr("Pairs"), polygon))
        self.addOutput(QgsProcessingOutputNumber("COUNT", self.tr("Number of pairs")))
        self.addOutput(QgsProcessingOutputNumber("ALONE", self.tr("Number of features that meet no area")))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        source = self.own_layer(parameters, context)
        placed = self.placed(source, parameters, context)
        server = self.server(parameters, context, feedback)
        collection = OVER[self.parameterAsEnum(parameters, "OVER", context)]
        search = self.search(parameters, context, server)
        field = self.parameterAsString(parameters, "FIELD", context)
        pieces, names = self._collect(source, placed, field, feedback)
        pairs = self._ask(
            server, pieces, collection, search, self.parameterAsDouble(parameters, "DISTANCE", context), feedback
        )
        features = self._features(server, collection, search, pairs, names)
        name = source.fields().field(field) if field else None
        id_ = self.write(parameters, context, qgs_fields(self._columns(name)), features)
        alone = len(names) - len({number for number, _ in pairs})
        self._tell(feedback, placed, pieces, alone)
        self.keep(
            id_,
            self.displayName(),
            OverlayOutput(server.url, server.edition, server.attribution, server.samples),
        )
        return {"OUTPUT": id_, "COUNT": len(features), "ALONE": alone, "INVALID_COUNT": placed.invalid}

    def _collect(
        self, source: QgsProcessingFeatureSource, placed: Placed, field: str, feedback: QgsProcessingFeedback
    ) -> Tuple[Pieces, Dict[int, Any]]:
        """The features that can be sent, and the names of all by number."""
        pieces, names = Pieces(), {}
        for number, feature in self.own_features(source, feedback):
            names[number] = feature[field] if field else None
            geometry = placed.of(feature.geometry())
            if not geometry.isNull():
                pieces.add(number, geometry)
        return pieces, names

    def _ask(
        self,
        server: Server,
        pieces: Pieces,
        collection: str,
        search: Search,
        distance: float,
        feedback: QgsProcessingFeedback,
    ) -> List[Tuple[int, Dict[str, Any]]]:
        """The pairs that the server finds, with the number of the user's feature."""
        inputs: Dict[str, Any] = {
            **search.to_params(collection),
            "collection": collection,
            "skipGeometry": True,
            "limit": _MOST,
            # Rounding can make a shape invalid that was valid.
            "repair": True,
        }
        if distance:
            inputs["distance_km"] = distance
        waiting = list(pieces)
        pairs: List[Tuple[int, Dict[str, Any]]] = []
        of, done = len(waiting), 0
        while waiting and not feedback.isCanceled():
            piece = waiting.pop(0)
            body = server.execute(PROCESS, {**inputs, "features": piece.document()})
            whole = server.built(lambda body=body: Reader(parse(body), "overlay"))
            if whole.count("numberMatched") > whole.count("numberReturned") and len(piece.numbers) > 1:
                waiting[:0] = piece.halves()
                of += 1
                continue
            server.note(whole.optional("edition") or "", whole.optional("attribution") or "")
            pairs += server.built(lambda whole=whole, piece=piece: _pairs(whole, piece))
            done += 1
            feedback.setProgress(90 * done / of)
        return pairs

    def _features(
        self,
        server: Server,
        collection: str,
        search: Search,
        pairs: List[Tuple[int, Dict[str, Any]]],
        names: Dict[int, Any],
    ) -> List[QgsFeature]:
        """The pairs as features with the geometry of the area."""
        if not pairs:
            return []
        columns = server.columns(collection)
        key = "cci" if collection == PROGRAMMES else "nuts_code"
        at = next(i for i, column in enumerate(columns) if column.name == key)
        areas = server.features(collection, columns, search.to_params(collection))
        shapes = {str(area.attribute(at)): area.geometry() for area in areas}
        made: List[QgsFeature] = []
        for number, pair in pairs:
            row = QgsFeature()
            row.setAttributes([number, names[number], *(pair.get(name) for name, _ in _PAIR)])
            if pair["area"] in shapes:
                row.setGeometry(shapes[pair["area"]])
            made.append(row)
        return made

    def _columns(self, named: Optional[QgsField]) -> Tuple[Column, ...]:
        titles = {
            "relation": self.tr("Relation"),
            "area": self.tr("CCI or NUTS code"),
            "name": self.tr("Programme or area"),
            "country": self.tr("Country"),
            "country_name": self.tr("Country (name)"),
            "distance_km": self.tr("Distance (km)"),
            "shared_km2": self.tr("Shared area (km²)"),
            "shared_km": self.tr("Shared length (km)"),
            "share_of_feature": self.tr("Share of my feature"),
            "share_of_area": self.tr("Share of the area"),
        }
        alias = named.displayName() if named is not None else self.tr("Name of my feature")
        return (
            Column("feature", WHOLE, self.tr("Number of my feature")),
            Column("feature_name", TEXT, alias),
            *(Column(name, kind, titles[name]) for name, kind in _PAIR),
        )

    def _tell(self, feedback: QgsProcessingFeedback, placed: Placed, pieces: Pieces, alone: int) -> None:
        if placed.repair:
            invalid = self.tr("Invalid geometries: {}. Repaired copies were used.")
        else:
            invalid = self.tr("Invalid geometries: {}. They were left out.")
        for count, text in (
            (placed.invalid, invalid),
            (placed.elsewhere + len(pieces.outside), self.tr("Features that cannot be placed on the map: {}.")),
            (
                len(pieces.too_large),
                self.tr("Features too large for the server: {}. Simplify them and run the algorithm again."),
            ),
        ):
            if count:
                feedback.pushWarning(text.format(count))
        feedback.pushInfo(self.tr("Features that meet no area: {}.").format(alone))


def _pairs(whole: Reader, piece: Piece) -> List[Tuple[int, Dict[str, Any]]]:
    found: List[Tuple[int, Dict[str, Any]]] = []
    for feature in whole.readers("features"):
        properties = feature.reader("properties")
        number = properties.count("feature")
        properties.text("area")
        if not 1 <= number <= len(piece.numbers):
            raise IndexError(number)
        found.append((piece.numbers[number - 1], properties.values))
    return found
