"""Partners through HTTP: what a client asks, what it gets in every form, and what is refused with a reason."""

from __future__ import annotations

import csv
import io
import re

import pytest
from http_client import CRS84, EPSG, SICILY, get, ids, page, refusal
from running_server import RunningServer

from cooperation_atlas.model.partner_parts import PARTS, POTENTIAL
from cooperation_atlas.model.partners import PARTNERS

#: A programme of the same period in another country, with which Sicily is compared in full.
MALTA = "2021MT16FFPR001"
LANGUAGES = ("en", "de", "es", "fr", "it", "pl")


def partners(server: RunningServer, programme: str = SICILY, **query: object) -> list[dict[str, object]]:
    """The properties of the partners of a programme, in order."""
    found = page(server, "/partners", programme=programme, skipGeometry="true", **query)
    return [feature["properties"] for feature in found["features"]]


def codes(server: RunningServer, programme: str = SICILY, **query: object) -> list[str]:
    return [str(one["cci"]) for one in partners(server, programme, **query)]


def test_a_list_of_partners_is_a_feature_collection_with_the_areas_of_the_programmes(server: RunningServer):
    found = page(server, "/partners", programme=SICILY)
    assert found["type"] == "FeatureCollection"
    assert found["numberReturned"] == len(found["features"]) == 10 < found["numberMatched"]
    assert {"edition", "attribution", "license", "timeStamp", "bbox", "notes"} <= set(found)
    for rank, feature in enumerate(found["features"], start=1):
        assert feature["properties"]["rank"] == rank
        assert set(feature["properties"]) == set(PARTNERS.by_name)
        programme = page(server, f"/collections/programmes/items/{feature['id']}")
        assert feature["geometry"] == programme["geometry"]
        for name in ("title", "country", "funds", "sources", "source_date"):
            assert feature["properties"][name] == programme["properties"][name]


def test_scores_and_parts_are_intervals_inside_0_and_1(server: RunningServer):
    for one in partners(server, limit=100, per_country=100, per_area=100):
        assert one["country"] != "IT"
        for name in ("score", *POTENTIAL):
            low, high = one[f"{name}_low"], one[f"{name}_high"]
            assert (low is None) == (high is None)
            assert low is None or 0 <= low <= high <= 1


def test_the_score_is_the_weighted_mean_of_the_parts_that_apply(server: RunningServer):
    weights = {"theme": 3.0, "structure": 1.0, "funds": 0.5}
    asked = ",".join(f"{name}:{weight}" for name, weight in weights.items())
    for one in partners(server, weights=asked):
        total = sum(weights.values())
        for end in ("low", "high"):
            mean = sum(weight * one[f"{name}_{end}"] for name, weight in weights.items()) / total
            assert one[f"score_{end}"] == pytest.approx(mean, abs=0.002)


def test_reasons_are_facts_that_the_programmes_state(server: RunningServer):
    own = page(server, f"/collections/programmes/items/{SICILY}")["properties"]
    for one in partners(server):
        other = page(server, f"/collections/programmes/items/{one['cci']}")["properties"]
        shared = set(own["objectives"] or ()) & set(other["objectives"] or ())
        assert set(one["shared_objectives"] or ()) == shared
        assert all(code in " ".join(one["for_you"]) for code in (one["shared_objectives"] or ())[:6])
        assert one["for_you"] and one["for_them"]


def test_the_order_does_not_depend_on_the_language(server: RunningServer):
    by_language = {lang: partners(server, lang=lang) for lang in LANGUAGES}
    english = by_language["en"]
    for lang, found in by_language.items():
        assert [(one["cci"], one["score_low"]) for one in found] == [(o["cci"], o["score_low"]) for o in english]
        if lang != "en":
            assert all(one["for_you"] != other["for_you"] for one, other in zip(found, english, strict=True))
            assert not re.search(r"%\(|%%", " ".join(text for one in found for text in one["for_you"]))


