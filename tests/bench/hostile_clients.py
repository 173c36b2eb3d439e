"""What one hostile client costs the others: a small request beside the costliest one, and memory after attacks.

Run by ``make bench-hostile`` with the server alone, on 127.0.0.1; figures and ratios are printed and saved in
``var/bench/hostile.md``. They are figures, not tests.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlsplit

import cases
import peers
from attack import ATTACKS
from costly import Question, costliest

REPOSITORY = Path(__file__).resolve().parents[2]
#: Small requests: one that is answered without work, and one that is computed (the response cache is off).
SMALL = ("/healthz", f"/collections/nuts3/items/{cases.ITEM}")
#: Seconds between two small requests, and after an attack before memory is read.
PAUSE, REST = 0.02, 3.0
#: Size of the response cache where memory is measured.
CACHE_MB = 16
#: Wanted: times its own idle median, and milliseconds; and times the memory before.
TIMES, MILLISECONDS, MEMORY = 10, 20, 1.3


def main() -> int:
    """Measure, save and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller and shorter, to see that it runs")
    parser.add_argument("--only", choices=("beside", "memory"), help="only this half")
    options = parser.parse_args()
    work = REPOSITORY / "var" / "bench"
    work.mkdir(parents=True, exist_ok=True)
    places = peers.Places(REPOSITORY, work, REPOSITORY / ".venv-bench")
    tables = _beside(places, options.quick) if options.only != "memory" else []
    tables += [_memory(places, 0.05 if options.quick else 1.0)] if options.only != "beside" else []
    text = "\n\n".join(tables) + "\n"
    (work / "hostile.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


# --- beside the costliest request


def _beside(places: peers.Places, quick: bool) -> list[str]:
    """Small requests to a single worker, alone and beside clients that ask the costliest question again and again."""
    os.environ["BENCH_WORKERS"] = "1"
    with peers.started(cases.OURS, places) as peer:
        host = urlsplit(peer.url).netloc
        ranked = costliest(host, 1000 if quick else 10**6)
        seconds = 2.0 if quick else 15.0
        idle = {path: _latencies(host, path, seconds) for path in SMALL}
        rows = []
        for clients in (1, 4):
            for path in SMALL:
                found = _under_attack(host, path, ranked[0][0], clients, seconds)
                rows.append(_row(path, clients, idle[path], found))
    lines = ["| costliest question that is answered, by kind | size | s |", "|---|---:|---:|"]
    lines += [f"| {q.kind} | {q.size:,} | {spent:.3f} |" for q, spent in ranked]
    head = [
        f"| small request | clients that ask '{ranked[0][0].kind}' | idle median ms | median ms | 99th percentile ms "
        f"| times idle (wanted: {TIMES} and below {MILLISECONDS} ms) |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    return ["\n".join(lines), "\n".join([*head, *rows])]


def _latencies(host: str, path: str, seconds: float) -> list[float]:
    """Milliseconds of a small request on a kept connection, from when it should have been sent.

    One is due every ``PAUSE``. Those that were due while another one waited have waited, too: else the many quick
    answers between two long waits would hide them.
    """
    connection, found = HTTPConnection(host, timeout=120), []
    begun = time.perf_counter()
    for number in range(round(seconds / PAUSE)):
        due = begun + number * PAUSE
        time.sleep(max(0.0, due - time.perf_counter()))
        connection.request("GET", path)
        connection.getresponse().read()
        found.append((time.perf_counter() - due) * 1000)
    connection.close()
    return found


def _under_attack(host: str, path: str, question: Question, clients: int, seconds: float) -> list[float]:
    until = time.time() + seconds + 1
    attackers = [multiprocessing.Process(target=_attack, args=(host, question, until)) for _ in range(clients)]
    for attacker in attackers:
        attacker.start()
    try:
        time.sleep(0.5)
        return _latencies(host, path, seconds)
    finally:
        for attacker in attackers:
            attacker.join(150)
            if attacker.is_alive():
                attacker.kill()


def _attack(host: str, question: Question, until: float) -> None:
    while time.time() < until:
        connection = HTTPConnection(host, timeout=120)
        with suppress(OSError, HTTPException):
            while time.time() < until:
                question.ask(connection)
        connection.close()


def _row(path: str, clients: int, idle: list[float], found: list[float]) -> str:
    middle, worst = median(found), quantiles(found, n=100)[98]
    return f"| {path} | {clients} | {median(idle):.2f} | {middle:.2f} | {worst:.1f} | {middle / median(idle):.1f} |"


# --- memory


def _memory(places: peers.Places, share: float) -> str:
    """Memory of a server with one worker before and after all attacks, one after the other.

    Its response cache is small: what it may keep by its setting would hide what must not be kept.
    """
    os.environ |= {"BENCH_WORKERS": "1", "BENCH_CACHE_MB": str(CACHE_MB)}
    lines = ["| attack | most MB meanwhile | MB after | times before |", "|---|---:|---:|---:|"]
    with peers.started(cases.OURS_WARM, places) as peer:
        _ordinary_use(urlsplit(peer.url).netloc)
        time.sleep(REST)
        before = peer.memory()
        lines.append(f"| none, after ordinary use | | {before:.0f} | 1.00 |")
        for attack in ATTACKS:
            most = [peer.memory()]
            told = attack(peer.url, share, lambda seen=most: seen.append(peer.memory()))
            time.sleep(REST)
            after = peer.memory()
            lines.append(f"| {told} | {max(most):.0f} | {after:.0f} | {after / before:.2f} |")
        begun = time.perf_counter()
        _ordinary_use(urlsplit(peer.url).netloc)
        after = peer.memory()
        spent = time.perf_counter() - begun
        lines.append(f"| none, after ordinary use again ({spent:.1f} s) | | {after:.0f} | {after / before:.2f} |")
    return "\n".join([*lines, f"\nWanted: at most {MEMORY} times before."])


def _ordinary_use(host: str) -> None:
    """What a few clients ask in a while: pages, lists, items, facets, documents, in all formats."""
    connection = HTTPConnection(host, timeout=120)
    lists = [f"/collections/{c}/items?limit=100&offset={n}" for c in ("nuts3", "programmes") for n in (0, 100, 200)]
    paths = [
        "/",
        "/?f=html",
        "/openapi?f=json",
        "/collections",
        *[f"{path}&f={f}" for path in lists for f in ("json", "html", "csv", "xlsx")],
    ]
    paths += [f"/collections/{c}/facets" for c in ("nuts3", "programmes", "cooperation")]
    body = json.dumps({"op": "=", "args": [{"property": "country"}, "IT"]}).encode()
    for path in paths:
        for coding in ("gzip", "identity"):
            connection.request("GET", path, headers={"Accept-Encoding": coding})
            connection.getresponse().read()
    for path in lists:
        Question("ordinary", 1, path, body).ask(connection)
    connection.close()


if __name__ == "__main__":
    sys.exit(main())
