"""Counts by criterion: what choosing a value would give.

The count of a value is the number of features that match the search with that value in place of what it says of the
criterion. Only the part of the search that the value changes is worked out again.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...model.collections import Collection
from ...model.criteria import Criterion, Level
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
        others = [item for item in self._criteria if item[0].name != criterion.name]
        if criterion.is_own(self._collection):
            return self._own(criterion, others)
        if self._collection.is_entry:
            return self._entries(criterion, others)
        return self._through_programmes(criterion, others)

    def _own(self, criterion: Criterion, others: Criteria) -> dict[str, int]:
        """A criterion that the features answer themselves."""
        base = both(self._rest, self._joined.mask(self._collection, self._grouped(others), self._possible))
        index = self._joined.index(self._collection.id)
        return _counted(base, ((v, index.mask(criterion, [v], self._possible)) for v in index.values(criterion)))

    def _entries(self, criterion: Criterion, others: Criteria) -> dict[str, int]:
        """A criterion of entries, on the entries."""
        base = both(self._rest, self._joined.mask(self._collection, self._grouped(others), self._possible))
        if criterion.entry:
            index = self._joined.entries
            return _counted(base, ((v, index.mask(criterion, [v], self._possible)) for v in index.values(criterion)))
        index, rows = self._joined.programmes, self._joined.entry_programmes
        return _counted(base, ((v, index.mask(criterion, [v], self._possible)[rows]) for v in index.values(criterion)))

    def _through_programmes(self, criterion: Criterion, others: Criteria) -> dict[str, int]:
        """A criterion that programmes or their entries answer, on programmes and areas."""
        own = both(self._rest, self._joined.own(self._collection, self._grouped(others), self._possible))
        masks = ((v, self._joined.features(self._collection, p)) for v, p in self._programmes(criterion, others))
        return _counted(own, masks)

    def _programmes(self, criterion: Criterion, others: Criteria) -> Iterator[tuple[str, Mask]]:
        """For each value the programmes that meet the search with that value."""
        joined, possible = self._joined, self._possible
        groups = self._grouped(others)
        if criterion.level is Level.PROGRAMME:
            base = joined.matching(groups, possible).programmes
            for value in joined.programmes.values(criterion):
                mask = joined.programmes.mask(criterion, [value], possible)
                yield value, mask if base is None else mask & base
            return
        facts = joined.programmes.meeting(groups.facts, possible)
        meeting = joined.entries.meeting([*groups.entry, *groups.topic], possible)
        stated = criterion.level is Level.TOPIC and not groups.entry
        for value in joined.entries.values(criterion):
            entries = joined.entries.mask(criterion, [value], possible)
            programmes = joined.having(entries if meeting is None else entries & meeting)
            if stated:
                programmes |= joined.programmes.mask(criterion, [value], possible)
            yield value, programmes if facts is None else programmes & facts

    def _grouped(self, criteria: Criteria) -> CriteriaGroups:
        return self._joined.grouped(self._collection, criteria)


def _counted(base: Mask | None, masks: Iterator[tuple[str, Mask]]) -> dict[str, int]:
    return {value: int(np.count_nonzero(mask if base is None else mask & base)) for value, mask in masks}
