"""Partners side by side: what each part gives, and what both sides have in common."""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...api.comparison import Comparison
from ...api.partners import Interval, Partner
from ..results.values import Labels
from ..text import alignment
from . import bars
from .model import interval_text
from .reasons import facts_of

translate = QCoreApplication.translate
#: Width of a column in characters.
_WIDTH = 20
_MARGIN = 4
#: Marks a row of intervals: gives that of a partner.
Ends = Callable[[Partner], Optional[Interval]]


class ComparisonModel(QAbstractTableModel):
    """Partners in columns; rows are the score, its parts, what entries declare, and facts of the pair."""

    INTERVAL_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, labels: Labels, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._partners: List[Partner] = []
        #: Title, what explains it, and how a cell is made: its interval, or its text.
        self._rows: List[Tuple[str, str, Optional[Ends], Callable[[Partner], str]]] = []

    def set_partners(self, partners: Sequence[Partner], comparison: Comparison) -> None:
        """Compares these."""
        self.beginResetModel()
        self._partners = list(partners)
        self._rows = self._made(comparison) if partners else []
        self.endResetModel()

    def _made(self, comparison: Comparison) -> List[Tuple[str, str, Optional[Ends], Callable[[Partner], str]]]:
        said = comparison.presentation
        rows: List[Tuple[str, str, Optional[Ends], Callable[[Partner], str]]] = [
            (said["country"].title, "", None, self._country),
            (said["tier"].title, "", None, lambda partner: comparison.tier(partner.tier)),
            (translate("Partners", "Score"), "", lambda partner: partner.score, lambda p: interval_text(p.score)),
        ]
        for part in comparison.parts:
            if part.declared and all(partner.parts[part.name] is None for partner in self._partners):
                continue
            rows.append((part.title, part.description, _ends(part.name), _numbers(part.name, part.declared)))
        facts = {p.cci: dict(facts_of(p, comparison, self._labels)) for p in self._partners}
        titles = dict.fromkeys(title for each in facts.values() for title in each)
        rows += [(title, "", None, lambda partner, t=title: facts[partner.cci].get(t, "")) for title in titles]
        rows.append((said["not_known"].title, "", None, lambda partner: ", ".join(partner.not_known)))
        if any(partner.entries for partner in self._partners):
            rows.append((said["entries"].title, "", None, _entries))
        return rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802
        return 0 if parent.isValid() else len(self._partners)

    def headerData(  # noqa: D102, N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (len(self._partners) if across else len(self._rows)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._partners[section].title if across else self._rows[section][0]
        if role == Qt.ItemDataRole.ToolTipRole:
            if across:
                return f"{self._partners[section].title}\n{self._country(self._partners[section])}"
            return "\n".join(filter(None, self._rows[section][:2]))
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if not index.isValid():
            return None
        partner, (title, _, ends, text) = self._partners[index.column()], self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text(partner)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{partner.title}, {title}: {text(partner)}"
        if role == self.INTERVAL_ROLE:
            return ends(partner) if ends is not None else None
        if role == Qt.ItemDataRole.FontRole and ends is not None and self._is_best(partner, ends):
            bold = QFont()
            bold.setBold(True)
            return bold
        if role == Qt.ItemDataRole.TextAlignmentRole:
            # The bar of an interval is below its numbers.
            upright = Qt.AlignmentFlag.AlignTop if ends is not None else Qt.AlignmentFlag.AlignVCenter
            return alignment(Qt.AlignmentFlag.AlignLeft, upright)
        return None

    def _country(self, partner: Partner) -> str:
        return self._labels("countries", partner.country)

    def _is_best(self, partner: Partner, ends: Ends) -> bool:
        """Whether more is known of this one than of any other: equal ones are all not the best."""
        lows = {other.cci: found.low for other in self._partners for found in (ends(other),) if found is not None}
        own = lows.pop(partner.cci, None)
        return own is not None and bool(lows) and all(own > low for low in lows.values())


class _IntervalDelegate(QStyledItemDelegate):
    """Draws an interval as a bar below its numbers."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        if index.data(ComparisonModel.INTERVAL_ROLE) is None:
            return hint
        return QSize(hint.width(), QFontMetrics(option.font).height() + bars.SMALL + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        interval = index.data(ComparisonModel.INTERVAL_ROLE)
        if interval is None:
            super().paint(painter, option, index)
            return
        super().paint(painter, option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        place = QRectF(option.rect.adjusted(_MARGIN, 0, -_MARGIN, -_MARGIN))
        place.setTop(place.bottom() - bars.SMALL)
        bars.paint(painter, place, interval, bars.colour(option.palette, selected))


class ComparisonTable(QTableView):
    """The table; it can be copied into a spreadsheet."""

    def __init__(self, labels: Labels, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.table = ComparisonModel(labels, self)
        self.setModel(self.table)
        self.setItemDelegate(_IntervalDelegate(self))
        self.setAccessibleName(self.tr("Partners side by side"))
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(60)
        header = self.horizontalHeader()
        header.setDefaultSectionSize(self.fontMetrics().averageCharWidth() * _WIDTH)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.sectionResized.connect(lambda *_what: self.resizeRowsToContents())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().setMaximumWidth(self.fontMetrics().averageCharWidth() * 18)

    def set_partners(self, partners: Sequence[Partner], comparison: Comparison) -> None:
        """Compares these."""
        self.table.set_partners(partners, comparison)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
            return
        super().keyPressEvent(event)

    def as_text(self) -> str:
        """The whole table as tab-separated values."""
        rows, columns = range(self.table.rowCount()), range(self.table.columnCount())
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        lines = [["", *(str(self.table.headerData(column, across)) for column in columns)]]
        for row in rows:
            cells = (str(self.table.index(row, column).data() or "") for column in columns)
            lines.append([str(self.table.headerData(row, down)), *cells])
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def _ends(name: str) -> Ends:
    return lambda partner: partner.parts[name]


def _numbers(name: str, declared: bool) -> Callable[[Partner], str]:
    def text(partner: Partner) -> str:
        if declared and partner.parts[name] is None:
            return translate("Partners", "no entries meet")
        mark = translate("Partners", "SAMPLE") if declared and partner.samples else ""
        return " ".join(filter(None, (interval_text(partner.parts[name]), mark)))

    return text


def _entries(partner: Partner) -> str:
    mark = translate("Partners", "SAMPLE") if partner.samples else ""
    return " ".join(filter(None, (mark, ", ".join(partner.entries))))
