"""Clients that do not read their responses: how long the server waits for them, and how much memory they may hold.

What a client has not read yet stays in memory. Clients of one cached response share its bytes, so what counts is the
number of different bodies held, not the number of clients.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import sys
import termios
from collections import Counter

#: Seconds without progress after which a client is cut off, and the number of checks in that time.
PATIENCE = 20
_CHECKS = 5
#: Limit of the bytes of different bodies that all clients hold together.
MAXIMUM_HELD = 128_000_000


class SlowReaders:
    """The clients of a worker that have not read all of their responses.

    :param most: limit of the bytes that they hold together; above it, the one that came first is cut off
    """

    def __init__(self, most: int = MAXIMUM_HELD) -> None:
        self._most = most
        self._readers: dict[SlowReader, tuple[int, int]] = {}
        self._bodies: Counter[int] = Counter()
        self.held = 0

    def add(self, reader: SlowReader, body: bytes | None, size: int) -> None:
        """Add a client that begins to lag.

        :param body: the response, where others may be reading the same bytes
        :param size: bytes that it has not read
        """
        name, size = (id(reader), size) if body is None else (id(body), len(body))
        self._readers[reader] = (name, size)
        self._bodies[name] += 1
        if self._bodies[name] == 1:
            self.held += size
        while self.held > self._most and len(self._readers) > 1:
            next(iter(self._readers)).cut_off()

    def remove(self, reader: SlowReader) -> None:
        """Remove a client."""
        if reader not in self._readers:
            return
        name, size = self._readers.pop(reader)
        self._bodies[name] -= 1
        if not self._bodies[name]:
            del self._bodies[name]
            self.held -= size


class SlowReader:
    """Watches one connection whose client lags.

    :param patience: seconds without progress after which it is cut off
    """

    def __init__(
        self, readers: SlowReaders, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop, patience: float
    ) -> None:
        self._readers = readers
        self._transport = transport
        self._loop = loop
        self._patience = patience
        self._left = 0
        self._progress = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, body: bytes | None = None) -> None:
        """Watch the client, which lags, until it has caught up."""
        if self._timer is None:
            self._left, self._progress = self._unread(), self._loop.time()
            self._check_later()
            self._readers.add(self, body, self._transport.get_write_buffer_size())

    def end(self) -> None:
        """Stop watching: the client has caught up, or is gone."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._readers.remove(self)

    def cut_off(self) -> None:
        """End the connection and drop what the client has not read."""
        self.end()
        self._transport.abort()

    def _unread(self) -> int:
        """Bytes that the client has not received, here and in the system.

        The system takes megabytes at once: while a client reads slowly, what is here may stay the same for long.
        """
        waiting = bytearray(4)
        with contextlib.suppress(OSError):  # only Linux has to support this
            fcntl.ioctl(self._transport.get_extra_info("socket").fileno(), termios.TIOCOUTQ, waiting)
        return self._transport.get_write_buffer_size() + int.from_bytes(waiting, sys.byteorder)

    def _check(self) -> None:
        left, now = self._unread(), self._loop.time()
        if left < self._left:
            self._left, self._progress = left, now
        if now - self._progress >= self._patience:
            self.cut_off()
        else:
            self._check_later()

    def _check_later(self) -> None:
        self._timer = self._loop.call_later(self._patience / _CHECKS, self._check)
