"""Links of the resources about the service and its collections.

Relations are those that IANA has registered, those that OGC API - Features gives short names (``conformance``,
``data``, ``items``), or URIs: OGC's, and our own, which lead to their explanation on the page of the API definition.
"""

from __future__ import annotations

from typing import Any

from ..model.collections import Collection
from .links import FORMATS
from .notices import licence_links
from .parameters import MAXIMUM_LIMIT
from .schema import MEDIA_TYPE, NULLS, Nulls

_OGC = "http://www.opengis.net/def/rel/ogc/1.0/"
#: Relations of our own: what a link of that relation leads to.
OWN_RELATIONS = {
    "facets": "Counts for each value of each criterion, for any search in the collection.",
    "codelists": "The code lists (vocabularies) of the data, with labels.",
}
#: Formats of the resources about the service: media type and title by the value of ``f``.
_FORMATS = {"json": ("application/json", "JSON"), "html": FORMATS["html"], "jsonld": FORMATS["jsonld"]}


def own_relation(base: str, name: str) -> str:
    """The URI of a relation of our own."""
    return f"{base}/openapi#{name}"


def link(rel: str, href: str, title: str, media_type: str = "application/json") -> dict[str, Any]:
    """A link object (17-069r4, 7.2)."""
    return {"rel": rel, "type": media_type, "title": title, "href": href}


def document_links(address: str, formats: tuple[str, ...] = ("json", "html"), kept: str = "") -> list[dict[str, Any]]:
    """Links of a JSON document to itself and to its other formats.

    :param address: without query; that of the service ends with a slash
    :param kept: parameters of the request that its links keep, ``&name=value``
    """
    return [
        link("self" if f == "json" else "alternate", f"{address}?f={f}{kept}", f"This document as {title}", media_type)
        for f, (media_type, title) in _FORMATS.items()
        if f in formats
    ]


def landing_links(base: str, about: dict[str, str], kept: str = "") -> list[dict[str, Any]]:
    """Links of the landing page (17-069r4, 7.2.4).

    :param about: title and address of what the service is about
    """
    definition = f"{base}/openapi"
    return [
        *document_links(f"{base}/", tuple(_FORMATS), kept),
        link("about", about["href"], about["title"], "text/html"),
        link("service-desc", definition, "API definition", "application/vnd.oai.openapi+json;version=3.0"),
        link("service-doc", f"{definition}?f=html", "API definition as HTML", "text/html"),
        link("conformance", f"{base}/conformance", "Conformance classes"),
        link("data", f"{base}/collections{_first(kept)}", "Collections"),
        link(own_relation(base, "codelists"), f"{base}/codelists", "Code lists"),
        link("status", f"{base}/healthz", "Health and edition"),
        *licence_links(),
    ]


def collections_links(base: str, kept: str = "") -> list[dict[str, Any]]:
    """Links of the list of collections (17-069r4, 7.13.2)."""
    described = link("describedby", f"{base}/?f=jsonld", "Description of the data (DCAT)", FORMATS["jsonld"][0])
    return [
        *document_links(f"{base}/collections", tuple(_FORMATS), kept),
        link("up", f"{base}/", "Landing page"),
        described,
        *licence_links(),
    ]


def collection_links(base: str, collection: Collection, count: int, kept: str = "") -> list[dict[str, Any]]:
    """Links of one collection (17-069r4, 7.13 and 7.14).

    The one to the features as GeoJSON has no query: GDAL builds addresses of single features from it.

    :param count: number of features; where one request can bring them all, there are links to do so
    """
    here = f"{base}/collections/{collection.id}"
    # QGIS 3.44 and GDAL read the types of the properties there, and take two types for text.
    one_type = f"{here}/schema?{NULLS}={Nulls.IMPLIED}"
    items = [
        link("items", f"{here}/items" if f == "json" else f"{here}/items?f={f}{kept}", f"Items as {title}", media_type)
        for f, (media_type, title) in FORMATS.items()
    ]
    downloads = [
        link(
            "enclosure",
            f"{here}/items?f={f}&limit={MAXIMUM_LIMIT}{kept}",
            f"All features as {FORMATS[f][1]}",
            FORMATS[f][0],
        )
        for f in ("json", "csv", "jsonld")
    ]
    return [
        *document_links(here, tuple(_FORMATS), kept),
        link("up", f"{base}/collections{_first(kept)}", "Collections"),
        *items,
        *(downloads if count <= MAXIMUM_LIMIT else ()),
        link("describedby", one_type, "Schema of the features", MEDIA_TYPE),
        *_described("schema", f"{one_type}&", "Schema"),
        *_described("queryables", f"{here}/queryables?", "Queryables"),
        link(own_relation(base, "facets"), f"{here}/facets{_first(kept)}", "Counts by criterion"),
        *licence_links(),
    ]


def _first(kept: str) -> str:
    """The parameters as the whole query of an address."""
    return kept.replace("&", "?", 1)


def _described(name: str, address: str, title: str) -> list[dict[str, Any]]:
    return [
        link(f"{_OGC}{name}", f"{address}f=json", f"{title} as JSON Schema", MEDIA_TYPE),
        link(f"{_OGC}{name}", f"{address}f=html", f"{title} as HTML", "text/html"),
    ]
