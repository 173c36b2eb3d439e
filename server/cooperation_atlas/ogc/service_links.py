"""Links of the resources about the service and its collections.

Relations are those that IANA has registered, those that OGC API - Features gives short names (``conformance``,
``data``, ``items``), or URIs: OGC's, and our own, which lead to their explanation on the page of the API definition.
"""

from __future__ import annotations

from typing import Any

from .formats.registry import object_forms


def own_relation(base: str, name: str) -> str:
    """The URI of a relation of our own."""
    return f"{base}/openapi#{name}"


def link(rel: str, href: str, title: str, media_type: str = "application/json") -> dict[str, Any]:
    """A link object (17-069r4, 7.2)."""
    return {"rel": rel, "type": media_type, "title": title, "href": href}


def document_links(address: str, formats: tuple[str, ...], kept: str = "") -> list[dict[str, Any]]:
    """Links of a JSON document to itself and to its other formats.

    :param address: without query; that of the service ends with a slash
    :param formats: values of ``f`` that the document has
    :param kept: parameters of the request that its links keep, ``&name=value``
    """
    return [
        link(
            "self" if f == "json" else "alternate",
            f"{address}?f={f}{kept}",
            f"This document as {form.title}",
            form.media_type,
        )
        for f, form in object_forms().items()
        if f in formats
    ]


def first(kept: str) -> str:
    """The parameters that links keep (``&name=value``) as the whole query of an address."""
    return kept.replace("&", "?", 1)
