"""Measures of a formula over all programmes, so that a change is judged by all of them and not by the two at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .gates import OPEN
from .matcher import Matcher, Partners, Wish
from .score import order_of, score

#: How many partners are looked at.
FIRST = 8
#: A national programme of at least so many NUTS III areas is a large one.
LARGE = 20
#: Every so-manieth programme is kept out while the formula is tuned, and looked at last.
KEPT_OUT = 5
#: Halved and doubled, to see how many of the first partners stay.
_FACTORS = (0.5, 2.0)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    :param target: what it should be, in words; empty where there is no target
    """

    name: str
    value: float
    target: str = ""


def kept_out(matcher: Matcher) -> np.ndarray:
    """The programmes that are kept out while tuning: every fifth, by CCI."""
    out: np.ndarray = np.arange(len(matcher.facts)) % KEPT_OUT == 0
    return out


def measures(matcher: Matcher, askers: Sequence[int], weights: Mapping[str, float]) -> Iterator[Measure]:
    """The measures over some askers.

    :param askers: rows; those for technical assistance or food aid should not be among them
    """
    facts = matcher.facts
    wish = matcher.wish(weights=weights, limit=FIRST)
    answers = {asker: matcher.partners(asker, wish) for asker in askers}
    regional = [asker for asker in askers if not facts.national[asker]]
    shown = [(asker, partner) for asker, answer in answers.items() for partner in answer.found]
    bordering = [asker for asker in regional if _has_neighbour(matcher, asker, by_sea=False)]
    facing = [a for a in regional if a not in set(bordering) and _has_neighbour(matcher, a, by_sea=True)]
    met = [any(p.reasons.border and p.reasons.border.land for p in answers[a].found) for a in bordering]
    yield Measure("a land neighbour among the first eight of regional askers that have one", _share(met), "95 %")
    met = [any(p.reasons.border for p in answers[asker].found) for asker in facing]
    yield Measure("a neighbour by sea among the first eight of regional askers that have no other", _share(met))
    yield Measure(
        "technical or food aid among the first eight",
        _share(bool(facts.technical[p.row] or facts.food_aid[p.row] != facts.food_aid[a]) for a, p in shown),
        "0 %",
    )
    yield Measure("no known shared fund among the first eight", _share(not p.reasons.funds for _, p in shown), "1 %")
    yield Measure(
        "  of that, for askers of which a fund is known",
        _share(not p.reasons.funds for a, p in shown if facts.funds.stated[a].any()),
    )
    large = facts.national & (facts.covers.counts >= LARGE)
    yield Measure(
        "large national programmes among the first eight of regional askers",
        _share(bool(large[p.row]) for a, p in shown if a in set(regional)),
        "8 %",
    )
    regions = np.isin(facts.country, facts.country[~facts.national & ~facts.technical])
    yield Measure(
        "  of that, of countries that have regional ones",
        _share(bool(large[p.row] and regions[p.row]) for a, p in shown if a in set(regional)),
    )
    yield Measure("ties at the cut", _share(_tied(matcher, asker, weights, 3) for asker in askers), "8 %")
    yield Measure("  of that, to nine decimals", _share(_tied(matcher, asker, weights, 9) for asker in askers))
    yield Measure("documentation bias (correlation of rank and facts)", _bias(matcher, askers, weights), "|ρ| ≤ 0.1")
    yield Measure("mean width of the interval", float(np.mean([p.high - p.low for _, p in shown])) if shown else 0.0)
    yield Measure(
        "first eight that stay when a weight is halved or doubled", _stability(matcher, answers, wish, weights)
    )


def _share(found: object) -> float:
    values = [bool(value) for value in found]  # type: ignore[attr-defined]
    return sum(values) / len(values) if values else 0.0


def _has_neighbour(matcher: Matcher, asker: int, *, by_sea: bool) -> bool:
    """Whether a possible partner has a border with the asker."""
    compared = matcher.compare(asker)
    reached = compared.between.reached if by_sea else compared.between.land
    return bool((reached & (compared.gate == OPEN)).any())


