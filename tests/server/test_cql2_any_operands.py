"""Well-formed expressions with any operand in any place: rows, or an error that a client can mend, and nothing else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from cql2_sample import CODES, COLLECTION, ROWS, TABLE
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.budget import Budget
from cooperation_atlas.store.cql2 import parse_json
from cooperation_atlas.store.cql2.operators import OPERATORS
from cooperation_atlas.store.memory.cql2.evaluate import evaluate
from cooperation_atlas.store.memory.table import FeatureTable

EMPTY = FeatureTable(COLLECTION, {f.name: [] for f in COLLECTION.fields}, np.empty(0, dtype=object))

properties = st.sampled_from([*(f.name for f in COLLECTION.stored), "geometry"]).map(lambda name: {"property": name})
literals = st.sampled_from(
    [
        True, False, 0, 1, -1.5, 2**53, 1e308, "", "IT", "RSO1.1", "%_", "\\", "é", "2024-01-01", "..",
        "2024-01-01T00:00:00Z", {"date": "2024-01-01"}, {"timestamp": "2024-01-01T12:00:00Z"}, {"date": "2024-02-30"},
        {"bbox": [0, 0, 1, 1]}, {"bbox": [179, 0, -179, 1]}, {"type": "Point", "coordinates": [0.5, 0.5]},
        {"type": "LineString", "coordinates": [[0, 0], [0, 0]]},
        {"type": "MultiPoint", "coordinates": [[0, 0], [5, 5]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 0]]]},
        {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 1]}]},
        {"type": "GeometryCollection", "geometries": []},
    ]
)  # fmt: skip


def call(op: str, inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    least, most = OPERATORS[op]
    args = st.lists(inner, min_size=least, max_size=most or 3)
    return st.builds(lambda args: {"op": op, "args": args}, args)


def calls(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.sampled_from(sorted(OPERATORS)).flatmap(lambda op: call(op, inner)),
        st.lists(inner, max_size=3),
        st.builds(lambda ends: {"interval": ends}, st.lists(inner, min_size=2, max_size=2)),
        st.builds(lambda value, items: {"op": "in", "args": [value, items]}, inner, st.lists(inner, max_size=3)),
        st.builds(
            lambda op, sides: {"op": op, "args": sides},
            st.sampled_from(["a_equals", "a_contains", "a_containedBy", "a_overlaps", "=", "<>"]),
            st.lists(st.lists(inner, max_size=3) | properties, min_size=2, max_size=2),
        ),
    )


expressions = st.recursive(properties | literals, calls, max_leaves=8)


@pytest.mark.slow
@given(expressions, st.integers(0, 30_000))
@settings(max_examples=1_500, deadline=None)
def test_any_operands_give_rows_or_an_error(document: Any, steps: int):
    for table in (TABLE, EMPTY):
        for budget in (None, Budget(steps)):
            hints: list[str] = []
            try:
                mask = evaluate(parse_json(document), table, codes=CODES.get, budget=budget, hints=hints)
            except InvalidValue as error:
                assert error.place == "filter"
                assert str(error).isprintable() and len(str(error)) < 2_000
            else:
                assert mask.shape == (len(table),) and mask.dtype == bool
            assert all(hint.isascii() and hint.isprintable() for hint in hints)


@pytest.mark.slow
@given(expressions)
@settings(max_examples=800, deadline=None)
def test_a_truth_and_its_negation_have_no_row_in_common(document: Any):
    """Also for expressions that mix literals, for which one value stands for all rows."""
    documents = {
        "true": document,
        "false": {"op": "not", "args": [document]},
        "unknown": {"op": "isNull", "args": [document]},
    }
    try:
        masks = {name: evaluate(parse_json(part), TABLE) for name, part in documents.items()}
    except InvalidValue:
        return
    assert (masks["true"].astype(int) + masks["false"] + masks["unknown"]).tolist() == [1] * ROWS
