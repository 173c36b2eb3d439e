"""Areas that are alike: scores worked out a second time from what the areas state, filters, and refusals."""

from __future__ import annotations

import csv
import io
import itertools
import math
import re
from typing import Any

import pytest
from http_client import CRS84, EPSG, get, ids, page, refusal
from made_facts import ROOT
from running_server import RunningServer

from cooperation_atlas.matching.tables import read_tables
from cooperation_atlas.model.similar import SIMILAR_REGIONS

LANGUAGES = ("en", "de", "es", "fr", "it", "pl")
#: Messina: mountain, coast, an island.
MESSINA = "ITG13"
TYPOLOGIES = ("urban", "coast", "mountain", "border", "island")
NUMBERS = read_tables(ROOT / "config" / "matching").numbers


def similar(server: RunningServer, code: str = MESSINA, **query: object) -> list[dict[str, Any]]:
    found = page(server, "/similar-regions", nuts3=code, skipGeometry="true", **query)
    assert found["features"], "there is nothing to look at"
    return [feature["properties"] for feature in found["features"]]


def test_a_list_of_areas_with_their_geometry(server: RunningServer) -> None:
    found = page(server, "/similar-regions", nuts3=MESSINA)
    assert found["type"] == "FeatureCollection" and found["numberReturned"] == 10 < found["numberMatched"]
    for rank, feature in enumerate(found["features"], start=1):
        assert feature["properties"]["rank"] == rank
        assert set(feature["properties"]) == set(SIMILAR_REGIONS.by_name)
        area = page(server, f"/collections/nuts3/items/{feature['id']}")
        assert feature["geometry"] == area["geometry"]
        for name in ("name", "country", "category_of_region", "n_programmes", *TYPOLOGIES):
            assert feature["properties"][name] == area["properties"][name]


def test_the_parts_are_those_that_the_areas_state(server: RunningServer) -> None:
    own = page(server, f"/collections/nuts3/items/{MESSINA}")["properties"]
    ladder = ["LD", "TR", "MD"]
    seen: set[float] = set()
    for one in similar(server, limit=100, per_country=100, abroad="true"):
        smaller, larger = sorted((own["area_km2"], one["area_km2"]))
        assert one["size"] == pytest.approx(math.sqrt(smaller / larger), abs=0.001)
        if one["category_of_region"]:
            steps = abs(ladder.index(own["category_of_region"]) - ladder.index(one["category_of_region"]))
            category = {0: 1.0, 1: NUMBERS["similar_next_category"]}.get(steps, 0.0)
            assert one["category_low"] == one["category_high"] == category
            seen.add(category)
        same = {name for name in TYPOLOGIES if own[name] and own[name] == one[name]}
        assert len(one["alike"] or ()) == len(same)
        if len(same) == len(TYPOLOGIES):
            assert one["structure_low"] == one["structure_high"] == 1
            assert one["different"] is None
        for end in ("low", "high"):
            mean = sum(
                NUMBERS[f"similar_{name}"] * one[name if name == "size" else f"{name}_{end}"]
                for name in ("structure", "category", "size")
            )
            assert one[f"score_{end}"] == pytest.approx(mean, abs=0.002)
    assert len(seen) > 1


def test_what_is_not_known_is_an_interval(server: RunningServer) -> None:
    """The areas of NUTS 2016 have no category here: nothing is said of it, and nothing is 0."""
    (code,) = ids(server, "nuts3-2016", nuts3="ITG13")[:1]
    for one in similar(server, code, nuts_version="2016"):
        assert (one["category_low"], one["category_high"]) == (0, 1)
        assert one["nuts_version"] == "2016"
        assert any("Category" in text for text in one["not_known"])
        assert one["score_high"] - one["score_low"] >= NUMBERS["similar_category"] - 0.002


def test_outside_the_union_there_is_no_category(server: RunningServer) -> None:
    (code,) = ids(server, "nuts3", country="NO", category_of_region_basis="outside_union")[:1]
    for one in similar(server, code):
        assert one["category_low"] is None and one["category_high"] is None
        total = NUMBERS["similar_structure"] + NUMBERS["similar_size"]
        mean = (NUMBERS["similar_structure"] * one["structure_low"] + NUMBERS["similar_size"] * one["size"]) / total
        assert one["score_low"] == pytest.approx(mean, abs=0.002)
    for one in similar(server, country="NO", limit=100):
        assert (one["category_low"], one["category_high"]) == (0, 0)


