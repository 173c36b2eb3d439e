"""The features of a search by the values of one dimension or two.

A cell is the search with the values put in. Where one programme or entry must meet both values, the second is counted
within the search for each value of the first; else features are counted that meet each of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ...model.criteria import Criterion
from ...model.dimensions import Dimension, nuts_version_of
from ...model.errors import InvalidValue
from ...model.fields import FieldType
from ..budget import Budget, at_once
from ..codelists import CodeLists
from ..distribution import SMALLER, Breakdown, Cell, Distribution, Value
from ..query import Part, Query
from .facets import FacetCounter
from .joined import Criteria, JoinedTables
from .places import Places
from .table import FeatureTable, Mask, PropertyColumn, Rows

#: Steps (``store.budget``) to make one mask, beside those for its rows.
_MASK = 40


@dataclass(frozen=True)
class Search:
    """A search, as far as its distribution depends on it.

    :param rest: features that meet everything but criteria, ``None`` for all
    :param certain: features that match
    :param base: the same, with what is not known where the query includes it
    """

    query: Query
    criteria: Criteria
    rest: Mask | None
    certain: Mask | None
    base: Mask | None


class Distributor:
    """Counts the features of a search by dimensions.

    :param budget: pays for the counting
    """

    def __init__(
        self,
        joined: JoinedTables,
        table: FeatureTable,
        codelists: CodeLists,
        places: Places,
        search: Search,
        budget: Budget | None = None,
    ) -> None:
        self._joined = joined
        self._table = table
        self._codelists = codelists
        self._places = places
        self._search = search
        self._budget = budget
        self._possible = search.query.include_unknown

    def by(self, dimensions: Sequence[Dimension]) -> Distribution:
        """The distribution by one dimension or two.

        :raises OverBudget: where that costs more than the budget
        :raises InvalidValue: where a dimension has no value inside the search
        """
        columns = [self._column(dimension) for dimension in dimensions]
        cells = list(self._cells(*columns)) if len(columns) > 1 else []
        matched = self._number(self._search.base)
        unknown = matched - self._number(self._search.certain) if self._possible else None
        return Distribution(matched, unknown, [column.breakdown for column in columns], cells)

    def _column(self, dimension: Dimension) -> _Column:
        values = self._values(dimension)
        self._pay(len(values) * 2, dimension.name)
        if dimension.criterion is None:
            return self._of_property(dimension, values)
        return self._of_criterion(dimension, dimension.criterion, values)

    def _of_criterion(self, dimension: Dimension, criterion: Criterion, values: Sequence[str]) -> _Column:
        known, may = (
            # What may have a value need not match: with a narrower value, or by another entry.
            [_within(mask, self._search.base) for _, mask in counter.features(criterion, values)]
            for counter in (self._counter(self._search.criteria, possible) for possible in (False, True))
        )
        return _Column(dimension, values, self._size(), known, may, may if self._possible else known, self._possible)

    def _of_property(self, dimension: Dimension, values: Sequence[Any]) -> _Column:
        column = self._property(dimension)
        absent = np.zeros(len(self._table), dtype=bool) if dimension.absent_is_none else ~column.present
        none = np.empty(0, dtype=np.int64)
        known, may, counted = [], [], []
        for value in values:
            having = np.zeros(len(self._table), dtype=bool)
            having[column.postings.get(value, none)] = True
            known.append(_within(having, self._search.certain))
            may.append(_within(having | absent, self._search.base))
            # A search for a property never includes what is not known of it.
            counted.append(_within(having, self._search.base))
        return _Column(dimension, [_code(v) for v in values], self._size(), known, may, counted, self._possible)

    def _values(self, dimension: Dimension) -> list[Any]:
        """The values that lie inside what the search says of the dimension itself."""
        criterion = dimension.criterion
        if criterion is None:
            wanted = dict(self._search.query.equals).get(dimension.name)
            values = _values_of(self._property(dimension), self._codelists)
            return [value for value in values if wanted is None or value in wanted]
        index = self._counter(self._search.criteria, possible=False).index(criterion)
        given = next((values for one, values in self._search.criteria if one.name == criterion.name), None)
        every = index.values(criterion)
        if dimension.level is not None:
            version = nuts_version_of(self._table.collection, dict(self._search.query.criteria))
            every = self._places.codes(dimension.level, version)
        inside = every if given is None else [value for value in every if index.is_within(criterion, value, given)]
        if not inside:
            reason = (
                f"'{dimension.name}' has no area inside {criterion.name}={','.join(given or ())}; choose a lower level."
            )
            raise InvalidValue(Part.DIMENSIONS, reason)
        return inside

    def _cells(self, first: _Column, second: _Column) -> Iterator[Cell]:
        if self._is_joint(first.dimension, second.dimension):
            return self._joint(first, second)
        return self._crossed(first, second)

    def _crossed(self, first: _Column, second: _Column) -> Iterator[Cell]:
        """Features that have both values."""
        sure = self._crossing(first.known, second.known)
        for place, counts in enumerate(self._crossing(first.counted, second.counted)):
            certain = next(sure)
            for other in np.flatnonzero(counts).tolist():
                unknown = int(counts[other] - certain[other]) if self._possible else None
                yield Cell((first.codes[place], second.codes[other]), int(counts[other]), unknown)

    def _crossing(self, first: Sequence[Rows], second: Sequence[Rows]) -> Iterator[np.ndarray]:
        """For each list of the first, how many rows it has in common with each of the second."""
        rows = np.concatenate([np.empty(0, dtype=np.int64), *second])
        places = np.repeat(np.arange(len(second)), [len(each) for each in second])
        if self._budget is not None:
            self._budget.spend(at_once(len(rows) * 8, 4) * len(first), "two dimensions", Part.DIMENSIONS, SMALLER)
        for each in first:
            mask = np.zeros(len(self._table), dtype=bool)
            mask[each] = True
            yield np.bincount(places[mask[rows]], minlength=len(second))

    def _joint(self, first: _Column, second: _Column) -> Iterator[Cell]:
        """Features of which one programme or entry has both values."""
        swapped = len(first.codes) > len(second.codes)
        outer, inner = (second, first) if swapped else (first, second)
        if outer.dimension.criterion is None or inner.dimension.criterion is None:
            raise ValueError("Only criteria are met by programmes and entries.")
        met = [place for place, rows in enumerate(outer.counted) if len(rows)]
        self._pay(len(met) * len(inner.codes) * (2 if self._possible else 1), "two dimensions")
        found: list[Cell] = []
        for place in met:
            item = outer.dimension.criterion, (outer.codes[place],)
            others = [one for one in self._search.criteria if one[0].name != outer.dimension.criterion.name]
            criteria = [*others, item]
            counts = self._counter(criteria, self._possible).features(inner.dimension.criterion, inner.codes)
            sure: Iterator[tuple[str, Mask]] | None = None
            if self._possible:
                sure = self._counter(criteria, possible=False).features(inner.dimension.criterion, inner.codes)
            for code, mask in counts:
                count = int(np.count_nonzero(mask))
                unknown = count - int(np.count_nonzero(next(sure)[1])) if sure else None
                if count:
                    pair = (code, outer.codes[place]) if swapped else (outer.codes[place], code)
                    found.append(Cell(pair, count, unknown))
        if swapped:
            order = {code: place for place, code in enumerate(first.codes)}
            found.sort(key=lambda cell: order[cell.codes[0]])
        return iter(found)

    def _is_joint(self, first: Dimension, second: Dimension) -> bool:
        """Whether one programme or entry must have both values."""
        collection = self._table.collection
        if any(one.criterion is None or one.criterion.is_own(collection) for one in (first, second)):
            return False
        if collection.is_entry:
            return False
        if collection.programmes_field is not None:
            return True
        counter = self._counter(self._search.criteria, possible=False)
        entries = self._joined.entries
        return all(one.criterion is not None and counter.index(one.criterion) is entries for one in (first, second))

    def _counter(self, criteria: Criteria, possible: bool) -> FacetCounter:
        return FacetCounter(self._joined, self._table.collection, criteria, self._search.rest, possible)

    def _property(self, dimension: Dimension) -> PropertyColumn:
        return self._table.columns[dimension.name]

    def _number(self, mask: Mask | None) -> int:
        return len(self._table) if mask is None else int(np.count_nonzero(mask))

    def _size(self) -> _Size:
        return _Size(len(self._table), self._number(self._search.base))

    def _pay(self, masks: int, what: str) -> None:
        if self._budget is not None:
            cost = _MASK + at_once(len(self._table), 4) + at_once(self._joined.links(self._table.collection), 2)
            self._budget.spend(masks * cost, f"{what}: {masks} counts", Part.DIMENSIONS, SMALLER)


@dataclass(frozen=True)
class _Size:
    """How many rows there are, and how many match."""

    rows: int
    matched: int


@dataclass(frozen=True)
class _Column:
    """The features of a search by one dimension, as lists of rows by value.

    :param codes: the values as a search takes them
    :param known: features that are known to match with the value
    :param may: those that match, and may do so with the value
    :param counted: features that the search with the value finds
    :param possible: whether the search includes what is not known
    """

    dimension: Dimension
    codes: Sequence[str]
    size: _Size
    known: Sequence[Rows]
    may: Sequence[Rows]
    counted: Sequence[Rows]
    possible: bool

    @cached_property
    def breakdown(self) -> Breakdown:
        """The counts, and of how many features how much is known."""
        has, may_have = (self._values_of_rows(rows) for rows in (self.known, self.may))
        stated = has > 0
        unknown = int(np.count_nonzero(~stated & (may_have > 0)))
        number = int(np.count_nonzero(stated))
        return Breakdown(
            self.dimension.name,
            list(self._shown()),
            stated=number,
            partial=int(np.count_nonzero(stated & (may_have > has))),
            unknown=unknown,
            none=self.size.matched - number - unknown,
        )

    def _shown(self) -> Iterator[Value]:
        for code, counted, may, known in zip(self.codes, self.counted, self.may, self.known, strict=True):
            unknown = len(counted if self.possible else may) - len(known)
            # Of areas there are hundreds: those that are met.
            if self.dimension.level is None or len(counted) or unknown:
                yield Value(code, len(counted), unknown)

    def _values_of_rows(self, rows: Sequence[Rows]) -> np.ndarray:
        return np.bincount(np.concatenate([np.empty(0, dtype=np.int64), *rows]), minlength=self.size.rows)


def _within(mask: Mask, base: Mask | None) -> Rows:
    return _rows(mask if base is None else mask & base)


def _values_of(column: PropertyColumn, codelists: CodeLists) -> list[Any]:
    """The values that a property can have, in the order of their list."""
    field = column.field
    if field.codelist:
        return list(codelists[field.codelist].codes)
    if field.words:
        return list(field.words)
    return [False, True] if field.type is FieldType.BOOLEAN else sorted(column.postings)


def _code(value: Any) -> str:
    """A value as a search takes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _rows(mask: Mask) -> Rows:
    """The rows of a mask, in half of the room that numpy takes for them."""
    return np.flatnonzero(mask).astype(np.int32)
