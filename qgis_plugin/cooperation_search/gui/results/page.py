"""The results in views: first the programmes found (the table or the page in its place, the details below it)."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import QSize, pyqtSignal
from qgis.PyQt.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ...api.answers import FeaturePage
from ...api.criteria import Criteria
from ...api.errors import ApiError
from ...api.presentation import Presentation
from ...api.search import PROGRAMMES, Search
from ...context import Context
from ...own import Own
from .detail import DetailPane
from .entries.view import EntriesView
from .found import FoundList
from .found_by import FoundBy
from .known import Hierarchies
from .splitter import beside
from .values import Labels

#: Least size of the results, pixels.
_LEAST = QSize(240, 240)


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

    def __init__(
        self,
        context: Context,
        labels: Labels,
        lists: Hierarchies,
        criteria: Callable[[], Criteria] = Criteria,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.found_by = FoundBy(lists, criteria)
        self.found = FoundList(context, labels, self.tr("Programmes found"), PROGRAMMES, self)
        self.found.model.found_by = self.found_by
        self.model, self.table, self.state = self.found.model, self.found.table, self.found.state
        self.detail = DetailPane(context, labels, lists, self)
        self.splitter = beside(self.found, self.detail)
        self.detail.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.views = QTabWidget(self)
        self.views.setDocumentMode(True)
        self.views.setUsesScrollButtons(True)
        self.views.setTabBarAutoHide(True)
        self.views.tabBar().setExpanding(False)
        self.add_view(self.splitter, self.tr("Programmes"))
        self.entries = EntriesView(context, labels, self)
        self.add_view(self.entries, "")
        self._count_entries(-1)
        self.views.currentChanged.connect(lambda _place: self.view_shown.emit(self.views.currentWidget()))
        layout.addWidget(self.views)
        self.found.emptied.connect(self.detail.hide)
        self.state.helped.connect(self.helped)
        self.table.selected.connect(self.selected)
        self.table.current.connect(self._on_current)
        self.table.activated.connect(lambda _index: self.zoom_requested.emit())
        self.entries.counted.connect(self._count_entries)
        self.entries.search.listed.connect(self._on_entries)
        self.entries.helped.connect(self.helped)
        self.entries.detail.programme_clicked.connect(self.show_one)
        self.entries.found.menu.programme_requested.connect(self.show_one)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        # The tallest of all views, in front or not, must not push the buttons of the panel out of a low window.
        return QSize(min(_LEAST.width(), super().minimumSizeHint().width()), _LEAST.height())

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
        self.found.set_presentation(presentation)
        self.detail.set_presentation(presentation)

    def set_own(self, own: Own) -> None:
        """Marks what belongs to the programme or country that the user works for."""
        self.model.set_own(own)
        self.entries.model.set_own(own)

    def set_entries(self, presentation: Presentation) -> None:
        """Shows cooperation entries as the server says."""
        self.entries.set_presentation(presentation)
        self.detail.set_entries(presentation)

    def show_loading(self) -> None:
        """An answer is under way; results that are there stay for a moment."""
        self.found.show_loading()
        self.entries.show_loading()

    def show_page(self, page: FeaturePage, search: Search) -> None:
        """Shows the programmes that a search found; those that were selected stay selected."""
        self.detail.show_nothing()
        self.detail.set_search(search)
        if not page.features:
            self.state.show_empty()
        self.detail.setVisible(bool(page.features))
        self.found_by.set_search(search)
        self.table.columns.show_found_in(self.found_by.explains())
        self.found.show_features(page, search.has_words())
        self.entries.ask(search)

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
        self.found.show_error(error)
        self.entries.show_error(error)

    def stop(self) -> None:
        """Waits for nothing more."""
        self.found.stop()
        self.entries.stop()

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        self.model.relabel()
        self.detail.relabel()
        self.entries.relabel()

    def _on_entries(self, page: FeaturePage, _search: Search) -> None:
        self.found_by.set_entries(page.features)
        if self.found_by.explains():
            self.model.relabel()
            self.detail.set_found_in(self.detail.cci, self.model.found_in(self.detail.cci))

    def _count_entries(self, number: int) -> None:
        name = (
            self.tr("Offers and needs ({count})").format(count=number) if number >= 0 else self.tr("Offers and needs")
        )
        self.name_view(self.entries, name)
