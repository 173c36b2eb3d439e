"""The names that clients use for the parts of a query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from ..model.errors import InvalidValue
from ..store.query import Part

#: The parameter that gives each part of a query.
PARAMETERS: Mapping[Part, str] = {
    Part.WORDS: "q",
    Part.BOX: "bbox",
    Part.INTERVAL: "datetime",
    Part.FILTER: "filter",
    Part.FILTER_CRS: "filter-crs",
    Part.SORTING: "sortby",
    Part.FACETS: "facets",
    Part.DIMENSIONS: "by",
}


@contextmanager
def parameters_named() -> Iterator[None]:
    """Errors about a part of a query name the parameter that gives it."""
    try:
        yield
    except InvalidValue as error:
        if isinstance(error.place, Part):
            error.place = PARAMETERS[error.place]
        raise
