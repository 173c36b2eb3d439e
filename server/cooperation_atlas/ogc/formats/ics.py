"""iCalendar (RFC 5545, RFC 7986): windows as events of whole days, for calendars that subscribe to them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from ...model.attribution import ATTRIBUTION
from ..openapi_texts import message
from .document import FeatureDocument

if TYPE_CHECKING:
    from icalendar import Event

MEDIA_TYPE = "text/calendar"
#: How often a calendar that subscribes may ask again: what is open changes with the day.
_EVERY = timedelta(days=1)
#: Steps (``store.budget``) of loading the library, which is done when the first calendar is asked for.
_LOADING = 3_000_000
_SAMPLE = message("SAMPLE")
_MADE_UP = message("This entry is made up to show the service. It states no fact about the programme.")
_LAST_DAY, _FIRST_DAY = message("Last day"), message("First day, no end stated")


def first_steps() -> int:
    """What the first calendar costs beside its events: it loads the library."""
    return 0 if "icalendar" in sys.modules else _LOADING


def write(document: FeatureDocument) -> bytes:
    """The windows of which a day is stated, as a calendar."""
    from icalendar import Calendar, vDuration, vText, vUri

    words, collection = document.words, document.collection
    name = words.translate(collection.title)
    about = " ".join((words.translate(collection.description), *document.page.notes, words.translate(ATTRIBUTION)))
    calendar = Calendar()
    for key, value in (
        ("PRODID", vText(f"-//Cooperation Atlas//{collection.title}//{words.language.upper()}")),
        ("VERSION", vText("2.0")),
        ("CALSCALE", vText("GREGORIAN")),
        ("METHOD", vText("PUBLISH")),
        ("NAME", vText(name)),
        ("X-WR-CALNAME", vText(name)),
        ("DESCRIPTION", vText(about)),
        ("X-WR-CALDESC", vText(about)),
        ("URL", vUri(document.address.url(f="html"))),
        ("LAST-MODIFIED", _stamp(document)),
        ("X-PUBLISHED-TTL", vDuration(_EVERY)),
    ):
        calendar.add(key, value)
    calendar.add("REFRESH-INTERVAL", vDuration(_EVERY), parameters={"VALUE": "DURATION"})
    calendar.add("SOURCE", vUri(document.address.url(f="ics")), parameters={"VALUE": "URI"})
    for event in _events(document):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _stamp(document: FeatureDocument) -> datetime:
    """When the edition was made: the same answer has the same bytes."""
    return datetime.fromisoformat(document.edition["created"])


def _events(document: FeatureDocument) -> Iterator[Event]:
    names = [
        "id", "open_from", "open_to", "summary", "own_summary", "entry", "own_entry", "cci", "own_cci", "title",
        "country", "kind", "status", "topics", "contact", "sample",
    ]  # fmt: skip
    stamp, host = _stamp(document), urlsplit(document.base).netloc
    for values in document.page.cells(names):
        window = dict(zip(names, values, strict=True))
        if window["open_from"] or window["open_to"]:
            yield _event(window, document, stamp, host)


def _event(window: Mapping[str, Any], document: FeatureDocument, stamp: datetime, host: str) -> Event:
    """One window. One with an end that is not stated is an event on its other end: a calendar has no open ends."""
    from icalendar import Event, vUri

    words = document.words
    begin, end = (None if day is None else date.fromisoformat(day) for day in (window["open_from"], window["open_to"]))
    first, last = begin or end, end or begin
    if first is None or last is None:
        raise ValueError(f"{window['id']} states no day.")
    marks = [_SAMPLE] if window["sample"] else []
    if begin is None or end is None:
        marks.append(_FIRST_DAY if end is None else _LAST_DAY)
    said = " – ".join(filter(None, (window["own_summary"], window["summary"] or window["title"] or window["cci"])))
    event = Event()
    event.add("UID", f"{window['id']}@{host}")
    event.add("DTSTAMP", stamp)
    event.add("DTSTART", first)
    event.add("DTEND", last + timedelta(days=1))
    event.add("SUMMARY", ": ".join((*(words.translate(mark) for mark in marks), said)))
    event.add("DESCRIPTION", "\n".join(_described(window, document)))
    event.add("URL", vUri(_address(window, document.base)))
    labels = [words.codelists.label("kinds", window["kind"], words.language)] if window["kind"] else []
    event.add("CATEGORIES", [*labels, *(words.translate(mark) for mark in marks if mark == _SAMPLE)])
    # Whoever is told of a call is not busy for months.
    event.add("TRANSP", "TRANSPARENT")
    return event


def _described(window: Mapping[str, Any], document: FeatureDocument) -> Iterator[str]:
    words, base = document.words, document.base
    if window["sample"]:
        yield words.translate(_MADE_UP)
    country = words.codelists.label("countries", window["country"] or "", words.language)
    yield " · ".join(filter(None, (window["title"], window["cci"], country)))
    for name, codelist in (("kind", "kinds"), ("status", "statuses"), ("topics", "topics")):
        values = window[name] if isinstance(window[name], list) else [window[name]] if window[name] else []
        if values:
            yield "; ".join(words.codelists.label(codelist, value, words.language) for value in values)
    if window["contact"]:
        yield window["contact"]
    yield from (_entry(base, window[name]) for name in ("own_entry", "entry") if window[name])


def _address(window: Mapping[str, Any], base: str) -> str:
    """Where to read more: the pair of programmes, or the entry."""
    if window["own_cci"]:
        own, other = (quote(window[name], safe="") for name in ("own_cci", "cci"))
        return f"{base}/partners/{own}/{other}"
    return _entry(base, window["entry"])


def _entry(base: str, id_: str) -> str:
    return f"{base}/collections/cooperation/items/{quote(id_, safe='')}"
