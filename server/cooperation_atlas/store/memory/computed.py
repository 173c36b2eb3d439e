"""Properties that are worked out for each answer: what of a feature met the search (``Collection.answered``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import orjson

from ...model.criteria import CRITERIA
from ..codelists import CodeLists
from .encoded import Encoded
from .joined import Joins, Met, Parts
from .table import FeatureTable, Mask

#: Values of ``match``.
MET, UNKNOWN = "met", "unknown"


class Found:
    """What of each programme met a search: its topics, and the scopes and kinds of its entries.

    Where values were asked for, those that answer to them; else all.
    """

    def __init__(self, joins: Joins, parts: Parts, met: Met) -> None:
        self._joins = joins
        self._parts = parts
        self._met = met

    @cached_property
    def topics(self) -> dict[int, set[str]]:
        """By row of the programme. The topics are those by which a search finds it, also by mapping."""
        criterion = CRITERIA["topic"]
        asked = self._asked("topic")
        found: dict[int, set[str]] = {}
        kept = self._met.entries
        for code, rows in self._joins.entries.direct(criterion).items():
            if asked is None or code in asked:
                for row in self._joins.entry_programmes[rows if kept is None else rows[kept[rows]]].tolist():
                    found.setdefault(row, set()).add(code)
        if not self._parts.entry:
            for code, rows in self._joins.programmes.direct(criterion).items():
                if asked is None or code in asked:
                    for row in rows.tolist():
                        found.setdefault(row, set()).add(code)
        return found

    @cached_property
    def scopes(self) -> dict[int, set[str]]:
        """By row of the programme; scope ``open`` where an entry met the search by it."""
        return self._of_entries("scope")

    @cached_property
    def kinds(self) -> dict[int, set[str]]:
        """By row of the programme."""
        return self._of_entries("kind")

    def _of_entries(self, name: str) -> dict[int, set[str]]:
        criterion, asked = CRITERIA[name], self._asked(name)
        found: dict[int, set[str]] = {}
        kept = self._met.entries
        for code, rows in self._joins.entries.table.columns[criterion.entry or ""].postings.items():
            if asked is None or code in asked:
                for row in self._joins.entry_programmes[rows if kept is None else rows[kept[rows]]].tolist():
                    found.setdefault(row, set()).add(code)
        return found

    def _asked(self, name: str) -> set[str] | None:
        """The property values that answer to what was asked, ``None`` where nothing was."""
        for criterion, values in (*self._parts.topic, *self._parts.entry):
            if criterion.name == name:
                answers = (answer for value in values for answer in criterion.answers(value))
                return self._joins.entries.below(criterion, answers)
        return None


class ComputedProperties:
    """The answered properties of the features of one collection, for one search.

    :param certain: features that meet the search
    :param possible: features not known to miss it, where ``include=unknown`` was asked
    :param words: kinds of text in which the words of ``q`` were found, and the same in words, by row; ``None``
        without ``q``
    """

    def __init__(
        self,
        joins: Joins,
        table: FeatureTable,
        codelists: CodeLists,
        parts: Parts,
        *,
        possible: bool = False,
        certain: Mask | None = None,
        words: Callable[[int], tuple[Sequence[str], str]] | None = None,
    ) -> None:
        self._joins = joins
        self._table = table
        self._collection = table.collection
        self._codelists = codelists
        self._parts = parts
        self._possible = possible
        self._certain = certain
        self._words = words
        self._made: dict[tuple[int, ...], dict[str, Any]] = {}

    @cached_property
    def _met(self) -> Met:
        return self._joins.met(self._parts)

    @cached_property
    def _possibly(self) -> Mask | None:
        """Programmes not known to miss the search, and not known to meet it."""
        if not self._possible:
            return None
        size = len(self._joins.programmes.table)
        met, may = self._met.programmes, self._joins.met(self._parts, possible=True).programmes
        none = np.zeros(size, dtype=bool)
        return none if met is None or may is None else may & ~met

    @cached_property
    def _found(self) -> Found:
        return Found(self._joins, self._parts, self._met)

    def values(self, row: int) -> dict[str, Any]:
        """The answered properties of a feature, in the order of the collection."""
        found = self._programmes(row) if self._collection.programmes_field is not None else {}
        kinds, detail = self._words(row) if self._words else (None, None)
        sure = self._certain is None or bool(self._certain[row])
        match = None if not self._possible else MET if sure else UNKNOWN
        return {**found, "match": match, "matched_in": list(kinds) if kinds else None, "matched_in_text": detail}

    def column(self, name: str, rows: Iterable[int]) -> list[Any]:
        """The values of one property by row."""
        return [self.values(row)[name] for row in rows]

    def features(self, rows: Sequence[int]) -> list[bytes]:
        """Whole features as GeoJSON, in CRS84 with all properties: what is asked for most.

        Where nothing was asked of programmes, they are made once for each edition.
        """
        return self._plain(rows) if self.plain else self._features(rows)

    def _features(self, rows: Sequence[int]) -> list[bytes]:
        # The stored properties of every collection include an id, so that a comma is right.
        pairs = zip(self._table.stems(rows), self.json(rows), strict=True)
        return [b"%b,%b}}" % pair for pair in pairs]

    @cached_property
    def _plain(self) -> Encoded:
        return Encoded(len(self._table), self._features)

    @property
    def plain(self) -> bool:
        """Whether nothing was asked of programmes and words: the answer of a feature is always the same."""
        return not (self._parts.joined or self._possible or self._words)

    def json(self, rows: Iterable[int], names: tuple[str, ...] | None = None) -> list[bytes]:
        """The properties of each row as members of a JSON object, without its brackets."""
        if names is None:
            return [_json(self.values(row)) for row in rows]
        if not any(field.name in names for field in self._collection.answered):
            return [b""] * len(list(rows))
        return [_json({n: v for n, v in self.values(row).items() if n in names}) for row in rows]

    def _programmes(self, area: int) -> dict[str, Any]:
        covering = self._joins.cover(self._collection.id).covering(area)
        met = self._met.programmes
        key = tuple((covering if met is None else covering[met[covering]]).tolist())
        if key not in self._made:
            self._made[key] = self._summary(key)
        unknown = 0 if not self._parts.joined else None
        if self._possibly is not None:
            unknown = int(np.count_nonzero(self._possibly[covering]))
        return {**self._made[key], "n_unknown": unknown}

    def _summary(self, programmes: tuple[int, ...]) -> dict[str, Any]:
        ids, found = self._joins.programmes.table.ids, self._found
        ccis = [ids[row] for row in programmes]
        summary: dict[str, Any] = {
            "n_matching": len(ccis), "matching": ccis or None, "matching_text": "; ".join(ccis) or None
        }  # fmt: skip
        for name, codelist, by_programme in (
            ("matching_topics", "topics", found.topics),
            ("matching_scopes", "scopes", found.scopes),
            ("matching_kinds", "kinds", found.kinds),
        ):
            codes = self._ordered(codelist, programmes, by_programme)
            labels = self._codelists[codelist].codes
            summary[name] = codes or None
            summary[f"{name}_text"] = "; ".join(labels[code].label for code in codes) or None
        return summary

    def _ordered(self, codelist: str, programmes: Iterable[int], found: Mapping[int, set[str]]) -> list[str]:
        """The codes of any of the programmes, in the order of their list."""
        codes: set[str] = set().union(*(found.get(row, ()) for row in programmes))
        return sorted(codes, key=self._codelists[codelist].position.__getitem__)


def _json(members: Mapping[str, Any]) -> bytes:
    return orjson.dumps(members)[1:-1]
