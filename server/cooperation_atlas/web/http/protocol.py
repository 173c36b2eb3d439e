"""HTTP/1.1 as uvicorn speaks it, with repeated requests answered at once, and bounds on time and size.

Clients that poll, page or pan send the same bytes again and again, and at the start of a request the same bytes always
mean the same. So a request that is byte for byte the same as an earlier one is answered from the response cache without
being parsed: that takes the worker a quarter of the time (``tests/bench/repeated.py``).

This is the only module that relies on how uvicorn's protocol works inside. It overrides no private method, but reads
and sets attributes that uvicorn does not document; ``tests/server/test_http_protocol.py`` names all of them, and fails
where uvicorn renames one.
"""

from __future__ import annotations

import asyncio
import sys
from http import HTTPStatus
from typing import Any

from httptools import HttpParserInvalidMethodError
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from .cache import BODY, PREFIX, REPEATABLE, RESPONSES
from .connections import make_room, most_connections
from .heads import MAXIMUM_HEAD, check, too_large
from .problems import Refused, problem_document, problem_of
from .response_cache import ResponseCache
from .responses import response
from .slow_readers import PATIENCE, SlowReader, SlowReaders

#: Larger heads are not remembered: a long CQL2 filter is seldom sent twice.
MAXIMUM_REPEATED = 4096
#: Seconds in which a request with a body must arrive completely.
BODY_TIMEOUT = 30
#: Limit of the requests of a connection that wait for earlier answers; browsers and proxies have none.
MAXIMUM_PIPELINED = 512
#: Header fields after which more than a head may follow, or which request more than the resource.
_NOT_REPEATED = {b"content-length", b"transfer-encoding", b"upgrade", b"expect"}
#: Bytes of an address that a problem document repeats.
MAXIMUM_SHOWN = 200
_ALLOWED = "GET, HEAD, POST, OPTIONS"
_END = b"\r\n\r\n"


