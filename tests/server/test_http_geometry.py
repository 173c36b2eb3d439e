"""Geometry in responses and in boxes: RFC 7946, axis order and transformation checked against pyproj and geopandas."""

from __future__ import annotations

import re
from typing import Any

import geopandas
import numpy as np
import pytest
import shapely
from http_client import CRS84, CRSS, get, ids, items, page
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Transformer
from running_server import RunningServer
from shapely.geometry import shape

#: EPSG codes whose first axis points north, by the EPSG registry.
NORTH_FIRST = ("4326", "4258", "3035")
EPSG_CODES = [code for code in CRSS if code != "CRS84"]


def frame(features: list[dict[str, Any]]) -> geopandas.GeoDataFrame:
    """The features as geopandas sees GeoJSON."""
    with_geometry = [f for f in features if f["geometry"]]
    shapes = [shape(f["geometry"]) for f in with_geometry]
    return geopandas.GeoDataFrame({"id": [f["id"] for f in with_geometry]}, geometry=shapes, crs="OGC:CRS84")


@pytest.fixture(scope="module")
def areas(published: dict[str, list[dict]]) -> geopandas.GeoDataFrame:
    """The NUTS III areas."""
    return frame(published["nuts3"])


def coordinates(geometry: dict[str, Any]) -> list[str]:
    """Every number of a GeoJSON geometry as it is written."""
    return re.findall(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", geometry if isinstance(geometry, str) else str(geometry))


# --- RFC 7946 -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("crs", CRSS)
def test_coordinates_are_as_precise_as_the_data(server: RunningServer, crs: str):
    """Six decimals of a degree; decimetres in metric CRSs."""
    decimals = 1 if crs in ("3035", "3857") else 6
    text = get(server, items("nuts3"), crs=CRSS[crs], limit=200, properties="nuts_code").text
    positions = re.findall(r"\[(-?[\d.eE+-]+),(-?[\d.eE+-]+)\]", text)
    assert len(positions) > 1000
    written = [number for position in positions for number in position]
    assert not [n for n in written if "e" in n.lower()]
    assert max(len(n.partition(".")[2]) for n in written) == decimals


def test_outer_rings_run_counter_clockwise_and_holes_clockwise(published: dict[str, list[dict]], collection: str):
    """RFC 7946, 3.1.6."""
    for feature in published[collection]:
        geometry = feature["geometry"]
        if geometry is None or geometry["type"] == "LineString":
            continue
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for outer, *holes in polygons:
            assert shapely.is_ccw(shapely.linearrings(outer)), feature["id"]
            assert not any(shapely.is_ccw(shapely.linearrings(hole)) for hole in holes), feature["id"]


def test_geometries_are_valid_and_bbox_holds_them(server: RunningServer, collection: str):
    document = page(server, items(collection), limit=20_000)
    found = frame(document["features"])
    assert found.geometry.is_valid.all() and not found.geometry.is_empty.any()
    assert set(found.geometry.geom_type) <= {"Polygon", "MultiPolygon", "LineString"}
    assert document["bbox"] == pytest.approx(list(found.total_bounds), abs=1e-6)
    extent = page(server, f"/collections/{collection}")["extent"]["spatial"]["bbox"][0]
    assert extent == pytest.approx(list(found.total_bounds), abs=1e-6)


def test_json_is_utf8_without_escapes_of_html_or_unicode(server: RunningServer):
    answer = get(server, items(), title="*Eastern*,*JTF*", properties="title", skipGeometry="true")
    assert answer.headers["content-type"] == "application/geo+json"
    titles = [f["properties"]["title"] for f in answer.json()["features"]]
    with_ampersand = [t for t in titles if "&" in t]
    assert with_ampersand
    for title in with_ampersand:
        assert f'"{title}"'.encode() in answer.content
    assert b"\\u0026" not in answer.content and b"&amp;" not in answer.content and b"\\u003c" not in answer.content
    names = get(server, items("nuts3"), country="EL", properties="name_national", skipGeometry="true")
    assert "Αττική".encode() in names.content or "Αττικ".encode() in names.content
    assert b"\\u03" not in names.content
    assert "charset" not in answer.headers["content-type"], "JSON is UTF-8 by RFC 8259; the type has no such parameter"


def test_html_escapes_what_json_does_not(server: RunningServer):
    text = get(server, items(), f="html", title="Southern & Eastern*").text
    assert "Southern &amp; Eastern" in text and "Southern & Eastern" not in text


# --- CRS of the response ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [items("nuts3"), f"{items('nuts3')}/ITG11"])
@pytest.mark.parametrize("crs", CRSS)
def test_response_names_its_crs(server: RunningServer, crs: str, path: str):
    assert get(server, path, crs=CRSS[crs]).headers["content-crs"] == f"<{CRSS[crs]}>"
    assert get(server, path).headers["content-crs"] == f"<{CRS84}>"


@pytest.mark.parametrize("crs", EPSG_CODES)
def test_coordinates_are_pyprojs_in_the_axis_order_of_the_registry(server: RunningServer, crs: str):
    """pyproj without `always_xy` answers in the order of the authority, which is what `crs` promises."""
    plain = page(server, items("nuts3"), country="IT,FI,PT", limit=20_000)
    moved = page(server, items("nuts3"), country="IT,FI,PT", limit=20_000, crs=CRSS[crs])
    to = Transformer.from_crs("OGC:CRS84", f"EPSG:{crs}")
    # The datum shift between WGS 84 and ETRS89 is null here; other differences are those of rounding.
    tolerance = 1e-6 if crs in ("4326", "4258") else 0.2
    for before, after in zip(plain["features"], moved["features"], strict=True):
        assert before["id"] == after["id"]
        xy = shapely.get_coordinates(shape(before["geometry"]))
        expected = np.column_stack(to.transform(xy[:, 0], xy[:, 1]))
        assert shapely.get_coordinates(shape(after["geometry"])) == pytest.approx(expected, abs=tolerance)
    low, high = moved["bbox"][:2], moved["bbox"][2:]
    corners = np.concatenate([shapely.get_coordinates(shape(f["geometry"])) for f in moved["features"]])
    assert low == pytest.approx(list(corners.min(axis=0)), abs=tolerance)
    assert high == pytest.approx(list(corners.max(axis=0)), abs=tolerance)


def test_asking_for_another_crs_changes_no_later_answer(server: RunningServer):
    before = get(server, f"{items('nuts3')}/ITG11").json()["geometry"]
    get(server, f"{items('nuts3')}/ITG11", crs=CRSS["3035"])
    get(server, items("nuts3"), crs=CRSS["3857"], nuts3="ITG11")
    assert get(server, f"{items('nuts3')}/ITG11").json()["geometry"] == before
    assert get(server, items("nuts3"), nuts3="ITG11").json()["features"][0]["geometry"] == before


# --- boxes --------------------------------------------------------------------------------------------------


def intersecting(areas: geopandas.GeoDataFrame, crs: str, box: tuple[float, float, float, float]) -> list[str]:
    """What geopandas finds in a box (x first) of the CRS, with the areas transformed to it."""
    moved = areas if crs == "CRS84" else areas.to_crs(f"EPSG:{crs}")
    return sorted(moved[moved.intersects(shapely.box(*box))]["id"])


#: Part of each CRS where the areas lie: x from, x to, y from, y to, and the largest size of a box.
WORLD = {
    "CRS84": (-25, 45, 27, 72, 8),
    "4326": (-25, 45, 27, 72, 8),
    "4258": (-25, 45, 27, 72, 8),
    "3035": (900_000, 7_500_000, 900_000, 5_500_000, 700_000),
    "3857": (-3_500_000, 5_000_000, 3_200_000, 11_500_000, 900_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("crs", CRSS)
def test_a_box_finds_what_geopandas_finds(server: RunningServer, areas: geopandas.GeoDataFrame, crs: str):
    x0, x1, y0, y1, size = WORLD[crs]
    moved = areas if crs == "CRS84" else areas.to_crs(f"EPSG:{crs}")
    digits = 6 if size < 100 else 1

    @settings(max_examples=40, deadline=None)
    @given(st.floats(x0, x1), st.floats(y0, y1), st.floats(0, size), st.floats(0, size))
    def check(x: float, y: float, width: float, height: float):
        # Rounded as it is sent, so that both sides see the same box.
        box = tuple(round(v, digits) for v in (x, y, x + width, y + height))
        corners = (box[1], box[0], box[3], box[2]) if crs in NORTH_FIRST else box
        asked = {"bbox": ",".join(f"{v:.{digits}f}" for v in corners)} | {"bbox-crs": CRSS[crs]}
        found = set(ids(server, "nuts3", **asked))
        polygon = shapely.box(*box)
        expected = set(moved[moved.intersects(polygon)]["id"])
        # Coordinates are published rounded: an area that only just touches may fall on either side.
        near = moved[moved["id"].isin(found ^ expected)]
        slack = 1e-5 if size < 100 else 0.5
        assert (near.boundary.distance(polygon) <= slack).all() if len(near) else True

    check()


def test_box_in_another_crs_is_densified(server: RunningServer, areas: geopandas.GeoDataFrame):
    """A box of EPSG:3035 is no box in degrees: two transformed corners lose what lies along its curved edges."""
    box = (2_600_000, 1_400_000, 7_000_000, 5_400_000)
    corners = f"{box[1]},{box[0]},{box[3]},{box[2]}"
    found = ids(server, "nuts3", bbox=corners, **{"bbox-crs": CRSS["3035"]})
    assert found == intersecting(areas, "3035", box)
    to = Transformer.from_crs("EPSG:3035", "OGC:CRS84", always_xy=True)
    west, south = to.transform(box[0], box[1])
    east, north = to.transform(box[2], box[3])
    assert set(found) - set(intersecting(areas, "CRS84", (west, south, east, north)))


def test_a_box_in_the_wrong_axis_order_is_another_box(server: RunningServer):
    sicily = ids(server, "nuts3", bbox="12.4,36.6,15.7,38.3")
    assert "ITG11" in sicily
    assert ids(server, "nuts3", bbox="36.6,12.4,38.3,15.7", **{"bbox-crs": CRSS["4326"]}) == sicily
    assert ids(server, "nuts3", bbox="12.4,36.6,15.7,38.3", **{"bbox-crs": CRSS["4326"]}) == []
