"""Reads vector tiles: features by id, with their places in units of the tile."""

from __future__ import annotations

from typing import Any

import mapbox_vector_tile
import shapely
from shapely.geometry import shape

from cooperation_atlas.ogc.tiles.grid import EXTENT


def features(data: bytes | None, layer: str) -> dict[int, dict[str, Any]]:
    """The features of the one layer of a tile."""
    if data is None:
        return {}
    layers = mapbox_vector_tile.decode(data, default_options={"y_coord_down": True})
    assert list(layers) == [layer] and layers[layer]["extent"] == EXTENT
    found = {feature["id"]: feature for feature in layers[layer]["features"]}
    assert len(found) == len(layers[layer]["features"])
    return found


def area(feature: dict[str, Any]) -> shapely.Geometry:
    """The area of a feature."""
    return shape(feature["geometry"])
