"""Replies of QGIS's network, which must not be deleted while QGIS asks the user about them.

For a password, a proxy or a certificate QGIS opens a dialog inside of the reply's own signal. The window lives on in
an event loop of the dialog's, where a search can be given up or a time-out run off; QGIS comes back to the reply
afterwards and crashes where it is gone by then.
"""

from __future__ import annotations

from typing import Callable, ClassVar, List

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtNetwork import QNetworkReply

#: Milliseconds between two looks at whether the dialog is closed.
_LOOK = 50


def in_dialog() -> bool:
    """Whether a dialog is open that everything else waits for."""
    return QGuiApplication.modalWindow() is not None


class Afterwards(QObject):
    """Does things once no dialog is open, and is gone then."""

    #: The one that waits now, if any.
    waiting: ClassVar[List[Afterwards]] = []

    def __init__(self) -> None:
        # It belongs to QGIS's network: the caller may be deleted earlier.
        super().__init__(QgsNetworkAccessManager.instance())
        self._acts: List[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK)

    def add(self, act: Callable[[], None]) -> None:
        """Does this as well."""
        self._acts.append(act)

    def _look(self) -> None:
        if in_dialog():
            return
        self._timer.stop()
        self.waiting.clear()
        for act in self._acts:
            act()
        self.deleteLater()


def afterwards(act: Callable[[], None]) -> None:
    """Does something now where no dialog is open, else when it is closed."""
    if not in_dialog():
        act()
        return
    if not Afterwards.waiting:
        Afterwards.waiting.append(Afterwards())
    Afterwards.waiting[0].add(act)


def let_go(what: QObject) -> None:
    """Deletes an object, and what belongs to it, not while QGIS may be in the middle of it."""

    def act() -> None:
        # Its owner may have gone first.
        if not sip.isdeleted(what):
            what.deleteLater()

    afterwards(act)


def end(reply: QNetworkReply) -> None:
    """Ends a reply that is no longer needed, once QGIS is done with it."""

    def act() -> None:
        if sip.isdeleted(reply):
            return
        if reply.isRunning():
            reply.abort()
        reply.deleteLater()

    afterwards(act)
