"""The query string of a request: names and decoded values that remember how they were written.

Most values are read after decoding. Two things need the text as the client wrote it: a comma that was not encoded
separates values, where an encoded one may belong to a text; and links repeat the client's encoding.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote_plus

#: What stands in a decoded value for what could not be decoded (Unicode, 3.9).
REPLACEMENT = "\ufffd"
#: A percent sign that begins no octet (RFC 3986, 2.1).
_BROKEN = re.compile("%(?![0-9A-Fa-f]{2})")
#: A comma that separates values: one that no backslash stands before.
SEPARATOR = re.compile(r"(?<!\\),")


#: Texts that need no encoding.
_PLAIN = re.compile(r"[A-Za-z0-9_.~,:/*-]*")


class Value(str):
    """A decoded value.

    :ivar raw: name and value as they stand in the address, ``name=value``
    :ivar parts: the decoded texts between its commas that were not encoded; ``\\,`` never separates
    """

    raw: str
    parts: tuple[str, ...]

    @classmethod
    def of(cls, decoded: str, raw: str, marked: str) -> Value:
        """A value with what it was written as; ``marked`` is ``raw`` ready for decoding."""
        value = cls(decoded)
        value.raw = raw
        written = marked.partition("=")[2]
        value.parts = tuple(unquote_plus(part, errors="replace") for part in SEPARATOR.split(written))
        return value


def parameters_of(query: str) -> tuple[tuple[str, Value], ...]:
    """Names and values of a query string; what is not percent-encoded UTF-8 becomes ``REPLACEMENT``.

    A broken percent sign is not kept as it stands, as is usual: ``filter=title LIKE '%ab%'`` that was sent without
    encoding would be read as something that nobody wrote.

    A plus sign is a space, as forms write it, unless the same parameter has ``%20``: whoever wrote that writes spaces
    so, and their plus sign stands for itself. QGIS does: ``filter=(title%20LIKE%20'%25ESF+%25')``.
    """
    pairs = []
    for raw in query.split("&"):
        marked = _BROKEN.sub(quote(REPLACEMENT), raw)
        if "%20" in marked:
            marked = marked.replace("+", "%2B")
        for name, decoded in parse_qsl(marked, keep_blank_values=True, errors="replace"):
            pairs.append((name, Value.of(decoded, raw, marked)))
    return tuple(pairs)


def raw_of(name: str, value: str) -> str:
    """A parameter as it stands in an address: as the client wrote it, or encoded here."""
    if isinstance(value, Value):
        return value.raw
    if _PLAIN.fullmatch(value) and _PLAIN.fullmatch(name):
        return f"{name}={value}"
    return f"{quote(name, safe='')}={quote(value, safe=',:/*')}"
