"""The consortia of a request: who may be a member, and the best sets of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..matching.asker import Asker
from ..matching.consortia.model import EASIER, SECONDS, Candidates
from ..matching.consortia.rules import GATES, Rule, Terms
from ..matching.consortia.search import Consortia, consortia
from ..matching.gates import OPEN, Gate
from ..matching.interval import Interval
from ..matching.matcher import Comparison, Matcher
from ..matching.score import order_of, score
from ..matching.search import pay_comparison, pay_reasons
from ..model.errors import InvalidValue
from ..ogc.consortium_request import WITH, WITHOUT, ConsortiumRequest
from ..store.budget import STEPS_A_SECOND, Budget
from .partner_asker import asker_of, candidates_of
from .service import ServedEdition


@dataclass(frozen=True)
class Found:
    """The consortia of a request.

    :param compared: every programme with whoever asks
    :param scored: the same as one number each
    :param answer: ``None`` where no rules are given
    :param among: how the partners of each set fit each other: the mean over all pairs, in both directions, as far as is
        known and as it may be; ``None`` for a set with less than two partners
    """

    matcher: Matcher
    asker: Asker
    compared: Comparison
    scored: Interval
    answer: Consortia | None
    among: Sequence[tuple[float, float] | None] = ()

    @property
    def categories(self) -> list[str]:
        """The categories of region that areas have: some codes of the list are allocations, which none has."""
        of_areas = self.matcher.facts.places.categories
        return [code for code, has in zip(of_areas.codes, of_areas.of_area.any(axis=0), strict=True) if has]


def found_consortia(view: ServedEdition, parsed: ConsortiumRequest, budget: Budget | None) -> Found:
    """The consortia of a request.

    :raises InvalidValue: for programmes that the edition does not have, or of another period, and for rules that
        contradict each other
    :raises OverBudget: where that costs more than ``budget``
    """
    matcher, asker = asker_of(view, parsed.partners, budget)
    given = [_row(view, matcher, cci, WITH) for cci in parsed.given]
    without = [_row(view, matcher, cci, WITHOUT) for cci in parsed.without]
    pay_comparison(matcher, 0, budget, asker)
    scope = parsed.partners.need.scope if parsed.partners.need else None
    compared = matcher.compare(asker, scope)
    scored = score(compared.parts, parsed.partners.weights)
    terms, facts = parsed.terms, matcher.facts
    found = Found(matcher, asker, compared, scored, None)
    if terms is None:
        return found
    for term in terms.of(Rule.CATEGORIES, Rule.COORDINATOR):
        for code in term.codes:
            if code not in found.categories:
                instead = "" if found.categories else " No category is known there: leave it out."
                reason = f"no area of {facts.period} has the category '{code}'.{instead}"
                raise InvalidValue(term.rule, reason, found.categories)
    fixed = [*given, *((asker.row,) if asker.row is not None else ())]
    terms.check({facts.ids[row]: facts.countries[facts.country[row]] for row in fixed})
    let_in = np.isin(compared.gate, (OPEN, Gate.SCOPE))
    let_in[fixed] = True
    let_in[without] = False
    rows = np.flatnonzero(let_in)
    open_ = {Rule.SCOPE: compared.gate != Gate.SCOPE}
    chosen = candidates_of(view, parsed.partners, matcher, budget)
    open_[Rule.FILTERS] = np.ones(len(facts), dtype=bool) if chosen is None else chosen.copy()
    for mask in open_.values():
        mask[fixed] = True  # whoever is given is a member, whatever it is
    value = order_of(scored, matcher.tables.numbers["order_upper"])
    candidates = Candidates(rows, value[rows], {rule: open_[rule][rows] for rule in GATES}, asker.row)
    answer = consortia(facts, candidates, terms, parsed.sets, parsed.differ, _paying(terms, budget))
    pay_reasons(len({row for one in answer.sets for row in one.partners}), "members", budget, "sets")
    among = _among(matcher, answer, parsed.partners.weights, budget)
    return replace(found, answer=answer, among=among)


def _among(
    matcher: Matcher, answer: Consortia, weights: Mapping[str, float], budget: Budget | None
) -> list[tuple[float, float] | None]:
    """How the partners of each set fit each other. It chooses no set: partners of one programme mostly do."""
    scored: dict[int, Interval] = {}
    for row in sorted({row for one in answer.sets for row in one.partners}):
        pay_comparison(matcher, 0, budget)
        scored[row] = score(matcher.compare(row).parts, weights)
    found: list[tuple[float, float] | None] = []
    for one in answer.sets:
        pairs = [(a, b) for a in one.partners for b in one.partners if a != b]
        low, high = (sum(float(getattr(scored[a], end)[b]) for a, b in pairs) for end in ("low", "high"))
        found.append((low / len(pairs), high / len(pairs)) if pairs else None)
    return found


def _row(view: ServedEdition, matcher: Matcher, cci: str, place: str) -> int:
    facts = matcher.facts
    if cci not in facts.row_of:
        period = view.partners.period_named(cci, place)
        reason = f"'{cci}' belongs to {period}; name a programme of {facts.period}, among which partners are sought."
        raise InvalidValue(place, reason)
    return facts.row_of[cci]


def _paying(terms: Terms, budget: Budget | None) -> Callable[[Callable[[], Any]], Any]:
    """Pays for each solution: its time is known only when it is there."""
    if budget is None:
        return lambda work: work()
    what = f"looking for sets of {terms.most} members"
    return lambda work: budget.pay(SECONDS * STEPS_A_SECOND, what, work, Rule.PARTNERS, EASIER)
