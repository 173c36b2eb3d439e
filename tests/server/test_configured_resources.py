"""Stock resources of pygeoapi, added by configuration alone: collections, records, tiles and processes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import configured_resources as configured
import httpx
import pyogrio
import pytest
import shapely
from api_definition import resolved
from configured_resources import CRS84, LAEA, LAKES
from http_client import get, page, refusal, request
from in_process import Application, serving
from openapi_spec_validator import OpenAPIV30SpecValidator
from owslib.ogcapi.features import Features
from owslib.ogcapi.processes import Processes
from running_server import COLLECTIONS, RunningServer, start
from waiting import answered

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.processes import PROCESSES
from cooperation_atlas.settings import Settings

HELLO = "/processes/hello-world"
#: Collections of features by the provider that they come from.
SOURCES = ["lakes", "lakes-json"] + (["lakes-sqlite"] if configured.has_spatialite() else [])
TILES = "/collections/lakes-json/tiles"


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server with stock resources in its configuration."""
    path = configured.write(tmp_path_factory.mktemp("stock"))
    running = start(name="configured", environment={"COOPERATION_ATLAS_CONFIG": str(path)})
    yield running
    running.stop()


def execute(atlas: RunningServer, body: Any, process: str = HELLO) -> httpx.Response:
    return request(atlas, "POST", f"{process}/execution", json=body)


# --- clients ----------------------------------------------------------------------------------------------------


def test_the_gdal_package_that_reads_the_geopackage_is_there():
    assert configured.has_osgeo(), "without the package gdal-wheel nothing is shown of a stock GeoPackage"


@pytest.mark.parametrize("source", SOURCES)
def test_gdal_reads_a_stock_collection(atlas: RunningServer, source: str):
    address = f"OAPIF:{atlas.url}"
    assert source in {name for name, _ in pyogrio.list_layers(address)}
    meta, _, geometry, columns = pyogrio.raw.read(address, layer=source)
    read = dict(zip(meta["fields"], columns, strict=True))
    assert list(read["name"]) == [name for _, name, *_ in LAKES]
    assert list(read["depth"]) == [depth for _, _, depth, *_ in LAKES]
    for wkb, (*_, west, south) in zip(geometry, LAKES, strict=True):
        assert shapely.from_wkb(wkb).bounds == (west, south, west + 0.5, south + 0.5)
    boxed = pyogrio.raw.read(address, layer=source, bbox=(9.0, 47.0, 9.2, 48.0))
    assert list(dict(zip(boxed[0]["fields"], boxed[3], strict=True))["name"]) == ["Bodensee"]


def test_gdal_finds_an_item_by_its_id(atlas: RunningServer):
    """It appends the id to the link to the items as it stands."""
    links = page(atlas, "/collections/lakes")["links"]
    href = next(link["href"] for link in links if link["rel"] == "items" and link["type"] == "application/geo+json")
    assert page(atlas, href.removeprefix(atlas.url) + "/L2")["properties"]["name"] == "Bodensee"


def test_owslib_reads_collections_and_executes_a_process(atlas: RunningServer):
    features = Features(atlas.url)
    assert {*COLLECTIONS, "lakes", "lakes-json"} <= set(features.feature_collections())
    assert features.collection_queryables("lakes")["properties"]["depth"]["type"] == "integer"
    assert [f["id"] for f in features.collection_items("lakes")["features"]] == ["L1", "L2", "L3"]
    assert features.collection_item("lakes", "L3")["properties"]["name"] == "Śniardwy"
    processes = Processes(atlas.url)
    assert [one["id"] for one in processes.processes()] == [*PROCESSES, "hello-world", "shapely-functions"]
    assert processes.process("hello-world")["jobControlOptions"] == ["sync-execute"]
    done = processes.execute("hello-world", inputs={"name": "Ada"}, async_=True)
    assert done == {"outputs": [{"id": "echo", "value": "Hello Ada!"}]}


