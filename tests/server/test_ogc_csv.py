"""CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import made_store
import pytest
from feature_documents import list_document

from cooperation_atlas.model.collections import COLLECTIONS, PROGRAMMES
from cooperation_atlas.ogc.formats.csv import write
from cooperation_atlas.ogc.formats.document import Words
from cooperation_atlas.web.translations.catalogue import catalogue

NO_AREAS = [made_store.AREAS[3]] * 4


def table(*records: dict[str, Any], language: str = "en", **asked: str) -> list[dict[str, str]]:
    """The rows of a CSV of programmes."""
    made = made_store.store([{"cci": f"{n}", **r} for n, r in enumerate(records)], NO_AREAS)
    document = list_document(made, PROGRAMMES, "csv", asked)
    words = Words(made.codelists, language, catalogue(language).translate)
    return rows(write(replace(document, words=words)))


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cell(name: str, value: Any) -> str:
    return table({name: value})[0][name]


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("title", "Łódź, “quoted” \"and\"\nnew line", "Łódź, “quoted” \"and\"\nnew line"),
        ("title", None, ""), ("title", "", ""),
        ("funds", ["ERDF", "ESF+"], "ERDF; ESF+"), ("funds", None, ""),
        ("n_offers", 0, "0"), ("eu_amount", 1234567.5, "1234567.5"), ("eu_amount", -2.0, "-2.0"),
        ("objectives_complete", True, "true"), ("objectives_complete", False, "false"),
        ("objectives_complete", None, ""), ("period_start", "2021-01-01", "2021-01-01"),
    ],
)  # fmt: skip
def test_cells(name: str, value: Any, text: str) -> None:
    assert cell(name, value) == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_that_spreadsheets_would_calculate_is_marked_as_text(start: str) -> None:
    assert cell("title", f"{start}1+1") == f"'{start}1+1"
    assert cell("funds", [f"{start}cmd", "x"]) == f"'{start}cmd; x"


def test_formula_signs_inside_a_text_are_left_alone() -> None:
    assert cell("title", "ESF+ = 1") == "ESF+ = 1"


def test_one_line_a_feature_in_the_order_of_the_page() -> None:
    made = made_store.store([{"cci": f"{n}", "title": title} for n, title in enumerate("abc")], NO_AREAS)
    data = write(list_document(made, PROGRAMMES, "csv", {"sortby": "-title", "limit": "2"}))
    assert [row["cci"] for row in rows(data)] == ["2", "1"]
    assert data.count(b"\r\n") == 3
    assert list(rows(data)[0]) == list(COLLECTIONS["programmes"].by_name)


def test_only_the_properties_asked_for() -> None:
    assert table({"title": "a"}, properties="title,cci") == [{"cci": "0", "title": "a"}]


def test_without_features_there_are_the_names() -> None:
    lines = write(list_document(made_store.store(), PROGRAMMES, "csv", {"offset": "100"})).decode("utf-8-sig")
    assert len(lines.splitlines()) == 1
    assert lines.startswith("cci,title,")


# --- labels -------------------------------------------------------------------------------------------------------


def test_with_labels_a_table_is_in_words() -> None:
    record = {"country": "IT", "funds": ["ERDF", "ESF+"], "eu_amount": 2.5, "objectives_complete": True, "title": "=1"}
    (row,) = table(record, labels="true", properties="title,country,funds,eu_amount,objectives_complete")
    codelists = made_store.store().codelists
    funds = "; ".join(codelists.label("funds", code, "en") for code in record["funds"])
    assert row == {
        "Programme title": "'=1", "Country": codelists.label("countries", "IT", "en"), "Funds": funds,
        "EU amount (euro)": "2.5", "Objectives complete": "yes",
    }  # fmt: skip


def test_labels_and_headings_are_in_the_language() -> None:
    (row,) = table({"objectives_complete": False}, labels="true", properties="title,objectives_complete", language="de")
    assert row["Programmtitel"] == "" and list(row.values())[-1] == "nein"


def test_text_twins_are_left_out_where_the_array_has_the_labels() -> None:
    asked = {"labels": "true", "properties": "funds,funds_text,sources,sources_text"}
    (row,) = table({"funds": ["ERDF"], "sources": ["a"]}, **asked)
    assert [name for name in row if "(text)" in name] == ["Sources (text)"]
    (row,) = table({"funds": ["ERDF"]}, labels="true", properties="funds_text")
    assert list(row) == ["Funds (text)"]
