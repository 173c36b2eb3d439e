"""Criterion "Scope of partnership needed"."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget

from ...api.criteria import SCOPE
from .list_criterion import ListCriterion


class ScopeCriterion(ListCriterion):
    """Any of the scopes of partnership that cooperation entries ask for."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        title = QCoreApplication.translate("ScopeCriterion", "Scope of partnership needed")
        super().__init__(SCOPE, "scopes", title, searchable=False, parent=parent)
