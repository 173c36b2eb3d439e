"""What the tests of print layouts share: where the items of a layout are, and how far their ink reaches."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QImage

#: Rounding of places and sizes, in millimetres.
NEARLY = 0.05


def placed(layout: QgsPrintLayout) -> dict[str, QRectF]:
    """Where each named item is, in millimetres on its page."""
    items = [i for i in layout.items() if isinstance(i, QgsLayoutItem) and i.id()]
    assert len({i.id() for i in items}) == len(items), "two items of one name"
    return {i.id(): i.mapRectToScene(i.rect()) for i in items}


def assert_in_order(layout: QgsPrintLayout, inside: tuple[tuple[str, str], ...] = ()) -> None:
    """All items lie on a page, no two of them on each other, and no text is larger than its room.

    :param inside: parts of the names of items that may lie on each other
    """
    pages = layout.pageCollection()
    paper = [pages.page(n).mapRectToScene(pages.page(n).rect()) for n in range(pages.pageCount())]
    places = placed(layout)
    for name, place in places.items():
        assert place.width() > 0.3 and place.height() > 0.5, f"{name} has no room"
        assert any(page.adjusted(5, 5, -5, -5).contains(place) for page in paper), f"{name} leaves the paper: {place}"
    for (one, a), (other, b) in combinations(places.items(), 2):
        if any((x in one and y in other) or (x in other and y in one) for x, y in inside):
            continue
        both = a.intersected(b)
        assert both.width() <= NEARLY or both.height() <= NEARLY, f"{one} and {other} overlap: {both}"
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            room = item.rect()
            # QGIS breaks lines at blanks, and nowhere else.
            longest = max(item.currentText().split() or [""], key=len)
            width, _ = ink(item, longest, min(290.0, room.width() + 60))
            _, height = ink(item, item.currentText(), room.width())
            assert width <= room.width() + NEARLY, f"{item.id()} is cut at the right: {width} > {room.width()}"
            assert height <= room.height() + NEARLY, f"{item.id()} is cut at the bottom: {height} > {room.height()}"


def ink(item: QgsLayoutItemLabel, text: str, wide: float) -> tuple[float, float]:
    """How far a text like that of a label reaches from its left upper corner in millimetres, where it is high enough.

    :param wide: width of the label
    """
    layout = QgsPrintLayout(item.layout().project())
    layout.initializeDefaults()
    alone = QgsLayoutItemLabel(layout)
    alone.setText(text)
    if hasattr(alone, "setTextFormat"):
        alone.setTextFormat(item.textFormat())
    else:
        alone.setFont(item.font())
    alone.setMarginX(item.marginX())
    alone.setMarginY(item.marginY())
    layout.addLayoutItem(alone)
    alone.attemptMove(QgsLayoutPoint(0, 0))
    high = item.rect().height() + 20
    alone.attemptResize(QgsLayoutSize(wide, high))
    dots = 150
    image = QgsLayoutExporter(layout).renderRegionToImage(QRectF(0, 0, wide, high), dpi=dots)
    reached = inked(image)
    return reached[0] * 25.4 / dots, reached[1] * 25.4 / dots


def inked(image: QImage) -> tuple[int, int]:
    """The last column and the last row that are not white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    bits = grey.constBits()
    bits.setsize(grey.sizeInBytes())
    data, stride = bytes(bits), grey.bytesPerLine()
    rows = [data[y * stride : y * stride + grey.width()] for y in range(grey.height())]
    dark = [(y, max(x for x, value in enumerate(row) if value < 160)) for y, row in enumerate(rows) if min(row) < 160]
    return (max(x for _, x in dark), dark[-1][0]) if dark else (0, 0)


def texts(layout: QgsPrintLayout) -> str:
    """All that is written on a layout, lines joined."""
    labels: list[Any] = [i for i in layout.items() if isinstance(i, QgsLayoutItemLabel)]
    return " ".join(label.currentText().replace("\n", " ") for label in labels)
