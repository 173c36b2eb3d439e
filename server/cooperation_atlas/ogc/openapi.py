"""The OpenAPI 3.0 document, made from the model; it refers to nothing outside itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import __version__
from ..model.collections import COLLECTIONS, Collection
from ..model.criteria import criteria_of
from ..model.fields import Field, FieldType
from ..store.crs import OFFERED
from ..store.engine import Engine
from . import parameters
from .links import FORMATS
from .schema import criteria_schema, property_schema

PROBLEM = {"$ref": "#/components/responses/Problem"}
#: 414 and 431 come from ``web.protocol``, which bounds addresses and header fields.
_REFUSALS = dict.fromkeys(("400", "404", "406", "414", "431"), PROBLEM)


def openapi_document(engine: Engine, config: dict[str, Any]) -> dict[str, Any]:
    """The document for one edition: every path, every parameter with its values, every answer."""
    identification, licence = config["metadata"]["identification"], config["metadata"]["license"]
    paths: dict[str, Any] = {
        "/": _metadata("Landing page", "landingPage"),
        "/conformance": _metadata("Conformance classes", "conformance"),
        "/openapi": _metadata("API definition", "apiDefinition", "application/vnd.oai.openapi+json;version=3.0"),
        "/collections": _metadata("Collections", "collections"),
        "/codelists": _metadata("Code lists", "codelists"),
        "/codelists/{codelistId}": _metadata("One code list", "codelist", path=["codelistId"]),
        "/healthz": {"get": _operation("Health of the service", "health", [], {"200": _json("State", "Object")})},
    }
    paths["/codelists/{codelistId}"]["get"]["parameters"][0]["schema"]["enum"] = list(engine.codelists)
    paths["/healthz"]["get"]["responses"] |= {"400": PROBLEM, "503": PROBLEM}
    for collection in COLLECTIONS.values():
        paths |= _collection_paths(collection, engine)
    return {
        "openapi": "3.0.3",
        "info": {
            "title": identification["title"],
            "description": identification["description"],
            "version": __version__,
            "license": {"name": licence["name"], "url": licence["url"]},
            "x-edition": engine.edition["id"],
        },
        "servers": [{"url": config["server"]["url"], "description": identification["title"]}],
        "tags": [
            {"name": "service", "description": "The service and its vocabularies"},
            *({"name": c.id, "description": c.description} for c in COLLECTIONS.values()),
        ],
        "paths": paths,
        "components": {
            "parameters": _shared_parameters(config["server"]["languages"]),
            "responses": {"Problem": _problem()},
            "schemas": {"Object": {"type": "object"}, "Cql2": _CQL2, **_feature_schemas(engine)},
        },
    }


#: The form of a filter; what arguments an operator takes is said by the refusal of others.
_CQL2 = {
    "type": "object",
    "required": ["op", "args"],
    "properties": {
        "op": {"type": "string", "minLength": 1, "description": "Operator or function of CQL2."},
        "args": {"type": "array", "items": {}, "description": "Values, properties, and further operators."},
    },
    "example": {"op": "=", "args": [{"property": "country"}, "IT"]},
}


def _operation(
    summary: str, id_: str, parameters_: list[dict[str, Any]], responses: dict[str, Any], tag: str = "service"
) -> dict[str, Any]:
    return {
        "summary": summary,
        "operationId": id_,
        "tags": [tag],
        "parameters": parameters_,
        "responses": responses,
    }


def _metadata(
    summary: str,
    id_: str,
    media_type: str = "application/json",
    path: Iterable[str] = (),
    tag: str = "service",
) -> dict[str, Any]:
    named = [_in_path(name) for name in path]
    content = {media_type: {"schema": {"type": "object"}}, "text/html": {"schema": {"type": "string"}}}
    responses = {"200": {"description": summary, "content": content}, "304": _NOT_MODIFIED, **_REFUSALS}
    return {"get": _operation(summary, id_, [*named, _ref("f"), _ref("lang")], responses, tag)}


_NOT_MODIFIED = {"description": "The client has the current edition of this document."}


def _json(description: str, schema: str, media_type: str = "application/json") -> dict[str, Any]:
    return {
        "description": description,
        "content": {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def _collection_paths(collection: Collection, engine: Engine) -> dict[str, Any]:
    here = f"/collections/{collection.id}"
    name = "".join(part.title() for part in collection.id.split("-"))
    features = _features(f"Features of {collection.title}", f"{name}Features")
    one = _features(f"A feature of {collection.title}", f"{name}Feature")
    filters = _filters(collection, engine)
    listed = [_ref(p) for p in parameters.ITEMS if p not in ("f", "properties", "sortby", "lang")]
    listed += [_items_format(), _ref("lang"), *_property_lists(collection), *filters]
    counted = [_ref(p) for p in parameters.FACETS if p not in ("f", "facets")]
    counted += [_json_format(), _facets(collection, engine), *filters]
    post_headers = {"415": PROBLEM, "413": PROBLEM}
    return {
        here: _metadata(collection.title, f"describe{name}", tag=collection.id),
        f"{here}/schema": _metadata("Schema", f"schema{name}", "application/schema+json", tag=collection.id),
        f"{here}/queryables": _metadata(
            "Queryables", f"queryables{name}", "application/schema+json", tag=collection.id
        ),
        f"{here}/items": {
            "get": _operation(f"{collection.title}: features", f"get{name}", listed, features, collection.id),
            "post": {
                **_operation(
                    f"{collection.title}: features that meet a CQL2 JSON filter",
                    f"query{name}",
                    [p for p in listed if p.get("$ref") != "#/components/parameters/filter"],
                    {**features, **post_headers},
                    collection.id,
                ),
                "requestBody": {
                    "required": True,
                    "description": "A filter in CQL2 JSON (OGC 21-065r2).",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Cql2"}}},
                },
            },
        },
        f"{here}/items/{{featureId}}": {
            "get": _operation(
                f"{collection.title}: one feature",
                f"get{name}Feature",
                [
                    _in_path("featureId"),
                    _items_format(),
                    *(_ref(p) for p in ("lang", "crs", "skipGeometry")),
                    _property_lists(collection)[0],
                ],
                one,
                collection.id,
            )
        },
        f"{here}/facets": {
            "get": _operation(
                f"{collection.title}: counts by criterion",
                f"count{name}",
                counted,
                {"200": _json("Counts; each without its own criterion", "Facets"), "304": _NOT_MODIFIED, **_REFUSALS},
                collection.id,
            )
        },
    }


def _features(description: str, schema: str) -> dict[str, Any]:
    found = _json(description, schema, FORMATS["json"][0])
    for media_type, _ in FORMATS.values():
        found["content"].setdefault(media_type, {"schema": {"type": "string"}})
    found["content"][FORMATS["jsonld"][0]] = {"schema": {"type": "object"}}
    return {"200": found, "304": _NOT_MODIFIED, **_REFUSALS}


def _filters(collection: Collection, engine: Engine) -> list[dict[str, Any]]:
    """The criteria and the properties as parameters."""
    criteria, schemas = criteria_of(collection), criteria_schema(collection, engine.codelists)
    found = [_listed(c.name, c.description, schemas[c.name]) for c in criteria.values()]
    for field in collection.fields:
        if field.name not in criteria:
            schema = {"type": "array", "items": _value_schema(field, engine), "minItems": 1}
            text = f"{field.title}: any of the values, compared as they stand. {field.description}"
            found.append(_listed(field.name, text, schema))
    return found


def _value_schema(field: Field, engine: Engine) -> dict[str, Any]:
    schema = property_schema(field, engine.codelists)
    if field.type is FieldType.ARRAY:
        schema = schema["items"]
    known = {k: v for k, v in schema.items() if k in ("type", "format", "enum")}
    return known if known != {"type": "string"} else {**known, "minLength": 1}


def _listed(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "description": description,
        "required": False,
        "style": "form",
        "explode": False,
        "schema": schema,
    }


def _property_lists(collection: Collection) -> list[dict[str, Any]]:
    names = list(collection.by_name)
    signed = [sign + name for name in names for sign in ("", "+", "-")]
    return [
        _listed("properties", "Properties to return.", _list_of({"type": "string", "enum": names})),
        _listed(
            "sortby",
            "Properties to sort by; `-` before one for descending order.",
            _list_of({"type": "string", "enum": signed}),
        ),
    ]


def _list_of(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1}


def _facets(collection: Collection, engine: Engine) -> dict[str, Any]:
    names = [c.name for c in engine.countable(collection).values()]
    return _listed("facets", "Criteria to count by; all by default.", _list_of({"type": "string", "enum": names}))


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/parameters/{name}"}


def _items_format() -> dict[str, Any]:
    return _single("f", "Format of the answer.", {"type": "string", "enum": list(FORMATS), "default": "json"})


def _json_format() -> dict[str, Any]:
    return _single("f", "Format of the answer.", {"type": "string", "enum": ["json"], "default": "json"})


def _single(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    # For one value these two say nothing, but the standard has them so for limit and datetime, and its suite compares.
    form = {"style": "form", "explode": False}
    return {"name": name, "in": "query", "description": description, "required": False, **form, "schema": schema}


def _shared_parameters(languages: list[str]) -> dict[str, Any]:
    crs = {"type": "string", "format": "uri", "enum": list(OFFERED), "default": next(iter(OFFERED))}
    numbers = {
        "type": "array",
        "items": {"type": "number"},
        "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
    }
    limit = {"type": "integer", "minimum": 1, "maximum": parameters.MAXIMUM_LIMIT, "default": parameters.DEFAULT_LIMIT}
    offset = {"type": "integer", "minimum": 0, "maximum": parameters.MAXIMUM_OFFSET, "default": 0}
    cql2 = {"type": "string", "minLength": 1, "maxLength": parameters.MAXIMUM_FILTER}
    text = {"type": "string", "minLength": 1}
    hits = {"type": "string", "enum": ["results", "hits"], "default": "results"}
    language = {"type": "string", "enum": list(parameters.FILTER_LANGUAGES), "default": parameters.FILTER_LANGUAGES[0]}
    return {
        "f": _single("f", "Format of the answer.", {"type": "string", "enum": ["json", "html"], "default": "json"}),
        "lang": _single("lang", "Language of texts.", {"type": "string", "enum": languages, "default": languages[0]}),
        "limit": _single("limit", "Most features to return; more than the maximum gives the maximum.", limit),
        "offset": _single("offset", "Features to skip.", offset),
        "bbox": _listed("bbox", "Features that intersect the box, in the axis order of bbox-crs.", numbers),
        "bbox-crs": _single("bbox-crs", "CRS of bbox.", crs),
        "crs": _single("crs", "CRS of the coordinates in the answer.", crs),
        "datetime": _single(
            "datetime",
            "A date, a date-time, or an interval of them (`2024-01-01/..`): features whose time meets it.",
            {"type": "string", "minLength": 1},
        ),
        "q": _single("q", "Words that begin words of the title or name; best matches first.", text),
        "filter": _single("filter", "CQL2 filter (OGC 21-065r2).", cql2),
        "filter-lang": _single("filter-lang", "Language of filter.", language),
        "filter-crs": _single("filter-crs", "CRS of the geometries in filter.", crs),
        "skipGeometry": _single("skipGeometry", "Leave the geometry out.", {"type": "boolean", "default": False}),
        "resulttype": _single("resulttype", "hits: only the number of features.", hits),
    }


def _problem() -> dict[str, Any]:
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
                        "nearest": {"type": "array", "items": text},
                    },
                }
            },
            "text/html": {"schema": text},
        },
    }


def _feature_schemas(engine: Engine) -> dict[str, Any]:
    schemas: dict[str, Any] = {"Facets": _facets_schema()}
    for collection in COLLECTIONS.values():
        name = "".join(part.title() for part in collection.id.split("-"))
        properties = {f.name: property_schema(f, engine.codelists) | {"nullable": True} for f in collection.fields}
        for schema in properties.values():
            if "enum" in schema:
                schema["enum"] = [*schema["enum"], None]
        schemas[f"{name}Feature"] = {
            "type": "object",
            "required": ["type", "id", "geometry", "properties"],
            "properties": {
                "type": {"type": "string", "enum": ["Feature"]},
                "id": {"type": "string"},
                "geometry": {"type": "object", "nullable": True},
                "properties": {"type": "object", "properties": properties},
                "links": {"type": "array", "items": {"type": "object"}},
            },
        }
        schemas[f"{name}Features"] = {
            "type": "object",
            "required": ["type", "features", "numberMatched", "numberReturned"],
            "properties": {
                "type": {"type": "string", "enum": ["FeatureCollection"]},
                "numberMatched": {"type": "integer", "minimum": 0},
                "numberReturned": {"type": "integer", "minimum": 0},
                "timeStamp": {"type": "string", "format": "date-time"},
                "links": {"type": "array", "items": {"type": "object"}},
                "features": {"type": "array", "items": {"$ref": f"#/components/schemas/{name}Feature"}},
            },
        }
    return schemas


def _facets_schema() -> dict[str, Any]:
    counts = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}
    return {
        "type": "object",
        "required": ["collection", "numberMatched", "facets"],
        "properties": {
            "collection": {"type": "string"},
            "numberMatched": {"type": "integer", "minimum": 0},
            "facets": {"type": "object", "additionalProperties": counts},
        },
    }
