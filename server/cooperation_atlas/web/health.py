"""``/healthz``: whether an edition is served, and which."""

from __future__ import annotations

from datetime import UTC, datetime

from ..ogc.parameters import unique
from .asked import Asked
from .documents import Document, json_document
from .service import EditionView, Service


def health(service: Service, view: EditionView, asked: Asked) -> Document:
    """The state: 200 with the edition; without one the request has already become a 503."""
    unique(asked.parameters, (), "'/healthz'")
    edition = service.health()
    age = datetime.now(UTC) - datetime.fromisoformat(edition["created"])
    content = {"status": "ok", "edition": {**edition, "age_seconds": int(age.total_seconds())}}
    return json_document(content, stable=False)
