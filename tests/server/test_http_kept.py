"""Responses kept in memory: what they are found by, how long they hold, and how much they may take."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_server import Application, Connection, head, port_of, serving
from uvicorn import Server

from cooperation_atlas.model.remembered import remembered
from cooperation_atlas.store.text import fold
from cooperation_atlas.web.http import response_cache as kept_module
from cooperation_atlas.web.http.cache import VARY
from cooperation_atlas.web.http.encodings import encoding_of
from cooperation_atlas.web.http.negotiation import formats_accepted, language_accepted
from cooperation_atlas.web.http.request import ResourceRequest
from cooperation_atlas.web.http.response_cache import CachedResponse, ResponseCache

MEGABYTE = 1_000_000


@pytest.fixture
def application() -> Application:
    return Application(capacity=MEGABYTE)


@pytest.fixture
def server(application: Application) -> Iterator[Server]:
    with serving(application) as running:
        yield running


@pytest.fixture
def port(server: Server) -> int:
    return port_of(server)


# --- the day


@pytest.mark.parametrize("again", [head("/a?open=today"), head("/a?open=today", "X-Other: bytes")])
def test_what_holds_for_a_day_is_worked_out_anew_on_the_next(application: Application, port: int, again: bytes):
    """Neither the same bytes, nor the same request in other bytes, nor a known tag outlive the day."""
    connection = Connection(port)
    assert connection.send(head("/a?open=today")).body() == b"first GET /a 2026-11-25"
    tag = connection.send(head("/a?open=today")).answer()[1]["etag"]
    assert connection.send(head("/a?open=today", f"If-None-Match: {tag}")).unchanged()
    assert application.calls == 1
    application.day = date(2026, 11, 26)
    for _ in range(2):
        assert connection.send(again).body() == b"first GET /a 2026-11-26"
    assert application.calls == 2
    status, fields, body = connection.send(head("/a?open=today", f"If-None-Match: {tag}")).answer()
    assert status == 200 and fields["etag"] != tag and body == b"first GET /a 2026-11-26"


@pytest.mark.parametrize("query", ["", "?open=2026-11-25", "?title=today"])
def test_what_does_not_depend_on_the_day_outlives_it(application: Application, port: int, query: str):
    connection = Connection(port)
    for day in (25, 26, 27):
        application.day = date(2026, 11, day)
        assert connection.send(head(f"/a{query}")).body() == b"first GET /a"
    assert application.calls == 1


# --- what an answer depends on


@pytest.mark.parametrize(("named", "kept"), [(name, True) for name in VARY] + [("Cookie", False), ("*", False)])
def test_what_depends_on_something_else_is_not_kept(application: Application, port: int, named: str, kept: bool):
    """``Vary`` keeps what the application set; an answer that depends on what the key does not hold gets no tag."""
    connection = Connection(port)
    for _ in range(2):
        _, fields, _ = connection.send(head(f"/varying/{named}")).answer()
        vary = next(value for name, value in fields.items() if name.lower() == "vary")
        assert named.lower() in {each.strip().lower() for each in vary.split(",")}
        assert ("etag" in fields) is kept
    assert application.calls == (1 if kept else 2)


REQUESTS = st.builds(
    ResourceRequest,
    method=st.sampled_from(["GET", "POST"]),
    path=st.sampled_from(["/a", "/a\0", "/b"]),
    query=st.sampled_from(["", "f=json", "f=html"]),
    accept=st.none() | st.sampled_from([(), ("json",), ("html", "json"), ("json", "html")]),
    accept_language=st.none() | st.sampled_from(["en", "fr"]),
    body=st.none() | st.sampled_from([b"", b"{}"]),
    day=st.none() | st.dates(date(2026, 11, 25), date(2026, 11, 26)),
)


@given(REQUESTS, REQUESTS)
def test_two_requests_have_one_key_only_where_they_are_the_same(one: ResourceRequest, other: ResourceRequest):
    assert (one.key == other.key) is (one == other)


# --- bounds


def _kept(size: int, fields: int = 300) -> CachedResponse:
    return CachedResponse(b'"tag"', [(b"link", b"x" * fields)], random.randbytes(size))


def test_everything_that_is_kept_is_counted():
    """What the cache says it holds is not less than what it takes, whatever it is that is large."""
    for size, fields, query, request in (
        (0, 10, 10, 200),
        (0, 10, 5000, 200),
        (0, 10, 10, 4000),
        (5000, 2000, 10, 200),
    ):
        cache = ResponseCache(10 * MEGABYTE, lambda: "edition")
        cache.edition()
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        for number in range(500):
            asked = ResourceRequest("GET", f"/path/{number}", query=f"{number:x>{query}}", accept=("json", "html"))
            response = _kept(size, fields)
            cache.put(("edition", asked.key, None), response)
            cache.note(f"{number:x>{request}}".encode(), ("edition", asked.key, None))
            assert response.head
        taken = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        assert taken <= cache.size <= 4 * taken, (size, fields, query, request)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 30_000), st.integers(0, 20_000)), max_size=60))
def test_the_capacity_is_never_exceeded_and_nothing_is_left_behind(puts: list[tuple[int, int, int]]):
    served = ["first"]
    cache = ResponseCache(200_000, lambda: served[0])
    cache.edition()
    for number, size, query in puts:
        key = ("first", ResourceRequest("GET", f"/{number}", query="x" * query).key, None)
        cache.put(key, _kept(size))
        cache.note(f"request {number} {query}".encode() + b" " * (query % 4000), key)
        assert 0 <= cache.size <= cache.capacity
    served[0] = "second"
    cache.edition()
    assert cache.size == 0


def test_as_many_requests_are_remembered_as_have_room(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept_module, "REQUESTS", 10)
    cache = ResponseCache(MEGABYTE, lambda: "edition")
    cache.edition()
    key = ("edition", ResourceRequest("GET", "/").key, None)
    cache.put(key, _kept(10))
    alone = cache.size
    for number in range(100):
        cache.note(f"{number:x>4000}".encode(), key)
    assert alone < cache.size < alone + 10 * 4100
    assert cache.repeated(f"{99:x>4000}".encode()) and not cache.repeated(f"{1:x>4000}".encode())


def test_long_requests_take_no_more_than_the_capacity(application: Application, port: int):
    """3,000 requests with header fields of 120 KB took 360 MB."""
    connection = Connection(port)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(60):
        connection.socket.sendall(head(f"/a?{number}", "Accept: " + "a/b," * 2000, f"X-Long: {'x' * 100_000}"))
        assert connection.body()
    for number in range(60):
        connection.socket.sendall(head(f"/{'a' * 60_000}?{number}"))
        assert connection.body()
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert application.cache.size <= MEGABYTE
    assert taken < 2 * MEGABYTE


@pytest.mark.parametrize(
    "function", [fold, encoding_of, formats_accepted, lambda text: language_accepted(text, ("en",))]
)
def test_long_texts_of_clients_are_not_remembered(function):
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(60):
        function(f"é{number}" + "x" * 100_000)
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert taken < 500_000


def test_short_texts_are_remembered():
    calls: list[str] = []

    @remembered(entries=2, longest=3)
    def doubled(text: str) -> str:
        calls.append(text)
        return text * 2

    assert [doubled(text) for text in ("a", "a", "long", "long", "b", "c", "a")][-1] == "aa"
    assert calls == ["a", "long", "long", "b", "c", "a"]
