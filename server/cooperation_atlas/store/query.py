"""What is asked of the store, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .memory.computed import ComputedProperties
from .memory.geometry import Box
from .memory.table import FeatureTable, Rows


@dataclass(frozen=True)
class Query:
    """A search in one collection; all its parts are joined by *and*.

    :param criteria: criterion name to the values of which any may match; a day of ``open`` is ISO 8601
    :param equals: property name to the values of which any may match
    :param split: for a criterion or property of text, what to search for where no feature has its only value: a text
        with a comma may be one value, or a list
    :param include_unknown: also find features of which it is not known whether they meet the criteria; they come last
    :param words: text whose words all begin a word of a text of the feature (``q``; see ``store.memory.words``)
    :param box: bounding box
    :param interval: days (ISO 8601), ``None`` for an open end; features without both ends always match
    :param filter: CQL2 expression, as parsed by ``store.cql2``
    :param filter_crs: URI of the CRS of the geometries in ``filter``
    :param sortby: property names, True for descending
    :param telling_first: begin an unsorted list of everything with a few features that show every property, for
        clients that guess types from the first features (``FeatureTable.opening``)
    :param offset: rows to skip
    :param limit: rows to return at most
    """

    collection: str
    criteria: tuple[tuple[str, tuple[str, ...]], ...] = ()
    equals: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    split: tuple[tuple[str, tuple[str, ...]], ...] = ()
    include_unknown: bool = False
    words: str | None = None
    box: Box | None = None
    interval: tuple[str | None, str | None] | None = None
    filter: Any = None
    filter_crs: str | None = None
    sortby: tuple[tuple[str, bool], ...] = ()
    telling_first: bool = False
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True)
class Page:
    """Rows of a table that answer a query.

    :param rows: the rows of this page, in the order asked for
    :param matched: number of rows that match, on all pages
    :param answers: properties that are worked out for this search
    :param notes: for whoever asks: texts in the filter that no code list has, a line each in ASCII
    :param ambiguous: for people: sentences on the words of ``q`` that name several regions
    """

    table: FeatureTable
    rows: Rows
    matched: int
    query: Query
    answers: ComputedProperties
    notes: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facet:
    """How many features each value of a criterion would give, with the rest of the query unchanged.

    :param counts: number of features by value; every value of the code list is there, even at 0
    """

    criterion: str
    counts: dict[str, int] = field(default_factory=dict)
