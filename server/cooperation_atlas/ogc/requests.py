"""Requests for features and for counts, read strictly from their query parameters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..model.collections import Collection
from ..model.criteria import Match, criteria_of
from ..model.errors import InvalidValue
from ..model.fields import NOT_SEARCHABLE
from ..store.crs import CRS84, offered
from ..store.query import Query
from .limits import Limits
from .parameter_values import boolean, choice, split, texts_apart
from .parameters import FACETS, ITEM, ITEMS, LABELS, Parameters, edition_id, excluded, names_of, unique
from .query_parameters import check_property, is_text, query_of

#: For a criterion or property of text, the values to take where no feature has the text as a whole: a text with a comma
#: may be one value, or a list.
Alternatives = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class ItemsRequest:
    """A request for a list of features.

    :param alternatives: see ``Alternatives``
    :param crs: URI of the CRS of the response
    :param properties: properties to return, ``None`` for all
    :param labels: labels in the place of codes, where the format can have them
    :param hits: only the number of features is wanted (``resulttype=hits``)
    """

    query: Query
    alternatives: Alternatives = ()
    crs: str = CRS84
    properties: tuple[str, ...] | None = None
    skip_geometry: bool = False
    labels: bool = False
    hits: bool = False


@dataclass(frozen=True)
class FacetsRequest:
    """A request for counts by criterion.

    :param criteria: the criteria to count by, all of them where it is empty
    :param alternatives: see ``Alternatives``
    """

    query: Query
    criteria: tuple[str, ...] = ()
    alternatives: Alternatives = ()


def parse_items(
    collection: Collection,
    given: Parameters,
    body: bytes | None = None,
    today: date | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> ItemsRequest:
    """The request for a list of features.

    :param body: CQL2 JSON filter of a POST request
    :param today: the day that ``open=today`` stands for; the present one in Brussels where it is not given
    :param limits: those of the service
    :raises InvalidValue: for anything that is not understood
    """
    parameters = search_parameters(collection, given, ITEMS, f"the items of '{collection.id}'")
    if "edition" in parameters:
        edition_id(parameters["edition"])
    query = query_of(collection, parameters, body, today)
    return ItemsRequest(
        query=replace(query, limit=limits.count(parameters.get("limit"))),
        alternatives=alternatives_of(collection, parameters),
        crs=offered(parameters["crs"], "crs").uri if "crs" in parameters else CRS84,
        properties=shown_properties(collection, parameters.get("properties")),
        skip_geometry=boolean("skipGeometry", parameters.get("skipGeometry", "false")),
        labels=boolean(LABELS, parameters.get(LABELS, "false")),
        hits=choice("resulttype", parameters.get("resulttype", "results"), ("results", "hits")) == "hits",
    )


def parse_item(collection: Collection, given: Parameters) -> ItemsRequest:
    """The request for one feature: how to show it; the query stays empty."""
    parameters = unique(given, ITEM, f"a feature of '{collection.id}'")
    excluded(parameters)
    return ItemsRequest(
        query=Query(collection.id),
        crs=offered(parameters["crs"], "crs").uri if "crs" in parameters else CRS84,
        properties=shown_properties(collection, parameters.get("properties")),
        skip_geometry=boolean("skipGeometry", parameters.get("skipGeometry", "false")),
        labels=boolean(LABELS, parameters.get(LABELS, "false")),
    )


def parse_facets(
    collection: Collection, given: Parameters, body: bytes | None = None, today: date | None = None
) -> FacetsRequest:
    """The request for counts.

    :raises InvalidValue: for anything that is not understood
    """
    parameters = search_parameters(collection, given, FACETS, f"the facets of '{collection.id}'")
    criteria = tuple(split("facets", parameters["facets"])) if "facets" in parameters else ()
    return FacetsRequest(
        query_of(collection, parameters, body, today), criteria, alternatives_of(collection, parameters)
    )


def search_parameters(
    collection: Collection, given: Parameters, reserved: tuple[str, ...], place: str
) -> dict[str, str]:
    """The parameters of a resource that searches.

    :raises InvalidValue: also for a property that is worked out for each answer: the search cannot depend on it
    """
    for name, _ in given:
        field = collection.by_name.get(name)
        if field is not None and not field.queryable:
            raise InvalidValue(name, NOT_SEARCHABLE)
    parameters = unique(given, names_of(collection, reserved), place)
    excluded(parameters)
    return parameters


def alternatives_of(collection: Collection, parameters: dict[str, str]) -> Alternatives:
    """What parameters of text with encoded commas may mean beside the whole text."""
    return tuple(
        (name, apart)
        for name, text in parameters.items()
        if _takes_text(collection, name) and (apart := texts_apart(name, text))
    )


def _takes_text(collection: Collection, name: str) -> bool:
    """Whether a parameter is a criterion or property of text."""
    criterion, field = criteria_of(collection).get(name), collection.by_name.get(name)
    return criterion.match is Match.PATTERN if criterion else field is not None and is_text(field)


def shown_properties(collection: Collection, text: str | None) -> tuple[str, ...] | None:
    """The properties that ``properties`` asks for, and their bases; ``None`` for all."""
    if text is None:
        return None
    names = split("properties", text)
    for name in names:
        check_property(collection, name, "properties")
    return with_bases(collection, names)


def with_bases(collection: Collection, names: list[str]) -> tuple[str, ...]:
    """The properties, and those that say whether they rest on samples: one is never shown without the other."""
    bases = [basis for name in names if (basis := collection.by_name[name].basis)]
    return tuple(dict.fromkeys((*names, *bases)))
