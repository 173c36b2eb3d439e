"""ASGI middleware: requests, entity tags, compression, and answers from memory.

Here what a client sends becomes a ``ResourceRequest``, once: the cache key, the entity tag and the answer are made from
the same object, so that none of them can depend on something that the others do not know.

Everything that is marked ``STABLE`` is a pure function of the edition and the request, so its entity tag is made from
these two, before any work; a client that has it already gets a 304, and an answer that was made once is sent again
from memory.
"""

from __future__ import annotations

import asyncio
from hashlib import blake2b

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ... import __version__
from ..static_files import DRAWN
from ..static_files import PATH as FILES
from .canonical import elsewhere
from .cors import ALWAYS, ALWAYS_RAW
from .encodings import SMALLEST, compressed, encoding_of
from .problems import Refused, problem_document, problem_of
from .request import RESOURCE_REQUEST, ResourceRequest, preferences_of
from .response_cache import CachedResponse, Headers, Key, ResponseCache
from .responses import PASSING, STABLE, response

#: Names in the state of an application and its requests (ASGI lifespan state): the cache, the first part of public
#: paths, the bytes of a request where the same bytes may be answered in the same way again, and the body of the
#: response, which others may share.
RESPONSES = "responses"
PREFIX = "prefix"
REPEATABLE = "repeatable"
BODY = "body"
#: Bodies from this size on are compressed in a thread, so that other requests go on.
THREADED = 64 * 1024
#: What a response depends on beside its URL.
VARY = ("Accept", "Accept-Encoding", "Accept-Language")
_VARY = ", ".join(VARY).encode()
_VARY_NAMES = {name.lower() for name in VARY}
#: Header fields that a 304 repeats of the 200 that it stands for (RFC 9110, 15.4.5), beside those of every response.
_OF_UNCHANGED = {b"etag", b"vary", b"cache-control", b"content-location", b"expires", b"atlas-edition"}
_OF_UNCHANGED |= {name for name, _ in ALWAYS_RAW}


class CacheMiddleware:
    """Answers from the cache, or from ``app`` and keeps what it answers.

    :param salt: settings that change what is answered (public URL, configuration)
    :param languages: languages offered, preferred first
    :param prefix: first part of the public paths, which a proxy takes away
    """

    def __init__(
        self, app: ASGIApp, salt: str, cache: ResponseCache, languages: tuple[str, ...] = ("en",), prefix: str = ""
    ) -> None:
        self._app = app
        self._prefix = prefix
        self._salt = f"{__version__} {salt} {languages}"
        self._cache = cache
        self._languages = languages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            preferences = preferences_of(scope)
        except Refused as refused:
            problem = problem_document(problem_of(refused, self._prefix + scope["path"]))
            await response(problem)(scope, receive, send)
            return
        request = ResourceRequest.of(scope, preferences, self._languages, self._cache.today)
        scope.setdefault("state", {})[RESOURCE_REQUEST] = request
        if (other := elsewhere(scope, request, self._prefix)) is not None:
            headers = {**ALWAYS, "Location": other.location, "Cache-Control": PASSING, "Vary": VARY[0]}
            await Response(status_code=other.status, headers=headers)(scope, receive, send)
            return
        served = self._cache.edition()
        if served is None or request.method != "GET" or _is_file(scope):
            await self._app(scope, receive, send)
            return
        await self._answer(request, served, encoding_of(preferences.get(b"accept-encoding", "")), scope, receive, send)

    async def _answer(
        self, request: ResourceRequest, served: str, coding: str | None, scope: Scope, receive: Receive, send: Send
    ) -> None:
        edition = self._cache.answering(served, request)
        key = (edition, request.key, coding)
        kept = self._cache.get(key)
        tag = self._tag(key) if kept is None else kept.tag
        known = b",".join(value for name, value in scope["headers"] if name == b"if-none-match")
        if known and listed(tag, known):
            # An answer that is marked stable depends on nothing but VARY, or it would not have got this tag.
            headers = _unchanged(tag, edition) if kept is None else kept.headers
            await _send_unchanged(send, headers)
            return
        if kept is None:
            answer = CapturedResponse()
            await self._app({**scope, "method": "GET"}, receive, answer)
            if not answer.stable:
                await answer.replay(send, with_body=scope["method"] == "GET")
                return
            if answer.edition not in (None, edition):  # another one was published meanwhile, or looked for on the disk
                edition = answer.edition
                key = (edition, request.key, coding)
                tag = self._tag(key)
            kept = await _finished(answer, tag, coding)
            if self._cache.edition() == served:
                self._cache.put(key, kept)
        if known.strip() == b"*" or (known and listed(tag, known)):
            await _send_unchanged(send, kept.headers)
            return
        state = scope["state"]
        if repeatable := state.get(REPEATABLE):
            self._cache.note(repeatable, key)
        state[BODY] = kept.body
        await send({"type": "http.response.start", "status": 200, "headers": kept.headers})
        await send({"type": "http.response.body", "body": kept.body if scope["method"] == "GET" else b""})

    def _tag(self, key: Key) -> bytes:
        """A strong entity tag: what is stable follows from edition, settings and request alone."""
        digest = blake2b(repr((self._salt, key)).encode(), digest_size=12)
        return b'"' + digest.hexdigest().encode() + b'"'


