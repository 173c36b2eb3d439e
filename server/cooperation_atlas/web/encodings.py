"""Content codings (RFC 9110, 8.4): zstd, br and gzip at levels that cost little."""

from __future__ import annotations

import gzip

import brotli
import zstandard
from werkzeug.http import parse_accept_header

from .documents import Document

#: Codings offered, preferred first.
OFFERED = ("zstd", "br", "gzip")
#: Bodies below this size gain nothing.
SMALLEST = 1024


def encoding_of(accept: str | None, document: Document) -> str | None:
    """The coding for a document, ``None`` to send it as it is."""
    if not accept or len(document.body) < SMALLEST:
        return None
    accepted = parse_accept_header(accept)
    best = max(OFFERED, key=lambda coding: accepted.quality(coding))
    return best if accepted.quality(best) > 0 else None


def compressed(body: bytes, encoding: str | None) -> bytes:
    """``body`` in the coding."""
    match encoding:
        case "gzip":
            # A fixed time stamp: the same body gives the same bytes, as its entity tag promises.
            return gzip.compress(body, compresslevel=5, mtime=0)
        case "br":
            return bytes(brotli.compress(body, quality=4))
        case "zstd":
            return bytes(zstandard.compress(body, level=5))
        case _:
            return body
