"""What is known of the lists of a programme: the same from JSON, CSV and CQL2, and true to the tables' sources."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
import small_data
from http_client import get, ids, items, page
from running_server import RunningServer

from cooperation_atlas.editions.assemble import assemble
from cooperation_atlas.editions.validate import validate
from cooperation_atlas.model.collections import PROGRAMMES
from cooperation_atlas.model.completeness import CODES, KNOWN_LISTS
from cooperation_atlas.sources.findings import Severity
from cooperation_atlas.sources.schema import TABLES

#: Each list with its array (or value) and what says that it is whole.
LISTS = {
    "funds": ("funds", "funds_complete"),
    "categories": ("categories_of_region", "categories_complete"),
    "objectives": ("objectives", "objectives_complete"),
    "topics": ("topics", "topics_complete"),
    "amounts": ("eu_amount", "amounts_complete"),
}
Properties = dict[str, Any]


@pytest.fixture(scope="module")
def programmes(server: RunningServer) -> list[Properties]:
    return [feature["properties"] for feature in server.features("programmes")]


def state(programme: Properties, name: str) -> str:
    """What is known of a list, read off the properties."""
    if name == "area":
        return {"stated": "known", "title": "known", "whole_country": "partial"}[programme["area_basis"]]
    values, complete = (programme[property_] for property_ in LISTS[name])
    if complete:
        return "known"
    made_up = programme["sample_topics"] if name == "topics" else None
    rest = [v for v in values if v not in made_up] if made_up else values
    return "partial" if rest else "unknown"


def test_completeness_is_the_share_of_lists_that_are_known(programmes: list[Properties]) -> None:
    worth = {"known": 2, "partial": 1, "unknown": 0}
    for programme in programmes:
        states = {name: state(programme, name) for name in (*LISTS, "area")}
        share = sum(worth[known] for known in states.values()) / (2 * len(states))
        assert programme["completeness"] == pytest.approx(share, abs=0.005), programme["cci"]
        gaps = [f"{name}_{known}" for name, known in states.items() if known != "known"]
        assert sorted(programme["missing"] or ()) == sorted(gaps), programme["cci"]
        assert (programme["completeness"] == 1) is (programme["missing"] is None)


def test_every_state_occurs(programmes: list[Properties]) -> None:
    """Else a rule above would be tested by nothing."""
    found = {(name, state(programme, name)) for programme in programmes for name in LISTS}
    assert found >= {(name, known) for name in LISTS for known in ("known", "unknown")}
    assert {name for name, known in found if known == "partial"} >= {"funds", "categories", "objectives", "topics"}


def test_samples_do_not_count(server: RunningServer, programmes: list[Properties]) -> None:
    without = server.features("programmes", exclude="samples")
    judged = ("completeness", "missing", *(complete for _, complete in LISTS.values()))
    others = {other["id"]: other["properties"] for other in without}
    for programme in programmes:
        assert [programme[name] for name in judged] == [others[programme["cci"]][name] for name in judged]


def test_csv_says_the_same(server: RunningServer, programmes: list[Properties]) -> None:
    text = get(server, items(), f="csv", limit=10_000, lang="en").text
    rows = {row["cci"]: row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))}
    for programme in programmes:
        row = rows[programme["cci"]]
        assert float(row["completeness"]) == programme["completeness"]
        assert row["missing_text"] == (programme["missing_text"] or "")
        assert row["funds_complete"] == str(programme["funds_complete"]).lower()


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("completeness = 1", lambda p: p["completeness"] == 1),
        ("completeness < 0.5 AND period = '2021-2027'", lambda p: p["completeness"] < 0.5 and p["period"] > "2020"),
        ("A_CONTAINS(missing, ('objectives_unknown'))", lambda p: "objectives_unknown" in (p["missing"] or ())),
        ("missing IS NULL", lambda p: not p["missing"]),
        ("funds_complete = FALSE", lambda p: not p["funds_complete"]),
    ],
)
def test_it_can_be_filtered_by(server: RunningServer, programmes: list[Properties], text: str, holds: Any) -> None:
    found = ids(server, "programmes", filter=text)
    assert sorted(found) == sorted(p["cci"] for p in programmes if holds(p))
    assert found


def test_gaps_can_be_filled_where_the_declaration_says() -> None:
    for one in KNOWN_LISTS:
        (table,) = (t for t in TABLES.values() if t.path == one.table)
        assert one.column in {column.name for column in table.columns}
        assert set(one.properties) <= set(PROGRAMMES.by_name)
    assert len(set(CODES)) == len(CODES)


def known(data: Path, cci: str) -> Properties:
    """A programme of a data folder, from its tables."""
    checked = validate(data)
    records = assemble(checked.sources, checked.regions)["programmes"].records
    return next(record for record in records if record["cci"] == cci)


def test_one_fund_by_the_code_is_all_funds(data: Path) -> None:
    assert known(data, "2021IT16RFPR001")["funds_complete"] is True
    assert known(data, "2021IT16FFPR002")["funds_complete"] is False


def test_a_source_that_states_the_whole_list_makes_it_known(data: Path) -> None:
    """Whatever table the source is named in, and also where it states an empty list."""
    cci = "2021IT16FFPR002"
    before = known(data, cci)
    assert (before["objectives_complete"], before["missing"][1]) == (False, "categories_unknown")
    small_data.append(data, "programmes/amounts.csv", f"{cci},JTF,,5,6,Planned finances,2026-06-14")
    after = known(data, cci)
    assert (after["objectives"], after["objectives_complete"], after["topics_complete"]) == (None, True, True)
    assert after["categories_complete"] is True
    assert "objectives_unknown" not in (after["missing"] or ())
    assert after["completeness"] > before["completeness"]


def test_a_fund_without_categories_leaves_none_to_know(data: Path) -> None:
    """Where the Just Transition Fund is the only one for certain, there is no category of region."""
    assert known(data, "2021IT16FFPR002")["categories_complete"] is False
    small_data.append(data, "codelists/whole_lists.csv", "funds,Made for tests,All of them")
    assert known(data, "2021IT16FFPR002")["categories_complete"] is True
    assert known(data, "2021IT16RFPR001")["categories_complete"] is False


def test_the_whole_official_table_states_every_list(data: Path) -> None:
    """Also where it states nothing: the date says that it was whole. An extract, without it, makes no list known."""
    cci, lists = "2021IT16FFPR002", [complete for _, complete in LISTS.values()]
    (data / "official").mkdir()
    head = "cci,title,title_lang,period,goal,country,programme_status,version,adopted,complete_on,source,source_date\n"
    row = f"{cci},Islands,,2021-2027,IJG,IT,adopted_by_ec,1,2023-03-31,{{}},Official table,2026-07-01\n"
    for day, expected in (("", False), ("2026-07-01", True)):
        (data / "official/programmes.csv").write_text(head + row.format(day), "utf-8")
        programme = known(data, cci)
        assert {programme[name] for name in lists} == {expected}
    assert programme["objectives"] is None
    assert (programme["completeness"], programme["missing"]) == (1, None)


def test_a_list_outside_the_code_list_is_refused(data: Path) -> None:
    small_data.append(data, "codelists/whole_lists.csv", "fund,Made for tests,All of them")
    (finding,) = validate(data).findings
    assert (finding.value, finding.column) == ("fund", "list")
    assert "funds" in finding.nearest


def test_a_source_that_no_fact_names_is_warned_of(data: Path) -> None:
    row = small_data.append(data, "codelists/whole_lists.csv", "funds,Planed finances,All of them")
    (finding,) = validate(data).findings
    assert (finding.value, finding.row, finding.severity) == ("Planed finances", row, Severity.WARNING)
    assert "Planned finances" in finding.nearest


@pytest.mark.parametrize("collection", ["programmes", "nuts3", "countries"])
@pytest.mark.parametrize(
    ("name", "value"), [("fund", "JTF"), ("category", "LD"), ("objective", "RSO2.1"), ("topic", "PO2")]
)
def test_how_many_are_unknown_is_said(server: RunningServer, collection: str, name: str, value: str) -> None:
    """In lists, facets and each feature alike: what may match is what is added by including it."""
    sure, every = (set(ids(server, collection, **{name: value}, **more)) for more in ({}, {"include": "unknown"}))
    asked = {name: value, "include": "unknown"}
    listed = page(server, items(collection), **asked, resulttype="hits")
    counted = page(server, f"/collections/{collection}/facets", **asked)
    assert sure <= every and (collection != "programmes" or sure != every)
    assert listed["numberUnknown"] == counted["numberUnknown"] == len(every) - len(sure)
    assert counted["unknown"][name][value] == len(every) - len(sure)
    assert counted["facets"][name][value] == len(every)
    features = page(server, items(collection), **asked, limit=10_000, skipGeometry="true")["features"]
    assert {f["id"] for f in features if f["properties"]["match"] == "unknown"} == every - sure
    without = page(server, f"/collections/{collection}/facets", **{name: value})
    assert not {"numberUnknown", "unknown"} & set(without)
    assert "numberUnknown" not in page(server, items(collection), **{name: value}, resulttype="hits")


def test_a_programme_may_have_what_its_list_does_not_name(server: RunningServer, programmes: list[Properties]) -> None:
    """Unknown is what is absent from a list of which the whole is not known, and nothing else."""
    for name, value in (("fund", "JTF"), ("category", "TR"), ("objective", "RSO1.1")):
        property_ = {"fund": "funds", "category": "categories_of_region", "objective": "objectives"}[name]
        complete = {"fund": "funds", "category": "categories", "objective": "objectives"}[name] + "_complete"
        found = set(ids(server, "programmes", **{name: value}, include="unknown"))
        expected = {p["cci"] for p in programmes if value in (p[property_] or ()) or not p[complete]}
        assert found == expected, name
