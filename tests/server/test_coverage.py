"""How much is known, counted four ways: by the resource, by searches, by its page, and by the tables and documents."""

from __future__ import annotations

import re
from collections import defaultdict
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest
from conftest import Command, settings_for
from http_client import get, ids, items, page
from running_server import REPOSITORY, RunningServer

from cooperation_atlas.cli import cli
from cooperation_atlas.editions.coverage import FROM_AREA, Coverage
from cooperation_atlas.editions.coverage_table import markdown, put_into, text
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.errors import AtlasError
from cooperation_atlas.store.memory.load import load_edition

#: By list: its property, and what is true where the whole list is known.
LISTS = {
    "funds": ("funds", "funds_complete = TRUE"),
    "categories": ("categories_of_region", "categories_complete = TRUE"),
    "objectives": ("objectives", "objectives_complete = TRUE"),
    "topics": ("topics", "topics_complete = TRUE"),
    "amounts": ("eu_amount", "amounts_complete = TRUE"),
    "area": ("nuts_codes", "area_basis IN ('stated', 'title')"),
}
#: By list: the table of its facts.
TABLES = {
    "funds": "funds", "categories": "categories", "objectives": "objectives", "topics": "objectives",
    "amounts": "amounts", "area": "areas",
}  # fmt: skip


@pytest.fixture(scope="module")
def document(server: RunningServer) -> dict[str, Any]:
    return page(server, "/coverage", f="json")


@pytest.fixture(scope="module")
def known(real_edition: EditionFolder) -> Coverage:
    return load_edition(real_edition.folder).coverage


@pytest.mark.parametrize("name", LISTS)
def test_counts_are_those_of_searches(server: RunningServer, document: dict[str, Any], name: str) -> None:
    """By CQL2 on the lists themselves. Topics that rest on samples are no facts, so samples are left out."""
    values, whole = LISTS[name]
    states = {
        "known": whole,
        "partial": f"NOT ({whole}) AND {values} IS NOT NULL",
        "unknown": f"NOT ({whole}) AND {values} IS NULL",
    }
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for state, condition in states.items():
        query = {"filter": condition, "exclude": "samples", "properties": "country,period", "skipGeometry": "true"}
        counts: dict[tuple[str, str], int] = defaultdict(int)
        for feature in page(server, items(), **query, limit=10_000)["features"]:
            counts[feature["properties"]["country"], feature["properties"]["period"]] += 1
        for row in document["countries"]:
            found[row["country"], row["period"]][state] = counts.pop((row["country"], row["period"]), 0)
        assert not counts
    assert {(row["country"], row["period"]): row["lists"][name] for row in document["countries"]} == found
    for total in document["periods"]:
        own = [states for (_, period), states in found.items() if period == total["period"]]
        assert total["lists"][name] == {state: sum(one[state] for one in own) for state in states}


def test_completeness_is_the_mean_of_the_programmes(server: RunningServer, document: dict[str, Any]) -> None:
    for row in document["periods"]:
        features = page(server, items(), period=row["period"], limit=10_000, skipGeometry="true")["features"]
        values = [feature["properties"]["completeness"] for feature in features]
        assert row["programmes"] == len(values)
        assert row["completeness"] == pytest.approx(sum(values) / len(values), abs=0.01)


@pytest.mark.parametrize("name", LISTS)
def test_sources_are_those_of_the_rows(document: dict[str, Any], name: str) -> None:
    rows = pd.read_csv(REPOSITORY / f"data/programmes/{TABLES[name]}.csv", dtype=str)
    programmes = pd.read_csv(REPOSITORY / "data/programmes/programmes.csv", dtype=str).set_index("cci")["period"]
    rows["period"] = rows["cci"].map(programmes)
    counted = rows.groupby(["period", "source", "source_date"])["cci"].nunique().to_dict()
    listed = {
        (one["period"], one["source"], one["source_date"]): one["programmes"]
        for one in document["sources"]
        if one["list"] == name and one["source"] != FROM_AREA
    }
    assert listed == counted
    for one in document["sources"]:
        assert sum(one["countries"].values()) == one["programmes"]


def test_every_gap_names_a_table_and_a_column_that_are_there(document: dict[str, Any]) -> None:
    assert [one["id"] for one in document["lists"]] == list(LISTS)
    for one in document["lists"]:
        assert one["column"] in pd.read_csv(REPOSITORY / one["table"], nrows=0).columns
        assert (one["property"], one["complete"] is None) == (LISTS[one["id"]][0], one["id"] == "area")


def test_missing_programmes_are_those_of_the_table(server: RunningServer, document: dict[str, Any]) -> None:
    rows = pd.read_csv(REPOSITORY / "data/programmes/missing.csv", dtype=str)
    expected = {
        title: (set(own["fund"]), set(own["nuts_code"]), set(own["country"])) for title, own in rows.groupby("title")
    }
    found = {one["title"]: (set(one["funds"]), set(one["nuts_codes"]), {one["country"]}) for one in document["missing"]}
    assert found == expected
    assert all(one["source"] and one["evidence"] and one["source_date"] for one in document["missing"])
    shown = get(server, "/coverage", f="html").text
    assert all(one["title"] in shown and ", ".join(one["nuts_codes"]) in shown for one in document["missing"])


