"""Algorithm: neighbouring regions."""

from __future__ import annotations

from typing import Any, Dict, List

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsSpatialIndex,
)

from ..api.criteria import NUTS
from ..layers.fields import REAL, TEXT, field_type, qgs_fields
from .base import CRS, AtlasAlgorithm
from .codes import places

#: Generalised borders of neighbours can lie apart by a little; metres.
_TOUCHING = 50.0
#: Plane of Europe in which nearest points are looked for.
PLANE = "EPSG:3035"
#: Most that EPSG:3035 stretches a distance where there are NUTS areas.
_STRETCH = 1.5


class NeighbouringRegions(AtlasAlgorithm):
    """NUTS III areas around given ones, by land or within a distance over the sea."""

    def name(self) -> str:
        """Id of the algorithm."""
        return "neighbouring_regions"

    def displayName(self) -> str:
        """Name for people."""
        return self.tr("Neighbouring regions")

    def shortHelpString(self) -> str:
        """Help beside the dialog."""
        return self.tr(
            "Finds the NUTS III areas that share a border with the given NUTS regions (codes of any level), and "
            "those within a distance of them. With 150 km this reaches the areas that Regulation (EU) 2021/1059, "
            "Article 4, counts as maritime neighbours. Distances are measured on the ellipsoid between the "
            "generalised borders (1:3 million). Added columns: neighbour_of (NUTS code of the nearest given area), "
            "neighbour (land or distance), distance_km."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        self.add_codes(NUTS, self.tr("NUTS regions"), optional=False)
        number = QgsProcessingParameterNumber.Type.Double
        text = self.tr("Distance in km (0: shared borders only)")
        self.addParameter(QgsProcessingParameterNumber("DISTANCE", text, number, 0.0, False, 0.0, 1000.0))
        text = self.tr("Only areas of other countries")
        self.addParameter(QgsProcessingParameterBoolean("ABROAD", text, False))
        self.add_period()
        self.add_samples()
        self.add_server()
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", self.tr("Neighbouring areas"), polygon))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        given = places(self.parameterAsString(parameters, "NUTS", context))
        if not given:
            raise QgsProcessingException(self.tr("Please give at least one NUTS code."))
        server = self.server(parameters, context, feedback)
        collection = self.areas_of_period(parameters, context)
        columns = server.columns(collection)
        view = self.view(parameters, context)
        areas = server.features(collection, columns, view.to_params(collection))
        at = {column.name: i for i, column in enumerate(columns)}
        centre = [a for a in areas if str(a.attribute(at["nuts_code"])).startswith(given)]
        for code in given:
            if not any(str(a.attribute(at["nuts_code"])).startswith(code) for a in centre):
                text = self.tr("There is no NUTS III area in “{0}” (collection {1}).")
                raise QgsProcessingException(text.format(code, collection))
        distance = self.parameterAsDouble(parameters, "DISTANCE", context)
        abroad = self.parameterAsBool(parameters, "ABROAD", context)
        fields = qgs_fields(columns)
        for name, kind in (("neighbour_of", TEXT), ("neighbour", TEXT), ("distance_km", REAL)):
            fields.append(QgsField(name, field_type(kind)))
        made: List[QgsFeature] = []
        for near in Neighbourhood(areas, at, context).around(centre, distance, abroad, feedback):
            row = QgsFeature(fields)
            row.setGeometry(near.feature.geometry())
            kind = "land" if near.metres <= _TOUCHING else "distance"
            row.setAttributes([*near.feature.attributes(), near.of, kind, round(near.metres / 1000, 1)])
            made.append(row)
        id_ = self.write(parameters, context, fields, made)
        self.remember(id_, server, collection, view)
        return {"OUTPUT": id_}


class Near:
    """An area that is near, the code of the nearest given area, and the distance in metres."""

    def __init__(self, feature: QgsFeature, of: str, metres: float) -> None:
        self.feature, self.of, self.metres = feature, of, metres


class Neighbourhood:
    """Distances between areas: nearest points in EPSG:3035, measured on the ellipsoid."""

    def __init__(self, areas: List[QgsFeature], at: Dict[str, int], context: QgsProcessingContext) -> None:
        self._at = at
        self._areas = dict(enumerate(areas))
        self._planes: Dict[int, QgsGeometry] = {}
        self._index = QgsSpatialIndex()
        plane = QgsCoordinateReferenceSystem(PLANE)
        transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(CRS), plane, context.transformContext())
        for number, area in self._areas.items():
            area.setId(number)
            geometry = QgsGeometry(area.geometry())
            geometry.transform(transform)
            self._planes[number] = geometry
            self._index.addFeature(number, geometry.boundingBox())
        self._measure = QgsDistanceArea()
        self._measure.setSourceCrs(plane, context.transformContext())
        self._measure.setEllipsoid("EPSG:7030")

    def around(
        self, centre: List[QgsFeature], kilometres: float, abroad: bool, feedback: QgsProcessingFeedback
    ) -> List[Near]:
        """The areas around ``centre``, nearest first."""
        own = {area.id() for area in centre}
        countries = {area.attribute(self._at["country"]) for area in centre}
        limit = max(kilometres * 1000, _TOUCHING)
        nearest: Dict[int, Near] = {}
        for done, area in enumerate(centre):
            if feedback.isCanceled():
                break
            geometry = self._planes[area.id()]
            # Far from its centre the projection stretches; a box that is larger only costs time.
            for number in self._index.intersects(geometry.boundingBox().buffered(limit * _STRETCH)):
                other = self._areas[number]
                if number in own or (abroad and other.attribute(self._at["country"]) in countries):
                    continue
                metres = self._distance(geometry, self._planes[number])
                if metres <= limit and (number not in nearest or metres < nearest[number].metres):
                    nearest[number] = Near(other, str(area.attribute(self._at["nuts_code"])), metres)
            feedback.setProgress(100 * (done + 1) / len(centre))
        return sorted(nearest.values(), key=lambda near: near.metres)

    def _distance(self, one: QgsGeometry, other: QgsGeometry) -> float:
        line = one.shortestLine(other)
        return 0.0 if line.isNull() or line.length() == 0 else float(self._measure.measureLength(line))
