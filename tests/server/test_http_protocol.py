"""HTTP/1.1 on the wire: requests seen before, in pieces, several at once, slow, oversized and unreadable ones.

The protocol runs in a server of this process with a small application, so that it is known what reaches it.
"""

from __future__ import annotations

import itertools
import json
import logging
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_server import LARGE, Application, Connection, head, port_of, serving
from uvicorn import Server
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from cooperation_atlas.web.http.heads import MAXIMUM_ADDRESS, MAXIMUM_HEAD
from cooperation_atlas.web.http.protocol import MAXIMUM_PIPELINED, Protocol
from cooperation_atlas.web.http.serve import LOGGING


@pytest.fixture
def application() -> Application:
    return Application()


@pytest.fixture
def server(application: Application) -> Iterator[Server]:
    with serving(application) as running:
        yield running


@pytest.fixture
def port(server: Server) -> int:
    return port_of(server)


def test_uvicorn_has_what_the_protocol_builds_on(server: Server, port: int):
    """Its protocol is no public interface: one that renames a hook would silently switch off what hangs on it."""
    hooks = ["connection_made", "connection_lost", "data_received", "on_message_begin", "on_headers_complete",
             "on_message_complete", "on_response_complete", "pause_writing", "resume_writing", "send_400_response",
             "timeout_keep_alive_handler"]  # fmt: skip
    for name in hooks:
        assert name in vars(Protocol) and name in vars(HttpToolsProtocol), name
    assert not [name for name in hooks if name.startswith("_")]
    own = {name for name in vars(Protocol) if name in vars(HttpToolsProtocol) and not name.startswith("__")}
    assert own == set(hooks)
    connection = Connection(port)
    connection.send(head("/a")).body()
    (running,) = server.server_state.connections
    for name in ("url", "headers", "scope", "parser", "pipeline", "connections", "timeout_keep_alive",
                 "timeout_keep_alive_task", "transport", "loop"):  # fmt: skip
        assert name in vars(running), name
    for name in ("disconnected", "message_event", "response_started", "response_complete"):
        assert name in vars(running.cycle), name
    assert running.flow.write_paused is False
    assert running.server_state.default_headers and STATUS_LINE[200].startswith(b"HTTP/1.1 200")


def test_a_request_that_came_before_is_answered_without_the_application(application: Application, port: int):
    first, second = Connection(port), Connection(port)
    status, fields, body = first.send(head("/a")).answer()
    assert (status, body) == (200, b"first GET /a")
    for connection in (first, second, first):
        again = connection.send(head("/a")).answer()
        assert again[0] == 200 and again[2] == body
        assert {k: v for k, v in again[1].items() if k != "date"} == {k: v for k, v in fields.items() if k != "date"}
        assert "date" in again[1]
    assert application.calls == 1
    assert first.send(head("/b")).body() == b"first GET /b"


def test_another_edition_is_answered_anew(application: Application, port: int):
    connection = Connection(port)
    for _ in range(2):
        assert connection.send(head("/a")).body() == b"first GET /a"
    application.edition = "second"
    for _ in range(2):
        assert connection.send(head("/a")).body() == b"second GET /a"
    assert application.calls == 2


def test_differing_header_fields_are_differing_requests(application: Application, port: int):
    connection = Connection(port)
    tag = connection.send(head("/a")).answer()[1]["etag"]
    for _ in range(2):
        assert connection.send(head("/a", f"If-None-Match: {tag}")).unchanged()
    for accept in ("text/html", "application/json"):
        connection.send(head("/a", f"Accept: {accept}")).body()
    assert application.calls == 3


def test_several_requests_in_one_piece_are_answered_in_order(application: Application, port: int):
    connection = Connection(port)
    connection.send(head("/a")).body()
    connection.send(head("/slow") + head("/a") + head("/b"))
    assert [connection.body() for _ in range(3)] == [b"first GET /slow", b"first GET /a", b"first GET /b"]


def test_requests_that_wait_for_others_are_bounded(application: Application, port: int):
    """One piece of what a client sends holds thousands of them."""
    connection = Connection(port).send(head("/slow") + head("/a") * MAXIMUM_PIPELINED)
    assert [connection.body() for _ in range(MAXIMUM_PIPELINED + 1)][-1] == b"first GET /a"
    calls = application.calls
    assert connection.send(head("/slow") + head("/b") * 2 * MAXIMUM_PIPELINED).closed()
    assert application.calls <= calls + 1


def test_a_known_request_waits_for_the_one_before_it(application: Application, port: int):
    connection = Connection(port)
    connection.send(head("/a")).body()
    connection.send(head("/slow"))
    connection.send(head("/a"))
    assert [connection.body() for _ in range(2)] == [b"first GET /slow", b"first GET /a"]


