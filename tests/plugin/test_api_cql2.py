"""Searches as CQL2: what is offered finds the same programmes, and what cannot be said is not offered."""

from __future__ import annotations

import random

import pytest
from cooperation_search.api.answers import CodeList
from cooperation_search.api.cql2 import cql2
from cooperation_search.api.criteria import KNOWN, NUTS_CODE, OPEN, Criteria
from cooperation_search.api.search import Search
from running_server import RunningServer

#: A seed that is the same in every run: what failed fails again.
SEED = 20261125
COMBINATIONS = 60


@pytest.fixture(scope="module")
def codelists(server: RunningServer, criteria: Criteria) -> dict[str, CodeList]:
    ids = {each.codelist for each in criteria if each.codelist}
    return {id_: CodeList.read(server.json(f"/codelists/{id_}")) for id_ in ids}


@pytest.fixture(scope="module")
def values(server: RunningServer, criteria: Criteria, codelists: dict[str, CodeList]) -> dict[str, list[str]]:
    """All values of every criterion that has codes."""
    regions = server.features("nuts3", skipGeometry="true", properties="nuts_code")
    codes = [f["id"] for f in regions]
    return {
        each.name: codes[::40] if each.match == NUTS_CODE else [c.code for c in codelists[each.codelist].items]
        for each in criteria
        if each.match == NUTS_CODE or each.codelist
    }


def numbers(server: RunningServer, search: Search, text: str) -> tuple[int, int]:
    """How many programmes the search finds, and how many the filter."""
    path = "/collections/programmes/items"
    hits = {"f": "json", "resulttype": "hits"}
    by_parameters = server.json(path, **hits, **search.to_params("programmes"))["numberMatched"]
    return by_parameters, server.json(path, **hits, **{"filter": text, "filter-lang": "cql2-text"})["numberMatched"]


@pytest.mark.parametrize("name", [name for name in KNOWN if name != OPEN])
def test_every_value_alone(
    server: RunningServer,
    criteria: Criteria,
    codelists: dict[str, CodeList],
    values: dict[str, list[str]],
    name: str,
):
    said = 0
    for value in values[name]:
        for periods in ((), ("2021-2027",)):
            search = Search.of(**{"period": periods, name: [value]})
            made = cql2(search, criteria, codelists)
            assert bool(made.text) != bool(made.reason)
            if made.text:
                said += 1
                by_parameters, by_filter = numbers(server, search, made.text)
                assert by_filter == by_parameters, made.text
    entry_only = {"mode", "partner_type", "sought_country", "sought_strategy"}
    assert bool(said) == (name not in entry_only)


def test_random_combinations(
    server: RunningServer, criteria: Criteria, codelists: dict[str, CodeList], values: dict[str, list[str]]
):
    chance = random.Random(SEED)
    compared = 0
    for _ in range(COMBINATIONS):
        chosen = chance.sample(list(values), chance.randint(2, 4))
        asked = {name: chance.sample(values[name], min(len(values[name]), chance.randint(1, 2))) for name in chosen}
        if chance.random() < 0.5:
            asked["period"] = ["2021-2027"]
        asked["title"] = chance.choice(["", "", "*e*", "*esf*", "programme*"])
        search = Search.of(**asked)
        made = cql2(search, criteria, codelists)
        if made.text:
            compared += 1
            by_parameters, by_filter = numbers(server, search, made.text)
            assert by_filter == by_parameters, made.text
    assert compared >= 10


@pytest.mark.parametrize("title", ["*sicil*", "*100%*", "*a_b*", "*o'brien*", "*, *", "programme*", r"*\\*"])
def test_titles(server: RunningServer, criteria: Criteria, title: str):
    search = Search(title=title)
    by_parameters, by_filter = numbers(server, search, cql2(search, criteria, {}).text)
    assert by_filter == by_parameters


@pytest.mark.parametrize(
    ("search", "why"),
    [
        (Search(), "everything"),
        (Search(title="sicilia"), "words"),
        (Search.of(country=("IT",), include_unknown=True), "not known"),
        (Search.of(open="today"), "no property"),
        (Search.of(mode=("mentoring",)), "Form of cooperation"),
        (Search.of(scope=("cross_border",), kind=("offer",)), "one and the same"),
        (Search.of(scope=("cross_border",), topic=("PO1",), period=("2021-2027",)), "one and the same"),
        (Search.of(topic=("PO1",)), "mapping"),
        (Search.of(topic=("PO1",), period=("2021-2027",), show_samples=False), "sample"),
        (Search.of(kind=("offer",), show_samples=False), "sample"),
        (Search.of(nuts3=("ITG1",)), "level 3"),
        (Search.of(objective=("PO1",)), "code lists"),
    ],
)
def test_what_cannot_be_said_has_a_reason(criteria: Criteria, search: Search, why: str):
    made = cql2(search, criteria, {})
    assert made.text == "" and why in made.reason


def test_without_a_description_nothing_is_offered():
    made = cql2(Search.of(country=["IT"]), Criteria(), {})
    assert made.text == "" and "not described" in made.reason
