"""The score and its parts as bars: dark as far as it is known, light as far as it may be."""

from __future__ import annotations

from typing import Any, Sequence

from qgis.core import QgsFillSymbol
from qgis.PyQt.QtCore import QRectF

from ..api.texts import tr
from .partner_map import define
from .partner_words import interval
from .sheet import GREY, Sheet

KNOWN, POSSIBLE, TRACK = "#253494", "#9ecae1", "#ededed"
_ROW, _BAR, _SCORE = 7.4, 3.2, 5.0
#: A bar that ends where it begins is seen all the same.
_LEAST = 0.4


class Bars:
    """A row for the score, and one for each part.

    :param parts: with ``name`` and ``title``
    """

    def __init__(self, sheet: Sheet, parts: Sequence[Any], room: QRectF) -> None:
        self._sheet, self._parts, self._room = sheet, parts, room
        self._words = room.width() * 0.36
        self._figures = room.width() * 0.24
        self._track = room.width() - self._words - self._figures - 3

    def draw(self) -> float:
        """Puts them on the sheet; where they end."""
        top = self._room.top()
        self._row("score", tr("Layouts", "Score"), top, _SCORE, (11, 9.5), True)
        top += _SCORE + 3.5
        for part in self._parts:
            self._row(part.name, part.title, top, _BAR, (7.5, 6.5, 6, 5.5), False)
            top += _ROW
        words = tr("Layouts", "Dark: what is known. Light: what may be, while facts are missing. From 0 to 1.")
        return self._sheet.fitting(
            "bars", words, QRectF(self._room.left(), top, self._room.width(), 8), (6.5, 6, 5.5), False, GREY
        )

    def _row(self, name: str, title: str, top: float, thick: float, sizes: Sequence[float], bold: bool) -> None:
        left = self._room.left()
        high = max(thick, _ROW - 0.6)
        self._sheet.fitting(f"{name} title", title, QRectF(left, top, self._words, high), sizes, bold)
        begin = left + self._words + 1.5
        low, most = f'"{name}_low"', f'"{name}_high"'
        self._bar(f"{name} track", QRectF(begin, top, self._track, thick), TRACK)
        possible = self._bar(f"{name} possible", QRectF(begin, top, self._track, thick), POSSIBLE)
        define(possible, "ItemWidth", f"max({_LEAST}, coalesce({most}, 0) * {self._track!r})")
        known = self._bar(f"{name} known", QRectF(begin, top, self._track, thick), KNOWN)
        define(known, "ItemWidth", f"max({_LEAST}, coalesce({low}, 0) * {self._track!r})")
        # What does not apply is something else than nothing, and nothing known something else than known to be nothing.
        define(possible, "Opacity", f"CASE WHEN {low} IS NULL THEN 0 ELSE 100 END")
        define(known, "Opacity", f"CASE WHEN {low} IS NULL OR ({low} = 0 AND {most} > 0) THEN 0 ELSE 100 END")
        room = QRectF(begin + self._track + 1.5, top, self._figures, high)
        self._sheet.text_item(f"{name} figures", f"[% {interval(name)} %]", room, sizes[0] if bold else 7, bold)

    def _bar(self, id_: str, room: QRectF, colour: str) -> Any:
        return self._sheet.box(id_, room, QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}))
