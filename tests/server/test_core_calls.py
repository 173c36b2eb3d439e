"""Calls of pygeoapi's core: bounded in number, and in the time that a client waits."""

from __future__ import annotations

import asyncio
import threading

import pytest
from in_process import Application, serving

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.web.core_calls import CoreCalls
from cooperation_atlas.web.http.problems import Refused
from cooperation_atlas.web.http.representation import Representation

ANSWER = Representation(b"{}", "application/json", stable=False)


def test_an_answer_and_a_failure_come_back():
    async def run() -> None:
        calls = CoreCalls()
        assert await calls.answer(lambda: ANSWER) is ANSWER
        with pytest.raises(ZeroDivisionError):
            await calls.answer(lambda: Representation(b"", str(1 // 0)))
        calls.close()

    asyncio.run(run())


def test_whoever_waits_too_long_is_told_and_the_place_stays_taken():
    release = threading.Event()
    begun: list[str] = []

    def slow(name: str) -> Representation:
        begun.append(name)
        release.wait(20)
        return ANSWER

    async def run() -> None:
        calls = CoreCalls(threads=1, waiting=1, seconds=0.2)
        for name in ("first", "second"):  # the second one never begins
            with pytest.raises(Refused, match=r"no answer in 0\.2 seconds") as refused:
                await calls.answer(lambda name=name: slow(name))
            assert refused.value.status == 503 and "Retry-After" in refused.value.headers
        await asyncio.sleep(0.05)
        assert (begun, calls.running) == (["first"], 1)
        waiting = asyncio.ensure_future(calls.answer(lambda: slow("third")))
        await asyncio.sleep(0)
        with pytest.raises(Refused, match="Too many requests"):
            await calls.answer(lambda: ANSWER)
        release.set()
        assert await waiting is ANSWER
        await asyncio.sleep(0.05)
        assert (begun, calls.running) == (["first", "third"], 0)
        calls.close()

    asyncio.run(run())


def test_requests_for_what_is_not_there_take_no_place_of_the_core(small_edition: EditionFolder, monkeypatch):
    monkeypatch.setattr(CoreCalls, "answer", _no_call)
    application = Application(serving(small_edition))
    for path in (
        "/collections/none",
        "/collections/none/items",
        "/collections/none/items/1",
        "/collections/none/tiles",
    ):
        answer = application.get(f"/collections/none{path}")
        assert (answer.status_code, answer.json()["code"]) == (404, "NotFound")


async def _no_call(self: CoreCalls, make: object) -> Representation:
    raise AssertionError("the core was called")
