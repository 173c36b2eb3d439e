"""Offers and needs as a tab of the results: how their list and their layer on the map go together."""

from __future__ import annotations

from typing import Any, List

from qgis.PyQt.QtCore import QObject


class EntriesTab(QObject):
    """Joins the list of entries with the map of a panel.

    :param dock: the panel, with its parts
    """

    def __init__(self, dock: Any) -> None:
        super().__init__(dock)
        self._dock = dock
        entries, work = dock.results.entries, dock.map_work
        entries.selected.connect(work.entries.select)
        entries.zoom_requested.connect(work.entries.zoom)
        entries.map_requested.connect(self._load)
        entries.export_requested.connect(lambda: work.export_entries(dock.live.search))
        entries.detail.region_clicked.connect(work.show_region)
        work.entries.selected.connect(self._on_map_selection)
        work.serve(entries.found.menu, work.entries, self._load)

    def _load(self) -> None:
        """Loads the search with its offers and needs."""
        self._dock.map_panel.entries.setChecked(True)
        self._dock.load()

    def _on_map_selection(self, ids: List[str]) -> None:
        if ids:
            self._dock.pages.show_page(self._dock.results)
            self._dock.results.show_view(self._dock.results.entries)
        self._dock.results.entries.table.select(ids)
