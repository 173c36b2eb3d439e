"""Criterion "Topic of cooperation actions"."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget

from ...api.criteria import TOPIC
from .list_criterion import ListCriterion


class TopicCriterion(ListCriterion):
    """Any of the topics; one with others below it finds those as well."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        title = QCoreApplication.translate("TopicCriterion", "Topic of cooperation actions")
        super().__init__(TOPIC, "topics", title, rows=9, parent=parent)
