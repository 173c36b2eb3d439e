"""Consortia through HTTP: what a client asks, what it gets in every form, and what is refused with a reason."""

from __future__ import annotations

import csv
import io
import itertools
from typing import Any

import pytest
from http_client import SICILY, get, ids, page, refusal
from running_server import RunningServer

from cooperation_atlas.model.consortium import CONSORTIUM

LANGUAGES = ("en", "de", "es", "fr", "it", "pl")
#: Rules that no set of these countries meets.
IMPOSSIBLE = {"partners": 4, "categories": "LD:3,MD:1", "country": "AT,DE"}


def consortium(server: RunningServer, programme: str = SICILY, **query: object) -> dict[str, Any]:
    return dict(page(server, "/consortium", programme=programme, skipGeometry="true", **query))


def members(found: dict[str, Any], number: int = 1) -> list[str]:
    """The CCIs of a set, in order."""
    properties = [feature["properties"] for feature in found["features"]]
    return [one["cci"] for one in properties if one["set"] == number]


def test_a_set_of_a_call_has_the_members_regions_and_countries_that_it_asks_for(server: RunningServer):
    found = page(server, "/consortium", programme=SICILY, preset="i3-1")
    assert found["type"] == "FeatureCollection"
    assert {"edition", "attribution", "license", "timeStamp", "bbox", "notes"} <= set(found)
    assert [one["set"] for one in found["sets"]] == [1, 2, 3]
    assert found["numberReturned"] == len(found["features"]) == sum(len(one["members"]) for one in found["sets"])
    for one in found["sets"]:
        own = [f["properties"] for f in found["features"] if f["properties"]["set"] == one["set"]]
        assert [member["cci"] for member in one["members"]] == [member["cci"] for member in own]
        assert own[0]["cci"] == SICILY and own[0]["role"] == "seeks_partners" and own[0]["score_low"] is None
        assert [member["rank_in_set"] for member in own] == [1, 2, 3, 4, 5]
        assert len({member["stands_for"] for member in own}) == one["regions"] >= 5
        assert len({member["country"] for member in own}) == one["countries"] >= 3
        assert all(member["country"] != "IT" for member in own[1:])
        middles = [(member["score_low"] + member["score_high"]) / 2 for member in own[1:]]
        assert middles == sorted(middles, reverse=True)
        low = sum(member["score_low"] for member in own[1:])
        assert one["total_low"] == pytest.approx(low, abs=0.005)
        assert one["score_low"] == pytest.approx(low / 4, abs=0.005)


def test_every_member_stands_for_a_region_of_its_own_area(server: RunningServer):
    found = page(server, "/consortium", programme=SICILY, preset="i3-1", categories="LD:2,MD:1")
    assert found["sets"]
    for feature in found["features"]:
        properties = feature["properties"]
        areas = [area["properties"] for area in server.features("nuts3", programme=properties["cci"])]
        own = {area["nuts_code"][:4]: area["category_of_region"] for area in areas}
        assert own[properties["stands_for"]] == properties["stands_for_category"]
        programme = page(server, f"/collections/programmes/items/{properties['cci']}")
        assert feature["geometry"] == programme["geometry"]
        assert set(properties) == set(CONSORTIUM.by_name)
        assert feature["id"] == f"{properties['set']}.{properties['cci']}"
    for one in found["sets"]:
        categories = [
            feature["properties"]["stands_for_category"]
            for feature in found["features"]
            if feature["properties"]["set"] == one["set"]
        ]
        assert categories.count("LD") >= 2 and categories.count("MD") >= 1


def test_sets_come_best_first_and_differ(server: RunningServer):
    found = consortium(server, partners=4, sets=10)
    sums = [one["total_low"] + one["total_high"] for one in found["sets"]]
    assert len(sums) == 10
    assert all(a >= b - 0.01 for a, b in itertools.pairwise(sums))
    assert len({frozenset(members(found, number)) for number in range(1, 11)}) == 10
    apart = consortium(server, partners=4, sets=3, differ=3)
    sets = [set(members(apart, number)) for number in (1, 2, 3)]
    assert all(len(a - b) >= 3 for a in sets for b in sets if a is not b)


