"""What a search means across tables: which programmes, entries and features meet the criteria.

All facts of a programme must hold for one programme, and all criteria of entries for one and the same entry of it.
``topic`` is met by an entry, and, where no criterion of entries is given, by a stated objective of the programme. An
area matches when one programme that covers it meets everything.

Every step is three-valued (Kleene): the same masks are worked out for what is met, and, with ``possible``, for what is
not known to be missed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...model.collections import COOPERATION, PROGRAMMES, Collection
from ...model.criteria import Criterion, Level
from .cover import Cover
from .indexes import CriterionIndex
from .table import FeatureTable, Mask, Rows

#: Criteria and the values of which any may match.
Criteria = Sequence[tuple[Criterion, Sequence[str]]]


@dataclass(frozen=True)
class CriteriaGroups:
    """The criteria of a search in one collection by who answers them.

    :param own: answered by the features, which are areas
    :param facts: facts of a programme
    :param entry: criteria of one entry, ``topic`` not among them
    :param topic: the criterion ``topic`` with its values, or nothing
    """

    own: Criteria
    facts: Criteria
    entry: Criteria
    topic: Criteria

    @property
    def need_programmes(self) -> bool:
        """Whether the search depends on programmes or their entries."""
        return bool(self.facts or self.entry or self.topic)


@dataclass(frozen=True)
class MatchingRows:
    """Rows that meet the criteria of programmes and entries; ``None`` stands for all.

    :param programmes: programmes that meet everything
    :param entries: entries that meet the criteria of entries and the topic, whatever their programme
    """

    programmes: Mask | None
    entries: Mask | None


def both(a: Mask | None, b: Mask | None) -> Mask | None:
    """Where both hold; ``None`` stands for everywhere."""
    if a is None or b is None:
        return b if a is None else a
    return np.asarray(a & b)


class JoinedTables:
    """The tables of an edition, joined.

    :param tables: by collection id
    :param indexes: by collection id
    """

    def __init__(self, tables: Mapping[str, FeatureTable], indexes: Mapping[str, CriterionIndex]) -> None:
        self._tables = tables
        self._indexes = indexes
        self.programmes = indexes[PROGRAMMES.id]
        self.entries = indexes[COOPERATION.id]
        self._covers: dict[str, Cover] = {}
        self._programme_rows: dict[str, Rows] = {}

    def index(self, id_: str) -> CriterionIndex:
        """The index of the criteria that the features of a collection answer themselves."""
        return self._indexes[id_]

    def cover(self, id_: str) -> Cover:
        """The areas of a collection, joined with the programmes that cover them."""
        if id_ not in self._covers:
            self._covers[id_] = Cover(self._tables[id_], self.programmes.table)
        return self._covers[id_]

    def links(self, collection: Collection) -> int:
        """How many pairs of an area and a programme stand between programmes and the features of a collection."""
        return self.cover(collection.id).size if collection.programmes_field is not None else 0

    def programme_rows(self, id_: str) -> Rows:
        """For each feature of a collection with one programme each, the row of that programme."""
        if id_ not in self._programme_rows:
            row_of, table = self.programmes.table.row_of, self._tables[id_]
            ccis = table.columns[table.collection.programme_field or ""].values
            self._programme_rows[id_] = np.fromiter((row_of[cci] for cci in ccis), np.int64, len(ccis))
        return self._programme_rows[id_]

    @cached_property
    def entry_programmes(self) -> Rows:
        """For each entry the row of its programme."""
        return self.programme_rows(COOPERATION.id)

    def grouped(self, collection: Collection, criteria: Criteria) -> CriteriaGroups:
        """The criteria by who answers them in ``collection``."""
        own, facts, entry, topic = [], [], [], []
        for item in criteria:
            criterion = item[0]
            if criterion.is_own(collection):
                own.append(item)
            elif criterion.level is Level.TOPIC:
                topic.append(item)
            elif criterion.level is Level.ENTRY or (collection.is_entry and criterion.entry):
                entry.append(item)
            else:
                facts.append(item)
        return CriteriaGroups(own, facts, entry, topic)

    def matching(self, groups: CriteriaGroups, possible: bool = False) -> MatchingRows:
        """The programmes and entries that meet the criteria; with ``possible`` those not known to miss them.

        :raises InvalidValue: for a value that a criterion does not take
        """
        entries = self.entries.meeting([*groups.entry, *groups.topic], possible)
        programmes = self.programmes.meeting(groups.facts, possible)
        if entries is not None:
            having = self.having(entries)
            if not groups.entry:
                for criterion, values in groups.topic:
                    having |= self.programmes.mask(criterion, values, possible)
            programmes = both(programmes, having)
        return MatchingRows(programmes, entries)

    def having(self, entries: Mask) -> Mask:
        """Programmes that have at least one of the entries."""
        mask = np.zeros(len(self.programmes.table), dtype=bool)
        mask[self.entry_programmes[entries]] = True
        return mask

    def mask(self, collection: Collection, groups: CriteriaGroups, possible: bool = False) -> Mask | None:
        """The features of ``collection`` that meet the criteria, ``None`` where there are none.

        :raises InvalidValue: for a value that a criterion does not take
        """
        own = self.own(collection, groups, possible)
        if collection.is_entry:
            entries = self.entries.meeting([*groups.entry, *groups.topic], possible)
            facts = self.programmes.meeting(groups.facts, possible)
            return both(entries, None if facts is None else facts[self.entry_programmes])
        if not groups.need_programmes:
            return own
        programmes = self.matching(groups, possible).programmes
        return own if programmes is None else both(own, self.features(collection, programmes))

    def own(self, collection: Collection, groups: CriteriaGroups, possible: bool = False) -> Mask | None:
        """The features that meet the criteria that they answer themselves, ``None`` where there are none."""
        return self.index(collection.id).meeting(groups.own, possible) if groups.own else None

    def features(self, collection: Collection, programmes: Mask) -> Mask:
        """The features of ``collection`` that belong to at least one of the programmes."""
        if collection.id == PROGRAMMES.id:
            return programmes
        if collection.programmes_field is not None:
            return self.cover(collection.id).of(programmes)
        return np.asarray(programmes[self.programme_rows(collection.id)])
