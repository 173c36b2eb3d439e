"""The buttons above the criteria: reset, the last searches, saved searches, and copies for elsewhere."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDateTime, QLocale, QSize, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ...api.cql2 import Cql2, cql2
from ...api.links import read_link
from ...api.search import Search
from ...api.wording import Wording
from ...help import page
from ...settings import language
from .history import History
from .manage import ManageDialog, SaveDialog
from .saved import SavedSearches

#: Characters of a search in a menu.
_LONGEST = 70
#: Between two buttons, pixels.
_SPACE = 2


class SearchBar(QWidget):
    """Buttons with menus; the menus are filled when they open.

    :param current: gives the search that is being put together
    :param link: gives that search as an address on the server
    """

    #: A search is to be shown and run.
    search_chosen = pyqtSignal(object)
    reset_requested = pyqtSignal()
    #: Something was copied: a message for the user.
    copied = pyqtSignal(str)
    #: A link on the clipboard is to be opened.
    pasted = pyqtSignal(str)

    def __init__(
        self,
        history: History,
        saved: SavedSearches,
        current: Callable[[], Search],
        link: Callable[[], str],
        wording: Wording,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._saved = saved
        self._current = current
        self._link = link
        self._wording = wording
        self.reset = self._button("/mActionUndo.svg", self.tr("Reset"), self.tr("Clear all choices"))
        self.reset.clicked.connect(self.reset_requested)
        self.history = self._button("/mIconHistory.svg", self.tr("History"), self.tr("The last searches"))
        self.saved = self._button("/mActionShowBookmarks.svg", self.tr("Saved"), self.tr("Searches saved under a name"))
        self.copy = self._button(
            "/mActionEditCopy.svg",
            self.tr("Copy"),
            self.tr("Copy this search for use elsewhere, or paste a copied one"),
        )
        for button, fill in (
            (self.history, self._fill_history), (self.saved, self._fill_saved), (self.copy, self._fill_copy)
        ):  # fmt: skip
            menu = QMenu(button)
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(lambda menu=menu, fill=fill: self._refill(menu, fill))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACE)
        self.help = self._button("/mActionHelpContents.svg", self.tr("Help"), self.tr("How to search, in your browser"))
        self.help.clicked.connect(
            lambda _checked=False: QDesktopServices.openUrl(QUrl.fromLocalFile(str(page(language()))))
        )
        self._buttons = (self.reset, self.history, self.saved, self.copy, self.help)
        for button in self._buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        #: Width with words on all buttons; in a narrower panel they show their icons only.
        self._roomy = sum(button.sizeHint().width() + _SPACE for button in self._buttons)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(4 * super().minimumSizeHint().height(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802
        super().resizeEvent(event)
        with_words = self.width() >= self._roomy
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if with_words else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._buttons:
            button.setToolButtonStyle(style)

    def copy_link(self) -> None:
        """Puts the search as a link on the server on the clipboard."""
        QGuiApplication.clipboard().setText(self._link())
        self.copied.emit(self.tr("The link to this search is on the clipboard."))

    def copy_cql2(self) -> None:
        """Puts the search as CQL2 text on the clipboard."""
        made = self._cql2()
        if made.text:
            QGuiApplication.clipboard().setText(made.text)
        self.copied.emit(made.reason or self.tr("The CQL2 filter of this search is on the clipboard."))

    def _cql2(self) -> Cql2:
        return cql2(self._current(), self._wording.criteria, self._wording.codelists)

    @staticmethod
    def _refill(menu: QMenu, fill: Callable[[QMenu], None]) -> None:
        menu.clear()
        fill(menu)

    def _fill_history(self, menu: QMenu) -> None:
        for past in self._history.searches():
            text = self.words(past.search)
            if past.matched >= 0:
                text = f"{text}  ({past.matched})"
            action = menu.addAction(text.replace("&", "&&"))
            when = QDateTime.fromString(past.when, Qt.DateFormat.ISODate).toLocalTime()
            action.setToolTip(
                f"{self._wording.describe(past.search)}\n{QLocale().toString(when, QLocale.FormatType.ShortFormat)}"
            )
            action.triggered.connect(lambda _checked=False, search=past.search: self.search_chosen.emit(search))
        if menu.isEmpty():
            menu.addAction(self.tr("No search yet")).setEnabled(False)
            return
        menu.addSeparator()
        one = menu.addMenu(self.tr("Remove one"))
        for past in self._history.searches():
            action = one.addAction(self.words(past.search).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, search=past.search: self._history.remove(search))
        menu.addAction(self.tr("Remove all")).triggered.connect(lambda _checked=False: self._history.clear())

    def _fill_saved(self, menu: QMenu) -> None:
        for saved in self._saved.searches():
            name = self.tr("{name} (project)").format(name=saved.name) if saved.in_project else saved.name
            action = menu.addAction(name.replace("&", "&&"))
            action.setToolTip(self._wording.describe(saved.search))
            action.triggered.connect(lambda _checked=False, search=saved.search: self.search_chosen.emit(search))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing saved yet")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Save this search…")).triggered.connect(lambda _checked=False: self._save())
        menu.addAction(self.tr("Manage…")).triggered.connect(lambda _checked=False: self._manage())

    def _fill_copy(self, menu: QMenu) -> None:
        link = menu.addAction(self.tr("Copy as link"))
        link.setToolTip(self.tr("This search as a link to the server"))
        link.triggered.connect(lambda _checked=False: self.copy_link())
        made = self._cql2()
        filter_ = menu.addAction(self.tr("Copy as CQL2"))
        filter_.setToolTip(made.reason or self.tr("A filter that finds the same programmes in other clients"))
        filter_.setEnabled(bool(made.text))
        filter_.triggered.connect(lambda _checked=False: self.copy_cql2())
        menu.addSeparator()
        text = QGuiApplication.clipboard().text()
        paste = menu.addAction(self.tr("Paste link"))
        paste.setEnabled(read_link(text, self._wording.criteria) is not None)
        paste.setToolTip(
            self.tr("Show the search of the link on the clipboard")
            if paste.isEnabled()
            else self.tr("First copy a link to a search, here or on the server's pages")
        )
        paste.triggered.connect(lambda _checked=False: self.pasted.emit(text))

    def _save(self) -> None:
        search = self._current()
        SaveDialog(self._saved, search, self.words(search), self).open()

    def _manage(self) -> None:
        dialog = ManageDialog(self._saved, self._wording, self)
        dialog.search_chosen.connect(self.search_chosen)
        dialog.open()

    def words(self, search: Search) -> str:
        """A search in words, cut where it is long."""
        text = self._wording.describe(search)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

    def _button(self, icon: str, text: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setText(text)
        button.setToolTip(hint)
        button.setAccessibleName(text)
        button.setAccessibleDescription(hint)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button
