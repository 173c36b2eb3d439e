"""A search for other sites: it shows what the list finds, and takes only colours and fonts that can be read."""

from __future__ import annotations

import re

import pytest
from http_client import get, page, refusal
from page_texts import Page
from running_server import RunningServer

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.embed_request import COLOURS, CONTRAST, contrast

SEARCHES = (
    {}, {"topic": "RSO2.6"}, {"country": "IT,MT", "period": "2021-2027"}, {"q": "sicilia"}, {"bbox": "5,44,12,48"},
    {"topic": "PO2", "include": "unknown"}, {"filter": "country = 'MT'"}, {"country": "IT", "exclude": "samples"},
    {"title": "nothing-has-this-title"},
)  # fmt: skip


@pytest.mark.parametrize("query", SEARCHES)
def test_it_finds_what_the_list_finds(server: RunningServer, collection: str, query: dict[str, str]):
    listed = get(server, f"/collections/{collection}/items", f="json", limit="7", skipGeometry="true", **query)
    shown = get(server, "/embed", collection=collection, limit="7", **query)
    assert shown.status_code == listed.status_code, shown.text
    if listed.status_code != 200:
        assert refusal(shown)["detail"] == refusal(listed)["detail"]
        return
    document = listed.json()
    met = document["numberMatched"] - document.get("numberUnknown", 0)
    assert f"{met:,}" == re.search(r"<h1>([0-9,]+) ", shown.text)[1]
    links = re.findall(rf'<li>\s*<a href="/collections/{collection}/items/([^"?]+)', shown.text)
    # A list for software begins with typical features where nothing is asked for; pages begin with the first ones.
    if query:
        assert [f["id"] for f in document["features"]] == links
    assert len(links) == document["numberReturned"]


def test_the_map_has_all_that_matches_and_leads_to_its_parts(server: RunningServer):
    query = {"topic": "RSO2.6", "country": "IT", "lang": "de"}
    shown = {show: get(server, "/embed", show=show, limit="2", **query).text for show in ("both", "map", "list")}
    assert "drawn-map" not in shown["list"] and "embedded" not in shown["map"]
    links = re.findall(r'<a href="(/collections/programmes/items[?][^"]*nuts3=[^"]*)" tabindex', shown["map"])
    assert len(links) > 50 and len(set(links)) == len(links)
    assert all(f'href="{link}"' in shown["both"] for link in links)
    for link in (links[0], links[-1]):
        assert get(server, link.replace("&amp;", "&"), f="json").json()["numberMatched"] > 0
    # Nothing to draw: the list says so.
    assert "drawn-map" not in get(server, "/embed", show="map", title="nothing-has-this-title").text


def test_samples_are_named(server: RunningServer):
    assert "made up to show the service" in get(server, "/embed", collection="cooperation").text
    without = get(server, "/embed", collection="programmes", country="MT", exclude="samples").text
    assert "banner-sample" not in without and "exclude=samples" in without


def test_it_leads_to_all_of_the_search_and_credits_the_sources(server: RunningServer):
    text = get(server, "/embed", topic="RSO2.6", limit="2", lang="pl", background="fff").text
    assert 'href="/collections/programmes/items?topic=RSO2.6&amp;lang=pl"' in text
    assert "EuroGeographics" in text
    assert set(Page(text).links) >= {"/collections/programmes/items?topic=RSO2.6&lang=pl"}


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pl"])
def test_it_is_in_the_language(server: RunningServer, language: str):
    text = get(server, "/embed", lang=language, show="list").text
    english = {each for _, each in Page(get(server, "/embed", show="list").text).texts if len(each) > 35}
    own = {each for code, each in Page(text).texts if code == language}
    assert not own & english


def test_the_sheet_of_a_theme_is_loaded_as_it_is_linked(server: RunningServer):
    text = get(server, "/embed", background="#fff", accent="000", font="Open Sans", lang="de").text
    (address,) = re.findall(r'href="(/embed/theme[.]css[^"]*)"', text)
    sheet = get(server, address.replace("&amp;", "&"))
    assert sheet.headers["content-type"] == "text/css; charset=utf-8"
    assert "--page: #ffffff;" in sheet.text and '--font: "Open Sans", system-ui, sans-serif;' in sheet.text
    assert "style=" not in text and "<style" not in text


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"background": "222222"}, "background"), ({"accent": "ffff00"}, "accent"), ({"text": "red"}, "text"),
        ({"accent": "12345"}, "accent"), ({"background": "fff;}"}, "background"), ({"font": 'a"; }'}, "font"),
        ({"font": "url(x)"}, "font"), ({"limit": "51"}, "limit"), ({"limit": "0"}, "limit"), ({"f": "json"}, "f"),
        ({"offset": "10"}, "offset"), ({"collection": "programme"}, "collection"), ({"show": "all"}, "show"),
        ({"topic": "nonsense"}, "topic"),
        ({"colour": "fff"}, "colour"), ({"lang": "xx"}, "lang"), ({"edition": "0" * 16}, "edition"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_name(server: RunningServer, query: dict[str, str], name: str):
    assert refusal(get(server, "/embed", **query))["parameter"] == name
    if name in (*COLOURS, "font"):
        assert refusal(get(server, "/embed/theme.css", **query))["parameter"] == name


def test_a_parameter_that_is_given_twice_is_refused(server: RunningServer):
    for path in (
        "/embed?accent=000&accent=111",
        "/embed?topic=PO1&topic=PO2",
        "/embed/theme.css?font=serif&font=serif",
    ):
        assert "twice" in refusal(get(server, path))["detail"]


def test_only_this_page_may_be_framed_elsewhere(server: RunningServer):
    policies = {path: get(server, path, f="html").headers["content-security-policy"] for path in ("/", "/collections")}
    assert all(policy.endswith("frame-ancestors 'self'") for policy in policies.values())
    own = get(server, "/embed").headers["content-security-policy"]
    assert own == policies["/"].replace("frame-ancestors 'self'", "frame-ancestors *")
    assert set(COLLECTIONS) and page(server, "/healthz")["status"] == "ok"


def test_contrast_is_that_of_wcag():
    assert round(contrast("000000", "ffffff"), 2) == 21
    assert contrast("777777", "ffffff") < CONTRAST < contrast("767676", "ffffff")
