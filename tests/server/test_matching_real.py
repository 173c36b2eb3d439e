"""The partner search on the real data: rules that hold for every programme, and borders that any map shows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import orjson
import pytest
import shapely
from made_facts import tables

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.matching.asker import described
from cooperation_atlas.matching.facts import Neighbour
from cooperation_atlas.matching.gates import OPEN
from cooperation_atlas.matching.matcher import Matcher, Order
from cooperation_atlas.matching.need import Need
from cooperation_atlas.matching.read import read_facts, read_neighbours
from cooperation_atlas.matching.report import examples
from cooperation_atlas.matching.report_text import report
from cooperation_atlas.matching.search import PartnerSearch, pay_comparison
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.model.periods import CURRENT_PERIOD, PERIODS
from cooperation_atlas.store.budget import Budget, OverBudget
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.open import open_store
from cooperation_atlas.store.query import Query

#: Shapes are generalised to 1:3 million: what is nearer than this touches, in degrees.
TOUCHING = 0.004


@pytest.fixture(scope="module")
def store(real_edition: EditionFolder) -> Store:
    return open_store(real_edition.folder)


def touching(store: Store) -> Iterator[Neighbour]:
    """Pairs of areas whose shapes touch: an independent way to the land borders."""
    page = store.search(Query("nuts3", limit=10_000))
    shapes = shapely.from_geojson([orjson.dumps(orjson.loads(f)["geometry"]) for f in page.features()])
    left, right = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=TOUCHING)
    yield from (Neighbour(page.ids[a], page.ids[b], "land") for a, b in zip(left, right, strict=True) if a < b)


@pytest.fixture(scope="module")
def matcher(store: Store) -> Matcher:
    return Matcher(read_facts(store, CURRENT_PERIOD, tables(), read_neighbours(store, CURRENT_PERIOD)), tables())


def test_land_borders_are_those_of_areas_that_touch(matcher: Matcher, store: Store) -> None:
    """The same comparison with borders found in another way: no programme gains or loses a neighbour by land."""
    other = Matcher(read_facts(store, CURRENT_PERIOD, tables(), list(touching(store))), tables())
    for asker in range(len(matcher.facts)):
        found, expected = matcher.compare(asker).between.land, other.compare(asker).between.land
        np.testing.assert_array_equal(found, expected, err_msg=matcher.facts.ids[asker])


def row(matcher: Matcher, country: str, *words: str) -> int:
    """The first programme of a country with all words in its title that is not for one fund only, if there is such."""
    facts = matcher.facts
    found = [
        number
        for number, title in enumerate(facts.titles)
        if facts.countries[facts.country[number]] == country and all(word in title for word in words)
    ]
    return max(found, key=lambda number: facts.funds.possible[number].sum())


@pytest.mark.parametrize(
    ("a", "b", "land"),
    [
        (("PL", "Dolny"), ("DE", "Sax"), True),
        (("ES", "Extremadura"), ("PT", "Alentejo"), True),
        (("IT", "Friuli"), ("SI", "Slovenia"), True),
        (("FI", "Finland"), ("SE", "Upper Norrland"), True),
        (("PL", "Lubelskie"), ("DE", "Sax"), False),
        (("ES", "Extremadura"), ("PT", "Algarve"), False),
        (("IT", "Sicilia"), ("EL", "Kriti"), False),
        (("IT", "Sicilia"), ("MT", "smarter"), False),
    ],
)
def test_borders_that_any_map_shows(matcher: Matcher, a: tuple[str, ...], b: tuple[str, ...], land: bool) -> None:
    asker, other = row(matcher, *a), row(matcher, *b)
    compared = matcher.compare(asker)
    assert bool(compared.between.land[other]) is land
    assert bool(compared.parts["border"].low[other] > 0) is bool(compared.between.reached[other])
    assert bool(matcher.compare(other).between.land[asker]) is land


@pytest.mark.parametrize(
    ("a", "b", "most"),
    [
        (("IT", "Sicilia"), ("MT", "smarter"), 100),
        (("DK", "Denmark"), ("SE", "Skåne"), 10),
        (("IT", "Puglia"), ("EL", "Ionia"), 150),
        (("IT", "Sicilia"), ("EL", "Kriti"), None),
        (("ES", "Baleares"), ("IT", "Sardegna"), None),
    ],
)
def test_neighbours_by_sea_that_any_map_shows(
    matcher: Matcher, a: tuple[str, ...], b: tuple[str, ...], most: float | None
) -> None:
    asker, other = row(matcher, *a), row(matcher, *b)
    between = matcher.compare(asker).between
    assert not between.land[other]
    assert between.km[other] <= most if most else not between.reached[other]


def test_no_partner_is_behind_a_closed_gate(matcher: Matcher) -> None:
    facts = matcher.facts
    for asker in range(len(facts)):
        for order in Order:
            answer = matcher.partners(asker, matcher.wish(order=order, limit=8))
            for partner in answer.found:
                assert facts.country[partner.row] != facts.country[asker]
                assert not facts.technical[partner.row]
                assert facts.food_aid[partner.row] == facts.food_aid[asker]
                assert 0 <= partner.low <= partner.high <= 1
            numbers = [answer.found[place].rank for place in range(len(answer.found))]
            assert numbers == list(range(1, len(numbers) + 1))


def test_cross_border_partners_have_a_border(matcher: Matcher) -> None:
    for asker in range(len(matcher.facts)):
        found = matcher.partners(asker, matcher.wish(scope="cross_border", limit=100)).found
        assert all(partner.reasons.border is not None for partner in found)


def test_reasons_repeat_what_the_edition_states(matcher: Matcher, store: Store) -> None:
    stated = dict(store.search(Query("programmes", limit=10_000)).cells(["cci", "objectives"]))
    for asker in examples(matcher):
        own = set(stated[matcher.facts.ids[asker]] or ())
        for partner in matcher.partners(asker, matcher.wish()).found:
            theirs = set(stated[matcher.facts.ids[partner.row]] or ())
            assert set(partner.reasons.objectives) == own & theirs


def test_the_older_period_is_compared_too(store: Store) -> None:
    facts = read_facts(store, PERIODS["2014-2020"], tables(), ())
    other = Matcher(facts, tables())
    assert other.partners(0, other.wish()).found
    assert not other.compare(0).parts["border"].applies, "without neighbours there is no border to compare"
    current = store.search(Query("programmes", (("period", ("2021-2027",)),), limit=10_000))
    assert set(facts.ids).isdisjoint(current.ids)


def test_the_report_names_every_measure_and_eight_kinds_of_programme(matcher: Matcher) -> None:
    chosen = examples(matcher)
    assert len(chosen) == len(set(chosen)) > 4
    cci = matcher.facts.ids[chosen[0]]
    lines = list(report(matcher, "default", [cci]))
    assert any("documentation bias" in line for line in lines)
    assert any(line.startswith(cci) for line in lines)


def test_every_national_programme_is_nearest_to_others_of_its_kind(matcher: Matcher) -> None:
    """The best of each country by scale is at 1: a country without regions is no worse for that."""
    facts = matcher.facts
    for asker in examples(matcher):
        compared = matcher.compare(asker)
        scale = compared.parts["scale"].low
        for country in np.unique(facts.country[compared.gate == OPEN]):
            eligible = (facts.country == country) & ~facts.technical & (facts.food_aid == facts.food_aid[asker])
            assert scale[eligible].max() == pytest.approx(1.0)


def test_objectives_are_excluded_by_funds_that_the_edition_knows(matcher: Matcher, store: Store) -> None:
    for supporting in tables().funds.values():
        assert set(supporting) <= set(store.codelists["funds"].codes)
    lists = matcher.facts.objectives
    assert lists.excluded is not None and lists.excluded.any()
    assert not (lists.excluded & lists.stated).any(), "no programme states what its funds do not support"


def test_a_need_pays_for_its_topics(matcher: Matcher) -> None:
    need = described(matcher.facts, Need(topics=("PO2",) * 50))
    with pytest.raises(OverBudget, match="a need of 50 topics"):
        pay_comparison(matcher, 1, Budget(20_000), need)
    pay_comparison(matcher, 1, Budget(1_000_000), need)


def test_work_is_paid_before_it_is_done(store: Store, matcher: Matcher) -> None:
    search = PartnerSearch(store, tables())
    with pytest.raises(OverBudget, match="reading the facts of all programmes"):
        search.matcher(CURRENT_PERIOD.code, Budget(1000))
    with pytest.raises(OverBudget, match="comparing"):
        pay_comparison(matcher, 10, Budget(1000))
    with pytest.raises(OverBudget, match="reasons for 100 partners"):
        pay_comparison(matcher, 100, Budget(100_000))
    pay_comparison(matcher, 100, None)


def test_a_programme_that_cannot_be_compared_is_not_said_to_be_missing(store: Store, matcher: Matcher) -> None:
    search = PartnerSearch(store, tables())
    with pytest.raises(InvalidValue, match=r"^seeks: there is no programme '2021XX'\. Did you mean 2021"):
        search.period_named("2021XX", "seeks")
    search.__dict__["periods"] = {}
    cci = matcher.facts.ids[0]
    with pytest.raises(InvalidValue, match=f"no area in this edition for the period of the programme '{cci}'"):
        search.period_named(cci, "programme")


def test_without_samples_the_facts_are_the_same_but_for_the_entries(store: Store) -> None:
    search = PartnerSearch(store, tables())
    without = PartnerSearch(store.without_samples, tables(), search)
    facts, others = (found.matcher(CURRENT_PERIOD.code).facts for found in (search, without))
    assert others.ids == facts.ids and not any(entry.sample for entry in others.entries)
    read = read_facts(store.without_samples, CURRENT_PERIOD, tables(), ())
    assert [entry.id for entry in read.entries] == [entry.id for entry in others.entries]
    assert read.topics == others.topics, "topics of entries are none of the programme's own"
