"""The view "Partners" of the results: who seeks, in which way, and what is found."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QStackedWidget, QVBoxLayout, QWidget

from ...api.comparison import Comparison
from ...api.links import split
from ...api.needs import need_of
from ...api.partners import SEEKS, Asker, pair_url
from ...api.search import PROGRAMMES, Search
from ...api.wording import Wording
from ...context import Context
from ...own import Own
from ..consortia.view import ConsortiaView
from ..results.values import Labels
from ..section import ElidedLabel
from .askers import AskerBox
from .on_map import PartnersOnMap
from .ranked import RankedView
from .sheets import PartnerSheets


class PartnersPage(QWidget):
    """Asker and mode above; below them the view of the mode.

    :param search: gives the search that is being put together
    :param wording: words for searches and codes
    """

    #: The facts of a programme are wanted: its CCI.
    programme_requested = pyqtSignal(str)
    #: What helps after a failure, or before anybody asks: ``programmes``, ``retry`` or ``connection``.
    helped = pyqtSignal(str)

    def __init__(
        self,
        context: Context,
        labels: Labels,
        search: Callable[[], Search],
        wording: Wording,
        canvas: Optional[QgsMapCanvas],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._search = search
        self._wording = wording
        self.ranked = RankedView(context, labels, lambda: search().show_samples, self)
        self.on_map = PartnersOnMap(context, canvas, self)
        self.sheets = PartnerSheets(context, self.on_map, self)
        #: Views of further modes by their id: widgets with ``ask(asker)``.
        self._views: Dict[str, QWidget] = {}
        self._own = Own()
        #: The need is asked for as soon as it is known which needs the server takes.
        self._wants_need = False
        #: Asked for while the page was hidden.
        self._waiting = False
        self.askers = AskerBox(self)
        self.modes = QComboBox(self)
        self.modes.setAccessibleName(self.tr("Order"))
        self.modes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.modes.setMinimumContentsLength(12)
        self.within = self.ranked.weights.within
        self.body = QStackedWidget(self)
        self.body.addWidget(self.ranked)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.addRow(self.tr("For"), self.askers)
        self.needed = ElidedLabel(self)
        self.needed.hide()
        form.addRow("", self.needed)
        form.addRow(self.tr("Show"), self.modes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(form)
        layout.addWidget(self.body, 1)
        self.askers.chosen.connect(lambda _asker: self._ask())
        self.modes.activated[int].connect(lambda _place: self._ask())
        self.within.toggled.connect(lambda _checked: self._ask())
        consortia = ConsortiaView(context, labels, canvas, lambda: search().show_samples, self)
        self.add_mode("consortia", self.tr("Consortia: best sets of partners"), consortia)
        self.ranked.described.connect(self._on_described)
        self.ranked.linked.connect(self._follow)
        self.ranked.helped.connect(self._on_help)
        self.ranked.map_requested.connect(self._show_on_map)
        self.ranked.selected.connect(self.on_map.select)
        self.ranked.zoom_requested.connect(self.on_map.zoom)
        self.on_map.selected.connect(self.ranked.select)
        self.on_map.told.connect(lambda text: self.ranked.tell(text))
        self.on_map.failed.connect(lambda text: self.ranked.tell(text, failed=True))
        self.ranked.sheets.wanted.connect(self._make_sheets)
        self.sheets.told.connect(lambda text: self.ranked.tell(text))

    def add_mode(self, id_: str, title: str, view: QWidget) -> None:
        """Adds a way to look for partners with a view of its own.

        :param view: has ``ask(asker)``, ``restate()`` and ``stop()``, and the signals ``linked`` and ``helped``
        """
        self._views[id_] = view
        self.body.addWidget(view)
        # The orders of the server come first, as soon as they are known.
        chosen = self.modes.currentIndex()
        self.modes.addItem(title, id_)
        self.modes.setCurrentIndex(chosen)
        view.linked.connect(self._follow)
        view.helped.connect(self.helped)

    def find(self, cci: str, title: str = "") -> None:
        """Shows the partners of a programme."""
        self.askers.choose(Asker(cci, title))
        if not title:
            self._ask_title(cci, "asker")
        self._ask()

    def find_for_search(self) -> None:
        """Shows the partners of whoever needs what the search looks for."""
        self._wants_need = True
        self._take_need()

    def set_own(self, own: Own) -> None:
        """Whom the user works for; they ask where nobody else does."""
        self._own = own
        asker = None
        if own.programme:
            before = self.askers.own
            asker = before if before is not None and before.key == own.programme else Asker(own.programme)
        elif own.country:
            asker = Asker.of_country(own.country, self._wording.of_list("countries", own.country))
        self.askers.set_own(asker)
        if asker is not None and self.askers.asker is None:
            self.askers.choose(asker)
            self._waiting = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Does what waited for the page to be seen: nothing is asked of a server for a page that is not."""
        own = self.askers.own
        if own is not None and own.cci and not own.title:
            self._ask_title(own.cci, "own asker")
        self._take_need()
        if self._waiting:
            self._ask()

    def search_changed(self) -> None:
        """The search is another one: where partners depend on it, they are sought again."""
        needed = self.askers.is_need
        self._take_need()
        if needed and self.askers.asker is None:
            self.needed.hide()
            self.ranked.ask_nothing()
        if self.within.isChecked() or needed:
            self._ask()
        else:
            (self._views.get(self.mode()) or self.ranked).restate()

    def restart(self) -> None:
        """There is another server, or another edition."""
        self.ranked.search.forget()
        if self.askers.asker is not None:
            self._ask()

    def stop(self) -> None:
        """Waits for nothing more."""
        for each in (self.ranked, self.on_map, *self._views.values()):
            each.stop()

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        self.ranked.relabel()
        if self._own.country and not self._own.programme:
            self.set_own(self._own)

    def mode(self) -> str:
        """The order or mode that is chosen; empty for the usual one."""
        return str(self.modes.currentData() or "")

    def asker(self) -> Optional[Asker]:
        """Who asks, and among whom."""
        asker = self.askers.asker
        if asker is None or not self.within.isChecked() or self.askers.is_need:
            return asker
        search = self._search()
        params = {name: value for name, value in search.to_params(PROGRAMMES).items() if name not in search.view()}
        return Asker(asker.cci, asker.title, asker.needs, tuple(params.items()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102, N802
        super().showEvent(event)
        self._catch_up()

    def _ask(self) -> None:
        asker = self.asker()
        if asker is None:
            return
        if not self.isVisible():
            self._waiting = True
            return
        self._waiting = False
        self._offer_modes(asker)
        view = self._views.get(self.mode())
        self.body.setCurrentWidget(view or self.ranked)
        if view is not None:
            view.ask(asker)
        else:
            self.ranked.ask(asker, self.mode())

    def _on_described(self, comparison: Comparison) -> None:
        """Offers the orders of the server, the question turned round, and the further modes."""
        kept = self.mode()
        orders: List[tuple] = [(each.title, each.name) for each in comparison.orders]
        orders.append((self.tr("Who seeks a partner like this one"), SEEKS))
        further = [(self.modes.itemText(p), self.modes.itemData(p)) for p in range(self.modes.count())]
        self.modes.clear()
        for title, id_ in [*orders, *(each for each in further if each[1] in self._views)]:
            self.modes.addItem(title, id_)
            self.modes.setItemData(self.modes.count() - 1, title, Qt.ItemDataRole.ToolTipRole)
        self.modes.setCurrentIndex(max(0, self.modes.findData(kept)))
        self._take_need()

    def _ask_title(self, cci: str, slot: str) -> None:
        call = self._context.client.feature(PROGRAMMES, cci, slot=slot)
        call.finished.connect(lambda programme: self._name(cci, programme.text("title")))

    def _name(self, cci: str, title: str) -> None:
        """The title of a programme has become known."""
        self.askers.name(cci, title)
        self.ranked.name(cci, title)

    def _take_need(self) -> None:
        """Brings the need to the search, as far as it is known which needs the server takes."""
        comparison = self.ranked.search.comparison
        if comparison is None:
            if self._wants_need or self.isVisible():
                self.ranked.search.describe()
            return
        search = self._search()
        need = need_of(search, comparison, self._wording.describe(search), self.askers.own)
        self.askers.set_need(need)
        if self._wants_need:
            self._wants_need = False
            if need is not None:
                self.askers.choose(need)
                self._ask()

    def _offer_modes(self, asker: Asker) -> None:
        """Greys out what cannot be asked for: nobody seeks a need, which comes from the search as a whole."""
        place = self.modes.findData(SEEKS)
        item = self.modes.model().item(place) if place >= 0 else None
        if item is not None:
            item.setEnabled(bool(asker.sought))
            if self.mode() == SEEKS and not asker.sought:
                self.modes.setCurrentIndex(0)
        self.within.setEnabled(not self.askers.is_need)
        comparison = self.ranked.search.comparison
        if comparison is not None:
            self.needed.setText(need_words(asker, comparison, self._wording))
        self.needed.setVisible(self.askers.is_need)

    def _follow(self, url: QUrl) -> None:
        asker = self.askers.asker
        if url.scheme() == "programme":
            self.programme_requested.emit(url.path())
        elif url.scheme() == "partners":
            partner = self.ranked.model.row_of(url.path())
            self.find(url.path(), self.ranked.model.partner(partner).title if partner >= 0 else "")
        elif url.scheme() == "pair" and asker is not None:
            address = pair_url(self._context.client.url, asker.cci, url.path())
            QDesktopServices.openUrl(QUrl(f"{address}?f=html"))
        elif url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    def _show_on_map(self) -> None:
        if self.ranked.answer is not None:
            self.on_map.load(self.ranked.answer.question)

    def _make_sheets(self, ccis: List[str]) -> None:
        answer, comparison = self.ranked.answer, self.ranked.search.comparison
        if answer is not None and comparison is not None:
            self.sheets.make(answer.question, comparison, ccis)

    def _on_help(self, what: str) -> None:
        if what == "retry":
            self.ranked.again()
        else:
            self.helped.emit(what)


def need_words(asker: Asker, comparison: Comparison, wording: Wording) -> str:
    """What somebody needs, where they are, and among whom partners are sought, in words."""
    by_name = {each.name: each for each in comparison.needs}
    lines = []
    for name, value in asker.needs:
        need = by_name[name]
        words = ", ".join(wording.label(need.criterion, code) for code in split(value))
        lines.append(f"{need.title}: {words}")
    for name, value in asker.filters:
        words = ", ".join(wording.label(name, code) for code in split(value))
        lines.append(f"{wording.title(name)}: {words}")
    return "; ".join(lines)
