"""A small made data folder: squares for regions and a handful of programmes, so that results can be counted by hand.

Degrees of longitude and latitude; every level 3 region is a square of one degree, its parents are their unions::

    NUTS 2021   IT: ITG11 (10,40) ITG12 (11,40) ITG2D (13,40)   EL: EL301 (20,38)   NO: NO081 (10,60)
    NUTS 2016   the same, and UK: UKN06 (-6,54) UKN10 (-5,54); the parent of UKN10 is UKN0, as in the real NUTS 2016
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import shapely

from cooperation_atlas.sources.nuts_files import COLUMNS, write_version

_LIST = "code,parent,label,definition,valid_from,valid_to,legal_ref,source,source_date"
_SOURCE = "Made for tests,2026-01-01"


def _codes(*rows: str, extra: str = "") -> str:
    """A code list from ``code|parent|label|valid_from|valid_to[|extra cells]``."""
    columns = 5 + len(extra.split(",")) if extra else 5
    lines = [_LIST + (f",{extra}" if extra else "")]
    for row in rows:
        code, parent, label, start, end, *more = [*row.split("|"), "", "", "", ""][:columns]
        lines.append(",".join([code, parent, label, "", start, end, "", _SOURCE, *more]))
    return "\n".join(lines) + "\n"


TABLES = {
    "codelists/countries.csv": _codes(
        "EL||Greece|||GR|EU-27|yes", "IT||Italy|||IT|EU-27|yes", "NO||Norway|||NO|EFTA|no",
        "UK||United Kingdom|||GB|former_member|no", extra="iso2,group,eu_member",
    ),
    "codelists/funds.csv": _codes(
        "ERDF||European Regional Development Fund|||RF|yes", "ESF+||European Social Fund Plus|2021-01-01||SF|yes",
        "ESF||European Social Fund||2020-12-31|SF|yes", "JTF||Just Transition Fund|2021-01-01||JT|no",
        extra="cci_codes,by_category",
    ),
    "codelists/strategies.csv": _codes(
        "EUSAIR||Adriatic and Ionian|||macro_regional", "EUSALP||Alpine|||macro_regional", extra="type"
    ),
    "codelists/categories_of_region.csv": _codes("LD||Less developed regions", "MD||More developed regions"),
    "codelists/periods.csv": _codes(
        "2014-2020||2014-2020|2014-01-01|2020-12-31", "2021-2027||2021-2027|2021-01-01|2027-12-31"
    ),
    "codelists/goals.csv": _codes("IJG||Investment for jobs and growth"),
    "codelists/levels.csv": _codes("national||National", "regional||Regional", "multi_regional||Multi-regional"),
    "codelists/objectives.csv": _codes(
        "PO1||Smarter|2021-07-01", "RSO1.1|PO1|Research|2021-07-01", "RSO1.2|PO1|Digital|2021-07-01",
        "PO2||Greener|2021-07-01", "RSO2.1|PO2|Energy efficiency|2021-07-01",
        "TO01||Strengthening research||2020-12-31", "TO02||Enhancing ICT||2020-12-31",
    ),
    "codelists/topics.csv": _codes(
        "PO1||Smarter", "RSO1.1|PO1|Research", "RSO1.2|PO1|Digital", "PO2||Greener", "RSO2.1|PO2|Energy efficiency"
    ),
    "codelists/scopes.csv": _codes("cross_border||Cross-border", "transnational||Transnational"),
    "codelists/kinds.csv": _codes("offer||Offer", "need||Need", "both||Offer and need"),
    "codelists/statuses.csv": _codes("planned||Planned", "call_open||Call open"),
    "codelists/modes.csv": _codes("exchange||Exchange of experience", "joint_call||Joint call"),
    "codelists/partner_types.csv": _codes("research||Research", "ngo||Civil society"),
    "codelists/area_bases.csv": _codes("stated||Stated", "title||Named in the title", "whole_country||Whole country"),
    "codelists/category_bases.csv": _codes(
        "stated||Stated", "corroborated||Corroborated", "derived||Derived", "outside_union||Outside the Union"
    ),
    "codelists/value_bases.csv": _codes("stated||Stated", "sample||Sample"),
    "codelists/programme_statuses.csv": _codes("adopted_by_ec||Adopted by EC", "adopted_by_ms||Adopted by MS"),
    "codelists/intervention_fields.csv": _codes(
        "010||R+I activities in SMEs", "048||Renewable energy: solar", "171||Cooperation with partners|||yes",
        "999||Flat rate technical assistance", extra="plans_cooperation",
    ),
    "codelists/forms_of_support.csv": _codes("01||Grant", "03||Loan"),
    "codelists/territorial_focus.csv": _codes("33||No territorial targeting"),
    "codelists/esf_secondary_themes.csv": _codes("01||Green skills and jobs", "09||Not applicable"),
    "codelists/gender_equality.csv": _codes("03||Gender neutral"),
    "codelists/keep_eu_themes.csv": _codes("heating||Heating homes", "science||Scientific cooperation"),
    "codelists/keep_eu_organisation_types.csv": _codes("university||Higher education"),
    "codelists/keep_eu_topics.csv": (
        "theme,topic,relation,source\n"
        "heating,RSO2.1,broader,Made for tests\n"
        "science,RSO1.1,broader,Made for tests\n"
        "science,RSO1.2,related,Made for tests\n"
    ),
    "codelists/keep_eu_partner_types.csv": (
        "organisation_type,partner_type,relation,source\nuniversity,research,narrower,Made for tests\n"
    ),
    "codelists/known_lists.csv": _codes(
        *(
            f"{code}|{parent}|{code.replace('_', ' ').capitalize()}"
            for one in ("funds", "categories", "objectives", "topics", "amounts", "area")
            for code, parent in ((one, ""), (f"{one}_partial", one), (f"{one}_unknown", one))
        )
    ),
    "codelists/whole_lists.csv": (
        "list,source,reason\n"
        "objectives,Planned finances,Made for tests\n"
        "categories,Planned finances,Made for tests\n"
    ),
    "codelists/knowledge_types.csv": _codes("regulation||Regulation", "guidance||Guidance"),
    "codelists/knowledge_topics.csv": _codes("legal_basis||Legal basis", "calls||Calls and selection"),
    "knowledge/records.csv": (
        "id,title,language,type,publisher,date,url,external_id,source,source_date\n"
        "rules,Rules of cooperation,en,regulation,European Union,2021-06-24,https://example.org/rules,celex:1,"
        "Made for tests,2026-06-14\n"
        "calls,Calls for proposals,en,guidance,Somebody,,https://example.org/calls,,Made for tests,2026-06-14\n"
    ),
    "knowledge/record_values.csv": (
        "id,property,value\nrules,topics,legal_basis\nrules,scopes,cross_border\ncalls,topics,calls\n"
    ),
    "codelists/neighbour_kinds.csv": _codes("land||Land", "sea||Sea", "point||Point"),
    "codelists/nuts_versions.csv": _codes("2016||NUTS 2016", "2021||NUTS 2021", "2024||NUTS 2024"),
    "codelists/objective_topics.csv": (
        "objective,topic,relation,source\n"
        "RSO1.1,RSO1.1,exact,Made for tests\n"
        "RSO1.2,RSO1.2,exact,Made for tests\n"
        "RSO2.1,RSO2.1,exact,Made for tests\n"
        "TO01,PO1,broader,Made for tests\n"
        "TO01,RSO1.1,related,Made for tests\n"
    ),
    "codelists/strategy_regions.csv": (
        "strategy,nuts_prefix,name,extent,source,source_date\n"
        "EUSAIR,EL,Greece,whole,Made for tests,2026-01-01\n"
        "EUSAIR,ITG1,Sicily,part,Made for tests,2026-01-01\n"
        "EUSALP,ITG2,Sardinia,part,Made for tests,2026-01-01\n"
        "EUSALP,,San Marino,whole,Made for tests,2026-01-01\n"
        "EUSALP,MD,Moldova,whole,Made for tests,2026-01-01\n"
    ),
    "codelists/labels.csv": (
        "codelist,code,lang,label,source\n"
        "countries,EL,el,Ελλάς,Made for tests\n"
        "topics,PO1,fr,Plus intelligente,Made for tests\n"
    ),
    "codelists/nuts_changes.csv": (
        "from_version,from_code,to_version,to_code,change,source\n"
        "2016,ITG27,2021,ITG2D,recoded,Made for tests\n"
        "2016,UKN06,2021,,removed,Made for tests\n"
        "2021,PT170,2024,PT1A0,split,Made for tests\n"
        "2021,PT170,2024,PT1B0,split,Made for tests\n"
    ),
    "nuts/region_names.csv": (
        "nuts_code,nuts_version,lang,name,kind,source\n"
        "EL301,2021,en,Athens,city,Made for tests\n"
        "ITG1,2021,en,Sicily,exonym,Made for tests\n"
        "ITG2,2021,en,Sardinia,exonym,Made for tests\n"
        "UKN06,2016,fr,Belfast-Ville,exonym,Made for tests\n"
    ),
    "nuts/categories_of_region.csv": (
        "nuts_code,nuts_version,category_of_region,basis,gdp_pps,source,source_date\n"
        "EL30,2021,MD,corroborated,101.5,Made for tests,2026-01-01\n"
        "ITG1,2021,LD,stated,,Made for tests,2026-01-01\n"
    ),
    "nuts/interreg_2014_2020.csv": (
        "nuts_code,nuts_version,name,projects,partners,total_budget,erdf,matched_by,source,source_date\n"
        "ITG11,2021,Trapani,2,3,1500000,1200000,name,Made for tests,2026-01-01\n"
        "NO081,2021,Oslo,1,1,,,name,Made for tests,2026-01-01\n"
    ),
    "programmes/programmes.csv": (
        "cci,title,title_lang,period,goal,country,source,source_date\n"
        "2014GR16M2OP001,Στερεά Ελλάδα,el,2014-2020,IJG,EL,Made for tests,2019-04-11\n"
        "2014IT16RFOP001,Sicilia ERDF,it,2014-2020,IJG,IT,Made for tests,2019-04-11\n"
        "2014UK16RFOP001,Northern Ireland,en,2014-2020,IJG,UK,Made for tests,2019-04-11\n"
        "2021EL16FFPR001,Attica,en,2021-2027,IJG,EL,Made for tests,2026-06-14\n"
        "2021IT05SFPR001,National programme,,2021-2027,IJG,IT,Made for tests,2026-06-14\n"
        '2021IT16FFPR002,"Islands, two of them",en,2021-2027,IJG,IT,Made for tests,2026-06-14\n'
        "2021IT16RFPR001,Sicilia ERDF,it,2021-2027,IJG,IT,Made for tests,2026-06-14\n"
    ),
    "programmes/missing.csv": (
        "country,title,fund,nuts_code,nuts_version,evidence,source,source_date\n"
        "EL,Programme without a code,ERDF,EL301,2021,a page about the programme,Made for tests,2026-06-14\n"
    ),
    "programmes/authorities.csv": (
        "cci,managing_authority,url,source,source_date\n"
        "2021IT16RFPR001,Regione Siciliana,https://example.org/sicilia,Page of the Commission,2026-06-15\n"
    ),
    "programmes/funds.csv": (
        "cci,fund,source,source_date\n"
        "2014GR16M2OP001,ESF,Made for tests,2019-04-11\n"
        "2014GR16M2OP001,ERDF,Made for tests,2019-04-11\n"
        "2014IT16RFOP001,ERDF,Made for tests,2019-04-11\n"
        "2021IT05SFPR001,ESF+,Made for tests,2026-06-14\n"
        "2021IT16FFPR002,JTF,Made for tests,2026-06-14\n"
        "2021IT16RFPR001,ERDF,Made for tests,2026-06-14\n"
    ),
    "programmes/amounts.csv": (
        "cci,fund,category_of_region,eu_amount,total_amount,source,source_date\n"
        "2014IT16RFOP001,ERDF,LD,1000.5,2000,Made for tests,2019-04-11\n"
        "2014IT16RFOP001,ERDF,,99.5,100,Made for tests,2019-04-11\n"
    ),
    "programmes/categories.csv": (
        "cci,category_of_region,source,source_date\n"
        "2014IT16RFOP001,MD,Made for tests,2019-04-11\n"
        "2014IT16RFOP001,LD,Made for tests,2019-04-11\n"
    ),
    "programmes/objectives.csv": (
        "cci,objective,fund,category_of_region,source,source_date\n"
        "2014IT16RFOP001,TO01,ERDF,LD,Made for tests,2019-04-11\n"
        "2014IT16RFOP001,TO02,ERDF,LD,Planned finances,2019-04-11\n"
        "2021IT16RFPR001,RSO1.2,ERDF,LD,Categorisation extract,2026-06-14\n"
        "2021IT16RFPR001,RSO1.2,ERDF,MD,Categorisation extract,2026-06-14\n"
        "2021IT16RFPR001,RSO1.1,,,Categorisation extract,2026-06-14\n"
    ),
    "programmes/categorisation.csv": (
        "cci,objective,fund,category_of_region,dimension,code,eu_amount,total_amount,source,source_date\n"
        "2021IT16RFPR001,RSO1.2,ERDF,LD,intervention_fields,171,100.5,200,Categorisation extract,2026-06-14\n"
        "2021IT16RFPR001,RSO1.2,ERDF,LD,intervention_fields,048,0,0,Categorisation extract,2026-06-14\n"
        "2021IT16RFPR001,RSO1.1,ERDF,,intervention_fields,010,,,Categorisation extract,2026-06-14\n"
        "2021IT16RFPR001,RSO1.1,ERDF,,territorial_focus,33,,,Categorisation extract,2026-06-14\n"
    ),
    "programmes/areas.csv": (
        "cci,nuts_code,nuts_version,basis,note,source,source_date\n"
        "2014GR16M2OP001,EL30,2016,title,,Made for tests,2019-04-11\n"
        "2014IT16RFOP001,ITG1,2016,stated,,Made for tests,2019-04-11\n"
        "2014UK16RFOP001,UKN,2016,title,,Made for tests,2019-04-11\n"
        "2021EL16FFPR001,EL30,2021,stated,,Made for tests,2026-06-14\n"
        "2021IT05SFPR001,IT,2021,whole_country,,Made for tests,2026-06-14\n"
        "2021IT16FFPR002,ITG11,2021,title,One island for certain.,Made for tests,2026-06-14\n"
        "2021IT16FFPR002,ITG2,2021,stated,,Made for tests,2026-06-14\n"
        "2021IT16RFPR001,ITG1,2021,stated,,Made for tests,2026-06-14\n"
    ),
    "cooperation/entries.csv": (
        "id,cci,kind,summary,status,open_from,open_to,contact,source,updated\n"
        "IT-1,2021IT16RFPR001,both,Peer review of research centres,call_open,2026-01-01,2026-12-31,"
        "https://example.org/contact,Page of the programme,2026-05-01\n"
    ),
    "cooperation/entry_values.csv": (
        "id,property,value\n"
        "IT-1,topics,RSO1.1\n"
        "IT-1,scopes,transnational\n"
        "IT-1,modes,exchange\n"
        "IT-1,sought_countries,EL\n"
        "IT-1,sought_strategies,EUSAIR\n"
    ),
    "cooperation/samples.csv": (
        "id,cci,kind,summary,status,open_from,open_to,contact,source,updated\n"
        "SAMPLE-0002,2021EL16FFPR001,need,Sample: looks for partners,planned,,,,Sample entry,2026-07-01\n"
        "SAMPLE-0001,2021IT16RFPR001,offer,Sample: offers a method,planned,,,,Sample entry,2026-07-01\n"
    ),
    "cooperation/sample_values.csv": (
        "id,property,value\n"
        "SAMPLE-0001,topics,RSO2.1\n"
        "SAMPLE-0001,topics,RSO1.2\n"
        "SAMPLE-0001,scopes,cross_border\n"
        "SAMPLE-0001,scopes,transnational\n"
        "SAMPLE-0001,partner_types,ngo\n"
        "SAMPLE-0002,topics,RSO2.1\n"
        "SAMPLE-0002,scopes,cross_border\n"
    ),
}  # fmt: skip

#: Level 3 regions of each version: code, parent and the lower left corner.
_SQUARES_2021 = {
    "ITG11": ("ITG1", 10, 40), "ITG12": ("ITG1", 11, 40), "ITG2D": ("ITG2", 13, 40),
    "EL301": ("EL30", 20, 38), "NO081": ("NO08", 10, 60),
}  # fmt: skip
_SQUARES = {
    "2021": _SQUARES_2021,
    "2016": _SQUARES_2021 | {"UKN06": ("UKN0", -6, 54), "UKN10": ("UKN0", -5, 54)},
}
_NAMES = {
    "IT": "Italia", "ITG": "Isole", "ITG1": "Sicilia", "ITG11": "Trapani", "ITG12": "Palermo", "ITG2": "Sardegna",
    "ITG2D": "Sassari", "EL": "Ellada", "EL3": "Attiki", "EL30": "Attiki", "EL301": "Athina", "NO": "Norge",
    "NO0": "Norge", "NO08": "Oslo", "NO081": "Oslo", "UK": "United Kingdom", "UKN": "Northern Ireland",
    "UKN0": "Northern Ireland", "UKN06": "Belfast", "UKN10": "Derry",
}  # fmt: skip


def write(folder: Path) -> Path:
    """Write the whole data folder, which must not exist, and return it."""
    for path, text in TABLES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    for version, squares in _SQUARES.items():
        rows: dict[str, dict[str, str]] = {}
        for code, (parent, _, _) in squares.items():
            _add(rows, version, code, parent)
            for above in (parent, parent[:3], parent[:2]):
                _add(rows, version, above, above[:-1] if len(above) > 2 else "")
        shapes = {code: shapely.box(x, y, x + 1, y + 1) for code, (_, x, y) in squares.items()}
        write_version(folder, version, rows.values(), shapes)
    return folder


def _add(rows: dict[str, dict[str, str]], version: str, code: str, parent: str) -> None:
    known = {
        "nuts_code": code, "nuts_version": version, "level": str(len(code) - 2), "parent": parent, "country": code[:2],
        "name_latn": _NAMES[code], "name_national": "Ελλάδα" if code == "EL" else _NAMES[code], "area_km2": "9000.00",
        "urban": "intermediate" if len(code) == 5 else "",
    }  # fmt: skip
    rows[code] = dict.fromkeys(COLUMNS, "") | known


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Replace text that occurs exactly once in a table."""
    file = folder / path
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {path}"
    file.write_text(text.replace(old, new), "utf-8")


def append(folder: Path, path: str, row: str) -> int:
    """Add a row to a table; the result is its number, as findings count rows."""
    file = folder / path
    text = file.read_text("utf-8") + row + "\n"
    file.write_text(text, "utf-8")
    return len(list(csv.reader(io.StringIO(text))))
