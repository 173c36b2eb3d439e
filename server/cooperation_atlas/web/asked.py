"""A request, reduced to what a resource needs to know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from starlette.requests import Request

from ..ogc.parameters import REPLACEMENT

#: A percent sign that begins no octet (RFC 3986, 2.1).
_BROKEN = re.compile("%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Asked:
    """A request.

    :param parameters: query parameters in the order given; a name may stand twice
    :param body: body of a POST request, ``None`` without one
    """

    method: str
    path: str
    parameters: tuple[tuple[str, str], ...]
    accept: str | None = None
    accept_language: str | None = None
    body: bytes | None = None

    @classmethod
    def of(cls, request: Request, body: bytes | None = None) -> Asked:
        """The request as Starlette has it."""
        return cls(
            method=request.method,
            path=request.url.path,
            parameters=_parameters(request.url.query),
            accept=request.headers.get("accept"),
            accept_language=request.headers.get("accept-language"),
            body=body,
        )

    def first(self, name: str) -> str | None:
        """The first value of a parameter."""
        return next((value for key, value in self.parameters if key == name), None)


def _parameters(query: str) -> tuple[tuple[str, str], ...]:
    """Names and values of a query string; what is not percent-encoded UTF-8 becomes ``REPLACEMENT``.

    A broken percent sign is not kept as it stands, as is usual: ``filter=title LIKE '%ab%'`` that was sent without
    encoding would be read as something that nobody wrote.

    A plus sign is a space, as forms write it, unless the same parameter has ``%20``: whoever wrote that writes spaces
    so, and their plus sign stands for itself. QGIS does: ``filter=(title%20LIKE%20'%25ESF+%25')``.
    """
    marked = "&".join(
        part.replace("+", "%2B") if "%20" in part else part
        for part in _BROKEN.sub(quote(REPLACEMENT), query).split("&")
    )
    return tuple(parse_qsl(marked, keep_blank_values=True, errors="replace"))
