"""The table of what a search found."""

from __future__ import annotations

from typing import Iterable, List, Optional

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ...api.presentation import FOUND_IN, LIST, SHORT, Property
from .model import ResultModel, ResultOrder

#: Width of a column in characters, by what it holds.
_NAME, _NUMBER, _CODES, _LABELS, _TEXT = 22, 9, 12, 18, 12
#: Characters of a title beyond which more room goes to the other columns.
_LONGEST_TITLE = 48


class ResultTable(QTableView):
    """Rows of features: sorted by a click on a header, selected one by one or many at once."""

    #: The selected features (a list of ids) changed by hand.
    selected = pyqtSignal(list)
    #: The feature that the cursor is on, by its id.
    current = pyqtSignal(str)

    def __init__(self, model: ResultModel, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._model = model
        self._order = ResultOrder(model, self)
        self._announces = True
        self._ranked = False
        self.setModel(self._order)
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
        self._fitted = 0
        self._arrange()
        model.columns_changed.connect(self._arrange)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def set_ranked(self, ranked: bool) -> None:
        """Whether the results are ranked by words: then the best come first, each with the text that has the words."""
        self.setColumnHidden(self._model.place(FOUND_IN), not ranked)
        if ranked != self._ranked:
            self._ranked = ranked
            self.sortByColumn(-1 if ranked else 0, Qt.SortOrder.AscendingOrder)

    def _arrange(self) -> None:
        """Gives the columns their widths; the texts in which words were found stand beside the name."""
        header = self.horizontalHeader()
        for place, column in enumerate(self._model.columns):
            header.moveSection(header.visualIndex(place), place)
            header.resizeSection(place, self._character * (_width(place, column) + 2))
            self.setColumnHidden(place, False)
        self._fitted = self.columnWidth(0)
        found_in = self._model.place(FOUND_IN)
        header.moveSection(header.visualIndex(found_in), 1)
        self.setColumnHidden(found_in, not self._ranked)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(100, 90)

    def selected_ids(self) -> List[str]:
        """The ids of the selected features, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [str(index.data(ResultModel.ID_ROLE)) for index in rows]

    def select(self, ids: Iterable[str]) -> None:
        """Selects these features on behalf of the map: ``selected`` is not emitted."""
        selection = QItemSelection()
        for id_ in ids:
            row = self._model.row_of(id_)
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
        self._fit()

    def _fit(self) -> None:
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
        shown = [column for column in range(self._model.columnCount()) if not self.isColumnHidden(column)]
        for index in sorted(self.selectionModel().selectedRows(), key=lambda each: each.row()):
            cells = [str(index.siblingAtColumn(column).data() or "") for column in shown]
            lines.append("\t".join([*cells, str(index.data(ResultModel.ID_ROLE))]))
        return "\n".join(lines)

    def _on_selection(self, *_what: object) -> None:
        if self._announces:
            self.selected.emit(self.selected_ids())

    def _on_current(self, *_what: object) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.current.emit(str(index.data(ResultModel.ID_ROLE)))


def _width(place: int, column: Property) -> int:
    """Width of a column in characters."""
    if place == 0:
        return _NAME
    if column.is_number:
        return _NUMBER
    if column.code_style == SHORT:
        return _CODES
    return _LABELS if column.type == LIST or column.name == FOUND_IN else _TEXT
