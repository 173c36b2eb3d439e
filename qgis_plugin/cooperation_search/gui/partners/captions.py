"""The names of the parts, once above the list and in line with its bars."""

from __future__ import annotations

from typing import Optional, Tuple

from qgis.PyQt.QtCore import QEvent, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from ...api.comparison import Part
from ..text import alignment
from . import bars
from .delegate import MARGIN, left_of

#: Size of the names beside that of the list.
_SMALLER = 0.8


class Captions(QLabel):
    """Names of parts, cut where there is no room; the tool tip has them in full.

    A label, because QGIS's dark themes give these, and not every widget, a colour that can be read.
    """

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._parts: Tuple[Part, ...] = ()
        self._right = 0
        font = self.font()
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * _SMALLER)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Tuple[Part, ...], right: int) -> None:
        """Names these.

        :param right: room at the right, which the list needs for its scroll bar
        """
        self._parts, self._right = parts, right
        self.setAccessibleName(", ".join(part.title for part in parts))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(100, QFontMetrics(self.font()).height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = alignment(Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter)
        for part, place in zip(self._parts, self._places()):
            painter.drawText(place.toRect(), flags, _cut(part.title, metrics, int(place.width())))
        painter.end()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = (part for part, place in zip(self._parts, self._places()) if place.contains(event.pos().x(), 1))
            part = next(found, None)
            if part is not None:
                QToolTip.showText(event.globalPos(), f"{part.title}\n{part.description}", self)
            return True
        return super().event(event)

    def _places(self) -> list:
        left = left_of(self.style())
        room = QRectF(left, 0, self.width() - left - self._right - MARGIN, self.height())
        return bars.columns(room, len(self._parts))


def _cut(text: str, metrics: QFontMetrics, room: int) -> str:
    """As many letters as there is room for: an ellipsis would take that of two of them."""
    while text and metrics.horizontalAdvance(text) > room:
        text = text[:-1].rstrip()
    return text
