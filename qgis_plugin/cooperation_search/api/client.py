"""The client of a Cooperation Atlas server. Nothing here blocks; results arrive as signals of calls."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Callable, Dict, List, Mapping, Optional
from urllib.parse import quote, urlencode, urlsplit

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from . import other_services
from .answers import CodeList, Facets, Feature, FeaturePage, ServerInfo
from .cache import Cache
from .call import Call
from .errors import ApiError, ErrorKind
from .exchange import Answer, Exchange, Limits
from .reading import malformed, parse
from .search import PROGRAMMES, Search
from .texts import tr

#: Features in one page of a list without geometry.
PAGE = 1000
HEALTH = "/healthz"
#: Pages after which an answer that never ends is given up.
MOST_PAGES = 500
#: What lies below a service: everything of its collections and code lists, and its single documents.
_BELOW = re.compile(r"/(?:(?:collections|codelists)(?:/.*)?|conformance|openapi|healthz)/?$")


class Client(QObject):
    """Asks one server.

    Every method returns a :class:`Call`. A call with a ``slot`` cancels the one before it in the same slot, so that
    answers that are no longer wanted never arrive.

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

    def server_info(self, slot: str = "") -> Call:
        """Who answers there: finishes with a :class:`ServerInfo`."""
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
            self._get(call, path, {}, lambda answer: got(path, answer), refused)

        ask(left.pop(0))
        return call

    def codelist(self, id_: str, slot: str = "") -> Call:
        """A code list: finishes with a :class:`CodeList`."""
        return self._simple(slot, f"/codelists/{quote(id_, safe='')}", {}, CodeList.read)

    def facets(
        self,
        search: Search,
        collection: str = PROGRAMMES,
        facets: str = "",
        slot: str = "",
        cci: str = "",
    ) -> Call:
        """Live counts of a search: finishes with :class:`Facets`.

        :param facets: names of facets joined by commas; all of them when empty
        :param cci: counts this programme only: by what a search finds it
        """
        params = {**search.to_params(collection), **({"cci": cci} if cci else {})}
        if facets:
            params["facets"] = facets
        return self._simple(slot, f"/collections/{quote(collection)}/facets", params, Facets.read)

    def features(
        self,
        collection: str,
        search: Optional[Search] = None,
        params: Optional[Mapping[str, str]] = None,
        geometry: bool = False,
        most: Optional[int] = None,
        slot: str = "",
    ) -> Call:
        """The features of a search: finishes with one :class:`FeaturePage` in which all pages are joined.

        :param params: further parameters, such as ``q``, ``sortby``, ``properties``, ``bbox``
        :param most: stop after so many features
        """
        call = self._call(slot)
        query = {**(search.to_params(collection) if search else {}), **(params or {})}
        if not geometry:
            query["skipGeometry"] = "true"
        size = min(PAGE, most or PAGE)
        whole: List[Feature] = []
        editions: List[str] = []

        def ask() -> None:
            page = {**query, "limit": str(size), "offset": str(len(whole))}
            self._get(call, f"/collections/{quote(collection)}/items", page, got)

        def got(answer: Answer) -> None:
            page = FeaturePage.read(parse(answer.body))
            if editions and page.edition != editions[-1]:
                # A new edition was published in between: its pages would not fit to those we have.
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

    def feature(
        self, collection: str, id_: str, geometry: bool = False, slot: str = "", search: Optional[Search] = None
    ) -> Call:
        """One feature, as a search sees it (with its samples or without): finishes with a :class:`Feature`."""
        params = {**({} if geometry else {"skipGeometry": "true"}), **(search.view() if search else {})}
        path = f"/collections/{quote(collection)}/items/{quote(id_, safe='')}"
        return self._simple(slot, path, params, Feature.read)

    def suggest(self, text: str, collection: str = PROGRAMMES, most: int = 12, slot: str = "suggest") -> Call:
        """Features whose title or name has these words, best first: finishes with a :class:`FeaturePage`."""
        return self.features(collection, params={"q": text}, most=most, slot=slot)

    def body(self, path: str, params: Mapping[str, str], slot: str = "") -> Call:
        """The bytes of an answer: finishes with an :class:`Answer`."""
        call = self._call(slot)
        self._get(call, path, params, call.finish)
        return call

    def link(self, path: str, params: Mapping[str, str]) -> str:
        """The address of a resource on this server."""
        if path == HEALTH:
            # Has one form only, and takes no parameter.
            return self.url + path
        query = urlencode({**params, "f": "json"}, quote_via=quote, safe="*,-")
        return f"{self.url}{path}?{query}"

    def _simple(self, slot: str, path: str, params: Mapping[str, str], read: Callable[[Any], Any]) -> Call:
        call = self._call(slot)
        self._get(call, path, params, lambda answer: call.finish(read(parse(answer.body))))
        return call

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
            error = ApiError(ErrorKind.UNREACHABLE, tr("Api", "This is not an http or https address."))
            # A timer of the call itself: it never fires after the call is gone.
            soon = QTimer(call)
            soon.setSingleShot(True)
            soon.timeout.connect(lambda: call.fail(error))
            soon.start(0)
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

    def _get(
        self,
        call: Call,
        path: str,
        params: Mapping[str, str],
        then: Callable[[Answer], None],
        refused: Optional[Callable[[ApiError], None]] = None,
    ) -> None:
        if self.url:
            exchange = Exchange(self.link(path, params), self.authcfg, self._cache, self._limits, call)
            call.run(exchange, then, refused)


def base_url(text: str) -> str:
    """The base URL of a service, from the address of it or of anything that it offers, as people copy them.

    Slash, query and fragment at the end go, and so does what lies below the service, such as
    ``/collections/programmes/items``. Empty where the text is no http or https address.
    """
    text = text.strip()
    if text and "://" not in text:
        text = f"http://{text}"
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}{_BELOW.sub('', parts.path).rstrip('/')}" if usable else ""
