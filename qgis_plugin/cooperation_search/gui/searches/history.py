"""The last searches, kept by themselves in the profile."""

from __future__ import annotations

from typing import List, NamedTuple, Optional

from qgis.PyQt.QtCore import QDateTime, QObject, Qt, pyqtSignal

from ...api.search import Search
from .store import Store

#: Searches that are kept.
MOST = 50
#: In place of the number of programmes, where it is not known.
UNKNOWN = -1


class Past(NamedTuple):
    """A search that was made, when (UTC, ISO 8601), and how many programmes met it (or ``UNKNOWN``)."""

    search: Search
    when: str
    matched: int


class History(QObject):
    """The last searches, newest first; the same search is kept once.

    :param store: where they are kept
    """

    changed = pyqtSignal()

    def __init__(self, store: Store, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._store = store

    def searches(self) -> List[Past]:
        """What was searched, newest first."""
        return [
            Past(search, str(entry.get("when", "")), int(entry.get("found", UNKNOWN)))
            for entry, search in self._store.entries()
        ]

    def add(self, search: Search, matched: int) -> None:
        """Remembers a search; one that asks for nothing is not remembered."""
        if search.is_empty():
            return
        when = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
        entries = [entry for entry, before in self._store.entries() if before != search]
        entries.insert(0, {"search": search.to_dict(), "when": when, "found": matched})
        self._store.write(entries[:MOST])
        self.changed.emit()

    def remove(self, search: Search) -> None:
        """Forgets one of them."""
        self._store.write([entry for entry, before in self._store.entries() if before != search])
        self.changed.emit()

    def clear(self) -> None:
        """Forgets all of them."""
        self._store.write([])
        self.changed.emit()
