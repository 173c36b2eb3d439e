"""What one client may take from the others: time, memory, connections."""

from __future__ import annotations

import json
import resource
import socket
import time
from collections.abc import Iterator

import pytest
from http_client import get, items
from running_server import LOGS, RunningServer, start
from small_server import BIG, Application, Connection, head, port_of, serving
from waiting import wait_until

from cooperation_atlas.web.http import connections, protocol
from cooperation_atlas.web.http.slow_readers import SlowReaders

UNFINISHED = head("/p", "Content-Type: application/json", "Content-Length: 1000", method="POST") + b'{"op"'
CHUNKED = head("/p", "Transfer-Encoding: chunked", method="POST")


@pytest.fixture
def application() -> Application:
    return Application(capacity=100 * BIG)


@pytest.fixture
def silent(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing that a client did may be an error in the log."""
    yield
    assert not [record for record in caplog.records if record.levelname in ("ERROR", "CRITICAL")]


# --- bodies that do not come


@pytest.mark.parametrize("sent", [UNFINISHED, CHUNKED, CHUNKED + b"5\r\nab", UNFINISHED[:-5]])
@pytest.mark.usefixtures("silent")
def test_a_body_that_does_not_end_in_time_is_told_so(application: Application, sent: bytes):
    with serving(application, body_timeout=0.5) as server:
        connection = Connection(port_of(server)).send(sent)
        status, fields, body = connection.answer()
        assert status == 408 and fields["connection"] == "close"
        assert json.loads(body)["status"] == 408 and "body" in json.loads(body)["detail"]
        assert connection.closed()
        wait_until(lambda: application.left == 1)  # the application is told that nothing more comes


def test_a_body_that_trickles_is_not_waited_for(application: Application):
    with serving(application, keep_alive=1, body_timeout=1) as server:
        connection = Connection(port_of(server)).send(UNFINISHED)
        with pytest.raises(OSError):
            for _ in range(200):
                connection.send(b"x")
        wait_until(lambda: not server.server_state.connections)


def test_a_body_in_time_is_answered(application: Application):
    with serving(application, keep_alive=1, body_timeout=20) as server:
        connection = Connection(port_of(server)).send(head("/p", "Content-Length: 4", method="POST"))
        for byte in (b"a", b"b", b"c", b"d"):
            time.sleep(0.4)
            connection.send(byte)
        assert connection.body() == b"first POST /p abcd"


@pytest.mark.parametrize(
    "chunks",
    [b"zz\r\nab\r\n", b"-1\r\n", b"2\r\nabc\r\n0\r\n\r\n", b"fffffffffffffffff\r\n", b"2;\x00\r\nab\r\n", b"\r\n\r\n"],
)
@pytest.mark.usefixtures("silent")
def test_bad_chunks_are_a_problem_and_the_end(application: Application, chunks: bytes):
    with serving(application) as server:
        for sent in ([CHUNKED + chunks], [CHUNKED, chunks], [CHUNKED + b"1\r\na\r\n", chunks]):
            connection = Connection(port_of(server))
            for piece in sent:
                connection.send(piece)
            status, fields, body = connection.answer()
            assert status == 400 and fields["content-type"] == "application/problem+json"
            assert json.loads(body)["instance"] == "/p"
            assert connection.closed()
        calls = application.calls
        connection.send(head("/a"))
        assert application.calls == calls, "nothing that follows is taken for a request"


def test_bad_chunks_of_a_request_that_was_answered_get_no_second_answer(application: Application):
    with serving(application) as server:
        connection = Connection(port_of(server)).send(head("/refused", "Transfer-Encoding: chunked", method="POST"))
        assert connection.answer()[0] == 415
        assert connection.send(b"zz\r\n").closed()


@pytest.mark.parametrize("pieces", [1, 2])
def test_bad_chunks_wait_for_the_answers_before_them(application: Application, pieces: int):
    with serving(application) as server:
        connection = Connection(port_of(server)).send(head("/slow") + CHUNKED + b"zz\r\n")
        assert connection.closed(), "an answer here would be taken for one to the first request"


@pytest.mark.usefixtures("silent")
def test_a_client_that_leaves_in_the_middle_of_a_body_is_no_error(application: Application):
    with serving(application) as server:
        connection = Connection(port_of(server)).send(UNFINISHED)
        connection.close()
        wait_until(lambda: application.left == 1)


def test_an_aborted_post_is_not_in_the_log(server: RunningServer):
    """The same in the real application, which reads the body."""
    address = ("127.0.0.1", int(server.url.rpartition(":")[2]))
    for sent in (b'{"op"', b""):
        request = head(items(), "Content-Type: application/json", "Content-Length: 1000", method="POST") + sent
        with socket.create_connection(address) as connection:
            connection.sendall(request)
            time.sleep(0.2)
    assert get(server, "/healthz").status_code == 200
    logs = list(LOGS.glob(f"test-*-{address[1]}.log"))
    assert all("Traceback" not in log.read_text() and "ERROR" not in log.read_text() for log in logs)


# --- hosts


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /a HTTP/1.1\r\n\r\n", 400),
        (b"GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        (b"GET /a HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
        (b"GET /a HTTP/1.0\r\nHost: a\r\nhost: b\r\n\r\n", 400),
        (b"GET /a HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
        (b"GET /a HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
        (b"GET /a HTTP/1.1\r\nHost: user@a\r\n\r\n", 400),
        (b"GET /a HTTP/1.0\r\n\r\n", 200),
        (b"GET /a HTTP/1.1\r\nHost:\r\n\r\n", 200),
        (b"GET /a HTTP/1.1\r\nHost: [::1]:5000\r\n\r\n", 200),
        (b"GET http://atlas/a HTTP/1.1\r\nHost: atlas\r\n\r\n", 200),
    ],
)
def test_a_request_names_one_host(application: Application, request_: bytes, status: int):
    with serving(application) as server:
        for _ in range(2):
            told, _, body = Connection(port_of(server)).send(request_).answer()
            assert told == status
            assert status == 200 or "Host" in json.loads(body)["detail"]


# --- clients that do not read


def _asking(port: int, path: str, *fields: str) -> Connection:
    """A client that asks and does not read; the buffers of its side are small."""
    connection = Connection(port, receive_buffer=4096)
    return connection.send(head(path, *fields))


@pytest.mark.parametrize("fields", [(), ("Connection: close",)])
@pytest.mark.parametrize("path", ["/large", "/big/a"])
def test_a_client_that_does_not_read_is_cut_off(application: Application, path: str, fields: tuple[str, ...]):
    with serving(application, patience=0.5, keep_alive=1) as server:
        clients = [_asking(port_of(server), path, *fields) for _ in range(2)]  # worked out, and kept
        wait_until(lambda: not server.server_state.connections)
        assert all(client.cut() for client in clients)
        assert server.config.http.readers.held == 0


def test_a_client_that_reads_slowly_gets_all(application: Application):
    with serving(application, patience=1, keep_alive=1) as server:
        connection = _asking(port_of(server), "/big/a")
        received = 0
        while received < BIG:
            part = connection.socket.recv(1_000_000)
            assert part, f"cut off after {received} bytes"
            received += len(part)
            time.sleep(0.005)


def test_clients_that_do_not_read_hold_a_bounded_amount_of_memory(application: Application):
    readers = SlowReaders(most=3 * BIG)
    with serving(application, patience=60, readers=readers) as server:
        clients = [_asking(port_of(server), f"/big/{name}") for name in "abcdefgh"]
        wait_until(lambda: len(server.server_state.connections) == 3)
        assert 0 < readers.held <= 3 * BIG
        assert [client.cut() for client in clients[:5]] == [True] * 5, "those that came first"


def test_clients_of_one_response_hold_it_once(application: Application):
    readers = SlowReaders(most=3 * BIG)
    with serving(application, patience=60, readers=readers) as server:
        clients = [_asking(port_of(server), "/big/a") for _ in range(8)]
        assert readers.held == BIG
        assert len(server.server_state.connections) == 8
        for client in clients:
            assert client.body() == b"a" * BIG
        wait_until(lambda: readers.held == 0)


# --- connections


@pytest.fixture
def five(monkeypatch: pytest.MonkeyPatch) -> int:
    """Most connections of a server."""
    monkeypatch.setattr(protocol, "most_connections", lambda: 5)
    return 5


@pytest.mark.parametrize("sent", [UNFINISHED, head("/a"), b"GET /a HTTP/1.1\r\n", b""])
def test_a_new_client_takes_the_place_of_the_one_that_waits_longest(application: Application, five: int, sent: bytes):
    with serving(application) as server:
        waiting = []
        for _ in range(4 * five):
            waiting.append(Connection(port_of(server)).send(sent))
            assert len(server.server_state.connections) <= five + 1
        newcomer = Connection(port_of(server)).send(head("/b"))
        assert newcomer.body() == b"first GET /b"
        assert waiting[0].cut() and not waiting[-1].cut()


def test_a_client_that_is_being_answered_keeps_its_place(application: Application, five: int):
    with serving(application) as server:
        asking = [Connection(port_of(server)).send(head("/held", f"X-Number: {number}")) for number in range(five)]
        status, fields, body = Connection(port_of(server)).answer()
        assert status == 503 and int(fields["retry-after"]) > 0 and json.loads(body)["status"] == 503
        application.release.set()
        assert [client.body() for client in asking] == [b"first GET /held"] * five


@pytest.mark.parametrize(("soft", "most"), [(256, 192), (64, 1), (100_000, 1000), (resource.RLIM_INFINITY, 1000)])
def test_connections_leave_room_for_files(monkeypatch: pytest.MonkeyPatch, soft: int, most: int):
    monkeypatch.setattr(connections.resource, "getrlimit", lambda which: (soft, soft))
    assert connections.most_connections() == most


@pytest.mark.slow
def test_unfinished_requests_do_not_close_the_door():
    """With 256 files, 239 of them were enough."""
    running = start(name="few-files")
    try:
        resource.prlimit(running.process.pid, resource.RLIMIT_NOFILE, (256, 256))
        port = int(running.url.rpartition(":")[2])
        held = [Connection(port) for _ in range(400)]
        for connection in held:
            connection.socket.sendall(UNFINISHED)
        with socket.create_connection(("127.0.0.1", port), timeout=20) as newcomer:
            newcomer.sendall(head("/healthz", "Connection: close"))
            assert b" 200 OK" in b"".join(iter(lambda: newcomer.recv(65536), b""))
    finally:
        running.stop()
