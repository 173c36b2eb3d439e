"""The drawn map of a list: it shows all matches, as many as the list finds in each area, and every link answers."""

from __future__ import annotations

import random
import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest
from http_client import get
from running_server import RunningServer

from cooperation_atlas.web.http.files import FOR_GOOD

SEARCHES = (
    "programmes/items?period=2021-2027&topic=RSO2.6",
    "programmes/items?period=2014-2020&country=IT",
    "programmes/items?title=*nord*",
    "programmes/items?country=PT&limit=1",
    "cooperation/items?",
    "cooperation/items?scope=cross_border&limit=2",
    "nuts3/items?topic=RSO2.6&scope=cross_border",
    "nuts3/items?country=MT",
    "nuts3-2016/items?country=SI&limit=1",
)
AREA = re.compile(r'<a href="([^"]+)" tabindex="-1"><use href="([^"#]+)#(\w+)"><title>([^<]*)</title></use></a>')


def html(server: RunningServer, path: str) -> str:
    """A page."""
    answer = get(server, path, {"Accept": "text/html"})
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/html")
    return answer.text


def areas(text: str) -> dict[str, tuple[str, str, int]]:
    """Address, title and number of each area of the map of a page, by code."""
    found = {code: (unescape(href), unescape(title)) for href, _, code, title in AREA.findall(text)}
    return {code: (href, title, int(re.split(r": ", title)[-1].split()[0])) for code, (href, title) in found.items()}


@pytest.mark.parametrize("search", SEARCHES)
def test_numbers_are_those_of_the_list_and_links_answer(server: RunningServer, search: str) -> None:
    collection = search.split("/", 1)[0]
    shown = areas(html(server, f"/collections/{search}"))
    assert shown
    for code in random.Random(search).sample(sorted(shown), min(8, len(shown))):
        href, title, number = shown[code]
        assert f"({code})" in title
        answer = get(server, href.replace("&limit=1", ""), headers={"Accept": "application/geo+json"})
        assert answer.status_code == 200, href
        if collection.startswith("nuts3"):
            assert answer.json()["id"] == code
        else:
            assert answer.json()["numberMatched"] == number, href


@pytest.mark.parametrize("collection", ["nuts3", "nuts3-2016"])
def test_the_map_of_areas_shows_all_of_them_with_their_programmes(server: RunningServer, collection: str) -> None:
    found = get(server, f"/collections/{collection}/items?period=2021-2027&limit=10000&f=json&skipGeometry=true").json()
    counted = {f["id"]: f["properties"]["n_matching"] for f in found["features"] if f["properties"]["n_matching"]}
    shown = areas(html(server, f"/collections/{collection}/items?period=2021-2027&limit=3"))
    assert {code: number for code, (_, _, number) in shown.items()} == counted


def test_a_search_without_areas_has_no_map(server: RunningServer) -> None:
    for search in (
        "programmes/items?country=IT&period=2021-2027&title=*nordrhein*",
        "countries/items",
        "neighbours/items?limit=1",
    ):
        assert "data-drawn-map" not in html(server, f"/collections/{search}")


def test_areas_take_no_focus_and_screen_readers_pass_over_them(server: RunningServer) -> None:
    text = html(server, "/collections/nuts3/items?country=MT")
    (svg,) = re.findall(r"<svg viewBox.*?</svg>", text, re.S)[:1]
    document = ET.fromstring(svg)
    assert document.attrib["role"] == "group" and document.find("title") is not None
    (group,) = [child for child in document if child.tag == "g"]
    assert group.attrib["aria-hidden"] == "true"
    assert all(link.attrib["tabindex"] == "-1" for link in document.iter("a"))
    assert not [link for link in document.iter("a") if link not in list(group.iter("a"))]


def file_of(server: RunningServer, search: str = "nuts3/items?country=MT") -> str:
    (file,) = {file for _, file, _, _ in AREA.findall(html(server, f"/collections/{search}"))}
    return file


def test_the_file_has_every_area_that_pages_name_and_is_kept_for_good(server: RunningServer) -> None:
    for search in ("nuts3/items?", "nuts3-2016/items?", "cooperation/items?", "programmes/items?"):
        text = html(server, f"/collections/{search}")
        answer = get(server, file_of(server, search))
        assert answer.headers["cache-control"] == FOR_GOOD
        assert answer.headers["content-type"] == "image/svg+xml"
        ids = set(re.findall(r'id="([^"]+)"', answer.text))
        assert set(re.findall(r'href="/drawings/[^"#]+#([^"]+)"', text)) <= ids


