"""The style of areas that features of the user's meet: by how these lie to them."""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

from ...api.texts import tr
from . import palette


def by_relation() -> QgsCategorizedSymbolRenderer:
    """From the closest to the farthest; colours are translucent, because areas of programmes lie over each other."""
    words = (
        ("equals", tr("Styles", "The same as my feature")),
        ("within", tr("Styles", "My feature lies in it")),
        ("contains", tr("Styles", "It lies in my feature")),
        ("overlaps", tr("Styles", "Overlaps my feature")),
        ("touches", tr("Styles", "Touches my feature")),
        ("near", tr("Styles", "Near my feature")),
    )
    colours = dict(zip((code for code, _ in words), palette.CATEGORIES))
    return QgsCategorizedSymbolRenderer(
        "relation", [QgsRendererCategory(code, _fill(colours[code]), text) for code, text in words]
    )


def _fill(colour: str) -> QgsFillSymbol:
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": "#4d4d4d", "outline_width": "0.2"})
    symbol.setOpacity(0.6)
    return symbol
