"""One GET through QGIS's network: proxy and authentication of QGIS, ETag cache, time-outs, retry on 503."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Optional

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QObject, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .cache import Cache, Kept
from .errors import ApiError, ErrorKind
from .texts import tr

#: An answer larger than this is broken off, bytes.
LARGEST = 256 * 1024 * 1024
#: Waits before further tries after 503 or 429, milliseconds, unless the server says how long.
BACKOFF = (500, 1500, 4000)
#: Longest wait that a server may ask for, milliseconds.
LONGEST_WAIT = 15_000
_BUSY = (429, 503)


@dataclass(frozen=True)
class Limits:
    """Time-outs in milliseconds.

    :param stall: without any byte
    :param total: for the whole answer, so that one that trickles ends as well
    """

    stall: int = 15_000
    total: int = 120_000


@dataclass(frozen=True)
class Answer:
    """A complete answer.

    :param edition: edition of the data, empty where the server said none
    :param offline: True when the server could not be reached and this is what it said before
    :param stored: when it was received, UTC, ISO 8601
    """

    body: bytes
    edition: str
    offline: bool
    stored: str


class Exchange(QObject):
    """One GET; emits exactly one of its signals, unless it was cancelled. Never within ``start``."""

    answered = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, url: str, authcfg: str, cache: Optional[Cache], limits: Limits, parent: QObject) -> None:
        super().__init__(parent)
        self._url = url
        self._authcfg = authcfg
        self._cache = cache
        self._limits = limits
        self._kept: Optional[Kept] = None
        self._reply: Optional[QNetworkReply] = None
        self._tries = 0
        self._reason: Optional[ApiError] = None
        self._over = False
        self._stall, self._total, self._again = QTimer(self), QTimer(self), QTimer(self)
        for timer in (self._stall, self._total, self._again):
            timer.setSingleShot(True)
        self._stall.timeout.connect(self._timed_out)
        self._total.timeout.connect(self._timed_out)
        self._again.timeout.connect(self._send)

    def start(self) -> None:
        """Sends the request."""
        if self._cache is not None:
            self._kept = self._cache.get(self._url, self._authcfg)
        self._again.start(0)

    def cancel(self) -> None:
        """Ends it without a signal."""
        self._over = True
        self._release()

    def _send(self) -> None:
        request = QNetworkRequest(QUrl(self._url))
        request.setRawHeader(b"Accept", b"application/json, application/geo+json")
        # Conditional requests are made here: QGIS's own cache would hide whether the server was reached.
        attribute, control = QNetworkRequest.Attribute, QNetworkRequest.CacheLoadControl
        request.setAttribute(attribute.CacheLoadControlAttribute, control.AlwaysNetwork)
        request.setAttribute(attribute.CacheSaveControlAttribute, False)
        request.setAttribute(attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy)
        if self._kept is not None and self._kept.etag:
            request.setRawHeader(b"If-None-Match", self._kept.etag.encode())
        if self._authcfg and not self._authorised(request):
            return
        self._reason = None
        self._reply = QgsNetworkAccessManager.instance().get(request)
        self._reply.downloadProgress.connect(self._progressed)
        self._reply.finished.connect(self._finished)
        self._stall.start(self._limits.stall)
        self._total.start(self._limits.total)

    def _authorised(self, request: QNetworkRequest) -> bool:
        answer = QgsApplication.authManager().updateNetworkRequest(request, self._authcfg)
        # Some versions answer with the flag and the request, others with the flag alone.
        if answer[0] if isinstance(answer, tuple) else answer:
            return True
        message = tr("Api", "The authentication configuration {} could not be used.").format(self._authcfg)
        self._fail(ApiError(ErrorKind.UNREACHABLE, message, url=self._url))
        return False

    def _progressed(self, received: int, _total: int) -> None:
        self._stall.start(self._limits.stall)
        if received > LARGEST:
            self._break_off(
                ApiError(ErrorKind.MALFORMED, tr("Api", "The server's answer is too large."), url=self._url)
            )

    def _timed_out(self) -> None:
        message = tr("Api", "The server did not answer in time.")
        self._break_off(ApiError(ErrorKind.TIME_OUT, message, url=self._url))

    def _break_off(self, reason: ApiError) -> None:
        self._reason = reason
        if self._reply is not None:
            self._reply.abort()

    def _finished(self) -> None:
        reply = self._reply
        if self._over or reply is None:
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        body = bytes(reply.readAll()) if reply.isOpen() else b""
        error, error_text = reply.error(), reply.errorString()
        headers = {name: _header(reply, name) for name in ("ETag", "Atlas-Edition", "Retry-After")}
        self._release()
        if self._reason is not None:
            self._fail_or_offline(self._reason)
        elif status == 304 and self._kept is not None:
            self._succeed(Answer(self._kept.body, self._kept.edition, False, self._kept.stored))
        elif status in _BUSY and self._tries < len(BACKOFF):
            self._again.start(_wait(headers["Retry-After"], self._tries))
            self._tries += 1
        elif status is not None and status >= 400:
            self._fail_or_offline(refusal(status, body, self._url))
        elif error != QNetworkReply.NetworkError.NoError:
            message = tr("Api", "The server cannot be reached, or the connection broke off.")
            self._fail_or_offline(ApiError(ErrorKind.UNREACHABLE, message, error_text, self._url))
        else:
            self._keep(body, headers["ETag"], headers["Atlas-Edition"])

    def _keep(self, body: bytes, etag: str, edition: str) -> None:
        stored = datetime.now(timezone.utc).isoformat(timespec="seconds")
        if self._cache is not None and etag:
            self._cache.put(self._url, self._authcfg, Kept(body, etag, edition, stored))
        self._succeed(Answer(body, edition, False, stored))

    def _fail_or_offline(self, error: ApiError) -> None:
        """The answer of before where there is one and the server is away; a refusal is an answer of its own."""
        if self._kept is not None and error.kind is not ErrorKind.REFUSED:
            self._succeed(Answer(self._kept.body, self._kept.edition, True, self._kept.stored))
        else:
            self._fail(error)

    def _succeed(self, answer: Answer) -> None:
        if not self._over:
            self._over = True
            self.answered.emit(answer)

    def _fail(self, error: ApiError) -> None:
        if not self._over:
            self._over = True
            self.failed.emit(error)

    def _release(self) -> None:
        for timer in (self._stall, self._total, self._again):
            timer.stop()
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.downloadProgress.disconnect(self._progressed)
            reply.finished.disconnect(self._finished)
            if reply.isRunning():
                reply.abort()
            reply.deleteLater()


def refusal(status: int, body: bytes, url: str) -> ApiError:
    """The error for an HTTP status of 400 and above, with the text of the server's problem document."""
    detail, nearest = "", ()
    try:
        problem = json.loads(body)
    except (ValueError, RecursionError):
        problem = None
    if isinstance(problem, dict):
        detail = str(problem.get("detail") or problem.get("description") or problem.get("title") or "")
        proposed = problem.get("nearest")
        nearest = tuple(map(str, proposed)) if isinstance(proposed, list) else ()
    if status >= 500:
        message = tr("Api", "The server failed (HTTP {}).").format(status)
        return ApiError(ErrorKind.SERVER_FAILED, message, detail, url, status)
    message = tr("Api", "The server refused the request (HTTP {}).").format(status)
    return ApiError(ErrorKind.REFUSED, message, detail, url, status, nearest)


def _header(reply: QNetworkReply, name: str) -> str:
    return bytes(reply.rawHeader(name.encode())).decode("latin-1")


def _wait(retry_after: str, tries: int) -> int:
    """Milliseconds to wait before the next try."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(int(text) * 1000, LONGEST_WAIT)
    return BACKOFF[tries]
