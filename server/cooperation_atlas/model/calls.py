"""Calls: windows in which cooperation entries are open, declared as the features of a collection are."""

from __future__ import annotations

from enum import StrEnum

from . import properties as shared
from .collections import Collection
from .fields import array, boolean, date, grouped, resting_on, string
from .presentation import Group, Noun, Presentation, Reference


class State(StrEnum):
    """How a window lies to the present day."""

    OPEN = "open"
    LATER = "opens_later"
    CLOSED = "closed"
    NOT_STATED = "not_stated"


class Note(StrEnum):
    """What is said of an answer beside its windows; message ids of the translations."""

    CLOSED = "Left out because they are not open in the days asked for: %(count)s."
    COMPLETED = "Left out because their action is completed: %(count)s."
    APART = "Pairs of entries that meet, but are never open together: %(count)s."
    UNDATED = "No days are stated: %(count)s. These come last and are not in the calendar."
    CUT = "The first %(shown)s of %(matched)s are listed. Narrow the search, or raise limit."
    NO_ENTRY = "%(programme)s has no entry that partners can answer."


_ENTRY = Reference("cooperation")

CALLS = Collection(
    id="calls",
    title="Calls",
    description="Windows in which cooperation entries are open, or those of two programmes are open together, from "
    "today on.",
    keywords=("partner search", "cooperation", "call", "calendar"),
    id_field="id",
    title_field="summary",
    time_fields=("open_from", "open_to"),
    is_derived=True,
    is_calendar=True,
    presentation=Presentation(
        Noun("window", "windows"),
        columns=("summary", "window", "open_from", "open_to", "title", "country", "kind", "topics", "own_summary"),
        lead=("country",),
    ),
    fields=(
        string("id", "Window id", "That of the entry, or of both entries joined by +."),
        *resting_on(
            "sample",
            string(
                "window",
                "Window",
                "Today: open, opens later, closed, or not stated: an end that is not stated is open, without both "
                "ends it is not known.",
                words=tuple(State),
            ),
            date("open_from", "Open from", "First day on which partners can answer; with two entries, both of them."),
            date("open_to", "Open to", "Last day on which partners can answer; with two entries, both of them."),
        ),
        *shared.IDENTITY,
        *shared.COUNTRY,
        string("entry", "Entry", "Id of the cooperation entry.", reference=_ENTRY),
        *resting_on(
            "sample",
            *grouped(
                Group.COOPERATION,
                string("kind", "Offer or need", "offer, need, or both.", "kinds"),
                string("status", "Status", "Status of the cooperation action.", "statuses"),
            ),
            string("summary", "Summary", "What is offered or sought."),
            *grouped(
                Group.COOPERATION,
                *array("topics", "Topics of cooperation actions", "Topics of the entry.", "topics"),
                *array("scopes", "Scope of partnership", "Scope of the partnership needed.", "scopes"),
                *array("sought_countries", "Countries sought", "Countries in which partners are sought.", "countries"),
                string("contact", "Contact", "Functional mailbox or web page; never a person."),
            ),
        ),
        string("own_cci", "Own programme", "With `programme`: its CCI.", reference=Reference("programmes")),
        string("own_entry", "Own entry", "Id of the entry of that programme.", reference=_ENTRY),
        *resting_on(
            "sample",
            string("own_kind", "Own offer or need", "Kind of that entry.", "kinds"),
            string("own_summary", "Own summary", "What that entry offers or seeks."),
            *array(
                "shared_topics",
                "Shared topics",
                "Topics by which a need of one side meets an offer of the other.",
                "topics",
            ),
        ),
        boolean("sample", "Sample", "True: an entry is made up to show the service; states no fact."),
        *grouped(
            Group.SOURCES,
            *array("sources", "Sources", "Where the entries were read; samples say that they are samples."),
        ),
        *shared.MATCH,
    ),
)
