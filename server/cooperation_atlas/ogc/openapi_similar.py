"""Areas that are alike in the API definition: parameters and schemas."""

from __future__ import annotations

from typing import Any

from ..model.collections import NUTS3
from ..model.periods import NUTS_VERSIONS
from ..model.similar import SIMILAR_REGIONS
from ..store.contract import Store
from . import openapi_answers as answers
from . import openapi_parameters as declare
from .similar_request import AREA, FARTHEST, MOST, OWN, PER_COUNTRY, USUAL, VERSION


def parameters_of_similar(store: Store, formats: tuple[str, ...]) -> list[dict[str, Any]]:
    """The parameters: its own, and the filters on areas.

    :param formats: the values of ``f``
    """
    count = {"type": "integer", "minimum": 1, "maximum": MOST}
    km = {"type": "number", "minimum": 0, "maximum": FARTHEST}
    shared = ("lang", "exclude", "q", "bbox", "bbox-crs", "filter", "filter-lang", "filter-crs", "include", "crs")
    text = {"type": "string", "minLength": 1}
    versions = {"type": "string", "enum": list(NUTS_VERSIONS), "default": NUTS_VERSIONS[-1]}
    return [
        declare.single(AREA, "Code of the NUTS III area that others are to be like.", text, required=True),
        declare.single(VERSION, "NUTS version of the code, and of the areas that are compared.", versions),
        declare.single("abroad", "true: only areas of other countries.", {"type": "boolean", "default": False}),
        declare.single("min_km", "Least distance in kilometres, as the crow flies.", km),
        declare.single("max_km", "Greatest distance in kilometres, as the crow flies.", km),
        declare.single("per_country", "Maximum number of areas of one country.", {**count, "default": PER_COUNTRY}),
        declare.single("limit", "Maximum number of areas.", {**count, "default": USUAL}),
        declare.format_(*formats),
        *(declare.ref(name) for name in (*shared, "skipGeometry")),
        declare.property_lists(SIMILAR_REGIONS)[0],
        *(declared for declared in declare.filters(NUTS3, store) if declared["name"] not in OWN),
    ]


def schemas_of_similar(store: Store) -> dict[str, Any]:
    """The schemas of the list."""
    return answers.feature_schemas(store, [SIMILAR_REGIONS])
