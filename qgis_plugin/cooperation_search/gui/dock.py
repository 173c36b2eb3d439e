"""The panel "Cooperation search"."""

from __future__ import annotations

from typing import Any, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ..api.answers import Facets, FeaturePage, ServerInfo
from ..api.criteria import TOPIC
from ..api.errors import ApiError, ErrorKind
from ..api.links import read_link
from ..api.search import NUTS3, PROGRAMMES, START, VERSIONS, Search
from ..context import Context
from ..layers.load_job import LoadedSearch
from .connection import ConnectionPanel
from .criteria.categories import Categories
from .criteria_page import CriteriaPage
from .distribution.page import DistributionPage
from .footer import Footer
from .lists import Lists
from .live import LiveSearch
from .map_panel import MapPanel
from .map_work import MapWork
from .own.bar import OwnBar
from .pages import Pages
from .partners.page import PartnersPage
from .partners.tab import PartnersTab
from .results.entries_tab import EntriesTab
from .results.known import Hierarchies
from .results.page import ResultsPage
from .searches.bar import SearchBar
from .searches.history import UNKNOWN, History
from .searches.saved import SavedSearches
from .searches.store import ProfileStore, ProjectStore
from .section import Section
from .server_link import ServerLink


class CooperationDock(QgsDockWidget):
    """Connection, criteria, results and map in one dock.

    :param iface: QGIS's interface; its map canvas is used where there is one
    """

    def __init__(self, iface: Optional[Any], context: Context, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("CooperationSearchDock")
        self.setWindowTitle(self.tr("Cooperation search"))
        self._context = context
        canvas = iface.mapCanvas() if iface is not None else None
        self.link_up = ServerLink(context, self)
        self.lists = Lists(context, self)
        self.live = LiveSearch(context, START, self)
        self.history = History(ProfileStore(context.settings, "history"), self)
        self.saved = SavedSearches(ProfileStore(context.settings, "saved"), ProjectStore("saved"), self)

        self.connection = ConnectionPanel()
        self.server = Section(self.tr("Server"), self.connection, is_criterion=False)
        self.bar = SearchBar(self.history, self.saved, lambda: self.live.search, self.link, self.lists.wording)
        self.criteria = CriteriaPage(context, canvas)
        self.own = OwnBar(context, lambda: self.live.search)
        self.criteria.add_above(self.own)
        self.categories = Categories()
        self.criteria.add_above(self.categories, 1)
        self.lists.wording.region = self.criteria.region.model.label
        labels = self.lists.wording.of_list
        self.results = ResultsPage(
            context,
            labels,
            Hierarchies(self.lists.parent, self.lists.top, lambda: self.lists.places),
            lambda: self.lists.wording.criteria,
        )
        self.partners = PartnersPage(context, labels, lambda: self.live.search, self.lists.wording, canvas)
        self.distribution = DistributionPage(context, lambda: self.live.search, canvas)
        self.pages = Pages(self.criteria, self.results, (self.tr("Search for"), self.tr("Results")))
        self.map_panel = MapPanel(context.settings)
        self.map_section = Section(self.tr("Map"), self.map_panel, is_criterion=False)
        self.map_work = MapWork(context, self.map_panel, self.lists, self.criteria.regions, canvas, self)
        self.partners_tab = PartnersTab(self, context, self.partners)
        self.entries_tab = EntriesTab(self)
        self.results.add_view(self.distribution, self.tr("Distribution"))
        self.criteria.set_search(self.live.search)
        self.footer = Footer(self)
        self._lay_out()
        self._connect()
        context.client.offline_changed.connect(self.offline.setVisible)
        self._show_connection()
        self._started = False
        #: Whether the remark is one of the server about the search.
        self._noted = False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102, N802
        super().showEvent(event)
        if not self._started:
            # Not earlier: a closed panel must not ask for a password.
            self._started = True
            self._context.when_ready(self._start)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102, N802
        super().hideEvent(event)
        if not event.spontaneous():
            # Closed, and not minimised with QGIS or behind another panel: clicks on the map are QGIS's again.
            self.criteria.region.pick.setChecked(False)

    def _lay_out(self) -> None:
        self.offline = QLabel(self.tr("The server cannot be reached: these are its last known answers."), self)
        self.offline.setWordWrap(True)
        self.offline.hide()
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        for widget in (self.server, self.bar, self.offline):
            layout.addWidget(widget)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.footer)
        layout.addWidget(self.map_section)
        self.setWidget(body)
        self.setMinimumWidth(260)

    def _connect(self) -> None:
        self.criteria.search_changed.connect(self.live.set_search)
        self.criteria.title.submitted.connect(self._on_search)
        self.live.counting.connect(self._on_counting)
        self.live.counted.connect(self._on_counted)
        self.live.counting.connect(self.results.show_loading)
        self.live.listed.connect(self._on_listed)
        self.live.failed.connect(self._on_failed)
        self.lists.described.connect(self.criteria.set_criteria)
        self.lists.presented.connect(self.results.set_presentation)
        self.results.found.presented.connect(self.live.set_presentation)
        self.lists.entries_presented.connect(self.results.set_entries)
        self.lists.ready.connect(self._on_lists)
        self.lists.failed.connect(self._on_failed)
        self.connection.chosen.connect(self._on_server)
        self.connection.test_requested.connect(self._test)
        self.link_up.known.connect(self._on_info)
        self.link_up.unknown.connect(self._on_no_info)
        self.link_up.no_address.connect(self.connection.show_error)
        self.own.search_wanted.connect(self.criteria.set_search)
        self.categories.clicked.connect(self._on_category)
        self.criteria.search_changed.connect(self.categories.set_search)
        self.own.said.connect(self.footer.say)
        self.own.changed.connect(self.results.set_own)
        self.criteria.search_changed.connect(self.own.set_search)
        self.results.set_own(self.own.own)
        self.bar.reset_requested.connect(self.reset)
        self.bar.search_chosen.connect(self.run)
        self.bar.copied.connect(self.footer.say)
        self.bar.pasted.connect(self.paste)
        self.criteria.title.link_pasted.connect(self.paste)
        self.footer.search.clicked.connect(self._on_search)
        self.footer.load.clicked.connect(self.load)
        for view in (self.results, self.partners, self.distribution):
            view.helped.connect(self._on_help)
        self.results.selected.connect(self.map_work.selection.select)
        self.results.zoom_requested.connect(self.map_work.selection.zoom)
        self.map_work.serve(self.results.found.menu, self.map_work.selection, self.load)
        self.results.detail.region_clicked.connect(self.map_work.show_region)
        self.map_work.selection.selected.connect(self._on_map_selection)
        self.map_work.refreshed.connect(self._on_refreshed)
        self._context.search_requested.connect(self.run)
        self._context.feature_requested.connect(self._on_feature)
        self._context.client_changed.connect(self._on_client)

    def run(self, search: Search) -> None:
        """Shows a search and runs it."""
        self.criteria.set_search(search)
        self.live.set_search(search)
        self.setUserVisible(True)
        self._on_search()

    def reset(self) -> None:
        """Clears every choice."""
        self.criteria.set_search(Search())

    def paste(self, text: str) -> None:
        """Shows and runs the search of a link; what of it cannot be shown here is named."""
        link = read_link(text, self.lists.wording.criteria)
        if link is None:
            self.footer.say(self.tr("This is not a link to a search."))
            return
        self.run(link.search)
        if link.unknown:
            text = self.tr("The panel cannot show these parts of the link and leaves them out: {parts}.")
            self.footer.say(text.format(parts=", ".join(link.unknown)))

    def link(self) -> str:
        """The current search as an address on the server."""
        return self.live.search.to_url(self._context.client.url, PROGRAMMES)

    def close_down(self) -> None:
        """Ends timers, map tools, connections and requests, so that nothing of the panel stays in QGIS."""
        self.footer.stop()
        # Answers that are under way would have no receiver.
        self._context.client.close()
        views = (self.results, self.partners_tab, self.distribution)
        for part in (self.live, *views, self.criteria, self.own, self.map_work):
            part.stop()
        self._context.search_requested.disconnect(self.run)
        self._context.feature_requested.disconnect(self._on_feature)
        self._context.client_changed.disconnect(self._on_client)

    def _start(self, *_what: object) -> None:
        """Asks the (new) server for everything that the panel shows, once it is known who is there."""
        self._started = True
        self.criteria.regions.forget()
        self.connection.show_testing()
        self.live.hold()
        self.results.show_loading()
        self.footer.count.setText(self.tr("Asking the server…"))
        self.server.set_summary(self.tr("{url} …").format(url=self._context.client.url))
        self.link_up.ask()

    def _on_client(self, *_what: object) -> None:
        self._context.client.offline_changed.connect(self.offline.setVisible)
        self.offline.hide()
        self._show_connection()
        self._start()

    def _show_connection(self) -> None:
        settings = self._context.settings
        self.connection.show_connection(settings.url, settings.authcfg, [url for url, _ in settings.servers])

    def _on_server(self, url: str, authcfg: str) -> None:
        try:
            self._context.use_server(url, authcfg)
        except ValueError:
            self.footer.say(self.tr("“{url}” is not an http or https address.").format(url=url))

    def _test(self, url: str, authcfg: str) -> None:
        if self.link_up.is_current(url, authcfg):
            self._start()
        else:
            self.link_up.try_out(url, authcfg)

    def _on_info(self, info: ServerInfo) -> None:
        self.connection.show_info(info)
        self._show_connection()
        count = info.edition.counts.get(PROGRAMMES, 0)
        self.server.set_summary(self.tr("{title}, programmes: {count}").format(title=info.title, count=count))
        self.footer.say("")
        self.map_panel.set_collections(info.collections)
        self.criteria.region.forget_failure()
        self.map_work.forget_failure()
        self.lists.load()
        self.live.count_again()
        self.distribution.restart()

    def _on_no_info(self, error: ApiError) -> None:
        self.connection.show_error(error)
        self.server.set_summary(error.message)
        if error.kind in (ErrorKind.UNREACHABLE, ErrorKind.TIME_OUT):
            # Its earlier answers may be in the cache.
            self.lists.load()
            self.live.count_again()
        else:
            self.live.stop()
            self._on_failed(error)

    def _on_refreshed(self, loaded: LoadedSearch) -> None:
        """Layers show another edition than the panel: its lists, rows and facts follow."""
        info = self.link_up.info
        if self._started and info is not None and not loaded.offline and loaded.edition != info.edition.id:
            self._start()

    def _on_lists(self) -> None:
        self.map_panel.set_properties(self.lists.properties())
        choices = self.lists.choices()
        self.criteria.set_lists(choices)
        self.categories.set_lists(choices)
        self.own.set_countries(choices.get("countries", ()))
        self.results.relabel()

    def _on_counting(self) -> None:
        self.footer.count.setText(self.tr("Counting…"))

    def _on_counted(self, facets: Facets) -> None:
        if not self._context.client.offline:
            self.link_up.ask_if_unknown()
        self.footer.show_count(facets.met, facets.unknown or 0)
        found = facets.matched if self.live.search.include_unknown else facets.met
        self.pages.set_name(self.results, self.tr("Results ({count})").format(count=found))
        self.criteria.set_counts(facets.met_counts(), facets.unknown_counts)
        self.categories.set_counts(facets.met_counts())

    def _on_listed(self, page: FeaturePage, requested: bool) -> None:
        self.results.show_page(page, self.live.search)
        self.distribution.search_changed()
        if page.notes or self._noted:
            self.footer.say(" ".join(page.notes))
        self._noted = bool(page.notes)
        if requested:
            self.history.add(self.live.search, page.matched)
            if page.features:
                # The user asked for the list, and goes on in it with the arrow keys.
                self.results.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: ApiError) -> None:
        self.footer.count.setText(self.tr("No answer"))
        self.pages.set_name(self.results, self.tr("Results"))
        self.criteria.set_counts({})
        self.results.show_error(error)

    def _on_search(self) -> None:
        self.pages.show_page(self.results)
        self.live.run()

    def _on_category(self, code: str, wanted: bool) -> None:
        others = [topic for topic in self.live.search.values(TOPIC) if topic != code]
        self.criteria.set_search(self.live.search.with_values(**{TOPIC: [*others, code] if wanted else others}))
        if wanted:
            self._on_search()

    def load(self) -> None:
        """Loads the current search on the map."""
        self.map_section.set_open(True)
        matched = UNKNOWN if self.live.is_busy() else self.results.model.rowCount()
        self.history.add(self.live.search, matched)
        self.map_work.load(self.live.search)

    def _on_map_selection(self, ccis: list) -> None:
        if ccis:
            # Where nothing is selected any more, there is nothing to show.
            self.pages.show_page(self.results)
        self.results.table.select(ccis)

    def _on_feature(self, collection: str, id_: str) -> None:
        if collection == PROGRAMMES:
            self.setUserVisible(True)
            self.pages.show_page(self.results)
            self.results.show_one(id_)
        elif collection == NUTS3:
            self.map_work.show_region(id_, VERSIONS[NUTS3])

    def _on_help(self, what: str) -> None:
        if what == "reset":
            self.reset()
        elif what == "connection":
            self.server.set_open(True)
            self.connection.url.setFocus(Qt.FocusReason.OtherFocusReason)
        elif what == "programmes":
            self.results.show_view(self.results.splitter)
        else:
            self._start()
