"""The best sets of partners: what the solver finds is what trying all sets finds."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_facts import CATEGORIES, OBJECTIVES, Made, made
from plain_consortia import every_set, meets, total

from cooperation_atlas.matching.consortia import search
from cooperation_atlas.matching.consortia.model import Candidates
from cooperation_atlas.matching.consortia.rules import Rule, Term, Terms
from cooperation_atlas.matching.consortia.search import Consortia, Loosened, consortia
from cooperation_atlas.matching.facts import Facts
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.store.budget import OverBudget

#: Two countries of two regions, one of one region; two areas in each region.
AREAS = [f"{region}{number}" for region in ("AA01", "AA02", "BB01", "BB02", "CC01") for number in (1, 2)]
IDS = "abcdef"
VALUES = (0.0, 0.25, 0.5, 0.50001, 0.9)


@st.composite
def programmes(draw: st.DrawFn) -> Facts:
    """Up to six programmes; categories of some regions are not known."""
    of_region = {area[:4]: draw(st.sampled_from((*CATEGORIES, ""))) for area in AREAS}
    made_ = []
    for id_ in IDS[: draw(st.integers(2, 6))]:
        country = draw(st.sampled_from(("AA", "BB", "CC")))
        own = [area for area in AREAS if area.startswith(country)]
        made_.append(
            Made(
                id_,
                tuple(draw(st.lists(st.sampled_from(own), min_size=1, unique=True))),
                objectives=tuple(draw(st.sets(st.sampled_from(OBJECTIVES[:2])))),
                objectives_complete=draw(st.booleans()),
            )
        )
    return made(made_, of_areas={area: (of_region[area[:4]],) for area in AREAS if of_region[area[:4]]})


@st.composite
def questions(draw: st.DrawFn) -> tuple[Facts, Candidates, Terms]:
    """Programmes, and rules for a set of them."""
    facts = draw(programmes())
    n = len(facts)
    asker = 0 if draw(st.booleans()) else None
    codes = st.sets(st.sampled_from(CATEGORIES), min_size=1, max_size=2).map(lambda found: tuple(sorted(found)))
    numbers = st.integers(1, 4)
    kinds = {
        Rule.REGIONS: st.builds(Term, st.just(Rule.REGIONS), numbers),
        Rule.COUNTRIES: st.builds(Term, st.just(Rule.COUNTRIES), numbers),
        Rule.CATEGORIES: st.builds(Term, st.just(Rule.CATEGORIES), numbers, codes),
        Rule.COORDINATOR: st.builds(Term, st.just(Rule.COORDINATOR), st.just(1), codes),
        Rule.OBJECTIVE: st.builds(Term, st.just(Rule.OBJECTIVE), numbers, st.sampled_from([("O1",), ("O2",)])),
        Rule.WITH: st.builds(Term, st.just(Rule.WITH), st.just(1), st.sampled_from([(id_,) for id_ in facts.ids])),
        Rule.PER_COUNTRY: st.builds(Term, st.just(Rule.PER_COUNTRY), st.integers(1, 2)),
        Rule.PER_AREA: st.builds(Term, st.just(Rule.PER_AREA), st.just(1)),
        Rule.FILTERS: st.just(Term(Rule.FILTERS)),
    }
    chosen = draw(st.lists(st.sampled_from(list(kinds)), unique=True, max_size=5))
    terms = [Term(Rule.PARTNERS, draw(st.integers(2, 4))), *(draw(kinds[rule]) for rule in chosen)]
    value = np.array(draw(st.lists(st.sampled_from(VALUES), min_size=n, max_size=n)))
    let_in = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    if asker is not None:
        let_in[asker] = True
    candidates = Candidates(np.arange(n), value, {Rule.FILTERS: let_in}, asker)
    return facts, candidates, Terms(tuple(terms), draw(st.integers(terms[0].number, 4)), draw(st.booleans()))


@settings(deadline=None)
@given(questions(), st.integers(1, 4))
def test_the_best_sets_are_those_that_trying_all_finds(question: tuple[Facts, Candidates, Terms], wanted: int) -> None:
    facts, candidates, terms = question
    found = consortia(facts, candidates, terms, wanted).sets
    assert all(meets(facts, one.members, terms, candidates) for one in found)
    assert len({frozenset(one.members) for one in found}) == len(found)
    every = list(every_set(facts, terms, candidates))
    best = sorted((total(rows, candidates) for rows in every), reverse=True)
    totals = [total(one.members, candidates) for one in found]
    assert totals[:1] == best[:1]
    if terms.most == terms.number(Rule.PARTNERS):  # a larger set stands for the smaller ones in it
        assert totals == best[:wanted]


@settings(deadline=None)
@given(questions(), st.integers(1, 3), st.integers(1, 4))
def test_among_many_candidates_the_sets_are_the_same(
    question: tuple[Facts, Candidates, Terms], few: int, wanted: int
) -> None:
    """Where there are many, those with the greatest values are tried first; that must lose no set."""
    facts, candidates, terms = question
    expected = [total(one.members, candidates) for one in consortia(facts, candidates, terms, wanted).sets]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "FEW", few)
        found = consortia(facts, candidates, terms, wanted).sets
    assert [total(one.members, candidates) for one in found] == expected
    assert all(meets(facts, one.members, terms, candidates) for one in found)


@settings(deadline=None)
@given(questions())
def test_a_set_meets_for_certain_what_is_met_without_unknown_facts(
    question: tuple[Facts, Candidates, Terms],
) -> None:
    facts, candidates, terms = question
    for one in consortia(facts, candidates, terms, 2).sets:
        assert one.certain == meets(facts, one.members, replace(terms, unknown=False), candidates)
        assert all(met.certain or terms.unknown for met in one.met)


@settings(deadline=None)
@given(questions())
def test_what_a_set_has_of_each_rule_is_what_is_asked(question: tuple[Facts, Candidates, Terms]) -> None:
    facts, candidates, terms = question
    for one in consortia(facts, candidates, terms, 1).sets:
        for met in one.met:
            if met.term.rule in (Rule.PER_COUNTRY, Rule.PER_AREA):
                assert met.has <= met.term.number
            else:
                assert met.has >= met.term.number
        if one.places:
            assert set(one.places) == set(one.members)
            assert one.regions == len({place.region for place in one.places.values()})
        categories = [code for term in terms.of(Rule.COORDINATOR) for code in term.codes]
        if categories:
            assert one.coordinator in one.members
            category = one.places[one.coordinator].category
            assert category in categories or (terms.unknown and not category)


def changed(terms: Terms, loosened: Loosened) -> Terms:
    """The rules as they are loosened."""
    kept = list(terms.terms)
    for change in loosened.changes:
        if change.term.rule is Rule.UNKNOWN:
            return replace(terms, unknown=True)
        place = kept.index(change.term)
        if change.to:
            kept[place] = replace(change.term, number=change.to)
        else:
            del kept[place]
    return replace(terms, terms=tuple(kept))


def nearer(terms: Terms, loosened: Loosened) -> Terms:
    """The rules loosened by one less."""
    (change,) = loosened.changes
    kept = list(terms.terms)
    step = -1 if change.to > change.term.number else 1
    kept[kept.index(change.term)] = replace(change.term, number=change.to + step)
    return replace(terms, terms=tuple(kept))


@settings(deadline=None)
@given(questions())
def test_a_loosened_rule_gives_what_is_said_and_no_less_would_do(
    question: tuple[Facts, Candidates, Terms],
) -> None:
    facts, candidates, terms = question
    answer = consortia(facts, candidates, terms, 1)
    every = list(every_set(facts, terms, candidates))
    assert bool(answer.sets) == bool(every)
    assert not (answer.sets and answer.loosened)
    for one in answer.loosened:
        then = changed(terms, one)
        assert meets(facts, one.best.members, then, candidates)
        best = max(total(rows, candidates) for rows in every_set(facts, then, candidates))
        assert total(one.best.members, candidates) == best
        if len(one.changes) == 1 and one.changes[0].term.rule not in (Rule.UNKNOWN, Rule.FILTERS):
            assert not list(every_set(facts, nearer(terms, one), candidates))


@settings(deadline=None)
@given(questions())
def test_the_answer_is_the_same_each_time(question: tuple[Facts, Candidates, Terms]) -> None:
    def said(answer: Consortia) -> object:
        return [(one.members, one.coordinator, dict(one.places)) for one in answer.sets], [
            (one.changes, one.best.members) for one in answer.loosened
        ]

    facts, candidates, terms = question
    assert said(consortia(facts, candidates, terms, 3)) == said(consortia(facts, candidates, terms, 3))


def test_of_equal_sets_the_first_by_id_comes_first() -> None:
    facts = made([Made(id_, (f"{country}011",)) for id_, country in zip("abcde", "ABCDE", strict=True)])
    candidates = Candidates(np.arange(5), np.full(5, 0.5), {}, 0)
    terms = Terms((Term(Rule.PARTNERS, 3),), 3)
    assert [one.members for one in consortia(facts, candidates, terms, 2).sets] == [(0, 1, 2), (0, 1, 3)]


def test_a_member_stands_for_one_region_only() -> None:
    """Two programmes of one region count once, and one of two regions counts for one of them."""
    facts = made(
        [Made("a", ("AA011",)), Made("b", ("AA012",)), Made("c", ("AA013", "AA021"))],
        of_areas={"AA011": ("LD",), "AA012": ("LD",), "AA013": ("LD",), "AA021": ("MD",)},
    )
    candidates = Candidates(np.arange(3), np.full(3, 0.5))

    def best(*terms: Term) -> tuple[int, ...]:
        answer = consortia(facts, candidates, Terms((Term(Rule.PARTNERS, 2), *terms), 2), 1)
        return answer.sets[0].members if answer.sets else ()

    assert best(Term(Rule.REGIONS, 2)) == (0, 2)
    assert best(Term(Rule.REGIONS, 2), Term(Rule.CATEGORIES, 2, ("LD",))) == ()
    assert best(Term(Rule.CATEGORIES, 2, ("LD",))) == (0, 1)


def test_sets_differ_in_as_many_members_as_asked_for() -> None:
    facts = made([Made(id_, (f"{country}011",)) for id_, country in zip("abcdefg", "ABCDEFG", strict=True)])
    candidates = Candidates(np.arange(7), np.linspace(0.9, 0.1, 7), {}, 0)
    sets = consortia(facts, candidates, Terms((Term(Rule.PARTNERS, 3),), 3), 3, differ=2).sets
    assert [one.members for one in sets] == [(0, 1, 2), (0, 3, 4), (0, 5, 6)]


@pytest.mark.parametrize(
    ("terms", "most", "place", "said"),
    [
        ((Term(Rule.PARTNERS, 5),), 4, "partners_most", "is 4, but partners=5 asks for more"),
        ((Term(Rule.REGIONS, 5),), 4, "regions", "at most 4 members"),
        ((Term(Rule.COUNTRIES, 5),), 4, "countries", "at most 4 members"),
        (
            (Term(Rule.CATEGORIES, 3, ("LD",)), Term(Rule.CATEGORIES, 2, ("MD",))),
            4,
            "categories",
            "ask for 5 members in all",
        ),
        ((Term(Rule.CATEGORIES, 5, ("LD", "TR")),), 4, "categories", "ask for 5 members"),
        ((Term(Rule.OBJECTIVE, 5, ("O1",)),), 4, "covered_by", "is 5, but a set has at most 4"),
        ((Term(Rule.PER_COUNTRY, 1),), 4, "per_country", "2 members are given of AA: a, b"),
        ((Term(Rule.PARTNERS, 2),), 2, "with", "names 3 members"),
    ],
)
def test_rules_that_contradict_each_other_are_refused(
    terms: tuple[Term, ...], most: int, place: str, said: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        Terms(terms, most).check({"a": "AA", "b": "AA", "c": "BB"})
    assert refused.value.place == place and said in refused.value.reason


def test_nothing_is_worked_out_before_it_is_paid(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = made([Made(id_, ("AA011",)) for id_ in "ab"])
    candidates = Candidates(np.arange(2), np.ones(2))

    def refuse(_: object) -> object:
        raise OverBudget("sets of 2 members", Rule.PARTNERS)

    monkeypatch.setattr(search, "Model", lambda *_, **__: pytest.fail("it was made before it was paid"))
    with pytest.raises(OverBudget):
        consortia(facts, candidates, Terms((Term(Rule.PARTNERS, 2),), 2), 1, pay=refuse)


def test_libraries_for_some_requests_are_loaded_only_when_these_are_made() -> None:
    """A server that nobody asks for consortia does without the solver: neither start nor memory pay for it."""
    names = ("scipy", "mapbox_vector_tile", "google.protobuf", "pmtiles", "pyogrio", "psycopg", "openpyxl")
    code = (
        f"import sys, cooperation_atlas.cli, cooperation_atlas.web.app; print([n for n in {names} if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
