"""From documents to HTTP responses."""

from __future__ import annotations

from starlette.responses import Response

from .cors import ALWAYS
from .representation import Representation

#: Clients ask again each time, and get a 304 as long as the edition is the same. A response that carries this value
#: may be kept and gets an entity tag (``web.http.cache``).
STABLE = "public, max-age=0, must-revalidate"
PASSING = "no-store"


def response(document: Representation, edition: str | None = None) -> Response:
    """The response, not yet compressed.

    :param edition: id of the edition that it was made from
    """
    headers = {
        **ALWAYS,
        **document.headers,
        "Content-Type": document.media_type,
        "Cache-Control": STABLE if document.stable else PASSING,
    }
    if edition:
        headers["Atlas-Edition"] = edition
    return Response(document.body, document.status, headers)
