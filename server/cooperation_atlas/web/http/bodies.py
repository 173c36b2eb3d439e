"""Bodies of POST requests: which are taken, and how much memory all of them together may hold."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request

from ...model.errors import InvalidValue
from .problems import Refused

#: Largest body of a request, in bytes; a CQL2 filter with a detailed polygon stays far below.
MAXIMUM_BODY = 1_000_000
#: Most bytes that the bodies which are being read hold together.
MAXIMUM_TOGETHER = 32_000_000
MEDIA_TYPES = ("application/json", "application/cql2+json")


class Bodies:
    """Reads bodies, and counts those that are not yet complete.

    :param together: most bytes that they hold together
    """

    def __init__(self, together: int = MAXIMUM_TOGETHER) -> None:
        self.held = 0
        self._together = together

    async def read(self, request: Request, content: str = "a CQL2 filter", place: str = "filter") -> bytes:
        """The JSON body of a request.

        :param content: what it is expected to be, in words
        :param place: name of the body in error messages
        :raises Refused: for another media type, an oversized body, or where too many are being read
        :raises InvalidValue: for an empty body
        """
        media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if media_type not in MEDIA_TYPES:
            detail = f"The body is '{media_type or 'of no stated type'}'; POST takes {content} as application/json."
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)
        body = bytearray()
        try:
            async for chunk in request.stream():
                body += chunk
                self.held += len(chunk)
                self._check(len(body))
        finally:
            self.held -= len(body)
        if not body.strip():
            raise InvalidValue(place, f"the body is empty; POST takes {content} as application/json.")
        return bytes(body)

    def _check(self, size: int) -> None:
        if size > MAXIMUM_BODY:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The body is larger than {MAXIMUM_BODY} bytes.")
        if self.held > self._together:
            detail = "The bodies of too many requests are being read. Ask again in a few seconds."
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, detail, {"Retry-After": "5"})
