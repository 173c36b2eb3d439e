"""How long the event loop of a window stands still: the longest time in which nothing could be clicked or drawn."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from qgis.PyQt.QtCore import QObject, Qt, QTimer

#: Milliseconds between two looks at the clock.
_EVERY = 5
#: What Linux says of a thread: ns of work, ns of waiting for a processor, turns.
_SCHEDULED = "/proc/self/task/{}/schedstat"


class EventLoopTimer(QObject):
    """Measures the longest gap between two turns of the event loop since ``reset``, in ms.

    ``longest`` is by the clock. ``own`` leaves out the time in which the thread was ready but other processes had the
    processors: what is left is its work and its waiting (for a server, a file, a lock), as on a quiet machine.
    """

    def __init__(self) -> None:
        super().__init__()
        self._scheduled = Path(_SCHEDULED.format(threading.get_native_id()))
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self.longest = self.own = 0.0
        self.reset()
        self._timer.start(_EVERY)

    def reset(self) -> None:
        """Begins anew."""
        self.longest = self.own = 0.0
        self._clock, self._queued = time.perf_counter(), self._in_queue()

    def stop(self) -> None:
        """Ends it."""
        self._timer.stop()

    def _look(self) -> None:
        clock, queued = time.perf_counter(), self._in_queue()
        gap = 1000 * (clock - self._clock) - _EVERY
        self.longest = max(self.longest, gap)
        self.own = max(self.own, gap - (queued - self._queued))
        self._clock, self._queued = clock, queued

    def _in_queue(self) -> float:
        """Milliseconds that this thread has waited for a processor; 0 where the system does not say."""
        try:
            return int(self._scheduled.read_text().split()[1]) / 1e6
        except OSError:
            return 0.0
