"""One bounded load of one URL with wrk."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass

from peers import Peer, Scheduled

#: Connections at once; the machine has two cores for server and client together.
CONNECTIONS = 4
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True)
class Measure:
    """What one run of wrk told.

    :param rate: answered requests a second
    :param p50: median latency in milliseconds
    :param p99: 99th percentile in milliseconds
    :param failures: answers other than 2xx and 3xx, and socket errors
    :param waited: share of the time in which the server's threads were ready to run, but had no core
    """

    rate: float
    p50: float
    p99: float
    failures: int
    waited: float


def run(peer: Peer, path: str, seconds: float, headers: dict[str, str]) -> Measure:
    """Ask a peer for ``path`` on four connections for some seconds.

    :raises RuntimeError: where wrk's answer cannot be read
    """
    told = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    bounds = ["-t2", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", "--timeout", "10s"]
    command = ["wrk", *bounds, "--latency", *told, peer.url + path]
    before = peer.scheduled()
    text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + 60).stdout
    after = peer.scheduled()
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    if rate is None:
        raise RuntimeError(f"wrk answered:\n{text}")
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    failures = int(failed[1]) if failed else 0
    failures += sum(map(int, errors.groups())) if errors else 0
    p50, p99 = (_milliseconds(text, share) for share in ("50%", "99%"))
    return Measure(float(rate[1]), p50, p99, failures, _waited(before, after))


def _waited(before: Scheduled, after: Scheduled) -> float:
    spent = [(ran - before.get(t, (0, 0))[0], waited - before.get(t, (0, 0))[1]) for t, (ran, waited) in after.items()]
    ran, waited = map(sum, zip(*spent, strict=True))
    return waited / (ran + waited)


def _milliseconds(text: str, share: str) -> float:
    found = re.search(rf"^\s+{share}\s+([\d.]+)(us|ms|s|m)\s*$", text, re.MULTILINE)
    if found is None:
        raise RuntimeError(f"wrk told no latency at {share}:\n{text}")
    return float(found[1]) * _UNITS[found[2]]