def test_filters_on_candidates_are_those_of_the_search(server: RunningServer):
    for query in (
        {"country": "ES,PT"},
        {"fund": "ESF+"},
        {"q": "island"},
        {"filter": "n_regions > 5"},
        {"level": "regional"},
    ):
        allowed = set(ids(server, "programmes", **query))
        found = codes(server, limit=100, per_country=100, per_area=100, **query)
        every = codes(server, limit=100, per_country=100, per_area=100)
        assert set(found) <= allowed
        assert [cci for cci in every if cci in allowed] == found[: len([c for c in every if c in allowed])]


def test_no_more_of_one_country_and_of_one_area_than_asked_for(server: RunningServer):
    found = partners(server, per_country=1, limit=100)
    countries = [one["country"] for one in found]
    assert len(countries) == len(set(countries))
    wide = partners(server, per_country=100, per_area=100, limit=100)
    assert len(wide) > len(found)


def test_orders(server: RunningServer):
    upper = [one["score_high"] for one in partners(server, sortby="upper", limit=50)]
    assert upper == sorted(upper, reverse=True)
    for one in partners(server, sortby="unusual", limit=50):
        assert one["distance_km"] >= 500 and not one["land_border"] and one["sea_km"] is None
        assert one["scale_low"] >= 0.6 and one["structure_low"] >= 0.4


def test_a_preset_is_the_weights_that_it_stands_for(server: RunningServer):
    assert codes(server, preset="learn") == codes(server, weights="theme:3,structure:4,scale:2,funds:1")
    assert codes(server, preset="default") == codes(server)


def test_samples_never_count_in_the_score_and_can_be_left_out(server: RunningServer):
    with_, without = partners(server, limit=50), partners(server, limit=50, exclude="samples")
    for one, other in zip(with_, without, strict=True):
        assert [one[n] for n in ("cci", "score_low", "score_high")] == [
            other[n] for n in ("cci", "score_low", "score_high")
        ]
        assert other["entries"] is None and other["declared_low"] is None
        assert one["entries"] is None or one["entries_basis"] in ("sample", "stated")
    assert all(one["entries_basis"] == "sample" for one in with_ if one["entries"]), "there are no real entries yet"


def test_entries_that_meet_belong_to_the_two_programmes(server: RunningServer):
    seen = 0
    for asker in ids(server, "programmes", period="2021-2027")[::25]:
        for one in partners(server, asker, limit=20):
            for entry in one["entries"] or ():
                assert page(server, f"/collections/cooperation/items/{entry}")["properties"]["cci"] in (
                    asker,
                    one["cci"],
                )
                seen += 1
    assert seen


