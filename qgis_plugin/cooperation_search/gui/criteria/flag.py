"""A criterion that is a check box: whether sample entries are shown, and whether what is not known is found."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ...api.search import Search
from .base import Criterion, Values

translate = QCoreApplication.translate


class FlagCriterion(Criterion):
    """One attribute of a `Search` that is true or false.

    :param attribute: attribute of a `Search` that it sets
    :param text: what the check box says
    :param hint: what it means
    :param said: the summary where the value is not that of an empty search
    """

    def __init__(self, attribute: str, text: str, hint: str, said: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._attribute = attribute
        self._said = said
        self.check = QCheckBox(text, self)
        self.check.setToolTip(hint)
        self.check.setChecked(getattr(Search(), attribute))
        self.check.toggled.connect(lambda _checked: self.changed.emit())
        self.setFocusProxy(self.check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.check)

    def values(self) -> Values:  # noqa: D102
        return {self._attribute: self.check.isChecked()}

    def set_search(self, search: Search) -> None:  # noqa: D102
        self.check.setChecked(getattr(search, self._attribute))

    def summary(self) -> str:  # noqa: D102
        return "" if self.check.isChecked() == getattr(Search(), self._attribute) else self._said


def samples(parent: QWidget) -> FlagCriterion:
    """Whether sample entries are shown; they are as long as nobody says otherwise."""
    return FlagCriterion(
        "show_samples",
        translate("MoreCriteria", "Show sample entries"),
        translate(
            "MoreCriteria",
            "Sample entries are made up to show the service and state no fact about a programme. Without them only "
            "what real entries and stated objectives say is found.",
        ),
        translate("MoreCriteria", "no samples"),
        parent,
    )


def unknown(parent: QWidget) -> FlagCriterion:
    """Whether that is found as well of which it is not known whether it meets the criteria."""
    return FlagCriterion(
        "include_unknown",
        translate("MoreCriteria", "Also what is not known to miss it"),
        translate(
            "MoreCriteria",
            "Also finds programmes of which no source says whether they meet the criteria. Unknown is not no.",
        ),
        translate("MoreCriteria", "with unknown"),
        parent,
    )
