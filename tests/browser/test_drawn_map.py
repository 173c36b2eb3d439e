"""What the script of a drawn map adds, in Chromium: zoom, names, marks between rows and areas, areas for the search."""

from __future__ import annotations

from typing import Any

import pytest
from chromium import Browser
from running_server import RunningServer
from selenium.webdriver.common.keys import Keys

LIST = "/collections/nuts3/items?nuts3=ITG1"
BOX = "return document.querySelector('.drawn-map > svg').getAttribute('viewBox').split(' ').map(Number)"
SIZE = "return document.querySelector('.drawn-map > svg').dataset.size.split(' ').map(Number)"
#: Sends an event to the area of a code, at a place of the map.
SEND = """
  const [code, type, options] = arguments;
  const area = document.querySelector(`.dm-area use[href$="#${code}"]`);
  const { left, top, width, height } = area.getBoundingClientRect();
  const init = { bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2, ...options };
  const made = { wheel: WheelEvent, click: MouseEvent }[type] ?? PointerEvent;
  return area.dispatchEvent(new made(type, init));
"""
#: West, south, east, north of the areas that the script makes of the topology of a collection.
BOXES = """
  const [collection, module, done] = arguments;
  const boxOf = ({ type, coordinates }) => {
    const points = coordinates.flat(type === 'MultiPolygon' ? 2 : 1);
    const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };
  Promise.all([import(module), fetch(`/collections/${collection}/topology`).then((answer) => answer.json())]).then(
    ([{ geometriesOf }, areas]) => done(Object.fromEntries([...geometriesOf(areas)].map(([id, g]) => [id, boxOf(g)]))));
"""


def box(browser: Browser) -> tuple[float, float, float, float]:
    """What the map shows: left, upper, width, height."""
    left, upper, width, height = browser.run(BOX)
    return left, upper, width, height


def press(browser: Browser, name: str) -> Any:
    """Press a button of the map."""
    button = browser.one(f".dm-tools [data-dm={name}]")
    browser.run("arguments[0].scrollIntoView({ behavior: 'instant', block: 'center' })", button)
    button.click()
    return button


def test_buttons_zoom_and_never_leave_the_map(browser: Browser) -> None:
    browser.open(LIST)
    width, height = browser.run(SIZE)
    assert box(browser) == (0, 0, width, height)
    press(browser, "out")
    assert box(browser) == (0, 0, width, height)
    widths = [width]
    for _ in range(8):
        press(browser, "in")
        left, upper, seen, tall = box(browser)
        widths.append(seen)
        assert left >= 0 and upper >= 0 and left + seen <= width + 1e-6 and upper + tall <= height + 1e-6
        assert seen / tall == pytest.approx(width / height)
    assert widths == sorted(widths, reverse=True) and widths[-1] == widths[-2] < width / 8
    press(browser, "out")
    assert box(browser)[2] > widths[-1]
    press(browser, "whole")
    assert box(browser) == (0, 0, width, height)


def test_arrows_move_a_close_map_while_a_button_has_the_focus(browser: Browser) -> None:
    browser.open(LIST)
    button = browser.one(".dm-tools [data-dm=in]")
    whole = box(browser)
    button.send_keys(Keys.ARROW_RIGHT)
    assert box(browser) == whole
    press(browser, "in")
    press(browser, "in")
    for key, place, way in ((Keys.ARROW_RIGHT, 0, 1), (Keys.ARROW_LEFT, 0, -1), (Keys.ARROW_DOWN, 1, 1),
                            (Keys.ARROW_UP, 1, -1)):  # fmt: skip
        before = box(browser)
        button.send_keys(key)
        after = box(browser)
        assert (after[place] - before[place]) * way > 0
        assert after[1 - place] == pytest.approx(before[1 - place]) and after[2:] == pytest.approx(before[2:])


def test_the_wheel_zooms_with_control_only_and_the_place_under_the_pointer_stays(browser: Browser) -> None:
    browser.open(LIST)
    whole = box(browser)
    assert browser.run(SEND, "ITG19", "wheel", {"deltaY": -100}) is True
    assert box(browser) == whole
    place = "return document.querySelector('.dm-area use[href$=\"#ITG19\"]').getBoundingClientRect().toJSON()"
    before = browser.run(place)
    assert browser.run(SEND, "ITG19", "wheel", {"deltaY": -100, "ctrlKey": True}) is False
    assert box(browser)[2] < whole[2]
    after = browser.run(place)
    middle = [(one["left"] + one["width"] / 2, one["top"] + one["height"] / 2) for one in (before, after)]
    # At the edge of the map it moves as far as the map must.
    assert middle[0][0] == pytest.approx(middle[1][0], abs=2)
    assert after["width"] > before["width"]
    browser.run(SEND, "ITG19", "wheel", {"deltaY": 100, "ctrlKey": True})
    assert box(browser) == pytest.approx(whole)


