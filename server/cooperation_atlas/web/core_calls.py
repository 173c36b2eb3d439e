"""Calls of pygeoapi's core: threads apart from those of searches, bounded in number and in the time of a client.

Providers and processes know no budget and cannot be stopped. Where one takes too long its client is told so; its place
stays taken until it ends, so that slow sources hold up nobody but those who ask them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

from .http.problems import Refused
from .http.representation import Representation

LOGGER = logging.getLogger(__name__)
#: Calls that run at once, and those that wait for one of them to end.
THREADS, WAITING = 4, 32
#: Seconds that a call has, waiting included.
SECONDS = 30.0
#: Seconds after which a client is asked to come again.
COME_AGAIN = 5


class CoreCalls:
    """Runs calls of the core.

    :param threads: calls that run at once
    :param waiting: calls that wait for one of them to end
    :param seconds: time that a client waits
    """

    def __init__(self, threads: int = THREADS, waiting: int = WAITING, seconds: float = SECONDS) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="core")
        self._room = threads + waiting
        self._seconds = seconds
        self.running = 0

    async def answer(self, make: Callable[[], Representation]) -> Representation:
        """What ``make`` gives.

        :raises Refused: 503 where too many calls are running, or this one takes too long
        """
        if self.running >= self._room:
            raise _busy("Too many requests for resources of this kind are being answered.")
        loop = asyncio.get_running_loop()
        self.running += 1
        call = self._pool.submit(make)
        call.add_done_callback(lambda _: loop.is_closed() or loop.call_soon_threadsafe(self._ended))
        waiter = asyncio.wrap_future(call)
        done, _ = await asyncio.wait((waiter,), timeout=self._seconds)
        if not done:
            waiter.cancel()  # and the call, if it has not begun
            raise _busy(f"The resource gave no answer in {self._seconds:g} seconds.")
        return waiter.result()

    def _ended(self) -> None:
        self.running -= 1

    def close(self) -> None:
        """Begin no more calls."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _busy(why: str) -> Refused:
    detail = f"{why} Ask again in a few seconds, or ask for less."
    return Refused(HTTPStatus.SERVICE_UNAVAILABLE, detail, {"Retry-After": str(COME_AGAIN)})
