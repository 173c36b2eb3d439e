"""The list of partners, with the names of the parts above its bars."""

from __future__ import annotations

from typing import Iterable, List, Optional

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QSize, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from ...api.partners import Partner
from .captions import Captions
from .delegate import PartnerDelegate
from .model import PartnerModel


class _Rows(QListView):
    """Copies the selected rows as text."""

    resized = pyqtSignal()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(100, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
            partners = [index.data(PartnerModel.PARTNER_ROLE) for index in rows]
            QGuiApplication.clipboard().setText("\n".join(as_line(partner) for partner in partners))
            return
        super().keyPressEvent(event)


class PartnerList(QWidget):
    """Rows of partners: selected one by one or many at once, ticked to compare them."""

    #: The partners that are selected (a list of CCI) changed by hand.
    selected = pyqtSignal(list)
    #: The partner that the cursor is on.
    current = pyqtSignal(object)
    #: Double click or Enter on a row.
    activated = pyqtSignal()

    def __init__(self, model: PartnerModel, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._model = model
        self._announces = True
        self.rows = _Rows(self)
        self.rows.setModel(model)
        self.rows.setItemDelegate(PartnerDelegate(model, self.rows))
        self.rows.setAccessibleName(self.tr("Partners, best first"))
        self.rows.setAccessibleDescription(self.tr("The space bar ticks a partner to compare it with others."))
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows.setUniformItemSizes(True)
        self.rows.setAlternatingRowColors(True)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.captions = Captions(self)
        self.setFocusProxy(self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self.captions)
        layout.addWidget(self.rows, 1)
        self.rows.selectionModel().selectionChanged.connect(self._on_selection)
        self.rows.selectionModel().currentChanged.connect(self._on_current)
        self.rows.activated.connect(lambda _index: self.activated.emit())
        self.rows.resized.connect(self._name_parts)
        model.modelReset.connect(self._name_parts)

    def selected_ccis(self) -> List[str]:
        """The selected partners, from top to bottom."""
        rows = sorted(index.row() for index in self.rows.selectionModel().selectedRows())
        return [self._model.partner(row).cci for row in rows]

    def current_cci(self) -> str:
        """The partner that the cursor is on; empty without one."""
        index = self.rows.currentIndex()
        return self._model.partner(index.row()).cci if index.isValid() else ""

    def select(self, ccis: Iterable[str], current: str = "") -> None:
        """Selects these on behalf of the map: ``selected`` is not emitted.

        :param current: where the cursor goes; to the topmost of them without it
        """
        selection = QItemSelection()
        rows = sorted(row for row in map(self._model.row_of, ccis) if row >= 0)
        for row in rows:
            selection.select(self._model.index(row), self._model.index(row))
        self._announces = False
        flags = QItemSelectionModel.SelectionFlag
        self.rows.selectionModel().select(selection, flags.ClearAndSelect)
        self._announces = True
        place = self._model.row_of(current) if current else -1
        place = place if place >= 0 else rows[0] if rows else -1
        if place >= 0:
            self.rows.selectionModel().setCurrentIndex(self._model.index(place), flags.NoUpdate)
            self.rows.scrollTo(self._model.index(place))

    def _on_selection(self, *_what: object) -> None:
        if self._announces:
            self.selected.emit(self.selected_ccis())

    def _on_current(self, *_what: object) -> None:
        index = self.rows.currentIndex()
        if index.isValid():
            self.current.emit(self._model.partner(index.row()))

    def _name_parts(self) -> None:
        right = self.width() - self.rows.viewport().width() - self.rows.frameWidth()
        self.captions.set_parts(self._model.shown, max(0, right))


def as_line(partner: Partner) -> str:
    """A partner as tab-separated values, for a spreadsheet."""
    score = partner.score
    values = (partner.rank, partner.title, partner.country, partner.tier, score.low, score.high, partner.cci)
    return "\t".join(map(str, values))
