"""Asking for partners while the user moves sliders: after a short pause, and the last answer wins."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...api import partners as api
from ...api.call import Call
from ...api.comparison import Comparison
from ...api.errors import ApiError, ErrorKind
from ...api.partners import Partners, Question
from ...api.resources import Resource
from ...context import Context

#: Milliseconds after the last move of a slider that is still held before the server is asked.
PAUSE = 120
_SLOT = "partners"


class PartnerSearch(QObject):
    """The question that is being put together, and the answer to it.

    A newer question makes older answers void: the client drops them.
    """

    #: How the server compares has come: a ``Comparison``.
    described = pyqtSignal(object)
    #: The server is being asked.
    asked = pyqtSignal()
    #: The answer: ``Partners``.
    listed = pyqtSignal(object)
    #: An ``ApiError``.
    failed = pyqtSignal(object)

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self.comparison: Optional[Comparison] = None
        self.question: Optional[Question] = None
        #: What is under way; answers to anything else are late.
        self._call: Optional[Call] = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)

    def ask(self, question: Question, soon: bool = False) -> None:
        """Asks a question, now or after a pause in which further ones may come."""
        self.question = question
        if soon:
            self._pause.start()
        else:
            self._ask()

    def describe(self) -> None:
        """Asks how the server compares, as long as that is not known."""
        if self.comparison is None and self._call is None:
            self._send(api.schema(), self._on_described)

    def forget(self) -> None:
        """There is another server or edition: what was said by the one before is void."""
        self.stop()
        self.comparison = None

    def stop(self) -> None:
        """Asks for nothing more, and takes no answers."""
        self._pause.stop()
        call, self._call = self._call, None
        if call is not None:
            call.cancel()

    def _ask(self) -> None:
        self._pause.stop()
        if self.question is None:
            return
        self.asked.emit()
        if self.comparison is None:
            self._send(api.schema(), self._on_described)
        else:
            question = self.question
            self._send(api.partners(question, self.comparison), self._on_listed)

    def _send(self, resource: Resource, then: Callable[[Any], None]) -> None:
        call = self._context.client.get(resource, slot=_SLOT)
        self._call = call

        def current(step: Callable[[Any], None], answer: Any) -> None:
            if self._call is call:
                self._call = None
                step(answer)

        call.finished.connect(lambda answer: current(then, answer))
        call.failed.connect(lambda error: current(self._on_failed, error))

    def _on_described(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.described.emit(comparison)
        if self.question is not None and self._call is None:
            self._ask()

    def _on_listed(self, answer: Partners) -> None:
        self.listed.emit(answer)

    def _on_failed(self, error: ApiError) -> None:
        if self.comparison is None and error.status == 404:
            message = self.tr("This server does not find partners.")
            detail = self.tr("It is of an earlier version.")
            error = ApiError(ErrorKind.OTHER_VERSION, message, detail, error.url, error.status)
        self.failed.emit(error)
