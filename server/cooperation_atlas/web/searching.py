"""Where a search runs: on the event loop if it is cheap, in one of a few threads if it is not.

The event loop answers everybody. What would hold it up stops there after a few milliseconds of work and is done again
in a thread, with a larger budget. Threads, those that wait for one, and the time they have are bounded: beyond, a
client is asked to come again, instead of all of them waiting.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

from starlette.requests import ClientDisconnect
from starlette.types import Receive

from ..store.budget import LARGE, Budget, OverBudget
from .http.problems import Refused
from .http.representation import Representation
from .http.request import ResourceRequest

#: Steps (``store.budget``) that a request may take on the event loop: about 10 ms.
ON_LOOP = 100_000
#: Requests whose query string or body is longer are not even read there, in bytes.
LONGEST_ON_LOOP = 10_000
#: Searches that run at once, and those that wait for one of them to end.
THREADS, WAITING = 2, 32
#: Seconds that a search has, waiting included.
SECONDS = 10.0
#: Seconds after which a client is asked to come again.
COME_AGAIN = 2
#: Seconds for which a thread that computes keeps the others waiting: the event loop must take turns with it many times
#: for one small request. Python's own is 5 ms.
SWITCH_INTERVAL = 0.0002

Make = Callable[[Budget], Representation]


class Searches:
    """Runs searches.

    :param threads: searches that run at once beside the event loop
    :param waiting: searches that wait for one of them to end
    :param seconds: time that a search has, waiting included
    :param steps: what a search in a thread may cost
    """

    def __init__(
        self, threads: int = THREADS, waiting: int = WAITING, seconds: float = SECONDS, steps: float = LARGE
    ) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="search")
        self._room = threads + waiting
        self._seconds = seconds
        self._steps = steps
        self.inside = 0

    async def answer(self, request: ResourceRequest, make: Make, receive: Receive) -> Representation:
        """What ``make`` gives; it may be called twice, the second time in a thread.

        :param receive: tells of a client that left; its search is ended
        :raises OverBudget: where it costs too much, naming the part
        :raises Refused: 503 where too many searches are running or it takes too long
        :raises ClientDisconnect: where the client left
        """
        if len(request.query) + len(request.body or b"") <= LONGEST_ON_LOOP:
            with contextlib.suppress(OverBudget):
                return make(Budget(ON_LOOP))
        if self.inside >= self._room:
            raise _busy("Too many costly searches are running.")
        self.inside += 1
        try:
            return await self._beside(make, receive)
        except OverBudget as error:
            if error.late:
                raise _busy(
                    f"The search was not done in {self._seconds:g} seconds; it had come to {error.what}."
                ) from None
            raise
        finally:
            self.inside -= 1

    async def _beside(self, make: Make, receive: Receive) -> Representation:
        budget = Budget(self._steps, time.monotonic() + self._seconds)
        search = asyncio.get_running_loop().run_in_executor(self._pool, make, budget)
        gone = asyncio.ensure_future(_gone(receive))
        try:
            await asyncio.wait((search, gone), return_when=asyncio.FIRST_COMPLETED)
            if search.done():
                return search.result()
            # Nobody waits for it: it ends at its next step, and the place is free when it has.
            budget.deadline = 0.0
            with contextlib.suppress(OverBudget):
                await search
            raise ClientDisconnect
        finally:
            gone.cancel()

    def close(self) -> None:
        """Begin no more searches."""
        self._pool.shutdown(wait=False, cancel_futures=True)


async def _gone(receive: Receive) -> None:
    """Wait until the client leaves."""
    while (await receive())["type"] != "http.disconnect":
        pass


def _busy(why: str) -> Refused:
    detail = f"{why} Ask again in a few seconds, or ask for less."
    return Refused(HTTPStatus.SERVICE_UNAVAILABLE, detail, {"Retry-After": str(COME_AGAIN)})
