"""A list of what a search finds: the table, or a page in its place while there is nothing to list."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...api.answers import FeaturePage
from ...api.errors import ApiError
from ...api.presentation import Presentation
from ...context import Context
from .model import ResultModel
from .row_menu import RowMenu
from .states import StatePage
from .table import ResultTable
from .table_bar import TableBar
from .values import Labels

#: Milliseconds for which results stay while newer ones are on their way.
PATIENCE = 600


class FoundList(QWidget):
    """Features in rows, or why there are none.

    :param named: what the table is, for those who do not see it
    :param collection: whose features these are
    """

    #: A page in place of the table is shown, and what was known of the rows is no longer true.
    emptied = pyqtSignal()
    #: Features are to be asked for with other columns: a ``Presentation`` with them.
    presented = pyqtSignal(object)

    def __init__(
        self, context: Context, labels: Labels, named: str, collection: str, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.model = ResultModel(labels, self)
        self.table = ResultTable(self.model, self, context.settings, collection)
        self.menu = RowMenu(context, self.table, collection)
        self.bar = TableBar(self.table, self)
        self.table.setAccessibleName(named)
        self.state = StatePage(self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)
        self.table.columns.wanted.connect(self._present)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_waiting)

    def set_presentation(self, presentation: Presentation) -> None:
        """Shows features as the server says, with the further columns that the user has chosen."""
        self.table.columns.set_presentation(presentation)

    def _present(self, presentation: Presentation) -> None:
        self.model.set_presentation(presentation)
        self.presented.emit(presentation)

    def show_loading(self) -> None:
        """An answer is under way; results that are there stay for a moment, so that quick answers do not flicker."""
        if self.model.rowCount() == 0:
            self._show_waiting()
        else:
            self._patience.start()

    def show_features(self, page: FeaturePage, ranked: bool) -> None:
        """Shows what a search found; rows that were selected stay selected. The page in place of none is the caller's.

        :param ranked: the best come first
        """
        self._patience.stop()
        kept: List[str] = self.table.selected_ids()
        self.model.set_features(page.features)
        self.table.set_ranked(ranked)
        self.table.rows_changed.emit()
        self.stack.setCurrentWidget(self.table if page.features else self.state)
        self.table.select(kept)

    def show_error(self, error: ApiError) -> None:
        """Shows why there are no results."""
        self._patience.stop()
        self.model.set_features([])
        self.state.show_error(error)
        self._show_state()

    def stop(self) -> None:
        """Waits for nothing more."""
        self._patience.stop()

    def _show_waiting(self) -> None:
        self.state.show_loading()
        self._show_state()

    def _show_state(self) -> None:
        self.stack.setCurrentWidget(self.state)
        self.emptied.emit()
