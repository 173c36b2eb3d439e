"""Reading of the source tables: typed rows, and every problem with its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import small_data

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.criteria import CRITERIA
from cooperation_atlas.model.errors import AtlasError
from cooperation_atlas.sources.findings import Finding, Severity
from cooperation_atlas.sources.schema import CODELISTS, TABLES
from cooperation_atlas.sources.tables import Sources, read

AREAS = "programmes/areas.csv"


def found(data: Path) -> list[str]:
    return [str(f) for f in read(data).findings]


def test_the_small_folder_reads_without_findings(data: Path) -> None:
    assert found(data) == []


def test_values_are_typed(data: Path) -> None:
    sources = read(data)
    [first, second] = sources.rows("programmes_amounts")
    assert (first.number_of("eu_amount"), first.date("source_date")) == (1000.5, dt.date(2019, 4, 11))
    assert second.values["category_of_region"] is None
    assert sources.codes["countries"]["EL"].values["eu_member"] is True
    assert sources.codes["countries"]["NO"].values["eu_member"] is False


def test_codes_keep_the_order_of_the_file(data: Path) -> None:
    assert list(read(data).codes["funds"]) == ["ERDF", "ESF+", "ESF", "JTF"]


def test_rows_are_counted_as_a_spreadsheet_counts_them(data: Path) -> None:
    programmes = read(data).rows("programmes_programmes")
    assert [(r.number, r.raw["cci"]) for r in programmes][:2] == [(2, "2014GR16M2OP001"), (3, "2014IT16RFOP001")]


def test_a_byte_order_mark_and_empty_lines_do_no_harm(data: Path) -> None:
    file = data / AREAS
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes() + b"\n,,,,,,\n")
    assert found(data) == []
    assert len(read(data).rows("programmes_areas")) == 8


def test_without_samples_their_tables_are_not_read(data: Path) -> None:
    (data / "cooperation/samples.csv").unlink()
    (data / "cooperation/sample_values.csv").unlink()
    sources = read(data, samples=False)
    assert sources.findings == ()
    assert sources.rows("cooperation_samples") == ()


def test_a_missing_folder_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="COOPERATION_ATLAS_DATA"):
        read(tmp_path / "nowhere")


def test_a_missing_file(data: Path) -> None:
    (data / AREAS).unlink()
    assert found(data) == ["data/programmes/areas.csv: the file is missing"]


def test_an_empty_file(data: Path) -> None:
    (data / AREAS).write_bytes(b"")
    assert found(data) == ["data/programmes/areas.csv row 1: the file is empty; a header is required"]


def test_every_row_that_is_not_utf8_is_named(data: Path) -> None:
    file = data / "programmes/programmes.csv"
    text = file.read_text("utf-8").replace("Attica", "Ática").replace("Northern Ireland", "Éire")
    file.write_bytes(text.replace("Στερεά Ελλάδα", "Sterea").encode("latin-1"))
    assert [str(f) for f in read(data).findings] == [
        "data/programmes/programmes.csv row 4: byte 0xc9 is not UTF-8 (near 'UK16RFOP001,Éire,en,2014-' if read as "
        "Latin-1)",
        "data/programmes/programmes.csv row 5: byte 0xc1 is not UTF-8 (near 'EL16FFPR001,Ática,en,2021' if read as "
        "Latin-1)",
    ]


def test_text_that_was_decoded_wrongly_before(data: Path) -> None:
    small_data.change(data, "programmes/programmes.csv", "Στερεά Ελλάδα", "Stere\ufffd")
    assert found(data) == [
        "data/programmes/programmes.csv row 2 title: the text contains a control or replacement character: its "
        "encoding is wrong, or a line is broken"
    ]


def test_text_that_was_saved_in_the_wrong_encoding(data: Path) -> None:
    small_data.change(data, "programmes/programmes.csv", "Attica,en", "SociÃ©tÃ©,fr")
    assert found(data) == [
        "warning: data/programmes/programmes.csv row 5 title: SociÃ©tÃ© looks like UTF-8 that was read as Windows-1252 "
        "and saved again (nearest: Société)"
    ]


def test_columns_separated_by_semicolons(data: Path) -> None:
    file = data / AREAS
    file.write_text(file.read_text("utf-8").replace(",", ";"), "utf-8")
    assert found(data) == [
        "data/programmes/areas.csv row 1: the columns are separated by semicolons or tabs, not by commas; "
        "the rows are not read"
    ]


def test_a_missing_and_an_unknown_column(data: Path) -> None:
    small_data.change(data, AREAS, "nuts_code,", "nutscode,")
    assert found(data) == [
        "data/programmes/areas.csv row 1 nuts_code: the column is missing (nearest: nutscode)",
        "warning: data/programmes/areas.csv row 1 nutscode: the table has no such column; its values are not used "
        "(nearest: nuts_code)",
    ]


def test_a_column_that_occurs_twice(data: Path) -> None:
    small_data.change(data, AREAS, "basis,note", "basis,basis")
    assert "data/programmes/areas.csv row 1 basis: the column occurs twice" in found(data)


def test_a_row_with_too_few_cells(data: Path) -> None:
    row = small_data.append(data, AREAS, "2021IT16RFPR001,ITG1")
    assert found(data) == [f"data/programmes/areas.csv row {row}: 2 cells, but the header has 7"]


def test_a_quote_that_is_not_closed(data: Path) -> None:
    row = small_data.append(data, AREAS, '2021IT16RFPR001,"ITG1')
    [finding] = found(data)
    assert finding.startswith(f"data/programmes/areas.csv row {row}: cannot be read as CSV")


def test_a_stray_file_is_named_with_the_table_it_may_be(data: Path) -> None:
    (data / "programmes/area.csv").write_text("cci\n", "utf-8")
    assert found(data) == [
        "warning: data/programmes/area.csv: there is no such table; its rows are not read "
        "(nearest: programmes/areas.csv)"
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("programmes/areas.csv", "ITG1,2016,stated", ",2016,stated",
         "row 3 nuts_code: the cell is empty, but a value is required"),
        ("programmes/areas.csv", "ITG1,2016,stated", " ITG1,2016,stated",
         "row 3 nuts_code: ' ITG1' starts or ends with spaces"),
        ("programmes/amounts.csv", "1000.5", '"1.000,5"',
         "row 2 eu_amount: 1.000,5 is not a number such as 1234.5"),
        ("programmes/amounts.csv", "1000.5", "-1", "row 2 eu_amount: -1 is not a number such as 1234.5"),
        ("programmes/authorities.csv", "2026-06-15", "15.06.2026",
         "row 2 source_date: 15.06.2026 is not a date as YYYY-MM-DD"),
        ("programmes/authorities.csv", "2026-06-15", "2026-02-30",
         "row 2 source_date: 2026-02-30 is not a date as YYYY-MM-DD"),
        ("programmes/authorities.csv", "https://example.org/sicilia", "example.org",
         "row 2 url: example.org is not an http or https URL"),
        ("codelists/countries.csv", "EU-27,yes\nIT", "EU-27,ja\nIT", "row 2 eu_member: ja is not yes or no"),
        ("programmes/programmes.csv", "Sicilia ERDF,it,2021", "Sicilia ERDF,ita,2021",
         "row 8 title_lang: ita is not a language code of two letters (ISO 639-1)"),
        ("cooperation/entries.csv", "https://example.org/contact", "Ms Smith",
         "row 2 contact: Ms Smith is not a web page or a mailbox"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_type(data: Path, path: str, old: str, new: str, expected: str) -> None:
    small_data.change(data, path, old, new)
    assert found(data) == [f"data/{path} {expected}"]


def test_findings_speak_of_replacements_only_once() -> None:
    finding = Finding("data/x.csv", "A is gone; split into B", 2, "code", "A", nearest=("B",))
    assert str(finding) == "data/x.csv row 2 code: A is gone; split into B"
    assert finding.as_dict()["nearest"] == ["B"]
    assert finding.severity is Severity.ERROR


def test_every_code_list_of_the_model_is_a_table() -> None:
    used = {f.codelist for c in COLLECTIONS.values() for f in c.fields} | {c.codelist for c in CRITERIA.values()}
    assert used - {None} <= CODELISTS.keys()


def test_keys_are_columns() -> None:
    for table in TABLES.values():
        assert set(table.key) <= {c.name for c in table.columns}, table.name


def test_the_repositorys_own_tables_read_without_findings(real_sources: Sources) -> None:
    assert [str(f) for f in real_sources.findings] == []
    required = {name: source for name, source in real_sources.tables.items() if not source.schema.optional}
    empty = {name for name, source in required.items() if not source.rows}
    assert empty == {"cooperation_entries", "cooperation_entry_values"}  # nothing real is known yet