# --- what is there ----------------------------------------------------------------------------------------------


def test_they_are_listed_everywhere(atlas: RunningServer):
    ids = [one["id"] for one in page(atlas, "/collections")["collections"]]
    assert ids[: len(COLLECTIONS)] == list(COLLECTIONS)
    assert {"lakes", "lakes-json", "catalogue"} <= set(ids)
    links = {link["href"] for link in page(atlas, "/")["links"]}
    assert {f"{atlas.url}/processes", f"{atlas.url}/TileMatrixSets"} <= links
    classes = page(atlas, "/conformance")["conformsTo"]
    for part, name in (("processes", "core"), ("records", "core"), ("tiles", "core")):
        assert f"http://www.opengis.net/spec/ogcapi-{part}-1/1.0/conf/{name}" in classes
    assert not [uri for uri in classes if "callback" in uri or "features-4" in uri]
    landing = get(atlas, "/", f="html").text
    for path in ("/collections/lakes", "/collections/catalogue", HELLO):
        assert f'href="{path}"' in landing
    assert 'href="/collections/lakes"' in get(atlas, "/collections", f="html").text


def test_the_api_definition_promises_what_has_an_effect(atlas: RunningServer):
    document = page(atlas, "/openapi")
    OpenAPIV30SpecValidator(document).validate()
    assert "openapis.org" not in str(document) and "schemas.opengis.net" not in str(document)
    listed = {
        id_: {
            resolved(document, each)["name"]
            for each in document["paths"][f"/collections/{id_}/items"]["get"]["parameters"]
        }
        for id_ in ("lakes", "catalogue")
    }
    assert {"limit", "offset", "bbox", "crs", "name", "depth"} <= listed["lakes"]
    assert not {"filter", "datetime", "q", "sortby"} & listed["lakes"]
    assert "q" in listed["catalogue"]
    schema = document["paths"][f"{HELLO}/execution"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert schema["properties"]["inputs"]["required"] == ["name"]
    assert f"{TILES}/{{tileMatrixSetId}}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}" in document["paths"]


def linked(content: Any) -> Iterator[str]:
    """The addresses of all links in a document."""
    if isinstance(content, dict):
        if isinstance(content.get("href"), str):
            yield content["href"]
        content = list(content.values())
    for part in content if isinstance(content, list) else ():
        yield from linked(part)


def test_every_link_leads_somewhere(atlas: RunningServer):
    start_from = ["/collections", "/processes", "/TileMatrixSets", TILES, f"{TILES}/WebMercatorQuad"]
    start_from += [f"/collections/{id_}" for id_ in ("lakes", "lakes-json", "catalogue")]
    start_from += ["/collections/lakes/items", "/collections/lakes/items?limit=1", "/collections/lakes/items/L1", HELLO]
    hrefs = {href for path in start_from for href in linked(page(atlas, path))}
    templates = {href for href in hrefs if "{" in href or href.partition("?")[0].endswith("/execution")}
    own = {href for href in hrefs - templates if href.startswith(atlas.url)}
    assert len(own) > 100
    statuses = {href: answered(partial(httpx.get, href, timeout=60)).status_code for href in own}
    assert {href: status for href, status in statuses.items() if status != 200} == {}


FORMATS = [
    ("/collections/lakes", "json", "application/json"),
    ("/collections/lakes/schema", "json", "application/schema+json"),
    ("/collections/lakes/queryables", "json", "application/schema+json"),
    ("/collections/lakes/items", "json", "application/geo+json"),
    ("/collections/lakes/items", "csv", "text/csv; charset=utf-8"),
    ("/collections/lakes/items", "jsonld", "application/ld+json"),
    ("/collections/lakes/items/L1", "json", "application/geo+json"),
    ("/collections/catalogue/items", "json", "application/geo+json"),
    (TILES, "json", "application/json"),
    (f"{TILES}/WebMercatorQuad", "tilejson", "application/json"),
    (f"{TILES}/WebMercatorQuad/0/0/0", "mvt", "application/vnd.mapbox-vector-tile"),
    (HELLO, "json", "application/json"),
]


@pytest.mark.parametrize(("path", "format_", "media_type"), FORMATS)
def test_answers_have_our_headers(atlas: RunningServer, path: str, format_: str, media_type: str):
    answer = get(atlas, path, f=format_)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == media_type
    # It comes from a file that may change at any time.
    assert answer.headers["cache-control"] == "no-store" and "etag" not in answer.headers
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert len(answer.headers["atlas-edition"]) == 16
    assert "x-powered-by" not in answer.headers
    assert "EuroGeographics" not in answer.headers.get("link", ""), "a licence of other data"


@pytest.mark.parametrize("path", sorted({path for path, *_ in FORMATS if "0/0/0" not in path}))
def test_pages_are_in_our_frame(atlas: RunningServer, path: str):
    answer = get(atlas, path, headers={"Accept": "text/html"})
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "<footer" in answer.text and "Cooperation Atlas</title>" in answer.text
    assert "cdn" not in answer.text and "<script>" not in answer.text


def test_a_list_is_filtered_and_paged(atlas: RunningServer):
    items = "/collections/lakes/items"
    assert [f["id"] for f in page(atlas, items, name="Garda")["features"]] == ["L1"]
    assert [f["id"] for f in page(atlas, items, bbox="9,47,9.2,48")["features"]] == ["L2"]
    heights = {source: page(atlas, f"/collections/{source}/items", bbox="9,47,0,9.2,48,100") for source in SOURCES}
    assert [[f["id"] for f in each["features"]] for each in heights.values()] == [["L2"]] * len(SOURCES)
    assert page(atlas, items, resulttype="hits")["features"] == []
    first = page(atlas, items, limit=2)
    following = next(link["href"] for link in first["links"] if link["rel"] == "next")
    assert [f["id"] for f in page(atlas, following.removeprefix(atlas.url))["features"]] == ["L3"]
    projected = get(atlas, items, crs=LAEA, limit=1)
    assert projected.headers["content-crs"] == f"<{LAEA}>"
    north, east = projected.json()["features"][0]["geometry"]["coordinates"][0][0]
    assert 2.4e6 < north < 2.6e6 and 4.3e6 < east < 4.4e6
    records = "/collections/catalogue/items"
    assert [f["id"] for f in page(atlas, records, q="garda")["features"]] == ["L1"]
    assert page(atlas, records, q="(measured)")["numberMatched"] == 3
    assert [f["id"] for f in page(atlas, records, datetime="2022-01-01")["features"]] == ["L2"]
    assert [f["id"] for f in page(atlas, records, sortby="-title", limit=1)["features"]] == ["L3"]


def test_a_missing_tile_is_empty_and_one_outside_is_not_found(atlas: RunningServer):
    empty = get(atlas, f"{TILES}/WebMercatorQuad/1/0/0")
    assert (empty.status_code, empty.content) == (204, b"")
    assert "Tile not found" in refusal(get(atlas, f"{TILES}/WebMercatorQuad/9/0/0"), 404)["detail"]


# --- mistakes ---------------------------------------------------------------------------------------------------

MISTAKES: list[tuple[str, dict[str, str], str]] = [
    ("lakes/items", {"filter": "depth > 100"}, "evaluates no CQL2 and would return every feature"),
    ("lakes-json/items", {"filter": "depth > 100"}, "evaluates no CQL2 and would return every feature"),
    ("catalogue/items", {"filter": "title = 'x'", "filter-lang": "cql2-json"}, "evaluates no CQL2"),
    ("lakes/items", {"dept": "23"}, "Did you mean depth"),
    ("lakes/items", {"datetime": "2020-01-01"}, "would ignore it"),
    ("lakes/items", {"q": "lake"}, "would ignore it"),
    ("lakes-json/items", {"sortby": "name"}, "would ignore it"),
    ("catalogue/items", {"sortby": "titel"}, "Did you mean title"),
    ("lakes/items", {"limit": "0"}, "0"),
    ("lakes/items", {"limit": "many"}, "many"),
    ("lakes/items", {"offset": "-1"}, "-1"),
    ("lakes/items", {"offset": "99999999999999999999"}, "99999999999999999999"),
    ("lakes/items", {"bbox": "1,2,3"}, "four or six numbers"),
    ("lakes/items", {"bbox": "nan,1,2,3"}, "four or six numbers"),
    ("lakes/items", {"bbox": "3,50,4,40"}, "miny"),
    ("lakes/items", {"bbox-crs": CRS84}, "without bbox"),
    ("lakes/items", {"crs": "http://www.opengis.net/def/crs/EPSG/0/4326"}, "EPSG/0/4326"),
    ("lakes/items", {"resulttype": "some"}, "some"),
    ("lakes/items", {"skipGeometry": "perhaps"}, "perhaps"),
    ("lakes/items", {"f": "png"}, "png"),
    ("lakes/items", {"lang": "xx"}, "xx"),
    ("lakes/items", {"exclude": "all"}, "all"),
    ("lakes/items", {"name": "a\x00b"}, "control character"),
    ("catalogue/items", {"q": " "}, "names no word"),
    ("catalogue/items", {"q": ","}, "names no word"),
    ("catalogue/items", {"datetime": "99999999999999999999"}, "99999999999999999999"),
    ("catalogue/items", {"datetime": "2020-01-01/2021-01-01/2022-01-01"}, "2020-01-01/2021-01-01/2022-01-01"),
    ("lakes/items/L1", {"properties": "name"}, "properties"),
    ("lakes/queryables", {"properties": "name"}, "properties"),
    ("lakes-json/tiles/WebMercatorQuad/0/0/0", {"f": "png"}, "png"),
]


@pytest.mark.parametrize(("path", "query", "reason"), MISTAKES, ids=lambda part: str(part)[:40])
def test_mistakes_are_refused_with_their_reason(atlas: RunningServer, path: str, query: dict[str, str], reason: str):
    assert reason in refusal(get(atlas, f"/collections/{path}", **query))["detail"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/collections/lake", "Did you mean lakes"),
        ("/collections/lake/items", "Did you mean lakes"),
        ("/collections/nuts4/items", "nuts3"),
        ("/collections/lakes/facets", "facets"),
        ("/collections/lakes/items/L9", "'L9'"),
        ("/collections/lakes/items/a/b", "'a/b'"),
        ("/collections/lakes/tiles", "items only"),
        (f"{TILES}/WorldCRS84Quad", "Did you mean WebMercatorQuad"),
        ("/TileMatrixSets/Mercator", "WebMercatorQuad"),
        ("/processes/hello", "Did you mean hello-world"),
        ("/jobs", "/jobs"),
        ("/stac", "/stac"),
        ("/collections/lakes/coverage", "coverage"),
    ],
)
def test_what_is_not_there_is_not_found(atlas: RunningServer, path: str, reason: str):
    assert reason in refusal(get(atlas, path), 404)["detail"]


