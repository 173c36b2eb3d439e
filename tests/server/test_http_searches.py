"""Costly searches: where they run, what bounds them, and that others are answered meanwhile."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from http_client import get, ids, items, page, request
from running_server import RunningServer
from small_server import head
from starlette.requests import ClientDisconnect
from starlette.types import Message

from cooperation_atlas.store.budget import Budget, OverBudget
from cooperation_atlas.web.http.problems import Refused, problem_of
from cooperation_atlas.web.http.representation import Representation
from cooperation_atlas.web.http.request import ResourceRequest
from cooperation_atlas.web.searching import LONGEST_ON_LOOP, ON_LOOP, Searches

ASKED = ResourceRequest("GET", "/a")
LOOP = threading.main_thread()


@pytest.fixture
def searches() -> Iterator[Searches]:
    made = Searches(threads=1, waiting=1, seconds=20, steps=1e7)
    yield made
    made.close()


async def stays() -> Message:
    """A client that does not leave."""
    await asyncio.sleep(3600)
    return {"type": "http.disconnect"}


async def leaves() -> Message:
    """A client that leaves soon."""
    await asyncio.sleep(0.1)
    return {"type": "http.disconnect"}


def costing(steps: float) -> Callable[[Budget], Representation]:
    """A search of that cost, which tells the name of its thread."""

    def make(budget: Budget) -> Representation:
        budget.spend(steps, "the part that costs most")
        return Representation(threading.current_thread().name.encode(), "text/plain")

    return make


def without_end(began: threading.Event) -> Callable[[Budget], Representation]:
    """A search that goes on until its budget says otherwise."""

    def make(budget: Budget) -> Representation:
        budget.spend(2 * ON_LOOP, "beginning")
        began.set()
        while True:
            budget.spend(0.001, "going on")

    return make


def test_a_cheap_search_runs_on_the_event_loop(searches: Searches):
    assert asyncio.run(searches.answer(ASKED, costing(ON_LOOP), stays)).body == LOOP.name.encode()


@pytest.mark.parametrize(
    ("asked", "steps"),
    [
        (ASKED, ON_LOOP + 1),
        (ResourceRequest("GET", "/a", query="x" * (LONGEST_ON_LOOP + 1)), 1),
        (ResourceRequest("POST", "/a", body=b"x" * (LONGEST_ON_LOOP + 1)), 1),
    ],
)
def test_a_costly_or_long_one_runs_in_a_thread(searches: Searches, asked: ResourceRequest, steps: float):
    assert asyncio.run(searches.answer(asked, costing(steps), stays)).body.startswith(b"search")
    assert searches.inside == 0


def test_a_search_that_costs_too_much_names_the_part(searches: Searches):
    with pytest.raises(OverBudget, match="the part that costs most") as refused:
        asyncio.run(searches.answer(ASKED, costing(1e8), stays))
    assert searches.inside == 0
    problem = problem_of(refused.value, "/a")
    assert problem["status"] == 400 and problem["parameter"] == "filter" and "part that costs" in problem["detail"]


def test_a_search_that_takes_too_long_may_come_again(searches: Searches):
    hurried = Searches(threads=1, waiting=1, seconds=0.2, steps=1e18)
    with pytest.raises(Refused, match="going on") as refused:
        asyncio.run(hurried.answer(ASKED, without_end(threading.Event()), stays))
    assert refused.value.status == 503 and int(refused.value.headers["Retry-After"]) > 0
    assert hurried.inside == 0
    hurried.close()


def test_searches_beyond_the_room_may_come_again(searches: Searches):
    async def together() -> list[object]:
        tasks = [asyncio.create_task(searches.answer(ASKED, held, stays)) for _ in range(5)]
        await asyncio.sleep(0.2)
        release.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    release = threading.Event()

    def held(budget: Budget) -> Representation:
        budget.spend(2 * ON_LOOP, "the search")
        release.wait(20)
        return Representation(b"", "text/plain")

    answers = asyncio.run(together())
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert len(refused) == 3 and {answer.status for answer in refused} == {503}
    assert sum(isinstance(answer, Representation) for answer in answers) == 2


def test_the_search_of_a_client_that_left_is_ended(searches: Searches):
    began = threading.Event()
    with pytest.raises(ClientDisconnect):
        asyncio.run(searches.answer(ASKED, without_end(began), leaves))
    assert began.is_set() and searches.inside == 0


def test_the_event_loop_goes_on_beside_a_search(searches: Searches):
    async def beside() -> int:
        began = threading.Event()
        task = asyncio.create_task(searches.answer(ASKED, without_end(began), leaves))
        turns = 0
        while not task.done():
            turns += 1
            await asyncio.sleep(0)
        with pytest.raises(ClientDisconnect):
            await task
        return turns

    assert asyncio.run(beside()) > 10


# --- in the server


def _codes(size: int) -> list[str]:
    return [f"20{number % 100:02}XX{number:07}PR" for number in range(size)]


#: One that takes long and is allowed: each LIKE is compared with each title.
COSTLY = {
    "op": "or",
    "args": [{"op": "like", "args": [{"property": "title"}, f"%a%{number}%e%z"]} for number in range(250)],
}


@pytest.mark.parametrize(("collection", "key"), [("programmes", "cci"), ("nuts3", "nuts_code")])
def test_a_search_in_a_thread_gives_what_one_on_the_event_loop_gives(server: RunningServer, collection: str, key: str):
    node = {"op": "in", "args": [{"property": key}, [*_codes(5000), *ids(server, collection, country="IT")]]}
    path = f"{items(collection)}?limit=1000&skipGeometry=true"
    answer = request(server, "POST", path, json=node)
    assert answer.status_code == 200, answer.text[:300]
    assert [feature["id"] for feature in answer.json()["features"]] == ids(server, collection, country="IT")


def test_small_requests_are_answered_beside_costly_ones(server: RunningServer):
    """Every costly one is answered or asked to come again; the small ones all succeed, and none waits for them."""
    body = json.dumps(COSTLY)
    headers = {"Content-Type": "application/json"}
    ended = threading.Event()

    def small() -> int:
        count = 0
        with httpx.Client(base_url=server.url, timeout=60) as client:
            while not ended.is_set():
                for path in ("/healthz", f"{items()}?limit=1&offset={count % 500}"):
                    assert client.get(path).status_code == 200
                count += 1
        return count

    def costly(number: int) -> int:
        path = f"{server.url}{items()}?limit=1&offset={number}"
        answer = httpx.post(path, content=body, headers=headers, timeout=60)
        assert answer.status_code != 503 or int(answer.headers["retry-after"]) > 0
        return answer.status_code

    with ThreadPoolExecutor(13) as pool:
        beside = pool.submit(small)
        statuses = set(pool.map(costly, range(24)))
        ended.set()
        assert beside.result() > 0
    assert 200 in statuses and statuses <= {200, 503}


def test_a_client_that_leaves_a_costly_search_is_no_error(server: RunningServer):
    body = json.dumps(COSTLY).encode()
    fields = ("Content-Type: application/json", f"Content-Length: {len(body)}")
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as connection:
            connection.sendall(head(items(), *fields, method="POST") + body)
    assert get(server, "/healthz").status_code == 200
    assert page(server, items(), limit=1)["numberMatched"] > 0
