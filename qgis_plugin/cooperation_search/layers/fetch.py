"""Fetching of all features of a search's collections: pages in parallel, built in a background thread."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import QgsApplication, QgsFeature
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api import resources
from ..api.call import Call
from ..api.client import Client
from ..api.errors import ApiError, ErrorKind
from ..api.resources import Resource
from ..api.search import COOPERATION
from ..api.texts import tr
from .fields import Column
from .geometry import AREAS, POINTS, of_schema
from .pages import Built, PageBuilder
from .parts import Part

#: Features of one page. Small enough that reading one never holds up Python, and with it the window, for long.
PAGE = 150
#: Pages asked for at the same time.
_AT_ONCE = 4


class Fetched:
    """The features of one collection as far as they are there."""

    def __init__(self, columns: Tuple[Column, ...], geometry: str = AREAS) -> None:
        self.columns = columns
        #: ``AREAS``, ``LINES`` or ``POINTS``.
        self.geometry = geometry
        self.pages: Dict[int, List[QgsFeature]] = {}
        self.matched: Optional[int] = None
        self.attribution = ""
        self.samples = False

    @property
    def count(self) -> int:
        """Number of features that are there."""
        return sum(map(len, self.pages.values()))

    @property
    def complete(self) -> bool:
        """True when nothing is missing."""
        return self.matched is not None and self.count == self.matched

    def features(self) -> List[QgsFeature]:
        """All features in the order of the server."""
        return [feature for offset in sorted(self.pages) for feature in self.pages[offset]]

    def keep(self, wanted: Callable[[QgsFeature], bool]) -> None:
        """Drops the features that are not wanted."""
        self.pages = {offset: [each for each in page if wanted(each)] for offset, page in self.pages.items()}
        self.matched = self.count


class Fetch(QObject):
    """Fetches the features of several parts of a search.

    Emits ``finished(dict of part → Fetched)`` or ``failed(ApiError)`` once, and nothing after ``cancel()``.
    """

    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    progressed = pyqtSignal(int, int)

    def __init__(self, client: Client, parts: Tuple[Part, ...], geometry: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._geometry = {} if geometry else {"skipGeometry": "true"}
        self.edition = ""
        self.offline = False
        self._client = client
        self._parts = parts
        self._fetched: Dict[Part, Fetched] = {}
        self._first: Dict[Part, bytes] = {}
        self._waiting: List[Tuple[Part, int]] = []
        self._calls: List[Call] = []
        self._over = False
        self._task: Optional[PageBuilder] = PageBuilder(tr("Layers", "Cooperation search: loading"))
        self._task.built.connect(self._built)
        self._task.broken.connect(self._fail)
        self._task.taskTerminated.connect(self._terminated)

    def start(self) -> None:
        """Asks for the schemas and the first pages."""
        QgsApplication.taskManager().addTask(self._task)
        for collection in dict.fromkeys(part.collection for part in self._parts):
            schema = resources.schema(collection)
            self._ask(schema, lambda document, collection=collection: self._schema(collection, document))
        for part in self._parts:
            self._page(part, 0)

    def cancel(self) -> None:
        """Ends it without a signal."""
        if not self._over:
            self._end()

    def _schema(self, collection: str, document: Any) -> None:
        self._task.schema(collection, document)
        geometry = POINTS if collection == COOPERATION else of_schema(document)
        for part in self._parts:
            if part.collection == collection:
                self._fetched[part] = Fetched(self._task.columns_of(collection), geometry)
                if part in self._first:
                    self._task.page(part, 0, self._first.pop(part))

    def _page(self, part: Part, offset: int) -> None:
        # Entries are points that are worked out here, in live layers as well.
        geometry = {} if part.collection == COOPERATION else self._geometry
        params = {**part.search.to_params(part.collection), **geometry}
        page = resources.features_body(part.collection, params, PAGE, offset)
        self._ask(page, lambda body: self._page_came(part, offset, body))

    def _page_came(self, part: Part, offset: int, body: bytes) -> None:
        if part in self._fetched:
            self._task.page(part, offset, body)
        else:
            self._first[part] = body
        if self._waiting:
            self._page(*self._waiting.pop(0))

    def _ask(self, resource: Resource, then: Callable[[Any], None]) -> None:
        call = self._client.get(resource)
        self._calls.append(call)

        def came(result: Any) -> None:
            self.offline = self.offline or call.offline
            try:
                then(result)
            except ApiError as error:
                self._fail(error)

        call.finished.connect(came)
        call.failed.connect(self._fail)
        call.ended.connect(lambda: self._calls.remove(call) if call in self._calls else None)

    def _built(self, came: Tuple[Part, Built]) -> None:
        if self._over:
            return
        part, built = came
        if self.edition not in ("", built.edition):
            message = tr("Layers", "A new edition of the data was published while loading. Please load again.")
            self._fail(ApiError(ErrorKind.OTHER_VERSION, message))
            return
        self.edition = built.edition
        fetched = self._fetched[part]
        fetched.pages[built.offset] = built.features
        fetched.attribution = built.attribution
        fetched.samples = fetched.samples or built.samples
        if fetched.matched is None:
            fetched.matched = built.matched
            for offset in range(PAGE, built.matched, PAGE):
                self._waiting.append((part, offset))
            while self._waiting and len(self._calls) < _AT_ONCE:
                self._page(*self._waiting.pop(0))
        if len(built.features) != min(PAGE, max(0, fetched.matched - built.offset)):
            message = tr("Layers", "The pages of the server's answer are inconsistent.")
            self._fail(ApiError(ErrorKind.MALFORMED, message, f"{built.collection}, offset {built.offset}"))
            return
        self._tell()

    def _tell(self) -> None:
        counts = [(f.count, f.matched) for f in self._fetched.values() if f.matched is not None]
        self.progressed.emit(sum(c for c, _ in counts), sum(m for _, m in counts))
        whole = len(self._fetched) == len(self._parts)
        if whole and all(f.complete for f in self._fetched.values()):
            # In the order asked for, whichever came first.
            ordered = {part: self._fetched[part] for part in self._parts}
            self._end()
            self.finished.emit(ordered)

    def _terminated(self) -> None:
        self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "Loading was cancelled.")))

    def _fail(self, error: ApiError) -> None:
        if not self._over:
            self._end()
            self.failed.emit(error)

    def _end(self) -> None:
        self._over = True
        for call in list(self._calls):
            call.cancel()
        task, self._task = self._task, None
        task.built.disconnect(self._built)
        task.broken.disconnect(self._fail)
        task.taskTerminated.disconnect(self._terminated)
        task.no_more() if self._complete() else task.cancel()

    def _complete(self) -> bool:
        return bool(self._fetched) and all(f.complete for f in self._fetched.values())
