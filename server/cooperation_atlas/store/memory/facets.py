"""Counts by criterion: what choosing a value would give.

The count of a value is the number of features that match the search with that value in place of what it says of the
criterion. Only the part of the search that the value changes is worked out again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ...model.collections import Collection
from ...model.criteria import Criterion, Level
from .indexes import CriterionIndex
from .joined import Criteria, CriteriaGroups, JoinedTables, both
from .table import Mask


class FacetCounter:
    """Counts for the criteria of a search in one collection.

    :param rest: features that meet everything but criteria, ``None`` for all
    :param possible: whether the search includes what is not known to miss it (``Query.include_unknown``)
    """

    def __init__(
        self, joined: JoinedTables, collection: Collection, criteria: Criteria, rest: Mask | None, possible: bool
    ) -> None:
        self._joined = joined
        self._collection = collection
        self._criteria = criteria
        self._rest = rest
        self._possible = possible

    def of(self, criterion: Criterion) -> dict[str, int]:
        """The number of features by value of the criterion, every value of its list among them."""
        return {value: int(np.count_nonzero(mask)) for value, mask in self.features(criterion)}

    def features(self, criterion: Criterion, values: Sequence[str] | None = None) -> Iterator[tuple[str, Mask]]:
        """For each value of the criterion the features that match the search with that value.

        :param values: every value of its list by default
        """
        others = [item for item in self._criteria if item[0].name != criterion.name]
        index, names = self.index(criterion), values
        if names is None:
            names = index.values(criterion)
        masks = ((value, index.mask(criterion, [value], self._possible)) for value in names)
        base: Mask | None
        if criterion.is_own(self._collection) or self._collection.is_entry:
            base = both(self._rest, self._joined.mask(self._collection, self._grouped(others), self._possible))
            if index is self._joined.programmes and self._collection.is_entry:
                masks = ((value, mask[self._joined.entry_programmes]) for value, mask in masks)
        else:
            base = both(self._rest, self._joined.own(self._collection, self._grouped(others), self._possible))
            programmes = self._programmes(criterion, others, masks)
            masks = ((value, self._joined.features(self._collection, mask)) for value, mask in programmes)
        return ((value, mask if base is None else mask & base) for value, mask in masks)

    def index(self, criterion: Criterion) -> CriterionIndex:
        """The index that knows which rows have the values of a criterion: of features, programmes or entries."""
        if criterion.is_own(self._collection):
            return self._joined.index(self._collection.id)
        of_entries = criterion.entry if self._collection.is_entry else criterion.level is not Level.PROGRAMME
        return self._joined.entries if of_entries else self._joined.programmes

    def _programmes(
        self, criterion: Criterion, others: Criteria, masks: Iterator[tuple[str, Mask]]
    ) -> Iterator[tuple[str, Mask]]:
        """For each value the programmes that meet the search with that value.

        :param masks: programmes or entries by value
        """
        joined = self._joined
        groups = self._grouped(others)
        if criterion.level is Level.PROGRAMME:
            base = joined.matching(groups, self._possible).programmes
            for value, mask in masks:
                yield value, mask if base is None else mask & base
            return
        facts = joined.programmes.meeting(groups.facts, self._possible)
        meeting = joined.entries.meeting([*groups.entry, *groups.topic], self._possible)
        stated = criterion.level is Level.TOPIC and not groups.entry
        for value, entries in masks:
            programmes = joined.having(entries if meeting is None else entries & meeting)
            if stated:
                programmes |= joined.programmes.mask(criterion, [value], self._possible)
            yield value, programmes if facts is None else programmes & facts

    def _grouped(self, criteria: Criteria) -> CriteriaGroups:
        return self._joined.grouped(self._collection, criteria)