def test_a_tile_is_named_by_numbers(atlas: RunningServer):
    for place in ("a/0/0", "0/-1/0", "0/0/1e3", "0/0/%2e%2e", "99999999999/0/0"):
        answer = get(atlas, f"{TILES}/WebMercatorQuad/{place}")
        assert answer.status_code in (400, 404) and answer.headers["content-type"] == "application/problem+json"


def test_a_filter_in_the_body_is_refused_too(atlas: RunningServer):
    body = {"op": "=", "args": [{"property": "name"}, "Garda"]}
    answer = request(atlas, "POST", "/collections/lakes/items", json=body)
    assert "evaluates no CQL2" in refusal(answer)["detail"]


def test_a_page_for_a_mistake(atlas: RunningServer):
    answer = get(atlas, "/collections/lakes/items", headers={"Accept": "text/html"}, filter="depth > 100")
    assert answer.status_code == 400 and "evaluates no CQL2" in answer.text and "<footer" in answer.text


# --- processes --------------------------------------------------------------------------------------------------


def test_a_process_is_executed(atlas: RunningServer):
    done = execute(atlas, {"inputs": {"name": "Łódź", "message": "again"}})
    assert (done.status_code, done.json()) == (200, {"id": "echo", "value": "Hello Łódź! again"})
    assert done.headers["cache-control"] == "no-store"
    assert done.headers["content-security-policy"] == "default-src 'none'; sandbox"
    several = {"operation": "measurement:bounds", "geoms": ["POINT (1 2)"]}
    assert execute(atlas, {"inputs": several}, "/processes/shapely-functions").json()["result"] == [1, 2, 1, 2]