def test_without_further_rules_the_best_set_is_the_first_partners(server: RunningServer):
    first = page(server, "/partners", programme=SICILY, limit=4, skipGeometry="true")
    expected = [feature["id"] for feature in first["features"]]
    assert members(consortium(server, partners=5, sets=1)) == [SICILY, *expected]


def test_how_partners_fit_each_other_is_the_mean_over_all_pairs(server: RunningServer):
    one = consortium(server, partners=4, sets=1)["sets"][0]
    partners = [member["cci"] for member in one["members"][1:]]
    pairs = [page(server, f"/partners/{a}/{b}")["score"] for a in partners for b in partners if a != b]
    assert one["among_low"] == pytest.approx(sum(pair["low"] for pair in pairs) / len(pairs), abs=0.002)
    assert one["among_high"] == pytest.approx(sum(pair["high"] for pair in pairs) / len(pairs), abs=0.002)


def test_a_coordinator_has_the_category_asked_of_it(server: RunningServer):
    found = consortium(server, partners=4, coordinator_category="MD")
    assert found["sets"]
    for one in found["sets"]:
        (coordinator,) = [
            feature["properties"]
            for feature in found["features"]
            if feature["properties"]["set"] == one["set"] and feature["properties"]["role"] == "coordinator"
        ]
        assert coordinator["stands_for_category"] == "MD" and coordinator["cci"] == one["coordinator"]
    own = consortium(server, partners=4, coordinator_category="LD,TR")
    assert {one["coordinator"] for one in own["sets"]} == {SICILY}


def test_members_can_be_given_left_out_and_filtered(server: RunningServer):
    free = members(consortium(server, partners=4, sets=1))
    given = consortium(server, partners=4, sets=1, **{"with": "2021SE16RFPR007"})
    roles = {feature["properties"]["cci"]: feature["properties"]["role"] for feature in given["features"]}
    assert roles["2021SE16RFPR007"] == "given_member"
    without = members(consortium(server, partners=4, sets=1, without=",".join(free[1:])))
    assert not set(free[1:]) & set(without)
    filtered = consortium(server, partners=4, country="ES,PT,FR")
    assert set(free[1:]) and filtered["sets"]
    for feature in filtered["features"]:
        assert feature["properties"]["country"] in {"ES", "PT", "FR"} or feature["properties"]["cci"] == SICILY


def test_where_there_is_no_set_it_says_what_to_loosen_and_that_helps(server: RunningServer):
    found = consortium(server, **IMPOSSIBLE)
    assert found["sets"] == [] and found["features"] == [] and found["loosened"]
    assert all(one["text"] in found["notes"] for one in found["loosened"])
    tried = 0
    for one in found["loosened"]:
        if one["parameters"] is not None:
            query = {k: v for k, v in (IMPOSSIBLE | one["parameters"]).items() if v is not None}
            tried += 1
            best = members(consortium(server, **query))
            assert best == [member["cci"] for member in one["best"]["members"]]
    assert tried


def test_what_is_not_known_counts_only_if_asked(server: RunningServer):
    sure = consortium(server, partners=3, categories="TR:2")
    may = consortium(server, partners=3, categories="TR:2", include="unknown")
    assert sure["sets"] and all(one["certain"] for one in sure["sets"])
    assert not all(one["certain"] for one in may["sets"]), "some categories are not known"
    for one in may["sets"]:
        unknown = any(
            feature["properties"]["stands_for_category"] is None
            for feature in may["features"]
            if feature["properties"]["set"] == one["set"]
        )
        assert one["certain"] != unknown


