"""JSON for people's eyes (``server.pretty_print``)."""

from __future__ import annotations

import orjson
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class IndentedJSON:
    """ASGI middleware that indents JSON: it reads and writes every answer again, which takes longer than making it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def collect(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_json(message):
                start = message
            elif start is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    await _send_indented(send, start, body)

        await self._app(scope, receive, collect)


def _is_json(start: Message) -> bool:
    media_type = next((v for n, v in start["headers"] if n.lower() == b"content-type"), b"").split(b";")[0]
    return media_type == b"application/json" or media_type.endswith(b"+json")


async def _send_indented(send: Send, start: Message, body: bytes) -> None:
    indented = orjson.dumps(orjson.loads(body), option=orjson.OPT_INDENT_2) if body else body
    fields = [(n, v) for n, v in start["headers"] if n.lower() != b"content-length"]
    fields.append((b"content-length", str(len(indented)).encode()))
    await send({**start, "headers": fields})
    await send({"type": "http.response.body", "body": indented})
