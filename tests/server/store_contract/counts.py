"""Counts, extents, code lists, and the edition as a whole."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.criteria import Match, countable_criteria
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.crs import CRS84
from cooperation_atlas.store.query import Box, Part, Query

from .pages import every_collection, of_programmes
from .reading import column, ids, stored, whole

#: Other parts of a query under which values are counted.
OTHERS: list[dict[str, Any]] = [
    {},
    {"criteria": (("country", ("IT",)), ("topic", ("PO1",)))},
    {"criteria": (("kind", ("offer",)),), "include_unknown": True},
    {"words": "sicil"},
    {"box": Box((10, 36, 14, 41))},
]


class CountContract:
    """Everything that is counted or summed up."""

    @of_programmes
    @pytest.mark.parametrize("parts", OTHERS, ids=lambda parts: "-".join(parts) or "everything")
    def test_a_count_is_what_a_search_with_that_value_matches(
        self, store: Store, collection: str, parts: dict[str, Any]
    ) -> None:
        matched, facets, _ = store.facets(Query(collection, **parts))
        assert matched == store.search(Query(collection, **parts)).matched
        countable = countable_criteria(COLLECTIONS[collection])
        assert [facet.criterion for facet in facets] == list(countable)
        for facet in facets:
            others = tuple(item for item in parts.get("criteria", ()) if item[0] != facet.criterion)
            for value, count in list(facet.counts.items())[::5]:
                query = Query(collection, **parts | {"criteria": (*others, (facet.criterion, (value,)))})
                assert store.search(query).matched == count, (facet.criterion, value)

    @of_programmes
    @pytest.mark.parametrize("parts", OTHERS, ids=lambda parts: "-".join(parts) or "everything")
    def test_what_is_not_known_is_counted_apart(self, store: Store, collection: str, parts: dict[str, Any]) -> None:
        """Of each count, as many are unknown as a search that includes them finds more than one that does not."""
        sure, every = (Query(collection, **{**parts, "include_unknown": include}) for include in (False, True))
        met, counts = store.facets(sure), store.facets(every)
        assert met.unknown is None and {facet.unknown for facet in met.facets} == {None}
        assert counts.unknown == counts.matched - met.matched
        assert store.search(sure).unknown == store.search(every).unknown == counts.unknown
        for facet, other in zip(counts.facets, met.facets, strict=True):
            assert facet.unknown is not None
            assert {v: count - facet.unknown[v] for v, count in facet.counts.items()} == dict(other.counts)

    @every_collection
    def test_every_value_of_a_list_is_counted_in_its_order(self, store: Store, collection: str) -> None:
        countable = countable_criteria(COLLECTIONS[collection])
        _, facets, _ = store.facets(Query(collection, words="zzzz"), list(countable)[::-1])
        assert [facet.criterion for facet in facets] == list(countable)[::-1]
        for facet in facets:
            criterion = countable[facet.criterion]
            codes = (
                ["false", "true"]
                if criterion.match is Match.BOOLEAN
                else [*store.codelists[criterion.codelist or ""].codes]
            )
            assert list(facet.counts) == codes
            assert set(facet.counts.values()) == {0}

    @pytest.mark.parametrize("name", ["contry", "title", "sample"])
    def test_what_has_no_list_of_values_is_not_counted(self, store: Store, name: str) -> None:
        with pytest.raises(InvalidValue, match=f"'{name}' cannot be counted on 'programmes'") as caught:
            store.facets(Query("programmes"), (name,))
        assert caught.value.place == Part.FACETS

    def test_collections_are_counted_in_the_order_of_the_model(self, store: Store) -> None:
        assert list(store.counts) == list(COLLECTIONS)
        assert store.counts == {id_: store.search(Query(id_, limit=1)).matched for id_ in COLLECTIONS}

    @every_collection
    def test_the_extent_is_that_of_all_features(self, store: Store, collection: str) -> None:
        assert store.spatial_extent(collection) == pytest.approx(whole(store, collection).bounds(CRS84), abs=1e-6)

    @every_collection
    def test_the_extent_in_time_goes_from_the_first_day_to_the_last(self, store: Store, collection: str) -> None:
        names = COLLECTIONS[collection].time_fields
        if names is None:
            assert store.temporal_extent(collection) is None
            return
        begins, ends = (list(column(store, collection, name).values()) for name in names)
        known = [days for days in zip(begins, ends, strict=True) if any(days)]
        first = min(begin for begin, _ in known) if all(begin for begin, _ in known) else None
        last = max(end for _, end in known) if all(end for _, end in known) else None
        assert store.temporal_extent(collection) == (first, last)

    @every_collection
    def test_representatives_have_a_value_of_every_property(self, store: Store, collection: str) -> None:
        representatives = store.representatives(collection)
        assert len(set(representatives)) == len(representatives) < 20
        for name in stored(collection):
            values = column(store, collection, name)
            known = any(value is not None for value in values.values())
            assert known == any(values[id_] is not None for id_ in representatives), name

    def test_the_edition_says_what_it_is(self, store: Store) -> None:
        assert {"id", "created", "samples", "counts"} <= store.edition.keys()
        assert datetime.fromisoformat(store.edition["created"]).tzinfo is not None

    @every_collection
    def test_codes_are_those_of_the_lists(self, store: Store, collection: str) -> None:
        for field in COLLECTIONS[collection].stored:
            if field.codelist:
                codes = set(store.codelists[field.codelist].codes)
                for value in column(store, collection, field.name).values():
                    assert codes.issuperset(value if isinstance(value, list) else [value] if value else []), field.name

    def test_objectives_are_mapped_to_topics(self, store: Store) -> None:
        topics, objectives = store.codelists["topics"].codes, store.codelists["objectives"].codes
        assert store.objective_topics
        for objective, mapped in store.objective_topics.items():
            assert objective in objectives and topics.keys() >= mapped.keys()
        assert store.without_samples.objective_topics == store.objective_topics

    def test_without_samples_there_are_none(self, store: Store) -> None:
        assert store.edition["samples"]
        without = store.without_samples
        assert without is store.without_samples is without.without_samples
        assert dict(without.edition) == {**store.edition, "samples": False}
        samples = {id_ for id_, sample in column(store, "cooperation", "sample").items() if sample}
        assert samples
        assert ids(without, "cooperation") == [id_ for id_ in ids(store, "cooperation") if id_ not in samples]
        for id_ in COLLECTIONS:
            if id_ != "cooperation":
                assert ids(without, id_) == ids(store, id_)
                assert "sample_topics" not in stored(id_) or not any(column(without, id_, "sample_topics").values())
