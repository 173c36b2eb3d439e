"""Below the list of partners: the reasons for one of them, or several side by side."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QStackedWidget, QTextBrowser, QWidget

from ...api.comparison import Comparison
from ...api.partners import Asker, Partner
from ..results.values import Labels
from . import reasons
from .compare import ComparisonTable


class LowerPane(QStackedWidget):
    """A page of reasons, and a table in its place while partners are compared.

    :param labels: words for codes
    """

    #: A link was followed: ``programme:CCI``, ``partners:CCI``, ``pair:CCI``, or an address.
    linked = pyqtSignal(object)

    def __init__(self, labels: Labels, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Reasons for the partner"))
        self.page.setMinimumHeight(60)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.page.anchorClicked.connect(lambda url: self.linked.emit(QUrl(url)))
        self.table = ComparisonTable(labels, self)
        self.addWidget(self.page)
        self.addWidget(self.table)

    def show_partner(self, partner: Partner, asker: Asker, comparison: Comparison) -> None:
        """Puts the reasons for a partner on the page."""
        reasons.show(self.page, partner, asker, comparison, self._labels)

    def show_compared(self, partners: Sequence[Partner], comparison: Optional[Comparison]) -> None:
        """Shows partners side by side; the page of reasons for none."""
        self.setCurrentWidget(self.table if partners else self.page)
        if partners and comparison is not None:
            self.table.set_partners(partners, comparison)
