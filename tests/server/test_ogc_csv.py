"""CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import made_store
import pytest

from cooperation_atlas.model.collections import COLLECTIONS, PROGRAMMES
from cooperation_atlas.ogc.formats.csv import csv_bytes
from cooperation_atlas.ogc.requests import ItemsRequest, parse_items
from cooperation_atlas.ogc.search import search
from cooperation_atlas.store.contract import Page
from cooperation_atlas.store.query import Query

EVERYTHING = ItemsRequest(Query("programmes"))
NO_AREAS = [made_store.AREAS[3]] * 4


def page(*records: dict[str, Any]) -> Page:
    made = made_store.store([{"cci": f"{n}", **r} for n, r in enumerate(records)], NO_AREAS)
    return made.search(Query("programmes"))


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cell(name: str, value: Any) -> str:
    return rows(csv_bytes(page({name: value}), EVERYTHING, PROGRAMMES))[0][name]


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
    data = csv_bytes(made.search(Query("programmes", sortby=(("title", True),), limit=2)), EVERYTHING, PROGRAMMES)
    assert [row["cci"] for row in rows(data)] == ["2", "1"]
    assert data.count(b"\r\n") == 3
    assert list(rows(data)[0]) == list(COLLECTIONS["programmes"].by_name)


def test_only_the_properties_asked_for() -> None:
    asked = parse_items(COLLECTIONS["programmes"], [("properties", "title,cci")])
    assert rows(csv_bytes(page({"title": "a"}), asked, PROGRAMMES)) == [{"cci": "0", "title": "a"}]


def test_without_features_there_are_the_names() -> None:
    beyond = ItemsRequest(Query("programmes", offset=100))
    for asked in (beyond, replace(EVERYTHING, hits=True)):
        lines = csv_bytes(search(made_store.store(), asked), asked, PROGRAMMES).decode("utf-8-sig").splitlines()
        assert len(lines) == 1
        assert lines[0].startswith("cci,title,")
