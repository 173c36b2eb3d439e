"""ASGI middleware: entity tags, compression, and a cache of finished responses.

Everything that is marked ``STABLE`` is a pure function of the edition and the request, so its entity tag is made from
these two, before any work; a client that has it already gets a 304, and what was answered once is answered again from
memory. The cache is bounded in bytes.
"""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .. import __version__
from .encodings import SMALLEST, compressed, encoding_of
from .responses import STABLE

#: Requests whose bytes are remembered.
REQUESTS = 4096
#: Names in the state of an application and its requests (ASGI lifespan state): the cache, and the bytes of a request
#: where the same bytes may be answered in the same way again.
RESPONSES = "responses"
REPEATABLE = "repeatable"
#: A body larger than this share of the capacity is not kept.
LARGEST = 8
#: Bodies from this size on are compressed in a thread, so that other requests go on.
THREADED = 64 * 1024
#: What a response depends on beside its URL.
VARY = b"Accept, Accept-Encoding, Accept-Language"

#: The parameter ``edition`` as links name it.
_NAMED = re.compile(rb"(?:^|&)edition=([0-9a-f]{16})(?=&|$)")

Headers = list[tuple[bytes, bytes]]
#: Edition, path, query string, Accept, Accept-Language (and whether the request comes from a script), coding.
Key = tuple[str, str, bytes, bytes, bytes, str | None]


@dataclass(frozen=True)
class Kept:
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


