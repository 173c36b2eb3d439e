"""What the HTTP tests share: requests to a running server, byte for byte where it matters, and the form of refusals."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import httpx
import orjson
from running_server import RunningServer

PROBLEM = "application/problem+json"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
EPSG = "http://www.opengis.net/def/crs/EPSG/0/{}"
#: Every CRS that is offered, by EPSG code.
CRSS = {
    "CRS84": CRS84,
    "4326": EPSG.format(4326),
    "4258": EPSG.format(4258),
    "3035": EPSG.format(3035),
    "3857": EPSG.format(3857),
}
#: A feature that every edition of the repository's data has: Sicily's ERDF programme.
SICILY = "2021IT16RFPR016"


#: One client for all requests, so that connections are kept.
_CLIENT = httpx.Client(timeout=60)


def items(collection: str = "programmes") -> str:
    """Path of the features of a collection."""
    return f"/collections/{collection}/items"


def get(server: RunningServer, path: str, headers: dict[str, str] | None = None, **query: Any) -> httpx.Response:
    """A GET request; the query may also stand in ``path``. ``_`` in names of parameters stays as it is."""
    return request(server, "GET", path, headers=headers, params=query or None)


def request(server: RunningServer, method: str, path: str, **more: Any) -> httpx.Response:
    """A request of any method; redirects are not followed."""
    return _CLIENT.request(method, server.url + path, **more)


def page(server: RunningServer, path: str, **query: Any) -> dict[str, Any]:
    """The JSON of a request that must succeed."""
    answer = get(server, path, **query)
    assert answer.status_code == 200, answer.text
    return orjson.loads(answer.content)


def follow(href: str) -> httpx.Response:
    """What a link leads to."""
    answer = _CLIENT.get(href)
    assert answer.status_code == 200, answer.text
    return answer


def ids(server: RunningServer, collection: str, **query: Any) -> list[str]:
    """Ids of all features that match, in the order in which they are answered."""
    query = {"limit": 10_000, "skipGeometry": "true", **query}
    return [f["id"] for f in page(server, items(collection), **query)["features"]]


def refusal(answer: httpx.Response | RawAnswer, status: int = 400) -> dict[str, Any]:
    """The problem document of a request that must be refused with ``status``, checked for its form."""
    assert answer.status_code == status, f"{answer.status_code} instead of {status}: {answer.text[:300]}"
    assert answer.headers["content-type"] == PROBLEM
    assert "no-store" in answer.headers["cache-control"]
    problem = orjson.loads(answer.content)
    assert problem["status"] == status
    assert problem["title"] and problem["code"] and problem["type"]
    assert len(problem["detail"]) > 10
    assert problem["instance"].startswith("/")
    for leak in ("Traceback", 'File "', "Error(", "line 1, in", "None"):
        assert leak not in problem["detail"]
    return problem


@dataclass(frozen=True)
class RawAnswer:
    """A response read from the socket."""

    status_code: int
    headers: dict[str, str]
    content: bytes

    @cached_property
    def text(self) -> str:
        """The body as text, whatever it holds."""
        return self.content.decode(errors="replace")


def raw(server: RunningServer, target: str | bytes, method: str = "GET", headers: str = "") -> RawAnswer:
    """A request whose target is sent as it stands, as no well-behaved client would."""
    address = urlsplit(server.url)
    target = target.encode() if isinstance(target, str) else target
    lines = [method.encode() + b" " + target + b" HTTP/1.1", f"Host: {address.netloc}".encode(), b"Connection: close"]
    with socket.create_connection((address.hostname or "", address.port or 80), timeout=60) as connection:
        connection.sendall(b"\r\n".join([*lines, *headers.encode().splitlines(), b"", b""]))
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = received.partition(b"\r\n\r\n")
    status, *fields = head.decode("latin-1").split("\r\n")
    named = (field.split(": ", 1) for field in fields)
    return RawAnswer(int(status.split()[1]), {name.lower(): value for name, value in named}, body)
