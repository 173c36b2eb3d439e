"""Field declarations: the one place from which schema, queryables, OpenAPI, GeoPackage columns and docs follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from .presentation import Group, Reference

#: Why a property that is not ``Field.queryable`` cannot be part of a search.
NOT_SEARCHABLE = "is worked out for each answer: it can be shown and sorted by, but not filtered by."


class FieldType(StrEnum):
    """JSON types of a property.

    ``DATE`` and ``TIMESTAMP`` are strings of ``format: date`` and ``date-time``, ``ARRAY`` is an array of strings.
    """

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TIMESTAMP = "date-time"
    ARRAY = "array"


class GeometryType(StrEnum):
    """Type of the geometry of all features of a collection, as it is called in GeoJSON and in a GeoPackage."""

    AREA = "MultiPolygon"  #: a polygon or several
    LINE = "LineString"


@dataclass(frozen=True, slots=True)
class Field:
    """One property of a feature.

    :param name: property name, as in GeoJSON, GeoPackage and queryables
    :param type: JSON type; absent values are ``null`` for every type (an unknown fact is absent, never guessed)
    :param title: short label for people
    :param description: meaning, unit and source of a rule
    :param codelist: id of the code list whose codes are the only values allowed, or ``None``
    :param unit: unit of a number, in UCUM, or an ISO 4217 code for money
    :param format: format of a text in JSON Schema, such as ``uri``
    :param basis: name of the property that says whether the values rest on samples; it goes wherever this one goes
    :param twin_of: name of the array of which this is the plain-text twin (labels joined by ``; ``)
    :param queryable: False for a property that is computed for each search: it can be shown and sorted by, but not
        filtered by, and no edition holds it
    :param group: heading under which the page of a feature shows it
    :param reference: the features that its values stand for
    :param beside: property beside which it is shown, and not in a row of its own, where a feature has both
    :param samples_in: property that says which of the values are made up: an array of them, or a basis that is
        ``sample`` where any is; ``basis`` where none is named
    :param words: all values of a text that are plain words joined by ``_``, for people and translators
    :param absent: what is shown in its place where it is absent, if that says more than "not known"
    """

    name: str
    type: FieldType
    title: str
    description: str
    codelist: str | None = None
    unit: str | None = None
    twin_of: str | None = None
    basis: str | None = None
    queryable: bool = True
    format: str | None = None
    group: Group = Group.FACTS
    reference: Reference | None = None
    beside: str | None = None
    samples_in: str | None = None
    words: tuple[str, ...] = ()
    absent: str | None = None


def string(
    name: str,
    title: str,
    description: str,
    codelist: str | None = None,
    *,
    format: str | None = None,
    reference: Reference | None = None,
    words: tuple[str, ...] = (),
) -> Field:
    """A text property, or a code where ``codelist`` is given."""
    return Field(name, FieldType.STRING, title, description, codelist, format=format, reference=reference, words=words)


def integer(name: str, title: str, description: str) -> Field:
    """A whole number, such as a count."""
    return Field(name, FieldType.INTEGER, title, description)


def number(name: str, title: str, description: str, unit: str | None = None) -> Field:
    """A decimal number in ``unit`` (UCUM, or an ISO 4217 code for money)."""
    return Field(name, FieldType.NUMBER, title, description, unit=unit)


def boolean(name: str, title: str, description: str) -> Field:
    """True or false."""
    return Field(name, FieldType.BOOLEAN, title, description)


def date(name: str, title: str, description: str) -> Field:
    """A calendar day, RFC 3339 ``full-date``."""
    return Field(name, FieldType.DATE, title, description)


#: Title and description of the plain-text twin of an array, with and without a code list.
TWIN_TITLE = "{title} (text)"
TWIN_OF_LABELS = "The labels of `{name}`, joined by '; ', for clients that cannot show arrays."
TWIN_OF_VALUES = "The values of `{name}`, joined by '; ', for clients that cannot show arrays."


def array(
    name: str, title: str, description: str, codelist: str | None = None, *, reference: Reference | None = None
) -> tuple[Field, Field]:
    """A multi-valued property and its plain-text twin ``{name}_text``.

    The twin serves clients that cannot show arrays (QGIS before 3.44, spreadsheets).
    """
    described = TWIN_OF_LABELS if codelist else TWIN_OF_VALUES
    return (
        Field(name, FieldType.ARRAY, title, description, codelist, reference=reference),
        Field(
            f"{name}_text",
            FieldType.STRING,
            TWIN_TITLE.format(title=title),
            described.format(name=name),
            twin_of=name,
        ),
    )


def computed(*fields: Field) -> tuple[Field, ...]:
    """The fields, as properties that are computed for each search (see ``Field.queryable``)."""
    return tuple(replace(field, queryable=False) for field in fields)


def resting_on(basis: str, *fields: Field) -> tuple[Field, ...]:
    """The fields, none of which is ever shown without the property ``basis``."""
    return tuple(replace(field, basis=basis) for field in fields)


def grouped(group: Group, *fields: Field) -> tuple[Field, ...]:
    """The fields, under a heading of the page of a feature."""
    return tuple(replace(field, group=group) for field in fields)


def shown_beside(name: str, *fields: Field) -> tuple[Field, ...]:
    """The fields, which need no row of their own where a feature has the property ``name``."""
    return tuple(replace(field, beside=name) for field in fields)


def absent_as(text: str, *fields: Field) -> tuple[Field, ...]:
    """The fields, in whose place ``text`` is shown where they are absent (see ``Field.absent``)."""
    return tuple(replace(field, absent=text) for field in fields)


def samples_in(name: str, *fields: Field) -> tuple[Field, ...]:
    """The fields, of whose values the property ``name`` says which are made up."""
    return tuple(replace(field, samples_in=name) for field in fields)