def test_csv_has_the_same_values(server: RunningServer):
    answer = get(server, "/partners", programme=SICILY, f="csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == f'attachment; filename="partners-{SICILY}.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    found = partners(server)
    assert [row["cci"] for row in rows] == [one["cci"] for one in found]
    for row, one in zip(rows, found, strict=True):
        assert row["score_low"] == str(one["score_low"])
        assert row["for_you"] == "; ".join(one["for_you"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_have_every_partner_and_its_reasons(server: RunningServer, lang: str):
    answer = get(server, "/partners", programme=SICILY, f="html", lang=lang)
    assert answer.status_code == 200 and answer.headers["content-language"] == lang
    for one in partners(server, lang=lang):
        assert str(one["cci"]) in answer.text
    for href in re.findall(r'href="([^"]*)" download=', answer.text):
        assert get(server, href.replace("&amp;", "&")).status_code == 200
    pair = get(server, f"/partners/{SICILY}/{MALTA}", f="html", lang=lang)
    assert pair.status_code == 200 and f'lang="{lang}"' in pair.text
    assert not re.search(r"%\(\w+\)s", answer.text + pair.text)


def test_the_page_of_a_programme_leads_to_its_partners(server: RunningServer):
    text = get(server, f"/collections/programmes/items/{SICILY}", f="html").text
    (href,) = re.findall(r'href="(/partners\?programme=[^"]+)"', text)
    assert get(server, href, headers={"Accept": "text/html"}).status_code == 200


def test_a_choice_of_properties_and_crs(server: RunningServer):
    found = page(server, "/partners", programme=SICILY, properties="title,entries", crs=EPSG.format(3035), limit=1)
    # What rests on samples brings the property that says so.
    assert set(found["features"][0]["properties"]) == {"title", "entries", "entries_text", "entries_basis"} - {
        "entries_text"
    }
    assert max(found["bbox"]) > 10_000
    answer = get(server, "/partners", programme=SICILY, limit=1)
    assert answer.headers["content-crs"] == f"<{CRS84}>"


def test_answers_are_kept_by_entity_tag(server: RunningServer):
    first = get(server, "/partners", programme=SICILY)
    again = get(server, "/partners", headers={"If-None-Match": first.headers["etag"]}, programme=SICILY)
    assert again.status_code == 304
    assert get(server, "/partners", programme=SICILY, preset="learn").headers["etag"] != first.headers["etag"]


def test_who_seeks_a_programme_like_this(server: RunningServer):
    """Worked out a second time from the entries alone: needs that name its country, or a topic that it states."""
    topics = {one["code"]: one.get("parent") for one in page(server, "/codelists/topics")["items"]}

    def above(codes: set[str]) -> set[str]:
        found = set(codes)
        while more := {topics[code] for code in found if topics.get(code)} - found:
            found |= more
        return found

    own = page(server, f"/collections/programmes/items/{SICILY}")["properties"]
    stated = set(own["topics"] or ()) - set(own["sample_topics"] or ())
    query = {"kind": "need", "limit": 10_000, "skipGeometry": "true", "period": "2021-2027"}
    expected: dict[str, set[str]] = {}
    for feature in page(server, "/collections/cooperation/items", **query)["features"]:
        need = feature["properties"]
        wanted = set(need["topics"] or ())
        shares = wanted & above(stated) or stated & above(wanted)
        if need["status"] != "completed" and (shares or "IT" in (need["sought_countries"] or ())):
            expected.setdefault(need["cci"], set()).add(need["id"])
    found = page(server, "/partners", seeks=SICILY, limit=100, skipGeometry="true")["features"]
    assert found
    for feature in found:
        one = feature["properties"]
        assert expected[one["cci"]] <= set(one["entries"])
        assert one["entries_basis"] == "sample", "there are no real entries yet"
        assert 0 <= one["sought_low"] <= one["sought_high"] <= 1
    middles = [f["properties"]["sought_low"] + f["properties"]["sought_high"] for f in found]
    assert middles == sorted(middles, reverse=True)
    every = set(codes(server, limit=100, per_country=100, per_area=100))
    assert set(expected) & every <= {feature["id"] for feature in found}, "all that pass the gates"
    assert page(server, "/partners", seeks=SICILY, exclude="samples")["numberMatched"] == 0
    assert get(server, "/partners", seeks=SICILY, f="html", lang="fr").status_code == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"programme": SICILY, "seeks": SICILY}, "seeks: is given beside programme"),
        ({"seeks": SICILY, "sortby": "score"}, "sortby: is given beside seeks"),
        ({"seeks": "2021IT16RFPR01"}, "seeks: there is no programme '2021IT16RFPR01'. Did you mean"),
        ({}, "programme: is missing"),
        ({"programme": ""}, "programme: is empty: give the CCI of a programme, or describe a need"),
        ({"seeks": ""}, "seeks: is empty: give the CCI of a programme, or the code of a country"),
        ({"programme": "2021IT16RFPR01"}, "there is no programme '2021IT16RFPR01'. Did you mean"),
        ({"programme": SICILY, "weights": "them:2"}, "'them' is no part of the score. Did you mean theme"),
        ({"programme": SICILY, "weights": "declared:2"}, "never mixed"),
        ({"programme": SICILY, "weights": "theme:-1"}, "not a number from 0 to 1000"),
        ({"programme": SICILY, "weights": "theme:nan"}, "not a finite number"),
        ({"programme": SICILY, "weights": "theme:0,border:0"}, "are all 0"),
        ({"programme": SICILY, "weights": "theme"}, "write theme:2"),
        ({"programme": SICILY, "weights": "theme:1,theme:2"}, "two weights"),
        ({"programme": SICILY, "weights": "theme:1", "preset": "learn"}, "is given beside preset"),
        ({"programme": SICILY, "preset": "lern"}, "Did you mean learn"),
        ({"programme": SICILY, "sortby": "rank"}, "not one of score, upper, unusual"),
        ({"programme": SICILY, "per_country": "0"}, "whole number from 1 to 100"),
        ({"programme": SICILY, "limit": "101"}, "whole number from 1 to 100"),
        ({"programme": SICILY, "need_scope": "cross-border"}, "Did you mean cross_border"),
        ({"programme": SICILY, "country": "XX"}, "'XX' is not in the code list 'countries'"),
        ({"programme": SICILY, "f": "jsonld"}, "is not a format of this resource"),
        ({"programme": SICILY, "wieghts": "theme:1"}, "Did you mean weights"),
        ({"programme": SICILY, "properties": "titel"}, "Did you mean title"),
    ],
)
def test_what_is_refused_names_the_place_and_the_nearest(server: RunningServer, query: dict[str, str], said: str):
    assert said in refusal(get(server, "/partners", **query))["detail"]


