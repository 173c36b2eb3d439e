"""The embedded engine: answers queries from the tables of one edition in memory."""

from __future__ import annotations

from collections.abc import Collection as Container
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from ..model.collections import PROGRAMMES, Collection, collection
from ..model.criteria import Criterion, criteria_of
from ..model.errors import InvalidValue, nearest
from .codelists import CodeLists
from .cover import Cover, Criteria
from .cql2 import evaluate
from .crs import CRS84
from .geometry import Box
from .indexes import CriterionIndex
from .query import Facet, Page, Query
from .table import Mask, Table
from .text import words


class Engine:
    """All collections of one edition.

    :param tables: by collection id
    :param objective_topics: topics to which each objective is mapped
    :param nuts_parents: all NUTS codes that are known, of every level and version, each with the code above it
    :param edition: metadata of the edition (id, created, samples, counts)
    """

    def __init__(
        self,
        tables: Mapping[str, Table],
        codelists: CodeLists,
        objective_topics: Mapping[str, Container[str]],
        nuts_parents: Mapping[str, str | None],
        edition: Mapping[str, Any],
    ) -> None:
        self.tables = tables
        self.codelists = codelists
        self.edition = edition
        self._indexes = {
            id_: CriterionIndex(table, codelists, objective_topics, nuts_parents) for id_, table in tables.items()
        }
        self._covers: dict[str, Cover] = {}

    def table(self, id_: str) -> Table:
        """The table of a collection.

        :raises NotFound: naming the nearest collections
        """
        return self.tables[collection(id_).id]

    def search(self, query: Query) -> Page:
        """One page of the features that match.

        :raises InvalidValue: for values that a parameter does not take
        :raises NotFound: for an unknown collection
        """
        table = self.table(query.collection)
        mask = self._mask(query, table)
        rows = np.arange(len(table)) if mask is None else np.flatnonzero(mask)
        matched = len(rows)
        if query.sortby:
            rows = self._sorted(table, rows, query.sortby)
        elif query.words:
            rows = _ranked(table, rows, query.words)
        elif mask is None:
            rows = table.opening
        return Page(table, rows[query.offset : query.offset + query.limit], matched, query)

    def facets(self, query: Query, names: tuple[str, ...] | None = None) -> tuple[int, list[Facet]]:
        """The number of features that match, and counts for each criterion with a list of values.

        Each facet is computed without its own criterion, so that it tells what choosing another value would give.

        :param names: criteria to count; all of them by default
        """
        table = self.table(query.collection)
        mask = self._mask(query, table)
        matched = len(table) if mask is None else int(mask.sum())
        offered = self.countable(table.collection)
        unknown = [n for n in names or () if n not in offered]
        if unknown:
            reason = f"'{unknown[0]}' cannot be counted on '{table.collection.id}'."
            raise InvalidValue("facets", reason, nearest(unknown[0], offered) or offered)
        return matched, [self._facet(query, table, offered[n]) for n in (names or offered)]

    def countable(self, chosen: Collection) -> dict[str, Criterion]:
        """The criteria of a collection that have a list of values, so that facets can count them."""
        return {n: c for n, c in criteria_of(chosen).items() if c.countable}

    def _facet(self, query: Query, table: Table, criterion: Criterion) -> Facet:
        rest = tuple(item for item in query.criteria if item[0] != criterion.name)
        others = replace(query, criteria=rest)
        if self._is_joined(criterion, table):
            base = self._own(others, table)
            masks = self._answering_areas(criterion, self._joined(others, table), self._cover(table))
            counts = {value: int((mask if base is None else mask & base).sum()) for value, mask in masks}
        else:
            base, index = self._mask(others, table), self._indexes[table.collection.id]
            found = ((value, np.unique(index.rows(criterion, value))) for value in index.values(criterion))
            counts = {value: len(rows) if base is None else int(base[rows].sum()) for value, rows in found}
        return Facet(criterion.name, counts)

    def _answering_areas(self, criterion: Criterion, others: Criteria, cover: Cover) -> Iterator[tuple[str, Mask]]:
        """For each value the areas covered by a programme that answers to it and meets the other criteria."""
        index = self._indexes[PROGRAMMES.id]
        programmes = index.meeting(others)
        for value in index.values(criterion):
            if programmes is None:
                yield value, cover.answering(criterion, value)
            else:
                yield value, cover.of(programmes & index.mask(criterion, [value]))

    def _mask(self, query: Query, table: Table) -> Mask | None:
        mask = self._own(query, table)
        joined = self._joined(query, table)
        return _both(mask, self._cover(table).meeting(joined)) if joined else mask

    def _is_joined(self, criterion: Criterion, table: Table) -> bool:
        return table.collection.programmes_field is not None and criterion.programme

    def _joined(self, query: Query, table: Table) -> Criteria:
        """For areas: the criteria that a programme which covers them must meet."""
        offered = criteria_of(table.collection)
        named = ((_offered(name, offered, table), values) for name, values in query.criteria)
        return [(criterion, values) for criterion, values in named if self._is_joined(criterion, table)]

    def _own(self, query: Query, table: Table) -> Mask | None:
        """The rows that meet everything that is said of the features themselves; ``None`` for all of them."""
        offered = criteria_of(table.collection)
        mask: Mask | None = None
        for name, values in query.criteria:
            criterion = _offered(name, offered, table)
            if not self._is_joined(criterion, table):
                mask = _both(mask, self._indexes[table.collection.id].mask(criterion, values))
        for name, wanted in query.equals:
            mask = _both(mask, self._equal(table, name, wanted))
        if query.words is not None:
            mask = _both(mask, _worded(table, query.words))
        if query.box is not None:
            mask = _both(mask, _inside(table, query.box))
        if query.interval is not None:
            mask = _both(mask, _during(table, query.interval))
        if query.filter is not None:
            codes = {id_: list_.codes for id_, list_ in self.codelists.items()}
            mask = _both(mask, evaluate(query.filter, table, query.filter_crs or CRS84, codes.get))
        return mask

    def _equal(self, table: Table, name: str, wanted: tuple[Any, ...]) -> Mask:
        column = table.column(name)
        mask = np.zeros(len(table), dtype=bool)
        for value in wanted:
            if column.field.codelist:
                self.codelists[column.field.codelist].check(value, name)
            rows = column.postings.get(value)
            if rows is not None:
                mask[rows] = True
        return mask

    def _cover(self, table: Table) -> Cover:
        id_ = table.collection.id
        if id_ not in self._covers:
            self._covers[id_] = Cover(table, self._indexes[PROGRAMMES.id])
        return self._covers[id_]

    def _sorted(self, table: Table, rows: np.ndarray, sortby: tuple[tuple[str, bool], ...]) -> np.ndarray:
        """Rows by the properties given; absent values come last either way, equal ones in the order of the ids."""
        for name, descending in reversed(sortby):
            column = table.column(name, "sortby")
            ranks = column.descending if descending else column.order
            rows = rows[np.argsort(ranks[rows], kind="stable")]
        return rows

    @cached_property
    def extent(self) -> dict[str, tuple[float, float, float, float]]:
        """West, south, east, north of each collection in CRS84.

        A collection without features (``cooperation`` where samples are off) has the extent of all others: that is
        where its features will lie.
        """
        bounds = {id_: table.geometries().bounds for id_, table in self.tables.items()}
        everywhere = np.concatenate(list(bounds.values()))
        return {id_: _extent(own if np.isfinite(own).any() else everywhere) for id_, own in bounds.items()}


