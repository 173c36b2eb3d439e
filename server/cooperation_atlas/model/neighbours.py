"""Neighbours: how two areas can be neighbours."""

from __future__ import annotations

from enum import StrEnum


class NeighbourKind(StrEnum):
    """How two areas are neighbours (code list ``neighbour_kinds``)."""

    LAND = "land"  #: they share a border
    POINT = "point"  #: they touch in points only
    SEA = "sea"  #: both have a shoreline, they do not touch, and are at most 150 km apart
