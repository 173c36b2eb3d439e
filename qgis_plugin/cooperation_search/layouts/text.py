"""Text that fits: its lines and size are worked out before it is drawn, because a layout cuts what has no room."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Sequence

from qgis.core import QgsSettings
from qgis.PyQt.QtGui import QFont, QFontMetricsF

#: Pixels to the millimetre in which text is measured: so many that no hinting changes its width.
_FINE = 100
_MM_PER_POINT = 25.4 / 72
#: Room that is left: painters and PDF writers round differently.
_SPARE = 1.04
#: Where a long word (an address, say) may go on in the next line.
_PIECES = re.compile(r"[^/&?=,;:_.-]*[/&?=,;:_.-]?")


@dataclass(frozen=True)
class Fitted:
    """A text that has been given its lines.

    :param points: size of the font
    :param whole: False where the end had to be left out
    """

    text: str
    points: float
    width: float
    height: float
    whole: bool = True


def font(points: float, bold: bool = False) -> QFont:
    """The font of the sheets: the one that the user chose for layouts, or that of the application."""
    family = QgsSettings().value("gui/LayoutDesigner/defaultFont", "")
    made = QFont(family) if isinstance(family, str) and family else QFont()
    made.setPointSizeF(points)
    made.setBold(bold)
    made.setItalic(False)
    return made


def fit(text: str, width: float, height: float, sizes: Sequence[float], bold: bool = False) -> Fitted:
    """A text in the largest size in which all of it has room; in the last size cut, with an ellipsis, where none does.

    :param width: of the room, in millimetres, as is ``height``
    :param sizes: points to try, the largest first
    """
    for points in sizes:
        made = Fitted("\n".join(wrap(text, width, points, bold)), points, 0, 0)
        made = _measured(made, bold)
        if made.height <= height:
            return made
    lines = wrap(text, width, sizes[-1], bold)
    while len(lines) > 1:
        lines.pop()
        last = wrap(f"{lines[-1].rstrip()}…", width, sizes[-1], bold)
        made = _measured(Fitted("\n".join([*lines[:-1], last[0]]), sizes[-1], 0, 0, False), bold)
        if made.height <= height:
            return made
    return _measured(Fitted(lines[0], sizes[-1], 0, 0, False), bold)


def wrap(text: str, width: float, points: float, bold: bool = False) -> List[str]:
    """The lines of a text: broken between words, in addresses after their separators, and else anywhere."""
    metrics = _metrics(points, bold)

    def too_long(line: str) -> bool:
        return metrics.horizontalAdvance(line) * _SPARE > width * _FINE

    lines: List[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            joined = f"{line} {word}" if line else word
            if not too_long(joined):
                line = joined
                continue
            if line:
                lines.append(line)
            line = ""
            for piece in [word] if not too_long(word) else _pieces(word):
                if line and too_long(line + piece):
                    lines.append(line)
                    line = ""
                line += piece
                while too_long(line) and len(line) > 1:
                    most = _most(line, too_long)
                    lines.append(line[:most])
                    line = line[most:]
        lines.append(line)
    return lines


def line_height(points: float, bold: bool = False) -> float:
    """The distance between two lines in millimetres."""
    return _metrics(points, bold).lineSpacing() / _FINE


def _most(line: str, too_long: object) -> int:
    most = len(line) - 1
    while most > 1 and too_long(line[:most]):
        most -= 1
    return most


def _pieces(word: str) -> List[str]:
    return [piece for piece in _PIECES.findall(word) if piece]


def _metrics(points: float, bold: bool) -> QFontMetricsF:
    measured = font(points, bold)
    measured.setPixelSize(max(1, round(points * _MM_PER_POINT * _FINE)))
    return QFontMetricsF(measured)


def _measured(fitted: Fitted, bold: bool) -> Fitted:
    metrics = _metrics(fitted.points, bold)
    lines = fitted.text.split("\n")
    width = max(metrics.horizontalAdvance(line) for line in lines) * _SPARE / _FINE
    height = (metrics.height() + (len(lines) - 1) * metrics.lineSpacing()) * _SPARE / _FINE
    return Fitted(fitted.text, fitted.points, width, height, fitted.whole)
