"""GeoJSON (RFC 7946; other CRSs as OGC 18-058r1): joined from encoded fragments, not built as objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import orjson
from pygeoapi.formatter.base import BaseFormatter

from ..store.crs import CRS84, OFFERED
from ..store.query import Page
from ..store.table import Table
from .notices import ATTRIBUTION, FACTS_LICENCE, SAMPLES_NOTICE
from .parameters import ItemsRequest

MEDIA_TYPE = "application/geo+json"


class GeoJSONFormatter(BaseFormatter):
    """pygeoapi formatter for ``f=json``: UTF-8 without HTML escapes, served as ``application/geo+json``."""

    def __init__(self, formatter_def: dict[str, Any]) -> None:
        super().__init__({"name": "GeoJSON", **formatter_def})
        self.f = "json"
        self.extension = "geojson"
        self.mimetype = MEDIA_TYPE

    def write(self, options: dict[str, Any] | None = None, data: dict[str, Any] | None = None) -> bytes:
        """The feature or collection as bytes."""
        return orjson.dumps(data)


def feature_bytes(table: Table, row: int, asked: ItemsRequest, more: Mapping[str, Any] | None = None) -> bytes:
    """One feature; ``more`` are members of the document (links, attribution) where it stands alone."""
    properties = (
        table.fragments[row] if asked.properties is None else orjson.dumps(table.properties(row, asked.properties))
    )
    geometry = b"null" if asked.skip_geometry else table.geometries(asked.crs).fragments[row]
    parts = (b'{"type":"Feature","id":', orjson.dumps(table.ids[row]), b',"geometry":', geometry)
    tail = b"}" if more is None else b"," + orjson.dumps(more)[1:]
    return b"".join((*parts, b',"properties":', properties, tail))


def collection_bytes(
    page: Page, asked: ItemsRequest, links: Iterable[Mapping[str, Any]], edition: Mapping[str, Any]
) -> bytes:
    """A page of features as a FeatureCollection; without features for ``resulttype=hits``."""
    rows = page.rows[:0] if asked.hits else page.rows
    head: dict[str, Any] = {
        "type": "FeatureCollection",
        "numberMatched": page.matched,
        "numberReturned": len(rows),
        **document_members(edition),
        "links": list(links),
    }
    if not asked.skip_geometry and (box := bounds(page.table, rows, asked.crs)):
        head["bbox"] = box
    features = b",".join(feature_bytes(page.table, int(row), asked) for row in rows)
    return b"".join((orjson.dumps(head)[:-1], b',"features":[', features, b"]}"))


def document_members(edition: Mapping[str, Any]) -> dict[str, Any]:
    """What every document says of itself: edition, attribution, licence and, where it holds samples, that it does."""
    told = {"edition": edition["id"], "attribution": ATTRIBUTION, "license": FACTS_LICENCE}
    return told | {"samples": SAMPLES_NOTICE} if edition.get("samples") else told


def bounds(table: Table, rows: np.ndarray, crs: str = CRS84) -> list[float] | None:
    """The bounding box of the rows in the axis order of the CRS; ``None`` where none has a geometry."""
    every = table.geometries(crs).bounds[rows]
    every = every[~np.isnan(every[:, 0])]
    if not len(every):
        return None
    west, south = every[:, :2].min(axis=0)
    east, north = every[:, 2:].max(axis=0)
    box = (south, west, north, east) if OFFERED[crs].swapped else (west, south, east, north)
    return [round(float(v), OFFERED[crs].decimals) for v in box]
