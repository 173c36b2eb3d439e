"""The window for saved searches: run, rename, delete, keep in the project, import and export."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...api.errors import ApiError
from ...api.search import Search
from ...api.wording import Wording
from ...layers.export import place
from ...layers.export.options import ExportError, with_suffix
from .saved import Saved, SavedSearches

_SAVED = Qt.ItemDataRole.UserRole


class SaveDialog(QDialog):
    """Asks for the name of a search, and whether it goes into the project."""

    def __init__(self, saved: SavedSearches, search: Search, words: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self._search = search
        self.setWindowTitle(self.tr("Save this search"))
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the search"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.in_project = QCheckBox(self.tr("Save it in the project, for everyone who opens it"), self)
        what = QLabel(words, self)
        what.setWordWrap(True)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (what, self.name, self.in_project, self.note, buttons):
            layout.addWidget(widget)

    def accept(self) -> None:
        """Saves, or shows why the name cannot be used and stays open."""
        try:
            self._saved.save(self.name.text(), self._search, self.in_project.isChecked())
        except ValueError as error:
            self.note.setText(str(error))
            return
        super().accept()


class ManageDialog(QDialog):
    """All saved searches in a list; names are changed in place."""

    #: A search is to be shown and run.
    search_chosen = pyqtSignal(object)

    def __init__(self, saved: SavedSearches, wording: Wording, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self._wording = wording
        self.setWindowTitle(self.tr("Saved searches"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Saved searches"))
        self.list.itemChanged.connect(self._on_renamed)
        self.list.itemActivated.connect(lambda _item: self._run())
        self.list.currentItemChanged.connect(self._on_current)
        self.what = QLabel(self)
        self.what.setWordWrap(True)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.run = self._button(self.tr("Run"), self._run)
        self.rename = self._button(self.tr("Rename"), self._rename)
        self.delete = self._button(self.tr("Delete"), self._delete)
        self.import_ = self._button(self.tr("Import…"), self._import)
        self.export = self._button(self.tr("Export…"), self._export)
        close = self._button(self.tr("Close"), self.reject)
        line = QHBoxLayout()
        for button in (self.run, self.rename, self.delete):
            line.addWidget(button)
        second = QHBoxLayout()
        for button in (self.import_, self.export, close):
            second.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(self.what)
        layout.addWidget(self.note)
        layout.addLayout(line)
        layout.addLayout(second)
        # Later: the list must not be emptied while one of its lines is still being edited.
        self._saved.changed.connect(self._fill, Qt.ConnectionType.QueuedConnection)
        self.finished.connect(lambda _result: self._saved.changed.disconnect(self._fill))
        self._fill()

    def current(self) -> Optional[Saved]:
        """The search that the cursor is on."""
        item = self.list.currentItem()
        return item.data(_SAVED) if item is not None else None

    def import_file(self, path: str) -> None:
        """Adds the searches of a file, and shows the outcome."""
        try:
            self.note.setText(self.tr("Searches imported: {count}.").format(count=self._saved.import_(path)))
        except (OSError, ApiError) as error:
            self.note.setText(str(error))

    def export_file(self, path: str) -> None:
        """Writes all searches to a file, and shows the outcome."""
        target = with_suffix(Path(path), ".json")
        try:
            place.check(target)
            with place.beside(target) as part:
                count = self._saved.export(str(part))
        except ExportError as error:
            self.note.setText(str(error))
            return
        self.note.setText(self.tr("Searches exported: {count}.").format(count=count))

    def _fill(self) -> None:
        row = max(0, self.list.currentRow())
        was_blocked = self.list.blockSignals(True)
        self.list.clear()
        for saved in self._saved.searches():
            item = QListWidgetItem(saved.name, self.list)
            item.setData(_SAVED, saved)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            where = self.tr("Kept in the project") if saved.in_project else self.tr("Kept in your profile")
            item.setToolTip(f"{self._wording.describe(saved.search)}\n{where}")
        self.list.blockSignals(was_blocked)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._on_current()

    def _on_current(self, *_what: object) -> None:
        saved = self.current()
        for button in (self.run, self.rename, self.delete):
            button.setEnabled(saved is not None)
        self.export.setEnabled(self.list.count() > 0)
        self.what.setText(self._wording.describe(saved.search) if saved else self.tr("Nothing saved yet"))

    def _on_renamed(self, item: QListWidgetItem) -> None:
        self.note.clear()
        try:
            self._saved.rename(item.data(_SAVED), item.text())
        except ValueError as error:
            self.note.setText(str(error))
            QTimer.singleShot(0, self._fill)

    def _run(self) -> None:
        saved = self.current()
        if saved is not None:
            self.search_chosen.emit(saved.search)
            self.accept()

    def _rename(self) -> None:
        if self.list.currentItem() is not None:
            self.list.editItem(self.list.currentItem())

    def _delete(self) -> None:
        saved = self.current()
        if saved is not None:
            self._saved.delete(saved)

    def _import(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Import searches"), "", self.tr("Searches (*.json)"))
        if path:
            self.import_file(path)

    def _export(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Export searches"), "cooperation-searches.json", self.tr("Searches (*.json)")
        )
        if path:
            self.export_file(path)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        # Enter in the list runs; it must not press a button as well.
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button
