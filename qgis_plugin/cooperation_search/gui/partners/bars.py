"""Bars of intervals inside 0 to 1: dark what is known, light what may be; a dotted line for what does not apply."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen, QPixmap

from ...api.partners import Interval

#: Dark and light theme; both are told apart from the background by people with any colour vision.
_ON_LIGHT, _ON_DARK = QColor("#1f5f99"), QColor("#7fb8e6")
#: Opacity of what may be, and of the frame.
_MAY, _FRAME = 90, 110
#: Height of a bar, pixels; of the small one of a part.
HEIGHT, SMALL = 10, 7
#: Between the two numbers of an interval, which are never on two lines.
_TO = "\u2060–\u2060"
#: Between the bars of the parts.
_GAP = 4


def colour(palette: QPalette, selected: bool = False) -> QColor:
    """The colour of what is known, on the background of a list or on that of its selection."""
    if selected:
        return QColor(palette.color(QPalette.ColorRole.HighlightedText))
    dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
    return _ON_DARK if dark else _ON_LIGHT


def paint(painter: QPainter, rect: QRectF, interval: Optional[Interval], known: QColor) -> None:
    """Draws a bar; a dash where there is no interval."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    frame = QColor(known)
    frame.setAlpha(_FRAME)
    if interval is None:
        painter.setPen(QPen(frame, 1, Qt.PenStyle.DotLine))
        middle = int(rect.center().y())
        painter.drawLine(int(rect.left()), middle, int(rect.right()), middle)
        painter.restore()
        return
    may = QColor(known)
    may.setAlpha(_MAY)
    low, high = rect.width() * interval.low, rect.width() * interval.high
    painter.fillRect(QRectF(rect.left(), rect.top(), low, rect.height()), known)
    painter.fillRect(QRectF(rect.left() + low, rect.top(), high - low, rect.height()), may)
    painter.setPen(QPen(frame, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.restore()


def picture(interval: Optional[Interval], size: QSize, known: QColor, ratio: float) -> QPixmap:
    """A bar as a picture, for pages of text.

    :param ratio: device pixels for each pixel
    """
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, size.width(), size.height()), interval, known)
    painter.end()
    return made


def columns(rect: QRectF, count: int) -> List[QRectF]:
    """Places of equal width side by side, for the bars of the parts and their names."""
    if count < 1:
        return []
    width = (rect.width() - _GAP * (count - 1)) / count
    return [QRectF(rect.left() + i * (width + _GAP), rect.top(), width, rect.height()) for i in range(count)]


def text(interval: Optional[Interval], locale: object, absent: str) -> str:
    """An interval in numbers: 0.48–0.63, or one number where all is known.

    :param locale: a ``QLocale``
    :param absent: words for a part that does not apply
    """
    if interval is None:
        return absent
    low, high = (locale.toString(end, "f", 2) for end in (interval.low, interval.high))
    return low if low == high else f"{low}{_TO}{high}"


def widest(metrics: QFontMetrics) -> int:
    """Room for the numbers of an interval."""
    return metrics.horizontalAdvance("0.00–0.00")
