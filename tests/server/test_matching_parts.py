"""Parts of the comparison of two programmes, worked by hand: the arithmetic stands beside each case."""

from __future__ import annotations

import math

import pytest
from made_facts import Made, entry, made, tables

from cooperation_atlas.matching.declared import meeting, sought
from cooperation_atlas.matching.facts import EARTH, Neighbour, Topics
from cooperation_atlas.matching.gates import Gate
from cooperation_atlas.matching.interval import Interval
from cooperation_atlas.matching.matcher import Matcher, Order
from cooperation_atlas.matching.score import tier_of
from cooperation_atlas.matching.tables import Tier

NUMBERS = tables().numbers


def parts_of(*programmes: Made, neighbours: tuple[Neighbour, ...] = (), **more: object) -> dict[str, Interval]:
    """All parts of the first programme with the others."""
    matcher = Matcher(made(programmes, neighbours, **more), tables())  # type: ignore[arg-type]
    return dict(matcher.compare(0).parts)


def bounds(part: Interval, row: int = 1) -> tuple[float, float]:
    return pytest.approx(part.low[row]), pytest.approx(part.high[row])


def test_theme_counts_the_three_rarest_shared_objectives() -> None:
    a = Made("a", ("AA001",), objectives=("O1", "O2", "O3", "O4"))
    b = Made("b", ("BB001",), objectives=("O1", "O2", "O3", "O4"))
    c = Made("c", ("CC001",), objectives=("O1",))
    # Rarities as given; the three rarest of four: (2.0 + 1.0 + 0.6) / 10 = 0.36. One of 0.4: 0.4 / 10 = 0.04.
    theme = parts_of(a, b, c, rarity=(0.4, 0.6, 1.0, 2.0))["theme"]
    assert bounds(theme, 1) == (0.36, 1.0)  # lists are not complete: there may be more
    assert bounds(theme, 2) == (0.04, 1.0)


def test_theme_is_known_where_both_lists_are_complete() -> None:
    a = Made("a", ("AA001",), objectives=("O4",), objectives_complete=True)
    b = Made("b", ("BB001",), objectives=("O4",), objectives_complete=True)
    c = Made("c", ("CC001",), objectives=("O1",), objectives_complete=True)
    theme = parts_of(a, b, c, rarity=(0.25, 0.5, 1.0, 2.0))["theme"]
    assert bounds(theme, 1) == (0.2, 0.2)  # 2.0 / 10
    assert bounds(theme, 2) == (0.0, 0.0)  # nothing in common, and that is known


def test_rarity_is_the_logarithm_of_programmes_by_those_that_state_it() -> None:
    facts = made(
        [Made("a", ("AA001",), objectives=("O1", "O2")), Made("b", ("BB001",), objectives=("O1",)), Made("c", ("CC1",))]
    )
    # Two programmes state any objective: ln(2 / 2) = 0 for O1, ln(2 / 1) for O2.
    assert facts.rarity[0] == pytest.approx(0.0)
    assert facts.rarity[1] == pytest.approx(math.log(2))


BORDER = (
    Made("a", ("AA001", "AA002", "AA003", "AA004", "AA005")),
    Made("b", ("BB001", "BB002")),
    Made("c", ("CC001",)),
    Made("d", ("DD001",)),
)
LINKS = (
    Neighbour("AA001", "BB001", "land"),
    Neighbour("AA002", "BB001", "land"),
    Neighbour("AA003", "CC001", "sea", 90.0),
    Neighbour("AA004", "DD001", "sea", 151.0),
    Neighbour("AA001", "AA005", "land"),
)


def test_border_is_the_share_of_own_areas_on_it_and_of_theirs() -> None:
    border = parts_of(*BORDER, neighbours=LINKS)["border"]
    # Two of five own areas: (2 / 5) / 0.4 = 1. One of their two: (1 / 2) / 0.4 = 1.25, at most 1. 0.75 + 0.25 = 1.
    assert bounds(border, 1) == (1.0, 1.0)
    # By sea 1 - 90 / 450 = 0.8. Own: (0.8 / 5) / 0.4 = 0.4. Theirs: (0.8 / 1) / 0.4, at most 1. 0.75 x 0.4 + 0.25.
    assert bounds(border, 2) == (0.55, 0.55)
    # 151 km of sea are no border (Reg. (EU) 2021/1059 Art. 4), and a neighbour at home is none abroad.
    assert bounds(border, 3) == (0.0, 0.0)


