"""Results of "Find a partner" as cards show them: what they are, why they match, until when they are open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import quote

from ..model.collections import COOPERATION, PROGRAMMES
from ..store.contract import Page, Store
from ..store.query import Query
from .find_request import FindRequest

#: Sorts after every day: an end that is not stated is open.
_OPEN_END = "9999-12-31"
#: Most entries that are read for the ends of their windows.
_MOST_ENTRIES = 2_000


class Basis(StrEnum):
    """What a match rests on; the codes are classes of the page, too."""

    STATED = "stated"  #: a source states it for the programme
    MAPPING = "mapping"  #: it follows from another objective by the tables of topics
    ENTRY = "entry"  #: a cooperation entry says it
    SAMPLE = "sample"  #: a sample entry says it


@dataclass(frozen=True, slots=True)
class TopicMet:
    """A topic by which a result matches."""

    code: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Window:
    """Until when entries can be answered.

    :param until: the last day of the one that is open longest; ``None`` where it has no end that is stated
    :param sample: whether only sample entries are open
    """

    until: str | None
    sample: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A result.

    :param path: of its page
    :param lang: language of the name
    :param programme: CCI of the programme
    :param programme_name: of an entry, the name of its programme
    :param topics: topics that were asked for and that it has; of an entry, those that it is about
    :param regions: names of the regions asked for that it covers, and how that is known
    :param reasons: sentences that say why a partner fits
    :param tier: of a partner, how well it fits
    :param window: ``None`` where no entry is open
    """

    id: str
    path: str
    name: str
    lang: str | None
    programme: str
    country: str
    period: str
    authority: str | None = None
    url: str | None = None
    programme_name: str | None = None
    kind: str | None = None
    topics: tuple[TopicMet, ...] = ()
    scopes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    area_basis: str | None = None
    reasons: tuple[str, ...] = ()
    tier: str | None = None
    scored: tuple[float, float] | None = None
    window: Window | None = None
    contact: str | None = None
    matched_in: str | None = None
    is_sample: bool = False
    may_match: bool = False


def path_of(collection: str, id_: str) -> str:
    """Path of the page of a feature."""
    return f"/collections/{collection}/items/{quote(id_, safe='')}"


#: What a card of a programme is made of.
_OF_PROGRAMMES = (
    "cci", "title", "title_lang", "country", "period", "managing_authority", "url", "objectives", "topics",
    "sample_topics", "area_basis", "match", "matched_in_text",
)  # fmt: skip


def programme_cards(page: Page, found: FindRequest, store: Store) -> list[Card]:
    """The cards of a page of programmes."""
    records = [dict(zip(_OF_PROGRAMMES, values, strict=True)) for values in page.cells(_OF_PROGRAMMES)]
    windows = windows_of(found, store, [record["cci"] for record in records])
    asked = _asked(found, store)
    regions = _regions_asked(found, store)
    return [
        Card(
            **_head(record),
            topics=topics_met(record, asked, store),
            regions=regions,
            area_basis=record["area_basis"] if regions else None,
            window=windows.get(record["cci"]),
            matched_in=record["matched_in_text"],
            may_match=record["match"] == "unknown",
        )
        for record in records
    ]


def _head(record: Mapping[str, Any]) -> dict[str, Any]:
    """What all cards of programmes begin with."""
    return {
        "id": record["cci"],
        "path": path_of(PROGRAMMES.id, record["cci"]),
        "name": record["title"] or record["cci"],
        "lang": record["title_lang"],
        "programme": record["cci"],
        "country": record["country"],
        "period": record["period"],
        "authority": record["managing_authority"],
        "url": record["url"],
    }


def partner_cards(partners: Sequence[Mapping[str, Any]], found: FindRequest, store: Store) -> list[Card]:
    """The cards of partners.

    :param partners: properties by name, as the list of partners has them
    """
    windows = windows_of(found, store, [partner["cci"] for partner in partners])
    asked = _asked(found, store)
    made = []
    for partner in partners:
        (values,) = store.one(PROGRAMMES.id, partner["cci"]).cells(_OF_PROGRAMMES)
        record = dict(zip(_OF_PROGRAMMES, values, strict=True))
        made.append(
            Card(
                **_head(record),
                topics=topics_met(record, asked, store),
                reasons=tuple(partner["for_you"] or ()),
                tier=partner["tier"],
                scored=(partner["score_low"], partner["score_high"]),
                window=windows.get(partner["cci"]),
            )
        )
    return made


