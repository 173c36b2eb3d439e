"""Rows that are worked out for one request as a page of features (``store.contract.Page``), for every format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from ..model.collections import Collection
from ..model.errors import InvalidValue, nearest
from ..store.crs import CRS84
from ..store.query import Query
from .formats.geojson import numbered_escapes


class RowPage:
    """All rows of a table on one page.

    :param rows: values by property; what is missing is absent
    :param geometries: GeoJSON by row, in the CRS that the request asks for; none where it is not given
    """

    hints: Sequence[str] = ()
    unknown: int = 0

    def __init__(
        self,
        collection: Collection,
        ids: Sequence[str],
        rows: Sequence[Mapping[str, Any]],
        geometries: Sequence[bytes] | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        self.query = Query(collection.id)
        self.ids = ids
        self.matched = len(rows)
        self.notes = notes
        self._collection = collection
        self._rows = rows
        self._geometries = geometries or [b"null"] * len(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def cells(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The values of the named properties by row.

        :raises InvalidValue: for a name that is no property of the table
        """
        for name in names:
            if name not in self._collection.by_name:
                raise InvalidValue(name, "is no property of this table.", nearest(name, self._collection.by_name))
        return (tuple(row.get(name) for name in names) for row in self._rows)

    def features(
        self, crs: str = CRS84, names: Sequence[str] | None = None, *, geometry: bool = True
    ) -> Sequence[bytes]:
        """Each row as a GeoJSON object; its geometry is in the CRS in which it was given."""
        shown = [name for name in self._collection.by_name if names is None or name in names]
        written = []
        for id_, row, shape in zip(self.ids, self._rows, self._geometries, strict=True):
            properties = numbered_escapes(orjson.dumps({name: row.get(name) for name in shown}))
            place = shape if geometry else b"null"
            head = b'{"type":"Feature","id":' + orjson.dumps(id_)
            written.append(head + b',"geometry":' + place + b',"properties":' + properties + b"}")
        return written

    def bounds(self, crs: str = CRS84) -> tuple[float, float, float, float] | None:
        """None: readers work the box out."""
        return None
