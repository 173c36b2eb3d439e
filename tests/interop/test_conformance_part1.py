"""OGC API - Features, Part 1 (17-069r4), Annex A: its abstract tests by name, on every collection.

The name of a test is that of the abstract test: /conf/core/fc-limit-response is `test_core_fc_limit_response`.
"""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser
from typing import Any

import pytest
import shapely
from ogc_documents import CRS84, GEOJSON, OPENAPI, ApiUnderTest, api, assert_self_and_alternates, with_rel
from openapi_spec_validator import OpenAPIV30SpecValidator
from running_server import COLLECTIONS
from shapely.geometry import shape

from cooperation_atlas.model.record_collections import RECORD_COLLECTIONS

__all__ = ["api"]

CORE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{}"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Media types of lists and features, by the conformance classes geojson and html, and those beyond.
ENCODINGS = {
    GEOJSON, "text/html", "text/csv", "application/ld+json", XLSX,
    "application/geopackage+sqlite3", "application/vnd.flatgeobuf",
}  # fmt: skip
#: Boxes of the abstract test: across the prime meridian, the equator, the antimeridian, and at the poles.
BOXES = [
    (-1.5, 50.0, 1.5, 53.0), (-80.0, -5.0, -70.0, 5.0), (177.0, 65.0, -177.0, 70.0),
    (-180.0, 85.0, 180.0, 90.0), (-180.0, -90.0, 180.0, -85.0),
]  # fmt: skip


@pytest.fixture(params=COLLECTIONS)
def described(request: pytest.FixtureRequest, api: ApiUnderTest) -> dict[str, Any]:
    """A collection as `/collections` describes it."""
    return next(c for c in api.collections if c["id"] == request.param)


def features(api: ApiUnderTest, described: dict[str, Any], **query: Any) -> dict[str, Any]:
    """A FeatureCollection, checked by /conf/core/fc-response."""
    answer = api.get(api.items(described), GEOJSON, **query)
    assert answer.status_code == 200, answer.text[:300]
    assert answer.headers["content-type"] == GEOJSON
    document = answer.json()
    assert document["type"] == "FeatureCollection"
    assert isinstance(document["features"], list)
    assert_self_and_alternates(document["links"], ENCODINGS)
    assert document["numberReturned"] == len(document["features"])
    assert document["numberMatched"] >= document["numberReturned"]
    return document


def test_core_http(api: ApiUnderTest, described: dict[str, Any]):
    assert api.get(api.url).http_version == "HTTP/1.1"
    assert api.client.put(api.items(described), json={}).status_code == 405
    assert api.get(f"{api.url}/not/there").status_code == 404


def test_core_root_op_and_success(api: ApiUnderTest):
    assert with_rel(api.landing["links"], "service-desc", OPENAPI)
    assert with_rel(api.landing["links"], "service-doc", "text/html")
    assert with_rel(api.landing["links"], "conformance") and with_rel(api.landing["links"], "data")
    assert_self_and_alternates(api.landing["links"], {"application/json", "text/html"})


def test_core_api_definition_op_and_success(api: ApiUnderTest):
    for rel, media_type in (("service-desc", OPENAPI), ("service-doc", "text/html")):
        for link in with_rel(api.landing["links"], rel):
            answer = api.get(link["href"], link["type"])
            assert answer.status_code == 200
            assert answer.headers["content-type"].split(";")[0] == media_type.split(";")[0]
    OpenAPIV30SpecValidator(api.definition).validate()


def test_core_conformance_op_and_success(api: ApiUnderTest):
    assert {CORE.format(name) for name in ("core", "geojson", "html", "oas30")} <= api.conforms
    assert not any("features-4" in uri or "transactions" in uri for uri in api.conforms), "the service only reads"


