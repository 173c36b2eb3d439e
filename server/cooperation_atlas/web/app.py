"""The ASGI application: routes, methods, bodies, errors. What is answered is decided by the resources."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import date
from functools import partial
from http import HTTPStatus
from pathlib import Path

from jinja2 import TemplateError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from ..model.calendar import today_in_brussels
from ..model.errors import AtlasError, NotFound, nearest
from ..ogc.formats import jsonld
from ..settings import Settings
from ..store.memory.load import EditionError
from ..store.memory.loaded import loaded_editions
from .http.bodies import Bodies
from .http.cache import PREFIX, RESPONSES, CacheMiddleware
from .http.canonical import wants_page
from .http.cors import ALWAYS, preflight
from .http.memory import bound_heaps
from .http.negotiation import format_of
from .http.problems import Refused, problem_document, problem_of
from .http.representation import Representation, json_document
from .http.request import ASKED, ResourceRequest
from .http.response_cache import ResponseCache
from .http.responses import response
from .pages import page
from .probe import probe
from .resources.features import facets, item, items
from .resources.health import health
from .resources.metadata import RESOURCES, Resource, checked
from .searching import SWITCH_INTERVAL, Searches
from .service import ServedEdition, Service

LOGGER = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "static"
#: Seconds between looks for a newly published edition.
REFRESH = 1.0
_READ = ["GET", "HEAD"]

Endpoint = Callable[..., Representation]
Making = Callable[[ServedEdition, ResourceRequest, Request], Awaitable[Representation]]


def make_app(settings: Settings | None = None, today: Callable[[], date] = today_in_brussels) -> ASGIApp:
    """The application; settings come from the environment where none are given.

    :param today: the clock: the present day, by which entries are open or not
    """
    bound_heaps()
    settings = settings or Settings.from_environment()
    service = Service(settings, loaded_editions(settings.editions), settings.config, probe)
    cache = ResponseCache(settings.cache_mb * 1024 * 1024, service.edition_id, today, service.holds)
    bodies, searches = Bodies(), Searches()

    def endpoint(make: Endpoint) -> Callable[[Request], object]:
        async def document(view: ServedEdition, asked: ResourceRequest, request: Request) -> Representation:
            return make(view, asked, **request.path_params)

        return partial(_answer, service, document)

    def search(make: Endpoint) -> Callable[[Request], object]:
        async def document(view: ServedEdition, asked: ResourceRequest, request: Request) -> Representation:
            beside = partial(make, view, asked, **request.path_params)
            return await searches.answer(asked, lambda budget: beside(budget=budget), request.receive)

        return partial(_answer, service, document, bodies=bodies)

    routes = [
        *(Route(r.path, endpoint(partial(_metadata, r)), methods=_READ) for r in RESOURCES),
        Route("/collections/{collection_id}/items", search(items), methods=[*_READ, "POST"]),
        Route("/collections/{collection_id}/items/{feature_id:path}", endpoint(item), methods=_READ),
        Route("/collections/{collection_id}/facets", search(facets), methods=_READ),
        Route("/healthz", endpoint(partial(health, service)), methods=_READ),
        Mount("/static", Files(directory=STATIC)),
    ]
    application = Starlette(
        debug=False,
        routes=routes,
        exception_handlers={HTTPException: partial(_refused_by_router, service)},
        lifespan=partial(_lifespan, service, cache, searches),
    )
    # ``web.http.canonical`` redirects, to relative addresses; the router would name a host, which is another one behind
    # a proxy.
    application.router.redirect_slashes = False
    # Outermost, so that a kept response passes through nothing else.
    salt = f"{settings.url} {_digest(settings.config)}"
    return CacheMiddleware(application, salt, cache, settings.languages, service.prefix)


def _digest(path: Path) -> str:
    """What tells a configuration from others: answers depend on it, and it may change while no server runs."""
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest() if path.is_file() else ""
    except OSError:  # the service says what is wrong with it
        return ""


class Files(StaticFiles):
    """Static files, with the header fields that every response has."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or a 304."""
        answer = await super().get_response(path, scope)
        answer.headers.update(ALWAYS)
        return answer


def _metadata(resource: Resource, view: ServedEdition, asked: ResourceRequest, **arguments: str) -> Representation:
    checked(resource, asked)
    shown = format_of(asked.first("f"), asked.accept, resource.formats)
    if shown == "jsonld" and resource.linked:
        return json_document(resource.linked(view, asked, **arguments), jsonld.MEDIA_TYPE)
    content = resource.content(view, asked, **arguments)
    if shown == "html":
        return page(resource.template, {"content": content}, view, asked)
    return json_document(content, resource.media_type)


