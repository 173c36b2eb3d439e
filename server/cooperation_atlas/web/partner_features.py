"""Partners as a page of features (``store.contract.Page``), so that every format writes them as it writes others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import orjson

from ..matching.gates import NEAR
from ..matching.matcher import Matcher, Partner, Partners
from ..model.collections import PROGRAMMES
from ..model.errors import InvalidValue, nearest
from ..model.fields import Field
from ..model.partner_parts import PARTS
from ..model.partner_sentences import Sentence
from ..model.partners import GATES, PARTNERS
from ..ogc.formats.geojson import numbered_escapes
from ..store.contract import Page, Store
from ..store.crs import CRS84, OFFERED
from ..store.query import Query
from .partner_sentences import Sentences

#: Properties that are the partner's own, as the collection of programmes has them.
_OF_PROGRAMMES = tuple(f.name for f in PARTNERS.fields if f.name in PROGRAMMES.by_name)
#: A part is called not known where its interval is at least so wide.
_WIDE = 0.5
#: Digits of scores and parts: more would be noise.
_DIGITS = 3


class PartnerFeatures:
    """The partners of a programme, best first.

    :param sentences: in the language of the answer
    """

    hints: Sequence[str] = ()
    #: Filters on candidates choose them; every partner is one.
    unknown: int = 0

    def __init__(self, store: Store, matcher: Matcher, answer: Partners, query: Query, sentences: Sentences) -> None:
        self.query = query
        self.matched = answer.matched
        self.answer = answer
        self._store = store
        self._matcher = matcher
        self._sentences = sentences

    def __len__(self) -> int:
        return len(self.answer.found)

    @cached_property
    def ids(self) -> list[str]:
        """CCIs of the partners."""
        return [self._matcher.facts.ids[partner.row] for partner in self.answer.found]

    @cached_property
    def notes(self) -> list[str]:
        """How many programmes each gate left out, and what could not be judged."""
        translate = self._sentences.catalogue.translate
        reasons = [f"{translate(GATES[gate])} ({count})" for gate, count in self.answer.closed.items()]
        notes = [self._sentences.say(Sentence.LEFT_OUT, reasons=", ".join(reasons))] if reasons else []
        asker = self.answer.asker
        if asker.need is not None and asker.need.scope in NEAR and not asker.is_placed:
            notes.append(self._sentences.say(Sentence.SCOPE_NOT_JUDGED))
        return notes

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """All properties of each partner."""
        return [self._record(partner, page) for partner, page in zip(self.answer.found, self._pages, strict=True)]

    def cells(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The values of the named properties by partner.

        :raises InvalidValue: for a name that is no property of partners
        """
        for name in names:
            if name not in PARTNERS.by_name:
                raise InvalidValue(name, "is no property of partners.", nearest(name, PARTNERS.by_name))
        return (tuple(record[name] for name in names) for record in self.records)

    def features(
        self, crs: str = CRS84, names: Sequence[str] | None = None, *, geometry: bool = True
    ) -> Sequence[bytes]:
        """Each partner as a GeoJSON object, with the area of the programme."""
        chosen = [f.name for f in PARTNERS.fields if names is None or f.name in names]
        written = []
        for page, record in zip(self._pages, self.records, strict=True):
            (empty,) = page.features(crs, (), geometry=geometry)
            properties = numbered_escapes(orjson.dumps({name: record[name] for name in chosen}))
            written.append(empty.removesuffix(b"{}}") + properties + b"}")
        return written

    def bounds(self, crs: str = CRS84) -> tuple[float, float, float, float] | None:
        """The box around the areas of the partners."""
        return bounds_of(self._pages, crs)

    @cached_property
    def _pages(self) -> list[Page]:
        return [self._store.one(PROGRAMMES.id, id_) for id_ in self.ids]

    def _record(self, partner: Partner, page: Page) -> dict[str, Any]:
        (cells,) = page.cells(_OF_PROGRAMMES)
        reasons, met = partner.reasons, partner.meeting
        intervals = dict(partner.parts)
        if met is not None:
            intervals |= {"declared": met.met, "window": met.window}
        if partner.sought is not None:
            intervals["sought"] = partner.sought.met
        entries = sorted({*(met.entries if met else ()), *(partner.sought.entries if partner.sought else ())})
        samples = any(one is not None and one.entries and one.sample for one in (met, partner.sought))
        known: dict[str, Any] = dict(zip(_OF_PROGRAMMES, cells, strict=True))
        known |= {
            "rank": partner.rank,
            "tier": partner.tier,
            "score_low": round(partner.low, _DIGITS),
            "score_high": round(partner.high, _DIGITS),
            "for_you": self._sentences.all(partner, own=True),
            "for_them": self._sentences.all(partner, own=False),
            "not_known": [
                self._sentences.catalogue.translate(PARTS[name].title)
                for name, ends in partner.parts.items()
                if ends is not None and ends[1] - ends[0] >= _WIDE
            ],
            "shared_objectives": list(reasons.objectives),
            "shared_strategies": [shared.code for shared in reasons.strategies],
            "shared_funds": list(reasons.funds),
            "land_border": reasons.border is not None and reasons.border.land,
            "sea_km": _rounded(reasons.border.km if reasons.border else None),
            "distance_km": _rounded(reasons.km),
            "entries": entries,
            "entries_basis": ("sample" if samples else "stated") if entries else None,
        }
        for name in PARTS:
            ends = intervals.get(name)
            for end, value in zip(("low", "high"), ends or (None, None), strict=True):
                known[f"{name}_{end}"] = None if value is None else round(value, _DIGITS)
        return {field.name: self._value(field, known) for field in PARTNERS.fields}

    def _value(self, field: Field, known: dict[str, Any]) -> Any:
        """The value of a property; an empty list is an absent value, and a twin has the labels of its array."""
        if field.twin_of is None or field.name in known:
            return known[field.name] if known[field.name] != [] else None
        values, codelist = known[field.twin_of], PARTNERS.by_name[field.twin_of].codelist
        if not values:
            return None
        return "; ".join(self._sentences.label(codelist, value) if codelist else value for value in values)


def _rounded(km: float | None) -> float | None:
    return None if km is None else float(round(km))


def bounds_of(pages: Iterable[Page], crs: str) -> tuple[float, float, float, float] | None:
    """The box around the features of several pages."""
    boxes = [box for page in pages if (box := page.bounds(crs))]
    if not boxes:
        return None
    lower, upper = ([min(box[i] for box in boxes) for i in (0, 1)], [max(box[i] for box in boxes) for i in (2, 3)])
    a, b, c, d = (round(value, OFFERED[crs].decimals) for value in (*lower, *upper))
    return a, b, c, d
