"""Replies of QGIS's network, ended without ever taking one away while QGIS asks the person about it.

For a password, a proxy or a certificate QGIS opens a dialog inside of the reply's own signal. The window lives on in
an event loop of the dialog's, where a search can be given up or a time-out run off; QGIS comes back to the reply
afterwards and crashes where it is gone by then.
"""

from __future__ import annotations

from typing import Callable, List

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtNetwork import QNetworkReply

#: Milliseconds between two looks at whether the dialog is closed.
_LOOK = 50
#: The one `Afterwards`, once there is one.
_one: List[Afterwards] = []


def in_dialog() -> bool:
    """Whether a dialog is open that everything else waits for."""
    return QGuiApplication.modalWindow() is not None


class Afterwards(QObject):
    """Does things once no dialog is open."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: List[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)

    def do(self, act: Callable[[], None]) -> None:
        """Does it now where no dialog is open, else when it is closed."""
        if in_dialog():
            self._waiting.append(act)
            self._timer.start()
        else:
            act()

    def _look(self) -> None:
        if in_dialog():
            return
        self._timer.stop()
        due, self._waiting = self._waiting, []
        for act in due:
            act()


def afterwards(act: Callable[[], None]) -> None:
    """Does something once no dialog is open, though whoever wanted it may be gone by then."""
    if not _one or sip.isdeleted(_one[0]):
        # It belongs to QGIS's network and lives as long.
        _one[:] = [Afterwards(QgsNetworkAccessManager.instance())]
    _one[0].do(act)


def let_go(what: QObject) -> None:
    """Deletes an object, and what belongs to it, not while QGIS may be in the middle of it."""

    def act() -> None:
        # Its owner may have gone first.
        if not sip.isdeleted(what):
            what.deleteLater()

    afterwards(act)


def end(reply: QNetworkReply) -> None:
    """Ends a reply that nobody wants any more, not before QGIS is done with it."""

    def act() -> None:
        if sip.isdeleted(reply):
            return
        if reply.isRunning():
            reply.abort()
        reply.deleteLater()

    afterwards(act)
