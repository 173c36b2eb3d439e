"""A page of facts: a header that stays, sections that fold, and an unmistakable banner where samples are shown."""

from __future__ import annotations

import json
from html import escape
from typing import List, NamedTuple, Optional, Tuple
from urllib.parse import quote

from qgis.PyQt.QtCore import QSize, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QTextBrowser, QVBoxLayout, QWidget

from ...api.errors import ApiError
from ...api.search import Search
from ...settings import Settings

#: The same pair in light and dark themes: dark on amber is read on both.
_BANNER = "background: #ffc400; color: #201a00; border: 1px solid #201a00; padding: 4px; font-weight: bold;"
#: Between the name of a row and its value; where there is little room, the value stands below.
BESIDE, BELOW = "&nbsp;</td><td>", "<br>"
#: Width from which they stand side by side, in characters.
_ROOMY = 50
_FOLDED = "detail/folded"


class Block(NamedTuple):
    """A section of a page.

    :param title: its heading; one without it does not fold
    """

    title: str
    html: str


class Page(NamedTuple):
    """What is known of one feature.

    :param title: stays in sight
    :param lead: HTML below it, which stays as well
    """

    title: str
    lead: str
    blocks: Tuple[Block, ...]

    def html(self) -> str:
        """All of it in one."""
        parts = [f"<h4>{escape(block.title)}</h4>{block.html}" if block.title else block.html for block in self.blocks]
        return f"<h3>{escape(self.title)}</h3>{self.lead}{''.join(parts)}"


def search_link(search: Search, words: str) -> str:
    """A link that shows a search in the panel."""
    return f"<a href='search:{quote(json.dumps(search.to_dict()))}'>{escape(words)}</a>"


class FactsPage(QWidget):
    """A banner and a page whose links lead to the map, to programmes, to searches, or out into the web."""

    #: A region was clicked: its NUTS code and the NUTS version, which is empty where the link does not say it.
    region_clicked = pyqtSignal(str, str)
    #: A programme was clicked: its CCI.
    programme_clicked = pyqtSignal(str)
    #: A search was clicked: a ``Search``.
    search_clicked = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._shown: Optional[Page] = None
        self._narrow = False
        self.banner = QLabel(self)
        self.banner.setStyleSheet(_BANNER)
        self.banner.setWordWrap(True)
        self.banner.hide()
        self.header = QLabel(self)
        self.header.setWordWrap(True)
        self.header.setTextFormat(Qt.TextFormat.RichText)
        self.header.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.header.linkActivated.connect(lambda link: self._follow(QUrl(link)))
        self.header.hide()
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setMinimumHeight(40)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.page.anchorClicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.banner)
        layout.addWidget(self.header)
        layout.addWidget(self.page, 1)

    def name(self, page: str, banner: str) -> None:
        """Names the page for those who do not see it, and says what the banner says."""
        self.page.setAccessibleName(page)
        self.header.setAccessibleName(page)
        self.banner.setText(banner)

    def say(self, text: str) -> None:
        """Shows a sentence in place of facts."""
        self._shown = None
        self.banner.hide()
        self.header.hide()
        self.page.setPlainText(text)

    def show_facts(self, page: Page, sample: bool) -> None:
        """Shows facts.

        :param sample: whether any of them rests on samples
        """
        self._shown = page
        self.banner.setVisible(sample)
        self.header.setText(f"<b>{escape(page.title)}</b>{page.lead}")
        self.header.show()
        self._write()

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        # A long title must not push the buttons of the panel out of a low window.
        return QSize(100, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802
        super().resizeEvent(event)
        narrow = self.width() < _ROOMY * self.fontMetrics().averageCharWidth()
        if narrow != self._narrow:
            self._narrow = narrow
            self._write()

    def _write(self) -> None:
        if self._shown is None:
            return
        folded, parts = self._folded(), []
        colour = self.palette().text().color().name()
        for block in self._shown.blocks:
            is_open = block.title not in folded
            if block.title:
                sign = "▾" if is_open else "▸"
                link = f"fold:{quote(block.title, safe='')}"
                style = f"text-decoration:none; color:{colour}"
                parts.append(f"<h4><a href='{link}' style='{style}'>{sign} {escape(block.title)}</a></h4>")
            parts.append(block.html if is_open else "")
        html = "".join(parts)
        at = self.page.verticalScrollBar().value()
        self.page.setHtml(html.replace(BESIDE, BELOW) if self._narrow else html)
        self.page.verticalScrollBar().setValue(at)

    def _folded(self) -> List[str]:
        return [title for title in self._settings.json_list(_FOLDED) if isinstance(title, str)]

    def _fold(self, title: str) -> None:
        folded = self._folded()
        self._settings.set_json(_FOLDED, [t for t in folded if t != title] if title in folded else [*folded, title])
        self._write()

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "fold":
            self._fold(url.path())
        elif url.scheme() == "nuts":
            self.region_clicked.emit(url.path().upper(), url.query())
        elif url.scheme() == "programme":
            self.programme_clicked.emit(url.path())
        elif url.scheme() == "search":
            try:
                self.search_clicked.emit(Search.from_dict(json.loads(url.path())))
            except (ApiError, ValueError):
                return
        elif url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
