"""Requests for windows, read strictly from their query parameters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..model.calendar import today_in_brussels
from ..model.calls import CALLS
from ..model.collections import COOPERATION
from ..model.criteria import criteria_of
from ..model.errors import InvalidValue
from ..store.query import Query
from .parameter_values import boolean, interval_of, whole
from .parameters import LABELS, Parameters, excluded, unique
from .query_parameters import query_of
from .requests import Alternatives, ItemsRequest, alternatives_of, shown_properties

#: The parameter that names the programme whose entries are open together with those of others, and the one that names
#: the other programme.
PROGRAMME, PARTNER = "programme", "partner"
#: Parameters of the windows beside the filters on entries, and the filters beside criteria and properties.
OWN = ("f", "lang", "exclude", PROGRAMME, PARTNER, "datetime", "limit", "properties", LABELS)
SEARCHES = ("q", "bbox", "bbox-crs", "filter", "filter-lang", "filter-crs", "include")
#: Most windows of one answer, which is also what there is where nothing is said: a calendar is read whole.
MOST = 1000


@dataclass(frozen=True)
class CallsRequest:
    """A request for windows.

    :param programme: CCI of the programme whose entries must be open, too; ``None`` for the windows of all entries
    :param partner: CCI of the only programme whose entries are looked at beside these
    :param interval: first and last day of interest
    :param today: the present day
    :param entries: the search that the entries of others must meet
    """

    programme: str | None
    partner: str | None
    interval: tuple[str | None, str | None]
    today: date
    limit: int
    entries: Query
    alternatives: Alternatives
    shown: ItemsRequest


def filters_of_entries() -> tuple[str, ...]:
    """The names of the filters on entries; ``programme`` names who asks."""
    criteria = (name for name in criteria_of(COOPERATION) if name != PROGRAMME)
    return tuple(dict.fromkeys((*SEARCHES, *criteria, *(f.name for f in COOPERATION.stored))))


def parse_calls(given: Parameters, today: date | None = None) -> CallsRequest:
    """The request for windows.

    :raises InvalidValue: for anything that is not understood
    """
    parameters = unique(given, (*OWN, *filters_of_entries()), "'/calls'")
    excluded(parameters)
    for name in (PROGRAMME, PARTNER):
        if parameters.get(name) == "":
            raise InvalidValue(name, "is empty: it takes the CCI of a programme.")
    if PARTNER in parameters and PROGRAMME not in parameters:
        reason = "is given without programme; the windows of one programme are those with cci=…"
        raise InvalidValue(PARTNER, reason)
    today = today or today_in_brussels()
    filters = {name: text for name, text in parameters.items() if name not in OWN}
    query = query_of(COOPERATION, filters, None, today)
    asked = interval_of(parameters["datetime"]) if "datetime" in parameters else (today.isoformat(), None)
    return CallsRequest(
        programme=parameters.get(PROGRAMME),
        partner=parameters.get(PARTNER),
        interval=asked,
        today=today,
        limit=whole("limit", parameters.get("limit", str(MOST)), 1, MOST),
        entries=query,
        alternatives=alternatives_of(COOPERATION, filters),
        shown=ItemsRequest(
            query=replace(Query(CALLS.id), include_unknown=query.include_unknown),
            properties=shown_properties(CALLS, parameters.get("properties")),
            skip_geometry=True,
            labels=boolean(LABELS, parameters.get(LABELS, "false")),
        ),
    )
