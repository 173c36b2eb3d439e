"""JSON Schemas of the features and of the queryables (OGC 23-058r2, Part 5; 19-079r2, Part 3)."""

from __future__ import annotations

from typing import Any

from ..model.collections import Collection
from ..model.criteria import Match, criteria_of
from ..model.fields import Field, FieldType
from ..store.codelists import CodeLists
from .parameters import MAXIMUM_PATTERNS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MEDIA_TYPE = "application/schema+json"


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
        case FieldType.DATE:
            return {**known, "type": "string", "format": "date"}
        case _:
            unit = {"x-ogc-unit": field.unit} if field.unit else {}
            return {**known, "type": str(field.type), **coded, **unit}


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


def feature_schema(collection: Collection, codelists: CodeLists, uri: str) -> dict[str, Any]:
    """The schema of the properties of a feature and its geometry, with their roles."""
    properties: dict[str, Any] = {}
    for position, field in enumerate(collection.fields, start=1):
        role: dict[str, Any] = {"x-ogc-propertySeq": position}
        if field.name == collection.id_field:
            role["x-ogc-role"] = "id"
        elif collection.time_fields and field.name in collection.time_fields:
            start = field.name == collection.time_fields[0]
            role["x-ogc-role"] = "primary-interval-start" if start else "primary-interval-end"
        properties[field.name] = property_schema(field, codelists) | role
    properties["geometry"] = _geometry()
    return _document(collection, uri, properties)


def queryables_schema(collection: Collection, codelists: CodeLists, uri: str) -> dict[str, Any]:
    """The properties that can be used in ``filter`` and as parameters.

    Criteria that are no property (``topic``, ``nuts3`` …) are listed in the OpenAPI document, because a queryable is
    something a CQL2 expression can name.
    """
    properties = {f.name: property_schema(f, codelists) for f in collection.fields}
    return _document(collection, uri, {**properties, "geometry": _geometry()})


def _geometry() -> dict[str, Any]:
    return {
        "title": "Geometry",
        "description": "Polygon or multipolygon.",
        "x-ogc-role": "primary-geometry",
        "format": "geometry-multipolygon",
    }


def criteria_schema(collection: Collection, codelists: CodeLists) -> dict[str, dict[str, Any]]:
    """The schema of each criterion of the collection, for OpenAPI: an array, written as a comma list."""
    found = {}
    for criterion in criteria_of(collection).values():
        coded = _enum(criterion.codelist, codelists)
        items = {"type": "string", **(coded or {"minLength": 1})}
        found[criterion.name] = {"type": "array", "items": items, "minItems": 1}
        if criterion.match is Match.PATTERN:
            found[criterion.name]["maxItems"] = MAXIMUM_PATTERNS
    return found
