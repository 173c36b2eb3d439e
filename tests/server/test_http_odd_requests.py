"""Odd requests for all kinds of resources: each is refused in words, none fails, and no parameter is ignored."""

from __future__ import annotations

import random

import pytest
from http_client import get
from running_server import RunningServer

PATHS = (
    "/", "/embed", "/embed/theme.css", "/feedback", "/catalogue", "/guide", "/partners", "/robots.txt", "/sitemap.xml",
    "/sitemap/pages.xml", "/TileMatrixSets", "/collections/nuts3/topology", "/collections/programmes/tiles",
    "/collections/programmes/tiles/WebMercatorQuad", "/collections/programmes/tiles/WebMercatorQuad/3/2/4",
    "/collections/knowledge/items", "/collections/programmes/items",
)  # fmt: skip
#: What no resource takes, in any form that a URL can have.
REFUSED = (
    "bogus=1", "%00=1", "%ff=1", "f=bogus", "f=json&f=html", "lang=xx", "lang=en&lang=de",
    "exclude=all", "exclude=samples&exclude=samples", "exclude=%00", "lang=%ff%fe", "lang=" + "x" * 5000,
)  # fmt: skip
NAMES = (
    "f", "lang", "exclude", "limit", "about", "collection", "show", "background", "text", "font", "topic", "period",
    "country", "nuts3", "title", "q", "programme", "abroad", "view", "open", "bbox", "properties", "filter", "sortby",
)  # fmt: skip
VALUES = (
    "", "0", "-1", "1e309", "NaN", "9" * 30, "%00", "%ff", "%C0%80", "%F0%9F%98%80", "x" * 5000, "%27%3Cscript%3E", "%",
    "%D9%A3", "null", "today", "programmes", "PO2", "DE111", "1,2,3", "fff", "html", "json", "%E2%80%AE",
)  # fmt: skip
#: Part of a path that no resource has.
PARTS = ("a", "%00", "%ff", "..%2Fx", "9" * 30, "-1", "%D9%A3", "x" * 3000, "programmes-0.xml", "programmes--1.xml")
TEMPLATES = (
    "/sitemap/{}", "/TileMatrixSets/{}", "/collections/{}/topology", "/collections/{}/tiles.pmtiles",
    "/collections/nuts3/tiles/{}", "/collections/nuts3/tiles/WebMercatorQuad/{}/0/0", "/drawn/{}", "/guide/{}",
    "/collections/nuts3/tiles/WebMercatorQuad/0/{}/0", "/collections/knowledge/items/{}",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_what_a_resource_does_not_take_is_refused(server: RunningServer, path: str, accept: str):
    for query in REFUSED:
        answer = get(server, f"{path}?{query}", headers={"Accept": accept})
        assert 400 <= answer.status_code < 500, f"{path}?{query[:80]}: {answer.status_code}"


@pytest.mark.parametrize("path", PATHS)
def test_no_parameters_make_it_fail(server: RunningServer, path: str):
    chance = random.Random(path)  # the same requests in each run
    for _ in range(40):
        chosen = (f"{chance.choice(NAMES)}={chance.choice(VALUES)}" for _ in range(chance.choice((1, 1, 2, 3))))
        query = "&".join(chosen)
        answer = get(server, f"{path}?{query}", headers={"Accept": chance.choice(("text/html", "*/*", "x/y;q=a"))})
        assert answer.status_code < 500, f"{path}?{query[:200]}: {answer.status_code} {answer.text[:200]}"


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_path_makes_it_fail(server: RunningServer, template: str):
    for part in PARTS:
        answer = get(server, template.format(part))
        assert 400 <= answer.status_code < 500, f"{template} {part[:50]}: {answer.status_code}"
