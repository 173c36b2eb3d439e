"""A transaction without waiting: sent through QGIS's network with its proxy and authentication, answered by a signal.

QGIS itself gives up a request that stands still (Options, Network). It stops that clock while it asks for a password or
about a certificate; a second clock here would not. So the clock used here is QGIS's, set to less.
"""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QElapsedTimer, QObject, QTimer, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .cache import Cache
from .errors import ApiError, ErrorKind
from .failures import too_late, unreachable
from .replies import afterwards, end, in_dialog
from .texts import tr
from .transaction import Limits, Reply, Transaction, headers_of

#: Name of the clock by which QGIS gives up a request, a child of the reply.
_CLOCK = "timeoutTimer"


class Exchange(QObject):
    """Sends one GET; emits exactly one of its signals, unless it was cancelled. Never within ``start``."""

    answered = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, url: str, authcfg: str, cache: Optional[Cache], limits: Limits, parent: QObject) -> None:
        super().__init__(parent)
        self._transaction = Transaction(url, authcfg, cache, limits)
        self._authcfg = authcfg
        self._limits = limits
        self._reply: Optional[QNetworkReply] = None
        self._once_more = True
        self._since = QElapsedTimer()
        self._reason: Optional[ApiError] = None
        self._over = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._send)

    def start(self) -> None:
        """Sends the request."""
        self._again.start(0)

    def cancel(self) -> None:
        """Ends it without a signal."""
        self._over = True
        self._release()

    def _send(self) -> None:
        request = self._transaction.request()
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
        result = QgsApplication.authManager().updateNetworkRequest(request, self._authcfg)
        # Some versions return the flag and the request, others the flag alone.
        if result[0] if isinstance(result, tuple) else result:
            return True
        message = tr("Api", "The authentication configuration {} could not be used.").format(self._authcfg)
        self._fail(ApiError(ErrorKind.UNREACHABLE, message, url=self._transaction.url))
        return False

    def _progressed(self, received: int, _total: int) -> None:
        if not self._since.isValid():
            self._since.start()
        self._reason = self._transaction.excess(received, self._since.elapsed())
        if self._reason is not None and self._reply is not None:
            self._reply.abort()

    def _finished(self) -> None:
        reply = self._reply
        if self._over or reply is None:
            return
        aborted = reply.error() == QNetworkReply.NetworkError.OperationCanceledError and self._reason is None
        if aborted and in_dialog() and self._once_more:
            # QGIS's clock ran off while it asked for the proxy's password, where it does not stop it; or while this
            # request had to wait for the end of a dialog about another one.
            self._once_more = False
            self._release()
            afterwards(self._retry)
            return
        ended = self._read(reply, aborted)
        self._release()
        try:
            answer = self._transaction.settle(ended)
        except ApiError as error:
            self._fail(error)
            return
        if answer is None:
            self._again.start(self._transaction.wait)
        elif not self._over:
            self._over = True
            self.answered.emit(answer)

    def _read(self, reply: QNetworkReply, aborted: bool) -> Reply:
        failure = self._reason
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if aborted or failure is not None:
            # Whatever came of it is not all of it.
            status, failure = None, failure or too_late(self._transaction.url)
        elif reply.error() != QNetworkReply.NetworkError.NoError:
            failure = unreachable(reply.error(), reply.errorString(), self._transaction.url)
        body = bytes(reply.readAll()) if reply.isOpen() else b""
        return Reply(status, body, headers_of(reply), failure)

    def _retry(self) -> None:
        if not (self._over or sip.isdeleted(self)):
            self._again.start(0)

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