def test_the_map_of_a_feature_begins_close_and_shows_the_whole_when_asked(browser: Browser) -> None:
    browser.open("/collections/programmes/items/2021IT16RFPR016")
    width, height = browser.run(SIZE)
    left, upper, seen, _ = box(browser)
    assert seen <= width / 2 and left > 0 and upper > 0
    press(browser, "in")
    assert width / 12 <= box(browser)[2] < seen
    press(browser, "whole")
    assert box(browser) == (0, 0, width, height)
    assert browser.errors() == []


def test_rows_and_areas_mark_each_other_and_the_area_is_named(browser: Browser) -> None:
    browser.open(LIST)
    marked = "return [...document.querySelectorAll('tr.dm-row th a')].map((a) => a.pathname.split('/').pop())"
    chosen = "return [...document.querySelectorAll('.dm-chosen')].map((u) => u.getAttribute('href').split('#')[1])"
    browser.run(SEND, "ITG12", "pointerover", {})
    assert browser.run(marked) == browser.run(chosen) == ["ITG12"]
    title = browser.run("return document.querySelector('.dm-area use[href$=\"#ITG12\"] title').textContent")
    assert browser.run("return document.querySelector('.dm-name').textContent") == title
    browser.run(SEND, "ITG12", "pointerout", {})
    assert browser.run(marked) == browser.run(chosen) == []
    assert browser.run("return document.querySelector('.dm-name').textContent") == ""
    link = browser.one("tbody th a[href*='/items/ITG13']")
    browser.run("arguments[0].focus()", link)
    assert browser.run(chosen) == ["ITG13"]
    browser.run("arguments[0].blur()", link)
    assert browser.run(chosen) == []


def test_areas_are_added_to_the_search_and_taken_away(browser: Browser) -> None:
    browser.open("/collections/programmes/items?country=IT&period=2021-2027")
    field = "return document.querySelector('form [name=nuts3]').value"
    assert browser.run(field) == ""
    button = press(browser, "choose")
    assert button.get_attribute("aria-pressed") == "true"
    for code, value in (("ITG12", "ITG12"), ("ITG13", "ITG12,ITG13"), ("ITG12", "ITG13")):
        assert browser.run(SEND, code, "click", {}) is False  # nothing is opened
        assert browser.run(field) == value
    picked = "return [...document.querySelectorAll('.dm-picked')].map((use) => use.getAttribute('href').split('#')[1])"
    assert browser.run(picked) == ["ITG13"]
    browser.follow(browser.one("form button[type=submit]"))
    assert "nuts3=ITG13" in browser.path()


@pytest.mark.parametrize("collection", ["nuts3", "nuts3-2016"])
def test_the_map_that_moves_shows_all_matches_in_their_places(
    browser: Browser, server: RunningServer, collection: str
) -> None:
    browser.open(f"/collections/{collection}/items?country=IT,MT&limit=2")
    found = server.json(f"/collections/{collection}/items", country="IT,MT", limit="2", f="json")
    assert len(found["features"]) == 2 < found["numberMatched"]
    assert browser.one("[data-map]").get_attribute("data-shown") == str(found["numberMatched"])
    assert len(browser.all(".map path.feature")) == found["numberMatched"]
    asked = browser.run("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert len([name for name in asked if name.endswith(f"/collections/{collection}/topology")]) == 1
    # The script's geometries are those of the features, but for what simplification takes away.
    areas = server.json(f"/collections/{collection}/items", nuts3="ITG1,MT", f="json")["features"]
    boxes = browser.driver.execute_async_script(
        BOXES,
        collection,
        next(name for name in asked if "topology" in name and ".js" in name),
    )
    for area in areas:
        mainland = max(_polygons(area["geometry"]), key=len)
        x, y = (sum(point[axis] for point in mainland) / len(mainland) for axis in (0, 1))
        west, south, east, north = boxes[area["id"]]
        assert west < x < east and south < y < north


def _polygons(geometry: dict[str, Any]) -> list[list[list[float]]]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [part[0] for part in parts]
