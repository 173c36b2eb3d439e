"""Topologically clean NUTS polygons: no gaps, no overlaps, equal vertices on both sides of a border."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..model.errors import AtlasError
from .nuts_files import DECIMALS

# Degrees, about 10 m. GISCO's level 3 files hold gaps and overlaps of at most this width between neighbours
# (a dozen at 1:3M); the narrowest real enclave or lagoon is over seventy times wider.
SLIVER_WIDTH = 1e-4
# Far below the grid of 1e-6 degrees: joins the nodes of both sides of a border, moves nothing.
_SNAP = 1e-9
_ROUNDS = 5
# Cleaning may change a region's area by this share; more means that the source draws regions over each other.
_CHANGE = 0.01


def clean_coverage(polygons: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Polygons in degrees by code as one clean coverage, rounded to 6 decimals, exterior counter-clockwise.

    Gaps narrower than ``SLIVER_WIDTH`` go to the neighbour with the longest common border, as do overlaps.

    :raises AtlasError: when polygons lie on each other, or cannot be made into a coverage of valid polygons
    """
    before = np.asarray(list(polygons.values()), dtype=object)
    area = shapely.area(before)
    shapes = _rounded(before)
    for _ in range(_ROUNDS):
        try:
            shapes = _rounded(shapely.coverage_clean(shapes, gap_width=SLIVER_WIDTH, snapping_distance=_SNAP))
        except shapely.errors.GEOSException as error:
            raise AtlasError(f"The borders of the polygons cannot be cleaned: {error}") from error
        for code, change in zip(polygons, np.abs(shapely.area(shapes) - area) / area, strict=True):
            if change > _CHANGE:
                raise AtlasError(f"{code}: {change:.0%} of its area lies on other regions or in a sliver")
        # Crossing borders get new nodes off the grid; rounding these can need another round.
        if is_clean(shapes):
            return dict(zip(polygons, oriented(shapes), strict=True))
    raise AtlasError("The polygons overlap or leave gaps that could not be closed; take another scale.")


def is_clean(polygons: np.ndarray) -> bool:
    """Whether polygons are valid, not empty, do not overlap, match at their borders and enclose no sliver."""
    return bool(
        shapely.is_valid(polygons).all()
        and not shapely.is_empty(polygons).any()
        and shapely.coverage_is_valid(polygons)
        and not any(width < SLIVER_WIDTH for width in hole_widths(shapely.coverage_union_all(polygons)))
    )


def hole_widths(polygon: BaseGeometry) -> list[float]:
    """Width of each hole of a (Multi)Polygon: diameter in degrees of the largest circle inside it."""
    rings = [ring for part in shapely.get_parts(polygon) for ring in part.interiors]
    return [2 * float(shapely.maximum_inscribed_circle(hole).length) for hole in map(shapely.Polygon, rings)]


def union(polygons: Iterable[BaseGeometry]) -> BaseGeometry:
    """Exact union of members of a clean coverage: every vertex is kept, shared borders vanish."""
    merged = shapely.coverage_union_all(np.asarray(list(polygons), dtype=object))
    return oriented(np.asarray([merged], dtype=object))[0]


def oriented(polygons: np.ndarray) -> np.ndarray:
    """Polygons in a canonical order of parts and vertices, by the right-hand rule of RFC 7946."""
    canonical: np.ndarray = shapely.orient_polygons(shapely.normalize(polygons), exterior_cw=False)
    return canonical


def _rounded(polygons: np.ndarray) -> np.ndarray:
    rounded: np.ndarray = shapely.transform(polygons, lambda points: np.round(points, DECIMALS))
    return rounded