EXECUTIONS: list[tuple[Any, str]] = [
    ([], "JSON object"),
    ({"inputs": []}, "inputs"),
    ({"inputs": {}}, "inputs.name"),
    ({"inputs": {"nam": "Ada"}}, "Did you mean name"),
    ({"inputs": {"name": 5}}, "'string'"),
    ({"inputs": {"name": "Ada", "media_type": "a b\r\nX-Y: z"}}, "media type"),
    ({"inputs": {"name": "Ada"}, "outputs": {"ecko": {}}}, "Did you mean echo"),
    ({"inputs": {"name": "Ada"}, "response": "postcard"}, "document"),
    ({"inputs": {"name": "Ada"}, "mode": "async"}, "mode"),
    ({"inputs": {"name": "Ada"}, "subscriber": {"successUri": "http://127.0.0.1:1/"}}, "calls no address"),
]


@pytest.mark.parametrize(("body", "reason"), EXECUTIONS, ids=lambda part: str(part)[:40])
def test_executions_that_are_refused(atlas: RunningServer, body: Any, reason: str):
    assert reason in refusal(execute(atlas, body))["detail"]


def test_an_execution_needs_json(atlas: RunningServer):
    path = f"{HELLO}/execution"
    assert "an execution request" in refusal(request(atlas, "POST", path, content=b"x"), 415)["detail"]
    typed = {"Content-Type": "application/json"}
    assert "is not JSON" in refusal(request(atlas, "POST", path, content=b"{", headers=typed))["detail"]
    assert "empty" in refusal(request(atlas, "POST", path, content=b" ", headers=typed))["detail"]
    assert get(atlas, path).headers["allow"] == "POST, OPTIONS"


