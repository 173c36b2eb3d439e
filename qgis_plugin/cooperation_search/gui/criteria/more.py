"""The further criteria: period, offers or needs, fund, strategy, status, and whether sample entries are shown."""

from typing import List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from ...api.search import Search
from .base import Criterion, Values
from .choices import Choice
from .list_criterion import ListCriterion


class SampleCriterion(Criterion):
    """Whether what rests on sample entries is shown; it is as long as nobody says otherwise."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.check = QCheckBox(self.tr("Show sample entries"), self)
        self.check.setToolTip(
            self.tr(
                "Sample entries are made up to show the service and state no fact about a programme. Without them only "
                "what real entries and stated objectives say is found."
            )
        )
        self.check.setChecked(True)
        self.check.toggled.connect(lambda _checked: self.changed.emit())
        self.setFocusProxy(self.check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.check)

    def values(self) -> Values:  # noqa: D102
        return {"show_samples": self.check.isChecked()}

    def set_search(self, search: Search) -> None:  # noqa: D102
        self.check.setChecked(search.show_samples)

    def summary(self) -> str:  # noqa: D102
        return "" if self.check.isChecked() else self.tr("no samples")


class MoreCriteria(Criterion):
    """The further criteria one below the other, each with its name above it."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.period = self._add("periods", "period", "periods", QCoreApplication.translate("MoreCriteria", "Period"))
        # An entry that is both answers to "offer" and to "need": it is no third choice.
        self.kind = self._add(
            "kinds", "kind", "kinds", QCoreApplication.translate("MoreCriteria", "Offers or needs"), hidden=("both",)
        )
        self.fund = self._add("funds", "fund", "funds", QCoreApplication.translate("MoreCriteria", "Fund"))
        self.strategy = self._add(
            "strategies", "strategy", "strategies", QCoreApplication.translate("MoreCriteria", "Strategy")
        )
        self.status = self._add(
            "statuses", "status", "statuses", QCoreApplication.translate("MoreCriteria", "Status of the cooperation")
        )
        self.sample = SampleCriterion(self)
        self.sample.changed.connect(self.changed)
        layout.addSpacing(4)
        layout.addWidget(self.sample)
        self.parts: List[Criterion] = [
            self.period, self.kind, self.fund, self.strategy, self.status, self.sample
        ]  # fmt: skip
        self.setFocusProxy(self.period)

    def _add(self, attribute: str, facet: str, list_id: str, name: str, hidden: Sequence[str] = ()) -> ListCriterion:
        label = QLabel(name, self)
        label.setWordWrap(True)
        part = ListCriterion(attribute, facet, list_id, name, searchable=False, rows=6, hidden=hidden, parent=self)
        label.setBuddy(part.box.view)
        part.changed.connect(self.changed)
        self.layout().addWidget(label)
        self.layout().addWidget(part)
        return part

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
