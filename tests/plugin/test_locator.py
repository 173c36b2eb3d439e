"""The locator filter in QGIS's own locator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.locator import CooperationLocatorFilter, user_data
from faulty import Faulty, spin
from qgis.core import QgsCoordinateReferenceSystem, QgsLocator, QgsLocatorContext, QgsLocatorResult, QgsRectangle
from running_server import RunningServer, free_port
from window import Window


@pytest.fixture
def window(qgis_app: Any) -> Iterator[Window]:
    made = Window()
    yield made
    made.main.deleteLater()


@pytest.fixture
def context(window: Window, server: RunningServer) -> Iterator[Context]:
    made = Context(window)
    made.use_server(server.url)
    yield made
    made.close()


def results(context: Context, words: str) -> list[QgsLocatorResult]:
    locator = QgsLocator()
    locator.registerFilter(CooperationLocatorFilter(context))
    found: list[QgsLocatorResult] = []
    ended: list[bool] = []
    # What the signal hands over lives only as long as the signal.
    locator.foundResult.connect(lambda result: found.append(QgsLocatorResult(result)))
    locator.finished.connect(lambda: ended.append(True))
    locator.fetchResults(words, QgsLocatorContext())
    assert spin(20, lambda: bool(ended))
    return found


def test_programmes_and_regions(context: Context):
    found = results(context, "coop sicilia")
    groups = {r.group for r in found}
    assert any("sicilia" in r.displayString.lower() for r in found) and groups <= {"Programmes", "Regions", "Topics"}
    regions = results(context, "coop catania")
    assert [(r.displayString, r.group) for r in regions if r.group == "Regions"] == [("Catania", "Regions")]
    assert regions[-1].description == "ITG17, Italy"


def test_without_the_prefix_it_answers_briefly_and_from_three_letters_on(context: Context):
    found = results(context, "sicilia")
    assert found and {r.group for r in found} == {"Programmes", "Regions"}
    assert max([r.group for r in found].count(group) for group in {r.group for r in found}) <= 3
    assert results(context, "si") == [] and results(context, "coop s") == []


def test_nothing_is_asked_while_letters_follow_each_other(context: Context, server: RunningServer):
    proxy = Faulty(server.url)
    try:
        context.use_server(proxy.url)
        locator = QgsLocator()
        locator.registerFilter(CooperationLocatorFilter(context))
        ended: list[bool] = []
        for end in range(3, len("sicilia") + 1):
            ended.clear()
            locator.fetchResults("sicilia"[:end], QgsLocatorContext())
            spin(0.06)
        locator.finished.connect(lambda: ended.append(True))
        assert spin(20, lambda: bool(ended))
        assert {words for path, _ in proxy.asked for words in parse_qs(urlsplit(path).query).get("q", ())} == {
            "sicilia"
        }
    finally:
        proxy.stop()


def test_no_more_is_asked_than_is_shown(context: Context, server: RunningServer):
    """Without the prefix: the outline of each area is a request of its own."""
    proxy = Faulty(server.url)
    try:
        context.use_server(proxy.url)
        found = results(context, "land")
        outlined = [user_data(r)[1] for r in found if r.group == "Regions" and user_data(r)[2]]
        asked = [code for path, _ in proxy.asked for code in parse_qs(urlsplit(path).query).get("nuts_code", ())]
        assert asked and asked == outlined
    finally:
        proxy.stop()


@pytest.mark.parametrize(
    ("words", "name", "description"),
    [
        ("Italien", "Italy", "IT"), ("Sizilien", "Sicilia", "ITG1, Italy"), ("Bavaria", "Bayern", "DE2, Germany"),
        ("Lombardia", "Lombardia", "ITC4, Italy"), ("ITG17", "Catania", "ITG17, Italy"),
    ],
)  # fmt: skip
def test_regions_of_every_level_by_names_of_any_language(context: Context, words: str, name: str, description: str):
    regions = [(r.displayString, r.description) for r in results(context, f"coop {words}") if r.group == "Regions"]
    assert (name, description) in regions and len(regions) < 10


def test_topics_by_words_of_any_language_open_their_search(context: Context):
    wanted: list[Search] = []
    context.search_requested.connect(wanted.append)
    (topic,) = (r for r in results(context, "coop RSO1.4") if r.group == "Topics")
    CooperationLocatorFilter(context).triggerResult(topic)
    assert wanted == [Search.of(period=("2021-2027",), topic=("RSO1.4",))]
    assert any(r.group == "Topics" for r in results(context, "coop Energieeffizienz"))


def test_dead_server_gives_no_results(context: Context):
    context.use_server(f"http://127.0.0.1:{free_port()}")
    assert results(context, "coop sicilia") == []


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3035"])
def test_region_is_zoomed_to_and_opened(context: Context, window: Window, crs: str):
    window.canvas.resize(600, 400)
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    (region,) = (r for r in results(context, "coop catania") if r.group == "Regions")
    wanted: list[tuple[str, str]] = []
    context.feature_requested.connect(lambda *what: wanted.append(what))
    CooperationLocatorFilter(context).triggerResult(region)
    assert wanted == [("nuts3", "ITG17")]
    extent = window.canvas.extent()
    if crs == "EPSG:4326":
        assert extent.contains(QgsRectangle(14.7, 37.3, 15.1, 37.7)) and extent.width() < 5
    else:
        assert extent.width() < 500_000


def test_programme_is_opened(context: Context):
    programme = next(r for r in results(context, "coop sicilia") if r.group == "Programmes")
    wanted: list[tuple[str, str]] = []
    context.feature_requested.connect(lambda *what: wanted.append(what))
    CooperationLocatorFilter(context).triggerResult(programme)
    assert wanted == [("programmes", user_data(programme)[1])]


def test_a_copied_link_opens_its_search(context: Context):
    search = Search.of(country=("IT",), show_samples=False)
    link = search.to_url(context.client.url, "programmes", bbox="1,2,3,4")
    wanted: list[Search] = []
    context.search_requested.connect(wanted.append)
    for words in (link, f"coop {link}"):
        (found,) = results(context, words)
        assert "Country: IT" in found.displayString and "bbox=1,2,3,4" in found.description
        CooperationLocatorFilter(context).triggerResult(found)
    assert wanted == [search, search]
