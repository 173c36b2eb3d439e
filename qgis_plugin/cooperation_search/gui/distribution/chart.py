"""The chart on the screen, and its pictures in files."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
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


def save(drawing: Drawing, widget: QWidget, path: Path) -> bool:
    """Writes a drawing to a PNG or SVG file, by the ending of its name.

    :returns: whether it was written
    """
    font = widget.font()
    size = drawing.size(font, _WIDTH)
    colours = Colours.of_paper()
    if path.suffix.lower() == ".svg":
        made = QSvgGenerator()
        made.setFileName(str(path))
        made.setSize(size.toSize())
        made.setViewBox(QRectF(0, 0, size.width(), size.height()))
        made.setTitle(drawing.lines[0] if drawing.lines else "")
        painter = QPainter()
        if not painter.begin(made):
            return False
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), colours.base)
        drawing.draw(painter, font, _WIDTH, colours)
        return painter.end()
    image = QImage((size * _SHARP).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_SHARP)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawing.draw(painter, font, _WIDTH, colours)
    painter.end()
    return image.save(str(path))
