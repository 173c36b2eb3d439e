"""The lines below the pages of the panel: a remark for a moment, the number of programmes, and the two main buttons."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from .section import ElidedLabel

#: Milliseconds for which a remark stays.
_REMARK = 6000


class Footer(QWidget):
    """Number of programmes, "Search" and "Load on map"."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.remark = QLabel(self)
        self.remark.setWordWrap(True)
        self.remark.hide()
        self.count = ElidedLabel(self)
        self.count.setAccessibleName(self.tr("Number of programmes found"))
        font = self.count.font()
        font.setBold(True)
        self.count.setFont(font)
        self.search = QPushButton(self.tr("&Search"), self)
        self.search.setToolTip(self.tr("List the programmes found and remember the search"))
        self.load = QPushButton(self.tr("&Load on map"), self)
        self.load.setToolTip(self.tr("Add the programmes and their NUTS III regions as two layers in one group"))
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(self.load, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.remark)
        layout.addWidget(self.count)
        layout.addLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REMARK)
        self._timer.timeout.connect(lambda: self.say(""))

    def show_count(self, met: int, unknown: int) -> None:
        """Shows how many programmes are found, and of how many it is not known whether they meet the search."""
        text = self.tr("Programmes found: {count}").format(count=met)
        hint = ""
        if unknown:
            text = self.tr("Programmes found: {count}, and {unknown} unknown").format(count=met, unknown=unknown)
            hint = self.tr(
                "Unknown: no source says whether these programmes meet the criteria. “Include programmes that may "
                "match” under “More criteria” lists them, too."
            )
        self.count.setText(text)
        self.count.setToolTip(hint)

    def say(self, text: str) -> None:
        """Shows a remark for a moment; an empty text takes it away."""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))
        if text:
            self._timer.start()

    def stop(self) -> None:
        """Ends the timer of the remark."""
        self._timer.stop()
