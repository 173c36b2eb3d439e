"""Requests for areas that are alike, read strictly from their query parameters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.collections import NUTS3, Collection, areas_of
from ..model.criteria import criteria_of
from ..model.errors import InvalidValue
from ..model.periods import NUTS_VERSIONS
from ..model.similar import SIMILAR_REGIONS
from ..store.crs import CRS84, offered
from ..store.query import Query
from .parameter_values import boolean, choice, number, whole
from .parameters import Parameters, excluded, unique
from .query_parameters import query_of
from .requests import Alternatives, ItemsRequest, alternatives_of, shown_properties

#: The parameter that names the area, and the one that names the NUTS version of its code.
AREA, VERSION = "nuts3", "nuts_version"
#: Parameters of its own, beside the filters.
OWN = (
    "f", "lang", "exclude", AREA, VERSION, "abroad", "min_km", "max_km", "per_country", "limit", "crs", "properties",
    "skipGeometry",
)  # fmt: skip
_SEARCHES = ("q", "bbox", "bbox-crs", "filter", "filter-lang", "filter-crs", "include")
#: Most areas of one answer and of one country, how many there are where nothing is said, and the farthest.
MOST, USUAL, PER_COUNTRY, FARTHEST = 100, 10, 3, 20_040.0


@dataclass(frozen=True)
class SimilarRequest:
    """A request for areas that are alike.

    :param code: of the area
    :param areas: collection of the areas of its NUTS version
    :param candidates: the search that an area must meet
    :param shown: how to show areas
    """

    code: str
    areas: Collection
    abroad: bool
    nearest: float | None
    farthest: float | None
    per_country: int
    limit: int
    candidates: Query
    alternatives: Alternatives
    shown: ItemsRequest


def filters_of_areas() -> tuple[str, ...]:
    """The names of the filters on areas; ``nuts3`` and ``nuts_version`` name the one that asks."""
    names = (*_SEARCHES, *criteria_of(NUTS3), *(f.name for f in NUTS3.stored))
    return tuple(name for name in dict.fromkeys(names) if name not in OWN)


def parse_similar(given: Parameters, today: date | None = None) -> SimilarRequest:
    """The request for areas that are alike.

    :raises InvalidValue: for anything that is not understood
    """
    parameters = unique(given, (*OWN, *filters_of_areas()), "'/similar-regions'")
    excluded(parameters)
    if not parameters.get(AREA):
        raise InvalidValue(AREA, "is missing: the code of the NUTS III area that others are to be like.")
    version = choice(VERSION, parameters.get(VERSION, NUTS_VERSIONS[-1]), NUTS_VERSIONS)
    areas = areas_of(version) or NUTS3
    filters = {name: text for name, text in parameters.items() if name not in OWN}
    nearest, farthest = (_km(parameters, name) for name in ("min_km", "max_km"))
    if nearest is not None and farthest is not None and nearest > farthest:
        raise InvalidValue("min_km", f"{nearest:g} is more than max_km ({farthest:g}): no area lies there.")
    for name in filters:
        if name not in _SEARCHES and name not in criteria_of(areas) and name not in areas.by_name:
            raise InvalidValue(
                name, f"is no filter on areas of NUTS {version}: leave it out, or ask for another {VERSION}."
            )
    return SimilarRequest(
        code=parameters[AREA],
        areas=areas,
        abroad=boolean("abroad", parameters.get("abroad", "false")),
        nearest=nearest,
        farthest=farthest,
        per_country=_count(parameters, "per_country", PER_COUNTRY),
        limit=_count(parameters, "limit", USUAL),
        candidates=query_of(areas, filters, None, today),
        alternatives=alternatives_of(areas, filters),
        shown=ItemsRequest(
            query=Query(SIMILAR_REGIONS.id),
            crs=offered(parameters["crs"], "crs").uri if "crs" in parameters else CRS84,
            properties=shown_properties(SIMILAR_REGIONS, parameters.get("properties")),
            skip_geometry=boolean("skipGeometry", parameters.get("skipGeometry", "false")),
        ),
    )


def _km(parameters: dict[str, str], name: str) -> float | None:
    if name not in parameters:
        return None
    km = number(name, parameters[name])
    if not 0 <= km <= FARTHEST:
        raise InvalidValue(name, f"'{parameters[name]}' is not a number of kilometres from 0 to {FARTHEST:g}.")
    return km


def _count(parameters: dict[str, str], name: str, usual: int) -> int:
    return whole(name, parameters[name], 1, MOST) if name in parameters else usual
