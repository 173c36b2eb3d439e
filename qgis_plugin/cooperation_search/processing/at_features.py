"""Algorithm: programmes at my features."""

from __future__ import annotations

from typing import Any, Dict, List, Set, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsSpatialIndex,
)

from ..api.search import NUTS3, NUTS3_2016
from ..layers.fields import SEPARATOR, TEXT, WHOLE, Column, field_type, split
from .base import CRS, PERIODS
from .own_layer import OwnLayerAlgorithm
from .placed import Placed, unchecked

#: Columns that are added, with their kind.
_ADDED = (
    ("nuts3_codes", TEXT), ("nuts3_names", TEXT), ("n_programmes", WHOLE), ("programmes", TEXT),
    ("programme_titles", TEXT), ("topics", TEXT), ("scopes", TEXT), ("rests_on_samples", TEXT),
)  # fmt: skip


class ProgrammesAtFeatures(OwnLayerAlgorithm):
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
            "Copies a layer of your own and adds to each feature the NUTS III areas it intersects, the programmes that "
            "cover them, and their topics and scopes (lists joined by '; '). Any geometry and any CRS; features "
            "without geometry, or outside of all areas, get empty columns. Columns of the layer with the same names "
            "are kept, the added ones then get the prefix 'coop_'."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        self.add_own_layer()
        options = [self.tr("Compare a repaired copy"), self.tr("Leave their new columns empty")]
        invalid = QgsProcessingParameterEnum("INVALID", self.tr("Invalid geometries"), options, False, 0)
        self.addParameter(self.advanced(invalid))
        self.add_period()
        self.add_samples()
        self.add_server()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", self.tr("Features with programmes")))
        self.addOutput(QgsProcessingOutputNumber("INVALID_COUNT", self.tr("Number of invalid geometries")))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        server = self.server(parameters, context, feedback)
        collection = NUTS3 if self.period(parameters, context) == PERIODS[0] else NUTS3_2016
        columns = server.columns(collection)
        areas = server.features(collection, columns, self.view(parameters, context).to_params(collection))
        regions = Regions(areas, columns)
        fields = QgsFields(source.fields())
        names = {fields.at(i).name().lower() for i in range(fields.count())}
        for name, kind in _ADDED:
            fields.append(QgsField(f"coop_{name}" if name in names else name, field_type(kind)))
        own_crs = self.crs_of(source, parameters, context)
        repair = self.parameterAsEnum(parameters, "INVALID", context) == 0
        sink, id_ = self.parameterAsSink(parameters, "OUTPUT", context, fields, source.wkbType(), own_crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        to_areas = QgsCoordinateTransform(own_crs, QgsCoordinateReferenceSystem(CRS), context.transformContext())
        placed = Placed(to_areas, repair)
        count = max(1, source.featureCount())
        # Otherwise QGIS stops at the first geometry that is not valid.
        for done, feature in enumerate(source.getFeatures(QgsFeatureRequest(), unchecked())):
            if feedback.isCanceled():
                break
            made = QgsFeature(fields)
            geometry = feature.geometry()
            made.setGeometry(geometry)
            made.setAttributes([*feature.attributes(), *regions.values(placed.of(geometry))])
            if not sink.addFeature(made, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
            feedback.setProgress(100 * (done + 1) / count)
        if placed.invalid:
            if repair:
                text = self.tr("Invalid geometries: {}. They were compared as repaired copies.")
            else:
                text = self.tr("Invalid geometries: {}. Their new columns are empty.")
            feedback.pushWarning(text.format(placed.invalid))
        if placed.elsewhere:
            text = self.tr("Features that cannot be placed on the map of the areas: {}. Their new columns are empty.")
            feedback.pushWarning(text.format(placed.elsewhere))
        self.remember(id_, server)
        return {"OUTPUT": id_, "INVALID_COUNT": placed.invalid}


class Regions:
    """NUTS III areas to look up by geometry.

    :param columns: the columns of the areas
    """

    def __init__(self, areas: List[QgsFeature], columns: Tuple[Column, ...]) -> None:
        self._at = {column.name: i for i, column in enumerate(columns)}
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