class CapturedResponse:
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
        """Whether it is the same for every such request as long as the edition is.

        One that depends on header fields that the key does not hold is not, whatever it is marked as.
        """
        marked = any(name == b"cache-control" and value == STABLE.encode() for name, value in self.headers)
        return self.status == 200 and marked and _names(self.headers) <= _VARY_NAMES

    async def replay(self, send: Send, with_body: bool) -> None:
        """Send it on as it is."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body if with_body else b""})


def _is_file(scope: Scope) -> bool:
    """Files have entity tags of their own (``web.http.files``)."""
    return str(scope["path"]).startswith((FILES, DRAWN))


def listed(tag: bytes, known: bytes) -> bool:
    """Whether ``If-None-Match`` names the tag; the comparison is weak (RFC 9110, 13.1.2)."""
    return tag in {part.strip().removeprefix(b"W/") for part in known.split(b",")}


def _names(headers: Headers) -> set[str]:
    """The header fields that ``Vary`` names, in lower case."""
    listed = b",".join(value for name, value in headers if name == b"vary").decode("latin-1")
    return {name.strip().lower() for name in listed.split(",") if name.strip()}


async def _finished(answer: CapturedResponse, tag: bytes, coding: str | None) -> CachedResponse:
    body, coded = answer.body, coding is not None and len(answer.body) >= SMALLEST
    if coded and coding:
        is_page = any(n == b"content-type" and v.startswith(b"text/html") for n, v in answer.headers)
        if len(body) >= THREADED:
            body = await asyncio.to_thread(compressed, body, coding, is_page=is_page)
        else:
            body = compressed(body, coding, is_page=is_page)
    headers = [(n, v) for n, v in answer.headers if n not in (b"content-length", b"vary")]
    headers += [(b"etag", tag), (b"vary", _VARY), (b"content-length", str(len(body)).encode())]
    if coded and coding:
        headers.append((b"content-encoding", coding.encode()))
    return CachedResponse(tag, headers, body)


def _unchanged(tag: bytes, edition: str) -> Headers:
    """The header fields of a 304 where the response is not kept."""
    own = [(b"etag", tag), (b"vary", _VARY), (b"cache-control", STABLE.encode()), (b"atlas-edition", edition.encode())]
    return [*own, *ALWAYS_RAW]


async def _send_unchanged(send: Send, headers: Headers) -> None:
    """Send a 304 with those header fields of the response that it takes."""
    repeated = [(name, value) for name, value in headers if name in _OF_UNCHANGED]
    await send({"type": "http.response.start", "status": 304, "headers": repeated})
    await send({"type": "http.response.body", "body": b""})
