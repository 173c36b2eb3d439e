"""The ASGI application: methods, bodies, errors. What is answered is decided by the resources (``web.resources``)."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from jinja2 import TemplateError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.requests import Request as StarletteRequest
from starlette.responses import Response
from starlette.routing import Route as StarletteRoute
from starlette.types import ASGIApp

from ..model.calendar import today_in_brussels
from ..model.errors import AtlasError, NotFound, nearest
from ..ogc.formats.geojson import numbered_escapes
from ..ogc.pygeoapi.config import ConfigError, in_force, read_config
from ..settings import Settings
from ..store.loaded_editions import EditionError
from ..store.open import open_editions
from .core_calls import CoreCalls
from .feedback import forget_expired
from .http.bodies import Bodies
from .http.cache import PREFIX, RESPONSES, CacheMiddleware
from .http.canonical import wants_page
from .http.cors import ALWAYS, SameOrigin, preflight
from .http.files import answer_file, sent_file
from .http.indented import IndentedJSON
from .http.memory import bound_heaps
from .http.problems import Refused, problem_document, problem_of
from .http.ranges import ranged
from .http.request import RESOURCE_REQUEST, ResourceRequest
from .http.response_cache import ResponseCache
from .http.responses import response
from .http.sender import Sender
from .pages import language_links, page
from .probe import probe
from .resources.block import READ, Route
from .resources.blocks import BLOCKS
from .searching import SWITCH_INTERVAL, Searches
from .service import ServedEdition, Service
from .static_files import DRAWN, asked_file, static_version
from .static_files import PATH as FILES

LOGGER = logging.getLogger(__name__)
#: Seconds between looks for a newly published edition.
REFRESH = 1.0
#: Seconds between looks for messages that were kept long enough.
FORGET = 3600.0


def make_app(settings: Settings | None = None, today: Callable[[], date] = today_in_brussels) -> ASGIApp:
    """The application; settings come from the environment where none are given.

    :param today: the clock: the present day, by which entries are open or not
    """
    bound_heaps()
    settings = settings or Settings.from_environment()
    server: Mapping[str, Any] = {"cors": True}
    with contextlib.suppress(ConfigError):  # every request says so until it can be used
        config = read_config(settings.config, settings)
        settings, server = in_force(config, settings), config["server"]
    service = Service(settings, open_editions(settings.editions, numbered_escapes), settings.config, probe)
    cache = ResponseCache(settings.cache_mb * 1024 * 1024, service.edition_id, today, service.holds)
    bodies, searches, core_calls = Bodies(), Searches(), CoreCalls()
    # What is kept is written by one thread: a slow disk holds up nobody who only reads.
    writes = CoreCalls(threads=1, waiting=16, seconds=10.0)

    routes = [
        *(
            StarletteRoute(
                route.path,
                partial(_answer, service, searches, core_calls, writes, bodies, route),
                methods=list(route.methods),
            )
            for block in BLOCKS
            for route in block.routes
        ),
        StarletteRoute(f"{FILES}{{name:path}}", answer_file),
        StarletteRoute(f"{DRAWN}{{name}}", partial(_answer_drawing, service)),
    ]
    starlette = Starlette(
        debug=False,
        routes=routes,
        exception_handlers={HTTPException: partial(_refused_by_router, service)},
        lifespan=partial(_lifespan, service, cache, searches, (core_calls, writes)),
    )
    # ``web.http.canonical`` redirects, to relative addresses; the router would name a host, which is another one behind
    # a proxy.
    starlette.router.redirect_slashes = False
    # Outermost, so that a kept response passes through nothing else.
    tables = " ".join(_digest(path) for path in sorted(settings.matching.glob("*.csv")))
    salt = f"{settings.url} {settings.operator} {_digest(settings.config)} {tables} {static_version()}"
    application: ASGIApp = IndentedJSON(starlette) if server.get("pretty_print") else starlette
    if server.get("cors"):
        return CacheMiddleware(application, salt, cache, settings.languages, service.prefix)
    # Inside, so that what is kept has no such header fields; outside for what the cache itself answers.
    return SameOrigin(CacheMiddleware(SameOrigin(application), salt, cache, settings.languages, service.prefix))


def _digest(path: Path) -> str:
    """What tells a configuration from others: answers depend on it, and it may change while no server runs."""
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest() if path.is_file() else ""
    except OSError:  # the service says what is wrong with it
        return ""


async def _answer(
    service: Service,
    searches: Searches,
    core_calls: CoreCalls,
    writes: CoreCalls,
    bodies: Bodies,
    route: Route,
    connection: StarletteRequest,
) -> Response:
    request: ResourceRequest = connection.scope["state"][RESOURCE_REQUEST]
    try:
        if request.method == "POST":
            request = replace(request, body=await _body(bodies, route, connection))
        if service.must_look(request):
            await asyncio.to_thread(service.look, request)
        view = service.view(request)
        arguments = connection.path_params
        route.check(view, arguments)
        if route.search:
            make = partial(route.endpoint, view, request, **arguments)
            document = await searches.answer(request, lambda budget: make(budget=budget), connection.receive)
        elif route.of_sender:
            make = partial(route.endpoint, view, request, Sender.of(connection.scope), **arguments)
            document = await writes.answer(make)
        elif route.of_core or route.ranged:
            document = await core_calls.answer(partial(route.endpoint, view, request, **arguments))
        elif route.of_service:
            document = route.endpoint(service, view, request, **arguments)
        else:
            document = route.endpoint(view, request, **arguments)
        return ranged(document, connection.headers, view.id) if route.ranged else response(document, view.id)
    except ClientDisconnect:
        return Response()  # reaches nobody
    except EditionError as error:
        return _unpublished(service, error, request)
    except (AtlasError, Refused) as error:
        return _problem(service, error, request)
    except Exception as error:  # the last resort: a client gets no traceback, the log does
        LOGGER.exception("%s %s failed", request.method, request.path)
        return _problem(service, error, request)


async def _answer_drawing(service: Service, connection: StarletteRequest) -> Response:
    """A file that is drawn once for an edition: exactly the one that the address names, or that of the edition served.

    :raises HTTPException: 404 for a file that is not there
    """
    try:
        found = [asked_file(drawings, connection.path_params["name"]) for drawings in service.drawings()]
    except EditionError as error:
        return _unpublished(service, error, connection.scope["state"][RESOURCE_REQUEST])
    file, exact = next((pair for pair in found if pair[1]), found[0])
    if file is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return await sent_file(connection, file, exact)


def _unpublished(service: Service, error: EditionError, request: ResourceRequest) -> Response:
    """503: there is no edition that could be served."""
    LOGGER.error("%s", error)
    refused = Refused(HTTPStatus.SERVICE_UNAVAILABLE, str(error), {"Retry-After": "5"})
    if trouble := service.editions.trouble:
        refused.members = {"since": trouble.began}
    return _problem(service, refused, request)


async def _body(bodies: Bodies, route: Route, connection: StarletteRequest) -> bytes:
    return await bodies.read(connection, *route.body, media_types=route.media_types, largest=route.largest_body)


def _problem(service: Service, error: Exception, request: ResourceRequest) -> Response:
    """The problem as JSON, or as a page for a browser."""
    problem = problem_of(error, service.prefix + request.path)
    headers = error.headers if isinstance(error, Refused) else {}
    document = problem_document(problem, headers)
    if wants_page(request) and problem["status"] < HTTPStatus.INTERNAL_SERVER_ERROR:
        # Without an edition, or with a page that fails, the problem itself still reaches the client.
        with contextlib.suppress(AtlasError, TemplateError):
            view = service.view()
            plain = _plain(request, view.settings.languages)
            content = {"problem": {**problem, "instance": request.path}, "languages": language_links(view, request)}
            document = page("problem.html", content, view, plain, problem["status"])
            document = replace(document, headers={**document.headers, **headers})
    return response(document)


def _plain(request: ResourceRequest, languages: tuple[str, ...]) -> ResourceRequest:
    """The request without its parameters but the language: what is wrong with them must not stop the page about it.

    :param languages: languages offered
    """
    language = request.first("lang")
    parameters = (("lang", language),) if language in languages else ()
    return ResourceRequest(request.method, request.path, parameters, accept_language=request.accept_language)


async def _refused_by_router(service: Service, connection: StarletteRequest, error: HTTPException) -> Response:
    """404 and 405 of the router, as problems that name the nearest path; the answer to OPTIONS."""
    request: ResourceRequest = connection.scope["state"][RESOURCE_REQUEST]
    if request.path == "*" and request.method == "OPTIONS":  # the server as a whole (RFC 9110, 9.3.7)
        return Response(status_code=204, headers={**ALWAYS, "Allow": "GET, HEAD, POST, OPTIONS"})
    if error.status_code == HTTPStatus.NOT_FOUND:
        known = _addresses(service)
        missing = NotFound(f"resource '{request.path}'", nearest(request.path, known) or _first(known))
        return _problem(service, missing, request)
    # The router names them in the order of a set.
    allowed = sorted((error.headers or {}).get("Allow", ", ".join(READ)).split(", "))
    headers = {"Allow": ", ".join([*allowed, "OPTIONS"])}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={**ALWAYS, **headers, **preflight(headers["Allow"])})
    detail = f"{request.method} is not possible here; the service only reads."
    return _problem(service, Refused(HTTPStatus(error.status_code), detail, headers), request)


def _addresses(service: Service) -> list[str]:
    """The paths that the API definition has, but those of single features and codes."""
    try:
        view = service.view()
    except AtlasError:
        return [route.path for block in BLOCKS for route in block.routes if "{" not in route.path]
    if view not in _ADDRESSES:
        _ADDRESSES[view] = [path for block in BLOCKS for path in block.api(view).paths if "{" not in path]
    return _ADDRESSES[view]


def _first(addresses: list[str]) -> list[str]:
    """Where to begin for whoever asks for what resembles nothing here: the addresses with the fewest parts."""
    return sorted(addresses, key=lambda path: (path.count("/"), len(path) > 1))[:5]


#: Addresses by edition: they are looked up for every path that does not exist.
_ADDRESSES: WeakKeyDictionary[ServedEdition, list[str]] = WeakKeyDictionary()


@contextlib.asynccontextmanager
async def _lifespan(
    service: Service, cache: ResponseCache, searches: Searches, calls: tuple[CoreCalls, ...], _: Starlette
) -> AsyncIterator[dict[str, object]]:
    """Load the edition before the first request, and look for another one while running.

    The cache and the prefix are in the state of the application, where the HTTP server finds them.
    """
    with contextlib.suppress(EditionError):  # /healthz and every request say so, until one is published
        await asyncio.to_thread(service.refresh)
        service.view()
    sys.setswitchinterval(SWITCH_INTERVAL)
    watcher = asyncio.create_task(_watch(service))
    forgetter = asyncio.create_task(_forget(service.settings))
    try:
        yield {RESPONSES: cache, PREFIX: service.prefix}
    finally:
        watcher.cancel()
        forgetter.cancel()
        searches.close()
        for each in calls:
            each.close()


async def _forget(settings: Settings) -> None:
    """Remove messages that were kept long enough, now and every hour."""
    while True:
        await asyncio.to_thread(forget_expired, settings)
        await asyncio.sleep(FORGET)


async def _watch(service: Service) -> None:
    logged = ""
    while True:
        await asyncio.sleep(REFRESH)
        try:
            if await asyncio.to_thread(service.refresh):
                LOGGER.warning("serving edition %s", service.view().id)
            logged = ""
        except Exception as error:
            if str(error) != logged:  # once, not every second
                known = isinstance(error, AtlasError)
                LOGGER.error("the published edition cannot be served: %s", error, exc_info=not known)
            logged = str(error)
