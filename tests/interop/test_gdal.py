"""GDAL's OAPIF driver (through pyogrio) reads every collection as it was published."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from running_server import RunningServer, json_type
from shapely.geometry import shape

#: OGR's field type (and subtype) for each JSON type of the schema.
OGR_TYPES = {
    "string": {("OFTString", "OFSTNone")},
    "integer": {("OFTInteger", "OFSTNone"), ("OFTInteger64", "OFSTNone")},
    "number": {("OFTReal", "OFSTNone")},
    "boolean": {("OFTInteger", "OFSTBoolean")},
    "date": {("OFTDate", "OFSTNone")},
    "array": {("OFTStringList", "OFSTNone")},
}


def read(server: RunningServer, layer: str, **options: Any) -> dict[str, Any]:
    """Columns by name, ``geometry`` among them, as GDAL hands them over."""
    meta, _, geometry, columns = pyogrio.raw.read(f"OAPIF:{server.url}", layer=layer, **options)
    return dict(zip(meta["fields"], columns, strict=True)) | {"geometry": shapely.from_wkb(geometry)}


def plain(value: Any) -> Any:
    """A value of a column as JSON would show it."""
    if isinstance(value, (list, np.ndarray)):
        return [str(v) for v in value]
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or value != value:  # not a number: absent
        return None
    return value.isoformat() if isinstance(value, datetime.date) else value


def column(values: Iterable[Any]) -> list[Any]:
    return [plain(v) for v in values]


def test_every_collection_is_a_layer(server: RunningServer):
    layers = {name for name, _ in pyogrio.list_layers(f"OAPIF:{server.url}")}
    assert layers == {c["id"] for c in server.json("/collections", f="json")["collections"]}


def test_same_features_in_the_same_order(server: RunningServer, collection: str, features: list[dict]):
    assert features, "a collection without features proves nothing"
    got = read(server, collection, columns=["id"])
    assert column(got["id"]) == [f["id"] for f in features]
    assert pyogrio.read_info(f"OAPIF:{server.url}", layer=collection)["features"] == len(features)


def test_types_are_those_of_the_schema(server: RunningServer, collection: str, declared: dict[str, dict]):
    info = pyogrio.read_info(f"OAPIF:{server.url}", layer=collection)
    got = dict(zip(info["fields"], zip(info["ogr_types"], info["ogr_subtypes"], strict=True), strict=True))
    wrong = {
        name: got.get(name)
        for name, declaration in declared.items()
        if got.get(name) not in OGR_TYPES[json_type(declaration)]
    }
    assert not wrong


def test_same_values(server: RunningServer, collection: str, features: list[dict], declared: dict[str, dict]):
    got = read(server, collection)
    for name in declared:
        expected = [f["properties"].get(name) for f in features]
        assert column(got[name]) == expected, name


def test_same_geometry(server: RunningServer, collection: str, features: list[dict]):
    got = read(server, collection, columns=["id"])["geometry"]
    for feature, geometry in zip(features, got, strict=True):
        if feature["geometry"] is None:
            assert geometry is None, feature["id"]
            continue
        expected = shape(feature["geometry"])
        assert geometry.geom_type in {"Polygon", "MultiPolygon"}, feature["id"]
        assert expected.normalize().equals_exact(geometry.normalize(), 1e-9), feature["id"]


def test_spatial_filter_is_done_by_the_server(server: RunningServer, features: list[dict], collection: str):
    box = (12.4, 35.4, 15.7, 38.9)  # Sicily and what lies around it
    near = shapely.box(*box)
    expected = [f["id"] for f in features if f["geometry"] and shape(f["geometry"]).intersects(near)]
    got = read(server, collection, columns=["id"], bbox=box)
    assert expected
    assert column(got["id"]) == expected


@pytest.mark.parametrize("country", ["IT", "EL"])
def test_attribute_filter(server: RunningServer, features: list[dict], collection: str, country: str):
    got = read(server, collection, columns=["id"], where=f"country = '{country}'")
    expected = [f["id"] for f in features if f["properties"]["country"] == country]
    assert expected
    assert column(got["id"]) == expected
