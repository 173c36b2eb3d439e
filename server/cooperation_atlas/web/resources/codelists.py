"""The code lists (vocabularies) of the data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...ogc import openapi_parameters as declare
from ...ogc.formats.geojson import document_members
from ...ogc.openapi import ApiPart
from ...ogc.openapi_texts import message
from ...ogc.service_links import document_links, link, own_relation
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Link
from .document import Document, kept


def _every(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
    """All code lists by id, with the number of their codes."""
    base = f"{view.base_url}/codelists"
    return {
        "codelists": [
            {"id": id_, "count": len(codes.codes), "href": f"{base}/{id_}"}
            for id_, codes in view.store.codelists.items()
        ],
        **document_members(view.store.edition),
        "links": document_links(view.base_url + request.path, _CODELISTS.formats, kept(request)),
    }


def _single(view: ServedEdition, request: ResourceRequest, codelist_id: str) -> dict[str, Any]:
    """The codes of one list with labels by language."""
    codes = view.store.codelists.list(codelist_id)
    return {
        "id": codes.id,
        "items": [code.to_dict() for code in codes],
        **document_members(view.store.edition),
        "links": document_links(view.base_url + request.path, _CODELIST.formats, kept(request)),
    }


def _examples(view: ServedEdition) -> Iterable[dict[str, str]]:
    return ({"codelist_id": next(iter(view.store.codelists))},)


_CODELISTS = Document("/codelists", "codelists.html", _every)
_CODELIST = Document("/codelists/{codelist_id}", "codelist.html", _single, examples=_examples)


def _api(view: ServedEdition) -> ApiPart:
    id_ = declare.in_path("codelistId", list(view.store.codelists))
    return ApiPart(
        paths={
            "/codelists": _CODELISTS.operation("Code lists", "codelists"),
            "/codelists/{codelistId}": _CODELIST.operation("One code list", "codelist", in_path=[id_]),
        },
        relations={"codelists": message("The code lists (vocabularies) of the data, with labels.")},
    )


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    yield link(own_relation(view.base_url, "codelists"), f"{view.base_url}/codelists", "Code lists")


BLOCK = Block(routes=(_CODELISTS.route, _CODELIST.route), api=_api, links=_links)
