"""The accessibility statement and the privacy page: what the operator has set, and plainly what it has not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from in_process import Application, serving
from page_texts import Page

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.settings import Settings

HTML = {"Accept": "text/html"}
SET = {
    "OPERATOR": "Authority of <Test>", "OPERATOR_CONTACT": "atlas@example.org", "STATEMENT_DATE": "2026-11-30",
    "ENFORCEMENT": "https://example.org/enforcement", "LOG_DAYS": "7",
}  # fmt: skip


def made(edition: EditionFolder, **given: str) -> Application:
    own = serving(edition)
    variables = {"EDITIONS": str(own.editions), "CONFIG": str(own.config), **given}
    return Application(Settings.from_environment({f"COOPERATION_ATLAS_{name}": v for name, v in variables.items()}))


@pytest.fixture
def nobody(small_edition: EditionFolder) -> Iterator[Application]:
    yield made(small_edition)


@pytest.fixture
def authority(small_edition: EditionFolder) -> Iterator[Application]:
    yield made(small_edition, **SET)


def texts(application: Application, path: str, **query: str) -> str:
    answer = application.get(path, headers=HTML, **query)
    assert answer.status_code == 200
    return " ".join(text for _, text in Page(answer.text).texts)


@pytest.mark.parametrize("path", ["/accessibility", "/privacy"])
def test_what_is_not_set_is_said_to_be_missing(nobody: Application, path: str):
    shown = texts(nobody, path)
    assert "has not said everything" in shown
    assert "who has not stated a name" in shown and "no mailbox and no page" in shown
    assert nobody.get(path).json()["operator"] is None


def test_what_is_set_is_shown(authority: Application):
    for path in ("/accessibility", "/privacy"):
        answer = authority.get(path, headers=HTML)
        assert 'href="mailto:atlas@example.org"' in answer.text
        assert "Authority of &lt;Test&gt;" in answer.text
        shown = texts(authority, path)
        assert "30 November 2026" in shown and "has not" not in shown
        assert authority.get(path).json()["statement_date"] == "2026-11-30"
    assert 'href="https://example.org/enforcement"' in authority.get("/accessibility", headers=HTML).text
    assert "kept for 7 days" in texts(authority, "/privacy")


def test_logs_that_are_not_kept(small_edition: EditionFolder):
    assert "no such logs are kept" in texts(made(small_edition, LOG_DAYS="0"), "/privacy")


def test_another_operator_makes_other_pages(nobody: Application, authority: Application):
    """Browsers keep pages by their entity tags: what is set is part of them."""
    tags = {each.get("/privacy", headers=HTML).headers["etag"] for each in (nobody, authority)}
    assert len(tags) == 2


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pl"])
def test_statements_are_in_the_language(authority: Application, language: str):
    for path in ("/accessibility", "/privacy"):
        english = set(Page(authority.get(path, headers=HTML).text).texts)
        own = Page(authority.get(path, headers=HTML, lang=language).text)
        long = {text for code, text in own.texts if len(text) > 60 and code == language}
        assert len(long) > 8
        assert not long & {text for _, text in english}


def test_statements_are_linked_from_every_page(nobody: Application):
    links = Page(nobody.get("/collections", headers=HTML).text).links
    assert {"/accessibility", "/privacy"} <= set(links)
    relations = {each["rel"] for each in nobody.get("/", f="json").json()["links"]}
    assert {"privacy-policy", f"{nobody.url}/openapi#accessibility"} <= relations


@pytest.mark.parametrize(
    ("report", "begins"),
    [
        ("data@example.org", "mailto:data@example.org?subject="),
        ("https://example.org/report?page={about}", "https://example.org/report?page=http%3A%2F%2F"),
        ("https://example.org/report", "https://example.org/report"),
    ],
)
def test_each_fact_has_a_link_to_report_an_error_where_that_is_set(
    small_edition: EditionFolder, nobody: Application, report: str, begins: str
):
    told = made(small_edition, REPORT_ERRORS=report)
    (feature,) = told.get("/collections/programmes/items", f="json", limit="1").json()["features"]
    path = f"/collections/programmes/items/{feature['id']}"
    html = told.get(path, headers=HTML).text
    facts = re.findall(r'<tr role="row" id="fact-(\w+)"', html)
    links = [href for href in Page(html).links if href.startswith(begins)]
    assert len(facts) == len(links) > 5
    if "about" in report or "@" in report:
        assert all(quote(f"{path}#fact-{name}", safe="") in href for name, href in zip(facts, links, strict=True))
    own = [href for href in Page(nobody.get(path, headers=HTML).text).links if href.startswith("/feedback?about=")]
    assert {f"/feedback?about={quote(f'{path}#fact-{name}', safe='')}" for name in facts} <= set(own)
    silent = made(small_edition, FEEDBACK="off").get(path, headers=HTML).text
    assert "Report an error" not in silent


def test_a_programme_leads_to_its_page_of_the_commission(nobody: Application):
    features = nobody.get("/collections/programmes/items", f="json", limit="100").json()["features"]
    with_page = [f for f in features if "url" in f["properties"]]
    assert with_page
    html = nobody.get(f"/collections/programmes/items/{with_page[0]['id']}", headers=HTML).text
    assert f'<li><a href="{with_page[0]["properties"]["url"]}" rel="noopener">' in html
