"""A described need, read strictly from query parameters."""

from __future__ import annotations

from collections.abc import Mapping

from ..matching.need import Need
from ..model.errors import InvalidValue
from ..model.partner_need import NEED, NeedParameter
from ..model.periods import CURRENT_PERIOD
from ..store.codelists import CodeLists
from .parameter_values import MAXIMUM_TEXTS, split

#: Those that say what the partnership is about.
_TOPIC, _OBJECTIVE = "need_topic", "need_objective"
#: The parameter that says of which period programmes are sought.
_PERIOD = "need_period"


def need_of(parameters: Mapping[str, str], codelists: CodeLists, programme: str | None) -> Need | None:
    """The need that is described; ``None`` where nothing is said of one.

    :param programme: the parameter that names a programme, where one is given
    :raises InvalidValue: for a value that is not understood, or that a programme says itself
    """
    given = {name: _values(NEED[name], parameters[name], codelists) for name in NEED if name in parameters}
    if programme is not None:
        for name in given:
            if not NEED[name].beside:
                raise InvalidValue(name, f"is given beside {programme}, which says it.")
    values = {NEED[name].part: found for name, found in given.items() if name != _PERIOD}
    if not values:
        if _PERIOD in given:
            others = ", ".join(name for name in NEED if name != _PERIOD)
            raise InvalidValue(_PERIOD, f"is given without a need. Describe one by {others}.")
        return None
    return Need(
        topics=values.get("topic", ()),
        objectives=values.get("objective", ()),
        regions=values.get("nuts3", ()),
        countries=values.get("country", ()),
        scope=next(iter(values.get("scope", ())), None),
        partner_types=values.get("partner_type", ()),
        kind=next(iter(values.get("kind", ())), None),
    )


def period_of(parameters: Mapping[str, str]) -> str:
    """The period of the programmes that a need without a programme seeks. It has been checked with the need."""
    return parameters.get(_PERIOD, CURRENT_PERIOD.code)


def _values(parameter: NeedParameter, text: str, codelists: CodeLists) -> tuple[str, ...]:
    values = split(parameter.name, text)
    if len(values) > 1 and not parameter.several:
        raise InvalidValue(parameter.name, f"has {len(values)} values; it takes one.")
    if len(values) > MAXIMUM_TEXTS:
        raise InvalidValue(parameter.name, f"has {len(values)} values; the limit is {MAXIMUM_TEXTS}.")
    if parameter.codelist is None:
        return tuple(values)
    codes = codelists.list(parameter.codelist)
    for value in values:
        if parameter.name == _TOPIC and value not in codes and value in codelists.list("objectives"):
            raise InvalidValue(_TOPIC, f"'{value}' is an objective, not a topic. Ask for {_OBJECTIVE}={value}.")
        codes.check(value, parameter.name)
    return tuple(values)
