"""Windows through HTTP, on entries with gaps, some of them samples: against plain rules, and as calendars read them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import entries_with_gaps
import httpx
import icalendar
import pytest
import xlsx_files
from conftest import settings_for
from http_client import PROBLEM
from plain_calls import PlainCalls, with_broader
from small_server import Clock, client_of

from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.model.calls import CALLS, State
from cooperation_atlas.web.app import make_app

TODAY = date(2026, 11, 30)
LANGUAGES = ("en", "de", "es", "fr", "it", "pl")


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock(TODAY)


@pytest.fixture(scope="module")
def client(real_data: Path, tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[httpx.Client]:
    """A client of a server with such entries."""
    data = entries_with_gaps.write(real_data, tmp_path_factory.mktemp("calls") / "data")
    settings = settings_for(data, data.parent / "editions")
    publish(settings.editions, build(settings).id)
    with client_of(make_app(settings, clock)) as client:
        yield client


@pytest.fixture(autouse=True)
def _today(clock: Clock) -> None:
    clock.day = TODAY


@pytest.fixture(scope="module")
def plain(client: httpx.Client) -> PlainCalls:
    codes = client.get("/codelists/topics").json()["items"]
    return PlainCalls(entries(client), with_broader(codes), TODAY.isoformat())


def entries(client: httpx.Client, **query: str) -> list[dict[str, Any]]:
    path = "/collections/cooperation/items"
    found = client.get(path, params={"limit": "10000", "skipGeometry": "true", **query}).json()
    return [feature["properties"] for feature in found["features"]]


def here(address: str) -> str:
    """Path and query of an address: the server of the test listens elsewhere than it says."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def document(client: httpx.Client, **query: str) -> dict[str, Any]:
    answer = client.get("/calls", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def windows(client: httpx.Client, **query: str) -> list[dict[str, Any]]:
    return [feature["properties"] for feature in document(client, **query)["features"]]


def found(client: httpx.Client, **query: str) -> dict[str, tuple[Any, ...]]:
    return {w["id"]: (w["open_from"], w["open_to"], w["window"]) for w in windows(client, **query)}


def asking(plain: PlainCalls) -> list[str]:
    """Programmes with entries to which partners can answer."""
    return sorted({entry["cci"] for entry in plain.entries if entry["status"] != "completed"})


@pytest.mark.parametrize(
    ("query", "begin", "end"),
    [
        ({}, TODAY.isoformat(), None), ({"datetime": "../.."}, None, None),
        ({"datetime": "2027-04-01"}, "2027-04-01", "2027-04-01"), ({"datetime": "../2026-01-01"}, None, "2026-01-01"),
        ({"datetime": "2030-01-01/.."}, "2030-01-01", None), ({"kind": "need"}, TODAY.isoformat(), None),
        ({"topic": "PO2", "scope": "cross_border"}, TODAY.isoformat(), None),
        ({"country": "IT", "open": "today"}, TODAY.isoformat(), None),
        ({"open": "2027-04-01"}, TODAY.isoformat(), None), ({"q": "water"}, TODAY.isoformat(), None),
        ({"exclude": "samples"}, TODAY.isoformat(), None), ({"status": "completed"}, TODAY.isoformat(), None),
        ({"filter": "country='ES' AND kind='need'"}, TODAY.isoformat(), None), ({"sample": "true"}, "2026-11-30", None),
    ],
)  # fmt: skip
def test_windows_of_a_search_are_those_of_its_entries(
    client: httpx.Client, plain: PlainCalls, query: dict[str, str], begin: str | None, end: str | None
):
    wanted = [entry["id"] for entry in entries(client, **{n: v for n, v in query.items() if n != "datetime"})]
    assert found(client, **query) == plain.single(wanted, begin, end)


def test_windows_of_a_programme_are_those_of_all_pairs_that_meet(client: httpx.Client, plain: PlainCalls):
    some = 0
    for programme in asking(plain):
        for unknown in (False, True):
            query = {"include": "unknown"} if unknown else {}
            wanted = plain.pairs(programme, unknown=unknown)
            assert found(client, programme=programme, **query) == wanted, programme
            some += len(wanted)
    assert some


def test_with_a_partner_they_are_those_of_the_two_the_same_from_both_sides(client: httpx.Client, plain: PlainCalls):
    pairs = set()
    for programme in asking(plain)[:40]:
        for window in windows(client, programme=programme, datetime="../.."):
            pairs.add((programme, window["cci"]))
    assert pairs
    for own, other in sorted(pairs)[:60]:
        here = found(client, programme=own, partner=other, datetime="../..")
        assert here == plain.pairs(own, partner=other, begin="0001-01-01")
        there = found(client, programme=other, partner=own, datetime="../..")
        assert there == {"+".join(reversed(id_.split("+"))): window for id_, window in here.items()}


def test_filters_choose_among_the_entries_of_others(client: httpx.Client, plain: PlainCalls):
    for programme in asking(plain)[:30]:
        every = windows(client, programme=programme)
        for country in {window["country"] for window in every}:
            chosen = windows(client, programme=programme, country=country)
            assert chosen == [window for window in every if window["country"] == country]


def test_what_closes_soonest_comes_first_and_what_states_nothing_last(client: httpx.Client):
    states = list(State)
    order = [
        (states.index(w["window"]), (w["open_from"] if w["window"] == State.LATER else w["open_to"]) or "9999")
        for w in windows(client, datetime="../..")
    ]
    assert order == sorted(order) and {state for state, _ in order} == set(range(4))


def test_entries_and_topics_are_those_of_the_entries(client: httpx.Client, plain: PlainCalls):
    by_id = {entry["id"]: entry for entry in plain.entries}
    for programme in asking(plain)[:30]:
        for window in windows(client, programme=programme):
            own, other = by_id[window["own_entry"]], by_id[window["entry"]]
            assert (window["own_cci"], window["cci"]) == (programme, other["cci"]) == (own["cci"], window["cci"])
            for name in ("title", "country", "kind", "status", "summary", "topics", "scopes", "contact"):
                assert window[name] == other[name]
            assert (window["own_kind"], window["own_summary"]) == (own["kind"], own["summary"])
            shared = {
                topic
                for a, b in ((own, other), (other, own))
                for topic in a["topics"]
                if any(topic in plain.above[below] for below in b["topics"])
            }
            assert set(window["shared_topics"]) == shared
            assert window["sample"] == (own["sample"] or other["sample"])


def test_samples_are_marked_and_can_be_left_out(client: httpx.Client):
    every, without = document(client), document(client, exclude="samples")
    assert "samples" in every and "samples" not in without
    assert {f["properties"]["sample"] for f in every["features"]} == {True, False}
    real = [feature for feature in every["features"] if not feature["properties"]["sample"]]
    assert without["features"] == real
    for programme in {feature["properties"]["cci"] for feature in real}:
        for window in windows(client, programme=programme, exclude="samples"):
            assert not window["sample"] and "SAMPLE" not in window["id"]


def test_what_is_left_out_is_counted(client: httpx.Client, plain: PlainCalls):
    notes = " ".join(document(client)["notes"])
    completed = sum(entry["status"] == "completed" for entry in plain.entries)
    open_ = plain.single([e["id"] for e in plain.entries], TODAY.isoformat(), None)
    closed = len(plain.entries) - completed - len(open_)
    undated = sum(state == "not_stated" for *_, state in open_.values())
    assert f"completed: {completed}." in notes
    assert f"not open in the days asked for: {closed}." in notes
    assert f"No days are stated: {undated}." in notes
    one = document(client, limit="1")
    assert one["numberMatched"] == len(open_) and one["numberReturned"] == 1
    assert f"The first 1 of {len(open_)} are listed." in " ".join(one["notes"])
    without = next(e["cci"] for e in plain.entries if e["cci"] not in asking(plain))
    assert document(client, programme=without)["notes"] == [f"{without} has no entry that partners can answer."]


def test_every_format_has_the_same_cells(client: httpx.Client, plain: PlainCalls):
    for query in ({}, {"programme": asking(plain)[0]}, {"properties": "summary,open_to"}, {"include": "unknown"}):
        wanted = windows(client, **query)
        text = client.get("/calls", params={**query, "f": "csv"}).content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        made = xlsx_files.read(client.get("/calls", params={**query, "f": "xlsx"}).content)
        assert len(rows) == len(made.rows) == len(wanted)
        for row, cells, window in zip(rows, made.rows, wanted, strict=True):
            assert {name: cells[name] for name in window} == {n: xlsx_files.cell_of(v) for n, v in window.items()}
            assert list(row) == list(window)
            assert (row["open_to"] or None) == window.get("open_to")
            assert bool(cells["Rests on samples"]) == window["sample"]


# --- calendars ----------------------------------------------------------------------------------------------------


def calendar(client: httpx.Client, **query: str) -> icalendar.Calendar:
    answer = client.get("/calls", params={**query, "f": "ics"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(answer.content)


@pytest.mark.parametrize("query", [{}, {"datetime": "../.."}, {"exclude": "samples"}, {"lang": "pl"}, {"pair": "yes"}])
def test_events_are_the_windows_of_which_a_day_is_stated(
    client: httpx.Client, plain: PlainCalls, query: dict[str, str]
):
    if query.pop("pair", None):
        query = {"programme": next(p for p in asking(plain) if len(plain.pairs(p)) > 2)}
    by_uid = {str(event["UID"]).partition("@")[0]: event for event in calendar(client, **query).events}
    dated = [window for window in windows(client, **query) if window["open_from"] or window["open_to"]]
    assert set(by_uid) == {window["id"] for window in dated} and dated
    for window in dated:
        event = by_uid[window["id"]]
        first, last = window["open_from"] or window["open_to"], window["open_to"] or window["open_from"]
        assert type(event.start) is date and event.start.isoformat() == first
        assert event.end - timedelta(days=1) == date.fromisoformat(last)
        assert window["summary"] in event["SUMMARY"]
        if window["own_summary"]:
            assert window["own_summary"] in event["SUMMARY"]
        assert window["cci"] in event["DESCRIPTION"]
        assert event["TRANSP"] == "TRANSPARENT"


def test_samples_and_open_ends_are_told_in_the_name_of_an_event(client: httpx.Client):
    told = {str(event["UID"]).partition("@")[0]: event for event in calendar(client, datetime="../..").events}
    for window in windows(client, datetime="../.."):
        if (event := told.get(window["id"])) is not None:
            name = str(event["SUMMARY"])
            assert name.startswith("SAMPLE: ") == window["sample"]
            assert ("SAMPLE" in event.categories) == window["sample"]
            assert ("made up" in event["DESCRIPTION"]) == window["sample"]
            assert ("First day, no end stated: " in name) == (window["open_to"] is None)
            assert ("Last day: " in name) == (window["open_from"] is None)


def test_events_lead_to_pages_that_are_there(client: httpx.Client, plain: PlainCalls):
    programme = next(p for p in asking(plain) if plain.pairs(p))
    for query in ({"limit": "3"}, {"programme": programme}):
        for event in calendar(client, **query).events:
            assert client.get(here(str(event["URL"])), headers={"Accept": "text/html"}).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_is_well_formed_in_every_language(client: httpx.Client, language: str):
    answer = client.get("/calls", params={"f": "ics", "lang": language})
    assert answer.headers["content-language"] == language
    lines = answer.content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    read = icalendar.Calendar.from_ical(answer.content)
    assert (read["VERSION"], read["METHOD"]) == ("2.0", "PUBLISH")
    assert read["X-WR-CALNAME"] == read["NAME"]
    assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D" in lines and b"X-PUBLISHED-TTL:P1D" in lines
    uids = [event["UID"] for event in read.events]
    assert len(set(uids)) == len(uids) > 10
    for event in read.events:
        assert not event.errors and event["DTSTAMP"].dt.tzinfo is not None


def test_a_calendar_can_be_kept_until_the_day_or_the_edition_changes(client: httpx.Client, clock: Clock):
    url = {"f": "ics"}
    first = client.get("/calls", params=url)
    known = {"If-None-Match": first.headers["etag"]}
    assert client.get("/calls", params=url, headers=known).status_code == 304
    assert client.get("/calls", params=url).content == first.content
    uids = {str(event["UID"]) for event in icalendar.Calendar.from_ical(first.content).events}
    clock.day = TODAY + timedelta(days=200)
    later = client.get("/calls", params=url, headers=known)
    assert later.status_code == 200
    assert {str(event["UID"]) for event in icalendar.Calendar.from_ical(later.content).events} < uids


def test_windows_follow_the_day(client: httpx.Client, clock: Clock, plain: PlainCalls):
    ids = [entry["id"] for entry in plain.entries]
    seen = set()
    for days in range(0, 700, 70):
        clock.day = TODAY + timedelta(days=days)
        day = clock.day.isoformat()
        wanted = PlainCalls(plain.entries, plain.above, day).single(ids, day, None)
        for _ in range(2):  # worked out, and kept
            assert found(client) == wanted
        seen.add(len(wanted))
    assert len(seen) > 3


# --- what is refused, and where it is linked ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"programme": "2021IT16RFPR999"}, "2021IT16RFPR"), ({"programme": ""}, "empty"),
        ({"programme": "Sicily"}, "no programme"), ({"partner": "2021MT16FFPR001"}, "cci="),
        ({"programme": "2021IT16RFPR016", "partner": ""}, "empty"),
        ({"programme": "2021IT16RFPR016", "partner": "2021IT16RFPR016"}, "itself"),
        ({"programme": "2021IT16RFPR016", "partner": "2014IT16RFOP016"}, "period"),
        ({"programme": "2021IT16RFPR016", "partner": "x"}, "no programme"),
        ({"limit": "0"}, "1 to 1000"), ({"limit": "1001"}, "1 to 1000"), ({"limit": "many"}, "1 to 1000"),
        ({"datetime": "tomorrow"}, "date"), ({"datetime": "2027-02-30"}, "calendar"),
        ({"datetime": "2027-01-02/2027-01-01"}, "after"), ({"topic": "RSO9.9"}, "topics"), ({"kind": "wish"}, "kinds"),
        ({"open": "soon"}, "date"), ({"filter": "kind ="}, "ends too early"), ({"sortby": "title"}, "not a parameter"),
        ({"offset": "1"}, "not a parameter"), ({"crs": "x"}, "not a parameter"),
        ({"utm_source": "x"}, "not a parameter"), ({"f": "jsonld"}, "not a format"), ({"f": "ical"}, "ics"),
        ({"lang": "xx"}, "not offered"), ({"properties": "titel"}, "title"),
        ({"exclude": "all"}, "samples"), ({"include": "all"}, "unknown"), ({"q": ""}, "empty"),
        ({"cci": "\x00"}, "control"),
    ],
)  # fmt: skip
def test_bad_requests_are_refused_with_a_reason(client: httpx.Client, query: dict[str, str], told: str):
    answer = client.get("/calls", params=query)
    assert answer.status_code == 400 and answer.headers["content-type"] == PROBLEM
    problem = answer.json()
    assert problem["parameter"] in {*query}
    assert told in f"{problem['detail']} {problem.get('nearest')}"


def test_a_calendar_is_a_format_of_windows_only(client: httpx.Client):
    assert client.get("/collections/cooperation/items", params={"f": "ics"}).status_code == 400
    only = {"Accept": "text/calendar"}
    assert client.get("/collections/cooperation/items", headers=only).status_code == 406
    assert client.get("/calls", headers=only).headers["content-type"].startswith("text/calendar")
    definition = client.get("/openapi").json()["paths"]["/calls"]["get"]
    assert "text/calendar" in definition["responses"]["200"]["content"]


def test_pages_lead_to_windows(client: httpx.Client, plain: PlainCalls):
    programme = next(p for p in asking(plain) if plain.pairs(p))
    partner = windows(client, programme=programme)[0]["cci"]
    page = {"f": "html"}
    for path, link in (
        ("/", "/calls"), (f"/collections/programmes/items/{programme}", f"/calls?programme={programme}"),
        (f"/partners/{programme}/{partner}", f"/calls?programme={programme}&amp;partner={partner}"),
    ):  # fmt: skip
        assert f'href="{link}"' in client.get(path, params=page).text
    listed = client.get("/collections/cooperation/items", params={**page, "kind": "need", "limit": "5"}).text
    assert 'href="/calls?kind=need"' in listed
    relations = {link["rel"].partition("#")[2]: link for link in client.get("/").json()["links"]}
    assert client.get(here(relations["calls"]["href"])).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_window(client: httpx.Client, plain: PlainCalls, language: str):
    programme = next(p for p in asking(plain) if plain.pairs(p))
    for query in ({"limit": "20"}, {"programme": programme}, {"programme": programme, "country": "MT"}):
        query = {**query, "lang": language}
        text = client.get("/calls", params={**query, "f": "html"}).text
        for window in windows(client, **query):
            assert f"/collections/cooperation/items/{window['entry']}" in text
            assert f"/collections/programmes/items/{window['cci']}" in text
        assert "f=ics" in text and "%(" not in text


def test_every_property_is_declared(client: httpx.Client):
    for window in windows(client, limit="5"):
        assert list(window) == list(CALLS.by_name)
