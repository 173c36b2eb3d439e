"""Names of the query parameters that each resource takes, and their limits.

Nothing is ignored: an unknown parameter, a value outside its list or range, and a parameter given twice are errors
that name the nearest valid choice (OGC 17-069r4, 7.6: unknown parameters are answered with 400).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from ..editions.layout import ID
from ..model.collections import Collection
from ..model.criteria import SAMPLES, criteria_of
from ..model.errors import InvalidValue, nearest
from .parameter_values import choice
from .query_string import REPLACEMENT

#: Largest offset; beyond it no collection has features, and the number no longer fits common integer types.
MAXIMUM_OFFSET = 2**31 - 1
#: Longest ``filter`` in characters.
MAXIMUM_FILTER = 20_000

#: Asks for labels in the place of codes, and for headings in words.
LABELS = "labels"
#: Parameters of a list of features besides the criteria and the properties.
ITEMS = (
    "f", "lang", "limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "q", "filter", "filter-lang", "filter-crs",
    "sortby", "properties", "skipGeometry", LABELS, "resulttype", "include", "exclude",
    "edition",
)  # fmt: skip
#: Parameters of the facets resource besides the criteria and the properties.
FACETS = (
    "f", "lang", "facets", "bbox", "bbox-crs", "datetime", "q", "filter", "filter-lang", "filter-crs", "include",
    "exclude",
)  # fmt: skip
#: Parameters of the changes of a search besides the criteria and the properties.
CHANGES = ("limit", "offset", *(name for name in FACETS if name != "facets"))
#: Parameters of a distribution besides the criteria and the properties.
DISTRIBUTION = ("by", "compare", *(name for name in FACETS if name != "facets"), "crs", "skipGeometry")
#: Parameters of a single feature.
ITEM = ("f", "lang", "crs", "properties", "skipGeometry", LABELS, "exclude")

#: Control characters that are white space of CQL2 (OGC 21-065r2, BNF ``whitespace``): TAB, LF, VT, FF, CR.
FILTER_SPACE = "\t\n\v\f\r"

FILTER_LANGUAGES = ("cql2-text", "cql2-json")

Parameters = Sequence[tuple[str, str]]


def unique(given: Parameters, known: Iterable[str], place: str) -> dict[str, str]:
    """The parameters by name.

    :param known: the names that ``place`` takes
    :param place: the resource, in words
    :raises InvalidValue: for an unknown name, one that is given twice, or a value with control characters or with
        bytes that could not be decoded
    """
    names = tuple(known)
    parameters: dict[str, str] = {}
    for name, value in given:
        if name not in names:
            raise InvalidValue(name, f"is not a parameter of {place}.", nearest(name, names))
        if name in parameters:
            raise InvalidValue(name, "is given twice; join the values with a comma.")
        allowed = FILTER_SPACE if name == "filter" else ""
        if any((ord(c) < 32 or ord(c) == 127) and c not in allowed for c in value):
            raise InvalidValue(name, "has a control character.")
        if REPLACEMENT in value:
            raise InvalidValue(name, "is not percent-encoded UTF-8.")
        parameters[name] = value
    return parameters


@cache
def names_of(collection: Collection, reserved: tuple[str, ...]) -> tuple[str, ...]:
    """All parameter names that a resource of the collection takes."""
    return tuple(dict.fromkeys((*reserved, *criteria_of(collection), *(f.name for f in collection.stored))))


def excluded(parameters: dict[str, str]) -> None:
    """Check ``exclude``, which every resource takes: it chooses the edition without samples before one is asked.

    :raises InvalidValue: for anything but ``samples``
    """
    if "exclude" in parameters:
        choice("exclude", parameters["exclude"], (SAMPLES,))


def edition_id(text: str) -> str:
    """The id of an edition, as ``next`` links name it; which edition answers is settled before the request is parsed.

    :raises InvalidValue: where it is none
    """
    if not ID.fullmatch(text):
        raise InvalidValue("edition", f"'{text}' is not the id of an edition: 16 digits and letters from a to f.")
    return text
