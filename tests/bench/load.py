"""One bounded load of one URL with wrk."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass

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
    """

    rate: float
    p50: float
    p99: float
    failures: int


def run(url: str, seconds: float, headers: dict[str, str]) -> Measure:
    """Ask for ``url`` on four connections for some seconds.

    :raises RuntimeError: where wrk's answer cannot be read
    """
    told = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    duration = f"{max(1, round(seconds))}s"
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{duration}", "--timeout", "10s", "--latency", *told, url]
    text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + 60).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    if rate is None:
        raise RuntimeError(f"wrk answered:\n{text}")
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    failures = int(failed[1]) if failed else 0
    failures += sum(map(int, errors.groups())) if errors else 0
    return Measure(float(rate[1]), _milliseconds(text, "50%"), _milliseconds(text, "99%"), failures)


def _milliseconds(text: str, share: str) -> float:
    found = re.search(rf"^\s+{share}\s+([\d.]+)(us|ms|s|m)\s*$", text, re.MULTILINE)
    if found is None:
        raise RuntimeError(f"wrk told no latency at {share}:\n{text}")
    return float(found[1]) * _UNITS[found[2]]