def test_the_file_is_the_same_in_every_coding(server: RunningServer) -> None:
    answers = {c: get(server, file_of(server), {"Accept-Encoding": c}) for c in ("identity", "br", "gzip")}
    assert {c: answer.headers.get("content-encoding", "identity") for c, answer in answers.items()} == dict(
        zip(answers, answers, strict=True)
    )
    assert len({answer.content for answer in answers.values()}) == 1


def test_a_file_that_is_not_there(server: RunningServer) -> None:
    path = file_of(server)
    stem = path.rsplit(".", 2)[0]
    # That of another edition is the one of today, not for good; a name that is none is 404.
    for other, status in ((f"{stem}.{'0' * 12}.svg", 200), (f"{stem}.svg", 200), ("/drawings/none.svg", 404)):
        answer = get(server, other)
        assert answer.status_code == status
        assert answer.headers["cache-control"] != FOR_GOOD


OWN = re.compile(r'<use href="[^"#]+#(\w+)"/>')


def own_areas(text: str) -> set[str]:
    """The areas with an outline."""
    (group,) = re.findall(r'<g class="dm-own">(.*?)</g>', text)
    return set(OWN.findall(group))


@pytest.mark.parametrize("cci", ["2021IT16RFPR016", "2014IT16RFOP016", "2021DE16FFPR001"])
def test_the_page_of_a_programme_shows_its_areas_and_leads_to_them(server: RunningServer, cci: str) -> None:
    text = html(server, f"/collections/programmes/items/{cci}?lang=en")
    programme = get(server, f"/collections/programmes/items/{cci}?f=json").json()["properties"]
    collection = "nuts3" if programme["period"] == "2021-2027" else "nuts3-2016"
    codes = ",".join(programme["nuts_codes"])
    found = get(server, f"/collections/{collection}/items?f=json&skipGeometry=true&limit=1000&nuts3={codes}").json()
    assert own_areas(text) == {feature["id"] for feature in found["features"]}
    linked = {code: href for href, _, code, _ in AREA.findall(text)}
    assert set(linked) == own_areas(text)
    code = min(linked)
    assert get(server, linked[code], headers={"Accept": "application/geo+json"}).json()["id"] == code


@pytest.mark.parametrize("collection", ["nuts3", "nuts3-2016"])
@pytest.mark.parametrize("code", ["ITG12", "FRY10", "MT001"])
def test_the_page_of_an_area_shows_it_among_its_neighbours(server: RunningServer, collection: str, code: str) -> None:
    text = html(server, f"/collections/{collection}/items/{code}")
    version = "2021" if collection == "nuts3" else "2016"
    pairs = get(server, f"/collections/neighbours/items?f=json&limit=500&nuts3={code}&nuts_version={version}").json()
    others = {one for pair in pairs["features"] for one in pair["properties"]["nuts_codes"]} - {code}
    assert own_areas(text) == {code}
    shown = areas(text.replace('<g class="dm-area dm-mine">' + text.partition('dm-mine">')[2].partition("</g>")[0], ""))
    for other, (_, _, number) in shown.items():
        assert other in others
        area = get(server, f"/collections/{collection}/items/{other}?f=json").json()["properties"]
        assert area["n_programmes"] == number
    counts = (get(server, f"/collections/{collection}/items/{other}?f=json").json()["properties"] for other in others)
    assert len(shown) == sum(1 for area in counts if area["n_programmes"])


def test_pages_without_areas_of_one_version_have_no_map(server: RunningServer) -> None:
    for path in ("countries/items/IT", "programmes/distribution?by=nuts2", "programmes/distribution?by=topic"):
        assert "data-drawn-map" not in html(server, f"/collections/{path}")


@pytest.mark.parametrize(
    "search", ["programmes/distribution?by=country", "nuts3/distribution?by=nuts2&country=IT,FR",
               "cooperation/distribution?by=topic,nuts1&period=2021-2027"]
)  # fmt: skip
def test_a_distribution_by_region_shows_its_counts_on_the_map(server: RunningServer, search: str) -> None:
    text = html(server, f"/collections/{search}")
    listed = get(server, f"/collections/{search}&f=json").json()
    (place,) = [one for one in listed["dimensions"] if one["name"] in ("country", "nuts1", "nuts2", "nuts3")]
    counts = {value["code"]: value["count"] for value in place["values"] if value["count"]}
    length = max(map(len, counts))
    shown = {code: (href, title) for href, _, code, title in AREA.findall(text)}
    assert {code[:length] for code in shown} <= set(counts)
    assert len({code[:length] for code in shown}) > 2
    for code in random.Random(search).sample(sorted(shown), 4):
        href, title = shown[code]
        assert f" {counts[code[:length]]} " in unescape(title)
        found = get(server, unescape(href), headers={"Accept": "application/geo+json"}).json()
        assert found["numberMatched"] == counts[code[:length]]
