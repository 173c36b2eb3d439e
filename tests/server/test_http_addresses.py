"""Addresses over HTTP: links of every format and of a posted filter, and commas as clients write them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx
import pytest
from http_client import get, page
from running_server import RunningServer


def linked(answer: httpx.Response, rel: str) -> str | None:
    """The address of that relation in the ``Link`` header."""
    found = [link["url"] for link in answer.links.values() if link.get("rel") == rel]
    return found[0] if found else None


@pytest.mark.parametrize("f", ["json", "csv", "html", "jsonld"])
def test_every_format_pages_by_its_link_header(server: RunningServer, f: str):
    path = "/collections/programmes/items?country=AT,MT&limit=4&sortby=cci"
    seen = 0
    answer = get(server, f"{path}&f={f}")
    matched = int(answer.headers["ogc-numbermatched"])
    for _ in range(matched):
        seen += int(answer.headers["ogc-numberreturned"])
        following = linked(answer, "next")
        if following is None:
            break
        assert f"f={f}" in following
        answer = get(server, following.removeprefix(server.url))
    assert seen == matched > 8


FILTERS = [
    {"op": "=", "args": [{"property": "country"}, "AT"]},
    {"op": "like", "args": [{"property": "title"}, "%ü%"]},
    {"op": "and", "args": [{"op": "=", "args": [{"property": "country"}, "IT"]},
                           {"op": "a_overlaps", "args": [{"property": "funds"}, ["ERDF", "ESF+"]]}]},
]  # fmt: skip


@pytest.mark.parametrize("filter_", FILTERS, ids=["equal", "accent", "and"])
def test_links_of_a_posted_filter_ask_for_the_same(server: RunningServer, filter_: dict[str, Any]):
    path = f"{server.url}/collections/programmes/items?limit=3&sortby=cci&f=json"
    answer = httpx.post(path, json=filter_, timeout=30)
    assert answer.status_code == 200, answer.text
    first = answer.json()
    links = {link["rel"]: link["href"] for link in first["links"]}
    again = httpx.get(links["self"], timeout=30).json()
    assert (again["numberMatched"], again["features"]) == (first["numberMatched"], first["features"])
    csv = next(link["href"] for link in first["links"] if link["type"] == "text/csv")
    assert httpx.get(csv, timeout=30).headers["ogc-numbermatched"] == str(first["numberMatched"])
    every = {feature["id"] for feature in first["features"]}
    following = links.get("next")
    while following:
        page_ = httpx.get(following, timeout=30).json()
        every |= {feature["id"] for feature in page_["features"]}
        following = next((link["href"] for link in page_["links"] if link["rel"] == "next"), None)
    assert len(every) == first["numberMatched"] > 3
    html = httpx.post(path.replace("f=json", "f=html"), json=filter_, timeout=30)
    assert "filter-lang=cql2-json" in html.text


@pytest.mark.parametrize(("written", "expected"), [
    ("name=Amberg, Kreisfreie Stadt", {"DE231"}), ("name=Amberg%2C%20Kreisfreie%20Stadt", {"DE231"}),
    ("name=Trapani,Palermo", {"ITG11", "ITG12"}), ("name=Trapani%2CPalermo", {"ITG11", "ITG12"}),
    ("name=Amberg\\, Kreisfreie Stadt,Trapani", {"DE231", "ITG11"}), ("nuts3=ITG11%2CITG12", {"ITG11", "ITG12"}),
])  # fmt: skip
def test_commas_in_texts_and_between_codes(server: RunningServer, written: str, expected: set[str]):
    answer = httpx.get(f"{server.url}/collections/nuts3/items?{written}&f=json&skipGeometry=true", timeout=30).json()
    assert {feature["id"] for feature in answer["features"]} == expected


def test_every_name_with_a_comma_is_found_however_it_is_encoded(server: RunningServer):
    areas = page(server, "/collections/nuts3/items", limit="10000", skipGeometry="true", properties="name")["features"]
    names = sorted({f["properties"]["name"] for f in areas if "," in f["properties"]["name"]})
    assert len(names) > 100
    for name in names[::7]:
        having = {f["id"] for f in areas if f["properties"]["name"] == name}
        for text in (quote(name, safe=", "), quote(name, safe=""), quote(name, safe=",")):
            address = f"{server.url}/collections/nuts3/items?name={text}&f=json&skipGeometry=true"
            found = {f["id"] for f in httpx.get(address, timeout=30).json()["features"]}
            assert having <= found, (name, text)
