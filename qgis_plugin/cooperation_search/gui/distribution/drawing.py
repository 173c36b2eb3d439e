"""Draws a distribution: bars by one dimension, a table of colours by two. On a screen, in a picture, in an SVG file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Tuple

from qgis.PyQt.QtCore import QLocale, QPointF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette

from ...api.distribution import Distribution, Value, shown_values
from ..partners.bars import colour

#: Pixels: height of a row, between parts, of a bar, width and height of a cell.
_ROW, _GAP, _BAR, _CELL = 22.0, 6.0, 12.0, 30.0
#: Most of the width that names take, and most pixels of them.
_NAMES, _LONGEST = 0.42, 240.0
#: Least and greatest opacity of a cell, and opacity of what may be.
_LIGHT, _DARK, _MAY = 30, 230, 90
#: Share of the greatest number from which on a cell is so dark that its text takes the colour of the background.
_INVERTED = 0.8
_WRAP = Qt.TextFlag.TextWordWrap
#: Least width of bars and numbers.
LEAST = 240.0


@dataclass(frozen=True)
class Colours:
    """Colours of text, lines, background and bars."""

    text: QColor
    line: QColor
    base: QColor
    bar: QColor

    @classmethod
    def of(cls, palette: QPalette) -> Colours:
        """Those of a widget."""
        text = palette.color(QPalette.ColorRole.Text)
        line = QColor(text)
        line.setAlpha(60)
        return cls(text, line, palette.color(QPalette.ColorRole.Base), colour(palette))

    @classmethod
    def of_paper(cls) -> Colours:
        """Those of a picture, whatever the theme."""
        return cls(QColor("#1a1a1a"), QColor("#c8c8c8"), QColor("#ffffff"), QColor("#1f5f99"))


@dataclass(frozen=True)
class Drawing:
    """A chart of an answer.

    :param lines: sentences above it: what is counted, and of how many features how much is known
    :param below: sentences below it, such as the source
    """

    told: Distribution
    lines: Tuple[str, ...] = ()
    below: Tuple[str, ...] = ()

    def size(self, font: QFont, width: float) -> QSizeF:
        """The size that it takes where it may be so wide; a table of two dimensions may be wider."""
        metrics = QFontMetricsF(font)
        whole = max(width, LEAST)
        if len(self.told.dimensions) == 1:
            height = _ROW * max(1, len(self._bars()))
        else:
            rows, columns = self._crossed()
            names = self._names_width(metrics, width, [_named(row) for row in rows])
            whole = max(whole, names + _CELL * len(columns) + _GAP)
            height = self._head_height(metrics, columns) + _ROW * max(1, len(rows))
        for line in (*self.lines, *self.below):
            height += _wrapped(metrics, line, max(width, LEAST))
        return QSizeF(whole, height + 4 * _GAP)

    def draw(self, painter: QPainter, font: QFont, width: float, colours: Colours) -> None:
        """Draws it from the upper left corner of the painter.

        :param width: as for ``size``
        """
        width = max(width, LEAST)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        y = _GAP
        y = self._sentences(painter, metrics, self.lines, y, width, colours) + _GAP
        y = (
            self._draw_bars(painter, metrics, y, width, colours)
            if len(self.told.dimensions) == 1
            else (self._draw_cells(painter, metrics, y, width, colours))
        )
        y += _GAP
        self._sentences(painter, metrics, self.below, y, width, colours)

    def _sentences(
        self,
        painter: QPainter,
        metrics: QFontMetricsF,
        lines: Tuple[str, ...],
        y: float,
        width: float,
        colours: Colours,
    ) -> float:
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.setPen(colours.text)
        for line in lines:
            height = _wrapped(metrics, line, width)
            painter.drawText(QRectF(_GAP, y, width - 2 * _GAP, height), int(flags) | int(_WRAP), line)
            y += height
        return y

    def _bars(self) -> List[Value]:
        return shown_values(self.told.dimensions[0])

    def _crossed(self) -> Tuple[List[Value], List[Value]]:
        """The values of both dimensions that are in any cell."""
        used = [{pair[side] for pair in self.told.cells} for side in (0, 1)]
        rows, columns = (
            [value for value in one.values if value.code in used[side]]
            for side, one in enumerate(self.told.dimensions[:2])
        )
        return rows, columns

    def _draw_bars(self, painter: QPainter, metrics: QFontMetricsF, y: float, width: float, colours: Colours) -> float:
        bars = self._bars()
        names = self._names_width(metrics, width, [_named(value) for value in bars])
        numbers = max((metrics.horizontalAdvance(_numbers(value)) for value in bars), default=0.0) + _GAP
        room = max(20.0, width - names - numbers - 2 * _GAP)
        most = max((value.count + self._further(value) for value in bars), default=1)
        for value in bars:
            self._name(painter, metrics, QRectF(_GAP, y, names - 2 * _GAP, _ROW), _named(value), colours)
            known = room * value.count / most
            top = y + (_ROW - _BAR) / 2
            painter.fillRect(QRectF(names, top, known, _BAR), colours.bar)
            may = QColor(colours.bar)
            may.setAlpha(_MAY)
            painter.fillRect(QRectF(names + known, top, room * self._further(value) / most, _BAR), may)
            place = QRectF(names + room + _GAP, y, numbers, _ROW)
            self._text(painter, place, _numbers(value), colours.text)
            y += _ROW
        return y

    def _further(self, value: Value) -> int:
        """Features beside the count that may have a value."""
        if value.low is None or value.high is None or not self.told.matched:
            return 0
        return max(0, round(value.high * self.told.matched) - value.count)

    def _draw_cells(self, painter: QPainter, metrics: QFontMetricsF, y: float, width: float, colours: Colours) -> float:
        rows, columns = self._crossed()
        names = self._names_width(metrics, width, [_named(value) for value in rows])
        head = self._head_height(metrics, columns)
        for place, value in enumerate(columns):
            # Upright, so that the name of a column takes no more room than its cells.
            painter.save()
            painter.translate(QPointF(names + _CELL * (place + 0.5) + metrics.ascent() / 2, y + head - _GAP / 2))
            painter.rotate(-90)
            painter.setPen(colours.text)
            painter.drawText(QPointF(0, 0), metrics.elidedText(_short(value), Qt.TextElideMode.ElideRight, head - _GAP))
            painter.restore()
        y += head
        most = max(self.told.cells.values(), default=1)
        for row in rows:
            self._name(painter, metrics, QRectF(_GAP, y, names - 2 * _GAP, _ROW), _named(row), colours)
            for place, column in enumerate(columns):
                count = self.told.cells.get((row.code, column.code), 0)
                self._cell(painter, QRectF(names + _CELL * place, y, _CELL, _ROW), count, most, colours)
            y += _ROW
        return y

    def _cell(self, painter: QPainter, rect: QRectF, count: int, most: int, colours: Colours) -> None:
        if count:
            share = count / most
            filled = QColor(colours.bar)
            filled.setAlpha(int(_LIGHT + (_DARK - _LIGHT) * share))
            painter.fillRect(rect, filled)
            text = colours.base if share > _INVERTED else colours.text
            self._text(painter, rect, QLocale().toString(count), text, Qt.AlignmentFlag.AlignCenter)
        painter.setPen(colours.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _name(self, painter: QPainter, metrics: QFontMetricsF, rect: QRectF, text: str, colours: Colours) -> None:
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        self._text(painter, rect, shown, colours.text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @staticmethod
    def _text(
        painter: QPainter,
        rect: QRectF,
        text: str,
        pen: QColor,
        flags: Optional[Qt.AlignmentFlag] = None,
    ) -> None:
        painter.setPen(pen)
        chosen = flags if flags is not None else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(chosen), text)

    @staticmethod
    def _names_width(metrics: QFontMetricsF, width: float, names: List[str]) -> float:
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
        return min(longest, max(60.0, min(width * _NAMES, _LONGEST))) + 2 * _GAP

    @staticmethod
    def _head_height(metrics: QFontMetricsF, columns: List[Value]) -> float:
        longest = max((metrics.horizontalAdvance(_short(value)) for value in columns), default=0.0)
        return min(longest, 120.0) + _GAP


def _wrapped(metrics: QFontMetricsF, text: str, width: float) -> float:
    """Height of a sentence that is broken into lines."""
    return metrics.boundingRect(QRectF(0, 0, width - 2 * _GAP, 10_000), int(_WRAP), text).height()


def _named(value: Value) -> str:
    """What a row is called: codes with a number (RSO1.1, ITG1) are known, and stand before their labels."""
    known = value.code.isupper() and any(letter.isdigit() for letter in value.code)
    return f"{value.code} {value.label}" if known and value.code != value.label else value.label


def _short(value: Value) -> str:
    """What a column is called: codes in capitals (RSO1.1, ERDF) are known as such, others by their label."""
    return value.code if value.code.isupper() else value.label


def _numbers(value: Value) -> str:
    """The count and the share, which is an interval where something is not known."""
    count = QLocale().toString(value.count)
    if value.low is None or value.high is None:
        return count
    low, high = (QLocale().toString(100 * end, "f", 0 if end >= 0.1 else 1) for end in (value.low, value.high))
    share = low if low == high else f"{low}–{high}"
    return f"{count} ({share} %)"
