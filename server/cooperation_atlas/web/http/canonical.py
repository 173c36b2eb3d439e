"""Addresses that are written otherwise than the service writes them: where the client is sent instead.

Locations name no host, and where it can be helped no whole path: behind a proxy, these are other ones than here.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote_plus

from starlette.types import Scope

from ..static_files import DRAWN
from ..static_files import PATH as FILES
from .request import ResourceRequest

#: Parameters that advertisers, mailers and social networks add to the addresses of pages; they mean nothing here.
#: A star stands for any ending.
TRACKING = (
    "utm_*", "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "twclid", "ttclid", "yclid",
    "li_fat_id", "igshid", "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi",
)  # fmt: skip
_TRACKING_NAMES = {name for name in TRACKING if not name.endswith("*")}
_TRACKING_BEGINNINGS = tuple(name[:-1] for name in TRACKING if name.endswith("*"))
#: Segments that a client resolves before it asks; what asks for them means something else.
_DOTS = {".", "..", "%2e", "%2e%2e", ".%2e", "%2e."}


@dataclass(frozen=True)
class Elsewhere:
    """A redirect.

    :param location: relative reference (RFC 3986, 4.2)
    """

    status: HTTPStatus
    location: str


def elsewhere(scope: Scope, request: ResourceRequest, prefix: str = "") -> Elsewhere | None:
    """Where a request is sent instead of being answered, ``None`` for most.

    :param prefix: first part of the public paths, which a proxy takes away
    """
    if request.path.startswith((FILES, DRAWN)):  # they have the names that pages write
        return None
    raw = (scope.get("raw_path") or request.path.encode()).decode("latin-1")
    if raw.endswith("/") or "//" in raw:
        location = _without_empty_segments(raw, prefix)
        if location is not None:
            return Elsewhere(HTTPStatus.PERMANENT_REDIRECT, _with(location, request.query))
    if request.method == "GET" and request.query and _has_noise(request) and wants_page(request):
        kept = "&".join(part for part in request.query.split("&") if not _is_noise(part))
        if kept != request.query:
            return Elsewhere(HTTPStatus.FOUND, _with("./" + raw.rpartition("/")[2], kept))
    return None


def wants_page(request: ResourceRequest) -> bool:
    """Whether the client would rather have a page than JSON."""
    given = request.first("f")
    if given:
        return given == "html"
    return next((f for f in request.accept or () if f in ("json", "html")), None) == "html"


def _without_empty_segments(path: str, prefix: str) -> str | None:
    """The way from a path to the one without empty segments: ``../items`` for ``/collections/nuts3/items/``.

    ``None`` where there is no other one: the root is the only resource whose path ends in a slash.
    """
    given = path.split("/")[1:]
    meant = [segment for segment in given if segment]
    if not meant or meant == given or not _DOTS.isdisjoint(segment.lower() for segment in meant):
        return None
    if meant == given[:-1]:
        return f"../{meant[-1]}"
    # Clients do not agree on what `..` is after an empty segment: Python's `urljoin` takes two steps where the standard
    # takes one. So here the whole path is named, as links name it.
    return prefix + "/" + "/".join(meant)


def _has_noise(request: ResourceRequest) -> bool:
    return any(not value or _is_tracking(name) for name, value in request.parameters)


def _is_noise(part: str) -> bool:
    """Whether a part of a query string is a tracking parameter, or a field of a form that was left empty."""
    name, _, value = part.partition("=")
    return not value or _is_tracking(unquote_plus(name))


def _is_tracking(name: str) -> bool:
    return name in _TRACKING_NAMES or name.startswith(_TRACKING_BEGINNINGS)


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
