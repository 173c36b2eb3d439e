"""Criterion "Open": cooperation entries that partners can answer today, or on a day."""

from typing import Optional

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from ...api.criteria import TODAY
from ...api.search import Search
from .base import Criterion, Values

_ANY, _TODAY, _DAY = range(3)


class OpenCriterion(Criterion):
    """Whether and when an entry must be open."""

    def __init__(self, name: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox(self)
        self.choice.addItems([self.tr("at any time"), self.tr("today"), self.tr("on a day")])
        self.choice.setAccessibleName(name)
        self.choice.setToolTip(
            self.tr(
                "Entries that partners can answer then and whose action is not completed; the day is that of Brussels"
            )
        )
        self.day = QDateEdit(QDate.currentDate(), self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setAccessibleName(name)
        self.day.hide()
        self.setFocusProxy(self.choice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice, 1)
        layout.addWidget(self.day, 1)
        self.choice.currentIndexChanged.connect(lambda _index: self._on_changed())
        self.day.dateChanged.connect(lambda _day: self._on_changed())

    def values(self) -> Values:  # noqa: D102
        chosen = {_ANY: "", _TODAY: TODAY, _DAY: self.day.date().toString(Qt.DateFormat.ISODate)}
        return {"open_on": chosen[self.choice.currentIndex()]}

    def set_search(self, search: Search) -> None:  # noqa: D102
        day = QDate.fromString(search.open_on, Qt.DateFormat.ISODate)
        if day.isValid():
            self.day.setDate(day)
        self.choice.setCurrentIndex(_DAY if day.isValid() else _TODAY if search.open_on == TODAY else _ANY)

    def summary(self) -> str:  # noqa: D102
        day = self.values()["open_on"]
        if not day:
            return ""
        return self.tr("open today") if day == TODAY else self.tr("open on {}").format(day)

    def _on_changed(self) -> None:
        self.day.setVisible(self.choice.currentIndex() == _DAY)
        self.changed.emit()
