"""Partners as a tab of the results: what of the panel they follow, and what they ask of it."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject

from ...context import Context
from .page import PartnersPage


class PartnersTab(QObject):
    """Adds the view to the results of a panel.

    :param dock: the panel, with its parts
    """

    def __init__(self, dock: Any, context: Context, page: PartnersPage) -> None:
        super().__init__(dock)
        self._dock = dock
        self._context = context
        self._page = page
        dock.results.add_view(page, self.tr("Partners"))
        page.programme_requested.connect(dock.results.show_one)
        page.set_own(dock.own.own)
        dock.own.changed.connect(page.set_own)
        dock.link_up.known.connect(lambda _info: page.restart())
        dock.lists.ready.connect(page.relabel)
        dock.live.listed.connect(lambda _page, _requested: page.search_changed())
        context.partners_requested.connect(self.find)

    def find(self, cci: str, title: str = "") -> None:
        """Shows the partners of a programme."""
        self._dock.setUserVisible(True)
        self._dock.pages.show_page(self._dock.results)
        self._dock.results.show_view(self._page)
        self._page.find(cci, title)

    def stop(self) -> None:
        """Waits for nothing more."""
        self._page.stop()
        self._context.partners_requested.disconnect(self.find)
