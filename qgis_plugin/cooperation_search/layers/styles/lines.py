"""The style of lines between neighbours, whatever style the areas have."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...api.texts import tr
from . import palette

#: How two areas are neighbours.
KIND = "neighbour_kind"
#: QGIS's name for lines; it moved in 3.30.
_LINE = Qgis.GeometryType.Line if Qgis.QGIS_VERSION_INT >= 33000 else QgsWkbTypes.GeometryType.LineGeometry


def is_lines(layer: QgsVectorLayer) -> bool:
    """Whether a layer holds lines, to which the styles of areas do not apply."""
    return layer.geometryType() == _LINE


def by_neighbour_kind(layer: QgsVectorLayer) -> QgsFeatureRenderer:
    """By land, in a point, or by sea; other lines are all alike."""
    other = palette.line(palette.OTHER_LINE, 0.3)
    if layer.fields().lookupField(KIND) < 0:
        return QgsSingleSymbolRenderer(other)
    return QgsCategorizedSymbolRenderer(
        f"CASE WHEN \"{KIND}\" IN ('land', 'point', 'sea') THEN \"{KIND}\" END",
        [
            QgsRendererCategory("land", palette.line(palette.LAND, 0.5), tr("Styles", "Shared border")),
            QgsRendererCategory("point", palette.line(palette.POINT, 0.5, "dot"), tr("Styles", "Touch in a point")),
            QgsRendererCategory("sea", palette.line(palette.SEA, 0.4, "dash"), tr("Styles", "By sea")),
            QgsRendererCategory(None, other, tr("Styles", "Other")),
        ],
    )
