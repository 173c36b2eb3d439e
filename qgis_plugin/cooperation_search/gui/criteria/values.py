"""A criterion without a list to choose from: values are typed, or it is true or false."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ...api.links import split
from ...api.search import Search
from .base import CriterionWidget, Values

#: Milliseconds without a key before the text typed takes effect.
_PAUSE = 200
_TRUTHS = ("true", "false")


class TextCriterion(CriterionWidget):
    """Values separated by commas; the server says what is wrong with one.

    :param name: name of the criterion
    :param title: its title, for screen readers
    :param description: what it means
    """

    def __init__(self, name: str, title: str, description: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._name = name
        self.edit = QgsFilterLineEdit(self)
        self.edit.setAccessibleName(title)
        self.edit.setToolTip(description)
        self.edit.setPlaceholderText(self.tr("Values separated by commas"))
        self.setFocusProxy(self.edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.edit.textChanged.connect(lambda _text: self._pause.start())

    def values(self) -> Values:  # noqa: D102
        return {self._name: tuple(part.strip() for part in split(self.edit.text()) if part.strip())}

    def set_search(self, search: Search) -> None:  # noqa: D102
        chosen = search.values(self._name)
        if chosen != self.values()[self._name]:
            self.edit.setText(", ".join(value.replace("\\", "\\\\").replace(",", "\\,") for value in chosen))
            self._pause.stop()
            self.changed.emit()

    def summary(self) -> str:  # noqa: D102
        return ", ".join(self.values()[self._name])


class BooleanCriterion(CriterionWidget):
    """Yes, no, or either.

    :param name: name of the criterion
    :param title: its title, for the summary and screen readers
    :param description: what it means
    """

    def __init__(self, name: str, title: str, description: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._name, self._title = name, title
        self.choice = QComboBox(self)
        self.choice.addItems([self.tr("either"), self.tr("yes"), self.tr("no")])
        self.choice.setAccessibleName(title)
        self.choice.setToolTip(description)
        self.setFocusProxy(self.choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice)
        self.choice.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def values(self) -> Values:  # noqa: D102
        index = self.choice.currentIndex()
        return {self._name: _TRUTHS[index - 1 : index] if index else ()}

    def set_search(self, search: Search) -> None:  # noqa: D102
        chosen = search.values(self._name)
        self.choice.setCurrentIndex(_TRUTHS.index(chosen[0]) + 1 if chosen and chosen[0] in _TRUTHS else 0)

    def summary(self) -> str:  # noqa: D102
        return f"{self._title}: {self.choice.currentText()}" if self.choice.currentIndex() else ""
