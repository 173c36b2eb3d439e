"""What failed is not tried again while all that it depends on is as it was; what may pass by itself is, with growing
pauses.

Reasons are kept, never the exceptions: a traceback holds its frames, and these hold the edition that failed.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import inf

#: Seconds until the first try after a failure that may pass by itself; each further pause is twice as long.
FIRST_PAUSE = 1.0
#: The longest pause, in seconds.
LONGEST_PAUSE = 300.0
#: Primary result codes of SQLite that say nothing about the content of a file.
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}


@dataclass(frozen=True, slots=True)
class _Failure:
    """A failure.

    :param state: what it depends on
    :param pause: seconds until the next try
    :param until: when that is, by the clock
    """

    state: Hashable
    reason: str
    pause: float
    until: float


class Failures:
    """The failures of one process, by what was tried.

    :param clock: seconds, never set back
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._noted: dict[Hashable, _Failure] = {}

    def reason(self, tried: Hashable, state: Hashable) -> str | None:
        """Why it would fail now, ``None`` where it should be tried.

        :param state: what it depends on, as it is now
        """
        failure = self._noted.get(tried)
        if failure is None or failure.state != state or self._clock() >= failure.until:
            return None
        return failure.reason

    def note(self, tried: Hashable, state: Hashable, reason: str, *, passing: bool) -> None:
        """It failed.

        :param state: what it depends on, as it was before it was tried
        :param passing: whether it may pass though nothing changes
        """
        before = self._noted.get(tried)
        pause = inf
        if passing:
            again = before is not None and before.state == state and before.pause < inf
            pause = min(2 * before.pause, LONGEST_PAUSE) if before is not None and again else FIRST_PAUSE
        self._noted[tried] = _Failure(state, reason, pause, self._clock() + pause)

    def clear(self) -> None:
        """Forget all of them."""
        self._noted.clear()


def may_pass(error: BaseException) -> bool:
    """Whether the cause of an error may pass by itself: a file that cannot be read now, or no memory."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError | MemoryError):
            return True
        if isinstance(cause, sqlite3.Error) and (getattr(cause, "sqlite_errorcode", 0) & 0xFF) in _PASSING:
            return True
        cause = cause.__cause__ or cause.__context__
    return False
