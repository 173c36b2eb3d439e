"""The results in views: first the programmes found (the table or the page in its place, the details below it)."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ...api.answers import FeaturePage
from ...api.errors import ApiError
from ...api.presentation import Presentation
from ...api.search import Search
from ...context import Context
from .detail import DetailPane
from .known import Hierarchies
from .model import ResultModel
from .states import StatePage
from .table import ResultTable
from .values import Labels

#: Milliseconds for which results stay while newer ones are on their way.
PATIENCE = 600


class ResultsPage(QWidget):
    """Views of what a search finds, in tabs. The first has the programmes and the facts of the one with the cursor."""

    #: What helps after a failure or with an empty list: ``reset``, ``retry`` or ``connection``.
    helped = pyqtSignal(str)
    #: The person selected programmes (a list of CCI).
    selected = pyqtSignal(list)
    #: A row was double-clicked, or Enter pressed on it: the map should show the selection.
    zoom_requested = pyqtSignal()
    #: Another view is in front: its widget.
    view_shown = pyqtSignal(object)

    def __init__(self, context: Context, labels: Labels, lists: Hierarchies, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.model = ResultModel(labels, self)
        self.table = ResultTable(self.model, self)
        self.state = StatePage(self)
        self.detail = DetailPane(context, labels, lists, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.table)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.detail.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.views = QTabWidget(self)
        self.views.setDocumentMode(True)
        self.views.setUsesScrollButtons(True)
        self.views.setTabBarAutoHide(True)
        self.views.tabBar().setExpanding(False)
        self.add_view(self.splitter, self.tr("Programmes"))
        self.views.currentChanged.connect(lambda _place: self.view_shown.emit(self.views.currentWidget()))
        layout.addWidget(self.views)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_waiting)
        self.state.helped.connect(self.helped)
        self.table.selected.connect(self.selected)
        self.table.current.connect(self._on_current)
        self.table.activated.connect(lambda _index: self.zoom_requested.emit())

    def add_view(self, view: QWidget, name: str) -> None:
        """Adds a view of the results behind those that are there."""
        self.views.addTab(view, name)

    def show_view(self, view: QWidget) -> None:
        """Brings a view to the front."""
        self.views.setCurrentWidget(view)

    def name_view(self, view: QWidget, name: str) -> None:
        """Names the tab of a view."""
        self.views.setTabText(self.views.indexOf(view), name)

    def set_presentation(self, presentation: Presentation) -> None:
        """Shows programmes as the server says."""
        self.model.set_presentation(presentation)
        self.detail.set_presentation(presentation)

    def show_loading(self) -> None:
        """An answer is under way; results that are there stay for a moment, so that quick answers do not flicker."""
        if self.model.rowCount() == 0:
            self._show_waiting()
        else:
            self._patience.start()

    def _show_waiting(self) -> None:
        self.detail.hide()
        self.state.show_loading()
        self.stack.setCurrentWidget(self.state)

    def show_page(self, page: FeaturePage, search: Search) -> None:
        """Shows the programmes that a search found; those that were selected stay selected."""
        self._patience.stop()
        kept: List[str] = self.table.selected_ccis()
        self.detail.show_nothing()
        self.detail.set_search(search)
        self.model.set_features(page.features)
        self.table.set_ranked(search.has_words())
        if not page.features:
            self.state.show_empty()
        self.stack.setCurrentWidget(self.table if page.features else self.state)
        self.detail.setVisible(bool(page.features))
        self.table.select(kept)

    def show_one(self, cci: str) -> None:
        """Shows the facts of a programme, which may be among the results or not."""
        self.show_view(self.splitter)
        self.table.select([cci])
        self.detail.show()
        self._on_current(cci)

    def _on_current(self, cci: str) -> None:
        self.detail.show_programme(cci, self.model.found_in(cci))

    def show_error(self, error: ApiError) -> None:
        """Shows why there are no results."""
        self._patience.stop()
        self.model.set_features([])
        self.detail.hide()
        self.state.show_error(error)
        self.stack.setCurrentWidget(self.state)

    def stop(self) -> None:
        """Waits for nothing more."""
        self._patience.stop()

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        self.model.relabel()
        self.detail.relabel()
