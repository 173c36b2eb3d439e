"""The OpenAPI 3.0 document, made from the model; it refers to nothing outside itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import __version__
from ..model.collections import COLLECTIONS, Collection
from ..store.memory.memory_store import MemoryStore
from . import openapi_answers as answers
from . import openapi_parameters as declare
from . import parameters
from .links import FORMATS
from .service_links import OWN_RELATIONS, own_relation


def openapi_document(store: MemoryStore, config: dict[str, Any]) -> dict[str, Any]:
    """The document for one edition: every path, every parameter with its values, every answer."""
    told = config["metadata"]
    identification, licence = told["identification"], told["license"]
    paths: dict[str, Any] = {
        "/": _metadata("Landing page", "landingPage", linked=True),
        "/conformance": _metadata("Conformance classes", "conformance"),
        "/openapi": _metadata("API definition", "apiDefinition", "application/vnd.oai.openapi+json;version=3.0"),
        "/collections": _metadata("Collections", "collections", linked=True),
        "/codelists": _metadata("Code lists", "codelists"),
        "/codelists/{codelistId}": _metadata("One code list", "codelist", path=["codelistId"]),
        "/healthz": {"get": _operation("Health of the service", "health", [], answers.health())},
    }
    paths["/codelists/{codelistId}"]["get"]["parameters"][0]["schema"]["enum"] = list(store.codelists)
    for collection in COLLECTIONS.values():
        paths |= _collection_paths(collection, store)
    return {
        "openapi": "3.0.3",
        "info": {
            "title": identification["title"],
            "description": identification["description"],
            "version": __version__,
            "termsOfService": identification["terms_of_service"],
            "contact": {name: told["contact"][name] for name in ("name", "url", "email") if name in told["contact"]},
            "license": {"name": licence["name"], "url": licence["url"]},
            "x-edition": store.edition["id"],
        },
        "servers": [{"url": config["server"]["url"], "description": identification["title"]}],
        "tags": [
            {"name": "service", "description": "The service and its vocabularies"},
            *({"name": c.id, "description": c.description} for c in COLLECTIONS.values()),
        ],
        "paths": paths,
        "x-link-relations": {
            name: {"uri": own_relation(config["server"]["url"], name), "description": text}
            for name, text in OWN_RELATIONS.items()
        },
        "components": {
            "parameters": declare.shared(config["server"]["languages"]),
            "headers": answers.HEADERS,
            "responses": {"Problem": answers.problem()},
            "schemas": {"Object": {"type": "object"}, "Cql2": _CQL2, **answers.feature_schemas(store)},
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
    more: Iterable[dict[str, Any]] = (),
    linked: bool = False,
) -> dict[str, Any]:
    """The operation of a resource about the service.

    :param path: names of parameters in the path
    :param more: further parameters
    :param linked: whether there is a JSON-LD form too
    """
    content = {media_type: {"schema": {"type": "object"}}, "text/html": {"schema": {"type": "string"}}}
    shown = declare.ref("f")
    if linked:
        content[FORMATS["jsonld"][0]] = {"schema": {"type": "object"}}
        shown = declare.format_("json", "html", "jsonld")
    responses = {
        "200": {"description": summary, "headers": answers.headers_of(*answers.ALWAYS), "content": content},
        **answers.OTHERS,
    }
    taken = [*(declare.in_path(name) for name in path), shown, declare.ref("lang"), declare.ref("exclude"), *more]
    return {"get": _operation(summary, id_, taken, responses, tag)}


def _collection_paths(collection: Collection, store: MemoryStore) -> dict[str, Any]:
    here = f"/collections/{collection.id}"
    name = "".join(part.title() for part in collection.id.split("-"))
    features = answers.features(f"Features of {collection.title}", f"{name}Features")
    one = answers.feature(f"A feature of {collection.title}", f"{name}Feature")
    filters = declare.filters(collection, store)
    listed = [declare.ref(p) for p in parameters.ITEMS if p not in ("f", "properties", "sortby", "lang")]
    listed += [declare.format_(*FORMATS), declare.ref("lang"), *declare.property_lists(collection), *filters]
    counted = [declare.ref(p) for p in parameters.FACETS if p not in ("f", "facets")]
    counted += [declare.format_("json"), declare.facets(collection, store), *filters]
    of_bodies = dict.fromkeys(("408", "413", "415"), answers.PROBLEM)
    filter_ = {"schema": {"$ref": "#/components/schemas/Cql2"}}
    return {
        here: _metadata(collection.title, f"describe{name}", tag=collection.id, linked=True),
        f"{here}/schema": _metadata(
            "Schema", f"schema{name}", "application/schema+json", tag=collection.id, more=[declare.nulls()]
        ),
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
                    {**features, **of_bodies},
                    collection.id,
                ),
                "requestBody": {
                    "required": True,
                    "description": "A filter in CQL2 JSON (OGC 21-065r2).",
                    "content": dict.fromkeys(("application/json", "application/cql2+json"), filter_),
                },
            },
        },
        f"{here}/items/{{featureId}}": {
            "get": _operation(
                f"{collection.title}: one feature",
                f"get{name}Feature",
                [
                    declare.in_path("featureId"),
                    declare.format_(*FORMATS),
                    *(declare.ref(p) for p in parameters.ITEM if p not in ("f", "properties")),
                    declare.property_lists(collection)[0],
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
                {
                    "200": answers.json_answer(
                        "Counts; each without its own criterion", "Facets", headers=answers.ALWAYS
                    ),
                    **answers.OTHERS,
                },
                collection.id,
            )
        },
    }
