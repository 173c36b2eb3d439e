"""The accessibility statement and the privacy page, as public bodies need them.

They say what is true of this software, and of the operator what is set. What is not set, they say to be missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...ogc.formats.geojson import document_members
from ...ogc.openapi import ApiPart
from ...ogc.openapi_texts import message
from ...ogc.service_links import document_links, link
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Link
from .document import Document, kept


def _accessibility(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
    return {"title": "Accessibility statement", **_common(view, request, _ACCESSIBILITY)}


def _privacy(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
    settings = view.settings
    days = {
        "log_days": settings.operator.log_days,
        "feedback_days": settings.feedback_days if settings.feedback else None,
    }
    return {"title": "Privacy", **_common(view, request, _PRIVACY), **days}


def _common(view: ServedEdition, request: ResourceRequest, document: Document) -> dict[str, Any]:
    operator = view.settings.operator
    return {
        "operator": operator.name or None,
        "contact": operator.contact or None,
        "statement_date": operator.statement_day.isoformat() if operator.statement_day else None,
        "enforcement": operator.enforcement or None,
        **document_members(view.store.edition),
        "links": document_links(view.base_url + request.path, document.formats, kept(request)),
    }


_ACCESSIBILITY = Document("/accessibility", "accessibility.html", _accessibility)
_PRIVACY = Document("/privacy", "privacy.html", _privacy)


def _api(_: ServedEdition) -> ApiPart:
    return ApiPart(
        paths={
            "/accessibility": _ACCESSIBILITY.operation("Accessibility statement", "accessibility"),
            "/privacy": _PRIVACY.operation("Privacy", "privacy"),
        },
        relations={"accessibility": message("How accessible the pages are, and where to report what is not.")},
    )


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    yield link("privacy-policy", f"{view.base_url}/privacy?f=html", "Privacy", "text/html")
    yield link(
        f"{view.base_url}/openapi#accessibility",
        f"{view.base_url}/accessibility?f=html",
        "Accessibility statement",
        "text/html",
    )


BLOCK = Block(routes=(_ACCESSIBILITY.route, _PRIVACY.route), api=_api, links=_links)
