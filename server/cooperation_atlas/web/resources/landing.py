"""The landing page, with the links of all resources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from ...ogc import conformance
from ...ogc.formats.geojson import document_members
from ...ogc.notices import licence_links
from ...ogc.openapi import ApiPart
from ...ogc.service_links import document_links, link
from ..http.request import ResourceRequest
from ..service import ServedEdition
from . import catalogue
from .block import Block, Example
from .document import Document, kept
from .find import examples as page_examples
from .find import front

CONFORMANCE = conformance.common(1, "core", "landing-page", "json", "html")


def block(blocks: Sequence[Block]) -> Block:
    """The landing page (17-069r4, 7.2).

    :param blocks: all resources, for their links
    """

    def content(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
        described = view.core.landing_page(view.language(request))
        about = next(link for link in described["links"] if link["rel"] == "about")
        links = [
            *document_links(f"{view.base_url}/", document.formats, kept(request)),
            link("about", about["href"], about["title"], "text/html"),
            *(each for one in blocks for each in one.links(view, kept(request))),
            *licence_links(),
        ]
        return {**described, **document_members(view.store.edition), "links": links}

    document = Document("/", "find.html", content, linked=catalogue.whole)
    return Block(
        routes=(replace(document.route, endpoint=front(document), search=True, examples=_examples(document)),),
        conformance=lambda _: CONFORMANCE,
        api=lambda _: ApiPart(paths={"/": document.operation("Landing page", "landingPage")}),
    )


def _examples(document: Document) -> Callable[[ServedEdition], Iterable[Example]]:
    """The document in its forms for software, and the page."""

    def made(view: ServedEdition) -> Iterable[Example]:
        of_document = (one for one in document.route.examples(view) if ("f", "html") not in one.parameters)
        return (*of_document, *page_examples(view))

    return made