class ResponseCache:
    """Finished responses by edition, address and what the client accepts; the least recently used ones go first.

    Beside them, the bytes of whole requests that ask for one of them.

    :param capacity: bytes of bodies to keep
    :param edition: the id of the edition that is served now, ``None`` while there is none; responses go when it changes
    :param holds: whether an edition that a request names could answer it
    """

    def __init__(
        self, capacity: int, edition: Callable[[], str | None], holds: Callable[[str], bool] = lambda _: False
    ) -> None:
        self.capacity = capacity
        self.size = 0
        self._served = edition
        self._holds = holds
        self._edition: str | None = None
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._requests: OrderedDict[bytes, Key] = OrderedDict()

    def edition(self) -> str | None:
        """The edition served now; when it changes, all responses are let go of."""
        edition = self._served()
        if edition != self._edition:
            self._kept.clear()
            self._requests.clear()
            self.size = 0
            self._edition = edition
        return edition

    def answering(self, served: str, query: bytes) -> str:
        """The edition that will answer: one that is held and named by the request, else the one served.

        What is spelled otherwise is left to the answer, which tells its edition.
        """
        named = _NAMED.findall(query) if b"edition=" in query else ()
        id_ = named[0].decode() if len(named) == 1 else served
        return id_ if id_ == served or self._holds(id_) else served

    def get(self, key: Key) -> Kept | None:
        """The response to that request, if it is kept."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    def put(self, key: Key, kept: Kept) -> None:
        """Keep a response and let go of others where there is no room."""
        if key in self._kept or len(kept.body) * LARGEST > self.capacity:
            return
        self._kept[key] = kept
        self.size += len(kept.body)
        while self.size > self.capacity:
            _, gone = self._kept.popitem(last=False)
            self.size -= len(gone.body)

    def note(self, request: bytes, key: Key) -> None:
        """Remember that a request of these bytes asks for what is kept under ``key``."""
        self._requests[request] = key
        if len(self._requests) > REQUESTS:
            self._requests.popitem(last=False)

    def repeated(self, request: bytes) -> Kept | None:
        """The response to a request of these bytes, if it was noted and the response is kept."""
        if self.edition() is None or (key := self._requests.get(request)) is None:
            return None
        return self.get(key)


class CacheMiddleware:
    """Answers from the cache, or from ``app`` and keeps what it answers.

    :param salt: settings that change what is answered (public URL, languages)
    """

    def __init__(self, app: ASGIApp, salt: str, cache: ResponseCache) -> None:
        self._app = app
        self._salt = f"{__version__} {salt}".encode()
        self._cache = cache

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        served = self._cache.edition()
        if served is None or scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or _file(scope):
            await self._app(scope, receive, send)
            return
        accept = accept_language = accept_encoding = known = b""
        for name, value in scope["headers"]:
            if name == b"accept":
                accept = value
            elif name == b"accept-encoding":
                accept_encoding = value
            elif name == b"accept-language":
                accept_language = value
            elif name == b"if-none-match":
                known = value
            elif name == b"origin":
                # Scripts of other sites get CORS headers, the same for every site.
                accept_language += b"\norigin"
        edition = self._cache.answering(served, scope["query_string"])
        coding = encoding_of(accept_encoding.decode("latin-1")) if accept_encoding else None
        key = (edition, scope["path"], scope["query_string"], accept, accept_language, coding)
        kept = self._cache.get(key)
        tag = self._tag(key) if kept is None else kept.tag
        if known and _listed(tag, known):
            await _send_unchanged(send, tag, edition)
            return
        if kept is None:
            answer = Answer()
            await self._app({**scope, "method": "GET"}, receive, answer)
            if not answer.stable:
                await answer.replay(send, with_body=scope["method"] == "GET")
                return
            if answer.edition not in (None, edition):  # another one was published meanwhile, or looked for on the disk
                edition = answer.edition
                key = (edition, *key[1:])
                tag = self._tag(key)
            kept = await _finished(answer, tag, coding)
            if self._cache.edition() == served:
                self._cache.put(key, kept)
        if known.strip() == b"*" or (known and _listed(tag, known)):
            await _send_unchanged(send, tag, edition)
            return
        if repeatable := scope.get("state", {}).get(REPEATABLE):
            self._cache.note(repeatable, key)
        await send({"type": "http.response.start", "status": 200, "headers": kept.headers})
        await send({"type": "http.response.body", "body": kept.body if scope["method"] == "GET" else b""})

    def _tag(self, key: Key) -> bytes:
        """A strong entity tag: what is stable follows from edition, settings and request alone."""
        edition, path, query, accept, language, coding = key
        parts = (path.encode("utf-8", "surrogateescape"), query, accept, language, (coding or "").encode())
        digest = blake2b(b"\0".join((self._salt, edition.encode(), *parts)), digest_size=12)
        return b'"' + digest.hexdigest().encode() + b'"'


class Answer:
    """Collects the response of an application."""

    def __init__(self) -> None:
        self.status = 500
        self.headers: Headers = []
        self._chunks: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        """Take a message of the application."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = [(bytes(n).lower(), bytes(v)) for n, v in message["headers"]]
        elif message["type"] == "http.response.body":
            self._chunks.append(message.get("body", b""))

    @property
    def body(self) -> bytes:
        """The whole body."""
        return self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)

    @property
    def edition(self) -> str | None:
        """The edition that it was made from."""
        return next((value.decode() for name, value in self.headers if name == b"atlas-edition"), None)

    @property
    def stable(self) -> bool:
        """Whether it is the same for every such request as long as the edition is."""
        return self.status == 200 and (b"cache-control", STABLE.encode()) in self.headers

    async def replay(self, send: Send, with_body: bool) -> None:
        """Send it on as it is."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body if with_body else b""})


def _file(scope: Scope) -> bool:
    """Static files have entity tags of their own and are sent by the server from the disk."""
    return str(scope["path"]).startswith("/static/")


def _listed(tag: bytes, known: bytes) -> bool:
    """Whether ``If-None-Match`` names the tag; the comparison is weak (RFC 9110, 13.1.2)."""
    return tag in {part.strip().removeprefix(b"W/") for part in known.split(b",")}


async def _finished(answer: Answer, tag: bytes, coding: str | None) -> Kept:
    body, coded = answer.body, coding is not None and len(answer.body) >= SMALLEST
    if coded and coding:
        if len(body) >= THREADED:
            body = await asyncio.to_thread(compressed, body, coding)
        else:
            body = compressed(body, coding)
    headers = [(n, v) for n, v in answer.headers if n not in (b"content-length", b"vary")]
    headers += [(b"etag", tag), (b"vary", VARY), (b"content-length", str(len(body)).encode())]
    if coded and coding:
        headers.append((b"content-encoding", coding.encode()))
    return Kept(tag, headers, body)


async def _send_unchanged(send: Send, tag: bytes, edition: str) -> None:
    headers = [
        (b"etag", tag),
        (b"vary", VARY),
        (b"cache-control", STABLE.encode()),
        (b"atlas-edition", edition.encode()),
    ]
    await send({"type": "http.response.start", "status": 304, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
