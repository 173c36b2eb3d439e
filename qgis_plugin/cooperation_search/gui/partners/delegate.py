"""How a row of the list of partners is drawn: name, country and tier in words, its interval, and its parts."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem

from ...api.partners import Partner
from ..text import alignment
from . import bars
from .model import PartnerModel, interval_text

#: Around what is drawn, pixels.
MARGIN = 4
_LEFT = alignment(Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft)
_RIGHT = alignment(Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight)
#: Share of a row's width that the bar of the score takes.
_SCORE = 0.34
#: Least width of that bar, pixels.
_SHORTEST = 36


def left_of(style: QStyle) -> int:
    """Where the text of a row begins, right of its check box."""
    return 3 * MARGIN + style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)


class PartnerDelegate(QStyledItemDelegate):
    """Draws partners, and ticks them by a click on the box or the space bar."""

    def __init__(self, model: PartnerModel, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: D102, N802
        line = QFontMetrics(option.font).height()
        return QSize(200, 2 * line + bars.SMALL + 4 * MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: D102
        partner = index.data(PartnerModel.PARTNER_ROLE)
        if not isinstance(partner, Partner):
            return
        style = option.widget.style() if option.widget else QApplication.style()
        painter.save()
        self._background(painter, option, style)
        self._box(painter, option, index, style)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(self._group(option), role))
        known = bars.colour(option.palette, selected)
        room = option.rect.adjusted(left_of(style), MARGIN, -MARGIN, -MARGIN)
        line = QFontMetrics(option.font).height()
        self._title(painter, option, QRect(room.left(), room.top(), room.width(), line), partner)
        second = QRect(room.left(), room.top() + line + 2, room.width(), line)
        self._place_and_score(painter, option, second, partner, known)
        third = QRectF(room.left(), second.bottom() + MARGIN, room.width(), bars.SMALL)
        for part, place in zip(self._model.shown, bars.columns(third, len(self._model.shown))):
            bars.paint(painter, place, partner.parts[part.name], known)
        painter.restore()

    def editorEvent(  # noqa: D102, N802
        self, event: QEvent, model: PartnerModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        style = option.widget.style() if option.widget else QApplication.style()
        if event.type() == QEvent.Type.MouseButtonRelease:
            wanted = event.button() == Qt.MouseButton.LeftButton and self._of_box(option, style).contains(event.pos())
        else:
            wanted = event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        if not wanted:
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return bool(model.setData(index, state, Qt.ItemDataRole.CheckStateRole))

    def _background(self, painter: QPainter, option: QStyleOptionViewItem, style: QStyle) -> None:
        empty = QStyleOptionViewItem(option)
        empty.text = ""
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, empty, painter, option.widget)

    def _box(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex, style: QStyle) -> None:
        box = QStyleOptionButton()
        box.rect = self._of_box(option, style).adjusted(MARGIN, MARGIN, -2 * MARGIN, -MARGIN)
        box.state = QStyle.StateFlag.State_Enabled
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget)

    def _of_box(self, option: QStyleOptionViewItem, style: QStyle) -> QRect:
        """Where a click ticks: the box and what is around it, for it is small."""
        height = QFontMetrics(option.font).height() + 2 * MARGIN
        return QRect(option.rect.left(), option.rect.top(), left_of(style), height)

    def _title(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, partner: Partner) -> None:
        if partner.samples:
            size = min(16, room.height())
            icon = QgsApplication.getThemeIcon("/mIconWarning.svg")
            icon.paint(painter, QRect(room.right() - size, room.top(), size, size))
            room = room.adjusted(0, 0, -size - MARGIN, 0)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(
            f"{partner.rank}. {partner.title}", Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _LEFT, shown)
        painter.setFont(option.font)

    def _place_and_score(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, partner: Partner, known: QColor
    ) -> None:
        metrics = QFontMetrics(option.font)
        numbers = bars.widest(metrics)
        text = f"{self._model.tier(partner)} · {self._model.country(partner)}"
        # Words come first: the bar takes what they leave, as long as it can be read.
        left_over = room.width() - numbers - 3 * MARGIN - metrics.horizontalAdvance(text)
        bar = max(_SHORTEST, min(int(room.width() * _SCORE), left_over))
        painter.drawText(room, _RIGHT, interval_text(partner.score))
        left = room.right() - numbers - bar - MARGIN
        top = room.top() + (room.height() - bars.HEIGHT) / 2
        bars.paint(painter, QRectF(left, top, bar, bars.HEIGHT), partner.score, known)
        words = QRect(room.left(), room.top(), max(0, left - room.left() - MARGIN), room.height())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, shown)

    @staticmethod
    def _group(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
        active = bool(option.state & QStyle.StateFlag.State_Active)
        return QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