@pytest.mark.parametrize("cut", [1, 3, 10, 30, -3, -1])
def test_a_request_in_pieces_is_one_request(port: int, cut: int):
    connection = Connection(port)
    connection.send(head("/a")).body()
    connection.send(head("/a")[:cut]).send(head("/a")[cut:])
    assert connection.body() == b"first GET /a"
    assert connection.send(head("/b")).body() == b"first GET /b"


def test_a_known_request_inside_the_head_of_another_is_no_request(port: int):
    connection = Connection(port)
    connection.send(head("/a")).body()
    connection.send(b"GET /b HTTP/1.1\r\nX-Note: ").send(head("/a"))
    assert connection.body() == b"first GET /b"
    assert connection.send(head("/c")).body() == b"first GET /c"


def test_a_known_request_inside_a_body_is_no_request(port: int):
    """Or a proxy that shares the connection would take the answer for that to the next request of somebody else."""
    connection, known = Connection(port), head("/a")
    connection.send(known).body()
    connection.send(head("/b", f"Content-Length: {len(known)}", method="POST")).send(known)
    assert connection.body() == b"first POST /b " + known
    assert connection.send(head("/c")).body() == b"first GET /c"


def test_a_known_request_inside_a_body_that_nobody_reads_is_no_request(port: int):
    connection, known = Connection(port), head("/a")
    connection.send(known).body()
    connection.send(head("/refused", f"Content-Length: {len(known)}", method="POST"))
    assert connection.answer()[0] == 415
    connection.send(known).send(head("/c"))
    assert connection.body() == b"first GET /c"


@pytest.mark.parametrize("protocol", ["h2c", "websocket"])
def test_an_upgrade_that_is_offered_is_not_taken(
    application: Application, port: int, protocol: str, caplog: pytest.LogCaptureFixture
):
    connection = Connection(port)
    for calls in (1, 1):
        connection.send(head("/a", "Connection: Upgrade", f"Upgrade: {protocol}"))
        assert connection.body() == b"first GET /a"
        assert application.calls == calls
    assert connection.send(head("/b")).body() == b"first GET /b"
    # uvicorn warns of each of them; the log of the server leaves that out, and nothing else is said.
    least = logging.getLevelNamesMapping()[LOGGING["loggers"]["uvicorn.error"]["level"]]
    assert all(record.name == "uvicorn.error" and record.levelno < least for record in caplog.records)


def test_other_methods_and_bodies_are_not_taken_for_a_known_request(application: Application, port: int):
    connection = Connection(port)
    connection.send(head("/a")).body()
    connection.send(head("/a", "Content-Length: 2", method="POST") + b"ab")
    assert connection.body() == b"first POST /a ab"
    for _ in range(2):
        connection.send(head("/a", "Content-Length: 2") + b"ab")
        assert connection.body() == b"first GET /a"


@pytest.mark.parametrize("request_", [head("/a", "Connection: close"), head("/a", version="1.0")])
def test_a_client_that_wants_it_gets_the_connection_closed(port: int, request_: bytes):
    for _ in range(3):
        connection = Connection(port).send(request_)
        assert connection.body() == b"first GET /a"
        assert connection.closed()


def test_a_client_that_does_not_read_is_waited_for(server: Server, port: int):
    """Nothing is put into the buffers of a connection that are full, and nothing is lost."""
    connection = Connection(port)
    connection.send(head("/large")).body()
    for _ in range(200):
        connection.socket.sendall(head("/large"))
        time.sleep(0.005)
    waiting = [open_.transport.get_write_buffer_size() for open_ in server.server_state.connections]
    assert 0 < max(waiting) < 3 * len(LARGE)
    for _ in range(200):
        assert connection.body() == LARGE
    assert connection.send(head("/a")).body() == b"first GET /a"


def posted(body: bytes) -> bytes:
    """A POST request with a body."""
    return head("/p", f"Content-Length: {len(body)}", method="POST") + body


#: Requests and what they are answered.
EXCHANGES = {
    head("/a"): b"first GET /a",
    head("/b", "Accept: text/html"): b"first GET /b",
    posted(head("/a")): b"first POST /p " + head("/a"),
    posted(b"\r\n\r\n"): b"first POST /p \r\n\r\n",
    head("/a", "Content-Length: 4") + b"GET ": b"first GET /a",
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), asked=st.lists(st.sampled_from(list(EXCHANGES)), min_size=1, max_size=6))
def test_how_a_stream_is_cut_does_not_change_the_answers(port: int, data: st.DataObject, asked: list[bytes]):
    stream = b"".join(asked)
    ends = list(itertools.accumulate(map(len, asked)))
    # Pieces that end where a request ends are those that may be known.
    cuts = data.draw(st.sets(st.sampled_from(ends) | st.integers(1, len(stream)), max_size=8))
    connection = Connection(port)
    for start, end in itertools.pairwise(sorted({0, *cuts, len(stream)})):
        connection.socket.sendall(stream[start:end])
        time.sleep(0.003)
    assert [connection.body() for _ in asked] == [EXCHANGES[request] for request in asked]


