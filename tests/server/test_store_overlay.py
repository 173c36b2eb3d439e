"""What shapes share with features, against plain shapely and geodesics: another way to the same answer."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from cooperation_atlas.editions.borders import GEOD
from cooperation_atlas.model.overlay import Relation
from cooperation_atlas.store.crs import CRS84, OFFERED
from cooperation_atlas.store.overlay import Measured, Shared

DEGREES = OFFERED[CRS84]
LAEA = OFFERED["http://www.opengis.net/def/crs/EPSG/0/3035"]
WEB = OFFERED["http://www.opengis.net/def/crs/EPSG/0/3857"]
#: A grid of places in Europe: what meets there meets exactly.
PLACES = st.tuples(st.integers(0, 8).map(lambda x: 5 + x / 4), st.integers(0, 8).map(lambda y: 45 + y / 4))


@st.composite
def boxes(draw: st.DrawFn) -> BaseGeometry:
    (west, south), (east, north) = draw(PLACES), draw(PLACES)
    return shapely.box(west, south, max(east, west + 0.25), max(north, south + 0.25))


@st.composite
def areas(draw: st.DrawFn) -> BaseGeometry:
    """A box, several, or one with a hole."""
    joined = shapely.union_all([draw(boxes()) for _ in range(draw(st.integers(1, 3)))])
    left = shapely.difference(joined, draw(boxes())) if draw(st.booleans()) else joined
    return joined if shapely.is_empty(left) else left


def lines() -> st.SearchStrategy[BaseGeometry]:
    return st.lists(PLACES, min_size=2, max_size=4, unique=True).map(shapely.LineString)


def points() -> st.SearchStrategy[BaseGeometry]:
    return st.lists(PLACES, min_size=1, max_size=4, unique=True).map(
        lambda places: shapely.MultiPoint(places) if len(places) > 1 else shapely.Point(places[0])
    )


def plain(shape: BaseGeometry, area: BaseGeometry) -> Relation | None:
    """The relation by the predicates of shapely alone."""
    if not shapely.intersects(shape, area):
        return None
    if shapely.equals(shape, area):
        return Relation.EQUALS
    if shapely.touches(shape, area):
        return Relation.TOUCHES
    if shapely.within(shape, area):
        return Relation.WITHIN
    return Relation.CONTAINS if shapely.contains(shape, area) else Relation.OVERLAPS


def only(shape: BaseGeometry, area: BaseGeometry) -> Shared:
    (shared,) = Measured(shape, DEGREES).shared(np.array([area]))
    return shared


def geodesic_area(shape: BaseGeometry) -> float:
    """Of the shape with edges straight in degrees, in m²."""
    total = 0.0
    for polygon in shapely.get_parts(shapely.segmentize(shape, 0.01)):
        if polygon.geom_type == "Polygon":
            rings = [polygon.exterior, *polygon.interiors]
            sizes = [abs(GEOD.polygon_area_perimeter(*shapely.get_coordinates(ring).T)[0]) for ring in rings]
            total += sizes[0] - sum(sizes[1:])
    return total


@settings(max_examples=150, deadline=None)
@given(areas(), areas())
def test_polygons_lie_as_shapely_says_and_share_what_geodesics_measure(shape: BaseGeometry, area: BaseGeometry):
    expected, shared = plain(shape, area), only(shape, area)
    assert shared.relation is (expected or Relation.TOUCHES)
    common = geodesic_area(shapely.intersection(shape, area))
    assert shared.km2 is not None and shared.of_feature is not None
    assert shared.km2 * 1e6 == pytest.approx(common, rel=1e-3, abs=1e3)
    assert shared.of_shape == pytest.approx(common / geodesic_area(shape), rel=1e-3, abs=1e-6)
    assert shared.of_feature == pytest.approx(common / geodesic_area(area), rel=1e-3, abs=1e-6)


@settings(max_examples=150, deadline=None)
@given(lines(), areas())
def test_lines(shape: BaseGeometry, area: BaseGeometry):
    expected, shared = plain(shape, area), only(shape, area)
    assert shared.relation is (expected or Relation.TOUCHES)
    inside = 0.0 if expected in (None, Relation.TOUCHES) else geodesic_length(shapely.intersection(shape, area))
    assert shared.km == pytest.approx(inside / 1000, rel=1e-3, abs=1e-3)
    assert shared.of_shape == pytest.approx(inside / geodesic_length(shape), rel=1e-3, abs=1e-6)
    assert shared.of_feature is None and shared.km2 is None


def geodesic_length(shape: BaseGeometry) -> float:
    parts = [p for p in shapely.get_parts(shapely.get_parts(shape)) if p.geom_type == "LineString"]
    return sum(GEOD.line_length(*shapely.get_coordinates(shapely.segmentize(p, 0.01)).T) for p in parts)


@settings(max_examples=150, deadline=None)
@given(points(), areas())
def test_points(shape: BaseGeometry, area: BaseGeometry):
    expected, shared = plain(shape, area), only(shape, area)
    assert shared.relation is (expected or Relation.TOUCHES)
    if expected in (Relation.WITHIN, Relation.OVERLAPS):
        met = [shapely.intersects(area, point) for point in shapely.get_parts(shape)]
        assert shared.of_shape == sum(met) / len(met)


@settings(max_examples=60, deadline=None)
@given(areas(), areas(), st.sampled_from([LAEA, WEB]))
def test_the_crs_changes_no_share_of_small_shapes(shape: BaseGeometry, area: BaseGeometry, crs):
    """Edges are straight in the plane of the CRS; those of a quarter of a degree bend by less than 0.2 % of an area."""
    finer = [shapely.transform(shapely.segmentize(one, 0.01), crs.from_crs84) for one in (shape, area)]
    (projected,) = Measured(finer[0], crs).shared(np.array([finer[1]]))
    shared = only(shape, area)
    assert projected.of_shape == pytest.approx(shared.of_shape, abs=2e-3)
    assert projected.of_feature == pytest.approx(shared.of_feature, abs=2e-3)


@pytest.mark.parametrize("shift", [0.0, 3e-7, -3e-7, 2e-6])
def test_what_rounding_moves_is_no_overlap(shift: float):
    left, right = shapely.box(10, 47, 11, 48), shapely.box(11 + shift, 47, 12, 48)
    shared = only(left, right)
    assert (shared.relation, shared.km2) == (Relation.TOUCHES, 0.0)
    assert only(shapely.box(10 + shift, 47, 11, 48), left).relation is Relation.EQUALS


def test_a_small_building_is_no_sliver():
    """Ten metres by ten, half of it on either side of a border."""
    building = shapely.box(11 - 6e-5, 47.5, 11 + 6e-5, 47.50009)
    shared = only(building, shapely.box(10, 47, 11, 48))
    assert shared.relation is Relation.OVERLAPS and shared.of_shape == pytest.approx(0.5, abs=1e-3)
    assert only(building, shapely.box(10, 47, 12, 48)).relation is Relation.WITHIN
    hut = shapely.box(10.5, 47.5, 10.5 + 1e-5, 47.5 + 1e-5)  # a metre wide
    assert only(hut, shapely.box(10, 47, 11, 48)).relation is Relation.WITHIN
