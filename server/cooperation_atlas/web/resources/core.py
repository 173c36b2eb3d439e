"""Resources that ``config/pygeoapi.yml`` adds to the model: collections, tiles and processes of pygeoapi's core.

None of their answers is kept (``Cache-Control: no-store``): features, records and tiles come from files and services
that change while the edition stays the same, and so does everything that a provider reads from them, its schema
included. What depends on edition and configuration alone (the lists of collections and classes, the API definition) is
among the metadata, which are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import orjson
from starlette.convertors import Convertor, register_url_convertor

from ...model.collections import COLLECTIONS
from ...model.errors import InvalidValue, NotFound, nearest
from ...ogc.pygeoapi import parameters
from ...ogc.pygeoapi.configured import ConfiguredCollection
from ...ogc.pygeoapi.core import TILE_MATRIX_SETS, CoreAnswer, CoreRefusal, CoreRequest
from ...ogc.pygeoapi.openapi import api_part
from ...ogc.pygeoapi.processes import ProcessFailed, check_execution
from ...ogc.service_links import link
from ..http.negotiation import format_of
from ..http.problems import Refused
from ..http.representation import JSON, Representation
from ..http.request import ResourceRequest
from ..pages import page
from ..service import ServedEdition
from .block import READ, Block, Example, Link, Route

#: Relations of the OGC.
_OGC = "http://www.opengis.net/def/rel/ogc/1.0/"
_DOCUMENT = ("json", "html")
#: Header fields of the core that go to the client; the others are ours.
_PASSED_ON = ("Content-Crs", "Content-Disposition", "Content-Language")
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(;[ -~]*)?")
#: What processes and tiles answer is no page of this server, whatever its media type says.
_SANDBOX = {"Content-Security-Policy": "default-src 'none'; sandbox"}


class _Configured(Convertor[str]):
    """The id of a collection that is none of the model's; the routes of those come afterwards."""

    @property
    def regex(self) -> str:  # type: ignore[override]  # read when an application makes its routes
        """Any segment but the ids of the model's collections."""
        return f"(?!(?:{'|'.join(map(re.escape, COLLECTIONS))})(?:/|$))[^/]+"

    def convert(self, value: str) -> str:
        """The id as it stands."""
        return value

    def to_string(self, value: str) -> str:
        """The id as it stands."""
        return value


register_url_convertor("configured", _Configured())


# --- collections ------------------------------------------------------------------------------------------------


def _collection(view: ServedEdition, id_: str) -> ConfiguredCollection:
    known = view.core.configured.collections
    if id_ not in known:
        names = [*COLLECTIONS, *known]
        raise NotFound(f"collection '{id_}'", nearest(id_, names) or names)
    return known[id_]


def _with_items(view: ServedEdition, id_: str) -> ConfiguredCollection:
    collection = _collection(view, id_)
    if collection.item_type is None:
        raise NotFound(f"list of items of collection '{id_}': it has tiles only")
    return collection


