"""Finished responses in memory, bounded in bytes, with everything that is kept to find them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from sys import getsizeof

from ...model.calendar import today_in_brussels
from .request import Key as RequestKey
from .request import ResourceRequest

#: Requests whose bytes are remembered.
REQUESTS = 4096
#: A response larger than this share of the capacity is not kept.
LARGEST = 8
#: Bytes that the objects of one entry take beside what they hold (measured with ``tracemalloc``).
OVERHEAD = 1500

Headers = list[tuple[bytes, bytes]]
#: Edition, request, coding.
Key = tuple[str, RequestKey, str | None]


@dataclass(frozen=True)
class CachedResponse:
    """A finished response.

    :param headers: with entity tag and length
    :param body: in its coding
    """

    tag: bytes
    headers: Headers
    body: bytes

    @cached_property
    def head(self) -> bytes:
        """The headers as they go over the wire, with the empty line that ends them."""
        return b"".join(b"%b: %b\r\n" % field for field in self.headers) + b"\r\n"


@dataclass
class _Entry:
    """What is kept under one key.

    :param size: bytes of response and key
    :param requests: bytes of whole requests that ask for it
    """

    kept: CachedResponse
    size: int
    requests: list[bytes] = field(default_factory=list)


class ResponseCache:
    """Finished responses by edition, request and coding; the least recently used ones go first.

    Beside them, the bytes of whole requests that ask for one of them.

    :param capacity: bytes to keep: bodies, header fields, keys, requests and what the objects take
    :param edition: the id of the edition that is served now, ``None`` while there is none; responses go when it changes
    :param today: the present day
    :param holds: whether an edition that a request names could answer it
    """

    def __init__(
        self,
        capacity: int,
        edition: Callable[[], str | None],
        today: Callable[[], date] = today_in_brussels,
        holds: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.capacity = capacity
        self.size = 0
        self.today = today
        self._served = edition
        self._holds = holds
        self._edition: str | None = None
        self._entries: OrderedDict[Key, _Entry] = OrderedDict()
        self._requests: OrderedDict[bytes, Key] = OrderedDict()

    def edition(self) -> str | None:
        """The edition served now; when it changes, all responses are let go of."""
        edition = self._served()
        if edition != self._edition:
            self._entries.clear()
            self._requests.clear()
            self.size = 0
            self._edition = edition
        return edition

    def answering(self, served: str, request: ResourceRequest) -> str:
        """The edition that will answer: one that is held and named by the request, else the one served.

        What is spelled otherwise is left to the answer, which tells its edition.
        """
        named = [value for name, value in request.parameters if name == "edition"]
        return named[0] if len(named) == 1 and self._holds(named[0]) else served

    def get(self, key: Key) -> CachedResponse | None:
        """The response to that request, if it is kept."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry.kept

    def put(self, key: Key, kept: CachedResponse) -> None:
        """Keep a response and let go of others where there is no room."""
        size = OVERHEAD + _size(key) + len(kept.body) + 2 * sum(len(n) + len(v) for n, v in kept.headers)
        if key in self._entries or size * LARGEST > self.capacity:
            return
        self._entries[key] = _Entry(kept, size)
        self.size += size
        self._shrink()

    def note(self, request: bytes, key: Key) -> None:
        """Remember that a request of these bytes asks for what is kept under ``key``."""
        entry = self._entries.get(key)
        if entry is None or request in self._requests:
            return
        self._requests[request] = key
        entry.requests.append(request)
        self.size += getsizeof(request)
        if len(self._requests) > REQUESTS:
            self._forget(next(iter(self._requests)))
        self._shrink()

    def repeated(self, request: bytes) -> CachedResponse | None:
        """The response to a request of these bytes, if it was noted and the response is kept.

        One that holds for a day is not found on another.
        """
        if self.edition() is None or (key := self._requests.get(request)) is None:
            return None
        day = key[1][-1]
        if day is not None and day != self.today():
            self._forget(request)
            return None
        return self.get(key)

    def _forget(self, request: bytes) -> None:
        self._entries[self._requests.pop(request)].requests.remove(request)
        self.size -= getsizeof(request)

    def _shrink(self) -> None:
        while self.size > self.capacity:
            _, gone = self._entries.popitem(last=False)
            self.size -= gone.size
            for request in gone.requests:
                del self._requests[request]
                self.size -= getsizeof(request)


def _size(value: object) -> int:
    """Bytes of a key with everything in it."""
    return getsizeof(value) + (sum(map(_size, value)) if isinstance(value, tuple) else 0)
