"""The pages in a real browser: they load, ask no other host, can be read by everyone and search what they say."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from urllib.parse import quote, urlencode

import pytest
from chromium import Browser
from running_server import COLLECTIONS, RunningServer
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

PAGES = (
    "/", "/?programme=2021IT16RFPR016&topic=RSO2.6", "/?view=table&topic=PO2", "/?show=entries",
    "/?country=MT&nuts3=ITG1",
    "/conformance", "/openapi", "/collections", "/collections/nuts3", "/collections/programmes/schema",
    "/collections/programmes/queryables", "/codelists", "/codelists/topics", "/coverage",
    *(f"/collections/{id_}/items?limit=10" for id_ in COLLECTIONS),
    "/collections/programmes/items?title=nothing-has-this-title",
    "/collections/programmes/items/2021IT16RFPR016", "/collections/nuts3/items/ITG12",
    "/collections/countries/items/MT", "/collections/cooperation/items/SAMPLE-0001",
    "/partners?programme=2021IT16RFPR016&limit=5", "/partners?seeks=2021IT16RFPR016", "/partners/schema",
    "/partners/2021IT16RFPR016/2021MT16FFPR001", "/partners", "/consortium?programme=2021IT16RFPR016&preset=i3-1",
    "/collections/knowledge/items?type=regulation", "/collections/knowledge/items/cpr-2021-1060",
    "/feedback", "/guide", "/guide?where=strategy&what=calls&topic=RSO2.6",
    "/collections/examples/items", "/collections/examples/items/SAMPLE-0001",
    "/similar-regions?nuts3=ITG13", "/calls?limit=5", "/collections/programmes/distribution?by=country,topic",
    "/collections/programmes/distribution?by=topic&compare=period", "/processes", "/processes/overlay",
)  # fmt: skip
REFUSED = (
    "/collections/programmes/items?country=Italy", "/collections/program", "/nowhere", "/partners?programme=Sicilia",
)  # fmt: skip

#: Texts of the page whose contrast is below WCAG 2.1 AA (1.4.3): 4.5, or 3 for large text. The background is what
#: shows through down to the nearest opaque one; texts over something else than that (inside the map) are left out.
LOW_CONTRAST = """
const numbers = (text) => text.match(/[\\d.]+/g).map(Number);
const shine = ([r, g, b]) => [r, g, b].map((v) => v / 255)
  .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const colour = (text) => {
  const [r, g, b, a = 1] = numbers(text);
  return text.startsWith("color(") ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
};
const ground = (element) => {
  const layers = [[255, 255, 255, 1]];
  for (let e = element; e; e = e.parentElement) {
    layers.splice(1, 0, colour(getComputedStyle(e).backgroundColor));
    if (layers[1][3] === 1) break;
  }
  return layers.reduce((under, [r, g, b, a]) => [r, g, b].map((v, i) => v * a + under[i] * (1 - a)), [0, 0, 0]);
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const low = [];
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.textContent.trim() || !element.checkVisibility()) continue;
  if (element.closest(".map, option, noscript, script")) continue;
  const style = getComputedStyle(element);
  const [a, b] = [shine(numbers(style.color)), shine(ground(element))].sort((x, y) => y - x);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < (large ? 3 : 4.5)) low.push(`${node.textContent.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
}
return low;
"""

#: What the popup of the map names; read from the document, because the popup fades in.
POPUP_NAMES = "return [...document.querySelectorAll('.leaflet-popup li')].map((e) => e.textContent)"

#: Controls without a name, and links and buttons without text.
UNNAMED = """
const controls = [...document.querySelectorAll("input:not([type=hidden]), select, textarea")];
const nameless = controls.filter((c) => !c.labels.length && !c.ariaLabel);
const empty = [...document.querySelectorAll("a, button")].filter((e) => !e.textContent.trim() && !e.ariaLabel);
return [...nameless, ...empty].map((e) => e.outerHTML.slice(0, 120));
"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_without_errors_and_without_other_hosts(browser: Browser, path: str) -> None:
    browser.open(path)
    assert browser.errors() == []
    assert browser.hosts() == {browser.base.removeprefix("http://")}
    assert len(browser.all("h1")) == len(browser.all("main")) == len(browser.all("footer")) == 1
    assert browser.one("h1").text
    assert browser.one("html").get_attribute("lang") == "en"
    assert "EuroGeographics" in browser.text("footer")
    assert browser.run(UNNAMED) == []


@pytest.mark.parametrize("path", PAGES + REFUSED)
def test_a_page_can_be_read_in_both_themes_and_on_a_narrow_screen(browser: Browser, path: str) -> None:
    for width, dark in ((1280, False), (1280, True), (320, False)):
        browser.size(width, dark=dark)
        browser.open(path)
        assert browser.run(LOW_CONTRAST) == [], f"{width} px, dark: {dark}"
        assert browser.run("return document.documentElement.scrollWidth") <= width


def test_headings_do_not_skip_a_level(browser: Browser) -> None:
    for path in PAGES + REFUSED:
        browser.open(path)
        script = "return [...document.querySelectorAll('h1,h2,h3,h4')].map((h) => Number(h.tagName[1]))"
        levels = browser.run(script)
        assert levels[0] == 1, path
        assert all(b <= a + 1 for a, b in pairwise(levels)), path


def test_the_form_searches_by_clicks(browser: Browser, server: RunningServer) -> None:
    browser.open("/collections/programmes/items")
    Select(browser.one("#c-country")).select_by_value("PT")
    Select(browser.one("#c-topic")).select_by_value("PO2")
    browser.follow(browser.one("form button[type=submit]"))
    assert browser.path() == "/collections/programmes/items?country=PT&topic=PO2"
    found = server.json("/collections/programmes/items", country="PT", topic="PO2", f="json")
    assert browser.text("#results").split(",")[0] == f"{found['numberMatched']} programmes"
    shown = {code.text for code in browser.all("table.results tbody th code")}
    assert shown == {feature["id"] for feature in found["features"]}
    assert "Portugal" in browser.text(".active-filters")


def test_the_form_searches_by_keyboard_alone(browser: Browser, server: RunningServer) -> None:
    browser.open("/collections/programmes/items")
    for _ in range(40):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        if browser.run("return document.activeElement.id") == "c-q":
            break
    with browser.leaving():
        ActionChains(browser.driver).send_keys("SICIL", Keys.ENTER).perform()
    assert browser.path() == "/collections/programmes/items?q=SICIL"
    matched = server.json("/collections/programmes/items", q="sicil")["numberMatched"]
    assert browser.text("#results") == f"{matched} programmes"
    assert browser.one("#c-q").get_attribute("value") == "SICIL"


def test_a_result_says_where_the_words_were_found_and_names_of_several_regions(browser: Browser) -> None:
    browser.open("/collections/programmes/items?q=Limburg")
    assert "Limburg names several regions" in browser.text("main")
    found = [cell.text for cell in browser.all("table.results tbody .matched")]
    assert len(found) == len(browser.all("table.results tbody tr"))
    assert all("Limburg" in text or text.startswith("Title") for text in found)


def test_the_pattern_of_a_title_is_among_the_further_filters(browser: Browser) -> None:
    browser.open("/collections/programmes/items?title=*SICIL*")
    assert browser.one("#c-title").is_displayed()
    assert browser.one("#c-title").get_attribute("value") == "SICIL"


@pytest.mark.parametrize("collection", ["countries", "nuts3"])
def test_areas_show_what_of_them_matches(browser: Browser, server: RunningServer, collection: str) -> None:
    path = f"/collections/{collection}/items"
    query = {"topic": "RSO2.6", "period": "2021-2027", "country": "IT,FR", "limit": "500"}
    browser.open(f"{path}?{'&'.join(f'{name}={value}' for name, value in query.items())}")
    heads = [th.text for th in browser.all("table.results thead th")]
    place = heads.index("Matching programmes")
    shown = {}
    for row in browser.all("table.results tbody tr"):
        cells = row.find_elements("css selector", "th, td")
        shown[cells[0].find_element("css selector", "code").text] = int(cells[place].text)
    features = server.json(path, **query, f="json")["features"]
    assert shown == {feature["id"]: feature["properties"]["n_matching"] for feature in features}
    steps = {path.get_attribute("class").split("feature-step-")[-1][0] for path in browser.all(".map path.feature")}
    assert "4" in steps
    for place in ("IT", "FR") if collection == "countries" else ():
        found = server.json("/collections/programmes/items", **query | {"country": place}, f="json", resulttype="hits")
        assert shown[place] == found["numberMatched"] > 0


def test_the_pager_keeps_format_and_filter_and_never_leads_past_the_end(browser: Browser) -> None:
    browser.open("/collections/programmes/items?f=html&title=*ERDF*&limit=10&offset=5000")
    browser.follow(browser.one(".pager a[rel=prev]"))
    assert "f=html" in browser.path() and "title=*ERDF*" in browser.path()
    assert browser.all("table.results tbody tr")
    assert browser.all(".pager a[rel=next]") == []
    browser.open("/collections/programmes/items?resulttype=hits&f=html")
    assert browser.all(".pager a") == []


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(browser: Browser) -> None:
    browser.open("/")
    ActionChains(browser.driver).send_keys(Keys.TAB).perform()
    assert browser.run("return document.activeElement.className") == "skip"
    ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
    assert browser.run("return location.hash + document.activeElement.id") == "#contentcontent"


def test_a_region_is_found_by_its_name(browser: Browser, server: RunningServer) -> None:
    browser.open("/collections/programmes/items")
    field = browser.one("#c-nuts3")
    field.click()
    browser.wait("return document.querySelector('#regions').children.length > 1000")
    field.send_keys("sicilia", Keys.TAB)
    assert field.get_attribute("value") == "ITG1"
    browser.follow(browser.one("form button[type=submit]"))
    matched = server.json("/collections/programmes/items", nuts3="ITG1")["numberMatched"]
    assert browser.text("#results") == f"{matched} programmes"


def test_a_name_of_no_region_is_refused_before_it_is_sent(browser: Browser) -> None:
    browser.open("/collections/programmes/items")
    field = browser.one("#c-nuts3")
    field.click()
    browser.wait("return document.querySelector('#regions').children.length > 1000")
    field.send_keys("Atlantis", Keys.TAB)
    browser.one("form button[type=submit]").click()
    assert "NUTS code" in field.get_property("validationMessage")
    assert browser.path() == "/collections/programmes/items"


def test_choices_show_how_many_records_they_give(browser: Browser, server: RunningServer) -> None:
    browser.open("/collections/programmes/items?topic=PO2")
    sure = server.json("/collections/programmes/facets", topic="PO2")["facets"]["country"]
    counted = server.json("/collections/programmes/facets", topic="PO2", include="unknown")
    more = counted["unknown"]["country"]
    assert any(more.values())
    browser.wait("return [...document.querySelector('#c-country').options].some((o) => o.text.includes('–'))")
    shown = {o.get_attribute("value"): o.text for o in Select(browser.one("#c-country")).options}
    for code, count in sure.items():
        assert shown[code].endswith(f"– {count}" + (f", and {more[code]} unknown" if more[code] else ""))
    met, unknown = counted["numberMatched"] - counted["numberUnknown"], counted["numberUnknown"]
    assert browser.text("[data-count]") == browser.text("#results") == f"{met} programmes, and {unknown} unknown"
    browser.follow(browser.one("#results a"))
    assert browser.path().endswith("topic=PO2&include=unknown")
    assert browser.text("#results") == f"{met} programmes, and {unknown} unknown"
    assert len(browser.all("table.results .mark-unknown")) > 0 or met >= 100


def test_what_is_known_leads_to_the_gaps(browser: Browser, server: RunningServer) -> None:
    """From the page of a programme to that of all, and from a number there to as many programmes."""
    browser.open("/collections/programmes/items/2021IT16RFPR016")
    missing = server.json("/collections/programmes/items/2021IT16RFPR016")["properties"]["missing"]
    browser.one(".all-data summary").click()
    assert browser.text(".known-line span") == f"{6 - len(missing)} of 6 lists are known"
    browser.follow(browser.one(".record-main a[href$='/coverage']"))
    lengths = [float(rect.get_attribute("width")) for rect in browser.all(".known-bar .whole")]
    assert len(lengths) > 100 and all(0 <= length <= 100 for length in lengths)
    number = browser.all("table.results td.number a")[0]
    expected = number.text
    browser.follow(number)
    assert "missing=funds_partial" in browser.path()
    assert browser.text("#results") == f"{expected} programmes"


def test_filters_that_the_form_does_not_have_stay(browser: Browser) -> None:
    browser.open("/collections/programmes/items?level=national&sortby=-title&limit=5")
    Select(browser.one("#c-country")).select_by_value("IT")
    browser.follow(browser.one("form button[type=submit]"))
    assert browser.path() == "/collections/programmes/items?country=IT&level=national&sortby=-title&limit=5"


def test_the_map_shows_the_features_and_names_them(browser: Browser) -> None:
    browser.open("/collections/nuts3/items?nuts3=ITG1")
    assert browser.one("[data-map]").get_attribute("data-shown") == "9"
    assert len(browser.all(".map path.feature")) == 9
    rows = {th.text.split("\n")[0] for th in browser.all("table.results tbody th")}
    # The middle of the path of an island with many small ones may be at sea: a polygon on the mainland of Sicily.
    script = """
      const element = [...document.querySelectorAll('.map path.feature')][4];
      const box = element.getBoundingClientRect();
      for (let i = 1; i < 20; i++) for (let j = 1; j < 20; j++) {
        const [x, y] = [box.left + (box.width * i) / 20, box.top + (box.height * j) / 20];
        if (document.elementFromPoint(x, y) === element) {
          element.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x, clientY: y }));
          return true;
        }
      }
      return false;
    """
    browser.run("document.querySelector('.map').scrollIntoView({ behavior: 'instant', block: 'center' })")
    assert browser.run(script)
    browser.wait("return document.querySelector('.leaflet-popup li') !== null")
    named = {text.partition(" (")[0] for text in browser.run(POPUP_NAMES)}
    assert named
    assert named <= rows
    browser.follow(browser.one(".leaflet-popup li a"))
    assert browser.one("h1").text in named


def test_the_map_is_loaded_when_it_is_asked_for_and_may_be_asked_for_again(browser: Browser) -> None:
    loaded = "return performance.getEntriesByType('resource').map((entry) => entry.name)"
    browser.driver.get(f"{browser.base}/collections/nuts3/items?nuts3=ITG1")
    browser.wait(
        "return document.readyState === 'complete' && document.querySelector('[data-count]').textContent !== ''"
    )
    assert not [name for name in browser.run(loaded) if "leaflet" in name or "moving" in name or "skipGeometry" in name]
    assert not browser.one("[data-map]").is_displayed()
    browser.run("window.real = fetch; window.fetch = () => Promise.reject(new Error('the line is cut'))")
    browser.one("[data-map-open]").click()
    browser.wait("return document.querySelector('[data-map-status]').textContent.includes('the line is cut')")
    browser.run("window.fetch = window.real")
    browser.one("[data-map-open]").click()
    browser.wait("return document.querySelector('[data-map]').dataset.shown === '9'")
    assert [name for name in browser.run(loaded) if "leaflet" in name]
    browser.wait("return document.activeElement === document.querySelector('[data-map]')")
    assert not browser.one("[data-map-open]").is_displayed()


def test_a_line_on_the_map_is_named_by_a_click_on_it(browser: Browser) -> None:
    browser.open("/collections/neighbours/items?nuts3=LI000&nuts_version=2021")
    rows = {th.text.split("\n")[0] for th in browser.all("table.results tbody th")}
    assert browser.one("[data-map]").get_attribute("data-shown") == str(len(rows))
    assert len(browser.all(".map path.feature")) == len(rows) > 2
    script = """
      const line = document.querySelector('.map path.feature');
      const middle = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
      line.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: middle.x, clientY: middle.y }));
    """
    browser.run("document.querySelector('.map').scrollIntoView({ behavior: 'instant', block: 'center' })")
    browser.run(script)
    browser.wait("return document.querySelector('.leaflet-popup li') !== null")
    (named,) = browser.run(POPUP_NAMES)
    assert named in rows


#: The features of each class of the map's colours, by what the legend calls it; the names come from the popups.
COLOURED = """
  const named = new Map([...document.querySelectorAll('.map-legend li')].map(
    (item) => [item.querySelector('.sign').className.replace('sign ', ''), item.textContent]));
  const counts = {};
  for (const path of document.querySelectorAll('.map path.feature')) {
    const class_ = path.getAttribute('class').split(' ').find((name) => /^feature-(class|step)-/.test(name));
    counts[named.get(class_)] = (counts[named.get(class_)] ?? 0) + 1;
  }
  return counts;
"""


def test_the_map_can_be_coloured_by_a_code_list(browser: Browser, server: RunningServer) -> None:
    path, query = "/collections/nuts3/items", {"country": "CZ,CH", "limit": "100"}
    browser.open(f"{path}?{urlencode(query)}&lang=it")
    Select(browser.one("#map-colour")).select_by_value("category_of_region")
    categories = server.json("/codelists/categories_of_region?lang=it")["items"]
    absent = browser.one("#map-colour option[value=category_of_region]").get_attribute("data-absent")
    labels = {each["code"]: each["labels"]["it"] for each in categories} | {None: absent}
    areas = [f["properties"]["category_of_region"] for f in server.json(path, **query, f="json")["features"]]
    assert browser.run(COLOURED) == Counter(labels[code] for code in areas)
    assert len(set(areas)) > 2
    Select(browser.one("#map-colour")).select_by_index(0)
    assert browser.all(".map-legend li") == []
    assert "feature-step-4" in " ".join(p.get_attribute("class") for p in browser.all(".map path.feature"))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/collections/nuts3/items?country=PL,DE&limit=500", "interreg_projects"),
        ("/collections/programmes/items?country=PL&limit=100&period=2021-2027", "completeness"),
    ],
)
def test_the_map_can_be_coloured_by_a_number(browser: Browser, server: RunningServer, path: str, name: str) -> None:
    """Every shape is in the step that holds its number; where several features have one shape, it is their mean."""
    browser.open(path)
    Select(browser.one("#map-colour")).select_by_value(name)
    legend = [item.text for item in browser.all(".map-legend li")]
    steps = [[float(end.replace(",", "")) for end in text.split(" – ")] for text in legend if text != "not known"]
    numbers: dict[str, list[float | None]] = {}
    for feature in server.json(f"{path}&f=json")["features"]:
        numbers.setdefault(str(feature["geometry"]), []).append(feature["properties"][name])
    expected: Counter[str] = Counter()
    for of_shape in numbers.values():
        known = [number for number in of_shape if number is not None]
        mean = sum(known) / len(known) if known else None
        place = None if mean is None else next(i for i, step in enumerate(steps) if mean <= step[-1])
        expected["not known" if place is None else legend[place]] += 1
    assert browser.run(COLOURED) == expected
    assert len(steps) > 1


def test_hostile_names_in_the_data_stay_text_on_the_map(browser: Browser) -> None:
    hostile = "<img src=x onerror=window.pwned=1><script>window.pwned=1</script>"
    feature = {
        "type": "Feature", "id": "x\"onload='y", "properties": {"title": hostile},
        "geometry": {"type": "Polygon", "coordinates": [[[5, 40], [20, 40], [20, 55], [5, 55], [5, 40]]]},
    }  # fmt: skip
    source = """
      const real = window.fetch;
      window.fetch = (address, ...more) => String(address).includes('facets') || String(address).includes('countries')
        ? real(address, ...more)
        : Promise.resolve(new Response(JSON.stringify({ type: 'FeatureCollection', features: [FEATURE] })));
    """
    added = browser.driver.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument", {"source": source.replace("FEATURE", json.dumps(feature))}
    )
    try:
        browser.open("/collections/programmes/items?limit=5")
        browser.run("document.querySelector('.map').scrollIntoView({ behavior: 'instant', block: 'center' })")
        browser.one(".map path.feature").click()
        browser.wait("return document.querySelector('.leaflet-popup li') !== null")
        assert browser.run(POPUP_NAMES) == [hostile]
        assert browser.run("return window.pwned") is None
    finally:
        browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


@pytest.mark.parametrize("name", ["q", "title"])
def test_hostile_words_in_the_address_stay_text(browser: Browser, name: str) -> None:
    hostile = "\"><script>window.pwned=1</script><img src=x onerror=window.pwned=1>'{{7*7}}"
    browser.open(f"/collections/programmes/items?{name}={quote(hostile)}")
    assert browser.run("return window.pwned") is None
    assert hostile in browser.text(".active-filters")
    assert browser.all("main img") == []
    assert browser.errors() == []


def test_hostile_names_of_parameters_stay_text(browser: Browser) -> None:
    browser.open(f"/collections/programmes/items?{quote('<script>window.pwned=1</script>')}=1")
    assert browser.run("return window.pwned") is None
    assert "<script>" in browser.text(".banner-problem")


def test_samples_are_announced_and_marked_one_by_one(browser: Browser) -> None:
    browser.open("/collections/cooperation/items?sample=true&limit=20")
    assert "Sample data" in browser.text(".banner-sample")
    rows = browser.all("table.results tbody tr")
    assert len(rows) == 20
    assert all("sample entry" in row.text for row in rows)
    browser.follow(rows[0].find_element("css selector", "th a"))
    assert "no fact" in browser.text(".banner-sample")


def test_a_real_programme_says_which_of_its_topics_are_samples(browser: Browser, server: RunningServer) -> None:
    found = server.json("/collections/programmes/items", topics_basis="sample", skipGeometry="true", limit="1")
    feature = found["features"][0]
    browser.open(f"/collections/programmes/items/{feature['id']}")
    assert "rest on sample entries" in browser.text(".banner-sample")
    script = """
      const rows = [...document.querySelectorAll('.facts tr')];
      const row = rows.find((r) => r.textContent.includes('Topics of cooperation'));
      return [...row.querySelectorAll('.chip-sample > small')].map((e) => e.textContent);
    """
    assert sorted(browser.run(script)) == sorted(feature["properties"]["sample_topics"])


def test_a_record_leads_to_what_belongs_to_it(browser: Browser, server: RunningServer) -> None:
    browser.open("/collections/programmes/items/2021IT16RFPR016")
    links = {a.text.split(" (")[0]: a.get_attribute("href") for a in browser.all(".related a")}
    browser.driver.get(links["NUTS III areas covered"])
    browser.settle()
    matched = server.json("/collections/nuts3/items", programmes="2021IT16RFPR016")["numberMatched"]
    assert browser.text("#results") == f"{matched} NUTS III areas"
    assert matched > 0


def test_a_refused_request_names_the_parameter_and_leads_on(browser: Browser) -> None:
    browser.open("/collections/programmes/items?country=Italy&topic=PO1")
    assert "country" in browser.text(".banner-problem")
    assert "Italy" in browser.text(".banner-problem")
    browser.follow(browser.one("a[data-value='IT']"))
    assert browser.path() == "/collections/programmes/items?country=IT&topic=PO1"


def test_a_missing_resource_leads_to_the_nearest(browser: Browser) -> None:
    browser.open("/collections/program")
    browser.follow(browser.one("ul.chips a"))
    assert browser.one("h1").text == "Programmes"


def test_an_empty_result_says_what_to_do(browser: Browser) -> None:
    browser.open("/collections/programmes/items?country=MT&title=zzz")
    assert browser.text("#results") == "0 programmes"
    assert "Take one away" in browser.text(".empty")
    browser.follow(browser.one(".active-filters a[aria-label='Remove the filter Programme title']"))
    assert browser.path() == "/collections/programmes/items?country=MT"
    assert browser.all("table.results tbody tr")


def test_pages_of_a_list_follow_each_other(browser: Browser, server: RunningServer) -> None:
    browser.open("/collections/countries/items?limit=20")
    ids = [code.text for code in browser.all("table.results tbody th code")]
    browser.follow(browser.one(".pager a[rel=next]"))
    ids += [code.text for code in browser.all("table.results tbody th code")]
    assert ids == [f["id"] for f in server.json("/collections/countries/items")["features"]]
    assert browser.all(".pager a[rel=next]") == []
    browser.follow(browser.one(".pager a[rel=prev]"))
    assert browser.path() == "/collections/countries/items?limit=20"


def test_without_scripts_the_form_searches(browser: Browser) -> None:
    browser.allow_scripts(False)
    browser.open("/collections/programmes/items?topic=PO2&limit=5")
    assert browser.one("form.search").is_displayed()
    Select(browser.one("#c-country")).select_by_value("PT")
    browser.follow(browser.one("form button[type=submit]"))
    # Empty fields of the form are left out of the address.
    assert browser.path() == "/collections/programmes/items?country=PT&topic=PO2&limit=5"
    assert len(browser.all("table.results tbody tr")) == 5


LANGUAGES = ("en", "de", "es", "fr", "it", "pl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_every_language_work_and_can_be_read(browser: Browser, language: str) -> None:
    """Words of other languages are longer: nothing is cut off, and nothing leaves a narrow screen."""
    for path in ("/", "/collections/nuts3/items?limit=10", "/collections/programmes/items/2021IT16RFPR016", "/openapi"):
        for width in (1280, 320):
            browser.size(width)
            browser.open(f"{path}{'&' if '?' in path else '?'}lang={language}")
            assert browser.one("html").get_attribute("lang") == language
            assert browser.errors() == []
            assert browser.run(UNNAMED) == []
            assert browser.run(LOW_CONTRAST) == []
            assert browser.run("return document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize(
    ("language", "shown", "count", "one"),
    [("de", "Auf der Karte: 9.", "9 NUTS-III-Gebiete", "1 NUTS-III-Gebiet"),
     ("pl", "Na mapie: 9.", "9 obszarów NUTS III", "1 obszar NUTS III")],
)  # fmt: skip
def test_scripts_speak_the_language_of_the_page(
    browser: Browser, language: str, shown: str, count: str, one: str
) -> None:
    browser.open(f"/collections/nuts3/items?nuts3=ITG1&lang={language}")
    assert browser.one("[data-map]").get_attribute("data-shown") == "9"
    assert browser.text("[data-map-status]").startswith(shown)
    browser.wait("return document.querySelector('[data-count]').textContent !== ''")
    assert browser.text("[data-count]") == browser.text("#results") == count
    assert browser.one(".leaflet-control-zoom-in").get_attribute("title") in ("Vergrößern", "Powiększ")
    browser.open(f"/collections/nuts3/items?nuts3=ITG12&lang={language}")
    browser.wait("return document.querySelector('[data-count]').textContent !== ''")
    assert browser.text("[data-count]") == browser.text("#results") == one


def test_the_language_that_was_chosen_stays_from_click_to_click(browser: Browser) -> None:
    browser.open("/collections/programmes/items?country=PT")
    browser.follow(browser.one(".languages a[hreflang=fr]"))
    assert browser.path() == "/collections/programmes/items?country=PT&lang=fr"
    Select(browser.one("#c-topic")).select_by_value("PO2")
    browser.follow(browser.one("form button[type=submit]"))
    assert browser.path() == "/collections/programmes/items?country=PT&topic=PO2&lang=fr"
    browser.follow(browser.one("table.results tbody th a"))
    assert browser.one("html").get_attribute("lang") == "fr"
    browser.follow(browser.one(".brand"))
    assert browser.path() == "/?lang=fr"
    Select(browser.one("#f-scope")).select_by_value("interregional")
    browser.follow(browser.one("form button[type=submit]"))
    assert browser.path() == "/?scope=interregional&period=2021-2027&lang=fr"
    browser.follow(browser.one(".languages a[hreflang=en]"))
    assert browser.path() == "/?scope=interregional&period=2021-2027&lang=en"


def test_links_on_the_map_keep_the_language(browser: Browser) -> None:
    browser.open("/collections/nuts3/items?nuts3=AT130&lang=it")
    browser.run("document.querySelector('.map').scrollIntoView({ behavior: 'instant', block: 'center' })")
    browser.one(".map path.feature").click()
    browser.wait("return document.querySelector('.leaflet-popup li') !== null")
    assert browser.one(".leaflet-popup li a").get_attribute("href").endswith("/items/AT130?lang=it")
    assert browser.one(".leaflet-popup-close-button").get_attribute("aria-label") == "Chiudi"


def test_a_problem_offers_the_same_request_in_other_languages(browser: Browser) -> None:
    browser.open("/collections/programmes/items?country=Italy&topic=PO1&lang=es")
    assert browser.one("h1").text == "Esta petición no se puede responder"
    browser.follow(browser.one(".languages a[hreflang=pl]"))
    assert browser.path() == "/collections/programmes/items?country=Italy&topic=PO1&lang=pl"
    browser.follow(browser.one("a[data-value='IT']"))
    assert browser.path() == "/collections/programmes/items?country=IT&topic=PO1&lang=pl"
    assert browser.one("html").get_attribute("lang") == "pl"


def test_partners_are_compared_with_other_weights_by_a_click(browser: Browser, server: RunningServer) -> None:
    browser.open("/collections/programmes/items/2021IT16RFPR016")
    browser.follow(browser.one('.related a[href^="/partners"]'))
    assert len(browser.all("ol.partners > li")) == 10
    Select(browser.one("#c-preset")).select_by_value("neighbours")
    browser.follow(browser.one("form.search button[type=submit]"))
    asked = {"programme": "2021IT16RFPR016", "preset": "neighbours", "f": "json"}
    found = server.json("/partners", **asked)
    shown = [code.text for code in browser.all("ol.partners > li code")]
    assert shown == [feature["id"] for feature in found["features"]]
    browser.follow(browser.one('ol.partners > li a[href^="/partners/"]'))
    assert browser.path().startswith(f"/partners/2021IT16RFPR016/{shown[0]}")
    assert browser.all("table.results tbody tr")


def test_the_box_for_feedback_has_room_for_a_message(browser: Browser):
    browser.open("/feedback")
    box = browser.one("#message")
    line = browser.run("return parseFloat(getComputedStyle(arguments[0]).lineHeight)", box)
    assert browser.run("return arguments[0].clientHeight", box) >= 8 * line
