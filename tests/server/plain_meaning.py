"""What a search means, a second time: each programme, entry and feature on its own, in three values.

A truth is True, False, or None where it is not known (Kleene). No index, no mask, no code of the server.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from anyascii import anyascii
from plain_records import PlainRecords
from plain_words import PlainWords, has_beginnings, words

Truth = bool | None
Filter = tuple[str, Any]
Record = dict[str, Any]

AREAS = ("nuts3", "nuts3-2016", "countries")
#: Criteria of one entry, and the property of an entry that each reads.
OF_ENTRIES = {
    "scope": "scopes", "kind": "kind", "status": "status", "mode": "modes", "partner_type": "partner_types",
    "sought_country": "sought_countries", "sought_strategy": "sought_strategies", "open": None, "sample": "sample",
}  # fmt: skip
#: Criteria of programmes that areas answer themselves.
OF_PLACE = ("country", "exclude_country", "nuts3", "strategy", "borders_on")
#: Criteria that only pairs of neighbours answer.
OF_PAIRS = ("neighbour_kind", "across_border")


def of_place(collection: str) -> tuple[str, ...]:
    """Criteria of programmes that the features of a collection answer themselves."""
    more = {"programmes": (), "nuts3": (*OF_PLACE, "region_category"), "neighbours": (*OF_PLACE, *OF_PAIRS)}
    return more.get(collection, OF_PLACE)


#: What answers beside the value itself.
ANSWERS = {
    "scope": lambda value: {value, "open"},
    "partner_type": lambda value: {value, "any"},
    "kind": lambda value: {value} | ({"both"} if value in ("offer", "need") else set()),
}
OF_MONEY = ("intervention_field", "territorial_focus", "esf_secondary_theme")
CRITERIA = (
    *OF_ENTRIES, *OF_PLACE, *OF_PAIRS, *OF_MONEY, "region_category",
    "title", "programme", "period", "fund", "category", "objective", "topic",
)  # fmt: skip


def all_of(truths: Iterable[Truth]) -> Truth:
    """False where any is, else unknown where any is."""
    found = list(truths)
    return False if False in found else None if None in found else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """True where any is, else unknown where any is."""
    found = list(truths)
    return True if True in found else None if None in found else False


def not_(truth: Truth) -> Truth:
    """The contrary; unknown stays unknown."""
    return None if truth is None else not truth


class PlainMeaning:
    """Which features of a collection meet criteria.

    :param samples: whether sample entries exist
    """

    def __init__(self, records: PlainRecords, samples: bool = True) -> None:
        self._records = records
        self.programmes = records.programmes.to_dict("index")
        entries = records.cooperation.to_dict("records")
        self.entries = {row["id"]: row for row in entries if samples or not row["sample"]}
        self._entries_of: dict[str, list[Record]] = {cci: [] for cci in self.programmes}
        for entry in self.entries.values():
            self._entries_of[entry["cci"]].append(entry)
        self._kept_below: dict[tuple[str, ...], set[str]] = {}
        self._kept_around: dict[tuple[str, ...], set[str]] = {}
        self._features = {id_: frame.to_dict("records") for id_, frame in records.frames.items()}

    def of(self, collection: str, filters: Sequence[Filter]) -> dict[str, Truth]:
        """By id of the feature."""
        ids = list(self._records.frames[collection].index)
        if collection == "cooperation":
            ids = [id_ for id_ in ids if id_ in self.entries]
            return {id_: self._entry(self.entries[id_], filters) for id_ in ids}
        rest = [f for f in filters if f[0] not in of_place(collection)]
        programmes = {cci: self.programme(cci, rest) for cci in self.programmes}
        own = [f for f in filters if f not in rest]
        return {
            id_: self._feature(collection, place, row, own, programmes if rest else None)
            for place, (id_, row) in enumerate(zip(ids, self._features[collection], strict=True))
        }

    def matching(self, collection: str, filters: Sequence[Filter]) -> dict[str, list[str]]:
        """For each area the CCIs of its programmes that certainly meet the criteria of programmes and entries."""
        rest = [f for f in filters if f[0] not in of_place(collection)]
        met = {cci for cci in self.programmes if self.programme(cci, rest) is True}
        frame = self._records.frames[collection]
        pairs = zip(frame.index, frame["programmes"], strict=True)
        return {id_: [cci for cci in covering or () if cci in met] for id_, covering in pairs}

    def programme(self, cci: str, filters: Sequence[Filter]) -> Truth:
        """Whether a programme meets all criteria."""
        programme = self.programmes[cci]
        of_entry = [f for f in filters if f[0] in OF_ENTRIES]
        topic = [f for f in filters if f[0] == "topic"]
        found = [self._fact(programme, f) for f in filters if f not in of_entry and f not in topic]
        if of_entry or topic:
            some = [all_of(self._said(entry, f) for f in (*of_entry, *topic)) for entry in self._entries_of[cci]]
            if not of_entry:
                some += [self._stated(programme, f) for f in topic]
            found.append(any_of(some))
        return all_of(found)

    def _feature(
        self, collection: str, place: int, row: Record, own: Sequence[Filter], programmes: dict[str, Truth] | None
    ) -> Truth:
        found = [self._place(collection, place, row, f) for f in own]
        if programmes is not None:
            covering = (row["programmes"] or ()) if collection in AREAS else (row["cci"],)
            found.append(any_of(programmes[cci] for cci in covering))
        return all_of(found)

    def _entry(self, entry: Record, filters: Sequence[Filter]) -> Truth:
        """Criteria of entries, topics and objectives are the entry's own; the others are its programme's."""
        programme = self.programmes[entry["cci"]]
        own = {*OF_ENTRIES, "topic", "objective"}
        return all_of(self._said(entry, f) if f[0] in own else self._fact(programme, f) for f in filters)

    # --- one criterion ---------------------------------------------------------------------------------------

    def _fact(self, programme: Record, filter_: Filter) -> Truth:
        """A fact of a programme."""
        name, wanted = filter_
        match name:
            case "programme":
                return has_beginnings(self._words[programme["cci"]], words(wanted))
            case "title":
                return any(like(programme["title"], pattern) for pattern in wanted)
            case "country":
                return programme["country"] in wanted
            case "exclude_country":
                return programme["country"] not in wanted
            case "period":
                return programme["period"] in wanted
            case "nuts3":
                return self._within(programme["nuts_version"], programme["nuts_codes"], wanted, covering=True)
            case "strategy":
                return self._in_strategy("programmes", programme, wanted)
            case "borders_on":
                return borders_on(programme, wanted)
            case "objective":
                below = self._below("objectives", wanted)
                return bool(below & {*(programme["objectives"] or ())}) or _unless(programme["objectives_complete"])
            case "intervention_field" | "territorial_focus" | "esf_secondary_theme":
                stated = programme[name if name == "territorial_focus" else f"{name}s"] or ()
                return bool({*stated} & {*wanted}) or _unless(programme["objectives_complete"])
        values, complete = {
            "fund": ("funds", "funds_complete"), "category": ("categories_of_region", "categories_complete"),
        }[name]  # fmt: skip
        return bool({*(programme[values] or ())} & {*wanted}) or _unless(programme[complete])

    def _stated(self, programme: Record, filter_: Filter) -> Truth:
        """A topic that the stated objectives answer to, by any mapping."""
        below = self._below("topics", filter_[1])
        mapped = {o for o, t, _ in self._mapping if t in below}  # by any relation
        return bool(mapped & {*(programme["objectives"] or ())}) or _unless(programme["objectives_complete"])

    def _said(self, entry: Record, filter_: Filter) -> Truth:
        """What an entry says of itself."""
        name, wanted = filter_
        match name:
            case "topic":
                own = {*(entry["topics"] or ())}
                own |= {t for o, t, how in self._mapping if o in (entry["objectives"] or ()) and how != "related"}
                return bool(own & self._below("topics", wanted)) if own else None
            case "objective":
                own = {*(entry["objectives"] or ())}
                return bool(own & self._below("objectives", wanted)) if own else None
            case "open":
                return any_of(self._open(entry, day) for day in wanted)
            case "sample":
                return str(entry["sample"]).lower() in wanted
        value = entry[OF_ENTRIES[name]]
        if value is None:
            return None
        values = {*value} if isinstance(value, list) else {value}
        return any(values & ANSWERS.get(name, lambda v: {v})(v) for v in wanted)

    @staticmethod
    def _open(entry: Record, day: str) -> Truth:
        begin, end, status = entry["open_from"], entry["open_to"], entry["status"]
        if status == "completed" or (begin and day < begin) or (end and day > end):
            return False
        return None if status is None or not (begin or end) else True

    def _place(self, collection: str, place: int, row: Record, filter_: Filter) -> Truth:
        """A criterion that an area answers itself."""
        name, wanted = filter_
        countries = row["countries"] if collection == "neighbours" else [row["country"]]
        if name == "country":
            return not {*countries}.isdisjoint(wanted)
        if name == "exclude_country":
            return {*countries}.isdisjoint(wanted)
        if name == "borders_on":
            return borders_on(row, wanted)
        if name in OF_PAIRS:
            return str(row[name]).lower() in wanted
        if name == "strategy":
            return self._in_strategy(collection, row, wanted)
        if name == "region_category":
            known = row["category_of_region"] or row["category_of_region_basis"]  # outside the Union there is none
            return row["category_of_region"] in wanted if known else None
        version, codes = self._records.places[collection][place]
        return self._within(version, codes, wanted, covering=collection not in ("nuts3", "nuts3-2016"))

    def _in_strategy(self, collection: str, row: Record, wanted: Iterable[str]) -> Truth:
        """Whether one of the strategies has its territory there; unknown where no territory of it is listed."""
        own, listed = row["strategies"] or (), self._listed[collection]
        return any_of(s in own or (False if s in listed else None) for s in wanted)

    @cached_property
    def _listed(self) -> dict[str, set[str]]:
        return {id_: {s for row in rows for s in row.get("strategies") or ()} for id_, rows in self._features.items()}

    # --- trees -----------------------------------------------------------------------------------------------

    def _within(self, version: str, codes: Iterable[str], wanted: Iterable[str], covering: bool) -> bool:
        """Whether an area lies in one of the regions, or, with ``covering``, holds any part of one."""
        above = self._records.above
        inside = {c for code in codes for c in above[version][code]}
        if not inside.isdisjoint(wanted):
            return True
        return covering and not self._around(tuple(wanted)).isdisjoint(codes)

    def _around(self, codes: tuple[str, ...]) -> set[str]:
        """The codes that hold one of these regions, which lies in the same place in every version that has it."""
        if codes not in self._kept_around:
            versions = self._records.above.values()
            self._kept_around[codes] = {c for code in codes for chains in versions for c in chains.get(code, ())}
        return self._kept_around[codes]

    def _below(self, codelist: str, wanted: Iterable[str]) -> set[str]:
        key = (codelist, *wanted)
        if key not in self._kept_below:
            parents, below = self._parents[codelist], set(wanted)
            for _ in range(len(parents)):
                below |= {code for code, parent in parents.items() if parent in below}
            self._kept_below[key] = below
        return self._kept_below[key]

    @cached_property
    def _words(self) -> dict[str, str]:
        return dict(zip(self._records.programmes.index, PlainWords(self._records).lines("programmes"), strict=True))

    @cached_property
    def _parents(self) -> dict[str, dict[str, str | None]]:
        return {
            name: dict(zip(codes["code"], codes["parent"], strict=True))
            for name in ("topics", "objectives")
            for codes in [self._records.codes(name)]
        }

    @cached_property
    def _mapping(self) -> list[tuple[str, str, str]]:
        table = self._records.codes("objective_topics")
        return list(zip(table["objective"], table["topic"], table["relation"], strict=True))


def _unless(complete: bool) -> Truth:
    """What the absence of a value says: no where the whole list is known, else nothing."""
    return False if complete else None


def borders_on(row: Record, wanted: Iterable[str]) -> Truth:
    """Whether there is a land border with one of the countries; unknown where the area is."""
    if row["n_neighbours"] is None:
        return None
    return not {*(row["borders_on"] or ())}.isdisjoint(wanted)


def plain(text: str) -> str:
    """Without accents and case, in the Latin script."""
    return anyascii(text).lower()


def like(text: str, pattern: str) -> bool:
    """Whether the text fits the pattern, in which ``*`` is any text: its parts follow each other, from end to end."""
    first, *rest = plain(pattern).split("*")
    text = plain(text)
    if not rest:
        return text == first
    if not text.startswith(first):
        return False
    place = len(first)
    *middle, last = rest
    for part in middle:
        found = text.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return text.endswith(last) and len(text) - len(last) >= place
