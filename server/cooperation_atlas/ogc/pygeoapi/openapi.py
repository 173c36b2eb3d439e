"""The part of configured resources in the API definition.

pygeoapi can write one itself, but it refers to documents on other hosts, and it promises what providers ignore.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .. import openapi_answers as answers
from .. import openapi_parameters as declare
from ..limits import Limits
from ..openapi import ApiPart, operation
from ..openapi_processes import TAG
from ..openapi_texts import message, titled
from ..parameters import FILTER_LANGUAGES, MAXIMUM_FILTER, MAXIMUM_OFFSET
from .configured import Configured, ConfiguredCollection
from .parameters import items_names

_OBJECT = {"type": "object"}
_TEXT = {"type": "string"}
_SCHEMA = "application/schema+json"


def collections_part(configured: Configured, limits: Limits) -> ApiPart:
    """The configured collections and their items, with the parameters that have an effect.

    :param limits: those of the server; a collection may have others
    """
    paths: dict[str, Any] = {}
    tags = {}
    for collection in configured.collections.values():
        here, name, tag = f"/collections/{collection.id}", answers.type_name(collection.id), collection.id
        tags[tag] = collection.title
        paths[here] = _read(collection.title, f"describe{name}", tag)
        if collection.item_type:
            paths[f"{here}/schema"] = _read("Schema", f"schema{name}", tag, media_type=_SCHEMA)
            paths[f"{here}/queryables"] = _read("Queryables", f"queryables{name}", tag, media_type=_SCHEMA)
            paths |= _items_paths(collection, limits)
    return ApiPart(paths=paths, tags=tags)


def tiles_part(configured: Configured) -> ApiPart:
    """The tiles of the configured collections."""
    paths: dict[str, Any] = {}
    for collection in configured.collections.values():
        if collection.tile_matrix_sets:
            paths |= _tile_paths(collection)
    return ApiPart(paths=paths)


def processes_part(configured: Configured) -> ApiPart:
    """The configured processes."""
    if not configured.processes:
        return ApiPart()
    paths: dict[str, Any] = {}
    for id_, description in configured.processes.items():
        paths |= _process_paths(id_, description)
    return ApiPart(paths=paths)


def _tile_paths(collection: ConfiguredCollection) -> dict[str, Any]:
    tiles, name, tag = f"/collections/{collection.id}/tiles", answers.type_name(collection.id), collection.id
    matrix_set = declare.in_path("tileMatrixSetId", list(collection.tile_matrix_sets))
    places = [declare.in_path(part) for part in ("tileMatrix", "tileRow", "tileCol")]
    for place in places:
        place["schema"] = {"type": "integer", "minimum": 0}
    shown = declare.format_("json", "html", "tilejson")
    paths = {tiles: _read("Tile sets", f"tileSets{name}", tag)}
    for path, id_ in (("", "tileSet"), ("/metadata", "tileSetMetadata")):
        paths[f"{tiles}/{{tileMatrixSetId}}{path}"] = _read("A tile set", f"{id_}{name}", tag, [matrix_set], shown)
    format_, media_type = collection.tile_format
    tile = operation(
        "A tile",
        f"tile{name}",
        [matrix_set, *places, declare.format_(format_), *_common()],
        {**_answers("A tile", {media_type: {"type": "string", "format": "binary"}}), "204": _EMPTY},
        tag,
    )
    paths[f"{tiles}/{{tileMatrixSetId}}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}"] = {"get": tile}
    return paths


_EMPTY = {"description": "A tile without content."}


def _items_paths(collection: ConfiguredCollection, limits: Limits) -> dict[str, Any]:
    here, name, tag = f"/collections/{collection.id}/items", answers.type_name(collection.id), collection.id
    formats = {"json": collection.formats["json"], "html": "text/html", **collection.formats}
    single = ("json", "html", "jsonld")
    declared = {name_: _declared(collection, name_, limits) for name_ in items_names(collection)}
    parameters = [declare.format_(*formats), *_common(), *(p for p in declared.values() if p)]
    content = dict.fromkeys(formats.values(), _TEXT) | {formats["json"]: _OBJECT}
    listed = operation(f"{collection.title}: items", f"get{name}Items", parameters, _answers("Items", content), tag)
    methods = {"get": listed}
    if "filter" in collection.parameters:
        body = {"required": True, "description": "A filter in CQL2 JSON.", "content": {"application/json": {}}}
        without = [p for p in parameters if p.get("name") != "filter"]
        responses = _answers("Items", content) | dict.fromkeys(("408", "413", "415"), answers.PROBLEM)
        methods["post"] = operation(
            f"{collection.title}: items that meet a filter", f"query{name}", without, responses, tag, requestBody=body
        )
    crs = [p for p in (declared.get("crs"),) if p]
    one = operation(
        f"{collection.title}: one item",
        f"get{name}Item",
        [declare.in_path("featureId"), declare.format_(*single), *_common(), *crs],
        _answers("An item", {formats[f]: content[formats[f]] for f in single}),
        tag,
    )
    return {here: methods, f"{here}/{{featureId}}": {"get": one}}


def _declared(collection: ConfiguredCollection, name: str, limits: Limits) -> dict[str, Any] | None:
    """A parameter of the items; ``None`` for those that are declared for all resources."""
    maximum = collection.max_items or limits.max_items
    crs = {"type": "string", "enum": list(collection.crs)}
    known: dict[str, tuple[str, dict[str, Any]] | None] = {
        "f": None,
        "lang": None,
        "exclude": None,
        "limit": (message("Most items to return."), {"type": "integer", "minimum": 1, "maximum": maximum}),
        "offset": (
            message("Items to skip."),
            {"type": "integer", "minimum": 0, "maximum": MAXIMUM_OFFSET, "default": 0},
        ),
        "crs": (message("CRS of the coordinates in the answer."), crs),
        "bbox": (
            message("Items that intersect the box."),
            {"type": "array", "items": {"type": "number"}, "minItems": 4},
        ),
        "bbox-crs": (message("CRS of bbox."), crs),
        "datetime": (message("A date, a date-time, or an interval of them."), {"type": "string", "minLength": 1}),
        "q": (message("Words to search for."), _TEXT),
        "filter": (message("CQL2 filter."), {"type": "string", "minLength": 1, "maxLength": MAXIMUM_FILTER}),
        "filter-lang": (message("Language of filter."), {"type": "string", "enum": list(FILTER_LANGUAGES)}),
        "filter-crs": (message("CRS of the geometries in filter."), crs),
        "sortby": (message("Properties to sort by; `-` before one for descending order."), _TEXT),
        "properties": (message("Properties to return."), {"type": "array", "items": {"enum": list(collection.fields)}}),
        "ids": (message("Records by their ids."), _TEXT),
        "skipGeometry": (message("Leave the geometry out."), {"type": "boolean", "default": False}),
        "resulttype": (message("hits: only the number of items."), {"type": "string", "enum": ["results", "hits"]}),
    }
    if name not in known:
        return _parameter(name, titled(name, "items whose property of this name has the value"), _TEXT)
    declared = known[name]
    return _parameter(name, *declared) if declared else None


def _process_paths(id_: str, description: Mapping[str, Any]) -> dict[str, Any]:
    operation_name = answers.type_name(id_)
    inputs = description["inputs"]
    schema = {
        "type": "object",
        "properties": {
            "inputs": {
                "type": "object",
                "required": [n for n, i in inputs.items() if i.get("minOccurs", 1) > 0],
                "properties": {name: {} for name in inputs},
                "additionalProperties": False,
            },
            "outputs": _OBJECT,
            "response": {"type": "string", "enum": ["raw", "document"], "default": "raw"},
        },
        "additionalProperties": False,
    }
    execution = operation(
        f"Execute {id_}",
        f"execute{operation_name}",
        [declare.format_("json"), *_common()],
        _answers("The result", {"application/json": {}, "*/*": {}})
        | dict.fromkeys(("408", "413", "415"), answers.PROBLEM),
        TAG,
        requestBody={
            "required": True,
            "description": "The inputs of the process (OGC 18-062r2).",
            "content": {"application/json": {"schema": schema, "example": description.get("example", {})}},
        },
    )
    return {
        f"/processes/{id_}": _read(id_, f"describe{operation_name}Process", TAG),
        f"/processes/{id_}/execution": {"post": execution},
    }


def _read(
    summary: str,
    id_: str,
    tag: str,
    more: Iterable[dict[str, Any]] = (),
    shown: dict[str, Any] | None = None,
    media_type: str = "application/json",
) -> dict[str, Any]:
    responses = _answers(summary, {media_type: _OBJECT, "text/html": _TEXT})
    parameters = [*more, shown or declare.format_("json", "html"), *_common()]
    return {"get": operation(summary, id_, parameters, responses, tag)}


def _common() -> list[dict[str, Any]]:
    return [declare.ref("lang"), declare.ref("exclude")]


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    form = {"style": "form", "explode": False}
    return {"name": name, "in": "query", "description": description, "required": False, **form, "schema": schema}


def _answers(description: str, content: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """A 200, and what every resource answers; nothing is kept, so that there is no 304."""
    shown = {media_type: {"schema": schema} for media_type, schema in content.items()}
    good = {"description": description, "headers": answers.headers_of("Atlas-Edition"), "content": shown}
    others = {status: answer for status, answer in answers.OTHERS.items() if status != "304"}
    return {"200": good, **others, "502": answers.PROBLEM}
