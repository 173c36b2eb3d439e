"""The view "Offers and needs": the entries that a search finds, and all that the current one says."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ....api.answers import FeaturePage
from ....api.errors import ApiError
from ....api.presentation import Presentation
from ....api.search import COOPERATION, Search
from ....context import Context
from ..found import FoundList
from ..splitter import beside
from ..values import Labels
from .detail import EntryDetail
from .search import EntrySearch


class EntriesView(QWidget):
    """Entries in rows; samples are flagged in each row."""

    #: The number of entries found; -1 while it is not known.
    counted = pyqtSignal(int)
    #: What helps after a failure or with an empty list: ``reset``, ``retry`` or ``connection``.
    helped = pyqtSignal(str)
    #: The person selected entries (a list of ids).
    selected = pyqtSignal(list)
    #: A row was double-clicked, or Enter pressed on it: the map should show the selection.
    zoom_requested = pyqtSignal()
    #: The entries are to be shown on the map.
    map_requested = pyqtSignal()
    #: The entries are to be written to a file.
    export_requested = pyqtSignal()

    def __init__(self, context: Context, labels: Labels, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.found = FoundList(context, labels, self.tr("Offers and needs found"), COOPERATION, self)
        self.model, self.table = self.found.model, self.found.table
        self.detail = EntryDetail(context, labels, self)
        self.splitter = beside(self.found, self.detail)
        self.detail.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.on_map = self._button("/mIconPointLayer.svg", self.tr("On the map"))
        self.on_map.setToolTip(
            self.tr("Load the search with its offers and needs: each is a sign in its programme's area")
        )
        self.on_map.clicked.connect(lambda _checked=False: self.map_requested.emit())
        self.export = self._button("/mActionFileSaveAs.svg", self.tr("Export…"))
        self.export.setToolTip(self.tr("Write these offers and needs to a GeoPackage, Excel or CSV file"))
        self.export.clicked.connect(lambda _checked=False: self.export_requested.emit())
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.on_map)
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        self.found.layout().addLayout(buttons)
        self.search = EntrySearch(context, self)
        self.search.listed.connect(self._on_listed)
        self.search.failed.connect(self.show_error)
        self.found.presented.connect(self.search.set_presentation)
        self.found.emptied.connect(self.detail.hide)
        self.found.state.helped.connect(self.helped)
        self.table.selected.connect(self.selected)
        self.table.current.connect(self.detail.show_entry)
        self.table.activated.connect(lambda _index: self.zoom_requested.emit())

    def set_presentation(self, presentation: Presentation) -> None:
        """Shows entries as the server says."""
        self.detail.set_presentation(presentation)
        self.found.set_presentation(presentation)

    def show_loading(self) -> None:
        """The search has changed: its entries will follow."""
        self.found.show_loading()

    def ask(self, search: Search) -> None:
        """Lists the entries of a search."""
        self.search.ask(search)

    def show_error(self, error: ApiError) -> None:
        """Shows why there are no entries."""
        self.found.show_error(error)
        self.counted.emit(-1)

    def stop(self) -> None:
        """Waits for nothing more."""
        self.found.stop()
        self.search.stop()

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        self.model.relabel()
        self.detail.relabel()

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setText(text)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _on_listed(self, page: FeaturePage, search: Search) -> None:
        self.detail.show_nothing()
        self.detail.set_search(search)
        if not page.features:
            self.found.state.show_no_entry()
        self.detail.setVisible(bool(page.features))
        for button in (self.on_map, self.export):
            button.setEnabled(bool(page.features))
        self.found.show_features(page, ranked=False)
        self.counted.emit(page.matched)
