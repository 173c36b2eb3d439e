"""``/`` for browsers: the page "Find a partner". For software it is the landing page (``landing``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...model.errors import InvalidValue
from ...ogc.formats.registry import FORMATS
from ...store.budget import Budget
from ..find_page import find_content
from ..find_request import TAKEN
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..pages import page
from ..searching import ON_LOOP
from ..service import ServedEdition
from .block import Endpoint, Example
from .document import Document

#: Steps (``store.budget``) of what the page costs whatever it finds: counts of choices, its map and its writing take
#: tens of milliseconds. Paid first, so that the page is made once, beside the event loop, not begun there and left.
_MAKING = 2 * ON_LOOP
#: Examples of searches that must succeed before an edition is served.
_EXAMPLES: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("show", "entries"),),
    (("view", "table"), ("topic", "PO2")),
)


def front(document: Document) -> Endpoint:
    """What answers ``/``: the page to browsers, the document to software.

    :param document: the landing page
    """

    def answer(view: ServedEdition, request: ResourceRequest, budget: Budget | None = None) -> Representation:
        f = format_of(request.first("f"), request.accept, document.formats)
        if FORMATS[f].is_page:
            if budget is not None:
                budget.spend(_MAKING, "the page")
            content = find_content(view, request, budget)
            # Every link keeps what was understood, not the words for it.
            return page("find.html", content, view, replace(request, parameters=content["parameters"]))
        for name, _ in request.parameters:
            if name in TAKEN:
                there = f"{view.base_url}/collections/programmes/items or {view.base_url}/partners"
                reason = f"is not a parameter of '/' for software: it is a field of the page. For data ask {there}."
                raise InvalidValue(name, reason)
        return document.answer(view, request)

    return answer


def examples(_: ServedEdition) -> Iterable[Example]:
    """Requests for the page."""
    return (Example({}, (("f", "html"), *parameters)) for parameters in _EXAMPLES)
