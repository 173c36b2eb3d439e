"""A request, reduced to what a resource needs to know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from starlette.types import Scope

from ...model.calls import CALLS
from ...ogc.query_string import parameters_of
from .negotiation import formats_accepted, language_accepted
from .problems import Refused

#: Name in the state of an ASGI request under which the endpoints find the ``ResourceRequest``.
RESOURCE_REQUEST = "resource_request"
#: The header fields that say what a client prefers, and the longest that is read, in bytes: reading one takes time in
#: proportion to its length, and a browser sends 150.
_PREFERENCES = (b"accept", b"accept-language", b"accept-encoding")
LONGEST_PREFERENCE = 8192
#: The parameter whose value ``today`` makes an answer hold for one day only.
_DAILY, _TODAY = "open", "today"
#: Paths whose answers always hold for one day only.
_DAILY_PATHS = {f"/{CALLS.id}", "/"}


@dataclass(frozen=True)
class ResourceRequest:
    """A request: everything that its answer depends on beside the edition.

    It is made once (``of``), and entity tag, cache and answer are all made from this one object.

    :param parameters: query parameters in the order given; a name may stand twice
    :param query: the query string as it was sent; links repeat its encoding
    :param accept: formats that the client takes, best first; ``None`` for any
    :param accept_language: language offered that the client prefers; ``None`` for the first one offered
    :param body: body of a POST request, ``None`` without one
    :param day: the present day, where the answer depends on it
    """

    method: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    query: str = ""
    accept: tuple[str, ...] | None = None
    accept_language: str | None = None
    body: bytes | None = None
    day: date | None = None

    @classmethod
    def of(
        cls, scope: Scope, preferences: Mapping[bytes, str], languages: tuple[str, ...], today: Callable[[], date]
    ) -> ResourceRequest:
        """The request of an ASGI scope; HEAD is answered as GET is.

        :param preferences: header fields of the client's preferences (``preferences_of``)
        :param languages: languages offered
        :param today: the clock: the present day
        """
        query = scope["query_string"].decode("latin-1")
        parameters = parameters_of(query)
        daily = scope["path"] in _DAILY_PATHS
        daily = daily or any(name == _DAILY and _TODAY in value for name, value in parameters)
        return cls(
            method="GET" if scope["method"] == "HEAD" else scope["method"],
            path=scope["path"],
            parameters=parameters,
            query=query,
            accept=formats_accepted(preferences.get(b"accept", "")),
            accept_language=language_accepted(preferences.get(b"accept-language", ""), languages),
            day=today() if daily else None,
        )

    def first(self, name: str) -> str | None:
        """The first value of a parameter."""
        return next((value for key, value in self.parameters if key == name), None)

    @property
    def key(self) -> Key:
        """What tells the request from others; the parameters follow from the query string."""
        return (self.method, self.path, self.query, self.accept, self.accept_language, self.body, self.day)


#: Method, path, query string, formats, language, body, day.
Key = tuple[str, str, str, tuple[str, ...] | None, str | None, bytes | None, date | None]


def preferences_of(scope: Scope) -> dict[bytes, str]:
    """The header fields by which the client says what it prefers; several lines are one list (RFC 9110, 5.3).

    :raises Refused: for one that is too long to be read
    """
    fields: dict[bytes, str] = {}
    for name, value in scope["headers"]:
        if name in _PREFERENCES:
            text = value.decode("latin-1")
            fields[name] = f"{fields[name]}, {text}" if name in fields else text
            if len(fields[name]) > LONGEST_PREFERENCE:
                field = name.decode().title()
                detail = f"{field} is longer than {LONGEST_PREFERENCE} bytes. Name the few types or languages you take."
                raise Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, detail)
    return fields
