"""pygeoapi's core: one request in, one answer out, whatever web framework is around it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import orjson
from pygeoapi import api as core
from pygeoapi.api import API, APIRequest, itemtypes, processes, tiles
from pygeoapi.models.provider.base import TileMatrixSetEnum
from pygeoapi.provider.base import ProviderGenericError

from . import records
from .configured import Configured
from .processes import MANAGER
from .processor import RUN, resource_id

_SETS = "/TileMatrixSets"
#: The tile matrix sets that pygeoapi defines.
TILE_MATRIX_SETS = tuple(one.value.tileMatrixSet for one in TileMatrixSetEnum)

LOGGER = logging.getLogger(__name__)

#: Key of the configuration under which the metadata stand in all languages.
TEXTS = "metadata_by_language"
#: A function of pygeoapi's core: API object, request and further arguments to headers, status and body.
Function = Callable[..., tuple[dict[str, Any], int, Any]]


@dataclass(frozen=True)
class CoreRequest:
    """A request to the core, its format and language already chosen.

    :param format: value of ``f``
    :param language: one of the languages that the server offers
    :param parameters: query parameters without ``f`` and ``lang``
    """

    format: str
    language: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class CoreAnswer:
    """What the core answers with success."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class CoreRefusal(Exception):
    """The core refuses a request, or a provider of it fails.

    :param status: HTTP status
    :param code: exception code of the OGC
    :param description: reason for people, as the core words it
    """

    def __init__(self, status: int, code: str, description: str) -> None:
        self.status = HTTPStatus(status)
        self.code = code
        self.description = description
        super().__init__(description)


class Core:
    """The core with one configuration.

    :param config: pygeoapi's configuration
    :param configured: what it adds to the collections of the model
    """

    def __init__(self, config: Mapping[str, Any], configured: Configured) -> None:
        self.configured = configured
        server = {**config["server"], "manager": dict(MANAGER)}
        self._api = _RaisingAPI({**config, "server": server, "metadata": config[TEXTS]}, {})

    def conformance(self, part: str) -> list[str]:
        """The conformance classes that hold because of what is configured.

        pygeoapi lists more: transactions (Features, Part 4) and callbacks, which this server does not offer.

        :param part: ``records``, ``tiles`` or ``processes``
        """
        collections = self.configured.collections.values()
        if part == "records":
            stock = any(one.item_type == "record" and one.source != records.PROVIDER for one in collections)
            own = any(one.source == records.PROVIDER for one in collections)
            return [*(records.CONFORMANCE if own else ()), *(itemtypes.CONFORMANCE_CLASSES_RECORDS if stock else ())]
        if part == "tiles":  # the model's collections have them, too
            return list(tiles.CONFORMANCE_CLASSES)
        if part == "processes":
            return [uri for uri in processes.CONFORMANCE_CLASSES if not uri.endswith("/callback")]
        return []

    # --- documents ----------------------------------------------------------------------------------------------

    def landing_page(self, language: str) -> dict[str, Any]:
        """The landing page (17-069r4, 7.2), with the core's own links."""
        return _object(self._call(core.landing_page, CoreRequest("json", language)))

    def collections(self, language: str) -> list[dict[str, Any]]:
        """The descriptions of all collections (17-069r4, 7.13), with the core's own links."""
        described = _object(self._call(core.describe_collections, CoreRequest("json", language)))["collections"]
        return [self._usable(one) for one in described]

    def collection(self, id_: str, language: str) -> dict[str, Any]:
        """The description of one collection (17-069r4, 7.14), with the core's own links."""
        return self._usable(_object(self._call(core.describe_collections, CoreRequest("json", language), id_)))

    def _usable(self, described: dict[str, Any]) -> dict[str, Any]:
        """The description of a configured collection with links that work.

        GDAL appends the id of a feature to the address of the items as it stands, so that one with a query leads
        nowhere.
        """
        collection = self.configured.collections.get(described["id"])
        if collection is None:
            return described
        links = []
        for link in described["links"]:
            if link["rel"] == "root":  # no registered relation, and an address without its slash
                continue
            if link["rel"] != "items":
                links.append(link)
            elif link["type"] == "application/geo+json":
                links.append({**link, "href": link["href"].partition("?")[0]})
            elif link["type"] in ("text/html", *collection.formats.values()):
                links.append(link)
        return _offered({**described, "links": links})

    def schema(self, id_: str, request: CoreRequest) -> dict[str, Any]:
        """The schema of a collection (23-058r2)."""
        return _object(self._call(core.get_collection_schema, request, id_))

    def queryables(self, id_: str, request: CoreRequest) -> dict[str, Any]:
        """The queryables of a collection (19-079r2, 6.2)."""
        return _object(self._call(itemtypes.get_collection_queryables, request, id_))

    # --- items --------------------------------------------------------------------------------------------------

    def items(self, id_: str, request: CoreRequest) -> CoreAnswer:
        """A list of features or records (17-069r4, 7.15; 20-004r1)."""
        return self._call(itemtypes.get_collection_items, request, id_)

    def item(self, id_: str, item_id: str, request: CoreRequest) -> CoreAnswer:
        """One feature or record."""
        return self._call(itemtypes.get_collection_item, request, id_, item_id)

    # --- tiles --------------------------------------------------------------------------------------------------

    def tile_matrix_sets(self, request: CoreRequest) -> dict[str, Any]:
        """All tile matrix sets that pygeoapi knows (17-083r4)."""
        document = _object(self._call(tiles.tilematrixsets, request))
        # The core writes its own path in two ways.
        links = [{**link, "href": link["href"].replace("/tileMatrixSets", _SETS)} for link in document["links"]]
        return {**document, "links": links}

    def tile_matrix_set(self, matrix_set: str, request: CoreRequest) -> dict[str, Any]:
        """One tile matrix set, of ``TILE_MATRIX_SETS``."""
        return _object(self._call(tiles.tilematrixset, request, matrix_set))

    def tile_sets(self, id_: str, request: CoreRequest) -> dict[str, Any]:
        """The tile sets of a collection (20-057)."""
        return _offered(_object(self._call(tiles.get_collection_tiles, request, id_)))

    def tile_set(self, id_: str, matrix_set: str, request: CoreRequest) -> dict[str, Any]:
        """One tile set of a collection."""
        return _object(self._call(tiles.get_collection_tiles_metadata, request, id_, matrix_set))

    def tile(self, id_: str, place: tuple[str, str, str, str], request: CoreRequest) -> CoreAnswer:
        """One tile.

        :param place: tile matrix set, tile matrix, row and column
        """
        return self._call(tiles.get_collection_tiles_data, request, id_, *place)

    # --- processes ----------------------------------------------------------------------------------------------

    def configured_processes(self, language: str) -> list[dict[str, Any]]:
        """The processes of the configuration, as the list of processes has them (18-062r2, 7.9)."""
        listed = _object(self._call(processes.describe_processes, CoreRequest("json", language)))["processes"]
        return [_synchronous(one) for one in listed if one["id"] in self.configured.processes]

    def process(self, id_: str, request: CoreRequest) -> dict[str, Any]:
        """The description of a process (18-062r2, 7.10)."""
        return _synchronous(_object(self._call(processes.describe_processes, request, id_)))

    def execute(self, id_: str, request: CoreRequest) -> CoreAnswer:
        """Execute a process (18-062r2, 7.11); the request was checked before (``processes.check_execution``).

        :raises ProcessFailed: where the process says why it has no result
        """
        return self._call(processes.execute_process, request, id_)

    def execute_own(self, id_: str, request: CoreRequest, run: Callable[[], bytes]) -> bytes:
        """Execute a process of the server; the request was checked before (``ogc.process_requests``).

        :param run: gives the result; what it raises is raised here
        """
        token = RUN.set(run)
        try:
            return self._call(processes.execute_process, request, resource_id(id_)).body
        finally:
            RUN.reset(token)

    def _call(self, function: Function, request: CoreRequest, *arguments: str) -> CoreAnswer:
        asked = APIRequest(_FrameworkRequest(request), self._api.locales)
        asked._data = request.body  # as its own factories for Flask, Starlette and Django do
        try:
            headers, status, body = function(self._api, asked, *arguments)
        except ProviderGenericError as error:  # of records: the core leaves it to the framework
            if error.http_status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                LOGGER.exception("a provider of pygeoapi failed")
            raise CoreRefusal(error.http_status_code, error.ogc_exception_code, error.message) from error
        content = body if isinstance(body, bytes) else str(body).encode()
        if status >= HTTPStatus.BAD_REQUEST:  # tiles that are not there: without an exception
            raise CoreRefusal(status, "NotFound", content.decode(errors="replace"))
        return CoreAnswer(status, {name: str(value) for name, value in headers.items()}, content)


