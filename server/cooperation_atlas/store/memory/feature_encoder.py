"""Features as GeoJSON: encoded fragments that are joined, not objects that are built."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import orjson

from ..contract import Rewrite
from ..crs import CRS84
from .computed import ComputedProperties
from .encoded import Encoded
from .table import FeatureTable


class FeatureEncoder:
    """Writes the features of one table.

    :param constant: the computed properties where a search asks nothing of programmes and words
    :param rewrite: applied to the JSON of properties that has escapes, ``None`` to leave it as it is
    """

    def __init__(self, table: FeatureTable, constant: ComputedProperties, rewrite: Rewrite | None = None) -> None:
        self._table = table
        self._constant = constant
        self._rewrite = rewrite

    def whole(self, rows: Sequence[int], computed: ComputedProperties) -> list[bytes]:
        """Features in CRS84 with geometry and all properties: the form that clients ask for most.

        A feature is its stem, a comma, the computed members, and two brackets. Where the search does not change the
        computed properties, whole features are kept for as long as the edition is.
        """
        return self._kept(rows) if computed is self._constant else self._joined(rows, computed)

    def selected(
        self, rows: Sequence[int], computed: ComputedProperties, crs: str, names: Sequence[str] | None, geometry: bool
    ) -> list[bytes]:
        """Features in any form.

        :param crs: URI of the CRS of the coordinates
        :param names: properties to write, all by default
        :param geometry: whether to write the geometry
        """
        geometries = self._table.geometries(crs).fragments(rows) if geometry else [b"null"] * len(rows)
        features = []
        for row, fragment, members in zip(rows, geometries, self._computed(rows, computed, names), strict=True):
            stem = self._stem(row, fragment, names)
            comma = b"," if members and not stem.endswith(b"{") else b""
            features.append(b"%b%b%b}}" % (stem, comma, members))
        return features

    @cached_property
    def _kept(self) -> Encoded:
        return Encoded(len(self._table), lambda rows: self._joined(rows, self._constant))

    def _joined(self, rows: Sequence[int], computed: ComputedProperties) -> list[bytes]:
        # The stored properties of every collection include an id, so that a comma is right.
        return [b"%b,%b}}" % pair for pair in zip(self._stems(rows), self._computed(rows, computed), strict=True)]

    @cached_property
    def _stems(self) -> Encoded:
        """Features in CRS84 with all stored properties, up to where the computed ones follow."""
        geometries = self._table.geometries(CRS84).fragments

        def encode(rows: Sequence[int]) -> list[bytes]:
            return [self._stem(row, geometry) for row, geometry in zip(rows, geometries(rows), strict=True)]

        return Encoded(len(self._table), encode)

    def _stem(self, row: int, geometry: bytes, names: Sequence[str] | None = None) -> bytes:
        columns = self._table.columns
        shown = columns if names is None else {n: column for n, column in columns.items() if n in names}
        properties = self._written({name: column.written(row) for name, column in shown.items()})
        id_ = orjson.dumps(self._table.ids[row])
        return b"".join(
            (b'{"type":"Feature","id":', id_, b',"geometry":', geometry, b',"properties":', properties[:-1])
        )

    def _computed(
        self, rows: Sequence[int], computed: ComputedProperties, names: Sequence[str] | None = None
    ) -> list[bytes]:
        """The computed properties of each row as members of a JSON object, without its brackets."""
        if names is None:
            return [self._written(computed.values(row))[1:-1] for row in rows]
        if not any(field.name in names for field in self._table.collection.computed):
            return [b""] * len(rows)
        return [
            self._written({n: value for n, value in computed.values(row).items() if n in names})[1:-1] for row in rows
        ]

    def _written(self, properties: dict[str, object]) -> bytes:
        text = orjson.dumps(properties)
        return text if self._rewrite is None or b"\\" not in text else self._rewrite(text)
