"""Colours that people with any colour vision tell apart.

Categories: Okabe and Ito, "Color Universal Design" (2008), then Paul Tol's "muted" scheme (SRON/EPS/TN/09-002).
Sequence: ColorBrewer's YlGnBu in five classes, marked there as colour-blind safe.
"""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsFillSymbol, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

CATEGORIES = (
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442",
    "#332288", "#882255", "#44aa99", "#999933", "#aa4499", "#117733", "#ddcc77", "#88ccee", "#cc6677",
)  # fmt: skip
SEQUENCE = ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
#: Two, three, and more values at once: no hue, so that nobody takes them for one value.
SEVERAL = ("#bdbdbd", "#969696", "#636363")
OFFER, NEED, BOTH = "#0072b2", "#e69f00", "#882255"
_OUTLINE = "#4d4d4d"
_NOTHING = "#f2f2f2"


def category(index: int) -> str:
    """The colour of the n-th category; they repeat after the last."""
    return CATEGORIES[index % len(CATEGORIES)]


def fill(layer: QgsVectorLayer, colour: Optional[str]) -> QgsFillSymbol:
    """A symbol for an area: full for NUTS III areas, a translucent tint with a strong line for programmes.

    Programmes lie over the areas and over each other, so their fill must let these through.

    :param colour: ``None`` for areas of which nothing is known
    """
    programmes = is_programmes(layer)
    symbol = QgsFillSymbol.createSimple(
        {
            "color": colour or _NOTHING,
            "outline_color": (colour or _OUTLINE) if programmes else _OUTLINE,
            "outline_width": "0.5" if programmes else "0.1",
            "style": "solid" if colour or programmes else "b_diagonal",
        }
    )
    if colour is None and not programmes:
        symbol.setColor(QColor("#c8c8c8"))
    if programmes:
        fill_colour = symbol.symbolLayer(0).fillColor()
        fill_colour.setAlpha(38)
        symbol.symbolLayer(0).setFillColor(fill_colour)
    return symbol


def is_programmes(layer: QgsVectorLayer) -> bool:
    """True for the layer of the programmes, False for one of areas."""
    return layer.fields().lookupField("cci") >= 0


def outline_only(colour: str = _OUTLINE) -> QgsFillSymbol:
    """A line without a fill."""
    return QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": colour, "outline_width": "0.4", "color": "#ffffff"}
    )
