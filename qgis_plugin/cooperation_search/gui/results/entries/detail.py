"""All that one cooperation entry says."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QWidget

from ....api.answers import Feature
from ....api.errors import ApiError
from ....api.presentation import Presentation, usual
from ....api.search import COOPERATION, Search
from ....context import Context
from ..facts import programme_page
from ..facts_page import FactsPage
from ..values import Labels


class EntryDetail(FactsPage):
    """The entry that the cursor is on, under the headings of the server, with a link to its programme."""

    def __init__(self, context: Context, labels: Labels, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.name(
            self.tr("Details of the offer or need"),
            self.tr("SAMPLE: this entry is made up to show the service. It states no fact about the programme."),
        )
        self._context = context
        self._labels = labels
        self._presentation = usual()
        self._search = Search()
        self._id = ""
        self._entry: Optional[Feature] = None
        self.show_nothing()

    def set_presentation(self, presentation: Presentation) -> None:
        """Shows entries as the server says."""
        self._presentation = presentation
        self.relabel()

    def set_search(self, search: Search) -> None:
        """What is shown from now on is shown as this search sees it."""
        self._search = search

    def show_nothing(self) -> None:
        """No entry is current."""
        self._id, self._entry = "", None
        self.say(self.tr("Select an offer or need to see its details."))

    def show_entry(self, id_: str) -> None:
        """Asks the server for an entry."""
        if id_ == self._id:
            return
        self._id, self._entry = id_, None
        call = self._context.client.feature(COOPERATION, id_, slot="detail entry", search=self._search)
        call.finished.connect(self._got)
        call.failed.connect(self._failed)

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        if self._entry is not None:
            page = programme_page(self._entry, self._labels, self._presentation, entries=None)
            self.show_facts(page, self._entry.sample)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "partners":
            self._context.find_partners(url.path(), self._entry.text("title") if self._entry is not None else "")
            return
        super()._follow(url)

    def _got(self, entry: Feature) -> None:
        # Another may be shown by now.
        if entry.id == self._id:
            self._entry = entry
            self.relabel()

    def _failed(self, error: ApiError) -> None:
        self._id = ""
        self.say(error.text)
