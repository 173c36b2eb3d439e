"""``/healthz``: whether an edition is served, and which."""

from __future__ import annotations

from datetime import UTC, datetime

from ...ogc.parameters import unique
from ..http.representation import Representation, json_document
from ..http.request import ResourceRequest
from ..service import ServedEdition, Service


def health(service: Service, view: ServedEdition, asked: ResourceRequest) -> Representation:
    """The state: 200 with the edition; without one the request has already become a 503.

    ``status`` is ``degraded`` where the published edition or the configuration cannot be used, and the ones before are.
    """
    unique(asked.parameters, (), "'/healthz'")
    told = service.health()
    age = datetime.now(UTC) - datetime.fromisoformat(told["edition"]["created"])
    told["edition"]["age_seconds"] = max(0, int(age.total_seconds()))
    return json_document(told, stable=False)
