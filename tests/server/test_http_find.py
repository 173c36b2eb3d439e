"""The page "Find a partner" at ``/``: it gives the answers of the lists and of the partner search, in its own form."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from http_client import get, items, page
from in_process import Application, serving
from running_server import RunningServer

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.criteria import CRITERIA
from cooperation_atlas.model.periods import CURRENT_PERIOD, PERIODS
from cooperation_atlas.web.find_request import CRITERIA_TAKEN, PAGE, TAKEN
from cooperation_atlas.web.resources import find

#: A programme of a region, and what one looks for there.
SICILY = "2021IT16RFPR016"
BOTH = ",".join(PERIODS)
#: Searches with criteria of programmes and of entries, with words, with what is not known, and without results.
SEARCHES: list[dict[str, str]] = [
    {}, {"topic": "RSO2.6"}, {"country": "ES,PT", "fund": "ERDF"}, {"nuts3": "ITG1"}, {"q": "sicilia"},
    {"topic": "PO2", "scope": "cross_border"}, {"topic": "PO2", "include": "unknown"}, {"period": "2014-2020"},
    {"period": BOTH, "topic": "PO4"}, {"open": "today"}, {"country": "MT", "nuts3": "ITG1"}, {"exclude_country": "IT"},
    {"kind": "need", "partner_type": "research"}, {"title": "*energ*"},
]  # fmt: skip


def shown(server: RunningServer, **query: Any) -> str:
    answer = get(server, "/", f="html", lang="en", **query)
    assert answer.status_code == 200, answer.text
    return answer.text


def cards(text: str) -> list[str]:
    """Where the cards of a page lead, in their order."""
    return [unescape(href) for href in re.findall(r'<li class="find-card">\s*<h3><a href="([^"?]*)', text)]


def number(text: str) -> int:
    (count,) = re.findall(r'<h2 id="results">\s*([\d,]+)', text)
    return int(count.replace(",", ""))


def every_card(server: RunningServer, **query: Any) -> list[str]:
    """The cards of all pages."""
    found: list[str] = []
    while True:
        text = shown(server, **query, **({"offset": len(found)} if found else {}))
        found += (here := cards(text))
        if 'rel="next"' not in text:
            return found
        assert len(here) == PAGE


def addresses(text: str, path: str = "/") -> list[str]:
    """The links of the page to the page itself."""
    return [unescape(href) for href in re.findall(r'href="([^"]*)"', text) if href.split("?")[0] == path]


@pytest.mark.parametrize("query", SEARCHES)
@pytest.mark.parametrize("show", ["programmes", "entries"])
def test_without_a_programme_it_finds_what_the_list_finds(server: RunningServer, query: dict[str, str], show: str):
    collection = "programmes" if show == "programmes" else "cooperation"
    period = {"period": CURRENT_PERIOD.code} | query
    there = page(server, items(collection), limit=10_000, skipGeometry="true", properties="period", **period)
    here = every_card(server, show=show, **query)
    assert sorted(here) == sorted(f"{items(collection)}/{feature['id']}" for feature in there["features"])
    if here:
        unknown = there["numberUnknown"] if "include" in query else 0
        assert number(shown(server, show=show, **query)) == there["numberMatched"] - unknown


def test_partners_are_those_of_the_partner_search_for_every_programme(server: RunningServer):
    """Two ways to one answer: the page, a page at a time, and the list of partners."""
    programmes = page(server, items(), limit=1000, skipGeometry="true", properties="period")["features"]
    for programme in programmes[::7]:
        cci = programme["id"]
        answer = page(server, "/partners", programme=cci, limit=100, skipGeometry="true", properties="cci")
        expected = [f"/partners/{cci}/{feature['id']}" for feature in answer["features"]]
        assert every_card(server, programme=cci) == expected, cci


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ({"topic": "RSO2.6", "scope": "cross_border"}, {"need_topic": "RSO2.6", "need_scope": "cross_border"}),
        ({"country": "MT,EL"}, {"country": "MT,EL"}),
        ({"q": "island"}, {"q": "island"}),
        ({"objective": "RSO4.6", "period": CURRENT_PERIOD.code}, {"need_objective": "RSO4.6", "period": "2021-2027"}),
        ({"abroad": "true"}, {}),
    ],
)
def test_what_is_sought_narrows_partners(server: RunningServer, query: dict[str, str], there: dict[str, str]):
    answer = page(server, "/partners", programme=SICILY, limit=100, skipGeometry="true", properties="cci", **there)
    expected = [f"/partners/{SICILY}/{feature['id']}" for feature in answer["features"]]
    assert every_card(server, programme=SICILY, **query) == expected


@pytest.mark.parametrize(
    "query",
    [{"topic": "RSO2.6", "country": "IT,ES"}, {"show": "entries", "topic": "PO2"}, {"q": "water", "view": "table"},
     {"programme": SICILY, "topic": "RSO2.6", "scope": "cross_border"}],
)  # fmt: skip
def test_downloads_hold_what_the_page_lists(server: RunningServer, query: dict[str, str]):
    text = shown(server, **query)
    links = [unescape(href) for href in re.findall(r'<a href="([^"]*)" download=', text)]
    assert len(links) > 4
    (whole,) = [href for href in links if "f=json&" in f"{href}&"]
    assert get(server, whole).json()["numberMatched"] == number(text)
    assert all(get(server, href).status_code == 200 for href in links)


def test_the_embed_code_leads_to_the_same_search(server: RunningServer):
    text = shown(server, topic="PO2", country="IT")
    code = unescape(unescape(text[text.index('id="f-embed"') :].partition("</textarea>")[0]))
    (address,) = re.findall(r'<iframe src="([^"]*)"', code)
    embedded = get(server, address.removeprefix(server.url))
    assert embedded.status_code == 200 and cards(text)[0].rpartition("/")[2] in embedded.text


def test_programmes_with_open_entries_come_first(server: RunningServer):
    there = page(server, items(), limit=1000, properties="cci", skipGeometry="true", open="today", period="2021-2027")
    opened = {f"{items()}/{feature['id']}" for feature in there["features"]}
    found = every_card(server)
    assert set(found[: len(opened)]) == opened


def test_fields_say_several_values_or_nothing(server: RunningServer):
    """As a browser sends a form: a box is a value, and a field that is not filled in is empty."""
    sent = get(server, "/?f=html&lang=en&q=&scope=&programme=&country=ES&country=PT&topic=PO2")
    assert sent.status_code == 302
    clean = get(server, sent.headers["location"].removeprefix(".")).text
    assert cards(clean) == cards(shown(server, country="ES,PT", topic="PO2"))


@pytest.mark.parametrize("words", ["Sicily", "SICILIA", "Sizilien", " sicile "])
def test_regions_are_found_by_name_in_any_language(server: RunningServer, words: str):
    assert cards(shown(server, nuts3=words)) == cards(shown(server, nuts3="ITG1"))
    assert cards(shown(server, nuts3=f"{words},MT")) == cards(shown(server, nuts3="ITG1,MT"))


def test_words_of_a_region_or_programme_that_mean_several_or_none_are_said(server: RunningServer):
    assert "Several regions are called “Limburg”" in shown(server, nuts3="Limburg")
    assert "No region is called “Atlantis”" in shown(server, nuts3="Atlantis")
    text = shown(server, programme="Sicilia")
    assert "Several programmes fit “Sicilia”" in text and f"programme={SICILY}" in text
    assert "No programme is called “Atlantis”" in shown(server, programme="Atlantis")
    assert cards(shown(server, programme="RP Sicilia ERDF")) == cards(shown(server, programme=SICILY))


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ({"topics": "RSO2.6"}, "topics"), ({"topic": "RSO9.9"}, "topic"), ({"scope": "near"}, "scope"),
        ({"view": "list"}, "view"), ({"show": "regions"}, "show"), ({"abroad": "false"}, "abroad"),
        ({"offset": "-1"}, "offset"), ({"offset": "x"}, "offset"), ({"q": "a" * 300}, "q"), ({"open": "soon"}, "open"),
        ({"programme": "a" * 300}, "programme"), ({"q": "a\x00"}, "q"), ({"limit": "3"}, "limit"),
        ({"programme": SICILY, "scope": "open,cross_border"}, "scope"), ({"country": "XX"}, "country"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_its_name(server: RunningServer, query: dict[str, str], place: str):
    answer = get(server, "/", f="html", **query)
    assert answer.status_code == 400 and place in unescape(answer.text)


@pytest.mark.parametrize("name", TAKEN)
def test_software_is_told_where_data_is(server: RunningServer, name: str):
    """As JSON ``/`` is the landing page, which searches nothing."""
    answer = get(server, "/", f="json", **{name: "PO2"})
    assert answer.status_code == 400
    assert answer.json()["parameter"] == name and "/collections/programmes/items" in answer.json()["detail"]


def test_every_criterion_of_programmes_and_entries_is_taken():
    assert set(CRITERIA_TAKEN) >= {name for name in CRITERIA if name not in ("programme", "sample")} - {
        "region_category", "neighbour_kind", "across_border",
    }  # fmt: skip


def test_an_empty_result_offers_only_what_gives_results(server: RunningServer):
    for query in ({"country": "MT", "nuts3": "ITG1"}, {"q": "sicilia", "topic": "PO2", "country": "FI"},
                  {"programme": SICILY, "country": "IT"}, {"programme": SICILY, "period": "2014-2020"}):  # fmt: skip
        text = shown(server, **query)
        assert not cards(text)
        start = text.index('<div class="empty">')
        empty = text[start : text.index("</div>", start)]
        offered = re.findall(r'<a href="([^"]*)">[^<]*</a> \((\d+)\)', empty)
        assert offered, query
        for href, count in offered:
            there = get(server, unescape(href), headers={"Accept": "text/html"}).text
            unknown = re.findall(r"and ([\d,]+) unknown", there)
            assert number(there) + (int(unknown[0].replace(",", "")) if "include=unknown" in href else 0) == int(count)


def test_key_categories_say_how_many_they_give(server: RunningServer):
    text = shown(server, country="IT")
    keys = text[text.index('<nav class="keys"') :]
    found = re.findall(r'<a href="([^"]*)">[^<]* <small>([\d,]+)</small>', keys[: keys.index("</nav>")])
    assert len(found) > 5
    for href, count in found:
        if count != "0":
            assert number(get(server, unescape(href), headers={"Accept": "text/html"}).text) == int(count)


@pytest.mark.parametrize("query", [{"programme": SICILY}, {"programme": SICILY, "topic": "PO2"}])
def test_key_categories_of_partners_say_how_many_of_them_state_the_topic(server: RunningServer, query: dict[str, str]):
    """Partners are not chosen by a topic, they are ordered by it: the number of results would be the same for all."""
    text = shown(server, **query)
    found = {href.rpartition("/")[2] for href in every_card(server, **query)}
    keys = text[text.index('<nav class="keys"') :]
    keys = keys[: keys.index("</nav>")]
    counts = [int(count) for count in re.findall(r"<small>([\d,]+)</small>", keys)]
    # That which is chosen is left out by its own link.
    codes = {code for href in re.findall(r'<a href="([^"]*)">', keys) for code in re.findall(r"topic=([\w.]+)", href)}
    assert codes and 0 < max(counts) <= len(found)
    for code in codes:
        href = rf'topic={re.escape(code)}(?:&[^"]*)?"[^>]*>[^<]* <small>([\d,]+)</small>'
        answer = get(server, "/collections/programmes/items", f="json", topic=code, limit=10_000, skipGeometry="true")
        stating = {feature["id"] for feature in answer.json()["features"]}
        assert int(re.findall(href, keys)[0]) == len(found & stating), code


def test_the_numbers_of_the_analysis_are_searches(server: RunningServer):
    text = shown(server, fund="ERDF")
    start = text.index('<details class="analysis">')
    strip = text[start : text.index("</details>", start)]
    cells = re.findall(r'<a href="([^"]*)">([\d,]+)</a>', strip)
    assert len(cells) > 30
    for href, count in cells[::9]:
        assert number(get(server, unescape(href), headers={"Accept": "text/html"}).text) == int(count.replace(",", ""))


def test_no_style_and_no_script_stands_in_the_page(server: RunningServer):
    text = shown(server, topic="PO2")
    assert " style=" not in text and not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", text) and " onclick" not in text


def test_all_links_of_the_page_to_itself_are_understood(server: RunningServer):
    for query in ({}, {"programme": SICILY}, {"show": "entries", "topic": "PO2"}, {"view": "table", "country": "IT"}):
        links = addresses(shown(server, **query))
        assert links
        for href in links[:: max(1, len(links) // 12)]:
            assert get(server, href, headers={"Accept": "text/html"}).status_code == 200, href


@pytest.mark.parametrize("query", [{"topic": "RSO2.6"}, {"country": "IT"}, {"programme": SICILY}])
def test_the_map_shows_the_areas_of_all_results(server: RunningServer, query: dict[str, str]):
    """Not only those of the page: as many areas as the programmes of all pages cover, and each leads to its results."""
    text = shown(server, **query)
    found = [href.rpartition("/")[2] for href in every_card(server, **query)]
    assert len(found) > PAGE or "topic" in query
    drawn = text[text.index('<figure class="drawn-map"') : text.index("</figure>")]
    areas = page(server, items("nuts3"), programmes=",".join(found), limit=1, skipGeometry="true")["numberMatched"]
    assert sum(int(count) for count in re.findall(r"<small>areas: ([\d]+)</small>", drawn)) == areas
    links = [unescape(href) for href in re.findall(r'href="(/\?[^"]*)"', drawn)]
    assert len(links) == areas
    for href in links[:: len(links) // 3]:
        assert cards(get(server, href, headers={"Accept": "text/html"}).text)


@pytest.mark.parametrize("query", [{}, {"open": "today"}, {"topic": "PO2"}])
def test_a_page_is_begun_once(small_edition: EditionFolder, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]):
    begun: list[object] = []
    made = find.find_content

    def noting(*given: Any) -> dict[str, Any]:
        begun.append(given)
        return made(*given)

    application = Application(serving(small_edition))
    application.get("/healthz")  # the examples of the edition are asked before its first answer
    monkeypatch.setattr(find, "find_content", noting)
    assert application.get("/", f="html", **query).status_code == 200
    assert len(begun) == 1


@pytest.mark.parametrize("period", [*PERIODS, BOTH, None])
def test_regions_are_suggested_from_the_areas_of_the_period(server: RunningServer, period: str | None):
    text = shown(server, **({"period": period} if period else {}))
    suggested = [unescape(one) for one in re.findall(r'data-suggest="([^"]*)"', text)]
    version = PERIODS.get(period or "", CURRENT_PERIOD).nuts_version
    (areas,) = {one.id for one in COLLECTIONS.values() if one.period and one.period.nuts_version == version}
    assert [address.split("/items")[0] for address in suggested] == ["/collections/programmes", f"/collections/{areas}"]
    for address in suggested:
        assert get(server, f"{address}si").json()["features"]
