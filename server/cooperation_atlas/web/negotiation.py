"""Which format and language a client asks for."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from werkzeug.datastructures import LanguageAccept, MIMEAccept
from werkzeug.http import parse_accept_header

from ..model.errors import InvalidValue, nearest
from .problems import Refused

#: Media types by which a format can be asked for in ``Accept``; the first one is the usual one.
MEDIA_TYPES: Mapping[str, tuple[str, ...]] = {
    "json": (
        "application/json",
        "application/geo+json",
        "application/schema+json",
        "application/problem+json",
        "application/vnd.oai.openapi+json",
        "application/openapi+json",
        "text/json",
    ),
    "html": ("text/html", "application/xhtml+xml"),
    "csv": ("text/csv",),
    "jsonld": ("application/ld+json",),
}


def format_of(given: str | None, accept: str | None, offered: tuple[str, ...]) -> str:
    """The format to answer in: ``f`` before ``Accept`` before the first one offered.

    :param given: value of ``f``
    :param accept: value of the ``Accept`` header
    :raises InvalidValue: for an ``f`` that the resource does not have
    :raises Refused: 406 where ``Accept`` allows none of the formats
    """
    if given is not None:
        if given not in offered:
            reason = f"'{given}' is not a format of this resource."
            raise InvalidValue("f", reason, nearest(given, offered) or offered)
        return given
    if not accept or accept == "*/*":
        return offered[0]
    by_type = {media_type: f for f in offered for media_type in MEDIA_TYPES[f]}
    # Parameters of a media type (version, charset, profile) choose nothing here, and must not exclude the type.
    ranges = [(media_range.split(";")[0].strip(), q) for media_range, q in parse_accept_header(accept)]
    best = MIMEAccept(ranges).best_match(list(by_type))
    if best is None:
        types = ", ".join(MEDIA_TYPES[f][0] for f in offered)
        raise Refused(HTTPStatus.NOT_ACCEPTABLE, f"Accept: none of these types is offered here. Offered are {types}.")
    return by_type[best]


def language_of(given: str | None, accept: str | None, offered: tuple[str, ...]) -> str:
    """The language to answer in: ``lang`` before ``Accept-Language`` before the first one offered.

    :raises InvalidValue: for a ``lang`` that is not offered
    """
    if given is not None:
        if given.split("-")[0].lower() not in offered:
            raise InvalidValue("lang", f"'{given}' is not offered.", offered)
        return given.split("-")[0].lower()
    if not accept:
        return offered[0]
    return parse_accept_header(accept, LanguageAccept).best_match(list(offered)) or offered[0]
