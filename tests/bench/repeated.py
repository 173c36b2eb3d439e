"""What a repeated request costs the worker with and without the short cut of ``web.http.protocol``.

.venv/bin/python tests/bench/repeated.py
"""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "server"))

from small_server import Application, head, port_of, serving

REQUESTS, TURNS = 6000, 5


def cost(port: int) -> float:
    """Microseconds of the processor that the server takes for a request; the client's own are taken off."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(head("/a"))
        length = len(connection.recv(65536))
        client, both = time.thread_time(), time.process_time()
        for _ in range(REQUESTS):
            connection.sendall(head("/a"))
            received = 0
            while received < length:
                received += len(connection.recv(65536))
        client, both = time.thread_time() - client, time.process_time() - both
    return (both - client) / REQUESTS * 1e6


def main() -> None:
    """Print both costs in turns: other work on the machine meets both."""
    known, parsed = Application(), Application()
    parsed.cache.repeated = lambda _data: None  # type: ignore[method-assign]
    with serving(known) as short, serving(parsed) as long:
        for _ in range(TURNS):
            print(f"with the short cut {cost(port_of(short)):5.1f} µs, without {cost(port_of(long)):5.1f} µs")


if __name__ == "__main__":
    main()
