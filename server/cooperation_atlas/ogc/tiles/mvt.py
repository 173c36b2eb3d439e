"""Tiles in the format of Mapbox (Mapbox Vector Tile Specification 2.1), encoded by mapbox-vector-tile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson
import shapely

from .grid import EXTENT

MEDIA_TYPE = "application/vnd.mapbox-vector-tile"
#: Areas come in whole units, cut and oriented.
_AS_THEY_ARE = {
    "y_coord_down": True,
    "extents": EXTENT,
    "quantize_bounds": None,
    "check_winding_order": False,
    "transformer": None,
    "on_invalid_geometry": None,
    "max_geometry_validate_tries": 1,
}


def encode(layer: str, features: Iterable[tuple[int, shapely.Geometry, dict[str, Any]]]) -> bytes:
    """A tile with one layer.

    :param features: whole number as id, area in units of the tile, properties; absent ones are left out
    """
    from mapbox_vector_tile.encoder import VectorTile

    tile = VectorTile(_AS_THEY_ARE)
    tile.add_layer(layer, [{"id": id_, "geometry": area, "properties": p} for id_, area, p in features])
    return bytes(tile.tile.SerializeToString())


def value(cell: Any) -> Any:
    """A value as tiles have it: there are no lists, so that one is its JSON."""
    return orjson.dumps(cell).decode() if isinstance(cell, list) else cell
