"""Every page in every language: how it is marked, that nothing stays English, and that links keep the language."""

from __future__ import annotations

import re
from functools import cache

import pytest
from http_client import SICILY, get, items, page
from page_texts import Page
from running_server import COLLECTIONS, RunningServer

from cooperation_atlas.web.translations.catalogue import read_catalogue

LANGUAGES = ("en", "de", "es", "fr", "it", "pl")
OTHERS = LANGUAGES[1:]
PAGES = (
    "/", "/conformance", "/openapi", "/collections", "/collections/nuts3", "/collections/programmes/schema",
    "/collections/programmes/queryables", "/codelists", "/codelists/topics", "/codelists/countries", "/coverage",
    *(f"{items(id_)}?limit=5" for id_ in COLLECTIONS),
    f"{items()}?title=nothing-has-this-title", f"{items()}?topic=PO2&country=PT&q=agua&limit=3&offset=3",
    f"{items()}?resulttype=hits", f"{items('nuts3')}?include=unknown&scope=cross_border&limit=3",
    f"{items()}/{SICILY}", f"{items('nuts3')}/ITG12", f"{items('countries')}/MT",
    f"{items('cooperation')}/SAMPLE-0001",
)  # fmt: skip
REFUSED = {f"{items()}?country=Italy": 400, "/collections/program": 404, "/nowhere": 404, f"{items()}?z=1": 400}
HTML = {"Accept": "text/html"}
#: English words that are words of another language, too, or names there.
ALIKE = {"Island", "OpenAPI"}


@cache
def english(language: str) -> frozenset[str]:
    """The English texts whose translation into a language is another text, as they stand on a page."""
    found = set()
    for message in read_catalogue(language):
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string
        for text in ids:
            if text and text not in strings:
                # The longest piece between what is filled in.
                plain = max(re.split(r"%\(\w+\)s|\{\w+\}|<[^>]+>|`", text), key=len).strip(" :.,;()“”")
                found.add(plain)
    # What is a word of the other language, too, says nothing.
    own = {s for m in read_catalogue(language) for s in ((m.string,) if isinstance(m.string, str) else m.string)}
    return frozenset(text for text in found if len(text) > 2 and text not in own | ALIKE)


def shown(server: RunningServer, path: str, language: str, status: int = 200) -> Page:
    """The page that a browser of that language gets."""
    answer = get(server, path, headers={**HTML, "Accept-Language": language})
    assert answer.status_code == status, answer.text[:300]
    assert answer.headers["content-language"] == language
    if status == 200:
        assert {"Accept", "Accept-Language"} <= set(answer.headers["vary"].split(", "))
    else:
        assert "no-store" in answer.headers["cache-control"]
    return Page(answer.text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_in_its_language(server: RunningServer, path: str, language: str):
    found = shown(server, path, language)
    assert re.search(r'<html lang="(\w+)"', found.html)[1] == language
    assert set(found.alternates) == {*LANGUAGES, "x-default"}
    assert all(f"lang={code}" in href for code, href in found.alternates.items() if code != "x-default")
    assert "lang=" not in found.alternates["x-default"]
    assert all(href.startswith(server.url) for href in found.alternates.values())


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("path", [*PAGES, *REFUSED])
def test_no_text_of_a_page_stays_english(server: RunningServer, path: str, language: str):
    found = shown(server, path, language, REFUSED.get(path, 200))
    texts = [text for marked, text in found.texts if marked == language]
    assert len(texts) > 20
    left = english(language)
    exact = {text for text in texts if text.strip(" :.,;()“”") in left}
    # Short words may be part of a name or of another word.
    within = {(text, piece) for text in texts for piece in left if len(piece) > 25 and piece in text}
    assert not exact and not within


#: Paths of what has no texts.
WITHOUT_LANGUAGE = ("/healthz", "/static", "/robots.txt", "/sitemap", "/embed/theme.css")


@pytest.mark.parametrize("path", [p for p in PAGES if "f=" not in p])
def test_links_of_a_page_keep_the_language_that_was_chosen(server: RunningServer, path: str):
    address = f"{path}{'&' if '?' in path else '?'}lang=fr"
    found = Page(get(server, address, headers={**HTML, "Accept-Language": "pl"}).text)
    own = [href for href in found.links if href.startswith("/") and not href.startswith(WITHOUT_LANGUAGE)]
    assert len(own) > 5
    assert [href for href in own if "lang=fr" not in href] == []
    if "<form" in found.html:
        assert found.hidden["lang"] == "fr"


def test_links_of_a_page_are_plain_where_the_browser_chose_the_language(server: RunningServer):
    found = shown(server, f"{items()}?limit=5", "fr")
    assert [href for href in found.links if "lang=" in href] == []


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("de", "de"), ("de-AT", "de"), ("sv, pl;q=0.4", "pl"), ("fr;q=0.2, it;q=0.8", "it"), ("es;q=0, fr;q=0.1", "fr"),
        ("sv", "en"), ("*", "en"), ("", "en"), ("en-GB, de;q=0.9", "en"), ("DE;q=1.0", "de"), ("*;q=0.1, pl", "pl"),
    ],
)  # fmt: skip
def test_the_browser_says_which_language_it_likes_best(server: RunningServer, header: str, language: str):
    answer = get(server, "/collections", headers={**HTML, "Accept-Language": header})
    assert answer.headers["content-language"] == language
    assert f'<html lang="{language}"' in answer.text


