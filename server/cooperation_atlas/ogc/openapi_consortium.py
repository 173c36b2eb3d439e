"""Consortia in the API definition: parameters and schemas."""

from __future__ import annotations

from typing import Any

from ..matching.consortia.rules import MOST_MEMBERS, MOST_SETS, Rule
from ..matching.tables import Tables
from ..model.consortium import CONSORTIUM
from ..store.contract import Store
from . import openapi_answers as answers
from . import openapi_parameters as declare
from .consortium_request import CATEGORIES, PRESET, USUAL_SETS, WEIGHTS_PRESET, WITH, WITHOUT
from .openapi_partners import WEIGHING, candidates, needs
from .partner_request import PROGRAMME

_TEXT = {"type": "string", "minLength": 1}
_SOME = {"type": "array", "items": _TEXT, "minItems": 1}


def parameters_of_consortium(store: Store, tables: Tables, formats: tuple[str, ...]) -> list[dict[str, Any]]:
    """The parameters of consortia: who asks and the filters on candidates as for partners, and the rules of a set.

    :param formats: the values of ``f``
    """
    count = {"type": "integer", "minimum": 1, "maximum": MOST_MEMBERS}
    members = {**count, "minimum": 2}
    codes = {"type": "array", "items": {"type": "string", "enum": list(store.codelists[CATEGORIES].codes)}}
    weights = {declared["name"]: declared for declared in WEIGHING}
    return [
        declare.single(PROGRAMME, "CCI of the programme that seeks partners: a member of each set.", _TEXT),
        declare.single(
            PRESET, "Rules of a call, by name; check the call.", {"type": "string", "enum": list(tables.calls)}
        ),
        declare.single("partners", "Minimum number of members, the programme included.", members),
        declare.single("partners_most", "Maximum number of members; as many as the rules need by default.", members),
        declare.single("regions", "Minimum number of NUTS 2 regions; each member stands for one of its area.", count),
        declare.single("countries", "Minimum number of countries.", count),
        declare.listed(
            "categories",
            "Minimum number of members by category of region: `LD:1`, or `LD/TR:2` for either of two.",
            {**_SOME, "example": ["LD:1", "MD:1"]},
        ),
        declare.listed("coordinator_category", "Categories of region, one of which a coordinator has.", codes),
        declare.single("covered_by", "Minimum number of members that state each needed topic and objective.", count),
        declare.listed(WITH, "CCIs of programmes that are members.", _SOME),
        declare.listed(WITHOUT, "CCIs of programmes that are not members.", _SOME),
        declare.single("per_country", "Maximum number of members from one country.", count),
        declare.single("per_area", "Maximum number of members with the same area.", count),
        declare.single(
            "sets",
            "Maximum number of sets, best first.",
            {"type": "integer", "minimum": 1, "maximum": MOST_SETS, "default": USUAL_SETS},
        ),
        declare.single(
            "differ", "Number of members in which each set differs from all better ones.", {**count, "default": 1}
        ),
        declare.single(WEIGHTS_PRESET, "A set of weights by its name.", weights["preset"]["schema"]),
        weights["weights"],
        declare.format_(*formats),
        *needs(store),
        *candidates(store),
        declare.property_lists(CONSORTIUM)[0],
    ]


def schemas_of_consortium(store: Store) -> dict[str, Any]:
    """The schema of consortia: a list of features that says more."""
    schemas = answers.feature_schemas(store, [CONSORTIUM])
    text, count, texts = (
        {"type": "string"},
        {"type": "integer", "minimum": 0},
        {"type": "array", "items": {"type": "string"}},
    )
    share = {"type": "number", "minimum": 0, "maximum": 1}
    term: dict[str, Any] = {
        "type": "object",
        "required": ["rule", "kind", "number", "codes", "text"],
        "properties": {
            "rule": {"type": "string", "enum": [rule.value for rule in Rule]},
            "kind": {"type": "string", "enum": ["at_least", "at_most"]},
            "number": count,
            "codes": texts,
            "text": text,
        },
    }
    met = {**term, "properties": {**term["properties"], "has": count, "certain": {"type": "boolean"}}}
    member = {"type": "object", "properties": dict.fromkeys(("cci", "title", "country"), text)}
    one = {
        "type": "object",
        "required": ["members", "score_low", "score_high", "met", "certain", "proven"],
        "properties": {
            "set": count,
            "members": {"type": "array", "items": member},
            "coordinator": {**text, "nullable": True},
            "tier": {**text, "nullable": True},
            **dict.fromkeys(("score_low", "score_high"), share),
            **{key: {**share, "nullable": True} for key in ("among_low", "among_high")},
            **{key: {"type": "number", "minimum": 0} for key in ("total_low", "total_high")},
            "countries": count,
            "regions": {**count, "nullable": True},
            **{key: {"type": "boolean"} for key in ("certain", "proven")},
            "met": {"type": "array", "items": met},
        },
    }
    change = {**term, "properties": {**term["properties"], "to": count}}
    preset = {
        "type": "object",
        "required": ["preset", "title", "parameters", "rules", "check", "call", "sources"],
        "properties": {
            **dict.fromkeys(("preset", "title", "check"), text),
            "call": {**text, "format": "uri"},
            "parameters": {"type": "object", "additionalProperties": text},
            "rules": texts,
            "sources": {"type": "array", "items": {"type": "object"}},
        },
    }
    parameters = {
        "type": "object",
        "nullable": True,
        "additionalProperties": {**text, "nullable": True},
        "description": "What to change in the request; null leaves a parameter out. Null where no parameter does it.",
    }
    loosened = {
        "type": "object",
        "required": ["changes", "text", "best"],
        "properties": {
            "changes": {"type": "array", "items": change},
            "text": text,
            "parameters": parameters,
            "best": one,
        },
    }
    features = schemas["ConsortiumFeatures"]
    features["required"] = [*features["required"], "rules", "sets", "loosened", "presets", "categories"]
    features["properties"] |= {
        "preset": {**preset, "nullable": True},
        "rules": {"type": "array", "items": term},
        "sets": {"type": "array", "items": one},
        "loosened": {"type": "array", "items": loosened, "description": "Where there is no set: what to loosen."},
        "presets": {"type": "array", "items": preset},
        "categories": {
            "type": "array",
            "items": {"type": "object", "properties": dict.fromkeys(("code", "label"), text)},
        },
    }
    return schemas
