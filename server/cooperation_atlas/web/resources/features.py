"""Lists of features, and single features."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit

import orjson

from ...model.collections import COLLECTIONS, Collection, collection
from ...ogc import conformance
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.formats import csv as csv_rows
from ...ogc.formats import geojson, jsonld
from ...ogc.links import FORMATS, Address, item_links, items_links, link_lines, page_addresses
from ...ogc.notices import link_header
from ...ogc.openapi import ApiPart, operation
from ...ogc.parameters import ITEM, ITEMS, MAXIMUM_LIMIT, ItemsRequest, parse_item, parse_items
from ...ogc.search import search
from ...ogc.service_links import link
from ...store.budget import Budget
from ...store.contract import Page
from ...store.cql2 import CONFORMANCE as CQL2
from ..http.bodies import MEDIA_TYPES
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..pages import page
from ..service import ServedEdition
from .block import READ, Block, Example, Link, Route
from .collections import example_arguments

_FORMATS = tuple(FORMATS)
#: Steps (``store.budget``) of writing one feature.
_STEPS = {"json": 40, "jsonld": 100, "csv": 200, "html": 600}


def items(
    view: ServedEdition, request: ResourceRequest, collection_id: str, budget: Budget | None = None
) -> Representation:
    """The features that match (17-069r4, 7.15).

    :raises OverBudget: where that costs more than ``budget``
    """
    chosen = collection(collection_id)
    wanted = parse_items(chosen, request.parameters, request.body, request.day)
    shown = _format_for(view, request)
    # Clients that guess types from the first features read GeoJSON; people and tables get the order of the ids.
    found = search(view.store, wanted, budget, typical_first=shown == "json")
    address = Address.of(f"{view.base_url}/collections/{chosen.id}/items", request.parameters, request.body)
    links = items_links(view.base_url, chosen, address, found, shown, view.id)
    returned = 0 if wanted.hits else len(found)
    if budget:
        budget.spend(returned * _STEPS[shown], f"writing {returned} features as {shown}", "limit")
    headers = {
        "Content-Crs": f"<{wanted.crs}>",
        "Link": ", ".join(filter(None, (link_header(), link_lines(links)))),
        "OGC-NumberMatched": str(found.matched),
        "OGC-NumberReturned": str(returned),
    }
    if found.hints:
        headers["Atlas-Hint"] = hint(found.hints)
    match shown:
        case "csv":
            headers["Content-Disposition"] = f'attachment; filename="{chosen.id}.csv"'
            body = csv_rows.csv_bytes(found, wanted)
            return Representation(body, f"{csv_rows.MEDIA_TYPE}; charset=utf-8", headers=headers)
        case "html":
            content = _list_content(view, chosen, found, wanted, links) | _addresses(view, request, chosen, found)
            document = page("items.html", content, view, request)
            return replace(document, headers={**document.headers, **headers})
        case "jsonld":
            body = geojson.collection_bytes(found, jsonld.told_once(wanted, chosen), links, view.store.edition)
            return Representation(jsonld.jsonld_bytes(body, view.base_url, chosen), jsonld.MEDIA_TYPE, headers=headers)
        case _:
            body = geojson.collection_bytes(found, wanted, links, view.store.edition)
            return Representation(body, geojson.MEDIA_TYPE, headers=headers)


#: Longest hint in a header, in characters.
LONGEST_HINT = 1000


def hint(hints: Sequence[str]) -> str:
    """What the search noticed that may be a mistake, on one line; it was answered all the same."""
    text = " ".join(hints)
    return text if len(text) <= LONGEST_HINT else f"{text[: LONGEST_HINT - 3]}..."


def item(view: ServedEdition, request: ResourceRequest, collection_id: str, feature_id: str) -> Representation:
    """One feature (17-069r4, 7.16)."""
    chosen = collection(collection_id)
    wanted = parse_item(chosen, request.parameters)
    shown = _format_for(view, request)
    found = view.store.one(chosen.id, feature_id)
    path = f"{view.base_url}/collections/{chosen.id}/items/{quote(feature_id, safe='')}"
    links = item_links(view.base_url, chosen, Address.of(path, request.parameters), shown)
    headers = {"Content-Crs": f"<{wanted.crs}>", "Link": link_header()}
    if shown == "csv":
        headers["Content-Disposition"] = f'attachment; filename="{chosen.id}-{feature_id}.csv"'
        body = csv_rows.csv_bytes(found, wanted)
        return Representation(body, f"{csv_rows.MEDIA_TYPE}; charset=utf-8", headers=headers)
    members = {**geojson.document_members(view.store.edition), "links": links}
    if shown == "jsonld":
        wanted = jsonld.told_once(wanted, chosen)
    body = geojson.document_bytes(found, wanted, members)
    if shown == "html":
        content = {"collection": chosen, "feature": orjson.loads(body), "links": links}
        document = page("item.html", content, view, request)
        return replace(document, headers={**document.headers, **headers})
    if shown == "jsonld":
        return Representation(jsonld.jsonld_bytes(body, view.base_url, chosen), jsonld.MEDIA_TYPE, headers=headers)
    return Representation(body, geojson.MEDIA_TYPE, headers=headers)


def _format_for(view: ServedEdition, request: ResourceRequest) -> str:
    """The format; an unknown language is refused too."""
    view.language(request)
    return format_of(request.first("f"), request.accept, _FORMATS)


def _list_content(
    view: ServedEdition, chosen: Collection, found: Page, wanted: ItemsRequest, links: list[dict[str, Any]]
) -> dict[str, Any]:
    """What the page of a list shows: the features, without the weight of their full geometry in the markup."""
    shown = replace(wanted, skip_geometry=True)
    features = orjson.loads(geojson.collection_bytes(found, shown, links, view.store.edition))
    return {"collection": chosen, "list": features, "links": links, "query": found.query}


def _addresses(view: ServedEdition, request: ResourceRequest, chosen: Collection, found: Page) -> dict[str, Any]:
    """What a page needs for its links: the parameters as the client wrote them, and the pages before and after."""
    here = urlsplit(f"{view.base_url}/collections/{chosen.id}/items").path
    address = Address.of(here, request.parameters, request.body)
    f = request.first("f")
    given = dict(address.given) | ({"f": f} if f else {})
    return {"given": given, "pages": page_addresses(address, found, view.id, f)}


def _api(view: ServedEdition) -> ApiPart:
    paths: dict[str, Any] = {}
    for one in COLLECTIONS.values():
        name, list_path = answers.type_name(one.id), f"/collections/{one.id}/items"
        features = answers.features(f"Features of {one.title}", f"{name}Features")
        parameters = [declare.ref(p) for p in ITEMS if p not in ("f", "properties", "sortby", "lang")]
        parameters += [declare.format_(*_FORMATS), declare.ref("lang"), *declare.property_lists(one)]
        parameters += declare.filters(one, view.store)
        paths[list_path] = {
            "get": operation(f"{one.title}: features", f"get{name}", parameters, features, one.id),
            "post": operation(
                f"{one.title}: features that meet a CQL2 JSON filter",
                f"query{name}",
                [p for p in parameters if p != declare.ref("filter")],
                {**features, **dict.fromkeys(("408", "413", "415"), answers.PROBLEM)},
                one.id,
                requestBody=_BODY,
            ),
        }
        paths[f"{list_path}/{{featureId}}"] = {
            "get": operation(
                f"{one.title}: one feature",
                f"get{name}Feature",
                [
                    declare.in_path("featureId"),
                    declare.format_(*_FORMATS),
                    *(declare.ref(p) for p in ITEM if p not in ("f", "properties")),
                    declare.property_lists(one)[0],
                ],
                answers.feature(f"A feature of {one.title}", f"{name}Feature"),
                one.id,
            )
        }
    schemas = {"Cql2": _CQL2, **answers.feature_schemas(view.store)}
    return ApiPart(paths=paths, parameters=declare.searches(), schemas=schemas)


#: The form of a filter; what arguments an operator takes is said by the refusal of others.
_CQL2 = {
    "type": "object",
    "required": ["op", "args"],
    "properties": {
        "op": {"type": "string", "minLength": 1, "description": "Operator or function of CQL2."},
        "args": {"type": "array", "items": {}, "description": "Values, properties, and further operators."},
    },
    "example": {"op": "=", "args": [{"property": "country"}, "IT"]},
}
_BODY = {
    "required": True,
    "description": "A filter in CQL2 JSON (OGC 21-065r2).",
    "content": {media_type: {"schema": {"$ref": "#/components/schemas/Cql2"}} for media_type in MEDIA_TYPES},
}


def _collection_links(base: str, kept: str, id_: str, count: int) -> Iterable[Link]:
    """Links to the features, and where one request can bring them all, to do so."""
    here = f"{base}/collections/{id_}/items"
    for f, (media_type, title) in FORMATS.items():
        # The one to GeoJSON has no query: GDAL builds addresses of single features from it.
        yield link("items", here if f == "json" else f"{here}?f={f}{kept}", f"Items as {title}", media_type)
    if count <= MAXIMUM_LIMIT:
        for f in ("json", "csv", "jsonld"):
            media_type, title = FORMATS[f]
            yield link("enclosure", f"{here}?f={f}&limit={MAXIMUM_LIMIT}{kept}", f"All features as {title}", media_type)


def _examples(view: ServedEdition) -> Iterable[Example]:
    return (Example(ids, (("f", f), ("limit", "1"))) for ids in example_arguments(view) for f in _FORMATS)


BLOCK = Block(
    routes=(
        Route("/collections/{collection_id}/items", items, (*READ, "POST"), search=True, examples=_examples),
        Route("/collections/{collection_id}/items/{feature_id:path}", item),
    ),
    conformance=lambda _: (
        *conformance.features(1, "core", "geojson", "html"),
        *conformance.features(2, "crs"),
        *conformance.features(3, "queryables-query-parameters", "filter", "features-filter"),
        *CQL2,
    ),
    api=_api,
    collection_links=_collection_links,
)
