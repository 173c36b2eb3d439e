"""Content codings (RFC 9110, 8.4): zstd, br and gzip at levels that cost little."""

from __future__ import annotations

import brotli
import zstandard
from isal import igzip
from werkzeug.http import parse_accept_header

from ...model.remembered import remembered

#: Codings offered, preferred first.
OFFERED = ("zstd", "br", "gzip")
#: Bodies below this size gain nothing.
SMALLEST = 1024


def encoding_of(accept: str, offered: tuple[str, ...] = OFFERED) -> str | None:
    """The coding for a client that sends this ``Accept-Encoding``, ``None`` to send bodies as they are.

    :param offered: codings to choose from, preferred first
    """
    qualities = _qualities(accept)
    best = max(offered, key=qualities.__getitem__)
    return best if qualities[best] > 0 else None


@remembered(entries=256, longest=512)
def _qualities(accept: str) -> dict[str, float]:
    accepted = parse_accept_header(accept)
    return {coding: accepted.quality(coding) for coding in OFFERED}


def compressed(body: bytes, encoding: str, *, is_page: bool = False) -> bytes:
    """``body`` in the coding; the same body always gives the same bytes, as its entity tag promises.

    :param is_page: of HTML, which people wait for on slow lines: a millisecond more for a tenth of its size

    The levels are those from which on a list of areas costs far more time for a few percent of its size
    (``tests/bench/codings.py`` measures them). isal is four to seven times as fast as zlib at the same size.
    """
    match encoding:
        case "gzip":
            return bytes(igzip.compress(body, compresslevel=3, mtime=0))
        case "br":
            return bytes(brotli.compress(body, quality=5 if is_page else 3))
        case "zstd":
            return bytes(zstandard.compress(body, level=9 if is_page else 1))
        case _:
            raise ValueError(f"no such coding: {encoding}")
