"""XLSX for spreadsheets: what a cell holds, and what the file says of itself."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from datetime import datetime
from typing import Any

import made_store
import pytest
import xlsx_files
from feature_documents import feature_document, list_document
from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.model.calls import CALLS
from cooperation_atlas.model.collections import COLLECTIONS, COOPERATION, PROGRAMMES
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.model.partners import PARTNERS
from cooperation_atlas.ogc.formats import spreadsheet, xlsx
from cooperation_atlas.ogc.formats.document import Words
from cooperation_atlas.ogc.formats.sheet_cells import LONGEST, units
from cooperation_atlas.ogc.formats.spreadsheet import Sheet, sheet_names, workbook
from cooperation_atlas.ogc.formats.wording import headings
from cooperation_atlas.ogc.formats.xlsx import write
from cooperation_atlas.web.translations.catalogue import catalogue, translated_languages

NO_AREAS = [made_store.AREAS[3]] * 4
#: XML 1.0 has no other characters.
TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff").filter(
    lambda c: c in "\t\n\r" or ord(c) >= 32
), max_size=40)  # fmt: skip


def book(*records: dict[str, Any], **asked: str) -> xlsx_files.Book:
    made = made_store.store([{"cci": f"{n}", **r} for n, r in enumerate(records)], NO_AREAS)
    return xlsx_files.read(write(list_document(made, PROGRAMMES, "xlsx", asked)))


def cell(name: str, value: Any) -> Any:
    return book({name: value}).rows[0][name]


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("title", "Łódź, “quoted” \"and\"\nnew line & <b>", "Łódź, “quoted” \"and\"\nnew line & <b>"),
        ("title", None, None), ("title", " spaces ", " spaces "), ("title", "a\tb\rc", "a\tb\rc"),
        ("title", "0123", "0123"), ("title", "1e5", "1e5"), ("title", "TRUE", "TRUE"),
        ("title", "2021-01-01", "2021-01-01"),
        ("title", "#REF!", "#REF!"), ("title", "😀", "😀"),
        ("funds", ["ERDF", "ESF+"], "ERDF; ESF+"), ("funds", None, None),
        ("n_offers", 0, 0), ("eu_amount", 1234567.5, 1234567.5), ("eu_amount", -2.0, -2.0),
        ("eu_amount", 0.1 + 0.2, 0.1 + 0.2), ("eu_amount", 1e22, 1e22),
        ("objectives_complete", True, True), ("objectives_complete", False, False), ("objectives_complete", None, None),
        ("period_start", "2021-01-01", "2021-01-01"), ("period_start", "1900-03-01", "1900-03-01"),
        ("period_start", "1899-12-31", "1899-12-31"), ("period_start", "9999-12-31", "9999-12-31"),
    ],
)  # fmt: skip
def test_cells(name: str, value: Any, read: Any) -> None:
    found = cell(name, value)
    assert found == read and type(found) in (type(read), int if isinstance(read, float) else type(read))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_looks_like_a_formula_is_text_and_stays_so_when_it_is_edited(start: str) -> None:
    for record in ({"title": f"{start}1+1"}, {"title": f'{start}HYPERLINK("http://x";"y")'}):
        made = book(record)
        place = made.sheet.cell(2, made.names.index("title") + 1)
        assert (made.rows[0]["title"], place.data_type) == (record["title"], "s")
        assert place.quotePrefix
    assert cell("funds", [f"{start}cmd", "x"]) == f"{start}cmd; x"


def test_no_file_has_a_formula() -> None:
    data = write(list_document(made_store.store(), PROGRAMMES, "xlsx"))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_replaced(character: str) -> None:
    assert cell("title", f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["_x0041_ a_b _xyz_", "<r><t>a</t></r>", "<r>&amp;</r>", "<r></r>"])
def test_what_looks_like_the_markup_or_an_escape_of_the_file_comes_back(text: str) -> None:
    """Excel reads ``_x0041_`` as A; XlsxWriter takes what is within ``<r>`` for a text with its own markup."""
    assert cell("title", text) == text


@given(TEXTS)
def test_texts_come_back(text: str) -> None:
    data = workbook([Sheet("a", ["heading"], [[text]])], "title", "2026-01-01T00:00:00Z")
    assert xlsx_files.read_cells(data)["A2"] in (text, text or None)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_come_back(number: float) -> None:
    data = workbook([Sheet("a", ["heading"], [[number]])], "title", "2026-01-01T00:00:00Z")
    assert xlsx_files.read_cells(data)["A2"] == number


@pytest.mark.parametrize("letter", ["a", "😀"])
def test_what_is_longer_than_a_cell_is_cut_between_values_and_said(letter: str) -> None:
    values = [f"{letter * 9}{n:04}" for n in range(4000)]
    made = book({"sources": values}, {"sources": values[:1000]}, {"sources": None})
    cut, whole, none = (row["sources"] for row in made.rows)
    *kept, mark = cut.split("; ")
    assert units(cut) <= LONGEST < units(cut) + 40
    assert mark == "…" and kept == values[: len(kept)]
    assert whole == "; ".join(values[:1000]) and none is None
    assert made.about["Cut to the length of a cell"] == "Sources: 1"
    assert units(cell("title", letter * 40_000)) <= LONGEST


def test_one_row_a_feature_in_the_order_of_the_page() -> None:
    titles = [{"title": title} for title in "abc"]
    made = book(*titles, sortby="-title", limit="2")
    assert [row["cci"] for row in made.rows] == ["2", "1"]
    assert (made.about["Rows"], made.about["Features that match"]) == (2, 3)
    assert [name for name in made.names if name in PROGRAMMES.by_name] == list(PROGRAMMES.by_name)


def test_only_the_properties_asked_for() -> None:
    made = book({"title": "a"}, properties="title,cci")
    assert made.rows == [{"cci": "0", "title": "a"}]


def test_properties_that_rest_on_samples_bring_their_basis_and_the_mark() -> None:
    made = book({"topics": ["RSO1.1"], "topics_basis": "sample"}, {"topics_basis": "stated"}, properties="topics")
    assert [row["Rests on samples"] for row in made.rows] == ["some values rest on samples", None]
    assert [row["topics_basis"] for row in made.rows] == ["sample", "stated"]


def test_without_features_there_are_the_headings() -> None:
    made = book(offset="100")
    assert made.rows == [] and made.headings


def test_a_single_feature() -> None:
    made = xlsx_files.read(write(feature_document(made_store.store(), PROGRAMMES, "xlsx", "A")))
    assert [row["cci"] for row in made.rows] == ["A"]


def test_sheets_can_be_sorted_and_filtered_and_the_heading_stays_in_sight() -> None:
    made = book({"title": "a"}, {"title": "b"})
    for number, sheet in enumerate(made.book.worksheets):
        assert sheet.freeze_panes == ("A2" if number else "B2")
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(head.font.b for head in sheet[1])
        assert all(sheet.column_dimensions[head.column_letter].width >= 9 for head in sheet[1][:3])
    widths = {letter: column.width for letter, column in made.sheet.column_dimensions.items()}
    assert max(widths.values()) <= 60


def test_the_same_answer_gives_the_same_bytes() -> None:
    made = [write(list_document(made_store.store(), PROGRAMMES, "xlsx")) for _ in range(2)]
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    document = list_document(made_store.store(), PROGRAMMES, "xlsx")
    told = xlsx_files.read(made[0]).book.properties.created
    assert told == datetime.fromisoformat(document.edition["created"]).replace(tzinfo=None)


@pytest.mark.parametrize("language", translated_languages())
@pytest.mark.parametrize("declared", [*COLLECTIONS.values(), PARTNERS, CALLS], ids=lambda declared: declared.id)
def test_headings_are_words_of_the_language_each_once(language: str, declared: Any) -> None:
    document = list_document(made_store.store(), PROGRAMMES, "xlsx")
    words = Words(document.words.codelists, language, catalogue(language).translate)
    found = headings(declared.fields, words)
    assert len(set(found)) == len(found) == len(declared.fields)
    if language != "en":
        english = headings(declared.fields, document.words)
        assert sum(a == b for a, b in zip(found, english, strict=True)) < len(found) / 3
    names = sheet_names([words.translate(t) for t in (declared.title, xlsx._COLUMNS, xlsx._CODES, xlsx._ABOUT)])
    assert len({name.casefold() for name in names}) == 4
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_names_of_sheets() -> None:
    texts = ["a/b: c*?", "A B  C", "x" * 40, "X" * 40, "'quoted'", "", "[ ]"]
    names = sheet_names(texts)
    assert len({name.casefold() for name in names}) == len(texts)
    data = workbook(
        [Sheet(name, ["h&<"], [["x"]]) for name in sheet_names([*texts, "R&D's <x>"])], "t", "2026-01-01T00:00:00Z"
    )
    assert xlsx_files.openpyxl.load_workbook(io.BytesIO(data)).sheetnames[:7] == names


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    made = made_store.store()
    with pytest.raises(InvalidValue, match="room for 2 features"):
        write(list_document(made, PROGRAMMES, "xlsx"))
    write(list_document(made, PROGRAMMES, "xlsx", {"limit": "2"}))
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 3)
    with pytest.raises(ValueError, match="at most 3 rows"):
        workbook([Sheet("a", ["x"], [["1"]] * 3)], "t", "2026-01-01T00:00:00Z")


def test_the_codes_that_occur_are_told_in_the_language_where_there_is_a_label() -> None:
    document = list_document(made_store.store(), COOPERATION, "xlsx")
    words = Words(document.words.codelists, "de", catalogue("de").translate)
    made = xlsx_files.read(write(dataclasses.replace(document, words=words)))
    _, *rows = xlsx_files.values(made.book.worksheets[xlsx_files.CODES])
    used = {(id_, code): (label, language) for id_, _, code, label, language in rows}
    for field in COOPERATION.fields:
        if field.codelist in words.codelists:
            for row in made.rows:
                for code in (row[field.name] or "").split("; "):
                    listed = words.codelists[field.codelist].codes.get(code)
                    if listed:
                        assert used[field.codelist, code] == (
                            listed.label_in("de"),
                            "de" if "de" in listed.labels else "en",
                        )
