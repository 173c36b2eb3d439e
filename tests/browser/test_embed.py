"""A search in a frame of a page on another origin: it loads, tells its height, can be read, works without scripts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from chromium import Browser
from running_server import RunningServer, start
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

#: The page of a portal, as docs/portal-developer.md shows it.
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A portal</title></head><body>
<h1>A portal</h1><iframe id="atlas" title="Programmes" src="{address}" width="100%" height="300"></iframe>
<script>
const atlas = document.querySelector("#atlas");
window.heard = [];
window.addEventListener("message", (event) => {{
  if (event.source !== atlas.contentWindow || event.origin !== new URL(atlas.src).origin) return;
  if (event.data?.type !== "cooperation-atlas:size") return;
  window.heard.push([event.origin, event.data.height]);
  atlas.height = Math.min(Math.max(Number(event.data.height), 100), 4000);
}});
</script></body></html>"""


class Portal(BaseHTTPRequestHandler):
    """The page of a portal with the embed that its own query names."""

    def do_GET(self) -> None:
        (address,) = parse_qs(urlsplit(self.path).query).get("embed", ["about:blank"])
        body = PAGE.format(address=address.replace("&", "&amp;").replace('"', "&quot;")).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def portal() -> Iterator[str]:
    """The origin of a portal: another port is another origin."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Portal) as listener:
        thread = threading.Thread(target=listener.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.server_port}"
        listener.shutdown()


def show(browser: Browser, portal: str, address: str) -> None:
    browser.forget()
    browser.driver.get(f"{portal}/?embed={quote(address, safe='')}")
    browser.wait("return document.readyState === 'complete'")


def inside(browser: Browser, script: str) -> object:
    """The value of JavaScript in the frame."""
    browser.driver.switch_to.frame(browser.one("#atlas"))
    try:
        return browser.run(script)
    finally:
        browser.driver.switch_to.default_content()


def test_a_frame_on_another_origin_gets_the_height_of_its_content(
    browser: Browser, server: RunningServer, portal: str
) -> None:
    show(browser, portal, f"{server.url}/embed?topic=RSO2.6&country=IT&limit=5")
    browser.wait("return window.heard.length > 0")
    origin, height = browser.run("return window.heard.at(-1)")
    assert origin == server.url
    assert height == inside(browser, "return Math.ceil(document.documentElement.getBoundingClientRect().height)")
    assert height > 300
    browser.wait("return document.querySelector('#atlas').clientHeight === window.heard.at(-1)[1]")
    # Nothing is cut, and the height has come to rest.
    assert inside(browser, "return document.documentElement.scrollHeight <= innerHeight")
    count = browser.run("return window.heard.length")
    browser.run("return new Promise((done) => setTimeout(done, 300))")
    assert browser.run("return window.heard.length") == count
    assert browser.errors() == []
    matched = server.json("/collections/programmes/items", topic="RSO2.6", country="IT")["numberMatched"]
    assert inside(browser, "return document.querySelector('h1').textContent") == f"{matched} programmes"
    assert inside(browser, "return document.querySelectorAll('.embedded > li').length") == min(5, matched)


def test_a_theme_is_applied_under_the_strict_policy(browser: Browser, server: RunningServer, portal: str) -> None:
    query = "limit=3&lang=fr&background=222222&text=eeeeee&accent=8ab9ff&font=monospace"
    show(browser, portal, f"{server.url}/embed?{query}")
    browser.wait("return window.heard.length > 0")
    style = "const s = getComputedStyle(document.body); return [s.backgroundColor, s.color, s.fontFamily]"
    assert inside(browser, style) == ["rgb(34, 34, 34)", "rgb(238, 238, 238)", "monospace"]
    link = "return getComputedStyle(document.querySelector('.embedded a')).color"
    assert inside(browser, link) == "rgb(138, 185, 255)"
    assert inside(browser, "return document.documentElement.lang") == "fr"
    assert browser.errors() == []


def test_a_frame_works_without_scripts(browser: Browser, server: RunningServer, portal: str) -> None:
    browser.allow_scripts(False)
    browser.driver.get(f"{server.url}/embed?collection=nuts3&country=MT")
    assert len(browser.all(".embedded > li")) == 2
    link = browser.one(".all a")
    assert link.get_attribute("href") == f"{server.url}/collections/nuts3/items?country=MT"


def test_only_sites_that_are_named_may_show_it(browser: Browser, portal: str) -> None:
    other = start(environment={"COOPERATION_ATLAS_EMBED_ORIGINS": "https://portal.example.org"}, name="embed")
    try:
        show(browser, portal, f"{other.url}/embed")
        assert any("frame-ancestors" in error for error in browser.errors())
    finally:
        other.stop()


def test_other_pages_stay_closed_to_frames(browser: Browser, server: RunningServer, portal: str) -> None:
    show(browser, portal, f"{server.url}/collections")
    assert any("frame-ancestors" in error for error in browser.errors())


def test_a_keyboard_alone_reaches_everything_in_the_frame(browser: Browser, server: RunningServer, portal: str) -> None:
    """From the page around, through the rows and the link to all of it, to the end; areas of the map are no stops."""
    show(browser, portal, f"{server.url}/embed?country=MT&period=2021-2027&limit=3")
    browser.wait("return window.heard.length > 0")
    inside(browser, "window.stops = []; document.addEventListener('focusin', (e) => window.stops.push(e.target.href))")
    for _ in range(60):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
    wanted = inside(browser, "return [...document.querySelectorAll('a:not([tabindex=\"-1\"])')].map((a) => a.href)")
    reached = inside(browser, "return window.stops.filter(Boolean)")
    assert reached[: len(wanted)] == wanted
    assert any(href.startswith(f"{server.url}/collections/programmes/items?country=MT") for href in reached)


@pytest.mark.parametrize("path", ["/accessibility", "/privacy"])
def test_statements_are_read_by_keyboard(browser: Browser, path: str) -> None:
    browser.open(path)
    ActionChains(browser.driver).send_keys(Keys.TAB, Keys.ENTER).perform()
    assert browser.run("return document.activeElement.id") == "content"
    assert browser.errors() == []
