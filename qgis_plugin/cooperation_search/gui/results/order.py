"""The order of the rows, and which of them a filter leaves."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import QModelIndex, QObject, QSortFilterProxyModel, Qt

from ..text import fold
from .model import ResultModel

#: In place of a column: every column.
EVERYWHERE = -1


class ResultOrder(QSortFilterProxyModel):
    """Rows by number or by name without accents, as the column needs it; the selected ones first where wanted."""

    def __init__(self, model: ResultModel, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: List[str] = []
        self._column = EVERYWHERE
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)

    def set_filter(self, text: str, column: int = EVERYWHERE) -> None:
        """Leaves the rows that have every word in this column of the model; accents and capitals make no difference."""
        self._words, self._column = fold(text).split(), column
        self.invalidateFilter()

    def is_filtered(self) -> bool:
        """Whether rows may be left out."""
        return bool(self._words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; -1: in the order of the server, which ranks by words."""
        other = self._model.sort_for(by_rank=column < 0, descending=order == Qt.SortOrder.DescendingOrder)
        if (max(0, column), order) != (self.sortColumn(), self.sortOrder()):
            super().sort(max(0, column), order)
        elif other:
            # Qt would do nothing: it knows nothing of the order of the server.
            self.invalidate()

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # noqa: D102, N802
        ranks = self._model.ranks(left.column())
        return ranks[left.row()] < ranks[right.row()]

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # noqa: D102, N802
        if not self._words:
            return True
        text = self._model.text_of(row, self._column)
        return all(word in text for word in self._words)
