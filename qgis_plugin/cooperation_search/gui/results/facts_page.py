"""A page of facts, with an unmistakable banner where samples are shown."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QLabel, QTextBrowser, QVBoxLayout, QWidget

#: The same pair in light and dark themes: dark on amber is read on both.
_BANNER = "background: #ffc400; color: #201a00; border: 1px solid #201a00; padding: 4px; font-weight: bold;"


class FactsPage(QWidget):
    """A banner and a page whose links lead to the map, to programmes, or out into the web."""

    #: A region was clicked: its NUTS code and the NUTS version, which is empty where the link does not say it.
    region_clicked = pyqtSignal(str, str)
    #: A programme was clicked: its CCI.
    programme_clicked = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.banner = QLabel(self)
        self.banner.setStyleSheet(_BANNER)
        self.banner.setWordWrap(True)
        self.banner.hide()
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setMinimumHeight(60)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.page.anchorClicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.banner)
        layout.addWidget(self.page, 1)

    def name(self, page: str, banner: str) -> None:
        """Names the page for those who do not see it, and says what the banner says."""
        self.page.setAccessibleName(page)
        self.banner.setText(banner)

    def say(self, text: str) -> None:
        """Shows a sentence in place of facts."""
        self.banner.hide()
        self.page.setPlainText(text)

    def show_facts(self, html: str, sample: bool) -> None:
        """Shows facts.

        :param sample: whether any of them rests on samples
        """
        self.banner.setVisible(sample)
        self.page.setHtml(html)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "nuts":
            self.region_clicked.emit(url.path().upper(), url.query())
        elif url.scheme() == "programme":
            self.programme_clicked.emit(url.path())
        elif url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
