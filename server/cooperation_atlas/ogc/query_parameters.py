"""From the parameters of a search to a query of the store."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..model.calendar import today_in_brussels
from ..model.collections import Collection
from ..model.criteria import TODAY, UNKNOWN, Criterion, Match, criteria_of
from ..model.errors import InvalidValue, nearest
from ..model.fields import Field, FieldType
from ..store import cql2
from ..store.crs import offered
from ..store.query import Query
from .parameter_values import box_of, choice, day_of, interval_of, split, texts_of, truth, typed, whole
from .parameters import FILTER_LANGUAGES, MAXIMUM_FILTER, MAXIMUM_OFFSET


def query_of(collection: Collection, parameters: dict[str, str], body: bytes | None, today: date | None) -> Query:
    """The query of a search.

    :param parameters: as ``parameters.unique`` gives them
    :param body: CQL2 JSON filter of a POST request
    :param today: the day that ``open=today`` stands for; the present one in Brussels where it is not given
    :raises InvalidValue: for a value that a parameter does not take
    """
    criteria = criteria_of(collection)
    plain = [f for f in collection.stored if f.name in parameters and f.name not in criteria]
    return Query(
        collection=collection.id,
        criteria=tuple(
            (c.name, _values(c, parameters[c.name], today)) for c in criteria.values() if c.name in parameters
        ),
        equals=tuple((f.name, _equals(f, parameters[f.name])) for f in plain),
        include_unknown="include" in parameters and bool(choice("include", parameters["include"], (UNKNOWN,))),
        words=_words(parameters.get("q")),
        box=box_of(parameters.get("bbox"), parameters.get("bbox-crs")),
        interval=interval_of(parameters["datetime"]) if "datetime" in parameters else None,
        filter=_filter(parameters, body),
        filter_crs=offered(parameters["filter-crs"], "filter-crs").uri if "filter-crs" in parameters else None,
        sortby=_sortby(collection, parameters.get("sortby")),
        offset=whole("offset", parameters.get("offset", "0"), 0, MAXIMUM_OFFSET),
    )


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


def is_text(field: Field) -> bool:
    """Whether the values are texts, which may hold commas."""
    return field.type in (FieldType.STRING, FieldType.ARRAY) and not field.codelist


def _equals(field: Field, text: str) -> tuple[Any, ...]:
    if is_text(field):
        return texts_of(field.name, text)
    return tuple(typed(field, value) for value in split(field.name, text))


def _words(text: str | None, name: str = "q") -> str | None:
    if text is not None and not text.strip():
        raise InvalidValue(name, "is empty.")
    return text


def _filter(parameters: dict[str, str], body: bytes | None) -> Any:
    language = parameters.get("filter-lang")
    if language is not None:
        choice("filter-lang", language, FILTER_LANGUAGES)
    text = parameters.get("filter")
    if text is None and body is None:
        for name in ("filter-lang", "filter-crs"):
            if name in parameters:
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
    keys = []
    for part in text.split(","):
        # A plus sign that was not percent-encoded arrives as a space.
        name = part.strip().removeprefix("+").removeprefix("-")
        check_property(collection, name, "sortby")
        keys.append((name, part.strip().startswith("-")))
    return tuple(keys)


def check_property(collection: Collection, name: str, place: str) -> None:
    """Refuse a name that no property of the collection has.

    :param place: parameter that holds it
    """
    if name not in collection.by_name:
        reason = f"collection '{collection.id}' has no property '{name}'."
        raise InvalidValue(place, reason, nearest(name, collection.by_name))
