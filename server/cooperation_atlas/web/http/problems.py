"""Errors for clients: problem details (RFC 9457) with the members of an OGC exception."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from ...model.errors import InvalidValue, NotFound
from .representation import Representation, json_document

MEDIA_TYPE = "application/problem+json"
#: OGC exception codes (OGC 17-069r4, 7.5.1 leaves them open; these are those of pygeoapi).
_CODES = {
    HTTPStatus.BAD_REQUEST: "InvalidParameterValue",
    HTTPStatus.NOT_FOUND: "NotFound",
    HTTPStatus.METHOD_NOT_ALLOWED: "MethodNotAllowed",
    HTTPStatus.NOT_ACCEPTABLE: "NotAcceptable",
    HTTPStatus.GONE: "Gone",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "ContentTooLarge",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "UnsupportedMediaType",
    HTTPStatus.SERVICE_UNAVAILABLE: "ServiceUnavailable",
}


class Refused(Exception):
    """A request that is refused for another reason than a value: method, media type, size.

    :param status: HTTP status
    :param detail: what is wrong and what to do, for people
    :param headers: further headers (``Allow``, ``Retry-After``)
    """

    def __init__(self, status: HTTPStatus, detail: str, headers: dict[str, str] | None = None) -> None:
        self.status = status
        self.detail = detail
        self.headers = headers or {}
        #: Further members of the problem document.
        self.members: dict[str, str] = {}
        super().__init__(detail)


def problem_of(error: Exception, instance: str) -> dict[str, Any]:
    """The members of the problem document.

    :param instance: public path of the request, decoded
    """
    match error:
        case InvalidValue():
            more = {"parameter": _shortened(error.place), "nearest": list(error.nearest)}
            return _problem(HTTPStatus.BAD_REQUEST, str(error), instance, **more)
        case NotFound():
            return _problem(HTTPStatus.NOT_FOUND, str(error), instance, type=error.kind, nearest=list(error.nearest))
        case Refused():
            return _problem(error.status, error.detail, instance, **error.members)
        case _:
            detail = "The server failed on this request. The failure is in its log."
            return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail, instance)


#: Longest text of a problem, in characters; what was sent may be repeated in it, and may be 60 KB.
LONGEST_TEXT = 1000


def _shortened(text: str) -> str:
    """A text without its middle where it is too long: the place stands at its beginning, the advice at its end."""
    half = LONGEST_TEXT // 2 - 5
    return text if len(text) <= LONGEST_TEXT else f"{text[:half]} ... {text[-half:]}"


def _problem(status: HTTPStatus, detail: str, instance: str, **more: Any) -> dict[str, Any]:
    detail = _shortened(detail)
    return {
        "type": "about:blank",
        "title": status.phrase,
        "status": int(status),
        "detail": detail,
        # A URI reference (RFC 9457, 3.1.5): what may not stand in a path is encoded.
        "instance": quote(instance, safe="/:@!$&'()*+,;=~"),
        "code": _CODES.get(status, "NoApplicableCode"),
        "description": detail,
        **more,
    }


def problem_document(problem: dict[str, Any], headers: dict[str, str] | None = None) -> Representation:
    """The problem as JSON."""
    return json_document(problem, MEDIA_TYPE, status=problem["status"], headers=headers or {}, stable=False)
