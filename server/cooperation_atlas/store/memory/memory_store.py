"""The embedded store: answers queries from the tables of one edition in memory (``store.contract.Store``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from typing import Any

import numpy as np
from shapely.geometry.base import BaseGeometry

from ...editions.coverage import NOTHING_COUNTED, Coverage
from ...model.collections import PROGRAMMES, collection
from ...model.criteria import Criterion, Match, countable_criteria, criteria_of
from ...model.dimensions import Dimension
from ...model.errors import InvalidValue, nearest
from ...model.hierarchy import Hierarchy
from ..budget import Budget
from ..codelists import CodeLists
from ..contract import Counts, Facet, Land, Place, Rewrite
from ..crs import CRS84, OFFERED, offered
from ..distribution import Distribution
from ..overlay import Meeting
from ..query import Part, Query
from .computed import ComputedProperties
from .conditions import during, equal, inside
from .cql2.evaluate import evaluate
from .distribution import Distributor, Search
from .extents import spatial_extent, temporal_extent
from .facets import FacetCounter
from .feature_encoder import FeatureEncoder
from .indexes import CriterionIndex
from .joined import Criteria, CriteriaGroups, JoinedTables, both
from .order import led_rows, sorted_rows
from .overlay import meetings
from .page import MemoryPage
from .places import Places
from .region_names import RegionNames
from .table import FeatureTable, Mask
from .without_samples import tables_without_samples
from .word_sources import WordSources
from .words import DESCRIBING, WordHits, WordIndex

#: Steps (``store.budget``) for a value of a criterion, and for a pattern on each title.
_VALUE, _TITLE = 300, 6


class MemoryStore:
    """All collections of one edition.

    :param tables: by collection id
    :param objective_topics: topics to which each objective is mapped, with the relation
    :param nuts: all NUTS codes that are known, of every level and version
    :param edition: metadata of the edition (id, created, samples, counts)
    :param regions: names of the regions in all languages, for the search for words
    :param rewrite: applied to the JSON of properties that has escapes, ``None`` to leave it as it is
    :param coverage: how much the edition knows; samples do not count in it
    :param land: the land of the background
    :param drawings: files that are drawn once for the edition, by name
    """

    def __init__(
        self,
        tables: Mapping[str, FeatureTable],
        codelists: CodeLists,
        objective_topics: Mapping[str, Mapping[str, str]],
        nuts: Hierarchy,
        edition: Mapping[str, Any],
        regions: RegionNames | None = None,
        rewrite: Rewrite | None = None,
        coverage: Coverage = NOTHING_COUNTED,
        land: Sequence[Land] = (),
        drawings: Mapping[str, str] | None = None,
    ) -> None:
        self.tables = tables
        self.land = land
        self.drawings = drawings or {}
        self.coverage = coverage
        self.codelists = codelists
        self.edition = edition
        self.counts = {id_: len(table) for id_, table in tables.items()}
        self.objective_topics = objective_topics
        self._nuts = nuts
        self._regions = regions or RegionNames()
        self._rewrite = rewrite
        sources = WordSources(tables, codelists, self._regions)
        self._words = {id_: WordIndex(sources, id_, len(table)) for id_, table in tables.items()}
        indexes = {
            id_: CriterionIndex(table, codelists, objective_topics, nuts, self._programmes_with_words)
            for id_, table in tables.items()
        }
        self._joined = JoinedTables(tables, indexes)
        self._places = Places(tables)
        #: By collection, the computed properties where a search asks nothing of programmes and words.
        self._constant: dict[str, ComputedProperties] = {}
        self._encoders: dict[str, FeatureEncoder] = {}

    @cached_property
    def without_samples(self) -> MemoryStore:
        """The same edition as if its sample entries did not exist; itself where it has none."""
        if not self.edition["samples"]:
            return self
        return MemoryStore(
            tables_without_samples(self.tables, self.codelists),
            self.codelists,
            self.objective_topics,
            self._nuts,
            {**self.edition, "samples": False},
            self._regions,
            self._rewrite,
            self.coverage,
            self.land,
            self.drawings,
        )

    def table(self, id_: str) -> FeatureTable:
        """The table of a collection.

        :raises NotFound: naming the nearest collections
        """
        return self.tables[collection(id_).id]

    def shapes(self, collection_id: str, crs: str = CRS84) -> tuple[Sequence[str], np.ndarray]:
        """The ids of all features of a collection and their geometries, x first."""
        table = self.table(collection_id)
        return table.ids, table.geometries(offered(crs, "crs").uri).shapes

    def search(self, query: Query, budget: Budget | None = None) -> MemoryPage:
        """One page of the features that match.

        :param budget: pays for the criteria, the filter and the words
        :raises OverBudget: where they cost more
        :raises InvalidValue: for values that a part of the query does not take
        :raises NotFound: for an unknown collection
        """
        table = self.table(query.collection)
        groups = self._joined.grouped(table.collection, self._criteria(query, table))
        hints: list[str] = []
        hits = self._hits(query, table, budget)
        self._pay(query, table, budget)
        rest = self._rest(query, table, hits, budget, hints)
        certain = both(rest, self._joined.mask(table.collection, groups))
        possible = partial(self._possible, table, groups, rest)
        matching = possible() if query.include_unknown else certain

        def unknown() -> int:
            return _number(matching if query.include_unknown else possible(), table) - _number(certain, table)

        rows = np.arange(len(table)) if matching is None else np.flatnonzero(matching)
        matched = len(rows)
        if hits is not None and budget is not None:
            # To sort by where the words are, all rows must be looked at, not just those of the page.
            described = matched if query.sortby else min(matched, query.limit)
            what = f"saying of {described} features where they have the words"
            budget.spend(described * DESCRIBING, what, Part.WORDS)
        computed = self._computed(query, table, groups, certain, hits)
        if query.sortby:
            rows = sorted_rows(table, rows, query.sortby, computed)
        elif hits is not None:
            rows = hits.order(rows)
        elif query.lead:
            rows = led_rows(table, rows, query.lead)
        if query.include_unknown and certain is not None:
            rows = rows[np.argsort(~certain[rows], kind="stable")]
        shown = rows[query.offset : query.offset + query.limit]
        notes = hits.notes if hits else ()
        return MemoryPage(table, self._encoder(table), query, shown, matched, computed, tuple(hints), notes, unknown)

    def one(self, collection_id: str, feature_id: str) -> MemoryPage:
        """A single feature, as a page of one.

        :raises NotFound: for an unknown collection or feature, naming the nearest
        """
        table = self.table(collection_id)
        row = np.array([table.row(feature_id)])
        return MemoryPage(
            table, self._encoder(table), Query(table.collection.id), row, 1, self._constant_properties(table)
        )

    def facets(self, query: Query, names: Sequence[str] | None = None, budget: Budget | None = None) -> Counts:
        """The number of features that match, and counts for each criterion with a list of values.

        :param names: criteria to count; all countable ones by default
        :param budget: pays for the criteria, the filter and the words
        :raises OverBudget: where they cost more
        :raises InvalidValue: for a criterion that cannot be counted, and as ``search`` does
        """
        table = self.table(query.collection)
        criteria, hits = self._criteria(query, table), self._hits(query, table, budget)
        self._pay(query, table, budget)
        rest = self._rest(query, table, hits, budget)
        groups = self._joined.grouped(table.collection, criteria)
        countable = countable_criteria(table.collection)
        if unknown := [name for name in names or () if name not in countable]:
            reason = f"'{unknown[0]}' cannot be counted on '{table.collection.id}'."
            raise InvalidValue(Part.FACETS, reason, nearest(unknown[0], countable) or countable)
        chosen = [countable[name] for name in names or countable]
        certain = FacetCounter(self._joined, table.collection, criteria, rest, possible=False)
        met = _number(both(rest, self._joined.mask(table.collection, groups)), table)
        counted = [certain.of(criterion) for criterion in chosen]
        if not query.include_unknown:
            return Counts(met, [Facet(c.name, counts) for c, counts in zip(chosen, counted, strict=True)])
        possible = FacetCounter(self._joined, table.collection, criteria, rest, possible=True)
        matched = _number(self._possible(table, groups, rest), table)
        facets = [
            Facet(c.name, every := possible.of(c), {value: count - sure[value] for value, count in every.items()})
            for c, sure in zip(chosen, counted, strict=True)
        ]
        return Counts(matched, facets, matched - met)

    def distribution(self, query: Query, dimensions: Sequence[Dimension], budget: Budget | None = None) -> Distribution:
        """The features that match by the values of one dimension or two.

        :raises OverBudget: where that costs more than ``budget``
        :raises InvalidValue: for a dimension without a value inside the query, and as ``search`` does
        """
        table = self.table(query.collection)
        criteria, hits = self._criteria(query, table), self._hits(query, table, budget)
        self._pay(query, table, budget)
        rest = self._rest(query, table, hits, budget)
        groups = self._joined.grouped(table.collection, criteria)
        certain = both(rest, self._joined.mask(table.collection, groups))
        base = self._possible(table, groups, rest) if query.include_unknown else certain
        search = Search(query, criteria, rest, certain, base)
        return Distributor(self._joined, table, self.codelists, self._places, search, budget).by(dimensions)

    def overlay(
        self,
        query: Query,
        shapes: Sequence[BaseGeometry],
        crs: str = CRS84,
        distance_km: float = 0.0,
        budget: Budget | None = None,
    ) -> list[Meeting]:
        """The features that match and that each shape meets, or that are near it: by shape, the closest relation first.

        :param budget: also pays for the shapes
        """
        table = self.table(query.collection)
        groups = self._joined.grouped(table.collection, self._criteria(query, table))
        hits = self._hits(query, table, budget)
        self._pay(query, table, budget)
        rest = self._rest(query, table, hits, budget)
        matching = both(rest, self._joined.mask(table.collection, groups, possible=query.include_unknown))
        return list(meetings(table, matching, shapes, OFFERED[crs], distance_km, budget))

    def has_value(self, collection_id: str, name: str, value: str) -> bool:
        """Whether any feature of the collection meets a criterion, or has a property, with this value.

        :raises InvalidValue: for an unknown name, and a value that the criterion does not take
        """
        table = self.table(collection_id)
        criterion = criteria_of(table.collection).get(name)
        if criterion is None:
            return value in table.column(name).postings
        mask = self._joined.mask(table.collection, self._joined.grouped(table.collection, [(criterion, (value,))]))
        return mask is not None and bool(mask.any())

    def representatives(self, collection_id: str) -> tuple[str, ...]:
        """Ids of a few features that together have a value of every stored property of which any feature has one."""
        return self.table(collection_id).representatives

    def spatial_extent(self, collection_id: str) -> tuple[float, float, float, float]:
        """West, south, east, north in CRS84; of the whole edition, where no feature has a geometry."""
        return spatial_extent(self.table(collection_id), self.tables.values())

    def temporal_extent(self, collection_id: str) -> tuple[str | None, str | None] | None:
        """First and last day of the features that state one; an end that one of them leaves open is open."""
        return temporal_extent(self.table(collection_id))

    def regions_around(self, code: str) -> Sequence[tuple[str, str]]:
        """Code and name of the regions that a NUTS code lies in, nearest first."""
        numbers = self._regions.numbers
        above = self._nuts.ancestors(code)
        return [(code, self._regions.name(numbers[code]) if code in numbers else code) for code in above]

    def region_name(self, code: str) -> str | None:
        """Official name of the region of a NUTS code; ``None`` where it is unknown."""
        number = self._regions.numbers.get(code)
        return None if number is None else self._regions.name(number)

    def regions_called(self, name: str) -> Sequence[str]:
        """Codes of the regions with a name in any language, or that begins with it."""
        return self._regions.called(name)

    def places(
        self, codes: Sequence[str], crs: str = CRS84, nuts_version: str | None = None, budget: Budget | None = None
    ) -> Sequence[Place | None]:
        """The places of codes of countries and of NUTS areas; ``None`` for a code without one."""
        return self._places.of(codes, crs, nuts_version, budget)

    def _criteria(self, query: Query, table: FeatureTable) -> Criteria:
        offered = criteria_of(table.collection)
        return [(_offered(name, offered, table), values) for name, values in query.criteria]

    def _hits(self, query: Query, table: FeatureTable, budget: Budget | None) -> WordHits | None:
        if query.words is None:
            return None
        return self._words[table.collection.id].search(query.words, budget, Part.WORDS)

    def _pay(self, query: Query, table: FeatureTable, budget: Budget | None) -> None:
        """Pay for the criteria; words are searched here, and the masks take up what was searched last."""
        for criterion, values in self._criteria(query, table):
            if criterion.match is Match.WORDS:
                for text in values:
                    self._words[PROGRAMMES.id].search(text, budget, criterion.name)
            elif budget is not None:
                titles = len(self._joined.programmes.table) if criterion.match is Match.PATTERN else 0
                cost = len(values) * (_VALUE + titles * _TITLE) * (2 if query.include_unknown else 1)
                budget.spend(cost, f"{len(values)} values", criterion.name)

    def _programmes_with_words(self, criterion: Criterion, text: str) -> Mask:
        """Programmes in whose texts all words begin a word."""
        return self._words[PROGRAMMES.id].search(text, None, criterion.name).mask

    def _computed(
        self, query: Query, table: FeatureTable, groups: CriteriaGroups, certain: Mask | None, hits: WordHits | None
    ) -> ComputedProperties:
        if not groups.need_programmes and not query.include_unknown and hits is None:
            return self._constant_properties(table)
        return ComputedProperties(
            self._joined,
            table,
            self.codelists,
            groups,
            possible=query.include_unknown,
            certain=certain,
            words=hits.where if hits else None,
        )

    def _constant_properties(self, table: FeatureTable) -> ComputedProperties:
        """The computed properties where a search asks nothing of programmes and words: the same for all of these."""
        id_ = table.collection.id
        if id_ not in self._constant:
            groups = self._joined.grouped(table.collection, [])
            self._constant[id_] = ComputedProperties(self._joined, table, self.codelists, groups)
        return self._constant[id_]

    def _encoder(self, table: FeatureTable) -> FeatureEncoder:
        id_ = table.collection.id
        if id_ not in self._encoders:
            self._encoders[id_] = FeatureEncoder(table, self._constant_properties(table), self._rewrite)
        return self._encoders[id_]

    def _possible(self, table: FeatureTable, groups: CriteriaGroups, rest: Mask | None) -> Mask | None:
        """The rows that are not known to miss the search."""
        return both(rest, self._joined.mask(table.collection, groups, possible=True))

    def _rest(
        self,
        query: Query,
        table: FeatureTable,
        hits: WordHits | None,
        budget: Budget | None = None,
        hints: list[str] | None = None,
    ) -> Mask | None:
        """The rows that meet everything but the criteria; ``None`` for all of them."""
        mask: Mask | None = None
        for name, values in query.equals:
            mask = both(mask, equal(table, name, values, self.codelists))
        if hits is not None:
            mask = both(mask, hits.mask)
        if query.box is not None:
            mask = both(mask, inside(table, query.box))
        if query.interval is not None:
            mask = both(mask, during(table, query.interval))
        if query.filter is not None:
            codelists, crs = self.codelists.get, query.filter_crs or CRS84
            mask = both(mask, evaluate(query.filter, table, crs, codelists, budget, hints))
        return mask


def _number(mask: Mask | None, table: FeatureTable) -> int:
    """The number of rows in a mask; ``None`` stands for all."""
    return len(table) if mask is None else int(np.count_nonzero(mask))


def _offered(name: str, offered: Mapping[str, Criterion], table: FeatureTable) -> Criterion:
    try:
        return offered[name]
    except KeyError:
        reason = f"is not a filter of collection '{table.collection.id}'."
        raise InvalidValue(name, reason, nearest(name, offered) or offered) from None
