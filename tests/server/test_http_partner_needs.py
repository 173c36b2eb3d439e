"""Described needs through HTTP: what a client can say, what it gets, and what is refused with a reason."""

from __future__ import annotations

import csv
import io
import re

import pytest
from http_client import SICILY, get, ids, page, refusal
from running_server import RunningServer

from cooperation_atlas.model.partner_need import NEED
from cooperation_atlas.model.partners import PARTNERS
from cooperation_atlas.model.periods import CURRENT_PERIOD

LANGUAGES = ("en", "de", "es", "fr", "it", "pl")
#: Every programme that passes, not a few of each country and area.
ALL = {"per_country": 100, "per_area": 100, "limit": 100}


def partners(server: RunningServer, **query: object) -> list[dict[str, object]]:
    """The properties of the partners for a need, in order."""
    found = page(server, "/partners", skipGeometry="true", **query)
    return [feature["properties"] for feature in found["features"]]


def test_a_need_for_a_topic_finds_who_states_it_or_may(server: RunningServer) -> None:
    stated = set(ids(server, "programmes", objective="RSO2.4", period=CURRENT_PERIOD.code))
    found = partners(server, need_topic="RSO2.4", **ALL)
    first = [one for one in found if one["theme_low"] == 1]
    assert {one["cci"] for one in first} <= stated and len(first) > 10
    assert found[: len(first)] == first, "those who state it come first"
    for one in found:
        assert one["shared_objectives"] == (["RSO2.4"] if one in first else None)
        assert one["theme_high"] == 1, "whose list is known not to have it is left out"
        assert (one["border_low"], one["structure_low"], one["scale_low"], one["funds_low"]) == (None,) * 4
        assert one["for_you"] and one["for_them"]
        assert one["for_you"] != one["for_them"]


def test_a_topic_stands_for_the_objectives_below_it(server: RunningServer) -> None:
    below = {one["code"] for one in page(server, "/codelists/topics")["items"] if one.get("parent") == "PO2"}
    shared = 0
    for one in partners(server, need_topic="PO2", limit=50):
        own = page(server, f"/collections/programmes/items/{one['cci']}")["properties"]["objectives"]
        assert set(one["shared_objectives"] or ()) == set(own or ()) & below
        shared += bool(one["shared_objectives"])
    assert shared


def test_objectives_and_topics_of_one_name_are_the_same_need(server: RunningServer) -> None:
    by_topic, by_objective = (partners(server, **{name: "RSO1.4"}) for name in ("need_topic", "need_objective"))
    assert [one["cci"] for one in by_topic] == [one["cci"] for one in by_objective] != []


def test_the_area_of_a_need_gives_borders_and_the_country(server: RunningServer) -> None:
    found = partners(server, need_nuts3="ITG1", need_scope="cross_border", **ALL)
    assert found and all(one["land_border"] or one["sea_km"] <= 150 for one in found)
    assert {one["country"] for one in found} == {"MT"}
    neighbours = partners(server, programme=SICILY, need_scope="cross_border", **ALL)
    assert set() != {one["cci"] for one in neighbours} <= {one["cci"] for one in found}


def test_several_areas_of_any_level(server: RunningServer) -> None:
    for codes in ("PL", "PL51", "PL514", "PL514,DED2D"):
        own = {code[:2] for code in codes.split(",")}
        countries = {str(one["country"]) for one in partners(server, need_nuts3=codes, **ALL)}
        assert countries and countries.isdisjoint(own)


def test_a_need_beside_a_programme_narrows_what_it_needs(server: RunningServer) -> None:
    usual = {one["cci"]: one for one in partners(server, programme=SICILY, **ALL)}
    narrowed = {one["cci"]: one for one in partners(server, programme=SICILY, need_topic="RSO2.4", **ALL)}
    assert {one["theme_low"] for one in narrowed.values()} <= {0, 1} and narrowed.keys() & usual.keys()
    for cci in narrowed.keys() & usual.keys():
        for name in ("border", "strategies", "structure", "scale", "funds"):
            assert narrowed[cci][f"{name}_low"] == usual[cci][f"{name}_low"]
    part = partners(server, programme=SICILY, need_nuts3="ITG18", **ALL)
    assert part and all(one["country"] != "IT" for one in part)


