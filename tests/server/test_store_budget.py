"""The budget of a request: what is spent, and how a request is told that it asks for too much."""

from __future__ import annotations

import time

import pytest

from cooperation_atlas.model.errors import AtlasError, InvalidValue
from cooperation_atlas.store.budget import FEWER, Budget, OverBudget, at_once


def test_the_whole_limit_can_be_spent_and_no_more():
    budget = Budget(100)
    budget.spend(60, "a")
    budget.spend(40, "b")
    with pytest.raises(OverBudget) as caught:
        budget.spend(1, "LIKE at line 1, character 7")
    assert caught.value.what == "LIKE at line 1, character 7"
    assert not caught.value.late


def test_a_refused_cost_leaves_nothing_to_spend():
    budget = Budget(100)
    for cost in (1_000, 1):
        with pytest.raises(OverBudget):
            budget.spend(cost, "a")


def test_after_the_deadline_nothing_is_begun():
    budget = Budget(100, deadline=time.monotonic() - 1)
    with pytest.raises(OverBudget, match="time of one request was up at the list of IN") as caught:
        budget.spend(0, "the list of IN")
    assert caught.value.late


def test_before_the_deadline_only_the_limit_counts():
    budget = Budget(100, deadline=time.monotonic() + 3600)
    budget.spend(100, "a")


def test_work_of_unknown_cost_is_paid_by_its_time_but_its_most_must_be_there():
    budget = Budget(1e12)
    assert budget.pay(1e9, "S_TOUCHES", lambda: sum(range(10_000))) == sum(range(10_000))
    assert 0 < budget.spent < 1e9
    done: list[int] = []
    with pytest.raises(OverBudget, match="S_TOUCHES"):
        budget.pay(2e12, "S_TOUCHES", lambda: done.append(1))
    assert not done


def test_the_message_names_the_place_the_part_and_what_to_do():
    error = OverBudget("A_OVERLAPS of 19,900 values", "filter")
    assert isinstance(error, InvalidValue) and isinstance(error, AtlasError)
    assert str(error).startswith("filter: this is too much work for one request: A_OVERLAPS of 19,900 values. Ask")
    assert error.place == "filter"


@pytest.mark.parametrize("late", [False, True])
def test_whoever_spends_says_what_to_ask_for_instead(late: bool):
    budget = Budget(10, deadline=time.monotonic() - 1 if late else None)
    for ask in (
        lambda: budget.spend(0 if late else 20, "writing 20 features", "limit", FEWER),
        lambda: budget.pay(0 if late else 20, "writing 20 features", int, "limit", FEWER),
    ):
        with pytest.raises(OverBudget, match=f"^limit: .*writing 20 features. {FEWER}$") as caught:
            ask()
        assert caught.value.late is late


def test_numpy_is_cheaper_by_the_value_than_by_the_call():
    assert at_once(0) == at_once(0, 1) > 0
    assert at_once(1_000_000) < 1_000_000 / 10
    assert at_once(10, 3) == 3 * at_once(10)
