"""Answers of pygeoapi's core as those of this server: what the resources of the configuration share.

None of these answers is kept (``Cache-Control: no-store``): features, records and tiles come from files and services
that change while the edition stays the same, and so does everything that a provider reads from them, its schema
included. What depends on edition and configuration alone (the lists of collections and classes, the API definition) is
among the documents of the service, which are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import orjson

from ...model.collections import COLLECTIONS
from ...model.errors import NotFound, nearest
from ...ogc.pygeoapi.configured import ConfiguredCollection
from ...ogc.pygeoapi.core import CoreAnswer, CoreRefusal, CoreRequest
from ..http.negotiation import format_of
from ..http.problems import Refused
from ..http.representation import JSON, Representation
from ..http.request import ResourceRequest
from ..pages import page
from ..service import ServedEdition
from .block import Example

#: Formats of documents.
DOCUMENT = ("json", "html")
#: Header fields of the core that go to the client; the others are ours.
_PASSED_ON = ("Content-Crs", "Content-Disposition", "Content-Language")


def configured_collection(view: ServedEdition, id_: str) -> ConfiguredCollection:
    """The collection of that id.

    :raises NotFound: naming the nearest ids, those of the model among them
    """
    known = view.core.configured.collections
    if id_ not in known:
        names = [*COLLECTIONS, *known]
        raise NotFound(f"collection '{id_}'", nearest(id_, names) or names)
    return known[id_]


def present(view: ServedEdition, arguments: Mapping[str, str]) -> ConfiguredCollection:
    """The collection that a path names.

    :raises NotFound: naming the nearest ids
    """
    return configured_collection(view, arguments["collection_id"])


def of_each(
    chosen: Callable[[ConfiguredCollection], object],
) -> Callable[[ServedEdition], Iterable[Example]]:
    """An example for each configured collection of a kind: what cannot answer keeps an edition from being served."""

    def examples(view: ServedEdition) -> Iterable[Example]:
        for one in view.core.configured.collections.values():
            if chosen(one):
                yield Example({"collection_id": one.id})

    return examples


def core_request(
    view: ServedEdition,
    request: ResourceRequest,
    format_: str = "json",
    given: Mapping[str, str] | None = None,
    body: bytes = b"",
) -> CoreRequest:
    """The request for the core.

    :param format_: value of ``f``
    :param given: checked parameters
    """
    return CoreRequest(format_, view.language(request), given or {}, body)


def ask[Answer](call: Callable[[], Answer]) -> Answer:
    """The answer of the core, its refusals as problems of this server.

    :raises Refused: where it refuses
    """
    try:
        return call()
    except CoreRefusal as refusal:
        raise refusal_of(refusal) from refusal


def refusal_of(refusal: CoreRefusal) -> Refused:
    """A refusal of the core as a problem of this server; where a source failed, that it did."""
    if refusal.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        detail = "The source of this resource failed. The failure is in the log of the server."
        return Refused(HTTPStatus.BAD_GATEWAY, detail)
    return Refused(refusal.status, f"{refusal.description.rstrip('.')}.")


def choose_format(request: ResourceRequest, formats: Iterable[str]) -> str:
    """The format to answer in: JSON, a page, or one of the collection."""
    return format_of(request.first("f"), request.accept, tuple(dict.fromkeys((*DOCUMENT, *formats))))


def core_format(shown: str) -> str:
    """The format that the core is asked for: pages are made here, from JSON."""
    return "json" if shown == "html" else shown


def items_document(
    view: ServedEdition, request: ResourceRequest, answer: CoreAnswer, shown: str, formats: Mapping[str, str]
) -> Representation:
    """Items in the format chosen.

    :param formats: media types by format
    """
    headers = {name: value for name, value in answer.headers.items() if name in _PASSED_ON}
    if shown == "html":
        document = as_page(view, request, orjson.loads(answer.body))
        return replace(document, headers={**headers, **document.headers})
    return Representation(answer.body, formats[shown], answer.status, headers, stable=False)


def document(
    view: ServedEdition, request: ResourceRequest, content: Mapping[str, Any], media_type: str = JSON
) -> Representation:
    """A document as JSON or as a page."""
    shown = format_of(request.first("f"), request.accept, DOCUMENT)
    return as_page(view, request, content) if shown == "html" else as_json(content, media_type)


def as_json(content: Mapping[str, Any], media_type: str = JSON) -> Representation:
    """A document as JSON, without the licences of our own data."""
    return Representation(orjson.dumps(content), media_type, stable=False)


def as_page(view: ServedEdition, request: ResourceRequest, content: Mapping[str, Any]) -> Representation:
    """A document as a page that shows its links and its JSON."""
    text = orjson.dumps(content, option=orjson.OPT_INDENT_2).decode()
    return unkept(page("core.html", {"content": content, "text": text}, view, request))


def unkept(document: Representation) -> Representation:
    """A page of what may change while the edition stays the same, without the licences of our own data."""
    headers = {name: value for name, value in document.headers.items() if name != "Link"}
    return replace(document, headers=headers, stable=False)