def test_entries_that_meet_a_need_are_of_the_kind_and_scope(server: RunningServer) -> None:
    found = partners(server, need_topic="PO4", need_kind="offer", need_scope="interregional", **ALL)
    seen = 0
    for one in found:
        entries = [page(server, f"/collections/cooperation/items/{id_}")["properties"] for id_ in one["entries"] or ()]
        assert all(entry["cci"] == one["cci"] and entry["kind"] in ("offer", "both") for entry in entries)
        assert (one["entries_basis"] == "sample") == any(entry["sample"] for entry in entries)
        seen += len(entries)
    assert seen
    real = set(ids(server, "cooperation", exclude="samples"))
    for one in partners(server, need_topic="PO4", need_kind="offer", exclude="samples", **ALL):
        assert set(one["entries"] or ()) <= real and one["entries_basis"] != "sample"


def test_a_need_that_cannot_be_scored_says_so(server: RunningServer) -> None:
    found = page(server, "/partners", need_scope="cross_border", skipGeometry="true")
    assert any("Without an area" in note for note in found["notes"]) and found["features"]
    for feature in found["features"]:
        one = feature["properties"]
        assert (one["score_low"], one["score_high"], one["tier"]) == (0, 1, None)
    middles = [
        (f["properties"]["declared_low"] or 0) + (f["properties"]["declared_high"] or 0) for f in found["features"]
    ]
    assert middles == sorted(middles, reverse=True), "those whose entries meet it come first"


def test_the_period_of_a_need(server: RunningServer) -> None:
    found = partners(server, need_topic="PO2", need_period="2014-2020")
    assert found and all(str(one["cci"]) < "2021" for one in found)
    # Thematic objectives of that period belong to topics by their mapping.
    assert any(str(code).startswith("TO") for one in found for code in one["shared_objectives"] or ())


def test_who_seeks_partners_in_a_country(server: RunningServer) -> None:
    expected = {
        feature["properties"]["cci"]
        for feature in page(
            server, "/collections/cooperation/items", kind="need", sought_country="IT", limit=1000, skipGeometry="true"
        )["features"]
        if feature["properties"]["status"] != "completed"
        and feature["properties"]["period"] == CURRENT_PERIOD.code
        and feature["properties"]["country"] != "IT"
    }
    found = partners(server, seeks="IT", limit=100)
    assert {one["cci"] for one in found} == expected != set()
    assert all(one["sought_high"] > 0 and one["entries"] for one in found)
    assert get(server, "/partners", seeks="IT", f="html", lang="pl").status_code == 200


