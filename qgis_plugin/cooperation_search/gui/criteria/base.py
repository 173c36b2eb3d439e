"""What the widgets of all search criteria have in common."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...api.search import Search
from .choices import Choice

#: Values as ``Search.with_values`` takes them: by name of a criterion or of a field of a search.
Values = Dict[str, Any]
#: Numbers of programmes by name of a criterion and code.
Counts = Mapping[str, Mapping[str, int]]


class CriterionWidget(QWidget):
    """The widget of one criterion of a search, or of several.

    It does not know about requests: lists and counts are handed to it.
    """

    #: The choice changed, by the user or by ``set_search``.
    changed = pyqtSignal()

    def values(self) -> Values:
        """The values chosen: all of its own, also where nothing is chosen."""
        raise NotImplementedError

    def set_search(self, search: Search) -> None:
        """Shows what a search asks of its own criteria."""
        raise NotImplementedError

    def summary(self) -> str:
        """The choice in a few words; empty where nothing is chosen."""
        raise NotImplementedError

    def clear(self) -> None:
        """Chooses nothing."""
        self.set_search(Search())

    def set_lists(self, lists: Mapping[str, Sequence[Choice]]) -> None:
        """Takes its lists from the server's code lists, by id of the list."""

    def set_counts(self, facets: Counts, unknown: Optional[Counts] = None) -> None:
        """Takes the live counts, by name of the criterion and code; without counts nothing is greyed.

        :param unknown: of how many more it is not known whether they would be found
        """
