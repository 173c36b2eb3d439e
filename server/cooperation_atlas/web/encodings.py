"""Content codings (RFC 9110, 8.4): zstd, br and gzip at levels that cost little."""

from __future__ import annotations

import gzip
from functools import lru_cache

import brotli
import zstandard
from werkzeug.http import parse_accept_header

#: Codings offered, preferred first.
OFFERED = ("zstd", "br", "gzip")
#: Bodies below this size gain nothing.
SMALLEST = 1024


@lru_cache(maxsize=256)
def encoding_of(accept: str) -> str | None:
    """The coding for a client that sends this ``Accept-Encoding``, ``None`` to send bodies as they are."""
    accepted = parse_accept_header(accept)
    best = max(OFFERED, key=accepted.quality)
    return best if accepted.quality(best) > 0 else None


def compressed(body: bytes, encoding: str) -> bytes:
    """``body`` in the coding; the same body always gives the same bytes, as its entity tag promises."""
    match encoding:
        case "gzip":
            return gzip.compress(body, compresslevel=5, mtime=0)
        case "br":
            return bytes(brotli.compress(body, quality=4))
        case "zstd":
            return bytes(zstandard.compress(body, level=3))
        case _:
            raise ValueError(f"no such coding: {encoding}")
