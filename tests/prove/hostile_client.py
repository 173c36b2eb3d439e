"""Sends an attempt over a connection of its own and judges what comes back."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus

from hostile_requests import Attempt

#: Seconds that an answer to a whole request may take, and that one to anything else is waited for.
ANSWER_LIMIT, PATIENCE = 60.0, 1.0
_RESET = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Reply:
    """One answer as it came: status, headers with names in small letters, body."""

    status: int
    headers: dict[str, str]
    body: bytes


def send(address: tuple[str, int], attempt: Attempt) -> bytes:
    """Send it; the bytes that came back.

    :raises OSError: where no connection can be made
    """
    received = bytearray()
    with socket.create_connection(address, ANSWER_LIMIT) as connection:
        connection.settimeout(ANSWER_LIMIT if attempt.answered else PATIENCE)
        # A server that refuses may close before everything is sent; what it said before is what counts.
        with suppress(OSError):
            for piece in attempt.pieces:
                connection.sendall(piece)
        if attempt.ending == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            return b""
        if attempt.ending == "leave":
            return b""
        with suppress(OSError):
            if attempt.ending == "half":
                connection.shutdown(socket.SHUT_WR)
            while block := connection.recv(1 << 16):
                received += block
    return bytes(received)


def replies(received: bytes, head_only: bool) -> Iterator[Reply]:
    """The answers in what came back.

    :raises ValueError: where it is no HTTP/1.1
    """
    while received:
        head, end, rest = received.partition(b"\r\n\r\n")
        line, *fields = head.split(b"\r\n")
        version, _, more = line.partition(b" ")
        status = more.partition(b" ")[0]
        if not end or version != b"HTTP/1.1" or not status.isdigit():
            raise ValueError(f"no answer of HTTP/1.1: {received[:80]!r}")
        headers = {
            name.decode("latin-1").lower(): value.strip().decode("latin-1") for name, _, value in map(_parts, fields)
        }
        bodiless = head_only or int(status) in (HTTPStatus.NOT_MODIFIED, HTTPStatus.NO_CONTENT) or int(status) < 200
        length = 0 if bodiless else int(headers.get("content-length", len(rest)))
        yield Reply(int(status), headers, rest[:length])
        if len(rest) < length:
            raise ValueError(f"{length - len(rest)} bytes of {length} are missing")
        received = rest[length:]


def _parts(field: bytes) -> tuple[bytes, bytes, bytes]:
    return field.partition(b":")


def wrong(reply: Reply, head_only: bool) -> str | None:
    """What must not be in any answer, whatever was asked."""
    if reply.status == HTTPStatus.SERVICE_UNAVAILABLE:
        return None if "retry-after" in reply.headers else "503 without Retry-After"
    if reply.status >= 500:
        return f"{reply.status}: {reply.body[:300]!r}"
    if reply.headers.get("x-content-type-options") != "nosniff":
        return f"{reply.status} without X-Content-Type-Options"
    if b"Traceback (most recent call last)" in reply.body:
        return f"{reply.status} with a traceback"
    if head_only or "content-encoding" in reply.headers or not reply.body:
        return None
    type_ = reply.headers.get("content-type", "")
    # People get a page that says the same.
    if reply.status >= 400 and not type_.startswith(("application/problem+json", "text/html")):
        return f"{reply.status} is no problem document but {type_ or 'of no type'}: {reply.body[:200]!r}"
    if "json" in type_:
        try:
            told = json.loads(reply.body, parse_constant=_no_number)
        except ValueError as error:
            return f"{reply.status} whose JSON cannot be read: {error}"
        if reply.status >= 400 and (told.get("status") != reply.status or not told.get("detail")):
            return f"{reply.status} whose problem tells no reason: {reply.body[:200]!r}"
    return None


def _no_number(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")
