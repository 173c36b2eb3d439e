"""The members of consortia as a page of features (``store.contract.Page``), so that every format writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import orjson

from ..matching.consortia.search import MemberSet
from ..matching.matcher import Partners
from ..model.collections import PROGRAMMES
from ..model.consortium import CONSORTIUM
from ..model.errors import InvalidValue, nearest
from ..model.partners import PARTNERS
from ..ogc.consortium_request import ConsortiumRequest
from ..ogc.formats.geojson import numbered_escapes
from ..store.contract import Page, Store
from ..store.crs import CRS84
from .consortium_search import Found
from .partner_features import PartnerFeatures, bounds_of
from .partner_sentences import Sentences


class ConsortiumFeatures:
    """The members of all sets, set by set.

    :param notes: what is to be said of the answer
    :param sentences: in the language of the answer
    """

    hints: Sequence[str] = ()
    #: Filters on candidates choose them; every member is one.
    unknown: int = 0

    def __init__(
        self, store: Store, found: Found, parsed: ConsortiumRequest, notes: Sequence[str], sentences: Sentences
    ) -> None:
        self.query = parsed.partners.shown.query
        self.notes = list(notes)
        self.sets = found.answer.sets if found.answer else ()
        self._store, self._matcher, self._asker, self._given = store, found.matcher, found.asker, parsed.given
        self._compared = found.compared
        self._weights, self._sentences = parsed.partners.weights, sentences
        self._members = [(number, row) for number, one in enumerate(self.sets, 1) for row in one.members]
        self.matched = len(self._members)

    def __len__(self) -> int:
        return len(self._members)

    @cached_property
    def ids(self) -> list[str]:
        """The set and CCI of each member."""
        return [f"{number}.{self._matcher.facts.ids[row]}" for number, row in self._members]

    @cached_property
    def of_programmes(self) -> dict[int, dict[str, Any]]:
        """What is known of each programme beside what it is in a set, by row."""
        rows = sorted({row for _, row in self._members if row != self._asker.row})
        found = self._matcher.chosen(self._asker, rows, self._compared, self._weights)
        page = PartnerFeatures(
            self._store, self._matcher, Partners(self._asker, found, len(found)), self.query, self._sentences
        )
        known = dict(zip(rows, page.records, strict=True))
        if self._asker.row is not None and self._members:
            names = [field.name for field in PARTNERS.fields if field.name in PROGRAMMES.by_name]
            (cells,) = self._pages[self._asker.row].cells(names)
            known[self._asker.row] = dict(zip(names, cells, strict=True))
        return known

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """All properties of each member."""
        return [
            self._record(number, rank, row, one)
            for number, one in enumerate(self.sets, 1)
            for rank, row in enumerate(one.members, 1)
        ]

    def cells(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The values of the named properties by member.

        :raises InvalidValue: for a name that is no property of members
        """
        for name in names:
            if name not in CONSORTIUM.by_name:
                raise InvalidValue(name, "is no property of consortia.", nearest(name, CONSORTIUM.by_name))
        return (tuple(record[name] for name in names) for record in self.records)

    def features(
        self, crs: str = CRS84, names: Sequence[str] | None = None, *, geometry: bool = True
    ) -> Sequence[bytes]:
        """Each member as a GeoJSON object, with the area of the programme."""
        chosen = [field.name for field in CONSORTIUM.fields if names is None or field.name in names]
        empty = {
            row: page.features(crs, (), geometry=geometry)[0].removesuffix(b"{}}") for row, page in self._pages.items()
        }
        written = []
        for id_, (_, row), record in zip(self.ids, self._members, self.records, strict=True):
            cci = orjson.dumps(self._matcher.facts.ids[row])
            start = empty[row].replace(b'"id":' + cci, b'"id":' + orjson.dumps(id_), 1)
            properties = numbered_escapes(orjson.dumps({name: record[name] for name in chosen}))
            written.append(start + properties + b"}")
        return written

    def bounds(self, crs: str = CRS84) -> tuple[float, float, float, float] | None:
        """The box around the areas of the members."""
        return bounds_of(self._pages.values(), crs)

    @cached_property
    def _pages(self) -> dict[int, Page]:
        ids = self._matcher.facts.ids
        return {row: self._store.one(PROGRAMMES.id, ids[row]) for row in sorted({row for _, row in self._members})}

    def _record(self, number: int, rank: int, row: int, one: MemberSet) -> dict[str, Any]:
        place = one.places.get(row)
        cci = self._matcher.facts.ids[row]
        known = {
            **self.of_programmes[row],
            "id": f"{number}.{cci}",
            "set": number,
            "rank_in_set": rank,
            "role": self._role(row, cci, one),
            "stands_for": place.region if place else None,
            "stands_for_category": (place.category or None) if place else None,
            "certain": one.certain,
        }
        return {field.name: known.get(field.name) for field in CONSORTIUM.fields}

    def _role(self, row: int, cci: str, one: MemberSet) -> str:
        if row == one.coordinator:
            return "coordinator"
        if row == self._asker.row:
            return "seeks_partners"
        return "given_member" if cci in self._given else "partner"
