"""Conditions on the features themselves: values of properties, a box, an interval of time."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from ...model.errors import InvalidValue
from ..codelists import CodeLists
from ..query import Box, Part
from .table import FeatureTable, Mask


def equal(table: FeatureTable, name: str, values: tuple[Any, ...], codelists: CodeLists) -> Mask:
    """Rows in which a property has one of the values, or an array has one of them as a member.

    :raises InvalidValue: for a code that is not in the code list of the property
    """
    column = table.column(name)
    mask = np.zeros(len(table), dtype=bool)
    for value in values:
        if column.field.codelist:
            codelists[column.field.codelist].check(value, name)
        rows = column.postings.get(value)
        if rows is not None:
            mask[rows] = True
    return mask


def inside(table: FeatureTable, box: Box) -> Mask:
    """Rows that meet the box, and those without a geometry (OGC 17-069r4, /req/core/fc-bbox-response)."""
    geometries = table.geometries(box.crs)
    inside = geometries.absent.copy()
    for polygon in box.polygons():
        inside |= geometries.meeting(polygon)
    return inside


def during(table: FeatureTable, interval: tuple[str | None, str | None]) -> Mask:
    """Rows whose time meets the interval (OGC 17-069r4, 7.15.4); an absent end is open."""
    fields = table.collection.time_fields
    if fields is None:
        raise InvalidValue(Part.INTERVAL, f"collection '{table.collection.id}' has no temporal property.")
    begin, end = (table.columns[name].numbers for name in fields)
    mask = np.ones(len(table), dtype=bool)
    if interval[1] is not None:
        mask &= ~(begin > date.fromisoformat(interval[1]).toordinal())
    if interval[0] is not None:
        mask &= ~(end < date.fromisoformat(interval[0]).toordinal())
    return mask