def _extent(bounds: np.ndarray) -> tuple[float, float, float, float]:
    low, high = np.nanmin(bounds[:, :2], axis=0), np.nanmax(bounds[:, 2:], axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _offered(name: str, offered: Mapping[str, Criterion], table: Table) -> Criterion:
    try:
        return offered[name]
    except KeyError:
        reason = f"is not a filter of collection '{table.collection.id}'."
        raise InvalidValue(name, reason, nearest(name, offered) or offered) from None


def _both(a: Mask | None, b: Mask | None) -> Mask | None:
    if a is None or b is None:
        return b if a is None else a
    return np.asarray(a & b)


def _worded(table: Table, text: str) -> Mask:
    wanted = list(dict.fromkeys(words(text)))
    if not wanted:
        raise InvalidValue("q", "has no letter or digit to search for.")
    return np.fromiter(
        (all(any(w.startswith(p) for w in row) for p in wanted) for row in table.words), bool, len(table)
    )


def _ranked(table: Table, rows: np.ndarray, text: str) -> np.ndarray:
    """Best first: whole words before beginnings of words, early words before late ones."""
    wanted = list(dict.fromkeys(words(text)))

    def badness(row: int) -> tuple[float, int]:
        own = table.words[row]
        places = [min((i for i, w in enumerate(own) if w.startswith(p)), default=len(own)) for p in wanted]
        whole = sum(p in own for p in wanted)
        return (-whole, sum(places))

    return np.asarray(sorted(rows.tolist(), key=badness), dtype=np.int64)


def _inside(table: Table, box: Box) -> Mask:
    """Rows that meet the box, and those without a geometry (OGC 17-069r4, /req/core/fc-bbox-response)."""
    geometries = table.geometries(box.crs)
    inside = geometries.absent.copy()
    for polygon in box.polygons():
        inside |= geometries.meeting(polygon)
    return inside


def _during(table: Table, interval: tuple[str | None, str | None]) -> Mask:
    """Rows whose time meets the interval (OGC 17-069r4, 7.15.4); an absent end is open."""
    fields = table.collection.time_fields
    if fields is None:
        raise InvalidValue("datetime", f"collection '{table.collection.id}' has no temporal property.")
    begin, end = (table.columns[name].numbers for name in fields)
    mask = np.ones(len(table), dtype=bool)
    if interval[1] is not None:
        mask &= ~(begin > date.fromisoformat(interval[1]).toordinal())
    if interval[0] is not None:
        mask &= ~(end < date.fromisoformat(interval[0]).toordinal())
    return mask
