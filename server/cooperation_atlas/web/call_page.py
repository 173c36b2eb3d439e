"""Windows as a page of features (``store.contract.Page``), so that every format writes them as it writes others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import orjson

from ..matching.calls import Call, Calls, Record
from ..model.calls import CALLS, Note, State
from ..model.errors import InvalidValue, nearest
from ..model.fields import Field
from ..ogc.formats.document import Words
from ..ogc.formats.geojson import numbered_escapes
from ..store.crs import CRS84
from ..store.query import Query

#: What the windows say of the entry, and of the own one, as cooperation entries have it.
OF_ENTRY = (
    "cci", "title", "country", "country_name", "kind", "status", "summary", "topics", "scopes", "sought_countries",
    "contact",
)  # fmt: skip
_OWN = {"own_cci": "cci", "own_entry": "id", "own_kind": "kind", "own_summary": "summary"}
#: All properties of entries that it takes to show windows.
READ = ("id", *OF_ENTRY, "open_from", "open_to", "sample", "sources", "match")


class CallPage:
    """Windows: those that are open first, by the day on which they close; then those that open later.

    :param calls: what was found
    :param entries: the entries by id
    :param words: the language of the answer
    :param today: the present day, by which a window is open
    :param notes: what is to be said beside what ``calls`` says
    """

    hints: Sequence[str] = ()

    def __init__(
        self,
        query: Query,
        calls: Calls,
        entries: Mapping[str, Record],
        words: Words,
        today: date,
        notes: Sequence[str] = (),
    ) -> None:
        self.query = query
        self.matched = len(calls.found)
        self._calls = calls
        self._entries = entries
        self._words = words
        self._today = today.isoformat()
        self._more = notes

    def __len__(self) -> int:
        return len(self._shown)

    @cached_property
    def unknown(self) -> int:
        """Number of windows of which it is not known whether they match."""
        return sum(self._match(call) == "unknown" for call in self._calls.found)

    @cached_property
    def ids(self) -> list[str]:
        """Ids of the windows."""
        return [call.id for call in self._shown]

    @cached_property
    def notes(self) -> list[str]:
        """What was left out, and why."""
        calls, matched = self._calls, self.matched
        undated = sum(not call.window.stated for call in calls.found)
        counts = {Note.UNDATED: undated, Note.CLOSED: calls.closed, Note.APART: calls.apart}
        notes = [say(self._words, note, count=count) for note, count in counts.items() if count]
        if calls.completed:
            notes.append(say(self._words, Note.COMPLETED, count=calls.completed))
        if len(self) < matched:
            notes.append(say(self._words, Note.CUT, shown=len(self), matched=matched))
        return [*self._more, *notes]

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """All properties of each window."""
        return [self._record(call) for call in self._shown]

    def cells(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The values of the named properties by window.

        :raises InvalidValue: for a name that is no property of windows
        """
        for name in names:
            if name not in CALLS.by_name:
                raise InvalidValue(name, "is no property of windows.", nearest(name, CALLS.by_name))
        return (tuple(record[name] for name in names) for record in self.records)

    def features(
        self, crs: str = CRS84, names: Sequence[str] | None = None, *, geometry: bool = True
    ) -> Sequence[bytes]:
        """Each window as a GeoJSON object; a window is no place, so that its geometry is null."""
        chosen = [field.name for field in CALLS.fields if names is None or field.name in names]
        return [
            numbered_escapes(
                orjson.dumps(
                    {
                        "type": "Feature",
                        "id": record["id"],
                        "geometry": None,
                        "properties": {name: record[name] for name in chosen},
                    }
                )
            )
            for record in self.records
        ]

    def bounds(self, crs: str = CRS84) -> None:
        """Nothing: a window is no place."""

    @cached_property
    def _shown(self) -> list[Call]:
        return sorted(self._calls.found, key=self._order)[: self.query.limit]

    def _order(self, call: Call) -> tuple[object, ...]:
        state, window = self._state(call), call.window
        day = window.begin if state is State.LATER else window.end
        return list(State).index(state), day or "9999", call.id

    def _state(self, call: Call) -> State:
        window = call.window
        if not window.stated:
            return State.NOT_STATED
        if window.begin and window.begin > self._today:
            return State.LATER
        return State.CLOSED if window.end and window.end < self._today else State.OPEN

    def _match(self, call: Call) -> str | None:
        if not self.query.include_unknown:
            return None
        return "met" if call.known and self._entries[call.entry]["match"] != "unknown" else "unknown"

    def _record(self, call: Call) -> dict[str, Any]:
        entry, own = self._entries[call.entry], self._entries[call.own] if call.own else None
        both = [each for each in (own, entry) if each is not None]
        known: dict[str, Any] = {name: entry[name] for name in OF_ENTRY} | {
            "id": call.id,
            "window": self._state(call).value,
            "open_from": call.window.begin,
            "open_to": call.window.end,
            "entry": call.entry,
            **{name: own[of] if own is not None else None for name, of in _OWN.items()},
            "shared_topics": list(call.topics),
            "sample": any(each["sample"] is True for each in both),
            "sources": list(dict.fromkeys(source for each in both for source in each["sources"] or ())),
            "match": self._match(call),
            "matched_in": None,
        }
        return {field.name: self._value(field, known) for field in CALLS.fields}

    def _value(self, field: Field, known: Mapping[str, Any]) -> Any:
        """The value of a property; an empty list is an absent value, and a twin has the labels of its array."""
        if field.twin_of is None:
            return known[field.name] if known[field.name] != [] else None
        codelist = CALLS.by_name[field.twin_of].codelist
        labels = (
            self._words.codelists.label(codelist, value, self._words.language) for value in known[field.twin_of] or ()
        )
        return "; ".join(labels) or None


def say(words: Words, note: Note, **values: object) -> str:
    """A note in the language of the answer."""
    return words.translate(note) % values
