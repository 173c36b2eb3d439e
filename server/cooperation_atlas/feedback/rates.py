"""How many messages one client, and all clients together, may send. Addresses are kept in memory for an hour, hashed
with a key that ends with the process, and never written."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict, deque
from threading import Lock

#: Seconds over which messages are counted; those of one client, and of all to this process.
WINDOW, OF_ONE, OF_ALL = 3600, 10, 200
#: Most clients that are remembered; the one heard of longest ago is forgotten.
_MOST_CLIENTS = 10_000


class Rates:
    """Counts messages.

    :param of_one: messages of one client within the window
    :param of_all: messages of all clients within the window
    """

    def __init__(self, of_one: int = OF_ONE, of_all: int = OF_ALL) -> None:
        self._of_one, self._of_all = of_one, of_all
        self._key = secrets.token_bytes(16)
        self._clients: OrderedDict[bytes, deque[float]] = OrderedDict()
        self._all: deque[float] = deque(maxlen=of_all)
        self._lock = Lock()

    def wait(self, client: str, now: float) -> int:
        """Count a message. Seconds that the client must wait where it may not send one now, else 0.

        :param client: its network address
        :param now: seconds of a clock that only goes forward
        """
        name = hashlib.blake2b(client.encode(), key=self._key, digest_size=8).digest()
        with self._lock:
            own = self._clients.setdefault(name, deque(maxlen=self._of_one))
            self._clients.move_to_end(name)
            while len(self._clients) > _MOST_CLIENTS:
                self._clients.popitem(last=False)
            for times, most in ((own, self._of_one), (self._all, self._of_all)):
                if len(times) == most and now - times[0] < WINDOW:
                    return int(WINDOW - (now - times[0])) + 1
            own.append(now)
            self._all.append(now)
            return 0