def test_lang_comes_before_the_browser_and_an_unknown_one_is_refused(server: RunningServer):
    told = get(server, "/codelists", headers={**HTML, "Accept-Language": "de"}, lang="es")
    assert told.headers["content-language"] == "es"
    refused = get(server, "/codelists", headers={**HTML, "Accept-Language": "de"}, lang="sv")
    assert refused.status_code == 400
    assert refused.headers["content-language"] == "de"
    assert "sv" in refused.text


def test_languages_have_entity_tags_and_cached_answers_of_their_own(server: RunningServer):
    tags = {}
    for _ in range(2):
        for language in LANGUAGES:
            answer = get(server, "/collections/nuts3", headers={**HTML, "Accept-Language": language})
            assert answer.headers["content-language"] == language
            assert f'<html lang="{language}"' in answer.text
            tags.setdefault(language, set()).add(answer.headers["etag"])
    assert all(len(own) == 1 for own in tags.values())
    assert len(set.union(*tags.values())) == len(LANGUAGES)


@pytest.mark.parametrize(("path", "status"), REFUSED.items())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_problem_is_told_in_the_language_and_its_detail_in_english(
    server: RunningServer, path: str, status: int, language: str
):
    found = shown(server, path, language, status)
    detail = get(server, path).json()["detail"]
    assert ("en", " ".join(detail.split())) in found.texts
    assert found.alternates == {}
    # The switch of language repeats the request as it is.
    given = path.partition("?")[2]
    assert all(f"{given}&amp;lang={code}" if given else f"?lang={code}" in found.html for code in LANGUAGES)


def test_a_problem_keeps_the_language_that_was_chosen(server: RunningServer):
    answer = get(server, items(), headers=HTML, country="Italy", lang="it")
    assert answer.headers["content-language"] == "it"
    assert [h for h in Page(answer.text).links if h.startswith("/") and "lang=it" not in h and "healthz" not in h] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_and_descriptions_in_json_are_in_the_language(server: RunningServer, language: str):
    titles = {"en": "Countries", "de": "Länder", "es": "Países", "fr": "Pays", "it": "Paesi", "pl": "Kraje"}
    for path in ("/collections/countries", "/collections/countries/schema", "/collections/countries/queryables"):
        by_header = get(server, path, headers={"Accept-Language": language}, f="json")
        by_parameter = get(server, path, lang=language, f="json")
        assert by_header.json()["title"] == by_parameter.json()["title"] == titles[language]
        assert by_header.headers["content-language"] == by_parameter.headers["content-language"] == language
    listed = page(server, "/collections", lang=language)["collections"]
    assert titles[language] in {one["title"] for one in listed}
    properties = page(server, "/collections/programmes/schema", lang=language)["properties"]
    periods = {"en": "Period", "de": "Zeitraum", "es": "Período", "fr": "Période", "it": "Periodo", "pl": "Okres"}
    assert properties["period"]["title"] == periods[language]
    assert "funds_text" in properties and (properties["funds_text"]["title"] == "Funds (text)") is (language == "en")
    assert properties["period"]["enum"] == ["2014-2020", "2021-2027", None]


@pytest.mark.parametrize(
    ("language", "country", "topic"),
    [("de", "Griechenland", "Kreislaufwirtschaft"), ("fr", "Grèce", "Économie circulaire"),
     ("it", "Grecia", "Economia circolare"), ("pl", "Grecja", "Gospodarka o obiegu zamkniętym")],
)  # fmt: skip
def test_codes_have_labels_in_the_language(server: RunningServer, language: str, country: str, topic: str):
    texts = {text for _, text in shown(server, f"{items()}?limit=1", language).texts}
    assert any(country in text for text in texts)
    assert any(topic in text for text in texts)


def test_numbers_and_days_are_written_as_the_language_does(server: RunningServer):
    edition = page(server, "/healthz")["edition"]
    for language, pattern in (
        ("en", r"\d{1,2} \w+ \d{4}"),
        ("de", r"\d{1,2}\. \w+ \d{4}"),
        ("es", r"\d+ de \w+ de \d+"),
    ):
        html = shown(server, "/", language).html
        assert re.search(rf'<time datetime="{re.escape(edition["created"])}">{pattern}</time>', html)
    assert "1.514" in shown(server, items("nuts3"), "de").html
    assert "1\u202f514" in shown(server, items("nuts3"), "fr").html
    assert "1,514" in shown(server, items("nuts3"), "en").html


def test_the_api_definition_is_english_and_says_so(server: RunningServer):
    answer = get(server, "/openapi", headers={"Accept-Language": "de"}, f="json")
    assert answer.headers["content-language"] == "en"
    assert answer.json()["paths"]["/"]["get"]["summary"] == "Landing page"
    assert shown(server, "/openapi", "de").language == "de"