class Protocol(HttpToolsProtocol):
    """One connection.

    The response cache is in the state of the application (``RESPONSES``), where the application put it when it started.
    """

    #: Seconds for a request with its body, and for a client that does not read.
    body_timeout: float = BODY_TIMEOUT
    patience: float = PATIENCE
    readers = SlowReaders()

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.url = b""
        self._kept: ResponseCache = app_state[RESPONSES]
        self._prefix: str = app_state.get(PREFIX, "")
        #: Whether the next byte starts a request; bytes in the middle of one mean something else.
        self._between = True
        #: Whether the head of a request has begun and not ended, and its bytes after those that it began with.
        self._in_head = False
        self._received = 0
        #: When the connection last became idle or a request began (the clock of the loop).
        self._since = self.loop.time()
        self._repeatable: bytes | None = None
        self._refused = False
        #: What is being answered, or was answered last; ``cycle`` is what was read last.
        self._answered: RequestResponseCycle | None = None
        #: What is being written, where it is a response that is kept.
        self._body: bytes | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client connects; the time limit for its first request is the same as for each later one."""
        super().connection_made(transport)
        self._reader = SlowReader(self.readers, transport, self.loop, self.patience)
        others = (other for other in self.connections if isinstance(other, Protocol) and other is not self)
        if len(self.connections) > most_connections() and not make_room(others):
            detail = "Too many clients are being answered. Ask again in a few seconds."
            self._refuse(Refused(HTTPStatus.SERVICE_UNAVAILABLE, detail, {"Retry-After": "5"}))
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone. uvicorn cancels its timer only where the client closed the connection in order."""
        self._reader.end()
        super().connection_lost(exc)
        if self.timeout_keep_alive_task is not None:
            self.timeout_keep_alive_task.cancel()
            self.timeout_keep_alive_task = None
        self._forget()

    def _forget(self) -> None:
        """Tell the application that nobody waits for the present answer any more, nor for those after it."""
        waiting = [self._answered, *(cycle for cycle, _ in self.pipeline)]
        self.pipeline.clear()
        for cycle in waiting:
            if cycle is not None and not cycle.response_complete:
                cycle.disconnected = True
                cycle.message_event.set()

    def data_received(self, data: bytes) -> None:
        """Answer requests that came before from the cache; parse all others."""
        if self._refused:
            return
        if self._between and not self.flow.write_paused and (self.cycle is None or self.cycle.response_complete):
            kept = self._kept.repeated(data)
            if kept is not None:
                self._since = self.loop.time()
                date = b"".join(b"%b: %b\r\n" % field for field in self.server_state.default_headers)
                self._body = kept.body
                self.transport.writelines((STATUS_LINE[HTTPStatus.OK] + date + kept.head, kept.body))
                self._body = None
                return
            self._repeatable = data if _is_one_head(data) else None
        else:
            self._repeatable = None
        self._received += len(data)
        super().data_received(data)
        if self._between or self._refused:
            return
        if self._in_head and self._received > MAXIMUM_HEAD:
            self._refuse(too_large(self.url))
        else:
            self._wait()

    # --- callbacks of the parser

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._between, self._in_head = False, True
        self._received = 0
        self._since = self.loop.time()

    def on_headers_complete(self) -> None:
        """The head of the request is complete: pass the request on.

        :raises Refused: where the head breaks a rule of ``web.http.heads``
        """
        if len(self.pipeline) >= MAXIMUM_PIPELINED:
            detail = f"More than {MAXIMUM_PIPELINED} requests are waiting on this connection."
            raise Refused(HTTPStatus.TOO_MANY_REQUESTS, detail)
        check(self.url, self.headers, self.parser.get_http_version())
        if self._repeatable and self._stays_open() and not any(name in _NOT_REPEATED for name, _ in self.headers):
            self.scope["state"][REPEATABLE] = self._repeatable
        super().on_headers_complete()  # raises where the address cannot be read
        self._in_head = False
        if not self.pipeline:
            self._answered = self.cycle

    def _stays_open(self) -> bool:
        return self.parser.get_http_version() == "1.1" and self.parser.should_keep_alive()

    def on_message_complete(self) -> None:
        """The request is complete."""
        super().on_message_complete()
        self._between = True

    # --- idle and slow clients

    def on_response_complete(self) -> None:
        """The response is sent."""
        self._since = self.loop.time()
        if self.pipeline:
            self._answered = self.pipeline[-1][0]
        super().on_response_complete()
        if self.transport.is_closing():
            self._watch()

    def pause_writing(self) -> None:
        """The client reads more slowly than the server writes."""
        super().pause_writing()
        self._reader.begin(self._body or (self.scope["state"].get(BODY) if self.scope else None))

    def resume_writing(self) -> None:
        """The client has caught up."""
        self._reader.end()
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that was idle for too long, or that took too long to send a request."""
        self.timeout_keep_alive_task = None
        if self.loop.time() < self._deadline:
            self._wait()
        elif self._between or self._refused or not self._may_refuse:
            self._close()
        else:
            part, seconds = ("header fields", self.timeout_keep_alive) if self._in_head else ("body", self.body_timeout)
            self._refuse(Refused(HTTPStatus.REQUEST_TIMEOUT, f"The {part} did not end within {seconds} seconds."))

    @property
    def _deadline(self) -> float:
        reads_body = not self._between and not self._in_head and not self._refused
        return self._since + (self.body_timeout if reads_body else self.timeout_keep_alive)

    def _wait(self) -> None:
        if self.timeout_keep_alive_task is None:
            self.timeout_keep_alive_task = self.loop.call_at(self._deadline, self.timeout_keep_alive_handler)

    def _close(self) -> None:
        self._forget()
        self.transport.close()
        self._watch()

    def _watch(self) -> None:
        """A connection that closes first sends the rest, and the client may not read it."""
        if self.transport.get_write_buffer_size():
            self._reader.begin()

    # --- too many clients

    @property
    def waits_since(self) -> float | None:
        """Since when the server has waited for the client; ``None`` while it works on an answer, or is closing."""
        answers = self.cycle is not None and not self.cycle.response_complete and self._between
        return None if answers or self.transport.is_closing() else self._since

    def give_up(self) -> None:
        """Close the connection and drop what the client has not read."""
        self._reader.end()
        self.transport.abort()

    # --- what is not a request

    def send_400_response(self, msg: str) -> None:
        """Refuse what the parser cannot read with a problem document (the parser's error is being handled)."""
        match sys.exception():
            case HttpParserInvalidMethodError():
                detail = f"This is not a method of HTTP; the service supports {_ALLOWED}."
                self._refuse(Refused(HTTPStatus.METHOD_NOT_ALLOWED, detail, {"Allow": _ALLOWED}))
            case BaseException(__context__=Refused() as refused):
                self._refuse(refused)
            case _:
                detail = "This is not an HTTP/1.1 request: its first line or a header field cannot be read."
                self._refuse(Refused(HTTPStatus.BAD_REQUEST, detail))

    @property
    def _may_refuse(self) -> bool:
        """Whether the client would take the next response for the answer to what is being read."""
        reads_body = not self._between and not self._in_head
        if self.cycle is None or self.cycle.response_complete:
            return not reads_body
        return reads_body and not self.cycle.response_started and not self.pipeline

    def _refuse(self, refused: Refused) -> None:
        """Answer with the problem and end the connection: where the next request begins is not known any more.

        What the client still sends is read and dropped for a while. Closing at once would reset the connection, and the
        client might never see the answer (RFC 9112, 9.6).
        """
        may = self._may_refuse
        self._refused = True
        if not may:
            self._close()
            return
        if self.cycle is not None and not self.cycle.response_complete:
            # The application waits for a body that does not come: to it, the client has disconnected.
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        path = self.url.partition(b"?")[0][:MAXIMUM_SHOWN].decode("latin-1")
        instance = self._prefix + (path if path.startswith("/") else "/")
        answer = response(problem_document(problem_of(refused, instance), refused.headers))
        fields = [*self.server_state.default_headers, *answer.raw_headers, (b"connection", b"close")]
        head = b"".join(b"%b: %b\r\n" % field for field in fields)
        self.transport.write(STATUS_LINE[answer.status_code] + head + b"\r\n" + bytes(answer.body))
        self.transport.write_eof()
        self._since = self.loop.time()
        self._wait()


def _is_one_head(data: bytes) -> bool:
    """Whether these bytes are the head of one GET request and nothing else."""
    return len(data) <= MAXIMUM_REPEATED and data.startswith(b"GET ") and data.find(_END) == len(data) - len(_END)
