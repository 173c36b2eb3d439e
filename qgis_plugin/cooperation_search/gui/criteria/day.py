"""A criterion that is a day: cooperation entries that partners can answer today, or on a day."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from ...api.criteria import TODAY
from ...api.search import Search
from .base import CriterionWidget, Values

_ANY, _TODAY, _DAY = range(3)


class DayCriterion(CriterionWidget):
    """No day, the present day, or a day of the calendar.

    :param name: name of the criterion
    :param title: its title, for screen readers
    :param description: what it means
    """

    def __init__(self, name: str, title: str, description: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._name = name
        self.choice = QComboBox(self)
        self.choice.addItems([self.tr("at any time"), self.tr("today"), self.tr("on a day")])
        self.choice.setAccessibleName(title)
        self.choice.setToolTip(description)
        self.day = QDateEdit(QDate.currentDate(), self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setAccessibleName(title)
        self.day.hide()
        self.setFocusProxy(self.choice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice, 1)
        layout.addWidget(self.day, 1)
        self.choice.currentIndexChanged.connect(lambda _index: self._on_changed())
        self.day.dateChanged.connect(lambda _day: self._on_changed())

    def values(self) -> Values:  # noqa: D102
        chosen = {_ANY: (), _TODAY: (TODAY,), _DAY: (self.day.date().toString(Qt.DateFormat.ISODate),)}
        return {self._name: chosen[self.choice.currentIndex()]}

    def set_search(self, search: Search) -> None:  # noqa: D102
        value = "".join(search.values(self._name)[:1])
        day = QDate.fromString(value, Qt.DateFormat.ISODate)
        if day.isValid():
            self.day.setDate(day)
        self.choice.setCurrentIndex(_DAY if day.isValid() else _TODAY if value == TODAY else _ANY)

    def summary(self) -> str:  # noqa: D102
        for day in self.values()[self._name]:
            return self.tr("open today") if day == TODAY else self.tr("open on {}").format(day)
        return ""

    def _on_changed(self) -> None:
        self.day.setVisible(self.choice.currentIndex() == _DAY)
        self.changed.emit()
