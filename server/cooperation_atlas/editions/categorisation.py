"""What the categorisation of planned money says of a programme: its dimensions as lists, and planned cooperation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..sources.row import Row
from ..sources.tables import Sources
from .partnership import in_order

#: Dimensions that are properties of programmes.
_PROPERTIES = ("intervention_fields", "territorial_focus", "esf_secondary_themes")


def categories_of_money(sources: Sources, rows: Iterable[Row]) -> dict[str, Any]:
    """The codes of each dimension for which money is planned, and whether cooperation with partners is among it.

    :param rows: the rows of the categorisation of one programme
    """
    codes: dict[str, set[str]] = {}
    for row in rows:
        if row.number_of("eu_amount") != 0 or row.number_of("total_amount") != 0:
            codes.setdefault(row.raw["dimension"], set()).add(row.raw["code"])
    fields = sources.codes["intervention_fields"]
    plans = any(fields[code].values["plans_cooperation"] for code in codes.get("intervention_fields", ()))
    return {
        **{name: in_order(codes.get(name, ()), sources.codes[name]) for name in _PROPERTIES},
        # Presence is a fact; absence says nothing, since money may be planned for it under other fields.
        "plans_cooperation": True if plans else None,
    }