def test_border_does_not_apply_to_who_has_no_neighbour_abroad() -> None:
    assert not parts_of(Made("a", ("AA009",)), *BORDER[1:], neighbours=LINKS)["border"].applies
    assert parts_of(*BORDER, neighbours=LINKS)["border"].applies


def test_strategies_are_weighted_by_the_share_of_area() -> None:
    a = Made("a", ("AA001",), strategies={"S": 0.5, "T": 0.1})
    b = Made("b", ("BB001",), strategies={"S": 0.4, "T": 1.0})
    # S: 0.5 x 0.4 = 0.2; T: 0.1 x 1.0 = 0.1. The larger one counts.
    assert bounds(parts_of(a, b)["strategies"]) == (0.2, 0.2)
    assert not parts_of(Made("a", ("AA001",)), b)["strategies"].applies


def test_structure_is_a_weighted_jaccard_index_beyond_chance() -> None:
    a = Made("a", ("AA001",), known={"coastal": 0.5, "non_coastal": 0.5, "island": 1.0})
    b = Made("b", ("BB001",), known={"coastal": 1.0, "island": 1.0})
    # Coast, weights 2 and 1: min 2 x 0.5 = 1, max 2 x 1 + 1 x 0.5 = 2.5. Island, weights 3 and 0: min 3, max 3.
    # Together (1 + 3) / (2.5 + 3) = 8 / 11. Beyond a chance of 0.2: (8 / 11 - 0.2) / 0.8.
    structure = parts_of(a, b, weights=((2.0, 1.0), (3.0, 0.0)), chance=0.2)["structure"]
    assert bounds(structure) == ((8 / 11 - 0.2) / 0.8, (8 / 11 - 0.2) / 0.8)


def test_a_typology_that_nobody_states_widens_the_structure() -> None:
    a = Made("a", ("AA001",), known={"coastal": 1.0, "island": 1.0})
    b = Made("b", ("BB001",), known={"island": 1.0})
    # All weights 1. Island: min 1, max 1. Coast of b is not known: at worst min 0, max 2, at best min 1, max 1.
    # From (1 + 0) / (1 + 2) to (1 + 1) / (1 + 1).
    assert bounds(parts_of(a, b)["structure"]) == (1 / 3, 1.0)


def test_scale_is_relative_to_the_best_of_the_country() -> None:
    a = Made("a", ("AA001", "AA002", "AA003", "AA004"), km2=400.0)
    b = Made("b", ("BB001",), km2=100.0)
    c = Made("c", ("BB001", "BB002", "BB003", "BB004"), km2=400.0, national=True)
    d = Made("d", ("CC001",), km2=100.0, national=True)
    scale = parts_of(a, b, c, d)["scale"]
    # b: level 1, people √(1/4) = 0.5, land √(1/4) = 0.5: 0.5. c: another level: 0.4 x 1 = 0.4. The best of BB is 0.5.
    assert bounds(scale, 1) == (1.0, 1.0)
    assert bounds(scale, 2) == (0.8, 0.8)
    # d: 0.4 x 0.5 = 0.2, and its country has nothing nearer: 1.
    assert bounds(scale, 3) == (1.0, 1.0)


def test_titles_that_name_different_sectors_are_of_another_scale() -> None:
    a = Made("a", ("AA001",), national=True, sectors=("transport",))
    b = Made("b", ("BB001",), national=True, sectors=("transport",))
    c = Made("c", ("BB001",), national=True, sectors=("health",))
    d = Made("d", ("BB001",), national=True)
    scale = parts_of(a, b, c, d)["scale"]
    assert [scale.low[row] for row in (1, 2, 3)] == pytest.approx([1.0, 0.3, 0.6])


def test_another_lead_is_of_another_scale_where_the_country_has_the_choice() -> None:
    a = Made("a", ("AA001",))
    b, c = Made("b", ("BB001",)), Made("c", ("BB001",), lead=5)
    d = Made("d", ("CC001",), lead=5)
    scale = parts_of(a, b, c, d)["scale"]
    assert [scale.low[row] for row in (1, 2, 3)] == pytest.approx([1.0, 0.9, 1.0])


def test_funds_are_the_share_of_own_funds_that_the_partner_has() -> None:
    a = Made("a", ("AA001",), funds=("ERDF", "ESF+"), funds_complete=True)
    b = Made("b", ("BB001",), funds=("ERDF",), funds_complete=True)
    c = Made("c", ("CC001",), funds=("ERDF",))  # may have two more
    d = Made("d", ("DD001",))  # nothing is known
    funds = parts_of(a, b, c, d)["funds"]
    assert bounds(funds, 1) == (0.5, 0.5)  # 1 of 2
    assert bounds(funds, 2) == (0.5, 1.0)  # it may have both: 1 of 2, or 2 of 2
    assert bounds(funds, 3) == (0.0, 1.0)


