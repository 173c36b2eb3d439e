"""Asking a server in a thread that may wait: the locator's, and those of Processing's algorithms."""

from __future__ import annotations

import json
from typing import Any, Mapping, Optional
from urllib.parse import quote

from qgis.core import QgsBlockingNetworkRequest, QgsFeedback
from qgis.PyQt.QtCore import QElapsedTimer, Qt, QThread
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .cache import Cache
from .documents import DOCUMENTS
from .errors import ApiError
from .failures import cancelled, no_address, too_late, unreachable
from .resources import Resource, base_url
from .transaction import Answer, Limits, Reply, Transaction, headers_of

#: Milliseconds between two looks at whether the user cancelled.
_LOOK = 50


class BlockingClient:
    """Asks one server and waits for its answers.

    :param url: base URL
    :param authcfg: id of a QGIS authentication configuration, or empty
    :param feedback: ends the waiting when it is cancelled
    :param cache: where answers are kept, or ``None``: then an answer is always the server's own
    :raises ApiError: where the address is not an http or https address
    """

    def __init__(
        self,
        url: str,
        authcfg: str,
        feedback: QgsFeedback,
        cache: Optional[Cache] = None,
        limits: Optional[Limits] = None,
    ) -> None:
        self.url = base_url(url)
        if not self.url:
            raise no_address()
        self._authcfg = authcfg
        self._feedback = feedback
        self._cache = cache
        self._limits = limits or Limits()

    def get(self, resource: Resource) -> Any:
        """A resource as its type.

        :raises ApiError: where the request failed, or was cancelled
        """
        server = (self.url, self._authcfg)
        lasting = DOCUMENTS.get(server, resource.path) if resource.lasting else None
        if lasting is not None:
            return lasting.value
        answer = self._answer(Transaction(resource.url(self.url), self._authcfg, self._cache, self._limits))
        result = resource.read(answer.body)
        if not answer.offline:
            DOCUMENTS.note(server, answer.edition)
            if resource.lasting:
                DOCUMENTS.put(server, resource.path, result, answer.edition)
        return result

    def execute(self, process: str, inputs: Mapping[str, Any]) -> bytes:
        """The answer of a process of the server, which waits for it.

        :param process: its id
        :raises ApiError: where the request failed, or was cancelled
        """
        url = f"{self.url}/processes/{quote(process, safe='')}/execution"
        sent = json.dumps({"inputs": inputs}, ensure_ascii=False).encode()
        answer = self._answer(Transaction(url, self._authcfg, None, self._limits, sent))
        DOCUMENTS.note((self.url, self._authcfg), answer.edition)
        return answer.body

    def _answer(self, transaction: Transaction) -> Answer:
        while True:
            answer = transaction.settle(_Wait(transaction, self._authcfg, self._feedback).reply())
            if answer is not None:
                return answer
            for _ in range(0, transaction.wait, _LOOK):
                if self._feedback.isCanceled():
                    raise cancelled(transaction.url)
                QThread.msleep(_LOOK)


class _Wait:
    """One attempt of a transaction."""

    def __init__(self, transaction: Transaction, authcfg: str, feedback: QgsFeedback) -> None:
        self._transaction = transaction
        self._feedback = feedback
        self._since = QElapsedTimer()
        self._excess: Optional[ApiError] = None
        self._stop = QgsFeedback()
        self._blocking = QgsBlockingNetworkRequest()
        self._blocking.setAuthCfg(authcfg)

    def reply(self) -> Reply:
        """Sends the request and waits for the end of the reply.

        :raises ApiError: where the user cancelled
        """
        url = self._transaction.url
        # QGIS sends these from whichever thread is not waiting.
        direct = Qt.ConnectionType.DirectConnection
        self._blocking.downloadProgress.connect(self._progressed, direct)
        self._feedback.canceled.connect(self._stop.cancel, direct)
        try:
            if self._feedback.isCanceled():
                raise cancelled(url)
            sent, request = self._transaction.sent, self._transaction.request()
            if sent is None:
                error = self._blocking.get(request, True, self._stop)
            else:
                error = self._blocking.post(request, sent, True, self._stop)
        finally:
            self._feedback.canceled.disconnect(self._stop.cancel)
        if self._feedback.isCanceled():
            raise cancelled(url)
        content = self._blocking.reply()
        status = content.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        failure = self._excess
        if failure is not None:
            status = None
        elif error == QgsBlockingNetworkRequest.ErrorCode.TimeoutError:
            failure = too_late(url)
        elif content.error() == QNetworkReply.NetworkError.OperationCanceledError:
            status, failure = None, too_late(url)
        elif error != QgsBlockingNetworkRequest.ErrorCode.NoError and status != 304:
            failure = unreachable(content.error(), self._blocking.errorMessage(), url)
        return Reply(status, bytes(content.content()), headers_of(content), failure)

    def _progressed(self, received: int, _total: int) -> None:
        if not self._since.isValid():
            self._since.start()
        self._excess = self._excess or self._transaction.excess(received, self._since.elapsed())
        if self._excess is not None:
            self._stop.cancel()
