"""Searches: parameters, links, CQL2 and their form in files."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from cooperation_search.api.answers import Code, CodeList
from cooperation_search.api.criteria import KNOWN, Criteria, Criterion
from cooperation_search.api.errors import ApiError, ErrorKind
from cooperation_search.api.links import PastedLink, read_link
from cooperation_search.api.search import Search
from cooperation_search.api.wording import Wording
from running_server import RunningServer

FULL = Search.of(
    title="Sicilia, *ERDF", country=["IT", "EL"], nuts3=["ITG1"], topic=["PO2"], scope=["cross_border"],
    period=["2021-2027"], kind=["offer"], fund=["ERDF"], strategy=["EUSAIR"], status=["planned"],
    show_samples=False,
)  # fmt: skip


def test_dict_and_back():
    assert Search.from_dict(json.loads(json.dumps(FULL.to_dict()))) == FULL
    assert Search.from_dict({}) == Search()
    assert Search().to_dict() == {"version": 2}
    assert Search.of(fund=["ESF"]).to_dict() == {"version": 2, "criteria": {"fund": ["ESF"]}}


def test_searches_of_version_1_are_read():
    kept = {
        "version": 1, "title": "x", "countries": ["IT"], "nuts": ["ITG1"], "excluded_countries": ["MT"],
        "statuses": ["planned"], "open_on": "today", "show_samples": False,
    }  # fmt: skip
    expected = Search.of(
        title="x", country=["IT"], nuts3=["ITG1"], exclude_country=["MT"], status=["planned"], open="today",
        show_samples=False,
    )  # fmt: skip
    assert Search.from_dict(kept) == expected == Search.from_dict(expected.to_dict())


@pytest.mark.parametrize(
    ("damaged", "place"),
    [
        ([], "JSON object"), ({"version": 3}, "newer"), ({"colour": "red"}, "colour"),
        ({"criteria": {"topic": "PO1"}}, "topic"), ({"criteria": {"topic": [1]}}, "topic"),
        ({"criteria": ["topic"]}, "criteria"), ({"criteria": {"to pic": ["PO1"]}}, "to pic"),
        ({"version": 1, "topics": [1]}, "topic"), ({"title": ["x"]}, "title"), ({"show_samples": "no"}, "show_samples"),
        ({"version": "1"}, "version"), ({"title": "x" * 501}, "title"),
    ],
)  # fmt: skip
def test_damaged_dict(damaged: object, place: str):
    with pytest.raises(ApiError, match=place) as caught:
        Search.from_dict(damaged)
    assert caught.value.kind is ErrorKind.MALFORMED


def test_values_keep_order_without_duplicates():
    assert Search.of(country=["IT", "EL", "IT"]).values("country") == ("IT", "EL")


def test_parameters_of_each_collection():
    programmes, entries = FULL.to_params("programmes"), FULL.to_params("cooperation")
    assert programmes["title"] == r"Sicilia\, *ERDF"
    assert programmes["country"] == "IT,EL"
    assert programmes["status"] == entries["status"] == "planned"
    assert programmes["exclude"] == entries["exclude"] == "samples"
    assert not {"sample", "filter"} & {*programmes, *entries}
    assert Search().to_params("nuts3") == {}


def test_words_are_looked_for_in_programmes_wherever_they_are():
    words = Search(title="  ile  de france ")
    assert words.to_params("programmes") == {"q": "ile de france"}
    assert words.to_params("nuts3") == words.to_params("cooperation") == {"programme": "ile de france"}
    assert words.has_words() and not Search(title="*france*").has_words()
    assert Search(title="*france*").to_params("nuts3") == {"title": "*france*"}


@pytest.mark.parametrize("words", ["Baden Wurttemberg", "ile de france", "Sicily", "2021IT16RFPR016"])
def test_words_find_and_the_answer_says_where(server: RunningServer, words: str):
    search = Search(title=words)
    found = server.features("programmes", skipGeometry="true", **search.to_params("programmes"))
    assert found and all(f["properties"]["matched_in_text"] for f in found)
    areas = server.features("nuts3", skipGeometry="true", **search.to_params("nuts3"))
    ids = {f["id"] for f in found}
    assert areas and all(set(a["properties"]["matching"]) <= ids for a in areas)


def test_the_plugin_has_every_criterion_of_the_server(server: RunningServer, criteria: Criteria):
    document = server.json("/openapi")
    assert {each.name for each in criteria} == set(KNOWN), "a criterion without a title in the user's language"
    ours = {each.name for each in criteria} | {"title", "programme"}
    facets = server.json("/collections/programmes/facets")["facets"]
    assert set(facets) <= ours
    parameters = {
        p.get("name") or p["$ref"].rsplit("/")[-1]
        for p in document["paths"]["/collections/programmes/items"]["get"]["parameters"]
    }
    assert ours <= parameters


def test_link():
    link = urlsplit(FULL.to_url("http://host/base/", "programmes", f="html"))
    assert link.path == "/base/collections/programmes/items"
    assert parse_qs(link.query)["country"] == ["IT,EL"] and parse_qs(link.query)["f"] == ["html"]
    assert Search().to_url("http://host", "nuts3") == "http://host/collections/nuts3/items"


@pytest.mark.parametrize(
    ("periods", "collection"),
    [((), "nuts3"), (("2021-2027",), "nuts3"), (("2014-2020",), "nuts3-2016"), (("2014-2020", "2021-2027"), "nuts3")],
)
def test_one_nuts_version_on_the_map(periods: tuple[str, ...], collection: str):
    assert Search.of(period=periods).areas_collection() == collection


def test_words():
    assert Wording().describe(Search()) == "All programmes"
    lists = {"countries": CodeList("countries", (Code("IT", "Italy"),))}
    words = Wording(Criteria([Criterion("country", codelist="countries"), Criterion("colour", "Colour")]), lists)
    assert words.describe(Search.of(country=["IT"], colour=["red"])) == "Country: Italy; Colour: red"
    assert Wording().describe(Search.of(country=["IT"], open="today")) == "Country: IT; Open today"


@pytest.mark.parametrize(
    "values",
    [
        {"title": "sicilia"}, {"title": "O'Brien"}, {"country": ["IT", "EL"]}, {"topic": ["RSO1.1"]},
        {"scope": ["cross_border"]}, {"kind": ["offer"]}, {"fund": ["ERDF"]}, {"strategy": ["EUSAIR"]},
        {"period": ["2014-2020"]}, {"topic": ["PO1"], "show_samples": False}, {"nuts3": ["ITG12"]}, {"nuts3": ["SI"]},
        {"country": ["SK"], "kind": ["need"], "show_samples": False},
        {"exclude_country": ["IT"], "open": "today", "include_unknown": True}, {"title": "*sicil*"},
        {"open": "2026-05-31", "partner_type": ["any"]},
    ],
)  # fmt: skip
def test_server_takes_every_search(server: RunningServer, values: dict):
    search = Search.of(**values)
    for collection in ("programmes", "nuts3", "nuts3-2016", "countries", "cooperation"):
        page = server.json(f"/collections/{collection}/items", f="json", limit=1, **search.to_params(collection))
        assert page["numberMatched"] >= 0


def test_without_samples_facts_stay(server: RunningServer):
    # Two programmes of Slovenia have the topic: one states it, one by mapping. Leaving samples out by basis found none.
    search = Search.of(country=["SI"], topic=["RSO1.4"], show_samples=False)
    assert len(server.features("programmes", skipGeometry="true", **search.to_params("programmes"))) == 2
    found = server.features("programmes", skipGeometry="true", exclude="samples")
    assert not any(f["properties"][n] == "sample" for f in found for n in ("topics_basis", "scopes_basis"))


@pytest.mark.parametrize(
    "search",
    [
        FULL, Search(), Search.of(title="ile de france", include_unknown=True, open="today"),
        Search.of(
            exclude_country=["IT"], mode=["mentoring"], objective=["TO01"], sought_country=["FR"],
            open="2026-05-31", partner_type=["any"], category=["less_developed"], sought_strategy=["EUSAIR"],
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("collection", ["programmes", "nuts3", "cooperation"])
def test_a_link_is_read_back(search: Search, collection: str):
    read = read_link(search.to_url("http://host/base", collection, f="html", limit="10"))
    assert read == PastedLink(search)


def test_what_the_panel_cannot_show_of_a_link_is_named():
    read = read_link(" http://host/collections/programmes/items?country=IT&bbox=1,2,3,4&title=Whole&sample=true\n")
    assert read == PastedLink(Search.of(country=("IT",)), ("bbox=1,2,3,4", "title=Whole", "sample=true"))
    for text in ("sicilia", "http://host/", "http://[", "ftp://host/collections/programmes/items", "//x/collections/y"):
        assert read_link(text) is None
