"""One request, whoever waits for it: what is sent, and what a reply means. Nothing in here waits or sends.

:mod:`.exchange` waits with signals (panel), :mod:`.blocking` waits in a thread of its own (locator, Processing).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Dict, Mapping, Optional

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from ..settings import language
from .cache import Cache, Kept
from .errors import ASKED_BACK, ApiError
from .failures import refusal, too_large, too_late

#: An answer larger than this is broken off, bytes.
LARGEST = 256 * 1024 * 1024
#: Waits before further attempts after 503 or 429, milliseconds, unless the server says how long.
BACKOFF = (500, 1500, 4000)
#: Longest wait that a server may ask for, milliseconds.
LONGEST_WAIT = 15_000
_BUSY = (429, 503)
_ACCEPT = b"application/json, application/geo+json, application/schema+json"
_HEADERS = ("ETag", "Atlas-Edition", "Retry-After", "X-Powered-By")


@dataclass(frozen=True)
class Limits:
    """Time-outs in milliseconds.

    :param stall: without any byte, unless QGIS gives up earlier
    :param total: from the first byte of an answer to its last, so that one that trickles ends as well
    """

    stall: int = 15_000
    total: int = 120_000


@dataclass(frozen=True)
class Answer:
    """A complete answer.

    :param edition: edition of the data, empty where the server names none
    :param offline: True when the server could not be reached and this is its last known answer
    :param stored: when it was received, UTC, ISO 8601
    :param software: the software that the server names, empty where it names none
    """

    body: bytes
    edition: str
    offline: bool
    stored: str
    software: str = ""


@dataclass(frozen=True)
class Reply:
    """A reply that has ended.

    :param status: HTTP status, ``None`` without an HTTP answer
    :param failure: why the body is not complete, ``None`` where it is
    """

    status: Optional[int]
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    failure: Optional[ApiError] = None


class Transaction:
    """A GET with its conditional request, its attempts, and its answer from the cache where the server is away; or the
    execution of a process, which is sent again like a GET, because it changes nothing.

    :param identity: authentication configuration, or empty
    :param cache: where answers are kept, or ``None``
    :param sent: JSON to send with POST; ``None`` for a GET
    """

    def __init__(
        self, url: str, identity: str, cache: Optional[Cache], limits: Limits, sent: Optional[bytes] = None
    ) -> None:
        self.url = url
        self.sent = sent
        self._identity = identity
        self._cache = cache
        self._limits = limits
        self._kept: Optional[Kept] = cache.get(url, identity) if cache is not None else None
        self._attempts = 0
        #: Milliseconds until the next attempt.
        self.wait = 0

    def request(self) -> QNetworkRequest:
        """The request of the next attempt, without authentication."""
        request = QNetworkRequest(QUrl(self.url))
        request.setRawHeader(b"Accept", _ACCEPT)
        # QGIS's language, which need not be the system's: titles and headings come in it.
        request.setRawHeader(b"Accept-Language", f"{language().replace('_', '-')}, en;q=0.5".encode())
        # Conditional requests are made here: QGIS's own cache would hide whether the server was reached.
        attribute, control = QNetworkRequest.Attribute, QNetworkRequest.CacheLoadControl
        request.setAttribute(attribute.CacheLoadControlAttribute, control.AlwaysNetwork)
        request.setAttribute(attribute.CacheSaveControlAttribute, False)
        request.setAttribute(attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy)
        if self.sent is not None:
            request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
        if self._kept is not None and self._kept.etag:
            request.setRawHeader(b"If-None-Match", self._kept.etag.encode())
        return request

    def excess(self, received: int, milliseconds: int) -> Optional[ApiError]:
        """Why an answer that is still coming must be broken off; ``None`` as long as it may go on.

        :param received: bytes so far
        :param milliseconds: since the first byte
        """
        if received > LARGEST:
            return too_large(self.url)
        return too_late(self.url) if milliseconds > self._limits.total else None

    def settle(self, reply: Reply) -> Optional[Answer]:
        """What a reply means: the answer, or ``None`` where another attempt is due after ``wait``.

        :raises ApiError: where it failed, and no earlier answer can stand in for it
        """
        if reply.failure is not None and (reply.status is None or reply.status < 400):
            return self._earlier(reply.failure)
        if reply.status == 304 and self._kept is not None:
            return Answer(self._kept.body, self._kept.edition, False, self._kept.stored)
        if reply.status in _BUSY and self._attempts < len(BACKOFF):
            self.wait = _wait(reply.headers.get("Retry-After", ""), self._attempts)
            self._attempts += 1
            return None
        if reply.status is not None and reply.status >= 400:
            return self._earlier(refusal(reply.status, reply.body, self.url))
        return self._keep(reply)

    def _keep(self, reply: Reply) -> Answer:
        etag, edition = reply.headers.get("ETag", ""), reply.headers.get("Atlas-Edition", "")
        stored = datetime.now(timezone.utc).isoformat(timespec="seconds")
        if self._cache is not None and etag:
            self._cache.put(self.url, self._identity, Kept(reply.body, etag, edition, stored))
        return Answer(reply.body, edition, False, stored, reply.headers.get("X-Powered-By", ""))

    def _earlier(self, error: ApiError) -> Answer:
        """The earlier answer where there is one and the server is away; a refusal is an answer of its own."""
        if self._kept is None or error.kind in ASKED_BACK:
            raise error
        return Answer(self._kept.body, self._kept.edition, True, self._kept.stored)


def headers_of(reply: Any) -> Dict[str, str]:
    """The headers of a reply that matter here.

    :param reply: a ``QNetworkReply`` or a ``QgsNetworkReplyContent``
    """
    return {name: bytes(reply.rawHeader(name.encode())).decode("latin-1") for name in _HEADERS}


def _wait(retry_after: str, attempts: int) -> int:
    """Milliseconds to wait before the next attempt."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(int(text) * 1000, LONGEST_WAIT)
    return BACKOFF[attempts]
