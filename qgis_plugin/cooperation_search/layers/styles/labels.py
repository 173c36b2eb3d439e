"""Labels inside areas, with an edge that keeps them legible on every colour.

Areas and programmes have two fonts. Programmes that cover the same area lie over each other exactly: one label for all.
"""

from __future__ import annotations

import json
from typing import Dict, Iterable, Tuple

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFontUtils,
    QgsPalLayerSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...api.texts import tr
from .. import matching
from . import palette

#: Smallest scale (as its denominator) at which names are shown.
AREAS_FROM, PROGRAMMES_FROM = 3_000_000, 6_000_000
#: At smaller scales, how many programmes cover an area is shown where it is as wide as the words: in millimetres.
_WIDE = 16
#: Variable of a layer with the programmes that are labelled, and how many there are with the same area, as JSON.
HERE = "cooperation_programmes_here"
#: A second font, of which each system has one.
_SERIFS = ("Noto Serif", "Source Serif Pro", "DejaVu Serif", "Liberation Serif", "Georgia", "Times New Roman")
_INK, _INK_OF_PROGRAMMES = "#1a1a1a", "#1b2a6b"


def label(
    layer: QgsVectorLayer,
    expression: str,
    size: float,
    bold: bool = False,
    smallest: float = 0,
    wrap: int = 28,
    serif: bool = False,
) -> None:
    """Labels the features of a layer, inside of their areas where there is room.

    :param smallest: smallest scale (as its denominator) at which the labels are shown; 0 for all
    :param wrap: characters after which a line ends
    :param serif: in the second font
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.scaleVisibility = smallest > 0
    settings.minimumScale = smallest
    settings.maximumScale = 0
    settings.autoWrapLength = wrap
    settings.centroidInside = True
    settings.placement = _horizontal()
    text = QgsTextFormat()
    text.setSize(size)
    text.setColor(QColor(_INK_OF_PROGRAMMES if serif else _INK))
    font = text.font()
    font.setBold(bold)
    if serif:
        # Only what is there: for any other QGIS would look on the internet, and say that it found nothing.
        family = next((each for each in _SERIFS if QgsFontUtils.fontFamilyMatchOnSystem(each)[0]), "")
        if family:
            font.setFamily(family)
        # Slanted, so that the two are told apart on a system without any of these.
        font.setItalic(True)
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
        label(layer, _programmes(), 9, wrap=24, serif=True)
        return
    name = '"name"'
    number = matching.column(layer, matching.NUMBER)
    if number:
        name = f"{name} || ' (' || coalesce({QgsExpression.quotedColumnRef(number)}, 0) || ')'"
    label(layer, name, 8, smallest=AREAS_FROM, wrap=24)


def count_here(layer: QgsVectorLayer, features: Iterable[QgsFeature]) -> None:
    """Notes in a layer of programmes how many cover the same area: the first of them has the label of all."""
    first: Dict[Tuple[str, ...], str] = {}
    here: Dict[str, int] = {}
    for feature in features:
        place = feature.fields().lookupField("nuts_codes")
        cci, codes = str(feature["cci"]), str(feature.attribute(place) or "") if place >= 0 else ""
        # An area that is not known is not the same as another that is not known.
        # A zero at the end of a code is for a region that is all of the one above.
        key = tuple(sorted(code.rstrip("0") for code in codes.split("; "))) if codes else (cci,)
        labelled = first.setdefault(key, cci)
        here[labelled] = here.get(labelled, 0) + 1
    QgsExpressionContextUtils.setLayerVariable(layer, HERE, json.dumps(here))


def _programmes() -> str:
    """The title of a programme, or how many cover the same area as it does; nothing for all but the first of these."""
    several = QgsExpression.quotedString(tr("Styles", "{} programmes"))
    # A layer that was made without counting, such as one of an earlier version of the plugin, has the titles of all.
    number = f'if(@{HERE} IS NULL, 1, map_get(from_json(@{HERE}), "cci"))'
    metres = "bounds_width($geometry) * 111320 * cos(radians((y_min($geometry) + y_max($geometry)) / 2))"
    near = f"@map_scale <= {PROGRAMMES_FROM}"
    return (
        f"with_variable('n', {number}, CASE "
        f"WHEN @n > 1 AND ({near} OR {metres} * 1000 / @map_scale >= {_WIDE}) "
        f"THEN replace({several}, '{{}}', to_string(@n)) "
        f'WHEN @n = 1 AND {near} THEN "title" END)'
    )


def _horizontal() -> object:
    """QGIS's name for labels inside of areas; it moved in 3.26."""
    if hasattr(Qgis, "LabelPlacement"):
        return Qgis.LabelPlacement.Horizontal
    return QgsPalLayerSettings.Placement.Horizontal
