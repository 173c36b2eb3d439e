"""The words of CQL2 text (OGC 21-065r2, Annex "CQL2 BNF"), written so that the parser can read them.

The parser (``cql2`` 0.6.0) knows less than the grammar: no escapes with a backslash, no ``.5``, no exponents in
coordinates, not every space. Tokens are put right here, where possible at the same length, so that places in
messages stay true.
"""

from __future__ import annotations

import re

import numpy as np

from .nodes import invalid

_MAX_WKT_DEPTH = 4  # GEOMETRYCOLLECTION(MULTIPOLYGON(((

#: One token; the group that matches is its kind.
TOKEN = re.compile(
    r"""(?P<string>'(?:[^'\\]|''|\\.)*+') | (?P<quoted>"(?:[^"]|"")*+") | (?P<word>[^\W\d][\w.:]*)
      | (?P<number>\d[\w.]*|\.\d\w*) | (?P<space>\s+) | (?P<operator><>|<=|>=|!=|[-+*/%^=<>])
      | (?P<open>\() | (?P<close>\)) | (?P<comma>,) | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {
    "'": "''", "\\": "\\", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
}  # fmt: skip
_BRACKET = re.compile(r"[()]")
_UNREAD_NUMBER = re.compile(r"(?<![.\d])(?:\d[\d.]*[eE][-+]?\d+|\.\d+(?:[eE][-+]?\d+)?)")
_COORDINATES = re.compile(
    r"""(?: [-+]?[\d.]+(?:[eE][-+]?\d+)?(?=[\s,()]) | [\s,()]
          | (?i:MULTI)?(?i:POINT|LINESTRING|POLYGON)(?i:Z?)(?=[\s(]) | (?i:EMPTY|ZM?|M)(?=[\s,()]) )*+""",
    re.VERBOSE,
)


def place(text: str, offset: int) -> str:
    """``line 1, character 5`` for an offset in ``text``, both counted from 1."""
    line = text.count("\n", 0, offset) + 1
    return f"line {line}, character {offset - (text.rfind(chr(10), 0, offset) + 1) + 1}"


def readable(kind: str, token: str) -> str:
    """A token of the standard's grammar as the parser, which knows less, can read it; as long as before if possible."""
    if kind == "string" and "\\" in token:
        return "'" + _ESCAPE.sub(_unescaped, token[1:-1]) + "'"
    if kind == "number" and token[0] == ".":
        return f"0{token}"
    return " " * len(token) if kind == "space" else token


def _unescaped(escape: re.Match[str]) -> str:
    r"""What an escape stands for (/req/cql2-text/escaping). Others, as ``\%``, keep the backslash: LIKE reads them."""
    return _ESCAPES.get(escape[1], escape[0])


def end_of_geometry(text: str, offset: int) -> int:
    """The offset after the bracket that closes the one at ``offset``, with nothing but coordinates between."""
    depth = 0
    for match in _BRACKET.finditer(text, offset):
        depth += 1 if match.group() == "(" else -1
        if depth > _MAX_WKT_DEPTH:
            raise invalid(f"the geometry has too many brackets at {place(text, match.start())}.")
        if depth == 0:
            return _checked(text, offset, match.end())
    raise invalid(f"the bracket at {place(text, offset)} is not closed.")


def _checked(text: str, start: int, end: int) -> int:
    """``end``, where nothing but coordinates lies before it; the parser would read on into any depth."""
    read = _COORDINATES.match(text, start, end)
    if read and read.end() == end:
        return end
    at = read.end() if read else start
    raise invalid(f"a geometry cannot be understood at {place(text, at)}, near: {text[at : at + 20]}")


def coordinates(text: str) -> str:
    """Coordinates as the parser knows them."""
    return _UNREAD_NUMBER.sub(_positional, text)


def _positional(number: re.Match[str]) -> str:
    """A coordinate as the parser knows it: without exponent, and with a digit before the point."""
    try:
        value = float(number.group())
    except ValueError:
        return number.group()
    return np.format_float_positional(value, trim="-") if np.isfinite(value) else number.group()


def find_name(text: str, name: str) -> str:
    """Where a property or function name stands first in CQL2 text, as words; empty where it does not."""
    for match in TOKEN.finditer(text):
        token = match.group()
        if match.lastgroup == "quoted":
            token = token[1:-1].replace('""', '"')
        elif match.lastgroup != "word":
            continue
        if token == name:
            return place(text, match.start())
    return ""


def places_of(text: str, operator: str) -> list[str]:
    """Where an operator or function, in capitals, stands in CQL2 text, as words."""
    spellings = {"<>": ("<>", "!=")}.get(operator, (operator,))
    return [place(text, m.start()) for m in TOKEN.finditer(text) if m.group().upper() in spellings]
