"""What a client needs to offer the comparison of partners: its parts, presets, orders and tiers."""

from __future__ import annotations

from typing import Any

from ..matching.matcher import Order
from ..matching.tables import DEFAULT, Tables
from ..model.partner_need import NEED
from ..model.partner_parts import PARTS
from ..model.partners import ORDERS, PARTNERS, PRESETS
from ..store.codelists import CodeLists
from .partner_request import LARGEST_WEIGHT, MOST, USUAL
from .partner_request import ORDERS as SORTABLE
from .schema import Nulls, feature_schema

#: Member of the schema of partners that describes the comparison.
COMPARISON = "x-atlas-comparison"


def partner_schema(tables: Tables, codelists: CodeLists, uri: str, nulls: Nulls = Nulls.ALLOWED) -> dict[str, Any]:
    """The schema of the properties of a partner, and how partners are compared.

    :param uri: address of the schema without query
    """
    return {**feature_schema(PARTNERS, codelists, uri, nulls), COMPARISON: described_comparison(tables)}


def described_comparison(tables: Tables) -> dict[str, Any]:
    """How partners are compared.

    ``parts``: those of an answer, in order; ``basis`` tells which of them make the score. ``presets``: the weights of
    each; a part that is not named has none. ``need``: the parameters of a described need. ``orders``: values of
    ``sortby``. ``tiers``: the best first. ``defaults``: parameters that are not given.
    """
    return {
        "parts": [
            {"name": part.name, "title": part.title, "description": part.description, "basis": part.basis.value}
            for part in PARTS.values()
        ],
        "presets": [
            {"name": name, "title": PRESETS.get(name, name), "weights": dict(weights)}
            for name, weights in tables.presets.items()
        ],
        "need": [
            {
                "name": parameter.name,
                "title": parameter.title,
                "description": parameter.description,
                "codelist": parameter.codelist,
                "several": parameter.several,
                "beside_programme": parameter.beside,
            }
            for parameter in NEED.values()
        ],
        "orders": [{"name": name, "title": ORDERS[name]} for name in SORTABLE],
        "tiers": [
            {"name": tier.name, "title": tier.name.replace("_", " "), "least": tier.least, "known": tier.known}
            for tier in tables.tiers
        ],
        "defaults": {
            "preset": DEFAULT,
            "sortby": Order.SCORE.value,
            "limit": USUAL,
            "per_country": int(tables.numbers["per_country"]),
            "per_area": int(tables.numbers["per_area"]),
        },
        "most": {"weight": LARGEST_WEIGHT, "limit": MOST, "per_country": MOST, "per_area": MOST},
    }
