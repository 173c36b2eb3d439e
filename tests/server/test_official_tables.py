"""The official tables beside those made by hand: lists are the union, of single values the one made by hand stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import small_data

from cooperation_atlas.editions.assemble import assemble
from cooperation_atlas.editions.validate import Checked, validate

CCI = "2021IT16RFPR001"
PROGRAMMES = (
    "cci,title,title_lang,period,goal,country,programme_status,version,adopted,complete_on,source,source_date\n"
)
SOURCE = "Official table,2026-07-01"
OFFICIAL = {
    "programmes": PROGRAMMES
    + f"{CCI},Sicily - ERDF,,2021-2027,IJG,IT,adopted_by_ec,1.2,2023-03-31,,{SOURCE}\n"
    + f"2021IT16RFPR009,Liguria - ERDF,,2021-2027,IJG,IT,adopted_by_ms,2,2023-05-01,2026-07-01,{SOURCE}\n",
    "funds": f"cci,fund,source,source_date\n{CCI},ERDF,{SOURCE}\n2021IT16RFPR009,ERDF,{SOURCE}\n",
    "categories": f"cci,category_of_region,source,source_date\n{CCI},LD,{SOURCE}\n",
    "objectives": "cci,objective,fund,category_of_region,source,source_date\n"
    + f"{CCI},RSO2.1,ERDF,LD,{SOURCE}\n{CCI},RSO1.2,ERDF,LD,{SOURCE}\n2021IT16RFPR009,RSO1.1,ERDF,MD,{SOURCE}\n",
    "amounts": "cci,fund,category_of_region,eu_amount,total_amount,source,source_date\n"
    + f"{CCI},ERDF,LD,500,1000,{SOURCE}\n2014IT16RFOP001,ERDF,MD,7,8,{SOURCE}\n",
    "categorisation": "cci,objective,fund,category_of_region,dimension,code,eu_amount,total_amount,source,source_date\n"
    + f"{CCI},RSO2.1,ERDF,LD,intervention_fields,048,500,1000,{SOURCE}\n"
    + f"{CCI},RSO2.1,ERDF,LD,intervention_fields,900,1,2,{SOURCE}\n",
    "codes": "codelist,code,parent,label,definition,source,source_date\n"
    + f"intervention_fields,900,,A new field,,{SOURCE}\n",
}


@pytest.fixture
def data(data: Path) -> Path:
    (data / "official").mkdir()
    for name, text in OFFICIAL.items():
        (data / f"official/{name}.csv").write_text(text, "utf-8")
    return data


def errors(checked: Checked) -> list[str]:
    return [str(f) for f in checked.findings if f.severity == "error"]


def programme(checked: Checked, cci: str) -> dict[str, Any]:
    records = assemble(checked.sources, checked.regions)["programmes"].records
    return next(record for record in records if record["cci"] == cci)


def test_absent_tables_are_no_finding(small_data_folder: Path) -> None:
    assert [str(f) for f in validate(small_data_folder).findings if "official" in str(f)] == []


def test_an_empty_folder_is_no_finding(data: Path) -> None:
    for file in (data / "official").iterdir():
        file.unlink()
    assert [str(f) for f in validate(data).findings if "official" in str(f)] == []


def test_lists_are_the_union_and_both_sources_are_named(data: Path) -> None:
    checked = validate(data)
    assert errors(checked) == []
    record = programme(checked, CCI)
    assert record["objectives"] == ["RSO1.1", "RSO1.2", "RSO2.1"]
    assert record["categories_of_region"] == ["LD"]
    assert record["intervention_fields"] == ["010", "048", "171", "900"]
    assert {"Made for tests", "Official table"} <= set(record["sources"])
    assert record["objectives_complete"] is False


def test_a_value_made_by_hand_stands_and_absent_ones_are_filled(data: Path) -> None:
    record = programme(validate(data), CCI)
    assert record["title"] == "Sicilia ERDF"
    assert (record["programme_status"], record["version"], str(record["adopted"])) == (
        "adopted_by_ec", "1.2", "2023-03-31",
    )  # fmt: skip
    assert record["eu_amount"] == 500


def test_a_programme_that_only_the_official_table_has_is_there(data: Path) -> None:
    record = programme(validate(data), "2021IT16RFPR009")
    assert (record["title"], record["country"], record["funds"]) == ("Liguria - ERDF", "IT", ["ERDF"])
    assert record["objectives"] == ["RSO1.1"]
    assert record["objectives_complete"] is True
    assert record["nuts_codes"] is None


def test_amounts_of_a_fund_are_not_added_to_those_made_by_hand(data: Path) -> None:
    assert programme(validate(data), "2014IT16RFOP001")["eu_amount"] == 1100


def test_conflicts_name_both_rows(data: Path) -> None:
    small_data.change(
        data, "programmes/programmes.csv", "country,source,source_date", "country,version,source,source_date"
    )
    lines = (data / "programmes/programmes.csv").read_text("utf-8").splitlines()
    with_version = [lines[0], *(line.replace(",Made for", ",3,Made for") for line in lines[1:])]
    (data / "programmes/programmes.csv").write_text("\n".join(with_version) + "\n", "utf-8")
    checked = validate(data)
    assert errors(checked) == []
    found = [str(f) for f in checked.findings if "says" in f.reason]
    assert found == [
        "warning: data/programmes/amounts.csv row 2 eu_amount: 1100.00 (sum of 2 rows) stands; "
        "data/official/amounts.csv row 3 says 7.00",
        "warning: data/programmes/amounts.csv row 2 total_amount: 2100.00 (sum of 2 rows) stands; "
        "data/official/amounts.csv row 3 says 8.00",
        "warning: data/programmes/programmes.csv row 8 version: 3 stands; data/official/programmes.csv row 2 says 1.2",
    ]
    assert programme(checked, CCI)["version"] == "3"


@pytest.mark.parametrize(
    ("table", "old", "new", "expected"),
    [
        ("categorisation", "intervention_fields,048", "intervention_field,048",
         "data/official/categorisation.csv row 2 dimension: intervention_field is not a dimension"),
        ("categorisation", ",900,", ",901,",
         "data/official/categorisation.csv row 3 code: 901 is not in the code list intervention_fields "
         "(nearest: 900, 010)"),
        ("objectives", "RSO2.1", "RSO2.2",
         "data/official/objectives.csv row 2 objective: RSO2.2 is not in the code list objectives "
         "(nearest: RSO2.1, RSO1.2, RSO1.1)"),
        ("codes", "intervention_fields,", "fields,",
         "data/official/codes.csv row 2 codelist: fields is not a code list"),
    ],
)  # fmt: skip
def test_findings_name_the_official_table(data: Path, table: str, old: str, new: str, expected: str) -> None:
    small_data.change(data, f"official/{table}.csv", old, new)
    assert any(line.startswith(expected) for line in errors(validate(data))), errors(validate(data))


def test_cooperation_is_planned_where_field_171_has_money(data: Path) -> None:
    checked = validate(data)
    assert programme(checked, CCI)["plans_cooperation"] is True
    assert programme(checked, "2021EL16FFPR001")["plans_cooperation"] is None
    small_data.change(data, "programmes/categorisation.csv", "171,100.5,200", "171,0,0")
    assert programme(validate(data), CCI)["plans_cooperation"] is None
