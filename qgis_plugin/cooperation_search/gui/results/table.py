"""The table of the programmes found."""

from __future__ import annotations

from typing import Iterable, List, Optional

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from .model import COLUMNS, ResultModel, ResultOrder

#: Width of a column in characters.
_WIDTHS = {
    "title": 22, "matched_in_text": 20,
    "country": 11, "scopes": 16, "topics": 18, "period": 11, "entries": 9, "n_regions": 8,
}  # fmt: skip
#: The column with the texts in which the words of a search were found.
FOUND_IN = [column.key for column in COLUMNS].index("matched_in_text")
#: Characters of a title beyond which more room goes to the other columns.
_LONGEST_TITLE = 48


class ResultTable(QTableView):
    """Rows of programmes: sorted by a click on a header, selected one by one or many at once."""

    #: The selected programmes (a list of CCI) changed by hand.
    selected = pyqtSignal(list)
    #: The programme that the cursor is on.
    current = pyqtSignal(str)

    def __init__(self, model: ResultModel, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._model = model
        self._order = ResultOrder(model, self)
        self._announces = True
        self._ranked = False
        self.setModel(self._order)
        self.setAccessibleName(self.tr("Programmes found"))
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        # Tab goes on to the details; the arrow keys move in the table.
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._character = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(COLUMNS):
            header.resizeSection(place, self._character * (_WIDTHS[column.key] + 2))
        self._fitted = self.columnWidth(0)
        header.moveSection(FOUND_IN, 1)
        self.setColumnHidden(FOUND_IN, True)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def set_ranked(self, ranked: bool) -> None:
        """Whether the results are ranked by words: then the best come first, each with the text that has the words."""
        self.setColumnHidden(FOUND_IN, not ranked)
        if ranked != self._ranked:
            self._ranked = ranked
            self.sortByColumn(-1 if ranked else 0, Qt.SortOrder.AscendingOrder)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(100, 90)

    def selected_ccis(self) -> List[str]:
        """The selected programmes, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [str(index.data(ResultModel.CCI_ROLE)) for index in rows]

    def select(self, ccis: Iterable[str]) -> None:
        """Selects these programmes on behalf of the map: ``selected`` is not emitted."""
        selection = QItemSelection()
        for cci in ccis:
            row = self._model.row_of(cci)
            if row >= 0:
                first = self._order.mapFromSource(self._model.index(row, 0))
                selection.select(first, first)
        self._announces = False
        self.selectionModel().select(
            selection, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self._announces = True
        rows = self.selectionModel().selectedRows()
        if rows:
            top = min(rows, key=lambda index: index.row())
            self.selectionModel().setCurrentIndex(top, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(top)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802
        super().resizeEvent(event)
        # Titles get the room beside the country, until the user sets their width.
        if self.columnWidth(0) == self._fitted:
            room = self.viewport().width() - self.columnWidth(1)
            self._fitted = max(20 * self._character, min(room, _LONGEST_TITLE * self._character))
            self.setColumnWidth(0, self._fitted)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
            return
        super().keyPressEvent(event)

    def as_text(self) -> str:
        """The selected rows as lines of tab-separated values, for a spreadsheet."""
        lines = []
        shown = [column for column in range(len(COLUMNS)) if not self.isColumnHidden(column)]
        for index in sorted(self.selectionModel().selectedRows(), key=lambda each: each.row()):
            cells = [str(index.siblingAtColumn(column).data() or "") for column in shown]
            lines.append("\t".join([*cells, str(index.data(ResultModel.CCI_ROLE))]))
        return "\n".join(lines)

    def _on_selection(self, *_what: object) -> None:
        if self._announces:
            self.selected.emit(self.selected_ccis())

    def _on_current(self, *_what: object) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.current.emit(str(index.data(ResultModel.CCI_ROLE)))
