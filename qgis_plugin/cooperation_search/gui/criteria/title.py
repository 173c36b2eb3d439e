"""Criterion "Programme in words": free words, with suggestions from the server while typing."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QModelIndex, QStringListModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QCompleter, QVBoxLayout, QWidget

from ...api.criteria import Criteria
from ...api.links import read_link
from ...api.search import Search
from .base import CriterionWidget, Values

#: Milliseconds without a key before suggestions are asked for.
PAUSE = 200
#: Shorter texts would suggest nearly everything.
SHORTEST = 2


class TitleCriterion(CriterionWidget):
    """Programmes of which these words are known; with ``*`` the whole title."""

    #: The person paused after typing this text: answer with ``show_suggestions``.
    suggestions_requested = pyqtSignal(str)
    #: A link to a search was pasted in place of words.
    link_pasted = pyqtSignal(str)
    #: Enter was pressed: the results are wanted now.
    submitted = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._criteria = Criteria()
        self._typed = ""
        self.edit = QgsFilterLineEdit(self)
        self.edit.setShowSearchIcon(True)
        self.edit.setAccessibleName(self.tr("Programme in words"))
        self.edit.setPlaceholderText(self.tr("Title, CCI, region, authority, topic"))
        self.edit.setToolTip(
            self.tr(
                "Words of the title, the CCI, the managing authority, the regions in any language, or the topics. "
                "Accents and capitals make no difference. With * for any text, the whole title is compared: "
                "ERDF*Sicil*. While you type, titles are suggested. A copied link to a search can be pasted here."
            )
        )
        self.suggestions = QStringListModel(self)
        completer = QCompleter(self.suggestions, self)
        # The server has chosen and sorted them already, and knows more of accents than Qt's own comparison.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        completer.activated[QModelIndex].connect(lambda index: self._on_picked(str(index.data())))
        self.edit.setCompleter(completer)
        self.setFocusProxy(self.edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.textChanged.connect(self._on_text)
        self.edit.returnPressed.connect(self._on_return)

    def set_criteria(self, criteria: Criteria) -> None:
        """Takes the criteria by which a pasted link is read."""
        self._criteria = criteria

    def values(self) -> Values:  # noqa: D102
        return {"title": self._value}

    def set_search(self, search: Search) -> None:  # noqa: D102
        if search.title != self._value:
            self._show(search.title)
            self._take(search.title)

    def summary(self) -> str:  # noqa: D102
        return self.edit.text().strip()

    def show_suggestions(self, text: str, titles: Sequence[str]) -> None:
        """Offers titles for a text; ignored when something else has been typed since."""
        if text != self._typed or text != self.edit.text().strip():
            return
        self.suggestions.setStringList(list(dict.fromkeys(titles)))
        completer = self.edit.completer()
        if titles and self.edit.hasFocus():
            completer.complete()
        else:
            completer.popup().hide()

    def _on_edited(self, text: str) -> None:
        self._pause.start()

    def _on_text(self, text: str) -> None:
        if read_link(text, self._criteria) is not None:
            self._pause.stop()
            self._show("")
            self._take("")
            self.link_pasted.emit(text)
            return
        self._take(" ".join(text.split()))
        if not text.strip():
            self._pause.stop()
            self._typed = ""

    def _on_return(self) -> None:
        # Suggestions that come now would lie over the results.
        self._pause.stop()
        self._typed = ""
        self.submitted.emit()

    def _on_picked(self, title: str) -> None:
        self._pause.stop()
        self._show(title)
        self._take(title)

    def _ask(self) -> None:
        text = self.edit.text().strip()
        if len(text) >= SHORTEST:
            self._typed = text
            self.suggestions_requested.emit(text)

    def _show(self, text: str) -> None:
        """Shows a text without taking it for typed words."""
        was_blocked = self.edit.blockSignals(True)
        self.edit.setText(text)
        self.edit.blockSignals(was_blocked)

    def _take(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit()
