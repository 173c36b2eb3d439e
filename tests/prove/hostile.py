"""Part three: hostile input. Whatever is sent, the server answers, refuses or closes, and lives on."""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from hostile_client import replies, send, wrong
from hostile_requests import Attempt, Attempts
from process_memory import family, memory
from running_server import COLLECTIONS, LOGS, RunningServer, start
from tally import Tally

CLIENTS = 4
#: Attempts of one client between two looks at the server's health.
HEALTH_EVERY = 25
#: Seconds in which ``/healthz`` must answer beside whatever is going on.
HEALTH_LIMIT = 10.0
#: An entry of the log that must not be there, up to the next one: clients are to blame, the server is not.
_ENTRY = re.compile(
    r"^\d{4}-\d\d-\d\d \S+ (ERROR|CRITICAL) \d+ (.*?)(?=^\d{4}-\d\d-\d\d |\Z)", re.MULTILINE | re.DOTALL
)
#: What differs between two entries on the same fault.
_PARTICULAR = re.compile(r"0x[0-9a-f]+|https?://\S+")


class Hostile:
    """Clients that send attempt after attempt.

    :param folder: where attempts that went wrong are saved
    """

    def __init__(self, folder: Path, seed: int, tally: Tally) -> None:
        self._folder = folder
        self._seed = seed
        self._tally = tally
        self._slowest = 0.0

    def run(self, seconds: float, workers: int = 2) -> None:
        """Send attempts for some seconds."""
        # A small response cache: what it may keep would hide what must not be kept.
        environment = {"COOPERATION_ATLAS_WORKERS": str(workers), "COOPERATION_ATLAS_CACHE_MB": "16"}
        server = start(name="prove-hostile", environment=environment)
        assert server.process is not None
        log = LOGS / f"test-prove-hostile-{urlsplit(server.url).port}.log"
        try:
            attempts = Attempts(self._seed, _queryables(server))
            for collection in COLLECTIONS:
                server.features(collection)
            before, processes = memory(server.process.pid), family(server.process.pid)
            until = time.monotonic() + seconds
            clients = [
                threading.Thread(target=self._client, args=(server, attempts, number, until))
                for number in range(CLIENTS)
            ]
            for client in clients:
                client.start()
            for client in clients:
                client.join()
            self._health(server, "in the end")
            if (now := family(server.process.pid)) != processes:
                self._tally.violation(f"processes {sorted(processes - now)} of the server died of hostile input")
            after = memory(server.process.pid)
            self._tally.figure("memory before hostile input", f"{before:.0f} MB")
            self._tally.figure("memory after hostile input", f"{after:.0f} MB ({after / before:.2f} times)")
            self._tally.figure("slowest /healthz beside hostile input", f"{self._slowest * 1000:.0f} ms")
        finally:
            server.stop()
        for error, many in faults(log.read_text("utf-8", "replace")).items():
            self._tally.violation(f"{many} times in {log.name}, seed {self._seed}: {error}")

    def single(self, number: int) -> str:
        """Send one attempt to a new server; what was sent and what came back."""
        server = start(name="prove-single")
        try:
            attempt = Attempts(self._seed, _queryables(server)).make(number)
            received = self._send(server, attempt, number)
        finally:
            server.stop()
        sent = b"".join(attempt.pieces)
        return f"attempt {number} ({attempt.kind}, {attempt.ending}), sent:\n{sent!r}\nreceived:\n{received[:5000]!r}"

    def _client(self, server: RunningServer, attempts: Attempts, number: int, until: float) -> None:
        done = 0
        while time.monotonic() < until:
            try:
                self._send(server, attempts.make(number), number)
            except Exception as error:  # noqa: BLE001 - a client that falls silent would pass for one that found nothing
                self._tally.violation(f"attempt {number} of seed {self._seed} could not be judged: {error!r}")
            number += CLIENTS
            done += 1
            if done % HEALTH_EVERY == 0:
                self._health(server, f"after attempt {number - CLIENTS}")

    def _send(self, server: RunningServer, attempt: Attempt, number: int) -> bytes:
        told, answers, received = "", 0, b""
        try:
            received = send(_address(server), attempt)
            for reply in replies(received, attempt.head_only):
                answers += 1
                self._tally.add(f"answers {reply.status} to hostile input")
                told = told or wrong(reply, attempt.head_only) or ""
        except OSError as error:
            told = f"no connection: {error}"
        except ValueError as error:
            # Of a connection that was cut, half an answer may have come.
            told = str(error) if attempt.answered else ""
        self._tally.add("hostile requests")
        if attempt.answered and not answers:
            told = told or "no answer"
        elif not answers:
            self._tally.add("hostile requests without an answer (cut, no HTTP)")
        if told:
            self._tally.violation(f"attempt {number} of seed {self._seed} ({attempt.kind}): {told}")
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"attempt-{self._seed}-{number}").write_bytes(b"".join(attempt.pieces))
        return received

    def _health(self, server: RunningServer, when: str) -> None:
        begun = time.monotonic()
        try:
            with urlopen(f"{server.url}/healthz", timeout=HEALTH_LIMIT) as answer:
                answer.read()
        except (URLError, OSError) as error:
            self._tally.violation(f"/healthz {when}, seed {self._seed}: {error}")
        self._slowest = max(self._slowest, time.monotonic() - begun)


def faults(log: str) -> Counter[str]:
    """Errors in a log and how often each came: first and last line of the entry."""
    found: Counter[str] = Counter()
    for entry in _ENTRY.finditer(log):
        lines = [line.strip() for line in _PARTICULAR.sub("…", entry[2]).splitlines() if line.strip()]
        found[" … ".join(dict.fromkeys([lines[0][:200], lines[-1][:200]]))] += 1
    if not found and "Traceback (most recent call last)" in log:
        found["a traceback outside any entry"] += 1
    return found


def _address(server: RunningServer) -> tuple[str, int]:
    parts = urlsplit(server.url)
    return parts.hostname or "127.0.0.1", parts.port or 0


def _queryables(server: RunningServer) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for collection in COLLECTIONS:
        with suppress(KeyError):
            found[collection] = sorted(server.json(f"/collections/{collection}/queryables", f="json")["properties"])
    return found
