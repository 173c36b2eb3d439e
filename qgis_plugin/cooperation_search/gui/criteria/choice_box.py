"""The list of choices with its search line: ticks, counts, greyed choices, all by mouse or by keys alone."""

from __future__ import annotations

from typing import FrozenSet, Optional

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QEvent, QModelIndex, QObject, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from ..text import fold
from .choices import ChoiceModel


class ChoiceFilter(QSortFilterProxyModel):
    """Shows the choices that hold every typed word in label or code, those above them, and those below them."""

    def __init__(self, model: ChoiceModel, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._model = model
        self._matches: FrozenSet[str] = frozenset()
        self._visible: Optional[FrozenSet[str]] = None
        self.setSourceModel(model)

    def set_text(self, text: str) -> None:
        """What is looked for; accents and capitals make no difference."""
        words = fold(text).split()
        self._matches = frozenset(self._model.matches(words)) if words else frozenset()
        # Found out at once for the whole list: asking level by level takes seconds for all NUTS regions.
        self._visible = frozenset(self._model.around(self._matches)) if words else None
        self.invalidateFilter()

    def is_match(self, index: QModelIndex) -> bool:
        """Whether a choice itself holds every word (an index of this filter)."""
        return index.data(ChoiceModel.CODE_ROLE) in self._matches

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # noqa: D102, N802
        if self._visible is None:
            return True
        index = self._model.index(row, 0, parent)
        return self._model.data(index, ChoiceModel.CODE_ROLE) in self._visible


class ChoiceBox(QWidget):
    """A list or tree to tick choices in.

    :param name: what is chosen here, for screen readers ("Country")
    :param searchable: whether there is a search line; short lists need none
    :param rows: how many rows are shown at most without scrolling
    """

    def __init__(
        self, model: ChoiceModel, name: str, searchable: bool = True, rows: int = 8, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.model = model
        self._rows = rows
        self.filter = ChoiceFilter(model, self)
        self.search = QgsFilterLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by name or code"))
        self.search.setAccessibleName(self.tr("Search in “{name}”").format(name=name))
        self.search.setToolTip(self.tr("Down: into the list. Enter: tick the first match."))
        self.search.setShowSearchIcon(True)
        self.search.setVisible(searchable)
        self.search.textChanged.connect(self._on_search)
        self.search.installEventFilter(self)

        self.view = QTreeView(self)
        self.view.setModel(self.filter)
        self.view.setHeaderHidden(True)
        self.view.setAccessibleName(name)
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        # Tab leaves the list; the arrow keys move in it, Space ticks.
        self.view.setTabKeyNavigation(False)
        self.setFocusProxy(self.search if searchable else self.view)

        self.nothing = QLabel(self)
        self.nothing.setWordWrap(True)
        self.nothing.hide()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.search)
        layout.addWidget(self.view)
        layout.addWidget(self.nothing)
        self.setTabOrder(self.search, self.view)
        model.modelReset.connect(self._on_reset)
        self._on_reset()

    def _on_reset(self) -> None:
        hierarchical = any(self.model.hasChildren(self.model.index(row, 0)) for row in range(self.model.rowCount()))
        self.view.setRootIsDecorated(hierarchical)
        shown = self._rows if hierarchical else max(2, min(self._rows, self.model.rowCount()))
        height = self.view.sizeHintForRow(0) if self.model.rowCount() else self.view.fontMetrics().height() + 4
        self.view.setFixedHeight(shown * height + 2 * self.view.frameWidth() + 2)
        self._on_search(self.search.text())

    def _on_search(self, text: str) -> None:
        self.filter.set_text(text)
        if text.strip():
            self._open_to_matches(QModelIndex())
        else:
            self.view.collapseAll()
            self.show_chosen()
        no_match = bool(text.strip()) and self.filter.rowCount() == 0
        if no_match:
            self.nothing.setText(self.tr("Nothing in this list matches “{text}”.").format(text=text.strip()))
        self.nothing.setVisible(no_match)

    def _open_to_matches(self, parent: QModelIndex) -> bool:
        """Opens what lies above a match, and leaves closed what lies below; True when there is a match here."""
        any_match = False
        for row in range(self.filter.rowCount(parent)):
            index = self.filter.index(row, 0, parent)
            inside = self._open_to_matches(index)
            itself = self.filter.is_match(index)
            # A match inside another match stays folded: "Sicilia" shows one line, not ten.
            self.view.setExpanded(index, inside and not itself)
            any_match = any_match or inside or itself
        return any_match

    def show_chosen(self) -> None:
        """Opens and scrolls the list so that the first choice made can be seen."""
        for code in reversed(self.model.chosen()):
            self.show_code(code)

    def show_code(self, code: str) -> None:
        """Opens and scrolls the list so that a choice can be seen."""
        index = self.filter.mapFromSource(self.model.index_of(code))
        if index.isValid():
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def first_match(self) -> QModelIndex:
        """The choice with the code typed, else the first found, that can be ticked (an index of the list)."""
        typed = self.model.index_of(self.search.text().strip().upper())
        if typed.isValid() and self.model.flags(typed) & Qt.ItemFlag.ItemIsEnabled:
            return typed
        waiting = [self.filter.index(row, 0) for row in range(self.filter.rowCount())]
        while waiting:
            index = waiting.pop(0)
            source = self.filter.mapToSource(index)
            if self.filter.is_match(index) and self.model.flags(source) & Qt.ItemFlag.ItemIsEnabled:
                return source
            waiting = [self.filter.index(r, 0, index) for r in range(self.filter.rowCount(index))] + waiting
        return QModelIndex()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                match = self.first_match() if self.search.text().strip() else QModelIndex()
                if match.isValid():
                    self.model.toggle(str(self.model.data(match, ChoiceModel.CODE_ROLE)))
                return True
            if event.key() == Qt.Key.Key_Down:
                self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                if not self.view.currentIndex().isValid():
                    self.view.setCurrentIndex(self.filter.index(0, 0))
                return True
        return super().eventFilter(watched, event)
