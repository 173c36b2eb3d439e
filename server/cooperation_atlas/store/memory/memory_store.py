"""The embedded store: answers queries from the tables of one edition in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from ...model.collections import PROGRAMMES, Collection, collection
from ...model.criteria import Criterion, Match, criteria_of
from ...model.errors import InvalidValue, nearest
from ...model.hierarchy import Hierarchy
from ..budget import Budget
from ..codelists import CodeLists
from ..crs import CRS84
from ..query import Facet, Page, Query
from .computed import ComputedProperties
from .conditions import during, equal, inside
from .cql2.evaluate import evaluate
from .facets import FacetCounts
from .indexes import CriterionIndex
from .joined import Criteria, Joins, Parts, both
from .region_names import RegionNames
from .table import FeatureTable, Mask, PropertyColumn
from .without_samples import tables_without_samples
from .word_sources import WordSources
from .words import TELLING, WordHits, WordIndex

#: Steps (``store.budget``) for a value of a criterion, and for a pattern on each title.
_VALUE, _TITLE = 300, 6


class MemoryStore:
    """All collections of one edition.

    :param tables: by collection id
    :param objective_topics: topics to which each objective is mapped, with the relation
    :param nuts: all NUTS codes that are known, of every level and version
    :param edition: metadata of the edition (id, created, samples, counts)
    :param regions: names of the regions in all languages, for the search for words
    """

    def __init__(
        self,
        tables: Mapping[str, FeatureTable],
        codelists: CodeLists,
        objective_topics: Mapping[str, Mapping[str, str]],
        nuts: Hierarchy,
        edition: Mapping[str, Any],
        regions: RegionNames | None = None,
    ) -> None:
        self.tables = tables
        self.codelists = codelists
        self.edition = edition
        self._objective_topics = objective_topics
        self._nuts = nuts
        self._regions = regions or RegionNames()
        sources = WordSources(tables, codelists, self._regions)
        self._words = {id_: WordIndex(sources, id_, len(table)) for id_, table in tables.items()}
        indexes = {
            id_: CriterionIndex(table, codelists, objective_topics, nuts, self._worded) for id_, table in tables.items()
        }
        self._joins = Joins(tables, indexes)
        self._all: dict[str, ComputedProperties] = {}

    @cached_property
    def without_samples(self) -> MemoryStore:
        """The same edition as if its sample entries did not exist; itself where it has none."""
        if not self.edition["samples"]:
            return self
        tables = tables_without_samples(self.tables, self.codelists)
        edition = {**self.edition, "samples": False}
        return MemoryStore(tables, self.codelists, self._objective_topics, self._nuts, edition, self._regions)

    def table(self, id_: str) -> FeatureTable:
        """The table of a collection.

        :raises NotFound: naming the nearest collections
        """
        return self.tables[collection(id_).id]

    def search(self, query: Query, budget: Budget | None = None) -> Page:
        """One page of the features that match.

        :param budget: what pays for the criteria, the filter and the words
        :raises OverBudget: where they cost more
        :raises InvalidValue: for values that a parameter does not take
        :raises NotFound: for an unknown collection
        """
        table = self.table(query.collection)
        query = self._settled(query, table)
        parts = self._parts(query, table)
        notes: list[str] = []
        hits = self._hits(query, table, budget)
        self._pay(query, table, budget)
        rest = self._rest(query, table, hits, budget, notes)
        certain = both(rest, self._joins.mask(table.collection, parts))
        found = certain
        if query.include_unknown:
            found = both(rest, self._joins.mask(table.collection, parts, possible=True))
        rows = np.arange(len(table)) if found is None else np.flatnonzero(found)
        answers = self._answers(query, table, parts, certain, hits)
        matched = len(rows)
        if hits is not None and budget is not None:
            # To sort by where the words are, all rows must be looked at, not just those of the page.
            told = matched if query.sortby else min(matched, query.limit)
            budget.spend(told * TELLING, f"saying of {told} features where they have the words", "q")
        if query.sortby:
            rows = self._sorted(table, rows, query.sortby, answers)
        elif hits is not None:
            rows = hits.order(rows)
        elif found is None and query.telling_first:
            rows = table.opening
        if query.include_unknown and certain is not None:
            rows = rows[np.argsort(~certain[rows], kind="stable")]
        shown = rows[query.offset : query.offset + query.limit]
        return Page(table, shown, matched, query, answers, tuple(notes), hits.notes if hits else ())

    def one(self, id_: str, feature_id: str) -> Page:
        """A single feature, as a page of one.

        :raises NotFound: for an unknown collection or feature, naming the nearest
        """
        table = self.table(id_)
        row = table.row(feature_id)
        return Page(table, np.array([row]), 1, Query(table.collection.id), self._plain_answers(table))

    def facets(
        self, query: Query, names: tuple[str, ...] | None = None, budget: Budget | None = None
    ) -> tuple[int, list[Facet]]:
        """The number of features that match, and counts for each criterion with a list of values.

        Each facet is computed without its own criterion, so that it tells what choosing another value would give.

        :param names: criteria to count; all of them by default
        :param budget: what pays for the criteria, the filter and the words
        :raises OverBudget: where they cost more
        """
        table = self.table(query.collection)
        query = self._settled(query, table)
        criteria, hits = self._criteria(query, table), self._hits(query, table, budget)
        self._pay(query, table, budget)
        rest = self._rest(query, table, hits, budget)
        mask = both(rest, self._joins.mask(table.collection, self._parts(query, table), query.include_unknown))
        matched = len(table) if mask is None else int(mask.sum())
        offered = self.countable(table.collection)
        unknown = [n for n in names or () if n not in offered]
        if unknown:
            reason = f"'{unknown[0]}' cannot be counted on '{table.collection.id}'."
            raise InvalidValue("facets", reason, nearest(unknown[0], offered) or offered)
        counts = FacetCounts(self._joins, table.collection, criteria, rest, query.include_unknown)
        return matched, [Facet(name, counts.of(offered[name])) for name in (names or offered)]

    def countable(self, chosen: Collection) -> dict[str, Criterion]:
        """The criteria of a collection that have a list of values, so that facets can count them."""
        return {n: c for n, c in criteria_of(chosen).items() if c.countable}

    def _criteria(self, query: Query, table: FeatureTable) -> Criteria:
        offered = criteria_of(table.collection)
        return [(_offered(name, offered, table), values) for name, values in query.criteria]

    def _parts(self, query: Query, table: FeatureTable) -> Parts:
        return self._joins.parts(table.collection, self._criteria(query, table))

    def _settled(self, query: Query, table: FeatureTable) -> Query:
        """The query, with texts that are no value as a whole split at their commas."""
        if not query.split:
            return query
        apart = dict(query.split)

        def settled(name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
            if name not in apart or self._has_text(name, values, table):
                return values
            return apart[name]

        return replace(
            query,
            criteria=tuple((name, settled(name, values)) for name, values in query.criteria),
            equals=tuple((name, settled(name, values)) for name, values in query.equals),
            split=(),
        )

    def _has_text(self, name: str, values: tuple[Any, ...], table: FeatureTable) -> bool:
        """Whether a feature has one of these texts."""
        criterion = criteria_of(table.collection).get(name)
        if criterion is None:
            return any(value in table.column(name).postings for value in values)
        return any(len(self._joins.programmes.rows(criterion, value)) for value in values)

    def _hits(self, query: Query, table: FeatureTable, budget: Budget | None) -> WordHits | None:
        return None if query.words is None else self._words[table.collection.id].search(query.words, budget)

    def _pay(self, query: Query, table: FeatureTable, budget: Budget | None) -> None:
        """Pay for the criteria; words are searched here, and the masks take up what was searched last."""
        for criterion, values in self._criteria(query, table):
            if criterion.match is Match.WORDS:
                for text in values:
                    self._words[PROGRAMMES.id].search(text, budget, criterion.name)
            elif budget is not None:
                titles = len(self._joins.programmes.table) if criterion.match is Match.PATTERN else 0
                cost = len(values) * (_VALUE + titles * _TITLE)
                budget.spend(cost, f"{len(values)} values", criterion.name)

    def _worded(self, text: str) -> Mask:
        """Programmes in whose texts all words begin a word (criterion ``programme``)."""
        return self._words[PROGRAMMES.id].search(text, place="programme").mask

    def _answers(
        self, query: Query, table: FeatureTable, parts: Parts, certain: Mask | None, hits: WordHits | None
    ) -> ComputedProperties:
        if not parts.joined and not query.include_unknown and hits is None:
            return self._plain_answers(table)
        return ComputedProperties(
            self._joins,
            table,
            self.codelists,
            parts,
            possible=query.include_unknown,
            certain=certain,
            words=hits.found if hits else None,
        )

    def _plain_answers(self, table: FeatureTable) -> ComputedProperties:
        """The answered properties where nothing is asked of programmes: the same for every such search."""
        id_ = table.collection.id
        if id_ not in self._all:
            parts = self._joins.parts(table.collection, [])
            self._all[id_] = ComputedProperties(self._joins, table, self.codelists, parts)
        return self._all[id_]

    def _rest(
        self,
        query: Query,
        table: FeatureTable,
        hits: WordHits | None,
        budget: Budget | None = None,
        notes: list[str] | None = None,
    ) -> Mask | None:
        """The rows that meet everything but the criteria; ``None`` for all of them."""
        mask: Mask | None = None
        for name, wanted in query.equals:
            mask = both(mask, equal(table, name, wanted, self.codelists))
        if hits is not None:
            mask = both(mask, hits.mask)
        if query.box is not None:
            mask = both(mask, inside(table, query.box))
        if query.interval is not None:
            mask = both(mask, during(table, query.interval))
        if query.filter is not None:
            codes = {id_: list_.codes for id_, list_ in self.codelists.items()}
            mask = both(mask, evaluate(query.filter, table, query.filter_crs or CRS84, codes.get, budget, notes))
        return mask

    def _sorted(
        self, table: FeatureTable, rows: np.ndarray, sortby: tuple[tuple[str, bool], ...], answers: ComputedProperties
    ) -> np.ndarray:
        """Rows by the properties given; absent values come last either way, equal ones in the order of the ids."""
        answered = {field.name: field for field in table.collection.answered}
        for name, descending in reversed(sortby):
            if name in answered:
                column = PropertyColumn(answered[name], answers.column(name, rows.tolist()))
                ranks = column.descending if descending else column.order
            else:
                column = table.column(name, "sortby")
                ranks = (column.descending if descending else column.order)[rows]
            rows = rows[np.argsort(ranks, kind="stable")]
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


def _offered(name: str, offered: Mapping[str, Criterion], table: FeatureTable) -> Criterion:
    try:
        return offered[name]
    except KeyError:
        reason = f"is not a filter of collection '{table.collection.id}'."
        raise InvalidValue(name, reason, nearest(name, offered) or offered) from None