def test_complement_is_what_the_categories_of_region_do_not_share() -> None:
    a = Made("a", ("AA001",), categories={"LD": 1.0})
    b = Made("b", ("BB001",), categories={"LD": 0.25, "MD": 0.75})
    c = Made("c", ("CC001",), categories={"LD": 0.25, "MD": 0.25})  # a half is not known
    complement = parts_of(a, b, c)["complement"]
    assert bounds(complement, 1) == (0.75, 0.75)
    assert bounds(complement, 2) == (0.25, 0.75)


def test_experience_is_the_mean_over_areas_of_projects_up_to_a_number() -> None:
    a = Made("a", ("AA001", "AA002", "AA003", "AA004"))
    b = Made("b", ("BB001",))
    projects = {"AA001": 17, "AA002": 68, "AA003": 0}
    # 34 count in full: 0.5, 1, 0, and of the fourth area none is known: from 1.5 / 4 to 2.5 / 4.
    experience = parts_of(a, b, projects=projects)["experience"]
    assert bounds(experience, 0) == (0.375, 0.625)
    assert bounds(experience, 1) == (0.0, 1.0)


def test_score_and_order_of_a_pair() -> None:
    a = Made("a", ("AA001",), funds=("ERDF",), funds_complete=True, known={"coastal": 1.0, "island": 1.0})
    b = Made("b", ("BB001",), funds=("ERDF",), funds_complete=True, known={"coastal": 1.0, "island": 1.0})
    matcher = Matcher(made([a, b]), tables())
    # Border and strategies do not apply. theme 0 to 1, structure 1, scale 1, funds 1, by the default weights:
    # L = (2.5 x 0 + 2.5 + 2 + 1) / 8 = 0.6875, U = (2.5 + 2.5 + 2 + 1) / 8 = 1.
    (partner,) = matcher.partners(0, matcher.wish()).found
    assert (partner.low, partner.high) == (pytest.approx(5.5 / 8), pytest.approx(1.0))
    assert partner.parts["border"] is None and partner.parts["strategies"] is None
    # The order is 0.6875 + 0.5 x 0.3125 = 0.844: the best tier.
    assert partner.tier == tables().tiers[0].name


def test_what_may_be_is_not_enough_for_a_tier() -> None:
    tiers = (Tier("strong", 0.6, 0.4), Tier("good", 0.5, 0.25), Tier("weak", 0.0, 0.0))
    assert [tier_of(value, low, tiers) for value, low in ((0.7, 0.4), (0.7, 0.3), (0.55, 0.3), (0.7, 0.2))] == [
        "strong", "good", "good", "weak",
    ]  # fmt: skip


def test_gates_name_their_reason() -> None:
    erdf = {"funds": ("ERDF",), "funds_complete": True}
    programmes = [
        Made("asker", ("AA001",), **erdf),
        Made("home", ("AA002",), **erdf),
        Made("assistance", ("BB001",), technical=True, **erdf),
        Made("food", ("BB001",), food_aid=True, **erdf),
        Made("other fund", ("BB001",), funds=("ESF+",), funds_complete=True),
        Made("perhaps", ("BB001",), funds=("ESF+",)),
        Made("partner", ("BB002",), **erdf),
    ]
    compared = Matcher(made(programmes, [Neighbour("AA001", "BB002", "land")]), tables()).compare(0, "cross_border")
    assert compared.gate.tolist() == [
        Gate.SELF, Gate.COUNTRY, Gate.TECHNICAL, Gate.FOOD_AID, Gate.FUNDS, Gate.SCOPE, "",
    ]  # fmt: skip
    usual = Matcher(made(programmes), tables()).compare(0)
    assert usual.gate[5] == "", "what is not known passes"


