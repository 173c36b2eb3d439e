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


def _code(condition: Callable[[], Any]) -> str:
    try:
        return inspect.getsource(condition).strip()
    except (OSError, TypeError):
        return repr(condition)
