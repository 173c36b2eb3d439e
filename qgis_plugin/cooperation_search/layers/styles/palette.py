"""Colours that people with any colour vision tell apart.

Categories: Okabe and Ito, "Color Universal Design" (2008), then Paul Tol's "muted" scheme (SRON/EPS/TN/09-002).
Sequences: ColorBrewer's YlGnBu, YlOrBr and Purples in five classes, marked there as colour-blind safe; diverging: the
blue side of its RdBu and the orange side of its PuOr.
"""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.core import (
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsSimpleFillSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

CATEGORIES = (
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442",
    "#332288", "#882255", "#44aa99", "#999933", "#aa4499", "#117733", "#ddcc77", "#88ccee", "#cc6677",
)  # fmt: skip
SEQUENCE = ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
#: Two, three, and more values at once: no hue, so that nobody takes them for one value.
SEVERAL = ("#bdbdbd", "#969696", "#636363")
#: All of the values chosen: darker than all others.
BEST = "#2d004b"
#: Categories of region in the order of their list: less developed, transition, more developed, and beside these.
REGION_CATEGORIES = ("#d55e00", "#f0c93a", "#4f9bd9", "#882255")
#: Areas that a classification does not apply to.
OUTSIDE = "#ededed"
#: For a second kind of numbers.
SECOND_SEQUENCE = ("#ffffd4", "#fed98e", "#fe9929", "#d95f0e", "#993404")
#: From little to everything known.
KNOWN = ("#dadaeb", "#bcbddc", "#9e9ac8", "#756bb1", "#54278f")
#: Lines between neighbours.
LAND, POINT, SEA, OTHER_LINE = "#542788", "#1a1a1a", "#0072b2", "#636363"
#: From many more offers to many more needs: blue and orange, which every colour vision tells apart, with grey between.
DIVERGING = ("#0571b0", "#92c5de", "#f0f0f0", "#fdb863", "#c65102")
EVEN_LINE = "#7a7a7a"
OFFER, NEED, BOTH = "#0072b2", "#e69f00", "#882255"
_MIXED = (None, 255, 0)
_OUTLINE = "#4d4d4d"
_NOTHING = "#c8c8c8"


def category(index: int) -> str:
    """The colour of the n-th category; after the last they come again half mixed with white, then with black."""
    colour, mixed = QColor(CATEGORIES[index % len(CATEGORIES)]), _MIXED[index // len(CATEGORIES) % len(_MIXED)]
    if mixed is None:
        return colour.name()
    red, green, blue = ((c + mixed) // 2 for c in (colour.red(), colour.green(), colour.blue()))
    return QColor(red, green, blue).name()


def spread(colours: Sequence[str], count: int) -> List[str]:
    """As many colours of a sequence, from its first to its last: a few classes are told apart as well as many."""
    if count < 2:
        return [colours[len(colours) // 2]] * count
    return [colours[round(place * (len(colours) - 1) / (count - 1))] for place in range(count)]


def fill(layer: QgsVectorLayer, colour: Optional[str]) -> QgsFillSymbol:
    """A symbol for an area: full for NUTS III areas, a line for programmes, which lie over them and over each other.

    :param colour: ``None`` for areas of which nothing is known
    """
    if is_programmes(layer):
        return outline_only(colour or _NOTHING)
    return QgsFillSymbol.createSimple(
        {
            "color": colour or _NOTHING,
            "outline_color": _OUTLINE,
            "outline_width": "0.1",
            "style": "solid" if colour else "b_diagonal",
        }
    )


def hatched(colour: str) -> QgsFillSymbol:
    """A symbol for an area whose value was not read in a source: its colour below white lines."""
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})
    lines = QgsLinePatternFillSymbolLayer.create({"angle": "45", "distance": "2.2"})
    lines.setSubSymbol(QgsLineSymbol.createSimple({"color": "#ffffff", "width": "0.3"}))
    symbol.appendSymbolLayer(lines)
    symbol.appendSymbolLayer(
        QgsSimpleFillSymbolLayer.create({"style": "no", "outline_color": _OUTLINE, "outline_width": "0.1"})
    )
    return symbol


def nothing() -> QColor:
    """A colour that is not seen."""
    return QColor(0, 0, 0, 0)


def category_of_region(index: int) -> str:
    """The colour of the n-th category of region."""
    return REGION_CATEGORIES[index] if index < len(REGION_CATEGORIES) else category(index)


def line(colour: str, width: float, style: str = "solid") -> QgsLineSymbol:
    """A symbol for a line, ``width`` millimetres wide.

    :param style: ``solid``, ``dash`` or ``dot``
    """
    return QgsLineSymbol.createSimple(
        {"line_color": colour, "line_width": str(width), "line_style": style, "capstyle": "round"}
    )


def is_programmes(layer: QgsVectorLayer) -> bool:
    """True for the layer of the programmes, False for one of areas."""
    return layer.fields().lookupField("cci") >= 0


def outline_only(colour: str = _OUTLINE) -> QgsFillSymbol:
    """A translucent line without a fill: where many borders run together, what lies below is still seen."""
    line = QColor(colour)
    line.setAlpha(170)
    encoded = f"{line.red()},{line.green()},{line.blue()},{line.alpha()}"
    return QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": encoded, "outline_width": "0.3", "color": "#ffffff"}
    )


def dashes(colour: str, style: str = "dash") -> QgsSimpleFillSymbolLayer:
    """Dashes over the line of a programme, which is seen between them."""
    return QgsSimpleFillSymbolLayer.create(
        {"style": "no", "outline_color": colour, "outline_width": "0.3", "outline_style": style}
    )
