"""``/healthz``: whether an edition is served, and which."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from ...ogc import openapi_answers as answers
from ...ogc.openapi import ApiPart, operation
from ...ogc.parameters import unique
from ...ogc.service_links import link
from ..http.representation import Representation, json_document
from ..http.request import ResourceRequest
from ..service import ServedEdition, Service
from .block import Block, Link, Route

PATH = "/healthz"


def health(service: Service, view: ServedEdition, request: ResourceRequest) -> Representation:
    """The state: 200 with the edition; without one the request has already become a 503.

    ``status`` is ``degraded`` where the published edition or the configuration cannot be used, and the ones before are.
    """
    unique(request.parameters, (), f"'{PATH}'")
    state = service.health(view)
    age = datetime.now(UTC) - datetime.fromisoformat(state["edition"]["created"])
    state["edition"]["age_seconds"] = max(0, int(age.total_seconds()))
    return json_document(state, stable=False)


def _api(_: ServedEdition) -> ApiPart:
    return ApiPart(paths={PATH: {"get": operation("Health of the service", "health", [], answers.health())}})


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    yield link("status", f"{view.base_url}{PATH}", "Health and edition")


BLOCK = Block(routes=(Route(PATH, health, of_service=True),), api=_api, links=_links)
