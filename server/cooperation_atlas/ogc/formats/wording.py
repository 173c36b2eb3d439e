"""What tables say for people: headings in words, and with ``labels=true`` labels in the place of codes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ...model.fields import Field, FieldType
from ...model.presentation import UNIT_LABELS
from ..openapi_texts import message
from .document import FeatureDocument, Words

#: How the members of a list are joined in one cell, as in the text twins.
JOIN = "; "
#: First characters that spreadsheets take for a formula, also in their full width (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_TRUTHS = {True: message("yes"), False: message("no")}


def columns(document: FeatureDocument) -> list[Field]:
    """The properties that are columns. With labels, an array of codes has them itself, and no text twin."""
    collection, request = document.collection, document.request
    asked = [field for field in collection.fields if request.properties is None or field.name in request.properties]
    if not request.labels:
        return asked
    names = {field.name for field in asked}
    coded = {field.name for field in asked if field.codelist}
    return [field for field in asked if field.twin_of is None or field.twin_of not in coded & names]


def headings(fields: Sequence[Field], words: Words) -> list[str]:
    """The titles of the properties with their units; where two have the same one, with the name of the property."""
    titles = []
    for field in fields:
        title = words.translate(field.title)
        unit = unit_of(field)
        titles.append(f"{title} ({words.translate(unit)})" if unit else title)
    several = {title for title in titles if titles.count(title) > 1}
    return [
        f"{title} ({field.name})" if title in several else title for title, field in zip(titles, fields, strict=True)
    ]


def unit_of(field: Field) -> str | None:
    """The unit of a number as people write it, in English."""
    return UNIT_LABELS.get(field.unit, field.unit) if field.unit else None


def in_words(field: Field, words: Words) -> Callable[[Any], Any] | None:
    """What makes the text of a value that is a code or a plain word; ``None`` where values are no such things."""
    codelist, labels = field.codelist, words.codelists
    if codelist in labels and field.type is FieldType.ARRAY:
        return lambda value: value and [labels.label(codelist, code, words.language) for code in value]
    if codelist in labels:
        return lambda value: value and labels.label(codelist, value, words.language)
    if field.words:
        return lambda value: value and words.translate(value.replace("_", " "))
    return None


def truth(words: Words, value: bool) -> str:
    """Yes or no."""
    return words.translate(_TRUTHS[value])
