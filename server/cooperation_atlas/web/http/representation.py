"""What a resource answers, before it is encoded for a client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from ...ogc.notices import link_header

JSON = "application/json"
#: Of what is no page of this server, whatever its media type says: results of processes, tiles.
SANDBOX = {"Content-Security-Policy": "default-src 'none'; sandbox"}


@dataclass(frozen=True)
class Representation:
    """A finished response.

    :param body: bytes, not compressed
    :param stable: whether the body stays the same as long as the edition does, so that it may be kept and carry an ETag
    """

    body: bytes
    media_type: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    stable: bool = True


def json_document(
    content: Mapping[str, Any], media_type: str = JSON, headers: Mapping[str, str] | None = None, **more: Any
) -> Representation:
    """A document from a JSON object. The licences stand in its headers, because not every object has a place for them
    (a JSON Schema has none)."""
    return Representation(orjson.dumps(content), media_type, headers={"Link": link_header(), **(headers or {})}, **more)