def test_a_pair_in_full(server: RunningServer):
    pair = page(server, f"/partners/{SICILY}/{MALTA}")
    assert [side["cci"] for side in pair["programmes"]] == [SICILY, MALTA]
    assert [part["name"] for part in pair["parts"]] == list(PARTS)
    for part in pair["parts"]:
        assert (part["low"] is not None) == part["applies"]
        assert part["basis"] == PARTS[part["name"]].basis
    (listed,) = [one for one in partners(server, country="MT", per_country=100, limit=100) if one["cci"] == MALTA]
    assert pair["score"] == {"low": listed["score_low"], "high": listed["score_high"], "tier": listed["tier"]}
    assert pair["gate"] is None
    assert all(side["sources"] for side in pair["programmes"])


def test_a_pair_reads_the_same_from_both_sides(server: RunningServer):
    there, back = page(server, f"/partners/{SICILY}/{MALTA}"), page(server, f"/partners/{MALTA}/{SICILY}")
    for part, other in zip(there["parts"], back["parts"], strict=True):
        # Who seeks whom is another question from either side.
        if part["applies"] and other["applies"] and part["name"] != "sought":
            assert part["for_you"] == other["for_them"] and part["for_them"] == other["for_you"]


def test_a_pair_behind_a_gate_says_so(server: RunningServer):
    home = "2021IT16RFPR015"
    assert page(server, f"/partners/{SICILY}/{home}")["gate"]["code"] == "country"
    assert home not in codes(server, limit=100, per_country=100)


def test_pairs_that_cannot_be_compared(server: RunningServer):
    assert "Did you mean" in refusal(get(server, f"/partners/{SICILY}/2021MT16FFPR009"), 404)["detail"]
    older = ids(server, "programmes", period="2014-2020")[0]
    assert "of the same period" in refusal(get(server, f"/partners/{SICILY}/{older}"))["detail"]
    assert "is the programme itself" in refusal(get(server, f"/partners/{SICILY}/{SICILY}"))["detail"]
    assert "all 0" in refusal(get(server, f"/partners/{SICILY}/{MALTA}", weights="theme:0"))["detail"]


def test_the_older_period_has_partners_too(server: RunningServer):
    older = ids(server, "programmes", period="2014-2020")[0]
    found = codes(server, older)
    assert found and all(cci < "2021" for cci in found)
