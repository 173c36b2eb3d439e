"""Distributions: each number is what a search finds, and what a plain recount of the tables gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import made_store
import pytest
import test_store_oracle as plain
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_filter import PlainFilter

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.dimensions import Dimension, dimensions_of
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.ogc.requests import parse_items
from cooperation_atlas.store.budget import Budget, OverBudget
from cooperation_atlas.store.distribution import Distribution
from cooperation_atlas.store.memory.memory_store import MemoryStore
from cooperation_atlas.store.query import Query
from cooperation_atlas.web.searching import ON_LOOP

data_with_gaps, store, oracle = plain.data_with_gaps, plain.store, plain.oracle
quick = settings(deadline=None, suppress_health_check=list(HealthCheck))
#: Filters that are drawn: those that every collection of programmes takes, and a few of place.
DRAWN = (
    "country",
    "topic",
    "scope",
    "kind",
    "fund",
    "period",
    "nuts3",
    "open",
    "strategy",
    "status",
    "exclude_country",
)


def distributed(store: MemoryStore, query: Query, *names: str) -> Distribution:
    known = dimensions_of(COLLECTIONS[query.collection])
    return store.distribution(query, [known[name] for name in names])


def parameters_with(filters: Sequence[plain.Filter], values: dict[Dimension, str]) -> list[tuple[str, str]]:
    """The filters as parameters, with values put in."""
    taken = {dimension.parameter for dimension in values}
    kept = [one for found in filters if found[0] not in taken for one in plain.written(found)]
    return kept + [(dimension.parameter, code.replace(",", "\\,")) for dimension, code in values.items()]


def found(store: MemoryStore, collection: str, parameters: list[tuple[str, str]]) -> int:
    query = parse_items(COLLECTIONS[collection], parameters).query
    return store.search(replace(query, limit=1)).matched


def drawn(data: st.DataObject, oracle: PlainFilter, collection: str) -> list[plain.Filter]:
    offered = [name for name in DRAWN if name in plain.filters_of(collection)]
    names = data.draw(st.lists(st.sampled_from([*offered, "property", "q"]), max_size=3, unique=True), label="filters")
    return plain.chosen(data, oracle, collection, names)


@pytest.mark.slow
@pytest.mark.parametrize("collection", COLLECTIONS)
@settings(quick, max_examples=30)
@given(data=st.data())
def test_a_number_is_what_the_search_with_these_values_finds(
    store: MemoryStore, oracle: PlainFilter, collection: str, data: st.DataObject
) -> None:
    known = dimensions_of(COLLECTIONS[collection])
    filters = drawn(data, oracle, collection)
    more = [("include", "unknown")] if data.draw(st.booleans(), label="unknown") else []
    names = data.draw(st.lists(st.sampled_from(list(known)), min_size=1, max_size=2, unique=True), label="by")
    dimensions = [known[name] for name in names]
    if len({one.parameter for one in dimensions}) < len(dimensions):
        return
    query = parse_items(COLLECTIONS[collection], parameters_with(filters, {}) + more).query
    try:
        told = store.distribution(query, dimensions)
    except InvalidValue as error:
        assert "has no area inside" in error.reason
        return
    assert told.matched == found(store, collection, parameters_with(filters, {}) + more)
    for dimension, breakdown in zip(dimensions, told.breakdowns, strict=True):
        assert breakdown.stated + breakdown.unknown + breakdown.none == told.matched
        assert 0 <= breakdown.partial <= breakdown.stated
        some = data.draw(st.lists(st.sampled_from(breakdown.values), max_size=15)) if breakdown.values else []
        for value in some:
            parameters = parameters_with(filters, {dimension: value.code})
            assert found(store, collection, parameters + more) == value.count, (names, parameters)
            if more:
                assert value.unknown == value.count - found(store, collection, parameters)
    if len(dimensions) > 1:
        check_cells(store, collection, filters, more, dimensions, told, data)


def check_cells(
    store: MemoryStore,
    collection: str,
    filters: list[plain.Filter],
    more: list[tuple[str, str]],
    dimensions: list[Dimension],
    told: Distribution,
    data: st.DataObject,
) -> None:
    """Cells that are there, and pairs of values that are not."""
    counts = {cell.codes: cell for cell in told.cells}
    assert len(counts) == len(told.cells)
    first, second = ([value.code for value in each.values] for each in told.breakdowns)
    if not first or not second:
        assert not counts
        return
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(first), st.sampled_from(second)), max_size=10))
    pairs += data.draw(st.lists(st.sampled_from(list(counts)), max_size=10)) if counts else []
    for pair in pairs:
        parameters = parameters_with(filters, dict(zip(dimensions, pair, strict=True)))
        cell = counts.get(pair)
        assert found(store, collection, parameters + more) == (cell.count if cell else 0), parameters
        if cell and more:
            assert cell.unknown == cell.count - found(store, collection, parameters)


@pytest.mark.parametrize("collection", COLLECTIONS)
@settings(quick, max_examples=8)
@given(data=st.data())
def test_a_plain_recount_gives_the_same(
    store: MemoryStore, oracle: PlainFilter, collection: str, data: st.DataObject
) -> None:
    """Record by record, in three values, for every criterion that is a dimension of few values."""
    known = dimensions_of(COLLECTIONS[collection])
    offered = [one for one in known.values() if one.criterion is not None and one.level is None]
    dimension = data.draw(st.sampled_from(offered), label="by")
    filters = [one for one in drawn(data, oracle, collection) if one[0] in plain.CRITERIA]
    query = parse_items(COLLECTIONS[collection], parameters_with(filters, {})).query
    told = store.distribution(query, [dimension])
    (breakdown,) = told.breakdowns
    matched = [id_ for id_, truth in oracle.meaning.of(collection, filters).items() if truth is True]
    others = [one for one in filters if one[0] != dimension.parameter]
    truths: dict[str, list[bool | None]] = {id_: [] for id_ in matched}
    for value in breakdown.values:
        of_value = oracle.meaning.of(collection, [*others, (dimension.parameter, [value.code])])
        for id_ in matched:
            truths[id_].append(of_value[id_])
        assert value.count == sum(of_value[id_] is True for id_ in matched)
        assert value.unknown == sum(of_value[id_] is None for id_ in matched)
    stated = [found for found in truths.values() if True in found]
    assert told.matched == len(matched)
    assert breakdown.stated == len(stated)
    assert breakdown.partial == sum(None in found for found in stated)
    assert breakdown.unknown == sum(True not in found and None in found for found in truths.values())


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_properties_are_counted_as_they_stand(store: MemoryStore, oracle: PlainFilter, collection: str) -> None:
    frame = oracle.frames[collection]
    for dimension in dimensions_of(COLLECTIONS[collection]).values():
        if dimension.field is None or dimension.name not in frame:
            continue
        (breakdown,) = distributed(store, Query(collection), dimension.name).breakdowns
        cells = [cell if isinstance(cell, list) else [] if cell is None else [cell] for cell in frame[dimension.name]]
        for value in breakdown.values:
            texts = [[str(one).lower() if isinstance(one, bool) else str(one) for one in cell] for cell in cells]
            assert value.count == sum(value.code in cell for cell in texts), (dimension.name, value)
        empty = sum(not cell for cell in cells)
        assert (breakdown.none if dimension.absent_is_none else breakdown.unknown) == empty, dimension.name


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_counts_are_those_of_facets(store: MemoryStore, collection: str) -> None:
    for include in (False, True):
        query = Query(collection, include_unknown=include)
        counts = store.facets(query)
        for facet in counts.facets:
            told = distributed(store, query, facet.criterion)
            assert (told.matched, told.unknown) == (counts.matched, counts.unknown)
            assert {value.code: value.count for value in told.breakdowns[0].values} == dict(facet.counts)
            if facet.unknown is not None:
                assert {value.code: value.unknown for value in told.breakdowns[0].values} == dict(facet.unknown)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_only_dimensions_of_several_values_count_a_feature_twice(store: MemoryStore, collection: str) -> None:
    for dimension in dimensions_of(COLLECTIONS[collection]).values():
        (breakdown,) = distributed(store, Query(collection), dimension.name).breakdowns
        total = sum(value.count for value in breakdown.values)
        assert total >= breakdown.stated
        assert dimension.several or total == breakdown.stated, dimension.name


def test_what_the_search_says_of_a_dimension_chooses_its_values(store: MemoryStore) -> None:
    def values(collection: str, by: str, **criteria: str) -> list[str]:
        query = Query(collection, criteria=tuple((name, tuple(text.split(","))) for name, text in criteria.items()))
        return [value.code for value in distributed(store, query, by).breakdowns[0].values]

    assert values("programmes", "country", country="ES,IT") == ["ES", "IT"]
    topics = values("programmes", "topic", topic="PO2")
    assert topics[0] == "PO2" and all(code.startswith(("PO2", "RSO2.")) for code in topics)
    # An entry that is open to every scope is among those that a search for one scope finds.
    assert values("programmes", "scope", scope="cross_border") == ["cross_border", "open"]
    assert set(values("programmes", "kind", kind="offer")) == {"offer", "both"}
    assert all(code.startswith("ITG1") for code in values("nuts3", "nuts3", nuts3="ITG1"))
    with pytest.raises(InvalidValue, match=r"dimensions: 'nuts1' has no area inside nuts3=ITG12.*lower level"):
        values("programmes", "nuts1", nuts3="ITG12")


def test_one_programme_must_have_both_values() -> None:
    """ITG12 has a programme with ESF+ and one that is transnational, but none that is both."""
    made = made_store.store()
    told = distributed(made, Query("nuts3"), "fund", "scope")
    assert {cell.codes: cell.count for cell in told.cells} == {
        ("ERDF", "transnational"): 2,
        ("ESF+", "cross_border"): 2,
    }
    fund, scope = ({value.code: value.count for value in each.values} for each in told.breakdowns)
    assert fund == {"ERDF": 2, "ESF+": 2} and scope == {"cross_border": 2, "transnational": 2}


def test_one_entry_must_have_both_values() -> None:
    """A programme with an offer for one scope and a need for another one has no offer for the other."""
    entries = [
        {"id": "a1", "cci": "A", "sample": False, "kind": "offer", "scopes": ["transnational"]},
        {"id": "a2", "cci": "A", "sample": False, "kind": "need", "scopes": ["cross_border"]},
    ]
    told = distributed(made_store.store(entries=entries), Query("programmes"), "kind", "scope")
    assert {cell.codes for cell in told.cells} == {("offer", "transnational"), ("need", "cross_border")}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_budget_pays(store: MemoryStore, collection: str) -> None:
    known = dimensions_of(COLLECTIONS[collection])
    with pytest.raises(OverBudget, match="dimensions: this is too much work"):
        store.distribution(Query(collection), [known["nuts3"], known["country"]], Budget(ON_LOOP / 100))
    budget = Budget()
    store.distribution(Query(collection), [known["country"]], budget)
    assert budget.spent > 0


def test_places_have_geometries_of_every_level(store: MemoryStore) -> None:
    codes = ["IT", "ITG", "ITG1", "ITG12", "UKN0", "XX"]
    places = store.places(codes)
    assert [place is not None for place in places] == [True, True, True, True, True, False]
    assert [place.nuts_version for place in places if place] == [None, "2021", "2021", "2021", "2021"]
    (older,) = store.places(["ITG1"], nuts_version="2016")
    assert older is not None and older.nuts_version == "2016"
