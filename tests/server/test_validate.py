"""Validation: each rule by the message that a maintainer reads."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import shapely
import small_data

from cooperation_atlas.editions.report import as_html, as_json, as_text
from cooperation_atlas.editions.validate import validate
from cooperation_atlas.model.cci import parse
from cooperation_atlas.sources.findings import Finding
from cooperation_atlas.sources.nuts_files import geometry_path, read_regions, write_version
from cooperation_atlas.sources.nuts_geometry import read_geometry

RECORDS, RECORD_VALUES = "knowledge/records.csv", "knowledge/record_values.csv"
PROGRAMMES, AREAS = "programmes/programmes.csv", "programmes/areas.csv"
_TODAY = "Made for tests,2026-06-14"


def findings(data: Path) -> list[str]:
    return [str(f) for f in validate(data).findings]


def test_the_small_folder_has_no_findings(data: Path) -> None:
    assert findings(data) == []


def test_the_repositorys_own_data_has_no_errors(real_data: Path) -> None:
    assert [str(f) for f in validate(real_data).findings if f.severity == "error"] == []


# Each case: table, text replaced in it, and the finding that follows.
CASES = {
    "record with a broken link": (RECORDS, "https://example.org/calls", "example.org/calls",
        "data/knowledge/records.csv row 3 url: example.org/calls is not an http or https URL"),
    "record with the link of another": (RECORDS, "https://example.org/calls", "https://example.org/rules",
        "data/knowledge/records.csv row 3 url: https://example.org/rules is already the address in row 2"),
    "record of an unknown type": (RECORDS, "en,guidance", "en,guidence",
        "data/knowledge/records.csv row 3 type: guidence is not in the code list knowledge_types (nearest: guidance)"),
    "record dated after it was read": (RECORDS, "2021-06-24", "2027-06-24",
        "data/knowledge/records.csv row 2 date: 2027-06-24 is after source_date 2026-06-14, the day on which it was "
        "read"),
    "record without a topic": (RECORD_VALUES, "calls,topics,calls\n", "",
        "warning: data/knowledge/records.csv row 3 id: calls has no topic: no topic finds it"),
    "property that records do not have": (RECORD_VALUES, "rules,scopes", "rules,scope",
        "data/knowledge/record_values.csv row 3 property: scope is not a property of a record (nearest: scopes)"),
    "value of a record that is no code": (RECORD_VALUES, "rules,scopes,cross_border", "rules,scopes,cross-border",
        "data/knowledge/record_values.csv row 3 value: cross-border is not in the code list scopes "
        "(nearest: cross_border)"),
    "value of a record that is not there": (RECORD_VALUES, "calls,topics", "call,topics",
        "data/knowledge/record_values.csv row 4 id: call is not in data/knowledge/records.csv (nearest: calls)"),
    "CCI grammar 2021": (PROGRAMMES, "2021EL16FFPR001", "2021EL16FFXX001",
        "data/programmes/programmes.csv row 5 cci: 2021EL16FFXX001 is not a CCI code of 2021-2027 (year, country, "
        "directorate-general, fund, type, number; for example 2021EL16FFPR001)"),
    "CCI grammar 2014": (PROGRAMMES, "2014GR16M2OP001", "2014GR16M2OP01",
        "data/programmes/programmes.csv row 2 cci: 2014GR16M2OP01 is not a CCI code of 2014-2020 (year, country, "
        "directorate-general, fund, type, number; for example 2014EL16M2OP001)"),
    "CCI and period": (PROGRAMMES, "Attica,en,2021-2027", "Attica,en,2014-2020",
        "data/programmes/programmes.csv row 5 period: 2014-2020 does not agree with the year of 2021EL16FFPR001 "
        "(nearest: 2021-2027)"),
    "CCI and country": (PROGRAMMES, "2021-2027,IJG,EL", "2021-2027,IJG,IT",
        "data/programmes/programmes.csv row 5 country: IT does not agree with the country of 2021EL16FFPR001 "
        "(nearest: EL)"),
    "CCI and fund": ("programmes/funds.csv", "2021IT16RFPR001,ERDF", "2021IT16RFPR001,JTF",
        "data/programmes/funds.csv row 7 fund: JTF does not agree with the fund part RF of 2021IT16RFPR001 "
        "(nearest: ERDF)"),
    "fund of another period": ("programmes/funds.csv", "2014GR16M2OP001,ESF,", "2014GR16M2OP001,ESF+,",
        "data/programmes/funds.csv row 2 fund: ESF+ is not valid in 2014-2020"),
    "objective of another period": ("programmes/objectives.csv", "2021IT16RFPR001,RSO1.1", "2021IT16RFPR001,TO02",
        "data/programmes/objectives.csv row 6 objective: TO02 is not valid in 2021-2027"),
    "amount of a fund the programme does not have": ("programmes/amounts.csv", "ERDF,LD", "ESF,LD",
        "data/programmes/amounts.csv row 2 fund: ESF is not among the funds of 2014IT16RFOP001 in "
        "data/programmes/funds.csv (nearest: ERDF)"),
    "EU amount above total": ("programmes/amounts.csv", "1000.5,2000", "2000.5,2000",
        "data/programmes/amounts.csv row 2 eu_amount: 2000.5 is more than the total_amount 2000"),
    "date in the future": ("programmes/authorities.csv", "2026-06-15", "2999-01-01",
        "warning: data/programmes/authorities.csv row 2 source_date: 2999-01-01 lies in the future"),
    "code list": (PROGRAMMES, "Attica,en,2021-2027,IJG", "Attica,en,2021-2027,IGJ",
        "data/programmes/programmes.csv row 5 goal: IGJ is not in the code list goals (nearest: IJG)"),
    "code list, nearest": ("programmes/objectives.csv", "2021IT16RFPR001,RSO1.1", "2021IT16RFPR001,RSO1.11",
        "data/programmes/objectives.csv row 6 objective: RSO1.11 is not in the code list objectives (nearest: RSO1.1, "
        "RSO2.1, RSO1.2)"),
    "reference": ("programmes/authorities.csv", "2021IT16RFPR001", "2021IT16RFPR007",
        "data/programmes/authorities.csv row 2 cci: 2021IT16RFPR007 is not in data/programmes/programmes.csv (nearest: "
        "2021IT16RFPR001, 2021IT16FFPR002, 2014IT16RFOP001)"),
    "duplicate key": ("programmes/funds.csv", "2014GR16M2OP001,ERDF", "2014GR16M2OP001,ESF",
        "data/programmes/funds.csv row 3 cci: 2014GR16M2OP001, ESF is already in row 2; cci + fund may occur only "
        "once"),
    "duplicate CCI": (PROGRAMMES, "2021IT05SFPR001,National", "2021EL16FFPR001,National",
        "data/programmes/programmes.csv row 6 cci: 2021EL16FFPR001 is already in row 5; cci may occur only once"),
    "NUTS code of no version": (AREAS, "ITG2,2021", "ITX9,2021",
        "data/programmes/areas.csv row 8 nuts_code: ITX9 is not in NUTS 2021 (nearest: IT, ITG, ITG1)"),
    "NUTS code split": (AREAS, "EL30,2021", "PT170,2024",
        "data/programmes/areas.csv row 5 nuts_code: PT170 is not in NUTS 2024; split into PT1A0, PT1B0"),
    "NUTS code recoded": (AREAS, "ITG2,2021", "ITG27,2021",
        "data/programmes/areas.csv row 8 nuts_code: ITG27 is not in NUTS 2021; recoded to ITG2D"),
    "NUTS code removed": (AREAS, "EL30,2021", "UKN06,2021",
        "data/programmes/areas.csv row 5 nuts_code: UKN06 is not in NUTS 2021; removed after NUTS 2016"),
    "NUTS version of another period": (AREAS, "EL30,2021", "EL30,2016",
        "data/programmes/areas.csv row 5 nuts_version: 2016 is not the NUTS version of the period 2021-2027 "
        "(nearest: 2021)"),
    "area in another country": (AREAS, "EL30,2021", "ITG1,2021",
        "data/programmes/areas.csv row 5 nuts_code: ITG1 does not lie in EL, the country of 2021EL16FFPR001"),
    "whole country that is none": (AREAS, "IT,2021,whole_country", "ITG,2021,whole_country",
        "data/programmes/areas.csv row 6 nuts_code: ITG is not a whole country, as the basis says (nearest: IT)"),
    "area inside another": (AREAS, "ITG2,2021,stated,", "ITG1,2021,stated,",
        "warning: data/programmes/areas.csv row 7 nuts_code: ITG11 lies inside ITG1 of row 8: the wider code says "
        "it all"),
    "strategy region": ("codelists/strategy_regions.csv", "EUSALP,ITG2,", "EUSALP,ITG27,",
        "data/codelists/strategy_regions.csv row 4 nuts_prefix: ITG27 is not in NUTS 2021; recoded to ITG2D"),
    "country without a name": ("codelists/countries.csv", "NO,,Norway", "SE,,Sweden",
        "data/codelists/countries.csv code: the country NO of the NUTS regions is missing"),
    "code the service uses": ("codelists/kinds.csv", "need,,Need", "want,,Want",
        "data/codelists/kinds.csv code: the code need is missing; the service itself uses it"),
    "code list span": ("codelists/periods.csv", "2027-12-31", "2020-12-31",
        "data/codelists/periods.csv row 3 valid_to: 2020-12-31 is before valid_from 2021-01-01"),
    "period without dates": ("codelists/periods.csv", "2021-01-01", "",
        "data/codelists/periods.csv row 3 valid_from: a period needs valid_from and valid_to"),
    "parent that is not there": ("codelists/topics.csv", "RSO1.2,PO1", "RSO1.2,PO7",
        "data/codelists/topics.csv row 4 parent: PO7 is not in data/codelists/topics.csv (nearest: PO2, PO1)"),
    "parents in a circle": ("codelists/topics.csv", "PO1,,Smarter", "PO1,RSO1.1,Smarter",
        "data/codelists/topics.csv row 3 parent: PO1 leads back to the code itself"),
    "label of no code list": ("codelists/labels.csv", "topics,PO1", "topic,PO1",
        "data/codelists/labels.csv row 3 codelist: topic is not a code list (nearest: topics)"),
    "label of no code": ("codelists/labels.csv", "topics,PO1", "topics,PO9",
        "data/codelists/labels.csv row 3 code: PO9 is not in the code list topics (nearest: PO2, PO1)"),
    "name of no region": ("nuts/region_names.csv", "ITG2,2021,en", "ITG29,2021,en",
        "data/nuts/region_names.csv row 4 nuts_code: ITG29 is not in NUTS 2021 (nearest: ITG2, ITG2D, ITG12)"),
    "name of a region of another version": ("nuts/region_names.csv", "UKN06,2016", "UKN06,2021",
        "data/nuts/region_names.csv row 5 nuts_code: UKN06 is not in NUTS 2021; removed after NUTS 2016"),
    "kind of a name": ("nuts/region_names.csv", "Sicily,exonym", "Sicily,town",
        "data/nuts/region_names.csv row 3 kind: town is not exonym, short or city"),
    "name that no search finds": ("nuts/region_names.csv", "Sicily", "(-)",
        "data/nuts/region_names.csv row 3 name: (-) has no letter or digit"),
    "name twice": ("nuts/region_names.csv", "ITG2,2021,en,Sardinia", "ITG1,2021,en,Sicily",
        "data/nuts/region_names.csv row 4 nuts_code: ITG1, 2021, en, Sicily is already in row 3; nuts_code + "
        "nuts_version + lang + name may occur only once"),
    "relation": ("codelists/objective_topics.csv", "broader", "wider",
        "data/codelists/objective_topics.csv row 5 relation: wider is not exact, broader or related"),
    "entry property": ("cooperation/entry_values.csv", "IT-1,modes", "IT-1,mode",
        "data/cooperation/entry_values.csv row 4 property: mode is not a property of an entry (nearest: modes)"),
    "entry value": ("cooperation/entry_values.csv", "scopes,transnational", "scopes,transnatonal",
        "data/cooperation/entry_values.csv row 3 value: transnatonal is not in the code list scopes "
        "(nearest: transnational)"),
    "entry without topic": ("cooperation/entry_values.csv", "IT-1,topics,RSO1.1\n", "",
        "warning: data/cooperation/entries.csv row 2 id: IT-1 has no topic: no topic filter will find it"),
    "entry span": ("cooperation/entries.csv", "2026-12-31", "2025-12-31",
        "data/cooperation/entries.csv row 2 open_to: 2025-12-31 is before open_from 2026-01-01"),
    "mailbox of a person": ("cooperation/entries.csv", "https://example.org/contact", "jane.doe@example.org",
        "warning: data/cooperation/entries.csv row 2 contact: jane.doe@example.org looks like the mailbox of a person; "
        "give a functional one or a web page"),
    "sample summary": ("cooperation/samples.csv", "Sample: offers", "Offers",
        "data/cooperation/samples.csv row 3 summary: Offers a method does not start with 'Sample', as that of a sample "
        "must"),
    "sample contact": ("cooperation/samples.csv", "planned,,,,Sample entry,2026-07-01\nSAMPLE-0001",
        "planned,,,office@example.org,Sample entry,2026-07-01\nSAMPLE-0001",
        "data/cooperation/samples.csv row 2 contact: office@example.org is a contact, but a sample has nobody to "
        "contact"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_rule(data: Path, case: str) -> None:
    path, old, new, expected = CASES[case]
    small_data.change(data, path, old, new)
    assert expected in findings(data)


def test_ids_of_samples_and_of_real_entries(data: Path) -> None:
    for table in ("samples", "sample_values"):
        file = data / f"cooperation/{table}.csv"
        file.write_text(file.read_text("utf-8").replace("SAMPLE-0001", "TEST-1"), "utf-8")
    for table in ("entries", "entry_values"):
        file = data / f"cooperation/{table}.csv"
        file.write_text(file.read_text("utf-8").replace("IT-1", "SAMPLE-7"), "utf-8")
    assert findings(data) == [
        "data/cooperation/entries.csv row 2 id: SAMPLE-7 is an id of a sample, but the table is for real entries",
        "data/cooperation/samples.csv row 3 id: TEST-1 is not an id of a sample such as SAMPLE-0001",
    ]


def test_a_programme_without_area_is_a_warning(data: Path) -> None:
    small_data.append(data, PROGRAMMES, f"2021IT16JTPR001,Just transition,en,2021-2027,IJG,IT,{_TODAY}")
    assert findings(data) == [
        "warning: data/programmes/programmes.csv row 9 cci: 2021IT16JTPR001 has no area in data/programmes/areas.csv: "
        "it will not be on the map"
    ]


def test_every_finding_is_reported_at_once_and_sorted(data: Path) -> None:
    small_data.change(data, AREAS, "ITG2,2021", "ITX9,2021")
    small_data.change(data, PROGRAMMES, "2021-2027,IJG,EL", "2021-2027,IJG,IT")
    small_data.change(data, "codelists/countries.csv", "EU-27,yes\nIT", "EU-27,ja\nIT")
    found = validate(data).findings
    assert [(f.file, f.row) for f in found] == [
        ("data/codelists/countries.csv", 2),
        ("data/programmes/areas.csv", 5),  # its programme is now said to be Italian
        ("data/programmes/areas.csv", 8),
        ("data/programmes/programmes.csv", 5),
    ]


def test_a_table_that_cannot_be_read_is_one_finding_not_hundreds(data: Path) -> None:
    (data / "codelists/objectives.csv").unlink()
    assert findings(data) == ["data/codelists/objectives.csv: the file is missing"]
    (data / PROGRAMMES).write_bytes(b"\xff")
    found = findings(data)
    assert found[0] == "data/codelists/objectives.csv: the file is missing"
    assert [f for f in found if "not in data/programmes/programmes.csv" in f] == []


def test_geometry_that_is_not_valid(data: Path) -> None:
    shapes = read_geometry(data, "2021")
    shapes["ITG2D"] = shapely.from_wkt("POLYGON ((13 40, 14 41, 14 40, 13 41, 13 40))")
    shapes["NO081"] = shapely.box(179, 60, 181, 61)
    rows = [row.raw for row in read_regions(data).rows if row.raw["nuts_version"] == "2021"]
    write_version(data, "2021", rows, shapes)
    found = findings(data)
    assert any(
        f.startswith("data/nuts/nuts-2021.geojson.gz: ITG2D: the geometry is not valid: Self-inter") for f in found
    )
    assert (
        "data/nuts/nuts-2021.geojson.gz: NO081: the geometry lies outside longitude -180 to 180 and latitude -90 to 90"
        in found
    )


def test_boundaries_that_are_missing_or_damaged(data: Path) -> None:
    geometry_path(data, "2016").unlink()
    geometry_path(data, "2021").write_bytes(b"not gzip")
    found = [f for f in findings(data) if f.startswith("data/nuts")]
    assert len(found) == 2
    assert "2016" in found[0] + found[1]
    assert "damaged" in found[0] + found[1]


def test_samples_are_not_checked_where_they_are_off(data: Path) -> None:
    shutil.rmtree(data / "cooperation")
    (data / "cooperation").mkdir()
    for name in ("entries.csv", "entry_values.csv"):
        (data / "cooperation" / name).write_text(small_data.TABLES[f"cooperation/{name}"], "utf-8")
    assert validate(data, samples=False).findings == []


@pytest.mark.parametrize(
    ("code", "period", "country", "fund"),
    [
        ("2014GR16M2OP001", "2014-2020", "EL", "M2"),
        ("2015FR16RFSM001", "2014-2020", "FR", "RF"),
        ("2014UK16RFOP001", "2014-2020", "UK", "RF"),
        ("2021EL16FFPR001", "2021-2027", "EL", "FF"),
        ("2021DE05SFPR003", "2021-2027", "DE", "SF"),
        ("2021PT16FFTA001", "2021-2027", "PT", "FF"),
    ],
)
def test_cci_parts(code: str, period: str, country: str, fund: str) -> None:
    cci = parse(code)
    assert (cci.period, cci.country, cci.fund) == (period, country, fund)


@pytest.mark.parametrize(
    "code", ["", "2014", "2017IT16RFOP001", "2021it16rfpr001", "2021IT16RFPR0011", "2021IT99RFPR001"]
)
def test_what_is_no_cci(code: str) -> None:
    with pytest.raises(ValueError, match="is not a CCI code"):
        parse(code)


REPORTED = [Finding("data/a.csv", "<b> & co is not a code", 3, "code", "<b> & co", ("B1", "B2"))]


def test_report_as_text() -> None:
    assert as_text(REPORTED) == "data/a.csv row 3 code: <b> & co is not a code (nearest: B1, B2)\n1 error, 0 warnings\n"


def test_report_as_json() -> None:
    assert json.loads(as_json(REPORTED)) == {
        "errors": 1,
        "warnings": 0,
        "findings": [
            {
                "file": "data/a.csv", "row": 3, "column": "code", "value": "<b> & co",
                "reason": "<b> & co is not a code",
                "nearest": ["B1", "B2"], "severity": "error",
            }
        ],
    }  # fmt: skip


def test_report_as_html_escapes_what_the_tables_say() -> None:
    page = as_html(REPORTED)
    assert "&lt;b&gt; &amp; co is not a code" in page
    assert "<b>" not in page
    assert "0 errors, 0 warnings" in as_html([])
    body = page[page.index("<tbody>") : page.index("</tbody>") + len("</tbody>")]
    assert ET.fromstring(body.replace("<td>", "<td/>").replace('<td class="row">', "<td/>")).find("tr") is not None