def test_csv_and_pages_have_every_partner(server: RunningServer) -> None:
    query = {"need_topic": "PO2,RSO1.4", "need_nuts3": "ITG1"}
    answer = get(server, "/partners", f="csv", **query)
    assert answer.headers["content-disposition"] == 'attachment; filename="partners-need.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["cci"] for row in rows] == [one["cci"] for one in partners(server, **query)] != []
    for lang in LANGUAGES:
        text = get(server, "/partners", f="html", lang=lang, **query).text
        assert all(str(one["cci"]) in text for one in partners(server, lang=lang, **query))
        assert all(f'name="{name}"' in text for name in NEED)
        assert not re.search(r"%\(\w+\)s", text)
        for href in re.findall(r'href="([^"]*)" download=', text):
            assert get(server, href.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_browser_that_says_nothing_gets_the_form(server: RunningServer, lang: str) -> None:
    answer = get(server, "/partners", headers={"Accept": "text/html"}, lang=lang)
    assert answer.status_code == 200 and answer.headers["content-language"] == lang
    assert all(f'name="{name}"' in answer.text for name in NEED)
    assert 'href="/partners' in get(server, "/", headers={"Accept": "text/html"}).text
    assert "is missing" in refusal(get(server, "/partners"))["detail"]


def test_a_search_leads_to_partners_for_what_it_says(server: RunningServer) -> None:
    text = get(server, "/collections/programmes/items", topic="PO2", nuts3="ITG1", scope="cross_border", f="html").text
    (href,) = re.findall(r'href="(/partners\?need_[^"]+)"', text)
    assert "need_topic=PO2" in href and "need_nuts3=ITG1" in href and "need_scope=cross_border" in href
    assert get(server, href.replace("&amp;", "&"), headers={"Accept": "text/html"}).status_code == 200
    assert "/partners?need_" not in get(server, "/collections/programmes/items", fund="ERDF", f="html").text


def test_the_api_definition_declares_every_parameter(server: RunningServer) -> None:
    declared = page(server, "/openapi")["paths"]["/partners"]["get"]["parameters"]
    names = {parameter.get("name") or parameter["$ref"].rpartition("/")[2] for parameter in declared}
    assert set(NEED) <= names
    assert set(partners(server, need_topic="PO2", limit=1)[0]) == set(PARTNERS.by_name)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"need_topic": ""}, "need_topic: has an empty value"),
        ({"need_topic": "PO2,"}, "need_topic: has an empty value"),
        ({"need_topic": "P02"}, "'P02' is not in the code list 'topics'. Did you mean PO2"),
        ({"need_topic": "TO04"}, "is an objective, not a topic. Ask for need_objective=TO04"),
        ({"need_topics": "PO2"}, "Did you mean need_topic"),
        ({"need_objective": "RSO9.9"}, "'RSO9.9' is not in the code list 'objectives'"),
        ({"need_nuts3": "GR30"}, "'GR30' is not a NUTS code of the areas of 2021-2027. Did you mean EL30"),
        ({"need_nuts3": "I"}, "'I' is not a NUTS code"),
        ({"need_nuts3": "itg1"}, "'itg1' is not a NUTS code"),
        ({"need_nuts3": "ITG1,XX999"}, "'XX999' is not a NUTS code"),
        ({"need_nuts3": ",".join(f"IT{n}" for n in range(101))}, "has 101 values; the limit is 100"),
        ({"need_country": "Italy"}, "Did you mean IT"),
        ({"need_scope": "cross_border,transnational"}, "has 2 values; it takes one"),
        ({"need_kind": "offers"}, "Did you mean offer"),
        ({"need_partner_type": "sme"}, "is not in the code list 'partner_types'"),
        ({"need_period": "2014-2020"}, "need_period: is given without a need"),
        ({"need_topic": "PO2", "need_period": "2007-2013"}, "is not in the code list 'periods'"),
        ({"need_topic": "PO2", "sortby": "unusual"}, "give need_nuts3, or programme"),
        ({"programme": SICILY, "need_country": "IT"}, "need_country: is given beside programme, which says it"),
        ({"programme": SICILY, "need_period": "2014-2020"}, "need_period: is given beside programme"),
        (
            {"programme": SICILY, "need_nuts3": "PL51"},
            f"no part of the area of the programme '{SICILY}'. Did you mean ITG1",
        ),
        ({"seeks": SICILY, "need_topic": "PO2"}, "need_topic: is given beside seeks"),
        ({"seeks": "IT", "need_nuts3": "ITG1"}, "need_nuts3: is given beside seeks"),
        ({"seeks": "GR"}, "Did you mean EL"),
        ({"country": "IT"}, "programme: is missing: the CCI of the programme that seeks partners. Or describe a need"),
    ],
)
def test_what_is_refused_names_the_place_and_the_nearest(server: RunningServer, query: dict[str, str], said: str):
    assert said in refusal(get(server, "/partners", **query))["detail"]
