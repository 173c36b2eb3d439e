"""Overlays: what shapes of a client meet, or are near."""

from __future__ import annotations

import orjson
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.errors import NotFound
from cooperation_atlas.model.overlay import Relation
from cooperation_atlas.store.budget import Budget, OverBudget
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.crs import CRS84, OFFERED
from cooperation_atlas.store.overlay import Meeting
from cooperation_atlas.store.query import Query

LAEA = "http://www.opengis.net/def/crs/EPSG/0/3035"
SAME = {Relation.EQUALS, Relation.WITHIN, Relation.CONTAINS, Relation.OVERLAPS}


def areas(store: Store, collection: str, crs: str = CRS84) -> dict[str, BaseGeometry]:
    """The shapes of all features, x first."""
    page = store.search(Query(collection, limit=10**6))
    shapes = [shapely.from_geojson(orjson.dumps(orjson.loads(f)["geometry"])) for f in page.features(crs, ())]
    flip = OFFERED[crs].swapped
    turned = [shapely.transform(s, lambda xy: xy[:, ::-1]) if flip and s is not None else s for s in shapes]
    return {id_: shape for id_, shape in zip(page.ids, turned, strict=True) if shape is not None}


def by_pair(meetings: list[Meeting]) -> dict[tuple[int, str], Meeting]:
    """Meetings by shape and feature, each of which stands there once."""
    found = {(one.shape, one.id): one for one in meetings}
    assert len(found) == len(meetings)
    return found


class OverlayContract:
    """``overlay``."""

    @pytest.mark.parametrize("crs", OFFERED)
    def test_an_area_is_itself_and_touches_its_neighbours(self, store: Store, crs: str):
        """As a client reads it, with rounded coordinates: no slivers, and nothing that only looks like an overlap."""
        read = areas(store, "nuts3", crs)
        chosen = dict(list(read.items())[::37])
        meetings = store.overlay(Query("nuts3"), list(chosen.values()), crs)
        equal = [(list(chosen)[one.shape], one.id) for one in meetings if one.relation is Relation.EQUALS]
        assert equal == [(id_, id_) for id_ in chosen]
        assert {one.relation for one in meetings} <= {Relation.EQUALS, Relation.TOUCHES}

    def test_neighbours_by_land_touch(self, store: Store):
        read = areas(store, "nuts3")
        pairs = store.search(Query("neighbours", equals=(("neighbour_kind", ("land",)),), limit=60))
        for one, other, version in pairs.cells(("nuts_code_a", "nuts_code_b", "nuts_version")):
            if version == "2021" and one in read:
                touched = {m.id for m in store.overlay(Query("nuts3"), [read[one]]) if m.relation is Relation.TOUCHES}
                assert other in touched, (one, other)

    @pytest.mark.parametrize("collection", ["programmes", "nuts3", "nuts3-2016"])
    def test_points_lie_where_shapely_says(self, store: Store, collection: str):
        read = areas(store, collection)
        points = [shape.representative_point() for shape in list(read.values())[::23]]
        expected = {(n, id_) for n, p in enumerate(points) for id_, area in read.items() if shapely.intersects(area, p)}
        found = by_pair(store.overlay(Query(collection), points))
        assert set(found) == expected
        assert {one.relation for one in found.values()} <= {Relation.WITHIN, Relation.TOUCHES}

    def test_shares_fit_each_other(self, store: Store):
        """What the areas share of a box adds up to at most the box, as areas do not overlap."""
        read = areas(store, "nuts3")
        box = shapely.box(*shapely.bounds(next(iter(read.values()))))
        found = store.overlay(Query("nuts3"), [box])
        assert found and sum(one.share_of_shape for one in found) <= 1 + 1e-6
        for one in found:
            assert 0 <= one.share_of_shape <= 1 and one.share_of_feature is not None
            assert (one.shared_km2 or 0) >= 0 and (one.share_of_shape > 0) == (one.relation in SAME)
            if one.shared_km2:
                of_box, of_area = one.shared_km2 / one.share_of_shape, one.shared_km2 / one.share_of_feature
                assert of_box > 0 and of_area > 0

    def test_a_filter_only_takes_pairs_away(self, store: Store):
        read = areas(store, "programmes")
        shapes = [shape.representative_point().buffer(1.5) for shape in list(read.values())[::50]]
        every = by_pair(store.overlay(Query("programmes"), shapes))
        country = next(iter(store.search(Query("programmes", limit=1)).cells(("country",))))[0]
        chosen = Query("programmes", criteria=(("country", (country,)),))
        kept = set(store.search(Query(chosen.collection, chosen.criteria, limit=10**6)).ids)
        found = by_pair(store.overlay(chosen, shapes))
        assert found == {pair: one for pair, one in every.items() if pair[1] in kept}

    def test_what_is_near_is_not_met_and_no_farther(self, store: Store):
        read = areas(store, "nuts3")
        points = [shape.representative_point() for shape in list(read.values())[::91]]
        met = by_pair(store.overlay(Query("nuts3"), points))
        for km in (10.0, 60.0):
            found = by_pair(store.overlay(Query("nuts3"), points, distance_km=km))
            near = {pair: one for pair, one in found.items() if one.relation is Relation.NEAR}
            assert {pair: one for pair, one in found.items() if pair not in near} == met
            assert all(0 < one.distance_km <= km for one in near.values())
        wide = by_pair(store.overlay(Query("nuts3"), points, distance_km=60.0))
        assert {pair for pair, one in wide.items() if one.distance_km <= 10} == set(
            by_pair(store.overlay(Query("nuts3"), points, distance_km=10.0))
        )

    def test_it_is_sorted_and_pays(self, store: Store):
        read = list(areas(store, "nuts3").values())
        shapes = [read[0], read[-1]]
        found = store.overlay(Query("nuts3"), shapes, distance_km=50.0)
        order = list(Relation)
        keys = [(one.shape, order.index(one.relation), one.distance_km) for one in found]
        assert keys == sorted(keys)
        budget = Budget()
        assert store.overlay(Query("nuts3"), shapes, distance_km=50.0, budget=budget) == found and budget.spent > 0
        with pytest.raises(OverBudget):
            store.overlay(Query("nuts3"), shapes, budget=Budget(100))

    def test_unknown_collections_are_not_found(self, store: Store):
        with pytest.raises(NotFound):
            store.overlay(Query("nuts4"), [shapely.Point(0, 0)])

    def test_nothing_lies_in_the_ocean(self, store: Store):
        far = [
            shapely.Point(-150, -40),
            shapely.box(-160, -50, -140, -30),
            shapely.LineString([(-150, -40), (-149, -41)]),
        ]
        for collection in COLLECTIONS:
            if collection in ("programmes", "nuts3", "nuts3-2016"):
                assert store.overlay(Query(collection), far, distance_km=100.0) == []
