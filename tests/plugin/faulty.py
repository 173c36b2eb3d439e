"""A proxy before the real server that fails on purpose, a full disk, and waiting for calls with a time limit."""

from __future__ import annotations

import json
import resource
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.error import HTTPError
from urllib.parse import parse_qsl, urlencode, urlsplit
from urllib.request import Request, urlopen

from qgis.PyQt.QtCore import QEventLoop, QTimer

#: Headers of the real server that are passed on.
PASSED = ("Content-Type", "ETag", "Atlas-Edition", "Cache-Control")


class Faulty:
    """Passes requests on to ``target``; ``fault(path)`` names what goes wrong, or ``None``.

    Faults: ``500``, ``503``, ``malformed``, ``html``, ``half`` (connection cut in the middle), ``hang`` (nothing is
    sent), ``trickle`` (a byte now and then), ``foreign`` (another service's JSON).
    """

    def __init__(self, target: str, port: int = 0) -> None:
        self.target = target
        self.fault: Callable[[str], str | None] = lambda path: None
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()
        self._open: set[socket.socket] = set()
        faulty = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                super().setup()
                faulty._open.add(self.connection)

            def do_GET(self) -> None:
                faulty.answer(self)

            def log_message(self, *_: Any) -> None:
                """Says nothing on the terminal."""

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        # Clients that go away while something is sent are the point of some tests.
        self._server.handle_error = lambda request, address: None
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Ends it and cuts all connections."""
        if self.over.is_set():
            return
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        for connection in list(self._open):
            cut(connection)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append((handler.path, dict(handler.headers.items())))
        fault = self.fault(handler.path)
        if fault in ("500", "503"):
            send(handler, int(fault), b'{"title":"Failure on purpose","detail":"on purpose"}', {"Retry-After": "0"})
        elif fault == "html":
            send(handler, 200, b"<html>hello</html>", {"Content-Type": "text/html"})
        elif fault == "foreign":
            send(handler, 200, b'{"name": "another service", "links": []}', {})
        elif fault == "hang":
            self.over.wait(20)
            cut(handler.connection)
        else:
            self._pass_on(handler, fault)

    def _pass_on(self, handler: BaseHTTPRequestHandler, fault: str | None) -> None:
        asked = {n: v for n, v in handler.headers.items() if n in ("Accept", "If-None-Match")}
        try:
            with urlopen(Request(self.target + handler.path, headers=asked), timeout=30) as reply:
                status, body, given = reply.status, reply.read(), reply.headers
        except HTTPError as error:
            status, body, given = error.code, error.read(), error.headers
        headers = {name: given[name] for name in PASSED if given[name]}
        if fault == "malformed":
            body = body[: len(body) // 2]
        if fault not in ("half", "trickle"):
            send(handler, status, body, headers)
            return
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if fault == "half":
            handler.wfile.write(body[: len(body) // 2])
            handler.wfile.flush()
            cut(handler.connection)
            return
        with suppress(OSError):
            for position in range(len(body)):
                if self.over.is_set():
                    return
                handler.wfile.write(body[position : position + 1])
                handler.wfile.flush()
                time.sleep(0.05)


class Many(Faulty):
    """As many programmes as wanted: one of the real ones, over and over, with ids of their own."""

    def __init__(self, target: str, count: int) -> None:
        super().__init__(target)
        self.count = count
        with urlopen(f"{target}/collections/programmes/items?limit=1&country=MT&f=json", timeout=30) as reply:
            self.page = json.load(reply)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = urlsplit(handler.path)
        if asked.path != "/collections/programmes/items":
            super().answer(handler)
            return
        query = dict(parse_qsl(asked.query))
        offset, limit = int(query.get("offset", 0)), int(query.get("limit", 100))
        (feature,) = self.page["features"]
        ids = [f"MANY{number:06}" for number in range(offset, min(offset + limit, self.count))]
        features = [{**feature, "id": i, "properties": {**feature["properties"], "cci": i}} for i in ids]
        links = [{"rel": "next", "href": "#"}] if offset + limit < self.count else []
        page = {**self.page, "numberMatched": self.count, "features": features, "links": links}
        send(handler, 200, json.dumps(page, separators=(",", ":")).encode(), {})


class WithOneMore(Faulty):
    """A server of a later version: it has one more criterion, ``colour``, with a code list of its own."""

    DESCRIBED: ClassVar[dict[str, Any]] = {
        "title": "Colour", "description": "Colour of the logo.", "type": "array", "items": {"type": "string"},
        "x-ogc-codelistId": "colours", "x-atlas-match": "code", "x-atlas-level": "programme",
        "x-atlas-property": "funds",
    }  # fmt: skip
    COLOURS: ClassVar[dict[str, Any]] = {
        "id": "colours", "items": [{"code": "red", "label": "Red"}, {"code": "blue", "label": "Blue"}],
    }  # fmt: skip

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = urlsplit(handler.path)
        query = parse_qsl(asked.query)
        self.asked.append((handler.path, dict(handler.headers.items())))
        if asked.path == "/codelists/colours":
            self._send(handler, self.COLOURS)
            return
        # The real one does not know it.
        handler.path = f"{asked.path}?{urlencode([(n, v) for n, v in query if n != 'colour'])}"
        if asked.path == "/collections/programmes/queryables":
            document = self._real(handler.path)
            document["x-atlas-criteria"]["colour"] = self.DESCRIBED
            self._send(handler, document)
        elif asked.path == "/collections/programmes/facets":
            document = self._real(handler.path)
            document["facets"]["colour"] = {"red": 7, "blue": 0}
            self._send(handler, document)
        else:
            self._pass_on(handler, None)

    def asked_for(self, path: str) -> list[str]:
        """Values of the criterion in the requests to a path."""
        queries = [parse_qsl(urlsplit(asked).query) for asked, _ in self.asked if urlsplit(asked).path == path]
        return [value for query in queries for name, value in query if name == "colour"]

    def _real(self, path: str) -> Any:
        with urlopen(Request(self.target + path, headers={"Accept": "application/json"}), timeout=30) as reply:
            self.edition = reply.headers["Atlas-Edition"]
            return json.load(reply)

    def _send(self, handler: BaseHTTPRequestHandler, document: Any) -> None:
        send(handler, 200, json.dumps(document).encode(), {"Atlas-Edition": self.edition, "ETag": '"of this test"'})

    edition = ""


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str]) -> None:
    with suppress(OSError):
        handler.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            handler.send_header(name, value)
        if status != 304:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body if status != 304 else b"")


def cut(connection: socket.socket) -> None:
    """Closes a connection as a killed process does: with a reset."""
    with suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.shutdown(socket.SHUT_RDWR)
        connection.close()


def outcome(call: Any, seconds: float = 30) -> Any:
    """The result of a call or a load, or its error; fails when neither comes."""
    came: list[Any] = []
    call.finished.connect(came.append)
    call.failed.connect(came.append)
    loop = QEventLoop()
    call.ended.connect(loop.quit)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    assert len(came) == 1, f"{len(came)} outcomes within {seconds} s"
    return came[0]


def spin(seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
    """Lets events happen for some time, or until a condition holds; whether it held."""
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if until() else None)
    timer.start(10)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    timer.stop()
    return until()


@contextmanager
def disk_full_after(size: int) -> Iterator[None]:
    """No file grows beyond this size, bytes: the writes fail, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
