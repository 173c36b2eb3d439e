"""Algorithm: programmes at my features."""

from __future__ import annotations

from typing import Any, Dict, List, Set, Tuple

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsSpatialIndex,
)

from ..layers.fields import SEPARATOR, TEXT, WHOLE, Column, field_type, split
from .own_layer import OwnLayerAlgorithm

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
            "Copies a layer of your own and adds to each feature the NUTS III areas that it intersects, the "
            "programmes that cover them, and their topics and scopes (lists joined by '; '). Any geometry and any "
            "CRS will do; features without geometry, or outside all areas, have no areas and no programmes. If the "
            "layer already has columns of the same names, they are kept, and the added ones get the prefix 'coop_'."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares the parameters (called by QGIS)."""
        self.add_own_layer()
        self.add_invalid(self.tr("Leave their new columns empty"))
        self.add_period()
        self.add_samples()
        self.add_server()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", self.tr("Features with programmes")))

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Runs it (called by QGIS)."""
        source = self.own_layer(parameters, context)
        placed = self.placed(source, parameters, context)
        server = self.server(parameters, context, feedback)
        collection = self.areas_of_period(parameters, context)
        columns = server.columns(collection)
        areas = server.features(collection, columns, self.view(parameters, context).to_params(collection))
        regions = Regions(areas, columns)
        fields = QgsFields(source.fields())
        names = {fields.at(i).name().lower() for i in range(fields.count())}
        for name, kind in _ADDED:
            fields.append(QgsField(f"coop_{name}" if name in names else name, field_type(kind)))
        crs = self.crs_of(source, parameters, context)
        sink, id_ = self.sink(parameters, context, fields, source.wkbType(), crs)
        count = max(1, source.featureCount())
        for number, feature in self.own_features(source, feedback):
            made = QgsFeature(fields)
            geometry = feature.geometry()
            made.setGeometry(geometry)
            made.setAttributes([*feature.attributes(), *regions.values(placed.of(geometry))])
            self.put(sink, [made], parameters)
            feedback.setProgress(100 * number / count)
        if placed.invalid:
            if placed.repair:
                text = self.tr("Invalid geometries: {}. Repaired copies were used.")
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
