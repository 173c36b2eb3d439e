"""Labels inside areas, with an edge that keeps them legible on every colour."""

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


def label(
    layer: QgsVectorLayer, expression: str, size: float, bold: bool = False, smallest: float = 0, wrap: int = 28
) -> None:
    """Labels the features of a layer.

    :param smallest: smallest scale (as its denominator) at which the labels are shown; 0 for all
    :param wrap: characters after which a line ends
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.scaleVisibility = smallest > 0
    settings.minimumScale = smallest
    settings.maximumScale = 0
    settings.autoWrapLength = wrap
    settings.centroidInside = True
    text = QgsTextFormat()
    text.setSize(size)
    text.setColor(QColor("#1a1a1a"))
    if bold:
        font = text.font()
        font.setBold(True)
        text.setFont(font)
    edge = QgsTextBufferSettings()
    edge.setEnabled(True)
    edge.setSize(0.8)
    edge.setColor(QColor("#ffffff"))
    text.setBuffer(edge)
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def label_found(layer: QgsVectorLayer) -> None:
    """Names of areas, with the number of programmes found, and titles of programmes; where there is room for them."""
    if palette.is_programmes(layer):
        label(layer, '"title"', 9, smallest=PROGRAMMES_FROM, wrap=24)
        return
    name = '"name"'
    number = matching.column(layer, matching.NUMBER)
    if number:
        name = f"{name} || ' (' || coalesce({QgsExpression.quotedColumnRef(number)}, 0) || ')'"
    label(layer, name, 8, smallest=AREAS_FROM, wrap=24)