#: What a card of an entry is made of.
_OF_ENTRIES = (
    "id", "sample", "cci", "title", "country", "period", "kind", "summary", "topics", "scopes", "open_from", "open_to",
    "status", "contact", "match", "matched_in_text",
)  # fmt: skip


def entry_cards(page: Page, found: FindRequest, store: Store) -> list[Card]:
    """The cards of a page of cooperation entries."""
    records = [dict(zip(_OF_ENTRIES, values, strict=True)) for values in page.cells(_OF_ENTRIES)]
    authorities = {
        record["cci"]: next(iter(store.one(PROGRAMMES.id, record["cci"]).cells(("managing_authority",))))[0]
        for record in records
    }
    return [
        Card(
            id=record["id"],
            path=path_of(COOPERATION.id, record["id"]),
            name=record["summary"] or record["id"],
            lang="en" if record["summary"] else None,
            programme=record["cci"],
            programme_name=record["title"] or record["cci"],
            country=record["country"],
            period=record["period"],
            authority=authorities[record["cci"]],
            kind=record["kind"],
            topics=tuple(
                TopicMet(code, Basis.SAMPLE if record["sample"] else Basis.ENTRY) for code in record["topics"] or ()
            ),
            scopes=tuple(record["scopes"] or ()),
            window=_window([record], found.day),
            contact=record["contact"],
            matched_in=record["matched_in_text"],
            is_sample=bool(record["sample"]),
            may_match=record["match"] == "unknown",
        )
        for record in records
    ]


def _asked(found: FindRequest, store: Store) -> frozenset[str]:
    """The topics that are asked for, with all below them."""
    topics = store.codelists["topics"]
    codes = filter(None, found.given.get("topic", "").split(","))
    return frozenset().union(*(topics.descendants(code) for code in codes))


def topics_met(record: Mapping[str, Any], asked: Iterable[str], store: Store) -> tuple[TopicMet, ...]:
    """The topics of a programme that were asked for, and what each rests on."""
    stated, samples = set(record["objectives"] or ()), set(record.get("sample_topics") or ())
    mapped = {topic for objective in stated for topic in store.objective_topics.get(objective, ())}

    def basis(code: str) -> Basis:
        if code in stated:
            return Basis.STATED
        if code in samples:
            return Basis.SAMPLE
        return Basis.MAPPING if code in mapped else Basis.ENTRY

    return tuple(TopicMet(code, basis(code)) for code in record["topics"] or () if code in asked)


def _regions_asked(found: FindRequest, store: Store) -> tuple[str, ...]:
    codes = filter(None, found.given.get("nuts3", "").split(","))
    return tuple(store.region_name(code) or code for code in codes)


def windows_of(found: FindRequest, store: Store, programmes: Sequence[str]) -> dict[str, Window]:
    """The windows of entries that are open on the day, by programme."""
    if not programmes or found.day is None:
        return {}
    names = ("cci", "sample", "open_from", "open_to", "status")
    criteria = (("open", (found.day.isoformat(),)),)
    query = Query(COOPERATION.id, criteria, equals=(("cci", tuple(programmes)),), limit=_MOST_ENTRIES)
    entries: dict[str, list[dict[str, Any]]] = {}
    for values in store.search(query).cells(names):
        record = dict(zip(names, values, strict=True))
        entries.setdefault(record["cci"], []).append(record)
    return {cci: window for cci, of_it in entries.items() if (window := _window(of_it, found.day))}


def _window(entries: Sequence[Mapping[str, Any]], day: date | None) -> Window | None:
    """The window of the entry that is open longest, of those that are open on a day; real ones go first."""
    today = "" if day is None else day.isoformat()
    opened = [
        one
        for one in entries
        if (one["open_from"] or one["open_to"])
        and (one["open_from"] or "") <= today <= (one["open_to"] or _OPEN_END)
        and one["status"] != "completed"
    ]
    if not opened:
        return None
    last = max(opened, key=lambda one: (not one["sample"], one["open_to"] or _OPEN_END))
    return Window(last["open_to"], bool(last["sample"]))
