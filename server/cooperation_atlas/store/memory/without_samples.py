"""The tables of an edition as if its sample entries did not exist (``Store.without_samples``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from ...model.collections import COOPERATION
from ...model.fields import Field, FieldType
from ..codelists import CodeLists
from .table import FeatureTable

#: Value of the properties of basis (code list ``value_bases``).
STATED = "stated"
#: Properties of programmes and areas that follow from the scopes, kinds and statuses of entries, by that of an entry.
_GATHERED = {"scopes": "scopes", "kinds": "kind", "statuses": "status"}


def tables_without_samples(tables: Mapping[str, FeatureTable], codelists: CodeLists) -> dict[str, FeatureTable]:
    """The tables that an edition built without samples would have; what samples do not touch is shared with ``tables``.

    Topics that rest on stated facts are kept: ``sample_topics`` names the others.
    """
    entries = tables[COOPERATION.id]
    kept = np.array([not sample for sample in entries.columns["sample"].values], dtype=bool)
    real = entries.subset(np.flatnonzero(kept))
    by_programme: dict[str, list[int]] = {}
    for row, cci in enumerate(real.columns["cci"].values):
        by_programme.setdefault(cci, []).append(row)
    return {
        id_: real
        if id_ == COOPERATION.id
        else _cleaned(table, real, by_programme, codelists)
        if table.collection.bases
        else table
        for id_, table in tables.items()
    }


def _cleaned(
    table: FeatureTable, real: FeatureTable, by_programme: Mapping[str, list[int]], codelists: CodeLists
) -> FeatureTable:
    """A table of programmes or areas whose properties follow from the real entries alone."""
    rows = [[row for cci in ccis for row in by_programme.get(cci, ())] for ccis in _programmes(table)]
    changed: dict[str, list[Any]] = {}
    if "sample_topics" in table.columns:
        pairs = zip(table.columns["topics"].values, table.columns["sample_topics"].values, strict=True)
        changed["topics"] = [[t for t in topics or () if t not in set(samples or ())] for topics, samples in pairs]
        changed["topics_basis"] = [STATED if topics else None for topics in changed["topics"]]
        changed["sample_topics"] = [[]] * len(table)
    for name, of_entry in _GATHERED.items():
        changed[name] = [_in_order(real, of_entry, own, codelists) for own in rows]
    kinds = real.columns["kind"].values
    changed["scopes_basis"] = [STATED if scopes else None for scopes in changed["scopes"]]
    changed["n_offers"] = [sum(kinds[row] in ("offer", "both") for row in own) for own in rows]
    changed["n_needs"] = [sum(kinds[row] in ("need", "both") for row in own) for own in rows]
    changed["counts_basis"] = [STATED if own else None for own in rows]
    for field in table.collection.stored:
        if field.type is FieldType.ARRAY and field.name in changed:
            changed[f"{field.name}_text"] = [_text(field, values, codelists) for values in changed[field.name]]
            changed[field.name] = [values or None for values in changed[field.name]]
    return table.changed({name: cells for name, cells in changed.items() if name in table.columns})


def _programmes(table: FeatureTable) -> Iterable[Iterable[str]]:
    """The CCIs that each row stands for."""
    name = table.collection.programmes_field
    if name is not None:
        return (ccis or () for ccis in table.columns[name].values)
    return ((cci,) for cci in table.columns[table.collection.programme_field or ""].values)


def _in_order(real: FeatureTable, name: str, rows: Iterable[int], codelists: CodeLists) -> list[str]:
    column = real.columns[name]
    codes: set[str] = set()
    for row in rows:
        value = column.values[row]
        codes.update(value if isinstance(value, list) else () if value is None else (value,))
    return sorted(codes, key=codelists[column.field.codelist or ""].position.__getitem__)


def _text(field: Field, values: Iterable[str], codelists: CodeLists) -> str | None:
    """The plain-text twin of an array."""
    labels = codelists[field.codelist or ""].codes
    return "; ".join(labels[value].label for value in values) or None