# --- idle and slow clients


@pytest.fixture
def hasty(application: Application) -> Iterator[int]:
    """The port of a server that waits one second."""
    with serving(application, keep_alive=1) as running:
        yield port_of(running)


@pytest.mark.parametrize("before", [b"", head("/a"), head("/a") + head("/a")])
def test_idle_connections_are_closed(hasty: int, before: bytes):
    connection = Connection(hasty).send(before)
    for _ in range(before.count(b"GET")):
        connection.body()
    assert connection.closed()


def test_connections_in_use_stay_open(application: Application, hasty: int):
    """Known requests count as use, too: the second without one is what closes."""
    connection = Connection(hasty)
    until = time.monotonic() + 2.5
    while time.monotonic() < until:
        assert connection.send(head("/a")).body() == b"first GET /a"
        time.sleep(0.2)
    assert application.calls == 1
    assert connection.closed()


def test_a_head_that_never_ends_is_not_waited_for(hasty: int):
    """One byte now and then must not hold a connection for good."""
    connection = Connection(hasty).send(b"GET /a HTTP/1.1\r\nX-Slow: ")
    with pytest.raises(OSError):
        for _ in range(200):  # ten seconds
            connection.send(b"x")


def test_a_head_that_does_not_end_in_time_is_told_so(hasty: int):
    connection = Connection(hasty).send(b"GET /a HTTP/1.1\r\nX-Slow: ")
    status, fields, body = connection.answer()
    assert status == 408 and fields["connection"] == "close" and json.loads(body)["status"] == 408
    assert connection.closed()


# --- requests that are none


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"BREW / HTTP/1.1\r\nHost: atlas\r\n\r\n", 405),
        (b"GET /\xff HTTP/1.1\r\nHost: atlas\r\n\r\n", 400),
        (b"GET / HTTP/9.9.9\r\n\r\n", 400),
        (b"CONNECT atlas:443 HTTP/1.1\r\nHost: atlas:443\r\n\r\n", 400),
        (b"GET http:// HTTP/1.1\r\nHost: atlas\r\n\r\n", 400),
        (b"hello\r\n\r\n", 405),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 405),
        (b"GET / HTTP/1.1\r\nHost: atlas\r\nContent-Length: many\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: atlas\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
        (head("/?" + "a" * MAXIMUM_ADDRESS), 414),
        (head("/?" + "a" * 3 * MAXIMUM_HEAD), 414),
        (head("/", "X-Long: " + "a" * MAXIMUM_HEAD), 431),
        (head("/", "X-Long: " + "a" * 3 * MAXIMUM_HEAD), 431),
        (b"GET / HTTP/1.1\r\nX-Endless: " + b"a" * 3 * MAXIMUM_HEAD, 431),
        (b"GET /" + b"a" * 3 * MAXIMUM_HEAD, 414),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_the_end(application: Application, port: int, sent: bytes, status: int):
    connection = Connection(port)
    connection.send(sent)
    told, fields, body = connection.answer()
    assert told == status
    assert fields["content-type"] == "application/problem+json" and fields["connection"] == "close"
    problem = json.loads(body)
    assert problem["status"] == status and problem["instance"].startswith("/") and len(body) < 2000
    assert ("allow" in fields) == (status == 405)
    assert connection.closed()
    connection.send(head("/a"))
    assert application.calls == 0, "nothing that follows is taken for a request"


def test_a_refused_client_that_sends_on_is_closed(application: Application, hasty: int):
    """It may send what it has, so that it comes to read the refusal; not for good."""
    connection = Connection(hasty).send(b"BREW /a HTTP/1.1\r\n\r\n")
    assert connection.answer()[0] == 405
    with pytest.raises(OSError):
        for _ in range(200):  # ten seconds
            connection.send(b"x")
    assert application.calls == 0


def test_largest_address_and_head_are_read(port: int):
    connection = Connection(port)
    assert connection.send(head("/" + "a" * (MAXIMUM_ADDRESS - 1))).answer()[0] == 200
    assert connection.send(head("/", "X-Long: " + "a" * (MAXIMUM_HEAD - 100))).answer()[0] == 200


def test_an_unreadable_request_does_not_break_into_the_answer_before_it(port: int):
    connection = Connection(port)
    connection.send(head("/slow")).send(b"\x00\x00\r\n\r\n")
    assert connection.closed()