def test_a_needed_objective_is_stated_by_as_many_members_as_asked(server: RunningServer):
    found = consortium(server, partners=4, need_objective="RSO4.6", covered_by=3)
    assert found["sets"]
    for one in found["sets"]:
        ids_ = [member["cci"] for member in one["members"]]
        stating = ids(server, "programmes", cci=",".join(ids_), objective="RSO4.6")
        assert len(stating) >= 3


def test_a_described_need_finds_consortia_without_a_programme(server: RunningServer):
    found = page(server, "/consortium", need_objective="RSO4.6", need_nuts3="ITG1", partners=3, skipGeometry="true")
    assert [one["set"] for one in found["sets"]] == [1, 2, 3]
    for feature in found["features"]:
        assert feature["properties"]["role"] == "partner" and feature["properties"]["country"] != "IT"


def test_without_rules_it_offers_the_presets(server: RunningServer):
    found = consortium(server)
    assert found["features"] == found["sets"] == found["rules"] == [] and found["notes"]
    for preset in found["presets"]:
        assert preset["check"] and preset["call"].startswith("https://")
        assert all(source["source"] and source["source_date"] for source in preset["sources"])
        asked = consortium(server, preset=preset["preset"], sets=1)
        assert asked["preset"] == preset
        numbers = {term["rule"]: term["number"] for term in asked["rules"]}
        assert {name: str(numbers[name]) for name in preset["parameters"]} == preset["parameters"]
        assert preset["check"] in asked["notes"]


def test_a_rule_beside_a_preset_takes_its_place(server: RunningServer):
    found = consortium(server, preset="i3-2a", countries=2, regions=4, sets=1)
    numbers = {term["rule"]: term["number"] for term in found["rules"]}
    assert (numbers["partners"], numbers["countries"], numbers["regions"]) == (3, 2, 4)
    assert len(members(found)) == 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_and_texts_are_in_the_language_asked_for(server: RunningServer, lang: str):
    english = consortium(server, preset="i3-2a", categories="LD:1")
    found = consortium(server, preset="i3-2a", categories="LD:1", lang=lang)
    assert [members(found, n) for n in (1, 2, 3)] == [members(english, n) for n in (1, 2, 3)]
    texts = [term["text"] for term in found["rules"]]
    assert not any("%(" in text for text in texts)
    assert lang == "en" or all(a != b["text"] for a, b in zip(texts, english["rules"], strict=True))
    for query in ({"preset": "i3-1"}, {}, IMPOSSIBLE):
        text = get(server, "/consortium", programme=SICILY, lang=lang, f="html", **query).text
        assert f'lang="{lang}"' in text and "%(" not in text


def test_the_page_leads_to_looser_rules(server: RunningServer):
    text = get(server, "/consortium", programme=SICILY, f="html", partners=4, countries=4, country="ES,PT").text
    assert "countries=3" in text


def test_csv_has_one_line_a_member(server: RunningServer):
    answer = get(server, "/consortium", programme=SICILY, preset="i3-2a", f="csv")
    assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert list(rows[0]) == list(CONSORTIUM.by_name)
    assert [row["set"] for row in rows] == ["1"] * 3 + ["2"] * 3 + ["3"] * 3


