"""A check box of a search: whether sample entries are shown, and whether what may meet the criteria is found."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ...api.search import Search
from .base import CriterionWidget, Values

translate = QCoreApplication.translate


class FlagCriterion(CriterionWidget):
    """One field of a ``Search`` that is true or false.

    :param field: field of a ``Search`` that it sets
    :param text: label of the check box
    :param hint: what it means
    :param summary: the summary where the value is not that of an empty search
    """

    def __init__(self, field: str, text: str, hint: str, summary: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._field = field
        self._summary = summary
        self.check = QCheckBox(text, self)
        self.check.setToolTip(hint)
        self.check.setChecked(getattr(Search(), field))
        self.check.toggled.connect(lambda _checked: self.changed.emit())
        self.setFocusProxy(self.check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.check)

    def values(self) -> Values:  # noqa: D102
        return {self._field: self.check.isChecked()}

    def set_search(self, search: Search) -> None:  # noqa: D102
        self.check.setChecked(getattr(search, self._field))

    def summary(self) -> str:  # noqa: D102
        return "" if self.check.isChecked() == getattr(Search(), self._field) else self._summary


def samples(parent: QWidget) -> FlagCriterion:
    """Whether sample entries are shown; they are unless the user says otherwise."""
    return FlagCriterion(
        "show_samples",
        translate("MoreCriteria", "Show sample entries"),
        translate(
            "MoreCriteria",
            "Sample entries are made up to show the service and state no fact about a programme. Without them, only "
            "real entries and stated objectives count.",
        ),
        translate("MoreCriteria", "no samples"),
        parent,
    )


def unknown(parent: QWidget) -> FlagCriterion:
    """Whether programmes are found as well of which it is not known whether they meet the criteria."""
    return FlagCriterion(
        "include_unknown",
        translate("MoreCriteria", "Include programmes that may match"),
        translate(
            "MoreCriteria",
            "Also finds programmes for which no source says whether they meet the criteria. Unknown does not mean no.",
        ),
        translate("MoreCriteria", "with unknown"),
        parent,
    )
