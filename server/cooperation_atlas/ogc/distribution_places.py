"""The areas of a distribution: a place with its numbers, for a choropleth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..model.collections import Collection
from ..model.dimensions import Dimension
from ..model.distribution import COUNT, places_of
from ..model.fields import Field
from ..store.budget import Budget
from ..store.contract import Store
from .distribution import Told
from .parameter_names import parameters_named
from .row_page import RowPage

#: What a code of a value becomes in the name of a property.
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")


def places(
    store: Store, told: Told, budget: Budget | None = None, notes: Sequence[str] = ()
) -> tuple[Collection, RowPage]:
    """One feature for each area. With a second dimension it has a count for each of its values.

    :raises ValueError: where no dimension has areas
    :raises OverBudget: where the areas cost more than ``budget``
    """
    request = told.request
    if request.place is None:
        raise ValueError("None of the dimensions has areas.")
    other = [one for one in request.dimensions if one is not request.place]
    if other:
        fields, rows = _by_place(told, request.place, other[0])
    else:
        fields, rows = list(told.table.fields[2:]), {row[request.place.name]: row for row in told.rows}
    codes = list(rows)
    with parameters_named():
        found = store.places(codes, request.crs, request.nuts_version, budget)
    table = places_of(request.place, fields)
    records = [
        {
            request.place.name: code,
            f"{request.place.name}_text": told.label(request.place, code),
            "nuts_version": place.nuts_version if place else None,
            **rows[code],
        }
        for code, place in zip(codes, found, strict=True)
    ]
    shapes = [place.geometry if place else b"null" for place in found]
    return table, RowPage(table, codes, records, shapes, notes)


def _by_place(told: Told, place: Dimension, other: Dimension) -> tuple[list[Field], dict[str, dict[str, Any]]]:
    """The counts of each value of another dimension, by place."""
    totals = told.counted.whole.breakdowns[told.request.dimensions.index(place)]
    names = _names({row[other.name]: row[f"{other.name}_text"] for row in told.rows}, other.name)
    fields = [COUNT, *(replace(COUNT, name=name, title=label) for name, label in names.values())]
    rows: dict[str, dict[str, Any]] = {
        value.code: {COUNT.name: value.count, **{name: 0 for name, _ in names.values()}} for value in totals.values
    }
    for row in told.rows:
        rows[row[place.name]][names[row[other.name]][0]] = row["count"]
    return fields, rows


def _names(labels: dict[str, str], dimension: str) -> dict[str, tuple[str, str]]:
    """The property of each value: ``topic_rso1_1``, as readers of fields take it, and its label."""
    return {code: (f"{dimension}_{_NOT_IN_NAMES.sub('_', code).lower()}", label) for code, label in labels.items()}
