"""The list of collections, and the description of one of them with the links of all resources that it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ...model.collections import COLLECTIONS, collection
from ...ogc import conformance, dcat
from ...ogc.formats.geojson import document_members
from ...ogc.notices import licence_links
from ...ogc.openapi import ApiPart
from ...ogc.openapi_answers import type_name
from ...ogc.service_links import document_links, first, link
from ..http.request import ResourceRequest
from ..service import ServedEdition
from . import catalogue
from .block import Block, Link
from .collection_ids import DECLARED
from .document import Document, kept

CONFORMANCE = conformance.common(2, "collections")


def block(blocks: Sequence[Block]) -> Block:
    """The collections (17-069r4, 7.13 and 7.14).

    :param blocks: all resources, for their links
    """

    def every(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
        contents = view.core.collections(view.language(request))
        base = view.base_url
        links = [
            *document_links(f"{base}/collections", documents[0].formats, kept(request)),
            link("up", f"{base}/", "Landing page"),
            *catalogue.metadata_links(base, kept(request)),
            *licence_links(),
        ]
        return {
            "collections": [described(view, one, kept(request)) for one in contents],
            "links": links,
            **document_members(view.store.edition),
        }

    def single(view: ServedEdition, request: ResourceRequest, collection_id: str) -> dict[str, Any]:
        id_ = collection(collection_id).id
        content = view.core.collection(id_, view.language(request))
        return described(view, content, kept(request)) | document_members(view.store.edition)

    def described(view: ServedEdition, content: dict[str, Any], keep: str) -> dict[str, Any]:
        """A collection as pygeoapi's core describes it, with our links: the core's lead to what this service lacks."""
        id_, base = content["id"], view.base_url
        if id_ not in COLLECTIONS:  # one of the configuration, whose resources are the core's own
            return content
        count = view.store.counts[id_]
        links = [
            *document_links(f"{base}/collections/{id_}", documents[1].formats, keep),
            link("up", f"{base}/collections{first(keep)}", "Collections"),
            *(each for one in blocks for each in one.collection_links(view, keep, id_, count)),
            *licence_links(),
        ]
        return {**content, "itemCount": count, "links": links}

    documents = (
        Document("/collections", "collections.html", every, linked=catalogue.whole),
        Document(DECLARED, "collection.html", single, linked=_dataset, examples=example_arguments),
    )

    def api(_: ServedEdition) -> ApiPart:
        paths = {"/collections": documents[0].operation("Collections", "collections")}
        for one in COLLECTIONS.values():
            name = f"describe{type_name(one.id)}"
            paths[f"/collections/{one.id}"] = documents[1].operation(one.title, name, one.id)
        return ApiPart(paths=paths, tags={one.id: one.description for one in COLLECTIONS.values()})

    return Block(
        routes=tuple(document.route for document in documents),
        conformance=lambda _: CONFORMANCE,
        api=api,
        links=_links,
    )


def example_arguments(_: ServedEdition) -> Iterable[dict[str, str]]:
    """Arguments of the resources of one collection."""
    return ({"collection_id": next(iter(COLLECTIONS))},)


def _links(view: ServedEdition, keep: str) -> Iterable[Link]:
    yield link("data", f"{view.base_url}/collections{first(keep)}", "Collections")


def _dataset(view: ServedEdition, _: ResourceRequest, collection_id: str) -> dict[str, Any]:
    """One collection as a dataset in JSON-LD."""
    return dcat.dataset(catalogue.described(view), collection(collection_id))
