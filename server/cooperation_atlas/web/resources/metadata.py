"""Resources about the service and its collections: documents made once for each edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...model.collections import collection
from ...model.errors import InvalidValue, nearest
from ...ogc import dcat, schema, service_links
from ...ogc.conformance import CONFORMANCE
from ...ogc.formats.geojson import document_members
from ...ogc.openapi import openapi_document
from ...ogc.parameters import excluded, unique
from ..http.negotiation import language_of
from ..http.request import ResourceRequest
from ..service import ServedEdition


@dataclass(frozen=True)
class Resource:
    """A resource that answers with one JSON object, and with a page made from it.

    :param path: route; ``{name}`` are arguments of ``content``
    :param template: template of the page
    :param content: makes the object
    :param media_type: of the JSON form
    :param linked: makes the same in JSON-LD, where there is such a form
    """

    path: str
    template: str
    content: Callable[..., dict[str, Any]]
    media_type: str = "application/json"
    parameters: tuple[str, ...] = ("f", "lang", "exclude")
    linked: Callable[..., dict[str, Any]] | None = None

    @property
    def formats(self) -> tuple[str, ...]:
        """The values of ``f`` that it takes, the usual one first."""
        return ("json", "html", "jsonld") if self.linked else ("json", "html")


def landing(view: ServedEdition, asked: ResourceRequest) -> dict[str, Any]:
    """The landing page (17-069r4, 7.2)."""
    content = view.core.landing_page(view.language(asked))
    about = next(link for link in content["links"] if link["rel"] == "about")
    links = service_links.landing_links(view.base_url, about, _kept(asked))
    return {**content, **document_members(view.store.edition), "links": links}


def conformance(view: ServedEdition, asked: ResourceRequest) -> dict[str, Any]:
    """The conformance classes (17-069r4, 7.4)."""
    return {"conformsTo": list(CONFORMANCE), "links": _links(view, asked)}


def collections(view: ServedEdition, asked: ResourceRequest) -> dict[str, Any]:
    """All collections (17-069r4, 7.13)."""
    described = view.core.collections(view.language(asked))
    return {
        "collections": [_described(view, one, _kept(asked)) for one in described],
        "links": service_links.collections_links(view.base_url, _kept(asked)),
        **document_members(view.store.edition),
    }


def one_collection(view: ServedEdition, asked: ResourceRequest, collection_id: str) -> dict[str, Any]:
    """One collection (17-069r4, 7.14)."""
    id_ = collection(collection_id).id
    described = view.core.collection(id_, view.language(asked))
    return _described(view, described, _kept(asked)) | document_members(view.store.edition)


def _described(view: ServedEdition, content: dict[str, Any], kept: str) -> dict[str, Any]:
    """A collection as pygeoapi's core describes it, with our links: the core's lead to what this service lacks."""
    count = len(view.store.table(content["id"]))
    links = service_links.collection_links(view.base_url, collection(content["id"]), count, kept)
    return {**content, "itemCount": count, "links": links}


def catalogue(view: ServedEdition, asked: ResourceRequest) -> dict[str, Any]:
    """The whole catalogue in JSON-LD."""
    return dcat.catalogue(view.base_url, view.config, view.store)


def dataset(view: ServedEdition, asked: ResourceRequest, collection_id: str) -> dict[str, Any]:
    """One collection as a dataset in JSON-LD."""
    return dcat.dataset(view.base_url, view.config, view.store, collection(collection_id))


def feature_schema(view: ServedEdition, asked: ResourceRequest, collection_id: str) -> dict[str, Any]:
    """The schema of the features (OGC 23-058r2), with or without the null of absent values.

    :raises InvalidValue: for a value of ``nulls`` that is not known
    """
    chosen = collection(collection_id)
    uri = f"{view.base_url}/collections/{chosen.id}/schema"
    nulls = asked.first(schema.NULLS)
    nulls = schema.Nulls.ALLOWED if nulls is None else nulls
    if nulls not in set(schema.Nulls):
        raise InvalidValue(schema.NULLS, f"'{nulls}' is not known.", nearest(nulls, schema.Nulls) or schema.Nulls)
    return schema.feature_schema(chosen, view.store.codelists, uri, schema.Nulls(nulls))


def queryables(view: ServedEdition, asked: ResourceRequest, collection_id: str) -> dict[str, Any]:
    """The queryables (OGC 19-079r2, 6.2)."""
    chosen = collection(collection_id)
    uri = f"{view.base_url}/collections/{chosen.id}/queryables"
    return schema.queryables_schema(chosen, view.store.codelists, uri)


def codelists(view: ServedEdition, asked: ResourceRequest) -> dict[str, Any]:
    """All code lists by id, with the number of their codes."""
    base = f"{view.base_url}/codelists"
    return {
        "codelists": [
            {"id": id_, "count": len(codes.codes), "href": f"{base}/{id_}"}
            for id_, codes in view.store.codelists.items()
        ],
        **document_members(view.store.edition),
        "links": _links(view, asked),
    }


def codelist(view: ServedEdition, asked: ResourceRequest, codelist_id: str) -> dict[str, Any]:
    """The codes of one list with labels by language."""
    codes = view.store.codelists.list(codelist_id)
    return {
        "id": codes.id,
        "items": [code.to_dict() for code in codes],
        **document_members(view.store.edition),
        "links": _links(view, asked),
    }


def openapi(view: ServedEdition, asked: ResourceRequest) -> dict[str, Any]:
    """The API definition (OpenAPI 3.0)."""
    return openapi_document(view.store, view.config)


def _links(view: ServedEdition, asked: ResourceRequest) -> list[dict[str, Any]]:
    return service_links.document_links(view.base_url + asked.path, kept=_kept(asked))


def _kept(asked: ResourceRequest) -> str:
    """The parameter that the links of a document keep: without samples here, without samples there."""
    chosen = asked.first("exclude")
    return f"&exclude={chosen}" if chosen else ""


def _in_language(content: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """``content``, refusing a language that is not offered also where the document has no texts in languages."""

    def settled(view: ServedEdition, asked: ResourceRequest, **arguments: str) -> dict[str, Any]:
        language_of(asked.first("lang"), asked.accept_language, view.settings.languages)
        return content(view, asked, **arguments)

    return settled


RESOURCES = (
    Resource("/", "landing.html", _in_language(landing), linked=_in_language(catalogue)),
    Resource("/conformance", "conformance.html", _in_language(conformance)),
    Resource("/openapi", "openapi.html", _in_language(openapi), "application/vnd.oai.openapi+json;version=3.0"),
    Resource("/collections", "collections.html", _in_language(collections), linked=_in_language(catalogue)),
    Resource(
        "/collections/{collection_id}", "collection.html", _in_language(one_collection), linked=_in_language(dataset)
    ),
    Resource(
        "/collections/{collection_id}/schema",
        "schema.html",
        _in_language(feature_schema),
        schema.MEDIA_TYPE,
        ("f", "lang", "exclude", schema.NULLS),
    ),
    Resource("/collections/{collection_id}/queryables", "schema.html", _in_language(queryables), schema.MEDIA_TYPE),
    Resource("/codelists", "codelists.html", _in_language(codelists)),
    Resource("/codelists/{codelist_id}", "codelist.html", _in_language(codelist)),
)


def checked(resource: Resource, asked: ResourceRequest) -> None:
    """Refuse parameters that the resource does not take.

    :raises InvalidValue: naming the nearest ones
    """
    excluded(unique(asked.parameters, resource.parameters, f"'{asked.path}'"))
