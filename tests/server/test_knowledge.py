"""The records of knowledge: what a search finds among them, and how the core serves them to clients and people."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any

import pytest
from http_client import get, page, refusal
from owslib.ogcapi.records import Records
from running_server import REPOSITORY, RunningServer

from cooperation_atlas.ogc.pygeoapi.records import CONFORMANCE

ITEMS = "/collections/knowledge/items"
FOLDER = REPOSITORY / "data" / "knowledge"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of the repository."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


RECORDS = sorted(rows("records"), key=lambda row: row["id"])
VALUES = {(row["id"], row["property"], row["value"]) for row in rows("record_values")}


def found(server: RunningServer, **query: Any) -> list[str]:
    """Ids of all records that match."""
    answer = page(server, ITEMS, f="json", limit=1000, **query)
    ids = [feature["id"] for feature in answer["features"]]
    assert answer["numberMatched"] == answer["numberReturned"] == len(ids)
    return ids


def expected(keep: Callable[[dict[str, str]], object]) -> list[str]:
    """Ids of the rows of the table that are kept; at least one."""
    ids = [row["id"] for row in RECORDS if keep(row)]
    assert ids
    return ids


def test_every_row_is_a_record_with_its_facts(server: RunningServer):
    features = page(server, ITEMS, f="json", limit=1000)["features"]
    assert [feature["id"] for feature in features] == [row["id"] for row in RECORDS]
    for feature, row in zip(features, RECORDS, strict=True):
        properties = feature["properties"]
        assert feature["geometry"] is None and feature["conformsTo"] == [CONFORMANCE[0]]
        assert feature["time"] == ({"date": row["date"]} if row["date"] else None)
        assert [link["href"] for link in feature["links"] if link["rel"] == "about"] == [row["url"]]
        for name in ("title", "type", "publisher", "url", "source", "source_date"):
            assert properties[name] == row[name]
        for name in ("topics", "scopes", "modes", "periods"):
            assert set(properties[name]) == {v for id_, p, v in VALUES if (id_, p) == (row["id"], name)}
        assert feature == {**feature, **page(server, f"{ITEMS}/{row['id']}", f="json"), "links": feature["links"]}


@pytest.mark.parametrize("name", ["topics", "scopes", "modes", "periods"])
def test_codes_find_the_records_that_have_them(server: RunningServer, name: str):
    codes = sorted({value for _, property_, value in VALUES if property_ == name})
    for code in codes:
        assert found(server, **{name: code}) == expected(lambda row, code=code: (row["id"], name, code) in VALUES)
    two = set(found(server, **{name: codes[0]})) | set(found(server, **{name: codes[-1]}))
    assert set(found(server, **{name: f"{codes[0]},{codes[-1]}"})) == two


def test_types_and_languages_and_criteria_together(server: RunningServer):
    for type_ in {row["type"] for row in RECORDS}:
        assert found(server, type=type_) == expected(lambda row, type_=type_: row["type"] == type_)
    assert found(server, language="it") == expected(lambda row: row["language"] == "it")
    both = expected(lambda row: row["type"] == "regulation" and (row["id"], "topics", "interreg") in VALUES)
    assert found(server, type="regulation", topics="interreg") == both


def test_identifiers(server: RunningServer):
    assert found(server, ids="kohesio-about,cpr-2021-1060") == ["cpr-2021-1060", "kohesio-about"]
    assert found(server, externalIds="celex:32021R1060") == found(server, externalIds="32021R1060") == ["cpr-2021-1060"]


def test_words_stand_side_by_side_and_commas_separate_alternatives(server: RunningServer):
    assert found(server, q="danube region network") == expected(lambda r: "Danube Region Network" in r["title"])
    assert found(server, q="network danube") == []
    either = set(found(server, q="kohesio")) | set(found(server, q="keep.eu"))
    assert set(found(server, q="kohesio,keep.eu")) == either
    # Labels of topics and types in any language, without accents.
    assert set(found(server, q="base juridique")) >= set(found(server, topics="legal_basis"))
    assert set(found(server, q="Verordnung")) >= set(found(server, type="regulation"))


def test_days_are_those_of_the_date(server: RunningServer):
    assert found(server, datetime="2021-01-01/2021-12-31") == expected(lambda row: row["date"].startswith("2021"))
    assert found(server, datetime="../2020-12-31") == expected(lambda row: "" < row["date"] <= "2020-12-31")


def test_no_record_has_a_place(server: RunningServer):
    assert found(server, bbox="-180,-90,180,90") == []


def test_pages_hold_every_record_once(server: RunningServer):
    seen: list[str] = []
    while True:
        answer = page(server, ITEMS, f="json", limit=10, offset=len(seen))
        assert answer["numberMatched"] == len(RECORDS)
        seen += [feature["id"] for feature in answer["features"]]
        if not any(link["rel"] == "next" for link in answer["links"]):
            break
    assert seen == [row["id"] for row in RECORDS]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"type": "nope"}, "knowledge_types"),
        ({"topics": "legal_basis,"}, "empty value"),
        ({"q": ","}, "no word"),
        ({"q": "-"}, "no letter or digit"),
        ({"q": "x" * 300}, "characters"),
        ({"datetime": "2021-13-01"}, "2021-13-01"),
        ({"bbox": "1,2,3"}, "bbox"),
        ({"filter": "type = 'event'"}, "CQL2"),
        ({"country": "IT"}, "country"),
        ({"sortby": "nothing"}, "nothing"),
    ],
)
def test_what_cannot_be_meant_is_refused(server: RunningServer, query: dict[str, str], told: str):
    assert told in refusal(get(server, ITEMS, f="json", **query))["detail"]


def test_an_unknown_record_is_not_found(server: RunningServer):
    refusal(get(server, f"{ITEMS}/nothing", f="json"), 404)


def test_owslib_reads_the_catalogue(server: RunningServer):
    client = Records(server.url)
    assert "knowledge" in client.records()
    assert client.collection("knowledge")["itemType"] == "record"
    assert {"type", "topics"} <= set(client.collection_queryables("knowledge")["properties"])
    answer = client.collection_items("knowledge", q="danube", limit=1)
    assert answer["numberMatched"] > answer["numberReturned"] == 1
    assert client.collection_item("knowledge", RECORDS[0]["id"])["properties"]["title"] == RECORDS[0]["title"]


def test_the_classes_that_hold_are_declared(server: RunningServer):
    declared = page(server, "/conformance", f="json")["conformsTo"]
    assert set(CONFORMANCE) <= set(declared)
    records = [uri for uri in declared if "ogcapi-records" in uri]
    assert sorted(records) == sorted(CONFORMANCE), "stock classes only where stock records are configured"


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "it", "pl"])
def test_the_page_lists_links_and_facts(server: RunningServer, lang: str):
    text = get(server, ITEMS, {"Accept": "text/html"}, lang=lang, type="regulation").text
    for row in RECORDS:
        assert (f'href="{row["url"].replace("&", "&amp;")}"' in text) == (row["type"] == "regulation"), row["id"]
    one = get(server, f"{ITEMS}/cpr-2021-1060", {"Accept": "text/html"}, lang=lang).text
    assert "2021/1060" in one and "32021R1060" in one
