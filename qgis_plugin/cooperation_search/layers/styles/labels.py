"""Labels that appear where there is room for them."""

from __future__ import annotations

from qgis.core import (
    QgsExpression,
    QgsPalLayerSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from .. import matching
from . import palette

#: Smallest scale (as its denominator) at which names are shown.
AREAS_FROM, PROGRAMMES_FROM = 3_000_000, 6_000_000
_WRAP = 24


def label(layer: QgsVectorLayer) -> None:
    """Names of areas, with the number of programmes found, and titles of programmes; from their scale on."""
    programmes = palette.is_programmes(layer)
    settings = QgsPalLayerSettings()
    number = matching.column(layer, matching.NUMBER)
    settings.fieldName = "title" if programmes else "name"
    if number and not programmes:
        settings.fieldName = f"\"name\" || ' (' || coalesce({QgsExpression.quotedColumnRef(number)}, 0) || ')'"
        settings.isExpression = True
    settings.scaleVisibility = True
    settings.minimumScale = PROGRAMMES_FROM if programmes else AREAS_FROM
    settings.maximumScale = 0
    settings.autoWrapLength = _WRAP
    settings.centroidInside = True
    text = QgsTextFormat()
    text.setSize(9 if programmes else 8)
    text.setColor(QColor("#1a1a1a"))
    edge = QgsTextBufferSettings()
    edge.setEnabled(True)
    edge.setSize(0.8)
    edge.setColor(QColor("#ffffff"))
    text.setBuffer(edge)
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
