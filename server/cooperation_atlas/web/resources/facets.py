"""How many features each value of each criterion would give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model.collections import COLLECTIONS, collection
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.formats.geojson import document_members
from ...ogc.openapi import ApiPart, operation
from ...ogc.openapi_texts import message, titled
from ...ogc.parameters import FACETS
from ...ogc.requests import parse_facets
from ...ogc.search import count_facets
from ...ogc.service_links import first, link, own_relation
from ...store.budget import Budget
from ..http.negotiation import format_of
from ..http.representation import JSON, Representation, json_document
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Example, Link, Route
from .collection_ids import DECLARED
from .collections import example_arguments

_FORMATS = ("json",)


def facets(
    view: ServedEdition, request: ResourceRequest, collection_id: str, budget: Budget | None = None
) -> Representation:
    """How many features each value of each criterion would give.

    :raises OverBudget: where that costs more than ``budget``
    """
    chosen = collection(collection_id)
    parsed = parse_facets(chosen, request.parameters, request.body, request.day)
    format_of(request.first("f"), request.accept, _FORMATS)
    view.language(request)
    counts = count_facets(view.store, parsed, budget)
    content: dict[str, Any] = {
        "collection": chosen.id,
        **document_members(view.store.edition),
        "numberMatched": counts.matched,
        "facets": {facet.criterion: facet.counts for facet in counts.facets},
    }
    if counts.unknown is not None:
        content["numberUnknown"] = counts.unknown
        content["unknown"] = {facet.criterion: facet.unknown for facet in counts.facets}
    return json_document(content, JSON)


def _api(view: ServedEdition) -> ApiPart:
    paths: dict[str, Any] = {}
    answer = answers.json_answer("Counts; each without its own criterion", "Facets", headers=answers.ALWAYS)
    for one in COLLECTIONS.values():
        parameters = [
            *(declare.ref(name) for name in FACETS if name not in ("f", "facets")),
            declare.format_(*_FORMATS),
            declare.facets(one),
            *declare.filters(one, view.store),
        ]
        counts = operation(
            titled(one.title, "counts by criterion"),
            f"count{answers.type_name(one.id)}",
            parameters,
            {"200": answer, **answers.OTHERS},
            one.id,
        )
        paths[f"/collections/{one.id}/facets"] = {"get": counts}
    return ApiPart(
        paths=paths,
        parameters=declare.searches(view.limits),
        schemas={"Facets": answers.facets_schema()},
        relations={"facets": message("Counts for each value of each criterion, for any search in the collection.")},
    )


def _collection_links(view: ServedEdition, kept: str, id_: str, _: int) -> Iterable[Link]:
    address = f"{view.base_url}/collections/{id_}/facets{first(kept)}"
    yield link(own_relation(view.base_url, "facets"), address, "Counts by criterion")


BLOCK = Block(
    routes=(
        Route(
            f"{DECLARED}/facets",
            facets,
            search=True,
            examples=lambda view: map(Example, example_arguments(view)),
        ),
    ),
    api=_api,
    collection_links=_collection_links,
)
