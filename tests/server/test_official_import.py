"""Import of the official table: what it adds, updates, replaces, leaves out, and what an edition then says."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
from pathlib import Path
from typing import Any

import made_official
import openpyxl
import pytest
import small_data
from made_official import Cells, row, write

from cooperation_atlas.editions.assemble import assemble
from cooperation_atlas.editions.check_import import check_import
from cooperation_atlas.editions.validate import validate
from cooperation_atlas.model.errors import AtlasError
from cooperation_atlas.sources.findings import BadSources
from cooperation_atlas.sources.official.importing import Origin, Prepared, prepared

CCI, OTHER = "2021IT16RFPR001", "2021EL16FFPR001"
FIRST, LATER = dt.date(2023, 9, 14), dt.date(2023, 10, 23)


def imported(data: Path, path: Path, day: dt.date = FIRST, **options: Any) -> Prepared:
    """Import a file, and publish."""
    with prepared("hgyj-gyin", Origin(path, path.name, day), data, **options) as ready:
        check_import(data, ready.folder)
        ready.publish()
    return ready


def facts(data: Path, name: str) -> list[dict[str, str]]:
    """The rows of an official table, without their source."""
    with (data / f"official/{name}.csv").open(encoding="utf-8", newline="") as file:
        return [{k: v for k, v in line.items() if k != "source"} for line in csv.DictReader(file)]


def programmes(data: Path) -> dict[str, dict[str, Any]]:
    """The programmes of an edition, by CCI."""
    checked = validate(data)
    assert [str(f) for f in checked.findings if f.severity == "error"] == []
    return {record["cci"]: record for record in assemble(checked.sources, checked.regions)["programmes"].records}


# --- what is taken ---------------------------------------------------------------------------------------------


def test_facts_of_a_programme(data: Path, tmp_path: Path) -> None:
    rows = [
        row(objective="RSO2.1", code="048", eu="100.25", total="200.5"),
        row(objective="RSO2.1", code="048", eu="10", total="20", priority_code="2"),
        row(objective="RSO2.1", code="171", eu="0.75", total="1", category="TR"),
        row(objective="RSO2.1", dimension="forms_of_support", code="01", eu="111", total="221.5"),
        row(objective="TA", code="999", eu="5", total="5"),
    ]
    small_data.append(
        data, "codelists/categories_of_region.csv", "TR,,Transition regions,,,,,Made for tests,2026-01-01"
    )
    ready = imported(data, write(tmp_path, rows))
    names = ("objective", "category_of_region", "dimension", "code", "eu_amount", "total_amount", "source_date")
    assert [tuple(line[name] for name in names) for line in facts(data, "categorisation")] == [
        ("", "LD", "intervention_fields", "999", "5", "5", "2023-09-14"),
        ("RSO2.1", "LD", "forms_of_support", "01", "111", "221.5", "2023-09-14"),
        ("RSO2.1", "LD", "intervention_fields", "048", "110.25", "220.5", "2023-09-14"),
        ("RSO2.1", "TR", "intervention_fields", "171", "0.75", "1", "2023-09-14"),
    ]
    assert [line["objective"] for line in facts(data, "objectives")] == ["RSO2.1", "RSO2.1"]
    assert ready.counts.rows == 5
    record = programmes(data)[CCI]
    assert record["objectives"] == ["RSO1.1", "RSO1.2", "RSO2.1"]
    assert record["plans_cooperation"] is True
    assert (record["programme_status"], record["version"]) == ("adopted_by_ec", "1.1")
    assert (record["title"], record["adopted"]) == ("Sicilia ERDF", dt.date(2022, 12, 5))
    assert record["eu_amount"] is None, "sums of an extract are not what is planned"


def test_a_programme_that_was_not_known_comes_with_its_title(data: Path, tmp_path: Path) -> None:
    imported(data, write(tmp_path, [row("2021IT16RFPR007", programme_title_short="Liguria\u00a0 – ERDF")]))
    record = programmes(data)["2021IT16RFPR007"]
    assert (record["title"], record["funds"], record["country"]) == ("Liguria – ERDF", ["ERDF"], "IT")


def test_other_programmes_are_left_out_and_counted(data: Path, tmp_path: Path) -> None:
    ready = imported(data, write(tmp_path, [*made_official.left_out(), row(), made_official.left_out()[0]]))
    assert ready.counts.left_out == {"Home Affairs (AMIF, BMVI, ISF)": 3, "maritime (EMFAF)": 1, "Interreg": 1}
    assert [line["cci"] for line in facts(data, "programmes")] == [CCI]
    [entry] = facts(data, "imports")
    assert (entry["rows"], entry["rows_left_out"], entry["complete"]) == ("6", "5", "no")


def test_codes_that_the_lists_lack_are_added_as_the_table_names_them(data: Path, tmp_path: Path) -> None:
    new = row(objective="RSO2.9", code="188", specific_objective_name="Clean technology",
              category_title_short="188 Clean tech", category_name="Investments in clean technology",
              status="Withdrawn", policy_objective_code="2")  # fmt: skip
    ready = imported(data, write(tmp_path, [new, new | {"priority_code": "2"}]))
    assert [(line["codelist"], line["code"], line["parent"], line["label"]) for line in facts(data, "codes")] == [
        ("intervention_fields", "188", "", "Clean tech"),
        ("objectives", "RSO2.9", "PO2", "Clean technology"),
        ("programme_statuses", "withdrawn", "", "Withdrawn"),
    ]
    assert len(ready.findings) == 3, "each is told once"
    record = programmes(data)[CCI]
    assert record["intervention_fields"] == ["010", "171", "188"]
    assert record["objectives"][-1] == "RSO2.9"
    codes = validate(data).sources.codes
    assert list(codes["intervention_fields"]) == ["010", "048", "171", "188", "999"]
    assert list(codes["objectives"])[4:6] == ["RSO2.1", "RSO2.9"]
    assert record["objectives_text"].endswith("Clean technology")


def test_a_code_that_means_something_else_is_doubtful(data: Path, tmp_path: Path) -> None:
    ready = imported(data, write(tmp_path, [row(category_title_short="010 Motorways", category_name="Motorways")]))
    assert [str(f) for f in ready.findings] == [
        "warning: table.csv row 2 category_code: 010 is named “Motorways”; the code list has “R+I activities in SMEs”"
    ]


def test_a_dimension_that_nothing_is_taken_from_is_left_out(data: Path, tmp_path: Path) -> None:
    other = row(dimension_type="Economic activity", code="010")
    ready = imported(data, write(tmp_path, [row(), other, other | {"priority_code": "2"}]))
    assert ready.counts.left_out == {"dimension Economic activity": 2}
    assert len(ready.findings) == 1
    assert len(facts(data, "categorisation")) == 1


def test_repeated_rows_count_where_the_number_of_rows_confirms_them(data: Path, tmp_path: Path) -> None:
    ready = imported(data, write(tmp_path, [row(eu="5"), row(eu="5")]), rows=2)
    assert [str(f) for f in ready.findings] == ["warning: table.csv row 3: repeats row 2, cell by cell; both count"]
    assert facts(data, "categorisation")[0]["eu_amount"] == "10"


# --- extracts, one after the other ------------------------------------------------------------------------------


def test_a_later_extract_adds_and_updates_and_keeps_the_rest(data: Path, tmp_path: Path) -> None:
    first = [row(code="010", eu="100"), row(code="048", eu="50"), row(OTHER, "RSO1.2")]
    later = [
        row(code="010", eu="90", version="2", last_adoption_date_ecms="2023-10-01"),
        row(objective="RSO2.1", code="048", eu="7", version="2", last_adoption_date_ecms="2023-10-01"),
    ]
    imported(data, write(tmp_path, first), FIRST)
    ready = imported(data, write(tmp_path, later), LATER)
    assert [(line["objective"], line["code"], line["eu_amount"], line["source_date"])
            for line in facts(data, "categorisation") if line["cci"] == CCI] == [
        ("RSO1.1", "010", "90", "2023-10-23"), ("RSO1.1", "048", "50", "2023-09-14"),
        ("RSO2.1", "048", "7", "2023-10-23"),
    ]  # fmt: skip
    assert {line["cci"]: line["version"] for line in facts(data, "programmes")} == {CCI: "2", OTHER: "1.1"}
    changes = ready.changes
    assert changes.programmes.changed == (f"{CCI} version 1.1 → 2, adopted 2022-12-05 → 2023-10-01",)
    assert changes.objectives.added == (f"{CCI} RSO2.1",)
    assert changes.amounts.changed == (f"{CCI} RSO1.1 ERDF 150.00 euro → 140.00 euro",)
    assert changes.amounts.added == (f"{CCI} RSO2.1 ERDF 7.00 euro",)
    assert not (changes.programmes.gone or changes.objectives.gone or changes.amounts.gone)


def test_amounts_of_priorities_of_two_extracts_add_up(data: Path, tmp_path: Path) -> None:
    imported(data, write(tmp_path, [row(eu="100", priority_code="1")]), FIRST)
    imported(data, write(tmp_path, [row(eu="30", priority_code="2")]), LATER)
    assert [line["eu_amount"] for line in facts(data, "categorisation")] == ["130"]


def test_rows_about_the_same_are_replaced_together(data: Path, tmp_path: Path) -> None:
    """As the Just Transition Fund has them: two rows that differ in their amounts only."""
    pair = [row(eu="100"), row(eu="30", cofinancing_rate="0.5")]
    imported(data, write(tmp_path, pair), FIRST)
    imported(data, write(tmp_path, pair), LATER)
    assert [line["eu_amount"] for line in facts(data, "categorisation")] == ["130"]


def test_an_older_version_does_not_replace_a_newer_one(data: Path, tmp_path: Path) -> None:
    newer = [row(eu="90", version="2", last_adoption_date_ecms="2023-10-01")]
    older = [row(eu="100"), row(code="048", eu="5")]
    imported(data, write(tmp_path, newer), LATER)
    imported(data, write(tmp_path, older), FIRST)
    assert [(line["code"], line["eu_amount"]) for line in facts(data, "categorisation")] == [
        ("010", "90"),
        ("048", "5"),
    ]
    assert facts(data, "programmes")[0]["version"] == "2"


def test_the_same_file_again_changes_nothing(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, [row(), row(code="048")])
    imported(data, path)
    before = {file.name: file.read_bytes() for file in (data / "official").iterdir()}
    ready = imported(data, path)
    after = {file.name: file.read_bytes() for file in (data / "official").iterdir()}
    assert ready.changes.nothing
    assert {name for name in after if after[name] != before[name]} == {"imports.csv"}


# --- the whole table -------------------------------------------------------------------------------------------


def test_a_whole_table_replaces_everything_and_makes_objectives_complete(data: Path, tmp_path: Path) -> None:
    imported(data, write(tmp_path, [row(objective="RSO2.1"), row(OTHER)]), FIRST)
    assert programmes(data)[CCI]["objectives_complete"] is False
    rows = [row(objective="RSO1.2", eu="60", total="100"), row(objective="TA", code="999", eu="40", total="50")]
    ready = imported(data, write(tmp_path, rows), LATER, complete=True, rows=2)
    assert ready.changes.programmes.gone == (f"{OTHER} Programme FPR001",)
    assert ready.changes.objectives.gone == (f"{OTHER} RSO1.1", f"{CCI} RSO2.1")
    records = programmes(data)
    assert records[CCI]["objectives_complete"] is True
    assert records[CCI]["eu_amount"] == 100
    assert records[OTHER]["objectives_complete"] is False
    assert facts(data, "programmes")[0]["complete_on"] == "2023-10-23"
    [amount] = facts(data, "amounts")
    assert list(amount.values()) == [CCI, "ERDF", "LD", "100", "150", "2023-10-23"]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_whole_table_of_another_length_is_refused(data: Path, tmp_path: Path, rows: int) -> None:
    with pytest.raises(BadSources, match=f"the file has 2 rows, but should have {rows}"):
        imported(data, write(tmp_path, [row(), row(code="048")]), complete=True, rows=rows)
    assert not (data / "official").exists()


def test_a_whole_table_needs_its_number_of_rows(data: Path, tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="--rows"):
        imported(data, write(tmp_path, [row()]), complete=True)


def test_an_extract_keeps_completeness_until_it_brings_a_newer_version(data: Path, tmp_path: Path) -> None:
    imported(data, write(tmp_path, [row(), row(OTHER)]), FIRST, complete=True, rows=2)
    imported(data, write(tmp_path, [row(eu="5")]), LATER)
    assert {line["complete_on"] for line in facts(data, "programmes")} == {"2023-09-14"}
    imported(data, write(tmp_path, [row(version="2", last_adoption_date_ecms="2023-10-01")]), LATER)
    assert {line["cci"]: line["complete_on"] for line in facts(data, "programmes")} == {CCI: "", OTHER: "2023-09-14"}
    assert programmes(data)[CCI]["objectives_complete"] is False


# --- forms of the file -----------------------------------------------------------------------------------------


def _xlsx(path: Path, rows: list[Cells]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("data")
    sheet.append(made_official.COLUMNS)
    for cells in rows:
        amounts = {name: float(cells[name]) for name in ("eu_amount", "total_amount") if cells[name]}
        day = dt.datetime.fromisoformat(cells["last_adoption_date_ecms"])
        values = cells | amounts | {"last_adoption_date_ecms": day}
        sheet.append([values[name] or None for name in made_official.COLUMNS])
    book.save(path)


ROWS = [row(eu="100.25"), row(code="048", eu="1234567.5", total="2000000"), *made_official.left_out(), row(OTHER)]
FORMS = {
    "comma": lambda path: path.write_text(made_official.as_csv(ROWS), "utf-8"),
    "semicolon": lambda path: path.write_text(made_official.as_csv(ROWS, ";"), "utf-8"),
    "tab": lambda path: path.write_text(made_official.as_csv(ROWS, "\t"), "utf-8"),
    "byte order mark": lambda path: path.write_text(made_official.as_csv(ROWS), "utf-8-sig"),
    "Windows line ends": lambda path: path.write_bytes(made_official.as_csv(ROWS).replace("\n", "\r\n").encode()),
    "other order of columns": lambda path: path.write_text(
        made_official.as_csv(ROWS, columns=reversed(made_official.COLUMNS)), "utf-8"
    ),
    "titles as headings": lambda path: path.write_text(
        made_official.as_csv(ROWS)
        .replace("programme_title_short", "Programme Title Short", 1)
        .replace("cci", "CCI", 1),
        "utf-8",
    ),
    "packed": lambda path: path.write_bytes(gzip.compress(made_official.as_csv(ROWS).encode())),
    "JSON": lambda path: path.write_text(made_official.as_json(ROWS), "utf-8"),
    "packed JSON": lambda path: path.write_bytes(gzip.compress(made_official.as_json(ROWS).encode())),
    "XLSX": lambda path: _xlsx(path, ROWS),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_file_says_the_same(data: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "table"
    FORMS[form](path)
    ready = imported(data, path)
    assert [str(f) for f in ready.findings if "nothing is taken from it" not in str(f)] == []
    assert [(line["cci"], line["code"], line["eu_amount"], line["total_amount"])
            for line in facts(data, "categorisation")] == [
        (OTHER, "010", "100", "200"), (CCI, "010", "100.25", "200"), (CCI, "048", "1234567.5", "2000000"),
    ]  # fmt: skip
    assert ready.counts.rows == 7
    assert facts(data, "programmes")[0]["adopted"] == "2022-12-05"


def test_exactly_as_many_rows_as_the_portal_gives_are_doubtful(data: Path, tmp_path: Path) -> None:
    rows = [row(eu=f"{number + 1}", total="1000", priority_code=f"{number}") for number in range(1000)]
    ready = imported(data, write(tmp_path, rows))
    assert [f.reason for f in ready.findings] == [
        "the file has exactly 1000 rows, as many as the portal gives unless $limit asks for more"
    ]
