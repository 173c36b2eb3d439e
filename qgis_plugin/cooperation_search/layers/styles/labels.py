"""Labels that appear where there is room for them."""

from __future__ import annotations

from qgis.core import (
    QgsPalLayerSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from . import palette

#: Smallest scale (as its denominator) at which names are shown.
AREAS_FROM, PROGRAMMES_FROM = 3_000_000, 6_000_000
_WRAP = 24


def label(layer: QgsVectorLayer) -> None:
    """Names of areas and titles of programmes, with a light edge, from their scale on."""
    programmes = palette.is_programmes(layer)
    settings = QgsPalLayerSettings()
    settings.fieldName = "title" if programmes else "name"
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