def _tied(matcher: Matcher, asker: int, weights: Mapping[str, float], decimals: int) -> bool:
    """Whether the last that is shown and the first that is not have the same value."""
    answer = matcher.partners(asker, matcher.wish(weights=weights, limit=FIRST + 1))
    if len(answer.found) <= FIRST:
        return False
    last, following = answer.found[FIRST - 1], answer.found[FIRST]
    upper = matcher.tables.numbers["order_upper"]
    values = [p.low + upper * (p.high - p.low) for p in (last, following)]
    return round(values[0], decimals) == round(values[1], decimals)


def documented(matcher: Matcher) -> np.ndarray:
    """How much is documented of each programme: stated objectives, and one each where a fund is known, where all funds
    are, and where all objectives are. How many funds it has is a trait, and no matter of documentation."""
    facts = matcher.facts
    counts: np.ndarray = (
        facts.objectives.stated.sum(axis=1)
        + facts.funds.stated.any(axis=1)
        + facts.funds.complete
        + facts.objectives.complete
    )
    return counts.astype(float)


def _bias(matcher: Matcher, askers: Sequence[int], weights: Mapping[str, float]) -> float:
    """Mean rank correlation of the order with how much is documented, among those that pass the gates."""
    facts, found = matcher.facts, []
    known = documented(matcher)
    for asker in askers:
        compared = matcher.compare(asker)
        rows = np.flatnonzero(compared.gate == OPEN)
        value = order_of(score(compared.parts, weights), matcher.tables.numbers["order_upper"])
        if len(rows) > 2 and len(set(known[rows])) > 1:
            found.append(np.corrcoef(_ranks(value[rows]), _ranks(known[rows]))[0, 1])
    return float(np.nanmean(found)) if found and len(facts) else 0.0


def _ranks(values: np.ndarray) -> np.ndarray:
    """Ranks, equal values sharing the middle of theirs (Spearman)."""
    _, inverse, counts = np.unique(np.round(values, 9), return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    ranks: np.ndarray = (ends - (counts - 1) / 2.0)[inverse]
    return ranks


def _stability(matcher: Matcher, answers: Mapping[int, Partners], wish: Wish, weights: Mapping[str, float]) -> float:
    shares = []
    for part, weight in weights.items():
        for factor in _FACTORS if weight else ():
            changed = matcher.wish(weights={**weights, part: weight * factor}, limit=wish.limit)
            for asker, answer in answers.items():
                before = {partner.row for partner in answer.found}
                after = {partner.row for partner in matcher.partners(asker, changed).found}
                if before:
                    shares.append(len(before & after) / len(before))
    return float(np.mean(shares)) if shares else 1.0


#: The kinds of programme whose first ten are printed: each is told by a rule, so that it is found in any edition.
def examples(matcher: Matcher) -> list[int]:
    """Up to eight programmes of different kinds: by land, by sea, inland, island, outermost, national of one fund …"""
    facts = matcher.facts
    codes = facts.territories.codes
    outermost = facts.territories.known[:, codes.index("OUTERMOST")] if "OUTERMOST" in codes else np.zeros(len(facts))
    usual = ~facts.technical & ~facts.food_aid
    several = facts.funds.stated.sum(axis=1) > 1
    documented_ = documented(matcher)
    reaches = [matcher.compare(row).between if usual[row] else None for row in range(len(facts))]
    land = np.array([bool(r is not None and r.land.any()) for r in reaches])
    sea = np.array([bool(r is not None and r.reached.any() and not r.land.any()) for r in reaches])
    island = facts.typologies[-1].known[:, 0] > 0.5
    rules = (
        usual & ~facts.national & sea & ~island,
        usual & ~facts.national & sea & island,
        usual & ~facts.national & land & several,
        usual & ~facts.national & land & ~several,
        usual & ~facts.national & island & ~sea & (outermost == 0),
        usual & (outermost > 0),
        usual & facts.national & ~several & (facts.covers.counts >= LARGE),
        usual & facts.national & several,
    )
    chosen: list[int] = []
    for rule in rules:
        rows = [row for row in np.flatnonzero(rule).tolist() if row not in chosen]
        chosen += sorted(rows, key=lambda row: (-documented_[row], facts.ids[row]))[:1]
    return chosen


def askers_of(matcher: Matcher) -> list[int]:
    """The programmes that look for partners: all but those for technical assistance and food aid."""
    return np.flatnonzero(~matcher.facts.technical & ~matcher.facts.food_aid).tolist()