def one_collection(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """The description of a collection."""
    collection = _collection(view, collection_id)
    parameters.plain(request.parameters, request.path)
    content = view.core.collection(collection.id, view.language(request))
    return _document(view, request, content)


def schema(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """The schema of the items."""
    collection = _with_items(view, collection_id)
    parameters.plain(request.parameters, request.path)
    content = _ask(lambda: view.core.schema(collection.id, _core_request(view, request)))
    return _document(view, request, content, "application/schema+json")


def queryables(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """The queryables."""
    collection = _with_items(view, collection_id)
    parameters.plain(request.parameters, request.path)
    content = _ask(lambda: view.core.queryables(collection.id, _core_request(view, request)))
    return _document(view, request, content, "application/schema+json")


def items(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """A list of features or records."""
    collection = _with_items(view, collection_id)
    asked = parameters.items(collection, request.parameters, request.body or b"")
    shown = _format(request, collection.formats)
    core_request = _core_request(view, request, _json_for(shown), asked.parameters, asked.body)
    answer = _ask(lambda: view.core.items(collection.id, core_request))
    return _shown(view, request, answer, shown, collection.formats)


def item(view: ServedEdition, request: ResourceRequest, collection_id: str, item_id: str) -> Representation:
    """One feature or record."""
    collection = _with_items(view, collection_id)
    given = parameters.item(collection, request.parameters)
    formats = {f: media_type for f, media_type in collection.formats.items() if f in ("json", "jsonld")}
    shown = _format(request, formats)
    core_request = _core_request(view, request, _json_for(shown), given)
    try:
        answer = view.core.item(collection.id, item_id, core_request)
    except CoreRefusal as refusal:
        if refusal.code == "NotFound":
            raise NotFound(f"item '{item_id}' in collection '{collection.id}'") from refusal
        raise _refused(refusal) from refusal
    return _shown(view, request, answer, shown, formats)


def nothing(view: ServedEdition, request: ResourceRequest, collection_id: str, path: str) -> Representation:
    """Any other path below a collection.

    :raises NotFound: always
    """
    collection = _collection(view, collection_id)
    raise NotFound(f"resource '/{path}' of collection '{collection.id}'", (f"/collections/{collection.id}",))


# --- tiles ------------------------------------------------------------------------------------------------------


def _with_tiles(view: ServedEdition, id_: str, matrix_set: str | None = None) -> ConfiguredCollection:
    collection = _collection(view, id_)
    if not collection.tile_matrix_sets:
        raise NotFound(f"tile set of collection '{id_}': it has items only")
    if matrix_set is not None and matrix_set not in collection.tile_matrix_sets:
        raise NotFound(f"tile set '{matrix_set}' of collection '{id_}'", collection.tile_matrix_sets)
    return collection


def tile_matrix_sets(view: ServedEdition, request: ResourceRequest) -> Representation:
    """The tile matrix sets."""
    _tiled(view)
    parameters.plain(request.parameters, request.path)
    content = _ask(lambda: view.core.tile_matrix_sets(_core_request(view, request)))
    return _document(view, request, content)


def tile_matrix_set(view: ServedEdition, request: ResourceRequest, matrix_set: str) -> Representation:
    """One tile matrix set."""
    _tiled(view)
    if matrix_set not in TILE_MATRIX_SETS:
        raise NotFound(f"tile matrix set '{matrix_set}'", nearest(matrix_set, TILE_MATRIX_SETS) or TILE_MATRIX_SETS)
    parameters.plain(request.parameters, request.path)
    content = _ask(lambda: view.core.tile_matrix_set(matrix_set, _core_request(view, request)))
    return _document(view, request, content)


def _tiled(view: ServedEdition) -> None:
    if not any(collection.tile_matrix_sets for collection in view.core.configured.collections.values()):
        raise NotFound("resource '/TileMatrixSets': no collection has tiles", ("/collections",))


def tile_sets(view: ServedEdition, request: ResourceRequest, collection_id: str) -> Representation:
    """The tile sets of a collection."""
    collection = _with_tiles(view, collection_id)
    parameters.plain(request.parameters, request.path)
    content = _ask(lambda: view.core.tile_sets(collection.id, _core_request(view, request)))
    return _document(view, request, content)


def tile_set(view: ServedEdition, request: ResourceRequest, collection_id: str, matrix_set: str) -> Representation:
    """One tile set, also as TileJSON."""
    collection = _with_tiles(view, collection_id, matrix_set)
    parameters.plain(request.parameters, request.path)
    shown = format_of(request.first("f"), request.accept, (*_DOCUMENT, "tilejson"))
    core_request = _core_request(view, request, _json_for(shown))
    content = _ask(lambda: view.core.tile_set(collection.id, matrix_set, core_request))
    return _page(view, request, content) if shown == "html" else _json(content)


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
    core_request = _core_request(view, request, format_)
    place = (matrix_set, matrix, row, column)
    answer = _ask(lambda: view.core.tile(collection.id, place, core_request))
    return Representation(answer.body, media_type, answer.status, _SANDBOX, stable=False)


# --- processes --------------------------------------------------------------------------------------------------


def _process(view: ServedEdition, id_: str) -> Mapping[str, Any]:
    known = view.core.configured.processes
    if id_ not in known:
        raise NotFound(f"process '{id_}'", nearest(id_, known) or known)
    return known[id_]


def processes(view: ServedEdition, request: ResourceRequest) -> Representation:
    """The list of processes."""
    if not view.core.configured.processes:
        raise NotFound("resource '/processes': no process is configured", ("/collections",))
    given = parameters.plain(request.parameters, request.path, ("limit",))
    core_request = _core_request(view, request, "json", given)
    return _document(view, request, _ask(lambda: view.core.processes(core_request)))


def process(view: ServedEdition, request: ResourceRequest, process_id: str) -> Representation:
    """The description of a process."""
    _process(view, process_id)
    parameters.plain(request.parameters, request.path)
    content = _ask(lambda: view.core.process(process_id, _core_request(view, request)))
    return _document(view, request, content)


def execution(view: ServedEdition, request: ResourceRequest, process_id: str) -> Representation:
    """The result of a process."""
    description = _process(view, process_id)
    parameters.plain(request.parameters, request.path)
    format_of(request.first("f"), None, ("json",))
    body = request.body or b""
    check_execution(process_id, description, body)
    core_request = replace(_core_request(view, request), body=body)
    try:
        answer = _ask(lambda: view.core.execute(process_id, core_request))
    except ProcessFailed as error:
        raise Refused(HTTPStatus.BAD_REQUEST, str(error)) from error
    media_type = answer.headers.get("Content-Type", JSON)
    if not _MEDIA_TYPE.fullmatch(media_type):
        reason = f"Process '{process_id}' answers with the media type {media_type!r}, which is none."
        raise Refused(HTTPStatus.BAD_REQUEST, reason)
    return Representation(answer.body, media_type, answer.status, _SANDBOX, stable=False)


# --- what they share --------------------------------------------------------------------------------------------


def _core_request(
    view: ServedEdition,
    request: ResourceRequest,
    format_: str = "json",
    given: Mapping[str, str] | None = None,
    body: bytes = b"",
) -> CoreRequest:
    return CoreRequest(format_, view.language(request), given or {}, body)


def _ask[Answer](call: Callable[[], Answer]) -> Answer:
    """The answer of the core, its refusals as problems of this server.

    :raises Refused: where it refuses
    """
    try:
        return call()
    except CoreRefusal as refusal:
        raise _refused(refusal) from refusal


def _refused(refusal: CoreRefusal) -> Refused:
    if refusal.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        detail = "The source of this resource failed. The failure is in the log of the server."
        return Refused(HTTPStatus.BAD_GATEWAY, detail)
    return Refused(refusal.status, f"{refusal.description.rstrip('.')}.")


def _format(request: ResourceRequest, formats: Iterable[str]) -> str:
    return format_of(request.first("f"), request.accept, tuple(dict.fromkeys((*_DOCUMENT, *formats))))


def _json_for(shown: str) -> str:
    """The format that the core is asked for: pages are made here, from JSON."""
    return "json" if shown == "html" else shown


def _shown(
    view: ServedEdition, request: ResourceRequest, answer: CoreAnswer, shown: str, formats: Mapping[str, str]
) -> Representation:
    headers = {name: value for name, value in answer.headers.items() if name in _PASSED_ON}
    if shown == "html":
        document = _page(view, request, orjson.loads(answer.body))
        return replace(document, headers={**headers, **document.headers})
    return Representation(answer.body, formats[shown], answer.status, headers, stable=False)


def _document(
    view: ServedEdition, request: ResourceRequest, content: Mapping[str, Any], media_type: str = JSON
) -> Representation:
    """A document as JSON or as a page."""
    shown = format_of(request.first("f"), request.accept, _DOCUMENT)
    return _page(view, request, content) if shown == "html" else _json(content, media_type)


def _json(content: Mapping[str, Any], media_type: str = JSON) -> Representation:
    return Representation(orjson.dumps(content), media_type, stable=False)


def _page(view: ServedEdition, request: ResourceRequest, content: Mapping[str, Any]) -> Representation:
    text = orjson.dumps(content, option=orjson.OPT_INDENT_2).decode()
    document = page("core.html", {"content": content, "text": text}, view, request)
    return replace(document, stable=False)


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    configured, base = view.core.configured, view.base_url
    if configured.processes:
        yield link(f"{_OGC}processes", f"{base}/processes", "Processes")
    if any(collection.tile_matrix_sets for collection in configured.collections.values()):
        yield link(f"{_OGC}tiling-schemes", f"{base}/TileMatrixSets", "Tile matrix sets")


def _of_each(chosen: Callable[[ConfiguredCollection], object]) -> Callable[[ServedEdition], Iterable[Example]]:
    """An example for each configured collection of a kind: what cannot answer keeps an edition from being served."""

    def examples(view: ServedEdition) -> Iterable[Example]:
        for one in view.core.configured.collections.values():
            if chosen(one):
                yield Example({"collection_id": one.id})

    return examples


def _of_processes(view: ServedEdition) -> Iterable[Example]:
    return (Example({"process_id": id_}) for id_ in view.core.configured.processes)


def _listing(view: ServedEdition) -> Iterable[Example]:
    return (Example({}),) if view.core.configured.processes else ()


_COLLECTION = "/collections/{collection_id:configured}"
_items_of = _of_each(lambda one: one.item_type)
BLOCK = Block(
    routes=(
        Route(_COLLECTION, one_collection, of_core=True, examples=_of_each(lambda _: True)),
        Route(f"{_COLLECTION}/schema", schema, of_core=True, examples=_items_of),
        Route(f"{_COLLECTION}/queryables", queryables, of_core=True, examples=_items_of),
        Route(f"{_COLLECTION}/items", items, (*READ, "POST"), of_core=True, examples=_items_of),
        Route(f"{_COLLECTION}/items/{{item_id:path}}", item, of_core=True),
        Route(f"{_COLLECTION}/tiles", tile_sets, of_core=True, examples=_of_each(lambda one: one.tile_matrix_sets)),
        Route(f"{_COLLECTION}/tiles/{{matrix_set}}", tile_set, of_core=True),
        Route(f"{_COLLECTION}/tiles/{{matrix_set}}/metadata", tile_set, of_core=True),
        Route(f"{_COLLECTION}/tiles/{{matrix_set}}/{{matrix}}/{{row}}/{{column}}", tile, of_core=True),
        Route(f"{_COLLECTION}/{{path:path}}", nothing, of_core=True),
        Route("/TileMatrixSets", tile_matrix_sets, of_core=True),
        Route("/TileMatrixSets/{matrix_set}", tile_matrix_set, of_core=True),
        Route("/processes", processes, of_core=True, examples=_listing),
        Route("/processes/{process_id}", process, of_core=True, examples=_of_processes),
        Route(
            "/processes/{process_id}/execution",
            execution,
            ("POST",),
            of_core=True,
            body=("an execution request", "body"),
        ),
    ),
    conformance=lambda view: view.core.conformance,
    api=lambda view: api_part(view.core.configured, view.limits),
    links=_links,
)