def _object(answer: CoreAnswer) -> dict[str, Any]:
    content: dict[str, Any] = orjson.loads(answer.body)
    return content


def _offered(document: dict[str, Any]) -> dict[str, Any]:
    """A document without links to JSON-LD: the core promises it for all, and has it for items and landing page only."""
    links = [link for link in document["links"] if link.get("type") != "application/ld+json" or link["rel"] == "items"]
    return {**document, "links": links}


def _synchronous(description: dict[str, Any]) -> dict[str, Any]:
    """The description of a process without the jobs that this server does not offer."""
    return {**description, "jobControlOptions": ["sync-execute"]}


class _RaisingAPI(API):
    """pygeoapi's API object whose errors are exceptions: no page of its own is rendered, no mistake of a client is
    logged as a failure of the server."""

    def get_exception(
        self, status: int, headers: dict[str, Any], format_: str | None, code: str, description: str
    ) -> tuple[dict[str, Any], int, str]:
        """Raise what the core would answer; what it caught while it failed goes into the log.

        :raises CoreRefusal: for every error
        """
        if status == HTTPStatus.NO_CONTENT:  # an empty tile is no error
            return headers, status, ""
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            LOGGER.exception("pygeoapi failed: %s", description)
        raise CoreRefusal(status, code, description)


class _FrameworkRequest:
    """What ``pygeoapi.api.APIRequest`` reads of a framework's request.

    The language comes as a header: a parameter would be repeated in the core's links though no client gave it.
    """

    path_info = ""

    def __init__(self, request: CoreRequest) -> None:
        self.args = {"f": request.format, **request.parameters}
        self.headers = {"accept-language": request.language}
