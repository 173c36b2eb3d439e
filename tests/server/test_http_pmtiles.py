"""All tiles of a collection in one file, read as clients do: by parts."""

from __future__ import annotations

import gzip

import httpx
import pytest
from http_client import follow, get, page, refusal
from pmtiles.reader import MemorySource, Reader, all_tiles
from pmtiles.tile import Compression, TileType
from running_server import RunningServer

FILE = "/collections/nuts3/tiles.pmtiles"


@pytest.fixture(scope="module")
def whole(server: RunningServer) -> httpx.Response:
    answer = get(server, FILE)
    while answer.status_code == 503:  # the first client may be told to come again
        answer = get(server, FILE)
    assert answer.status_code == 200
    return answer


@pytest.mark.slow
def test_the_file_has_the_tiles_of_the_tile_set(server: RunningServer, whole: httpx.Response):
    reader = Reader(MemorySource(whole.content))
    header, described = reader.header(), page(server, "/collections/nuts3/tiles/WebMercatorQuad", f="tilejson")
    assert (header["tile_type"], header["tile_compression"]) == (TileType.MVT, Compression.GZIP)
    assert (header["min_zoom"], header["max_zoom"]) == (described["minzoom"], described["maxzoom"])
    said = reader.metadata()
    assert said["vector_layers"] == described["vector_layers"] and said["attribution"] == described["attribution"]
    places = [place for place, _ in all_tiles(MemorySource(whole.content))]
    assert len(set(places)) == len(places) > 100
    for z, x, y in places[::23]:
        tile = get(server, f"/collections/nuts3/tiles/WebMercatorQuad/{z}/{y}/{x}")
        assert gzip.decompress(reader.get(z, x, y)) == tile.content
    for z, x, y in ((3, 0, 0), (7, 127, 127), (5, 1, 30)):
        empty = get(server, f"/collections/nuts3/tiles/WebMercatorQuad/{z}/{y}/{x}").status_code == 204
        assert (reader.get(z, x, y) is None) == empty


@pytest.mark.slow
def test_a_reader_that_asks_for_parts_finds_the_same(server: RunningServer, whole: httpx.Response):
    asked = []

    def part(offset: int, length: int) -> bytes:
        answer = get(server, FILE, headers={"Range": f"bytes={offset}-{offset + length - 1}"})
        assert answer.status_code == 206 and len(answer.content) == length
        assert answer.headers["content-range"] == f"bytes {offset}-{offset + length - 1}/{len(whole.content)}"
        asked.append(answer)
        return answer.content

    assert Reader(part).get(5, 17, 12) == Reader(MemorySource(whole.content)).get(5, 17, 12)
    assert {answer.headers["etag"] for answer in asked} == {whole.headers["etag"]}
    assert "content-encoding" not in asked[0].headers and "no-transform" in asked[0].headers["cache-control"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "status", "start", "end"),
    [
        ("bytes=0-0", 206, 0, 1), ("bytes=5-", 206, 5, None), ("bytes=-7", 206, -7, None),
        ("bytes=10-99999999999", 206, 10, None), ("bytes=-99999999999", 206, 0, None),
        ("bytes=9-3", 200, 0, None), ("bytes=a-b", 200, 0, None), ("lines=0-3", 200, 0, None),
        ("bytes=-", 200, 0, None),
        ("bytes=0-1,4-5", 200, 0, None), ("", 200, 0, None),
        ("bytes=99999999999-", 416, 0, 0), ("bytes=-0", 416, 0, 0),
    ],
)  # fmt: skip
def test_parts(server: RunningServer, whole: httpx.Response, asked: str, status: int, start: int, end: int | None):
    answer = get(server, FILE, headers={"Range": asked})
    assert answer.status_code == status
    assert answer.content == whole.content[start:end]
    if status == 416:
        assert answer.headers["content-range"] == f"bytes */{len(whole.content)}"


@pytest.mark.slow
def test_a_part_is_of_the_file_that_the_client_knows(server: RunningServer, whole: httpx.Response):
    tag = whole.headers["etag"]
    assert get(server, FILE, headers={"Range": "bytes=0-9", "If-Range": tag}).status_code == 206
    assert get(server, FILE, headers={"Range": "bytes=0-9", "If-Range": '"other"'}).status_code == 200
    assert get(server, FILE, headers={"If-None-Match": tag}).status_code == 304
    assert get(server, FILE, headers={"If-None-Match": '"other"'}).status_code == 200
    assert httpx.head(server.url + FILE, timeout=60).headers["content-length"] == str(len(whole.content))


@pytest.mark.slow
def test_the_collection_links_to_it(server: RunningServer, whole: httpx.Response):
    links = page(server, "/collections/nuts3", f="json")["links"]
    (href,) = [each["href"] for each in links if each["type"] == "application/vnd.pmtiles"]
    linked = follow(href)
    assert linked.content == whole.content
    assert linked.headers["content-disposition"] == 'attachment; filename="nuts3.pmtiles"'


def test_bad_requests_are_refused(server: RunningServer):
    refusal(get(server, "/collections/countries/tiles.pmtiles"), 404)
    for query in ({"topic": "RSO2.6"}, {"f": "mvt"}, {"lang": "xx"}, {"exclude": "none"}):
        refusal(get(server, FILE, **query))
