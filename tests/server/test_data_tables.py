"""What must hold of the committed source tables, whatever reads them."""

from __future__ import annotations

import csv
import datetime as dt
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from cooperation_atlas.editions.check_boundaries import check_boundaries

DATA = Path(__file__).resolve().parents[2] / "data"
MAKE_SAMPLES = DATA / "cooperation" / "make_samples.py"
CURRENT, FORMER = "2021-2027", "2014-2020"
# The grammar of CCI codes: year, country, directorate-general, fund (M0, MA and so on too), type, number.
CCI = re.compile(r"20\d\d[A-Z]{2}\d{2}[A-Z0-9]{2}[A-Z]{2}\d{3}")
KEYS = {
    "programmes/programmes": ("cci",),
    "programmes/authorities": ("cci",),
    "programmes/funds": ("cci", "fund"),
    "programmes/amounts": ("cci", "fund", "category_of_region"),
    "programmes/categories": ("cci", "category_of_region"),
    "programmes/objectives": ("cci", "objective", "fund", "category_of_region"),
    "programmes/areas": ("cci", "nuts_code"),
    "programmes/missing": ("country", "title", "fund", "nuts_code"),
    "programmes/categorisation": ("cci", "objective", "fund", "category_of_region", "dimension", "code"),
    "codelists/objective_topics": ("objective", "topic"),
    "codelists/keep_eu_topics": ("theme", "topic"),
    "codelists/keep_eu_partner_types": ("organisation_type", "partner_type"),
    "codelists/strategy_regions": ("strategy", "nuts_prefix"),
    "codelists/labels": ("codelist", "code", "lang"),
    "codelists/nuts_changes": ("from_version", "from_code", "to_version", "to_code"),
    "nuts/categories_of_region": ("nuts_code",),
    "nuts/interreg_2014_2020": ("nuts_code", "nuts_version"),
    "knowledge/records": ("id",),
    "knowledge/record_values": ("id", "property", "value"),
    "cooperation/sample_examples": ("id",),
    "cooperation/samples": ("id",),
    "cooperation/sample_values": ("id", "property", "value"),
}
PROPERTY_LISTS = {
    "topics": "topics",
    "objectives": "objectives",
    "scopes": "scopes",
    "modes": "modes",
    "partner_types": "partner_types",
    "sought_countries": "countries",
    "sought_strategies": "strategies",
}


