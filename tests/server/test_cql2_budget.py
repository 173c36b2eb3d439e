"""What a filter costs: paid before it is done, by what is there, and never by the product of both sides' lengths."""

from __future__ import annotations

import random
import time
import tracemalloc
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
import shapely
from cql2_sample import COLLECTION

from cooperation_atlas.store.budget import LARGE, Budget, OverBudget
from cooperation_atlas.store.cql2 import parse_json, parse_text
from cooperation_atlas.store.memory.cql2.evaluate import evaluate
from cooperation_atlas.store.memory.table import FeatureTable
from cooperation_atlas.web.searching import ON_LOOP

ROWS = 2_000
WORDS = [f"word{n}" for n in range(9_900)]


def star(number: int) -> shapely.Polygon:
    """A polygon whose border goes in and out, so that others cross it often."""
    angles = np.linspace(0, 2 * np.pi, number, endpoint=False)
    radius = np.where(np.arange(number) % 2, 3.0, 8.0)
    return shapely.Polygon(np.column_stack([10 + radius * np.cos(angles), 50 + radius * np.sin(angles)]))


def large_table() -> FeatureTable:
    rng = random.Random(21_065)
    columns: dict[str, list[Any]] = {f.name: [None] * ROWS for f in COLLECTION.fields}
    columns |= {
        "id": [f"R{n:04}" for n in range(ROWS)],
        "title": [" ".join(rng.choice(WORDS) for _ in range(10)) for _ in range(ROWS)],
        "country": [rng.choice(["IT", "FR"]) for _ in range(ROWS)],
        "n_programmes": [rng.randint(0, 9) for _ in range(ROWS)],
        "topics": [rng.sample(["RSO1.1", "RSO1.2", "RSO2.1"], 2) for _ in range(ROWS)],
    }
    geometries = np.empty(ROWS, dtype=object)
    geometries[:] = [star(600)] * ROWS
    return FeatureTable(COLLECTION, columns, geometries)


TABLE = large_table()


def op(name: str, *args: Any) -> Any:
    return {"op": name, "args": list(args)}


def p(name: str) -> Any:
    return {"property": name}


def steps(document: Any, table: FeatureTable = TABLE) -> float:
    """What a filter costs where anything may be spent."""
    budget = Budget(1e15)
    evaluate(parse_json(document), table, budget=budget)
    return budget.spent


ZIGZAG = {"type": "LineString", "coordinates": [[[0, 20][n % 2], 40 + n / 400] for n in range(9_000)]}

COSTLY = {
    "LIKE at the root": op("like", "a" * 400_000, "%" + "a_" * 100_000 + "b%"),
    "S_TOUCHES at the root": op("s_touches", p("geometry"), ZIGZAG),
    "A_OVERLAPS at the root": op("a_overlaps", [op("+", p("n_programmes"), n) for n in range(900)], ["x"]),
    "IN at /args/1": op("and", True, op("in", p("title"), [p("country")] * 15_000)),
}


@pytest.mark.parametrize(("part", "document"), COSTLY.items(), ids=list(COSTLY))
def test_what_costs_too_much_is_refused_by_name(part: str, document: Any):
    with pytest.raises(OverBudget) as caught:
        evaluate(parse_json(document), TABLE)
    assert caught.value.what == part
    assert part in str(caught.value) and "Ask for less" in str(caught.value)


def test_a_part_of_text_is_named_by_its_place():
    with pytest.raises(OverBudget, match=r"LIKE at line 2, character 7\."):
        evaluate(parse_text("country = 'IT' AND\ntitle LIKE '%word%'"), TABLE, budget=Budget(2_000))
    with pytest.raises(OverBudget, match=r"LIKE at character 28\."):
        evaluate(parse_text("country LIKE 'I%' OR title LIKE '%word%'"), TABLE, budget=Budget(20_000))


