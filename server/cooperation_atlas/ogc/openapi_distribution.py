"""Distributions in the API definition: parameters and schema."""

from __future__ import annotations

from typing import Any

from ..model.collections import Collection
from ..model.dimensions import PERIOD, dimensions_of
from ..store.contract import Store
from . import openapi_parameters as declare
from .distribution_request import MOST_DIMENSIONS
from .parameters import DISTRIBUTION

_OWN = ("f", "by", "compare")


def parameters_of_distribution(one: Collection, store: Store, formats: tuple[str, ...]) -> list[dict[str, Any]]:
    """The parameters of the distribution of a collection: its own, and all its filters.

    :param formats: the values of ``f``
    """
    names = {"type": "string", "enum": list(dimensions_of(one))}
    by = declare.listed(
        "by",
        "One dimension, or two: what the features that match are counted by.",
        {"type": "array", "items": names, "minItems": 1, "maxItems": MOST_DIMENSIONS, "example": ["country"]},
    )
    return [
        {**by, "required": True},
        declare.single(
            "compare",
            "period: both periods side by side, topics by their broadest values. Takes one dimension.",
            {"type": "string", "enum": [PERIOD]},
        ),
        declare.format_(*formats),
        *(declare.ref(name) for name in DISTRIBUTION if name not in _OWN),
        *declare.filters(one, store),
    ]


_COUNT = {"type": "integer", "minimum": 0}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1, "nullable": True}
_TEXT = {"type": "string"}
_KNOWN = {
    "stated": {**_COUNT, "description": "Features of which at least one value is known."},
    "partial": {**_COUNT, "description": "Of these, the ones that may have further values."},
    "unknown": {**_COUNT, "description": "Features of which no value is known, but that may have one."},
    "none": {**_COUNT, "description": "Features that have none, such as programmes without entries."},
}


def distribution_schema() -> dict[str, Any]:
    """The schema of a distribution."""
    value = {
        "type": "object",
        "required": ["code", "label", "count", "unknown", "share_low", "share_high", "href"],
        "properties": {
            "code": _TEXT,
            "label": _TEXT,
            "count": {**_COUNT, "description": "As many as the search in `href` finds."},
            "unknown": {**_COUNT, "description": "Features of which it is not known whether they have the value."},
            "share_low": {**_SHARE, "description": "Share of all that match, by what is known."},
            "share_high": {**_SHARE, "description": "The same, if all that are not known had the value."},
            "share_of_stated": {**_SHARE, "description": "Count by `stated`; null with include=unknown."},
            "href": {**_TEXT, "format": "uri"},
        },
    }
    dimension = {
        "type": "object",
        "required": ["name", "title", "parameter", "several", "places", *_KNOWN],
        "properties": {
            **dict.fromkeys(("name", "title", "description", "parameter", "codelist"), _TEXT),
            "several": {"type": "boolean", "description": "A feature may have several values: shares exceed 1."},
            "places": {"type": "boolean", "description": "The values are areas: f=geojson has them."},
            **_KNOWN,
            "values": {"type": "array", "items": value},
        },
    }
    period = {
        "type": "object",
        "required": ["period", "numberMatched", *_KNOWN, "href"],
        "properties": {"period": _TEXT, "numberMatched": _COUNT, **_KNOWN, "href": {**_TEXT, "format": "uri"}},
    }
    return {
        "type": "object",
        "required": ["collection", "numberMatched", "by", "dimensions", "notes", "links", "edition"],
        "properties": {
            **dict.fromkeys(("collection", "edition", "attribution", "license", "samples"), _TEXT),
            "numberMatched": _COUNT,
            "numberUnknown": _COUNT,
            "by": {"type": "array", "items": _TEXT},
            "dimensions": {"type": "array", "items": dimension},
            "offered": {
                "type": "array",
                "items": {"type": "object"},
                "description": "All dimensions of the collection, by name and title.",
            },
            "periods": {"type": "array", "items": period, "description": "With compare=period."},
            "cells": {
                "type": "array",
                "items": {"type": "object"},
                "description": "With two dimensions or periods: the rows of the table, as in CSV.",
            },
            "notes": {"type": "array", "items": _TEXT},
            "links": {"type": "array", "items": {"type": "object"}},
        },
    }
