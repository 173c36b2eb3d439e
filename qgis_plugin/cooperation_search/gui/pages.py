"""Criteria and results: one behind the other in a narrow panel, side by side in a wide one."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

#: Width from which both fit side by side, in characters of the panel's font.
WIDE = 88
#: Least width, pixels.
NARROWEST = 240


class Pages(QWidget):
    """Two widgets as tabs, or beside each other where there is room."""

    def __init__(self, first: QWidget, second: QWidget, names: tuple, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._pages = (first, second)
        self._names = list(names)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.splitter)
        self._wide: Optional[bool] = None
        self._arrange(wide=False)

    def show_page(self, page: QWidget) -> None:
        """Brings a page to the front."""
        if not self._wide:
            self.tabs.setCurrentWidget(page)

    def set_name(self, page: QWidget, name: str) -> None:
        """Names the tab of a page."""
        place = self._pages.index(page)
        self._names[place] = name
        if not self._wide:
            self.tabs.setTabText(place, name)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        # Also while both are shown: a panel that is made narrower must not stop where one page gives way to tabs.
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= WIDE * self.fontMetrics().averageCharWidth())

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        focused = self.focusWidget()
        for place, page in enumerate(self._pages):
            if wide:
                self.splitter.addWidget(page)
                self.splitter.setStretchFactor(place, 2 + place)
                page.show()
            else:
                self.tabs.insertTab(place, page, self._names[place])
        self.tabs.setVisible(not wide)
        self.splitter.setVisible(wide)
        if focused is not None:
            focused.setFocus()
