"""JSON Schemas of the features and of the queryables (OGC 23-058r2, Part 5; 19-079r2, Part 3)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from ..model.collections import Collection
from ..model.criteria import TODAY, Criterion, Match, criteria_of
from ..model.fields import Field, FieldType, GeometryType
from ..store.codelists import CodeLists
from .parameter_values import MAXIMUM_TEXTS, TRUTHS
from .presentation import PRESENTATION, described_presentation, described_property

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MEDIA_TYPE = "application/schema+json"
#: Parameter of the schema resource.
NULLS = "nulls"
#: Member of the queryables that describes the criteria.
CRITERIA_MEMBER = "x-atlas-criteria"
#: Units that are codes of ISO 4217.
_CURRENCIES = ("EUR",)
#: Description and format (OGC 23-058r2, table 7) of each type of geometry.
_GEOMETRIES = {
    GeometryType.AREA: ("Polygon or multipolygon.", "geometry-multipolygon"),
    GeometryType.LINE: ("Line.", "geometry-linestring"),
}


class Nulls(StrEnum):
    """What the schema of the features says of absent values, which are ``null`` in every format that knows it."""

    ALLOWED = "allowed"  #: each type beside ``null``: what every feature is valid against
    IMPLIED = "implied"  #: one type alone, as 23-058r2 has it: QGIS 3.44 takes a property with two types for text


def _enum(codelist: str | None, codelists: CodeLists) -> dict[str, Any]:
    return {"enum": list(codelists[codelist].codes)} if codelist and codelist in codelists else {}


def property_schema(field: Field, codelists: CodeLists) -> dict[str, Any]:
    """The JSON Schema of one property: type, title, description, enum where a code list rules it."""
    known = {"title": field.title, "description": field.description}
    coded = _enum(field.codelist, codelists)
    if field.codelist:
        known["x-ogc-codelistId"] = field.codelist
    match field.type:
        case FieldType.ARRAY:
            return {**known, "type": "array", "items": {"type": "string", **coded}}
        case FieldType.DATE | FieldType.TIMESTAMP:
            return {**known, "type": "string", "format": str(field.type)}
        case _:
            form = {"format": field.format} if field.format else {}
            return {**known, "type": str(field.type), **form, **coded, **_unit(field)}


def _unit(field: Field) -> dict[str, Any]:
    """The unit in UCUM, which is what 23-058r2 expects; it has no code for a currency."""
    return {"x-ogc-unit": field.unit} if field.unit and field.unit not in _CURRENCIES else {}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    coded = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [schema["type"], "null"], **coded}


def _document(collection: Collection, uri: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "$id": uri,
        "type": "object",
        "title": collection.title,
        "description": collection.description,
        "properties": properties,
        "additionalProperties": False,
    }


def feature_schema(
    collection: Collection, codelists: CodeLists, uri: str, nulls: Nulls = Nulls.ALLOWED
) -> dict[str, Any]:
    """The schema of the properties of a feature and its geometry, with their roles and how they are presented.

    :param uri: address of the schema without query
    """
    properties: dict[str, Any] = {}
    for position, field in enumerate(collection.fields, start=1):
        declared: dict[str, Any] = property_schema(field, codelists) | {"x-ogc-propertySeq": position}
        declared |= described_property(field)
        if field.name == collection.id_field:
            declared["x-ogc-role"] = "id"
        elif nulls is Nulls.ALLOWED:
            declared = _or_null(declared)
        if collection.time_fields and field.name in collection.time_fields:
            start = field.name == collection.time_fields[0]
            declared["x-ogc-role"] = "primary-interval-start" if start else "primary-interval-end"
        properties[field.name] = declared
    properties["geometry"] = _geometry(collection)
    document = _document(collection, uri if nulls is Nulls.ALLOWED else f"{uri}?{NULLS}={nulls}", properties)
    return document | {PRESENTATION: described_presentation(collection)}


def queryables_schema(collection: Collection, codelists: CodeLists, uri: str) -> dict[str, Any]:
    """The properties that can be used in ``filter`` and as parameters.

    Criteria that are no property (``topic``, ``nuts3`` …) are parameters only, because a queryable is something a CQL2
    expression can name. They stand beside the properties, under ``x-atlas-criteria``.
    """
    properties = {f.name: property_schema(f, codelists) for f in collection.stored}
    document = _document(collection, uri, {**properties, "geometry": _geometry(collection)})
    return document | {CRITERIA_MEMBER: described_criteria(collection, codelists)}


def _geometry(collection: Collection) -> dict[str, Any]:
    description, format_ = _GEOMETRIES[collection.geometry]
    return {"title": "Geometry", "description": description, "x-ogc-role": "primary-geometry", "format": format_}


def criteria_schema(collection: Collection, codelists: CodeLists) -> dict[str, dict[str, Any]]:
    """The schema of each criterion of the collection, for OpenAPI: an array, written as a comma list."""
    schemas = {}
    for criterion in criteria_of(collection).values():
        schemas[criterion.name] = {"type": "array", "items": _criterion_value(criterion, codelists), "minItems": 1}
        if criterion.match is Match.PATTERN:
            schemas[criterion.name]["maxItems"] = MAXIMUM_TEXTS
    return schemas


def described_criteria(collection: Collection, codelists: CodeLists) -> dict[str, dict[str, Any]]:
    """All that a client needs to offer the criteria of the collection without knowing them beforehand.

    Beside schema, title and description: the code list, how values are compared (``x-atlas-match``), whose property is
    read (``x-atlas-level``), the queryable with the same values where there is one (``x-atlas-property``), the values
    that answer to others as well (``x-atlas-also``; the key ``*`` stands for every value), and whether what has the
    values is left out (``x-atlas-excludes``).
    """
    schemas = criteria_schema(collection, codelists)
    return {
        name: {
            "title": criterion.title,
            "description": criterion.description,
            **schemas[name],
            **({"x-ogc-codelistId": criterion.codelist} if criterion.codelist else {}),
            "x-atlas-match": str(criterion.match),
            "x-atlas-level": str(criterion.level),
            **({"x-atlas-property": held} if (held := criterion.property_of(collection)) else {}),
            **({"x-atlas-also": also} if (also := _also(criterion)) else {}),
            **({"x-atlas-excludes": True} if criterion.excludes else {}),
        }
        for name, criterion in criteria_of(collection).items()
    }


def _also(criterion: Criterion) -> dict[str, list[str]]:
    every = {"*": [criterion.answers_all]} if criterion.answers_all else {}
    return {**{value: list(more) for value, more in criterion.also}, **every}


def _criterion_value(criterion: Criterion, codelists: CodeLists) -> dict[str, Any]:
    match criterion.match:
        case Match.BOOLEAN:
            return {"type": "string", "enum": list(TRUTHS)}
        case Match.DAY:
            return {"type": "string", "anyOf": [{"format": "date"}, {"enum": [TODAY]}]}
        case _:
            return {"type": "string", **(_enum(criterion.codelist, codelists) or {"minLength": 1})}
