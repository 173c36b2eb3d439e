"""Waiting for what another thread, another process or the event loop does; a time-out says what did not come."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable
from typing import Any


def wait_until(
    condition: Callable[[], Any], seconds: float = 30, pause: Callable[[], Any] = lambda: time.sleep(0.05)
) -> None:
    """Waits until the condition is met.

    :param pause: between two looks at it
    :raises TimeoutError: with the code of the condition, if it is not met in time
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds:g} seconds in vain for: {_code(condition)}")
        pause()


def answered(ask: Callable[[], Any], seconds: float = 120) -> Any:
    """The response to a request, which is sent again while the service says that it is busy (503 with Retry-After).

    A loaded machine may take longer over a file of all tiles than the service lets a client wait.

    :param ask: sends the request, by httpx or requests
    """
    end = time.monotonic() + seconds
    while (response := ask()).status_code == 503 and "Retry-After" in response.headers and time.monotonic() < end:
        time.sleep(float(response.headers["Retry-After"]))
    return response


def _code(condition: Callable[[], Any]) -> str:
    try:
        return inspect.getsource(condition).strip()
    except (OSError, TypeError):
        return repr(condition)
