"""Geometries as GeoJSON, and boxes as polygons."""

from __future__ import annotations

import json
import re
from typing import Any

import made_store
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.crs import CRS84, OFFERED
from cooperation_atlas.store.memory.geometry import GeometrySet
from cooperation_atlas.store.memory.load import load_edition
from cooperation_atlas.store.memory.memory_store import MemoryStore
from cooperation_atlas.store.memory.table import FeatureTable
from cooperation_atlas.store.query import Box

LAEA = "http://www.opengis.net/def/crs/EPSG/0/3035"
WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326"
HOLE = shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (3, 6), (6, 6), (6, 3)]])


@pytest.fixture(scope="module")
def real(real_edition: EditionFolder) -> MemoryStore:
    return load_edition(real_edition.folder)


def made(*shapes: shapely.Geometry | None) -> FeatureTable:
    records: list[dict[str, Any]] = [{"nuts_code": f"XX00{n}"} for n in range(len(shapes))]
    return made_store.table("nuts3", records, list(shapes))


def written(table: FeatureTable, crs: str = CRS84) -> list[Any]:
    return [json.loads(text) for text in table.geometries(crs).fragments(range(len(table)))]


def positions(geometry: dict[str, Any]) -> list[list[float]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [position for polygon in polygons for ring in polygon for position in ring]


def test_polygons_multipolygons_holes_and_nothing() -> None:
    several = shapely.MultiPolygon([HOLE, shapely.box(20, 0, 21, 1)])
    found = written(made(HOLE, several, None))
    assert [f and f["type"] for f in found] == ["Polygon", "MultiPolygon", None]
    assert shapely.geometry.shape(found[0]).equals(HOLE)
    assert shapely.geometry.shape(found[1]).equals(several)
    assert made(None).geometries().fragments([0]) == [b"null"]


@pytest.mark.parametrize("collection", ["nuts3", "nuts3-2016", "countries", "programmes"])
def test_real_geometries_have_six_decimals_and_turn_right(real: MemoryStore, collection: str) -> None:
    table = real.table(collection)
    rows = range(0, len(table), max(1, len(table) // 40))
    for fragment in table.geometries().fragments(rows):
        numbers = re.findall(rb"-?\d+(?:\.(\d+))?(?:e-?\d+)?", fragment)
        assert max(map(len, numbers)) <= 6
        assert b"e" not in fragment.replace(b"type", b"").replace(b"coordinates", b"")
        shape = shapely.geometry.shape(json.loads(fragment))
        assert shape.is_valid
        for polygon in shapely.get_parts(shape):  # RFC 7946, 3.1.6: counterclockwise outside, clockwise holes
            assert polygon.exterior.is_ccw
            assert not any(ring.is_ccw for ring in polygon.interiors)


@given(
    st.lists(st.tuples(st.floats(-40, 40), st.floats(30, 70), st.floats(0.001, 5)), min_size=1, max_size=6),
    st.sampled_from(list(OFFERED)),
)
def test_every_system_has_the_order_and_decimals_of_its_axes(
    corners: list[tuple[float, float, float]], uri: str
) -> None:
    shapes = [shapely.box(x, y, x + side, y + side) for x, y, side in corners]
    crs = OFFERED[uri]
    for shape, geometry in zip(shapes, written(made(*shapes), uri), strict=True):
        expected = np.round(crs.from_crs84(shapely.get_coordinates(shape)), crs.decimals)
        if crs.swapped:
            expected = expected[:, ::-1]
        assert positions(geometry) == expected.tolist()


def test_equal_geometries_are_worked_on_once_and_stand_in_every_row() -> None:
    square = shapely.box(0, 0, 1, 1)
    table = made(square, None, shapely.box(0, 0, 1, 1), HOLE, None)
    assert table.shared.tolist() == [0, 1, 0, 3, 1]
    for crs in (CRS84, LAEA):
        one, none, other, hole, none_too = written(table, crs)
        assert one == other != hole
        assert none is none_too is None


def test_fragments_come_in_the_order_asked_for() -> None:
    table = made(HOLE, None, shapely.box(0, 0, 1, 1))
    forward, backward = table.geometries().fragments([0, 1, 2]), table.geometries().fragments([2, 1, 0, 2])
    assert backward == [forward[2], forward[1], forward[0], forward[2]]


def test_asking_in_another_system_does_not_change_what_was_asked_before() -> None:
    table = made(HOLE)
    before = written(table)
    written(table, LAEA)
    written(table, WGS84)
    assert written(table) == before


def test_bounds_of_nothing_are_not_numbers() -> None:
    bounds = made(HOLE, None).geometries().bounds
    assert bounds[0].tolist() == [0, 0, 9, 9]
    assert np.isnan(bounds[1]).all()


# --- boxes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "crs", "expected"),
    [
        ((1, 2, 3, 4), CRS84, [(1, 2, 3, 4)]),
        ((1, 2, 3, 4), WGS84, [(2, 1, 4, 3)]),
        ((170, -10, -170, 10), CRS84, [(170, -10, 180, 10), (-180, -10, -170, 10)]),
        ((-10, 170, 10, -170), WGS84, [(170, -10, 180, 10), (-180, -10, -170, 10)]),
        ((2e6, 4e6, 3e6, 5e6), LAEA, [(4e6, 2e6, 5e6, 3e6)]),
    ],
)
def test_boxes(values: tuple[float, float, float, float], crs: str, expected: list[tuple[float, ...]]) -> None:
    assert [polygon.bounds for polygon in Box(values, crs).polygons()] == expected


@pytest.mark.parametrize(
    ("values", "crs", "message"),
    [
        ((1, 4, 3, 2), CRS84, r"lower corner \(4\) lies above the upper one \(2\)"),
        ((4, 1, 2, 3), WGS84, "lower corner"),
        ((2e6, 5e6, 3e6, 4e6), LAEA, "left edge"),
    ],
)
def test_corners_the_wrong_way_round(values: tuple[float, float, float, float], crs: str, message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        Box(values, crs).polygons()


# --- boxes


def corners() -> st.SearchStrategy[tuple[float, float, float, float]]:
    """Lower and upper corners; from a few places, so that boxes often touch, repeat and have no area."""
    place = st.sampled_from([-180.0, -10.0, 0.0, 0.1, 1.0, 1.0000001, 9.9, 10.0, 50.0, 180.0]) | st.floats(-180, 180)
    return st.tuples(place, place, place, place).map(
        lambda c: (min(c[0], c[2]), min(c[1], c[3]), max(c[0], c[2]), max(c[1], c[3]))
    )


def triangle(c: tuple[float, float, float, float]) -> shapely.Polygon:
    """Half of a box: its bounds meet boxes that it does not meet itself."""
    return shapely.Polygon([(c[0], c[1]), (c[2] + 0.5, c[1]), (c[0], c[3] + 0.5)])


@given(
    shapes=st.lists(corners().map(triangle) | st.none(), max_size=12),
    box=corners().filter(lambda c: c[0] < c[2] and c[1] < c[3]),
)
def test_a_box_meets_the_geometries_that_intersect_it(
    shapes: list[shapely.Polygon | None], box: tuple[float, float, float, float]
) -> None:
    source = np.array([*shapes, None], dtype=object)[:-1]
    geometries = GeometrySet(source, lambda: np.arange(len(source)), OFFERED[CRS84])
    met = geometries.meeting(shapely.box(*box))
    assert met.dtype == bool
    assert met.tolist() == [shape is not None and shapely.box(*box).intersects(shape) for shape in shapes]
