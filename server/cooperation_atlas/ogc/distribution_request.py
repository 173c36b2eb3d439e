"""Requests for distributions, read strictly from their query parameters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.collections import Collection
from ..model.criteria import criteria_of
from ..model.dimensions import PERIOD, Dimension, dimensions_of, nuts_version_of
from ..model.errors import InvalidValue, nearest
from ..store.crs import CRS84, offered
from ..store.query import Query
from .parameter_values import boolean, choice, split
from .parameters import DISTRIBUTION, Parameters
from .query_parameters import query_of
from .requests import Alternatives, alternatives_of, search_parameters

#: Most dimensions of one distribution.
MOST_DIMENSIONS = 2
#: Parameters of the form with areas; in others they would say nothing.
OF_PLACES = ("crs", "skipGeometry")
#: The value of ``f`` for that form: features are GeoJSON as ``json``, but a distribution has a JSON of its own.
PLACES = "geojson"


@dataclass(frozen=True)
class DistributionRequest:
    """A request for a distribution.

    :param compare: whether both periods stand side by side
    :param query: the search
    :param crs: URI of the CRS of areas
    :param given: the parameters by name
    """

    collection: Collection
    dimensions: tuple[Dimension, ...]
    compare: bool
    query: Query
    alternatives: Alternatives
    crs: str
    skip_geometry: bool
    given: dict[str, str]

    @property
    def place(self) -> Dimension | None:
        """The dimension whose values are areas, the first of them."""
        return next((one for one in self.dimensions if one.is_place), None)

    @property
    def nuts_version(self) -> str | None:
        """The NUTS version of the areas of the search, where it says so."""
        return nuts_version_of(self.collection, dict(self.query.criteria))


def parse_distribution(collection: Collection, given: Parameters, today: date | None = None) -> DistributionRequest:
    """The request for a distribution.

    :raises InvalidValue: for anything that is not understood
    """
    place = f"the distribution of '{collection.id}'"
    parameters = search_parameters(collection, given, DISTRIBUTION, place)
    dimensions = _dimensions(collection, parameters.get("by"))
    filters = {name: text for name, text in parameters.items() if name not in ("by", "compare", *OF_PLACES)}
    compare = bool("compare" in parameters and choice("compare", parameters["compare"], (PERIOD,)))
    if compare:
        _check_comparable(collection, dimensions, parameters)
    if parameters.get("f") != PLACES:
        for name in OF_PLACES:
            if name in parameters:
                raise InvalidValue(name, f"is about the areas of f={PLACES}; other formats have none.")
    return DistributionRequest(
        collection=collection,
        dimensions=dimensions,
        compare=compare,
        query=query_of(collection, filters, None, today),
        alternatives=alternatives_of(collection, filters),
        crs=offered(parameters["crs"], "crs").uri if "crs" in parameters else CRS84,
        skip_geometry=boolean("skipGeometry", parameters.get("skipGeometry", "false")),
        given=parameters,
    )


def _dimensions(collection: Collection, text: str | None) -> tuple[Dimension, ...]:
    known = dimensions_of(collection)
    if text is None:
        raise InvalidValue("by", "is missing: one dimension, or two with a comma between.", tuple(known)[:8])
    names = split("by", text)
    for name in names:
        if name not in known:
            reason = f"'{name}' is no dimension of '{collection.id}'."
            raise InvalidValue("by", reason, nearest(name, known) or tuple(known)[:8])
    if len(names) > MOST_DIMENSIONS:
        raise InvalidValue("by", f"has {len(names)} dimensions; the limit is {MOST_DIMENSIONS}.")
    chosen = tuple(known[name] for name in names)
    parameters = [one.parameter for one in chosen]
    if len(set(parameters)) < len(parameters):
        raise InvalidValue(
            "by", f"{names[0]} and {names[1]} are both asked for by {parameters[0]}; choose one of them."
        )
    return chosen


def _check_comparable(collection: Collection, dimensions: tuple[Dimension, ...], parameters: dict[str, str]) -> None:
    """Refuse what cannot be compared between periods.

    :raises InvalidValue: naming the reason
    """
    if PERIOD not in criteria_of(collection):
        raise InvalidValue("compare", f"the features of '{collection.id}' have no period.")
    if collection.period:
        reason = f"all programmes of '{collection.id}' are of {collection.period.code}; ask another collection."
        raise InvalidValue("compare", reason)
    if len(dimensions) > 1:
        raise InvalidValue("compare", "takes one dimension in by: the periods are the second.")
    if PERIOD in parameters:
        raise InvalidValue("compare", f"is given beside {PERIOD}={parameters[PERIOD]}: it needs both periods.")
    if (why := dimensions[0].across_periods) is not None:
        raise InvalidValue("compare", f"'{dimensions[0].name}' cannot be compared between periods: {why}.")