def test_the_order_is_by_the_middle_of_the_interval(server: RunningServer) -> None:
    found = similar(server, limit=100, per_country=100)
    middles = [(one["score_low"] + one["score_high"]) / 2 for one in found]
    assert all(a >= b - 0.002 for a, b in itertools.pairwise(middles))
    assert MESSINA not in {one["nuts_code"] for one in found}


def test_near_far_abroad_and_filters(server: RunningServer) -> None:
    assert all(one["country"] != "IT" for one in similar(server, abroad="true", limit=50))
    assert all(one["distance_km"] <= 301 for one in similar(server, max_km=300, limit=50))
    assert all(one["distance_km"] >= 999 for one in similar(server, min_km=1000, limit=50))
    allowed = set(ids(server, "nuts3", country="EL,ES", topic="RSO2.4"))
    found = similar(server, country="EL,ES", topic="RSO2.4", limit=100, per_country=100)
    assert {one["nuts_code"] for one in found} == allowed
    countries = [one["country"] for one in similar(server, per_country=1, limit=100)]
    assert len(countries) == len(set(countries))


def test_likeness_is_mutual(server: RunningServer) -> None:
    for one in similar(server, limit=5, abroad="true"):
        back = similar(server, one["nuts_code"], country="IT", limit=100, per_country=100)
        (other,) = [each for each in back if each["nuts_code"] == MESSINA]
        assert (other["score_low"], other["score_high"]) == (one["score_low"], one["score_high"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_and_tables(server: RunningServer, lang: str) -> None:
    found = similar(server, lang=lang)
    text = get(server, "/similar-regions", nuts3=MESSINA, f="html", lang=lang).text
    for one in found:
        assert one["nuts_code"] in text
    assert not re.search(r"%\(\w+\)s", text)
    assert (SIMILAR_REGIONS.title in text) is (lang == "en")
    answer = get(server, "/similar-regions", nuts3=MESSINA, f="csv", lang=lang)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["nuts_code"] for row in rows] == [one["nuts_code"] for one in found]
    assert [row["alike"] for row in rows] == ["; ".join(one["alike"] or ()) for one in found]
    assert get(server, "/similar-regions", nuts3=MESSINA, f="xlsx").status_code == 200


def test_the_page_of_an_area_leads_here(server: RunningServer) -> None:
    for collection, code in (("nuts3", MESSINA), ("nuts3-2016", MESSINA)):
        text = get(server, f"/collections/{collection}/items/{code}", f="html").text
        (href,) = re.findall(r'href="(/similar-regions\?[^"]+)"', text)
        answer = get(server, href.replace("&amp;", "&"), headers={"Accept": "text/html"})
        assert answer.status_code == 200


def test_a_choice_of_properties_and_crs(server: RunningServer) -> None:
    answer = get(server, "/similar-regions", nuts3=MESSINA, properties="name,score_low", crs=EPSG.format(3035))
    feature = answer.json()["features"][0]
    assert set(feature["properties"]) == {"name", "score_low"}
    assert answer.headers["content-crs"] == f"<{EPSG.format(3035)}>" != f"<{CRS84}>"


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({}, "nuts3: is missing"),
        ({"nuts3": "ITG1"}, "nuts3: 'ITG1' is no NUTS III area"),
        ({"nuts3": "XX999"}, "nuts3: 'XX999' is no NUTS III area"),
        ({"nuts3": MESSINA, "limit": "0"}, "limit: "),
        ({"nuts3": MESSINA, "limit": "101"}, "limit: "),
        ({"nuts3": MESSINA, "abroad": "yes"}, "abroad: "),
        ({"nuts3": MESSINA, "min_km": "-1"}, "min_km: "),
        ({"nuts3": MESSINA, "min_km": "nan"}, "min_km: "),
        ({"nuts3": MESSINA, "min_km": "500", "max_km": "100"}, "min_km: 500 is more than max_km"),
        ({"nuts3": MESSINA, "nuts_version": "2024"}, "nuts_version: "),
        ({"nuts3": MESSINA, "sortby": "name"}, "sortby: is not a parameter"),
        ({"nuts3": MESSINA, "country": "XX"}, "country: "),
        ({"nuts3": MESSINA, "nuts_version": "2016", "region_category": "LD"}, "region_category: is no filter"),
        ({"nuts3": MESSINA, "properties": "nme"}, "properties: "),
        ({"nuts3": MESSINA, "f": "jsonld"}, "f: "),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_reason(
    server: RunningServer, query: dict[str, str], reason: str
) -> None:
    problem = refusal(get(server, "/similar-regions", **query))
    assert problem["detail"].startswith(reason), problem["detail"]
