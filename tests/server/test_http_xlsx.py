"""XLSX through HTTP: the same values as GeoJSON, read by openpyxl and by GDAL, and everything that a format has."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import xlsx_files
from http_client import SICILY, follow, get, items, page, refusal
from running_server import RunningServer

from cooperation_atlas.model.attribution import LICENCES
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.formats.registry import FORMATS
from cooperation_atlas.store.codelists import codelist_title

MEDIA_TYPE = FORMATS["xlsx"].media_type
SOME = {"limit": 250}


def book(server: RunningServer, path: str, **query: object) -> xlsx_files.Book:
    answer = get(server, path, f="xlsx", **query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == MEDIA_TYPE
    return xlsx_files.read(answer.content)


def properties(server: RunningServer, path: str, **query: object) -> list[dict[str, Any]]:
    return [feature["properties"] for feature in page(server, path, skipGeometry="true", **query)["features"]]


def same(made: xlsx_files.Book, wanted: list[dict[str, Any]]) -> None:
    """Every cell equals what GeoJSON has, and what no cell says is absent there, too."""
    assert len(made.rows) == len(wanted)
    for row, feature in zip(made.rows, wanted, strict=True):
        row = {name: value for name, value in row.items() if name in feature}
        assert row == {name: xlsx_files.cell_of(value) for name, value in feature.items()}
        for name, value in row.items():
            assert isinstance(value, bool) == isinstance(feature[name], bool)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_cell_equals_geojson(server: RunningServer, collection: str):
    # GeoJSON begins with typical features where no order is asked for.
    order = COLLECTIONS[collection].id_field
    for query in ({"sortby": order, **SOME}, {"exclude": "samples", "sortby": f"-{order}", "limit": 20}):
        same(book(server, items(collection), **query), properties(server, items(collection), **query))


@pytest.mark.parametrize(
    ("collection", "query"),
    [
        ("programmes", {"topic": "PO2", "scope": "cross_border"}),
        ("programmes", {"topic": "RSO1.1", "include": "unknown", "country": "EL"}),
        ("nuts3", {"q": "Munich"}), ("cooperation", {"open": "2026-12-01", "properties": "id,kind,open_to"}),
        ("neighbours", {"nuts3": "AT34"}),
    ],
)  # fmt: skip
def test_searches_have_the_same_cells_too(server: RunningServer, collection: str, query: dict[str, str]):
    wanted = properties(server, items(collection), **query)
    assert wanted
    same(book(server, items(collection), **query), wanted)


def test_partners_have_the_same_cells(server: RunningServer):
    for query in ({"programme": SICILY}, {"programme": SICILY, "lang": "it", "sortby": "unusual"}):
        same(book(server, "/partners", **query), properties(server, "/partners", **query))


@pytest.mark.slow
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_gdal_reads_all_features_with_their_types(server: RunningServer, collection: str, tmp_path: Path):
    order = COLLECTIONS[collection].id_field
    path = tmp_path / "features.xlsx"
    path.write_bytes(get(server, items(collection), f="xlsx", limit=20_000, sortby=order).content)
    frame, columns = (pyogrio.read_dataframe(path, layer=number) for number in (0, 1))
    wanted = properties(server, items(collection), limit=20_000, sortby=order)
    names = dict(zip(columns.iloc[:, 0], columns.iloc[:, 1], strict=True))
    assert len(frame) == len(wanted)
    for heading in frame.columns:
        field = COLLECTIONS[collection].by_name.get(names.get(heading) or "")
        if field is None:
            continue
        cells = [xlsx_files.cell_of(feature[field.name]) for feature in wanted]
        read = frame[heading]
        assert read.notna().tolist() == [value is not None for value in cells], field.name
        known = [value for value in cells if value is not None]
        found = read[read.notna()]
        if field.type == "date":
            assert [f"{day:%Y-%m-%d}" for day in found] == known
        else:
            assert found.tolist() == known


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_rows_that_rest_on_samples_are_marked_and_no_others(server: RunningServer, collection: str):
    bases = COLLECTIONS[collection].bases
    made = book(server, items(collection), **SOME)
    marked = 0
    for number, row in enumerate(made.rows, start=2):
        rests = any(row[basis] in (True, "sample") for basis in bases)
        assert bool(row.get("Rests on samples")) == rests
        assert (made.sheet.cell(number, 1).fill.fgColor.rgb == "FFFFF4CC") == rests
        marked += rests
    assert made.about["Rows with samples"] == marked
    assert ("Samples" in made.about) == bool(marked)
    without = book(server, items(collection), exclude="samples", **SOME)
    assert without.about["Rows with samples"] == 0
    assert not any(row.get("Rests on samples") for row in without.rows)
    assert "exclude=samples" in without.about["Address"]


def test_an_entry_that_is_a_sample_is_marked_whatever_was_asked_for(server: RunningServer):
    made = book(server, items("cooperation"), properties="summary", limit=5, sample="true")
    assert [row["Rests on samples"] for row in made.rows] == ["sample entry"] * 5


def test_the_file_says_where_it_comes_from(server: RunningServer):
    answer = get(server, items(), f="xlsx", country="MT", lang="en")
    made = xlsx_files.read(answer.content)
    about = made.about
    assert about["Edition"] == answer.headers["atlas-edition"]
    assert (about["Rows"], about["Features that match"]) == (len(made.rows), int(answer.headers["ogc-numbermatched"]))
    assert follow(about["Address"]).content == answer.content
    licences = [row[1] for row in xlsx_files.values(made.book.worksheets[xlsx_files.ABOUT]) if row[0] == "Licence"]
    assert [text.rpartition(", ")[2] for text in licences] == [licence.url for licence in LICENCES]


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pl"])
def test_headings_meanings_and_labels_are_in_the_language(server: RunningServer, language: str):
    english, made = (book(server, items(), country="IT", limit=3, lang=lang) for lang in ("en", language))
    assert made.headings != english.headings and made.names[:-1] == english.names[:-1]
    assert [list(row.values())[:-1] for row in made.rows] == [list(row.values())[:-1] for row in english.rows]
    assert made.book.sheetnames[1:] != english.book.sheetnames[1:]
    labels = {row[2]: row[3] for row in xlsx_files.values(made.book.worksheets[xlsx_files.CODES])[1:]}
    assert labels["IT"] == {"de": "Italien", "es": "Italia", "fr": "Italie", "it": "Italia", "pl": "Włochy"}[language]
    accepted = get(server, items(), f="xlsx", country="IT", limit=3, headers={"Accept-Language": language})
    assert accepted.headers["content-language"] == language
    assert xlsx_files.read(accepted.content).headings == made.headings


def test_code_lists_are_named_as_elsewhere(server: RunningServer):
    made = book(server, items(), limit=50)
    told = {row[0]: row[1] for row in xlsx_files.values(made.book.worksheets[xlsx_files.CODES])[1:]}
    assert told and all(title == codelist_title(id_) for id_, title in told.items())


@pytest.mark.parametrize("path", [items(), f"{items()}/{SICILY}", f"/partners?programme={SICILY}"])
def test_it_is_a_format_like_the_others(server: RunningServer, path: str):
    joint = "&" if "?" in path else "?"
    links = page(server, f"{path}{joint}f=json")["links"]
    (link,) = [link for link in links if link["type"] == MEDIA_TYPE and link["rel"] == "alternate"]
    linked = follow(link["href"])
    asked = get(server, path, headers={"Accept": MEDIA_TYPE})
    assert asked.content == linked.content
    assert asked.headers["content-disposition"].endswith('.xlsx"')
    assert "charset" not in asked.headers["content-type"]
    assert "accept-language" in asked.headers["vary"].lower()
    known = {"If-None-Match": linked.headers["etag"]}
    assert get(server, f"{path}{joint}f=xlsx", headers=known).status_code == 304


def test_bad_requests_are_refused_as_with_other_formats(server: RunningServer):
    for query in ({"lang": "xx"}, {"properties": "none"}, {"limit": "-1"}, {"topic": "PO99"}, {"colour": "red"}):
        refusal(get(server, items(), f="xlsx", **query))
    refusal(get(server, f"{items()}/{SICILY}", f="xlsx", sheet="1"))
    refusal(get(server, f"{items()}/none", f="xlsx"), 404)


def test_catalogue_and_definition_have_it(server: RunningServer):
    dataset = page(server, "/collections/programmes", f="jsonld")
    assert any("file-type/XLSX" in str(each) for each in dataset["dcat:distribution"])
    content = page(server, "/openapi")["paths"]["/collections/programmes/items"]["get"]["responses"]["200"]["content"]
    assert content[MEDIA_TYPE]["schema"] == {"type": "string", "format": "binary"}
    assert "xlsx" in get(server, items(), f="html", limit=1).text


# --- labels -------------------------------------------------------------------------------------------------------


def table(server: RunningServer, path: str, **query: object) -> list[dict[str, str]]:
    """The rows of a CSV."""
    answer = get(server, path, f="csv", **query)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", ["en", "de", "pl"])
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_labels_stand_for_codes_in_both_tables(server: RunningServer, collection: str, language: str):
    query = {"limit": 40, "lang": language, "sortby": COLLECTIONS[collection].id_field}
    made = book(server, items(collection), labels="true", **query)
    lines = table(server, items(collection), labels="true", **query)
    assert tuple(lines[0]) == made.headings[: len(lines[0])] and len(made.headings) - len(lines[0]) <= 1
    labels = {(row[0], row[2]): row[3] for row in xlsx_files.values(made.book.worksheets[xlsx_files.CODES])[1:]}
    for row, feature in zip(made.rows, properties(server, items(collection), **query), strict=True):
        for name, value in feature.items():
            field = COLLECTIONS[collection].by_name[name]
            if field.twin_of and COLLECTIONS[collection].by_name[field.twin_of].codelist:
                assert name not in row
            elif value is not None and any(id_ == field.codelist for id_, _ in labels):
                codes = value if isinstance(value, list) else [value]
                assert row[name] == "; ".join(labels[field.codelist, code] for code in codes)
    for line, row in zip(lines, made.rows, strict=True):
        for heading, name in zip(line, made.names, strict=False):
            if isinstance(row[name], str):
                assert line[heading].removeprefix("'") == row[name]


def test_labels_are_those_of_code_lists(server: RunningServer):
    (row,) = table(server, items(), labels="true", lang="it", cci=SICILY, properties="country,period,funds")
    assert row == {"Paese": "Italia", "Periodo": "2021-2027", "Fondi": row["Fondi"]} and "Fondo" in row["Fondi"]


@pytest.mark.parametrize("path", [items(), f"{items()}/{SICILY}", f"/partners?programme={SICILY}", "/calls"])
def test_labels_are_for_tables_only(server: RunningServer, path: str):
    joint = "&" if "?" in path else "?"
    problem = refusal(get(server, f"{path}{joint}labels=true&f=json"))
    assert problem["parameter"] == "labels" and problem["nearest"] == ["csv", "xlsx"]
    assert get(server, f"{path}{joint}labels=true&f=html").status_code == 400
    refusal(get(server, f"{path}{joint}labels=yes&f=csv"))
    assert get(server, f"{path}{joint}labels=false&f=json").status_code == 200
    told = get(server, f"{path}{joint}labels=true&f=csv&lang=fr")
    assert (told.status_code, told.headers["content-language"]) == (200, "fr")


def test_pages_offer_tables_in_words(server: RunningServer):
    for path in (items(), f"{items()}/{SICILY}", f"/partners?programme={SICILY}", "/calls"):
        joint = "&" if "?" in path else "?"
        text = get(server, f"{path}{joint}f=html").text
        for f in ("csv", "xlsx"):
            links = re.findall(r'href="([^"]+)" download', text)
            assert any(f"f={f}" in link and "labels=true" in link for link in links), (path, f)
