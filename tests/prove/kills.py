"""Part one: commands that make, switch and remove editions are killed at every line they go through.

A run that is not killed tells which lines a command reaches and what is on the disk then. Lines between which nothing
on the disk changes leave the same behind when the command is killed there: one of them is killed for all of them.

After each kill users need the same things: the server that runs goes on with a whole edition, one that starts serves
one, the command line works, and doing the command again sets everything right.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.error import URLError

from kill_ground import Ground, State
from running_server import RunningServer, start
from tally import Tally

#: A new server is started after every so many kills, which costs a second or two; the others only load the edition.
STARTED_EVERY = 25


@dataclass(frozen=True)
class Scenario:
    """A command and what it starts from.

    :param arguments: of ``cooperation-atlas``; ``{A}`` stands for the id of edition A
    :param allowed: names of editions that may be served after a kill, ``-`` for none
    :param repair: the command that sets everything right
    :param repaired: the edition that is served then
    """

    name: str
    state: State
    arguments: tuple[str, ...]
    allowed: str
    repair: tuple[str, ...]
    repaired: str


SCENARIOS = (
    Scenario("publish", State("AB", "CA", "A"), ("publish", "{B}"), "AB", ("publish", "{B}"), "B"),
    Scenario("rollback", State("AB", "AB", "B"), ("rollback",), "AB", ("publish", "{A}"), "A"),
    Scenario("prune", State("ABC", "CA", "A"), ("prune", "--keep", "0"), "A", ("prune", "--keep", "0"), "A"),
    Scenario("build", State("A", "A", "B"), ("build",), "AB", ("build",), "B"),
    Scenario("first build", State("", "", "A"), ("build",), "-A", ("build",), "A"),
    Scenario("build over damage", State("AB", "BA", "B", damaged="B"), ("build",), "AB", ("build",), "B"),
)


@dataclass(frozen=True)
class Moment:
    """A line at which a command is killed, for all moments in the same state of the disk.

    :param number: of the line, counted as it is reached
    :param lines: all lines that the command goes through in that state
    """

    scenario: Scenario
    number: int
    line: str
    lines: frozenset[str]


class Kills:
    """Goes through the moments, in an order that the seed gives, for as long as there is time."""

    def __init__(self, ground: Ground, seed: int, tally: Tally) -> None:
        self._ground = ground
        self._choice = random.Random(f"kills {seed}")
        self._tally = tally
        self._made = 0

    def run(self, seconds: float) -> None:
        """Kill until the time is up, or until every state had its turn."""
        until = time.monotonic() + seconds
        moments = [m for scenario in SCENARIOS for m in self._moments(scenario)]
        remaining = set(moments)
        self._ground.prepare(SCENARIOS[0].state)
        server = start(editions=self._ground.root, build=False, name="prove-kills", environment=_TWO_WORKERS)
        try:
            for moment in self._in_turns(moments):
                if time.monotonic() > until:
                    break
                self._kill(moment, server)
                remaining.remove(moment)
        finally:
            server.stop()
        self._tally.figure(
            "states of the disk in which a command was killed", f"{len(moments) - len(remaining):,} of {len(moments):,}"
        )
        lines, open_ = _lines(moments), _lines(remaining)
        self._tally.figure(
            "lines tried in every state in which a command reaches them", f"{len(lines - open_):,} of {len(lines):,}"
        )

    def _moments(self, scenario: Scenario) -> list[Moment]:
        """For each state of the disk that the command goes through, one of the lines at random."""
        self._ground.prepare(scenario.state)
        ended = self._ground.run(scenario.arguments, scenario.state.data, trace=True)
        if ended.status != 0:
            self._tally.violation(
                f"{scenario.name}, not killed, ended with {ended.status}: {ended.said.strip()[-300:]}"
            )
            return []
        reached: dict[int, list[tuple[int, str]]] = {}
        for number, (line, state) in enumerate(self._ground.moments()):
            reached.setdefault(state, []).append((number, line))
        return [
            Moment(scenario, *self._choice.choice(in_state), frozenset(line for _, line in in_state))
            for in_state in reached.values()
        ]

    def _in_turns(self, moments: list[Moment]) -> Iterator[Moment]:
        """In random order; short commands and builds have their share at any time."""
        heaps: dict[int, list[Moment]] = {}
        for moment in moments:
            heaps.setdefault(_share(moment), []).append(moment)
        for heap in heaps.values():
            self._choice.shuffle(heap)
        while any(heaps.values()):
            for share, heap in sorted(heaps.items(), reverse=True):
                for _ in range(min(share, len(heap))):
                    yield heap.pop()

    def _kill(self, moment: Moment, server: RunningServer) -> None:
        scenario, ground = moment.scenario, self._ground
        ground.prepare(scenario.state)
        ended = ground.run(scenario.arguments, scenario.state.data, die_at=moment.number)
        self._tally.add(f"kills of {scenario.name}")
        self._made += 1
        wrong = (
            [] if ended.killed else [f"it was not killed but ended with {ended.status}: {ended.said.strip()[-300:]}"]
        )
        wrong += self._state(scenario)
        if scenario.state.published:
            wrong += self._answers(server)
        again = ground.run(scenario.repair, scenario.state.data)
        if again.status != 0:
            wrong.append(f"'{' '.join(scenario.repair)}' then failed: {again.said.strip()[-300:]}")
        elif ground.served() != ground.ids[scenario.repaired] or not ground.whole(ground.served() or ""):
            wrong.append(f"'{' '.join(scenario.repair)}' then left {ground.served()} served, and whole or not")
        rebuilt = again if scenario.repair[0] == "build" else ground.run(("build", "--if-changed"), scenario.state.data)
        if rebuilt.status != 0:
            wrong.append(f"a build then failed: {rebuilt.said.strip()[-300:]}")
        elif ground.leftovers():
            wrong.append(f"a build then left {', '.join(ground.leftovers())}")
        for what in wrong:
            self._tally.violation(f"{scenario.name} killed at {moment.line} (reached as no. {moment.number}): {what}")

    def _state(self, scenario: Scenario) -> list[str]:
        """What is wrong on the disk, for the command line, and for a server that starts."""
        ground, wrong = self._ground, []
        served = ground.served()
        allowed = {ground.ids[name] for name in scenario.allowed if name != "-"} | (
            {None} if "-" in scenario.allowed else set()
        )
        if served not in allowed:
            return [f"{served} is served"]
        if served is not None and not ground.whole(served):
            return [f"{served} is served and not whole"]
        listed = ground.run(("editions", "--format", "json"), scenario.state.data)
        if listed.status != 0:
            wrong.append(f"'editions' failed: {listed.said.strip()[-300:]}")
        elif served is not None and f'"{served}"' not in listed.said:
            wrong.append("'editions' does not list the edition that is served")
        if served is not None and self._made % STARTED_EVERY == 0:
            wrong += self._starts(served)
        return wrong

    def _starts(self, served: str) -> list[str]:
        """Whether a new server comes up with that edition."""
        fresh = None
        try:
            fresh = start(editions=self._ground.root, build=False, name="prove-fresh")
            self._tally.add("servers started after a kill")
            told = fresh.json("/healthz")["edition"]["id"]
            return [] if told == served else [f"a new server serves {told}"]
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what a user would meet
            return [f"a new server does not serve: {error}"]
        finally:
            if fresh is not None:
                fresh.stop()

    def _answers(self, server: RunningServer) -> list[str]:
        """Whether the server that runs goes on."""
        try:
            told = server.json("/healthz")["edition"]["id"]
            page = server.json("/collections/programmes/items", limit=1)
        except (URLError, OSError, ValueError) as error:
            return [f"the server that runs does not answer: {error}"]
        self._tally.add("requests beside kills", 2)
        wrong = [] if told in self._ground.sums else [f"the server that runs serves {told}"]
        return wrong if page["numberMatched"] else [*wrong, "the server that runs answers with nothing"]


def _lines(moments: Iterable[Moment]) -> set[tuple[str, str]]:
    """The lines of moments, each with the name of its scenario."""
    return {(moment.scenario.name, line) for moment in moments for line in moment.lines}


def _share(moment: Moment) -> int:
    """How many of its kind are tried in each turn: a build takes longer than the others."""
    return 1 if moment.scenario.arguments[0] == "build" else 4


_TWO_WORKERS = {"COOPERATION_ATLAS_WORKERS": "2"}
