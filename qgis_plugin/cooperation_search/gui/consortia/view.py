"""Consortia of one asker: rules above, the sets as a list, and below it what a set has, or why a member fits."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Tuple

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...api.call import Call
from ...api.consortium import PARTNER, Consortia, ConsortiumQuestion, Member, MemberSet, consortium
from ...api.errors import ApiError, ErrorKind
from ...api.partners import Asker
from ...context import Context
from ...layers.styles.consortia import role
from ..partners.model import interval_text
from ..results.states import StatePage
from ..results.values import Labels
from ..section import Section
from . import texts
from .form import RulesForm
from .on_map import ConsortiaOnMap

#: Milliseconds after a change of the rules before the server is asked.
_PAUSE = 300
_SLOT = "consortium"
_OF_ROW = int(getattr(Qt.ItemDataRole.UserRole, "value", Qt.ItemDataRole.UserRole))
#: What a row stands for: the place of a set, and of a member in it, or -1 for the set.
_Row = Tuple[int, int]


class RulesStates(StatePage):
    """The page in place of sets."""

    def show_no_rules(self) -> None:
        """Nothing is asked of a set yet."""
        self._show(
            "/mActionFilter2.svg",
            self.tr("Which rules must a consortium meet?"),
            self.tr("Choose a call above, or say how many members, regions or countries are needed."),
        )


class ConsortiaView(QWidget):
    """The mode “Consortia” of finding partners.

    :param labels: words for codes
    :param show_samples: whether sample entries count
    """

    #: A link was followed: ``programme:CCI``, ``pair:CCI``, or an address.
    linked = pyqtSignal(object)
    #: What helps after a failure: ``retry`` or ``connection``.
    helped = pyqtSignal(str)

    def __init__(
        self,
        context: Context,
        labels: Labels,
        canvas: Optional[QgsMapCanvas],
        show_samples: Callable[[], bool],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._labels = labels
        self._show_samples = show_samples
        self._asker: Optional[Asker] = None
        self._call: Optional[Call] = None
        self.answer: Optional[Consortia] = None
        self.form = RulesForm()
        self.section = Section(self.tr("Rules"), self.form, is_open=True, is_criterion=False)
        self.state = RulesStates(self)
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Consortia"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setMinimumHeight(60)
        self.page = self._browser(self.tr("What the set has, and why the member fits"))
        self.help = self._browser(self.tr("Rules to loosen"))
        self.on_map_button = QToolButton(self)
        self.on_map_button.setIcon(QgsApplication.getThemeIcon("/mActionAddLayer.svg"))
        self.on_map_button.setText(self.tr("Show on map"))
        self.on_map_button.setToolTip(self.tr("Adds a group with a layer for each set; kept in memory"))
        self.on_map_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.hide()
        self.on_map = ConsortiaOnMap(context, canvas, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._lay_out()
        self._connect()
        self.state.show_no_rules()
        self._show(self.state)

    def ask(self, asker: Asker) -> None:
        """Shows the consortia of somebody."""
        self._asker = asker
        self._ask()

    def again(self) -> None:
        """Asks the same once more."""
        if self._asker is not None:
            self._ask()

    def restate(self) -> None:
        """Asks again where what was asked for is something else now, such as samples."""
        if self.answer is not None and self.answer.question != self.question():
            self._ask()

    def stop(self) -> None:
        """Waits for nothing more."""
        self._pause.stop()
        call, self._call = self._call, None
        if call is not None:
            call.cancel()
        self.on_map.stop()

    def tell(self, text: str) -> None:
        """Says something about the map."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def question(self) -> Optional[ConsortiumQuestion]:
        """What is being asked."""
        if self._asker is None:
            return None
        rules = self.form.rules()
        filters = dict(self._asker.filters)
        if rules and "include" in filters:
            # One parameter says it for the search and for the rules.
            rules = tuple(pair for pair in rules if pair[0] != "include")
        return ConsortiumQuestion(self._asker, rules, self._show_samples())

    def _ask(self) -> None:
        self._pause.stop()
        question = self.question()
        if question is None:
            return
        self.section.set_summary(self.form.summary())
        if self.answer is None or self.answer.question != question:
            self.state.show_loading()
            self._show(self.state)
        before, self._call = self._call, None
        if before is not None:
            before.cancel()
        call = self._context.client.get(consortium(question), slot=_SLOT)
        self._call = call
        call.finished.connect(lambda answer: self._on_answer(call, answer))
        call.failed.connect(lambda error: self._on_failed(call, error))

    def _on_answer(self, call: Call, answer: Consortia) -> None:
        if call is not self._call:
            return
        self._call = None
        self.answer = answer
        self.form.describe(answer)
        self.section.set_summary(self.form.summary())
        self.tree.clear()
        self.page.hide()
        if answer.sets:
            self._show_sets(answer)
        elif not answer.question.rules:
            self.state.show_no_rules()
            self._show(self.state)
        else:
            self.help.setHtml(texts.loosened(answer, self.form.can_apply))
            self._show(self.help)

    def _on_failed(self, call: Call, error: ApiError) -> None:
        if call is not self._call:
            return
        self._call = None
        self.answer = None
        if error.status == 404:
            message, detail = self.tr("This server does not find consortia."), self.tr("It is of an earlier version.")
            error = ApiError(ErrorKind.OTHER_VERSION, message, detail, error.url, error.status)
        self.page.hide()
        self.state.show_error(error)
        self._show(self.state)

    def _show_sets(self, answer: Consortia) -> None:
        for place, one in enumerate(answer.sets):
            top = QTreeWidgetItem([self._of_set(one), interval_text(one.score)])
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            top.setData(0, _OF_ROW, (place, -1))
            if not one.certain:
                top.setIcon(0, QgsApplication.getThemeIcon("/mIconWarning.svg"))
            self.tree.addTopLevelItem(top)
            for number, member in enumerate(one.members):
                row = QTreeWidgetItem([self._of_member(member), interval_text(member.score) if member.score else ""])
                row.setData(0, _OF_ROW, (place, number))
                row.setToolTip(0, f"{member.title}\n{member.cci} · {self._country(member)}")
                top.addChild(row)
            top.setExpanded(place == 0)
        self._show(self.splitter)
        self.tree.setCurrentItem(self.tree.topLevelItem(0))

    def _of_set(self, one: MemberSet) -> str:
        name = self.tr("Set {n}").format(n=one.number)
        countries = len({member.country for member in one.members})
        held = self.tr("{members} members, {countries} countries").format(members=len(one.members), countries=countries)
        return f"{name} · {held}"

    def _country(self, member: Member) -> str:
        return self._labels("countries", member.country)

    def _of_member(self, member: Member) -> str:
        # The country comes first: titles are long.
        of_note = "" if member.role == PARTNER else role(member.role)
        return " · ".join(filter(None, (self._country(member), of_note, member.title)))

    def _rows(self) -> List[_Row]:
        return [item.data(0, _OF_ROW) for item in self.tree.selectedItems()]

    def _on_current(self, item: Optional[QTreeWidgetItem], _before: Optional[QTreeWidgetItem] = None) -> None:
        if item is None or self.answer is None:
            self.page.hide()
            return
        place, number = item.data(0, _OF_ROW)
        one = self.answer.sets[place]
        asker = self._asker.cci if self._asker else ""
        categories = dict(self.answer.categories)
        if number < 0:
            html = texts.of_set(one)
        else:
            member = one.members[number]
            html = texts.of_member(member, self._country(member), asker, categories)
        self.page.setHtml(html)
        self.page.show()

    def _on_selection(self) -> None:
        """A set stands for all its members."""
        if self.answer is None:
            return
        ccis: Dict[str, None] = {}
        for place, number in self._rows():
            members = self.answer.sets[place].members
            ccis.update((member.cci, None) for member in (members if number < 0 else members[number : number + 1]))
        sets = {self.answer.sets[place].number for place, _number in self._rows()}
        if len(sets) == 1:
            self.on_map.turn_to(next(iter(sets)))
        self.on_map.select(list(ccis))

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() != "loosen" or self.answer is None:
            self.linked.emit(QUrl(url))
            return
        proposal = self.answer.loosened[int(url.path())].parameters
        if proposal is not None:
            self.form.apply(dict(proposal))

    def _load(self) -> None:
        if self.answer is not None and self.answer.sets:
            rows = self._rows()
            number = self.answer.sets[rows[0][0]].number if rows else 1
            self.on_map.load(self.answer.question, number)

    def _on_help(self, what: str) -> None:
        if what == "retry":
            self.again()
        else:
            self.helped.emit(what)

    def _show(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        self.on_map_button.setEnabled(widget is self.splitter)

    def _browser(self, name: str) -> QTextBrowser:
        browser = QTextBrowser(self)
        browser.setOpenLinks(False)
        browser.setAccessibleName(name)
        browser.setMinimumHeight(40)
        browser.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        browser.anchorClicked.connect(self._on_link)
        return browser

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.on_map_button)
        line.addStretch(1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        for place, widget in enumerate((self.tree, self.page)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(place, 3 - place)
        self.stack = QStackedWidget(self)
        for widget in (self.state, self.help, self.splitter):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.section)
        layout.addLayout(line)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.note)

    def _connect(self) -> None:
        self.form.changed.connect(self._pause.start)
        self.tree.currentItemChanged.connect(self._on_current)
        self.tree.itemSelectionChanged.connect(self._on_selection)
        self.tree.itemDoubleClicked.connect(lambda _item, _column: self.on_map.zoom())
        self.on_map_button.clicked.connect(self._load)
        self.on_map.told.connect(self.tell)
        self.state.helped.connect(self._on_help)
