"""Clients that do not read what they asked for: how long they are waited for, and how much memory they hold.

What a client has not read yet stays in memory. Clients of one kept response share its bytes, so what counts is how many
different bodies are held, not how many clients there are.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import sys
import termios
from collections import Counter

#: Seconds without any progress after which a client is cut off, and how often in that time it is looked after.
PATIENCE = 20
_LOOKS = 5
#: Most bytes of different bodies that clients hold together.
MAXIMUM_HELD = 128_000_000


class SlowReaders:
    """The clients of a worker that have not read all of their responses.

    :param most: most bytes that they hold together; above, the one that came first is cut off
    """

    def __init__(self, most: int = MAXIMUM_HELD) -> None:
        self._most = most
        self._readers: dict[SlowReader, tuple[int, int]] = {}
        self._bodies: Counter[int] = Counter()
        self.held = 0

    def add(self, reader: SlowReader, body: bytes | None, size: int) -> None:
        """Count a client that begins to lag.

        :param body: what it reads, if others may read the same bytes
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
        """Count it no longer."""
        if reader not in self._readers:
            return
        name, size = self._readers.pop(reader)
        self._bodies[name] -= 1
        if not self._bodies[name]:
            del self._bodies[name]
            self.held -= size


class SlowReader:
    """Watches over one connection whose client lags.

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
        """The client lags; it is watched until it has caught up."""
        if self._timer is None:
            self._left, self._progress = self._unread(), self._loop.time()
            self._look_again()
            self._readers.add(self, body, self._transport.get_write_buffer_size())

    def end(self) -> None:
        """The client has caught up, or is gone."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._readers.remove(self)

    def cut_off(self) -> None:
        """End the connection and drop what was not read."""
        self.end()
        self._transport.abort()

    def _unread(self) -> int:
        """Bytes that the client has not received, here and in the system: that takes megabytes at once, so what is here
        stays the same for long while a client reads slowly."""
        waiting = bytearray(4)
        with contextlib.suppress(OSError):  # no system but Linux need know
            fcntl.ioctl(self._transport.get_extra_info("socket").fileno(), termios.TIOCOUTQ, waiting)
        return self._transport.get_write_buffer_size() + int.from_bytes(waiting, sys.byteorder)

    def _look(self) -> None:
        left, now = self._unread(), self._loop.time()
        if left < self._left:
            self._left, self._progress = left, now
        if now - self._progress >= self._patience:
            self.cut_off()
        else:
            self._look_again()

    def _look_again(self) -> None:
        self._timer = self._loop.call_later(self._patience / _LOOKS, self._look)
