"""The broad topics as buttons above the criteria: one click shows what there is, before anything is learnt."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QPoint, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPaintEvent, QPixmap
from qgis.PyQt.QtWidgets import (
    QLayout,
    QLayoutItem,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from ...api.criteria import TOPIC
from ...api.search import Search
from ...layers.styles.palette import category
from .choices import Choice

#: The code list of topics.
_TOPICS = "topics"
#: Edge of the square in the colour of the topic style, pixels.
_SQUARE = 12
#: Least width of a line, pixels.
_LEAST = 100


class Categories(QWidget):
    """A button for each topic at the top of the hierarchy, with its number and the colour of the topic style."""

    #: A topic was clicked: the search is to ask for it, or for it no more.
    clicked = pyqtSignal(str, bool)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.buttons: Dict[str, _Button] = {}
        self._labels: Dict[str, str] = {}
        self._counts: Mapping[str, int] = {}
        self._search = Search()
        self._flow = _Flow(self)
        self.setAccessibleName(self.tr("Key categories"))

    def set_lists(self, lists: Mapping[str, Sequence[Choice]]) -> None:
        """Takes the topics; those at the top get a button each."""
        top = [choice for choice in lists.get(_TOPICS, ()) if not choice.parent]
        if [choice.code for choice in top] != list(self.buttons):
            for button in self.buttons.values():
                self._flow.removeWidget(button)
                button.deleteLater()
            self.buttons = {choice.code: self._button(choice.code, place) for place, choice in enumerate(top)}
        self._labels = {choice.code: choice.label for choice in top}
        self._show()

    def set_counts(self, facets: Mapping[str, Mapping[str, int]]) -> None:
        """Takes the number of programmes that a search with each topic would find."""
        self._counts = facets.get(TOPIC, {})
        self._show()

    def set_search(self, search: Search) -> None:
        """Shows which topics a search asks for."""
        self._search = search
        self._show()

    def _button(self, code: str, place: int) -> _Button:
        button = _Button(self)
        square = QPixmap(_SQUARE, _SQUARE)
        square.fill(QColor(category(place)))
        button.setIcon(QIcon(square))
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda checked: self.clicked.emit(code, checked))
        self._flow.addWidget(button)
        button.show()
        return button

    def _show(self) -> None:
        for code, button in self.buttons.items():
            count = self._counts.get(code)
            number = "" if count is None else f" ({count})"
            label = self._labels.get(code, code)
            button.show_topic(label, number)
            button.setToolTip(f"{code}: {label}{number}")
            button.setChecked(code in self._search.values(TOPIC))
            button.setEnabled(count != 0 or button.isChecked())


class _Button(QToolButton):
    """A label and its number; where there is no room for both, the label is cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = self._number = ""

    def show_topic(self, label: str, number: str) -> None:
        """Shows a label with its number."""
        self._label, self._number = label, number
        self.setText(f"{label}{number}")

    def shown(self) -> str:
        """The text that there is room for."""
        missing = self.sizeHint().width() - self.width()
        if missing <= 0:
            return self.text()
        metrics = self.fontMetrics()
        room = metrics.horizontalAdvance(self._label) - missing
        return metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, room) + self._number

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = self.shown()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.end()


class _Flow(QLayout):
    """One after the other, in as many lines as the width needs; none is wider than a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: List[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(2)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> Optional[QLayoutItem]:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> Optional[QLayoutItem]:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._place(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._place(rect, True)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return QSize(_LEAST, size.height())

    def _place(self, rect: QRect, really: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            size.setWidth(min(size.width(), rect.width()))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + self.spacing(), 0
            if really:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, height = x + size.width() + self.spacing(), max(height, size.height())
        return y + height - rect.y()
