"""Answers with static files: for good under the address with their hash, compressed as far as it goes."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request as StarletteRequest
from starlette.responses import Response

from ..static_files import CODINGS, StaticFile, asked_file, static_files
from .cache import BODY, listed
from .cors import ALWAYS
from .encodings import SMALLEST, encoding_of
from .responses import STABLE

#: A year, which is as long as caches keep anything, without asking again (RFC 8246).
FOR_GOOD = "public, max-age=31536000, immutable"


async def answer_file(connection: StarletteRequest) -> Response:
    """The file, or a 304.

    Under an address without its hash it is not kept without asking: the next version has the same one.

    :raises HTTPException: 404 for a file that is not there
    """
    file, exact = asked_file(static_files(), connection.path_params["name"])
    if file is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return await sent_file(connection, file, exact)


async def sent_file(connection: StarletteRequest, file: StaticFile, exact: bool) -> Response:
    """A file in the coding that the client takes, or a 304.

    :param exact: whether its content is the one that the address names
    """
    accept = ",".join(connection.headers.getlist("accept-encoding"))
    coding = encoding_of(accept, CODINGS) if len(file.body) >= SMALLEST else None
    # In a thread: the first time, compression may take a quarter of a second.
    body = file.body if coding is None else await asyncio.to_thread(file.coded, coding)
    tag = f'"{file.hash}-{coding or "identity"}"'
    headers = {**ALWAYS, "ETag": tag, "Vary": "Accept-Encoding", "Cache-Control": FOR_GOOD if exact else STABLE}
    known = ",".join(connection.headers.getlist("if-none-match")).encode()
    if known.strip() == b"*" or listed(tag.encode(), known):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    headers |= {"Content-Type": file.media_type, "Content-Length": str(len(body))}
    if body is not file.body and coding:
        headers["Content-Encoding"] = coding
    connection.scope["state"][BODY] = body
    return Response(b"" if connection.method == "HEAD" else body, headers=headers)
