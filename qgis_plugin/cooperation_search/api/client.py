"""Asking a server without waiting: results arrive as signals of calls."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable, Dict, List, Mapping, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from . import other_services, resources
from .answers import Feature, FeaturePage, ServerInfo
from .cache import Cache
from .call import Call
from .documents import DOCUMENTS
from .errors import ApiError, ErrorKind
from .exchange import Exchange
from .failures import no_address
from .reading import malformed, parse
from .resources import HEALTH, Resource, base_url
from .search import PROGRAMMES, Search
from .texts import tr
from .transaction import Answer, Limits

#: Features in one page of a list without geometry.
PAGE = 1000
#: Pages after which an answer that never ends is given up.
MOST_PAGES = 500


class Client(QObject):
    """Asks one server.

    Every method returns a :class:`Call`. A call with a ``slot`` cancels the one before it in the same slot, so that
    outdated answers never arrive.

    :param url: base URL
    :param authcfg: id of a QGIS authentication configuration, or empty
    :param cache: where answers are kept, or ``None``
    """

    #: True when an answer came from the cache because the server is away, False when it is back.
    offline_changed = pyqtSignal(bool)

    def __init__(
        self,
        url: str,
        authcfg: str = "",
        cache: Optional[Cache] = None,
        limits: Optional[Limits] = None,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self.url = base_url(url)
        self.authcfg = authcfg
        self.offline = False
        self._cache = cache
        self._limits = limits or Limits()
        self._slots: Dict[str, Call] = {}
        self._calls: List[Call] = []

    def close(self) -> None:
        """Cancels everything that is under way."""
        for call in list(self._calls):
            call.cancel()

    def get(self, resource: Resource, slot: str = "") -> Call:
        """A resource: finishes with its type."""
        call = self._call(slot)
        lasting = DOCUMENTS.get((self.url, self.authcfg), resource.path) if resource.lasting else None
        if lasting is not None:
            call.edition = lasting.edition
            _soon(call, lambda: call.finish(lasting.value))
            return call

        def got(answer: Answer) -> None:
            result = resource.read(answer.body)
            if resource.lasting and not answer.offline:
                DOCUMENTS.put((self.url, self.authcfg), resource.path, result, answer.edition)
            call.finish(result)

        self._send(call, resource, got)
        return call

    def server_info(self, slot: str = "") -> Call:
        """Which server answers there: finishes with a :class:`ServerInfo`."""
        call = self._call(slot)
        answers: Dict[str, Any] = {}
        software: List[str] = []
        # One after the other: QGIS would ask for a password, or about a certificate, once for each.
        left = ["/", "/collections", HEALTH]

        def other(detail: str) -> ApiError:
            return other_services.named(
                self.url, answers.get("/"), answers.get("/collections"), "".join(software[:1]), detail
            )

        def got(name: str, answer: Answer) -> None:
            software.append(answer.software)
            try:
                answers[name] = parse(answer.body)
            except ApiError as error:
                raise other(error.detail) from error
            if left:
                ask(left.pop(0))
                return
            try:
                info = ServerInfo.read(self.url, answers["/"], answers["/collections"], answers[HEALTH])
            except ApiError as error:
                raise (other(error.detail) if error.kind is ErrorKind.NOT_COOPERATION_ATLAS else error) from error
            call.finish(info)

        def refused(error: ApiError) -> None:
            # Another service does not know these addresses.
            call.fail(other(error.text) if error.status == 404 else error)

        def ask(path: str) -> None:
            self._send(call, Resource(path), lambda answer: got(path, answer), refused)

        ask(left.pop(0))
        return call

    def codelist(self, id_: str, slot: str = "") -> Call:
        """A code list: finishes with a :class:`CodeList`."""
        return self.get(resources.codelist(id_), slot)

    def criteria(self, slot: str = "") -> Call:
        """The criteria that the server offers: finishes with :class:`Criteria`."""
        return self.get(resources.criteria(), slot)

    def facets(
        self, search: Search, collection: str = PROGRAMMES, facets: str = "", slot: str = "", cci: str = ""
    ) -> Call:
        """Live counts of a search: finishes with :class:`Facets`.

        :param facets: names of facets joined by commas; all of them when empty
        :param cci: counts this programme only: by which values a search finds it
        """
        return self.get(resources.facets(search, collection, facets, cci), slot)

    def features(
        self,
        collection: str,
        search: Optional[Search] = None,
        params: Optional[Mapping[str, str]] = None,
        most: Optional[int] = None,
        slot: str = "",
    ) -> Call:
        """The features of a search without geometry: finishes with one :class:`FeaturePage`, all pages joined.

        :param params: further parameters, such as ``q``, ``sortby``, ``properties``, ``bbox``
        :param most: stop after so many features
        """
        call = self._call(slot)
        query = {**(search.to_params(collection) if search else {}), **(params or {}), "skipGeometry": "true"}
        size = min(PAGE, most or PAGE)
        whole: List[Feature] = []
        editions: List[str] = []

        def ask() -> None:
            page = resources.features(collection, query, size, len(whole))
            self._send(call, page, lambda answer: got(page.read(answer.body)))

        def got(page: FeaturePage) -> None:
            if editions and page.edition != editions[-1]:
                # A new edition was published in between: its pages do not fit those that are here.
                if len(editions) > MOST_PAGES:
                    raise malformed("edition")
                whole.clear()
                editions.append(page.edition)
                ask()
                return
            editions.append(page.edition)
            whole.extend(page.features)
            call.progressed.emit(len(whole), page.matched)
            if page.has_next and not page.features:
                raise malformed(tr("Api", "an empty page with a next link"))
            if page.has_next and len(whole) < page.matched and (most is None or len(whole) < most):
                ask()
                return
            joined = whole if most is None else whole[:most]
            call.finish(replace(page, features=joined))

        ask()
        return call

    def feature(self, collection: str, id_: str, slot: str = "", search: Optional[Search] = None) -> Call:
        """One feature, as a search sees it (with its samples or without): finishes with a :class:`Feature`."""
        return self.get(resources.feature(collection, id_, search), slot)

    def suggest(self, text: str, collection: str = PROGRAMMES, most: int = 12, slot: str = "suggest") -> Call:
        """Features whose title or name has these words, best first: finishes with a :class:`FeaturePage`."""
        return self.features(collection, params={"q": text}, most=most, slot=slot)

    def _call(self, slot: str) -> Call:
        before = self._slots.pop(slot, None) if slot else None
        if before is not None:
            before.cancel()
        call = Call(self)
        self._calls.append(call)
        if slot:
            self._slots[slot] = call
        call.ended.connect(lambda: self._forget(call, slot))
        if not self.url:
            _soon(call, lambda: call.fail(no_address()))
        return call

    def _forget(self, call: Call, slot: str) -> None:
        self._calls = [c for c in self._calls if c is not call]
        if slot and self._slots.get(slot) is call:
            del self._slots[slot]
        if call.stored:
            self._note(call.offline)

    def _note(self, offline: bool) -> None:
        if offline != self.offline:
            self.offline = offline
            self.offline_changed.emit(offline)

    def _send(
        self,
        call: Call,
        resource: Resource,
        then: Callable[[Answer], None],
        refused: Optional[Callable[[ApiError], None]] = None,
    ) -> None:
        if not self.url:
            return

        def came(answer: Answer) -> None:
            if not answer.offline:
                DOCUMENTS.note((self.url, self.authcfg), answer.edition)
            then(answer)

        exchange = Exchange(resource.url(self.url), self.authcfg, self._cache, self._limits, call)
        call.run(exchange, came, refused)


def _soon(call: Call, act: Callable[[], None]) -> None:
    """Does something once the caller could connect, unless the call is over by then."""
    timer = QTimer(call)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    # Python's garbage collector may take the function away from a call that waits for its deletion; a timer that runs
    # off then crashes QGIS.
    call.ended.connect(timer.stop)
    timer.start(0)
