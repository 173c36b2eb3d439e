"""Handles of calls that are under way."""

from __future__ import annotations

from typing import Any, Callable, List, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .errors import ApiError
from .exchange import Exchange
from .replies import let_go
from .transaction import Answer


class Call(QObject):
    """A call that is under way.

    Emits ``finished(result)`` or ``failed(ApiError)`` once, never before the caller could connect, and nothing at all
    after ``cancel()``. ``progressed(done, all)`` comes in between where an answer has several pages.

    :ivar offline: True when (part of) the result is the server's last known answer, because it cannot be reached now
    :ivar edition: edition of the result, empty where unknown
    """

    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    progressed = pyqtSignal(int, int)
    #: Emitted last, however it ended.
    ended = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offline = False
        self.edition = ""
        self.stored = ""
        self._exchanges: List[Exchange] = []
        self._over = False

    def cancel(self) -> None:
        """Ends it; nothing more is emitted but ``ended``."""
        self._end()

    def run(
        self,
        exchange: Exchange,
        then: Callable[[Answer], None],
        refused: Optional[Callable[[ApiError], None]] = None,
    ) -> None:
        """Starts an exchange whose failure is that of the call. Used by the client."""
        self._exchanges.append(exchange)
        exchange.answered.connect(lambda answer: self._answered(answer, then))
        exchange.failed.connect(refused or self.fail)
        exchange.start()

    def finish(self, result: Any) -> None:
        """Ends it with a result. Used by the client."""
        if not self._over:
            self._end(lambda: self.finished.emit(result))

    def fail(self, error: ApiError) -> None:
        """Ends it with an error. Used by the client."""
        if not self._over:
            self._end(lambda: self.failed.emit(error))

    def _answered(self, answer: Answer, then: Callable[[Answer], None]) -> None:
        if self._over:
            return
        self.offline = self.offline or answer.offline
        self.edition = answer.edition or self.edition
        self.stored = answer.stored
        try:
            then(answer)
        except ApiError as error:
            self.fail(error)

    def _end(self, tell: Optional[Callable[[], None]] = None) -> None:
        if self._over:
            return
        self._over = True
        for exchange in self._exchanges:
            exchange.cancel()
        self._exchanges.clear()
        if tell is not None:
            tell()
        self.ended.emit()
        # Its exchanges go with it, and QGIS may be asking for a password in the middle of one.
        let_go(self)
