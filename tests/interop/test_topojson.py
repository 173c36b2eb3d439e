"""GDAL's TopoJSON driver reads the shapes of every collection of areas: none is missing, and borders are shared."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pyogrio
import pytest
import shapely
from running_server import RunningServer
from shapely.geometry import shape

from cooperation_atlas.model.collections import COLLECTIONS

AREAS = tuple(one.id for one in COLLECTIONS.values() if one.period is not None)


def topology(server: RunningServer, collection: str) -> httpx.Response:
    answer = httpx.get(f"{server.url}/collections/{collection}/topology", timeout=60)
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/topo+json"
    return answer


@pytest.mark.parametrize("id_", AREAS)
def test_every_area_is_read_with_its_name_close_to_its_size(
    server: RunningServer, published: dict[str, list[dict[str, Any]]], id_: str, tmp_path: Path
) -> None:
    file = tmp_path / "areas.topojson"
    file.write_bytes(topology(server, id_).content)
    meta, _, geometry, columns = pyogrio.raw.read(file)
    assert pyogrio.list_layers(file)[0][0] == "areas"
    fields = dict(zip(meta["fields"], columns, strict=True))
    features = {one["id"]: one for one in published[id_]}
    assert sorted(fields["id"]) == sorted(features)
    assert list(fields["nuts_code"]) == list(fields["id"])
    names = dict(zip(fields["id"], fields["name"], strict=True))
    assert names == {code: one["properties"][COLLECTIONS[id_].presentation.name] for code, one in features.items()}
    shapes = shapely.from_wkb(geometry)
    assert shapely.is_valid(shapes).all() and not shapely.is_empty(shapes).any()
    real = [shape(features[code]["geometry"]) for code in fields["id"]]
    largest = np.array([max(part.area for part in shapely.get_parts(one)) for one in real])
    assert (shapely.area(shapes) > 0.6 * largest).all()
    assert (shapely.area(shapes) < 1.25 * shapely.area(np.array(real, dtype=object))).all()
    assert shapely.coverage_is_valid(shapely.set_precision(shapes, 0))
    # Far fewer vertices, so that the file is small.
    assert shapely.get_num_coordinates(shapes).sum() < 0.3 * shapely.get_num_coordinates(real).sum()


@pytest.mark.parametrize("id_", AREAS)
def test_every_border_is_there_once(server: RunningServer, id_: str) -> None:
    document = topology(server, id_).json()
    arcs = [tuple(map(tuple, np.cumsum(arc, axis=0).tolist())) for arc in document["arcs"]]
    sides = [frozenset(pair) for arc in arcs for pair in pairwise(arc)]
    assert len(sides) == len(set(sides))
    used: set[int] = set()
    for area in document["objects"]["areas"]["geometries"]:
        parts = [area["arcs"]] if area["type"] == "Polygon" else area["arcs"]
        for ring in (ring for part in parts for ring in part):
            lines = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
            used |= {n if n >= 0 else ~n for n in ring}
            ends = [(line[0], line[-1]) for line in lines]
            assert all(end == start for (_, end), (start, _) in zip(ends, [*ends[1:], ends[0]], strict=True))
    assert used == set(range(len(arcs)))


def test_the_collection_leads_to_it_and_others_have_none(server: RunningServer) -> None:
    for id_ in COLLECTIONS:
        links = server.json(f"/collections/{id_}", f="json")["links"]
        (href,) = [link["href"] for link in links if link["rel"].endswith("#topology")] or [None]
        answer = httpx.get(href or f"{server.url}/collections/{id_}/topology", timeout=60)
        assert answer.status_code == (200 if id_ in AREAS else 404)
        if id_ not in AREAS:
            assert "nuts3" in answer.json()["detail"]


def test_what_it_does_not_take_is_refused(server: RunningServer) -> None:
    for query, status in (("limit=3", 400), ("f=csv", 400), ("lang=xx", 400), ("exclude=all", 400), ("f=json", 200)):
        assert httpx.get(f"{server.url}/collections/nuts3/topology?{query}").status_code == status, query


@pytest.mark.parametrize("accept", ["application/topo+json", "application/json", "*/*"])
def test_it_is_answered_to_who_accepts_it(server: RunningServer, accept: str) -> None:
    answer = httpx.get(f"{server.url}/collections/nuts3/topology", headers={"Accept": accept})
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/topo+json"
