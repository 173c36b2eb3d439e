"""Which areas programmes cover: the way from criteria that describe a programme to the rows of areas."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..model.criteria import Criterion
from .indexes import CriterionIndex
from .table import Mask, Table

#: Criteria and the values of which any may match.
Criteria = Sequence[tuple[Criterion, Sequence[str]]]


class Cover:
    """The areas that programmes cover.

    :param areas: table whose collection names the property that lists the programmes of an area
    :param programmes: index of the programmes
    """

    def __init__(self, areas: Table, programmes: CriterionIndex) -> None:
        self._programmes = programmes
        lists = areas.columns[areas.collection.programmes_field or ""].values
        known = [[programmes.table.row_of[cci] for cci in ccis or ()] for ccis in lists]
        covering = np.fromiter((row for rows in known for row in rows), np.int64)
        covered = np.repeat(np.arange(len(areas), dtype=np.int32), [len(rows) for rows in known])
        #: Areas of the first programme, then those of the second, and so on, and how many each has.
        self._areas = covered[np.argsort(covering, kind="stable")]
        self._counts = np.bincount(covering, minlength=len(programmes.table))
        self._size = len(areas)
        self._answering: dict[tuple[str, str], Mask] = {}

    def of(self, programmes: Mask) -> Mask:
        """Areas that at least one of the programmes covers."""
        mask = np.zeros(self._size, dtype=bool)
        mask[self._areas[np.repeat(programmes, self._counts)]] = True
        return mask

    def meeting(self, criteria: Criteria) -> Mask | None:
        """Areas covered by one programme that meets all the criteria, ``None`` where there are none.

        :raises InvalidValue: for a value that a criterion does not take
        """
        if len(criteria) == 1 and criteria[0][0].countable:
            criterion, values = criteria[0]
            mask = np.zeros(self._size, dtype=bool)
            for value in values:
                mask |= self.answering(criterion, value)
            return mask
        programmes = self._programmes.meeting(criteria)
        return None if programmes is None else self.of(programmes)

    def answering(self, criterion: Criterion, value: str) -> Mask:
        """Areas covered by a programme that answers to one value of a criterion with a list of values.

        An index: worked out once for each value, so there are as many as the code lists have codes.
        """
        key = criterion.name, value
        if key not in self._answering:
            mask = self.of(self._programmes.mask(criterion, [value]))
            mask.setflags(write=False)
            self._answering[key] = mask
        return self._answering[key]
