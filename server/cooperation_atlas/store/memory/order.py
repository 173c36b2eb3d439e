"""The order of rows in a list."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..query import Part
from .computed import ComputedProperties
from .table import FeatureTable, PropertyColumn, Rows


def sorted_rows(
    table: FeatureTable, rows: Rows, sortby: Sequence[tuple[str, bool]], computed: ComputedProperties
) -> Rows:
    """Rows by the properties given; absent values come last either way, equal ones in the order of the ids.

    :param rows: in the order of the ids
    :param sortby: property names, True for descending
    :raises InvalidValue: for an unknown property
    """
    computed_fields = {field.name: field for field in table.collection.computed}
    for name, descending in reversed(sortby):
        if name in computed_fields:
            column = PropertyColumn(computed_fields[name], computed.column(name, rows.tolist()))
            ranks = column.descending if descending else column.order
        else:
            column = table.column(name, Part.SORTING)
            ranks = (column.descending if descending else column.order)[rows]
        rows = rows[np.argsort(ranks, kind="stable")]
    return rows


def led_rows(table: FeatureTable, rows: Rows, ids: tuple[str, ...]) -> Rows:
    """The rows, beginning with those of the ids that are among them.

    :param rows: in the order of the ids
    """
    led = table.led(ids)
    if len(rows) == len(table):
        return led
    among = np.zeros(len(table), dtype=bool)
    among[rows] = True
    return np.asarray(led[among[led]])