def test_samples_never_choose_the_members_and_can_be_left_out(server: RunningServer):
    with_, without = consortium(server, preset="i3-1"), consortium(server, preset="i3-1", exclude="samples")
    assert [members(with_, n) for n in (1, 2, 3)] == [members(without, n) for n in (1, 2, 3)]
    assert "samples" in with_ and "SAMPLE" in str(with_["features"])
    assert "samples" not in without and "SAMPLE" not in str(without["features"])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, "programme: is missing"),
        ({"partners": 3}, "programme: is missing"),
        ({"programme": "2021IT16RFPR999", "partners": 3}, "there is no programme"),
        ({"programme": SICILY, "preset": "i3"}, "Did you mean i3-1"),
        ({"programme": SICILY, "partners": 1}, "partners: '1' is not a whole number from 2 to 20"),
        ({"programme": SICILY, "partners": 21}, "from 2 to 20"),
        ({"programme": SICILY, "partners": "many"}, "'many' is not a whole number"),
        ({"programme": SICILY, "partners": 5, "partners_most": 4}, "partners_most: is 4"),
        (
            {"programme": SICILY, "partners_most": 4, "countries": 5},
            "countries: is 5, but a set has at most 4 members. Raise partners_most to 5, or ask for less.",
        ),
        (
            {"programme": SICILY, "categories": "LD:15,MD:15"},
            "ask for 30 members in all, but a set has at most 20. No set has more than 20: ask for less.",
        ),
        ({"programme": SICILY, "partners_most": 4, "regions": 5}, "regions: is 5"),
        ({"programme": SICILY, "partners_most": 3, "categories": "LD:2,MD:2"}, "ask for 4 members in all"),
        ({"programme": SICILY, "categories": "LD"}, "write LD:1"),
        ({"programme": SICILY, "categories": "LD:1,LD:2"}, "given twice"),
        ({"programme": SICILY, "categories": "XX:1"}, "'XX' is not in the code list"),
        ({"programme": SICILY, "categories": "JTF-ART3:1"}, "no area of 2021-2027 has the category"),
        (
            {"programme": "2014IT16RFOP001", "categories": "LD:1"},
            "has the category 'LD'. No category is known there: leave it out",
        ),
        ({"programme": SICILY, "coordinator_category": "XX"}, "'XX' is not in the code list"),
        ({"programme": SICILY, "partners": 3, "covered_by": 2}, "without need_topic or need_objective"),
        ({"programme": SICILY, "per_country": 2}, "without a rule on the set. Say how many members it has, too"),
        ({"programme": SICILY, "with": "2021MT16FFPR001"}, "without a rule on the set"),
        ({"programme": SICILY, "partners": 3, "with": SICILY}, "leave it out, it is a member anyway"),
        ({"programme": SICILY, "partners": 3, "with": "2021XX"}, "with: there is no programme '2021XX'"),
        (
            {"programme": SICILY, "partners": 3, "with": "2014IT16RFOP001"},
            "belongs to 2014-2020; name a programme of 2021-2027",
        ),
        ({"programme": SICILY, "partners": 3, "without": SICILY}, "which must be a member: leave it out"),
        ({"programme": SICILY, "partners": 3, "without": "2021XX"}, "without: there is no programme"),
        (
            {"programme": SICILY, "partners_most": 2, "with": "2021MT16FFPR001,2021CY16FFPR001"},
            "with: names 3 members",
        ),
        (
            {"programme": SICILY, "partners": 4, "per_country": 1, "with": "2021ES16RFPR006,2021ES16RFPR005"},
            "members are given of ES: 2021ES16RFPR006, 2021ES16RFPR005. Raise it to 2, or give others.",
        ),
        ({"programme": SICILY, "partners": 3, "sets": 11}, "from 1 to 10"),
        ({"programme": SICILY, "partners": 3, "differ": 0}, "from 1 to 20"),
        ({"programme": SICILY, "partners": 3, "weights_preset": "lear"}, "weights_preset: 'lear'"),
        ({"programme": SICILY, "partners": 3, "weights": "theme:-1"}, "not a number from 0"),
        (
            {"programme": SICILY, "partners": 3, "weights": "theme:1", "weights_preset": "learn"},
            "beside weights_preset",
        ),
        ({"programme": SICILY, "partners": 3, "seeks": "IT"}, "seeks: is not a parameter"),
        ({"programme": SICILY, "partners": 3, "limit": 3}, "limit: is not a parameter"),
        ({"programme": SICILY, "partners": 3, "properties": "nothing"}, "has no property 'nothing'"),
        ({"programme": SICILY, "partners": 3, "countri": "ES"}, "Did you mean countries"),
    ],
)
def test_what_is_not_understood_is_refused_with_a_reason(server: RunningServer, query: dict[str, object], said: str):
    assert said in refusal(get(server, "/consortium", **query))["detail"]
