"""Query parameters of the items and facets resources: strict parsing into a store query.

Nothing is ignored: an unknown parameter, a value outside its list or range, and a parameter given twice are errors
that name the nearest valid choice (OGC 17-069r4, 7.6: unknown parameters are answered with 400).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..editions.layout import ID
from ..model.calendar import today_in_brussels
from ..model.collections import Collection
from ..model.criteria import SAMPLES, TODAY, UNKNOWN, Criterion, Match, criteria_of
from ..model.errors import InvalidValue, nearest
from ..model.fields import Field, FieldType
from ..store import cql2
from ..store.crs import CRS84, offered
from ..store.query import Query
from .parameter_values import (
    boolean,
    box_of,
    choice,
    day_of,
    interval_of,
    split,
    texts_apart,
    texts_of,
    truth,
    typed,
    whole,
)
from .query_string import REPLACEMENT

DEFAULT_LIMIT = 100
MAXIMUM_LIMIT = 10_000
#: Largest offset; beyond it no collection has features, and the number no longer fits common integer types.
MAXIMUM_OFFSET = 2**31 - 1
#: Longest ``filter`` in characters.
MAXIMUM_FILTER = 20_000

#: Parameters of a list of features besides the criteria and the properties.
ITEMS = (
    "f", "lang", "limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "q", "filter", "filter-lang", "filter-crs",
    "sortby", "properties", "skipGeometry", "resulttype", "include", "exclude",
    "edition",
)  # fmt: skip
#: Parameters of the facets resource besides the criteria and the properties.
FACETS = (
    "f", "lang", "facets", "bbox", "bbox-crs", "datetime", "q", "filter", "filter-lang", "filter-crs", "include",
    "exclude",
)  # fmt: skip
#: Parameters of a single feature.
ITEM = ("f", "lang", "crs", "properties", "skipGeometry", "exclude")

#: Control characters that are white space of CQL2 (OGC 21-065r2, BNF ``whitespace``): TAB, LF, VT, FF, CR.
FILTER_SPACE = "\t\n\v\f\r"

FILTER_LANGUAGES = ("cql2-text", "cql2-json")


#: For a criterion or property of text, the values to take where no feature has the text as a whole: a text with a comma
#: may be one value, or a list.
Alternatives = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class ItemsRequest:
    """A request for a list of features.

    :param alternatives: see ``Alternatives``
    :param crs: URI of the CRS of the response
    :param properties: properties to return, ``None`` for all
    :param hits: only the number of features is wanted (``resulttype=hits``)
    """

    query: Query
    alternatives: Alternatives = ()
    crs: str = CRS84
    properties: tuple[str, ...] | None = None
    skip_geometry: bool = False
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


Parameters = Sequence[tuple[str, str]]


def unique(given: Parameters, known: Iterable[str], place: str) -> dict[str, str]:
    """The parameters by name.

    :param known: the names that ``place`` takes
    :param place: the resource, in words
    :raises InvalidValue: for an unknown name, one that is given twice, or a value with control characters or with
        bytes that could not be decoded
    """
    names = list(known)
    found: dict[str, str] = {}
    for name, value in given:
        if name not in names:
            raise InvalidValue(name, f"is not a parameter of {place}.", nearest(name, names))
        if name in found:
            raise InvalidValue(name, "is given twice; join the values with a comma.")
        allowed = FILTER_SPACE if name == "filter" else ""
        if any((ord(c) < 32 or ord(c) == 127) and c not in allowed for c in value):
            raise InvalidValue(name, "has a control character.")
        if REPLACEMENT in value:
            raise InvalidValue(name, "is not percent-encoded UTF-8.")
        found[name] = value
    return found


def names_of(collection: Collection, reserved: Iterable[str]) -> list[str]:
    """All parameter names that a resource of the collection takes."""
    return list(dict.fromkeys((*reserved, *criteria_of(collection), *(f.name for f in collection.stored))))


def parse_items(
    collection: Collection, given: Parameters, body: bytes | None = None, today: date | None = None
) -> ItemsRequest:
    """The request for a list of features.

    :param body: CQL2 JSON filter of a POST request
    :param today: the day that ``open=today`` stands for; the present one in Brussels where it is not given
    :raises InvalidValue: for anything that is not understood
    """
    told = _told(collection, given, ITEMS, f"the items of '{collection.id}'")
    if "edition" in told:
        edition_id(told["edition"])
    return ItemsRequest(
        query=_query(collection, told, body, today),
        alternatives=_alternatives(collection, told),
        crs=offered(told["crs"], "crs").uri if "crs" in told else CRS84,
        properties=_properties(collection, told.get("properties")),
        skip_geometry=boolean("skipGeometry", told.get("skipGeometry", "false")),
        hits=choice("resulttype", told.get("resulttype", "results"), ("results", "hits")) == "hits",
    )


def edition_id(text: str) -> str:
    """The id of an edition, as ``next`` links name it; which edition answers is settled before the request is parsed.

    :raises InvalidValue: where it is none
    """
    if not ID.fullmatch(text):
        raise InvalidValue("edition", f"'{text}' is not the id of an edition: 16 digits and letters from a to f.")
    return text


def parse_item(collection: Collection, given: Parameters) -> ItemsRequest:
    """The request for one feature: how to show it; the query stays empty."""
    told = unique(given, ITEM, f"a feature of '{collection.id}'")
    excluded(told)
    return ItemsRequest(
        query=Query(collection.id),
        crs=offered(told["crs"], "crs").uri if "crs" in told else CRS84,
        properties=_properties(collection, told.get("properties")),
        skip_geometry=boolean("skipGeometry", told.get("skipGeometry", "false")),
    )


def parse_facets(
    collection: Collection, given: Parameters, body: bytes | None = None, today: date | None = None
) -> FacetsRequest:
    """The request for counts.

    :raises InvalidValue: for anything that is not understood
    """
    told = _told(collection, given, FACETS, f"the facets of '{collection.id}'")
    criteria = tuple(split("facets", told["facets"])) if "facets" in told else ()
    return FacetsRequest(_query(collection, told, body, today), criteria, _alternatives(collection, told))


def _told(collection: Collection, given: Parameters, reserved: Iterable[str], place: str) -> dict[str, str]:
    """The parameters of a resource that searches.

    :raises InvalidValue: also for a property that is worked out for each answer: the search cannot depend on it
    """
    for name, _ in given:
        field = collection.by_name.get(name)
        if field is not None and not field.queryable:
            reason = "is worked out for each answer: it can be shown and sorted by, but not filtered by."
            raise InvalidValue(name, reason)
    told = unique(given, names_of(collection, reserved), place)
    excluded(told)
    return told


def excluded(told: dict[str, str]) -> None:
    """Check ``exclude``, which every resource takes: it chooses the edition without samples before one is asked.

    :raises InvalidValue: for anything but ``samples``
    """
    if "exclude" in told:
        choice("exclude", told["exclude"], (SAMPLES,))


def _query(collection: Collection, told: dict[str, str], body: bytes | None, today: date | None) -> Query:
    criteria = criteria_of(collection)
    plain = [f for f in collection.stored if f.name in told and f.name not in criteria]
    return Query(
        collection=collection.id,
        criteria=tuple((c.name, _values(c, told[c.name], today)) for c in criteria.values() if c.name in told),
        equals=tuple((f.name, _equals(f, told[f.name])) for f in plain),
        include_unknown="include" in told and bool(choice("include", told["include"], (UNKNOWN,))),
        words=_words(told.get("q")),
        box=box_of(told.get("bbox"), told.get("bbox-crs")),
        interval=interval_of(told["datetime"]) if "datetime" in told else None,
        filter=_filter(told, body),
        filter_crs=offered(told["filter-crs"], "filter-crs").uri if "filter-crs" in told else None,
        sortby=_sortby(collection, told.get("sortby")),
        offset=whole("offset", told.get("offset", "0"), 0, MAXIMUM_OFFSET),
        limit=_limit(told.get("limit")),
    )


def _alternatives(collection: Collection, told: dict[str, str]) -> Alternatives:
    criteria = criteria_of(collection)
    texts = {f.name for f in collection.stored if f.name not in criteria and _is_text(f)}
    texts |= {c.name for c in criteria.values() if c.match is Match.PATTERN}
    return tuple((name, apart) for name in told if name in texts and (apart := texts_apart(name, told[name])))


def _values(criterion: Criterion, text: str, today: date | None) -> tuple[str, ...]:
    if criterion.match is Match.PATTERN:
        return texts_of(criterion.name, text)
    if criterion.match is Match.WORDS:
        return (_words(text, criterion.name) or "",)
    values = tuple(split(criterion.name, text))
    if criterion.match is Match.DAY:
        return tuple(_day_or_today(criterion.name, value, today) for value in values)
    if criterion.match is Match.BOOLEAN:
        return tuple("true" if truth(criterion.name, value) else "false" for value in values)
    return values


def _day_or_today(name: str, text: str, today: date | None) -> str:
    return (today or today_in_brussels()).isoformat() if text == TODAY else day_of(name, text)


def _is_text(field: Field) -> bool:
    """Whether the values are texts, which may hold commas."""
    return field.type in (FieldType.STRING, FieldType.ARRAY) and not field.codelist


def _equals(field: Field, text: str) -> tuple[Any, ...]:
    if _is_text(field):
        return texts_of(field.name, text)
    return tuple(typed(field, value) for value in split(field.name, text))


def _limit(text: str | None) -> int:
    if text is None:
        return DEFAULT_LIMIT
    # More than the maximum is no error but gives the maximum (17-069r4, /req/core/fc-limit-response-1).
    if not re.fullmatch(r"[+-]?[0-9]{1,20}", text) or int(text) < 1:
        raise InvalidValue("limit", f"'{text}' is not a whole number of 1 or more.")
    return min(int(text), MAXIMUM_LIMIT)


def _words(text: str | None, name: str = "q") -> str | None:
    if text is not None and not text.strip():
        raise InvalidValue(name, "is empty.")
    return text


def _filter(told: dict[str, str], body: bytes | None) -> Any:
    language = told.get("filter-lang")
    if language is not None:
        choice("filter-lang", language, FILTER_LANGUAGES)
    text = told.get("filter")
    if text is None and body is None:
        for name in ("filter-lang", "filter-crs"):
            if name in told:
                raise InvalidValue(name, "is given without filter.")
        return None
    if body is not None:
        if text is not None:
            raise InvalidValue("filter", "is given both in the URL and in the body.")
        if language == "cql2-text":
            raise InvalidValue("filter-lang", "is cql2-text, but a body is CQL2 JSON.")
        return cql2.parse_json(body)
    if text is None or not text.strip():
        raise InvalidValue("filter", "is empty.")
    if len(text) > MAXIMUM_FILTER:
        raise InvalidValue("filter", f"has {len(text)} characters; the limit is {MAXIMUM_FILTER}.")
    return cql2.parse_json(text) if language == "cql2-json" else cql2.parse_text(text)


def _sortby(collection: Collection, text: str | None) -> tuple[tuple[str, bool], ...]:
    if text is None:
        return ()
    found = []
    for part in text.split(","):
        # A plus sign that was not percent-encoded arrives as a space.
        name = part.strip().removeprefix("+").removeprefix("-")
        _known(collection, name, "sortby")
        found.append((name, part.strip().startswith("-")))
    return tuple(found)


def _properties(collection: Collection, text: str | None) -> tuple[str, ...] | None:
    if text is None:
        return None
    names = split("properties", text)
    for name in names:
        _known(collection, name, "properties")
    # What rests on samples is never shown without the property that says so.
    bases = [basis for name in names if (basis := collection.by_name[name].basis)]
    return tuple(dict.fromkeys((*names, *bases)))


def _known(collection: Collection, name: str, place: str) -> None:
    if name not in collection.by_name:
        reason = f"collection '{collection.id}' has no property '{name}'."
        raise InvalidValue(place, reason, nearest(name, collection.by_name))
