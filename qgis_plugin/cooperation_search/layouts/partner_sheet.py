"""The sheet of a pair of programmes, and the atlas of a ranked list: A4, one partner on each page."""

from __future__ import annotations

from typing import List, Sequence

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QRectF

from ..api.texts import tr
from . import partner_map
from .bars import Bars
from .credits import day
from .kept import mark
from .map_sheet import NothingToPrint
from .pairs import Pairs
from .partner_words import Block, facts, height, sentences, sources, title_of, values, words_of
from .sheet import GREY, INK, ON_WARNING, Sheet

_WIDTH, _HEIGHT, _MARGIN, _GAP = 210.0, 297.0, 12.0, 4.0
_INNER = _WIDTH - 2 * _MARGIN
_MAP_WIDTH, _MAP_HEIGHT, _KEY = 88.0, 84.0, 5.0
_WARNING = 6.0
#: Sizes for all texts of a sheet, the largest first.
_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5)
#: Partners of an atlas.
MOST = 10


def partner_sheets(project: QgsProject, pairs: Pairs, ccis: Sequence[str] = ()) -> QgsPrintLayout:
    """Adds a print layout to the project: an atlas with a page for each partner.

    :param ccis: the partners; the best ten without them
    :raises NothingToPrint: where the layer has none of them
    """
    chosen = _chosen(pairs.areas, ccis)
    if not chosen:
        raise NothingToPrint(pairs.cci)
    one = str(chosen[0]["title"]) if len(chosen) == 1 else ""
    name = tr("Layouts", "Partner sheet: {0} – {1}").format(pairs.asker, one)
    title = name if one else tr("Layouts", "Partners of {}").format(pairs.asker)
    sheet = Sheet(project, title[:100], landscape=False)
    _Page(project, sheet, pairs, chosen).fill()
    atlas = sheet.layout.atlas()
    atlas.setCoverageLayer(pairs.areas)
    atlas.setEnabled(True)
    listed = ", ".join(QgsExpression.quotedString(str(each["cci"])) for each in chosen)
    atlas.setFilterFeatures(True)
    atlas.setFilterExpression(f'"cci" IN ({listed})')
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"rank"')
    atlas.setPageNameExpression('"rank" || \'. \' || "title"')
    atlas.setFilenameExpression("'partner_' || \"rank\" || '_' || \"cci\"")
    mark(sheet.layout, [pairs.areas])
    project.layoutManager().addLayout(sheet.layout)
    return sheet.layout


def _chosen(areas: QgsVectorLayer, ccis: Sequence[str]) -> List[QgsFeature]:
    found = {str(each["cci"]): each for each in areas.getFeatures(QgsFeatureRequest())}
    ranked = sorted(found.values(), key=lambda each: int(each["rank"] or 0))
    return [found[cci] for cci in ccis if cci in found] if ccis else ranked[:MOST]


