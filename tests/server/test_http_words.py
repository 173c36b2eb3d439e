"""The search for words over HTTP: ranked pages, where the words were found, names of several regions, refusals."""

from __future__ import annotations

import csv
import io
from urllib.parse import quote

import pytest
from http_client import SICILY, get, items, page, refusal
from running_server import RunningServer

#: More words than a search takes.
MANY = " ".join(f"w{number}" for number in range(21))


def test_each_feature_says_where_the_words_were_found(server: RunningServer) -> None:
    found = page(server, items(), q="ERDF Sicily", period="2021-2027")
    first = found["features"][0]
    assert first["id"] == SICILY
    assert first["properties"]["matched_in"] == ["title", "region"]
    assert first["properties"]["matched_in_text"].endswith("; Region: Sicilia (ITG1)")
    assert "notes" not in found
    assert all(f["properties"]["matched_in"] for f in found["features"])


def test_without_words_nothing_is_said_of_them(server: RunningServer) -> None:
    found = page(server, items(), country="IT", limit=3)
    assert [f["properties"]["matched_in"] for f in found["features"]] == [None] * 3


def test_the_table_says_it_too(server: RunningServer) -> None:
    answer = get(server, items("nuts3"), q="Munich", f="csv", properties="name,matched_in,matched_in_text")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row == {
        "name": "München, Kreisfreie Stadt",
        "matched_in": "name",
        "matched_in_text": "Name: München, Kreisfreie Stadt (DE212), also called Munich",
    }


def test_a_name_of_several_regions_is_noted_on_every_page(server: RunningServer) -> None:
    for offset in (0, 5):
        (note,) = page(server, items(), q="Limburg", limit=5, offset=offset)["notes"]
        assert note == "Limburg names several regions: Prov. Limburg (BE) (BE22), Limburg (NL) (NL42)."


def test_pages_follow_the_rank(server: RunningServer) -> None:
    whole = [f["id"] for f in page(server, items(), q="Sicily", limit=100)["features"]]
    ids, found = [], page(server, items(), q="Sicily", limit=6)
    while True:
        ids += [f["id"] for f in found["features"]]
        following = next((link["href"] for link in found["links"] if link["rel"] == "next"), None)
        if following is None:
            break
        found = page(server, following.removeprefix(server.url))
    assert ids == whole


@pytest.mark.parametrize("collection", ["programmes", "nuts3", "cooperation"])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("…", "no letter or digit"),
        (MANY, "21 different words; a search takes at most 20"),
        ("x" * 201, "201 characters; a search takes at most 200"),
    ],
)
def test_texts_beyond_the_bounds_are_refused(server: RunningServer, collection: str, text: str, reason: str) -> None:
    assert reason in refusal(get(server, f"{items(collection)}?q={quote(text)}"))["detail"]


def test_other_criteria_hold_beside_the_words(server: RunningServer) -> None:
    every = {f["id"] for f in page(server, items(), q="Limburg", limit=100)["features"]}
    there = {f["id"] for f in page(server, items(), q="Limburg", country="NL", limit=100)["features"]}
    assert there == {id_ for id_ in every if id_[4:6] == "NL"} != every
