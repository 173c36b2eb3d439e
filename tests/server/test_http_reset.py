"""Clients that reset their connection: nobody waits for them, nothing is written to them, nothing is logged."""

from __future__ import annotations

import asyncio
import logging
import socket
import struct
import time
from collections.abc import Callable, Iterator

import pytest
from small_server import Application, Connection, head, port_of, serving
from uvicorn import Server
from waiting import wait_until


@pytest.fixture
def application() -> Application:
    return Application()


@pytest.fixture
def server(application: Application) -> Iterator[Server]:
    """One that gives up a client after a second."""
    with serving(application, keep_alive=1) as running:
        yield running


def reset(connection: Connection) -> None:
    """Leave as a client that is killed does: the server reads an error, not an end."""
    connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def wait_until_gone(server: Server) -> None:
    wait_until(lambda: not server.server_state.connections and not server.server_state.tasks, 10)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /a HTTP/1.1\r\nX-Half: ",
        head("/a", "Content-Length: 10", method="POST") + b"half",
        head("/slow"),
        head("/slow") + head("/a") + head("/b"),
        head("/a") * 30,
        head("/slow") + head("/a") * 30,
        head("/large") * 10,
        head("/slow") + head("/a", "Content-Length: 10", method="POST") + b"half",
        b"no request\r\n\r\n",
        head("/slow") + b"no request\r\n\r\n",
        head("/slow") + head("/a") + b"no request\r\n\r\n",
        b"",
    ],
    ids=[
        "head",
        "body",
        "answer",
        "pipeline",
        "many",
        "many behind one",
        "large",
        "pipeline with half a body",
        "refused",
        "refused behind one",
        "refused behind two",
        "nothing",
    ],
)
def test_a_client_that_resets_leaves_nothing_behind(
    server: Server, application: Application, sent: bytes, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            waiting = Connection(port_of(server)).send(sent)
            time.sleep(0.3)
            reset(waiting)
            reset(Connection(port_of(server)).send(sent))
            # Before the server had a look at it.
            at_once = Connection(port_of(server))
            at_once.socket.sendall(sent)
            reset(at_once)
        wait_until_gone(server)
        time.sleep(1.5)  # the time that a client has for a request passes, and nobody is told so
        assert Connection(port_of(server)).send(head("/b")).body() == b"first GET /b"
    assert not [record.getMessage() for record in caplog.records]


def test_requests_behind_one_that_was_reset_are_not_answered(server: Server, application: Application):
    """Work for a client that is gone is work that others wait for."""
    connection = Connection(port_of(server)).send(head("/slow") + head("/a") + head("/b"))
    reset(connection)
    wait_until_gone(server)
    assert application.calls == 1


def loop_errors(server: Server) -> Callable[[], list[str]]:
    """What the loop of the server could not hand to anybody."""
    found: list[str] = []
    loop: asyncio.AbstractEventLoop = next(iter(server.server_state.connections)).loop
    loop.set_exception_handler(lambda _, context: found.append(context["message"]))
    return lambda: found


@pytest.mark.parametrize("sent", [b"GET /a HTTP/1.1\r\nX-Half: ", head("/a", "Content-Length: 9", method="POST"), b""])
def test_no_timer_outlives_its_connection(server: Server, sent: bytes):
    waiting = Connection(port_of(server)).send(sent)
    errors = loop_errors(server)
    reset(waiting)
    time.sleep(1.5)
    assert errors() == []
