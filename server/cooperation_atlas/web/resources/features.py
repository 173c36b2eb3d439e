"""Lists of features, single features, and counts by criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit

import orjson

from ...model.collections import Collection, collection
from ...ogc.formats import csv as csv_rows
from ...ogc.formats import geojson, jsonld
from ...ogc.links import FORMATS, Address, item_links, items_links, link_lines, page_addresses
from ...ogc.notices import link_header
from ...ogc.parameters import ItemsRequest, parse_facets, parse_item, parse_items
from ...store.budget import Budget
from ...store.query import Page
from ..http.negotiation import format_of, language_of
from ..http.representation import JSON, Representation, json_document
from ..http.request import ResourceRequest
from ..pages import page
from ..service import ServedEdition

_FORMATS = tuple(FORMATS)
#: Steps (``store.budget``) of writing one feature.
_STEPS = {"json": 40, "jsonld": 100, "csv": 200, "html": 600}


def items(
    view: ServedEdition, asked: ResourceRequest, collection_id: str, budget: Budget | None = None
) -> Representation:
    """The features that match (17-069r4, 7.15).

    :raises OverBudget: where that costs more than ``budget``
    """
    chosen = collection(collection_id)
    wanted = parse_items(chosen, asked.parameters, asked.body, asked.day)
    shown = _settled(view, asked)
    # Clients that guess types from the first features read GeoJSON; people and tables get the order of the ids.
    found = view.store.search(replace(wanted.query, telling_first=shown == "json"), budget)
    address = Address.of(f"{view.base_url}/collections/{chosen.id}/items", asked.parameters, asked.body)
    links = items_links(view.base_url, chosen, address, found, shown, view.id)
    rows = [] if wanted.hits else found.rows.tolist()
    if budget:
        budget.spend(len(rows) * _STEPS[shown], f"writing {len(rows)} features as {shown}", "limit")
    headers = {
        "Content-Crs": f"<{wanted.crs}>",
        "Link": ", ".join(filter(None, (link_header(), link_lines(links)))),
        "OGC-NumberMatched": str(found.matched),
        "OGC-NumberReturned": str(len(rows)),
    }
    if found.notes:
        headers["Atlas-Hint"] = hint(found.notes)
    match shown:
        case "csv":
            headers["Content-Disposition"] = f'attachment; filename="{chosen.id}.csv"'
            body = csv_rows.csv_bytes(found, rows, wanted)
            return Representation(body, f"{csv_rows.MEDIA_TYPE}; charset=utf-8", headers=headers)
        case "html":
            content = _list_content(view, chosen, found, wanted, links) | _addresses(view, asked, chosen, found)
            document = page("items.html", content, view, asked)
            return replace(document, headers={**document.headers, **headers})
        case "jsonld":
            body = geojson.collection_bytes(found, jsonld.told_once(wanted, chosen), links, view.store.edition)
            return Representation(jsonld.jsonld_bytes(body, view.base_url, chosen), jsonld.MEDIA_TYPE, headers=headers)
        case _:
            body = geojson.collection_bytes(found, wanted, links, view.store.edition)
            return Representation(body, geojson.MEDIA_TYPE, headers=headers)


#: Longest hint in a header, in characters.
LONGEST_HINT = 1000


def hint(notes: Sequence[str]) -> str:
    """What the search noticed that may be a mistake, on one line; it was answered all the same."""
    text = " ".join(notes)
    return text if len(text) <= LONGEST_HINT else f"{text[: LONGEST_HINT - 3]}..."


def item(view: ServedEdition, asked: ResourceRequest, collection_id: str, feature_id: str) -> Representation:
    """One feature (17-069r4, 7.16)."""
    chosen = collection(collection_id)
    wanted = parse_item(chosen, asked.parameters)
    shown = _settled(view, asked)
    found = view.store.one(chosen.id, feature_id)
    path = f"{view.base_url}/collections/{chosen.id}/items/{quote(feature_id, safe='')}"
    links = item_links(view.base_url, chosen, Address.of(path, asked.parameters), shown)
    headers = {"Content-Crs": f"<{wanted.crs}>", "Link": link_header()}
    if shown == "csv":
        headers["Content-Disposition"] = f'attachment; filename="{chosen.id}-{feature_id}.csv"'
        body = csv_rows.csv_bytes(found, found.rows.tolist(), wanted)
        return Representation(body, f"{csv_rows.MEDIA_TYPE}; charset=utf-8", headers=headers)
    members = {**geojson.document_members(view.store.edition), "links": links}
    if shown == "jsonld":
        wanted = jsonld.told_once(wanted, chosen)
    body = geojson.document_bytes(found, wanted, members)
    if shown == "html":
        content = {"collection": chosen, "feature": orjson.loads(body), "links": links}
        document = page("item.html", content, view, asked)
        return replace(document, headers={**document.headers, **headers})
    if shown == "jsonld":
        return Representation(jsonld.jsonld_bytes(body, view.base_url, chosen), jsonld.MEDIA_TYPE, headers=headers)
    return Representation(body, geojson.MEDIA_TYPE, headers=headers)


def facets(
    view: ServedEdition, asked: ResourceRequest, collection_id: str, budget: Budget | None = None
) -> Representation:
    """How many features each value of each criterion would give.

    :raises OverBudget: where that costs more than ``budget``
    """
    chosen = collection(collection_id)
    query, names = parse_facets(chosen, asked.parameters, asked.body, asked.day)
    format_of(asked.first("f"), asked.accept, ("json",))
    language_of(asked.first("lang"), asked.accept_language, view.settings.languages)
    matched, found = view.store.facets(query, names or None, budget)
    content: dict[str, Any] = {
        "collection": chosen.id,
        **geojson.document_members(view.store.edition),
        "numberMatched": matched,
        "facets": {facet.criterion: facet.counts for facet in found},
    }
    return json_document(content, JSON)


def _settled(view: ServedEdition, asked: ResourceRequest) -> str:
    """The format; an unknown language is refused too."""
    language_of(asked.first("lang"), asked.accept_language, view.settings.languages)
    return format_of(asked.first("f"), asked.accept, _FORMATS)


def _list_content(
    view: ServedEdition, chosen: Collection, found: Page, wanted: ItemsRequest, links: list[dict[str, Any]]
) -> dict[str, Any]:
    """What the page of a list shows: the features, without the weight of their full geometry in the markup."""
    shown = replace(wanted, skip_geometry=True)
    features = orjson.loads(geojson.collection_bytes(found, shown, links, view.store.edition))
    return {"collection": chosen, "list": features, "links": links, "query": found.query}


def _addresses(view: ServedEdition, asked: ResourceRequest, chosen: Collection, found: Page) -> dict[str, Any]:
    """What a page needs for its links: the parameters as the client wrote them, and the pages before and after."""
    here = urlsplit(f"{view.base_url}/collections/{chosen.id}/items").path
    address = Address.of(here, asked.parameters, asked.body)
    f = asked.first("f")
    given = dict(address.given) | ({"f": f} if f else {})
    return {"given": given, "pages": page_addresses(address, found, view.id, f)}
