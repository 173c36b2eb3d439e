"""Geometries with a part that has no coordinates: GEOS ends the whole process on some, so that none reaches it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from http_client import get, refusal, request
from running_server import RunningServer

from cooperation_atlas.store.shapes import has_empty_part

RING = [[9, 47], [12, 47], [12, 53], [9, 47]]
EMPTY: list[dict[str, Any]] = [
    {"type": "Polygon", "coordinates": [RING, []]},
    {"type": "MultiPolygon", "coordinates": [[RING], []]},
    {"type": "MultiLineString", "coordinates": [RING, [], RING]},
    {"type": "MultiPoint", "coordinates": [[9, 47], []]},
    {"type": "Polygon", "coordinates": []},
    {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [RING, []]}]},
    {"type": "GeometryCollection", "geometries": []},
]
OPERATORS = ("touches", "overlaps", "disjoint", "intersects", "within", "contains", "crosses", "equals")


@pytest.mark.parametrize("geometry", EMPTY, ids=lambda one: one["type"])
def test_no_such_geometry_reaches_a_predicate(server: RunningServer, geometry: dict[str, Any]):
    assert has_empty_part(geometry)
    for operator in OPERATORS:
        body = {"op": f"s_{operator}", "args": [{"property": "geometry"}, geometry]}
        refusal(request(server, "POST", "/collections/nuts3/items?limit=1", json=body))
        in_address = {"filter": json.dumps(body), "filter-lang": "cql2-json", "limit": 1}
        refusal(get(server, "/collections/nuts3/items", **in_address))
    inputs = {"features": geometry, "distance_km": 20, "relation": ["near", "touches"]}
    assert (
        "inputs.features"
        in refusal(request(server, "POST", "/processes/overlay/execution", json={"inputs": inputs}))["detail"]
    )
    assert get(server, "/healthz").status_code == 200


@pytest.mark.parametrize("text", ["POLYGON((9 47,12 47,12 53,9 47),())", "MULTIPOLYGON(((9 47,12 47,12 53,9 47)),())"])
def test_nor_as_text(server: RunningServer, text: str):
    refusal(get(server, "/collections/nuts3/items", filter=f"S_TOUCHES(geometry, {text})", limit=1))
    assert get(server, "/healthz").status_code == 200


def test_whole_geometries_have_none():
    whole = [{"type": "Point", "coordinates": [9, 47, 5]}, {"type": "MultiPolygon", "coordinates": [[RING, RING]]}]
    for geometry in (*whole, {"type": "GeometryCollection", "geometries": whole}):
        assert not has_empty_part(geometry)
