"""What all search criteria have in common."""

from typing import Any, Dict, Mapping, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...api.search import Search
from .choices import Choice

#: Attributes of a `Search` with their values.
Values = Dict[str, Any]


class Criterion(QWidget):
    """One criterion of a search.

    A criterion holds one or more attributes of a `Search`. It knows nothing of requests: lists and counts are handed to
    it.
    """

    #: Something else is chosen now, by the person or by `set_search`.
    changed = pyqtSignal()

    def values(self) -> Values:
        """What is chosen, as attributes of a `Search`; all of its own, also where nothing is chosen."""
        raise NotImplementedError

    def set_search(self, search: Search) -> None:
        """Shows what a search says about its own attributes."""
        raise NotImplementedError

    def summary(self) -> str:
        """What is chosen, in a few words; empty when nothing is."""
        raise NotImplementedError

    def clear(self) -> None:
        """Chooses nothing."""
        self.set_search(Search())

    def set_lists(self, lists: Mapping[str, Sequence[Choice]]) -> None:
        """Takes its lists from the server's code lists, by id of the list."""

    def set_counts(self, facets: Mapping[str, Mapping[str, int]]) -> None:
        """Takes the live counts, by parameter of the server and code; without counts nothing is greyed."""