class Rows(HTMLParser):
    """The rows of all tables of a page: their cells as text, and the addresses in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[tuple[list[str], list[str]]] = []
        self._in_cell = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append(([], []))
        elif tag in ("td", "th"):
            self.rows[-1][0].append("")
            self._in_cell = True
        elif tag == "a" and self._in_cell:
            self.rows[-1][1].append(dict(attrs)["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._in_cell = self._in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.rows[-1][0][-1] += f" {data.strip()}"


@pytest.fixture(scope="module")
def rows(server: RunningServer) -> list[tuple[list[str], list[str]]]:
    return Rows(get(server, "/coverage", f="html", lang="en").text).rows


def test_the_page_has_the_numbers_of_the_document(
    document: dict[str, Any], rows: list[tuple[list[str], list[str]]]
) -> None:
    titles = {one["title"]: one["id"] for one in document["lists"]}
    totals = iter(row for row, _ in rows if len(row) == 6 and any(row[0].strip().startswith(t) for t in titles))
    for total in document["periods"]:
        for title, name in titles.items():
            row = next(totals)
            assert row[0].strip().startswith(title)
            assert [int(cell) for cell in row[1:4]] == list(total["lists"][name].values())
    countries = iter(row for row, _ in rows if len(row) == 3 + len(titles) and "·" in row[3])
    order = sorted(document["countries"], key=lambda row: row["period"], reverse=True)
    for expected, row in zip(order, countries, strict=True):
        assert int(row[1]) == expected["programmes"]
        shown = [[int(n) for n in cell.rpartition("not known")[2].split(maxsplit=1)[1].split("·")] for cell in row[3:]]
        assert shown == [list(states.values()) for states in expected["lists"].values()]


def test_numbers_of_gaps_lead_to_the_programmes(server: RunningServer, rows: list[tuple[list[str], list[str]]]) -> None:
    """Each of the totals: as many programmes are found as the number says."""
    followed = 0
    for row, links in rows:
        if len(row) == 6 and row[1].strip().isdigit():
            numbers = [int(cell) for cell in row[2:4] if int(cell)]
            searches = [link for link in links if "missing=" in link]
            assert len(numbers) == len(searches)
            for number, link in zip(numbers, searches, strict=True):
                assert page(server, f"{link}&f=json&resulttype=hits")["numberMatched"] == number
                followed += 1
    assert followed > 6


def test_samples_do_not_count(server: RunningServer, document: dict[str, Any]) -> None:
    without = page(server, "/coverage", f="json", exclude="samples")
    different = {"links", "samples"}
    assert {n: v for n, v in without.items() if n not in different} == {
        n: v for n, v in document.items() if n not in different
    }


def test_it_is_kept_and_found_like_other_documents(server: RunningServer) -> None:
    first = get(server, "/coverage", headers={"Accept": "application/json"})
    again = get(server, "/coverage", headers={"Accept": "application/json", "If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.headers["etag"]) == (304, first.headers["etag"])
    assert f"{server.url}/coverage" in {link["href"] for link in page(server, "/", f="json")["links"]}
    assert "/coverage" in page(server, "/openapi", f="json")["paths"]
    german = page(server, "/coverage", f="json", lang="de")
    assert german["title"] == "Was bekannt ist" and german["lists"][1]["title"] == "Regionenkategorien"


def test_the_page_of_a_programme_shows_its_gaps(server: RunningServer) -> None:
    (cci, *_) = ids(server, "programmes", filter="A_CONTAINS(missing, ('funds_unknown'))")
    shown = get(server, f"{items()}/{cci}", f="html", lang="en").text
    gaps = page(server, f"{items()}/{cci}")["properties"]["missing"]
    assert f"{6 - len(gaps)} of 6 lists are known" in shown
    assert shown.count("Can be filled in:") == len(gaps)
    assert "data/programmes/funds.csv" in shown


def test_the_document_of_the_data_has_the_numbers_of_today(known: Coverage) -> None:
    """`make coverage` writes them; what else it says of their number agrees."""
    readme = (REPOSITORY / "data/README.md").read_text("utf-8")
    assert put_into(readme, known, "data/README.md") == readme, "make coverage"
    by_period: dict[str, int] = defaultdict(int)
    for count in known.counts:
        by_period[count.period] += count.programmes if count.list == "funds" else 0
    current, former = by_period["2021-2027"], by_period["2014-2020"]
    assert re.search(rf"{current + former} programmes: {current} of 2021-2027 and {former} of 2014-2020", readme)


def test_a_document_without_a_place_for_the_table_is_refused(known: Coverage) -> None:
    with pytest.raises(AtlasError, match=r"notes\.md has no place for the table"):
        put_into("# Notes\n", known, "notes.md")


@pytest.mark.slow
def test_the_command_prints_the_table(command: Command, known: Coverage, tmp_path: Any) -> None:
    settings = settings_for(REPOSITORY / "data", tmp_path)
    assert "coverage" in cli.commands
    assert command("coverage", settings=settings).stdout == text(known)
    assert command("coverage", "--format", "markdown", settings=settings).stdout == markdown(known)


def test_the_command_reads_the_tables_as_they_are(command: Command, data: Any) -> None:
    printed = command("coverage").stdout.splitlines()
    assert printed[0].split()[:3] == ["period", "list", "known"]
    assert [line.split()[2:5] for line in printed if line.startswith("2021-2027  Funds")] == [["2", "1", "1"]]
    (data / "programmes" / "funds.csv").write_text("nonsense\n")
    refused = command("coverage")
    assert refused.returncode == 1 and "cooperation-atlas validate" in refused.stderr
