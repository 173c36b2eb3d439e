"""Pages: ids, cells, encoded features, bounds."""

from __future__ import annotations

from typing import Any

import pytest
from pyproj import Transformer

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.errors import InvalidValue, NotFound
from cooperation_atlas.model.fields import FieldType
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.crs import CRS84, OFFERED
from cooperation_atlas.store.query import Query

from .reading import features, ids, positions, stored, whole

TYPES: dict[FieldType, type] = {
    FieldType.BOOLEAN: bool,
    FieldType.INTEGER: int,
    FieldType.NUMBER: float,
    FieldType.ARRAY: list,
}

every_collection = pytest.mark.parametrize("collection", COLLECTIONS)
#: Those that take the criteria of programmes.
of_programmes = pytest.mark.parametrize("collection", [id_ for id_, c in COLLECTIONS.items() if c.is_of_programmes])


class PageContract:
    """What a page offers."""

    @every_collection
    def test_without_an_order_features_have_that_of_their_ids(self, store: Store, collection: str) -> None:
        page = whole(store, collection)
        assert list(page.ids) == sorted(page.ids)
        assert len(set(page.ids)) == len(page) == page.matched == store.counts[collection]

    @every_collection
    def test_pages_are_a_partition(self, store: Store, collection: str) -> None:
        expected = ids(store, collection)
        size = max(1, len(expected) // 3)
        pages = [store.search(Query(collection, offset=at, limit=size)) for at in range(0, len(expected) + size, size)]
        assert [id_ for page in pages for id_ in page.ids] == expected
        assert {page.matched for page in pages} == {len(expected)}

    @every_collection
    def test_beyond_the_end_a_page_is_empty_but_knows_how_many_match(self, store: Store, collection: str) -> None:
        page = store.search(Query(collection, offset=10**9))
        assert (len(page), list(page.ids), page.matched) == (0, [], store.counts[collection])
        assert list(page.features()) == list(page.cells(stored(collection))) == []
        assert page.bounds() is None

    def test_a_page_has_its_query(self, store: Store) -> None:
        query = Query("nuts3", criteria=(("country", ("IT",)),), offset=1, limit=2)
        assert store.search(query).query == query

    @every_collection
    def test_cells_have_the_types_of_the_model(self, store: Store, collection: str) -> None:
        fields = COLLECTIONS[collection].fields
        for row in whole(store, collection).cells([field.name for field in fields]):
            for field, value in zip(fields, row, strict=True):
                assert value is None or type(value) is TYPES.get(field.type, str), field.name

    @every_collection
    def test_cells_have_the_order_of_the_names(self, store: Store, collection: str) -> None:
        page = whole(store, collection)
        declared = COLLECTIONS[collection]
        names = ["match", declared.title_field, declared.id_field]
        for id_, (match, _, own) in zip(page.ids, page.cells(names), strict=True):
            assert (match, own) == (None, id_)
        assert [row[::-1] for row in page.cells(names)] == list(page.cells(names[::-1]))

    def test_an_unknown_property_has_no_cells(self, store: Store) -> None:
        with pytest.raises(InvalidValue, match="has no property 'nam'") as caught:
            list(whole(store, "nuts3").cells(["nam"]))
        assert caught.value.place == "nam"
        assert "name" in caught.value.nearest

    @every_collection
    def test_features_say_what_cells_say(self, store: Store, collection: str) -> None:
        declared = COLLECTIONS[collection]
        page = store.search(Query(collection, criteria=(("country", ("IT", "EL")),), limit=50))
        for id_, cells, feature in zip(page.ids, page.cells(list(declared.by_name)), features(page), strict=True):
            assert list(feature) == ["type", "id", "geometry", "properties"]
            assert (feature["type"], feature["id"]) == ("Feature", id_)
            assert list(feature["properties"].items()) == list(zip(declared.by_name, cells, strict=True))

    @every_collection
    @pytest.mark.parametrize("crs", OFFERED)
    @pytest.mark.parametrize("geometry", [True, False])
    def test_properties_that_are_named_have_the_order_of_the_collection(
        self, store: Store, collection: str, crs: str, geometry: bool
    ) -> None:
        page = store.search(Query(collection, limit=20))
        every = list(COLLECTIONS[collection].by_name)
        expected = features(page, crs)
        for names in (every[::2], every[:1], every[-1:], every[::-3], []):
            for feature, full in zip(features(page, crs, names, geometry=geometry), expected, strict=True):
                assert list(feature["properties"]) == [name for name in every if name in names]
                assert feature["properties"].items() <= full["properties"].items()
                assert feature["geometry"] == (full["geometry"] if geometry else None)

    @every_collection
    @pytest.mark.parametrize("crs", OFFERED)
    def test_coordinates_are_those_of_the_crs(self, store: Store, collection: str, crs: str) -> None:
        """As PROJ transforms them from CRS84, in the axis order of the CRS, rounded to its decimals."""
        page = store.search(Query(collection, limit=5))
        to_crs = Transformer.from_crs("OGC:CRS84", OFFERED[crs].crs)
        decimals = OFFERED[crs].decimals
        for base, feature in zip(features(page), features(page, crs), strict=True):
            given, written = positions(base["geometry"]), positions(feature["geometry"])
            assert len(given) == len(written)
            for (longitude, latitude), position in zip(given, written, strict=True):
                assert position == [round(value, decimals) for value in position]
                # The base is rounded too: to a millionth of a degree, which is about 0.1 m.
                tolerance = 2e-6 if OFFERED[crs].geographic else 0.3
                assert position == pytest.approx(to_crs.transform(longitude, latitude), abs=tolerance)

    @every_collection
    @pytest.mark.parametrize("crs", OFFERED)
    def test_bounds_are_those_of_the_features(self, store: Store, collection: str, crs: str) -> None:
        page = store.search(Query(collection, criteria=(("country", ("IT",)),), limit=5))
        places = [position for feature in features(page, crs) for position in positions(feature["geometry"])]
        if not places:
            assert page.bounds(crs) is None
            return
        first, second = zip(*places, strict=True)
        assert page.bounds(crs) == (min(first), min(second), max(first), max(second))

    @every_collection
    def test_one_feature_is_a_page_of_one(self, store: Store, collection: str) -> None:
        page = whole(store, collection)
        every = features(page)
        for number in range(0, len(every), max(1, len(every) // 7)):
            alone = store.one(collection, page.ids[number])
            assert (len(alone), alone.matched, list(alone.ids)) == (1, 1, [page.ids[number]])
            assert features(alone) == [every[number]]

    @every_collection
    def test_a_feature_that_is_not_there_is_not_found(self, store: Store, collection: str) -> None:
        id_ = ids(store, collection)[0]
        with pytest.raises(NotFound, match=f"There is no feature '{id_}x' in collection '{collection}'") as caught:
            store.one(collection, f"{id_}x")
        assert id_ in caught.value.nearest

    @pytest.mark.parametrize("method", ["search", "facets", "one", "representatives", "spatial_extent"])
    def test_an_unknown_collection_is_not_found(self, store: Store, method: str) -> None:
        arguments: dict[str, tuple[Any, ...]] = {
            "search": (Query("program"),), "facets": (Query("program"),), "one": ("program", "x"),
        }  # fmt: skip
        with pytest.raises(NotFound, match=r"There is no collection 'program'\..*programmes"):
            getattr(store, method)(*arguments.get(method, ("program",)))

    @every_collection
    def test_what_a_page_says_can_be_changed_without_harm(self, store: Store, collection: str) -> None:
        """Encoded features are bytes; the same question twice has the same answer."""
        assert list(whole(store, collection).features()) == list(whole(store, collection).features())
        assert whole(store, collection).bounds(CRS84) == whole(store, collection).bounds()
