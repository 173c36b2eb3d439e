"""Rules that hold for every part and for the score, whatever is known."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from made_facts import CATEGORIES, CLASSES, FUNDS, OBJECTIVES, Made, made, tables

from cooperation_atlas.matching.facts import Facts, Neighbour
from cooperation_atlas.matching.matcher import Matcher
from cooperation_atlas.matching.score import order_of, score
from cooperation_atlas.model.partner_parts import POTENTIAL

TABLES = tables()
RARITY = (0.1, 0.7, 1.5, 3.0)
WEIGHTS, CHANCE = ((1.0, 2.5), (3.0, 1.0)), 0.3
AREAS = [f"{country}00{number}" for country in ("AA", "BB", "CC") for number in (1, 2, 3)]
EPSILON = 1e-9


@st.composite
def shares(draw: st.DrawFn, codes: tuple[str, ...]) -> dict[str, float]:
    """How an area of four parts divides, some of it not known."""
    parts = draw(st.lists(st.sampled_from((*codes, None)), min_size=4, max_size=4))
    return {code: parts.count(code) / 4 for code in codes if code in parts}


@st.composite
def programme(draw: st.DrawFn, id_: str, country: str) -> Made:
    known = {code: share for codes in CLASSES.values() for code, share in draw(shares(codes)).items()}
    areas = [area for area in AREAS if area.startswith(country)]
    return Made(
        id_,
        tuple(draw(st.lists(st.sampled_from(areas), min_size=1, unique=True))),
        national=draw(st.booleans()),
        objectives=tuple(draw(st.sets(st.sampled_from(OBJECTIVES)))),
        objectives_complete=draw(st.booleans()),
        funds=tuple(draw(st.sets(st.sampled_from(FUNDS)))),
        funds_complete=draw(st.booleans()),
        strategies=draw(st.dictionaries(st.sampled_from("ST"), st.sampled_from((0.25, 0.5, 1.0)))),
        known=known,
        categories=draw(shares(CATEGORIES)),
        sectors=tuple(draw(st.sets(st.sampled_from("xy")))),
        km2=draw(st.sampled_from((10.0, 1000.0, 50_000.0))),
    )


@st.composite
def programmes(draw: st.DrawFn) -> list[Made]:
    return [draw(programme(id_, country)) for id_, country in zip("abcd", ("AA", "BB", "BB", "CC"), strict=True)]


links = st.lists(
    st.builds(
        Neighbour,
        st.sampled_from(AREAS),
        st.sampled_from(AREAS),
        st.sampled_from(("land", "point", "sea")),
        st.sampled_from((1.0, 80.0, 150.0)),
    ),
    max_size=6,
)
weights = st.dictionaries(st.sampled_from(POTENTIAL), st.sampled_from((0.0, 0.5, 1.0, 3.0)), min_size=1)


def facts_of(made_: list[Made], neighbours: list[Neighbour]) -> Facts:
    """Facts whose rarities, class weights and chances are those of one edition, whatever is known of a programme."""
    return made(made_, neighbours, rarity=RARITY, weights=WEIGHTS, chance=CHANCE)


@given(programmes(), links)
def test_every_part_is_an_interval_inside_0_and_1(made_: list[Made], neighbours: list[Neighbour]) -> None:
    for part in Matcher(facts_of(made_, neighbours), TABLES).compare(0).parts.values():
        assert (part.low >= -EPSILON).all() and (part.high <= 1 + EPSILON).all()
        assert (part.low <= part.high + EPSILON).all()


@given(programmes(), links, weights, st.data())
def test_a_further_fact_in_common_never_lowers_the_low_end(
    made_: list[Made], neighbours: list[Neighbour], weights: dict[str, float], data: st.DataObject
) -> None:
    before = Matcher(facts_of(made_, neighbours), TABLES).compare(0)
    name, codes = data.draw(st.sampled_from((("objectives", OBJECTIVES), ("funds", FUNDS))))
    code = data.draw(st.sampled_from(codes))
    changed = list(made_)
    for row in (0, 1):
        changed[row] = replace(made_[row], **{name: tuple({*getattr(made_[row], name), code})})
    after = Matcher(facts_of(changed, neighbours), TABLES).compare(0)
    assert score(after.parts, weights).low[1] >= score(before.parts, weights).low[1] - EPSILON


def learned(data: st.DataObject, one: Made) -> Made:
    """The same programme, of which more is known."""
    known = dict(one.known)
    for codes in CLASSES.values():
        missing = 1.0 - sum(known.get(code, 0.0) for code in codes)
        if missing > 0 and data.draw(st.booleans()):
            code = data.draw(st.sampled_from(codes))
            known[code] = known.get(code, 0.0) + missing
    categories = dict(one.categories)
    missing = 1.0 - sum(categories.values())
    if missing > 0 and data.draw(st.booleans()):
        code = data.draw(st.sampled_from(CATEGORIES))
        categories[code] = categories.get(code, 0.0) + missing
    more: dict[str, object] = {"known": known, "categories": categories}
    for name, codes in (("objectives", OBJECTIVES), ("funds", FUNDS)):
        if not getattr(one, f"{name}_complete"):
            further = data.draw(st.sets(st.sampled_from(codes)))
            more[name] = tuple({*getattr(one, name), *further})
            more[f"{name}_complete"] = data.draw(st.booleans())
    return replace(one, **more)  # type: ignore[arg-type]


@given(programmes(), links, weights, st.data())
def test_knowing_more_never_widens_an_interval(
    made_: list[Made], neighbours: list[Neighbour], weights: dict[str, float], data: st.DataObject
) -> None:
    before = Matcher(facts_of(made_, neighbours), TABLES).compare(0)
    after = Matcher(facts_of([learned(data, one) for one in made_], neighbours), TABLES).compare(0)
    pairs = [(before.parts[name], after.parts[name]) for name in before.parts]
    pairs.append((score(before.parts, weights), score(after.parts, weights)))
    for old, new in pairs:
        assert old.applies == new.applies, "whether a part applies does not depend on what may be unknown"
        assert (new.low >= old.low - EPSILON).all()
        assert (new.high <= old.high + EPSILON).all()


@given(programmes(), links, weights)
def test_the_denominator_is_the_same_for_all_partners(
    made_: list[Made], neighbours: list[Neighbour], weights: dict[str, float]
) -> None:
    parts = Matcher(facts_of(made_, neighbours), TABLES).compare(0).parts
    scored = score(parts, weights)
    total = sum(weight for name, weight in weights.items() if parts[name].applies)
    if total:
        summed = sum(weight * parts[name].low for name, weight in weights.items() if parts[name].applies)
        np.testing.assert_allclose(scored.low * total, summed, atol=1e-9)
    else:
        assert (scored.low == 0).all() and (scored.high == 1).all(), "nothing is known where nothing applies"


@given(programmes(), links)
def test_what_is_the_same_from_both_sides_is_symmetric(made_: list[Made], neighbours: list[Neighbour]) -> None:
    matcher = Matcher(facts_of(made_, neighbours), TABLES)
    for name in ("theme", "strategies", "structure", "complement"):
        there = [matcher.compare(row).parts[name] for row in range(len(made_))]
        low = np.array([part.low for part in there])
        np.testing.assert_allclose(low, low.T, atol=1e-9)


@given(programmes(), links, st.permutations(range(4)))
def test_the_order_of_programmes_changes_no_score(
    made_: list[Made], neighbours: list[Neighbour], order: list[int]
) -> None:
    matcher = Matcher(facts_of(made_, neighbours), TABLES)
    other = Matcher(facts_of([made_[place] for place in order], neighbours), TABLES)
    wish = matcher.wish(per_country=4, per_area=4)
    found = {matcher.facts.ids[p.row]: (p.low, p.high, p.tier) for p in matcher.partners(0, wish).found}
    again = {other.facts.ids[p.row]: (p.low, p.high, p.tier) for p in other.partners(order.index(0), wish).found}
    assert found.keys() == again.keys()
    for id_, (low, high, tier) in found.items():
        assert abs(low - again[id_][0]) < EPSILON and abs(high - again[id_][1]) < EPSILON and tier == again[id_][2]


@given(programmes(), links, st.integers(1, 3), st.integers(1, 3))
def test_partners_are_in_order_and_no_more_of_a_country_than_asked_for(
    made_: list[Made], neighbours: list[Neighbour], per_country: int, per_area: int
) -> None:
    matcher = Matcher(facts_of(made_, neighbours), TABLES)
    answer = matcher.partners(0, matcher.wish(per_country=per_country, per_area=per_area))
    upper = TABLES.numbers["order_upper"]
    values = [p.low + upper * (p.high - p.low) for p in answer.found]
    assert all(a >= b - 1e-8 for a, b in itertools.pairwise(values))
    countries = [matcher.facts.country[p.row] for p in answer.found]
    assert all(countries.count(country) <= per_country for country in countries)
    areas = [matcher.facts.same_area[p.row] for p in answer.found]
    assert all(areas.count(area) <= per_area for area in areas)
    compared = matcher.compare(0)
    np.testing.assert_allclose(
        order_of(score(compared.parts, TABLES.presets["default"]), upper)[[p.row for p in answer.found]],
        values,
        atol=1e-9,
    )