class _Page:
    """Puts the items on the page. Places are those of the longest texts, and so the same on every page."""

    def __init__(self, project: QgsProject, sheet: Sheet, pairs: Pairs, chosen: Sequence[QgsFeature]) -> None:
        self._project, self._sheet, self._pairs, self._chosen = project, sheet, pairs, chosen

    def fill(self) -> None:
        """Does it."""
        top = self._head()
        bars = Bars(
            self._sheet, self._pairs.parts, QRectF(_MARGIN + _MAP_WIDTH + _GAP, top, _INNER - _MAP_WIDTH - _GAP, 95)
        )
        below = max(self._map(top), bars.draw()) + _GAP
        self._texts(below, self._foot())

    def _head(self) -> float:
        pairs, top = self._pairs, _MARGIN
        asked = tr("Layouts", "A partner for {}").format(f"{pairs.asker} ({pairs.cci})" if pairs.cci else pairs.asker)
        top = (
            self._sheet.fitting("asker", asked, QRectF(_MARGIN, top, _INNER, 9), (9.5, 8.5, 7.5, 6.5), False, GREY) + 1
        )
        title = '"rank" || \'. \' || coalesce("title", "cci")'
        top = self._text("title", title, QRectF(_MARGIN, top, _INNER, 16), (15, 13, 11.5, 10, 8.5), bold=True) + 1
        words = {each.name: each.title for each in pairs.tiers}
        known_as = QgsExpression.quotedString(f"{title_of(pairs.areas, 'tier')}: ")
        tier = f"{known_as} || {words_of('tier', words)}"
        about = f'array_to_string(array_filter(array("country_name", "cci", {tier}), @element IS NOT NULL), \' · \')'
        top = self._text("about", about, QRectF(_MARGIN, top, _INNER, 5), (9.5, 8.5, 7.5)) + 1
        return self._warning(top) + 1.5

    def _warning(self, top: float) -> float:
        """A note on the pages of partners whose entries are samples; nothing on the others."""
        words = QgsExpression.quotedString(
            tr("Layouts", "With SAMPLE entries: made up to show the service, not facts.")
        )
        said = f"CASE WHEN \"entries_basis\" = 'sample' THEN {words} ELSE '' END"
        if self._pairs.areas.fields().lookupField("entries_basis") < 0 or not any(
            values(self._pairs.areas, said, self._chosen)
        ):
            return top
        room = QRectF(_MARGIN, top, _INNER, _WARNING)
        item = self._sheet.text_item("samples", f"[% {said} %]", room, 8.5, True, ON_WARNING, "#ffe08a")
        partner_map.define(
            item, "BackgroundColor", "CASE WHEN \"entries_basis\" = 'sample' THEN '#ffe08a' ELSE '#ffffff' END"
        )
        return top + _WARNING

    def _map(self, top: float) -> float:
        pairs, sheet = self._pairs, self._sheet
        layers = [layer for layer in (pairs.lines, pairs.own, pairs.areas) if layer is not None]
        styles = partner_map.styles(pairs.areas, pairs.own, pairs.lines)
        crs = partner_map.crs_for(self._project, pairs.own)
        room = QRectF(_MARGIN, top, _MAP_WIDTH, _MAP_HEIGHT)
        shown = partner_map.drawn(self._project, layers)
        item = sheet.map("map", room, shown, crs, partner_map.first_extent(pairs.areas, crs), styles)
        partner_map.follow(item, pairs.own, self._chosen)
        sheet.layout.setReferenceMap(item)
        top = room.bottom() + 1.5
        half = _MAP_WIDTH * 0.55
        for number, (symbol, words) in enumerate(
            (
                (partner_map.own_symbol() if pairs.own is not None else None, tr("Layouts", "Your area")),
                (partner_map.partner_symbol(), tr("Layouts", "Area of the partner")),
            )
        ):
            if symbol is not None:
                line = top + number * _KEY
                sheet.box(f"key {number + 1}", QRectF(_MARGIN, line + 0.5, 6, 3.4), symbol)
                sheet.fitting(f"key text {number + 1}", words, QRectF(_MARGIN + 8, line, half - 10, _KEY), (8, 7, 6))
        sheet.scale_bar("scale bar", QRectF(_MARGIN + half, top, _MAP_WIDTH - half, 9), item)
        return top + 2 * _KEY

    def _texts(self, top: float, bottom: float) -> None:
        """Reasons for both sides, facts and sources, in one size of letters."""
        areas = self._pairs.areas
        half = (_INNER - _GAP) / 2
        pair = (
            Block("for you", tr("Layouts", "For you"), sentences("for_you")),
            Block("for them", tr("Layouts", "For them"), sentences("for_them")),
        )
        whole = (
            Block("facts", tr("Layouts", "Facts"), facts(areas)),
            Block("sources", tr("Layouts", "Sources"), sources(areas)),
        )
        rows = ((pair, half), ((whole[0],), _INNER), ((whole[1],), _INNER))
        texts = {block.id: values(areas, block.expression, self._chosen) for blocks, _ in rows for block in blocks}
        for points in _SIZES:
            heights = [max(height(texts[b.id], width, points) for b in blocks) for blocks, width in rows]
            title = height([pair[0].title], half, points + 1, True)
            if sum(heights) + len(rows) * (title + 2 * _GAP / 2) <= bottom - top:
                break
        for (blocks, width), high in zip(rows, heights):
            high = max(0.1, min(high, bottom - top - title - 0.5))
            for number, block in enumerate(blocks):
                left = _MARGIN + number * (half + _GAP)
                self._sheet.text_item(
                    f"{block.id} title", block.title, QRectF(left, top, width, title), points + 1, True, INK
                )
                room = QRectF(left, top + title + 0.5, width, high)
                self._sheet.text_item(block.id, f"[% {block.expression} %]", room, points)
            top += title + high + _GAP

    def _foot(self) -> float:
        """Attribution, edition, day and address of the pair; where it begins."""
        pairs = self._pairs
        lines = [
            pairs.attribution,
            tr("Layouts", "Edition of the data: {}.").format(pairs.edition)
            + " "
            + tr("Layouts", "Made on {}.").format(day(QDate.currentDate())),
        ]
        said = QgsExpression.quotedString("\n".join(lines))
        if pairs.cci:
            page = QgsExpression.quotedString(f"\n{pairs.server}/partners/{pairs.cci}/")
            said = f'{said} || {page} || "cci"'
        points = 6.5
        high = height(values(pairs.areas, said, self._chosen), _INNER, points)
        top = _HEIGHT - _MARGIN - high
        self._sheet.text_item("credits", f"[% {said} %]", QRectF(_MARGIN, top, _INNER, high), points, False, GREY)
        return top - _GAP

    def _text(self, id_: str, expression: str, room: QRectF, sizes: Sequence[float], bold: bool = False) -> float:
        """Adds a text of an expression in the largest size in which that of every page fits; where the longest ends."""
        texts = values(self._pairs.areas, expression, self._chosen)
        for points in sizes:
            high = height(texts, room.width(), points, bold)
            if high <= room.height():
                break
        high = min(high, room.height())
        self._sheet.text_item(
            id_, f"[% {expression} %]", QRectF(room.left(), room.top(), room.width(), high), points, bold
        )
        return room.top() + high
