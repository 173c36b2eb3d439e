"""GDAL's OAPIF driver (through pyogrio) reads every collection as it was published."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
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


def test_types_are_those_of_the_schema(
    server: RunningServer, features: list[dict], collection: str, declared: dict[str, dict]
):
    """GDAL guesses them from values: what no feature has a value of (``matched_in`` without ``q``) is text."""
    valued = {name for f in features for name, value in f["properties"].items() if value is not None}
    info = pyogrio.read_info(f"OAPIF:{server.url}", layer=collection)
    got = dict(zip(info["fields"], zip(info["ogr_types"], info["ogr_subtypes"], strict=True), strict=True))
    wrong = {
        name: got.get(name)
        for name, declaration in declared.items()
        if got.get(name) not in OGR_TYPES[json_type(declaration) if name in valued else "string"]
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
        assert geometry.geom_type in {"Polygon", "MultiPolygon", "LineString"}, feature["id"]
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
    name = "country_a" if collection == "neighbours" else "country"
    got = read(server, collection, columns=["id"], where=f"{name} = '{country}'")
    expected = [f["id"] for f in features if f["properties"][name] == country]
    assert expected
    assert column(got["id"]) == expected


def quoted(text: str) -> str:
    """A text as a literal of OGR's SQL."""
    return "'" + text.replace("'", "''") + "'"


Meaning = Callable[[dict[str, Any]], bool]
#: Filters that GDAL turns into parameters of the server, or leaves to itself, and what they mean.
FILTERS: list[tuple[str, str, Meaning]] = [
    ("cooperation", "sample = 1", lambda p: p["sample"] is True),
    ("cooperation", "sample = 0", lambda p: p["sample"] is False),
    ("programmes", "objectives_complete = 1", lambda p: p["objectives_complete"] is True),
    ("programmes", "objectives_complete = 0", lambda p: p["objectives_complete"] is False),
    ("programmes", "period_start >= '2021-01-01'", lambda p: p["period_start"] >= "2021-01-01"),
    ("programmes", "period_end <= '2020-12-31'", lambda p: p["period_end"] <= "2020-12-31"),
    ("programmes", "period_start = '2014-01-01'", lambda p: p["period_start"] == "2014-01-01"),
    ("programmes", "n_regions = 1", lambda p: p["n_regions"] == 1),
    ("programmes", "country = 'IT' AND n_regions > 5", lambda p: p["country"] == "IT" and p["n_regions"] > 5),
    ("programmes", "country = 'IT' OR country = 'MT'", lambda p: p["country"] in ("IT", "MT")),
    ("countries", "eu_member = 0", lambda p: p["eu_member"] is False),
    ("nuts3", "country IN ('IT', 'MT')", lambda p: p["country"] in ("IT", "MT")),
    ("nuts3", "NOT country = 'IT'", lambda p: p["country"] != "IT"),
    ("programme-areas", "nuts_level = 3", lambda p: p["nuts_level"] == 3),
]


@pytest.mark.parametrize(("layer", "where", "meant"), FILTERS, ids=lambda part: part if isinstance(part, str) else "")
def test_filters_find_what_they_mean(
    server: RunningServer, published: dict[str, list[dict[str, Any]]], layer: str, where: str, meant: Meaning
):
    got = read(server, layer, columns=["id"], where=where, read_geometry=False)
    assert sorted(column(got["id"])) == sorted(f["id"] for f in published[layer] if meant(f["properties"]))


@pytest.mark.parametrize(
    ("layer", "name"), [("nuts3", "name"), ("programmes", "title"), ("programmes", "managing_authority")]
)
def test_a_text_with_a_comma_is_found(
    server: RunningServer, published: dict[str, list[dict[str, Any]]], layer: str, name: str
):
    features = published[layer]
    texts = sorted({v for f in features if "," in (v := f["properties"][name] or "")})
    assert len(texts) > 10
    for text in (*texts[:2], *texts[-2:]):
        got = read(server, layer, columns=["id"], where=f"{name} = {quoted(text)}", read_geometry=False)
        assert sorted(column(got["id"])) == sorted(f["id"] for f in features if f["properties"][name] == text), text


def test_a_feature_is_found_by_its_id(server: RunningServer, features: list[dict], collection: str):
    """GDAL builds its address from the link to the features."""
    for feature in (features[0], features[-1]):
        got = read(server, collection, columns=["id"], where=f"id = {quoted(feature['id'])}")
        assert column(got["id"]) == [feature["id"]]
