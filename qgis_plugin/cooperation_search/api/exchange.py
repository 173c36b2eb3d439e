"""One GET through QGIS's network: proxy and authentication of QGIS, ETag cache, time-outs, retry on 503.

QGIS itself gives up a request that stands still (Options, Network). It stops that clock while it asks for a password or
about a certificate; a second clock here would not. So the clock used here is QGIS's, set to less.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Dict, Optional

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QElapsedTimer, QObject, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .cache import Cache, Kept
from .errors import ASKED_BACK, ApiError, ErrorKind
from .replies import afterwards, end, in_dialog
from .texts import tr

#: An answer larger than this is broken off, bytes.
LARGEST = 256 * 1024 * 1024
#: Waits before further tries after 503 or 429, milliseconds, unless the server says how long.
BACKOFF = (500, 1500, 4000)
#: Longest wait that a server may ask for, milliseconds.
LONGEST_WAIT = 15_000
_BUSY = (429, 503)
#: The server, or the proxy, wants to know who asks.
_WHO = (401, 407)
#: Name of the clock by which QGIS gives up a request, a child of the reply.
_CLOCK = "timeoutTimer"


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

    :param edition: edition of the data, empty where the server said none
    :param offline: True when the server could not be reached and this is what it said before
    :param stored: when it was received, UTC, ISO 8601
    :param software: what the server says that it runs on, empty where it said nothing
    """

    body: bytes
    edition: str
    offline: bool
    stored: str
    software: str = ""


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
        self._once_more = True
        self._since = QElapsedTimer()
        self._tries = 0
        self._reason: Optional[ApiError] = None
        self._over = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
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
        if self._over:
            # Given up while QGIS asked for the master password.
            return
        self._reason = None
        self._since.invalidate()
        self._reply = QgsNetworkAccessManager.instance().get(request)
        self._reply.downloadProgress.connect(self._progressed)
        self._reply.finished.connect(self._finished)
        clock = self._reply.findChild(QTimer, _CLOCK)
        if clock is not None and clock.interval() > self._limits.stall:
            clock.start(self._limits.stall)

    def _authorised(self, request: QNetworkRequest) -> bool:
        answer = QgsApplication.authManager().updateNetworkRequest(request, self._authcfg)
        # Some versions answer with the flag and the request, others with the flag alone.
        if answer[0] if isinstance(answer, tuple) else answer:
            return True
        message = tr("Api", "The authentication configuration {} could not be used.").format(self._authcfg)
        self._fail(ApiError(ErrorKind.UNREACHABLE, message, url=self._url))
        return False

    def _progressed(self, received: int, _total: int) -> None:
        if not self._since.isValid():
            self._since.start()
        if received > LARGEST:
            message = tr("Api", "The server's answer is too large.")
            self._break_off(ApiError(ErrorKind.MALFORMED, message, url=self._url))
        elif self._since.hasExpired(self._limits.total):
            self._break_off(self._too_late())

    def _too_late(self) -> ApiError:
        return ApiError(ErrorKind.TIME_OUT, tr("Api", "The server did not answer in time."), url=self._url)

    def _break_off(self, reason: ApiError) -> None:
        self._reason = reason
        if self._reply is not None:
            self._reply.abort()

    def _finished(self) -> None:
        reply = self._reply
        if self._over or reply is None:
            return
        given_up = reply.error() == QNetworkReply.NetworkError.OperationCanceledError and self._reason is None
        if given_up and in_dialog() and self._once_more:
            # QGIS's clock ran off while it asked for the proxy's password, where it does not stop it; or while this
            # request had to wait for the end of a dialog about another one.
            self._once_more = False
            self._release()
            afterwards(self._retry)
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        body = bytes(reply.readAll()) if reply.isOpen() else b""
        error, error_text = reply.error(), reply.errorString()
        headers = {name: _header(reply, name) for name in ("ETag", "Atlas-Edition", "Retry-After", "X-Powered-By")}
        self._release()
        if given_up:
            self._fail_or_offline(self._too_late())
        elif self._reason is not None:
            self._fail_or_offline(self._reason)
        elif status == 304 and self._kept is not None:
            self._succeed(Answer(self._kept.body, self._kept.edition, False, self._kept.stored))
        elif status in _BUSY and self._tries < len(BACKOFF):
            self._again.start(_wait(headers["Retry-After"], self._tries))
            self._tries += 1
        elif status is not None and status >= 400:
            self._fail_or_offline(refusal(status, body, self._url))
        elif error != QNetworkReply.NetworkError.NoError:
            self._fail_or_offline(unreachable(error, error_text, self._url))
        else:
            self._keep(body, headers)

    def _retry(self) -> None:
        if not (self._over or sip.isdeleted(self)):
            self._again.start(0)

    def _keep(self, body: bytes, headers: Dict[str, str]) -> None:
        etag, edition = headers["ETag"], headers["Atlas-Edition"]
        stored = datetime.now(timezone.utc).isoformat(timespec="seconds")
        if self._cache is not None and etag:
            self._cache.put(self._url, self._authcfg, Kept(body, etag, edition, stored))
        self._succeed(Answer(body, edition, False, stored, headers["X-Powered-By"]))

    def _fail_or_offline(self, error: ApiError) -> None:
        """The answer of before where there is one and the server is away; a refusal is an answer of its own."""
        if self._kept is not None and error.kind not in ASKED_BACK:
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
        self._again.stop()
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.downloadProgress.disconnect(self._progressed)
            reply.finished.disconnect(self._finished)
            end(reply)


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
    if status in _WHO:
        return login_wanted(status == 407, url, status)
    if status >= 500:
        message = tr("Api", "The server failed (HTTP {}).").format(status)
        return ApiError(ErrorKind.SERVER_FAILED, message, detail, url, status)
    message = tr("Api", "The server refused the request (HTTP {}).").format(status)
    return ApiError(ErrorKind.REFUSED, message, detail, url, status, nearest)


def unreachable(error: QNetworkReply.NetworkError, text: str, url: str) -> ApiError:
    """The error for a request that got no answer.

    :param text: what Qt says
    """
    kinds = QNetworkReply.NetworkError
    if error in (kinds.AuthenticationRequiredError, kinds.ProxyAuthenticationRequiredError):
        return login_wanted(error == kinds.ProxyAuthenticationRequiredError, url)
    if error == kinds.SslHandshakeFailedError:
        message = tr("Api", "The server's certificate was not accepted, so nothing was sent to it.")
        return ApiError(ErrorKind.CERTIFICATE, message, text, url)
    message = tr("Api", "The server cannot be reached, or the connection broke off.")
    return ApiError(ErrorKind.UNREACHABLE, message, text, url)


def login_wanted(by_proxy: bool, url: str, status: Optional[int] = None) -> ApiError:
    """The error where a user name and a password were asked for, and none came or they were wrong."""
    if by_proxy:
        message = tr("Api", "The proxy wants a user name and a password.")
        detail = tr("Api", "Enter them in QGIS's options, under Network.")
    else:
        message = tr("Api", "The server wants a user name and a password.")
        detail = tr("Api", "Choose or make an authentication configuration in the section Server.")
    return ApiError(ErrorKind.LOGIN, message, detail, url, status)


def _header(reply: QNetworkReply, name: str) -> str:
    return bytes(reply.rawHeader(name.encode())).decode("latin-1")


def _wait(retry_after: str, tries: int) -> int:
    """Milliseconds to wait before the next try."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(int(text) * 1000, LONGEST_WAIT)
    return BACKOFF[tries]
