"""A request, reduced to what a resource needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from starlette.requests import Request

from ..ogc.query_string import parameters_of


@dataclass(frozen=True)
class Asked:
    """A request.

    :param parameters: query parameters in the order given; a name may stand twice
    :param body: body of a POST request, ``None`` without one
    :param day: the day of today, where the answer depends on it
    """

    method: str
    path: str
    parameters: tuple[tuple[str, str], ...]
    accept: str | None = None
    accept_language: str | None = None
    body: bytes | None = None
    day: date | None = None

    @classmethod
    def of(cls, request: Request, body: bytes | None = None) -> Asked:
        """The request as Starlette has it."""
        return cls(
            method=request.method,
            path=request.url.path,
            parameters=parameters_of(request.url.query),
            accept=request.headers.get("accept"),
            accept_language=request.headers.get("accept-language"),
            body=body,
        )

    def first(self, name: str) -> str | None:
        """The first value of a parameter."""
        return next((value for key, value in self.parameters if key == name), None)
