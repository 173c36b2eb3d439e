"""A criterion that is one list of codes: country, topic, scope, fund and the like."""

from __future__ import annotations

from typing import List, Mapping, Optional, Sequence

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...api.search import Search
from ..text import shortened
from .base import Counts, CriterionWidget, Values
from .choice_box import ChoiceBox
from .choices import Choice, ChoiceModel


class ListCriterion(CriterionWidget):
    """Any of the codes of one code list.

    :param name: name of the criterion, by which its counts are named as well
    :param list_id: id of the code list
    :param title: its title, for screen readers
    :param hidden: codes of the list that are no choice of their own
    """

    def __init__(
        self,
        name: str,
        list_id: str,
        title: str,
        searchable: bool = True,
        rows: int = 8,
        show_codes: bool = False,
        hidden: Sequence[str] = (),
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._list_id = list_id
        self._hidden = frozenset(hidden)
        self.model = ChoiceModel(self, show_codes)
        self.box = ChoiceBox(self.model, title, searchable, rows, self)
        self.setFocusProxy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.model.chosen_changed.connect(self.changed)

    def values(self) -> Values:  # noqa: D102
        return {self._name: tuple(self.model.chosen())}

    def set_search(self, search: Search) -> None:  # noqa: D102
        self.model.set_chosen(search.values(self._name))

    def summary(self) -> str:  # noqa: D102
        return shortened([self.model.label(code) for code in self.model.chosen()])

    def set_lists(self, lists: Mapping[str, Sequence[Choice]]) -> None:  # noqa: D102
        self.model.set_choices(self.arranged([c for c in lists.get(self._list_id, ()) if c.code not in self._hidden]))

    def set_counts(self, facets: Counts, unknown: Optional[Counts] = None) -> None:  # noqa: D102
        self.model.set_counts(facets.get(self._name), (unknown or {}).get(self._name))

    def arranged(self, choices: List[Choice]) -> List[Choice]:
        """The choices in the order in which they are shown: that of the list."""
        return choices
