"""Parts of files (RFC 9110, section 14): for formats of which clients read a little here and there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.responses import Response

from .cors import ALWAYS
from .representation import Representation

#: Not the value by which the cache knows what it keeps: a part is no answer of its own. Nothing on the way may encode
#: the file anew, or its places would be others.
KEPT = "public, max-age=0, must-revalidate, no-transform"
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def ranged(document: Representation, asked: Mapping[str, str], edition: str) -> Response:
    """The file, or the one part of it that ``Range`` asks for.

    Several parts, other units and what cannot be read are answered with the whole, as the standard allows.

    :param document: the whole file, with its entity tag
    :param asked: header fields of the request
    """
    tag, size = document.headers["ETag"], len(document.body)
    headers = {
        **ALWAYS,
        **document.headers,
        "Content-Type": document.media_type,
        "Cache-Control": KEPT,
        "Accept-Ranges": "bytes",
        "Atlas-Edition": edition,
    }
    known = {each.strip().removeprefix("W/") for each in asked.get("if-none-match", "").split(",")}
    if tag in known or "*" in known:
        return Response(status_code=304, headers={n: v for n, v in headers.items() if n != "Content-Type"})
    part = _RANGE.fullmatch(asked.get("range", "").strip().lower())
    if part is None or not any(part.groups()) or asked.get("if-range", tag) != tag:
        return Response(document.body, headers=headers)
    first, last = part.groups()
    if first and last and int(last) < int(first):
        return Response(document.body, headers=headers)
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last), size - 1) if first and last else size - 1
    if start >= size or (not first and not int(last)):
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    return Response(document.body[start : end + 1], status_code=206, headers=headers)
