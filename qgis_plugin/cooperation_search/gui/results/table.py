"""The table of what a search found."""

from __future__ import annotations

from typing import Iterable, List, Optional

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView, QWidget

from ...settings import Settings
from .columns import Columns
from .model import ResultModel
from .order import ResultOrder


class ResultTable(QTableView):
    """Rows of features: sorted by a click on a header, selected one by one or many at once.

    :param settings: where the columns of the user are remembered, under ``key``
    """

    #: The selected features (a list of ids) changed by hand.
    selected = pyqtSignal(list)
    #: The feature that the cursor is on, by its id.
    current = pyqtSignal(str)
    #: There are other rows, or a filter leaves others.
    rows_changed = pyqtSignal()

    def __init__(
        self,
        model: ResultModel,
        parent: Optional[QWidget] = None,
        settings: Optional[Settings] = None,
        key: str = "",
    ) -> None:
        super().__init__(parent)
        self.source = model
        self.order = ResultOrder(model, self)
        self._announces = True
        self._ranked = False
        self._on_top = False
        self.setModel(self.order)
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
        self.columns = Columns(self, model, settings, key)
        self.order.modelReset.connect(self.rows_changed)
        #: Sorting while rows are being selected would move them below the cursor: it waits for the next turn.
        self._sorting = QTimer(self)
        self._sorting.setSingleShot(True)
        self._sorting.setInterval(0)
        self._sorting.timeout.connect(self._sort_again)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def set_ranked(self, ranked: bool) -> None:
        """Whether the results are ranked by words: then the best come first."""
        if ranked != self._ranked:
            self._ranked = ranked
            self.sortByColumn(-1 if ranked else 0, Qt.SortOrder.AscendingOrder)

    def set_on_top(self, on_top: bool) -> None:
        """Whether the selected rows come first."""
        self._on_top = on_top
        self._sort_again()

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
            row = self.source.row_of(id_)
            first = self.order.mapFromSource(self.source.index(row, 0)) if row >= 0 else None
            if first is not None and first.isValid():
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
        self.columns.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
            return
        super().keyPressEvent(event)

    def as_text(self) -> str:
        """The selected rows as lines of tab-separated values, for a spreadsheet."""
        lines = []
        header = self.horizontalHeader()
        visual = [header.logicalIndex(place) for place in range(header.count())]
        shown = [place for place in visual if not self.isColumnHidden(place)]
        for index in sorted(self.selectionModel().selectedRows(), key=lambda each: each.row()):
            cells = [str(index.siblingAtColumn(column).data() or "") for column in shown]
            lines.append("\t".join([*cells, str(index.data(ResultModel.ID_ROLE))]))
        return "\n".join(lines)

    def _on_selection(self, *_what: object) -> None:
        if self._on_top:
            self._sorting.start()
        if self._announces:
            self.selected.emit(self.selected_ids())

    def _sort_again(self) -> None:
        self.source.set_on_top(self.selected_ids() if self._on_top else [])
        self.order.invalidate()
        if self._on_top:
            self.scrollToTop()

    def _on_current(self, *_what: object) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.current.emit(str(index.data(ResultModel.ID_ROLE)))