def test_unusual_partners_are_alike_far_and_share_neither_border_nor_strategy() -> None:
    like = {"known": {"coastal": 1.0, "island": 1.0}, "funds": ("ERDF",)}
    programmes = [
        Made("asker", ("AA001",), strategies={"S": 1.0}, at=(0, 40), **like),
        Made("far", ("BB001",), at=(20, 40), **like),
        Made("farther", ("BB002",), at=(25, 40), **like),
        Made("near", ("CC001",), at=(1, 40), **like),
        Made("allied", ("DD001",), strategies={"S": 1.0}, at=(20, 40), **like),
        Made("unlike", ("EE001",), known={"non_coastal": 1.0, "non_island": 1.0}, funds=("ERDF",), at=(20, 40)),
    ]
    matcher = Matcher(made(programmes), tables())
    found = matcher.partners(0, matcher.wish(order=Order.UNUSUAL)).found
    assert [matcher.facts.ids[partner.row] for partner in found] == ["far"], "one of a country"
    # 20 degrees of longitude at 40° north, by the haversine formula.
    half = math.cos(math.radians(40)) * math.sin(math.radians(10))
    assert found[0].reasons.km == pytest.approx(2 * EARTH * math.asin(half))


def test_need_meets_offer_in_both_directions() -> None:
    own = [entry("a1", 0, "need", ["P.1"], scopes=frozenset({"transnational"}), countries=frozenset({"BB"}))]
    theirs = [entry("b1", 1, "offer", ["P.1"], scopes=frozenset({"transnational"}))]
    # There: topic 1, scope 1, country sought 1: 1. Back: nothing is declared, so 0 to 1.
    # Harmonic means: 2 x 1 x 0 / 1 = 0 and 2 x 1 x 1 / 2 = 1.
    met = meeting(own, theirs, "AA", "BB", 0.5)
    assert met is not None and met.met == (0.0, 1.0) and met.entries == ("a1", "b1")
    back = [entry("a2", 0, "offer", ["P.2"])]
    there = [entry("b2", 1, "need", ["P"], scopes=frozenset({"transnational"}), countries=frozenset({"CC"}))]
    # Back: P is above P.2, so the topic meets; scope is not known (0 to 1); another country is sought (0):
    # 0.5 + 0.5 x (0 + 0) / 2 = 0.5 to 0.5 + 0.5 x (1 + 0) / 2 = 0.75.
    met = meeting([*own, *back], [*theirs, *there], "AA", "BB", 0.5)
    assert met is not None
    assert met.met == (pytest.approx(2 * 0.5 / 1.5), pytest.approx(2 * 0.75 / 1.75))


def test_a_need_for_a_programme_like_this_one() -> None:
    topics = Topics(frozenset({"P.1"}), frozenset({"P.1", "P"}))
    need = entry("b1", 1, "need", ["P.1"], scopes=frozenset({"cross_border"}), countries=frozenset({"AA"}))
    # Topic 1; the scope needs a border, which there is or is not; the country is sought:
    # 0.5 + 0.5 x (1 + 1) / 2 = 1 with it, 0.5 + 0.5 x (0 + 1) / 2 = 0.75 without.
    for reached, met in ((True, 1.0), (False, 0.75)):
        found = sought([need], topics, frozenset({"AA"}), reached, 0.5)
        assert found is not None and found.met == (met, met) and found.entries == ("b1",)
    # Another topic, but the country. The list of topics is not complete and no scope is named: from 0 to 1.
    other = entry("b2", 1, "need", ["Q"], countries=frozenset({"AA"}))
    found = sought([other], topics, frozenset({"AA"}), False, 0.5)
    assert found is not None and found.met == (0.0, 1.0)
    # Neither topic nor country: it seeks somebody else. An offer seeks nobody.
    assert sought([entry("b3", 1, "need", ["Q"])], topics, frozenset({"AA"}), False, 0.5) is None
    assert sought([entry("b4", 1, "offer", ["P.1"])], topics, frozenset({"AA"}), False, 0.5) is None


def test_nothing_is_declared_where_no_need_faces_an_offer() -> None:
    assert meeting([entry("a", 0, "need", ["P"])], [entry("b", 1, "need", ["P"])], "AA", "BB", 0.5) is None
    assert meeting([], [entry("b", 1, "offer", ["P"])], "AA", "BB", 0.5) is None


@pytest.mark.parametrize(
    ("own", "theirs", "window"),
    [
        (("2026-01-01", "2026-06-30"), ("2026-06-30", None), (1.0, 1.0)),
        (("2026-01-01", "2026-06-29"), ("2026-06-30", None), (0.0, 0.0)),
        ((None, None), ("2026-06-30", None), (0.0, 1.0)),
    ],
)
def test_windows(own: tuple[str | None, ...], theirs: tuple[str | None, ...], window: tuple[float, float]) -> None:
    a = entry("a", 0, "need", ["P"], open_from=own[0], open_to=own[1])
    b = entry("b", 1, "offer", ["P"], open_from=theirs[0], open_to=theirs[1])
    met = meeting([a], [b], "AA", "BB", 0.5)
    assert met is not None and met.window == window
