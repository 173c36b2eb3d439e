"""A server in this process with our protocol and a small application, so that it is known what reaches it."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import httpx
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn import Config, Server
from waiting import wait_until

from cooperation_atlas.web.http.cache import RESPONSES, CacheMiddleware
from cooperation_atlas.web.http.protocol import Protocol
from cooperation_atlas.web.http.request import RESOURCE_REQUEST
from cooperation_atlas.web.http.response_cache import ResponseCache
from cooperation_atlas.web.http.responses import STABLE

LARGE = b"x" * 300_000
#: Bytes of a response of which a client that does not read leaves most in the memory of the server.
BIG = 8_000_000


class Application:
    """Answers with what was asked, and counts.

    ``/refused`` is refused without reading the body; bodies of ``/big/...`` differ by path; ``/varying/NAME`` says that
    it depends on the header field of that name; ``/held`` is answered when ``release`` is set.
    """

    def __init__(self, capacity: int = 10_000_000) -> None:
        self.edition = "first"
        self.day = date(2026, 11, 25)
        self.calls = 0
        self.left = 0
        self.release = threading.Event()
        self.cache = ResponseCache(capacity, lambda: self.edition, lambda: self.day)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await receive()
            scope["state"][RESPONSES] = self.cache
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        self.calls += 1
        path = scope["path"]
        if path == "/slow":
            await asyncio.sleep(0.2)
        while path == "/held" and not self.release.is_set():
            await asyncio.sleep(0.01)
        body = f"{self.edition} {scope['method']} {path}".encode()
        if path == "/large":
            body = LARGE
        elif path.startswith("/big/"):
            body = path[-1:].encode() * BIG
        asked = scope["state"][RESOURCE_REQUEST]
        if asked.day:
            body += f" {asked.day}".encode()
        if scope["method"] == "POST" and path != "/refused":
            body += b" "
            more = True
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    self.left += 1
                    return
                body, more = body + message["body"], message["more_body"]
        headers = [(b"content-length", str(len(body)).encode()), (b"cache-control", STABLE.encode())]
        if path.startswith("/varying/"):
            headers.append((b"Vary", path.removeprefix("/varying/").encode()))
        status = 415 if path == "/refused" else 200
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


@contextmanager
def serving(application: Application, keep_alive: int = 30, **limits: Any) -> Iterator[Server]:
    """A server of the application with our protocol.

    :param limits: attributes of the protocol
    """
    with running(CacheMiddleware(application, "", application.cache), keep_alive, **limits) as server:
        yield server


@contextmanager
def running(app: ASGIApp, keep_alive: int = 30, **limits: Any) -> Iterator[Server]:
    """A server of any application that puts its response cache into its state."""
    config = Config(
        app,
        host="127.0.0.1",
        port=0,
        http=type("Limited", (Protocol,), limits),
        ws="none",
        lifespan="on",
        log_config=None,
        timeout_keep_alive=keep_alive,
        timeout_graceful_shutdown=1,
        server_header=False,
    )
    server = Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_until(lambda: server.started or not thread.is_alive(), 20)
        if not server.started:
            raise RuntimeError("the server ended before it had started: its errors are in the output")
        yield server
    finally:
        server.should_exit = True
        thread.join(20)


@contextmanager
def client_of(app: ASGIApp) -> Iterator[httpx.Client]:
    """A client of a server of an application."""
    with running(app) as server, httpx.Client(base_url=f"http://127.0.0.1:{port_of(server)}", timeout=60) as client:
        yield client


class Clock:
    """The present day, as a test sets it."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day


class Connection:
    """A connection that sends bytes as they stand and reads whole responses."""

    def __init__(self, port: int, receive_buffer: int | None = None) -> None:
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(10)
        self.socket.connect(("127.0.0.1", port))
        self._file = self.socket.makefile("rb")

    def send(self, data: bytes) -> Connection:
        """Send, and let the server read it on its own."""
        self.socket.sendall(data)
        time.sleep(0.05)
        return self

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        """Status, header fields and body of the next response."""
        status = self._file.readline()
        assert status, "the connection was closed"
        fields = dict(
            line.decode("latin-1").rstrip("\r\n").split(": ", 1) for line in iter(self._file.readline, b"\r\n")
        )
        return int(status.split()[1]), fields, self._file.read(int(fields["content-length"]))

    def body(self) -> bytes:
        """The body of the next response, which must be a 200."""
        status, _, body = self.answer()
        assert status == 200
        return body

    def unchanged(self) -> bool:
        """Whether the next response is a 304, which has no body."""
        status = self._file.readline()
        for _ in iter(self._file.readline, b"\r\n"):
            pass
        return status.split()[1] == b"304"

    def closed(self) -> bool:
        """Whether the server has closed it."""
        return self._file.read(1) == b""

    def cut(self) -> bool:
        """Whether the server has ended it, before all was sent or after; whatever came is dropped."""
        self.socket.settimeout(0.5)
        try:
            while self.socket.recv(65536):
                pass
        except TimeoutError:
            return False
        except ConnectionError:
            return True
        return True

    def close(self) -> None:
        """Leave."""
        self._file.close()
        self.socket.close()


def port_of(server: Server) -> int:
    """The port it listens on."""
    return server.servers[0].sockets[0].getsockname()[1]


def head(path: str, *fields: str, method: str = "GET", version: str = "1.1") -> bytes:
    """The head of a request."""
    return "\r\n".join([f"{method} {path} HTTP/{version}", "Host: atlas", *fields, "", ""]).encode()
