"""Topologically clean NUTS polygons: no gaps, no overlaps, equal vertices on both sides of a border."""

from collections.abc import Iterable

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from cooperation_atlas.sources.nuts_files import DECIMALS, NutsError

# Degrees, about 10 m. GISCO's level 3 files hold gaps and overlaps of at most this width between neighbours
# (a dozen at 1:3M); the smallest real enclave is more than a hundred times wider.
SLIVER_WIDTH = 1e-4
_ROUNDS = 5


def clean_coverage(polygons: Iterable[BaseGeometry]) -> np.ndarray:
    """Polygons in degrees as one clean coverage, rounded to 6 decimals, exterior rings counter-clockwise.

    Gaps narrower than `SLIVER_WIDTH` go to the neighbour with the longest common border, as do overlaps.
    Raises NutsError when the polygons cannot be made into a coverage of valid polygons.
    """
    shapes = _rounded(np.asarray(list(polygons), dtype=object))
    for _ in range(_ROUNDS):
        if is_clean(shapes):
            return oriented(shapes)
        # Crossing borders get new nodes off the grid; rounding these can need another round.
        shapes = _rounded(shapely.coverage_clean(shapes, gap_width=SLIVER_WIDTH, snapping_distance=0))
    raise NutsError("the polygons overlap or leave gaps that could not be closed")


def is_clean(polygons: np.ndarray) -> bool:
    """Whether polygons are valid, not empty, do not overlap, match at their borders and leave no slivers."""
    return bool(
        shapely.is_valid(polygons).all()
        and not shapely.is_empty(polygons).any()
        and shapely.coverage_is_valid(polygons, gap_width=SLIVER_WIDTH)
    )


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
