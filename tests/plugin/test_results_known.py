"""What is known of a programme, in the details."""

from __future__ import annotations

import re
from typing import Any

import pytest
from cooperation_search.api.answers import CodeList, Feature
from cooperation_search.api.presentation import Presentation
from cooperation_search.api.resources import places
from cooperation_search.context import Context
from cooperation_search.gui.results.facts import programme_page
from cooperation_search.gui.results.known import Hierarchies, may_have_more, rows_of_known
from faulty import outcome
from running_server import REPOSITORY, RunningServer


@pytest.fixture(scope="module")
def shown(server: RunningServer) -> Presentation:
    return Presentation.read(server.json("/collections/programmes/schema", f="json"))


@pytest.fixture(scope="module")
def codes(server: RunningServer) -> CodeList:
    return CodeList.read(server.json("/codelists/known_lists", f="json"))


@pytest.fixture(scope="module")
def lists(codes: CodeList) -> Hierarchies:
    return Hierarchies(
        lambda _list, code: codes.by_code[code].parent or "", lambda _list: [c.code for c in codes.children(None)]
    )


@pytest.fixture(scope="module")
def programmes(server: RunningServer) -> list[Feature]:
    return [Feature.read(each) for each in server.features("programmes", skipGeometry="true")]


def words(_list: str, code: str) -> str:
    return f"<{code}>"


def test_each_list_is_known_or_missing(
    programmes: list[Feature], shown: Presentation, codes: CodeList, lists: Hierarchies
):
    every = len(codes.children(None))
    for programme in programmes:
        rows = dict(rows_of_known(programme, shown, words, lists))
        gaps = programme.values("missing")
        text = rows[shown["completeness"].title]
        assert f"{every - len(gaps)} of {every} lists" in text
        assert f"{round(100 * programme.properties['completeness'])} %" in text
        known = re.findall("&lt;(.*?)&gt;", rows.get("Known", ""))
        missing = re.findall("&lt;(.*?)&gt;", rows.get(shown["missing"].title, ""))
        assert tuple(missing) == gaps and len(known) + len(missing) == every
        assert {*known, *(codes.by_code[gap].parent for gap in gaps)} == {c.code for c in codes.children(None)}


def test_the_page_has_it_once_and_says_where_to_fill_gaps(
    programmes: list[Feature], shown: Presentation, lists: Hierarchies
):
    programme = next(p for p in programmes if "objectives_partial" in p.values("missing"))
    filled = lists._replace(places=lambda: {"objectives": "programmes/objectives.csv, objective <"})
    page = programme_page(programme, words, shown, lists=filled).html()
    assert page.count(f"<h4>{shown['missing'].group}</h4>") == 1
    assert "to fill: programmes/objectives.csv, objective &lt;" in page
    assert shown["funds_complete"].title not in page, "the same is said by what is known and missing"


def test_a_list_that_may_not_be_whole_says_so(programmes: list[Feature], shown: Presentation):
    for programme in programmes:
        for name, complete in (
            ("funds", "funds"),
            ("objectives", "objectives"),
            ("categories_of_region", "categories"),
        ):
            remark = may_have_more(programme, shown[name], shown)
            assert bool(remark) == (programme.properties[f"{complete}_complete"] is False)
        assert not may_have_more(programme, shown["title"], shown)


def test_the_server_says_where_every_list_can_be_filled(qgis_app: Any, server: RunningServer, codes: CodeList):
    context = Context()
    context.use_server(server.url)
    found = outcome(context.client.get(places()))
    context.close()
    assert list(found) == [code.code for code in codes.children(None)]
    for place in found.values():
        table, column = place.split(", ")
        header = (REPOSITORY / table).read_text(encoding="utf-8").partition("\n")[0]
        assert column in header.split(",")


@pytest.mark.parametrize("properties", [{}, {"completeness": None}, {"completeness": "much"}])
def test_nothing_is_made_up(properties: dict[str, Any], shown: Presentation, lists: Hierarchies):
    assert rows_of_known(Feature("x", properties), shown, words, lists) == []
