"""Who asks for partners: the programme, need or country of a request among the facts of an edition."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..matching.asker import Asker, described, narrowed, programme
from ..matching.matcher import Matcher, Order, Wish
from ..matching.need import Need
from ..model.errors import InvalidValue, nearest
from ..ogc.parameter_names import parameters_named
from ..ogc.partner_request import PROGRAMME, PartnersRequest
from ..ogc.search import chosen_query
from ..store.budget import Budget
from .service import ServedEdition

#: The parameters of a need that are about an edition, for error messages.
_REGIONS, _PERIOD = "need_nuts3", "need_period"
#: Most parts of an area that a message names.
_MOST_PARTS = 5


def asker_of(view: ServedEdition, parsed: PartnersRequest, budget: Budget | None) -> tuple[Matcher, Asker]:
    """The matcher of the period in question, and who asks.

    :raises InvalidValue: for a programme, region or period that the edition does not have, and for an order that needs
        an area where none is given
    :raises OverBudget: where reading the facts costs more than ``budget``
    """
    if parsed.programme is None:
        return _described(view, parsed, budget)
    cci = parsed.programme
    matcher = view.partners.matcher(view.partners.period_named(cci, parsed.asked_as), budget)
    row = matcher.facts.row_of[cci]
    if parsed.need is None:
        return matcher, programme(matcher.facts, row)
    for code in parsed.need.regions:
        areas = _areas(view, matcher, code)
        if not len(np.intersect1d(areas, matcher.facts.covers.row(row))):
            parts = [region for region, _ in matcher.facts.regions_of[row][:_MOST_PARTS]]
            raise InvalidValue(_REGIONS, f"'{code}' is no part of the area of the programme '{cci}'.", parts)
    return matcher, narrowed(matcher.facts, row, parsed.need)


def _described(view: ServedEdition, parsed: PartnersRequest, budget: Budget | None) -> tuple[Matcher, Asker]:
    offered = sorted(set(view.partners.periods.values()))
    if parsed.period not in offered:
        raise InvalidValue(_PERIOD, f"there are no programmes with areas of {parsed.period}.", offered)
    matcher, need = view.partners.matcher(parsed.period, budget), parsed.need or Need()
    for code in need.regions:
        _areas(view, matcher, code)
    asker = described(matcher.facts, need)
    if parsed.order is Order.UNUSUAL and not asker.is_placed:
        reason = f"unusual partners are far from your area: give {_REGIONS}, or {PROGRAMME}."
        raise InvalidValue("sortby", reason)
    return matcher, asker


def _areas(view: ServedEdition, matcher: Matcher, code: str) -> np.ndarray:
    """The areas of a region.

    :raises InvalidValue: naming the nearest codes
    """
    facts = matcher.facts
    areas = facts.areas_in(code) if len(code) > 1 else np.zeros(0, dtype=np.int64)
    if not len(areas):
        called = view.store.codelists["countries"].called(code[:2])
        alike = [country + code[2:] for country in called if len(facts.areas_in(country + code[2:]))]
        reason = f"'{code}' is not a NUTS code of the areas of {facts.period}."
        raise InvalidValue(_REGIONS, reason, alike or nearest(code, facts.areas))
    return areas


def candidates_of(
    view: ServedEdition, parsed: PartnersRequest, matcher: Matcher, budget: Budget | None
) -> np.ndarray | None:
    """Whether each programme may be a partner by the search among the candidates; ``None`` where there is none."""
    with parameters_named():
        query = chosen_query(view.store, parsed.candidates, parsed.alternatives)
        if not query.is_selective:
            return None
        found = view.store.search(replace(query, limit=len(view.partners.periods)), budget).ids
    rows = matcher.facts.row_of
    candidates = np.zeros(len(matcher.facts), dtype=bool)
    candidates[[rows[id_] for id_ in found if id_ in rows]] = True
    return candidates


def wish_of(view: ServedEdition, parsed: PartnersRequest, matcher: Matcher, budget: Budget | None) -> Wish:
    """What is asked for beside who asks.

    :raises OverBudget: where the search among the candidates costs more than ``budget``
    """
    return Wish(
        weights=parsed.weights,
        order=parsed.order,
        scope=parsed.need.scope if parsed.need else None,
        per_country=parsed.per_country,
        per_area=parsed.per_area,
        limit=parsed.limit,
        candidates=candidates_of(view, parsed, matcher, budget),
    )
