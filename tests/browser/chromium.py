"""A real Chromium without a window, on the pages of one server, and what its logs tell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import WebDriverWait

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
#: Seconds until the scripts of a page must have done their work.
PATIENCE = 20


@dataclass
class Browser:
    """Chromium on the pages of one server.

    :param base: URL of the server
    :param scripts: whether the scripts of pages run; ``allow_scripts`` changes it
    """

    driver: webdriver.Chrome
    base: str
    scripts: bool = True

    def allow_scripts(self, allowed: bool) -> None:
        """Let the scripts of pages run, or not; those that a test itself sends always do."""
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not allowed})
        self.scripts = allowed

    def open(self, path: str) -> None:
        """Load a page and wait until its scripts have answered."""
        self.forget()
        self.driver.get(self.base + path)
        self.settle()

    def follow(self, element: WebElement) -> None:
        """Click what leads to another page and wait for that page."""
        with self.leaving():
            element.click()

    @contextmanager
    def leaving(self) -> Iterator[None]:
        """Do what leads to another page, then wait for that page.

        A click returns before the browser leaves the page: what is read at once may still be of the old one.
        """
        old = self.one("html")
        yield
        WebDriverWait(self.driver, PATIENCE).until(staleness_of(old), message="the page was not left")
        self.settle()

    def settle(self) -> None:
        """Ask for the map where the page has one, and wait for it and for the counts."""
        self.wait("return document.readyState === 'complete'")
        if not self.scripts:
            return
        if self.all("[data-search]"):
            self.wait("return document.querySelector('[data-count]').textContent !== ''")
        if self.all("[data-map]"):
            self.run("document.querySelector('[data-map-open]').click()")
            self.wait(
                "return document.querySelector('[data-map]').dataset.shown !== undefined "
                "&& document.querySelector('path.land') !== null"
            )

    def wait(self, script: str) -> None:
        """Wait until JavaScript gives something true."""
        WebDriverWait(self.driver, PATIENCE).until(lambda d: d.execute_script(script), message=script)

    def run(self, script: str, *arguments: object) -> Any:
        """The value of JavaScript in the page."""
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[WebElement]:
        """Elements of a CSS selector."""
        return self.driver.find_elements("css selector", selector)

    def one(self, selector: str) -> WebElement:
        """The first element of a CSS selector; fails without one."""
        return self.driver.find_element("css selector", selector)

    def text(self, selector: str) -> str:
        """The visible text of the first element, empty without one."""
        found = self.all(selector)
        return found[0].text if found else ""

    def path(self) -> str:
        """Path and query of the page shown."""
        parts = urlsplit(self.driver.current_url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def size(self, width: int, *, dark: bool = False) -> None:
        """Width of the window in CSS pixels, and the theme that the system asks for."""
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},  # no smooth scrolling under a click
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def forget(self) -> None:
        """Empty the logs."""
        self.errors()
        self.hosts()

    def errors(self) -> list[str]:
        """Console errors since the logs were last read."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def hosts(self) -> set[str]:
        """Hosts that were asked for anything since the logs were last read."""
        found = set()
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.add(urlsplit(message["params"]["request"]["url"]))
        return {url.netloc for url in found if url.scheme in ("http", "https", "ws", "wss")}
