"""pygeoapi's core: one request in, one answer out, whatever web framework is around it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import orjson
from pygeoapi import api as core
from pygeoapi.api import API, APIRequest

LOGGER = logging.getLogger(__name__)

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
    :param description: reason for people, as the core words it
    """

    def __init__(self, status: int, description: str) -> None:
        self.status = HTTPStatus(status)
        self.description = description
        super().__init__(description)


class Core:
    """The core with one configuration.

    :param config: pygeoapi's configuration
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._api = _RaisingAPI(config, {})

    def answer(self, function: Function, request: CoreRequest, *arguments: str) -> CoreAnswer:
        """Call a function of the core.

        :raises CoreRefusal: where it answers with an error
        """
        asked = APIRequest(_FrameworkRequest(request), self._api.locales)
        asked._data = request.body  # as its own factories for Flask, Starlette and Django do
        headers, status, body = function(self._api, asked, *arguments)
        content = body if isinstance(body, bytes) else str(body).encode()
        if status >= HTTPStatus.BAD_REQUEST:  # tiles that are not there: without an exception
            raise CoreRefusal(status, content.decode(errors="replace"))
        return CoreAnswer(status, {name: str(value) for name, value in headers.items()}, content)

    def document(self, function: Function, request: CoreRequest, *arguments: str) -> dict[str, Any]:
        """The JSON object that a function of the core answers with."""
        content: dict[str, Any] = orjson.loads(self.answer(function, request, *arguments).body)
        return content

    def landing_page(self, language: str) -> dict[str, Any]:
        """The landing page (17-069r4, 7.2), with the core's own links."""
        return self.document(core.landing_page, CoreRequest("json", language))

    def collections(self, language: str) -> list[dict[str, Any]]:
        """The descriptions of all collections (17-069r4, 7.13), with the core's own links."""
        described = self.document(core.describe_collections, CoreRequest("json", language))
        return list(described["collections"])

    def collection(self, id_: str, language: str) -> dict[str, Any]:
        """The description of one collection (17-069r4, 7.14), with the core's own links."""
        return self.document(core.describe_collections, CoreRequest("json", language), id_)


class _RaisingAPI(API):
    """pygeoapi's API object whose errors are exceptions: no page of its own is rendered, no mistake of a client is
    logged as a failure of the server."""

    def get_exception(
        self, status: int, headers: dict[str, Any], format_: str | None, code: str, description: str
    ) -> tuple[dict[str, Any], int, str]:
        """Raise what the core would answer; what it caught while it failed goes into the log.

        :raises CoreRefusal: always
        """
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            LOGGER.exception("pygeoapi failed: %s", description)
        raise CoreRefusal(status, description)


class _FrameworkRequest:
    """What ``pygeoapi.api.APIRequest`` reads of a framework's request.

    The language comes as a header: a parameter would be repeated in the core's links though no client gave it.
    """

    path_info = ""

    def __init__(self, request: CoreRequest) -> None:
        self.args = {"f": request.format, **request.parameters}
        self.headers = {"accept-language": request.language}
