"""Part two: editions are switched under load, with several workers: no error, no answer of two editions."""

from __future__ import annotations

import random
import subprocess
import threading
import time
from pathlib import Path
from urllib.request import urlopen

import small_data
from running_server import REPOSITORY, command, start
from switch_reader import Reader, Seen
from tally import Tally

READERS = 4
#: Longest pause between two switches, in seconds; the server looks once a second.
PAUSE = 2.5
#: Seconds in which every worker must serve what was published last.
SETTLED = 15.0
#: What is right to say where nothing was published before: going back to an edition forgets what came after it.
NONE_BEFORE = "No edition was published"


class Switches:
    """Three editions: the repository's data with and without sample entries, and the small made data.

    :param folder: an empty folder
    """

    def __init__(self, folder: Path, seed: int, tally: Tally) -> None:
        self._editions = folder / "editions"
        self._seed = seed
        self._tally = tally
        self._begun = 0
        small_data.write(folder / "data")
        sources = [(REPOSITORY / "data", "on"), (REPOSITORY / "data", "off"), (folder / "data", "on")]
        self._ids = [self._cli("build", DATA=str(data), SAMPLES=samples).split()[-1] for data, samples in sources]

    def _cli(self, *arguments: str, **settings: str) -> str:
        """Run the console script; what it writes to stdout."""
        variables = {"PATH": "/usr/bin:/bin", "COOPERATION_ATLAS_EDITIONS": str(self._editions)}
        variables |= {f"COOPERATION_ATLAS_{name}": value for name, value in settings.items()}
        ran = subprocess.run(
            [str(command()), *arguments], env=variables, cwd=REPOSITORY, capture_output=True, text=True, timeout=300
        )
        if ran.returncode != 0 and not (arguments == ("rollback",) and NONE_BEFORE in ran.stderr):
            self._tally.violation(f"'{' '.join(arguments)}' ended with {ran.returncode}: {ran.stderr.strip()[-300:]}")
        return ran.stdout

    def run(self, seconds: float, workers: int = 2) -> None:
        """Switch and read for some seconds."""
        choice = random.Random(f"switches {self._seed}")
        seen, ended = Seen(), threading.Event()
        server = start(
            editions=self._editions, build=False, name="prove-switches",
            environment={"COOPERATION_ATLAS_WORKERS": str(workers)},
        )  # fmt: skip
        try:
            readers = [
                Reader(server.url, random.Random(f"{self._seed} {n}"), seen, self._tally, lambda: self._begun)
                for n in range(READERS)
            ]
            threads = [threading.Thread(target=reader.read_until, args=(ended,)) for reader in readers]
            for thread in threads:
                thread.start()
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                self._switch(choice)
                ended.wait(choice.choice([0.0, choice.uniform(0, PAUSE)]))
            ended.set()
            for thread in threads:
                thread.join(60)
            self._settles(server.url, choice, seen)
        finally:
            ended.set()
            server.stop()

    def _switch(self, choice: random.Random) -> None:
        self._begun += 1
        if choice.random() < 0.2:
            self._cli("publish", choice.choice(self._ids))
            self._begun += 1
            self._cli("rollback")
            self._tally.add("rollbacks under load")
        else:
            self._cli("publish", choice.choice(self._ids))
        self._tally.add("switches under load")

    def _settles(self, url: str, choice: random.Random, seen: Seen) -> None:
        """In the end every worker serves what was published last, and readers saw every edition."""
        last = choice.choice(self._ids)
        self._cli("publish", last)
        until = time.monotonic() + SETTLED
        found: set[str] = set()
        while time.monotonic() < until:
            # Each on a connection of its own, so that all workers are asked.
            found = {_served(url) for _ in range(16)}
            if found == {last}:
                break
            time.sleep(0.5)
        else:
            self._tally.violation(f"{SETTLED:.0f} s after {last} was published, {', '.join(sorted(found))} are served")
        self._tally.figure("editions seen under load", f"{len(seen.editions)} of {len(self._ids)}")


def _served(url: str) -> str:
    with urlopen(f"{url}/healthz", timeout=30) as answer:
        return str(answer.headers["atlas-edition"])
