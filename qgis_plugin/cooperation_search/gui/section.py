"""A collapsible part of the panel: a header with title, summary and a button that clears the choice."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetrics, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

#: Where a summary begins below its title, and the least room for a title, pixels.
_INDENT = 20
_SHORTEST_TITLE = 60


class ElidedLabel(QLabel):
    """One line of text that is cut with an ellipsis where the panel is narrow; the tooltip has all of it."""

    def setText(self, text: str) -> None:  # noqa: D102, N802
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.rect().adjusted(max(0, self.indent()), 0, 0, 0)
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(getattr(self.alignment(), "value", self.alignment())), shown)
        painter.end()


class _Header(QToolButton):
    """The button with the title."""

    def sizeHint(self) -> QSize:  # noqa: N802
        # Qt leaves no room for the arrow beside the text, and would cut the text in the middle.
        hint = super().sizeHint()
        return QSize(hint.width() + 3 * self.fontMetrics().averageCharWidth(), hint.height())


class Section(QWidget):
    """A title that opens and closes a widget; its summary can be read while it is closed.

    :param is_criterion: True: the choice can be cleared, and its summary has the whole width below the title; the
        summary of other sections is beside the title
    """

    cleared = pyqtSignal()
    #: True when it was opened: a list can wait until then to ask for its contents.
    toggled = pyqtSignal(bool)

    def __init__(
        self,
        title: str,
        body: QWidget,
        is_open: bool = False,
        is_criterion: bool = True,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._is_criterion = is_criterion
        self.body = body
        self.header = _Header(self)
        self.header.setText(title)
        self.header.setAutoRaise(True)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header.clicked.connect(lambda _checked=False: self.set_open(not self._open))
        # A long title is cut off rather than making the panel wider.
        self.header.setMinimumWidth(_SHORTEST_TITLE)
        font = self.header.font()
        font.setBold(True)
        self.header.setFont(font)

        self.summary = ElidedLabel(self)
        self.summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        side = Qt.AlignmentFlag.AlignLeft if is_criterion else Qt.AlignmentFlag.AlignRight
        self.summary.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

        self.clear_button = QToolButton(self)
        self.clear_button.setAutoRaise(True)
        self.clear_button.setIcon(QgsApplication.getThemeIcon("/mIconClearText.svg"))
        self.clear_button.setToolTip(self.tr("Clear “{title}”").format(title=title))
        self.clear_button.setAccessibleName(self.tr("Clear “{title}”").format(title=title))
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clear_button.clicked.connect(self.cleared)

        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.header)
        if is_criterion:
            line.addStretch(1)
            self.summary.setIndent(_INDENT)
        else:
            line.addWidget(self.summary, 1)
        line.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        if is_criterion:
            layout.addWidget(self.summary)
        layout.addWidget(body)
        self.set_summary("")
        self._open = is_open
        self._show_state()

    def set_summary(self, text: str) -> None:
        """Shows the choice in the header; an empty text: nothing is chosen."""
        self.summary.setText(text)
        self.summary.setVisible(bool(text) or not self._is_criterion)
        self.clear_button.setVisible(self._is_criterion and bool(text))
        title = self.header.text()
        self.header.setAccessibleName(f"{title}: {text}" if text else title)

    def is_open(self) -> bool:
        """Whether its contents are shown."""
        return self._open

    def set_open(self, is_open: bool) -> None:
        """Shows or hides its contents."""
        if is_open != self._open:
            self._open = is_open
            self._show_state()
            self.toggled.emit(is_open)

    def _show_state(self) -> None:
        self.body.setVisible(self._open)
        self.header.setArrowType(Qt.ArrowType.DownArrow if self._open else Qt.ArrowType.RightArrow)
        hint = self.tr("Hide the choices") if self._open else self.tr("Show the choices")
        self.header.setToolTip(f"{self.header.text()}\n{hint}")
        self.header.setAccessibleDescription(hint)
