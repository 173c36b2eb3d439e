"""From an address to a server: first its identity, in one call; everything else is fetched afterwards."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api.answers import ServerInfo
from ..api.call import Call
from ..api.client import Client
from ..api.errors import ApiError
from ..api.replies import let_go
from ..api.resources import base_url
from ..context import Context


class ServerLink(QObject):
    """Asks the current server who it is."""

    #: The current server answered: its ``ServerInfo``.
    known = pyqtSignal(object)
    #: It did not answer, or is another service: an ``ApiError``.
    unknown = pyqtSignal(object)
    #: An invalid address was tried: an ``ApiError``.
    no_address = pyqtSignal(object)

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._call: Optional[Call] = None
        #: The last answer of the current server; None before that, and after a failure.
        self.info: Optional[ServerInfo] = None

    def ask(self) -> None:
        """Asks the current server, again where it was asked before."""
        self.info = None
        call = self._context.client.server_info(slot="server")
        self._call = call
        call.finished.connect(self._on_known)
        call.failed.connect(self._on_unknown)

    def ask_if_unknown(self) -> None:
        """Asks the current server unless it has answered or is being asked: it may have been started by now."""
        if self.info is None and not self.is_asking():
            self.ask()

    def is_asking(self) -> bool:
        """Whether the current server is being asked."""
        return self._call is not None

    def is_current(self, url: str, authcfg: str) -> bool:
        """Whether this is the current server."""
        return base_url(url) == self._context.client.url and authcfg == self._context.client.authcfg

    def try_out(self, url: str, authcfg: str) -> None:
        """Reports that an address, which was not accepted as the server's, is invalid."""
        client = Client(url, authcfg, parent=self)
        call = client.server_info()
        call.failed.connect(self.no_address)
        call.ended.connect(lambda: let_go(client))

    def _on_known(self, info: ServerInfo) -> None:
        self._call = None
        self.info = info
        self._context.settings.remember_server(info.url, self._context.client.authcfg)
        self.known.emit(info)

    def _on_unknown(self, error: ApiError) -> None:
        self._call = None
        self.unknown.emit(error)
