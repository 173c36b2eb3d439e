"""Criterion "Topic of cooperation actions"."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget

from .list_criterion import ListCriterion


class TopicCriterion(ListCriterion):
    """Any of the topics; one with others below it finds those as well."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        name = QCoreApplication.translate("TopicCriterion", "Topic of cooperation actions")
        super().__init__("topics", "topic", "topics", name, rows=9, parent=parent)
