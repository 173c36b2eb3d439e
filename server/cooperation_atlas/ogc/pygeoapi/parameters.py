"""Query parameters of configured collections, checked before pygeoapi's core sees them.

The core ignores parameters that it does not know, and values that it does not understand; its providers ignore what
they cannot do. Here each of them is refused with its reason.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...model.errors import InvalidValue, nearest
from ...store import cql2
from ..parameter_values import boolean, choice, interval_of, whole
from ..parameters import FILTER_LANGUAGES, MAXIMUM_FILTER, MAXIMUM_OFFSET, Parameters, unique
from .configured import ConfiguredCollection

#: Parameters that every resource takes; format and language are settled before the core is called, and no configured
#: resource has samples that could be excluded.
COMMON = ("f", "lang", "exclude")
#: Parameters of items that concern the core itself.
_PAGING = ("limit", "offset")
#: Parameters of items in the order in which they are listed; each is offered where the provider reads it.
_OPTIONAL = (
    "bbox", "bbox-crs", "datetime", "q", "filter", "filter-lang", "filter-crs", "sortby", "properties",
    "skipGeometry", "resulttype",
)  # fmt: skip


@dataclass(frozen=True)
class ItemsParameters:
    """The parameters of a list for the core.

    :param body: filter in CQL2 JSON, which the core takes in the body only
    """

    parameters: Mapping[str, str]
    body: bytes = b""


def items_names(collection: ConfiguredCollection) -> list[str]:
    """The parameters of the collection's items."""
    offered = [name for name in _OPTIONAL if name in collection.parameters]
    crs = ["crs"] if collection.item_type == "feature" else []
    equals = [name for name in collection.fields if name not in offered] if collection.equals else []
    return [*COMMON, *_PAGING, *crs, *offered, *equals, *collection.extra]


def plain(given: Parameters, path: str, more: Iterable[str] = ()) -> dict[str, str]:
    """The parameters of a resource that takes only the common ones.

    :param more: further ones that it takes
    :raises InvalidValue: for any other
    """
    values = unique(given, (*COMMON, *more), f"'{path}'")
    _check_exclude(values)
    return {name: value for name, value in values.items() if name not in COMMON}


def items(collection: ConfiguredCollection, given: Parameters, body: bytes = b"") -> ItemsParameters:
    """The parameters of a list of features or records.

    :param body: filter in CQL2 JSON of a POST request
    :raises InvalidValue: for what is not known, not understood, or would be ignored
    """
    for name, _ in given:
        if name in _OPTIONAL and name not in collection.parameters:
            raise InvalidValue(name, _ignored(collection, name))
    values = unique(given, items_names(collection), f"the items of '{collection.id}'")
    _check_exclude(values)
    _check_values(collection, values)
    if "bbox" in values:
        values["bbox"] = _flat(values["bbox"])
    if "datetime" in values:
        values["datetime"] = _interval(values["datetime"])
    if "q" in values and collection.regular_expressions:
        # TinyDB takes words for regular expressions, which fail or take hours; separators stay.
        values["q"] = " ".join(re.escape(word) for word in values["q"].split())
    filter_, body = _filter(collection, values, body)
    kept = {name: value for name, value in values.items() if name not in (*COMMON, "filter", "filter-lang")}
    return ItemsParameters(kept | filter_, body)


def item(collection: ConfiguredCollection, given: Parameters) -> dict[str, str]:
    """The parameters of a single feature or record."""
    more = ("crs",) if collection.item_type == "feature" else ()
    values = plain(given, f"an item of '{collection.id}'", more)
    _check_values(collection, values)
    return values


def _ignored(collection: ConfiguredCollection, name: str) -> str:
    source = f"the source of collection '{collection.id}' ({collection.source})"
    if name.startswith("filter"):
        return f"is not possible here: {source} evaluates no CQL2 and would return every feature."
    return f"is not possible here: {source} would ignore it."


def _check_exclude(values: Mapping[str, str]) -> None:
    if "exclude" in values:
        choice("exclude", values["exclude"], ("samples",))


def _check_values(collection: ConfiguredCollection, values: Mapping[str, str]) -> None:
    """Values that the core or a provider would misread or fail on.

    :raises InvalidValue: naming the parameter
    """
    for name in ("crs", "bbox-crs", "filter-crs"):
        if name in values:
            choice(name, values[name], collection.crs)
    if "limit" in values:
        whole("limit", values["limit"], 1, MAXIMUM_OFFSET)
    if "offset" in values:
        whole("offset", values["offset"], 0, MAXIMUM_OFFSET)
    if "resulttype" in values:
        choice("resulttype", values["resulttype"], ("results", "hits"))
    if "skipGeometry" in values:
        boolean("skipGeometry", values["skipGeometry"])
    if "q" in values and not values["q"].replace(",", "").strip():
        raise InvalidValue("q", "names no word.")
    if "bbox" in values:
        _check_box(values["bbox"])
    elif "bbox-crs" in values:
        raise InvalidValue("bbox-crs", "is given without bbox.")
    for name in ("sortby", "properties"):
        for part in values[name].split(",") if name in values else ():
            property_ = part.removeprefix("-").removeprefix("+").strip() if name == "sortby" else part
            if property_ not in collection.fields:
                reason = f"collection '{collection.id}' has no property '{property_}'."
                raise InvalidValue(name, reason, nearest(property_, collection.fields))


def _check_box(text: str) -> None:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) not in (4, 6) or not all(map(math.isfinite, numbers)):
        raise InvalidValue("bbox", f"'{text}' is not a list of four or six numbers.")


def _flat(text: str) -> str:
    """A box without heights: providers take four numbers only, or the wrong four of six."""
    numbers = text.split(",")
    return text if len(numbers) == 4 else ",".join((*numbers[:2], *numbers[3:5]))


def _interval(text: str) -> str:
    """A date or an interval as an interval: TinyDB fails on a single date."""
    interval_of(text)
    return text if "/" in text else f"{text}/{text}"


def _filter(collection: ConfiguredCollection, values: Mapping[str, str], body: bytes) -> tuple[dict[str, str], bytes]:
    """The filter as the core takes it: text as a parameter, JSON as the body."""
    language, text = values.get("filter-lang"), values.get("filter")
    if language is not None:
        choice("filter-lang", language, FILTER_LANGUAGES)
    if body:
        if "filter" not in collection.parameters:
            raise InvalidValue("filter", _ignored(collection, "filter"))
        if text is not None:
            raise InvalidValue("filter", "is given both in the URL and in the body.")
        cql2.parse_json(body)
        return {}, body
    if text is None:
        for name in ("filter-lang", "filter-crs"):
            if name in values:
                raise InvalidValue(name, "is given without filter.")
        return {}, b""
    if not text.strip() or len(text) > MAXIMUM_FILTER:
        raise InvalidValue("filter", f"has {len(text.strip())} characters; 1 to {MAXIMUM_FILTER} are possible.")
    if language == "cql2-json":
        cql2.parse_json(text)
        return {}, text.encode()
    cql2.parse_text(text)
    return {"filter": text}, b""
