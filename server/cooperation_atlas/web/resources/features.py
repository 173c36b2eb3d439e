"""Lists of features, and single features."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from ...model.collections import COLLECTIONS, Collection, collection
from ...ogc import conformance
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.address import Address
from ...ogc.formats.document import FeatureDocument
from ...ogc.formats.registry import FORMATS, Format, check_labels, downloads, formats_of
from ...ogc.links import item_links, items_links, link_lines
from ...ogc.notices import link_header
from ...ogc.openapi import ApiPart, operation
from ...ogc.openapi_texts import message, titled
from ...ogc.parameters import ITEM, ITEMS
from ...ogc.requests import ItemsRequest, parse_item, parse_items
from ...ogc.search import search
from ...ogc.service_links import link
from ...store.budget import FEWER, Budget
from ...store.contract import Page
from ...store.cql2 import CONFORMANCE as CQL2
from ...store.query import Query
from ..http.bodies import MEDIA_TYPES
from ..http.canonical import wants_page
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..page_writer import RequestedPages
from ..pages import page_headers
from ..service import ServedEdition
from .block import READ, Block, Example, Link, Route
from .collection_ids import DECLARED
from .collections import example_arguments

#: Longest hint in a header, in characters.
LONGEST_HINT = 1000


def items(
    view: ServedEdition, request: ResourceRequest, collection_id: str, budget: Budget | None = None
) -> Representation:
    """The features that match (17-069r4, 7.15).

    :raises OverBudget: where that costs more than ``budget``
    """
    chosen = collection(collection_id)
    limits = view.limits.of_page() if wants_page(request) else view.limits
    parameters = parse_items(chosen, request.parameters, request.body, request.day, limits)
    format_ = _format_of(view, request, chosen)
    check_labels(format_, parameters.labels)
    page = search(view.store, parameters, budget, typical_first=format_.typed_by_content)
    address = Address.of(f"{view.base_url}/collections/{chosen.id}/items", request.parameters, request.body)
    links = items_links(view.base_url, chosen, address, page, format_, view.id)
    if budget:
        _pay(budget, format_, chosen, page, parameters)
    headers = {
        "Link": ", ".join(filter(None, (link_header(), link_lines(links)))),
        "OGC-NumberMatched": str(page.matched),
        "OGC-NumberReturned": str(len(page)),
    }
    if page.hints:
        headers["Atlas-Hint"] = hint(page.hints)
    document = _document(view, request, chosen, page, parameters, address, links, budget)
    return _representation(format_.write_list(document), document, format_, view.language(request), headers, chosen.id)


def hint(hints: Sequence[str]) -> str:
    """What the search noticed that may be a mistake, on one line; it was answered all the same."""
    text = " ".join(hints)
    return text if len(text) <= LONGEST_HINT else f"{text[: LONGEST_HINT - 3]}..."


def _pay(budget: Budget, format_: Format, chosen: Collection, page: Page, parameters: ItemsRequest) -> None:
    """Pay for writing the features."""
    what = f"writing {len(page)} features as {format_.id}"
    budget.spend(format_.cost(len(page), chosen, parameters.properties), what, "limit", FEWER)
    if format_.geometry_steps and not parameters.skip_geometry:
        size = sum(map(len, page.features(parameters.crs, ())))
        budget.spend(format_.geometry_steps * size, what, "limit", FEWER)


def item(
    view: ServedEdition,
    request: ResourceRequest,
    collection_id: str,
    feature_id: str,
    budget: Budget | None = None,
) -> Representation:
    """One feature (17-069r4, 7.16).

    :raises OverBudget: where writing it costs more than ``budget``
    """
    chosen = collection(collection_id)
    parameters = parse_item(chosen, request.parameters)
    format_ = _format_of(view, request, chosen)
    check_labels(format_, parameters.labels)
    page = view.store.one(chosen.id, feature_id)
    if budget:
        _pay(budget, format_, chosen, page, parameters)
    path = f"{view.base_url}/collections/{chosen.id}/items/{quote(feature_id, safe='')}"
    address = Address.of(path, request.parameters)
    links = item_links(view.base_url, chosen, address, format_)
    document = _document(view, request, chosen, page, parameters, address, links)
    body = format_.write_feature(document)
    name = f"{chosen.id}-{feature_id}"
    return _representation(body, document, format_, view.language(request), {"Link": link_header()}, name)


def _document(
    view: ServedEdition,
    request: ResourceRequest,
    chosen: Collection,
    page: Page,
    parameters: ItemsRequest,
    address: Address,
    links: list[Link],
    budget: Budget | None = None,
) -> FeatureDocument:
    return FeatureDocument(
        collection=chosen,
        page=page,
        request=parameters,
        address=address,
        links=links,
        edition=view.store.edition,
        base=view.base_url,
        words=view.words(request),
        html=RequestedPages(view, request, budget=budget),
    )


def _representation(
    body: bytes, document: FeatureDocument, format_: Format, language: str, headers: dict[str, str], name: str
) -> Representation:
    """The answer, with the header fields that the format brings.

    :param name: of the file in which a browser saves it, without extension
    """
    if format_.geometry:
        headers["Content-Crs"] = f"<{document.request.crs}>"
    if format_.attachment:
        headers["Content-Disposition"] = f'attachment; filename="{name}.{format_.extension}"'
    if format_.is_page:
        headers = {**page_headers(language), **headers}
    elif format_.worded or document.request.labels:
        headers["Content-Language"] = language
    return Representation(body, format_.content_type, headers=headers)


def _format_of(view: ServedEdition, request: ResourceRequest, chosen: Collection) -> Format:
    """The format; an unknown language is refused too."""
    view.language(request)
    return FORMATS[format_of(request.first("f"), request.accept, formats_of(chosen))]


def _api(view: ServedEdition) -> ApiPart:
    paths: dict[str, Any] = {}
    for one in COLLECTIONS.values():
        name, list_path = answers.type_name(one.id), f"/collections/{one.id}/items"
        formats = formats_of(one)
        features = answers.features(titled(one.title, "features"), f"{name}Features", formats)
        parameters = [declare.ref(p) for p in ITEMS if p not in ("f", "properties", "sortby", "lang")]
        parameters += [declare.format_(*formats), declare.ref("lang"), *declare.property_lists(one)]
        parameters += declare.filters(one, view.store)
        paths[list_path] = {
            "get": operation(titled(one.title, "features"), f"get{name}", parameters, features, one.id),
            "post": operation(
                titled(one.title, "features that meet a CQL2 JSON filter"),
                f"query{name}",
                [p for p in parameters if p != declare.ref("filter")],
                {**features, **dict.fromkeys(("408", "413", "415"), answers.PROBLEM)},
                one.id,
                requestBody=_BODY,
            ),
        }
        paths[f"{list_path}/{{featureId}}"] = {
            "get": operation(
                titled(one.title, "one feature"),
                f"get{name}Feature",
                [
                    declare.in_path("featureId"),
                    declare.format_(*formats),
                    *(declare.ref(p) for p in ITEM if p not in ("f", "properties")),
                    declare.property_lists(one)[0],
                ],
                answers.feature(titled(one.title, "one feature"), f"{name}Feature", formats),
                one.id,
            )
        }
    schemas = {"Cql2": _CQL2, **answers.feature_schemas(view.store, COLLECTIONS.values())}
    return ApiPart(paths=paths, parameters=declare.searches(view.limits), schemas=schemas)


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
    "description": message("A filter in CQL2 JSON (OGC 21-065r2)."),
    "content": {media_type: {"schema": {"$ref": "#/components/schemas/Cql2"}} for media_type in MEDIA_TYPES},
}


def _collection_links(view: ServedEdition, kept: str, id_: str, count: int) -> Iterable[Link]:
    """Links to the features, and where one request can bring them all, to do so."""
    here, maximum = f"{view.base_url}/collections/{id_}/items", view.limits.max_items
    for format_ in (FORMATS[f] for f in formats_of(collection(id_))):
        # The one to GeoJSON has no query: GDAL builds addresses of single features from it.
        address = here if format_.id == "json" else f"{here}?f={format_.id}{kept}"
        yield link("items", address, f"Items as {format_.title}", format_.media_type)
    if count <= maximum:
        for format_ in downloads(collection(id_)):
            address = f"{here}?f={format_.id}&limit={maximum}{kept}"
            yield link("enclosure", address, f"All features as {format_.title}", format_.media_type)


def _examples(view: ServedEdition) -> Iterable[Example]:
    for ids in example_arguments(view):
        yield from (Example(ids, (("f", f), ("limit", "1"))) for f in formats_of(collection(ids["collection_id"])))


def _feature_examples(view: ServedEdition) -> Iterable[Example]:
    for ids in example_arguments(view):
        for id_ in view.store.search(Query(ids["collection_id"], limit=1)).ids:
            formats = formats_of(collection(ids["collection_id"]))
            yield from (Example({**ids, "feature_id": id_}, (("f", f),)) for f in formats)


BLOCK = Block(
    routes=(
        Route(f"{DECLARED}/items", items, (*READ, "POST"), search=True, examples=_examples),
        Route(f"{DECLARED}/items/{{feature_id:path}}", item, search=True, examples=_feature_examples),
    ),
    conformance=lambda _: (
        *conformance.features(1, "core"),
        *(uri for format_ in FORMATS.values() for uri in format_.conformance),
        *conformance.features(2, "crs"),
        *conformance.features(3, "queryables-query-parameters", "filter", "features-filter"),
        *CQL2,
    ),
    api=_api,
    collection_links=_collection_links,
)
