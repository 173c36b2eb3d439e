"""Partners in the API definition: parameters and schemas."""

from __future__ import annotations

from typing import Any

from ..matching.matcher import Order
from ..matching.tables import DEFAULT
from ..model.collections import PROGRAMMES
from ..model.partner_need import NEED, NeedParameter
from ..model.partners import PARTNERS
from ..store.contract import Store
from . import openapi_answers as answers
from . import openapi_parameters as declare
from .openapi_texts import message
from .parameters import LABELS
from .partner_request import MOST, ORDERS, PROGRAMME, SEEKS, USUAL

_TEXT = {"type": "string", "minLength": 1}
#: How parts are weighted.
WEIGHING = (
    declare.single("preset", "A set of weights by its name.", {**_TEXT, "default": DEFAULT}),
    declare.listed(
        "weights",
        "Weights of the parts, such as `theme:3,border:1`; a part that is not named has none.",
        {"type": "array", "items": _TEXT, "minItems": 1, "example": ["theme:3", "border:1"]},
    ),
)


def parameters_of_partners(store: Store, formats: tuple[str, ...]) -> list[dict[str, Any]]:
    """The parameters of the list of partners: its own, and the filters on candidates.

    :param formats: the values of ``f``
    """
    count = {"type": "integer", "minimum": 1, "maximum": MOST}
    orders = {"type": "string", "enum": list(ORDERS), "default": str(Order.SCORE)}
    return [
        declare.single(PROGRAMME, "CCI of the programme that seeks partners. Or describe a need.", _TEXT),
        declare.single(
            SEEKS,
            "CCI of a programme, or code of a country: finds the programmes that seek one like it, or partners there.",
            _TEXT,
        ),
        *needs(store),
        *WEIGHING,
        declare.single("per_country", "Maximum number of partners from one country.", count),
        declare.single("per_area", "Maximum number of partners with the same area.", count),
        declare.single("limit", "Maximum number of partners.", {**count, "default": USUAL}),
        declare.single(
            "sortby", "What comes first: the best known fit, the best possible one, or unusual partners.", orders
        ),
        declare.format_(*formats),
        declare.property_lists(PARTNERS)[0],
        *candidates(store),
    ]


def needs(store: Store) -> list[dict[str, Any]]:
    """The parameters of a described need."""
    return [_of_need(parameter, store) for parameter in NEED.values()]


def candidates(store: Store) -> list[dict[str, Any]]:
    """The filters on candidates, and the parameters that every list of features has."""
    shared = ("q", "bbox", "bbox-crs", "filter", "filter-lang", "filter-crs", "include", "crs", "skipGeometry", LABELS)
    return [
        *(declare.ref(name) for name in ("lang", "exclude", *shared)),
        *(declared for declared in declare.filters(PROGRAMMES, store) if declared["name"] != PROGRAMME),
    ]


def _of_need(parameter: NeedParameter, store: Store) -> dict[str, Any]:
    """The declaration of a parameter of a described need."""
    schema = (
        {"type": "string", "enum": list(store.codelists[parameter.codelist].codes)} if parameter.codelist else _TEXT
    )
    if not parameter.several:
        return declare.single(parameter.name, parameter.description, schema)
    return declare.listed(parameter.name, parameter.description, {"type": "array", "items": schema, "minItems": 1})


def schemas_of_partners(store: Store) -> dict[str, Any]:
    """The schemas of the list of partners and of a pair."""
    return {**answers.feature_schemas(store, [PARTNERS]), "PartnerPair": pair_schema()}


def pair_schema() -> dict[str, Any]:
    """The schema of one pair in full."""
    text, share = {"type": "string"}, {"type": "number", "minimum": 0, "maximum": 1, "nullable": True}
    sentences = {"type": "array", "items": text}
    part = {
        "type": "object",
        "required": ["name", "basis", "applies", "low", "high", "weight", "for_you", "for_them"],
        "properties": {
            **dict.fromkeys(("name", "title", "description"), text),
            "basis": {"type": "string", "enum": ["potential", "declared"]},
            "applies": {"type": "boolean"},
            "low": share,
            "high": share,
            "weight": {"type": "number", "minimum": 0},
            "for_you": sentences,
            "for_them": sentences,
        },
    }
    score = {"low": share, "high": share, "tier": text}
    return {
        "type": "object",
        "required": ["programmes", "period", "gate", "score", "parts", "facts", "links"],
        "properties": {
            "programmes": {"type": "array", "items": {"type": "object"}, "minItems": 2, "maxItems": 2},
            "period": text,
            "gate": {"type": "object", "nullable": True, "properties": {"code": text, "reason": text}},
            "score": {"type": "object", "properties": score},
            "parts": {"type": "array", "items": part},
            "facts": {"type": "object"},
            "links": {"type": "array", "items": {"type": "object"}},
        },
    }


PAIR_SUMMARY = message("Two programmes compared: every part, and the reasons for both sides")
