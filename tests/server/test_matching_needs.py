"""Described needs: worked by hand, and the rules that hold for programmes hold for needs, too."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_facts import OBJECTIVES, TOPICS, Made, entry, made, tables
from test_matching_properties import EPSILON, facts_of, learned, links, programmes, weights

from cooperation_atlas.matching.asker import Asker, described, narrowed, programme
from cooperation_atlas.matching.declared import facing
from cooperation_atlas.matching.facts import Neighbour, Topics
from cooperation_atlas.matching.gates import Gate
from cooperation_atlas.matching.matcher import Comparison, Matcher, Order
from cooperation_atlas.matching.need import Need
from cooperation_atlas.matching.score import score

TABLES = tables()
KNOWN = Topics(frozenset({"P.1"}), frozenset({"P.1", "P"}), complete=True)


def ends(matcher: Matcher, asker: Asker, name: str) -> list[tuple[float, float]]:
    part = matcher.compare(asker).parts[name]
    assert part.applies
    return [(pytest.approx(low), pytest.approx(high)) for low, high in zip(part.low, part.high, strict=True)]


def test_of_a_topic_the_first_objective_counts_most() -> None:
    facts = made(
        [
            Made("none", ("AA001",), objectives=("O4",), objectives_complete=True),
            Made("one", ("BB001",), objectives=("O1",), objectives_complete=True),
            Made("two", ("CC001",), objectives=("O1", "O3"), objectives_complete=True),
            Made("perhaps", ("DD001",), objectives=("O2",)),
        ]
    )
    matcher = Matcher(facts, TABLES)
    # Three objectives lie below P: 1 of them is (1 - 0.5) / (1 - 0.125) = 4/7, 2 are 0.75 / 0.875 = 6/7, 3 are 1.
    theme = ends(matcher, described(facts, Need(topics=("P",))), "theme")
    assert theme == [(0.0, 0.0), (4 / 7, 4 / 7), (6 / 7, 6 / 7), (4 / 7, 1.0)]
    # P and the objective O4 are needed: the mean of both. O4 is there or not.
    theme = ends(matcher, described(facts, Need(topics=("P",), objectives=("O4",))), "theme")
    assert theme == [(0.5, 0.5), (2 / 7, 2 / 7), (3 / 7, 3 / 7), (2 / 7, 1.0)]


def test_what_is_known_not_to_be_for_the_need_is_left_out() -> None:
    listed = [
        Made("other", ("BB001",), objectives=("O4",), objectives_complete=True),
        Made("perhaps", ("BB002",), objectives=("O4",)),
        Made("fits", ("BB003",), objectives=("O3",), objectives_complete=True),
    ]
    facts = made(listed)
    compared = Matcher(facts, TABLES).compare(described(facts, Need(topics=("Q",))))
    assert compared.gate.tolist() == [Gate.THEME, "", ""]


def test_objectives_that_no_fund_of_a_programme_supports_are_known_not_to_be_there() -> None:
    facts = made([Made("a", ("AA001",), objectives=("O1",)), Made("b", ("BB001",))])
    excluded = np.array([[False] * 4, [False, False, False, True]])
    facts = replace(facts, objectives=replace(facts.objectives, excluded=excluded))
    theme = ends(Matcher(facts, TABLES), described(facts, Need(objectives=("O4",))), "theme")
    assert theme == [(0.0, 1.0), (0.0, 0.0)]


def test_parts_that_a_need_says_nothing_about_do_not_apply() -> None:
    facts = made([Made("a", ("BB001",), strategies={"S": 1.0})], [Neighbour("AA001", "BB001", "land")])
    matcher = Matcher(facts, TABLES)

    def applying(need: Need) -> set[str]:
        parts = matcher.compare(described(facts, need)).parts
        # Experience says the same of a partner whoever asks.
        return {name for name, part in parts.items() if part.applies} - {"experience"}

    assert applying(Need(kind="offer")) == set()
    assert applying(Need(topics=("P",))) == {"theme"}
    assert applying(Need(regions=("AA",))) == {"border", "structure", "scale", "complement"}
    (found,) = matcher.partners(described(facts, Need(kind="offer")), matcher.wish()).found
    assert (found.low, found.high, found.tier) == (0.0, 1.0, None), "nothing is scored"


def test_the_area_of_a_need_is_compared_as_that_of_a_programme() -> None:
    """A need for all areas of a programme has the border, structure and complement of the programme."""
    of_areas = {"AA001": ("coastal", "island", "LD"), "AA002": ("coastal", "non_island", "MD")}
    known = {"coastal": 1.0, "island": 0.5, "non_island": 0.5}
    facts = made(
        [
            Made("a", ("AA001", "AA002"), known=known, categories={"LD": 0.5, "MD": 0.5}, km2=2000.0),
            Made("b", ("BB001",), known={"coastal": 1.0, "island": 1.0}, categories={"LD": 1.0}),
        ],
        [Neighbour("AA001", "BB001", "land")],
        of_areas=of_areas,
    )
    matcher = Matcher(facts, TABLES)
    by_need, by_programme = matcher.compare(described(facts, Need(regions=("AA",)))), matcher.compare(0)
    for name in ("border", "structure", "complement"):
        np.testing.assert_allclose(by_need.parts[name].low, by_programme.parts[name].low)
        np.testing.assert_allclose(by_need.parts[name].high, by_programme.parts[name].high)
    assert by_need.gate.tolist() == [Gate.COUNTRY, ""]


def test_a_need_beside_a_programme_narrows_it() -> None:
    facts = made(
        [Made("a", ("AA001", "AA002"), objectives=("O4",)), Made("b", ("BB001",), objectives=("O1",))],
        [Neighbour("AA001", "BB001", "land")],
    )
    asker = narrowed(facts, 0, Need(topics=("P",), regions=("AA002",)))
    assert asker.area.numbers.tolist() == [facts.areas.index("AA002")]
    assert (asker.size, asker.national) == (2, False), "its scale is still that of the programme"
    compared = Matcher(facts, TABLES).compare(asker)
    assert not compared.parts["border"].applies, "this part of its area has no neighbour abroad"
    assert compared.parts["theme"].low[1] == pytest.approx(4 / 7)
    assert compared.gate[0] == Gate.SELF
    assert not narrowed(facts, 0, Need(scope="cross_border")).faces_entries, "its own entries meet"


def test_a_sector_counts_for_nothing_where_a_need_asks() -> None:
    programmes = [Made("a", ("BB001",), sectors=("x",)), Made("b", ("BB001",), lead=5)]
    facts = made(programmes, [Neighbour("AA001", "BB001", "land")])
    matcher = Matcher(facts, TABLES)
    assert ends(matcher, described(facts, Need(regions=("AA",))), "scale") == [(1.0, 1.0), (1.0, 1.0)]


def test_regions_are_found_by_codes_of_any_level() -> None:
    facts = made([Made("a", ("AA001", "AA002")), Made("b", ("AB001",))])
    assert [facts.areas[number] for number in facts.areas_in("AA")] == ["AA001", "AA002"]
    assert [facts.areas[number] for number in facts.areas_in("AA002")] == ["AA002"]
    assert [facts.areas[number] for number in facts.areas_in("A")] == ["AA001", "AA002", "AB001"]
    assert len(facts.areas_in("AC")) == len(facts.areas_in("AA0011")) == 0


def test_entries_meet_a_need_by_what_it_says() -> None:
    need = Need(topics=("P.1",), scope="transnational", partner_types=("research",))
    more = {"scopes": frozenset({"transnational"}), "partner_types": frozenset({"ngo"})}
    there = [entry("b1", 1, "offer", ["P"], countries=frozenset({"AA"}), **more)]
    # Topic 1 (P is above P.1), scope 1, type of partner 0, country 1: 0.5 + 0.5 x (1 + 0 + 1) / 3.
    met = facing(need, KNOWN, frozenset({"AA"}), there, 0.5)
    assert met is not None and met.met == (pytest.approx(0.5 + 1 / 3), pytest.approx(0.5 + 1 / 3))
    assert met.entries == ("b1",) and met.window is None
    # What an entry does not state may be: from 0.5 to 1.
    met = facing(need, KNOWN, frozenset(), [entry("b2", 1, "need", ["P.1"])], 0.5)
    assert met is not None and met.met == (0.5, 1.0)
    # Another topic: nothing meets.
    met = facing(need, KNOWN, frozenset(), [entry("b3", 1, "offer", ["Q"], **more)], 0.5)
    assert met is not None and met.met == (0.0, 0.0) and met.entries == ()
    assert facing(replace(need, kind="need"), KNOWN, frozenset(), there, 0.5) is None, "an offer is no need"
    any_ = [entry("b4", 1, "offer", ["P.1"], partner_types=frozenset({"any"}), scopes=frozenset({"open"}))]
    met = facing(need, KNOWN, frozenset(), any_, 0.5)
    assert met is not None and met.met == (1.0, 1.0)


def test_those_whose_entries_meet_come_first_where_the_score_is_the_same() -> None:
    facts = made([Made("a", ("AA001",)), Made("b", ("BB001",))], entries=[entry("e", 1, "offer", ["P"])])
    matcher = Matcher(facts, TABLES)
    found = matcher.partners(described(facts, Need(kind="offer")), matcher.wish()).found
    assert [facts.ids[partner.row] for partner in found] == ["b", "a"]
    assert matcher.partners(described(facts, Need(kind="need")), matcher.wish()).found[0].meeting is None


def test_who_seeks_partners_in_a_country() -> None:
    there = [
        entry("e1", 0, "need", ["P"], countries=frozenset({"CC"})),
        entry("e2", 1, "need", ["Q"], countries=frozenset({"AA"})),
        entry("e3", 2, "offer", ["Q"], countries=frozenset({"CC"})),
    ]
    facts = made(
        [Made("a", ("AA001",)), Made("b", ("BB001",)), Made("c", ("CC001",)), Made("d", ("DD001",))], (), there
    )
    matcher = Matcher(facts, TABLES)
    asker = described(facts, Need(countries=("CC",)))
    found = matcher.partners(asker, matcher.wish(order=Order.SEEKING)).found
    assert [facts.ids[partner.row] for partner in found] == ["a"]
    assert found[0].sought is not None and found[0].sought.entries == ("e1",) and found[0].meeting is None


needs = st.builds(
    Need,
    topics=st.lists(st.sampled_from(sorted(TOPICS)), unique=True, max_size=2).map(tuple),
    objectives=st.lists(st.sampled_from(OBJECTIVES), unique=True, max_size=2).map(tuple),
    regions=st.lists(st.sampled_from(("AA", "AA001", "AA002")), unique=True, max_size=2).map(tuple),
    countries=st.sampled_from(((), ("AA",))),
    kind=st.sampled_from((None, "offer", "need")),
)


@dataclass(frozen=True)
class Asked:
    """A need among some programmes, alone or beside the first of these."""

    made: list[Made]
    neighbours: list[Neighbour]
    weights: dict[str, float]
    need: Need
    beside: bool

    def among(self, made: list[Made]) -> Comparison:
        """What it gives among programmes; a region that is not of the edition says nothing."""
        facts = facts_of(made, self.neighbours)
        need = replace(self.need, regions=tuple(code for code in self.need.regions if len(facts.areas_in(code))))
        asker = narrowed(facts, 0, replace(need, countries=())) if self.beside else described(facts, need)
        return Matcher(facts, TABLES).compare(asker)


asked = st.builds(Asked, programmes(), links, weights, needs, st.booleans())


@given(asked)
def test_parts_of_a_need_are_intervals_inside_0_and_1(asked: Asked) -> None:
    parts = asked.among(asked.made).parts
    for part in (*parts.values(), score(parts, asked.weights)):
        assert (part.low >= -EPSILON).all() and (part.high <= 1 + EPSILON).all()
        assert (part.low <= part.high + EPSILON).all()


@given(asked, st.sampled_from(OBJECTIVES))
def test_a_further_fact_that_is_needed_never_lowers_the_low_end(asked: Asked, code: str) -> None:
    first, second, *others = asked.made
    before = asked.among(asked.made)
    after = asked.among([first, replace(second, objectives=tuple({*second.objectives, code})), *others])
    assert score(after.parts, asked.weights).low[1] >= score(before.parts, asked.weights).low[1] - EPSILON


@given(asked, st.data())
def test_knowing_more_never_widens_an_interval_of_a_need(asked: Asked, data: st.DataObject) -> None:
    before, after = asked.among(asked.made), asked.among([learned(data, one) for one in asked.made])
    pairs = [(before.parts[name], after.parts[name]) for name in before.parts]
    for old, new in (*pairs, (score(before.parts, asked.weights), score(after.parts, asked.weights))):
        assert old.applies == new.applies
        assert (new.low >= old.low - EPSILON).all()
        assert (new.high <= old.high + EPSILON).all()


@given(programmes(), links)
def test_a_need_that_says_nothing_beside_a_programme_changes_nothing(
    made_: list[Made], neighbours: list[Neighbour]
) -> None:
    facts = facts_of(made_, neighbours)
    matcher = Matcher(facts, TABLES)
    one, other = matcher.compare(programme(facts, 0)), matcher.compare(narrowed(facts, 0, Need()))
    for name, part in one.parts.items():
        assert (part.low == other.parts[name].low).all() and (part.high == other.parts[name].high).all()
    assert (one.gate == other.gate).all()
