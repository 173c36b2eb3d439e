"""The properties of a collection: their schema, and which of them a filter can name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model.collections import COLLECTIONS, collection
from ...model.errors import InvalidValue, nearest
from ...ogc import conformance, schema
from ...ogc import openapi_parameters as declare
from ...ogc.openapi import ApiPart
from ...ogc.openapi_answers import type_name
from ...ogc.service_links import link
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Link
from .collection_ids import DECLARED
from .collections import example_arguments
from .document import Document

_OGC = "http://www.opengis.net/def/rel/ogc/1.0/"


def _feature_schema(view: ServedEdition, request: ResourceRequest, collection_id: str) -> dict[str, Any]:
    """The schema of the features (OGC 23-058r2), with or without the null of absent values.

    :raises InvalidValue: for a value of ``nulls`` that is not known
    """
    chosen = collection(collection_id)
    uri = f"{view.base_url}/collections/{chosen.id}/schema"
    return schema.feature_schema(chosen, view.store.codelists, uri, nulls_of(request))


def nulls_of(request: ResourceRequest) -> schema.Nulls:
    """What a schema is to say of absent values.

    :raises InvalidValue: for a value of ``nulls`` that is not known
    """
    nulls = request.first(schema.NULLS)
    nulls = schema.Nulls.ALLOWED if nulls is None else nulls
    if nulls not in set(schema.Nulls):
        raise InvalidValue(schema.NULLS, f"'{nulls}' is not known.", nearest(nulls, schema.Nulls) or schema.Nulls)
    return schema.Nulls(nulls)


def _queryables(view: ServedEdition, _: ResourceRequest, collection_id: str) -> dict[str, Any]:
    """The queryables (OGC 19-079r2, 6.2)."""
    chosen = collection(collection_id)
    uri = f"{view.base_url}/collections/{chosen.id}/queryables"
    return schema.queryables_schema(chosen, view.store.codelists, uri)


_SCHEMA = Document(
    f"{DECLARED}/schema",
    "schema.html",
    _feature_schema,
    schema.MEDIA_TYPE,
    parameters=(declare.nulls(),),
    examples=example_arguments,
)
_QUERYABLES = Document(
    f"{DECLARED}/queryables",
    "schema.html",
    _queryables,
    schema.MEDIA_TYPE,
    examples=example_arguments,
)


def _api(_: ServedEdition) -> ApiPart:
    paths: dict[str, Any] = {}
    for id_ in COLLECTIONS:
        name = type_name(id_)
        paths[f"/collections/{id_}/schema"] = _SCHEMA.operation("Schema", f"schema{name}", id_)
        paths[f"/collections/{id_}/queryables"] = _QUERYABLES.operation("Queryables", f"queryables{name}", id_)
    return ApiPart(paths=paths)


def _collection_links(view: ServedEdition, _: str, id_: str, _count: int) -> Iterable[Link]:
    here = f"{view.base_url}/collections/{id_}"
    # QGIS 3.44 and GDAL read the types of the properties there, and take two types for text.
    one_type = f"{here}/schema?{schema.NULLS}={schema.Nulls.IMPLIED}"
    yield link("describedby", one_type, "Schema of the features", schema.MEDIA_TYPE)
    for name, address, title in (
        ("schema", f"{one_type}&", "Schema"),
        ("queryables", f"{here}/queryables?", "Queryables"),
    ):
        yield link(f"{_OGC}{name}", f"{address}f=json", f"{title} as JSON Schema", schema.MEDIA_TYPE)
        yield link(f"{_OGC}{name}", f"{address}f=html", f"{title} as HTML", "text/html")


BLOCK = Block(
    routes=(_SCHEMA.route, _QUERYABLES.route),
    conformance=lambda _: (
        *conformance.features(3, "queryables"),
        *conformance.features(5, "schemas", "core-roles-features", "returnables-and-receivables"),
    ),
    api=_api,
    collection_links=_collection_links,
)
