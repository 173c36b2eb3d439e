"""Links of the items resources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from ..model.collections import Collection
from ..store.query import Page
from .notices import licence_links

#: Formats of items and of a feature: media type and title by the value of ``f``.
FORMATS: Mapping[str, tuple[str, str]] = {
    "json": ("application/geo+json", "GeoJSON"),
    "html": ("text/html", "HTML"),
    "csv": ("text/csv", "CSV"),
    "jsonld": ("application/ld+json", "RDF (JSON-LD)"),
}


def _url(path: str, given: list[tuple[str, str]], **changed: str) -> str:
    kept = [(k, v) for k, v in given if k not in changed]
    query = urlencode([*kept, *changed.items()], safe=",:/*", quote_via=quote)
    return f"{path}?{query}" if query else path


def _formats(path: str, given: list[tuple[str, str]], shown: str) -> list[dict[str, Any]]:
    return [
        {
            "rel": "self" if f == shown else "alternate",
            "type": media_type,
            "title": f"This document as {title}",
            "href": _url(path, given, f=f),
        }
        for f, (media_type, title) in FORMATS.items()
    ]


def _collection(base: str, collection: Collection) -> list[dict[str, Any]]:
    here = f"{base}/collections/{collection.id}"
    return [
        {"rel": "collection", "type": "application/json", "title": collection.title, "href": here},
        {
            "rel": "describedby",
            "type": "application/schema+json",
            "title": "Schema of the features",
            "href": f"{here}/schema",
        },
        *licence_links(),
    ]


def items_links(
    base: str, collection: Collection, given: list[tuple[str, str]], page: Page, shown: str
) -> list[dict[str, Any]]:
    """Links of a page of features: formats, next and previous page, collection, schema, licences.

    There is a ``next`` link only where features follow, so that clients do not ask for an empty page; a count has
    no pages.

    :param given: the query parameters of the request
    :param shown: format of the response
    """
    path = f"{base}/collections/{collection.id}/items"
    links = _formats(path, given, shown)
    query = page.query
    media_type = FORMATS[shown][0]
    if ("resulttype", "hits") in given:
        return links + _collection(base, collection)
    if query.offset + query.limit < page.matched:
        href = _url(path, given, f=shown, offset=str(query.offset + query.limit))
        links.append({"rel": "next", "type": media_type, "title": "Next page", "href": href})
    if query.offset > 0:
        href = _url(path, given, f=shown, offset=str(max(0, query.offset - query.limit)))
        links.append({"rel": "prev", "type": media_type, "title": "Previous page", "href": href})
    return links + _collection(base, collection)


def item_links(
    base: str, collection: Collection, given: list[tuple[str, str]], id_: str, shown: str
) -> list[dict[str, Any]]:
    """Links of one feature."""
    path = f"{base}/collections/{collection.id}/items/{quote(id_, safe='')}"
    return _formats(path, given, shown) + _collection(base, collection)
