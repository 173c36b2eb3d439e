"""Algorithm: programmes at my features."""

from __future__ import annotations

from typing import Any, Dict, List, Set

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsSpatialIndex,
)

from ..api.search import NUTS3, NUTS3_2016
from ..layers.fields import SEPARATOR, TEXT, WHOLE, Column, field_type, split
from .base import CRS, PERIODS, AtlasAlgorithm

#: Columns that are added, with their kind.
_ADDED = (
    ("nuts3_codes", TEXT), ("nuts3_names", TEXT), ("n_programmes", WHOLE), ("programmes", TEXT),
    ("programme_titles", TEXT), ("topics", TEXT), ("scopes", TEXT), ("rests_on_samples", TEXT),
)  # fmt: skip


class ProgrammesAtFeatures(AtlasAlgorithm):
    """The user's features with the programmes that cover the areas they touch."""

    def name(self) -> str:
        """Id of the algorithm."""
        return "programmes_at_features"

    def displayName(self) -> str:
        """Name for people."""
        return self.tr("Programmes at my features")

    def shortHelpString(self) -> str:
        """Help beside the dialog."""
        return self.tr(
            "Copies a layer of your own and adds to each feature the NUTS III areas it meets, the programmes that "
            "cover them, and their topics and scopes (lists joined by '; '). Any geometry and any CRS; features "
            "without geometry, or outside of all areas, get empty columns. Columns of the layer with the same names "
            "are kept, the added ones then get the prefix 'coop_'."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        any_geometry = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", self.tr("My layer"), any_geometry))
        self.add_period()
        self.add_server()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", self.tr("Features with programmes")))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        server = self.server(parameters, context, feedback)
        collection = NUTS3 if self.period(parameters, context) == PERIODS[0] else NUTS3_2016
        found = server.columns(collection)
        areas = server.features(collection, found, {})
        regions = Regions(areas, found)
        fields = QgsFields(source.fields())
        names = {fields.at(i).name().lower() for i in range(fields.count())}
        for name, kind in _ADDED:
            fields.append(QgsField(f"coop_{name}" if name in names else name, field_type(kind)))
        sink, id_ = self.parameterAsSink(parameters, "OUTPUT", context, fields, source.wkbType(), source.sourceCrs())
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        to_areas = QgsCoordinateTransform(
            source.sourceCrs(), QgsCoordinateReferenceSystem(CRS), context.transformContext()
        )
        count = max(1, source.featureCount())
        for done, feature in enumerate(source.getFeatures()):
            if feedback.isCanceled():
                break
            made = QgsFeature(fields)
            geometry = feature.geometry()
            made.setGeometry(geometry)
            made.setAttributes([*feature.attributes(), *regions.values(self._moved(geometry, to_areas, feature))])
            if not sink.addFeature(made, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
            feedback.setProgress(100 * (done + 1) / count)
        return {"OUTPUT": id_}

    def _moved(self, geometry: QgsGeometry, transform: QgsCoordinateTransform, feature: QgsFeature) -> QgsGeometry:
        moved = QgsGeometry(geometry)
        if moved.isNull():
            return moved
        try:
            moved.transform(transform)
        except Exception as error:
            text = self.tr("Feature {0} cannot be transformed to the CRS of the areas: {1}")
            raise QgsProcessingException(text.format(feature.id(), error)) from error
        return moved


class Regions:
    """NUTS III areas to look up by geometry.

    :param columns: the columns of the areas
    """

    def __init__(self, areas: List[QgsFeature], columns: tuple) -> None:
        self._at = {column.name: i for i, column in enumerate(columns) if isinstance(column, Column)}
        self._areas: Dict[int, QgsFeature] = {}
        self._index = QgsSpatialIndex()
        for number, area in enumerate(areas):
            area.setId(number)
            self._areas[number] = area
            self._index.addFeature(area)

    def values(self, geometry: QgsGeometry) -> List[Any]:
        """The values of the added columns for a geometry in the CRS of the areas."""
        if geometry.isNull() or geometry.isEmpty():
            return [None] * len(_ADDED)
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        near = sorted(self._index.intersects(geometry.boundingBox()))
        met = [self._areas[i] for i in near if engine.intersects(self._areas[i].geometry().constGet())]
        if not met:
            return [None, None, 0, None, None, None, None, None]
        titles: Dict[str, str] = {}
        for area in met:
            titles.update(zip(split(self._value(area, "programmes")), split(self._value(area, "titles"))))
        samples: Set[Any] = {
            self._value(area, name) for area in met for name in ("topics_basis", "scopes_basis", "counts_basis")
        }
        return [
            SEPARATOR.join(str(self._value(a, "nuts_code")) for a in met),
            SEPARATOR.join(str(self._value(a, "name")) for a in met),
            len(titles),
            SEPARATOR.join(titles) or None,
            SEPARATOR.join(titles.values()) or None,
            self._joined(met, "topics"),
            self._joined(met, "scopes"),
            "sample" if "sample" in samples else None,
        ]

    def _joined(self, areas: List[QgsFeature], name: str) -> Any:
        return SEPARATOR.join(dict.fromkeys(v for a in areas for v in split(self._value(a, name)))) or None

    def _value(self, area: QgsFeature, name: str) -> Any:
        value = area.attribute(self._at[name])
        return None if value is None or str(value) == "NULL" else value