def test_nothing_is_begun_after_the_deadline():
    with pytest.raises(OverBudget) as caught:
        evaluate(parse_text("country = 'IT'"), TABLE, budget=Budget(LARGE, time.monotonic() - 1))
    assert caught.value.late


ALLOWED = {
    "A_OVERLAPS of 19,800 literals": op("a_overlaps", [*WORDS, p("title")], [*WORDS[:-10], "x", p("country")]),
    "A_EQUALS of 19,800 literals": op("a_equals", [*WORDS, p("title")], [*WORDS, p("country")]),
    "A_CONTAINS of 9,900 literals": op("a_contains", p("topics"), WORDS),
    "IN of 9,900 literals": op("in", op("casei", p("title")), WORDS),
    "LIKE of 960 KB": op("like", p("title"), "%a" * 480_000),
    "LIKE of 960 KB under ACCENTI": op("like", op("accenti", p("title")), "%a" * 480_000),
    "LIKE of 960 KB in a text as long": op("like", "a" * 480_000, "%a" * 240_000),
    "900 LIKE": op("or", *[op("like", p("title"), f"%word{n}% %d") for n in range(300)]),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_long_lists_and_patterns_cost_what_they_are_long(name: str):
    """Each of these took seconds and gigabytes once; by the large budget they are allowed, and take little memory."""
    expression = parse_json(ALLOWED[name])
    evaluate(expression, TABLE)  # what is made once for the table is not of this request
    budget = Budget()
    tracemalloc.start()
    evaluate(expression, TABLE, budget=budget)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert budget.spent < LARGE
    # A pattern of a million signs is kept as that many parts.
    assert peak < (200 if name.endswith("as long") else 25) * 1_000_000


@pytest.mark.parametrize(
    "make",
    [
        lambda n: op("a_overlaps", [*WORDS[:n], p("title")], [*WORDS[:n], p("country")]),
        lambda n: op("in", p("title"), WORDS[:n]),
        lambda n: op("a_contains", [p("title"), *WORDS[:n]], [p("country")]),
        lambda n: op("like", "a" * n, "%a" * (n // 2) + "%"),
        lambda n: op("like", "ab" * n, "%" + "_b%" * n),
        lambda n: op("like", p("title"), "%" + "w%" * (n // 200)),
    ],
    ids=["A_OVERLAPS", "IN", "A_CONTAINS", "LIKE", "LIKE with _", "LIKE of a property"],
)
def test_ten_times_the_length_is_at_most_ten_times_the_work(make: Any):
    assert steps(make(9_000)) <= 11 * steps(make(900))


ORDINARY = [
    "country = 'IT' AND n_programmes > 5",
    "(CASEI(title) LIKE CASEI('%word77%'))",
    "title LIKE '%word1_ word%' OR title LIKE '%word2%'",
    "country IN ('IT', 'FR', 'EL') AND NOT (n_programmes BETWEEN 1 AND 3)",
    "A_OVERLAPS(topics, ('RSO1.1', 'RSO2.1')) AND A_CONTAINS((country, 'FR'), (country))",
    "T_INTERSECTS(INTERVAL(open_from, open_to), INTERVAL('2024-01-01', '..'))",
    "S_INTERSECTS(geometry, POINT(10 50))",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_filters_run_on_the_event_loop(text: str):
    """The time of spatial predicates is measured and paid, so a moment in which the machine is busy counts, too."""
    for _ in range(9):
        with suppress(OverBudget):
            evaluate(parse_text(text), TABLE, budget=Budget(ON_LOOP))
            return
    evaluate(parse_text(text), TABLE, budget=Budget(ON_LOOP))


def test_the_budget_is_the_same_for_both_encodings():
    text, json = Budget(), Budget()
    evaluate(parse_text("country = 'IT' AND title LIKE '%word7%'"), TABLE, budget=text)
    document = op("and", op("=", p("country"), "IT"), op("like", p("title"), "%word7%"))
    evaluate(parse_json(document), TABLE, budget=json)
    assert text.spent == json.spent
