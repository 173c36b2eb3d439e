"""From documents to HTTP responses: compression, ETag, cache headers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from starlette.responses import Response

from .asked import Asked
from .documents import Document
from .encodings import compressed, encoding_of
from .service import EditionView

#: What a response depends on beside its URL.
VARY = "Accept, Accept-Encoding, Accept-Language"
#: Clients ask again each time, and get a 304 as long as the edition is the same.
CACHE_CONTROL = "public, max-age=0, must-revalidate"


class Responses:
    """Makes responses."""

    def finish(self, document: Document, view: EditionView, asked: Asked, headers: Mapping[str, str]) -> Response:
        """The response to a client, compressed as it accepts; 304 where it has the same already."""
        encoding = encoding_of(headers.get("accept-encoding"), document)
        told = {**document.headers, "Vary": VARY, "Atlas-Edition": view.id}
        if document.stable:
            tag = etag(document, view.id, encoding)
            told |= {"ETag": tag, "Cache-Control": CACHE_CONTROL}
            if tag in [t.strip() for t in headers.get("if-none-match", "").split(",")]:
                return Response(status_code=304, headers=told)
        else:
            told["Cache-Control"] = "no-store"
        if encoding:
            told["Content-Encoding"] = encoding
        return _response(document, compressed(document.body, encoding), told, asked.method)

    def plain(self, document: Document, method: str) -> Response:
        """The response for an error: never kept."""
        return _response(document, document.body, {**document.headers, "Cache-Control": "no-store"}, method)

    def clear(self) -> None:
        """Forget everything that was kept of the former edition."""


def etag(document: Document, edition: str, encoding: str | None) -> str:
    """A strong entity tag of the bytes sent, without the moment at which they were made."""
    digest = hashlib.blake2b(document.body, digest_size=8, key=edition.encode()[:64]).hexdigest()
    return f'"{digest}{"-" + encoding if encoding else ""}"'


def _response(document: Document, body: bytes, headers: dict[str, str], method: str) -> Response:
    if method == "HEAD":
        headers = headers | {"Content-Length": str(len(body))}
        body = b""
    return Response(body, document.status, headers | {"Content-Type": document.media_type})
