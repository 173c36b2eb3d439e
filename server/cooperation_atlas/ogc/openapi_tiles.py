"""Vector tiles of the model's collections in the API definition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model.collections import COLLECTIONS, Collection
from ..store.contract import Store
from . import openapi_answers as answers
from . import openapi_parameters as declare
from .formats.registry import BINARY, OBJECT, TEXT
from .limits import Limits
from .openapi import SERVICE, ApiPart, operation
from .openapi_texts import message, titled
from .tiles.grid import MATRIX_SET, MAX_ZOOM, MIN_ZOOM
from .tiles.mvt import MEDIA_TYPE
from .tiles.pmtiles import MEDIA_TYPE as PMTILES
from .tiles.tiles import TILE

_DOCUMENT = ("json", "html")
_EMPTY = {
    "description": message("No features that match lie in the tile."),
    "headers": answers.headers_of("Atlas-Edition", "Link"),
}


def tiles_part(store: Store, limits: Limits) -> ApiPart:
    """Tile sets, tiles, and the tile matrix sets."""
    paths: dict[str, Any] = {
        "/TileMatrixSets": _document("Tile matrix sets", "tileMatrixSets", SERVICE, _plain(_DOCUMENT)),
        "/TileMatrixSets/{tileMatrixSetId}": _document(
            "A tile matrix set", "tileMatrixSet", SERVICE, [declare.in_path("tileMatrixSetId"), *_plain(_DOCUMENT)]
        ),
    }
    for one in COLLECTIONS.values():
        if one.is_tiled:
            paths |= _paths(one, store)
    return ApiPart(paths=paths, parameters=declare.searches(limits))


def _paths(one: Collection, store: Store) -> dict[str, Any]:
    here, name = f"/collections/{one.id}/tiles", answers.type_name(one.id)
    search = [declare.ref(each) for each in TILE if each not in ("f", "lang", "exclude", "properties")]
    search += [declare.property_lists(one)[0], *declare.filters(one, store)]
    matrix_set = declare.in_path("tileMatrixSetId", [MATRIX_SET])
    described = [matrix_set, *_plain((*_DOCUMENT, "tilejson")), *search]
    set_title = titled(one.title, "a set of vector tiles; a search in its address is one of its tiles, too")
    places = [declare.in_path(part) for part in ("tileMatrix", "tileRow", "tileCol")]
    for place in places:
        last = MAX_ZOOM if place["name"] == "tileMatrix" else (1 << MAX_ZOOM) - 1
        place["schema"] = {"type": "integer", "minimum": MIN_ZOOM, "maximum": last}
    content = {MEDIA_TYPE: {"schema": BINARY}}
    found = {
        "description": titled(one.title, "a vector tile of the features that match"),
        "headers": answers.headers_of(*answers.ALWAYS),
        "content": content,
    }
    tile = operation(
        titled(one.title, "a vector tile of the features that match"),
        f"tile{name}",
        [matrix_set, *places, *_plain(("mvt",)), *search],
        {"200": found, "204": _EMPTY, **answers.OTHERS},
        one.id,
    )
    return {
        here: _document(
            titled(one.title, "sets of vector tiles"), f"tileSets{name}", one.id, [*_plain(_DOCUMENT), *search]
        ),
        f"{here}/{{tileMatrixSetId}}": _document(set_title, f"tileSet{name}", one.id, described),
        f"{here}/{{tileMatrixSetId}}/metadata": _document(set_title, f"tileSetMetadata{name}", one.id, described),
        f"{here}/{{tileMatrixSetId}}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}": {"get": tile},
        f"{here}.pmtiles": {"get": _file(one, name)},
    }


def _file(one: Collection, name: str) -> dict[str, Any]:
    described = titled(one.title, "all vector tiles as one PMTiles file")
    headers = answers.headers_of(*answers.ALWAYS, "Accept-Ranges")
    content = {PMTILES: {"schema": BINARY}}
    return operation(
        described,
        f"tileFile{name}",
        _plain(("pmtiles",)),
        {
            "200": {"description": described, "headers": headers, "content": content},
            "206": {
                "description": message("A part of the file."),
                "headers": {**headers, **answers.headers_of("Content-Range")},
                "content": content,
            },
            "416": {"description": message("The part that was asked for lies beyond the end of the file.")},
            **answers.OTHERS,
        },
        one.id,
    )


def _plain(formats: Iterable[str]) -> list[dict[str, Any]]:
    return [declare.format_(*formats), declare.ref("lang"), declare.ref("exclude")]


def _document(summary: str, id_: str, tag: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    content = {"application/json": {"schema": OBJECT}, "text/html": {"schema": TEXT}}
    good = {"description": summary, "headers": answers.headers_of(*answers.ALWAYS), "content": content}
    return {"get": operation(summary, id_, parameters, {"200": good, **answers.OTHERS}, tag)}
