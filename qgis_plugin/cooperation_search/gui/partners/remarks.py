"""What is said below the list of partners: how many there are, who was left out, and what became of the map."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...api.partners import Partners
from ..section import ElidedLabel


class Remarks(QWidget):
    """One line each, for a panel is low; what failed is there to be read in full."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.left_out = ElidedLabel(self)
        self.told = ElidedLabel(self)
        self.failed = QLabel(self)
        self.failed.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for label in (self.left_out, self.told, self.failed):
            layout.addWidget(label)
            label.hide()

    def show_answer(self, answer: Optional[Partners]) -> None:
        """Says how many partners there are, and who was left out; nothing without an answer."""
        found = answer.found if answer is not None else ()
        if answer is not None and found:
            self.left_out.setText(" ".join((self._count(answer), *answer.notes)))
        self.left_out.setVisible(bool(found))
        self.tell("")

    def tell(self, text: str, failed: bool = False) -> None:
        """Says something else; nothing for an empty text.

        :param failed: whether it is about a failure
        """
        for label, shown in ((self.told, not failed), (self.failed, failed)):
            label.setText(text)
            label.setVisible(bool(text) and shown)

    def _count(self, answer: Partners) -> str:
        if len(answer.found) == answer.matched:
            return self.tr("All {all} partners.").format(all=answer.matched)
        return self.tr("The first {shown} of {all} partners.").format(shown=len(answer.found), all=answer.matched)
