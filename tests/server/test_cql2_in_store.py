"""The filter as part of a search: run once, paid by the budget of the request, its notes kept on the page."""

from __future__ import annotations

from typing import Any

import pytest

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.budget import Budget, OverBudget
from cooperation_atlas.store.cql2 import parse_text
from cooperation_atlas.store.memory import memory_store
from cooperation_atlas.store.memory.load import load_edition
from cooperation_atlas.store.memory.memory_store import MemoryStore
from cooperation_atlas.store.query import Query


@pytest.fixture(scope="module")
def store(small_edition: EditionFolder) -> MemoryStore:
    return load_edition(small_edition.folder)


def filtered(text: str, **more: Any) -> Query:
    return Query("programmes", filter=parse_text(text), **more)


def test_all_facets_and_searches_run_the_filter_once(store: MemoryStore, monkeypatch: pytest.MonkeyPatch):
    runs: list[int] = []
    evaluate = memory_store.evaluate

    def counted(*given: Any) -> Any:
        runs.append(1)
        return evaluate(*given)

    monkeypatch.setattr(memory_store, "evaluate", counted)
    store.facets(filtered("title LIKE '%a%'", criteria=(("country", ("IT",)),)))
    assert len(runs) == 1
    store.search(filtered("title LIKE '%a%'", criteria=(("topic", ("RSO1.1",)),), include_unknown=True))
    assert len(runs) == 2


def test_the_budget_of_the_request_pays_for_the_filter(store: MemoryStore):
    for work in (store.search, lambda query, budget: store.facets(query, None, budget)):
        budget = Budget()
        work(filtered("title LIKE '%a%'"), budget)
        assert budget.spent > 0
        with pytest.raises(OverBudget, match="LIKE at character 7"):
            work(filtered("title LIKE '%a%'"), Budget(budget.spent / 4))


def test_hints_on_the_filter_are_on_the_page(store: MemoryStore):
    assert store.search(filtered("country = 'IT'")).hints == ()
    hints = store.search(filtered("country = 'XX' OR country = 'YY'")).hints
    assert [hint.split(" (")[0] for hint in hints] == ["'XX' is no value of country", "'YY' is no value of country"]


def test_a_property_that_is_worked_out_for_each_answer_cannot_be_filtered_by(store: MemoryStore):
    answered = [field.name for field in store.table("nuts3").collection.computed]
    assert "n_matching" in answered
    for name in answered:
        with pytest.raises(InvalidValue, match="worked out for each answer"):
            store.search(Query("nuts3", filter=parse_text(f"{name} IS NULL")))
