"""axe-core on pages: WCAG 2.2 AA and best practices, in all languages, themes and widths.

The engine is no part of this repository: set ``ATLAS_AXE`` to its ``axe.min.js`` (``npm pack axe-core``).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from chromium import Browser

ENGINE = os.environ.get("ATLAS_AXE", "")
LANGUAGES = ("en", "de", "es", "fr", "it", "pl")
PAGES = (
    "/accessibility", "/privacy", "/embed?limit=5", "/embed?collection=cooperation&limit=3",
    "/embed?collection=nuts3&country=MT&background=222222&text=eeeeee&accent=8ab9ff&font=serif",
    "/embed?title=nothing-has-this-title", "/collections/programmes",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not ENGINE, reason="set ATLAS_AXE to axe.min.js of axe-core")

#: What axe finds: rule, and the first elements.
FOUND = """
const done = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
axe.run(document, { runOnly: tags, rules: { "target-size": { enabled: true } } })
  .then((found) => done(found.violations.map(
    (one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`)));
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, path: str, language: str) -> None:
    engine = Path(ENGINE).read_text("utf-8")
    for width, dark in ((1280, False), (1280, True), (320, False)):
        browser.size(width, dark=dark)
        browser.open(f"{path}{'&' if '?' in path else '?'}lang={language}")
        browser.run(engine)
        assert browser.driver.execute_async_script(FOUND) == [], f"{width} px, dark: {dark}"
        assert browser.run("return document.documentElement.scrollWidth") <= width
