"""Facts of programmes that were checked by hand, and rules that hold for all of them, on the committed tables."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from running_server import RunningServer

from cooperation_atlas.editions.validate import validate

DATA = Path(__file__).resolve().parents[2] / "data"
COMMISSION, OPENCOESIONE = "European Commission", "OpenCoesione"
#: The funds that can pay for an objective, by the first letters of its code (Reg. (EU) 2021/1057, 1058, 1056 and 1060).
PAYABLE_BY = {"RSO": {"ERDF", "CF"}, "ESO": {"ESF+"}, "JSO": {"JTF"}}
SICILY = "2021IT16RFPR016"


@cache
def table(name: str) -> list[dict[str, str]]:
    """Rows of a table of programmes."""
    with (DATA / "programmes" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_programme(name: str, column: str) -> dict[str, set[str]]:
    """The values of a column by CCI."""
    values: dict[str, set[str]] = defaultdict(set)
    for row in table(name):
        values[row["cci"]].add(row[column])
    return values


def objectives_from(source: str, cci: str) -> set[str]:
    """The objectives of a programme that rest on a source."""
    rows = (row for row in table("objectives") if row["cci"] == cci and row["source"].startswith(source))
    return {row["objective"] for row in rows}


def test_an_objective_is_paid_for_by_a_fund_that_can_pay_for_it() -> None:
    funds = by_programme("funds", "fund")
    for row in table("objectives"):
        payable = PAYABLE_BY.get(row["objective"][:3])
        if payable is None:
            continue  # of 2014-2020, when any fund could pay for any objective
        assert not row["fund"] or row["fund"] in payable, row
        assert row["cci"] not in funds or funds[row["cci"]] & payable, row


def test_sicily_has_the_objectives_of_both_sources(server: RunningServer) -> None:
    commission, opencoesione = objectives_from(COMMISSION, SICILY), objectives_from(OPENCOESIONE, SICILY)
    assert commission - opencoesione == {"RSO2.2", "RSO2.6"}
    assert opencoesione >= {"RSO1.2", "RSO1.3", "RSO2.8", "RSO4.6"}
    feature = server.json(f"/collections/programmes/items/{SICILY}")["properties"]
    assert set(feature["objectives"]) == commission | opencoesione
    assert feature["objectives_complete"] is False, "neither source is complete"
    assert any(source.startswith(OPENCOESIONE) for source in feature["sources"])


def test_objectives_that_opencoesione_assigned_itself_say_so() -> None:
    assigned = [row for row in table("objectives") if "assigned by OpenCoesione" in row["source"]]
    monitored = [row for row in table("objectives") if row["source"].startswith("OpenCoesione, programme lines")]
    assert assigned
    assert monitored
    assert {row["cci"][4:6] for row in (*assigned, *monitored)} == {"IT"}
    pairs = {(row["cci"], row["objective"]) for row in monitored}
    assert not pairs & {(row["cci"], row["objective"]) for row in assigned}


@pytest.mark.parametrize(
    ("cci", "expected"),
    [
        ("2021IT16FFPR005", {"ERDF", "ESF+"}),
        ("2021PL16FFPR001", {"ERDF", "ESF+", "JTF"}),
        ("2021PL16FFPR006", {"ERDF", "ESF+", "JTF"}),
        ("2021PT16FFPR005", {"ERDF", "ESF+", "JTF"}),
        ("2021PT16FFPR007", {"ERDF", "ESF+"}),
        ("2021PT16FFPR009", {"ERDF", "ESF+"}),
        ("2021LU05FFPR001", {"ESF+", "JTF"}),
        ("2021LU16FFPR001", {"ERDF", "JTF"}),
        ("2021PT16FFPR003", {"ERDF", "ESF+", "JTF"}),
        ("2021RO16FFPR003", {"ERDF", "ESF+"}),
        ("2021HU16FFPR004", {"ERDF", "ESF+"}),
        ("2021LT16FFPR001", {"ERDF", "ESF+", "CF", "JTF"}),
        ("2021BG16FFPR003", {"ERDF", "JTF"}),
        ("2021PL16FFPR002", {"ERDF", "ESF+"}),
    ],
)
def test_known_funds(cci: str, expected: set[str]) -> None:
    assert by_programme("funds", "fund")[cci] == expected


@pytest.mark.parametrize(
    ("cci", "expected"),
    [
        ("2021NL16RFPR002", {"NL23", "NL31", "NL32", "NL33"}),
        ("2021NL16RFPR003", {"NL34", "NL41", "NL42"}),
        ("2021NL16RFPR004", {"NL21", "NL22"}),
        ("2021CZ16RFPR001", {"CZ02", "CZ03", "CZ04", "CZ05", "CZ06", "CZ07", "CZ08"}),
        ("2021CZ16RFPR002", {"CZ"}),
        ("2021PT16FFPR009", {"PT11", "PT16", "PT18"}),
        ("2021PT05SFPR001", {"PT11", "PT15", "PT16", "PT17", "PT18"}),
    ],
)
def test_known_areas_are_stated(cci: str, expected: set[str]) -> None:
    rows = [row for row in table("areas") if row["cci"] == cci]
    assert {row["nuts_code"] for row in rows} == expected
    assert {row["basis"] for row in rows} == {"stated"}


def test_a_page_of_the_commission_in_full() -> None:
    """The environment programme of Czechia, as its page has it: both funds, their money and all six objectives."""
    cci = "2021CZ16FFPR001"
    assert by_programme("funds", "fund")[cci] == {"CF", "ERDF"}
    money = {row["fund"]: (row["eu_amount"], row["total_amount"]) for row in table("amounts") if row["cci"] == cci}
    assert money == {"CF": ("1982934539", "2332864164"), "ERDF": ("527260785", "683960496")}
    page = objectives_from("European Commission, programme pages", cci)
    assert page == {"RSO2.1", "RSO2.2", "RSO2.4", "RSO2.5", "RSO2.6", "RSO2.7"}


def test_titles_that_were_put_right_say_so() -> None:
    programmes = {row["cci"]: row for row in table("programmes")}
    assert programmes["2014FR16RFOP006"]["title"] == "Alsace - ERDF"
    assert programmes["2014FR16RFOP005"]["title"] == "Interregional Rhône-Saône - ERDF"
    for cci in ("2014FR16RFOP005", "2014FR16RFOP006"):
        assert "; title " in programmes[cci]["source"]


def test_missing_programmes_are_no_programmes() -> None:
    """They have no code, so that none can be guessed, and no programme of that fund serves just their area."""
    rows = table("missing")
    assert "cci" not in rows[0]
    funds, areas = by_programme("funds", "fund"), by_programme("areas", "nuts_code")
    current = {row["cci"] for row in table("programmes") if row["period"] == "2021-2027"}
    missing: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        missing[row["title"]].add(row["nuts_code"])
    for title, codes in missing.items():
        fund = {row["fund"] for row in rows if row["title"] == title}
        same = [cci for cci in current if areas[cci] == codes and funds.get(cci, set()) >= fund]
        assert not same, f"{title} is there: {same}. Take it out of missing.csv."


def test_area_of_a_missing_programme_is_checked(data: Path) -> None:
    path = data / "programmes" / "missing.csv"
    path.write_text(path.read_text("utf-8").replace("EL301", "EL399"), "utf-8")
    findings = [str(f) for f in validate(data).findings]
    assert any("missing.csv" in text and "EL399" in text for text in findings), findings


def test_money_is_planned_for_objectives_and_funds_that_the_programme_has() -> None:
    objectives, funds = by_programme("objectives", "objective"), by_programme("funds", "fund")
    for row in table("categorisation"):
        assert not row["objective"] or row["objective"] in objectives[row["cci"]], row
        assert not row["fund"] or row["fund"] in funds[row["cci"]], row


def test_territorial_focus_is_shown_where_it_is_stated(server: RunningServer) -> None:
    stated: dict[str, set[str]] = defaultdict(set)
    for row in table("categorisation"):
        if row["dimension"] == "territorial_focus":
            stated[row["cci"]].add(row["code"])
    shown = {
        feature["properties"]["cci"]: set(feature["properties"]["territorial_focus"])
        for feature in server.features("programmes", territorial_focus=",".join(sorted(set().union(*stated.values()))))
    }
    assert shown == stated
