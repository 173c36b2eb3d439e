"""The detail pane and the states in place of results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

import pytest
from cooperation_search.api.answers import Feature
from cooperation_search.api.errors import ApiError, ErrorKind
from cooperation_search.api.presentation import Presentation, Property, usual
from cooperation_search.api.resources import schema
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.gui.results.detail import DetailPane
from cooperation_search.gui.results.facts import entries_block, programme_page
from cooperation_search.gui.results.known import Hierarchies
from cooperation_search.gui.results.similar import links
from cooperation_search.gui.results.states import StatePage
from cooperation_search.gui.results.topics import bases
from cooperation_search.gui.results.values import day, markup
from faulty import outcome
from panel import click, wait_until
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtTest import QTest
from running_server import RunningServer

#: Code lists without hierarchies.
LISTS = Hierarchies(lambda _list, _code: "", lambda _list: [])


@pytest.fixture
def detail(qgis_app: Any, server: RunningServer) -> Iterator[DetailPane]:
    context = Context()
    context.use_server(server.url)
    made = DetailPane(context, lambda _list, code: code, LISTS)
    made.set_presentation(Presentation.read(server.json("/collections/programmes/schema", f="json")))
    made.resize(320, 400)
    made.show()
    yield made
    context.close()
    made.close()


def text_of(detail: DetailPane, cci: str) -> str:
    detail.show_programme(cci)
    wait_until(lambda: cci in detail.page.toPlainText() and "Offers and needs" in detail.page.toPlainText())
    return f"{detail.header.text()} {detail.page.toPlainText()}"


def test_facts_with_sources_and_dates(detail: DetailPane, server: RunningServer):
    programme = server.features("programmes", cci="2021IT16RFPR016", skipGeometry="true")[0]["properties"]
    text = text_of(detail, "2021IT16RFPR016")
    assert programme["title"] in text and day(programme["source_date"]) in text
    for source in programme["sources"]:
        assert source in text


def test_every_known_fact_is_shown_under_the_headings_of_the_server(server: RunningServer):
    schema = server.json("/collections/programmes/schema", f="json")
    shown = Presentation.read(schema)
    groups = schema["x-atlas-presentation"]["groups"]
    for each in server.features("programmes", skipGeometry="true"):
        programme = Feature.read(each)
        page = programme_page(programme, lambda _list, code: code, shown).html()
        headings = re.findall("<h4>(.*?)</h4>", page)
        assert headings == [group for group in groups if group in headings]
        sections = dict(zip(headings, re.split("<h4>.*?</h4>", page)[1:], strict=True))
        unknown = page.rpartition("Not stated in any source: ")[2]
        for group, properties in shown.grouped():
            for each_property in properties:
                title = f"<i>{escape(each_property.title)}</i>"
                if each_property.beside or each_property.codelist == "value_bases":
                    continue
                # Absence says something, too: a programme without a land border has none.
                known = each["properties"][each_property.name] not in (None, []) or bool(each_property.absent)
                assert (title in sections.get(group, "")) == known, (programme.id, title)
                assert known or escape(each_property.title) in unknown


def test_programmes_referred_to_are_links(detail: DetailPane):
    known = Property("near", "Near", type="array", collection="programmes", names="near_names")
    feature = Feature("2021IT16RFPR016", {"near": ["2021MT16FFPR001"], "near_names": ["Malta"]})
    html = markup(feature, known, lambda _list, code: code)
    assert html == "<a href='programme:2021MT16FFPR001'>2021MT16FFPR001</a> Malta"
    detail.page.anchorClicked.emit(QUrl("programme:2021MT16FFPR001"))
    wait_until(lambda: "2021MT16FFPR001" in detail.page.toPlainText())


def test_headings_are_in_the_language_of_qgis(detail: DetailPane, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cooperation_search.api.transaction.language", lambda: "pl")
    shown = Presentation.read(outcome(detail._context.client.get(schema("programmes"))))
    assert shown.groups != usual().groups and shown["country"].title == "Kraj"
    assert shown["borders_on"].absent == "brak" and shown["eu_amount"].unit == "euro"
    nouns = {shown.called(count, "pl") for count in (1, 2, 5)}
    assert len(nouns) == 3 and shown.called(22, "pl") == shown.called(2, "pl") != shown.called(12, "pl")


def test_samples_carry_a_banner_and_others_none(detail: DetailPane, server: RunningServer):
    entries = server.features("cooperation", sample="true", skipGeometry="true")
    with_sample = entries[0]["properties"]["cci"]
    text = text_of(detail, with_sample)
    assert detail.banner.isVisible() and "SAMPLE" in detail.banner.text() and "[SAMPLE]" in text
    sampled = {entry["properties"]["cci"] for entry in entries}
    programmes = server.features("programmes", properties="cci", skipGeometry="true")
    without = next(p["id"] for p in programmes if p["id"] not in sampled)
    assert "[SAMPLE]" not in text_of(detail, without) and not detail.banner.isVisible()


def test_each_topic_says_what_it_rests_on(detail: DetailPane):
    # RSO1.4 of one Slovenian programme is stated, that of the other follows from a thematic objective.
    stated = text_of(detail, "2021SI16FFPR001")
    wait_until(lambda: "(stated" in detail.page.toPlainText())
    stated = detail.page.toPlainText()
    assert "RSO1.4 (stated" in stated
    text_of(detail, "2014SI16MAOP001")
    wait_until(lambda: "Searches for these topics also find it" in detail.page.toPlainText())
    mapped = detail.page.toPlainText()
    assert "PO1 (by mapping)" in mapped and "RSO1.4" in mapped.split("through the mapping of its objectives")[1]


def test_bases_of_a_topic():
    programme = Feature("x", {"topics": ["A", "B", "C", "D"], "objectives": ["A", "D"], "sample_topics": ["B"]})
    entries = [Feature("e", {"topics": ["D"], "objectives": ["B"]})]
    told = {code: bases(code, programme, entries) for code in "ABCD"}
    assert told == {"A": ["stated"], "B": ["from an entry"], "C": ["by mapping"], "D": ["stated", "from an entry"]}


def test_without_samples_the_pane_shows_none(detail: DetailPane, server: RunningServer):
    entries = server.features("cooperation", sample="true", skipGeometry="true")
    detail.set_search(Search(show_samples=False))
    text = text_of(detail, entries[0]["properties"]["cci"])
    assert not detail.banner.isVisible() and "[SAMPLE]" not in text
    assert not any(entry["id"] in text for entry in entries)


def test_the_pane_says_where_words_were_found(detail: DetailPane):
    detail.show_programme("2021IT16RFPR016", "Region: Sicilia (ITG1)")
    wait_until(lambda: "Region: Sicilia (ITG1)" in detail.header.text())


def test_regions_are_links_for_the_map(detail: DetailPane):
    clicked: list[tuple[str, str]] = []
    detail.region_clicked.connect(lambda code, version: clicked.append((code, version)))
    text_of(detail, "2021IT16RFPR016")
    detail.page.anchorClicked.emit(QUrl("nuts:ITG1"))
    assert clicked == [("ITG1", "2021")]


def test_an_answer_that_is_no_longer_wanted_is_dropped(detail: DetailPane):
    detail.show_programme("2021IT16RFPR016")
    detail.show_nothing()
    QTest.qWait(400)
    assert "2021IT16RFPR016" not in detail.page.toPlainText()


def test_a_programme_that_does_not_exist_is_said(detail: DetailPane):
    detail.show_programme("2021XX00XXXX000")
    wait_until(lambda: "2021XX00XXXX000" in detail.page.toPlainText() or "refused" in detail.page.toPlainText())


def test_texts_of_others_are_never_markup(server: RunningServer):
    how_shown = Presentation.read(server.json("/collections/programmes/schema", f="json"))
    evil = "<img src=x onerror=alert(1)>\"'"
    programme = Feature(evil, {"cci": evil, "title": evil, "url": "javascript:alert(1)", "sources": [evil]})
    html = programme_page(programme, lambda _list, code: code, how_shown).html()
    html += entries_block(
        [Feature(evil, {"id": evil, "summary": evil, "contact": evil})], lambda _list, code: code
    ).html
    assert "<img" not in html and "href='javascript" not in html


def test_every_failure_says_what_to_do(qgis_app: Any):
    page = StatePage()
    for kind in ErrorKind:
        page.show_error(ApiError(kind, "It failed.", "details"))
        assert page.title.text() == "It failed." and "details" in page.advice.text()
        assert len(page.advice.text()) > len("details") and page.button.text()


def test_the_empty_state_offers_a_reset(qgis_app: Any):
    page = StatePage()
    page.show()
    wanted: list[str] = []
    page.helped.connect(wanted.append)
    page.show_empty()
    click(page.button)
    assert wanted == ["reset"]
    page.show_loading()
    assert page.progress.isVisible() and not page.button.isVisible()
    page.close()


def test_entries_have_the_titles_of_the_server(server: RunningServer):
    shown = Presentation.read(server.json("/collections/cooperation/schema", f="json"))
    entries = [Feature.read(each) for each in server.features("cooperation", skipGeometry="true")]
    for entry in entries:
        page = entries_block([entry], lambda _list, code: code, shown).html
        for name in ("topics", "scopes", "modes", "partner_types", "sought_countries"):
            title = f"<i>{escape(shown[name].title)}</i>: {escape(', '.join(entry.values(name)))}"
            assert (title in page) == bool(entry.values(name))


def test_sections_fold_and_stay_folded_and_the_header_stays(detail: DetailPane):
    text = text_of(detail, "2021IT16RFPR016")
    assert "Sicil" in detail.header.text() and text.index("Offers and needs") < text.index("Facts") < text.index(
        "Sources"
    )
    assert "Area" not in text.rpartition("▾ Sources")[2], "nothing comes after the sources"
    detail.page.anchorClicked.emit(QUrl("fold:Facts"))
    folded = detail.page.toPlainText()
    assert "▸ Facts" in folded and "Managing authority" not in folded and "Offers and needs" in folded
    detail.show_programme("2021MT16FFPR001")
    wait_until(lambda: "2021MT16FFPR001" in detail.header.text())
    assert "▸ Facts" in detail.page.toPlainText()
    detail.page.anchorClicked.emit(QUrl("fold:Facts"))
    assert "▾ Facts" in detail.page.toPlainText()


def test_values_stand_below_their_names_in_a_narrow_pane(detail: DetailPane):
    text_of(detail, "2021IT16RFPR016")
    detail.resize(800, 400)
    wide = detail.page.toHtml().count("<td")
    detail.resize(280, 400)
    assert 0 < detail.page.toHtml().count("<td") < wide
    assert detail.page.horizontalScrollBar().maximum() == 0, "nothing is cut off"


def test_neighbours_and_programmes_with_the_same_topics_are_searches(detail: DetailPane, server: RunningServer):
    asked: list[Search] = []
    detail.search_clicked.connect(asked.append)
    programme = Feature.read(server.features("programmes", cci="2021DE16RFPR009", skipGeometry="true")[0])
    for link in re.findall("href='(search:.*?)'", links(programme)):
        detail.page.anchorClicked.emit(QUrl(link))
    assert asked and all(search.values("period") == ("2021-2027",) for search in asked)
    for search in asked:
        found = server.json(search.to_url("", "programmes", resulttype="hits"))["numberMatched"]
        assert found and "DE" not in search.values("country")
    detail.page.anchorClicked.emit(QUrl("search:{broken"))
