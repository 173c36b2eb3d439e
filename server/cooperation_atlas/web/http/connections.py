"""How many connections a worker holds, and which of them goes when there are too many.

Every connection is an open file, and a process may have only so many. If they ran out, no client could connect any
more, so the number is kept below that; a new client takes the place of the one that kept the server waiting longest.
"""

from __future__ import annotations

import resource
from collections.abc import Iterable
from typing import Protocol

#: Most connections of a worker, whatever the system allows: each may hold a head in memory.
MOST_CONNECTIONS = 1000
#: Open files other than connections: the listening socket, editions, static files, the log.
RESERVED = 64


class Connection(Protocol):
    """What this module needs of a connection."""

    @property
    def waits_since(self) -> float | None:
        """Since when the server has waited for the client; ``None`` while it works on an answer, or is closing."""

    def give_up(self) -> None:
        """Close it in whatever state it is."""


def allow_all_files() -> None:
    """Let this process, and those it starts, open as many files as the system allows without privileges."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def most_connections() -> int:
    """Most connections that this process may hold now."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = MOST_CONNECTIONS if soft == resource.RLIM_INFINITY else soft - RESERVED
    return max(1, min(MOST_CONNECTIONS, files))


def make_room(others: Iterable[Connection]) -> bool:
    """Close the connection whose client has kept the server waiting longest.

    :returns: whether there was one
    """
    waiting = [(since, connection) for connection in others if (since := connection.waits_since) is not None]
    if not waiting:
        return False
    min(waiting, key=lambda each: each[0])[1].give_up()
    return True
