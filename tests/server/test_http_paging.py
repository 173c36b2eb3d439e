"""Lists of features: pages, counts, links, order, and what of a feature is returned."""

from __future__ import annotations

import math
from typing import Any

import pytest
from http_client import SICILY, follow, get, ids, items, page
from running_server import RunningServer

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.formats.registry import FORMATS, formats_of


def link(document: dict[str, Any], rel: str) -> str | None:
    """The address behind a relation; at most one."""
    found = [each["href"] for each in document["links"] if each["rel"] == rel]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize("limit", [1, 7, 99])
def test_next_leads_through_all_features_and_prev_back(server: RunningServer, limit: int):
    query = {"country": "IT,EL", "sortby": "-eu_amount,title", "skipGeometry": "true"}
    expected = ids(server, "programmes", **query)
    document = page(server, items(), limit=limit, **query)
    forth: list[list[str]] = []
    while True:
        assert document["numberMatched"] == len(expected)
        assert document["numberReturned"] == len(document["features"]) <= limit
        forth.append([f["id"] for f in document["features"]])
        following = link(document, "next")
        if following is None:
            break
        document = follow(following).json()
    assert [id_ for ids_ in forth for id_ in ids_] == expected
    assert len(forth) == math.ceil(len(expected) / limit)
    back = [forth[-1]]
    while (previous := link(document, "prev")) is not None:
        document = follow(previous).json()
        back.append([f["id"] for f in document["features"]])
    assert back == forth[::-1]


def test_no_next_link_where_nothing_follows(server: RunningServer):
    total = page(server, items("countries"), resulttype="hits")["numberMatched"]
    assert link(page(server, items("countries"), limit=total, skipGeometry="true"), "next") is None
    assert link(page(server, items("countries"), limit=total - 1, skipGeometry="true"), "next") is not None
    beyond = page(server, items("countries"), offset=total)
    assert beyond["features"] == [] and beyond["numberMatched"] == total and link(beyond, "next") is None


def test_links_keep_the_query_and_its_format(server: RunningServer):
    document = page(server, items(), limit=5, q="Sicília", title="*a*,x\\,y", f="jsonld")
    assert link(page(server, items(), limit=5, country="IT"), "prev") is None
    for rel in ("self", "alternate"):
        for each in (e for e in document["links"] if e["rel"] == rel):
            assert follow(each["href"]).headers["content-type"].split(";")[0] == each["type"]
    assert follow(link(document, "self") or "").json() == document


def test_every_list_is_linked_in_all_formats(server: RunningServer, collection: str):
    document = page(server, items(collection), limit=1)
    types = {each["type"] for each in document["links"] if each["rel"] in ("self", "alternate")}
    assert types == {FORMATS[f].media_type for f in formats_of(COLLECTIONS[collection])}
    assert follow(link(document, "collection") or "").json()["id"] == collection
    assert "properties" in follow(link(document, "describedby") or "").json()


def test_default_page_is_100_features(server: RunningServer):
    document = page(server, items(), skipGeometry="true")
    assert document["numberReturned"] == len(document["features"]) == 100 < document["numberMatched"]


def test_hits_is_only_the_number(server: RunningServer, collection: str):
    counted = page(server, items(collection), resulttype="hits", country="IT")
    listed = page(server, items(collection), country="IT", limit=20_000, skipGeometry="true")
    assert counted["features"] == [] and counted["numberReturned"] == 0
    assert counted["numberMatched"] == listed["numberMatched"] == len(listed["features"]) > 0


def test_ids_are_stable_and_unique(server: RunningServer, collection: str):
    """The id is a property that means something outside: CCI, NUTS code, entry id."""
    property_ = {
        "programmes": "cci", "nuts3": "nuts_code", "nuts3-2016": "nuts_code", "countries": "country",
        "cooperation": "id", "programme-areas": "id", "neighbours": "id",
    }[collection]  # fmt: skip
    everything = page(server, items(collection), limit=20_000, skipGeometry="true")["features"]
    found = [f["id"] for f in everything]
    assert len(set(found)) == len(found)
    assert found == [f["properties"][property_] for f in everything]
    # The first few together show every property (clients guess types from them); the others follow by id.
    late = found[10:]
    assert late == sorted(late), "lists without sortby are in the order of the ids"


