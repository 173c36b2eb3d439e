"""CQL2 against geopandas, pandas and shapely on random tables and random expressions.

The oracle never sees CQL2: each atom carries its text, its JSON and a function that answers it on a GeoDataFrame.
pandas' nullable booleans have the three-valued logic of the standard.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
from cql2_atoms import COUNTRIES, INSTANTS, KINDS, TOPICS, WORDS, Atom, days, expressions, negated, rows
from cql2_sample import COLLECTION
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cooperation_atlas.store.cql2 import parse_json, parse_text
from cooperation_atlas.store.memory.cql2.evaluate import evaluate
from cooperation_atlas.store.memory.table import FeatureTable


def build(records: list[dict[str, Any]]) -> tuple[FeatureTable, geopandas.GeoDataFrame]:
    columns: dict[str, list[Any]] = {f.name: [None] * len(records) for f in COLLECTION.fields}
    columns["id"] = [f"R{i:03}" for i in range(len(records))]
    for name in set(records[0]) - {"geometry"}:
        columns[name] = [record[name] for record in records]
    geometries = np.array([record["geometry"] for record in records] + [None], dtype=object)[:-1]
    data = {name: pd.Series(values, dtype=object) for name, values in columns.items()}
    return FeatureTable(COLLECTION, columns, geometries), geopandas.GeoDataFrame(
        data, geometry=geometries, crs="OGC:CRS84"
    )


tables = st.lists(rows, min_size=1, max_size=12)
unhurried = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}


def check(records: list[dict[str, Any]], expression: Atom) -> None:
    table, frame = build(records)
    expected = expression.answer(frame).fillna(False).to_numpy(dtype=bool)
    from_text = evaluate(parse_text(expression.text), table)
    from_json = evaluate(parse_json(expression.json), table)
    assert from_text.tolist() == expected.tolist(), expression.text
    assert from_json.tolist() == expected.tolist(), expression.json


def many_rows(count: int) -> list[dict[str, Any]]:
    """Rows enough for every predicate to be true, false and unknown somewhere."""
    rng = random.Random(21_065)

    def day() -> str:
        return (date(2024, 1, 1) + timedelta(days=rng.randint(0, 40))).isoformat()

    def geometry() -> shapely.Geometry:
        x, y, width, height = rng.randint(0, 5), rng.randint(0, 5), rng.randint(1, 3), rng.randint(1, 3)
        return rng.choice(
            [
                shapely.Point(x, y),
                shapely.LineString([(x, y), (x + width, y + 1)]),
                shapely.box(x, y, x + width, y + height),
            ]
        )

    makers: dict[str, Callable[[], Any]] = {
        "title": lambda: rng.choice(WORDS) + rng.choice(["", "abab", "rsr", "s%", "\n"]),
        "country": lambda: rng.choice(COUNTRIES),
        "n_programmes": lambda: rng.randint(-5, 5),
        "amount": lambda: rng.choice([0.0, 0.5, -1.25, 3.0, 1e9]),
        "share": lambda: rng.choice([0.0, 1.0, 2.0, 3.0, -2.0]),
        "sample": lambda: rng.random() < 0.5,
        "topics": lambda: rng.sample(TOPICS, rng.randint(0, 3)),
        "wanted": lambda: rng.sample(TOPICS, rng.randint(0, 3)),
        "open_from": day,
        "open_to": day,
        "updated": lambda: rng.choice(INSTANTS).format(day(), rng.randint(0, 2)),
        "geometry": geometry,
    }
    return [{name: make() if rng.random() < 0.9 else None for name, make in makers.items()} for _ in range(count)]


MANY = many_rows(300)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@settings(max_examples=150, **unhurried)
def test_each_predicate_answers_as_pandas_and_shapely_do(kind, data):
    atom = data.draw(KINDS[kind])
    check(MANY, data.draw(st.sampled_from([atom, negated(atom)])))


@pytest.mark.slow
@given(tables, expressions)
@settings(max_examples=500, **unhurried)
def test_expressions_answer_as_pandas_and_shapely_do(records, expression):
    check(records, expression)


#: Allen's relation of two proper intervals, by the order of their ends.
ALLEN = {
    "before": {"t_before", "t_disjoint"},
    "after": {"t_after", "t_disjoint"},
    "meets": {"t_meets", "t_intersects"},
    "metby": {"t_metby", "t_intersects"},
    "overlaps": {"t_overlaps", "t_intersects"},
    "overlappedby": {"t_overlappedby", "t_intersects"},
    "starts": {"t_starts", "t_intersects"},
    "startedby": {"t_startedby", "t_intersects"},
    "during": {"t_during", "t_intersects"},
    "contains": {"t_contains", "t_intersects"},
    "finishes": {"t_finishes", "t_intersects"},
    "finishedby": {"t_finishedby", "t_intersects"},
    "equals": {"t_equals", "t_intersects"},
}


def allen(a: str, b: str, c: str, d: str) -> str:
    """The relation of the interval from a to b with the one from c to d."""
    if b < c or a > d:
        return "before" if b < c else "after"
    if b == c or a == d:
        return "meets" if b == c else "metby"
    starts, ends = (a > c) - (a < c), (b > d) - (b < d)
    return {
        (0, 0): "equals", (0, -1): "starts", (0, 1): "startedby", (1, 0): "finishes", (-1, 0): "finishedby",
        (1, -1): "during", (-1, 1): "contains", (-1, -1): "overlaps", (1, 1): "overlappedby",
    }[starts, ends]  # fmt: skip


ends = st.lists(days, min_size=2, max_size=2, unique=True).map(sorted)


@pytest.mark.slow
@given(st.lists(st.none() | ends, min_size=1, max_size=8), ends, st.booleans())
@settings(max_examples=150, deadline=None)
def test_temporal_functions_are_the_relations_of_allen(intervals, literal, stamped):
    blank = dict.fromkeys(("title", "country", "n_programmes", "geometry"))
    records = [{**blank, "open_from": i[0] if i else None, "open_to": i[1] if i else None} for i in intervals]
    table, _ = build(records)
    start, end = literal
    # As timestamps: a day that ends an interval counts to its last microsecond.
    written = f"'{start}T00:00:00Z','{end}T23:59:59.999999Z'" if stamped else f"'{start}','{end}'"
    later = "~" if stamped else ""  # sorts after the bare day: the end of a day is not its start
    held: dict[str, set[int]] = {}
    for op in {op for ops in ALLEN.values() for op in ops}:
        mask = evaluate(parse_text(f"{op.upper()}(INTERVAL(open_from,open_to), INTERVAL({written}))"), table)
        held[op] = set(np.flatnonzero(mask).tolist())
    for row, interval in enumerate(intervals):
        expected = set()
        if interval:
            expected = ALLEN[allen(interval[0], interval[1] + later, start, end + later)]
        assert {op for op, found in held.items() if row in found} == expected
