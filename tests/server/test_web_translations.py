"""The catalogues of the pages: complete, in step with the texts, and read as each language writes."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Catalog

from cooperation_atlas.model.collections import COLLECTIONS, PROGRAMMES
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.settings import Settings
from cooperation_atlas.web.http.serve import run
from cooperation_atlas.web.kept_parameters import keep_parameters
from cooperation_atlas.web.translations import messages
from cooperation_atlas.web.translations.catalogue import (
    SOURCE_LANGUAGE,
    catalogue,
    po_file,
    translated_languages,
)
from cooperation_atlas.web.translations.documents import translate_document

LANGUAGES = ("en", "de", "es", "fr", "it", "pl")
OTHERS = LANGUAGES[1:]


def test_the_languages_of_the_plugin_are_offered() -> None:
    assert translated_languages() == LANGUAGES
    assert set(Settings.from_environment({}).languages) == set(LANGUAGES)
    assert Settings.from_environment({}).languages[0] == SOURCE_LANGUAGE


def test_every_text_is_translated() -> None:
    """Into every language, with the same placeholders and markup, and with all plural forms."""
    assert list(messages.problems()) == []


@pytest.mark.parametrize("file", [messages.TEMPLATE_FILE, *map(po_file, OTHERS)], ids=["pot", *OTHERS])
def test_catalogues_are_as_the_command_writes_them(monkeypatch: pytest.MonkeyPatch, tmp_path, file) -> None:
    """`make translations` would change nothing: neither texts nor order nor wrapping."""
    before = file.read_bytes()
    written: dict[object, bytes] = {}
    monkeypatch.setattr("pathlib.Path.write_bytes", lambda path, content: written.__setitem__(path, content))
    messages.update()
    assert written[file] == before


@pytest.mark.parametrize(
    ("id_", "string", "reason"),
    [
        ("Skip to content", "", "not translated"),
        ("The page %(name)s", "Die Seite %(nome)s", "other placeholders or markup than the text"),
        ("Values of `q`", "Werte von q", "other placeholders or markup than the text"),
        ("<b>Bold</b>", "Fett", "other placeholders or markup than the text"),
        ("{title} (text)", "(Text)", "other placeholders or markup than the text"),
        (("programme", "programmes"), ("program", "programy"), "2 plural forms of 3"),
        (("programme", "programmes"), ("program", "", "programów"), "not translated"),
    ],
)
def test_what_is_wrong_with_a_translation_is_found(id_, string, reason: str) -> None:
    template, translated = Catalog(), Catalog(locale="pl")
    template.add(id_)
    translated.add(id_, string)
    text = id_ if isinstance(id_, str) else id_[0]
    assert list(messages._problems("pl", template, translated)) == [f"pl: {reason}: {text}"]


def test_texts_that_are_missing_fuzzy_or_gone_are_found() -> None:
    template, translated = Catalog(), Catalog(locale="de")
    template.add("New")
    template.add("Uncertain")
    translated.add("Uncertain", "Unsicher", flags=["fuzzy"])
    translated.add("Old", "Alt")
    assert list(messages._problems("de", template, translated)) == [
        "de: not in the catalogue (make translations): New",
        "de: fuzzy: Uncertain",
        "de: no text of today (make translations): Old",
    ]


def test_a_language_without_translation_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        catalogue("sv")
    assert str(caught.value) == (
        "languages: 'sv' has no translation of the pages. Did you mean en, de, es, fr, it or pl?"
    )


def test_the_server_does_not_start_in_a_language_without_translation(tmp_path) -> None:
    given = {"COOPERATION_ATLAS_LANGUAGES": "en,sv", "COOPERATION_ATLAS_EDITIONS": str(tmp_path)}
    with pytest.raises(InvalidValue, match="'sv' has no translation of the pages"):
        run(Settings.from_environment(given))


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {"one": "programme", "other": "programmes"}),
        ("de", {"one": "Programm", "other": "Programme"}),
        ("pl", {"one": "program", "few": "programy", "many": "programów"}),
    ],
)
def test_plural_forms_by_the_categories_that_browsers_know(language: str, forms: dict[str, str]) -> None:
    noun = PROGRAMMES.presentation.noun
    told = catalogue(language).plural_forms(noun.one, noun.many)
    assert forms.items() <= told.items()


@pytest.mark.parametrize(
    ("language", "number", "amount", "day"),
    [
        ("en", "1,234,567", "1,234,567.50", "2 July 2021"),
        ("de", "1.234.567", "1.234.567,50", "2. Juli 2021"),
        ("es", "1.234.567", "1.234.567,50", "2 de julio de 2021"),
        ("fr", "1\u202f234\u202f567", "1\u202f234\u202f567,50", "2 juillet 2021"),
        ("it", "1.234.567", "1.234.567,50", "2 luglio 2021"),
        ("pl", "1\u00a0234\u00a0567", "1\u00a0234\u00a0567,50", "2 lipca 2021"),
    ],
)
def test_numbers_and_days(language: str, number: str, amount: str, day: str) -> None:
    texts = catalogue(language)
    assert texts.number(1_234_567) == number
    assert texts.number(1_234_567.5, 2) == amount
    assert texts.day("2021-07-02") == texts.day("2021-07-02T10:00:00Z") == day


def test_languages_name_themselves() -> None:
    assert [catalogue(code).name for code in LANGUAGES] == [
        "English", "Deutsch", "Español", "Français", "Italiano", "Polski",
    ]  # fmt: skip


@pytest.mark.parametrize("language", OTHERS)
def test_titles_of_text_twins_follow_from_those_of_their_arrays(language: str) -> None:
    texts = catalogue(language)
    for collection in COLLECTIONS.values():
        for twin in (field for field in collection.fields if field.twin_of):
            array = collection.by_name[twin.twin_of]
            assert texts.translate(twin.title).startswith(texts.translate(array.title))
            assert texts.translate(twin.description) != twin.description
            assert f"`{array.name}`" in texts.translate(twin.description)


def test_texts_of_others_stay_as_they_are() -> None:
    assert catalogue("de").translate("A title that an operator gave") == "A title that an operator gave"
    assert catalogue("de").translate("") == ""


def test_documents_are_translated_but_not_their_links() -> None:
    document = {
        "title": "Countries", "keywords": ["region", "own"], "links": [{"title": "Countries", "href": "/"}],
        "properties": {"period": {"title": "Period", "type": "string"}}, "itemCount": 3,
        "collections": [{"title": "Programmes"}],
    }  # fmt: skip
    assert translate_document(catalogue("de"), document) == {
        "title": "Länder", "keywords": ["Region", "own"], "links": [{"title": "Countries", "href": "/"}],
        "properties": {"period": {"title": "Zeitraum", "type": "string"}}, "itemCount": 3,
        "collections": [{"title": "Programme"}],
    }  # fmt: skip
    assert translate_document(catalogue("en"), document) == document


@pytest.mark.parametrize("root", ["", "/atlas"])
@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('href="{}/"', 'href="{}/?exclude=samples&amp;lang=de"'),
        ('href="{}/codelists"', 'href="{}/codelists?lang=de"'),
        ('href="{}/collections/x/items?a=1"', 'href="{}/collections/x/items?a=1&amp;exclude=samples&amp;lang=de"'),
        ('href="{}/collections?lang=fr"', 'href="{}/collections?lang=fr&amp;exclude=samples"'),
        ('href="{}/openapi?a=1#topic"', 'href="{}/openapi?a=1&amp;lang=de#topic"'),
        (
            'data-drops="exclude" href="{}/collections?a=1"',
            'data-drops="exclude" href="{}/collections?a=1&amp;lang=de"',
        ),
        ('href="{}/static/x.css"', 'href="{}/static/x.css"'),
        ('href="{}/healthz"', 'href="{}/healthz"'),
        ('href="#content"', 'href="#content"'),
        ('href="https://example.org/collections"', 'href="https://example.org/collections"'),
    ],
)
def test_links_keep_language_and_samples(root: str, link: str, expected: str) -> None:
    kept = {"exclude": "samples", "lang": "de"}
    assert keep_parameters(link.format(root), root, kept) == expected.format(root)
    assert keep_parameters(link.format(root), root, {}) == link.format(root)


#: Names that are the same in every language.
NAMES = {"CSV", "GeoDCAT-AP (Turtle)", "JSON-LD", "QGIS", "GDAL", "Python"}
#: What is no text of a template: comments, blocks to translate, expressions, scripts, code, tags.
NO_TEXT = (
    r"\{#.*?#\}", r"\{%-?\s*trans\b.*?endtrans\s*-?%\}",
    r"\{%-?\s*set \w+ %\}.*?\{% endset %\}", r"\{%.*?%\}|\{\{.*?\}\}",
    r"<(script|svg|code)\b.*?</\1>", r"<[^>]*>",
)  # fmt: skip


@pytest.mark.parametrize("template", sorted(messages.TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_templates_hold_no_text_that_is_not_translated(template) -> None:
    text = template.read_text("utf-8")
    attributes = re.findall(r'\b(?:title|aria-label|placeholder|alt|data-label)="([^"{]*[A-Za-z]{2,}[^"{]*)"', text)
    for pattern in NO_TEXT:
        text = re.sub(pattern, "\n", text, flags=re.DOTALL)
    left = {line.strip() for line in text.split("\n") if re.search("[A-Za-z]{2,}", line)}
    assert left - NAMES == set()
    assert attributes == []