async def _answer(service: Service, make: Making, request: Request, bodies: Bodies | None = None) -> Response:
    asked: ResourceRequest = request.scope["state"][ASKED]
    try:
        if request.method == "POST" and bodies:
            asked = replace(asked, body=await bodies.read(request))
        if service.must_look(asked):
            await asyncio.to_thread(service.look, asked)
        view = service.view(asked)
        return response(await make(view, asked, request), view.id)
    except ClientDisconnect:
        return Response()  # reaches nobody
    except EditionError as error:
        LOGGER.error("%s", error)
        refused = Refused(HTTPStatus.SERVICE_UNAVAILABLE, str(error), {"Retry-After": "5"})
        return _problem(service, refused, asked)
    except (AtlasError, Refused) as error:
        return _problem(service, error, asked)
    except Exception as error:  # the last resort: a client gets no traceback, the log does
        LOGGER.exception("%s %s failed", asked.method, asked.path)
        return _problem(service, error, asked)


def _problem(service: Service, error: Exception, asked: ResourceRequest) -> Response:
    """The problem as JSON, or as a page for a browser."""
    problem = problem_of(error, service.prefix + asked.path)
    headers = error.headers if isinstance(error, Refused) else {}
    document = problem_document(problem, headers)
    if wants_page(asked) and problem["status"] < HTTPStatus.INTERNAL_SERVER_ERROR:
        # Without an edition, or with a page that fails, the problem itself still reaches the client.
        with contextlib.suppress(AtlasError, TemplateError):
            content = {"problem": {**problem, "instance": asked.path}}
            document = page("problem.html", content, service.view(), _plain(asked), problem["status"])
            document = replace(document, headers={**document.headers, **headers})
    return response(document)


def _plain(asked: ResourceRequest) -> ResourceRequest:
    """The request without its parameters: what is wrong with them must not stop the page that says so."""
    return ResourceRequest(asked.method, asked.path)


async def _refused_by_router(service: Service, request: Request, error: HTTPException) -> Response:
    """404 and 405 of the router, as problems that name the nearest path; the answer to OPTIONS."""
    asked: ResourceRequest = request.scope["state"][ASKED]
    if asked.path == "*" and request.method == "OPTIONS":  # the server as a whole (RFC 9110, 9.3.7)
        return Response(status_code=204, headers={**ALWAYS, "Allow": "GET, HEAD, POST, OPTIONS"})
    if error.status_code == HTTPStatus.NOT_FOUND:
        known = [*(r.path for r in RESOURCES if "{" not in r.path), "/healthz"]
        with contextlib.suppress(AtlasError):
            known += [f"/collections/{id_}/items" for id_ in service.view().store.tables]
        missing = NotFound(f"resource '{asked.path}'", nearest(asked.path, known) or known[:5])
        return _problem(service, missing, asked)
    allowed = (error.headers or {}).get("Allow", ", ".join(_READ))
    headers = {"Allow": f"{allowed}, OPTIONS"}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={**ALWAYS, **headers, **preflight(headers["Allow"])})
    detail = f"{request.method} is not possible here; the service only reads."
    return _problem(service, Refused(HTTPStatus(error.status_code), detail, headers), asked)


@contextlib.asynccontextmanager
async def _lifespan(
    service: Service, cache: ResponseCache, searches: Searches, _: Starlette
) -> AsyncIterator[dict[str, object]]:
    """Load the edition before the first request, and look for another one while running.

    The cache and the prefix are in the state of the application, where the HTTP server finds them.
    """
    with contextlib.suppress(EditionError):  # /healthz and every request say so, until one is published
        await asyncio.to_thread(service.refresh)
        service.view()
    sys.setswitchinterval(SWITCH_INTERVAL)
    watcher = asyncio.create_task(_watch(service))
    try:
        yield {RESPONSES: cache, PREFIX: service.prefix}
    finally:
        watcher.cancel()
        searches.close()


async def _watch(service: Service) -> None:
    told = ""
    while True:
        await asyncio.sleep(REFRESH)
        try:
            if await asyncio.to_thread(service.refresh):
                LOGGER.warning("serving edition %s", service.view().id)
            told = ""
        except Exception as error:
            if str(error) != told:  # once, not every second
                known = isinstance(error, AtlasError)
                LOGGER.error("the published edition cannot be served: %s", error, exc_info=not known)
            told = str(error)
