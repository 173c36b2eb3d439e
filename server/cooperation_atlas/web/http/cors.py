"""Header fields that every response carries: scripts of other sites may read it (Fetch standard, CORS), and no browser
guesses its type.

The service has no cookies and no accounts, so what one site may read every site may. The fields are the same whether or
not a request names an ``Origin``: nothing depends on it, and no cache has to keep answers to different sites apart.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Header fields of answers that scripts of other sites may read beside those that they always may.
EXPOSED = (
    "Accept-Ranges",
    "Atlas-Edition",
    "Atlas-Hint",
    "Content-Crs",
    "Content-Disposition",
    "Content-Language",
    "Content-Range",
    "ETag",
    "Link",
    "Location",
    "OGC-NumberMatched",
    "OGC-NumberReturned",
    "Retry-After",
)
ALWAYS: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": ", ".join(EXPOSED),
    "X-Content-Type-Options": "nosniff",
}
#: The same as an ASGI message has it.
ALWAYS_RAW = [(name.lower().encode(), value.encode()) for name, value in ALWAYS.items()]
#: Seconds for which a browser need not ask again whether it may.
_PREFLIGHT_AGE = 86_400


def preflight(methods: str) -> dict[str, str]:
    """What OPTIONS answers for a resource beside ``Allow``.

    ``*`` covers every header field that a script may set freely, except ``Authorization``, which the service has no use
    for; those that clients send are named for browsers that do not know ``*``.

    :param methods: value of ``Allow``
    """
    return {
        "Access-Control-Allow-Methods": methods,
        "Access-Control-Allow-Headers": "*, Accept, Accept-Language, Content-Type, If-None-Match, Range",
        "Access-Control-Max-Age": str(_PREFLIGHT_AGE),
    }


class SameOrigin:
    """ASGI middleware for a service that scripts of other sites may not read (``server.cors: false``)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""

        async def without(message: Message) -> None:
            if message["type"] == "http.response.start":
                fields = [(n, v) for n, v in message["headers"] if not n.lower().startswith(b"access-control-")]
                message = {**message, "headers": fields}
            await send(message)

        await self._app(scope, receive, without if scope["type"] == "http" else send)