def test_one_feature_is_that_of_the_list(server: RunningServer, collection: str):
    listed = page(server, items(collection), limit=1, offset=3)["features"][0]
    one = page(server, f"{items(collection)}/{listed['id']}")
    for member in ("type", "id", "geometry", "properties"):
        assert one[member] == listed[member]
    assert follow(link(one, "collection") or "").json()["id"] == collection
    assert follow(link(one, "self") or "").json() == one


def test_ids_with_odd_characters_are_found_by_their_links(server: RunningServer):
    area = page(server, items("programme-areas"), limit=1)["features"][0]
    assert "." in area["id"]
    assert page(server, f"{items('programme-areas')}/{area['id']}")["id"] == area["id"]


# --- order --------------------------------------------------------------------------------------------------


def values(server: RunningServer, name: str, collection: str = "programmes", **query: str) -> list[Any]:
    listed = page(server, items(collection), limit=20_000, skipGeometry="true", **query)
    return [f["properties"][name] for f in listed["features"]]


@pytest.mark.parametrize("name", ["eu_amount", "n_regions", "period_start", "objectives_complete", "n_offers"])
def test_sorting_puts_absent_values_last_either_way(server: RunningServer, name: str):
    for sign, reverse in (("", False), ("+", False), ("-", True)):
        found = values(server, name, sortby=f"{sign}{name}")
        known = [v for v in found if v is not None]
        assert known == sorted(known, reverse=reverse)
        assert found == known + [None] * (len(found) - len(known))


def test_descending_order_keeps_the_order_of_equal_ones(server: RunningServer):
    expected = sorted(ids(server, "programmes"))
    found = page(server, items(), limit=20_000, sortby="-period", skipGeometry="true")["features"]
    periods = [f["properties"]["period"] for f in found]
    assert periods == sorted(periods, reverse=True)
    assert [f["id"] for f in found if f["properties"]["period"] == "2021-2027"] == [
        i for i in expected if i.startswith("2021")
    ]


def test_several_properties_sort_one_after_the_other(server: RunningServer):
    found = page(server, items(), limit=20_000, sortby="country,-n_regions,cci", skipGeometry="true")["features"]
    told = [f["properties"] for f in found]
    keys = [(p["country"], -p["n_regions"], p["cci"]) for p in told]
    assert keys == sorted(keys)


def test_titles_sort_as_people_read_them(server: RunningServer):
    names = values(server, "country_name", "countries", sortby="country_name")
    assert names == sorted(names, key=str.casefold)


def test_sorted_pages_are_parts_of_the_sorted_list(server: RunningServer):
    whole = ids(server, "nuts3", sortby="-area_km2")
    assert ids(server, "nuts3", sortby="-area_km2", limit=50, offset=100) == whole[100:150]


# --- what of a feature --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [items(), f"{items()}/{SICILY}"])
def test_properties_chooses_and_orders(server: RunningServer, path: str):
    document = page(server, path, properties="title,country")
    for feature in document.get("features", [document]):
        assert list(feature["properties"]) == ["title", "country"]
        assert feature["id"] and feature["geometry"], "id and geometry stay"


@pytest.mark.parametrize("path", [items(), f"{items()}/{SICILY}"])
def test_geometry_can_be_left_out(server: RunningServer, path: str):
    without = page(server, path, skipGeometry="true")
    assert all(f["geometry"] is None for f in without.get("features", [without]))
    assert "bbox" not in without
    assert page(server, path, skipGeometry="false") == page(server, path) | {
        "links": page(server, path, skipGeometry="false")["links"]
    }


def test_csv_has_the_properties_asked_for(server: RunningServer):
    answer = get(server, items(), f="csv", properties="cci,title", country="MT", limit=3)
    lines = answer.content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "cci,title"
    assert answer.headers["ogc-numbermatched"] == str(len(ids(server, "programmes", country="MT")))
    assert 'filename="programmes.csv"' in answer.headers["content-disposition"]
