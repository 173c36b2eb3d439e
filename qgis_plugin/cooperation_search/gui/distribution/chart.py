"""The chart on the screen, and as a picture for a file."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QBuffer, QRectF, QSize, QSizeF, Qt
from qgis.PyQt.QtGui import QImage, QPaintDevice, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtSvg import QSvgGenerator
from qgis.PyQt.QtWidgets import QScrollArea, QWidget

from .drawing import LEAST, Colours, Drawing

#: Width of a picture in pixels, and pixels of the picture for each.
_WIDTH, _SHARP = 800.0, 2.0


class Chart(QWidget):
    """Shows a drawing as wide as there is room."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.drawing: Optional[Drawing] = None
        self._width = int(LEAST)
        self.setMinimumWidth(int(LEAST))

    def show_drawing(self, drawing: Optional[Drawing]) -> None:
        """Shows a drawing in place of the one before.

        Its text is what those hear who do not see it.
        """
        self.drawing = drawing
        self.setAccessibleName(". ".join(drawing.lines) if drawing else "")
        self._fit()
        self.update()

    def fit_to(self, width: int) -> None:
        """There is so much room: a table of two dimensions may be wider, and is scrolled."""
        self._width = width
        self._fit()

    def _fit(self) -> None:
        if self.drawing is None:
            return
        size = self.drawing.size(self.font(), float(self._width))
        self.setFixedSize(QSize(int(size.width()), int(size.height()) + 1))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102, N802
        if self.drawing is None:
            return
        painter = QPainter(self)
        self.drawing.draw(painter, self.font(), float(self._width), Colours.of(self.palette()))
        painter.end()


class ChartArea(QScrollArea):
    """The room that a chart has: as wide as the view; what is larger is scrolled."""

    def __init__(self, chart: Chart, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self.setWidget(chart)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802
        super().resizeEvent(event)
        self._chart.fit_to(self.viewport().width())


def picture(drawing: Drawing, widget: QWidget, ending: str) -> bytes:
    """A drawing as an SVG file, or as a PNG file with any other ending."""
    # In memory, because Qt does not say whether an SVG file could be written.
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    size = drawing.size(widget.font(), _WIDTH)
    if ending == ".svg":
        made = QSvgGenerator()
        made.setOutputDevice(buffer)
        made.setSize(size.toSize())
        made.setViewBox(QRectF(0, 0, size.width(), size.height()))
        made.setTitle(drawing.lines[0] if drawing.lines else "")
        _paint(drawing, widget, made, size)
    else:
        image = QImage((size * _SHARP).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(_SHARP)
        _paint(drawing, widget, image, size)
        image.save(buffer, "PNG")
    return bytes(buffer.data())


def _paint(drawing: Drawing, widget: QWidget, device: QPaintDevice, size: QSizeF) -> None:
    colours = Colours.of_paper()
    painter = QPainter(device)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), colours.base)
    drawing.draw(painter, widget.font(), _WIDTH, colours)
    painter.end()
