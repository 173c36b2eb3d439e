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

    async def read(
        self,
        request: Request,
        content: str = "a CQL2 filter",
        place: str = "filter",
        media_types: tuple[str, ...] = MEDIA_TYPES,
        largest: int = MAXIMUM_BODY,
    ) -> bytes:
        """The body of a request.

        :param content: what it is expected to be, in words
        :param place: name of the body in error messages
        :param media_types: those that are taken, the usual one first
        :param largest: most bytes
        :raises Refused: for another media type, an oversized body, or where too many are being read
        :raises InvalidValue: for an empty body
        """
        media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if media_type not in media_types:
            detail = f"The body is '{media_type or 'of no stated type'}'; POST takes {content} as {media_types[0]}."
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)
        body = bytearray()
        try:
            async for chunk in request.stream():
                body += chunk
                self.held += len(chunk)
                self._check(len(body), largest)
        finally:
            self.held -= len(body)
        if not body.strip():
            raise InvalidValue(place, f"the body is empty; POST takes {content} as {media_types[0]}.")
        return bytes(body)

    def _check(self, size: int, largest: int) -> None:
        if size > largest:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The body is larger than {largest} bytes.")
        if self.held > self._together:
            detail = "The bodies of too many requests are being read. Ask again in a few seconds."
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, detail, {"Retry-After": "5"})
