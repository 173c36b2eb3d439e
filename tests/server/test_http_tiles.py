"""Vector tiles through HTTP: documents that lead to them, what an address may ask for, and what a cache may keep."""

from __future__ import annotations

import re
from typing import Any

import pytest
import tile_reader
from http_client import follow, get, ids, page, refusal
from running_server import RunningServer

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.tiles.mvt import MEDIA_TYPE

TILED = [one.id for one in COLLECTIONS.values() if one.is_tiled]
every_collection = pytest.mark.parametrize("collection", TILED)
#: Sicily and the land around it.
SICILY = "5/12/17"


def tiles(collection: str, place: str = "") -> str:
    return f"/collections/{collection}/tiles/WebMercatorQuad" + (f"/{place}" if place else "")


def linked(document: dict[str, Any], rel: str, **said: str) -> str:
    (link,) = [
        link for link in document["links"] if link["rel"] == rel and all(link.get(n) == v for n, v in said.items())
    ]
    return str(link["href"])


@every_collection
def test_a_client_finds_the_tiles_from_the_collection(server: RunningServer, collection: str):
    described = page(server, f"/collections/{collection}", f="json")
    sets = follow(linked(described, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")).json()
    (listed,) = sets["tilesets"]
    assert listed["dataType"] == "vector" and listed["crs"].endswith("/3857")
    one = follow(linked(listed, "self")).json()
    template = linked(one, "item")
    for name, number in zip(("tileMatrix", "tileRow", "tileCol"), SICILY.split("/"), strict=True):
        template = template.replace(f"{{{name}}}", number)
    answer = follow(template)
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert tile_reader.features(answer.content, collection)
    scheme = follow(linked(one, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme")).json()
    assert scheme["id"] == "WebMercatorQuad" and one["tileMatrixSetURI"] == scheme["uri"]
    (layer,) = one["layers"]
    assert layer["id"] == collection
    assert len(one["tileMatrixSetLimits"]) == int(layer["maxTileMatrix"]) - int(layer["minTileMatrix"]) + 1
    (feature, *_) = tile_reader.features(answer.content, collection).values()
    assert set(feature["properties"]) <= set(layer["propertiesSchema"]["properties"])


@every_collection
def test_tilejson_leads_to_the_same_tiles_and_keeps_the_search(server: RunningServer, collection: str):
    for query in ({}, {"topic": "RSO2.6", "exclude": "samples"}):
        document = page(server, tiles(collection), f="tilejson", **query)
        (template,) = document["tiles"]
        z, row, column = SICILY.split("/")
        address = template.replace("{z}", z).replace("{y}", row).replace("{x}", column)
        assert follow(address).content == get(server, tiles(collection, SICILY), **query).content
        assert [layer["id"] for layer in document["vector_layers"]] == [collection]
        assert document["minzoom"] == 0 and len(document["bounds"]) == 4 and document["attribution"]


@every_collection
def test_a_search_has_its_own_tiles(server: RunningServer, collection: str):
    id_field = COLLECTIONS[collection].id_field
    everything = tile_reader.features(get(server, tiles(collection, SICILY)).content, collection)
    query = {"topic": "RSO2.6", "country": "IT"}
    found = tile_reader.features(
        get(server, tiles(collection, SICILY), properties=id_field, **query).content, collection
    )
    matching = set(ids(server, collection, **query))
    shown = {id_: feature["properties"][id_field] for id_, feature in everything.items()}
    assert {shown[id_] for id_ in found} == matching & set(shown.values()) and found


def test_a_place_without_features_is_an_empty_tile(server: RunningServer):
    answer = get(server, tiles("nuts3", "5/0/0"))
    assert (answer.status_code, answer.content) == (204, b"")
    assert get(server, tiles("nuts3", SICILY), q="munich").status_code == 204


def test_tiles_are_kept_and_revalidated(server: RunningServer):
    first = get(server, tiles("nuts3", SICILY))
    known = {"If-None-Match": first.headers["etag"]}
    assert get(server, tiles("nuts3", SICILY), headers=known).status_code == 304
    assert get(server, tiles("nuts3", SICILY)).content == first.content
    assert first.headers["access-control-allow-origin"] == "*" and "license" in first.headers["link"]


@pytest.mark.parametrize("accept", [MEDIA_TYPE, "*/*", "application/x-protobuf", "image/webp,*/*"])
def test_whatever_a_client_takes_it_gets_the_tile(server: RunningServer, accept: str):
    answer = get(server, tiles("nuts3", SICILY), headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, MEDIA_TYPE)


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        (tiles("nuts3", SICILY), {"limit": 3}, 400), (tiles("nuts3", SICILY), {"crs": "x"}, 400),
        (tiles("nuts3", SICILY), {"f": "png"}, 400), (tiles("nuts3", SICILY), {"topic": "PO99"}, 400),
        (tiles("nuts3", SICILY), {"properties": "none"}, 400), (tiles("nuts3", SICILY), {"filter": "("}, 400),
        (tiles("nuts3", SICILY), {"lang": "xx"}, 400), (tiles("nuts3", SICILY), {"n_matching": "3"}, 400),
        (tiles("nuts3", "a/0/0"), {}, 400), (tiles("nuts3", "8/0/0"), {}, 404), (tiles("nuts3", "2/4/0"), {}, 404),
        ("/collections/nuts3/tiles/WorldCRS84Quad/0/0/0", {}, 404), ("/collections/countries/tiles", {}, 404),
        ("/collections/neighbours/tiles/WebMercatorQuad/0/0/0", {}, 404),
        (tiles("nuts3"), {"f": "xml"}, 400), (tiles("nuts3"), {"colour": "red"}, 400),
        ("/collections/nuts3/tiles", {"limit": 3}, 400), ("/TileMatrixSets/none", {}, 404),
    ],
)  # fmt: skip
def test_bad_requests_are_refused(server: RunningServer, path: str, query: dict[str, Any], status: int):
    refusal(get(server, path, **query), status)


def test_the_definition_and_the_classes_say_so(server: RunningServer):
    paths = page(server, "/openapi", f="json")["paths"]
    for collection in TILED:
        path = f"/collections/{collection}/tiles/{{tileMatrixSetId}}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}"
        assert MEDIA_TYPE in paths[path]["get"]["responses"]["200"]["content"]
        assert "204" in paths[path]["get"]["responses"]
    classes = page(server, "/conformance", f="json")["conformsTo"]
    assert {uri.rpartition("/")[2] for uri in classes if "ogcapi-tiles-1" in uri} >= {"core", "tileset", "mvt"}
    links = page(server, "/", f="json")["links"]
    assert any(link["rel"].endswith("/tiling-schemes") for link in links)


def test_the_documents_are_pages_too(server: RunningServer):
    for path in ("/collections/nuts3/tiles", tiles("nuts3"), "/TileMatrixSets"):
        text = get(server, path, f="html").text
        assert re.search("<h1", text) and "WebMercatorQuad" in text
