"""Links of a list and of a feature."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import made_store
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.address import Address
from cooperation_atlas.ogc.formats.registry import FORMATS, formats_of
from cooperation_atlas.ogc.links import item_links, items_links, link_lines
from cooperation_atlas.ogc.query_string import parameters_of
from cooperation_atlas.ogc.requests import parse_items

BASE = "https://atlas.example/api"
PROGRAMMES = COLLECTIONS["programmes"]
STORE = made_store.store()


def links(given_: list[tuple[str, str]], shown: str = "json") -> list[dict[str, Any]]:
    page = STORE.search(parse_items(PROGRAMMES, given_).query)
    address = Address.of(f"{BASE}/collections/programmes/items", given_)
    return items_links(BASE, PROGRAMMES, address, page, FORMATS[shown], "made")


def one(given_: list[tuple[str, str]], id_: str) -> list[dict[str, Any]]:
    path = f"{BASE}/collections/programmes/items/{quote(id_, safe='')}"
    return item_links(BASE, PROGRAMMES, Address.of(path, given_), FORMATS["json"])


def link(rel: str, *args: Any) -> str | None:
    found = [entry["href"] for entry in links(*args) if entry["rel"] == rel]
    assert len(found) <= 1
    return found[0] if found else None


def query_of(href: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(href).query, strict_parsing=True))


@pytest.mark.parametrize("shown", formats_of(PROGRAMMES))
def test_one_format_is_this_document_and_the_others_are_alternates(shown: str) -> None:
    found = {entry["rel"]: entry for entry in links([], shown)}
    assert found["self"]["type"] == FORMATS[shown].media_type
    alternates = {entry["type"] for entry in links([], shown) if entry["rel"] == "alternate"}
    assert alternates == {FORMATS[f].media_type for f in formats_of(PROGRAMMES) if f != shown}


def test_every_link_has_an_address_a_relation_a_type_and_a_title() -> None:
    for entry in [*links([("limit", "1"), ("offset", "1")]), *one([], "A")]:
        assert set(entry) >= {"href", "rel", "type", "title"}
        assert urlsplit(entry["href"]).scheme == "https"


def test_collection_schema_and_licences() -> None:
    assert link("collection", []) == f"{BASE}/collections/programmes"
    assert link("describedby", []) == f"{BASE}/collections/programmes/schema"
    assert len([entry for entry in links([]) if entry["rel"] == "license"]) == 3


@pytest.mark.parametrize(
    ("limit", "offset", "following", "before"),
    [
        ("2", "0", "2", None), ("3", "0", None, None), ("2", "1", None, "first"), ("1", "1", "2", "first"),
        ("2", "2", None, "first"), ("1", "99", None, "2"), ("2", "99", None, "2"), ("1", "2", None, "1"),
    ],
)  # fmt: skip
def test_next_only_where_features_follow(limit: str, offset: str, following: str | None, before: str | None) -> None:
    given_ = [("limit", limit), ("offset", offset)]
    for rel, expected in (("next", following), ("prev", before)):
        href = link(rel, given_)
        # The first page has no offset, and is one of the edition that is served then; the others name theirs.
        asked = query_of(href) if href else {}
        assert (asked.get("offset", "first") if href else None) == expected
        assert asked.get("edition") == ("made" if expected not in (None, "first") else None)


def test_a_count_has_no_next_page() -> None:
    """With ``resulttype=hits`` no features follow, however many there are."""
    assert link("next", [("resulttype", "hits"), ("limit", "1")]) is None


TEXT = st.text("aé&=#+%, /*?", min_size=1).map("x{}x".format)


@given(st.lists(st.tuples(st.sampled_from(["q", "title", "limit"]), TEXT), unique_by=lambda pair: pair[0]))
def test_what_was_asked_for_is_asked_for_again(pairs: list[tuple[str, str]]) -> None:
    given_ = [(name, "1" if name == "limit" else value.replace(",,", "")) for name, value in pairs]
    for entry in links(given_):
        if "/items" in entry["href"] and given_:
            again = query_of(entry["href"])
            assert {name: again[name] for name, _ in given_} == dict(given_)
            assert set(again) - {name for name, _ in given_} <= {"f", "offset", "edition"}


def test_an_id_is_written_as_one_path_segment() -> None:
    (this,) = [e for e in one([("crs", "x")], "a/b ?") if e["rel"] == "self"]
    assert urlsplit(this["href"]).path.endswith("/items/a%2Fb%20%3F")
    assert query_of(this["href"]) == {"crs": "x", "f": "json"}


@pytest.mark.parametrize("written", ["q=a%2Cb", "title=a,b%2C%20c", "q=a+b", "q=a%20b", "q=%C3%A9", "title=%2A%C3%89*"])
def test_what_the_client_wrote_stays_as_it_was_encoded(written: str) -> None:
    address = Address.of("https://atlas.example/x", parameters_of(f"{written}&f=csv"))
    assert address.url(f="json") == f"https://atlas.example/x?{written}&f=json"


def test_the_filter_of_a_body_is_in_the_links_as_cql2_json() -> None:
    body = b'{"op": "=", "args": [{"property": "country"}, "IT"]}'
    address = Address.of("https://atlas.example/x", parameters_of("limit=1"), body)
    assert query_of(address.url()) == {"limit": "1", "filter": body.decode(), "filter-lang": "cql2-json"}


def test_the_next_page_is_one_of_the_same_day() -> None:
    query = "open=2026-11-25&limit=1&kind=offer,need"
    asked = replace(parse_items(PROGRAMMES, parameters_of(query)).query, criteria=(("open", ("2026-11-25",)),))
    page = STORE.search(replace(asked, criteria=()))
    page.query = asked
    address = Address.of(f"{BASE}/x", parameters_of(query.replace("2026-11-25", "today")))
    (following,) = [
        e for e in items_links(BASE, PROGRAMMES, address, page, FORMATS["json"], "made") if e["rel"] == "next"
    ]
    assert query_of(following["href"])["open"] == "2026-11-25"


def test_the_link_header_has_the_pages_before_and_after() -> None:
    found = links([("limit", "1"), ("offset", "1")])
    lines = link_lines(found).split(", ")
    assert [line.rpartition('rel="')[2].partition('"')[0] for line in lines] == ["prev", "next"]
    assert all(line.startswith(f"<{BASE}/collections/programmes/items?") and line.isascii() for line in lines)
