"""The NUTS III areas as TopoJSON: the shapes of a whole collection in one small file, for maps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...model.collections import COLLECTIONS, Collection, collection
from ...model.drawing import TOPOLOGY_OBJECT, drawing_name
from ...model.errors import NotFound
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.notices import link_header
from ...ogc.openapi import ApiPart, operation
from ...ogc.openapi_texts import message, titled
from ...ogc.parameters import excluded, unique
from ...ogc.service_links import first, link, own_relation
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Example, Link, Route
from .collection_ids import DECLARED
from .document import COMMON

TOPOJSON = "application/topo+json"
_NAME = "topology"
_FORMATS = ("json",)
_ABOUT = (
    "The NUTS III areas of the collection as TopoJSON: shared borders once, a seventh of the vertices, no area left "
    "out. Each has its code, name and country; join what you count by the code."
)
_STEP = {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer"}}
#: The form of the answer (https://github.com/topojson/topojson-specification).
_SCHEMA = {
    "type": "object",
    "required": ["type", "transform", "objects", "arcs"],
    "properties": {
        "type": {"type": "string", "enum": ["Topology"]},
        "bbox": {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4},
        "transform": {"type": "object", "required": ["scale", "translate"]},
        "objects": {"type": "object", "required": [TOPOLOGY_OBJECT]},
        "arcs": {"type": "array", "items": {"type": "array", "minItems": 2, "items": _STEP}},
    },
}


def topology(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """The areas of the collection.

    :raises NotFound: for a collection that has no areas of its own
    """
    drawing = _drawing(collection(collection_id))
    excluded(unique(request.parameters, COMMON, f"'{request.path}'"))
    format_of(request.first("f"), None, _FORMATS)  # there is nothing else to accept
    view.language(request)
    return Representation(view.drawings[drawing].body, TOPOJSON, headers={"Link": link_header()})


def _present(_: ServedEdition, arguments: Mapping[str, str]) -> None:
    _drawing(collection(arguments["collection_id"]))


def _drawing(of: Collection) -> str:
    if of.period is None:
        having = tuple(one.id for one in _having())
        raise NotFound(f"topology of collection '{of.id}': its features are no NUTS III areas of one version", having)
    return drawing_name(_NAME, of.period.nuts_version, "json")


def _having() -> Iterable[Collection]:
    return (one for one in COLLECTIONS.values() if one.period is not None)


def _api(_: ServedEdition) -> ApiPart:
    paths: dict[str, Any] = {}
    for one in _having():
        described = operation(
            titled(one.title, "shapes as TopoJSON"),
            f"topology{answers.type_name(one.id)}",
            [declare.format_(*_FORMATS), declare.ref("lang"), declare.ref("exclude")],
            {"200": answers.json_answer(message(_ABOUT), "Topology", answers.ALWAYS, TOPOJSON), **answers.OTHERS},
            one.id,
        )
        paths[f"/collections/{one.id}/{_NAME}"] = {"get": described}
    return ApiPart(paths=paths, schemas={"Topology": _SCHEMA}, relations={_NAME: message(_ABOUT)})


def _collection_links(view: ServedEdition, kept: str, id_: str, _: int) -> Iterable[Link]:
    if COLLECTIONS[id_].period is not None:
        address = f"{view.base_url}/collections/{id_}/{_NAME}{first(kept)}"
        yield link(own_relation(view.base_url, _NAME), address, "Shapes as TopoJSON", TOPOJSON)


BLOCK = Block(
    routes=(
        Route(
            f"{DECLARED}/{_NAME}",
            topology,
            check=_present,
            examples=lambda _: (Example({"collection_id": one.id}) for one in _having()),
        ),
    ),
    api=_api,
    collection_links=_collection_links,
)
