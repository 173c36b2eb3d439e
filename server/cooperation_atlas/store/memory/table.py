"""One collection of an edition in memory: typed columns, their indexes and the geometries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import orjson
import shapely

from ...model.collections import Collection
from ...model.errors import InvalidValue, NotFound, nearest
from ...model.fields import NOT_SEARCHABLE, Field, FieldType
from ..crs import CRS84, OFFERED
from ..text import fold
from .geometry import GeometrySet

Rows = np.ndarray  #: row numbers, ascending
Mask = np.ndarray  #: one boolean a row


class PropertyColumn:
    """The values of one property.

    :param cells: JSON values by row (dates as ISO 8601 text), ``None`` where absent; an array is a list, or the
        JSON text of one, which is read when the column is first searched
    """

    def __init__(self, field: Field, cells: Sequence[Any]) -> None:
        self.field = field
        self.cells = cells

    @cached_property
    def values(self) -> Sequence[Any]:
        """JSON values by row, ``None`` where absent; rows with equal arrays share one list."""
        if self.field.type is not FieldType.ARRAY:
            return self.cells
        read = {text: orjson.loads(text) for text in {cell for cell in self.cells if isinstance(cell, str)}}
        return [read[cell] if isinstance(cell, str) else cell for cell in self.cells]

    def written(self, row: int) -> Any:
        """The value of a row for ``orjson.dumps``."""
        cell = self.cells[row]
        is_text = self.field.type is FieldType.ARRAY and isinstance(cell, str)
        return orjson.Fragment(cell) if is_text else cell

    def has(self, row: int) -> bool:
        """Whether a row has a value."""
        return self.cells[row] is not None

    @cached_property
    def first(self) -> int | None:
        """The first row that has a value."""
        return next((row for row, cell in enumerate(self.cells) if cell is not None), None)

    @cached_property
    def present(self) -> Mask:
        """Where there is a value."""
        return np.fromiter((v is not None for v in self.cells), dtype=bool, count=len(self.cells))

    @cached_property
    def postings(self) -> dict[Any, Rows]:
        """Rows by value; for an array by each of its members."""
        postings: defaultdict[Any, list[int]] = defaultdict(list)
        for row, value in enumerate(self.values):
            for member in dict.fromkeys(value) if isinstance(value, list) else (value,):
                if member is not None:
                    postings[member].append(row)
        return {value: np.asarray(rows, dtype=np.int64) for value, rows in postings.items()}

    @cached_property
    def numbers(self) -> np.ndarray:
        """Numbers, booleans as 0 and 1, and dates as proleptic ordinals; NaN where absent.

        :raises InvalidValue: for text and arrays, which have no such order
        """
        if self.field.type is FieldType.DATE:
            numbers: Iterable[Any] = (date.fromisoformat(v).toordinal() if v else None for v in self.values)
        elif self.field.type in (FieldType.INTEGER, FieldType.NUMBER, FieldType.BOOLEAN):
            numbers = self.values
        else:
            raise InvalidValue(self.field.name, f"is of type {self.field.type}, not a number or a date.")
        return np.fromiter((np.nan if v is None else float(v) for v in numbers), float, len(self.values))

    @cached_property
    def order(self) -> np.ndarray:
        """Rank of each value for sorting, from 0; equal values share a rank, absent ones have the one after the last.

        Text sorts without accents and case first, then as written; arrays by their members. The ranks are of the
        smallest type that holds them: up to 16 bits, numpy sorts in linear time.
        """
        if self.field.type in (FieldType.STRING, FieldType.ARRAY):
            keys = [None if v is None else _sort_key(v) for v in self.values]
            rank = {key: i for i, key in enumerate(sorted({k for k in keys if k is not None}))}
            return np.array([len(rank) if key is None else rank[key] for key in keys], np.min_scalar_type(len(rank)))
        distinct = np.unique(self.numbers[self.present])
        ranks = np.searchsorted(distinct, np.where(self.present, self.numbers, np.inf))
        return ranks.astype(np.min_scalar_type(len(distinct)))

    @cached_property
    def descending(self) -> np.ndarray:
        """The same ranks for sorting from the highest value down; absent ones come last again."""
        if not self.present.any():
            return self.order
        return np.where(self.present, self.order[self.present].max() - self.order, self.order)

    @cached_property
    def folded(self) -> list[str | None]:
        """Text without accents and case; ``None`` where absent."""
        return [None if v is None else fold(v) for v in self.values]


def _sort_key(value: str | list[str]) -> tuple[Any, ...]:
    return (fold(value), value) if isinstance(value, str) else tuple(value)


class FeatureTable:
    """A collection with its rows, ordered by feature id.

    :param columns: one list of JSON values for each field that an edition holds (``Collection.stored``)
    :param geometries: shapely geometries in CRS84 (x longitude), ``None`` where there is none
    """

    def __init__(self, collection: Collection, columns: Mapping[str, Sequence[Any]], geometries: np.ndarray) -> None:
        self.collection = collection
        self.columns = {f.name: PropertyColumn(f, columns[f.name]) for f in collection.stored}
        self.ids: Sequence[str] = self.columns[collection.id_field].values
        self.row_of = {id_: row for row, id_ in enumerate(self.ids)}
        self._geometries = geometries
        self._sets: dict[str, GeometrySet] = {}
        self._led: tuple[tuple[str, ...], Rows] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def column(self, name: str, place: str | None = None) -> PropertyColumn:
        """The column of a stored property.

        :param place: what an error is about, the property by default
        :raises InvalidValue: naming the nearest properties
        """
        try:
            return self.columns[name]
        except KeyError:
            if name in self.collection.by_name:
                raise InvalidValue(place or name, f"'{name}' {NOT_SEARCHABLE}") from None
            reason = f"collection '{self.collection.id}' has no property '{name}'."
            raise InvalidValue(place or name, reason, nearest(name, self.columns)) from None

    def row(self, id_: str) -> int:
        """The row of a feature id.

        :raises NotFound: naming the nearest ids
        """
        try:
            return self.row_of[id_]
        except KeyError:
            what = f"feature '{id_}' in collection '{self.collection.id}'"
            raise NotFound(what, nearest(id_, self.row_of)) from None

    @cached_property
    def shared(self) -> np.ndarray:
        """For each row the first row with the same geometry: a country's area stands in many programmes."""
        first: dict[bytes | None, int] = {}
        keys = [None if g is None else g for g in shapely.to_wkb(self._geometries)]
        return np.fromiter((first.setdefault(key, row) for row, key in enumerate(keys)), np.int64, len(keys))

    def subset(self, rows: Rows) -> FeatureTable:
        """A table of some of the rows, in their order."""
        columns = {name: [column.cells[row] for row in rows.tolist()] for name, column in self.columns.items()}
        return FeatureTable(self.collection, columns, self._geometries[rows])

    def changed(self, columns: Mapping[str, Sequence[Any]]) -> FeatureTable:
        """The same features with other cells in some columns; everything else is shared."""
        table = copy(self)
        table.columns = {n: PropertyColumn(c.field, columns[n]) if n in columns else c for n, c in self.columns.items()}
        # What was worked out from the columns before is worked out again; geometries stay the same.
        table.__dict__.pop("representatives", None)
        return table

    def geometries(self, crs: str = CRS84) -> GeometrySet:
        """The geometries in an offered CRS, made on first use."""
        if crs not in self._sets:
            self._sets[crs] = GeometrySet(self._geometries, lambda: self.shared, OFFERED[crs])
        return self._sets[crs]

    def led(self, ids: tuple[str, ...]) -> Rows:
        """All rows, beginning with those of the ids. The last result is kept: most lists begin alike."""
        led = self._led  # other threads may exchange it meanwhile
        if led is None or led[0] != ids:
            lead = [self.row_of[id_] for id_ in dict.fromkeys(ids) if id_ in self.row_of]
            others = np.setdiff1d(np.arange(len(self)), lead)
            led = self._led = ids, np.concatenate([np.array(lead, dtype=np.int64), others])
        return led[1]

    @cached_property
    def representatives(self) -> tuple[str, ...]:
        """Ids of a few rows that together have a value of every property of which any row has one."""
        missing = {name for name, column in self.columns.items() if column.first is not None}
        candidates = sorted({row for column in self.columns.values() if (row := column.first) is not None})
        chosen: list[int] = []
        while missing:
            shown = {row: {name for name in missing if self.columns[name].has(row)} for row in candidates}
            chosen.append(max(candidates, key=lambda row: len(shown[row])))
            missing -= shown[chosen[-1]]
        return tuple(self.ids[row] for row in chosen)
