"""Partners of one asker, ranked: weights above, the list, and below it the reasons for one or several side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, List, Optional, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...api.comparison import Comparison, Part
from ...api.errors import ApiError
from ...api.partners import SEEKS, SOUGHT, Asker, Partner, Partners, Question, Wish
from ...context import Context
from ..results.values import Labels
from ..section import Section
from .asking import PartnerSearch
from .lower import LowerPane
from .model import PartnerModel
from .partner_list import PartnerList
from .remarks import Remarks
from .sheets import SheetButton
from .states import PartnerStates
from .weights import WeightsPanel

#: Milliseconds for which a list stays while a newer one is on its way.
PATIENCE = 600
#: Partners from which a comparison makes sense.
_TWO = 2


class RankedView(QWidget):
    """The list and all that belongs to it.

    :param labels: words for codes
    :param show_samples: whether sample entries count
    """

    #: How the server compares has come: a ``Comparison``.
    described = pyqtSignal(object)
    #: The list has come: ``Partners``.
    listed = pyqtSignal(object)
    #: Partners were selected by hand: a list of CCI.
    selected = pyqtSignal(list)
    zoom_requested = pyqtSignal()
    map_requested = pyqtSignal()
    #: A link was followed: ``programme:CCI``, ``partners:CCI``, ``pair:CCI``, or an address.
    linked = pyqtSignal(object)
    #: What helps: ``programmes``, ``retry`` or ``connection``.
    helped = pyqtSignal(str)

    def __init__(
        self, context: Context, labels: Labels, show_samples: Callable[[], bool], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._show_samples = show_samples
        self._asker: Optional[Asker] = None
        self._order = ""
        self.answer: Optional[Partners] = None
        self._shown: Optional[Partner] = None
        self.search = PartnerSearch(context, self)
        self.model = PartnerModel(labels, self)
        self.weights = WeightsPanel()
        self.section = Section(self.tr("Weights"), self.weights, is_criterion=False)
        self.list = PartnerList(self.model, self)
        self.state = PartnerStates(self)
        self.lower = LowerPane(labels, self)
        self.remarks = Remarks(self)
        self.on_map = self._button("/mActionAddLayer.svg", self.tr("Show on map"))
        self.on_map.setToolTip(
            self.tr("Adds the partners, lines to them and the own area as one group; kept in memory")
        )
        self.compare = self._button("/mActionOpenTable.svg", self.tr("Compare"))
        self.compare.setCheckable(True)
        self.sheets = SheetButton(
            lambda: self._shown.cci if self._shown is not None else "",
            lambda: [partner.cci for partner in self.model.ticked()],
            self,
        )
        self._lay_out()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_waiting)
        self._connect()
        self._show_ticked([])
        self.state.show_start()

    def ask(self, asker: Asker, order: str) -> None:
        """Shows the partners of somebody.

        :param order: one of the server's, or ``SEEKS``; empty for the usual one
        """
        if self._asker is None or (asker.key, order) != (self._asker.key, self._order):
            self._shown = None
            self.list.select([])
        self._asker, self._order = asker, order
        # Of those who seek one like the asker all are shown; of unusual ones, one of a country.
        self.weights.limits["per_country"].setEnabled(order in ("", "score", "upper"))
        self.weights.limits["per_area"].setEnabled(order != SEEKS)
        self._ask(soon=False)

    def ask_nothing(self) -> None:
        """Nobody asks any more."""
        self.search.stop()
        self.search.question = self._asker = self.answer = self._shown = None
        self.model.clear()
        self.remarks.show_answer(None)
        self.state.show_start()
        self._show_list(False)

    def again(self) -> None:
        """Asks the same once more: the server is another one, or the first attempt failed."""
        self.search.forget()
        if self._asker is None:
            self.search.describe()
        self._ask(soon=False)

    def name(self, cci: str, title: str) -> None:
        """The title of the programme that asks has become known."""
        if self._asker is None or (self._asker.cci, self._asker.needs) != (cci, ()):
            return
        self._asker = replace(self._asker, title=title)
        if self.answer is not None and self.answer.question.asker.key == self._asker.key:
            question = replace(self.answer.question, asker=self._asker)
            self.answer = replace(self.answer, question=question)
            self.search.question = question

    def restate(self) -> None:
        """Asks again where what was asked for is something else now, such as samples."""
        if self._asker is not None and self.search.question != self._question():
            self._ask(soon=False)

    def stop(self) -> None:
        """Waits for nothing more."""
        self._patience.stop()
        self.search.stop()

    def select(self, ccis: List[str]) -> None:
        """Selects partners on behalf of the map."""
        self.list.select(ccis)

    def tell(self, text: str, failed: bool = False) -> None:
        """Says something below the list; nothing for an empty text.

        :param failed: whether it is about a failure
        """
        self.remarks.tell(text, failed)

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        self.model.relabel()
        if self._shown is not None:
            self._show_partner(self._shown)
        self._show_compared()

    def _question(self) -> Optional[Question]:
        if self._asker is None:
            return None
        preset = self.weights.preset()
        weights = () if preset else self.weights.weights()
        wish = Wish(self._order, preset, weights, self.weights.most(), self._show_samples())
        return Question(self._asker, wish)

    def _ask(self, soon: bool) -> None:
        question = self._question()
        if question is None or (self.search.comparison is not None and not self.weights.counts()):
            return
        self.search.ask(question, soon)

    def _on_changed(self, held: bool) -> None:
        self.section.set_summary(self.weights.summary())
        self._ask(soon=held)

    def _on_described(self, comparison: Comparison) -> None:
        self.weights.set_comparison(comparison)
        self.section.set_summary(self.weights.summary())
        if self._asker is None:
            self.state.show_start()
        self.described.emit(comparison)

    def _on_asked(self) -> None:
        if self.model.rowCount() == 0:
            self._show_waiting()
        else:
            self._patience.start()

    def _on_listed(self, answer: Partners) -> None:
        self._patience.stop()
        comparison = self.search.comparison
        if comparison is None:
            return
        if self._asker is not None and self._asker.key == answer.question.asker.key:
            # Its title may have come in the meantime.
            asker = replace(answer.question.asker, title=self._asker.title)
            answer = replace(answer, question=replace(answer.question, asker=asker))
        same = self.answer is not None and self.answer.question.asker.key == answer.question.asker.key
        selected, current = self.list.selected_ccis(), self.list.current_cci()
        self.answer = answer
        self._shown = None
        self.model.set_partners(answer.found, comparison, self._drawn(answer.question, comparison), keep=same)
        self.remarks.show_answer(answer)
        self._show_list(bool(answer.found))
        if answer.found:
            first = answer.found[0].cci
            self.list.select(selected if same else [], current if same and self.model.row_of(current) >= 0 else first)
        else:
            self.state.show_nobody(self._order, bool(answer.question.asker.filters), answer.notes)
        self.listed.emit(answer)

    def _drawn(self, question: Question, comparison: Comparison) -> Tuple[Part, ...]:
        """The parts with a bar in each row: those that count, and what those who seek are ordered by."""
        counts = {name for name, weight in self.weights.weights() if weight}
        if question.wish.order == SEEKS:
            counts.add(SOUGHT)
        return tuple(sorted((part for part in comparison.parts if part.name in counts), key=lambda p: not p.declared))

    def _on_failed(self, error: ApiError) -> None:
        self._patience.stop()
        self.answer = None
        self.model.clear()
        self.remarks.show_answer(None)
        self.state.show_error(error)
        self._show_list(False)

    def _show_waiting(self) -> None:
        self.state.show_loading()
        self._show_list(False)

    def _show_list(self, shown: bool) -> None:
        self.stack.setCurrentWidget(self.list if shown else self.state)
        self.lower.setVisible(shown)
        self.on_map.setEnabled(shown)
        self.sheets.setEnabled(shown)

    def _show_partner(self, partner: Partner) -> None:
        self._shown = partner
        if self._asker is not None and self.search.comparison is not None:
            self.lower.show_partner(partner, self._asker, self.search.comparison)

    def _show_ticked(self, ticked: List[str]) -> None:
        self.compare.setText(self.tr("Compare ({count})").format(count=len(ticked)) if ticked else self.tr("Compare"))
        enough = len(ticked) >= _TWO
        self.compare.setEnabled(enough)
        hint = self.tr("Shows the ticked partners side by side") if enough else self.tr("Tick two or more partners")
        self.compare.setToolTip(hint)
        self.compare.setAccessibleDescription(hint)
        if not enough:
            self.compare.setChecked(False)
        self._show_compared()

    def _show_compared(self) -> None:
        ticked = self.model.ticked() if self.compare.isChecked() else []
        self.lower.show_compared(ticked, self.search.comparison)

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.on_map)
        line.addWidget(self.compare)
        line.addWidget(self.sheets)
        line.addStretch(1)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.list)
        self.lower.hide()
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        for place, widget in enumerate((self.stack, self.lower)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(place, 3 - place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.section)
        layout.addLayout(line)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.remarks)

    def _connect(self) -> None:
        self.search.described.connect(self._on_described)
        self.search.asked.connect(self._on_asked)
        self.search.listed.connect(self._on_listed)
        self.search.failed.connect(self._on_failed)
        self.weights.changed.connect(self._on_changed)
        self.model.ticked_changed.connect(self._show_ticked)
        self.list.selected.connect(self.selected)
        self.list.current.connect(self._show_partner)
        self.list.activated.connect(self.zoom_requested)
        self.on_map.clicked.connect(self.map_requested)
        self.compare.toggled.connect(lambda _checked: self._show_compared())
        self.lower.linked.connect(self.linked)
        self.state.helped.connect(self.helped)
