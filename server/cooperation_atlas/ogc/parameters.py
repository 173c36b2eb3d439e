"""Query parameters of the items and facets resources: strict parsing into an engine query.

Nothing is ignored: an unknown parameter, a value outside its list or range, and a parameter given twice are errors
that name the nearest valid choice (OGC 17-069r4, 7.6: unknown parameters are answered with 400).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ..model.collections import Collection
from ..model.criteria import Criterion, Match, criteria_of
from ..model.errors import InvalidValue, nearest
from ..model.fields import Field, FieldType
from ..store import cql2
from ..store.crs import CRS84, offered
from ..store.geometry import Box
from ..store.query import Query

DEFAULT_LIMIT = 100
MAXIMUM_LIMIT = 10_000
#: Largest offset; beyond it no collection has features, and the number no longer fits common integer types.
MAXIMUM_OFFSET = 2**31 - 1
#: Longest ``filter`` in characters.
MAXIMUM_FILTER = 20_000
#: Most patterns in a list: each is compared with every title, and an address has room for thousands.
MAXIMUM_PATTERNS = 100

#: Parameters of a list of features besides the criteria and the properties.
ITEMS = (
    "f", "lang", "limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "q", "filter", "filter-lang", "filter-crs",
    "sortby", "properties", "skipGeometry", "resulttype",
)  # fmt: skip
#: Parameters of the facets resource besides the criteria and the properties.
FACETS = ("f", "lang", "facets", "bbox", "bbox-crs", "datetime", "q", "filter", "filter-lang", "filter-crs")
#: Parameters of a single feature.
ITEM = ("f", "lang", "crs", "properties", "skipGeometry")

#: What stands in a decoded value for what could not be decoded (Unicode, 3.9).
REPLACEMENT = "\ufffd"

FILTER_LANGUAGES = ("cql2-text", "cql2-json")


@dataclass(frozen=True)
class ItemsRequest:
    """What was asked of a list of features.

    :param crs: URI of the CRS of the response
    :param properties: properties to return, ``None`` for all
    :param hits: only the number of features is wanted (``resulttype=hits``)
    """

    query: Query
    crs: str = CRS84
    properties: tuple[str, ...] | None = None
    skip_geometry: bool = False
    hits: bool = False


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
        if any(ord(c) < 32 or ord(c) == 127 for c in value):
            raise InvalidValue(name, "has a control character.")
        if REPLACEMENT in value:
            raise InvalidValue(name, "is not percent-encoded UTF-8.")
        found[name] = value
    return found


def names_of(collection: Collection, reserved: Iterable[str]) -> list[str]:
    """All parameter names that a resource of the collection takes."""
    return list(dict.fromkeys((*reserved, *criteria_of(collection), *collection.by_name)))


def parse_items(collection: Collection, given: Parameters, body: bytes | None = None) -> ItemsRequest:
    """The request for a list of features.

    :param body: CQL2 JSON filter of a POST request
    :raises InvalidValue: for anything that is not understood
    """
    place = f"the items of '{collection.id}'"
    told = unique(given, names_of(collection, ITEMS), place)
    return ItemsRequest(
        query=_query(collection, told, body),
        crs=offered(told["crs"]).uri if "crs" in told else CRS84,
        properties=_properties(collection, told.get("properties")),
        skip_geometry=_boolean("skipGeometry", told.get("skipGeometry", "false")),
        hits=_choice("resulttype", told.get("resulttype", "results"), ("results", "hits")) == "hits",
    )


def parse_item(collection: Collection, given: Parameters) -> ItemsRequest:
    """The request for one feature: how to show it; the query stays empty."""
    told = unique(given, ITEM, f"a feature of '{collection.id}'")
    return ItemsRequest(
        query=Query(collection.id),
        crs=offered(told["crs"]).uri if "crs" in told else CRS84,
        properties=_properties(collection, told.get("properties")),
        skip_geometry=_boolean("skipGeometry", told.get("skipGeometry", "false")),
    )


def parse_facets(collection: Collection, given: Parameters, body: bytes | None = None) -> tuple[Query, tuple[str, ...]]:
    """The query to count, and the criteria to count by (all of them when empty)."""
    told = unique(given, names_of(collection, FACETS), f"the facets of '{collection.id}'")
    wanted = tuple(split("facets", told["facets"])) if "facets" in told else ()
    return _query(collection, told, body), wanted


def _query(collection: Collection, told: dict[str, str], body: bytes | None) -> Query:
    criteria = criteria_of(collection)
    return Query(
        collection=collection.id,
        criteria=tuple((c.name, _values(c, told[c.name])) for c in criteria.values() if c.name in told),
        equals=tuple(
            (f.name, tuple(_typed(f, v) for v in split(f.name, told[f.name])))
            for f in collection.fields
            if f.name in told and f.name not in criteria
        ),
        words=_words(told.get("q")),
        box=_box(told.get("bbox"), told.get("bbox-crs")),
        interval=_interval(told["datetime"]) if "datetime" in told else None,
        filter=_filter(told, body),
        filter_crs=offered(told["filter-crs"], "filter-crs").uri if "filter-crs" in told else None,
        sortby=_sortby(collection, told.get("sortby")),
        offset=_whole("offset", told.get("offset", "0"), 0, MAXIMUM_OFFSET),
        limit=_limit(told.get("limit")),
    )


def _values(criterion: Criterion, text: str) -> tuple[str, ...]:
    values = split(criterion.name, text)
    if criterion.match is Match.PATTERN and len(values) > MAXIMUM_PATTERNS:
        raise InvalidValue(criterion.name, f"has {len(values)} patterns; {MAXIMUM_PATTERNS} are the most.")
    return tuple(values)


def split(name: str, text: str) -> list[str]:
    """The values of a comma list; ``\\,`` is a comma inside a value.

    :raises InvalidValue: where a value is empty
    """
    values = [v.replace("\\,", ",").strip() for v in re.split(r"(?<!\\),", text)]
    if not all(values):
        raise InvalidValue(name, "has an empty value.")
    return list(dict.fromkeys(values))


def _typed(field: Field, text: str) -> Any:
    match field.type:
        case FieldType.INTEGER:
            return _whole(field.name, text, -(2**53), 2**53)
        case FieldType.NUMBER:
            return _number(field.name, text)
        case FieldType.BOOLEAN:
            return _boolean(field.name, text)
        case FieldType.DATE:
            return _day(field.name, text)
        case _:
            return text


_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?(nan|inf|infinity)", re.IGNORECASE)


def _number(name: str, text: str) -> float:
    # Python would also read "1_000" and the digits of other scripts.
    if not _NUMBER.fullmatch(text):
        raise InvalidValue(name, f"'{text}' is not a number.")
    value = float(text)
    if not math.isfinite(value):
        raise InvalidValue(name, f"'{text}' is not a finite number.")
    return value


def _whole(name: str, text: str, low: int, high: int) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,20}", text) or not low <= int(text) <= high:
        raise InvalidValue(name, f"'{text}' is not a whole number from {low} to {high}.")
    return int(text)


def _limit(text: str | None) -> int:
    if text is None:
        return DEFAULT_LIMIT
    # More than the maximum is no error but gives the maximum (17-069r4, /req/core/fc-limit-response-1).
    if not re.fullmatch(r"[+-]?[0-9]{1,20}", text) or int(text) < 1:
        raise InvalidValue("limit", f"'{text}' is not a whole number of 1 or more.")
    return min(int(text), MAXIMUM_LIMIT)


def _boolean(name: str, text: str) -> bool:
    return _choice(name, text, ("true", "false")) == "true"


def _choice(name: str, text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        raise InvalidValue(name, f"'{text}' is not one of {', '.join(choices)}.", nearest(text, choices))
    return text


def _words(text: str | None) -> str | None:
    if text is not None and not text.strip():
        raise InvalidValue("q", "is empty.")
    return text


def _box(text: str | None, crs: str | None) -> Box | None:
    if text is None:
        if crs is not None:
            raise InvalidValue("bbox-crs", "is given without bbox.")
        return None
    parts = text.split(",")
    if len(parts) not in (4, 6):
        raise InvalidValue("bbox", f"has {len(parts)} numbers instead of 4 (or 6 with heights).")
    numbers = [_number("bbox", part.strip()) for part in parts]
    if len(numbers) == 6:
        # The heights are left aside: all geometries are flat, at no height.
        a, b, low, c, d, high = numbers
        if low > high:
            raise InvalidValue("bbox", f"the lower height ({low:g}) lies above the upper one ({high:g}).")
    else:
        a, b, c, d = numbers
    box = Box((a, b, c, d), offered(crs, "bbox-crs").uri if crs is not None else CRS84)
    box.polygons()
    return box


def _interval(text: str) -> tuple[str | None, str | None]:
    parts = text.split("/")
    if len(parts) > 2:
        raise InvalidValue("datetime", f"'{text}' has more than one slash.")
    if len(parts) == 1:
        day = _day("datetime", text)
        return day, day
    begin, end = (None if part in ("", "..") else _day("datetime", part) for part in parts)
    if begin is None and end is None and text != "../..":
        raise InvalidValue("datetime", f"'{text}' has neither begin nor end.")
    if begin and end and begin > end:
        raise InvalidValue("datetime", f"begins on {begin}, after its end on {end}.")
    return begin, end


_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[ +-][0-9]{2}:[0-9]{2})"
)


def _day(name: str, text: str) -> str:
    """The day of an RFC 3339 date or date-time, as ISO 8601."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text).isoformat()
        # A plus sign that was not percent-encoded arrives as a space.
        if _DATE_TIME.fullmatch(text):
            return datetime.fromisoformat(text.upper().replace(" ", "+")).date().isoformat()
    except ValueError:
        raise InvalidValue(name, f"'{text}' is not a day of the calendar, or not a time of day.") from None
    reason = f"'{text}' is neither a date (2024-05-31) nor a date-time (2024-05-31T12:00:00Z)."
    raise InvalidValue(name, reason)


def _filter(told: dict[str, str], body: bytes | None) -> Any:
    language = told.get("filter-lang")
    if language is not None:
        _choice("filter-lang", language, FILTER_LANGUAGES)
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
        raise InvalidValue("filter", f"has {len(text)} characters; {MAXIMUM_FILTER} are the most.")
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
