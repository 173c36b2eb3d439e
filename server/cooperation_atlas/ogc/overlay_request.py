"""Requests for an overlay, read strictly: a client's features, what they are laid over, and what counts as a pair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.collections import COLLECTIONS, NUTS3, PROGRAMMES, Collection
from ..model.criteria import Criterion, criteria_of
from ..model.errors import InvalidValue, nearest
from ..model.overlay import OVERLAY, Relation
from ..store.crs import CRS84, offered
from ..store.query import Query
from .geojson_shapes import SentShape, read_shapes
from .parameter_values import boolean, choice, number, split, whole
from .parameters import Parameters, excluded, unique
from .query_parameters import check_property, query_of
from .requests import Alternatives, ItemsRequest, alternatives_of, with_bases

#: What features can be laid over, the usual one first: areas of programmes, and NUTS III areas of each version.
OVER = (PROGRAMMES.id, *(one.id for one in COLLECTIONS.values() if one.programmes_field and one.period))
#: Parameters beside the filters on what features are laid over.
OWN = (
    "f", "lang", "exclude", "crs", "collection", "relation", "distance_km", "repair", "limit", "properties",
    "skipGeometry",
)  # fmt: skip
_SEARCHES = ("q", "filter", "filter-lang", "filter-crs", "include")
#: Most kilometres of ``near``; most pairs of an answer, and how many there are where nothing is said.
FARTHEST, MOST, USUAL = 500, 5000, 1000
#: Relations where nothing is said; near counts where a distance is given.
MEETING = tuple(relation.value for relation in Relation if relation is not Relation.NEAR)


@dataclass(frozen=True)
class OverlayRequest:
    """A request for an overlay.

    :param over: the search for what features are laid over
    :param shapes: the features of the client
    :param crs: URI of the CRS of both, and of the answer
    :param relations: those that count
    :param limit: most pairs of the answer
    """

    over: Query
    alternatives: Alternatives
    shapes: list[SentShape]
    crs: str
    relations: frozenset[Relation]
    distance_km: float
    limit: int
    shown: ItemsRequest


def filters_of_overlay() -> dict[str, Criterion]:
    """The criteria of all that features can be laid over, by name."""
    return {**criteria_of(PROGRAMMES), **criteria_of(NUTS3)}


def parse_overlay(given: Parameters, features: bytes, today: date | None = None) -> OverlayRequest:
    """The request for an overlay.

    :param features: GeoJSON
    :raises InvalidValue: for anything that is not understood
    """
    parameters = unique(given, (*OWN, *_SEARCHES, *filters_of_overlay()), "an overlay")
    excluded(parameters)
    over = COLLECTIONS[choice("collection", parameters.get("collection", OVER[0]), OVER)]
    filters = {name: text for name, text in parameters.items() if name not in OWN}
    _check_filters(over, filters)
    crs = offered(parameters.get("crs", CRS84), "crs")
    distance = number("distance_km", parameters.get("distance_km", "0"))
    if not 0 <= distance <= FARTHEST:
        raise InvalidValue("distance_km", f"'{distance:g}' is not a number from 0 to {FARTHEST}.")
    return OverlayRequest(
        over=query_of(over, filters, None, today),
        alternatives=alternatives_of(over, filters),
        shapes=read_shapes(features, crs, boolean("repair", parameters.get("repair", "false"))),
        crs=crs.uri,
        relations=_relations(parameters, distance),
        distance_km=distance,
        limit=whole("limit", parameters.get("limit", str(USUAL)), 1, MOST),
        shown=ItemsRequest(
            query=Query(OVERLAY.id),
            crs=crs.uri,
            properties=_properties(parameters.get("properties")),
            skip_geometry=boolean("skipGeometry", parameters.get("skipGeometry", "false")),
        ),
    )


def _check_filters(over: Collection, filters: dict[str, str]) -> None:
    """Refuse a filter that only another collection has."""
    offered_here = criteria_of(over)
    for name in filters:
        if name not in offered_here and name not in _SEARCHES:
            raise InvalidValue(name, f"is no filter of collection '{over.id}'.", nearest(name, offered_here))


def _relations(parameters: dict[str, str], distance: float) -> frozenset[Relation]:
    near = Relation.NEAR.value
    if "relation" not in parameters:
        return frozenset(map(Relation, (*MEETING, near) if distance else MEETING))
    names = tuple(each.value for each in Relation)
    chosen = frozenset(Relation(choice("relation", each, names)) for each in split("relation", parameters["relation"]))
    if Relation.NEAR in chosen and not distance:
        raise InvalidValue("relation", "names near, but distance_km is missing: how far away that is.")
    if distance and Relation.NEAR not in chosen:
        raise InvalidValue("distance_km", "is given, but relation does not name near.")
    return chosen


def _properties(text: str | None) -> tuple[str, ...] | None:
    if text is None:
        return None
    names = split("properties", text)
    for name in names:
        check_property(OVERLAY, name, "properties")
    return with_bases(OVERLAY, names)
