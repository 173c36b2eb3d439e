"""The further criteria: all that the server describes and that have no section of their own, and two check boxes."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...api.criteria import BOOLEAN, COUNTRY, DAY, NUTS, PERIOD, SCOPE, TOPIC, Criteria, Criterion
from ...api.search import Search
from . import flag
from .base import Counts, CriterionWidget, Values
from .choices import Choice
from .country import COUNTRIES, CountryList
from .day import DayCriterion
from .list_criterion import ListCriterion
from .values import BooleanCriterion, TextCriterion

#: Criteria that have a section of their own.
ELSEWHERE = frozenset((COUNTRY, NUTS, PERIOD, TOPIC, SCOPE))
#: Code lists that are too long to be read through.
_LONG = frozenset((COUNTRIES, "objectives", "intervention_fields"))


class MoreCriteria(CriterionWidget):
    """The further criteria one below the other, each with its title above it.

    Until the server has described its criteria, what a search asks of them is kept as it is.
    """

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._column = QWidget(self)
        #: The widgets by name of the criterion.
        self.parts: Dict[str, CriterionWidget] = {}
        self._criteria = Criteria()
        self._kept: Values = {}
        self._lists: Mapping[str, Sequence[Choice]] = {}
        self._counts: Counts = {}
        self._unknown: Optional[Counts] = None
        self.unknown = flag.unknown(self)
        self.samples = flag.samples(self)
        layout.addWidget(self._column)
        layout.addSpacing(4)
        for each in (self.unknown, self.samples):
            layout.addWidget(each)
            each.changed.connect(self.changed)

    def set_criteria(self, criteria: Criteria) -> None:
        """Takes the criteria that the server describes; what is chosen stays chosen."""
        if list(criteria) == list(self._criteria):
            return
        search = Search.of(**self.values())
        previous = self.unknown.check.previousInFocusChain()
        before, self._column = self._column, QWidget(self)
        self._criteria, self.parts = criteria, {}
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for criterion in criteria:
            if criterion.name not in ELSEWHERE:
                part = widget_for(criterion, self._column)
                label = QLabel(criterion.title, self._column)
                label.setWordWrap(True)
                label.setToolTip(criterion.hint)
                label.setBuddy(part)
                column.addWidget(label)
                column.addWidget(part)
                self.parts[criterion.name] = part
        self.layout().replaceWidget(before, self._column)
        before.deleteLater()
        self.setFocusProxy(self._parts()[0])
        self._order_by_tab(previous)
        self.set_search(search)
        self.set_lists(self._lists)
        self.set_counts(self._counts, self._unknown)
        for part in self.parts.values():
            part.changed.connect(self.changed)

    def values(self) -> Values:  # noqa: D102
        together = dict(self._kept)
        for part in self._parts():
            together.update(part.values())
        return together

    def set_search(self, search: Search) -> None:  # noqa: D102
        kept = {name: values for name, values in search.criteria if name not in self.parts and name not in ELSEWHERE}
        # Empty values for those kept before, so that they are dropped.
        self._kept = {**dict.fromkeys(self._kept, ()), **kept}
        for part in self._parts():
            part.set_search(search)

    def summary(self) -> str:  # noqa: D102
        kept = [f"{self._criteria[name].title}: {', '.join(values)}" for name, values in self._kept.items() if values]
        return "; ".join(filter(None, (*kept, *(part.summary() for part in self._parts()))))

    def clear(self) -> None:  # noqa: D102
        had_kept = any(self._kept.values())
        super().clear()
        if had_kept:
            self.changed.emit()

    def set_lists(self, lists: Mapping[str, Sequence[Choice]]) -> None:  # noqa: D102
        self._lists = lists
        for part in self._parts():
            part.set_lists(lists)

    def set_counts(self, facets: Counts, unknown: Optional[Counts] = None) -> None:  # noqa: D102
        self._counts, self._unknown = facets, unknown
        for part in self._parts():
            part.set_counts(facets, unknown)

    def _order_by_tab(self, previous: QWidget) -> None:
        """Puts the new widgets where they are seen: Qt has put them behind everything in the window."""
        for each in self._column.findChildren(QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
                QWidget.setTabOrder(previous, each)
                previous = each
        QWidget.setTabOrder(previous, self.unknown.check)

    def _parts(self) -> List[CriterionWidget]:
        return [*self.parts.values(), self.unknown, self.samples]


def widget_for(criterion: Criterion, parent: QWidget) -> CriterionWidget:
    """The widget that fits a criterion: a list where it has one, else by the way in which its values are compared."""
    if criterion.codelist:
        kind = CountryList if criterion.codelist == COUNTRIES else ListCriterion
        is_long = criterion.codelist in _LONG
        made = kind(
            criterion.name, criterion.codelist, criterion.title, is_long, 6, is_long, criterion.hidden, parent=parent
        )
        made.setToolTip(criterion.hint)
        return made
    kinds = {DAY: DayCriterion, BOOLEAN: BooleanCriterion}
    return kinds.get(criterion.match, TextCriterion)(criterion.name, criterion.title, criterion.hint, parent)
