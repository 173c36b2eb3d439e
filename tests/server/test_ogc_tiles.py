"""Vector tiles: what is in a tile, worked out a second time from whole geometries."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
import shapely
import tile_reader
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS, NUTS3, PROGRAMMES, Collection
from cooperation_atlas.model.errors import InvalidValue, NotFound
from cooperation_atlas.ogc.tiles.grid import BUFFER, CRS, EXTENT, MAX_ZOOM, MIN_ZOOM, Limits, Tile, tile_of
from cooperation_atlas.ogc.tiles.metadata import limits
from cooperation_atlas.ogc.tiles.tiles import Tiles, all_tiles, everything, parse_tile, tile_properties, tiles_of
from cooperation_atlas.store.budget import Budget, OverBudget
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.open import open_store
from cooperation_atlas.store.query import Query

TILED = [collection for collection in COLLECTIONS.values() if collection.is_tiled]
#: The areas of a real edition are simplified for several tile matrices.
pytestmark = pytest.mark.slow
every_collection = pytest.mark.parametrize("collection", TILED, ids=lambda one: one.id)


@pytest.fixture(scope="module")
def store(real_edition: EditionFolder) -> Store:
    return open_store(real_edition.folder)


def whole(store: Store, collection: Collection) -> tuple[list[str], np.ndarray]:
    ids, shapes = store.shapes(collection.id, CRS)
    return list(ids), shapes


def tile_at(zoom: int, x: float, y: float) -> Tile:
    """The tile of a place in metres."""
    side = Tile(zoom, 0, 0).unit * EXTENT
    west, north = Tile(zoom, 0, 0).corner
    return Tile(zoom, int((north - y) // side), int((x - west) // side))


@st.composite
def places(draw: st.DrawFn) -> Tile:
    """Tiles of Europe and around it."""
    zoom = draw(st.integers(MIN_ZOOM, MAX_ZOOM))
    x, y = draw(st.floats(-3e6, 5e6)), draw(st.floats(3e6, 1.2e7))
    return tile_at(zoom, x, y)


@every_collection
@settings(max_examples=25)
@given(tile=places())
def test_a_tile_has_the_features_of_its_place(store: Store, collection: Collection, tile: Tile) -> None:
    found = tile_reader.features(tiles_of(store, collection).tile(tile, everything(collection)), collection.id)
    ids, shapes = whole(store, collection)
    frame = box(*tile.box)
    # Outlines move by four units at most, and corners by one more.
    near = set(np.flatnonzero(shapely.dwithin(shapes, frame, 6 * tile.unit)).tolist())
    inner = shapely.buffer(frame, -6 * tile.unit)
    large = {row for row in near if shapely.intersection(shapes[row], inner).area > (12 * tile.unit) ** 2}
    rows = {id_ - 1 for id_ in found}
    assert rows <= near
    missing = {row for row in large - rows if not _thin(shapely.intersection(shapes[row], inner), tile)}
    assert not missing
    for id_, feature in found.items():
        assert feature["properties"][collection.id_field] == ids[id_ - 1]


def _thin(area: shapely.Geometry, tile: Tile) -> bool:
    """Whether an area may vanish when its outline is simplified."""
    return bool(shapely.buffer(area, -5 * tile.unit).is_empty)


@every_collection
@settings(max_examples=20)
@given(tile=places())
def test_areas_are_those_of_the_collection_and_rings_turn_as_the_standard_says(
    store: Store, collection: Collection, tile: Tile
) -> None:
    found = tile_reader.features(tiles_of(store, collection).tile(tile, everything(collection)), collection.id)
    _, shapes = whole(store, collection)
    west, north = tile.corner
    for id_, feature in found.items():
        coordinates = feature["geometry"]["coordinates"]
        polygons = [coordinates] if feature["geometry"]["type"] == "Polygon" else coordinates
        for outer, *inner in polygons:
            assert shapely.LinearRing(outer).is_ccw  # in y down: clockwise on the screen
            assert not any(shapely.LinearRing(ring).is_ccw for ring in inner)
            assert np.array(outer).min() >= -BUFFER and np.array(outer).max() <= EXTENT + BUFFER
        area = tile_reader.area(feature)
        back = shapely.transform(
            area, lambda xy: np.column_stack((west + xy[:, 0] * tile.unit, north - xy[:, 1] * tile.unit))
        )
        true = shapely.intersection(shapes[id_ - 1], box(*tile.box))
        border = (true.length + back.length) * 5 * tile.unit + (2 * tile.unit) ** 2
        assert shapely.symmetric_difference(shapely.make_valid(back), true).area <= border


@every_collection
def test_no_area_is_lost_however_small(store: Store, collection: Collection) -> None:
    found = tile_reader.features(tiles_of(store, collection).tile(Tile(0, 0, 0), everything(collection)), collection.id)
    _, shapes = whole(store, collection)
    assert {id_ - 1 for id_ in found} == {row for row, shape in enumerate(shapes) if shape is not None}


@every_collection
def test_properties_are_those_of_geojson(store: Store, collection: Collection) -> None:
    found = tile_reader.features(tiles_of(store, collection).tile(Tile(0, 0, 0), everything(collection)), collection.id)
    page = store.search(Query(collection.id, limit=100_000))
    names = tile_properties(collection)
    for row, written in enumerate(page.features(names=names, geometry=False)):
        wanted = {n: v for n, v in json.loads(written)["properties"].items() if v is not None}
        plain = {n: json.dumps(v, separators=(",", ":"), ensure_ascii=False) if isinstance(v, list) else v
                 for n, v in wanted.items()}  # fmt: skip
        assert found[row + 1]["properties"] == plain


def test_tiles_say_what_rests_on_samples() -> None:
    for collection in TILED:
        assert set(collection.bases) <= set(tile_properties(collection))


SEARCHES = st.fixed_dictionaries(
    {},
    optional={
        "country": st.sampled_from(["IT", "EL,MT", "DE"]),
        "topic": st.sampled_from(["PO2", "RSO2.6"]),
        "scope": st.just("cross_border"),
        "bbox": st.just("10,40,20,50"),
        "include": st.just("unknown"),
        "filter": st.just("country <> 'IT'"),
        "q": st.just("sicily"),
    },
)


@every_collection
@settings(max_examples=15)
@given(asked=SEARCHES, zoom=st.sampled_from([0, 4]))
def test_a_tile_of_a_search_has_what_the_search_finds(
    store: Store, collection: Collection, asked: dict[str, str], zoom: int
) -> None:
    tile, tiles = (tile_at(zoom, 1.5e6, 5.1e6), tiles_of(store, collection))
    request = parse_tile(collection, [*asked.items(), ("properties", collection.id_field)])
    found = tile_reader.features(tiles.tile(tile, request), collection.id)
    everywhere = tile_reader.features(tiles.tile(tile, everything(collection)), collection.id)
    page = store.search(Query(**{**_parts(request.query), "limit": 100_000}))
    wanted = {
        id_: everywhere[id_]["geometry"] for id_ in everywhere if _id(everywhere[id_], collection) in set(page.ids)
    }
    assert {id_: feature["geometry"] for id_, feature in found.items()} == wanted
    assert all(set(feature["properties"]) == {collection.id_field} for feature in found.values())


def _parts(query: Query) -> dict[str, Any]:
    return {name: getattr(query, name) for name in query.__dataclass_fields__}


def _id(feature: dict[str, Any], collection: Collection) -> str:
    return str(feature["properties"][collection.id_field])


def test_without_samples_no_value_rests_on_them(store: Store) -> None:
    plain = tile_reader.features(
        tiles_of(store.without_samples, PROGRAMMES).tile(Tile(0, 0, 0), everything(PROGRAMMES)), PROGRAMMES.id
    )
    assert plain and not any("sample" in str(feature["properties"]) for feature in plain.values())


@every_collection
def test_limits_hold_all_tiles_with_features(small_edition: EditionFolder, collection: Collection) -> None:
    small = open_store(small_edition.folder)
    said = {each["tileMatrix"]: each for each in limits(small, collection)}
    inside = {tile for tile, _ in all_tiles(small, collection)}
    assert inside
    tiles = Tiles(small, collection)
    for zoom in range(5):
        each = said[str(zoom)]
        for row in range(2**zoom):
            for column in range(2**zoom):
                tile = Tile(zoom, row, column)
                has = tiles.tile(tile, everything(collection)) is not None
                assert has == (tile in inside)
                if has:
                    assert each["minTileRow"] <= row <= each["maxTileRow"]
                    assert each["minTileCol"] <= column <= each["maxTileCol"]


def test_limits_of_a_place_are_the_tiles_around_it() -> None:
    """Rome lies in tile 4/8/5 (row 5, column 8)."""
    found = Limits.of(4, (12.4, 41.8, 12.6, 42.0))
    assert (found.first_row, found.last_row, found.first_column, found.last_column) == (5, 5, 8, 8)


@pytest.mark.parametrize(
    "place", [("a", "0", "0"), ("1", "-1", "0"), ("1", "0", "1.5"), ("٣", "0", "0"), ("", "0", "0")]
)
def test_what_is_no_number_is_refused(place: tuple[str, str, str]) -> None:
    with pytest.raises(InvalidValue, match="whole number"):
        tile_of(*place)


@pytest.mark.parametrize("place", [("8", "0", "0"), ("0", "1", "0"), ("3", "0", "8"), ("999999999", "0", "0")])
def test_a_tile_that_cannot_be_is_not_found(place: tuple[str, str, str]) -> None:
    with pytest.raises(NotFound):
        tile_of(*place)


def test_the_same_tile_has_the_same_bytes(small_edition: EditionFolder) -> None:
    made = [dict(all_tiles(open_store(small_edition.folder), NUTS3)) for _ in range(2)]
    assert made[0] == made[1]


def test_a_tile_is_paid_before_it_is_made(store: Store) -> None:
    tiles = tiles_of(store, PROGRAMMES)
    tiles.tile(Tile(3, 2, 4), everything(PROGRAMMES))  # what is made once for an edition
    paid = Budget()
    tiles.tile(Tile(3, 2, 4), everything(PROGRAMMES), paid)
    assert paid.spent > 0
    with pytest.raises(OverBudget) as refused:
        tiles.tile(Tile(3, 2, 4), everything(PROGRAMMES), Budget(paid.spent - 1))
    assert refused.value.place
