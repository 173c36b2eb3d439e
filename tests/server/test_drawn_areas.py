"""The areas as they are drawn: every area is there, close to its real size, and neighbours share their borders."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.editions.drawn_areas import _of_europe, areas_of
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.simplify import TOLERATED, Grid, projected, simplified
from cooperation_atlas.model.collections import areas_of as collection_of
from cooperation_atlas.model.drawing import HEIGHT, INSETS, WIDTH, drawing_name
from cooperation_atlas.model.periods import NUTS_VERSIONS
from cooperation_atlas.sources.nuts import load_regions
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.open import open_store
from cooperation_atlas.store.query import Query
from cooperation_atlas.web.drawn_map import CLASSES, shades_of

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@pytest.fixture(scope="module")
def store(real_edition: EditionFolder) -> Store:
    return open_store(real_edition.folder)


def rings(path: str) -> Iterator[np.ndarray]:
    """The rings of the data of a path that has only ``M``, ``l`` and ``z``."""
    for ring in path.split("z")[:-1]:
        numbers = np.array([float(text) for text in NUMBER.findall(ring)]).reshape(-1, 2)
        yield np.round(np.cumsum(numbers, axis=0), 6)


def drawn(store: Store, version: str) -> dict[str, shapely.MultiPolygon]:
    """The areas of the file by code; holes are rings inside others."""
    document = ET.fromstring(store.drawings[drawing_name("areas", version, "svg")])
    found = {}
    for path in document.iterfind(f"{SVG}g[@id='areas']/{SVG}path"):
        polygons = [shapely.Polygon(ring) for ring in rings(path.attrib["d"])]
        found[path.attrib["id"]] = polygons
    return {code: shapely.build_area(shapely.GeometryCollection(made)) for code, made in found.items()}


@pytest.mark.parametrize("version", NUTS_VERSIONS)
def test_every_area_of_the_edition_is_drawn_and_has_a_point(store: Store, version: str) -> None:
    areas = collection_of(version)
    assert areas is not None
    codes = set(store.search(Query(areas.id, limit=10_000)).ids)
    shapes = drawn(store, version)
    assert set(shapes) == codes
    assert all(shape is not None and shape.area > 0 and shape.is_valid for shape in shapes.values())
    frame = shapely.box(0, 0, WIDTH, HEIGHT)
    assert all(frame.covers(shape) for shape in shapes.values())


@pytest.mark.parametrize("version", NUTS_VERSIONS)
def test_neighbours_share_their_borders_and_areas_keep_their_size(store: Store, version: str, real_data: Path) -> None:
    shapes = drawn(store, version)
    near = [code for code in shapes if not code.startswith(tuple(inset.prefix for inset in INSETS))]
    picture = np.array([shapes[code] for code in near], dtype=object)
    assert shapely.coverage_is_valid(picture)
    regions = load_regions(version, real_data)
    real = projected([regions.geometry[code] for code in near], _of_europe)
    largest = np.array([max(part.area for part in shapely.get_parts(shape)) for shape in real])
    # Islands that could not be seen go; what is the largest part of an area never does.
    assert (shapely.area(picture) > (1 - 2 * TOLERATED) * largest).all()
    assert (shapely.area(picture) < (1 + TOLERATED) * shapely.area(real)).all()
    assert abs(shapely.area(picture).sum() / shapely.area(real).sum() - 1) < 0.01


def test_areas_of_an_inset_lie_in_its_frame(store: Store) -> None:
    shapes = drawn(store, "2021")
    for inset in INSETS:
        x, y, width, height = inset.frame
        frame = shapely.box(x, y, x + width, y + height)
        there = [shape for code, shape in shapes.items() if code.startswith(inset.prefix)]
        assert there and all(frame.covers(shape) for shape in there), inset.id
    assert not any(
        shapely.box(a.frame[0], a.frame[1], a.frame[0] + a.frame[2], a.frame[1] + a.frame[3]).intersects(
            shapely.box(b.frame[0], b.frame[1], b.frame[0] + b.frame[2], b.frame[1] + b.frame[3])
        )
        for a in INSETS
        for b in INSETS
        if a.id < b.id
    )


def test_parts_outside_the_box_of_an_inset_are_left_out_but_never_the_area() -> None:
    inset = INSETS[0]
    west, south, east, north = inset.box
    inside, outside = shapely.box(west, south, east, north), shapely.box(0, 0, 1, 1)
    both = shapely.MultiPolygon([inside, outside])
    assert areas_of(inset, [f"{inset.prefix}0", "XX"], np.array([both, inside]))[f"{inset.prefix}0"].equals(inside)
    assert areas_of(inset, [f"{inset.prefix}0"], np.array([outside]))[f"{inset.prefix}0"].equals(outside)


@given(st.integers(2, 12), st.integers(2, 12), st.integers(0, 2**32 - 1), st.floats(0.1, 30))
def test_any_coverage_stays_one(columns: int, rows: int, seed: int, tolerance: float) -> None:
    """Cells of a grid with moved corners and many vertices on their sides."""
    random = np.random.default_rng(seed)
    corners = {(c, r): (c + random.uniform(-0.3, 0.3), r + random.uniform(-0.3, 0.3)) for c in range(columns + 1)
               for r in range(rows + 1)}  # fmt: skip

    def side(a: tuple[int, int], b: tuple[int, int]) -> list[tuple[float, float]]:
        low, high = sorted((a, b))
        points = np.linspace(corners[low], corners[high], 6)
        points[1:-1] += np.random.default_rng(abs(hash((low, high, seed))) % 2**32).uniform(-0.03, 0.03, (4, 2))
        return [tuple(point) for point in (points if a == low else points[::-1]).tolist()]

    cells = []
    for c in range(columns):
        for r in range(rows):
            around = [(c, r), (c + 1, r), (c + 1, r + 1), (c, r + 1), (c, r)]
            cells.append(shapely.Polygon([p for a, b in pairwise(around) for p in side(a, b)[:-1]]))
    whole = shapely.transform(np.array(cells, dtype=object), lambda xy: xy * 20)
    if not shapely.is_valid(whole).all() or not shapely.coverage_is_valid(whole):
        return
    made = simplified(whole, Grid(tolerance, 1.0, 4.0))
    assert shapely.is_valid(made).all() and shapely.coverage_is_valid(made)
    assert (np.abs(shapely.area(made) / shapely.area(whole) - 1) <= TOLERATED).all()


def test_nothing_is_simplified_to_nothing() -> None:
    assert len(simplified([], Grid(1.0, 1.0, 1.0))) == 0


@given(st.lists(st.integers(1, 60), max_size=300))
def test_every_number_is_in_one_class_of_the_legend(numbers: list[int]) -> None:
    classes = shades_of(numbers)
    assert len(classes) <= CLASSES
    assert sum(one.areas for one in classes) == len(numbers)
    for number in numbers:
        (own,) = [one for one in classes if one.low <= number <= one.high]
        assert own.number <= CLASSES
    tones = [one.number for one in classes]
    assert tones == sorted(set(tones)) and tones[-1:] in ([], [CLASSES])
    assert [one.low for one in classes] == sorted(one.low for one in classes)
    for one in classes:
        assert one.low in numbers and one.high in numbers
        assert one.areas == sum(one.low <= number <= one.high for number in numbers)
