"""Windows of cooperation entries, and of the pairs of entries of two programmes that meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .declared import entries_meet
from .facts import Entry
from .matcher import Matcher
from .windows import Window, together, window_of

#: An entry as the store has it.
Record = Mapping[str, Any]
#: First and last day that are asked for, ``None`` for an open end.
Interval = tuple[str | None, str | None]
#: The status of an entry whose action is over: nobody can answer to it.
COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Call:
    """A window.

    :param entry: the entry, which belongs to another programme where one asks
    :param own: id of the entry of the programme that asks, ``None`` where none does
    :param topics: by which the two meet
    :param known: whether it is known that they do
    """

    entry: str
    window: Window
    own: str | None = None
    topics: tuple[str, ...] = ()
    known: bool = True

    @property
    def id(self) -> str:
        """Of the entries: the same in every edition that has them."""
        return self.entry if self.own is None else f"{self.own}+{self.entry}"


@dataclass(slots=True)
class Calls:
    """What was found, and how much was left out and why.

    :param closed: windows that are not open in the days asked for
    :param completed: entries whose action is completed
    :param apart: pairs that meet, but are never open together
    """

    found: list[Call] = field(default_factory=list)
    closed: int = 0
    completed: int = 0
    apart: int = 0

    def add(self, call: Call, interval: Interval) -> None:
        """Take a window, if it is open in the days asked for."""
        if call.window.meets(*interval):
            self.found.append(call)
        else:
            self.closed += 1


def calls_of(records: Iterable[Record], interval: Interval) -> Calls:
    """The windows of entries."""
    calls = Calls()
    for record in records:
        if record["status"] == COMPLETED:
            calls.completed += 1
        else:
            calls.add(Call(record["id"], Window(record["open_from"], record["open_to"])), interval)
    return calls


def calls_together(
    matcher: Matcher, row: int, wanted: Callable[[Entry], bool], interval: Interval, *, unknown: bool
) -> Calls:
    """The windows in which an entry of a programme and one of another that meet are both open.

    :param row: of the programme in the facts
    :param wanted: whether an entry may be the other one
    :param unknown: whether to take pairs, too, of which it is not known whether they meet
    """
    calls, facts = Calls(), matcher.facts
    country, topic_only = facts.country, matcher.tables.numbers["declared_topic_only"]
    others = [entry for entry in facts.entries if entry.row != row and wanted(entry)]
    for own in facts.entries_of.get(row, ()):
        for theirs in others:
            own_country, their_country = (facts.countries[country[each]] for each in (row, theirs.row))
            met = entries_meet(own, theirs, own_country, their_country, topic_only)
            if met is None or not (met[0][1] if unknown else met[0][0]):
                continue
            window = together(window_of(own), window_of(theirs))
            if window is None:
                calls.apart += 1
            else:
                calls.add(Call(theirs.id, window, own.id, tuple(sorted(met[1])), known=met[0][0] > 0.0), interval)
    return calls
