"""Broken files: each place that is wrong is named with row and column, and nothing is imported."""

from __future__ import annotations

import datetime as dt
import gzip
import os
from collections.abc import Callable
from pathlib import Path

import made_official
import openpyxl
import pytest
from made_official import Cells, as_csv, as_json, row

from cooperation_atlas.model.errors import AtlasError
from cooperation_atlas.sources.findings import BadSources
from cooperation_atlas.sources.official.importing import Origin, prepared

DAY = dt.date(2023, 9, 14)


def findings(data: Path, path: Path) -> list[str]:
    """The findings of a file that must not be imported."""
    before = sorted(data.rglob("*"))
    with pytest.raises(BadSources) as caught, prepared("hgyj-gyin", Origin(path, path.name, DAY), data):
        pass
    assert sorted(data.rglob("*")) == before, "nothing is left behind"
    assert any(f.severity == "error" for f in caught.value.findings)
    return [str(f) for f in caught.value.findings]


def without(column: str) -> list[str]:
    return [name for name in made_official.COLUMNS if name != column]


def renamed(old: str, new: str) -> str:
    return as_csv([row()]).replace(f'"{old}"', f'"{new}"', 1)


#: The rows of a file, and what is found in them; the row with the mistake is row 3.
IN_ROWS: dict[str, tuple[Cells, str]] = {
    "no CCI": (row() | {"cci": ""}, "row 3 cci: the cell is empty, but a value is required"),
    "CCI cut off": (
        row("2021IT16RFPR00"),
        "row 3 cci: 2021IT16RFPR00 is not a CCI code of 2021-2027 "
        "(year, country, directorate-general, fund, type, number; for example 2021EL16FFPR001)",
    ),
    "another period": (
        row("2014IT16RFOP001"), "row 3 cci: 2014IT16RFOP001 is of 2014-2020, but the table is of 2021-2027",
    ),
    "a country that is none": (row("2021XX16RFPR001"), "row 3 cci: XX is not a country of 2021XX16RFPR001"),
    "a wrong number": (row(eu="12 345"), "row 3 eu_amount: 12 345 is not a number such as 1234.5"),
    "a decimal comma": (
        row(eu="9.876,5"), "row 3 eu_amount: 9.876,5 is not a number such as 1234.5 (nearest: 9876.5)",
    ),
    "scientific notation": (row(total="5.9E8"), "row 3 total_amount: 5.9E8 is not a number such as 1234.5"),
    "a negative amount": (row(eu="-5"), "row 3 eu_amount: -5 is negative; planned amounts are not"),
    "an impossible amount": (
        row(total="1234567890123456"), "row 3 total_amount: 1234567890123456 is more than any budget of the Union",
    ),
    "a part larger than the whole": (row(eu="300"), "row 3 eu_amount: 300 is more than the total_amount 200"),
    "a fund that is none": (row(fund="ERFD"), "row 3 fund: ERFD is not a fund of such programmes (nearest: ERDF)"),
    "a category of region that is none": (
        row(category_of_region="Less Developped"),
        "row 3 category_of_region: Less Developped is not a category of region of the table (nearest: Less developed)",
    ),
    "an objective that is none": (
        row("2021IT16RFPR001", "RSO1.1.1"),
        "row 3 specific_objective_code: RSO1.1.1 is not in the code list objectives (nearest: RSO1.1, RSO2.1, RSO1.2)",
    ),
    "a code without its zeros": (
        row(code="10"),
        "row 3 category_code: 10 is not in the code list intervention_fields; a spreadsheet may have dropped its zeros "
        "(nearest: 010)",
    ),
    "a dimension that is misspelt": (
        row(dimension_type="Intervention Fields"),
        "row 3 dimension_type: Intervention Fields is not a dimension of the table (nearest: Intervention Field)",
    ),
    "a date that is none": (
        row("2021EL16FFPR001", last_adoption_date_ecms="12/05/2022"),
        "row 3 last_adoption_date_ecms: 12/05/2022 is not a date as YYYY-MM-DD",
    ),
    "two versions of a programme": (
        row(version="2", last_adoption_date_ecms="2023-01-01"),
        "row 3 version: 2 of 2023-01-01 is another version of 2021IT16RFPR001 than 1.1 of 2022-12-05 in row 2; "
        "a table has one version of a programme",
    ),
    "a repeated row": (
        row(code="048"),
        "row 3: repeats row 2, cell by cell; get the file again in one piece, or confirm its number of rows with "
        "--rows",
    ),
    "a broken title": (
        row("2021EL16FFPR001", programme_title_short="Stere\ufffd"),
        "row 3 programme_title_short: the text contains a control or replacement character: its encoding is wrong, or "
        "a line is broken",
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("case", IN_ROWS)
def test_a_wrong_row_is_named(data: Path, tmp_path: Path, case: str, form: str) -> None:
    wrong, expected = IN_ROWS[case]
    path = tmp_path / f"table.{form}"
    rows = [row(code="048"), wrong, row("2021EL16FFPR001", code="999")]
    path.write_text(as_csv(rows) if form == "csv" else as_json(rows), "utf-8")
    if form == "json":  # rows are counted from 1, without a header
        expected = expected.replace("row 2", "row 1").replace("row 3", "row 2")
        if case == "a date that is none":
            expected = expected.replace("12/05/2022", "12/05/2022T00:00:00.000")
        if case == "two versions of a programme":
            expected = expected.replace("2 of 2023-01-01", "2 of 2023-01-01T00:00:00.000")
    assert f"table.{form} {expected}" in findings(data, path)


#: Whole files, and a finding of each.
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", " row 1: the file is empty"),
    "header only": (lambda: as_csv([]).encode(), ": the file has no rows"),
    "a needed column is missing": (
        lambda: as_csv([row()], columns=without("fund")).encode(), " row 1 fund: the column is missing",
    ),
    "a needed column has another name": (
        lambda: renamed("eu_amount", "eu_amounts").encode(),
        " row 1 eu_amount: the column is missing (nearest: eu_amounts)",
    ),
    "a column twice": (lambda: renamed("ms", "cci").encode(), " row 1 cci: the column occurs twice"),
    "another table": (lambda: b"a,b\n1,2\n", " row 1 cci: the column is missing"),
    "cut off after a cell": (
        lambda: as_csv([row(), row(code="048")]).rpartition('"ERDF"')[0].encode(),
        " row 3: 20 cells, but the header has 49; the file is cut off here: get it again",
    ),
    "cut off in a cell": (
        lambda: as_csv([row(), row(code="048")]).rpartition("DF")[0].encode(),
        " row 3: cannot be read as CSV: the quote that opens a cell is never closed, or the file is cut off; the rows "
        "from here on are not read",
    ),
    "a cell too many": (
        lambda: (as_csv([row()]).rstrip("\n") + ",x\n").encode(), " row 2: 50 cells, but the header has 49",
    ),
    "Windows-1252": (
        lambda: as_csv([row(priority_name="Priorità")]).encode("cp1252"),
        " row 2 priority_name: byte 0xe0 is not UTF-8; save the file again as UTF-8",
    ),
    "UTF-16": (lambda: as_csv([row()]).encode("utf-16"), ": the file is UTF-16, not UTF-8; save it again as UTF-8"),
    "packed and cut off": (
        lambda: gzip.compress(as_csv(made_official.many(200)).encode())[:-400],
        ": the compressed file is cut off or damaged",
    ),
    "JSON cut off": (lambda: as_json([row(), row(code="048")]).encode()[:-60], " row 1: cannot be read as JSON after"),
    "JSON that is an object": (
        lambda: b'{"data": []}',
        ": the file is a JSON object, not an array of rows; the portal gives an array of objects at "
        "/resource/hgyj-gyin.json",
    ),
    "JSON of lists": (lambda: b"[[1, 2]]", " row 1: the value is not an object"),
    "JSON with nested values": (lambda: b'[{"cci": {"a": 1}}]', " row 1 cci: the value is not a text or a number"),
    "JSON without a needed column": (
        lambda: as_json([row()]).replace('"eu_amount"', '"eu_sum"').encode(),
        " eu_amount: no row has a value in this column",
    ),
    "empty JSON": (lambda: b"[]", ": the array is empty"),
    "not a spreadsheet": (lambda: b"PK\x03\x04" + os.urandom(50), " row 1: the spreadsheet is cut off or damaged"),
    "a page": (lambda: b"<!DOCTYPE html>\n<html>\n", " row 1 cci: the column is missing"),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_a_broken_file_is_refused(data: Path, tmp_path: Path, case: str) -> None:
    make, expected = FILES[case]
    path = tmp_path / "table"
    path.write_bytes(make())
    found = findings(data, path)
    assert any(line.startswith(f"table{expected}") for line in found), found


def test_a_spreadsheet_without_a_header_is_refused(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    openpyxl.Workbook().save(path)
    assert findings(data, path) == ["table.xlsx row 1: the first sheet is empty; a header is required"]


def test_a_file_that_is_not_there(data: Path, tmp_path: Path) -> None:
    assert findings(data, tmp_path / "table.csv") == ["table.csv: the file is missing"]
    os.mkfifo(tmp_path / "pipe")
    [found] = findings(data, tmp_path / "pipe")
    assert "named pipe" in found


def test_reading_ends_when_nobody_reads_more(data: Path, tmp_path: Path) -> None:
    path = made_official.write(tmp_path, (row(eu="x", priority_code=str(n)) for n in range(3000)))
    assert len(findings(data, path)) < 1100


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("9qee-iv7c", "9qee-iv7c cannot be imported: it holds financial plans by year"),
        ("7twf-r3rc", "7twf-r3rc cannot be imported: it holds what was reported"),
        ("hgyj-gyim", "TABLE: 'hgyj-gyim' is not a data set that can be imported. Did you mean hgyj-gyin?"),
    ],
)
def test_other_data_sets_are_refused_by_name(data: Path, tmp_path: Path, table: str, expected: str) -> None:
    path = made_official.write(tmp_path, [row()])
    with pytest.raises(AtlasError) as caught, prepared(table, Origin(path, path.name, DAY), data):
        pass
    assert str(caught.value).startswith(expected)


def test_what_validation_would_refuse_is_refused_before(data: Path, tmp_path: Path) -> None:
    """A fund that the CCI code excludes: rows are fine one by one."""
    from cooperation_atlas.editions.check_import import check_import

    path = made_official.write(tmp_path, [row(fund="ESF+")])
    with prepared("hgyj-gyin", Origin(path, path.name, DAY), data) as ready, pytest.raises(BadSources) as caught:
        check_import(data, ready.folder)
    assert "does not agree with the fund part RF of 2021IT16RFPR001" in str(caught.value)
    assert not (data / "official").exists()