def test_core_fc_md_op_success_and_links(api: ApiUnderTest):
    document = api.json(api.link("data"))
    assert_self_and_alternates(document["links"], {"application/json", "text/html"})
    assert [c["id"] for c in document["collections"]] == [*COLLECTIONS, *RECORD_COLLECTIONS]


def test_core_fc_md_items(api: ApiUnderTest):
    """Every collection that the API definition has is described."""
    paths = [path for path in api.definition["paths"] if path.endswith("/items")]
    assert sorted(paths) == sorted(f"/collections/{c['id']}/items" for c in api.collections)


def test_core_fc_md_items_links(api: ApiUnderTest, described: dict[str, Any]):
    links = with_rel(described["links"], "items")
    assert {link["type"] for link in links} == ENCODINGS
    for link in links:
        answer = api.get(link["href"], link["type"], limit=1)
        assert answer.status_code == 200 and answer.headers["content-type"].split(";")[0] == link["type"]


def test_core_fc_md_extent(api: ApiUnderTest, described: dict[str, Any]):
    """Every geometry and every time lies within the extent."""
    west, south, east, north = described["extent"]["spatial"]["bbox"][0]
    assert -180 <= west < east <= 180 and -90 <= south < north <= 90
    box = shapely.box(west, south, east, north).buffer(1e-6)
    document = features(api, described, limit=20_000)
    assert box.contains(shapely.MultiPoint([p for f in document["features"] for p in _corners(f)]))
    if "temporal" in described["extent"]:
        begin, end = described["extent"]["temporal"]["interval"][0]
        assert begin.endswith("Z") and end.endswith("Z") and begin < end


def test_core_sfc_md_op_and_success(api: ApiUnderTest, described: dict[str, Any]):
    alone = api.json(f"{api.url}/collections/{described['id']}")
    for member in ("id", "title", "description", "extent"):
        assert alone[member] == described[member]
    assert with_rel(alone["links"], "items") == with_rel(described["links"], "items")


def test_core_crs84(api: ApiUnderTest, described: dict[str, Any]):
    assert described["storageCrs"] == CRS84
    for feature in features(api, described, limit=100)["features"]:
        west, south, east, north = shape(feature["geometry"]).bounds
        assert -180 <= west <= east <= 180 and -90 <= south <= north <= 90


def test_core_fc_bbox_definition(api: ApiUnderTest, described: dict[str, Any]):
    declared = api.parameter(described, "bbox")
    assert (declared["in"], declared["required"], declared["style"], declared["explode"]) == (
        "query", False, "form", False,
    )  # fmt: skip
    schema = declared["schema"]
    assert schema["type"] == "array" and schema["items"]["type"] == "number"
    assert (schema["minItems"], schema["maxItems"]) == (4, 6)
    assert schema["oneOf"] == [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}]


def test_core_fc_bbox_response(api: ApiUnderTest, described: dict[str, Any]):
    everything = features(api, described, limit=20_000)["features"]
    for box in (*BOXES, described["extent"]["spatial"]["bbox"][0]):
        west, south, east, north = box
        if west <= east:
            polygon = shapely.box(west, south, east, north)
        else:
            polygon = shapely.union(shapely.box(west, south, 180, north), shapely.box(-180, south, east, north))
        found = features(api, described, bbox=",".join(map(str, box)), limit=20_000)
        expected = [f["id"] for f in everything if shape(f["geometry"]).intersects(polygon)]
        assert sorted(f["id"] for f in found["features"]) == sorted(expected)


def test_core_fc_limit_definition(api: ApiUnderTest, described: dict[str, Any]):
    declared = api.parameter(described, "limit")
    assert (declared["in"], declared["required"], declared["style"], declared["explode"]) == (
        "query", False, "form", False,
    )  # fmt: skip
    schema = declared["schema"]
    assert schema["type"] == "integer" and schema["minimum"] == 1
    assert schema["minimum"] <= schema["default"] <= schema["maximum"]