def test_a_process_that_fails_is_no_failure_of_the_server(atlas: RunningServer):
    body = {"inputs": {"operation": "measurement:bounds", "geoms": ["POINT 1 2)"]}}
    detail = refusal(execute(atlas, body, "/processes/shapely-functions"))["detail"]
    assert "failed on these inputs" in detail and "GEOS" not in detail


def test_scripts_of_other_sites_may_execute(atlas: RunningServer):
    allowed = request(atlas, "OPTIONS", f"{HELLO}/execution").headers
    assert allowed["access-control-allow-methods"] == "POST, OPTIONS"


def test_a_source_that_fails_is_no_mistake_of_the_client(small_edition: EditionFolder, tmp_path: Path):
    path = configured.write(tmp_path)
    given = {"EDITIONS": str(serving(small_edition).editions), "CONFIG": str(path)}
    atlas = Application(Settings.from_environment({f"COOPERATION_ATLAS_{k}": v for k, v in given.items()}))
    assert atlas.get("/collections/catalogue/items").status_code == 200
    (tmp_path / "records.tinydb").unlink()
    failed = atlas.get("/collections/catalogue/items")
    assert failed.status_code == 502 and "source of this resource failed" in failed.json()["detail"]
    assert str(tmp_path) not in failed.text
    assert atlas.get("/collections/programmes/items").status_code == 200
