"""The catalogue of the data for portals: GeoDCAT-AP as one RDF document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...ogc import dcat
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.formats.registry import FORMATS, OBJECT, object_forms
from ...ogc.notices import link_header
from ...ogc.openapi import SERVICE, ApiPart, operation
from ...ogc.openapi_texts import message
from ...ogc.parameters import excluded, unique
from ...ogc.service_links import link, own_relation
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..page_writer import RequestedPages
from ..service import ServedEdition
from ..translations.catalogue import catalogue as texts_of
from .block import Block, Example, Link, Route
from .document import COMMON

NAME = "catalogue"
_PATH = f"/{NAME}"
#: The formats of linked data, Turtle first: portals harvest it.
_FORMATS = tuple(sorted((f for f, form in object_forms().items() if form.linked), reverse=True))


def described(view: ServedEdition) -> dcat.Described:
    """What the catalogue of an edition is about, with its texts in all languages offered."""
    translations = {code: texts_of(code).translate for code in view.settings.languages}
    return dcat.Described(view.base_url, view.config, view.store, translations)


def whole(view: ServedEdition, _: ResourceRequest) -> dict[str, Any]:
    """The whole catalogue in JSON-LD."""
    return dcat.catalogue(described(view))


def catalogue(view: ServedEdition, request: ResourceRequest) -> Representation:
    """The catalogue."""
    excluded(unique(request.parameters, COMMON, f"'{_PATH}'"))
    f = format_of(request.first("f"), request.accept, _FORMATS)
    view.language(request)  # one that is not offered is refused; the catalogue has all
    form = object_forms()[f]
    body = form.write(whole(view, request), "", RequestedPages(view, request))
    headers = {"Link": link_header(), "Content-Language": ", ".join(view.settings.languages)}
    return Representation(body, form.media_type, headers=headers)


def _api(_: ServedEdition) -> ApiPart:
    content = {object_forms()[f].media_type: {"schema": FORMATS[f].schema or OBJECT} for f in _FORMATS}
    about = message("The catalogue for portals: all data with formats, licences and services, as GeoDCAT-AP.")
    found = {"description": about, "headers": answers.headers_of(*answers.ALWAYS), "content": content}
    parameters = [declare.format_(*_FORMATS), declare.ref("lang"), declare.ref("exclude")]
    described_ = operation(
        "Catalogue of the data (GeoDCAT-AP)", "getCatalogue", parameters, {"200": found, **answers.OTHERS}, SERVICE
    )
    return ApiPart(paths={_PATH: {"get": described_}}, relations={NAME: about})


def metadata_links(base: str, kept: str) -> Iterable[Link]:
    """``describedby``: the metadata of all data sets."""
    return _forms("describedby", f"{base}{_PATH}", "Catalogue of the data (GeoDCAT-AP)", kept)


def _links(view: ServedEdition, kept: str) -> Iterable[Link]:
    relation = own_relation(view.base_url, NAME)
    return _forms(relation, f"{view.base_url}{_PATH}", "Catalogue of the data (GeoDCAT-AP)", kept)


def _collection_links(view: ServedEdition, kept: str, id_: str, _: int) -> Iterable[Link]:
    """The metadata of the data set, to which INSPIRE wants ``describedby`` to lead."""
    return _forms("describedby", f"{view.base_url}/collections/{id_}", "Metadata of this data set (GeoDCAT-AP)", kept)


def _forms(relation: str, address: str, title: str, kept: str) -> Iterable[Link]:
    for f in _FORMATS:
        form = object_forms()[f]
        yield link(relation, f"{address}?f={f}{kept}", f"{title} as {form.title}", form.media_type)


BLOCK = Block(
    routes=(Route(_PATH, catalogue, examples=lambda _: (Example({}, (("f", f),)) for f in _FORMATS)),),
    api=_api,
    links=_links,
    collection_links=_collection_links,
)
