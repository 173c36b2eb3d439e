"""Attacks whose memory is measured: large heads, large bodies, bodies that do not end, clients that do not read.

Each is bounded in requests, bytes and time, and goes to a server on the loopback interface.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

HEAD, BODY = 120_000, 960_000
#: Literals in a large body.
LITERALS = 19_000
#: Seconds that an attack holds its connections open at most.
HELD = 100.0
#: What is told while connections are held.
Look = Callable[[], None]


def large_heads(url: str, share: float, look: Look) -> str:
    """3,000 GETs, each with 120 KB of another Accept, or of another Cookie."""
    many = max(1, round(3000 * share))
    statuses: dict[int, int] = {}
    connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
    for number in range(many):
        filler = f"application/x-{number:06}" + "a" * (HEAD - 200)
        field = ("Accept", "Cookie")[number % 2]
        status = _asked(connection, "GET", "/collections/nuts3/items/ITG11", None, {field: f"{filler}, */*;q=0.5"})
        statuses[status] = statuses.get(status, 0) + 1
    connection.close()
    look()
    return f"{many} GETs with heads of {HEAD // 1000} KB {_told(statuses)}"


def large_bodies(url: str, share: float, look: Look) -> str:
    """120 POSTs, each with 960 KB of other literals."""
    many = max(1, round(120 * share))
    statuses: dict[int, int] = {}
    connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
    for number in range(many):
        literals = [f"x{number:04}{n:06}".ljust(BODY // LITERALS - 3, "x") for n in range(LITERALS)]
        body = json.dumps({"op": "in", "args": [{"property": "title"}, literals]}, separators=(",", ":")).encode()
        path = "/collections/programmes/items?limit=1&skipGeometry=true"
        status = _asked(connection, "POST", path, body, {"Content-Type": "application/json"})
        statuses[status] = statuses.get(status, 0) + 1
    connection.close()
    look()
    return f"{many} POSTs of {BODY // 1000} KB {_told(statuses)}"


def unfinished_bodies(url: str, share: float, look: Look) -> str:
    """239 POSTs that send nearly all of their body and then nothing more."""
    many = max(1, round(239 * share))
    fields = b"Host: a\r\nContent-Type: application/json\r\nContent-Length: %d" % BODY
    sent = b"POST /collections/programmes/items HTTP/1.1\r\n" + fields + b"\r\n\r\n" + b" " * (BODY - 1000)
    closed, seconds = _hold(url, many, lambda _: sent, look, HELD * max(share, 0.3))
    return f"{many} POSTs that do not end: {closed} were closed by the server within {seconds:.0f} s"


def slow_readers(url: str, share: float, look: Look) -> str:
    """60 clients that ask for all areas, 6 MB, and do not read."""
    many = max(1, round(60 * share))
    ask = "GET /collections/nuts3/items?limit=2000&offset={} HTTP/1.1\r\nHost: a\r\n\r\n"
    closed, seconds = _hold(url, many, lambda n: ask.format(n).encode(), look, HELD * max(share, 0.3))
    return f"{many} clients that do not read: {closed} were closed by the server within {seconds:.0f} s"


ATTACKS = (large_heads, large_bodies, unfinished_bodies, slow_readers)


def _asked(connection: HTTPConnection, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> int:
    """The status; 0 where the connection was closed instead."""
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except (OSError, HTTPException):
        connection.close()
        return 0


def _hold(url: str, many: int, request: Callable[[int], bytes], look: Look, limit: float) -> tuple[int, float]:
    """Open connections, send, and hold them without reading; how many the server closed, and within what time."""
    parts = urlsplit(url)
    with ExitStack() as stack:
        for number in range(many):
            connection = stack.enter_context(socket.socket())
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.settimeout(30)
            connection.connect((parts.hostname, parts.port))
            with suppress(OSError):
                connection.sendall(request(number))
        begun, left = time.monotonic(), many
        while left and time.monotonic() - begun < limit:
            look()
            time.sleep(1)
            left = _open(parts.port or 0)
        return many - min(left, many), time.monotonic() - begun


def _open(port: int) -> int:
    """Connections that the server on that port holds open; it closes those it gives up, read or not."""
    established, found = "01", 0
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, local, _, state, *_ = line.split()
        found += state == established and int(local.partition(":")[2], 16) == port
    return found


def _told(statuses: dict[int, int]) -> str:
    return "(" + ", ".join(f"{many} times {status or 'closed'}" for status, many in sorted(statuses.items())) + ")"
