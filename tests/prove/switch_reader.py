"""A client that reads while editions change and knows what it must be told: answers that are whole, of one edition."""

from __future__ import annotations

import hashlib
import json
import random
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

from tally import Tally

_ITEMS = "/collections/{}/items?f={}&limit={}"
#: Single answers of every kind; each is the same, byte for byte, whenever the same edition is served.
PATHS = (
    "/?f=json",
    "/collections?f=json",
    "/openapi?f=json",
    "/codelists/topics?f=html",
    "/collections/nuts3?f=html",
    "/collections/nuts3/queryables?f=json",
    "/collections/programmes/facets?f=json",
    _ITEMS.format("programmes", "json", 5),
    _ITEMS.format("programmes", "html", 5),
    _ITEMS.format("cooperation", "csv", 1000),
    _ITEMS.format("nuts3", "json", 200) + "&country=IT",
    _ITEMS.format("nuts3", "json", 5) + "&country=IT&crs=http://www.opengis.net/def/crs/EPSG/0/3035",
    _ITEMS.format("countries", "json", 50) + "&sortby=-n_programmes&skipGeometry=true",
)
#: Lists that are read page by page to their end.
PAGED = (
    _ITEMS.format("programmes", "json", 100) + "&skipGeometry=true",
    _ITEMS.format("cooperation", "json", 40) + "&skipGeometry=true",
    _ITEMS.format("nuts3", "json", 400) + "&skipGeometry=true&properties=nuts_code",
)
FILTER = {"op": "=", "args": [{"property": "country"}, "IT"]}
#: What differs between two answers of the same edition: the moment.
_MOMENT = re.compile(rb'"timeStamp" ?: ?"[^"]*"')
#: Switches after which an edition that was asked for by name may be gone: the served and the previous one are kept.
KEPT_FOR = 2
#: Seconds between two tasks of a reader.
BREATH = 0.002


@dataclass
class Seen:
    """What all readers saw: the sum of every answer by edition and request, and the editions."""

    sums: dict[tuple[str, str], str] = field(default_factory=dict)
    editions: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def differs(self, edition: str, request: str, sum_: str) -> bool:
        """Whether the same request got another answer of the same edition before."""
        with self._lock:
            self.editions.add(edition)
            return self.sums.setdefault((edition, request), sum_) != sum_


class Reader:
    """Reads at random until it is told to end.

    :param switches: tells how many switches were begun until now
    """

    def __init__(self, url: str, choice: random.Random, seen: Seen, tally: Tally, switches: Callable[[], int]) -> None:
        self._host = urlsplit(url).netloc
        self._choice = choice
        self._seen = seen
        self._tally = tally
        self._switches = switches
        self._tags: dict[str, tuple[str, str]] = {}
        self._connection = HTTPConnection(self._host, timeout=30)

    def read_until(self, ended: threading.Event) -> None:
        """Ask one thing after the other."""
        tasks = (self._single, self._single, self._again, self._posted, self._pages)
        while not ended.is_set():
            ended.wait(BREATH)
            try:
                self._choice.choice(tasks)()
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what a client would meet
                self._tally.violation(f"while editions change: {error!r}")
                self._connection.close()
                self._connection = HTTPConnection(self._host, timeout=30)
        self._connection.close()

    def _ask(
        self, path: str, headers: dict[str, str] | None = None, body: bytes | None = None
    ) -> tuple[HTTPResponse, bytes]:
        self._connection.request("GET" if body is None else "POST", path, body, headers or {})
        answer = self._connection.getresponse()
        self._tally.add("requests while editions change")
        return answer, answer.read()

    def _checked(self, request: str, answer: HTTPResponse, body: bytes) -> str | None:
        """The edition of a whole answer; ``None``, and a violation, where it is none."""
        edition = answer.headers.get("atlas-edition", "")
        if answer.status != 200 or not edition:
            self._tally.violation(f"while editions change: {request} answered {answer.status}: {body[:200]!r}")
            return None
        if b"json" in answer.headers["content-type"].encode():
            document = json.loads(body)
            told = document.get("edition", edition)
            if isinstance(told, str) and told != edition:
                self._tally.violation(f"{request}: the header tells edition {edition}, the body {told}")
        if self._seen.differs(edition, request, hashlib.sha256(_MOMENT.sub(b"", body)).hexdigest()):
            self._tally.violation(f"{request}: two different answers of edition {edition}")
        return edition

    def _single(self) -> None:
        path = self._choice.choice(PATHS)
        coding = self._choice.choice(["gzip", "identity"])
        answer, body = self._ask(path, {"Accept-Encoding": coding})
        if coding == "identity" and (edition := self._checked(path, answer, body)):
            self._tags[path] = answer.headers["etag"], edition
        elif answer.status != 200:
            self._checked(path, answer, body)

    def _again(self) -> None:
        """With the entity tag of an answer: unchanged only as long as that edition is served."""
        if not self._tags:
            return
        path = self._choice.choice(sorted(self._tags))
        tag, edition = self._tags[path]
        answer, body = self._ask(path, {"Accept-Encoding": "identity", "If-None-Match": tag})
        if answer.status != 304:
            self._checked(path, answer, body)
        elif answer.headers.get("atlas-edition") != edition:
            self._tally.violation(f"{path}: unchanged since {edition}, says {answer.headers.get('atlas-edition')}")

    def _posted(self) -> None:
        path = "/collections/programmes/items?limit=20&skipGeometry=true"
        answer, body = self._ask(path, {"Content-Type": "application/json"}, json.dumps(FILTER).encode())
        self._checked(f"POST {path}", answer, body)

    def _pages(self) -> None:
        """All pages of a list: of one edition, each feature once."""
        first = path = self._choice.choice(PAGED)
        begun = self._switches()
        edition, ids, matched = None, [], 0
        while path:
            answer, body = self._ask(path)
            if answer.status == 410 and edition and self._switches() - begun >= KEPT_FOR:
                self._tally.add("lists begun anew, as their edition was gone (410)")
                return
            told = self._checked(path, answer, body)
            if told is None:
                return
            if edition not in (None, told):
                self._tally.violation(f"{first}: its pages are of editions {edition} and {told}")
                return
            page = json.loads(body)
            edition, matched = told, page["numberMatched"]
            ids += [feature["id"] for feature in page["features"]]
            following = [link["href"] for link in page["links"] if link["rel"] == "next"]
            path = following[0].partition(self._host)[2] if following else ""
        if len(ids) != matched or len(set(ids)) != matched:
            self._tally.violation(f"{first}: {matched} features are told, {len(set(ids))} of {len(ids)} came")
        self._tally.add("lists read to their end while editions change")
