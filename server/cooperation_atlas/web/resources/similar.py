"""Areas that are like one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import numpy as np

from ...matching.similar import Choice, SimilarAreas
from ...model.collections import Collection
from ...model.errors import InvalidValue, NotFound
from ...model.periods import CURRENT_PERIOD, PERIODS
from ...model.similar import SIMILAR_REGIONS
from ...ogc import openapi_answers as answers
from ...ogc.address import Address
from ...ogc.formats.document import FeatureDocument
from ...ogc.formats.registry import FORMATS, formats_of
from ...ogc.links import format_links
from ...ogc.notices import licence_links, link_header
from ...ogc.openapi import ApiPart, operation
from ...ogc.openapi_similar import parameters_of_similar, schemas_of_similar
from ...ogc.openapi_texts import message
from ...ogc.parameter_names import parameters_named
from ...ogc.search import chosen_query
from ...ogc.service_links import link, own_relation
from ...ogc.similar_request import AREA, SimilarRequest, parse_similar
from ...store.budget import FEWER, Budget, at_once
from ...store.query import Query
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..page_writer import RequestedPages
from ..pages import page_headers, rendered
from ..service import ServedEdition
from ..similar_links import ShownArea
from ..similar_rows import SimilarRows
from ..translations.catalogue import catalogue
from .block import Block, Example, Link, Route

_FORMATS = formats_of(SIMILAR_REGIONS)
#: Operations of numpy that one comparison takes.
_OPERATIONS = 120


def similar_regions(view: ServedEdition, request: ResourceRequest, budget: Budget | None = None) -> Representation:
    """The areas that are most like one of them.

    :raises OverBudget: where that costs more than ``budget``
    """
    language = view.language(request)
    parsed = parse_similar(request.parameters, request.day)
    format_ = FORMATS[format_of(request.first("f"), request.accept, _FORMATS)]
    similar = view.partners.similar(_period_of(parsed.areas), budget)
    row = _row_of(view, parsed, similar)
    if budget is not None:
        budget.spend(at_once(len(similar.facts.areas), _OPERATIONS), "comparing all areas", AREA)
        cost = format_.cost(parsed.limit, SIMILAR_REGIONS, parsed.shown.properties)
        budget.spend(cost, f"writing {parsed.limit} areas", "limit", FEWER)
    found = similar.like(row, _choice(view, parsed, similar, budget))
    words = catalogue(language)
    page = SimilarRows(view.store, parsed.areas, similar, words).page(parsed, found, budget)
    address = Address.of(f"{view.base_url}/{SIMILAR_REGIONS.id}", request.parameters)
    item = f"{view.base_url}/collections/{parsed.areas.id}/items/{parsed.code}"
    document = FeatureDocument(
        collection=SIMILAR_REGIONS,
        page=page,
        request=parsed.shown,
        address=address,
        links=[
            *format_links(address, format_, _FORMATS),
            link("related", item, "The area that others are like", FORMATS["json"].media_type),
            *licence_links(),
        ],
        edition=view.store.edition,
        base=view.base_url,
        words=view.words(request),
        html=_SimilarHtml(view, request, parsed),
    )
    headers = {
        "Link": link_header(),
        "OGC-NumberMatched": str(page.matched),
        "OGC-NumberReturned": str(len(page)),
        **({"Content-Crs": f"<{parsed.shown.crs}>"} if format_.geometry else {}),
        **(page_headers(language) if format_.is_page else {"Content-Language": language}),
    }
    if format_.attachment:
        name = f"{SIMILAR_REGIONS.id}-{parsed.code}.{format_.extension}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return Representation(format_.write_list(document), format_.content_type, headers=headers)


def _period_of(areas: Collection) -> str:
    return (areas.period or CURRENT_PERIOD).code


def _row_of(view: ServedEdition, parsed: SimilarRequest, similar: SimilarAreas) -> int:
    """The area that asks.

    :raises InvalidValue: for a code that is none
    """
    if parsed.code not in similar.row_of:
        version = PERIODS[_period_of(parsed.areas)].nuts_version
        try:
            view.store.one(parsed.areas.id, parsed.code)
        except NotFound as missing:
            reason = f"'{parsed.code}' is no NUTS III area of NUTS {version}."
            raise InvalidValue(AREA, reason, missing.nearest) from None
    return similar.row_of[parsed.code]


def _choice(view: ServedEdition, parsed: SimilarRequest, similar: SimilarAreas, budget: Budget | None) -> Choice:
    candidates = None
    with parameters_named():
        query = chosen_query(view.store, parsed.candidates, parsed.alternatives)
        if query.is_selective:
            found = view.store.search(replace(query, limit=len(similar.row_of)), budget).ids
            candidates = np.zeros(len(similar.row_of), dtype=bool)
            candidates[[similar.row_of[id_] for id_ in found]] = True
    return Choice(parsed.limit, parsed.per_country, parsed.abroad, parsed.nearest, parsed.farthest, candidates)


@dataclass(frozen=True)
class _SimilarHtml(RequestedPages):
    """Makes the page of the list."""

    parsed: SimilarRequest

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of areas that are alike."""
        names = tuple(SIMILAR_REGIONS.by_name)
        areas = self.parsed.areas
        (cells,) = self.view.store.one(areas.id, self.parsed.code).cells((areas.title_field,))
        content = {
            "collection": SIMILAR_REGIONS,
            "areas": areas,
            "code": self.parsed.code,
            "name": cells[0],
            "shown": [ShownArea.of(areas, dict(zip(names, row, strict=True))) for row in document.page.cells(names)],
            "matched": document.page.matched,
            "given": dict(document.address.given),
            "here": urlsplit(document.address.path).path,
        }
        return rendered("similar.html", content, self.view, self.request)


def _examples(view: ServedEdition) -> Iterable[Example]:
    for code in _codes(view):
        yield from (Example({}, ((AREA, code), ("limit", "1"), ("f", f))) for f in _FORMATS)


def _codes(view: ServedEdition) -> Iterable[str]:
    """The first area."""
    return view.store.search(Query("nuts3", limit=1)).ids


def _api(view: ServedEdition) -> ApiPart:
    found = answers.features(message("Areas that are alike, best first"), "SimilarRegionsFeatures", _FORMATS)
    parameters = parameters_of_similar(view.store, _FORMATS)
    return ApiPart(
        paths={
            f"/{SIMILAR_REGIONS.id}": {
                "get": operation("Areas that are like one of them", "getSimilarRegions", parameters, found)
            }
        },
        schemas=schemas_of_similar(view.store),
        relations={SIMILAR_REGIONS.id: message("NUTS III areas that are like one of them, near and far, and why.")},
    )


def _links(view: ServedEdition, kept: str) -> Iterable[Link]:
    for code in _codes(view):
        address = f"{view.base_url}/{SIMILAR_REGIONS.id}?{AREA}={code}{kept}"
        relation = own_relation(view.base_url, SIMILAR_REGIONS.id)
        yield link(relation, address, "Areas that are like one of them", FORMATS["json"].media_type)


BLOCK = Block(
    routes=(Route(f"/{SIMILAR_REGIONS.id}", similar_regions, search=True, examples=_examples),), api=_api, links=_links
)
