"""Criterion "Country", and the others that are lists of countries."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget

from ...api.criteria import COUNTRY
from ..text import fold
from .choices import Choice
from .list_criterion import ListCriterion

#: Code list of countries.
COUNTRIES = "countries"


class CountryList(ListCriterion):
    """Any of the countries, sorted by name."""

    def arranged(self, choices: List[Choice]) -> List[Choice]:  # noqa: D102
        return sorted(choices, key=lambda choice: fold(choice.label))


class CountryCriterion(CountryList):
    """The country of the programme."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        title = QCoreApplication.translate("CountryCriterion", "Country")
        super().__init__(COUNTRY, COUNTRIES, title, show_codes=True, parent=parent)
