"""Links of a list and of a feature."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import made_engine
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.links import FORMATS, item_links, items_links
from cooperation_atlas.ogc.parameters import parse_items

BASE = "https://atlas.example/api"
PROGRAMMES = COLLECTIONS["programmes"]
ENGINE = made_engine.engine()


def links(given_: list[tuple[str, str]], shown: str = "json") -> list[dict[str, Any]]:
    page = ENGINE.search(parse_items(PROGRAMMES, given_).query)
    return items_links(BASE, PROGRAMMES, given_, page, shown)


def link(rel: str, *args: Any) -> str | None:
    found = [entry["href"] for entry in links(*args) if entry["rel"] == rel]
    assert len(found) <= 1
    return found[0] if found else None


def query_of(href: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(href).query, strict_parsing=True))


@pytest.mark.parametrize("shown", FORMATS)
def test_one_format_is_this_document_and_the_others_are_alternates(shown: str) -> None:
    found = {entry["rel"]: entry for entry in links([], shown)}
    assert found["self"]["type"] == FORMATS[shown][0]
    alternates = {entry["type"] for entry in links([], shown) if entry["rel"] == "alternate"}
    assert alternates == {media for f, (media, _) in FORMATS.items() if f != shown}


def test_every_link_has_an_address_a_relation_a_type_and_a_title() -> None:
    for entry in [*links([("limit", "1"), ("offset", "1")]), *item_links(BASE, PROGRAMMES, [], "A", "json")]:
        assert set(entry) >= {"href", "rel", "type", "title"}
        assert urlsplit(entry["href"]).scheme == "https"


def test_collection_schema_and_licences() -> None:
    assert link("collection", []) == f"{BASE}/collections/programmes"
    assert link("describedby", []) == f"{BASE}/collections/programmes/schema"
    assert len([entry for entry in links([]) if entry["rel"] == "license"]) == 2


@pytest.mark.parametrize(
    ("limit", "offset", "following", "before"),
    [
        ("2", "0", "2", None), ("3", "0", None, None), ("2", "1", None, "0"), ("1", "1", "2", "0"),
        ("2", "2", None, "0"), ("1", "99", None, "98"),
    ],
)  # fmt: skip
def test_next_only_where_features_follow(limit: str, offset: str, following: str | None, before: str | None) -> None:
    given_ = [("limit", limit), ("offset", offset)]
    for rel, expected in (("next", following), ("prev", before)):
        href = link(rel, given_)
        assert (href and query_of(href)["offset"]) == expected


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
            assert set(again) - {name for name, _ in given_} <= {"f", "offset"}


def test_an_id_is_written_as_one_path_segment() -> None:
    (this,) = [e for e in item_links(BASE, PROGRAMMES, [("crs", "x")], "a/b ?", "json") if e["rel"] == "self"]
    assert urlsplit(this["href"]).path.endswith("/items/a%2Fb%20%3F")
    assert query_of(this["href"]) == {"crs": "x", "f": "json"}
