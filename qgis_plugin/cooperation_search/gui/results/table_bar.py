"""The line above a table: a filter of its rows, and what can be done with its columns."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from .order import EVERYWHERE
from .table import ResultTable


class TableBar(QWidget):
    """Filter, number of rows that it leaves, "selected on top", and the columns."""

    def __init__(self, table: ResultTable, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._table = table
        self._column = ""
        self.filter = QgsFilterLineEdit(self)
        self.filter.setShowSearchIcon(True)
        self.filter.setAccessibleName(self.tr("Filter the rows"))
        self.filter.setToolTip(self.tr("Shows the rows that have every word; the search and the map stay as they are"))
        self.filter.textChanged.connect(self._apply)
        self.number = QLabel(self)
        self.number.setAccessibleName(self.tr("Rows shown"))
        self.number.hide()
        self.on_top = self._button("/mActionSelectedToTop.svg", self.tr("Selected rows on top"))
        self.on_top.setCheckable(True)
        self.on_top.toggled.connect(table.set_on_top)
        self.menu_button = self._button("/mActionOptions.svg", self.tr("Columns, and the column to filter"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.menu_button)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.menu_button.setMenu(menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.filter, 1)
        for widget in (self.number, self.on_top, self.menu_button):
            layout.addWidget(widget)
        table.rows_changed.connect(self._count)
        self.filter_in("")

    def filter_in(self, name: str) -> None:
        """Filters by this column; by all of them without a name."""
        self._column = name
        place = self._table.source.place(name)
        title = self._table.source.columns[place].title if place >= 0 else ""
        hint = self.tr("Filter “{column}”").format(column=title) if title else self.tr("Filter these rows")
        self.filter.setPlaceholderText(hint)
        self._apply()

    def _apply(self, *_what: object) -> None:
        place = self._table.source.place(self._column)
        self._table.order.set_filter(self.filter.text(), place if place >= 0 else EVERYWHERE)
        self._count()

    def _count(self) -> None:
        order = self._table.order
        text = self.tr("{shown} of {all}").format(shown=order.rowCount(), all=self._table.source.rowCount())
        self.number.setText(text)
        self.number.setVisible(order.is_filtered())

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        among = menu.addMenu(self.tr("Filter in"))
        source = self._table.source
        shown = [each for place, each in enumerate(source.columns) if not self._table.isColumnHidden(place)]
        for name, title in (("", self.tr("All columns")), *((each.name, each.title) for each in shown)):
            action = among.addAction(title)
            action.setCheckable(True)
            action.setChecked(name == self._column)
            action.triggered.connect(lambda _checked=False, name=name: self.filter_in(name))
        menu.addSeparator()
        self._table.columns.fill(menu)

    def _button(self, icon: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
