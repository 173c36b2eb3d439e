"""The ASGI application: routes, methods, bodies, errors. What is answered is decided by the resources."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from functools import partial
from http import HTTPStatus
from pathlib import Path

from jinja2 import TemplateError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from ..model.errors import AtlasError, InvalidValue, NotFound, nearest
from ..ogc import jsonld
from ..settings import Settings
from ..store.current import current_edition
from ..store.load import EditionError
from .asked import Asked
from .cache import RESPONSES, CacheMiddleware, ResponseCache
from .documents import Document, json_document
from .health import health
from .items import facets, item, items
from .metadata import RESOURCES, Resource, checked
from .negotiation import format_of
from .pages import page
from .problems import Refused, problem_document, problem_of
from .responses import response
from .service import EditionView, Service

LOGGER = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "static"
#: Largest body of a request; a CQL2 filter with a detailed polygon stays far below.
MAXIMUM_BODY = 1_000_000
#: Seconds between looks for a newly published edition.
REFRESH = 1.0

Endpoint = Callable[..., Document]


def make_app(settings: Settings | None = None) -> ASGIApp:
    """The application; settings come from the environment where none are given."""
    settings = settings or Settings.from_environment()
    service = Service(settings, current_edition(settings.editions), settings.config)
    cache = ResponseCache(settings.cache_mb * 1024 * 1024, service.edition_id, service.holds)

    def endpoint(make: Endpoint, *, post: bool = False) -> Callable[[Request], object]:
        async def answer(request: Request) -> Response:
            return await _answer(service, make, request, post)

        return answer

    routes = [
        *(Route(r.path, endpoint(partial(_metadata, r)), methods=["GET", "HEAD"]) for r in RESOURCES),
        Route("/collections/{collection_id}/items", endpoint(items, post=True), methods=["GET", "HEAD", "POST"]),
        Route("/collections/{collection_id}/items/{feature_id:path}", endpoint(item), methods=["GET", "HEAD"]),
        Route("/collections/{collection_id}/facets", endpoint(facets), methods=["GET", "HEAD"]),
        Route("/healthz", endpoint(partial(health, service)), methods=["GET", "HEAD"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    application = Starlette(
        debug=False,
        routes=routes,
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["*"],
                expose_headers=["Atlas-Edition", "Content-Crs", "ETag", "Link", "Numbermatched"],
            ),
        ],
        exception_handlers={HTTPException: partial(_refused_by_router, service)},
        lifespan=partial(_lifespan, service, cache),
    )
    # A redirect would go to the host that the request names, which is another one behind a proxy.
    application.router.redirect_slashes = False
    # Outermost, so that a kept response passes through nothing else.
    salt = f"{settings.url} {settings.languages}"
    return CacheMiddleware(application, salt, cache)


def _metadata(resource: Resource, view: EditionView, asked: Asked, **arguments: str) -> Document:
    checked(resource, asked)
    shown = format_of(asked.first("f"), asked.accept, resource.formats)
    if shown == "jsonld" and resource.linked:
        return json_document(resource.linked(view, asked, **arguments), jsonld.MEDIA_TYPE)
    content = resource.content(view, asked, **arguments)
    if shown == "html":
        return page(resource.template, {"content": content}, view, asked)
    return json_document(content, resource.media_type)


async def _answer(service: Service, make: Endpoint, request: Request, post: bool) -> Response:
    asked = Asked.of(request)
    try:
        if request.method == "POST" and post:
            asked = Asked.of(request, await _body(request))
        if service.must_look(asked):
            await asyncio.to_thread(service.look, asked)
        view = service.view(asked)
        return response(make(view, asked, **request.path_params), view.id)
    except EditionError as error:
        LOGGER.error("%s", error)
        refused = Refused(HTTPStatus.SERVICE_UNAVAILABLE, str(error), {"Retry-After": "5"})
        return _problem(service, refused, asked)
    except (AtlasError, Refused) as error:
        return _problem(service, error, asked)
    except Exception as error:  # the last resort: a client gets no traceback, the log does
        LOGGER.exception("%s %s failed", request.method, request.url)
        return _problem(service, error, asked)


async def _body(request: Request) -> bytes:
    """The JSON body of a POST request.

    :raises Refused: for another media type, an empty or an oversized body
    """
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type not in ("application/json", "application/cql2+json"):
        detail = f"The body is '{media_type or 'of no stated type'}'; POST takes a CQL2 filter as application/json."
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAXIMUM_BODY:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The body is larger than {MAXIMUM_BODY} bytes.")
    if not body.strip():
        raise InvalidValue("filter", "the body is empty; POST takes a CQL2 filter as application/json.")
    return bytes(body)


def _problem(service: Service, error: Exception, asked: Asked) -> Response:
    """The problem as JSON, or as a page for a browser."""
    problem = problem_of(error, asked.path)
    headers = error.headers if isinstance(error, Refused) else {}
    document = problem_document(problem, headers)
    if _wants_page(asked) and problem["status"] < HTTPStatus.INTERNAL_SERVER_ERROR:
        # Without an edition, or with a page that fails, the problem itself still reaches the client.
        with contextlib.suppress(AtlasError, TemplateError):
            document = page("problem.html", {"problem": problem}, service.view(), _plain(asked), problem["status"])
    return response(document)


def _wants_page(asked: Asked) -> bool:
    given = asked.first("f")
    preferred = parse_accept_header(asked.accept, MIMEAccept).best_match(["application/json", "text/html"])
    return given == "html" or (given is None and preferred == "text/html")


def _plain(asked: Asked) -> Asked:
    """The request without its parameters: what is wrong with them must not stop the page that says so."""
    return Asked(asked.method, asked.path, ())


async def _refused_by_router(service: Service, request: Request, error: HTTPException) -> Response:
    """404 and 405 of the router, as problems that name the nearest path."""
    asked = Asked.of(request)
    if error.status_code == HTTPStatus.NOT_FOUND:
        known = [*(r.path for r in RESOURCES if "{" not in r.path), "/healthz"]
        with contextlib.suppress(AtlasError):
            known += [f"/collections/{id_}/items" for id_ in service.view().engine.tables]
        missing = NotFound(f"resource '{asked.path}'", nearest(asked.path, known) or known[:5])
        return _problem(service, missing, asked)
    detail = f"{request.method} is not possible here; the service only reads."
    refused = Refused(HTTPStatus(error.status_code), detail, dict(error.headers or {}))
    return _problem(service, refused, asked)


@contextlib.asynccontextmanager
async def _lifespan(service: Service, cache: ResponseCache, _: Starlette) -> AsyncIterator[dict[str, ResponseCache]]:
    """Load the edition before the first request, and look for another one while running.

    The cache is in the state of the application, where the HTTP server finds it.
    """
    with contextlib.suppress(EditionError):  # /healthz and every request say so, until one is published
        await asyncio.to_thread(service.refresh)
        service.view()
    watcher = asyncio.create_task(_watch(service))
    try:
        yield {RESPONSES: cache}
    finally:
        watcher.cancel()


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
