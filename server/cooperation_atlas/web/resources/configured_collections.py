"""Collections of features and records that ``config/pygeoapi.yml`` adds to those of the model."""

from __future__ import annotations

import orjson

from ...model.errors import NotFound
from ...ogc.pygeoapi import parameters
from ...ogc.pygeoapi.configured import ConfiguredCollection
from ...ogc.pygeoapi.core import CoreRefusal
from ...ogc.pygeoapi.openapi import collections_part
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..record_pages import record_page, records_page
from ..service import ServedEdition
from .block import READ, Block, Route
from .collection_ids import CONFIGURED
from .core_answers import (
    ask,
    choose_format,
    configured_collection,
    core_format,
    core_request,
    document,
    items_document,
    of_each,
    present,
    refusal_of,
    unkept,
)


def _with_items(view: ServedEdition, id_: str) -> ConfiguredCollection:
    collection = configured_collection(view, id_)
    if collection.item_type is None:
        raise NotFound(f"list of items of collection '{id_}': it has tiles only")
    return collection


def one_collection(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """The description of a collection."""
    collection = configured_collection(view, collection_id)
    parameters.plain(request.parameters, request.path)
    content = view.core.collection(collection.id, view.language(request))
    return document(view, request, content)


def schema(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """The schema of the items."""
    collection = _with_items(view, collection_id)
    parameters.plain(request.parameters, request.path)
    content = ask(lambda: view.core.schema(collection.id, core_request(view, request)))
    return document(view, request, content, "application/schema+json")


def queryables(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """The queryables."""
    collection = _with_items(view, collection_id)
    parameters.plain(request.parameters, request.path)
    content = ask(lambda: view.core.queryables(collection.id, core_request(view, request)))
    return document(view, request, content, "application/schema+json")


def items(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """A list of features or records."""
    collection = _with_items(view, collection_id)
    given = parameters.items(collection, request.parameters, request.body or b"")
    shown = choose_format(request, collection.formats)
    asked = core_request(view, request, core_format(shown), given.parameters, given.body)
    answer = ask(lambda: view.core.items(collection.id, asked))
    if shown == "html" and collection.item_type == "record":
        return unkept(records_page(view, request, collection, orjson.loads(answer.body)))
    return items_document(view, request, answer, shown, collection.formats)


def item(view: ServedEdition, request: ResourceRequest, collection_id: str, item_id: str) -> Representation:
    """One feature or record."""
    collection = _with_items(view, collection_id)
    given = parameters.item(collection, request.parameters)
    formats = {f: media_type for f, media_type in collection.formats.items() if f in ("json", "jsonld")}
    shown = choose_format(request, formats)
    asked = core_request(view, request, core_format(shown), given)
    try:
        answer = view.core.item(collection.id, item_id, asked)
    except CoreRefusal as refusal:
        if refusal.code == "NotFound":
            raise NotFound(f"item '{item_id}' in collection '{collection.id}'") from refusal
        raise refusal_of(refusal) from refusal
    if shown == "html" and collection.item_type == "record":
        return unkept(record_page(view, request, collection, orjson.loads(answer.body)))
    return items_document(view, request, answer, shown, formats)


def nothing(view: ServedEdition, request: ResourceRequest, collection_id: str, path: str) -> Representation:
    """Any other path below a collection.

    :raises NotFound: always
    """
    collection = configured_collection(view, collection_id)
    raise NotFound(f"resource '/{path}' of collection '{collection.id}'", (f"/collections/{collection.id}",))


_of_items = of_each(lambda one: one.item_type)
BLOCK = Block(
    routes=(
        Route(CONFIGURED, one_collection, of_core=True, check=present, examples=of_each(lambda _: True)),
        Route(f"{CONFIGURED}/schema", schema, of_core=True, check=present, examples=_of_items),
        Route(f"{CONFIGURED}/queryables", queryables, of_core=True, check=present, examples=_of_items),
        Route(f"{CONFIGURED}/items", items, (*READ, "POST"), of_core=True, check=present, examples=_of_items),
        Route(f"{CONFIGURED}/items/{{item_id:path}}", item, of_core=True, check=present),
        Route(f"{CONFIGURED}/{{path:path}}", nothing, of_core=True, check=present),
    ),
    conformance=lambda view: view.core.conformance("records"),
    api=lambda view: collections_part(view.core.configured, view.limits),
)
