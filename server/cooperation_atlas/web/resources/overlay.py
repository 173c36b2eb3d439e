"""A client's features over programmes or areas, which only a process answers: GET has no room for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
import shapely

from ...model.collections import NUTS3
from ...model.overlay import OVERLAY
from ...model.processes import OVERLAY as PROCESS
from ...ogc.address import Address
from ...ogc.formats.document import FeatureDocument
from ...ogc.formats.registry import FORMATS, formats_of
from ...ogc.geojson_shapes import PLACE
from ...ogc.notices import licence_links, link_header
from ...ogc.openapi_overlay import parameters_of_overlay
from ...ogc.overlay_request import OverlayRequest, parse_overlay
from ...ogc.parameter_names import parameters_named
from ...ogc.search import chosen_query
from ...store.budget import FEWER, Budget, OverBudget
from ...store.overlay import Meeting
from ...store.query import Query
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..overlay_page import OverlayPage
from ..service import ServedEdition
from ..translations.catalogue import catalogue
from .block import Block, Executed

#: A page would have to carry what was sent.
_FORMATS = tuple(f for f in formats_of(OVERLAY) if not FORMATS[f].is_page)
#: Most bytes of areas in an answer.
_LARGEST = 40_000_000
#: What to ask for instead of too much.
_SIMPLER = "Simplify the features, send them in several requests, choose what they are laid over, or look less far."
_WITHOUT_AREAS = "Ask for fewer, or for pairs without areas: skipGeometry=true, or text/csv."
#: Steps for reading a byte of what was sent.
_BYTE = 0.5


def overlay(view: ServedEdition, request: ResourceRequest, budget: Budget | None = None) -> Representation:
    """The pairs of a client's features and of ours that meet or are near each other.

    :param request: with the features as its body
    :raises OverBudget: where that costs more than ``budget``
    """
    language = view.language(request)
    sent = request.body or b""
    if budget is not None:
        budget.spend(len(sent) * _BYTE, "reading the features", PLACE)
    parsed = parse_overlay(request.parameters, sent, request.day)
    format_ = FORMATS[format_of(request.first("f"), request.accept, _FORMATS)]
    try:
        meetings = _meetings(view, parsed, budget)
    except OverBudget as error:
        if error.place != PLACE:
            raise
        raise OverBudget(error.what, PLACE, late=error.late, advice=_SIMPLER) from None
    page = OverlayPage(
        view.store,
        parsed.over.collection,
        parsed.shown.query,
        parsed.shapes,
        meetings,
        parsed.limit,
        parsed.crs,
        catalogue(language),
    )
    if budget is not None:
        cost = format_.cost(len(page), OVERLAY, parsed.shown.properties)
        budget.spend(cost, f"writing {len(page)} pairs as {format_.id}", "limit", FEWER)
    if format_.geometry and not parsed.shown.skip_geometry and page.size > _LARGEST:
        raise OverBudget(f"writing {len(page)} pairs with their areas", "limit", advice=_WITHOUT_AREAS)
    document = FeatureDocument(
        collection=OVERLAY,
        page=page,
        request=parsed.shown,
        address=Address(f"{view.base_url}/processes/{PROCESS.id}", ()),
        links=licence_links(),
        edition=view.store.edition,
        base=view.base_url,
        words=view.words(request),
    )
    headers = {
        "Link": link_header(),
        "OGC-NumberMatched": str(page.matched),
        "OGC-NumberReturned": str(len(page)),
        "Content-Language": language,
        **({"Content-Crs": f"<{parsed.crs}>"} if format_.geometry else {}),
    }
    return Representation(format_.write_list(document), format_.content_type, headers=headers)


def _meetings(view: ServedEdition, parsed: OverlayRequest, budget: Budget | None) -> list[Meeting]:
    with parameters_named():
        query = chosen_query(view.store, parsed.over, parsed.alternatives)
        shapes = [one.shape for one in parsed.shapes]
        found = view.store.overlay(query, shapes, parsed.crs, parsed.distance_km, budget)
    return [one for one in found if one.relation in parsed.relations]


def _example(view: ServedEdition) -> Mapping[str, Any]:
    """A place in the first of the areas, and what is around it."""
    (feature,) = view.store.search(Query(NUTS3.id, limit=1)).features(names=())
    area = shapely.from_geojson(orjson.dumps(orjson.loads(feature)["geometry"]))
    place = shapely.get_coordinates(area.representative_point()).round(3).tolist()[0]
    return {"features": {"type": "Point", "coordinates": place}, "distance_km": 50}


BLOCK = Block(
    routes=(),
    executes={
        PROCESS.id: Executed(overlay, lambda view: parameters_of_overlay(view.store, _FORMATS), _FORMATS, _example)
    },
)
