"""OGC API - Features, Part 2 (18-058r1), Annex A: its abstract tests by name, on every collection."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
import shapely
from ogc_documents import CRS84, GEOJSON, ApiUnderTest, api
from pyproj import CRS, Transformer
from running_server import COLLECTIONS
from shapely.geometry import shape

__all__ = ["api"]

UNKNOWN = ["http://www.opengis.net/def/crs/EPSG/0/2154", "EPSG:4326", "unknown", ""]
#: A part of Europe in CRS84, and the collections' features in it: Alps and northern Italy.
BOX = (6.0, 44.0, 13.0, 48.0)


@pytest.fixture(params=COLLECTIONS)
def described(request: pytest.FixtureRequest, api: ApiUnderTest) -> dict[str, Any]:
    """A collection as `/collections` describes it."""
    return next(c for c in api.collections if c["id"] == request.param)


def definition(uri: str) -> CRS:
    """The CRS behind an OGC URI."""
    authority, code = re.fullmatch(r"http://www\.opengis\.net/def/crs/(\w+)/[\d.]+/(\w+)", uri).groups()
    return CRS.from_authority(authority, code)


def transformed(uri: str, xy: np.ndarray) -> np.ndarray:
    """Longitude and latitude as coordinates of the CRS in its own axis order."""
    return np.column_stack(Transformer.from_crs(CRS.from_authority("OGC", "CRS84"), definition(uri)).transform(*xy.T))


def coordinates(document: dict[str, Any]) -> np.ndarray:
    return np.concatenate([shapely.get_coordinates(shape(f["geometry"])) for f in document["features"]])


def tolerance(uri: str) -> float:
    """Half of the last digit that is published, and a little."""
    return 2e-6 if definition(uri).is_geographic else 0.2


def corners_in(uri: str) -> str:
    """`BOX`, moved to the CRS: lowest and highest of both axes along densified edges."""
    edge = shapely.get_coordinates(shapely.segmentize(shapely.box(*BOX).exterior, 0.1))
    moved = transformed(uri, edge)
    return ",".join(f"{v:.6f}" for v in (*moved.min(axis=0), *moved.max(axis=0)))


def test_crs_declared(api: ApiUnderTest):
    assert "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs" in api.conforms


def test_crs_crs_uri(described: dict[str, Any]):
    """/conf/crs/crs-uri: every identifier is the URI of a CRS that the registries have."""
    assert described["crs"][0] == CRS84
    assert len(set(described["crs"])) == len(described["crs"]) >= 4
    for uri in described["crs"]:
        assert definition(uri).name


def test_crs_fc_md_crs_list(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/crs/fc-md-crs-list: the same list at the collection, in the list of all, and in the API definition."""
    alone = api.json(f"{api.url}/collections/{described['id']}")
    assert alone["crs"] == described["crs"]
    for name in ("crs", "bbox-crs", "filter-crs"):
        assert api.parameter(described, name)["schema"]["enum"] == described["crs"]


def test_crs_fc_md_storage_crs(described: dict[str, Any]):
    """/conf/crs/fc-md-storageCrs: the storage CRS is one of those offered; it has no epoch, being static."""
    assert described["storageCrs"] in described["crs"]
    assert "storageCrsCoordinateEpoch" not in described


