"""By what a search finds a programme: a stated objective, the mapping of one, an entry, or a text with its words."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Sequence, Set

from qgis.PyQt.QtCore import QCoreApplication

from ...api.answers import Feature
from ...api.criteria import ENTRY, TOPIC, Criteria
from ...api.presentation import FOUND_IN, MATCH
from ...api.search import Search
from .known import Hierarchies
from .values import sample_word

translate = QCoreApplication.translate


class FoundBy:
    """Explains each row of the programmes found. Programme facts need no explanation: they are columns.

    :param criteria: gives the criteria of the server
    """

    def __init__(self, lists: Hierarchies, criteria: Callable[[], Criteria]) -> None:
        self._lists = lists
        self._criteria = criteria
        self._search = Search()
        #: Programmes with an entry that meets the search → whether all of these are samples. None: not known yet.
        self._entries: Optional[Dict[str, bool]] = None

    def set_search(self, search: Search) -> None:
        """The search that found the rows; its entries are not known yet."""
        self._search, self._entries = search, None

    def set_entries(self, entries: Sequence[Feature]) -> None:
        """The entries that meet the search."""
        found: Dict[str, bool] = {}
        for entry in entries:
            cci = entry.text("cci")
            found[cci] = found.get(cci, True) and entry.sample
        self._entries = found

    def explains(self) -> bool:
        """Whether there is something to say of the rows."""
        return self._search.has_words() or bool(self._search.values(TOPIC)) or self._asks_entries()

    def __call__(self, programme: Feature) -> str:
        """By what a programme was found, in words."""
        parts = [programme.text(FOUND_IN.replace("_text", ""))] if self._search.has_words() else []
        if programme.properties.get(MATCH) == "unknown":
            parts.append(translate("FoundBy", "not known"))
        else:
            parts += self._of_topic(programme)
        return "; ".join(filter(None, parts))

    def _of_topic(self, programme: Feature) -> List[str]:
        found: List[str] = []
        if self._entries is None:
            # Nothing is said before all is known: what is not stated may rest on an entry.
            return found
        asked, by_entries = set(self._search.values(TOPIC)), self._asks_entries()
        if asked and not by_entries:
            objectives = set(programme.values("objectives"))
            if any(self._is_below(code, asked) for code in objectives):
                found.append(translate("FoundBy", "stated objective"))
        if (asked or by_entries) and programme.id in self._entries:
            text = translate("FoundBy", "entry")
            found.append(f"{text} [{sample_word()}]" if self._entries[programme.id] else text)
        if asked and not found and not by_entries:
            found.append(translate("FoundBy", "objective, by mapping"))
        return found

    def _is_below(self, code: str, asked: Set[str]) -> bool:
        """Whether a topic is one of those asked for, or lies below one."""
        seen: Set[str] = set()
        while code and code not in seen:
            if code in asked:
                return True
            seen.add(code)
            code = self._lists.parent("topics", code)
        return False

    def _asks_entries(self) -> bool:
        criteria = self._criteria()
        return any(criteria[name].level == ENTRY for name in self._search.names())
