"""Values of query parameters: from the text that a client sent to numbers, days, boxes and lists, strictly."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from typing import Any

from ..model.errors import InvalidValue, nearest
from ..model.fields import Field, FieldType
from ..store.crs import CRS84, offered
from ..store.query import Box
from .parameter_names import parameters_named
from .query_string import SEPARATOR, Value

#: Most texts in a list: each pattern is compared with every title, and an address has room for thousands.
MAXIMUM_TEXTS = 100
#: Values of a boolean property.
TRUTHS = ("true", "false", "1", "0")


def texts_of(name: str, text: str) -> tuple[str, ...]:
    """The texts that a parameter of text asks for: the whole, and the parts between commas that were not encoded.

    :raises InvalidValue: where it is empty, or has too many parts
    """
    whole = _unescaped(text)
    if not whole.strip(", "):
        raise InvalidValue(name, "has an empty value.")
    parts = text.parts if isinstance(text, Value) else SEPARATOR.split(text)
    if len(parts) < 2:
        return (whole,)
    # What would be a list with an empty value is one text that begins or ends with a comma.
    apart = [_unescaped(part) for part in parts]
    if not all(apart):
        return (whole,)
    return tuple(dict.fromkeys((whole, *_few(name, apart))))


def texts_apart(name: str, text: str) -> tuple[str, ...]:
    """The texts that a parameter with commas, all of them encoded, asks for where the whole is none; empty without."""
    if not isinstance(text, Value) or len(text.parts) > 1:
        return ()
    apart = [_unescaped(part) for part in SEPARATOR.split(text)]
    if len(apart) < 2 or not all(apart):
        return ()
    return tuple(dict.fromkeys(_few(name, apart)))


def _few(name: str, texts: list[str]) -> list[str]:
    if len(texts) > MAXIMUM_TEXTS:
        raise InvalidValue(name, f"has {len(texts)} values; the limit is {MAXIMUM_TEXTS}.")
    return texts


def _unescaped(text: str) -> str:
    return text.replace("\\,", ",").strip()


def split(name: str, text: str) -> list[str]:
    """The values of a comma list; ``\\,`` is a comma inside a value.

    :raises InvalidValue: where a value is empty
    """
    values = [_unescaped(part) for part in SEPARATOR.split(text)]
    if not all(values):
        raise InvalidValue(name, "has an empty value.")
    return list(dict.fromkeys(values))


def typed(field: Field, text: str) -> Any:
    """A value of a property, read as its type says."""
    match field.type:
        case FieldType.INTEGER:
            return whole(field.name, text, -(2**53), 2**53)
        case FieldType.NUMBER:
            return number(field.name, text)
        case FieldType.BOOLEAN:
            return truth(field.name, text)
        case FieldType.DATE:
            return day_of(field.name, text)
        case _:
            return text


_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?(nan|inf|infinity)", re.IGNORECASE)


def number(name: str, text: str) -> float:
    """A finite decimal number."""
    # Python would also read "1_000" and the digits of other scripts.
    if not _NUMBER.fullmatch(text):
        raise InvalidValue(name, f"'{text}' is not a number.")
    value = float(text)
    if not math.isfinite(value):
        raise InvalidValue(name, f"'{text}' is not a finite number.")
    return value


def whole(name: str, text: str, low: int, high: int) -> int:
    """A whole number from ``low`` to ``high``."""
    if not re.fullmatch(r"[+-]?[0-9]{1,20}", text) or not low <= int(text) <= high:
        raise InvalidValue(name, f"'{text}' is not a whole number from {low} to {high}.")
    return int(text)


def boolean(name: str, text: str) -> bool:
    """true or false."""
    return choice(name, text, ("true", "false")) == "true"


def truth(name: str, text: str) -> bool:
    """The value of a boolean property; GDAL writes 1 or 0."""
    return choice(name, text, TRUTHS) in ("true", "1")


def choice(name: str, text: str, choices: tuple[str, ...]) -> str:
    """One of the choices."""
    if text not in choices:
        raise InvalidValue(name, f"'{text}' is not one of {', '.join(choices)}.", nearest(text, choices))
    return text


def box_of(text: str | None, crs: str | None) -> Box | None:
    """``bbox`` in the CRS of ``bbox-crs``; CRS84 where that is absent."""
    if text is None:
        if crs is not None:
            raise InvalidValue("bbox-crs", "is given without bbox.")
        return None
    parts = text.split(",")
    if len(parts) not in (4, 6):
        raise InvalidValue("bbox", f"has {len(parts)} numbers instead of 4 (or 6 with heights).")
    numbers = [number("bbox", part.strip()) for part in parts]
    if len(numbers) == 6:
        # The heights are left aside: all geometries are flat, at no height.
        a, b, low, c, d, high = numbers
        if low > high:
            raise InvalidValue("bbox", f"the lower height ({low:g}) lies above the upper one ({high:g}).")
    else:
        a, b, c, d = numbers
    box = Box((a, b, c, d), offered(crs, "bbox-crs").uri if crs is not None else CRS84)
    with parameters_named():
        box.polygons()
    return box


def interval_of(text: str) -> tuple[str | None, str | None]:
    """``datetime``: first and last day, ``None`` for an open end."""
    parts = text.split("/")
    if len(parts) > 2:
        raise InvalidValue("datetime", f"'{text}' has more than one slash.")
    if len(parts) == 1:
        day = day_of("datetime", text)
        return day, day
    begin, end = (None if part in ("", "..") else day_of("datetime", part) for part in parts)
    if begin is None and end is None and text != "../..":
        raise InvalidValue("datetime", f"'{text}' has neither begin nor end.")
    if begin and end and begin > end:
        raise InvalidValue("datetime", f"begins on {begin}, after its end on {end}.")
    return begin, end


_DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt ](?:([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)\s*(?:[Zz]|([ +-][0-9]{2}(?::?[0-9]{2})?))?)?)?"
)


def day_of(name: str, text: str) -> str:
    """The day of an RFC 3339 date or date-time, as ISO 8601.

    Also what clients write besides: a ``T`` without a time (GDAL), a time without seconds or without an offset.
    """
    read = _DATE_TIME.fullmatch(text)
    if read is None:
        reason = f"'{text}' is neither a date (2024-05-31) nor a date-time (2024-05-31T12:00:00Z)."
        raise InvalidValue(name, reason)
    day, clock, offset = read.groups()
    try:
        if clock:
            # A plus sign that was not percent-encoded arrives as a space.
            datetime.fromisoformat(f"{day}T{clock.replace(',', '.')}{(offset or '').replace(' ', '+')}")
        return date.fromisoformat(day).isoformat()
    except ValueError:
        raise InvalidValue(name, f"'{text}' is not a day of the calendar, or not a time of day.") from None