def test_crs_fc_bbox_crs_definition(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/crs/fc-bbox-crs-definition and fc-crs-definition."""
    for name in ("bbox-crs", "crs"):
        declared = api.parameter(described, name)
        assert (declared["in"], declared["required"], declared["style"], declared["explode"]) == (
            "query", False, "form", False,
        )  # fmt: skip
        assert (declared["schema"]["type"], declared["schema"]["format"]) == ("string", "uri")


@pytest.mark.parametrize("value", UNKNOWN)
def test_crs_fc_bbox_crs_valid_value(api: ApiUnderTest, described: dict[str, Any], value: str):
    """/conf/crs/fc-bbox-crs-valid-value: a CRS that is not offered is a 400."""
    answer = api.get(api.items(described), bbox="6,44,13,48", **{"bbox-crs": value})
    assert answer.status_code == 400 and answer.json()["parameter"] == "bbox-crs"


@pytest.mark.parametrize("value", UNKNOWN)
def test_crs_fc_crs_valid_value(api: ApiUnderTest, described: dict[str, Any], value: str):
    """/conf/crs/fc-crs-valid-value, for lists and for features."""
    feature = api.json(api.items(described), GEOJSON, limit=1, skipGeometry="true")["features"][0]["id"]
    for url in (api.items(described), f"{api.items(described)}/{feature}"):
        answer = api.get(url, crs=value)
        assert answer.status_code == 400 and answer.json()["parameter"] == "crs"


def test_crs_fc_bbox_crs_action(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/crs/fc-bbox-crs-action: the box is read in its CRS, and in CRS84 without one.

    A box of another CRS has other edges, so each is compared with the features moved to that CRS.
    """
    everything = api.json(api.items(described), GEOJSON, limit=20_000)["features"]
    ids, shapes = [f["id"] for f in everything], np.array([shape(f["geometry"]) for f in everything])
    for uri in described["crs"]:
        corners = corners_in(uri)
        found = api.json(api.items(described), GEOJSON, bbox=corners, limit=20_000, **{"bbox-crs": uri})
        low_x, low_y, high_x, high_y = map(float, corners.split(","))
        box = shapely.box(low_x, low_y, high_x, high_y)
        all_moved = shapely.transform(shapes, lambda xy, uri=uri: transformed(uri, xy))
        moved = dict(zip(ids, all_moved, strict=True))
        expected = {id_ for id_, s in moved.items() if s.intersects(box)}
        for id_ in expected ^ {f["id"] for f in found["features"]}:
            edge = moved[id_] if moved[id_].geom_type == "LineString" else moved[id_].boundary
            assert edge.distance(box.boundary) < tolerance(uri) * 2, (id_, uri)
        assert expected
    plain = api.json(api.items(described), GEOJSON, bbox="6,44,13,48", limit=20_000)
    assert (
        api.json(api.items(described), GEOJSON, bbox="6,44,13,48", limit=20_000, **{"bbox-crs": CRS84})["features"]
        == (plain["features"])
    )


def test_crs_fc_crs_default_value(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/crs/fc-crs-default-value: without `crs` the coordinates are in CRS84."""
    plain = api.get(api.items(described), GEOJSON, limit=5)
    named = api.get(api.items(described), GEOJSON, limit=5, crs=CRS84)
    assert plain.headers["content-crs"] == named.headers["content-crs"] == f"<{CRS84}>"
    assert plain.json()["features"] == named.json()["features"]


def test_crs_fc_crs_action(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/crs/fc-crs-action: coordinates are those of the CRS, in its axis order."""
    plain = api.json(api.items(described), GEOJSON, limit=20)
    for uri in described["crs"]:
        moved = api.json(api.items(described), GEOJSON, limit=20, crs=uri)
        assert [f["id"] for f in moved["features"]] == [f["id"] for f in plain["features"]]
        expected = transformed(uri, coordinates(plain))
        assert coordinates(moved) == pytest.approx(expected, abs=tolerance(uri))


def test_crs_ogc_crs_header_and_value(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/crs/ogc-crs-header: every response names its CRS in angle brackets."""
    feature = api.json(api.items(described), GEOJSON, limit=1, skipGeometry="true")["features"][0]["id"]
    for uri in described["crs"]:
        for url in (api.items(described), f"{api.items(described)}/{feature}"):
            assert api.get(url, GEOJSON, crs=uri).headers["content-crs"] == f"<{uri}>"


def test_crs_geojson(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/crs/geojson: other CRSs are GeoJSON too, by the header alone; no `crs` member (RFC 7946, 4)."""
    for uri in described["crs"]:
        answer = api.get(api.items(described), GEOJSON, limit=1, crs=uri)
        assert answer.headers["content-type"] == GEOJSON
        assert "crs" not in answer.json() and "crs" not in answer.json()["features"][0]
