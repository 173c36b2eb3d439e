"""Searches as CQL2: what is offered finds the same programmes, and what cannot be said is not offered."""

from __future__ import annotations

import random

import pytest
from cooperation_search.api.answers import CodeList
from cooperation_search.api.cql2 import cql2
from cooperation_search.api.criteria import CRITERIA, REGIONS
from cooperation_search.api.search import Search
from running_server import RunningServer

#: A seed that is the same in every run: what failed fails again.
SEED = 20261125
COMBINATIONS = 60


@pytest.fixture(scope="module")
def codelists(server: RunningServer) -> dict[str, CodeList]:
    ids = {each.codelist for each in CRITERIA if each.codelist != REGIONS}
    return {id_: CodeList.read(server.json(f"/codelists/{id_}")) for id_ in ids}


@pytest.fixture(scope="module")
def values(server: RunningServer, codelists: dict[str, CodeList]) -> dict[str, list[str]]:
    """All values of every criterion."""
    regions = server.features("nuts3", skipGeometry="true", properties="nuts_code")
    codes = [f["id"] for f in regions]
    return {
        each.attribute: codes[::40] if each.codelist == REGIONS else [c.code for c in codelists[each.codelist].items]
        for each in CRITERIA
    }


def numbers(server: RunningServer, search: Search, text: str) -> tuple[int, int]:
    """How many programmes the search finds, and how many the filter."""
    path = "/collections/programmes/items"
    hits = {"f": "json", "resulttype": "hits"}
    by_parameters = server.json(path, **hits, **search.to_params("programmes"))["numberMatched"]
    return by_parameters, server.json(path, **hits, **{"filter": text, "filter-lang": "cql2-text"})["numberMatched"]


@pytest.mark.parametrize("attribute", [each.attribute for each in CRITERIA])
def test_every_value_alone(
    server: RunningServer, codelists: dict[str, CodeList], values: dict[str, list[str]], attribute: str
):
    said = 0
    for value in values[attribute]:
        for periods in ((), ("2021-2027",)):
            search = Search().with_values(**{"periods": periods, attribute: [value]})
            made = cql2(search, codelists)
            assert bool(made.text) != bool(made.reason)
            if made.text:
                said += 1
                by_parameters, by_filter = numbers(server, search, made.text)
                assert by_filter == by_parameters, made.text
    entry_only = {"modes", "partner_types", "sought_countries", "sought_strategies"}
    assert bool(said) == (attribute not in entry_only)


def test_random_combinations(server: RunningServer, codelists: dict[str, CodeList], values: dict[str, list[str]]):
    chance = random.Random(SEED)
    compared = 0
    for _ in range(COMBINATIONS):
        chosen = chance.sample(CRITERIA, chance.randint(2, 4))
        found = {each.attribute: chance.sample(values[each.attribute], chance.randint(1, 2)) for each in chosen}
        if chance.random() < 0.5:
            found["periods"] = ["2021-2027"]
        found["title"] = chance.choice(["", "", "*e*", "*esf*", "programme*"])
        search = Search().with_values(**found)
        made = cql2(search, codelists)
        if made.text:
            compared += 1
            by_parameters, by_filter = numbers(server, search, made.text)
            assert by_filter == by_parameters, made.text
    assert compared >= 10


@pytest.mark.parametrize("title", ["*sicil*", "*100%*", "*a_b*", "*o'brien*", "*, *", "programme*", r"*\\*"])
def test_titles(server: RunningServer, title: str):
    search = Search(title=title)
    by_parameters, by_filter = numbers(server, search, cql2(search, {}).text)
    assert by_filter == by_parameters


@pytest.mark.parametrize(
    ("search", "why"),
    [
        (Search(), "everything"),
        (Search(title="sicilia"), "words"),
        (Search(countries=("IT",), include_unknown=True), "not known"),
        (Search(open_on="today"), "no property"),
        (Search(modes=("mentoring",)), "Form of cooperation"),
        (Search(scopes=("cross_border",), kinds=("offer",)), "one and the same"),
        (Search(scopes=("cross_border",), topics=("PO1",), periods=("2021-2027",)), "one and the same"),
        (Search(topics=("PO1",)), "mapping"),
        (Search(topics=("PO1",), periods=("2021-2027",), show_samples=False), "sample"),
        (Search(kinds=("offer",), show_samples=False), "sample"),
        (Search(nuts=("ITG1",)), "level 3"),
        (Search(objectives=("PO1",)), "code lists"),
    ],
)
def test_what_cannot_be_said_has_a_reason(search: Search, why: str):
    made = cql2(search, {})
    assert made.text == "" and why in made.reason
