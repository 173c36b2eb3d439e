"""The search while it is being put together: counts that follow every change, and the results."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..api.answers import Facets, FeaturePage
from ..api.call import Call
from ..api.presentation import Presentation, usual
from ..api.search import PROGRAMMES, Search
from ..context import Context

#: Milliseconds after the last change before the server is asked.
PAUSE = 300


class LiveSearch(QObject):
    """Counts and results of the current search.

    A change is followed by a pause, the counts, and then the results. A newer change makes older answers void: the
    client drops them.
    """

    #: The server is being asked for the counts, and then for the results.
    counting = pyqtSignal()
    #: The counts: ``Facets``.
    counted = pyqtSignal(object)
    #: The results: ``FeaturePage``, and whether the user requested them (or they followed a change).
    listed = pyqtSignal(object, bool)
    #: Counts or results failed: ``ApiError``.
    failed = pyqtSignal(object)

    def __init__(self, context: Context, search: Search, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self.search = search
        self._presentation = usual()
        self._requested = False
        self._busy = False
        #: Base URL of a server that does not say of how many programmes it is not known.
        self._silent = ""
        #: Counts the attempts: an answer to an earlier one is void, though nothing newer has been asked yet.
        self._turn = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._count)

    def set_search(self, search: Search) -> None:
        """What is looked for now; the counts follow after a pause."""
        if search != self.search:
            self.search = search
            self._requested = False
            self.count_again()

    def set_presentation(self, presentation: Presentation) -> None:
        """Asks for the columns of this list from now on; again at once where others were asked for."""
        before, self._presentation = self._presentation, presentation
        if before.asked() != presentation.asked() and not self._pause.isActive():
            self.count_again()

    def count_again(self) -> None:
        """Asks again, though the search is the same: there is another server, or the first attempt failed."""
        self._begin()
        self._pause.start()

    def run(self) -> None:
        """Lists the results now, because the user requests them."""
        self._begin()
        self._requested = True
        self._pause.stop()
        self._count()

    def is_busy(self) -> bool:
        """Whether counts or results of the current search are still on their way."""
        return self._busy

    def hold(self) -> None:
        """There is another server, and not known yet who: nothing that was asked counts, and more will follow."""
        self._begin()
        self._pause.stop()

    def stop(self) -> None:
        """Asks for nothing more, and takes no answers."""
        self._begin()
        self._busy = False
        self._pause.stop()

    def _begin(self) -> None:
        self._turn += 1
        self._busy = True

    def _when(self, call: Call, then: Callable[[Any], None]) -> None:
        """Goes on with the result of a call, unless another attempt has begun by then."""
        turn = self._turn

        def current(step: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda answer: step(answer) if turn == self._turn else None

        call.finished.connect(current(then))
        call.failed.connect(current(self._failed))

    def _count(self) -> None:
        self.counting.emit()
        self._ask_counts(self._context.client.url != self._silent)

    def _ask_counts(self, with_unknown: bool) -> None:
        """Asks for the counts of what is met and of what is not known, at once, where the server has both."""
        search = replace(self.search, include_unknown=True) if with_unknown else self.search
        self._when(self._context.client.facets(search, slot="live counts"), self._counted)

    def _counted(self, facets: Facets) -> None:
        if facets.unknown is None and not self.search.include_unknown and self._silent != self._context.client.url:
            # An older server: both are one number there.
            self._silent = self._context.client.url
            self._ask_counts(False)
            return
        self.counted.emit(facets)
        params = {"properties": ",".join(self._presentation.asked())}
        if not self.search.has_words():
            # Words rank the results themselves.
            params["sortby"] = self._presentation.name
        call = self._context.client.features(PROGRAMMES, self.search, params, slot="live results")
        self._when(call, self._listed)

    def _listed(self, page: FeaturePage) -> None:
        self._busy = False
        requested, self._requested = self._requested, False
        self.listed.emit(page, requested)

    def _failed(self, error: object) -> None:
        self._busy = False
        self.failed.emit(error)
