"""Pages in Chromium, as `make bench-page`: what they weigh, when they are ready, how many tab stops, how long they are.

Normal is a window of 1,280 px on an unlimited line; slow is 1.6 Mbit/s with 150 ms each way and back, a processor four
times as slow, and 360 px. Cold is an empty cache, warm the same page opened again. Medians of interleaved rounds, from
Chromium's own log of its network; the server runs in the same machine.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path += [str(REPOSITORY / "tests"), str(REPOSITORY / "tests" / "browser")]

from chromium import FLAGS  # noqa: E402
from running_server import start  # noqa: E402

#: Name of the page: its path, and what is its first result.
PAGES = {
    "landing": ("/", "main a[href*='/items/'], main .card, main ol li"),
    "list": ("/collections/programmes/items", "table.results tbody th"),
    "item": ("/collections/programmes/items/2021IT16RFPR016", "table.facts td"),
    "partners": ("/partners?programme=2021IT16RFPR016", "ol.partners h3"),
}
WIDTHS = {"normal": 1280, "slow": 360}
#: Bytes a second of 1.6 Mbit/s; milliseconds of a round trip; how many times slower the processor is.
RATE, ROUND_TRIP, SLOWER = 200_000, 150, 4
#: Seconds until a page must be ready.
PATIENCE = 60

#: Notes the frame in which the first result is laid out; it is painted then.
WATCH = """
const look = () => {
  const found = document.querySelector(SELECTOR);
  if (found && found.getBoundingClientRect().height) window.firstResult = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
READY = """
const paint = performance.getEntriesByName('first-contentful-paint')[0];
return document.readyState === 'complete' && paint && window.firstResult ? [paint.startTime, window.firstResult] : null;
"""
TAB_STOPS = """
const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
const reached = (e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true });
return [...document.querySelectorAll(stops)].filter(reached).length;
"""


@dataclass(frozen=True)
class Opened:
    """One time that a page was opened.

    :param painted: seconds until the first content is painted
    :param result: seconds until the first result is visible
    """

    bytes: int
    requests: int
    painted: float
    result: float
    tab_stops: int
    height: int


@contextmanager
def chromium() -> Iterator[webdriver.Chrome]:
    """A Chromium with an empty profile."""
    with tempfile.TemporaryDirectory() as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or sys.exit(
            "Chromium is missing: tests/browser/install_chromium.sh"
        )
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
        driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        try:
            yield driver
        finally:
            driver.quit()


def limit(driver: webdriver.Chrome, kind: str) -> None:
    """The line, the processor and the width of a kind."""
    slow = kind == "slow"
    driver.execute_cdp_cmd("Network.enable", {})
    line = {"offline": False, "latency": ROUND_TRIP if slow else 0}
    line |= dict.fromkeys(("downloadThroughput", "uploadThroughput"), RATE if slow else -1)
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", line)
    driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": SLOWER if slow else 1})
    metrics = {"width": WIDTHS[kind], "height": 900, "deviceScaleFactor": 1, "mobile": slow}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def opened(driver: webdriver.Chrome, address: str, selector: str) -> Opened:
    """Open a page and wait until nothing more comes."""
    driver.get("about:blank")
    driver.get_log("performance")
    script = {"source": WATCH.replace("SELECTOR", json.dumps(selector))}
    added = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", script)
    driver.get(address)
    painted, result = WebDriverWait(driver, PATIENCE, 0.05).until(lambda d: d.execute_script(READY), message=address)
    size, requests = traffic(driver, address.partition("/collections")[0])
    driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
    stops, height = (
        driver.execute_script(TAB_STOPS),
        driver.execute_script("return document.documentElement.scrollHeight"),
    )
    return Opened(size, requests, painted / 1000, result / 1000, stops, height)


def traffic(driver: webdriver.Chrome, base: str) -> tuple[int, int]:
    """Bytes that came over the line, heads included, and requests that were sent over it, until it is quiet."""
    sent: dict[str, int] = {}
    open_: set[str] = set()

    def quiet(_: object) -> bool:
        before = len(sent)
        for entry in driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            told = message["params"]
            id_ = told.get("requestId", "")
            match message["method"]:
                case "Network.requestWillBeSent" if told["request"]["url"].startswith("http"):
                    sent[id_] = 0
                    open_.add(id_)
                case "Network.requestServedFromCache":
                    sent.pop(id_, None)
                case "Network.responseReceived" if told["response"].get("fromDiskCache"):
                    sent.pop(id_, None)
                case "Network.loadingFinished":
                    open_.discard(id_)
                    if id_ in sent:
                        sent[id_] = int(told["encodedDataLength"])
                case "Network.loadingFailed":
                    open_.discard(id_)
        return not open_ and before == len(sent)

    WebDriverWait(driver, PATIENCE, 0.5).until(quiet, message=f"requests to {base} did not end")
    return sum(sent.values()), len(sent)


def measure(base: str, rounds: int) -> dict[tuple[str, str, str], list[Opened]]:
    """All pages, cold and warm, on every kind of line, in interleaved rounds."""
    found: dict[tuple[str, str, str], list[Opened]] = {}
    with chromium() as driver:
        for _ in range(rounds):
            for name, (path, selector) in PAGES.items():
                for kind in WIDTHS:
                    limit(driver, kind)
                    driver.execute_cdp_cmd("Network.clearBrowserCache", {})
                    for state in ("cold", "warm"):
                        found.setdefault((name, kind, state), []).append(opened(driver, base + path, selector))
    return found


def table(found: dict[tuple[str, str, str], list[Opened]]) -> str:
    """Markdown."""
    lines = [
        "| page | line | cache | KiB | requests | first paint, s | first result, s | tab stops | height, px |",
        "|---|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    for (name, kind, state), times in found.items():
        of = {f: median(getattr(each, f) for each in times) for f in Opened.__dataclass_fields__}
        lines.append(
            f"| {name} | {kind} | {state} | {of['bytes'] / 1024:.1f} | {of['requests']:.0f} | {of['painted']:.2f} "
            f"| {of['result']:.2f} | {of['tab_stops']:.0f} | {of['height']:,.0f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Start a server, measure, save and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--url", help="a server that runs, in place of one that is started")
    options = parser.parse_args()
    server = None if options.url else start(editions=REPOSITORY / "var" / "editions", name="bench-page")
    try:
        text = table(measure(options.url or server.url, options.rounds))
    finally:
        if server:
            server.stop()
    path = REPOSITORY / "var" / "bench" / "page.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", "utf-8")
    print(text)


if __name__ == "__main__":
    main()
