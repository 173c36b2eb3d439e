"""Requests for partners, read strictly from their query parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..matching.matcher import Order
from ..matching.need import Need
from ..matching.tables import DEFAULT, Tables
from ..model.collections import PROGRAMMES
from ..model.criteria import criteria_of
from ..model.errors import InvalidValue, nearest
from ..model.partner_need import NEED
from ..model.partner_parts import PARTS, POTENTIAL
from ..model.partners import PARTNERS
from ..store.codelists import CodeLists
from ..store.crs import CRS84, offered
from ..store.query import Query
from .parameter_values import boolean, choice, number, split, whole
from .parameters import LABELS, Parameters, excluded, unique
from .partner_need import need_of, period_of
from .query_parameters import query_of
from .requests import Alternatives, ItemsRequest, alternatives_of, shown_properties

#: The parameter that names the programme for which partners are sought.
PROGRAMME = "programme"
#: The parameter that asks the other way round: who seeks one like this programme, or one of this country.
SEEKS = "seeks"
#: ``PartnersRequest.asked_as`` of a described need.
ASKED_BY_NEED = "need"
#: The part of a need that can be asked beside ``SEEKS``, and the greatest length of what can be a country there.
_SCOPE, _LONGEST_COUNTRY = "need_scope", 3
#: The parameter that names a preset of the weights.
PRESET = "preset"
#: Parameters that say how partners are compared.
WEIGHING = ("weights", PRESET)
#: Parameters of the list of partners, beside the filters.
OWN = (
    "f", "lang", "exclude", PROGRAMME, SEEKS, *NEED, *WEIGHING, "per_country", "per_area", "limit", "sortby", "crs",
    "properties", "skipGeometry", LABELS,
)  # fmt: skip
#: Filters on the candidates beside the criteria and properties of programmes.
_SEARCHES = ("q", "bbox", "bbox-crs", "filter", "filter-lang", "filter-crs", "include")
#: Most partners of one answer, of one country, and of one area; and how many there are where nothing is said.
MOST, USUAL = 100, 10
#: Largest weight.
LARGEST_WEIGHT = 1000


@dataclass(frozen=True)
class PartnersRequest:
    """A request for the partners of a programme, or for those of a need.

    :param programme: CCI of the programme that asks; ``None`` for a need, or a country
    :param asked_as: the parameter that says who asks; ``need`` for a described need
    :param need: what is needed, in place of the programme or beside it
    :param period: of the programmes that are sought where there is no programme
    :param candidates: the search that a partner must meet
    :param shown: how to show partners
    """

    programme: str | None
    asked_as: str
    need: Need | None
    period: str
    weights: Mapping[str, float]
    order: Order
    per_country: int
    per_area: int
    limit: int
    candidates: Query
    alternatives: Alternatives
    shown: ItemsRequest


def filters_of_candidates() -> tuple[str, ...]:
    """The names of the filters on candidates; ``programme`` names who asks."""
    criteria = (name for name in criteria_of(PROGRAMMES) if name != PROGRAMME)
    return tuple(dict.fromkeys((*_SEARCHES, *criteria, *(f.name for f in PROGRAMMES.stored))))


def parse_partners(
    given: Parameters, tables: Tables, codelists: CodeLists, today: date | None = None
) -> PartnersRequest:
    """The request for partners.

    :raises InvalidValue: for anything that is not understood
    """
    parameters = unique(given, (*OWN, *filters_of_candidates()), "'/partners'")
    excluded(parameters)
    programme, asked_as, need = _asker(parameters, codelists)
    filters = {name: text for name, text in parameters.items() if name not in OWN}
    numbers = tables.numbers
    return PartnersRequest(
        programme=programme,
        asked_as=asked_as,
        need=need,
        period=period_of(parameters),
        weights=weights_of(parameters, tables),
        order=_order(parameters),
        per_country=_count(parameters, "per_country", int(numbers["per_country"]) if asked_as != SEEKS else MOST),
        per_area=_count(parameters, "per_area", int(numbers["per_area"]) if asked_as != SEEKS else MOST),
        limit=_count(parameters, "limit", USUAL),
        candidates=query_of(PROGRAMMES, filters, None, today),
        alternatives=alternatives_of(PROGRAMMES, filters),
        shown=ItemsRequest(
            query=Query(PARTNERS.id),
            crs=offered(parameters["crs"], "crs").uri if "crs" in parameters else CRS84,
            properties=shown_properties(PARTNERS, parameters.get("properties")),
            skip_geometry=boolean("skipGeometry", parameters.get("skipGeometry", "false")),
            labels=boolean(LABELS, parameters.get(LABELS, "false")),
        ),
    )


def _asker(parameters: Mapping[str, str], codelists: CodeLists) -> tuple[str | None, str, Need | None]:
    """The programme that asks, the parameter that names it, and the need."""
    if PROGRAMME in parameters and SEEKS in parameters:
        raise InvalidValue(SEEKS, "is given beside programme: one asks who fits it, the other who seeks one like it.")
    name = next((name for name in (PROGRAMME, SEEKS) if name in parameters), None)
    if name is not None and not parameters[name]:
        other = "describe a need without it" if name == PROGRAMME else "the code of a country"
        raise InvalidValue(name, f"is empty: give the CCI of a programme, or {other}.")
    need = need_of(parameters, codelists, name)
    if name == SEEKS:
        return _sought(parameters, codelists, need)
    if name is None and need is None:
        described = ", ".join(NEED)
        raise InvalidValue(
            PROGRAMME, f"is missing: the CCI of the programme that seeks partners. Or describe a need: {described}."
        )
    return (None, ASKED_BY_NEED, need) if name is None else (parameters[name], name, need)


def _sought(
    parameters: Mapping[str, str], codelists: CodeLists, need: Need | None
) -> tuple[str | None, str, Need | None]:
    """Who is sought: a programme, or any programme of a country."""
    if others := [name for name in NEED if name in parameters and name != _SCOPE]:
        instead = "Filters on the programmes that seek have plain names: topic, kind, sought_country."
        raise InvalidValue(others[0], f"is given beside seeks. {instead}")
    value = parameters[SEEKS]
    if len(value) > _LONGEST_COUNTRY:
        return value, SEEKS, need
    country = codelists.list("countries").check(value, SEEKS)
    return None, SEEKS, replace(need or Need(), countries=(country,))


#: What can be asked for by ``sortby``.
ORDERS = tuple(order.value for order in Order if order is not Order.SEEKING)


def _order(parameters: Mapping[str, str]) -> Order:
    if SEEKS not in parameters:
        return Order(choice("sortby", parameters.get("sortby", Order.SCORE), ORDERS))
    if "sortby" in parameters:
        raise InvalidValue("sortby", "is given beside seeks, which has an order of its own.")
    return Order.SEEKING


def _count(parameters: Mapping[str, str], name: str, usual: int) -> int:
    return whole(name, parameters[name], 1, MOST) if name in parameters else usual


def weights_of(parameters: Mapping[str, str], tables: Tables, preset: str = PRESET) -> Mapping[str, float]:
    """The weights that a request asks for: its own, those of a preset, or the usual ones.

    :param preset: the parameter that names a preset
    :raises InvalidValue: for an unknown part or preset, a negative weight, or weights that are all zero
    """
    if "weights" not in parameters:
        name = parameters.get(preset, DEFAULT)
        if name not in tables.presets:
            reason = f"'{name}' is not one of {', '.join(tables.presets)}."
            raise InvalidValue(preset, reason, nearest(name, tables.presets))
        return tables.presets[name]
    if preset in parameters:
        raise InvalidValue("weights", f"is given beside {preset}: one of the two says how parts are weighted.")
    weights: dict[str, float] = {}
    for pair in split("weights", parameters["weights"]):
        name, colon, text = pair.partition(":")
        if name in PARTS and name not in POTENTIAL:
            reason = f"'{name}' is declared by entries: it stands beside the score and is never mixed into it."
            raise InvalidValue("weights", reason, POTENTIAL)
        if name not in POTENTIAL:
            reason = f"'{name}' is no part of the score."
            raise InvalidValue("weights", reason, nearest(name, POTENTIAL) or POTENTIAL)
        if name in weights:
            raise InvalidValue("weights", f"'{name}' has two weights.")
        if not colon:
            raise InvalidValue("weights", f"'{pair}' has no weight; write {name}:2.")
        weights[name] = number("weights", text)
        if not 0 <= weights[name] <= LARGEST_WEIGHT:
            raise InvalidValue("weights", f"'{text}' for '{name}' is not a number from 0 to {LARGEST_WEIGHT}.")
    if not any(weights.values()):
        raise InvalidValue("weights", "are all 0: at least one part must count.")
    return weights
