"""Counts by criterion: what choosing a value would find.

The count of a value is the number of features that the search finds with that value in place of what it says of the
criterion. Only the part of the search that the value changes is worked out again.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...model.collections import Collection
from ...model.criteria import Criterion, Level
from .joined import Criteria, Joins, Parts, both
from .table import Mask


class FacetCounts:
    """Counts for the criteria of a search in one collection.

    :param rest: features that meet everything but criteria, ``None`` for all
    :param possible: whether the search includes what is not known to miss it (``include=unknown``)
    """

    def __init__(
        self, joins: Joins, collection: Collection, criteria: Criteria, rest: Mask | None, possible: bool
    ) -> None:
        self._joins = joins
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
        return self._joined(criterion, others)

    def _own(self, criterion: Criterion, others: Criteria) -> dict[str, int]:
        """A criterion that the features answer themselves."""
        base = both(self._rest, self._joins.mask(self._collection, self._parts(others), self._possible))
        index = self._joins.index(self._collection.id)
        return _counted(base, ((v, index.mask(criterion, [v], self._possible)) for v in index.values(criterion)))

    def _entries(self, criterion: Criterion, others: Criteria) -> dict[str, int]:
        """A criterion of entries, on the entries."""
        base = both(self._rest, self._joins.mask(self._collection, self._parts(others), self._possible))
        if criterion.entry:
            index = self._joins.entries
            return _counted(base, ((v, index.mask(criterion, [v], self._possible)) for v in index.values(criterion)))
        index, rows = self._joins.programmes, self._joins.entry_programmes
        return _counted(base, ((v, index.mask(criterion, [v], self._possible)[rows]) for v in index.values(criterion)))

    def _joined(self, criterion: Criterion, others: Criteria) -> dict[str, int]:
        """A criterion that programmes or their entries answer, on programmes and areas."""
        own = both(self._rest, self._joins.own(self._collection, self._parts(others), self._possible))
        masks = ((v, self._joins.features(self._collection, p)) for v, p in self._programmes(criterion, others))
        return _counted(own, masks)

    def _programmes(self, criterion: Criterion, others: Criteria) -> Iterator[tuple[str, Mask]]:
        """For each value the programmes that meet the search with that value."""
        joins, possible = self._joins, self._possible
        parts = self._parts(others)
        if criterion.level is Level.PROGRAMME:
            base = joins.met(parts, possible).programmes
            for value in joins.programmes.values(criterion):
                mask = joins.programmes.mask(criterion, [value], possible)
                yield value, mask if base is None else mask & base
            return
        facts = joins.programmes.meeting(parts.facts, possible)
        asked = joins.entries.meeting([*parts.entry, *parts.topic], possible)
        stated = criterion.level is Level.TOPIC and not parts.entry
        for value in joins.entries.values(criterion):
            entries = joins.entries.mask(criterion, [value], possible)
            found = joins.having(entries if asked is None else entries & asked)
            if stated:
                found |= joins.programmes.mask(criterion, [value], possible)
            yield value, found if facts is None else found & facts

    def _parts(self, criteria: Criteria) -> Parts:
        return self._joins.parts(self._collection, criteria)


def _counted(base: Mask | None, masks: Iterator[tuple[str, Mask]]) -> dict[str, int]:
    return {value: int(np.count_nonzero(mask if base is None else mask & base)) for value, mask in masks}
