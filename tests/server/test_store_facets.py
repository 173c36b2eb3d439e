"""Counts by criterion: each says what a search with that value, and without the other values of its own, would find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import made_store
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.criteria import countable_criteria
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store import text
from cooperation_atlas.store.budget import LARGE, Budget, OverBudget
from cooperation_atlas.store.memory import indexes
from cooperation_atlas.store.memory.load import load_edition
from cooperation_atlas.store.memory.memory_store import MemoryStore
from cooperation_atlas.store.query import Box, Query
from cooperation_atlas.web.searching import ON_LOOP

BOX = Box((5, 40, 20, 52))


@pytest.fixture(scope="module")
def real(real_edition: EditionFolder) -> MemoryStore:
    return load_edition(real_edition.folder)


def counted_one_by_one(store: MemoryStore, query: Query, name: str, value: str) -> int:
    others = tuple(item for item in query.criteria if item[0] != name)
    return store.search(replace(query, criteria=(*others, (name, (value,))), limit=1)).matched


@pytest.mark.slow
@pytest.mark.parametrize("collection", COLLECTIONS)
@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_count_is_what_a_search_finds(real: MemoryStore, collection: str, data: st.DataObject) -> None:
    countable = countable_criteria(COLLECTIONS[collection])
    chosen: list[tuple[str, tuple[str, ...]]] = []
    for name in data.draw(st.lists(st.sampled_from(list(countable)), max_size=3, unique=True)):
        codes = list(real.codelists[countable[name].codelist or ""].codes) if countable[name].codelist else ["true"]
        chosen.append((name, tuple(data.draw(st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True)))))
    if COLLECTIONS[collection].is_of_programmes and data.draw(st.booleans()):
        chosen.append(("open", ("2026-11-25",)))
    if data.draw(st.booleans()):
        chosen.append(("exclude_country", ("IT", "FR")))
    if data.draw(st.booleans()):
        chosen.append(("nuts3", (data.draw(st.sampled_from(["IT", "ITG1", "PL7", "FRK26", "UKN0"])),)))
    query = Query(
        collection,
        criteria=tuple(chosen),
        words=data.draw(st.sampled_from([None, "re", "pro"])),
        box=data.draw(st.sampled_from([None, BOX])),
        include_unknown=data.draw(st.booleans()),
    )
    matched, facets, _ = real.facets(query)
    assert matched == real.search(query).matched
    assert [f.criterion for f in facets] == list(countable)
    for facet in facets:
        codelist = countable[facet.criterion].codelist
        assert list(facet.counts) == (list(real.codelists[codelist].codes) if codelist else ["false", "true"])
        for value, count in facet.counts.items():
            assert count == counted_one_by_one(real, query, facet.criterion, value), (facet.criterion, value)


def counts(store: MemoryStore, collection: str, facet: str, **criteria: str) -> dict[str, int]:
    query = Query(collection, criteria=tuple((name, (value,)) for name, value in criteria.items()))
    (found,) = store.facets(query, (facet,))[1]
    return found.counts


def test_areas_are_counted_through_one_programme() -> None:
    """ITG12 has a programme with ESF+ and one that is transnational, but none that is both."""
    store = made_store.store()
    assert counts(store, "nuts3", "scope") == {"cross_border": 2, "transnational": 2}
    assert counts(store, "nuts3", "scope", fund="ESF+") == {"cross_border": 2, "transnational": 0}
    assert counts(store, "nuts3", "country", fund="ESF+") == {"IT": 1, "UK": 1}


def test_own_values_do_not_narrow_a_count() -> None:
    store = made_store.store()
    assert counts(store, "programmes", "kind", kind="need") == counts(store, "programmes", "kind")
    assert counts(store, "programmes", "topic", topic="RSO1.1") == {"PO1": 2, "RSO1.1": 1, "RSO1.2": 1}


@pytest.mark.parametrize(("name", "nearest"), [("contry", "country"), ("title", ""), ("sample", "")])
def test_what_cannot_be_counted_is_refused(name: str, nearest: str) -> None:
    with pytest.raises(InvalidValue, match=rf"facets: '{name}' cannot be counted on 'programmes'.*{nearest}"):
        made_store.store().facets(Query("programmes"), (name,))


def test_counts_of_an_edition_without_a_match_are_all_there_and_zero(real: MemoryStore) -> None:
    query: Any = Query("programmes", words="zzzz")
    matched, facets, _ = real.facets(query)
    assert matched == 0
    assert [facet.criterion for facet in facets] == list(countable_criteria(COLLECTIONS["programmes"]))
    assert all(count == 0 for facet in facets for count in facet.counts.values())


@pytest.mark.parametrize("collection", [id_ for id_, c in COLLECTIONS.items() if c.is_of_programmes])
def test_what_facets_have_in_common_is_worked_out_once(
    real: MemoryStore, collection: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pattern is compared with every title: not again for each of twenty criteria."""
    compared: list[str] = []

    def wildcard(pattern: str) -> Callable[[str], bool]:
        compared.append(pattern)
        return text.wildcard(pattern)

    monkeypatch.setattr(indexes, "wildcard", wildcard)
    patterns = ("*water*", "*sicil*", f"*{collection}*")
    matched, facets, _ = real.facets(Query(collection, criteria=(("title", patterns),)))
    assert len(facets) > 10
    assert sorted(compared) == sorted(patterns)
    other, _, _ = real.facets(Query(collection, criteria=(("title", ("*",)),)))
    assert other > matched, "another search is not answered by the last one"


@pytest.mark.parametrize("collection", [id_ for id_, c in COLLECTIONS.items() if c.is_of_programmes])
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("title", tuple(f"*a{number}*" for number in range(100))),
        ("open", tuple(f"{year}-01-{day:02d}" for year in range(2000, 2050) for day in range(1, 29))),
    ],
)
def test_the_budget_pays_for_many_values(
    real: MemoryStore, collection: str, name: str, values: tuple[str, ...]
) -> None:
    """Each looks at all titles or entries, which would hold up the event loop."""
    query = Query(collection, criteria=((name, values),), limit=1)
    for ask in (real.search, real.facets):
        with pytest.raises(OverBudget, match=f"{name}: .* {len(values)} values"):
            ask(query, budget=Budget(ON_LOOP))
        ask(query, budget=Budget(LARGE))
        ask(replace(query, criteria=((name, values[:10]),)), budget=Budget(ON_LOOP))
