"""Vector tiles of the model's collections: of all features, or of any search."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from ... import __version__
from ...model.collections import COLLECTIONS, Collection, collection
from ...model.errors import NotFound, nearest
from ...ogc.notices import link_header
from ...ogc.openapi_texts import message
from ...ogc.openapi_tiles import tiles_part
from ...ogc.parameters import excluded, unique
from ...ogc.pygeoapi.core import TILE_MATRIX_SETS
from ...ogc.pygeoapi.parameters import plain
from ...ogc.query_string import raw_of
from ...ogc.service_links import first, link
from ...ogc.tiles import pmtiles
from ...ogc.tiles.grid import MATRIX_SET, tile_of
from ...ogc.tiles.metadata import tile_set, tile_sets, tilejson
from ...ogc.tiles.mvt import MEDIA_TYPE
from ...ogc.tiles.pmtiles import archive
from ...ogc.tiles.tiles import check_search, parse_tile, tiles_of
from ...store.budget import Budget
from ..http.negotiation import format_of
from ..http.representation import SANDBOX, Representation
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Example, Link, Route
from .collection_ids import DECLARED
from .core_answers import DOCUMENT, as_json, as_page, core_request

_TILES = f"{DECLARED}/tiles"
_SET = f"{_TILES}/{{matrix_set}}"
_TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"
#: Parameters that the addresses of tiles do not repeat.
_NOT_KEPT = ("f", "lang")


def _tiled(id_: str, matrix_set: str = MATRIX_SET) -> Collection:
    """The collection, which has tiles.

    :raises NotFound: where it has none, or none in this tile matrix set
    """
    chosen = collection(id_)
    if not chosen.is_tiled:
        having = [f"/collections/{one.id}/tiles" for one in COLLECTIONS.values() if one.is_tiled]
        raise NotFound(f"tile set of collection '{id_}'", having)
    if matrix_set != MATRIX_SET:
        raise NotFound(f"tile set '{matrix_set}' of collection '{id_}'", (MATRIX_SET,))
    return chosen


def _present(_view: ServedEdition, arguments: Mapping[str, str]) -> Collection:
    return _tiled(arguments["collection_id"], arguments.get("matrix_set", MATRIX_SET))


def sets(
    view: ServedEdition, request: ResourceRequest, collection_id: str, budget: Budget | None = None
) -> Representation:
    """The tile sets of a collection."""
    chosen = _tiled(collection_id)
    check_search(view.store, parse_tile(chosen, request.parameters, request.day), budget)
    return _document(view, request, {"json": lambda: tile_sets(view.base_url, chosen)})


def one_set(
    view: ServedEdition,
    request: ResourceRequest,
    collection_id: str,
    matrix_set: str,
    budget: Budget | None = None,
) -> Representation:
    """One tile set, also as TileJSON; what is searched for stands in the addresses of its tiles."""
    chosen = _tiled(collection_id, matrix_set)
    check_search(view.store, parse_tile(chosen, request.parameters, request.day), budget)
    forms: dict[str, Callable[[], dict[str, Any]]] = {
        "json": lambda: tile_set(view.base_url, view.store, chosen),
        "tilejson": lambda: tilejson(view.base_url, view.store, chosen),
    }
    return _document(view, request, forms)


def _document(
    view: ServedEdition, request: ResourceRequest, forms: Mapping[str, Callable[[], dict[str, Any]]]
) -> Representation:
    """A document, which stays the same as long as the edition does."""
    shown = format_of(request.first("f"), request.accept, (*DOCUMENT, *(f for f in forms if f not in DOCUMENT)))
    view.language(request)
    content = forms["json" if shown == "html" else shown]()
    kept = "".join(f"&{raw_of(name, value)}" for name, value in request.parameters if name not in _NOT_KEPT)
    _keep(content, kept)
    if shown == "html":
        made = as_page(view, request, content)
        return replace(made, stable=True, headers={**made.headers, "Link": link_header()})
    return replace(as_json(content), stable=True, headers={"Link": link_header()})


def _keep(content: dict[str, Any], kept: str) -> None:
    """Write what is searched for into the addresses of tiles."""
    if "tiles" in content:
        content["tiles"] = [address + kept for address in content["tiles"]]
    for each in content.get("links", ()):
        if each.get("templated"):
            each["href"] += kept
    for listed in content.get("tilesets", ()):
        _keep(listed, kept)


def tile(
    view: ServedEdition,
    request: ResourceRequest,
    collection_id: str,
    matrix_set: str,
    matrix: str,
    row: str,
    column: str,
    budget: Budget | None = None,
) -> Representation:
    """One tile of the features that match; nothing (204) where it has none of them.

    :raises OverBudget: where it costs more than ``budget``
    """
    chosen = _tiled(collection_id, matrix_set)
    parsed = parse_tile(chosen, request.parameters, request.day)
    format_of(request.first("f"), None, ("mvt",))  # there is nothing else to accept
    view.language(request)
    data = tiles_of(view.store, chosen).tile(tile_of(matrix, row, column), parsed, budget)
    headers = {**SANDBOX, "Link": link_header()}
    return Representation(data or b"", MEDIA_TYPE, 200 if data else 204, headers)


def file(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """All tiles in one file."""
    chosen = _tiled(collection_id)
    excluded(unique(request.parameters, ("f", "lang", "exclude"), f"'{request.path}'"))
    format_of(request.first("f"), None, ("pmtiles",))
    view.language(request)
    edition = view.store.edition
    made_from = f"{__version__} {edition['id']} {edition['samples']} {chosen.id}"
    tag = hashlib.blake2b(made_from.encode(), digest_size=12).hexdigest()
    headers = {
        "ETag": f'"{tag}"',
        "Link": link_header(),
        "Content-Disposition": f'attachment; filename="{chosen.id}.pmtiles"',
    }
    return Representation(archive(view.store, chosen), pmtiles.MEDIA_TYPE, headers=headers, stable=False)


def matrix_sets(view: ServedEdition, request: ResourceRequest) -> Representation:
    """The tile matrix sets."""
    plain(request.parameters, request.path)
    return _document(view, request, {"json": lambda: view.core.tile_matrix_sets(core_request(view, request))})


def one_matrix_set(view: ServedEdition, request: ResourceRequest, matrix_set: str) -> Representation:
    """One tile matrix set."""
    if matrix_set not in TILE_MATRIX_SETS:
        raise NotFound(f"tile matrix set '{matrix_set}'", nearest(matrix_set, TILE_MATRIX_SETS) or TILE_MATRIX_SETS)
    plain(request.parameters, request.path)
    asked = core_request(view, request)
    return _document(view, request, {"json": lambda: view.core.tile_matrix_set(matrix_set, asked)})


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    relation = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"
    yield link(relation, f"{view.base_url}/TileMatrixSets", message("Tile matrix sets"))


def _collection_links(view: ServedEdition, kept: str, id_: str, _: int) -> Iterable[Link]:
    if COLLECTIONS[id_].is_tiled:
        address = f"{view.base_url}/collections/{id_}/tiles.pmtiles{first(kept)}"
        yield link("enclosure", address, message("All tiles in one file (PMTiles)"), pmtiles.MEDIA_TYPE)
        yield link(_TILESETS, f"{view.base_url}/collections/{id_}/tiles{first(kept)}", message("Vector tiles"))


def _examples(_: ServedEdition) -> Iterable[Example]:
    for one in COLLECTIONS.values():
        if one.is_tiled:
            yield Example({"collection_id": one.id})


def _set_examples(view: ServedEdition) -> Iterable[Example]:
    for each in _examples(view):
        for f in (*DOCUMENT, "tilejson"):
            yield Example({**each.arguments, "matrix_set": MATRIX_SET}, (("f", f),))


def _tile_examples(view: ServedEdition) -> Iterable[Example]:
    """One tile: each of them takes time and memory before the first client has asked for any."""
    place = {"matrix_set": MATRIX_SET, "matrix": "0", "row": "0", "column": "0"}
    return (Example({**each.arguments, **place}) for each in list(_examples(view))[-1:])


BLOCK = Block(
    routes=(
        Route(f"{_SET}/{{matrix}}/{{row}}/{{column}}", tile, search=True, check=_present, examples=_tile_examples),
        Route(_TILES, sets, search=True, check=_present, examples=_examples),
        Route(_SET, one_set, search=True, check=_present, examples=_set_examples),
        Route(f"{_SET}/metadata", one_set, search=True, check=_present, examples=_set_examples),
        # Without an example: it takes seconds to be made, and is when somebody asks for it.
        Route(f"{_TILES}.pmtiles", file, ranged=True, check=_present),
        Route("/TileMatrixSets", matrix_sets, examples=lambda _: (Example({}),)),
        Route(
            "/TileMatrixSets/{matrix_set}", one_matrix_set, examples=lambda _: (Example({"matrix_set": MATRIX_SET}),)
        ),
    ),
    conformance=lambda view: view.core.conformance("tiles"),
    api=lambda view: tiles_part(view.store, view.limits),
    links=_links,
    collection_links=_collection_links,
)
