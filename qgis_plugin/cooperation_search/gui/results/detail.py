"""The detail pane: all that is known of one programme."""

from __future__ import annotations

from typing import Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QWidget

from ...api.answers import Facets, Feature, FeaturePage
from ...api.errors import ApiError
from ...api.presentation import Presentation, usual
from ...api.search import COOPERATION, PROGRAMMES, Search
from ...context import Context
from .facts import entries_block, programme_page
from .facts_page import FactsPage
from .known import Hierarchies
from .values import Labels


class DetailPane(FactsPage):
    """Facts with sources and dates, links, regions and cooperation entries of the programme that is current."""

    def __init__(self, context: Context, labels: Labels, lists: Hierarchies, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.name(
            self.tr("Details of the programme"),
            self.tr(
                "SAMPLE: entries marked [SAMPLE] are made up to show the service. They state no facts about the "
                "programme."
            ),
        )
        self._context = context
        self._labels = labels
        self._lists = lists
        self._presentation = usual()
        self._of_entries: Optional[Presentation] = None
        self._search = Search()
        self._found_in = ""
        self._cci = ""
        self._topics: Mapping[str, int] = {}
        self._programme: Optional[Feature] = None
        self._entries: Optional[Sequence[Feature]] = None
        self.programme_clicked.connect(self.show_programme)
        self.search_clicked.connect(context.ask_for)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No programme is current."""
        self._cci = ""
        self._programme = self._entries = None
        self.say(self.tr("Select a programme to see its details."))

    def set_presentation(self, presentation: Presentation) -> None:
        """Shows programmes as the server says: under its headings, in its order."""
        self._presentation = presentation
        self._show()

    def set_entries(self, presentation: Presentation) -> None:
        """Shows their cooperation entries with the titles that the server gives."""
        self._of_entries = presentation
        self._show()

    def set_search(self, search: Search) -> None:
        """What is shown from now on is shown as this search sees it: with samples or without."""
        self._search = search

    def show_programme(self, cci: str, found_in: str = "") -> None:
        """Asks the server for a programme, its entries, and the topics by which it is found.

        :param found_in: where the words of the search were found in it
        """
        if cci == self._cci:
            return
        self._cci = cci
        self._found_in = found_in
        self._programme = self._entries = None
        self._topics = {}
        client = self._context.client
        programme = client.feature(PROGRAMMES, cci, slot="detail", search=self._search)
        programme.finished.connect(self._got_programme)
        programme.failed.connect(self._failed)
        everything = Search(show_samples=self._search.show_samples)
        topics = client.facets(everything, facets="topic", slot="detail topics", cci=cci)
        topics.finished.connect(lambda facets: self._got_topics(cci, facets))
        topics.failed.connect(self._failed)
        entries = client.features(COOPERATION, everything, {"cci": cci}, slot="detail entries")
        entries.finished.connect(lambda page: self._got_entries(cci, page))
        entries.failed.connect(self._failed)

    def set_found_in(self, cci: str, found_in: str) -> None:
        """Says by what a search found a programme, if it is the one that is shown."""
        if cci == self._cci and found_in != self._found_in:
            self._found_in = found_in
            self._show()

    @property
    def cci(self) -> str:
        """The programme that is shown; empty without one."""
        return self._cci

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        self._show()

    def _got_programme(self, programme: Feature) -> None:
        # Something else may be shown by now.
        if programme.id == self._cci:
            self._programme = programme
            self._show()

    def _got_entries(self, cci: str, page: FeaturePage) -> None:
        if cci == self._cci:
            self._entries = page.features
            self._show()

    def _got_topics(self, cci: str, facets: Facets) -> None:
        if cci == self._cci:
            self._topics = facets.counts.get("topic", {})
            self._show()

    def _failed(self, error: ApiError) -> None:
        self._cci = ""
        self.say(error.text)

    def _show(self) -> None:
        if self._programme is None:
            return
        entries = self._entries
        page = programme_page(
            self._programme,
            self._labels,
            self._presentation,
            entries or (),
            self._mapped(),
            self._found_in,
            self._lists,
        )
        if entries is not None:
            # Who looks for partners reads these first.
            page = page._replace(blocks=(entries_block(entries, self._labels, self._of_entries), *page.blocks))
        self.show_facts(page, self._programme.sample or any(entry.sample for entry in entries or ()))

    def _mapped(self) -> Sequence[str]:
        """Topics by which searches find the programme although it has neither them nor any below them."""
        own = set()
        for code in self._programme.values("topics"):
            while code and code not in own:
                own.add(code)
                code = self._lists.parent("topics", code)
        return [code for code, count in self._topics.items() if count and code not in own]

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "partners":
            title = self._programme.text(self._presentation.name) if self._programme is not None else ""
            self._context.find_partners(url.path(), title)
            return
        if url.scheme() == "nuts" and not url.query() and self._programme is not None:
            url.setQuery(self._programme.text("nuts_version"))
        super()._follow(url)
