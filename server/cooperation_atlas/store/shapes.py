"""Shapes that clients send, before a geometry is made of them."""

from __future__ import annotations

from typing import Any


def has_empty_part(geometry: Any) -> bool:
    """Whether an empty list stands among the coordinates of a GeoJSON geometry: a part, or a hole, without a place.

    GEOS 3.14 ends the whole process on some of these (touches and overlaps of a polygon with an empty hole, a distance
    from lines one of which is empty), though it calls them valid.
    """
    left = [geometry]
    while left:
        found = left.pop()
        if isinstance(found, dict):
            left += [found[member] for member in ("coordinates", "geometries") if member in found]
        elif isinstance(found, list | tuple):
            if not found:
                return True
            if not isinstance(found[0], int | float):  # a place has numbers, and nothing to look into
                left += found
    return False
