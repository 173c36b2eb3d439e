"""Criterion "Scope of partnership needed"."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget

from .list_criterion import ListCriterion


class ScopeCriterion(ListCriterion):
    """Any of the scopes of partnership that cooperation entries ask for."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        name = QCoreApplication.translate("ScopeCriterion", "Scope of partnership needed")
        super().__init__("scopes", "scope", "scopes", name, searchable=False, parent=parent)