def test_core_fc_limit_response(api: ApiUnderTest, described: dict[str, Any]):
    schema = api.parameter(described, "limit")["schema"]
    for limit in (schema["minimum"], 7, schema["default"], schema["maximum"], schema["maximum"] + 1):
        document = features(api, described, limit=limit, skipGeometry="true")
        assert document["numberReturned"] == min(limit, schema["maximum"], document["numberMatched"])
    default = features(api, described, skipGeometry="true")
    assert default["numberReturned"] == min(schema["default"], default["numberMatched"])


def test_core_fc_time_definition(api: ApiUnderTest, described: dict[str, Any]):
    declared = api.parameter(described, "datetime")
    assert (declared["in"], declared["required"], declared["style"], declared["explode"]) == (
        "query", False, "form", False,
    )  # fmt: skip
    assert declared["schema"]["type"] == "string"


@pytest.mark.parametrize("interval", ["{0}", "{0}/{1}", "../{0}", "{0}/..", "/{1}", "{1}/"])
def test_core_fc_time_response(api: ApiUnderTest, described: dict[str, Any], interval: str):
    if "temporal" not in described["extent"]:
        answer = api.get(api.items(described), datetime="2022-01-01")
        assert answer.status_code == 400, "a collection without time says so rather than ignore the parameter"
        return
    begin_name, end_name = _times(api, described)
    first, last = "2021-06-01T00:00:00Z", "2026-12-31T23:59:59Z"
    asked = interval.format(first, last)
    low, high = [*asked.split("/"), asked][:2] if "/" in asked else (asked, asked)
    everything = features(api, described, limit=20_000, skipGeometry="true")["features"]
    expected = [
        f["id"]
        for f in everything
        if (high in ("", "..") or (f["properties"][begin_name] or "") <= high[:10])
        and (low in ("", "..") or (f["properties"][end_name] or "9999") >= low[:10])
    ]
    found = features(api, described, datetime=asked, limit=20_000, skipGeometry="true")
    assert sorted(f["id"] for f in found["features"]) == sorted(expected)


def test_core_fc_links(api: ApiUnderTest, described: dict[str, Any]):
    document = features(api, described, limit=2)
    for link in document["links"]:
        assert link["rel"] and link["type"] and link["href"]
    following = with_rel(document["links"], "next", GEOJSON)
    assert len(following) == 1
    assert api.json(following[0]["href"], GEOJSON)["features"] != document["features"]


def test_core_fc_timestamp(api: ApiUnderTest, described: dict[str, Any]):
    """Answers stay the same as long as the edition does: what they say was generated when that was made."""
    stated = features(api, described, limit=1)["timeStamp"]
    assert dt.datetime.fromisoformat(stated).tzinfo is not None
    assert stated == api.json(f"{api.url.rstrip('/')}/healthz")["edition"]["created"]


def test_core_fc_number_matched(api: ApiUnderTest, described: dict[str, Any]):
    everything = features(api, described, limit=20_000, skipGeometry="true")
    assert everything["numberMatched"] == len(everything["features"]) == described["itemCount"]
    some = features(api, described, country="IT,FR", limit=1)
    assert some["numberMatched"] == len(features(api, described, country="IT,FR", limit=20_000)["features"])


def test_core_f_op_success_and_links(api: ApiUnderTest, described: dict[str, Any]):
    listed = features(api, described, limit=3)["features"]
    for feature in listed:
        answer = api.get(f"{api.items(described)}/{feature['id']}", GEOJSON)
        assert answer.status_code == 200 and answer.headers["content-type"] == GEOJSON
        alone = answer.json()
        assert (alone["type"], alone["id"], alone["geometry"]) == ("Feature", feature["id"], feature["geometry"])
        assert_self_and_alternates(alone["links"], ENCODINGS)
        assert with_rel(alone["links"], "collection")[0]["href"].endswith(f"/collections/{described['id']}")


