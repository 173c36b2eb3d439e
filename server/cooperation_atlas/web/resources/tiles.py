"""Tiles of collections that ``config/pygeoapi.yml`` adds."""

from __future__ import annotations

from ...model.errors import InvalidValue, NotFound
from ...ogc.pygeoapi import parameters
from ...ogc.pygeoapi.configured import ConfiguredCollection
from ...ogc.pygeoapi.openapi import tiles_part
from ..http.negotiation import format_of
from ..http.representation import SANDBOX, Representation
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Route
from .collection_ids import CONFIGURED
from .core_answers import (
    DOCUMENT,
    as_json,
    as_page,
    ask,
    configured_collection,
    core_format,
    core_request,
    document,
    of_each,
    present,
)


def _with_tiles(view: ServedEdition, id_: str, matrix_set: str | None = None) -> ConfiguredCollection:
    collection = configured_collection(view, id_)
    if not collection.tile_matrix_sets:
        raise NotFound(f"tile set of collection '{id_}': it has items only")
    if matrix_set is not None and matrix_set not in collection.tile_matrix_sets:
        raise NotFound(f"tile set '{matrix_set}' of collection '{id_}'", collection.tile_matrix_sets)
    return collection


def tile_sets(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """The tile sets of a collection."""
    collection = _with_tiles(view, collection_id)
    parameters.plain(request.parameters, request.path)
    content = ask(lambda: view.core.tile_sets(collection.id, core_request(view, request)))
    return document(view, request, content)


def tile_set(view: ServedEdition, request: ResourceRequest, collection_id: str, matrix_set: str) -> Representation:
    """One tile set, also as TileJSON."""
    collection = _with_tiles(view, collection_id, matrix_set)
    parameters.plain(request.parameters, request.path)
    shown = format_of(request.first("f"), request.accept, (*DOCUMENT, "tilejson"))
    asked = core_request(view, request, core_format(shown))
    content = ask(lambda: view.core.tile_set(collection.id, matrix_set, asked))
    return as_page(view, request, content) if shown == "html" else as_json(content)


def tile(
    view: ServedEdition,
    request: ResourceRequest,
    collection_id: str,
    matrix_set: str,
    matrix: str,
    row: str,
    column: str,
) -> Representation:
    """One tile."""
    collection = _with_tiles(view, collection_id, matrix_set)
    parameters.plain(request.parameters, request.path)
    for name, text in (("tileMatrix", matrix), ("tileRow", row), ("tileCol", column)):
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise InvalidValue(name, f"'{text}' is not a whole number.")
    format_, media_type = collection.tile_format
    given = request.first("f")
    if given not in (None, format_, "mvt" if "vector-tile" in media_type else format_):
        raise InvalidValue("f", f"'{given}' is not a format of these tiles.", (format_,))
    asked = core_request(view, request, format_)
    place = (matrix_set, matrix, row, column)
    answer = ask(lambda: view.core.tile(collection.id, place, asked))
    return Representation(answer.body, media_type, answer.status, SANDBOX, stable=False)


BLOCK = Block(
    routes=(
        Route(
            f"{CONFIGURED}/tiles",
            tile_sets,
            of_core=True,
            check=present,
            examples=of_each(lambda one: one.tile_matrix_sets),
        ),
        Route(f"{CONFIGURED}/tiles/{{matrix_set}}", tile_set, of_core=True, check=present),
        Route(f"{CONFIGURED}/tiles/{{matrix_set}}/metadata", tile_set, of_core=True, check=present),
        Route(f"{CONFIGURED}/tiles/{{matrix_set}}/{{matrix}}/{{row}}/{{column}}", tile, of_core=True, check=present),
    ),
    api=lambda view: tiles_part(view.core.configured),
)
