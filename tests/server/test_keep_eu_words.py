"""Words of keep.eu lead to the topics and partner types that the tables map them to, through the front door."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from running_server import RunningServer

DATA = Path(__file__).resolve().parents[2] / "data" / "codelists"
MAPPINGS = {
    "topics": ("keep_eu_themes", "theme", "topic"),
    "partner_types": ("keep_eu_organisation_types", "organisation_type", "partner_type"),
}


@cache
def table(name: str) -> list[dict[str, str]]:
    """Rows of a table of the code lists."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mapped(own: str) -> dict[str, list[str]]:
    """The words of keep.eu by the code of one of our lists, in the order of the mapping."""
    foreign, word, code = MAPPINGS[own]
    labels = {row["code"]: row["label"] for row in table(foreign)}
    words: dict[str, list[str]] = defaultdict(list)
    for row in table(f"keep_eu_{own}"):
        words[row[code]].append(labels[row[word]])
    return words


def test_every_theme_leads_to_a_topic() -> None:
    """But two of the 42, which were not read, are not in the list."""
    assert {row["theme"] for row in table("keep_eu_topics")} == {row["code"] for row in table("keep_eu_themes")}
    relations = {row["relation"] for name in MAPPINGS for row in table(f"keep_eu_{name}")}
    assert relations <= {"exact", "broader", "narrower", "related"}
    assert {row["source"] for name in MAPPINGS for row in table(f"keep_eu_{name}")} == {
        "Cooperation Atlas mapping (editorial)"
    }


@pytest.mark.parametrize("own", MAPPINGS)
def test_published_code_lists_have_the_words(server: RunningServer, own: str) -> None:
    words = mapped(own)
    for item in server.json(f"/codelists/{own}")["items"]:
        assert item.get("also_called", []) == words.get(item["code"], []), item["code"]
    assert len(server.json(f"/codelists/{MAPPINGS[own][0]}")["items"]) == len(table(MAPPINGS[own][0]))


def test_a_search_for_a_theme_finds_all_programmes_of_its_topics(
    server: RunningServer, published: dict[str, list[dict[str, Any]]]
) -> None:
    topics = {f["properties"]["cci"]: set(f["properties"]["topics"] or ()) for f in published["programmes"]}
    of_theme: dict[str, set[str]] = defaultdict(set)
    for topic, words in mapped("topics").items():
        for word in words:
            of_theme[word].add(topic)
    for word, codes in of_theme.items():
        expected = {cci for cci, own in topics.items() if own & codes}
        found = {feature["properties"]["cci"] for feature in server.features("programmes", q=word)}
        assert found >= expected, (word, sorted(expected - found)[:5])


def test_the_hit_names_the_topic_and_the_word(server: RunningServer) -> None:
    hits = server.features("programmes", q="waste pollution", topic="RSO2.6", country="IT")
    assert hits
    texts = {feature["properties"]["matched_in_text"] for feature in hits}
    assert any("Circular economy (RSO2.6), also called Waste and pollution" in text for text in texts), texts


@pytest.mark.parametrize(
    ("criterion", "word", "code"),
    [("topic", "Tourism", "RSO4.6"), ("partner_type", "EGTC", "regional_authority")],
)
def test_a_word_in_place_of_a_code_is_answered_with_the_code(
    server: RunningServer, criterion: str, word: str, code: str
) -> None:
    with pytest.raises(HTTPError) as refused:
        server.json("/collections/cooperation/items", **{criterion: word})
    assert refused.value.code == 400
    assert code in refused.value.read().decode("utf-8")