@cache
def table(name: str) -> list[dict[str, str]]:
    """Rows of a table of the data folder, by its path without the ending."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(codelist: str) -> set[str]:
    """The codes of a code list."""
    return {row["code"] for row in table(f"codelists/{codelist}")}


def values(prop: str) -> set[str]:
    """All values that sample entries have for a property."""
    return {row["value"] for row in table("cooperation/sample_values") if row["property"] == prop}


def all_tables() -> list[str]:
    """Every CSV table but those of the geometry."""
    folders = ("programmes", "codelists", "cooperation", "knowledge", "guide")
    found = (path for folder in folders for path in (DATA / folder).glob("*.csv"))
    tables = (path.relative_to(DATA).with_suffix("").as_posix() for path in found)
    return sorted([*tables, "nuts/categories_of_region", "nuts/interreg_2014_2020"])


@pytest.fixture(scope="module")
def periods() -> dict[str, str]:
    """Period of each programme."""
    return {row["cci"]: row["period"] for row in table("programmes/programmes")}


def test_programmes_of_both_periods_are_there(periods: dict[str, str]) -> None:
    counts = Counter(periods.values())
    assert counts[CURRENT] >= 282
    assert counts[FORMER] >= 313
    by_country = {row["country"] for row in table("programmes/programmes") if row["period"] == CURRENT}
    assert by_country == {row["code"] for row in table("codelists/countries") if row["eu_member"] == "yes"}


def test_gaps_of_the_main_list_are_filled(periods: dict[str, str]) -> None:
    filled = {"2021FR16FFPR008", "2021FR16FFPR015", "2021FR16FFPR016", "2021FI16FFPR002", "2021PL16FFPR011"}
    filled |= {f"2021DE05SFPR{number}" for number in ("003", "004", "005", "010", "012")}
    assert filled <= set(periods)


def test_cci_follow_their_grammar_and_name_their_country(periods: dict[str, str]) -> None:
    assert not [cci for cci in periods if not CCI.fullmatch(cci)]
    for row in table("programmes/programmes"):
        in_code = {"GR": "EL"}.get(row["cci"][4:6], row["cci"][4:6])
        assert row["country"] == in_code, row["cci"]


@pytest.mark.parametrize("name", sorted(KEYS))
def test_keys_are_unique(name: str) -> None:
    found = Counter(tuple(row[column] for column in KEYS[name]) for row in table(name))
    assert not [key for key, count in found.items() if count > 1]


@pytest.mark.parametrize("name", all_tables())
def test_rows_have_a_source_with_a_date(name: str) -> None:
    for number, row in enumerate(table(name), start=2):
        if "source" in row:
            assert row["source"].strip(), f"{name} row {number}"
        if "source_date" in row:
            day = dt.date.fromisoformat(row["source_date"])
            assert dt.date(2014, 1, 1) <= day <= dt.date(2026, 12, 31), f"{name} row {number}"


@pytest.mark.parametrize("name", all_tables())
def test_cells_are_clean(name: str) -> None:
    for number, row in enumerate(table(name), start=2):
        for column, cell in row.items():
            assert cell == " ".join(cell.split()), f"{name} row {number} {column}: {cell!r}"


def test_nothing_in_the_folder_of_boundaries_is_doubtful() -> None:
    assert [str(finding) for finding in check_boundaries(DATA)] == []


@pytest.mark.parametrize("name", [name for name in sorted(KEYS) if name.startswith("programmes/")])
def test_facts_belong_to_programmes_and_use_listed_codes(name: str, periods: dict[str, str]) -> None:
    lists = {
        "fund": codes("funds") | {""},
        "category_of_region": codes("categories_of_region") | {""},
        "objective": codes("objectives") | {""},
        "basis": codes("area_bases"),
        "period": codes("periods"),
        "goal": codes("goals"),
        "country": codes("countries"),
        "cci": set(periods),
    }
    for number, row in enumerate(table(name), start=2):
        for column in lists.keys() & row.keys():
            assert row[column] in lists[column], f"{name} row {number} {column}: {row[column]}"


def test_code_lists_have_unique_codes_and_known_parents() -> None:
    for name in all_tables():
        rows = table(name)
        if not name.startswith("codelists/") or not rows or "code" not in rows[0] or "parent" not in rows[0]:
            continue
        found = [row["code"] for row in rows]
        assert len(found) == len(set(found)), name
        assert {row["parent"] for row in rows} <= {"", *found}, name


def test_objectives_fit_the_period_of_their_programme(periods: dict[str, str]) -> None:
    for row in table("programmes/objectives"):
        assert row["objective"].startswith("TO") == (periods[row["cci"]] == FORMER), row


def test_every_programme_has_an_area_of_its_period_and_country(periods: dict[str, str]) -> None:
    countries = {row["cci"]: row["country"] for row in table("programmes/programmes")}
    versions = {CURRENT: "2021", FORMER: "2016"}
    for row in table("programmes/areas"):
        assert row["nuts_version"] == versions[periods[row["cci"]]], row
        assert row["nuts_code"][:2] == countries[row["cci"]], row
        assert row["basis"] != "whole_country" or row["nuts_code"] == countries[row["cci"]], row
    assert {row["cci"] for row in table("programmes/areas")} == set(periods)


def test_areas_of_one_programme_do_not_contain_each_other() -> None:
    areas: dict[str, list[str]] = {}
    for row in table("programmes/areas"):
        areas.setdefault(row["cci"], []).append(row["nuts_code"])
    for cci, nuts in areas.items():
        assert not [(a, b) for a in nuts for b in nuts if a != b and b.startswith(a)], cci


def test_area_codes_are_in_their_nuts_version() -> None:
    regions = {(row["nuts_version"], row["nuts_code"]) for row in table("nuts/regions")}
    unknown = {(row["nuts_version"], row["nuts_code"]) for row in table("programmes/areas")} - regions
    assert not unknown
    prefixes = {row["nuts_prefix"] for row in table("codelists/strategy_regions")}
    assert prefixes <= {code for _, code in regions}


@pytest.mark.parametrize(
    ("cci", "expected"),
    [
        ("2021IT16RFPR016", {"ITG1"}),
        ("2014IT16RFOP016", {"ITG1"}),
        ("2014PL16M2OP007", {"PL91", "PL92"}),
        ("2014FR16M0OP001", {"FRI1"}),
        ("2014UK05SFOP001", {"UKL1"}),
        ("2014DE05SFOP012", {"DED"}),
        ("2014ES05SFOP022", {"ES61"}),
        ("2021FI16FFPR002", {"FI2"}),
        ("2021CZ16JTPR001", {"CZ041", "CZ042", "CZ080"}),
        ("2021IT16RFPR003", {"ITF2", "ITF3", "ITF4", "ITF5", "ITF6", "ITG1", "ITG2"}),
        ("2021PL16RFPR003", {"PL62", "PL72", "PL81", "PL82", "PL84", "PL92"}),
    ],
)
def test_known_areas(cci: str, expected: set[str]) -> None:
    assert {row["nuts_code"] for row in table("programmes/areas") if row["cci"] == cci} == expected


def test_just_transition_programmes_are_not_shown_over_the_whole_country() -> None:
    bases = {row["cci"]: row["basis"] for row in table("programmes/areas") if row["cci"][8:10] == "JT"}
    assert len(bases) >= 9
    assert set(bases.values()) == {"stated"}


def test_areas_that_only_stand_in_say_so() -> None:
    notes = {row["cci"]: row["note"] for row in table("programmes/areas")}
    for cci in ("2014UK05SFOP005", "2014UK16RFOP002", "2021FR16RFPR001"):
        assert "no NUTS code" in notes[cci]


def test_topics_are_mapped_in_both_periods() -> None:
    mapping = table("codelists/objective_topics")
    assert {row["relation"] for row in mapping} <= {"exact", "broader", "related"}
    assert {row["objective"] for row in mapping} == codes("objectives")
    assert {row["topic"] for row in mapping} <= codes("topics")
    for number in range(1, 12):
        relations = {row["relation"] for row in mapping if row["objective"] == f"TO{number:02d}"}
        assert relations == ({"related"} if number == 11 else {"broader", "related"})
    exact = {row["objective"]: row["topic"] for row in mapping if row["relation"] == "exact"}
    assert exact["JSO8.1"] == "JTF"
    assert all(exact[code] == code for code in codes("objectives") if code.startswith(("RSO", "ESO")))


def test_labels_belong_to_code_lists() -> None:
    for row in table("codelists/labels"):
        assert row["code"] in codes(row["codelist"]), row
        assert row["lang"] != "en", "English is the label of the code list itself"


def test_labels_are_complete_in_the_languages_of_the_pages() -> None:
    """But names of countries, which come from CLDR, codes that are the same everywhere, and what is English only: the
    intervention fields and the words of keep.eu."""
    labels = {(row["codelist"], row["code"], row["lang"]) for row in table("codelists/labels")}
    tables = (name for name in all_tables() if name.startswith("codelists/"))
    lists = {name.removeprefix("codelists/") for name in tables if "label" in table(name)[0]}
    english = {name for name in lists if name.startswith("keep_eu_")} | {"intervention_fields"}
    for name in lists - english - {"labels", "countries", "periods", "nuts_versions"}:
        for code in codes(name):
            assert all((name, code, language) in labels for language in ("de", "es", "fr", "it", "pl")), (name, code)


def test_amounts_are_euros_and_the_total_holds_the_union_part() -> None:
    for row in table("programmes/amounts"):
        assert float(row["eu_amount"]) > 0, row
        assert float(row["total_amount"]) >= float(row["eu_amount"]), row


def test_nuts_changes_start_and_end_in_their_versions() -> None:
    changes = table("codelists/nuts_changes")
    regions = {(row["nuts_version"], row["nuts_code"]) for row in table("nuts/regions")}
    for row in changes:
        for end in ("from", "to"):
            if row[f"{end}_version"] in ("2016", "2021") and row[f"{end}_code"]:
                assert (row[f"{end}_version"], row[f"{end}_code"]) in regions, row
    lisbon = {row["to_code"] for row in changes if row["from_code"] == "PT170"}
    assert lisbon == {"PT1A0", "PT1B0"}


def test_no_real_entry_is_made_up() -> None:
    for row in table("cooperation/entries"):
        assert not row["id"].startswith("SAMPLE-"), row


def test_every_sample_says_that_it_is_one() -> None:
    samples = table("cooperation/samples")
    assert 140 <= len(samples) <= 160
    for number, row in enumerate(samples, start=1):
        assert row["id"] == f"SAMPLE-{number:04d}"
        assert row["summary"].startswith("Sample ")
        assert row["source"] == "Sample entry made for demonstration; not a fact"
        assert row["contact"] == ""
        assert dt.date.fromisoformat(row["open_from"]) < dt.date.fromisoformat(row["open_to"])
        dt.date.fromisoformat(row["updated"])


def test_samples_cover_countries_topics_scopes_kinds_and_statuses(periods: dict[str, str]) -> None:
    samples = table("cooperation/samples")
    members = {row["code"] for row in table("codelists/countries") if row["eu_member"] == "yes"}
    countries = {row["cci"]: row["country"] for row in table("programmes/programmes")}
    current = [row for row in samples if periods[row["cci"]] == CURRENT]
    assert {countries[row["cci"]] for row in current} == members
    assert 0 < len(samples) - len(current) < len(current)
    assert {row["kind"] for row in samples} == codes("kinds")
    assert {row["status"] for row in samples} == codes("statuses")
    assert values("scopes") == codes("scopes")
    assert values("modes") == codes("modes")
    assert values("partner_types") == codes("partner_types")
    specific = {code for code in codes("topics") if code == "JTF" or code.startswith(("RSO", "ESO"))}
    assert values("topics") == specific


def test_sample_values_belong_to_samples_and_code_lists() -> None:
    ids = {row["id"] for row in table("cooperation/samples")}
    for row in table("cooperation/sample_values"):
        assert row["id"] in ids, row
        assert row["value"] in codes(PROPERTY_LISTS[row["property"]]), row


def test_the_script_makes_the_committed_samples(tmp_path: Path) -> None:
    command = [sys.executable, str(MAKE_SAMPLES), "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    for name in ("samples.csv", "sample_values.csv"):
        assert (tmp_path / name).read_bytes() == (DATA / "cooperation" / name).read_bytes(), name
