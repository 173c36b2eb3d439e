"""Inputs of an overlay, declared as parameters are."""

from __future__ import annotations

from typing import Any

from ..model.collections import NUTS3, PROGRAMMES
from ..model.overlay import OVERLAY, Relation
from ..store.contract import Store
from ..store.crs import OFFERED
from . import openapi_parameters as declare
from .geojson_shapes import KINDS, MOST_FEATURES, MOST_VERTICES, PLACE
from .openapi_texts import message
from .overlay_request import FARTHEST, MOST, OVER, USUAL, filters_of_overlay

#: Description of the features, without its numbers and with them.
FEATURES_PATTERN = message(
    "Your features as GeoJSON: a FeatureCollection, a Feature or a geometry with points, lines or polygons, in the "
    "axis order of `crs`. At most {features} features with {vertices} vertices."
)
FEATURES_NUMBERS = {"features": f"{MOST_FEATURES:,}", "vertices": f"{MOST_VERTICES:,}"}
FEATURES = FEATURES_PATTERN.format(**FEATURES_NUMBERS)


def parameters_of_overlay(store: Store, formats: tuple[str, ...]) -> list[dict[str, Any]]:
    """The inputs, with the filters on what features are laid over.

    :param formats: of the output
    """
    crs = {"type": "string", "format": "uri", "enum": list(OFFERED), "default": next(iter(OFFERED))}
    types = ["FeatureCollection", "Feature", *KINDS]
    geojson = {"type": "object", "required": ["type"], "properties": {"type": {"type": "string", "enum": types}}}
    relations = {"type": "string", "enum": [each.value for each in Relation]}
    declared = {each["name"]: each for one in (NUTS3, PROGRAMMES) for each in declare.filters(one, store)}
    return [
        {**declare.single(PLACE, FEATURES, geojson), "required": True},
        declare.single("crs", "CRS of your features, and of the areas in the answer.", crs),
        declare.single(
            "collection",
            "What your features are laid over: areas of programmes, or NUTS III areas of 2021-2027 or of 2014-2020.",
            {"type": "string", "enum": list(OVER), "default": OVER[0]},
        ),
        declare.listed(
            "relation",
            "Relations that count: your feature equals, is within, contains, overlaps, touches or is near the area.",
            {"type": "array", "items": relations, "minItems": 1},
        ),
        declare.single(
            "distance_km",
            "Also areas that your feature does not meet, but that are at most so many kilometres away.",
            {"type": "number", "minimum": 0, "maximum": FARTHEST, "default": 0},
        ),
        declare.single(
            "repair",
            "Mend polygons that are not valid, such as those that cross themselves, instead of refusing them.",
            {"type": "boolean", "default": False},
        ),
        declare.single(
            "limit",
            "Maximum number of pairs.",
            {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
        ),
        declare.format_(*formats),
        *(declare.ref(name) for name in ("lang", "exclude", "q", "filter", "filter-lang", "filter-crs", "include")),
        declare.ref("skipGeometry"),
        declare.property_lists(OVERLAY)[0],
        *(declared[name] for name in filters_of_overlay()),
    ]
