"""Criterion "Country", with the real server's list and counts."""

from __future__ import annotations

from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.gui.criteria.choices import Choice
from cooperation_search.gui.criteria.country import CountryCriterion
from panel import press, shown
from qgis.PyQt.QtCore import Qt
from running_server import RunningServer


@pytest.fixture
def country(qgis_app: Any, server: RunningServer) -> CountryCriterion:
    made = CountryCriterion()
    items = server.json("/codelists/countries")["items"]
    made.set_lists({"countries": [Choice(item["code"], item["label"]) for item in items]})
    made.set_counts(server.json("/collections/programmes/facets", facets="country")["facets"])
    made.resize(300, 250)
    made.show()
    return made


def test_countries_are_sorted_by_name_and_counted(country: CountryCriterion):
    lines = shown(country.box.view)
    assert lines == sorted(lines) and "Greece (EL)" in lines and "United Kingdom (UK)" in lines
    model = country.model
    assert int(model.data(model.index_of("IT").siblingAtColumn(1))) > 50
    assert not model.flags(model.index_of("AL")) & Qt.ItemFlag.ItemIsEnabled, "no programme is Albanian"


def test_several_countries_by_keys(country: CountryCriterion):
    for name in ("ital", "EL"):
        press(country.box.search, name, Qt.Key.Key_Return)
        country.box.search.clear()
    # "el" is also in "Belgium", but whoever types a code means that code.
    assert country.values() == {"country": ("EL", "IT")} and country.summary() == "Greece, Italy"


def test_a_search_is_shown_and_cleared(country: CountryCriterion):
    country.set_search(Search.of(country=("DE", "AT")))
    assert country.values() == {"country": ("AT", "DE")} and country.summary() == "Austria, Germany"
    country.clear()
    assert country.values() == {"country": ()} and country.summary() == ""
