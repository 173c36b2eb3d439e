"""Choosing whom one works for: a country, or a programme by words of its title."""

from __future__ import annotations

from typing import Any, List, Optional, Sequence

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QModelIndex, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QLabel, QListView, QVBoxLayout, QWidget

from ...api.answers import FeaturePage
from ...api.errors import ApiError
from ...api.search import PROGRAMMES, Search
from ...context import Context
from ...own import Own
from ..criteria.choices import Choice
from ..text import fold

_OWN = Qt.ItemDataRole.UserRole + 1
_FOLDED = Qt.ItemDataRole.UserRole + 2


class OwnDialog(QDialog):
    """Countries first, then all programmes; the list is searched without accents."""

    #: What was chosen: ``Own``.
    chosen = pyqtSignal(object)

    def __init__(
        self, context: Context, countries: Sequence[Choice], own: Own, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("I work for …"))
        self._own = own
        self.search = QgsFilterLineEdit(self)
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(self.tr("Country, programme or CCI"))
        self.search.setAccessibleName(self.tr("Country, programme or CCI"))
        self.model = QStandardItemModel(self)
        self.filter = _Filter(self.model, self)
        self.view = QListView(self)
        self.view.setModel(self.filter)
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Countries and programmes"))
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.nobody = self.buttons.addButton(self.tr("Nobody in particular"), QDialogButtonBox.ButtonRole.ResetRole)
        layout = QVBoxLayout(self)
        for widget in (self.search, self.view, self.note, self.buttons):
            layout.addWidget(widget)
        self._add(countries)
        self.search.textChanged.connect(self.filter.set_text)
        self.search.returnPressed.connect(self._first)
        self.view.activated.connect(lambda _index: self.accept())
        self.nobody.clicked.connect(lambda _checked=False: self._done(Own()))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.note.setText(self.tr("Asking the server for its programmes…"))
        call = context.client.features(
            PROGRAMMES, Search(), {"properties": "cci,title,country,period", "sortby": "-period,country,title"}
        )
        call.finished.connect(self._came)
        call.failed.connect(self._failed)
        self.resize(460, 420)

    def accept(self) -> None:
        """Takes the line that is chosen."""
        index = self.view.currentIndex()
        if index.isValid():
            self._done(Own(*index.data(_OWN)))

    def _done(self, own: Own) -> None:
        self.chosen.emit(own)
        super().accept()

    def _first(self) -> None:
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.filter.index(0, 0))

    def _came(self, page: FeaturePage) -> None:
        self.note.hide()
        for programme in page.features:
            title, country, period = (programme.text(name) for name in ("title", "country", "period"))
            self._line(f"{title} ({country}, {period}, {programme.id})", Own(programme.id, country))

    def _failed(self, error: ApiError) -> None:
        self.note.setText(error.text)

    def _add(self, countries: Sequence[Choice]) -> None:
        for country in countries:
            self._line(f"{country.label} ({country.code})", Own("", country.code))

    def _line(self, text: str, own: Own) -> None:
        item = QStandardItem(text)
        item.setToolTip(text)
        item.setData([own.programme, own.country], _OWN)
        item.setData(fold(text), _FOLDED)
        self.model.appendRow(item)
        if own == self._own:
            self.view.setCurrentIndex(self.filter.mapFromSource(item.index()))


class _Filter(QSortFilterProxyModel):
    """The lines that have every word."""

    def __init__(self, model: QStandardItemModel, parent: Optional[Any] = None) -> None:
        super().__init__(parent)
        self._words: List[str] = []
        self.setSourceModel(model)

    def set_text(self, text: str) -> None:
        """The words that are looked for."""
        self._words = fold(text).split()
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # noqa: N802
        text = str(self.sourceModel().index(row, 0, parent).data(_FOLDED))
        return all(word in text for word in self._words)
