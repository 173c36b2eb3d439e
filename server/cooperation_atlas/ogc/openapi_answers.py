"""Answers in the OpenAPI document: statuses, headers, and the schemas of what is answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model.collections import Collection
from ..store.contract import Store
from .formats.registry import FORMATS
from .schema import property_schema

PROBLEM = {"$ref": "#/components/responses/Problem"}


def _header(description: str, schema: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"description": description, "schema": schema or {"type": "string"}}


_COUNT = {"type": "integer", "minimum": 0}
_UNKNOWN = {
    **_COUNT,
    "description": "With include=unknown: of those that match, the features of which it is not known.",
}
HEADERS = {
    "Accept-Ranges": _header("That parts of the file can be asked for."),
    "Atlas-Edition": _header("Id of the edition that the answer was made from."),
    "Atlas-Hint": _header("What of the filter finds nothing, and why: only where there is such a thing."),
    "Content-Crs": _header("URI of the CRS of the coordinates, in angle brackets: only of formats that hold geometry."),
    "Content-Range": _header("Which part of the file it is, and how large the whole is."),
    "ETag": _header("Entity tag: the same for the same request as long as the edition is."),
    "Location": _header("Where the same is, as a relative reference."),
    "Link": _header("Licences of the data with their attribution; in lists, the pages before and after (RFC 8288)."),
    "OGC-NumberMatched": _header("Number of features that match.", _COUNT),
    "OGC-NumberReturned": _header("Number of features in this answer.", _COUNT),
}
#: Headers of every answer that is made from an edition, of a feature, and of lists of them.
ALWAYS = ("Atlas-Edition", "ETag", "Link")
_OF_ONE = (*ALWAYS, "Content-Crs")
_OF_MANY = (*_OF_ONE, "OGC-NumberMatched", "OGC-NumberReturned", "Atlas-Hint")


def headers_of(*names: str) -> dict[str, Any]:
    """References to headers of ``HEADERS``."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _bodyless(description: str, *headers: str) -> dict[str, Any]:
    return {"description": description, "headers": headers_of(*headers)}


#: What every resource may answer instead. 414 and 431 come from ``web.http.protocol``, which bounds
#: addresses and header fields.
OTHERS = {
    "302": _bodyless("The address of the page without empty and tracking parameters.", "Location"),
    "304": _bodyless("The client has the current edition of this document.", "Atlas-Edition", "ETag"),
    "308": _bodyless("The path without empty parts.", "Location"),
    **dict.fromkeys(("400", "406", "414", "431", "503"), PROBLEM),
}


