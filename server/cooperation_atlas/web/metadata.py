"""Resources about the service and its collections: documents made once for each edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
import pygeoapi.api as core

from ..model.collections import collection
from ..ogc import schema
from ..ogc.conformance import CONFORMANCE
from ..ogc.geojson import document_members
from ..ogc.links import FORMATS
from ..ogc.notices import licence_links
from ..ogc.openapi import openapi_document
from ..ogc.parameters import unique
from .asked import Asked
from .negotiation import language_of
from .service import EditionView

_REL = "http://www.opengis.net/def/rel/ogc/1.0/"
#: Resources that stock pygeoapi links to and that this service does not have.
_ABSENT = ("/processes", "/TileMatrixSets", "/jobs")


@dataclass(frozen=True)
class Resource:
    """A resource that answers with one JSON object, and with a page made from it.

    :param path: route; ``{name}`` are arguments of ``content``
    :param template: template of the page
    :param content: makes the object
    :param media_type: of the JSON form
    """

    path: str
    template: str
    content: Callable[..., dict[str, Any]]
    media_type: str = "application/json"
    parameters: tuple[str, ...] = ("f", "lang")
    formats: tuple[str, ...] = ("json", "html")


def landing(view: EditionView, asked: Asked) -> dict[str, Any]:
    """The landing page (17-069r4, 7.2)."""
    _, _, body = core.landing_page(view.api, view.core_request(asked))
    content: dict[str, Any] = orjson.loads(body)
    links = [link for link in content["links"] if not any(gone in link["href"] for gone in _ABSENT)]
    links = [link for link in links if link["type"] != FORMATS["jsonld"][0]]
    return {
        **content,
        **document_members(view.engine.edition),
        "links": [*links, *licence_links(), *_own_links(view)],
    }


def _own_links(view: EditionView) -> list[dict[str, Any]]:
    base = view.base_url
    return [
        {"rel": "codelists", "type": "application/json", "title": "Code lists", "href": f"{base}/codelists"},
        {"rel": "status", "type": "application/json", "title": "Health and edition", "href": f"{base}/healthz"},
    ]


def conformance(view: EditionView, asked: Asked) -> dict[str, Any]:
    """The conformance classes (17-069r4, 7.4)."""
    return {"conformsTo": list(CONFORMANCE), "links": _self_links(view, asked)}


def collections(view: EditionView, asked: Asked) -> dict[str, Any]:
    """All collections (17-069r4, 7.13)."""
    _, _, body = core.describe_collections(view.api, view.core_request(asked))
    content: dict[str, Any] = orjson.loads(body)
    described = [_described(view, c) for c in content["collections"]]
    links = [link for link in content["links"] if link["type"] != FORMATS["jsonld"][0]]
    return {
        "collections": described,
        "links": [*links, *licence_links()],
        **document_members(view.engine.edition),
    }


def one_collection(view: EditionView, asked: Asked, collection_id: str) -> dict[str, Any]:
    """One collection (17-069r4, 7.14)."""
    id_ = collection(collection_id).id
    _, _, body = core.describe_collections(view.api, view.core_request(asked), id_)
    return _described(view, orjson.loads(body)) | document_members(view.engine.edition)


def _described(view: EditionView, content: dict[str, Any]) -> dict[str, Any]:
    here = f"{view.base_url}/collections/{content['id']}"
    kept = [link for link in content["links"] if not _shows_core_format(link)]
    own = [
        {"rel": "items", "type": media_type, "title": f"Items as {title}", "href": f"{here}/items?f={f}"}
        for f, (media_type, title) in FORMATS.items()
    ]
    facets = {"rel": "facets", "type": "application/json", "title": "Counts by criterion", "href": f"{here}/facets"}
    return {**content, "itemCount": len(view.engine.table(content["id"])), "links": [*kept, *own, facets]}


def _shows_core_format(link: dict[str, Any]) -> bool:
    """The core's links to items and to JSON-LD of metadata; ours replace them."""
    return bool(link["rel"] == "items" or link["type"] == FORMATS["jsonld"][0])


def feature_schema(view: EditionView, asked: Asked, collection_id: str) -> dict[str, Any]:
    """The schema of the features (OGC 23-058r2)."""
    chosen = collection(collection_id)
    uri = f"{view.base_url}/collections/{chosen.id}/schema"
    return schema.feature_schema(chosen, view.engine.codelists, uri)


def queryables(view: EditionView, asked: Asked, collection_id: str) -> dict[str, Any]:
    """The queryables (OGC 19-079r2, 6.2)."""
    chosen = collection(collection_id)
    uri = f"{view.base_url}/collections/{chosen.id}/queryables"
    return schema.queryables_schema(chosen, view.engine.codelists, uri)


def codelists(view: EditionView, asked: Asked) -> dict[str, Any]:
    """All code lists by id, with the number of their codes."""
    base = f"{view.base_url}/codelists"
    return {
        "codelists": [
            {"id": id_, "count": len(codes.codes), "href": f"{base}/{id_}"}
            for id_, codes in view.engine.codelists.items()
        ],
        **document_members(view.engine.edition),
        "links": _self_links(view, asked),
    }


def codelist(view: EditionView, asked: Asked, codelist_id: str) -> dict[str, Any]:
    """The codes of one list with labels by language."""
    codes = view.engine.codelists.list(codelist_id)
    return {
        "id": codes.id,
        "items": [code.to_dict() for code in codes],
        **document_members(view.engine.edition),
        "links": _self_links(view, asked),
    }


def openapi(view: EditionView, asked: Asked) -> dict[str, Any]:
    """The API definition (OpenAPI 3.0)."""
    return openapi_document(view.engine, view.config)


def _self_links(view: EditionView, asked: Asked) -> list[dict[str, Any]]:
    here = view.base_url + asked.path
    return [
        {"rel": "self", "type": "application/json", "title": "This document as JSON", "href": f"{here}?f=json"},
        {"rel": "alternate", "type": "text/html", "title": "This document as HTML", "href": f"{here}?f=html"},
    ]


def _in_language(content: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """``content``, refusing a language that is not offered also where the document has no texts in languages."""

    def settled(view: EditionView, asked: Asked, **arguments: str) -> dict[str, Any]:
        language_of(asked.first("lang"), asked.accept_language, view.settings.languages)
        return content(view, asked, **arguments)

    return settled


RESOURCES = (
    Resource("/", "landing.html", _in_language(landing)),
    Resource("/conformance", "conformance.html", _in_language(conformance)),
    Resource("/openapi", "openapi.html", _in_language(openapi), "application/vnd.oai.openapi+json;version=3.0"),
    Resource("/collections", "collections.html", _in_language(collections)),
    Resource("/collections/{collection_id}", "collection.html", _in_language(one_collection)),
    Resource("/collections/{collection_id}/schema", "schema.html", _in_language(feature_schema), schema.MEDIA_TYPE),
    Resource("/collections/{collection_id}/queryables", "schema.html", _in_language(queryables), schema.MEDIA_TYPE),
    Resource("/codelists", "codelists.html", _in_language(codelists)),
    Resource("/codelists/{codelist_id}", "codelist.html", _in_language(codelist)),
)


def checked(resource: Resource, asked: Asked) -> None:
    """Refuse parameters that the resource does not take.

    :raises InvalidValue: naming the nearest ones
    """
    unique(asked.parameters, resource.parameters, f"'{asked.path}'")
