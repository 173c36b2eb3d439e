"""What a store is to everything outside ``store``: any backend that keeps this contract can be served.

Properties have JSON values: text (also dates and timestamps, as ISO 8601), numbers, booleans, lists of text, ``None``
for what is absent. Names, types and order are those of the collection in the model: stored properties first, then the
computed ones (``Collection.computed``). A CRS is named by its URI, one of ``store.crs.OFFERED``; coordinates and boxes
have the axis order of their CRS and are rounded to its ``decimals``.

Errors, from every method: ``NotFound`` for an unknown collection or feature; ``InvalidValue`` for a value that cannot
be used, whose ``place`` is the name of a criterion or property, or a ``Part`` of the query; ``OverBudget`` (an
``InvalidValue``) where a budget is given and does not suffice. A store never changes: another edition is another store.
Several threads call it at once.

``tests/server/store_contract/`` is this contract as tests; a backend adds a fixture to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np
from shapely.geometry.base import BaseGeometry

from ..editions.coverage import Coverage
from ..model.dimensions import Dimension
from .budget import Budget
from .codelists import CodeLists
from .crs import CRS84
from .distribution import Distribution
from .overlay import Meeting
from .query import Query

#: Rewrites JSON that has escapes (a backslash) as other JSON of the same meaning.
Rewrite = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Facet:
    """How many features each value of a criterion would give, with the rest of the query unchanged.

    :param counts: number of features by value; every value of the code list is there, even at 0
    :param unknown: of those, the ones of which it is not known whether they meet the search; ``None`` where the query
        does not include them
    """

    criterion: str
    counts: Mapping[str, int]
    unknown: Mapping[str, int] | None = None


class Land(NamedTuple):
    """A country as maps draw it below everything else: names and outlines are those of the source.

    :param source: where the outline is from, with version and licence
    :param geometry: polygons as a GeoJSON geometry, CRS84 degrees
    """

    id: str
    name: str
    source: str
    geometry: bytes


class Counts(NamedTuple):
    """How many features match a query, and how many further values of its criteria would give.

    :param unknown: of those that match, the number of which it is not known; ``None`` where the query does not include
        them
    """

    matched: int
    facets: list[Facet]
    unknown: int | None = None


class Place(NamedTuple):
    """A country or a NUTS area.

    :param geometry: GeoJSON
    :param nuts_version: of its code; ``None`` for a country
    """

    geometry: bytes
    nuts_version: str | None


class Page(Protocol):
    """A run of the features that match a query, in the order of the query."""

    @property
    def query(self) -> Query:
        """The query that the page is a part of the answer to."""

    @property
    def matched(self) -> int:
        """Number of features that match, on all pages."""

    @property
    def unknown(self) -> int:
        """Number of features of which it is not known whether they match.

        They are among ``matched`` where the query includes them, else beside it. It may take as long as the search.
        """

    @property
    def ids(self) -> Sequence[str]:
        """Ids of the features on this page."""

    @property
    def hints(self) -> Sequence[str]:
        """What looks like a mistake in the filter, for the client's author: texts that no code list has. ASCII."""

    @property
    def notes(self) -> Sequence[str]:
        """For readers: sentences on words of the query that name several regions."""

    def __len__(self) -> int:
        """Number of features on this page."""

    def cells(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The values of the named properties, one tuple for each feature, in the order of the names.

        :raises InvalidValue: for a name that is no property of the collection
        """

    def features(
        self, crs: str = CRS84, names: Sequence[str] | None = None, *, geometry: bool = True
    ) -> Sequence[bytes]:
        """Each feature as a GeoJSON object with the members type, id, geometry, properties, in this order.

        :param crs: URI of the CRS of the coordinates
        :param names: the properties to write, all by default; written in the order of the collection
        :param geometry: whether to write the geometry; where not, or where there is none, it is ``null``
        """

    def bounds(self, crs: str = CRS84) -> tuple[float, float, float, float] | None:
        """Lower and upper corner of the box around the features, ``None`` where none of them has a geometry.

        :param crs: URI of the CRS of the box
        """


class Store(Protocol):
    """All collections of one edition."""

    @property
    def edition(self) -> Mapping[str, Any]:
        """Metadata of the edition: ``id``, ``created`` (RFC 3339), ``samples`` (whether it holds any), ``counts`` …"""

    @property
    def codelists(self) -> CodeLists:
        """The code lists by id."""

    @property
    def objective_topics(self) -> Mapping[str, Mapping[str, str]]:
        """Topics to which each objective is mapped, with the relation."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Number of features by collection id, in the order in which collections are published."""

    @property
    def coverage(self) -> Coverage:
        """How much of the lists of programmes is known, from which sources; samples do not count."""

    @property
    def land(self) -> Sequence[Land]:
        """The land of the world by id, also where there are no areas; none where the edition was built without it."""

    @property
    def drawings(self) -> Mapping[str, str]:
        """Files that are drawn once for the edition (``model.drawing``), by name."""

    @property
    def without_samples(self) -> Store:
        """The same edition as if its sample entries did not exist; itself where it has none."""

    def search(self, query: Query, budget: Budget | None = None) -> Page:
        """One page of the features that match; without ``sortby`` and words in the order of their ids.

        :param budget: pays for the criteria, the filter and the words; the page itself costs nothing
        """

    def one(self, collection_id: str, feature_id: str) -> Page:
        """A single feature, as a page of one.

        :raises NotFound: naming the nearest ids
        """

    def shapes(self, collection_id: str, crs: str = CRS84) -> tuple[Sequence[str], np.ndarray]:
        """The ids of all features of a collection, in their order, and their geometries as shapely has them.

        Geometries have x first whatever the CRS, and coordinates that are not rounded; ``None`` where there is none.
        """

    def facets(self, query: Query, names: Sequence[str] | None = None, budget: Budget | None = None) -> Counts:
        """The number of features that match, and counts for each criterion with a list of values.

        A count leaves out what the query says of its own criterion: it tells what choosing another value would give.

        :param names: criteria to count; all countable ones by default
        """

    def distribution(self, query: Query, dimensions: Sequence[Dimension], budget: Budget | None = None) -> Distribution:
        """The features that match by the values of one dimension or two of the collection.

        A count is the number of features that the query finds with the values put in. Where the query says something of
        a dimension itself, its values are those that lie inside that.
        """

    def overlay(
        self,
        query: Query,
        shapes: Sequence[BaseGeometry],
        crs: str = CRS84,
        distance_km: float = 0.0,
        budget: Budget | None = None,
    ) -> list[Meeting]:
        """The features that match and that each shape meets, or that are near it: by shape, the closest relation first.

        :param query: its order, offset and limit say nothing
        :param shapes: valid points, lines or polygons, single or several of a kind, x first, in the plane of ``crs``
        :param crs: URI of their CRS
        :param distance_km: also features that a shape does not meet, but that are no farther away
        """

    def has_value(self, collection_id: str, name: str, value: str) -> bool:
        """Whether any feature of the whole collection meets a criterion, or has a property, with this value."""

    def region_name(self, code: str) -> str | None:
        """Official name of the region of a NUTS code; ``None`` where it is unknown."""

    def regions_called(self, name: str) -> Sequence[str]:
        """NUTS codes of the regions that have this name, in any language; case and accents do not count.

        Where none has, those whose names begin with its words. Of regions inside each other only the largest.
        """

    def places(
        self, codes: Sequence[str], crs: str = CRS84, nuts_version: str | None = None, budget: Budget | None = None
    ) -> Sequence[Place | None]:
        """The places of codes of countries and of NUTS areas of any level; ``None`` for a code without one.

        :param nuts_version: version of the codes where they have it; else the newest that has them
        """

    def regions_around(self, code: str) -> Sequence[tuple[str, str]]:
        """Code and official name of the regions that a NUTS code lies in, nearest first; none where it is unknown."""

    def representatives(self, collection_id: str) -> tuple[str, ...]:
        """Ids of a few features that together have a value of every stored property of which any feature has one."""

    def spatial_extent(self, collection_id: str) -> tuple[float, float, float, float]:
        """West, south, east, north in CRS84, not rounded. Of the whole edition, where no feature has a geometry."""

    def temporal_extent(self, collection_id: str) -> tuple[str | None, str | None] | None:
        """First and last day (ISO 8601) of the features that state one; an end that one of them leaves open is open.

        ``None`` where the collection has no time, or none of its features states a day.
        """
