"""Asks for the cooperation entries that a search finds."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....api.answers import FeaturePage
from ....api.presentation import Presentation
from ....api.search import COOPERATION, Search
from ....context import Context

_SLOT = "live entries"


class EntrySearch(QObject):
    """The entries of the current search: each meets all criteria of entries itself, and its programme the others."""

    #: The entries have come: ``FeaturePage``, and the ``Search`` that found them.
    listed = pyqtSignal(object, object)
    #: They did not: ``ApiError``.
    failed = pyqtSignal(object)

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._presentation: Optional[Presentation] = None
        self._search: Optional[Search] = None

    def set_presentation(self, presentation: Presentation) -> None:
        """Asks for the columns of this list from now on; again at once where others were asked for."""
        before, self._presentation = self._presentation, presentation
        if self._search is not None and (before is None or before.asked() != presentation.asked()):
            self.ask(self._search)

    def ask(self, search: Search) -> None:
        """Asks for the entries of a search; an answer to an earlier one that is still to come is dropped."""
        self._search = search
        if self._presentation is None:
            # Once it is known which columns there are.
            return
        params = {"properties": ",".join(self._presentation.asked()), "sortby": self._presentation.name}
        call = self._context.client.features(COOPERATION, search, params, slot=_SLOT)
        call.finished.connect(lambda page: self._came(search, page))
        call.failed.connect(self.failed)

    def stop(self) -> None:
        """Takes no answer any more."""
        self._search = None

    def _came(self, search: Search, page: FeaturePage) -> None:
        if search == self._search:
            self.listed.emit(page, search)