@pytest.mark.parametrize("query", [{"limit": "-5"}, {"limit": "many"}, {"bbox": "1,2"}, {"datetime": "tomorrow"}])
def test_core_query_param_invalid(api: ApiUnderTest, described: dict[str, Any], query: dict[str, str]):
    assert api.get(api.items(described), **query).status_code == 400


def test_core_query_param_unknown(api: ApiUnderTest, described: dict[str, Any]):
    for path in (
        api.url, api.link("conformance"), api.link("data"), api.link("service-desc"),
        f"{api.url}/collections/{described['id']}", api.items(described),
    ):  # fmt: skip
        assert api.get(path, unknownQueryParameter="1").status_code == 400


def test_geojson_definition_and_content(api: ApiUnderTest, described: dict[str, Any]):
    for feature in features(api, described, limit=50)["features"]:
        assert feature["type"] == "Feature" and feature["id"]
        assert isinstance(feature["properties"], dict)
        assert shape(feature["geometry"]).geom_type in ("Polygon", "MultiPolygon", "LineString")


class _Reader(HTMLParser):
    """Collects the text, the links and the language of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.hrefs, self.lang = "", set[str](), ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self.hrefs.add(given.get("href") or "")
        if tag == "html":
            self.lang = given.get("lang") or ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_definition_and_content(api: ApiUnderTest, described: dict[str, Any]):
    """Every resource has a page; it holds what the JSON does, and the links as links."""
    # Lists for programs begin with features that have a value of every property, since clients guess types from them.
    order = next(iter(features(api, described, limit=1)["features"][0]["properties"]))
    feature = features(api, described, limit=1, sortby=order)["features"][0]
    here = f"{api.url}/collections/{described['id']}"
    for url, words in (
        (api.url, api.landing["title"]),
        (api.link("conformance"), CORE.format("core")),
        (api.link("data"), described["title"]),
        (here, described["title"]),
        (f"{here}/items?sortby={order}", feature["id"]),
        (f"{here}/items/{feature['id']}", feature["id"]),
    ):
        answer = api.get(url, "text/html")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        reader = _Reader()
        reader.feed(answer.text)
        assert answer.text.startswith("<!DOCTYPE html>") and reader.lang == "en"
        assert words in reader.text
        assert reader.hrefs


def test_oas30_definition_and_impl(api: ApiUnderTest):
    assert api.definition["openapi"].startswith("3.0.")
    link = with_rel(api.landing["links"], "service-desc")[0]
    assert link["type"] == OPENAPI
    assert api.get(link["href"], OPENAPI).headers["content-type"] == OPENAPI


def test_oas30_completeness_and_exception_codes(api: ApiUnderTest, described: dict[str, Any]):
    """What is answered is documented: the status codes of good and of bad requests."""
    responses = api.definition["paths"][f"/collections/{described['id']}/items"]["get"]["responses"]
    here = api.items(described)
    for answer in (
        api.get(here, limit=1),
        api.get(here, limit="x"),
        api.get(here, "image/png"),
        api.client.get(here, params={"limit": 1}, headers={"If-None-Match": api.get(here, limit=1).headers["etag"]}),
    ):
        assert str(answer.status_code) in responses


def test_oas30_security(api: ApiUnderTest):
    """The service is open: no security schemes are declared and none are needed."""
    assert "security" not in api.definition and "securitySchemes" not in api.definition["components"]


def _corners(feature: dict[str, Any]) -> list[tuple[float, float]]:
    west, south, east, north = shape(feature["geometry"]).bounds
    return [(west, south), (east, north)]


def _times(api: ApiUnderTest, described: dict[str, Any]) -> tuple[str, str]:
    """The properties that the schema marks as begin and end."""
    properties = api.json(f"{api.url}/collections/{described['id']}/schema")["properties"]
    by_role = {declared.get("x-ogc-role"): name for name, declared in properties.items()}
    return by_role["primary-interval-start"], by_role["primary-interval-end"]