def json_answer(
    description: str, schema: str, headers: Iterable[str] = (), media_type: str = "application/json"
) -> dict[str, Any]:
    """A 200 with one JSON form."""
    return {
        "description": description,
        "headers": headers_of(*headers),
        "content": {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def feature(description: str, schema: str, formats: Iterable[str]) -> dict[str, Any]:
    """The answers of a resource that shows one feature.

    :param formats: values of ``f`` that it has
    """
    return _shown(description, schema, _OF_ONE, formats)


def features(description: str, schema: str, formats: Iterable[str]) -> dict[str, Any]:
    """The answers of a resource that lists features. An edition that was asked for may be gone.

    :param formats: values of ``f`` that it has
    """
    return _shown(description, schema, _OF_MANY, formats) | {"410": PROBLEM}


def _shown(description: str, schema: str, headers: Iterable[str], formats: Iterable[str]) -> dict[str, Any]:
    features = {"$ref": f"#/components/schemas/{schema}"}
    content = {FORMATS[f].media_type: {"schema": FORMATS[f].schema or features} for f in formats}
    return {"200": {"description": description, "headers": headers_of(*headers), "content": content}, **OTHERS}


def health() -> dict[str, Any]:
    """The answers of ``/healthz``."""
    state = json_answer("State", "Object", headers=("Atlas-Edition", "Link"))
    return {"200": state, **{status: OTHERS[status] for status in ("308", "400", "414", "431", "503")}}


def problem() -> dict[str, Any]:
    """The answer to what is refused (RFC 9457)."""
    text = {"type": "string"}
    return {
        "description": "The request is refused; `detail` says why, `nearest` names the nearest valid choices.",
        "content": {
            "application/problem+json": {
                "schema": {
                    "type": "object",
                    "required": ["type", "title", "status", "detail", "code"],
                    "properties": {
                        **dict.fromkeys(("type", "title", "detail", "instance", "code", "description"), text),
                        "status": {"type": "integer"},
                        "parameter": text,
                        "since": {"type": "string", "format": "date-time"},
                        "nearest": {"type": "array", "items": text},
                    },
                }
            },
            "text/html": {"schema": text},
        },
    }


def type_name(collection_id: str) -> str:
    """The id of a collection as part of the names of operations and schemas: ``ProgrammeAreas``."""
    return "".join(part.title() for part in collection_id.split("-"))


_TEXT = {"type": "string"}
_LINKS = {"type": "array", "items": {"type": "object"}}
#: Members that documents have in common (``formats.geojson.document_members``); only with sample entries ``samples``.
_DOCUMENT = {
    "edition": {**_TEXT, "description": "Id of the edition."},
    "attribution": _TEXT,
    "license": {**_TEXT, "format": "uri"},
    "samples": {**_TEXT, "description": "Says that there are sample entries, which are made up."},
}


def feature_schemas(store: Store, collections: Iterable[Collection]) -> dict[str, Any]:
    """The schemas of features and of lists of them, by name."""
    schemas: dict[str, Any] = {}
    for collection in collections:
        name = type_name(collection.id)
        properties = {f.name: property_schema(f, store.codelists) | {"nullable": True} for f in collection.fields}
        for schema in properties.values():
            if "enum" in schema:
                schema["enum"] = [*schema["enum"], None]
        schemas[f"{name}Properties"] = {"type": "object", "properties": properties}
        member: dict[str, Any] = {
            "type": "object",
            "required": ["type", "id", "geometry", "properties"],
            "properties": {
                "type": {"type": "string", "enum": ["Feature"]},
                "id": _TEXT,
                "geometry": {"type": "object", "nullable": True},
                "properties": {"$ref": f"#/components/schemas/{name}Properties"},
            },
        }
        schemas[f"{name}Member"] = member
        schemas[f"{name}Feature"] = {
            **member,
            "required": [*member["required"], "links", *_REQUIRED],
            "properties": {**member["properties"], **_DOCUMENT, "links": _LINKS},
        }
        schemas[f"{name}Features"] = {
            "type": "object",
            "required": ["type", "features", "numberMatched", "numberReturned", "timeStamp", "links", *_REQUIRED],
            "properties": {
                "type": {"type": "string", "enum": ["FeatureCollection"]},
                "numberMatched": _COUNT,
                "numberReturned": _COUNT,
                "numberUnknown": _UNKNOWN,
                "timeStamp": {**_TEXT, "format": "date-time", "description": "When the edition was made."},
                **_DOCUMENT,
                "notes": {"type": "array", "items": _TEXT, "description": "On words of `q` that name several regions."},
                "links": _LINKS,
                "bbox": {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4},
                "features": {"type": "array", "items": {"$ref": f"#/components/schemas/{name}Member"}},
            },
        }
    return schemas


#: Of the members that documents have in common, those that each has.
_REQUIRED = ("edition", "attribution", "license")


def facets_schema() -> dict[str, Any]:
    """The schema of counts by criterion."""
    counts = {"type": "object", "additionalProperties": _COUNT}
    return {
        "type": "object",
        "required": ["collection", "numberMatched", "facets", *_REQUIRED],
        "properties": {
            "collection": _TEXT,
            **_DOCUMENT,
            "numberMatched": _COUNT,
            "numberUnknown": _UNKNOWN,
            "facets": {"type": "object", "additionalProperties": counts},
            "unknown": {
                "type": "object",
                "additionalProperties": counts,
                "description": "With include=unknown: of each count, the features of which it is not known.",
            },
        },
    }
