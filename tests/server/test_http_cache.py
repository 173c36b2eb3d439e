"""Entity tags, compression and what caches between server and client are told."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import pytest
import zstandard
from http_client import SICILY, get, items, raw, refusal, request
from running_server import RunningServer

DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda body: zstandard.ZstdDecompressor().decompressobj().decompress(body),
}
STABLE = ["/", "/collections", "/openapi", f"{items()}?limit=20", f"{items()}/{SICILY}", f"{items()}?f=csv&limit=20",
          f"{items()}?f=html&limit=5", "/collections/nuts3/facets", "/codelists/topics"]  # fmt: skip


@pytest.mark.parametrize("coding", DECODERS)
@pytest.mark.parametrize("path", STABLE)
def test_compressed_bodies_are_the_plain_ones(server: RunningServer, path: str, coding: str):
    plain = raw(server, path, headers="Accept-Encoding: identity")
    for _ in range(2):  # worked out, then from the cache
        coded = raw(server, path, headers=f"Accept-Encoding: {coding}")
        assert coded.headers["content-encoding"] == coding
        assert int(coded.headers["content-length"]) == len(coded.content) < len(plain.content)
        assert DECODERS[coding](coded.content) == plain.content
        assert coded.headers["etag"] != plain.headers["etag"], "a strong tag names the bytes"
        assert coded.headers["content-type"] == plain.headers["content-type"]
    assert "content-encoding" not in plain.headers


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", {"zstd", "br", "gzip"}),
        ("gzip;q=1.0, br;q=0.5", {"gzip"}),
        ("br;q=0, gzip", {"gzip"}),
        ("deflate", {None}),
        ("identity", {None}),
        ("", {None}),
        ("*;q=0", {None}),
    ],
)
def test_coding_is_negotiated(server: RunningServer, accepted: str, coding: set[str | None]):
    assert raw(server, "/collections", headers=f"Accept-Encoding: {accepted}").headers.get("content-encoding") in coding


@pytest.mark.parametrize("path", STABLE)
def test_unchanged_documents_are_not_sent_again(server: RunningServer, path: str):
    first = get(server, path)
    tag = first.headers["etag"]
    assert tag.startswith('"') and tag.endswith('"'), "a strong tag"
    for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = get(server, path, headers={"If-None-Match": known})
        assert again.status_code == 304 and again.content == b""
        assert again.headers["etag"] == tag and again.headers["vary"] == first.headers["vary"]
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert again.headers["atlas-edition"] == first.headers["atlas-edition"]
    assert get(server, path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert request(server, "HEAD", path, headers={"If-None-Match": tag}).status_code == 304


def test_caches_ask_again_and_keep_variants_apart(server: RunningServer):
    answer = get(server, items(), limit=1)
    assert "must-revalidate" in answer.headers["cache-control"] and "public" in answer.headers["cache-control"]
    assert {"accept", "accept-encoding", "accept-language"} <= {
        name.strip().lower() for name in answer.headers["vary"].split(",")
    }


def test_tags_differ_by_what_is_asked(server: RunningServer):
    paths = ["?limit=1", "?limit=2", "?limit=1&f=html", "?limit=1&f=csv", "?limit=1&skipGeometry=true", "/" + SICILY]
    tags = {get(server, items() + path).headers["etag"] for path in paths}
    tags.add(get(server, f"{items()}?limit=1", headers={"Accept": "text/html"}).headers["etag"])
    tags.add(get(server, f"{items('nuts3')}?limit=1").headers["etag"])
    assert len(tags) >= len(paths) + 1


def test_refusals_are_not_kept_and_take_no_tag(server: RunningServer):
    """A tag that matches everything must not turn a refusal into *unchanged*."""
    for path in (f"{items()}?limit=0", "/nothing", f"{items()}/none"):
        for headers in ({}, {"If-None-Match": "*"}, {"If-None-Match": '"x"'}):
            answer = get(server, path, headers=headers)
            assert answer.status_code in (400, 404)
            assert "etag" not in answer.headers and answer.headers["cache-control"] == "no-store"


def test_negotiated_and_named_formats_are_not_mixed_up(server: RunningServer):
    """The same address answers in another format to another client, from the cache too."""
    for _ in range(2):
        assert get(server, items(), headers={"Accept": "text/html"}).headers["content-type"].startswith("text/html")
        assert get(server, items(), headers={"Accept": "text/csv"}).headers["content-type"].startswith("text/csv")
        assert get(server, items()).headers["content-type"] == "application/geo+json"


@pytest.mark.parametrize(("size", "status"), [(20_000, 400), (200_000, 414)])
def test_very_long_addresses_are_refused(server: RunningServer, size: int, status: int):
    names = "&".join(f"x{i:06}=1" for i in range(size // 10))
    refusal(raw(server, f"{items()}?{names}"), status)
