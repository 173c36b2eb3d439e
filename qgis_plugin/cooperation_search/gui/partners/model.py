"""The partners as a list, best first; those that are ticked are compared side by side."""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QAbstractListModel, QCoreApplication, QLocale, QModelIndex, QObject, Qt, pyqtSignal

from ...api.comparison import Comparison, Part
from ...api.partners import Interval, Partner
from ...settings import language
from ..results.values import Labels
from . import bars

translate = QCoreApplication.translate
#: Partners that can be compared side by side.
MOST_TICKED = 8


def locale() -> QLocale:
    """The user's, for numbers."""
    return QLocale(language())


def interval_text(interval: Optional[Interval]) -> str:
    """An interval in numbers and words."""
    return bars.text(interval, locale(), translate("Partners", "does not apply"))


class PartnerModel(QAbstractListModel):
    """Partners in rows."""

    PARTNER_ROLE = Qt.ItemDataRole.UserRole + 1

    #: Other partners are ticked: a list of CCI.
    ticked_changed = pyqtSignal(list)

    def __init__(self, labels: Labels, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self.comparison: Optional[Comparison] = None
        self.shown: Tuple[Part, ...] = ()
        self._partners: List[Partner] = []
        #: By CCI, so that a tick stays when the order is another one.
        self._ticked: Dict[str, Partner] = {}

    def set_partners(
        self, partners: Sequence[Partner], comparison: Comparison, shown: Tuple[Part, ...], keep: bool
    ) -> None:
        """Shows these partners instead of those before.

        :param shown: the parts that have a bar
        :param keep: True where the asker is the same, so that ticks of those that are still here stay
        """
        self.beginResetModel()
        self.comparison = comparison
        self.shown = shown
        self._partners = list(partners)
        before = set(self._ticked)
        self._ticked = {p.cci: p for p in self._partners if p.cci in before} if keep else {}
        self.endResetModel()
        if before or self._ticked:
            self.ticked_changed.emit(list(self._ticked))

    def clear(self) -> None:
        """Shows nobody."""
        self.beginResetModel()
        self._partners = []
        self.endResetModel()
        self.untick()

    def untick(self) -> None:
        """Takes all ticks away."""
        if self._ticked:
            self._ticked = {}
            self._changed([Qt.ItemDataRole.CheckStateRole])
            self.ticked_changed.emit([])

    def partner(self, row: int) -> Partner:
        """The partner of a row."""
        return self._partners[row]

    def ticked(self) -> List[Partner]:
        """The ticked partners in the order of the list."""
        return [partner for partner in self._partners if partner.cci in self._ticked]

    def row_of(self, cci: str) -> int:
        """The row of a programme, -1 where it is not among the partners."""
        return next((row for row, partner in enumerate(self._partners) if partner.cci == cci), -1)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802
        return 0 if parent.isValid() else len(self._partners)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # noqa: D102
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if not index.isValid() or index.row() >= len(self._partners):
            return None
        partner = self._partners[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return partner.title
        if role == self.PARTNER_ROLE:
            return partner
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if partner.cci in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.described(partner)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.explained(partner)
        return None

    def setData(  # noqa: D102, N802
        self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        partner = self._partners[index.row()]
        if value in (Qt.CheckState.Checked, getattr(Qt.CheckState.Checked, "value", 2)):
            if len(self._ticked) >= MOST_TICKED:
                return False
            self._ticked[partner.cci] = partner
        else:
            self._ticked.pop(partner.cci, None)
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit(list(self._ticked))
        return True

    def tier(self, partner: Partner) -> str:
        """How well a partner fits, in words."""
        return self.comparison.tier(partner.tier) if self.comparison else partner.tier

    def country(self, partner: Partner) -> str:
        """Its country, in words."""
        return self._labels("countries", partner.country)

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        self._changed([Qt.ItemDataRole.DisplayRole])

    def described(self, partner: Partner) -> str:
        """All that a row shows, as text: for screen readers."""
        head = translate("Partners", "{rank}. {title}, {country}: {tier}, {score}").format(
            rank=partner.rank,
            title=partner.title,
            country=self.country(partner),
            tier=self.tier(partner),
            score=interval_text(partner.score),
        )
        lines = [head, *(f"{part.title}: {interval_text(partner.parts[part.name])}" for part in self.shown)]
        if partner.samples:
            lines.append(translate("Partners", "SAMPLE: entries that meet are made up to show the service"))
        return "\n".join(lines)

    def explained(self, partner: Partner) -> str:
        """The tool tip: what the bars stand for."""
        note = translate("Partners", "Dark: known. Light: what missing facts could add. Dotted: does not apply.")
        return f"{self.described(partner)}\n\n{note}"

    def _changed(self, roles: List[int]) -> None:
        if self._partners:
            self.dataChanged.emit(self.index(0), self.index(len(self._partners) - 1), roles)
