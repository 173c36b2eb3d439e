"""Computed properties (``Collection.computed``): what of a feature matches the search."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from ...model.collections import PROGRAMMES
from ...model.criteria import CRITERIA
from ..codelists import CodeLists
from .joined import CriteriaGroups, JoinedTables, MatchingRows
from .table import FeatureTable, Mask

#: Values of ``match``.
MET, UNKNOWN = "met", "unknown"
#: How many of the programmes of an area match.
N_MATCHING = "n_matching"

#: Property with the number of entries found, and the kinds of those that count.
SIDES = {"n_matching_offers": ("offer", "both"), "n_matching_needs": ("need", "both")}

#: Codes by row of the programme.
CodesByProgramme = dict[int, set[str]]


class MatchingCodes:
    """What of each programme matches a search: its topics, and the scopes and kinds of its entries.

    Where the search names values, those that answer to them; else all.
    """

    def __init__(self, joined: JoinedTables, groups: CriteriaGroups, matching: MatchingRows) -> None:
        self._joined = joined
        self._groups = groups
        self._matching = matching

    @cached_property
    def topics(self) -> CodesByProgramme:
        """The topics by which a search finds a programme, also by mapping."""
        criterion = CRITERIA["topic"]
        answering = self._answering("topic")
        codes: CodesByProgramme = {}
        self._add_entries(codes, self._joined.entries.direct(criterion), answering)
        if not self._groups.entry:
            for code, rows in self._joined.programmes.direct(criterion).items():
                if answering is None or code in answering:
                    for row in rows.tolist():
                        codes.setdefault(row, set()).add(code)
        return codes

    @cached_property
    def scopes(self) -> CodesByProgramme:
        """Scopes of entries; scope ``open`` where an entry matches by it."""
        return self._of_entries("scope")

    @cached_property
    def kinds(self) -> CodesByProgramme:
        """Kinds of entries."""
        return self._of_entries("kind")

    @cached_property
    def entries(self) -> Mapping[str, np.ndarray]:
        """How many matching entries each programme has, by property."""
        postings = self._joined.entries.table.columns[CRITERIA["kind"].entry or ""].postings
        found = self._matching.entries
        counts: dict[str, np.ndarray] = {}
        for name, kinds in SIDES.items():
            total = np.zeros(len(self._joined.programmes.table), dtype=np.int64)
            for rows in (postings[kind] for kind in kinds if kind in postings):
                kept = rows if found is None else rows[found[rows]]
                np.add.at(total, self._joined.entry_programmes[kept], 1)
            counts[name] = total
        return counts

    def _of_entries(self, name: str) -> CodesByProgramme:
        column = self._joined.entries.table.columns[CRITERIA[name].entry or ""]
        codes: CodesByProgramme = {}
        self._add_entries(codes, column.postings, self._answering(name))
        return codes

    def _add_entries(
        self, codes: CodesByProgramme, postings: Mapping[str, np.ndarray], answering: set[str] | None
    ) -> None:
        """Add the codes of the matching entries to those of their programmes."""
        entries = self._matching.entries
        for code, rows in postings.items():
            if answering is None or code in answering:
                kept = rows if entries is None else rows[entries[rows]]
                for row in self._joined.entry_programmes[kept].tolist():
                    codes.setdefault(row, set()).add(code)

    def _answering(self, name: str) -> set[str] | None:
        """The property values that answer to a criterion of the search, ``None`` where the search does not have it."""
        for criterion, values in (*self._groups.topic, *self._groups.entry):
            if criterion.name == name:
                answers = (answer for value in values for answer in criterion.answers(value))
                return self._joined.entries.below(criterion, answers)
        return None


class ComputedProperties:
    """The computed properties of the features of one collection, for one search.

    :param certain: features that match the search
    :param possible: whether features were included that are not known to miss it (``Query.include_unknown``)
    :param words: kinds of text in which the words of the query are, and the texts for readers, by row; ``None`` for a
        query without words
    """

    def __init__(
        self,
        joined: JoinedTables,
        table: FeatureTable,
        codelists: CodeLists,
        groups: CriteriaGroups,
        *,
        possible: bool = False,
        certain: Mask | None = None,
        words: Callable[[int], tuple[Sequence[str], str]] | None = None,
    ) -> None:
        self._joined = joined
        self._collection = table.collection
        self._codelists = codelists
        self._groups = groups
        self._possible = possible
        self._certain = certain
        self._words = words
        self._summaries: dict[tuple[int, ...], dict[str, Any]] = {}

    def values(self, row: int) -> dict[str, Any]:
        """The computed properties of a feature, in the order of the collection."""
        summary = self._programmes(row) if self._collection.programmes_field is not None else {}
        if self._collection is PROGRAMMES:
            summary = self._sides((row,))
        kinds, detail = self._words(row) if self._words else (None, None)
        is_certain = self._certain is None or bool(self._certain[row])
        match = None if not self._possible else MET if is_certain else UNKNOWN
        return {**summary, "match": match, "matched_in": list(kinds) if kinds else None, "matched_in_text": detail}

    def column(self, name: str, rows: Iterable[int]) -> list[Any]:
        """The values of one property by row."""
        return [self.values(row)[name] for row in rows]

    def counted(self, names: Collection[str]) -> dict[str, Sequence[int]]:
        """Those of the named properties that are counted for all rows at once, by row."""
        if N_MATCHING not in names or self._collection.programmes_field is None:
            return {}
        return {N_MATCHING: self._n_matching}

    @cached_property
    def _n_matching(self) -> list[int]:
        matching = self._matching.programmes
        every = np.ones(len(self._joined.programmes.table), dtype=bool)
        counts = self._joined.cover(self._collection.id).count(every if matching is None else matching)
        return [int(count) for count in counts]

    @cached_property
    def _matching(self) -> MatchingRows:
        return self._joined.matching(self._groups)

    @cached_property
    def _doubtful(self) -> Mask | None:
        """Programmes not known to miss the search, and not known to match it."""
        if not self._possible:
            return None
        size = len(self._joined.programmes.table)
        certain = self._matching.programmes
        possible = self._joined.matching(self._groups, possible=True).programmes
        none = np.zeros(size, dtype=bool)
        return none if certain is None or possible is None else possible & ~certain

    @cached_property
    def _codes(self) -> MatchingCodes:
        return MatchingCodes(self._joined, self._groups, self._matching)

    def _programmes(self, area: int) -> dict[str, Any]:
        covering = self._joined.cover(self._collection.id).covering(area)
        matching = self._matching.programmes
        key = tuple((covering if matching is None else covering[matching[covering]]).tolist())
        if key not in self._summaries:
            self._summaries[key] = self._summary(key)
        unknown = 0 if not self._groups.need_programmes else None
        if self._doubtful is not None:
            unknown = int(np.count_nonzero(self._doubtful[covering]))
        return {**self._summaries[key], "n_unknown": unknown}

    def _summary(self, programmes: tuple[int, ...]) -> dict[str, Any]:
        ids, matching = self._joined.programmes.table.ids, self._codes
        ccis = [ids[row] for row in programmes]
        summary: dict[str, Any] = {
            N_MATCHING: len(ccis), "matching": ccis or None, "matching_text": "; ".join(ccis) or None
        }  # fmt: skip
        for name, codelist, by_programme in (
            ("matching_topics", "topics", matching.topics),
            ("matching_scopes", "scopes", matching.scopes),
            ("matching_kinds", "kinds", matching.kinds),
        ):
            codes = self._ordered(codelist, programmes, by_programme)
            labels = self._codelists[codelist].codes
            summary[name] = codes or None
            summary[f"{name}_text"] = "; ".join(labels[code].label for code in codes) or None
        return {**summary, **self._sides(programmes)}

    def _sides(self, programmes: tuple[int, ...]) -> dict[str, Any]:
        """How many of the entries found offer, and how many seek; those that do both count twice."""
        return {name: int(counts[list(programmes)].sum()) for name, counts in self._codes.entries.items()}

    def _ordered(self, codelist: str, programmes: Iterable[int], by_programme: CodesByProgramme) -> list[str]:
        """The codes of any of the programmes, in the order of their list."""
        codes: set[str] = set().union(*(by_programme.get(row, ()) for row in programmes))
        return sorted(codes, key=self._codelists[codelist].position.__getitem__)
