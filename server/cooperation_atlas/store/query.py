"""A search in one collection, free of how clients write it and of how a store carries it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import shapely

from ..model.errors import InvalidValue
from .crs import CRS84, OFFERED

#: Most characters and different words of ``Query.words``: what a person types, and what a search can cost.
MOST_CHARACTERS, MOST_WORDS = 200, 20


class Part(StrEnum):
    """The part of a query that an error is about.

    An error about a criterion or a property names it by its own name. The names that clients use for the parts are for
    ``ogc`` to say.
    """

    WORDS = "words"
    BOX = "box"
    INTERVAL = "interval"
    FILTER = "filter"
    FILTER_CRS = "CRS of the filter"
    SORTING = "sorting"
    FACETS = "facets"
    DIMENSIONS = "dimensions"


@dataclass(frozen=True, slots=True)
class Box:
    """A bounding box in the axis order of its CRS.

    :param values: lower corner, upper corner. In a geographic CRS a western edge east of the eastern one crosses the
        antimeridian (RFC 7946, 5.2)
    :param crs: URI of the CRS
    """

    values: tuple[float, float, float, float]
    crs: str = CRS84

    def polygons(self) -> list[shapely.Polygon]:
        """The box as polygons with x first; two where it crosses the antimeridian.

        :raises InvalidValue: about ``Part.BOX``, where the corners are the wrong way round
        """
        crs = OFFERED[self.crs]
        a, b, c, d = self.values
        west, south, east, north = (b, a, d, c) if crs.swapped else (a, b, c, d)
        if south > north:
            raise InvalidValue(Part.BOX, f"the lower corner ({south:g}) lies above the upper one ({north:g}).")
        if west <= east:
            return [shapely.box(west, south, east, north)]
        if not crs.geographic:
            raise InvalidValue(Part.BOX, f"the left edge ({west:g}) lies right of the right edge ({east:g}).")
        return [shapely.box(west, south, 180, north), shapely.box(-180, south, east, north)]


@dataclass(frozen=True)
class Query:
    """A search in one collection; all its parts are joined by *and*.

    :param criteria: criterion name to the values of which any may match; a day of ``open`` is ISO 8601
    :param equals: property name to the values of which any may match
    :param include_unknown: also find features of which it is not known whether they meet the criteria; they come last
    :param words: text whose words all begin a word of a text of the feature; at most ``MOST_CHARACTERS`` and
        ``MOST_WORDS``
    :param box: bounding box; features without a geometry match any box (OGC 17-069r4, /req/core/fc-bbox-response)
    :param interval: days (ISO 8601), ``None`` for an open end; features without both ends always match
    :param filter: CQL2 expression, as parsed by ``store.cql2``
    :param filter_crs: URI of the CRS of the geometries in ``filter``
    :param sortby: property names, True for descending
    :param lead: ids of features that begin a list without ``sortby`` and ``words``, in this order, as far as they match
    :param offset: features to skip
    :param limit: features on the page at most
    """

    collection: str
    criteria: tuple[tuple[str, tuple[str, ...]], ...] = ()
    equals: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    include_unknown: bool = False
    words: str | None = None
    box: Box | None = None
    interval: tuple[str | None, str | None] | None = None
    filter: Any = None
    filter_crs: str | None = None
    sortby: tuple[tuple[str, bool], ...] = ()
    lead: tuple[str, ...] = ()
    offset: int = 0
    limit: int = 100

    @property
    def is_selective(self) -> bool:
        """Whether it asks for some features rather than all of a collection."""
        parts = (self.words, self.box, self.interval, self.filter)
        return bool(self.criteria or self.equals) or any(part is not None for part in parts)
