"""What the parts of the plugin share: the server's client, the settings, the signals between panel, map and locator."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from .api.cache import Cache
from .api.client import Client
from .api.documents import DOCUMENTS
from .api.replies import let_go
from .api.search import Search
from .settings import Settings, cache_folder


class Context(QObject):
    """One per plugin; the panel, the layers, Processing and the locator get it instead of knowing each other.

    :param iface: QGIS's interface, or ``None`` without a window
    """

    #: The server changed: a new client is in ``client``.
    client_changed = pyqtSignal(object)
    #: Somebody (a layer's menu, the locator) wants this search in the panel.
    search_requested = pyqtSignal(object)
    #: Somebody wants the details of a feature: collection and id.
    feature_requested = pyqtSignal(str, str)
    #: Somebody wants the partners of a programme: its CCI and, where it is known, its title.
    partners_requested = pyqtSignal(str, str)

    #: The user works for another programme or country: ``own.Own``.
    own_changed = pyqtSignal(object)
    #: Layers of this plugin came onto the map.
    mapped = pyqtSignal()

    def __init__(self, iface: Optional[Any] = None, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.iface = iface
        self.settings = Settings()
        self.cache = Cache(cache_folder())
        #: Loads searches into layers (layers.loader.LayerLoader); the plugin sets it.
        self.loader: Any = None
        self.client = self._client()

    def use_server(self, url: str, authcfg: str = "") -> None:
        """Makes a server the current one.

        :raises ValueError: for an invalid address
        """
        self.settings.use_server(url, authcfg)
        self.client.close()
        let_go(self.client)
        self.client = self._client()
        self.client_changed.emit(self.client)

    def when_ready(self, act: Callable[[], None]) -> None:
        """Does something once QGIS has started: a server may want a password, and no dialog may hold up the start."""
        completed = getattr(self.iface, "initializationCompleted", None)
        if completed is not None and QThread.currentThread().loopLevel() == 0:
            completed.connect(act)
        else:
            act()

    def ask_for(self, search: Search) -> None:
        """Shows a search in the panel."""
        self.search_requested.emit(search)

    def find_partners(self, cci: str, title: str = "") -> None:
        """Shows the partners of a programme in the panel."""
        self.partners_requested.emit(cci, title)

    def close(self) -> None:
        """Ends what is under way, and forgets what was fetched."""
        self.client.close()
        DOCUMENTS.clear()

    def _client(self) -> Client:
        return Client(self.settings.url, self.settings.authcfg, self.cache, parent=self)
