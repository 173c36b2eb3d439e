"""The page "Find a partner" as people use it: by typing and clicking, with scripts and without, on screen and paper."""

from __future__ import annotations

import base64
import io
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from chromium import Browser
from openpyxl import load_workbook
from running_server import RunningServer
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

SICILY = "2021IT16RFPR016"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])

#: What the Tab key stops at.
STOPS = """
const kinds = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']";
const all = [...document.querySelectorAll(kinds)];
return all.filter((e) => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true })
  && !(e.type === "radio" && !e.checked)).length;
"""


def cards(browser: Browser) -> list[str]:
    """Where the cards lead, in their order."""
    return [urlsplit(a.get_attribute("href")).path for a in browser.all(".find-card h3 a")]


def tick(browser: Browser, name: str, value: str) -> None:
    """Choose a code among several."""
    details = browser.one(f"details:has(> fieldset input[name={name}])")
    if details.get_attribute("open") is None:
        details.find_element("css selector", "summary").click()
    browser.one(f"input[name={name}][value='{value}']").click()


def submit(browser: Browser) -> None:
    browser.follow(browser.one(".find-form button[type=submit]"))


@SCRIPTS
def test_sicily_finds_partners_for_a_topic_across_a_border(
    browser: Browser, server: RunningServer, scripts: bool
) -> None:
    """Its title is typed, a topic and a scope are chosen; then the search is shared, downloaded and printed."""
    browser.allow_scripts(scripts)
    browser.open("/")
    browser.one("#f-programme").send_keys("RP Sicilia ERDF")
    with browser.leaving():
        browser.one("#f-programme").send_keys(Keys.ENTER)
    assert "Sicilia" in browser.text(".own")
    tick(browser, "topic", "RSO2.6")
    Select(browser.one("#f-scope")).select_by_value("cross_border")
    submit(browser)
    there = server.json(
        "/partners", programme=SICILY, need_topic="RSO2.6", need_scope="cross_border", skipGeometry="true"
    )
    found = [f"/partners/{SICILY}/{feature['id']}" for feature in there["features"]]
    assert cards(browser) == found and found
    assert all(card.find_elements("css selector", ".why li") for card in browser.all(".find-card"))

    browser.one(".take summary").click()
    shared = urlsplit(browser.one("[data-copy]").get_attribute("href"))
    sheet = urlsplit(browser.one('.take a[href*="f=xlsx"]').get_attribute("href"))
    browser.open(f"{shared.path}?{shared.query}")
    assert cards(browser) == found

    with urlopen(f"{server.url}{sheet.path}?{sheet.query}") as answer:
        workbook = load_workbook(io.BytesIO(answer.read()), read_only=True)
    cells = [cell for row in workbook.worksheets[0].iter_rows(values_only=True) for cell in row]
    assert {feature["id"] for feature in there["features"]} <= set(cells)

    pdf = base64.b64decode(browser.driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27})["data"])
    assert pdf.startswith(b"%PDF") and len(pdf) > 10_000
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not browser.one(".find-form").is_displayed() and not browser.one("header.top").is_displayed()
        assert browser.one(".find-card").is_displayed() and shared.query in browser.text(".print-only")
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_a_programme_finds_those_that_border_on_it_by_one_click(browser: Browser, server: RunningServer) -> None:
    there = server.json("/collections/programmes/items", country="PL", period="2021-2027", borders_on="DE", limit="1")
    (programme,) = [feature["id"] for feature in there["features"]]
    browser.open(f"/?programme={programme}")
    browser.follow(browser.one('.own a[href*="scope=cross_border"]'))
    partners = server.json("/partners", programme=programme, need_scope="cross_border", limit="100")["features"]
    assert cards(browser) == [f"/partners/{programme}/{feature['id']}" for feature in partners][:20]
    facts = [feature["properties"] for feature in partners]
    assert facts and all(one["land_border"] or one["sea_km"] <= 150 for one in facts)
    browser.follow(browser.one(".find-card h3 a"))
    assert "border" in browser.text("main")


@SCRIPTS
def test_programmes_with_a_topic_are_counted_by_country(browser: Browser, server: RunningServer, scripts: bool) -> None:
    """One click on a key category is the search; its numbers by country are one more click away, each a search."""
    browser.allow_scripts(scripts)
    browser.open("/")
    browser.follow(browser.one('.keys a[href*="topic=PO2"]'))
    told = server.json("/collections/programmes/distribution", by="country", topic="PO2", period="2021-2027")
    counts = {value["label"]: value["count"] for value in told["dimensions"][0]["values"] if value["count"]}
    browser.one(".analysis summary").click()
    rows = browser.all(".analysis tbody tr")
    shown = {row.find_element("css selector", "th").text: row.find_element("css selector", "td a") for row in rows}
    assert {country: int(link.text) for country, link in shown.items()} == counts
    country = max(counts, key=lambda one: counts[one])
    browser.follow(shown[country])
    assert browser.text("#results").split()[0] == str(counts[country])
    assert country in browser.text(".active-filters")


@SCRIPTS
def test_fast_typing_and_enter_search_a_region_by_any_name(browser: Browser, scripts: bool) -> None:
    browser.allow_scripts(scripts)
    browser.open("/")
    field = browser.one("#f-nuts3")
    field.send_keys("Sizilien, Malta")
    with browser.leaving():
        browser.one("#f-nuts3").send_keys(Keys.ENTER)
    assert browser.one("#f-nuts3").get_attribute("value") == "ITG1,MT"
    assert "Sicilia" in browser.text(".active-filters")


def test_suggestions_follow_the_words(browser: Browser) -> None:
    browser.open("/")
    browser.one("#f-programme").send_keys("sicil")
    browser.wait("return document.querySelector('#f-programmes').children.length > 0")
    codes = [option.get_attribute("value") for option in browser.all("#f-programmes option")]
    assert SICILY in codes and browser.errors() == []


@pytest.mark.parametrize("path", ["/", f"/?programme={SICILY}", "/?topic=PO2", "/?show=entries", "/?view=table"])
def test_the_first_result_is_near_and_the_page_is_short(browser: Browser, path: str) -> None:
    for width in (320, 360, 1280):
        browser.size(width)
        browser.open(path)
        height = browser.run("return document.documentElement.scrollHeight")
        top = browser.run(
            "return document.querySelector('.find-card, .find-table tbody tr').getBoundingClientRect().top"
        )
        stops = browser.run(STOPS)
        assert height < 8000 and stops <= 80 and top < (510 if width > 1000 else 720), (width, height, stops, top)


@SCRIPTS
def test_list_and_map_are_switched_on_a_phone(browser: Browser, scripts: bool) -> None:
    browser.allow_scripts(scripts)
    browser.size(360)
    browser.open("/")
    assert browser.one(".find-list").is_displayed() and not browser.one(".find-side").is_displayed()
    browser.one("label[for=pane-map]").click()
    assert not browser.one(".find-list").is_displayed() and browser.one(".find-side").is_displayed()


def test_the_way_back_from_a_result_is_the_search(browser: Browser) -> None:
    browser.open("/?country=MT")
    browser.follow(browser.one(".find-card h3 a"))
    assert browser.one("[data-back]").is_displayed()
    browser.follow(browser.one("[data-back] a"))
    assert browser.path() == "/?country=MT"
