"""What the service can do: its conformance classes and its API definition, joined from all resources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ...ogc import conformance
from ...ogc.openapi import MEDIA_TYPE, ApiPart, openapi_document
from ...ogc.service_links import document_links, link
from ..http.request import ResourceRequest
from ..service import ServedEdition
from ..translations.catalogue import SOURCE_LANGUAGE
from .block import Block, Link
from .document import Document, kept

CONFORMANCE = (*conformance.common(1, "oas30"), *conformance.features(1, "oas30"))


def block(blocks: Sequence[Block]) -> Block:
    """The resources that say what all resources can do (17-069r4, 7.3 and 7.4).

    :param blocks: all resources, for their conformance classes and their parts of the definition
    """

    def classes(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
        uris = {uri for one in blocks for uri in one.conformance(view)}
        links = document_links(view.base_url + request.path, conformance_.formats, kept(request))
        return {"conformsTo": sorted(uris), "links": links}

    def definition(view: ServedEdition, _: ResourceRequest) -> dict[str, Any]:
        return openapi_document(view.config, view.id, (one.api(view) for one in blocks))

    conformance_ = Document("/conformance", "conformance.html", classes)
    openapi = Document("/openapi", "openapi.html", definition, MEDIA_TYPE, only_language=SOURCE_LANGUAGE)
    paths = {
        "/conformance": conformance_.operation("Conformance classes", "conformance"),
        "/openapi": openapi.operation("API definition", "apiDefinition"),
    }
    return Block(
        routes=(conformance_.route, openapi.route),
        conformance=lambda _: CONFORMANCE,
        api=lambda _: ApiPart(paths=paths),
        links=_links,
    )


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    yield link("service-desc", f"{view.base_url}/openapi", "API definition", MEDIA_TYPE)
    yield link("service-doc", f"{view.base_url}/openapi?f=html", "API definition as HTML", "text/html")
    yield link("conformance", f"{view.base_url}/conformance", "Conformance classes")
