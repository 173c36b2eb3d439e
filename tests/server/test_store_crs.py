"""The coordinate reference systems, against pyproj and the EPSG registry."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS, Transformer

from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.crs import CRS84, OFFERED, offered

EPSG = [uri for uri in OFFERED if "/EPSG/" in uri]


def test_the_storage_crs_comes_first() -> None:
    assert next(iter(OFFERED)) == CRS84


@pytest.mark.parametrize("uri", OFFERED)
def test_axis_order_is_that_of_the_registry(uri: str) -> None:
    """4326, 4258 and 3035 are written north first; CRS84 and 3857 east first."""
    crs = offered(uri, "crs")
    assert crs.crs == CRS.from_user_input(uri)
    assert crs.swapped == (CRS.from_user_input(uri).axis_info[0].direction == "north")
    assert crs.swapped == (crs.code in ("4326", "4258", "3035"))


@pytest.mark.parametrize("uri", EPSG)
@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.floats(-30, 45), st.floats(28, 71)), min_size=1, max_size=5))
def test_coordinates_are_those_of_pyproj_in_the_order_of_the_axes(uri: str, points: list[tuple[float, float]]) -> None:
    lon, lat = np.array(points).T
    # Without always_xy pyproj takes and gives coordinates in the order of the axes.
    first, second = Transformer.from_crs("OGC:CRS84", uri).transform(lon, lat)
    crs = offered(uri, "crs")
    found = crs.from_crs84(np.array(points))
    if crs.swapped:
        found = found[:, ::-1]
    np.testing.assert_allclose(found, np.column_stack([first, second]), atol=10.0**-crs.decimals / 2)


@pytest.mark.parametrize("uri", OFFERED)
def test_decimals_are_about_a_tenth_of_a_metre(uri: str) -> None:
    crs = offered(uri, "crs")
    metres = 10.0**-crs.decimals * (111_320 if crs.geographic else 1)
    assert 0.05 < metres < 0.2


@pytest.mark.parametrize(
    ("uri", "nearest"),
    [
        ("http://www.opengis.net/def/crs/EPSG/0/3034", "http://www.opengis.net/def/crs/EPSG/0/3035"),
        ("http://www.opengis.net/def/crs/OGC/1.3/crs84", CRS84),
        ("EPSG:4326", CRS84),
        ("", CRS84),
    ],
)
def test_other_systems_are_refused_with_the_nearest(uri: str, nearest: str) -> None:
    with pytest.raises(InvalidValue, match=r"bbox-crs: .* is not offered") as caught:
        offered(uri, "bbox-crs")
    assert nearest in caught.value.nearest
