"""How the features of a search are distributed over one dimension or two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from ...model.collections import COLLECTIONS, PROGRAMMES, collection
from ...model.dimensions import dimensions_of
from ...model.distribution import DISTRIBUTION
from ...model.errors import InvalidValue
from ...ogc import openapi_answers as answers
from ...ogc.address import Address
from ...ogc.distribution import Told, count
from ...ogc.distribution_places import places
from ...ogc.distribution_request import OF_PLACES, PLACES, DistributionRequest, parse_distribution
from ...ogc.formats import registry
from ...ogc.formats.document import FeatureDocument
from ...ogc.formats.geojson import MEDIA_TYPE as GEOJSON
from ...ogc.formats.geojson import document_members
from ...ogc.formats.registry import FORMATS, object_forms
from ...ogc.notices import licence_links, link_header
from ...ogc.openapi import ApiPart, operation
from ...ogc.openapi_distribution import distribution_schema, parameters_of_distribution
from ...ogc.openapi_texts import message, titled
from ...ogc.requests import ItemsRequest
from ...ogc.row_page import RowPage
from ...ogc.service_links import link, own_relation
from ...store.budget import Budget
from ...store.distribution import SMALLER
from ...store.query import Query
from ..dimension_labels import DimensionLabels
from ..distribution_map import distribution_map
from ..distribution_view import Form, notes_of, page_content
from ..http.negotiation import format_of
from ..http.representation import JSON, Representation, json_document
from ..http.request import ResourceRequest
from ..pages import page_headers, rendered
from ..service import ServedEdition
from ..translations.catalogue import catalogue
from .block import Block, Example, Link, Route
from .collection_ids import DECLARED
from .collections import example_arguments

#: Steps (``store.budget``) of writing a pair of values that may have no features.
_SQUARE = 6


def formats() -> tuple[str, ...]:
    """The values of ``f``: its own JSON, the page, the tables of the registry, and areas."""
    documents = [f for f, form in object_forms().items() if not form.linked]
    # A distribution is no calendar, as a list of programmes is none.
    tables = [f for f in registry.formats_of(PROGRAMMES) if not FORMATS[f].geometry and not FORMATS[f].is_page]
    return (*documents, *tables, PLACES)


def distribution(
    view: ServedEdition, request: ResourceRequest, collection_id: str, budget: Budget | None = None
) -> Representation:
    """The features of a search by one dimension or two.

    :raises OverBudget: where that costs more than ``budget``
    """
    chosen = collection(collection_id)
    language = view.language(request)
    parsed = parse_distribution(chosen, request.parameters, request.day)
    f = format_of(request.first("f"), request.accept, formats())
    counted = count(view.store, parsed, budget)
    own = ("by", "compare", *OF_PLACES)
    kept = [(name, value) for name, value in request.parameters if name not in own]
    # Links of a page name no host.
    base = urlsplit(view.base_url).path if f in FORMATS and FORMATS[f].is_page else view.base_url
    search = Address.of(f"{base}/collections/{chosen.id}/items", kept)
    words = catalogue(language)
    told = Told(view.store, parsed, counted, DimensionLabels(view.store, words), search)
    if budget is not None:
        budget.spend(_cost(told, f), f"writing {counted.rows} rows as {f}", "by", SMALLER)
    here = Address.of(f"{view.base_url}/collections/{chosen.id}/{DISTRIBUTION}", request.parameters)
    links = _links_of(view, parsed, here, told, f)
    notes = notes_of(told, words)
    name = f"{DISTRIBUTION}-{chosen.id}-{'-'.join(one.name for one in parsed.dimensions)}"
    if f == PLACES:
        return _places(view, request, told, here, links, notes, language, budget, name)
    if f in object_forms() and not FORMATS[f].is_page:
        content = _content(view, told, links, notes, language)
        return json_document(content, JSON, {"Content-Language": language})
    if FORMATS[f].is_page:
        noun = chosen.presentation.noun

        def say(number: int) -> str:
            return f"{words.number(number)} {words.ngettext(noun.one, noun.many, number)}"

        drawn = distribution_map(view.store, told, say, budget)
        content = {**page_content(told, notes, _downloads(parsed)), "drawn": drawn}
        body = rendered("distribution.html", content, view, request)
        return Representation(body, FORMATS[f].content_type, headers=page_headers(language))
    page = RowPage(told.table, [str(place) for place in range(len(told.rows))], told.rows, notes=notes)
    shown, words_ = ItemsRequest(Query(DISTRIBUTION)), view.words(request)
    document = FeatureDocument(told.table, page, shown, here, links, view.store.edition, view.base_url, words_)
    return Representation(
        FORMATS[f].write_list(document),
        FORMATS[f].content_type,
        headers={"Link": link_header(), "Content-Language": language, **_attachment(f"{name}.{FORMATS[f].extension}")},
    )


def _cost(told: Told, f: str) -> float:
    """Steps of writing a distribution."""
    format_ = FORMATS.get(f, FORMATS["json"])
    # Pages and areas have a place for each pair of values, the table has a row for those that features have.
    squares = told.counted.squares if f == PLACES or format_.is_page else 0
    return format_.cost(told.counted.rows, told.table) + squares * _SQUARE


def formats_of(parsed: DistributionRequest) -> tuple[str, ...]:
    """The formats of one distribution: without a place there are no areas."""
    return formats() if parsed.place else tuple(f for f in formats() if f != PLACES)


def _downloads(parsed: DistributionRequest) -> list[Form]:
    """The forms that are no pages."""
    endings = {f: f if f == PLACES or f in object_forms() else FORMATS[f].extension for f in formats_of(parsed)}
    return [(f, _form(f)[1], endings[f]) for f in formats_of(parsed) if f == PLACES or not FORMATS[f].is_page]


def _attachment(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _content(view: ServedEdition, told: Told, links: list[Link], notes: Sequence[str], language: str) -> dict[str, Any]:
    translate = catalogue(language).translate
    described = [
        {**one, "title": translate(one["title"]), "description": translate(one["description"])}
        for one in told.dimensions()
    ]
    unknown = told.counted.whole.unknown
    content: dict[str, Any] = {
        "collection": told.request.collection.id,
        **document_members(view.store.edition),
        "numberMatched": told.matched,
        **({} if unknown is None else {"numberUnknown": unknown}),
        "by": [one.name for one in told.request.dimensions],
        "dimensions": described,
        "offered": [
            {"name": one.name, "title": translate(one.title), "places": one.is_place}
            for one in dimensions_of(told.request.collection).values()
        ],
    }
    if told.request.compare:
        content["periods"] = [told.denominators(period) for period in told.counted.periods]
    if told.request.compare or len(told.request.dimensions) > 1:
        content["cells"] = told.rows
    return {**content, "notes": list(notes), "links": links}


def _places(
    view: ServedEdition,
    request: ResourceRequest,
    told: Told,
    here: Address,
    links: list[Link],
    notes: Sequence[str],
    language: str,
    budget: Budget | None,
    name: str,
) -> Representation:
    parsed = told.request
    if parsed.place is None:
        places_ = [one.name for one in dimensions_of(parsed.collection).values() if one.is_place]
        reason = f"'{PLACES}' needs a dimension of areas in by."
        raise InvalidValue("f", reason, places_)
    table, page = places(view.store, told, budget, notes)
    shown = ItemsRequest(Query(DISTRIBUTION), crs=parsed.crs, skip_geometry=parsed.skip_geometry)
    document = FeatureDocument(table, page, shown, here, links, view.store.edition, view.base_url, view.words(request))
    headers = {"Link": link_header(), "Content-Language": language, "Content-Crs": f"<{parsed.crs}>"}
    return Representation(
        FORMATS["json"].write_list(document), GEOJSON, headers=headers | _attachment(f"{name}.geojson")
    )


def _links_of(view: ServedEdition, parsed: DistributionRequest, here: Address, told: Told, f: str) -> list[Link]:
    forms: list[Link] = []
    for each in formats_of(parsed):
        media_type, title = _form(each)
        own = {} if each == PLACES else dict.fromkeys(OF_PLACES)
        relation = "self" if each == f else "alternate"
        forms.append(link(relation, here.url(**own, f=each), f"This document as {title}", media_type))
    return [
        *forms,
        link("items", told.href({}), "The features that match", FORMATS["json"].media_type),
        link("collection", f"{view.base_url}/collections/{parsed.collection.id}", parsed.collection.title),
        *licence_links(),
    ]


def _form(f: str) -> tuple[str, str]:
    """Media type and title of a format."""
    if f == PLACES:
        return GEOJSON, FORMATS["json"].title
    form = object_forms().get(f)
    return (form.media_type, form.title) if form else (FORMATS[f].media_type, FORMATS[f].title)


def _examples(view: ServedEdition) -> Iterable[Example]:
    for arguments in example_arguments(view):
        for f in formats():
            yield Example(arguments, (("by", "country"), ("f", f)))


def _api(view: ServedEdition) -> ApiPart:
    paths: dict[str, Any] = {}
    content: dict[str, Any] = {}
    for f in formats():
        if f in object_forms() and not FORMATS[f].is_page:
            content[JSON] = {"schema": {"$ref": "#/components/schemas/Distribution"}}
        elif f == PLACES:
            content[GEOJSON] = {"schema": {"type": "object"}}
        else:
            content[FORMATS[f].media_type] = {"schema": FORMATS[f].schema or {"type": "object"}}
    answer = {
        "description": message("Counts and shares, and of how many features how much is known"),
        "headers": answers.headers_of(*answers.ALWAYS),
        "content": content,
    }
    for one in filter(dimensions_of, COLLECTIONS.values()):
        paths[f"/collections/{one.id}/{DISTRIBUTION}"] = {
            "get": operation(
                titled(one.title, "distribution over one dimension or two"),
                f"distribute{answers.type_name(one.id)}",
                parameters_of_distribution(one, view.store, formats()),
                {"200": answer, **answers.OTHERS},
                one.id,
            )
        }
    return ApiPart(
        paths=paths,
        schemas={"Distribution": distribution_schema()},
        relations={DISTRIBUTION: message("The features of any search by one dimension or two: counts and shares.")},
    )


def _collection_links(view: ServedEdition, kept: str, id_: str, _: int) -> Iterable[Link]:
    for first in list(dimensions_of(COLLECTIONS[id_]))[:1]:  # a collection may have none
        address = f"{view.base_url}/collections/{id_}/{DISTRIBUTION}?by={first}{kept}"
        yield link(own_relation(view.base_url, DISTRIBUTION), address, "Distribution over one dimension or two")


BLOCK = Block(
    routes=(Route(f"{DECLARED}/{DISTRIBUTION}", distribution, search=True, examples=_examples),),
    api=_api,
    collection_links=_collection_links,
)
