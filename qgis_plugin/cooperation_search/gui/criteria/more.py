"""The further criteria: all of the table of criteria that have no section of their own, and what is no list."""

from typing import Dict, List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...api import criteria
from ...api.search import Search
from . import flag
from .base import Criterion, Values
from .choices import Choice
from .country import CountryList
from .list_criterion import ListCriterion
from .open_on import OpenCriterion

#: Attributes of a search that have a section of their own.
ELSEWHERE = frozenset(("countries", "nuts", "periods", "topics", "scopes"))
#: Lists that are too long to be read through.
_LONG = frozenset(("countries", "objectives"))


class MoreCriteria(Criterion):
    """The further criteria one below the other, each with its name above it."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        #: The lists by attribute of a search.
        self.lists: Dict[str, ListCriterion] = {}
        for each in criteria.CRITERIA:
            if each.attribute not in ELSEWHERE:
                self.lists[each.attribute] = self._add_list(each)
        name = QCoreApplication.translate("Search", "Open on")
        self.open_on = OpenCriterion(name, self)
        self.unknown = flag.unknown(self)
        self.samples = flag.samples(self)
        self._add(name, self.open_on, self.open_on.choice)
        layout.addSpacing(4)
        layout.addWidget(self.unknown)
        layout.addWidget(self.samples)
        self.parts: List[Criterion] = [*self.lists.values(), self.open_on, self.unknown, self.samples]
        for part in self.parts:
            part.changed.connect(self.changed)
        self.setFocusProxy(self.parts[0])

    def _add_list(self, each: criteria.Criterion) -> ListCriterion:
        name = each.name()
        kind = CountryList if each.codelist == "countries" else ListCriterion
        part = kind(
            each.attribute,
            each.parameter,
            each.codelist,
            name,
            searchable=each.codelist in _LONG,
            rows=6,
            show_codes=each.codelist in _LONG,
            hidden=each.hidden,
            parent=self,
        )
        self._add(name, part, part.box.view)
        return part

    def _add(self, name: str, part: Criterion, buddy: QWidget) -> None:
        label = QLabel(name, self)
        label.setWordWrap(True)
        label.setBuddy(buddy)
        self.layout().addWidget(label)
        self.layout().addWidget(part)

    def values(self) -> Values:  # noqa: D102
        together: Values = {}
        for part in self.parts:
            together.update(part.values())
        return together

    def set_search(self, search: Search) -> None:  # noqa: D102
        for part in self.parts:
            part.set_search(search)

    def summary(self) -> str:  # noqa: D102
        return "; ".join(filter(None, (part.summary() for part in self.parts)))

    def set_lists(self, lists: Mapping[str, Sequence[Choice]]) -> None:  # noqa: D102
        for part in self.parts:
            part.set_lists(lists)

    def set_counts(self, facets: Mapping[str, Mapping[str, int]]) -> None:  # noqa: D102
        for part in self.parts:
            part.set_counts(facets)
