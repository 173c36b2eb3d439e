"""The style of offers and needs, whatever style the areas have: each is a sign of its own at its programme's area."""

from __future__ import annotations

from typing import Dict, List, Tuple

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsMarkerSymbol,
    QgsPointDisplacementRenderer,
    QgsRendererCategory,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...api.answers import CodeList
from ...api.texts import tr
from ..fields import SAMPLE
from . import palette
from .present import values

KIND = "kind"
#: Colour and shape of each kind: the shape tells them apart in print and for every colour vision.
_SIGNS: Dict[str, Tuple[str, str]] = {
    "offer": (palette.OFFER, "triangle"),
    "need": (palette.NEED, "circle"),
    "both": (palette.BOTH, "diamond"),
}
_SIZE = "3.4"
#: Width of the outline in millimetres.
_LINE = "0.5"
#: QGIS's name for points; it moved in 3.30.
_POINT = Qgis.GeometryType.Point if Qgis.QGIS_VERSION_INT >= 33000 else QgsWkbTypes.GeometryType.PointGeometry


def is_points(layer: QgsVectorLayer) -> bool:
    """Whether a layer holds points, to which the styles of areas do not apply."""
    return layer.geometryType() == _POINT


def by_kind(layer: QgsVectorLayer, kinds: CodeList, language: str) -> QgsFeatureRenderer:
    """Offers against needs; those of one programme stand in a ring. Samples are hollow, and say so in the legend."""
    words = {code.code: code.text(language) for code in kinds.items}
    real, samples = _present(layer)
    categories: List[QgsRendererCategory] = []
    for code in _SIGNS:
        if code in real:
            categories.append(QgsRendererCategory(code, _sign(code, False), words.get(code, code)))
        if code in samples:
            label = tr("Styles", "{} (sample)").format(words.get(code, code))
            categories.append(QgsRendererCategory(f"{code} {SAMPLE}", _sign(code, True), label))
    inner = QgsCategorizedSymbolRenderer(
        f"\"{KIND}\" || CASE WHEN \"{SAMPLE}\" THEN ' {SAMPLE}' ELSE '' END", categories
    )
    made = QgsPointDisplacementRenderer()
    made.setEmbeddedRenderer(inner)
    made.setTolerance(0.5)
    made.setCircleRadiusAddition(0)
    made.setCircleColor(palette.nothing())
    made.setCenterSymbol(
        QgsMarkerSymbol.createSimple({"name": "circle", "size": "0.8", "color": "#4d4d4d", "outline_style": "no"})
    )
    return made


def _present(layer: QgsVectorLayer) -> Tuple[set, set]:
    """The kinds that the layer has, without samples and among them; all of them while it is empty."""
    kind, sample = (layer.fields().lookupField(name) for name in (KIND, SAMPLE))
    if not values(layer, KIND):
        return set(_SIGNS), set()
    found: Tuple[set, set] = (set(), set())
    request = QgsFeatureRequest().setSubsetOfAttributes([kind, sample]).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in layer.getFeatures(request):
        found[bool(feature.attribute(sample))].add(feature.attribute(kind))
    return found


def _sign(kind: str, sample: bool) -> QgsMarkerSymbol:
    colour, shape = _SIGNS[kind]
    return QgsMarkerSymbol.createSimple(
        {
            "name": shape,
            "size": _SIZE,
            "color": "#ffffff" if sample else colour,
            "outline_color": colour if sample else "#ffffff",
            "outline_width": _LINE if sample else "0.2",
        }
    )
