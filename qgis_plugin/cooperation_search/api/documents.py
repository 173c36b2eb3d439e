"""Documents that last as long as an edition of the data: code lists, criteria. Fetched once, shared by all parts."""

from __future__ import annotations

from threading import Lock
from typing import Any, Dict, NamedTuple, Optional, Tuple

#: Base URL and authentication configuration.
Server = Tuple[str, str]


class Lasting(NamedTuple):
    """A document and the edition that it belongs to."""

    value: Any
    edition: str


class Documents:
    """The lasting documents of each server, in the newest edition seen there. Usable from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._editions: Dict[Server, str] = {}
        self._documents: Dict[Server, Dict[str, Any]] = {}

    def get(self, server: Server, path: str) -> Optional[Lasting]:
        """A document that was fetched in the newest edition seen, or ``None``."""
        with self._lock:
            value = self._documents.get(server, {}).get(path)
            return None if value is None else Lasting(value, self._editions[server])

    def put(self, server: Server, path: str, value: Any, edition: str) -> None:
        """Keeps a document, unless the server does not say to which edition it belongs."""
        if edition:
            self.note(server, edition)
            with self._lock:
                self._documents.setdefault(server, {})[path] = value

    def note(self, server: Server, edition: str) -> None:
        """An answer of this edition came: documents of another one are forgotten."""
        with self._lock:
            if edition and self._editions.get(server) != edition:
                self._editions[server] = edition
                self._documents[server] = {}

    def clear(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._editions.clear()
            self._documents.clear()


#: One for the whole plugin: Processing's algorithms get nothing handed to them.
DOCUMENTS = Documents()
