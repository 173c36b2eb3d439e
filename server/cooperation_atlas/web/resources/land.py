"""The land that maps draw below areas and programmes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import orjson

from ...model.land import LAND, LAND_LICENCE
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.formats.geojson import MEDIA_TYPE
from ...ogc.formats.registry import OBJECT
from ...ogc.openapi import SERVICE, ApiPart, operation
from ...ogc.openapi_texts import message
from ...ogc.parameters import excluded, unique
from ...ogc.service_links import link, own_relation
from ...store.contract import Land
from ..http.negotiation import format_of
from ..http.representation import Representation, json_document
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Example, Link, Route
from .document import COMMON

_PATH = f"/{LAND}"
_FORMATS = ("json",)
_ABOUT = "The land of the world at 1:50 million, for maps to draw below areas and programmes."


def land(view: ServedEdition, request: ResourceRequest) -> Representation:
    """All land as GeoJSON; each feature names its source."""
    excluded(unique(request.parameters, COMMON, f"'{_PATH}'"))
    format_of(request.first("f"), request.accept, _FORMATS)
    view.language(request)
    licence = asdict(LAND_LICENCE)
    content = {
        "type": "FeatureCollection",
        "title": "Land",
        "description": f"{_ABOUT} Outlines and names are those of the source, and take no position on whose it is.",
        "edition": view.id,
        "links": [{"rel": "license", "type": "text/html", "title": licence["title"], "href": licence["url"]}],
        "features": [_feature(one) for one in view.store.land],
    }
    return json_document(content, MEDIA_TYPE)


def _feature(one: Land) -> dict[str, Any]:
    properties = {"name": one.name, "source": one.source}
    return {"type": "Feature", "id": one.id, "geometry": orjson.Fragment(one.geometry), "properties": properties}


def _api(_: ServedEdition) -> ApiPart:
    described = operation(
        "Land (background)",
        "getLand",
        [declare.format_(*_FORMATS), declare.ref("lang"), declare.ref("exclude")],
        {"200": answers.json_answer(message(_ABOUT), "Land", answers.ALWAYS, MEDIA_TYPE), **answers.OTHERS},
        SERVICE,
    )
    return ApiPart(paths={_PATH: {"get": described}}, schemas={"Land": OBJECT}, relations={LAND: message(_ABOUT)})


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    yield link(own_relation(view.base_url, LAND), view.base_url + _PATH, "Land (background)", MEDIA_TYPE)


BLOCK = Block(routes=(Route(_PATH, land, examples=lambda _: (Example({}),)),), api=_api, links=_links)
