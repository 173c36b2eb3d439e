"""``open=today``: the answers of the real application follow the day, and nothing that is kept outlives it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import httpx
import pytest
from conftest import settings_for
from http_client import items
from running_server import EDITIONS
from small_server import Clock, client_of

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.web.app import make_app

FIRST = date(2025, 1, 1)


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock(FIRST)


@pytest.fixture(scope="module")
def client(real_edition: EditionFolder, real_data, clock: Clock) -> Iterator[httpx.Client]:
    """A client of a server whose day is that of ``clock``."""
    publish(EDITIONS, real_edition.id)
    with client_of(make_app(settings_for(real_data, EDITIONS), clock)) as client:
        yield client


@pytest.mark.parametrize("collection", ["cooperation", "programmes", "nuts3"])
def test_today_is_the_day_of_the_clock(client: httpx.Client, clock: Clock, collection: str):
    """The same bytes again, on one day after the other; each answer is that of the day given by its date."""
    counts = []
    path, query = items(collection), {"limit": 1, "skipGeometry": "true"}
    for months in range(0, 60, 3):
        clock.day = FIRST + timedelta(days=30 * months)
        of_the_day = client.get(path, params={**query, "open": clock.day.isoformat()}).json()["numberMatched"]
        for _ in range(3):  # worked out, kept by what is asked, kept by its bytes
            answer = client.get(path, params={**query, "open": "today"})
            assert answer.json()["numberMatched"] == of_the_day
        known = {"If-None-Match": answer.headers["etag"]}
        assert client.get(path, params={**query, "open": "today"}, headers=known).status_code == 304
        clock.day += timedelta(days=1)
        assert client.get(path, params={**query, "open": "today"}, headers=known).status_code == 200
        counts.append(of_the_day)
    assert len(set(counts)) > 1, "the day makes a difference at all"


def test_further_pages_keep_the_day_of_the_first(client: httpx.Client, clock: Clock):
    clock.day = date(2026, 11, 25)
    first = client.get(items("cooperation"), params={"open": "today", "limit": 2}).json()
    following = next(link["href"] for link in first["links"] if link["rel"] == "next")
    assert "open=2026-11-25" in following and "today" not in following


def test_counts_follow_the_day_too(client: httpx.Client, clock: Clock):
    seen = set()
    for year in (2022, 2026, 2030):
        clock.day = date(year, 6, 1)
        found = client.get("/collections/programmes/facets", params={"open": "today"}).json()
        dated = client.get("/collections/programmes/facets", params={"open": clock.day.isoformat()}).json()
        assert found["numberMatched"] == dated["numberMatched"] and found["facets"] == dated["facets"]
        seen.add(found["numberMatched"])
    assert len(seen) > 1
